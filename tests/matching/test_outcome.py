"""The outcome over every abstract state, against sentences that say when it is which."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from lawmap.matching.outcome import State, outcome_of, with_responses
from lawmap.model.outcome import RAISED, Answer, Mark, Outcome

BITS = [name for name in State._fields if name != "applicable"]
STATES = [
    State(applicable=answer, **dict(zip(BITS, bits, strict=True)))
    for answer in Answer
    for bits in product((False, True), repeat=len(BITS))
]

Line = tuple[Outcome, Callable[[State], bool]]

# One row a sentence; of the sentences that fit, the first decides.
SENTENCES: dict[str, Line] = {
    "the conduct is open and none of the norm's hints is supported or disputed": (
        Outcome.SILENT,
        lambda s: s.conduct_open and not s.hinted,
    ),
    "an element marked special is open": (Outcome.SILENT, lambda s: s.special_open),
    "not applicable then and there": (Outcome.EXCLUDED, lambda s: s.applicable is Answer.NO),
    "a non-mental element contradicted": (Outcome.EXCLUDED, lambda s: s.contradicted),
    "an exception supported": (Outcome.EXCEPTED, lambda s: s.excepted),
    "a non-mental element is open": (Outcome.ARGUABLE, lambda s: s.open),
    "the applicability is unknown": (
        Outcome.ARGUABLE,
        lambda s: s.applicable is Answer.UNKNOWN,
    ),
    "only a hint is reported": (Outcome.ARGUABLE, lambda s: s.conduct_open and s.hinted),
    "a non-mental element or an exception disputed": (Outcome.CONTESTED, lambda s: s.disputed),
    "a mental element contradicted or disputed": (
        Outcome.CONTESTED,
        lambda s: s.mental_unsettled,
    ),
    "everything else": (Outcome.ENGAGED, lambda _: True),
}


def test_every_state_has_the_outcome_of_the_first_sentence_that_fits() -> None:
    assert len(STATES) == 4 * 2**8
    for state in STATES:
        expected = next(outcome for outcome, fits in SENTENCES.values() if fits(state))
        assert outcome_of(state) is expected, state


def test_a_mental_element_never_excludes_nor_silences_nor_excepts() -> None:
    for state in STATES:
        before = outcome_of(state._replace(mental_unsettled=False))
        after = outcome_of(state._replace(mental_unsettled=True))
        assert after is (Outcome.CONTESTED if before is Outcome.ENGAGED else before), state


def test_unknown_applicability_never_engages_nor_contests() -> None:
    for state in STATES:
        outcome = outcome_of(state._replace(applicable=Answer.UNKNOWN))
        assert outcome not in (Outcome.ENGAGED, Outcome.CONTESTED), state


def test_applicability_in_part_counts_as_yes() -> None:
    for state in STATES:
        in_part, yes = (state._replace(applicable=one) for one in (Answer.IN_PART, Answer.YES))
        assert outcome_of(in_part) is outcome_of(yes), state


def test_a_norm_that_does_not_apply_is_never_raised() -> None:
    for state in STATES:
        assert outcome_of(state._replace(applicable=Answer.NO)) not in RAISED, state


PAIRS = list(product(Outcome, repeat=2))


@pytest.mark.parametrize(("reported", "answered"), PAIRS)
def test_a_response_alone_never_excludes_nor_excepts(reported: Outcome, answered: Outcome) -> None:
    outcome = with_responses(reported, answered, ()).outcome
    for absolving in (Outcome.EXCLUDED, Outcome.EXCEPTED, Outcome.SILENT):
        assert (outcome is absolving) == (reported is absolving)


@pytest.mark.parametrize(("reported", "answered"), PAIRS)
def test_a_response_that_changes_the_outcome_of_a_raised_norm_is_never_lost(
    reported: Outcome, answered: Outcome
) -> None:
    judgement = with_responses(reported, answered, ())
    if reported is Outcome.ENGAGED and answered is not reported:
        assert judgement == (Outcome.CONTESTED, (Mark.DISPUTED,))
    elif reported is Outcome.ARGUABLE and answered not in (Outcome.ARGUABLE, Outcome.ENGAGED):
        assert judgement == (Outcome.ARGUABLE, (Mark.DISPUTED,))
    else:
        assert judgement == (reported, ())


@pytest.mark.parametrize(("reported", "answered"), PAIRS)
def test_an_arguable_norm_is_marked_where_a_response_disputes_any_part_of_it_and_no_other_is(
    reported: Outcome, answered: Outcome
) -> None:
    plain = with_responses(reported, answered, ())
    disputed = with_responses(reported, answered, (), disputes=True)
    assert disputed.outcome is plain.outcome
    marked = (Mark.DISPUTED,) if reported is Outcome.ARGUABLE else plain.marks
    assert disputed.marks == marked


@pytest.mark.parametrize("marks", [(), (Mark.PROSPECTIVE, Mark.MENTAL)])
def test_a_response_keeps_the_marks_that_are_there(marks: tuple[Mark, ...]) -> None:
    judgement = with_responses(Outcome.ENGAGED, Outcome.EXCLUDED, marks)
    assert set(judgement.marks) == {*marks, Mark.DISPUTED}
    assert list(judgement.marks) == [mark for mark in Mark if mark in judgement.marks]
