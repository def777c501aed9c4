"""The second pass: what a derived term says, for every outcome of the norms that set it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any, NamedTuple

import pytest

from lawmap.matching import match
from lawmap.model.allegation import Allegation
from lawmap.model.assessment import Assessment, ElementResult
from lawmap.model.base import FileRecord
from lawmap.model.norm import Norm
from lawmap.model.outcome import Answer, ElementValue, Mark, Outcome
from tests.builders import (
    VOCABULARY,
    Data,
    against,
    allegation,
    chapeau,
    denied,
    derived,
    element,
    event,
    ground,
    instrument,
    library,
    norm,
    parties,
    response,
)
from tests.matching.one_pair import DISPUTED, OPEN, SUPPORTED

YOUNG: Data = {"age": {"below": 15}}
SAME = derived(crime={"conduct": ["same"]})
WHOLE, MIXED = against(age={"exactly": 10}), against(age={"between": [6, 17]})
PREMISE = norm(
    "t:1",
    elements={"more": element("fact.a"), "young": element(YOUNG, "person")},
    exceptions={"ground": ground("fact.b")},
)
UNDO = element("act.undo", "conduct")


def reader(id: str = "t:2", condition: Any = "derived.crime", **given: Any) -> Norm:  # noqa: A002
    """A norm on ``act.undo`` that reads a derived term."""
    return norm(id, **{"elements": {"conduct": UNDO, "follows": element(condition)}} | given)


def assessed(records: Iterable[FileRecord]) -> dict[tuple[str, str], Assessment]:
    """Every pair of a library, by allegation and norm."""
    found = match(library(*records), silent=True)
    return {(one.allegation, one.norm): one for one in found}


def follows(assessment: Assessment) -> ElementResult:
    """The element that reads the derived term."""
    return next(item for item in assessment.elements if item.id == "follows")


# One premise, looked at from the same allegation or from one that assists it

FACTS: dict[Outcome, list[Any]] = {
    Outcome.ENGAGED: ["act.do", "fact.a"],
    Outcome.CONTESTED: ["act.do", "fact.a", denied("fact.a")],
    Outcome.ARGUABLE: ["act.do"],
    Outcome.EXCEPTED: ["act.do", "fact.a", "fact.b"],
    Outcome.EXCLUDED: ["act.do", denied("fact.a")],
    Outcome.SILENT: ["fact.a"],
}
SAYS = {Outcome.ENGAGED: SUPPORTED, Outcome.CONTESTED: DISPUTED}


class Case(NamedTuple):
    """A premise, and the conduct that looks at it."""

    premise: Outcome
    conduct: str
    premise_planned: bool
    reader_planned: bool
    in_part: bool
    answered: bool

    @property
    def says(self) -> ElementValue:
        """What the derived term says on what others report."""
        hidden = self.premise_planned and not self.reader_planned
        return OPEN if hidden else SAYS.get(self.premise, OPEN)

    @property
    def allegations(self) -> list[Allegation]:
        premise = [_planned(fact, self.premise_planned) for fact in FACTS[self.premise]]
        look = _planned("act.undo", self.reader_planned)
        given: Data = {
            "against": MIXED if self.in_part else WHOLE,
            "responses": [response(["act.do"])] if self.answered else [],
        }
        if self.conduct == "same":
            return [allegation(*premise, look, **given)]
        return [allegation(look, assists="b"), allegation(*premise, id="b", **given)]


def _planned(fact: Any, planned: bool) -> Any:
    is_act = isinstance(fact, str) and fact.startswith("act.")
    return {"planned": fact} if planned and is_act else fact


BITS = (False, True)
CASES = [
    Case(premise, conduct, *bits)
    for premise, conduct in product(Outcome, ("same", "assisted"))
    for bits in product(BITS, repeat=4)
]


def looked_at(case: Case) -> tuple[Assessment, Assessment]:
    """How the premise stands, and how the norm that reads its outcome."""
    term = derived(crime={"conduct": [case.conduct]})
    found = assessed([*VOCABULARY, term, PREMISE, reader(), *case.allegations])
    return found[case.allegations[-1].id, "t:1"], found["a", "t:2"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(map(str, case)))
def test_a_derived_term_says_what_the_outcome_of_its_premise_allows(case: Case) -> None:
    premise, found = looked_at(case)
    denied_premise = case.answered and case.premise is Outcome.ENGAGED
    assert premise.outcome is (Outcome.CONTESTED if denied_premise else case.premise)
    assert follows(found).value is case.says
    assert follows(found).in_part is (case.in_part and case.says is not OPEN)
    shaken = case.answered and case.says is SUPPORTED
    outcomes = {SUPPORTED: Outcome.ENGAGED, DISPUTED: Outcome.CONTESTED, OPEN: Outcome.ARGUABLE}
    assert found.outcome is (Outcome.CONTESTED if shaken else outcomes[case.says])
    assert set(found.marks) == {
        *([Mark.PROSPECTIVE] if case.reader_planned else []),
        *([Mark.IN_PART] if follows(found).in_part else []),
        *([Mark.DISPUTED] if shaken else []),
    }


@pytest.mark.parametrize("facts", [FACTS[Outcome.ARGUABLE], FACTS[Outcome.SILENT]])
def test_an_answer_of_the_accused_side_never_makes_a_premise_hold(facts: list[Any]) -> None:
    answer = response(claims=("act.do", "fact.a"))
    one = allegation(*facts, "act.undo", against=WHOLE, responses=[answer])
    found = assessed([*VOCABULARY, SAME, PREMISE, reader(), one])["a", "t:2"]
    assert (follows(found).value, found.outcome) == (OPEN, Outcome.ARGUABLE)
    assert Mark.DISPUTED not in found.marks


@pytest.mark.parametrize(
    ("when", "answer", "value", "in_part"),
    [
        ({"within": "2022"}, Answer.YES, SUPPORTED, False),
        ({"during": "2010"}, Answer.IN_PART, SUPPORTED, True),
        ({"within": "2010"}, Answer.UNKNOWN, OPEN, False),
        ({"within": "2009"}, Answer.NO, OPEN, False),
    ],
)
def test_a_derived_term_is_no_stronger_than_the_tie_of_its_premise(
    when: Data, answer: Answer, value: ElementValue, in_part: bool
) -> None:
    bound = parties(event("ratification", "2010-06-01"))
    records = [instrument(binding="treaty"), bound, instrument("u"), norm("t:1"), reader("u:2")]
    found = assessed([*VOCABULARY, SAME, *records, allegation("act.do", "act.undo", when=when)])
    assert found["a", "t:1"].applicable.answer is answer
    assert (follows(found["a", "u:2"]).value, follows(found["a", "u:2"]).in_part) == (
        value,
        in_part,
    )


def test_a_premise_that_is_only_hinted_at_leaves_the_term_open() -> None:
    hinted = norm("t:1", hints=["fact.a"])
    found = assessed([*VOCABULARY, SAME, hinted, reader(), allegation("act.undo", "fact.a")])
    assert found["a", "t:1"].outcome is Outcome.ARGUABLE
    assert follows(found["a", "t:2"]).value is OPEN


def test_a_mental_element_of_the_premise_that_is_open_does_not_hold_the_term_back() -> None:
    crime = norm("t:1", elements={"intent": element("fact.a", "mental")})
    found = assessed([*VOCABULARY, SAME, crime, reader(), allegation("act.do", "act.undo")])
    assert found["a", "t:1"].marks == (Mark.MENTAL,)
    assert follows(found["a", "t:2"]).value is SUPPORTED
    assert found["a", "t:2"].marks == ()


def test_conduct_that_follows_from_a_planned_premise_is_itself_prospective() -> None:
    follows_only = norm("t:2", elements={"conduct": element("derived.crime", "conduct")})
    one = allegation({"planned": "act.do"})
    found = assessed([*VOCABULARY, SAME, norm("t:1"), follows_only, one])["a", "t:2"]
    assert (found.outcome, found.marks) == (Outcome.ENGAGED, (Mark.PROSPECTIVE,))


# Several premises

TWO = [
    norm("t:1", elements={"more": element("fact.a")}, exceptions={"ground": ground("fact.b")}),
    norm("t:3", elements={"conduct": element("act.plan", "conduct"), "more": element("fact.c")}),
]
SECOND: dict[Outcome, list[Any]] = {
    Outcome.ENGAGED: ["act.plan", "fact.c"],
    Outcome.CONTESTED: ["act.plan", "fact.c", denied("fact.c")],
    Outcome.ARGUABLE: ["act.plan"],
    Outcome.EXCLUDED: ["act.plan", denied("fact.c")],
    Outcome.SILENT: [],
}


@pytest.mark.parametrize(("first", "second"), list(product(Outcome, SECOND)))
def test_of_several_premises_one_that_is_engaged_supports_and_one_contested_disputes(
    first: Outcome, second: Outcome
) -> None:
    one = allegation("act.undo", *FACTS[first], *SECOND[second])
    found = assessed([*VOCABULARY, SAME, *TWO, reader(), one])
    assert (found["a", "t:1"].outcome, found["a", "t:3"].outcome) == (first, second)
    contested = Outcome.CONTESTED in (first, second)
    engaged = Outcome.ENGAGED in (first, second)
    expected = DISPUTED if contested else SUPPORTED if engaged else OPEN
    assert follows(found["a", "t:2"]).value is expected


def test_a_premise_that_holds_of_all_needs_no_mark_for_another_that_holds_in_part() -> None:
    young = norm("t:3", elements={"young": element(YOUNG, "person")})
    one = allegation("act.do", "act.undo", against=MIXED)
    found = assessed([*VOCABULARY, SAME, norm("t:1"), young, reader(), one])
    assert found["a", "t:3"].marks == (Mark.IN_PART,)
    assert (follows(found["a", "t:2"]).value, follows(found["a", "t:2"]).in_part) == (
        SUPPORTED,
        False,
    )


# Norms that read derived terms run in the second pass and set none

LATER = derived(crime={"conduct": ["same"]}, later={"conduct": ["same"], "norms": ["t:2"]})
READERS = {
    "an element": reader(),
    "a part of an element": reader(condition={"any": ["fact.a", {"all": ["derived.crime"]}]}),
    "an opposite": reader(condition={"not": {"not": "derived.crime"}}),
    "an exception": norm(
        "t:2",
        elements={"conduct": UNDO},
        exceptions={"ground": ground({"all": ["derived.crime", "fact.c"]})},
    ),
    "a hint": norm("t:2", elements={"conduct": UNDO}, hints=["derived.crime"]),
    "a shared element": norm("t:2", elements={"conduct": UNDO}, include=["chapeau/shared"]),
}


@pytest.mark.parametrize("place", READERS)
def test_a_norm_that_reads_a_derived_term_anywhere_sets_none(place: str) -> None:
    shared = chapeau(shared=element("derived.crime"))
    third, one = reader("t:3", "derived.later"), allegation("act.do", "act.undo")
    found = assessed([*VOCABULARY, LATER, shared, norm("t:1"), READERS[place], third, one])
    assert found["a", "t:2"].outcome is Outcome.ENGAGED
    assert follows(found["a", "t:3"]).value is OPEN


def test_a_norm_that_reads_none_sets_the_same_term() -> None:
    plain = norm("t:2", elements={"conduct": UNDO})
    records = [*VOCABULARY, LATER, norm("t:1"), plain, reader("t:3", "derived.later")]
    assert follows(assessed([*records, allegation("act.undo")])["a", "t:3"]).value is SUPPORTED


def test_a_norm_is_never_its_own_premise() -> None:
    own = derived(crime={"conduct": ["same"], "norms": ["t:2"]})
    found = assessed([*VOCABULARY, own, reader(), allegation("act.undo")])["a", "t:2"]
    assert (found.outcome, follows(found).value) == (Outcome.ARGUABLE, OPEN)


def test_a_derived_exception_excepts_in_the_second_pass() -> None:
    excepted = norm("t:2", elements={"conduct": UNDO}, exceptions={"if": ground("derived.crime")})
    records = [*VOCABULARY, SAME, norm("t:1"), excepted]
    assert assessed([*records, allegation("act.undo")])["a", "t:2"].outcome is Outcome.ENGAGED
    both = allegation("act.do", "act.undo")
    assert assessed([*records, both])["a", "t:2"].outcome is Outcome.EXCEPTED


def test_a_premise_that_holds_in_part_says_nothing_of_the_others() -> None:
    absent = reader(condition={"not": "derived.crime"})
    one = allegation("act.undo", *FACTS[Outcome.ENGAGED], against=MIXED)
    found = assessed([*VOCABULARY, SAME, PREMISE, absent, one])
    assert found["a", "t:1"].marks == (Mark.IN_PART,)
    assert follows(found["a", "t:2"]).value is OPEN


@pytest.mark.parametrize(
    ("premise", "outcome"),
    [
        (Outcome.ENGAGED, Outcome.EXCLUDED),
        (Outcome.CONTESTED, Outcome.CONTESTED),
        (Outcome.ARGUABLE, Outcome.ARGUABLE),
        (Outcome.EXCLUDED, Outcome.ARGUABLE),
    ],
)
def test_that_no_premise_holds_is_no_denial(premise: Outcome, outcome: Outcome) -> None:
    absent = reader(condition={"not": "derived.crime"})
    one = allegation("act.undo", *FACTS[premise], against=WHOLE)
    assert assessed([*VOCABULARY, SAME, PREMISE, absent, one])["a", "t:2"].outcome is outcome
