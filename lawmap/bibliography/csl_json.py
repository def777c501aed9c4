"""CSL-JSON 1.0.2: what pandoc, Zotero and every processor of CSL styles read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .reference import Dated, Kind, Reference

_TYPES = {
    Kind.TREATY: "treaty",
    Kind.LAW: "legislation",
    Kind.RESOLUTION: "report",
    Kind.BOOK: "book",
    Kind.CASE: "legal_case",
    Kind.REPORT: "report",
    Kind.NEWS: "article-newspaper",
    Kind.DOCUMENT: "document",
}
_BODY = {Kind.CASE: "authority", Kind.NEWS: "container-title", Kind.RESOLUTION: "authority"}
"""The variable of the court or publisher, where it is not ``publisher``."""
_IN_EXTRA = ("type", "container-title", "volume", "page", "number")


def write(references: Iterable[Reference]) -> str:
    """All references as one list."""
    items = [_item(one) for one in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(one: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {"id": one.key, "type": _TYPES[one.kind], "title": one.title}
    item |= {name: value for name, value in _fields(one) if value}
    note = "\n".join([*_extra(one, item), *one.told_beside()])
    return item | ({"note": note} if note else {})


def _fields(one: Reference) -> Iterator[tuple[str, Any]]:
    first = one.first
    yield "title-short", one.short
    yield "author", _names(one)
    yield _BODY.get(one.kind, "publisher"), one.body
    yield "genre", one.genre
    yield "issued", _date(one.issued) if one.issued else None
    yield "available-date", _date(Dated.on(one.opened)) if one.opened else None
    yield "event-place", one.place
    if first:
        yield "container-title", first.series
        yield "volume", first.volume
        yield "page", first.page
    yield "number", first.number if first else one.number
    yield "URL", one.url
    yield "language", one.language
    yield "annote", one.caveat


def _names(one: Reference) -> list[dict[str, str]]:
    if one.authors:
        return [{"family": name.family, "given": name.given} for name in one.authors]
    return [{"literal": one.written_by}] if one.written_by else []


def _date(dated: Dated) -> dict[str, Any]:
    """Parts where all digits are known; other dates word for word."""
    if not dated.ends:
        return {"literal": dated.text}
    circa = {"circa": True} if dated.is_unsure else {}
    return {"date-parts": [list(end) for end in dated.ends], **circa}


def _extra(one: Reference, item: dict[str, Any]) -> Iterator[str]:
    """Lines that Zotero understands: it has no item for treaties, and would drop the series."""
    if one.kind is Kind.TREATY:
        yield from (f"{name}: {item[name]}" for name in _IN_EXTRA if name in item)
