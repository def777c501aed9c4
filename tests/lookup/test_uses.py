"""Who uses a term, a source, a role."""

from __future__ import annotations

from lawmap.lookup import (
    allegations_citing,
    norms_binding,
    norms_reading,
    presumptions_setting,
    readers_beside_norms,
)
from tests.builders import (
    allegation,
    chapeau,
    element,
    ground,
    library,
    norm,
    presumption,
    response,
    source,
)

MADE = library(
    chapeau(context=element("conflict.international", "context")),
    norm("t:1", include=["chapeau/shared"], elements={"own": element({"not": "fact.a"})}),
    norm("t:2", exceptions={"leave": ground({"all": ["fact.a", "fact.b"]})}, hints=["fact.a"]),
    norm("t:3", elements={"narrow": element("fact.a-narrow")}),
    presumption("asserted", "fact.a", asserts=["status.protected"]),
    presumption("denied", {"any": ["fact.b", "fact.c"]}, denies=["status.protected"]),
    source(),
    allegation(id="cites"),
    allegation(id="answers", per=["other#p1"], responses=[response("conduct")]),
    allegation(id="neither", per=["other#p1"]),
)


def places(term: str) -> dict[str, tuple[str, ...]]:
    return {use.norm.id: use.places for use in norms_reading(MADE, term)}


def test_elements_exceptions_and_hints_read_a_term() -> None:
    assert places("fact.a") == {
        "t:1": ("own (circumstance)",),
        "t:2": ("exception leave", "hint"),
    }


def test_a_narrower_or_broader_term_is_another_term() -> None:
    assert places("fact.a-narrow") == {"t:3": ("narrow (circumstance)",)}


def test_an_element_of_a_chapeau_counts_as_the_norm_s_own() -> None:
    assert places("conflict.international") == {"t:1": ("context (context)",)}


def test_a_term_that_nobody_reads_has_no_uses() -> None:
    assert places("act.undo") == {}


def test_presumptions_and_roles_read_terms_too() -> None:
    assert list(readers_beside_norms(MADE, "fact.b")) == ["presumption denied"]
    assert "role occupying-power" in readers_beside_norms(MADE, "role.occupying-power")


def test_a_status_is_asserted_or_denied_by_presumptions() -> None:
    found = presumptions_setting(MADE, "status.protected")
    assert [(one.id, asserted) for one, asserted in found] == [
        ("asserted", True),
        ("denied", False),
    ]


def test_a_source_is_used_by_facts_and_by_responses() -> None:
    assert [one.id for one in allegations_citing(MADE, "report")] == ["answers", "cites"]


def test_norms_without_roles_bind_those_of_the_instrument() -> None:
    made = library(norm("t:1"), norm("t:2", binds=["occupying-power"]))
    assert [one.id for one in norms_binding(made, "state")] == ["t:1"]
    assert [one.id for one in norms_binding(made, "occupying-power")] == ["t:2"]
