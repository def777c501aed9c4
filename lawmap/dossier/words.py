"""The fixed words of a dossier: outcomes, values, marks, times. Alleged, reported; never more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from lawmap.model.allegation import When
from lawmap.model.facts import Stage
from lawmap.model.norm import Element, ElementKind, Ground
from lawmap.model.outcome import Answer, Mark, Outcome
from lawmap.model.persons import Quantity
from lawmap.periods import Period, Sense, in_words
from lawmap.truth import Truth, Value

OUTCOMES = {
    Outcome.ENGAGED: "all elements reported",
    Outcome.CONTESTED: "all elements reported, and disputed",
    Outcome.ARGUABLE: "arguable: something is open",
    Outcome.EXCEPTED: "an exception is reported",
    Outcome.EXCLUDED: "left out",
    Outcome.SILENT: "not concerned",
}

PROSPECTIVE_OUTCOMES = {
    Outcome.ENGAGED: "if carried out, all elements would be reported",
    Outcome.CONTESTED: "if carried out, all elements would be reported, and disputed",
    Outcome.ARGUABLE: "something is open",
}
"""Outcomes of conduct that is planned, threatened or attempted, and not reported as done."""

MARKS = {
    Mark.IN_PART: "for a part of the group or time only",
    Mark.DISPUTED: "disputed by the accused side",
    Mark.MENTAL: "mental element to be proved",
}

VALUES = {
    Truth.SUPPORTED: "reported",
    Truth.CONTRADICTED: "spoken against",
    Truth.DISPUTED: "disputed",
    Truth.OPEN: "not reported",
}

STATUS_VALUES = {
    Truth.SUPPORTED: "taken as given",
    Truth.CONTRADICTED: "taken as not given",
    Truth.DISPUTED: "disputed",
    Truth.OPEN: "not settled",
}

STAGES = {
    Stage.PLANNED: "planned",
    Stage.THREATENED: "threatened",
    Stage.ATTEMPTED: "attempted",
}

ANSWERS = {
    Answer.YES: "yes",
    Answer.NO: "no",
    Answer.UNKNOWN: "not settled",
    Answer.IN_PART: "in part",
}

REACH_VALUES = {
    Truth.SUPPORTED: "within reach, on what is reported",
    Truth.CONTRADICTED: "outside the reach, on what is reported",
    Truth.DISPUTED: "disputed",
    Truth.OPEN: "not settled",
}
"""Answers on a court's reach."""

SETTLES_A_TIE = ("dated records and testimony that fix who acted, on which day, and where",)
"""What to look for where it is open whether the actor was bound there and then."""

RELATIONS = {
    "charge": "crime",
    "breach": "grave breach",
    "custom": "customary rule",
    "parallel": "parallel rule",
    "general": "broader rule",
}

ELEMENT_KINDS = {
    ElementKind.CONTEXT: "context",
    ElementKind.PERSON: "persons",
    ElementKind.CONDUCT: "conduct",
    ElementKind.CIRCUMSTANCE: "circumstance",
    ElementKind.CONSEQUENCE: "consequence",
    ElementKind.SPECIAL_INTENT: "purpose",
    ElementKind.MENTAL: "mental element",
}


def kind_of(item: Element | Ground) -> str:
    """What an element asks about; an exception is called so."""
    return ELEMENT_KINDS[item.kind] if isinstance(item, Element) else "exception"


def if_carried_out(prospect: str) -> str:
    """The condition under which an answer holds; ``prospect`` such as ``planned or attempted``."""
    return f", if what is {prospect} were carried out"


def outcome_words(outcome: Outcome, marks: tuple[Mark, ...], prospect: str = "") -> str:
    """An outcome in words that a submission can use.

    Args:
        outcome: of a norm.
        marks: its marks.
        prospect: how far conduct is reported to have gone, such as ``planned``.
    """
    if Mark.PROSPECTIVE in marks:
        words = f"{prospect}, not reported as done; {PROSPECTIVE_OUTCOMES[outcome]}"
    elif outcome is Outcome.ENGAGED and Mark.MENTAL in marks:
        words = "all elements reported save the mental element, which is to be proved"
    else:
        words = OUTCOMES[outcome]
    further = [
        MARKS[mark]
        for mark in marks
        if mark in MARKS and MARKS[mark] not in words and not _said(mark, words)
    ]
    return "; ".join([words, *further])


def _said(mark: Mark, words: str) -> bool:
    return mark is Mark.MENTAL and "mental element" in words


def value_words(value: Value, words: Mapping[Truth, str] = VALUES) -> str:
    """The answer to one question; ``words`` are STATUS_VALUES for what need not be reported."""
    dispute = ", and what is reported of it is disputed" if value.hides_dispute else ""
    return f"{words[value.truth]}{', in part' if value.in_part else ''}{dispute}"


def when_words(when: When | None) -> str:
    """The reported time, no more exact than the report."""
    if when is None:
        return "not reported"
    text = period_words(when.period)
    if when.sense is Sense.BEFORE:
        last = when.period.last
        return f"by {in_words(last) if last else text} at the latest; the report gives no beginning"
    if when.sense is Sense.DURING:
        return f"throughout {text}"
    single = re.fullmatch(r"\d{4}-\d{2}-\d{2}", when.period.text) is not None
    return text if single else f"at some time {'' if '/' in when.period.text else 'in '}{text}"


def period_words(period: Period) -> str:
    """A period as its text gives it, with months by name."""
    first, slash, last = period.text.partition("/")
    if not slash:
        return _date_words(first)
    if ".." in (first, last):
        return f"until {_date_words(last)}" if first == ".." else f"since {_date_words(first)}"
    return f"between {_date_words(first)} and {_date_words(last)}"


def _date_words(text: str) -> str:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return in_words(date.fromisoformat(text))
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        return in_words(date.fromisoformat(f"{text}-01")).partition(" ")[2]
    return text


def quantity_words(quantity: Quantity) -> str:
    """A reported figure as exact as the source is."""
    value = getattr(quantity, quantity.form)
    match quantity.form:
        case "exactly":
            return _figure(value)
        case "between":
            return f"from {_figure(value[0])} to {_figure(value[1])}"
        case "uncertain":
            return f"somewhere between {_figure(value[0])} and {_figure(value[1])}"
        case form:
            return f"{form.replace('_', ' ')} {_figure(value)}"


def _figure(value: int) -> str:
    """A number as a reader expects it: ``2400``, ``19,546``."""
    return f"{value:,}" if value >= _GROUPED_FROM else str(value)


_GROUPED_FROM = 10_000
"""British legal writing sets commas in numbers of five figures and more."""


def capital(text: str) -> str:
    """Text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def joined(parts: list[str]) -> str:
    """Words in a row: ``a, b and c``."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
