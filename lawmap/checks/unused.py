"""Words of the vocabulary that decide nothing.

A term counts as used where something reads or sets it, or a broader or narrower one: what asserts
the narrower asserts the broader, and what denies the broader denies the narrower. That allegations
write it is no use of it: a fact that no norm reads changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.instrument import Instrument
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.vocabulary import RegimesFile, RolesFile, StagesFile, TermsFile

from .orphans import beside_users

_READERS = (ChapeauFile, Presumption, Situation, RolesFile, RegimesFile, StagesFile)


def unused_terms(loaded: Loaded) -> Iterator[Diagnostic]:
    """A term that nothing reads."""
    used: frozenset[str] | None = None
    for file, terms in beside_users(loaded, TermsFile, Norm, *_READERS):
        used = used or _terms_used(loaded.library)
        for name in terms.terms:
            term = f"{terms.namespace}.{name}"
            if term not in used:
                message = f"no norm, presumption or role reads '{term}'"
                yield _fault(file, ("terms", name), message)


def unused_roles(loaded: Loaded) -> Iterator[Diagnostic]:
    """A role that nothing binds."""
    library = loaded.library
    bound = {role for norm in library.norms.values() for role in norm.binds}
    bound.update(role for one in library.instruments.values() for role in one.binds)
    for file, roles in beside_users(loaded, RolesFile, Norm, Instrument):
        for name in roles.roles.keys() - bound:
            yield _fault(file, ("roles", name), f"no norm or instrument binds '{name}'")


def unused_regimes(loaded: Loaded) -> Iterator[Diagnostic]:
    """A body of law that no instrument belongs to."""
    named = {instrument.regime for instrument in loaded.library.instruments.values()}
    for file, regimes in beside_users(loaded, RegimesFile, Norm, Instrument):
        for name in regimes.regimes.keys() - named:
            yield _fault(file, ("regimes", name), f"no instrument belongs to '{name}'")


def _terms_used(library: Library) -> frozenset[str]:
    direct = {
        *library.terms_read,
        *(term for one in library.presumptions.values() for term in (*one.asserts, *one.denies)),
        *(
            term
            for stages in library.stages_files
            for term in (stages.planned, stages.threatened, stages.attempted)
            if term is not None
        ),
    }
    tree: Iterable[dict[str, tuple[str, ...]]] = (library.broader_terms, library.narrower_terms)
    return frozenset(direct.union(*(way.get(term, ()) for way in tree for term in direct)))


def _fault(file: File, at: tuple[str, str], message: str) -> Diagnostic:
    mend = "Delete it, or write what needs it."
    return file.fault(at, "LM408", message, mend, key=True)
