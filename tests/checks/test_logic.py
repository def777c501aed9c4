"""Conditions that nothing can meet, exceptions that always apply, norms that ask for the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from lawmap.checks import check
from lawmap.diagnostics import Diagnostic
from lawmap.loading import load
from tests.checks.small_pack import (
    BASE,
    Files,
    chapeau,
    element,
    faults,
    instrument,
    norm,
    presumption,
    regimes,
    role,
    roles,
    told,
    write,
)

CASES = Path(__file__).parents[1] / "cases" / "conditions.yaml"
CONDITIONS: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))["conditions"]
CODES = {"can be met": [], "never": ["LM405"], "in part never": ["LM409"]}


@cache
def of_all_conditions() -> dict[str, list[Diagnostic]]:
    """The faults of each condition of the table, each written as an element by itself."""
    found: dict[str, list[Diagnostic]] = {}
    with TemporaryDirectory() as name:
        every = [chapeau(f"c{n}", asked=case["if"]) for n, case in enumerate(CONDITIONS)]
        for one in faults(Path(name), *every):
            found.setdefault(Path(one.position.path).stem, []).append(one)
    return found


@pytest.mark.parametrize("number", range(len(CONDITIONS)), ids=lambda n: str(CONDITIONS[n]["if"]))
def test_a_condition_can_be_met_or_not_as_the_table_says(number: int) -> None:
    case, found = CONDITIONS[number], of_all_conditions().get(f"c{number}", [])
    assert [one.code for one in found] == CODES[case["is"]]
    assert all(f": no facts meet {case['words']}" in one.message for one in found)


def one_fault(folder: Path, *added: Files, base: Files = BASE) -> str:
    (line,) = told(faults(folder, *added, base=base), folder)
    return line


def test_elements_of_a_norm_that_exclude_each_other_are_reported_once(tmp_path: Path) -> None:
    asks = norm(elements={"b": "fact.b", "not-done": {"not": "act.do"}, "a": "fact.a"})
    assert one_fault(tmp_path, asks) == (
        "LM405 instruments/t/1.yaml element 'conduct' and element 'not-done' cannot be met"
        " together: no facts meet 'act.do' and 'not act.do' at once"
    )


def test_both_places_of_a_conflict_are_shown(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, norm(elements={"a": "fact.a", "no-a": {"not": "fact.a"}}))
    (other,) = fault.related
    assert fault.position.line > other.position.line
    assert other.message == "'fact.a' is asked for here"


def test_each_alternative_of_which_none_can_be_met_is_shown_with_its_reason(tmp_path: Path) -> None:
    either = {"any": [{"number": {"below": 0}}, {"all": ["fact.a", {"not": "fact.a"}]}]}
    (fault,) = faults(tmp_path, norm(elements={"either": either}))
    assert [other.message for other in fault.related] == [
        "no facts meet 'number below 0'",
        "no facts meet 'fact.a' and 'not fact.a' at once",
    ]


def test_mental_elements_have_to_fit_the_others_as_well(tmp_path: Path) -> None:
    mental = element({"not": "act.do"}, "mental")
    assert "element 'mind'" in one_fault(tmp_path, norm(elements={"mind": mental}))


def test_an_element_is_held_against_what_its_norm_includes(tmp_path: Path) -> None:
    shared = chapeau("shared", a="fact.a", b="fact.b")
    asks = norm(include=["chapeau/shared"], elements={"no-a": {"not": "fact.a"}})
    shown = one_fault(tmp_path, shared, asks)
    assert "instruments/t/1.yaml element 'a' of chapeau/shared and element 'no-a' cannot" in shown


def test_an_element_that_replaces_an_included_one_is_not_held_against_it(tmp_path: Path) -> None:
    shared = chapeau("shared", a="fact.a")
    asks = norm(include=["chapeau/shared"], elements={"a": {"not": "fact.a"}})
    assert faults(tmp_path, shared, asks) == []


def test_a_chapeau_at_odds_with_itself_is_told_there_and_not_in_each_norm(tmp_path: Path) -> None:
    shared = chapeau("shared", a="fact.a", b={"not": "fact.a"})
    uses = [norm(f"t:{n}", include=["chapeau/shared"]) for n in (1, 2)]
    see = {"neighbour": [{"norm": "t:2"}]}
    shown = one_fault(tmp_path, shared, *uses, norm("t:1", include=["chapeau/shared"], see=see))
    assert shown.startswith("LM405 chapeaux/shared.yaml element 'a' of chapeau/shared and element")


@pytest.mark.parametrize(
    ("base", "owner"),
    [
        (roles(state=role(**{"if": "fact.a"})), "role 'state'"),
        (regimes(general={"if": {"any": ["fact.a", "fact.a-narrow"]}}), "regime 'general'"),
    ],
)
def test_an_element_is_held_against_role_and_regime(
    base: Files, owner: str, tmp_path: Path
) -> None:
    asks = norm(elements={"no-a": {"not": "fact.a"}})
    assert f"element 'no-a' and {owner} cannot be met together" in one_fault(tmp_path, base, asks)


@pytest.mark.parametrize("other", [{"if": "fact.b"}, {}])
def test_one_of_several_roles_is_enough(other: dict[str, Any], tmp_path: Path) -> None:
    some = roles(state=role(**{"if": "fact.a"}), other=role(**other))
    asks = norm(elements={"no-a": {"not": "fact.a"}}, binds=["state", "other"])
    assert faults(tmp_path, some, asks) == []


def definition(id: str, **elements: Any) -> Files:  # noqa: A002
    (written,) = norm(id, kind="definition", elements=elements).items()
    path, content = written
    del content["elements"]["conduct"]
    return {path: content}


def test_a_definition_is_not_held_against_role_and_regime(tmp_path: Path) -> None:
    base = roles(state=role(**{"if": "fact.a"}))
    defines = definition("t:1", none={"not": "fact.a"})
    assert faults(tmp_path, base, defines) == []


@pytest.mark.parametrize(
    ("owner", "files"),
    [
        (
            "presumption 'p'",
            presumption("p", {"all": ["fact.a", {"not": "fact.a"}]}, asserts=["fact.b"]),
        ),
        ("role 'state'", roles(state=role(**{"if": {"all": ["fact.a", {"not": "fact.a"}]}}))),
        ("regime 'general'", regimes(general={"if": {"number": {"below": 0}}})),
        ("exception 'e'", norm(exceptions={"e": {"all": ["fact.a", {"not": "fact.a"}]}})),
    ],
)
def test_every_sort_of_condition_is_looked_at_and_told_once(
    owner: str, files: Files, tmp_path: Path
) -> None:
    assert f"{owner} can never be met" in one_fault(tmp_path, norm(), files)


def test_a_presumption_that_makes_a_condition_impossible_is_shown(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, norm(elements={"c": "fact.c", "no-b": {"not": "fact.b"}}))
    assert fault.message.endswith(", because of presumption 'c-is-b'")
    assert fault.related[-1].position.path.endswith("presumptions/c-is-b.yaml")


def test_an_exception_that_the_elements_exclude_can_never_apply(tmp_path: Path) -> None:
    shown = one_fault(tmp_path, norm(exceptions={"e": {"all": ["fact.a", {"not": "act.do"}]}}))
    assert "LM405 instruments/t/1.yaml exception 'e' can never apply where the norm does" in shown


@pytest.mark.parametrize(
    ("exception", "elements", "whenever"),
    [
        ("act.do", {}, "element 'conduct' is met"),
        ("fact.a", {"narrow": "fact.a-narrow"}, "element 'narrow' is met"),
        ({"any": ["fact.a", "fact.b"]}, {"b": "fact.b", "c": "fact.c"}, "element 'b' is met"),
        ({"age": {"below": 18}}, {"young": {"age": {"below": 15}}}, "element 'young' is met"),
        (
            {"all": ["act.do", "fact.a"]},
            {"a": {"all": ["fact.a", "fact.b"]}},
            "element 'conduct' and element 'a' are met",
        ),
        (
            {"at_least": {"n": 1, "of": ["fact.a", "fact.b"]}},
            {"a": {"any": ["fact.a", "fact.b"]}},
            "element 'a' is met",
        ),
    ],
)
def test_an_exception_that_applies_whenever_the_norm_does_is_reported(
    exception: Any, elements: dict[str, Any], whenever: str, tmp_path: Path
) -> None:
    shown = one_fault(tmp_path, norm(elements=elements, exceptions={"e": exception}))
    assert shown == f"LM406 instruments/t/1.yaml exception 'e' applies whenever {whenever}"


@pytest.mark.parametrize(
    ("exception", "elements"),
    [
        ("act.do-worse", {}),
        ("fact.a", {"some": {"any": ["fact.a", "fact.b"]}}),
        ({"any": ["fact.a", {"not": "fact.a"}]}, {}),  # nobody may speak of it
        ("fact.b", {"c": "fact.c"}),  # presumed, and so it may be disputed
        ("fact.a", {"a": element("fact.a", "mental")}),  # a mental element does not decide
        ({"age": {"below": 15}}, {"young": {"age": {"below": 18}}}),
        ({"age": {"at_least": 0}}, {}),  # no age may be reported
    ],
)
def test_an_exception_that_may_fail_to_apply_is_in_order(
    exception: Any, elements: dict[str, Any], tmp_path: Path
) -> None:
    assert faults(tmp_path, norm(elements=elements, exceptions={"e": exception})) == []


BOTH = {"a": {"all": ["fact.a", {"any": ["fact.b", "fact.c"]}]}}
ELSEWISE = {"either": {"any": ["fact.c", {"any": ["fact.b"]}]}, "a": {"all": ["fact.a", "fact.a"]}}


@pytest.mark.parametrize("elements", [BOTH, ELSEWISE])
def test_two_norms_that_ask_for_the_same_are_reported_at_the_later_one(
    elements: dict[str, Any], tmp_path: Path
) -> None:
    alike = norm("t:1", elements=BOTH), norm("t:2", elements=elements)
    (fault,) = faults(tmp_path, *alike)
    assert told([fault], tmp_path) == [
        "LM407 instruments/t/2.yaml 't:2' asks for the same as 't:1': no facts tell them apart"
    ]
    assert fault.related[0].position.path.endswith("instruments/t/1.yaml")


@pytest.mark.parametrize("holder", [1, 2])
@pytest.mark.parametrize("relation", ["neighbour", "general"])
def test_norms_that_are_related_may_ask_for_the_same(
    holder: int, relation: str, tmp_path: Path
) -> None:
    see = {relation: [{"norm": f"t:{3 - holder}"}]}
    both = norm(f"t:{holder}(1)", see=see), norm(f"t:{3 - holder}(1)")
    assert faults(tmp_path, *both) == []


def test_definitions_may_be_alike(tmp_path: Path) -> None:
    assert faults(tmp_path, definition("t:1", a="fact.a"), definition("t:2", a="fact.a")) == []


def test_of_what_was_not_read_whole_nobody_can_say_that_it_is_alike(tmp_path: Path) -> None:
    more = norm("t:2", elements=BOTH | {"unread": {"kind": "no such kind", "if": "fact.b"}})
    for files in (BASE, norm("t:1", elements=BOTH), more):
        write(tmp_path, files)
    codes = {one.code for one in check(load([tmp_path]), cases=False)}
    assert "LM104" in codes
    assert "LM407" not in codes


@pytest.mark.parametrize(
    "other",
    [
        norm("t:2", elements=BOTH | {"b": "fact.b"}),
        norm("t:2", elements={"a": {"any": ["fact.a", {"all": ["fact.b", "fact.c"]}]}}),
        norm("t:2", elements=BOTH, exceptions={"e": "act.undo"}),
        norm("t:2", elements=BOTH, binds=["other"]),
        norm("s:2", elements=BOTH) | instrument("s"),
        norm("t:2", elements=BOTH | {"mind": element("act.undo", "mental")}),
    ],
)
def test_norms_that_differ_in_anything_that_counts_are_in_order(
    other: Files, tmp_path: Path
) -> None:
    some = roles(state=role(), other=role()) | instrument(binds=["state", "other"])
    first = norm("t:1", elements=BOTH, binds=["state"])
    assert [one for one in faults(tmp_path, some, first, other) if one.code != "LM408"] == []
