"""Files that nothing uses: chapeaux, presumptions, decisions and sources of which no other speaks.

Told only of files in folders that were asked for, and only where the files that would use them lie
in the same folders and were read whole. Who looks at a single file, or at sources alone, would
learn nothing from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.decision import Decision
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.pack import Pack
from lawmap.model.passage import cited_passages, parse_passage
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.source import Source
from lawmap.model.vocabulary import RegimesFile, RolesFile

T = TypeVar("T", bound=FileRecord)

_MEND = "Use it, or delete the file."


def unused_chapeaux(loaded: Loaded) -> Iterator[Diagnostic]:
    """A chapeau that no norm includes."""
    included = {chapeau for norm in loaded.library.norms.values() for chapeau in norm.include}
    for file, chapeau in beside_users(loaded, ChapeauFile, Norm):
        if chapeau.id not in included:
            yield file.fault(("id",), "LM111", f"no norm includes '{chapeau.id}'", _MEND)


def unused_presumptions(loaded: Loaded) -> Iterator[Diagnostic]:
    """A presumption that sets nothing that anything reads."""
    others = (ChapeauFile, Presumption, RolesFile, RegimesFile, Situation)
    for file, presumption in beside_users(loaded, Presumption, Norm, *others):
        if loaded.library.terms_read.isdisjoint(_set_by(loaded.library, presumption)):
            terms = ", ".join(f"'{term}'" for term in (*presumption.asserts, *presumption.denies))
            message = f"sets {terms}, which no norm, role, regime or presumption reads"
            yield file.fault(("id",), "LM111", message, _MEND)


def _set_by(library: Library, presumption: Presumption) -> Iterator[str]:
    """Its terms, and those that go with them: broader ones are asserted, narrower ones denied."""
    for term in presumption.asserts:
        yield from (term, *library.broader_terms.get(term, ()))
    for term in presumption.denies:
        yield from (term, *library.narrower_terms.get(term, ()))


def unused_decisions(loaded: Loaded) -> Iterator[Diagnostic]:
    """A decision that no norm cites."""
    norms = loaded.library.norms.values()
    cited = {holding.decision for norm in norms for holding in norm.decisions}
    for file, decision in beside_users(loaded, Decision, Norm):
        if decision.id not in cited:
            mend = "Cite it under 'decisions' of a norm, or delete the file."
            yield file.fault(("id",), "LM111", f"no norm cites '{decision.id}'", mend)


def unused_sources(loaded: Loaded) -> Iterator[Diagnostic]:
    """A source that no allegation cites, and that no other source names."""
    used = {
        parse_passage(passage).source
        for allegation in loaded.library.allegations.values()
        for _, passage in cited_passages(allegation)
    }
    for source in loaded.library.sources.values():
        used.update(_sources_named(source))
    for file, source in beside_users(loaded, Source, Allegation):
        if source.id not in used:
            message = f"no allegation cites '{source.id}', and no other source names it"
            mend = "Cite it in an allegation, or delete the file."
            yield file.fault(("id",), "LM111", message, mend)


def _sources_named(source: Source) -> Iterator[str]:
    """The sources whose claimants it repeats, and itself and the later one if it is superseded."""
    for claimant in source.claimants.values():
        other, slash, _ = (claimant.same_origin_as or "").partition("/")
        if slash:
            yield other
    if source.superseded_by:
        yield from (source.id, source.superseded_by)


def beside_users(
    loaded: Loaded, model: type[T], users: type[FileRecord], *more_users: type[FileRecord]
) -> Iterator[tuple[File, T]]:
    """The files of a kind of which it can be said that nothing uses them.

    Args:
        loaded: what was loaded.
        model: the kind.
        users: the kind that mostly uses them; some of it must lie in the same folder.
        more_users: other kinds that may use them.
    """
    kinds = (users, *more_users)
    if not loaded.lost.isdisjoint(kinds) or not all(
        file.whole for kind in kinds for file, _ in loaded.of_kind(kind)
    ):
        return
    homes = _homes(loaded, users)
    for file, record in loaded.of_kind(model):
        above = set(file.path.parents)
        if not above.isdisjoint(loaded.asked) and not above.isdisjoint(homes):
            yield file, record


def _homes(loaded: Loaded, users: type[FileRecord]) -> set[Path]:
    """The folders of whose files it is known whether users use them.

    These are folders that were asked for, or that hold a folder of users beside others; but only
    where all files of the folder of users were read, and not single ones of them.
    """
    read_whole = {*loaded.asked, *(file.path.parent for file, _ in loaded.of_kind(Pack))}
    depth = 2 if users is Norm else 1  # instruments/gc4/49-1.yaml, allegations/man-held.yaml
    homes: set[Path] = set()
    for folder in {file.path.parent for file, _ in loaded.of_kind(users)}:
        around = read_whole.intersection((folder, *folder.parents))
        if around:
            homes.update((*around, folder.parents[depth - 1]))
    return homes
