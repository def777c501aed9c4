"""RIS, in the tags that Zotero, EndNote and Mendeley read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .reference import Dated, Kind, Reference

_TYPES = {
    Kind.TREATY: "STAT",
    Kind.LAW: "STAT",
    Kind.RESOLUTION: "GOVDOC",
    Kind.BOOK: "BOOK",
    Kind.CASE: "CASE",
    Kind.REPORT: "RPRT",
    Kind.NEWS: "NEWS",
    Kind.DOCUMENT: "GEN",
}
"""RIS has no type for treaties; as statutes they keep series, volume and page in Zotero."""
_BODY = {Kind.NEWS: "T2"}
_NUMBER = {Kind.CASE: "SV", Kind.TREATY: "M1", Kind.LAW: "M1", Kind.DOCUMENT: "M1"}
"""The tags of the publisher and of the number, where they are not PB and SN."""

Line = tuple[str, str | None]


def write(references: Iterable[Reference]) -> str:
    """All references, a line a tag."""
    return "\n".join(_entry(one) for one in references)


def _entry(one: Reference) -> str:
    lines = [(tag, value) for tag, value in _lines(one) if value]
    return "".join(f"{tag}  - {value}\n" for tag, value in [*lines, ("ER", "")])


def _lines(one: Reference) -> Iterator[Line]:
    first = one.first
    yield "TY", _TYPES[one.kind]
    yield "ID", one.key
    yield "TI", one.title
    yield "ST", one.short
    yield from (("AU", f"{name.family}, {name.given}") for name in one.authors)
    yield "AU", one.written_by
    yield _BODY.get(one.kind, "PB"), one.body
    yield "M3", one.genre
    yield "CY", one.place
    if one.issued:
        yield from _date(one.issued)
    if first:
        yield "T2", first.series
        yield "VL", first.volume
        yield "SP", first.page
    yield _NUMBER.get(one.kind, "SN"), first.number if first else one.number
    yield "LA", one.language
    yield "UR", one.url
    if one.opened:
        yield "N1", f"Opened for signature {one.opened.isoformat()}"
    yield from (("N1", note) for note in one.told_beside())
    yield "N1", one.caveat


def _date(dated: Dated) -> Iterator[Line]:
    """The year, and ``YYYY/MM/DD/``; what has not that form stands in the fourth part."""
    parts = dated.ends[0] if dated.ends else ()
    digits = [f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False)]
    year, month, day = (*digits, *("",) * (3 - len(digits)))
    yield "PY", year
    yield "DA", f"{year}/{month}/{day}/{'' if dated.only else dated.text}"
