"""What a change of law does: what differs, what comes out otherwise, and because of what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawmap.comparing import Law, compare_laws
from lawmap.model.base import FileRecord
from lawmap.model.comparison import Comparison, Effect, OutcomeChange, RecordChange, What
from lawmap.model.norm import See
from tests.builders import (
    allegation,
    chapeau,
    derived,
    element,
    event,
    ground,
    instrument,
    library,
    norm,
    parties,
    presumption,
    situation,
    terms,
    warrant,
)
from tests.comparing.folders import CASES, NEW, OLD
from tests.dossier.made import seed_library
from tests.matching.strategies import archives

EXAMPLES = 12
"""Each takes a tenth of a second."""

REASON = {"reason": element("fact.a", text="For a reason.")}
SAID = allegation("act.do", "fact.a")


def compare(old: tuple[FileRecord, ...], new: tuple[FileRecord, ...], **given: Any) -> Comparison:
    return compare_laws(Law("old", library(*old)), Law("new", library(*new)), **given)


def told(result: Comparison) -> list[tuple[str, str, str]]:
    return [(one.what.value, one.kind, one.id) for one in result.law]


def outcomes(result: Comparison) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    return {
        (one.allegation, one.norm): (
            one.before.outcome.value if one.before else None,
            one.after.outcome.value if one.after else None,
        )
        for one in result.outcomes
    }


def because(change: OutcomeChange) -> list[str]:
    return [f"{one.kind} {one.id}" for one in change.because]


def test_norms_come_go_change_and_get_another_name() -> None:
    assert told(compare((*OLD, *CASES), (*NEW, *CASES))) == [
        ("changed", "norm", "t:1"),
        ("removed", "norm", "t:2"),
        ("added", "norm", "t:5"),
        ("renamed", "norm", "t:4"),
        ("changed", "presumption", "b-means-c"),
    ]


def test_outcomes_change_where_the_law_does() -> None:
    assert outcomes(compare((*OLD, *CASES), (*NEW, *CASES))) == {
        ("denied", "t:1"): ("arguable", "excluded"),
        ("denied", "t:2"): ("engaged", None),
        ("done", "t:1"): ("engaged", "arguable"),
        ("done", "t:2"): ("engaged", None),
        ("undone", "t:5"): (None, "engaged"),
    }


def test_an_answer_that_changes_without_the_outcome_is_told() -> None:
    before = (norm(elements=REASON | {"b": element("fact.b")}), SAID)
    after = (norm(elements=REASON | {"c": element("fact.c")}), SAID)
    (change,) = compare(before, after).outcomes
    assert not change.of_outcome
    assert [(one.id, one.before is None, one.after is None) for one in change.elements] == [
        ("c", True, False),
        ("b", False, True),
    ]


def test_an_exception_that_is_reported_changes_its_answer_and_the_outcome() -> None:
    before = (norm(exceptions={"need": ground("fact.b")}), SAID)
    after = (norm(exceptions={"need": ground("fact.a")}), SAID)
    (change,) = compare(before, after).outcomes
    assert change.before and change.after
    assert (change.before.outcome.value, change.after.outcome.value) == ("engaged", "excepted")
    assert [one.id for one in change.exceptions] == ["need"]
    assert change.elements == ()


def test_a_norm_that_is_silent_on_both_sides_is_told_only_if_asked() -> None:
    def law(condition: str) -> tuple[FileRecord, ...]:
        undo = element("act.undo", "conduct")
        return norm(elements={"conduct": undo, "x": element(condition)}), SAID

    assert compare(law("fact.a"), law("fact.b")).outcomes == ()
    (change,) = compare(law("fact.a"), law("fact.b"), silent=True).outcomes
    assert [one.id for one in change.elements] == ["x"]


def test_whether_the_actor_was_bound_is_told() -> None:
    treaty = instrument(binding="treaty")
    before = (norm(), treaty, parties(event("ratification", "1950-01-01")), SAID)
    after = (norm(), treaty, parties(event("ratification", "2020-01-01")), SAID)
    since = allegation("act.do", "fact.a", when={"within": "2010"})
    (change,) = compare((*before[:-1], since), (*after[:-1], since)).outcomes
    assert change.before and change.after
    assert [one.applicable.value for one in (change.before, change.after)] == ["yes", "no"]
    assert because(change) == ["parties t"]


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        (
            (norm(include=["chapeau/shared"]), chapeau(x=element("fact.a"))),
            (norm(include=["chapeau/shared"]), chapeau(x=element("fact.b"))),
            ["chapeau chapeau/shared"],
        ),
        (
            (
                norm(elements={"x": element("fact.b")}),
                presumption("p", "fact.a", asserts=["fact.b"]),
            ),
            (
                norm(elements={"x": element("fact.b")}),
                presumption("p", "fact.c", asserts=["fact.b"]),
            ),
            ["presumption p"],
        ),
        (
            (
                norm(elements={"x": element("fact.b")}),
                terms("act", "do"),
                terms("fact", "b", "a<b"),
            ),
            (norm(elements={"x": element("fact.b")}), terms("act", "do"), terms("fact", "b", "a")),
            ["term fact.a"],
        ),
        (
            (norm(elements=REASON),),
            (norm(elements={"reason": element("fact.b")}),),
            ["norm t:1"],
        ),
    ],
)
def test_a_change_names_the_record_behind_it(
    before: tuple[FileRecord, ...], after: tuple[FileRecord, ...], named: list[str]
) -> None:
    (change,) = compare((*before, SAID), (*after, SAID)).outcomes
    assert because(change) == named


def test_a_norm_that_follows_from_a_changed_one_names_it() -> None:
    crimes = derived(breach={"conduct": ["same"], "norms": ["t:1"]})
    builds = norm("t:2", {"breach": element("derived.breach")}, heading="Answer for it")
    vocabulary = (crimes, terms("act", "do"), terms("fact", "a", "b"), builds)
    before = (norm("t:1", REASON), *vocabulary, SAID)
    after = (norm("t:1", {"reason": element("fact.b")}), *vocabulary, SAID)
    changes = {one.norm: one for one in compare(before, after).outcomes}
    assert because(changes["t:2"]) == ["norm t:1"]


def test_a_norm_is_renamed_only_if_nothing_else_of_it_changes() -> None:
    (one,) = compare((norm("t:1"),), (norm("t:2"),)).law
    assert (one.what, one.was, one.id) == (What.RENAMED, "t:1", "t:2")
    assert told(compare((norm("t:1"),), (norm("t:2", heading="Otherwise"),))) == [
        ("removed", "norm", "t:1"),
        ("added", "norm", "t:2"),
    ]


def test_of_two_norms_that_say_the_same_none_is_taken_for_the_other() -> None:
    result = compare((norm("t:1"), norm("t:2")), (norm("t:3"), norm("t:4")))
    assert {what for what, *_ in told(result)} == {"added", "removed"}


def test_norms_renamed_together_may_name_each_other() -> None:
    before = (norm("t:1", see={"charge": [{"norm": "t:2"}]}), norm("t:2", heading="The crime"))
    after = (norm("t:3", see={"charge": [{"norm": "t:4"}]}), norm("t:4", heading="The crime"))
    assert told(compare(before, after)) == [("renamed", "norm", "t:3"), ("renamed", "norm", "t:4")]


def test_a_renamed_norm_changes_no_outcome() -> None:
    assert compare((norm("t:1"), SAID), (norm("t:2"), SAID)).outcomes == ()


def test_words_and_cases_are_told_apart_from_what_decides() -> None:
    case = {"name": "done", "facts": ["act.do"], "expect": "engaged"}
    before = (norm(), norm("t:2"), norm("t:3"))
    after = (norm(heading="Other"), norm("t:2", cases=[case]), norm("t:3", hints=["fact.a"]))
    effects = {one.id: one.effect for one in compare(before, after).law}
    assert effects == {"t:1": Effect.WORDS, "t:2": Effect.CASES, "t:3": Effect.DECIDES}


def test_places_warrants_and_other_records_are_compared_too() -> None:
    before = (norm(), situation(proceedings={"w": warrant()}))
    after = (norm(), situation(proceedings={"w": warrant(condition="act.undo")}))
    (one,) = compare(before, after).law
    assert [field.path for field in one.fields] == ["proceedings.w.conduct.if"]


def mirrored(change: RecordChange) -> tuple[object, ...]:
    """A change of a record, read backwards."""
    turned = {What.ADDED: What.REMOVED, What.REMOVED: What.ADDED}
    fields = sorted((one.path, one.after or "", one.before or "") for one in change.fields)
    names = (change.was, change.id) if change.was else (change.id,)
    return change.kind, names[::-1], turned.get(change.what, change.what), change.effect, fields


def forwards(change: RecordChange) -> tuple[object, ...]:
    fields = sorted((one.path, one.before or "", one.after or "") for one in change.fields)
    names = (change.was, change.id) if change.was else (change.id,)
    return change.kind, names, change.what, change.effect, fields


@st.composite
def laws(draw: st.DrawFn) -> tuple[Law, Law]:
    """Two random laws, or a law with one record that another has, and allegations for both."""
    one, other = draw(archives(presumptions=3)).library, draw(archives(presumptions=3)).library
    field = draw(st.sampled_from(["norms", "presumptions", "terms_files", "everything"]))
    if field == "everything":
        new = replace(other, allegations=one.allegations, sources=one.sources)
    elif field == "terms_files":
        new = replace(one, terms_files=(other.terms_files[0], *one.terms_files[1:]))
    else:
        new = replace(
            one, **{field: getattr(one, field) | dict([*getattr(other, field).items()][:1])}
        )
    return Law("one", one), Law("other", new)


@given(laws())
@settings(max_examples=EXAMPLES)
def test_a_comparison_read_backwards_is_that_of_the_laws_turned_round(
    laws: tuple[Law, Law],
) -> None:
    there, back = compare_laws(*laws), compare_laws(*laws[::-1])
    assert sorted(map(str, map(mirrored, there.law))) == sorted(map(str, map(forwards, back.law)))
    assert [(item.allegation, item.norm, item.before, item.after) for item in there.outcomes] == [
        (item.allegation, item.norm, item.after, item.before) for item in back.outcomes
    ]


@given(laws())
@settings(max_examples=EXAMPLES)
def test_every_consequence_names_a_record_that_changed_what_is_decided(
    laws: tuple[Law, Law],
) -> None:
    result = compare_laws(*laws, silent=True)
    decisive = {(one.kind, one.id) for one in result.law if one.effect is Effect.DECIDES}
    for change in result.outcomes:
        assert {(one.kind, one.id) for one in change.because} <= decisive
        assert change.because


@pytest.mark.slow
def test_words_of_the_shipped_law_decide_nothing() -> None:
    shipped = seed_library()
    words: dict[str, Any] = {
        "heading": "Otherwise",
        "rule": "Otherwise",
        "protects": (),
        "notes": (),
    }
    of_items: dict[str, Any] = {"text": "Otherwise", "basis": (), "proof": (), "note": None}

    def reworded(items: dict[str, Any]) -> dict[str, Any]:
        return {name: one.model_copy(update=of_items) for name, one in items.items()}

    norms = {
        name: one.model_copy(
            update=words
            | {"see": See(), "words": None, "headings": None}
            | {"elements": reworded(one.elements), "exceptions": reworded(one.exceptions)}
        )
        for name, one in shipped.norms.items()
    }
    result = compare_laws(Law("old", shipped), Law("new", replace(shipped, norms=norms)))
    assert {one.effect for one in result.law} == {Effect.WORDS}
    assert result.outcomes == ()


@given(laws())
@settings(max_examples=5)
def test_a_law_does_not_differ_from_itself(laws: tuple[Law, Law]) -> None:
    for law in laws:
        result = compare_laws(law, law, silent=True)
        assert (result.law, result.outcomes) == ((), ())
