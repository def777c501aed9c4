"""Words that several subjects of ``lawmap show`` share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lawmap.citing import refer
from lawmap.model.base import Attribution
from lawmap.model.conditions import condition_words
from lawmap.model.instrument import PartyEvent
from lawmap.model.library import Library
from lawmap.model.norm import Element, Ground, Norm
from lawmap.model.situation import Occupation
from lawmap.periods import in_words


class Section(NamedTuple):
    """A heading with lines below it; without lines it is not shown."""

    heading: str
    lines: Iterable[str]


def sections(*shown: Section) -> Iterator[str]:
    """Sections of a record, each by an indent of two further blanks."""
    for section in shown:
        lines = list(section.lines)
        if lines:
            yield f"  {section.heading}:"
            yield from (f"    {line}" for line in lines)


def in_other_languages(what: str, texts: Mapping[str, str]) -> Iterator[str]:
    """A label or heading in every language but English, which stands on top."""
    for language, text in sorted(texts.items()):
        if language != "en":
            yield f"  {what} ({language}): {text}"


def norm_line(norm: Norm) -> str:
    """A norm in a list."""
    return f"{norm.id}: {norm.heading}"


def term_line(library: Library, term: str) -> str:
    """A term in a list."""
    return f"{term}: {library.terms[term].label}" if term in library.terms else term


def basis_words(library: Library, provisions: Iterable[str]) -> str:
    """The provisions that carry something."""
    return "; ".join(refer(library, one) for one in provisions)


def element_lines(elements: Mapping[str, Element]) -> Iterator[str]:
    """Elements with their conditions."""
    for name, element in elements.items():
        yield f"{name} ({element.kind.value}): {element.text}"
        yield f"  if {condition_words(element.condition)}"


def ground_lines(grounds: Mapping[str, Ground]) -> Iterator[str]:
    """Exceptions with their conditions."""
    for name, ground in grounds.items():
        yield f"{name}: {ground.text}"
        yield f"  if {condition_words(ground.condition)}"


def event_words(event: PartyEvent) -> str:
    """What a State did about a treaty, and from when it counts."""
    on = f" of {in_words(event.on)}" if event.on else ""
    effect = f", with effect on {in_words(event.effect)}" if event.effect else ""
    text = f": {event.text}" if event.text else ""
    return f"{event.act.value.replace('-', ' ')}{on}{effect}{text}"


def source_words(source: Attribution) -> str:
    """Where a fact was read, and how sure it is."""
    sure = "source" if source.verified else "source (not verified)"
    quote = f' "{source.quote}"' if source.quote else ""
    note = f" ({source.note})" if source.note else ""
    return f"{sure}: {source.read_in}{quote}{note}"


def span_words(one: Occupation) -> str:
    """From when to when an occupation is recorded."""
    until = f" until {in_words(one.ends)}" if one.ends else ""
    return f"{'from' if until else 'since'} {in_words(one.begins)}{until}"
