"""The outcome of a norm for an allegation: a total, pure function; the first line that fits.

1. silent: the conduct is open and no hint is supported or disputed; or an element is open that
   makes the norm one about certain persons only.
2. excluded: not applicable then and there, or a non-mental element is contradicted.
3. excepted: an exception is supported, and not in part only.
4. arguable: a non-mental element or the conduct is open, or it is unknown whether the norm
   applied.
5. contested: a non-mental element or an exception is disputed, or a mental element is contradicted
   or disputed.
6. engaged: everything else.

So an open mental element hinders nothing; it is marked as left to prove. Nothing here knows norms,
terms or planes, so every abstract state can be enumerated.
"""

from __future__ import annotations

from typing import NamedTuple

from lawmap.model.outcome import Answer, Mark, Outcome


class State(NamedTuple):
    """Everything on which the outcome depends."""

    conduct_open: bool
    """Nobody speaks of the bare act."""
    hinted: bool
    """A hint of the norm is supported or disputed."""
    special_open: bool
    """An element that makes the norm one about certain persons only is open."""
    applicable: Answer
    contradicted: bool
    """A non-mental element is contradicted."""
    open: bool
    """A non-mental element is open."""
    disputed: bool
    """A non-mental element or an exception is disputed."""
    excepted: bool
    """An exception is supported, and not in part only."""
    mental_unsettled: bool
    """A mental element is contradicted or disputed."""


def outcome_of(state: State) -> Outcome:
    """The first line that fits."""
    if (state.conduct_open and not state.hinted) or state.special_open:
        return Outcome.SILENT
    if state.applicable is Answer.NO or state.contradicted:
        return Outcome.EXCLUDED
    if state.excepted:
        return Outcome.EXCEPTED
    if state.open or state.conduct_open or state.applicable is Answer.UNKNOWN:
        return Outcome.ARGUABLE
    if state.disputed or state.mental_unsettled:
        return Outcome.CONTESTED
    return Outcome.ENGAGED


class Judgement(NamedTuple):
    """An outcome with its marks."""

    outcome: Outcome
    marks: tuple[Mark, ...]


def with_responses(
    reported: Outcome, answered: Outcome, marks: tuple[Mark, ...], *, disputes: bool = False
) -> Judgement:
    """Let the answers of the accused side count as far as they may.

    They never exclude or except anything. Where counting them would change an engaged norm, it is
    contested; an arguable one stays so, marked disputed. What the accused side supplies to an
    arguable norm disputes nothing.

    Args:
        reported: the outcome on what others report.
        answered: the outcome with responses counted.
        marks: the marks so far.
        disputes: whether they speak against any element or hint, or for any exception, even
            where the outcome stays as it is.
    """
    if reported is Outcome.ENGAGED and answered is not reported:
        return Judgement(Outcome.CONTESTED, ordered({*marks, Mark.DISPUTED}))
    worse = answered not in (Outcome.ARGUABLE, Outcome.ENGAGED)
    if reported is Outcome.ARGUABLE and (worse or disputes):
        return Judgement(reported, ordered({*marks, Mark.DISPUTED}))
    return Judgement(reported, marks)


def ordered(marks: set[Mark]) -> tuple[Mark, ...]:
    """Marks in the order of their definition."""
    return tuple(mark for mark in Mark if mark in marks)
