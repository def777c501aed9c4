"""References to the records of a library. Nothing is added that no record says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lawmap.citing import Target
from lawmap.model.allegation import Allegation
from lawmap.model.authority import OF_INSTRUMENTS, Authority
from lawmap.model.base import Attribution
from lawmap.model.decision import Decision
from lawmap.model.instrument import Author, Instrument, Published
from lawmap.model.library import Library
from lawmap.model.situation import Proceeding
from lawmap.model.source import Source, SourceKind
from lawmap.model.style import Style

from .reference import Dated, Kind, Reference, one_line

_KINDS = {
    Authority.TREATY: Kind.TREATY,
    Authority.STATUTE: Kind.TREATY,
    Authority.CUSTOM: Kind.DOCUMENT,
    Authority.DOCUMENT: Kind.DOCUMENT,
    Authority.LAW: Kind.LAW,
}
_KINDS_OF_SOURCES = {
    SourceKind.PRESS: Kind.NEWS,
    SourceKind.OFFICIAL: Kind.REPORT,
    SourceKind.UN_DOCUMENT: Kind.REPORT,
    SourceKind.NGO: Kind.REPORT,
}
"""All others are documents: nothing more is known of how they were published."""


def references(library: Library, targets: Iterable[Target], style: Style) -> list[Reference]:
    """A reference for each record that is cited, once, in the order of their keys.

    Args:
        library: what the targets were found in.
        targets: what is cited; a provision counts as its instrument.
        style: which series of treaties it prefers, and what it calls bodies.
    """
    cited = {target.key: target for target in targets}
    return [_READERS[one.group](library, one, style) for _, one in sorted(cited.items())]


def _of_instrument(_: Library, target: Target, style: Style) -> Reference:
    one: Instrument = target.record
    return Reference(
        key=target.key,
        kind=_kind_of(target.group, one),
        title=one_line(one.title.full),
        short=one_line(one.title.short),
        issued=_issued(one),
        opened=one.opened,
        in_force=one.in_force,
        authors=tuple(map(_author, one.book.authors)) if one.book else (),
        body=_line(_body(one, style)),
        place=_line(one.adopted.place) if one.adopted else None,
        published=_in_order(one.published, style),
        number=_line(one.resolution.number if one.resolution else one.document),
        url=_line(one.url),
        note=None if one.published or one.book else one_line(one.citation),
        caveat=_unsure(one.sources),
    )


def _kind_of(group: Authority, one: Instrument) -> Kind:
    if one.book:
        return Kind.BOOK
    return Kind.RESOLUTION if one.resolution else _KINDS[group]


def _issued(one: Instrument) -> Dated | None:
    if one.book:
        return Dated.on(one.book.year)
    return Dated.on(one.adopted.on) if one.adopted else None


def _body(one: Instrument, style: Style) -> str | None:
    if one.book:
        return one.book.publisher
    return style.bodies.get(one.resolution.body) if one.resolution else None


def _author(one: Author) -> Author:
    return Author(given=one_line(one.given), family=one_line(one.family))


def _in_order(published: tuple[Published, ...], style: Style) -> tuple[Published, ...]:
    """The series that the style prefers first; those that it does not know last."""
    order = {series: place for place, series in enumerate(style.series)}
    lined = (
        Published(
            series=one_line(one.series),
            volume=_line(one.volume),
            page=_line(one.page),
            number=_line(one.number),
        )
        for one in published
    )
    return tuple(sorted(lined, key=lambda one: order.get(one.series, len(order))))


def _of_decision(_library: Library, target: Target, _style: Style) -> Reference:
    one: Decision = target.record
    return Reference(
        key=target.key,
        kind=Kind.CASE,
        title=one_line(one.title),
        short=_line(one.short),
        issued=Dated.on(one.on),
        body=one_line(one.court),
        number=_line(one.number),
        genre=one_line(one.form),
        url=_line(one.url),
        caveat=_caveat(one),
    )


def _caveat(one: Decision) -> str | None:
    unsure = () if one.source.verified else ("Not verified.",)
    return _line(" ".join([*unsure, one.note or ""]))


def _of_warrant(library: Library, target: Target, _style: Style) -> Reference:
    one: Proceeding = target.record
    return Reference(
        key=target.key,
        kind=Kind.CASE,
        title=one_line(f"Warrant of arrest for {one.person.name}"),
        issued=Dated.on(one.issued),
        body=one_line(f"{library.courts[one.court].name}, {one.by}"),
        number=one_line(one.number),
        genre="warrant of arrest",
        caveat=None if one.source.verified else "Not verified.",
    )


def _of_report(_library: Library, target: Target, _style: Style) -> Reference:
    one: Source = target.record
    return Reference(
        key=target.key,
        kind=_KINDS_OF_SOURCES.get(one.kind, Kind.DOCUMENT),
        title=one_line(one.title),
        issued=Dated(one.published.text) if one.published else None,
        written_by=_line(one.author),
        body=one_line(one.publisher),
        url=_line(one.url),
        language=one.language,
        caveat=_line(one.date_note),
    )


def _of_dossier(_library: Library, target: Target, _style: Style) -> Reference:
    one: Allegation = target.record
    return Reference(
        key=target.key, kind=Kind.DOCUMENT, title=one_line(one.title), number=one_line(one.id)
    )


def _unsure(sources: Mapping[str, Attribution]) -> str | None:
    """Which facts nobody saw where they are said to stand."""
    names = [name for name, source in sources.items() if not source.verified]
    return f"Not verified: {', '.join(names)}." if names else None


def _line(text: str | None) -> str | None:
    return one_line(text) if text else None


_READERS: dict[Authority, Callable[[Library, Target, Style], Reference]] = {
    **dict.fromkeys(OF_INSTRUMENTS, _of_instrument),
    Authority.DECISION: _of_decision,
    Authority.WARRANT: _of_warrant,
    Authority.REPORT: _of_report,
    Authority.DOSSIER: _of_dossier,
}
