"""The table of authorities of one dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lawmap.applicability import courts_for, limited
from lawmap.citing import authority, cite_decision
from lawmap.matching import Examined
from lawmap.model.allegation import Allegation
from lawmap.model.authority import Authority
from lawmap.model.dossier import AuthorityGroup
from lawmap.model.instrument import Binding
from lawmap.model.library import Library

from .frame import sources_of


def authority_groups(
    allegation: Allegation, examined: Iterable[Examined], library: Library
) -> Iterator[AuthorityGroup]:
    """Treaties, statutes, customary law and reports, with the provisions that are cited."""
    cited: dict[str, list[str]] = {}
    decisions: set[str] = set()
    for item in examined:
        if item.is_raised:
            decisions.update(one.decision for one in item.norm.decisions)
        for provision in _provisions(item, library):
            cited.setdefault(provision.partition(":")[0], []).append(provision)
    for title, wanted in _GROUPS:
        entries = tuple(
            _authority_line(library, name, found)
            for name, found in sorted(cited.items())
            if wanted(library, name)
        )
        if entries:
            yield AuthorityGroup(title, entries)
    if decisions:
        entries = tuple(sorted(cite_decision(library, one) for one in decisions))
        yield AuthorityGroup("Decisions", entries)
    reports = tuple(
        f"{library.sources[name].title} ({library.sources[name].publisher})"
        for name in sources_of(allegation)
    )
    yield AuthorityGroup("Reports", reports)


def _provisions(item: Examined, library: Library) -> Iterator[str]:
    """What a dossier cites of a norm; if it is raised, also what its answers rest on."""
    yield item.norm.provision
    for part in item.items.values():
        yield from part.basis
    if not item.is_raised:
        return
    for ground in item.supports():
        yield from ground.presumption.basis if ground.presumption else ()
    for court in courts_for(library, item.norm):
        yield from (one.provision for one in court.reaches)
        yield from (one.provision for one in court.exemptions)
        yield from (one.provision for one in limited(court, item.norm))


def _is_statute(library: Library, name: str) -> bool:
    return library.instruments[name].authority is Authority.STATUTE


def _is_custom(library: Library, name: str) -> bool:
    return library.instruments[name].binding is Binding.CUSTOM


def _is_law(library: Library, name: str) -> bool:
    return library.instruments[name].binding is Binding.LAW


def _is_treaty(library: Library, name: str) -> bool:
    return not any(is_of(library, name) for is_of in (_is_statute, _is_custom, _is_law))


_GROUPS = (
    ("Treaties", _is_treaty),
    ("Statutes of tribunals", _is_statute),
    ("Customary law", _is_custom),
    ("Laws of States", _is_law),
)


def _authority_line(library: Library, name: str, provisions: Iterable[str]) -> str:
    instrument = library.instruments[name]
    pinpoints = sorted({one.partition(":")[2] for one in provisions}, key=_natural)
    unit = instrument.unit if len(pinpoints) == 1 else f"{instrument.unit}s"
    return f"{authority(library, name)}: {unit} {', '.join(pinpoints)}"


def _natural(pinpoint: str) -> tuple[tuple[int, int, str], ...]:
    """Article 8 before article 8 bis before 8-1 before article 51; letters after numbers."""
    parts = [_NUMBER.match(part) for part in pinpoint.replace(")", "").split("(")]
    return tuple((int(part[1] or _LAST), int(part[2] or 0), part[3]) for part in parts if part)


_NUMBER = re.compile(r"(\d*)(?:-(\d+))?(.*)")
_LAST = 10_000
