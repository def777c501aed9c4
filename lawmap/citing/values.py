"""The values that templates of styles may use, by kind of authority, and where they come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from lawmap.model.allegation import Allegation
from lawmap.model.authority import OF_INSTRUMENTS, Authority
from lawmap.model.decision import Decision
from lawmap.model.instrument import Author, Instrument, Published
from lawmap.model.library import Library
from lawmap.model.situation import Proceeding
from lawmap.model.source import Source
from lawmap.model.style import VERSUS, Names, Style

from .days import day, period
from .runs import to_text
from .template import Values, fill, fill_whole


class Known(NamedTuple):
    """The names of the values of one kind of authority."""

    always: tuple[str, ...]
    """Those that no record of the kind lacks."""
    sometimes: tuple[str, ...] = ()
    """Those that a record may lack, so that templates have them in groups only."""


_OF_INSTRUMENTS = Known(
    ("title", "short", "abbreviation", "citation"),
    (
        *("adopted", "opened", "in_force", "year", "place", "published"),
        *("body", "resolution", "part", "document", "authors", "surnames", "publisher"),
    ),
)
NAMES: dict[Authority, Known] = {
    **dict.fromkeys(sorted(OF_INSTRUMENTS, key=lambda one: one.value), _OF_INSTRUMENTS),
    Authority.DECISION: Known(
        ("title", "short", "court", "form", "day", "year"), ("number", "url")
    ),
    Authority.WARRANT: Known(("person", "office", "court", "chamber", "number", "day", "year")),
    Authority.REPORT: Known(("title", "publisher"), ("author", "day", "url")),
    Authority.DOSSIER: Known(("title", "id")),
}
"""For each kind of authority the names of the values of its record."""

OF_PLACES = ("pinpoint", "note")
"""What belongs to a citation, not to a record: the provisions or paragraphs with their unit, and
the number of the note that cites the authority first. Both may be missing."""


def values_of(library: Library, style: Style, kind: Authority, record: Any) -> Values:
    """What templates may use of a record, by name; None for what it does not have."""
    return _READERS[kind](library, style, record)


def _of_instrument(_: Library, style: Style, one: Instrument) -> Values:
    adopted, resolution, book = one.adopted, one.resolution, one.book
    return {
        "title": one.titles.get(style.language, one.title.full),
        "short": one.title.short,
        "abbreviation": one.title.abbreviation,
        "citation": one.citation,
        "adopted": day(style.dates, adopted.on) if adopted else None,
        "opened": day(style.dates, one.opened),
        "in_force": day(style.dates, one.in_force),
        "year": _year_of(one),
        "place": adopted.place if adopted else None,
        "published": _published(style, one),
        "body": style.bodies.get(resolution.body) if resolution else None,
        "resolution": resolution.number if resolution else None,
        "part": resolution.part if resolution else None,
        "document": one.document,
        "authors": _authors(style.names, style.names.one, book.authors) if book else None,
        "surnames": _authors(style.names, style.names.later, book.authors) if book else None,
        "publisher": book.publisher if book else None,
    }


def _year_of(one: Instrument) -> str | None:
    if one.book:
        return str(one.book.year)
    return str(one.adopted.on.year) if one.adopted else None


def _published(style: Style, instrument: Instrument) -> str | None:
    """Where it is printed: of several places the one whose series the style prefers."""
    for series in style.series:
        for one in instrument.published:
            if one.series == series:
                return printed(style, one)
    return None


def printed(style: Style, one: Published) -> str | None:
    """A place of publication; None where the style's template needs a part that is not known."""
    parts = {"volume": one.volume, "page": one.page, "number": one.number}
    runs = fill_whole(style.series[one.series], parts)
    return None if runs is None else to_text(runs)


def _authors(names: Names, template: str, authors: tuple[Author, ...]) -> str:
    written = [
        to_text(fill(template, {"given": one.given, "family": one.family})) for one in authors
    ]
    *most, last = written
    return f"{names.between.join(most)}{names.last}{last}" if most else last


def _of_decision(_: Library, style: Style, one: Decision) -> Values:
    title = one.title.replace(VERSUS, style.versus)
    return {
        "title": title,
        "short": one.short.replace(VERSUS, style.versus) if one.short else title,
        "court": one.court,
        "form": one.form,
        "day": day(style.dates, one.on),
        "year": str(one.on.year),
        "number": one.number,
        "url": one.url,
    }


def _of_warrant(library: Library, style: Style, one: Proceeding) -> Values:
    return {
        "person": one.person.name,
        "office": one.person.office,
        "court": library.courts[one.court].name,
        "chamber": one.by,
        "number": one.number,
        "day": day(style.dates, one.issued),
        "year": str(one.issued.year),
    }


def _of_report(_: Library, style: Style, one: Source) -> Values:
    return {
        "title": one.title,
        "publisher": one.publisher,
        "author": one.author,
        "day": period(style.dates, one.published),
        "url": one.url,
    }


def _of_dossier(_library: Library, _style: Style, one: Allegation) -> Values:
    return {"title": one.title, "id": one.id}


_READERS: dict[Authority, Callable[[Library, Style, Any], Values]] = {
    **dict.fromkeys(OF_INSTRUMENTS, _of_instrument),
    Authority.DECISION: _of_decision,
    Authority.WARRANT: _of_warrant,
    Authority.REPORT: _of_report,
    Authority.DOSSIER: _of_dossier,
}
