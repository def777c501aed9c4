"""The library: everything that was loaded, by id. It holds values and opens no file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from .allegation import Allegation
from .citation_words import CitationWords
from .conditions import terms_of
from .decision import Decision
from .exceptions import NameException
from .instrument import Instrument, Parties, Structure
from .names import InstrumentNames, OtherInstruments
from .norm import ChapeauFile, Element, Ground, Norm, covers
from .pack import Pack
from .presumption import Presumption
from .situation import Charged, Court, Locality, Occupation, Proceeding, Situation
from .source import Source
from .style import Style
from .vocabulary import Regime, RegimesFile, Role, RolesFile, Sort, StagesFile, Term, TermsFile


class LibraryTerm(NamedTuple):
    """A term with what its file says of all its terms."""

    id: str
    sort: Sort
    term: Term

    @property
    def label(self) -> str:
        """How the term reads in English."""
        return self.term.label["en"]


class PackIdentity(NamedTuple):
    """Which law was used: a pack, its version and the hash over its files."""

    pack: Pack
    sha256: str


@dataclass(frozen=True)
class Library:
    """Norms and vocabulary, situations, sources and allegations, each by id."""

    packs: tuple[PackIdentity, ...] = ()
    terms_files: tuple[TermsFile, ...] = ()
    roles_files: tuple[RolesFile, ...] = ()
    regimes_files: tuple[RegimesFile, ...] = ()
    stages_files: tuple[StagesFile, ...] = ()
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    structures: Mapping[str, Structure] = field(default_factory=dict)
    parties: Mapping[str, Parties] = field(default_factory=dict)
    names: Mapping[str, InstrumentNames] = field(default_factory=dict)
    other_instruments: tuple[OtherInstruments, ...] = ()
    citation_words: tuple[CitationWords, ...] = ()
    norms: Mapping[str, Norm] = field(default_factory=dict)
    chapeaux: Mapping[str, ChapeauFile] = field(default_factory=dict)
    presumptions: Mapping[str, Presumption] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    situations: Mapping[str, Situation] = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    allegations: Mapping[str, Allegation] = field(default_factory=dict)
    unseen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For an audience: parts of the frame of allegations that are withheld, not unreported."""
    name_exceptions: tuple[NameException, ...] = ()
    """Where the words of a masked name are not the person."""

    @cached_property
    def terms(self) -> dict[str, LibraryTerm]:
        """Every term by its full id, such as ``act.detain``."""
        return {
            f"{file.namespace}.{name}": LibraryTerm(f"{file.namespace}.{name}", file.sort, term)
            for file in self.terms_files
            for name, term in file.terms.items()
        }

    @cached_property
    def derived_terms(self) -> frozenset[str]:
        """The terms that the matcher sets from the outcome of norms."""
        return frozenset(name for name, item in self.terms.items() if item.sort is Sort.DERIVED)

    def is_status(self, term: str) -> bool:
        """Whether a term is one that situations and presumptions set."""
        return term in self.terms and self.terms[term].sort is Sort.STATUS

    @cached_property
    def broader_terms(self) -> dict[str, tuple[str, ...]]:
        """For each term every broader one, nearest first."""
        return {term: tuple(self._climb(term)) for term in self.terms}

    @cached_property
    def narrower_terms(self) -> dict[str, tuple[str, ...]]:
        """For each term every narrower one."""
        found: dict[str, list[str]] = {}
        for term, broader in self.broader_terms.items():
            for one in broader:
                found.setdefault(one, []).append(term)
        return {term: tuple(narrower) for term, narrower in found.items()}

    def _climb(self, term: str) -> Iterator[str]:
        seen = {term}
        while (item := self.terms.get(term)) and (broader := item.term.broader):
            if broader in seen:  # a circle, which the checks report
                return
            seen.add(broader)
            yield broader
            term = broader

    @cached_property
    def roles(self) -> dict[str, Role]:
        """The roles that norms bind, by id."""
        return {name: role for file in self.roles_files for name, role in file.roles.items()}

    @cached_property
    def regimes(self) -> dict[str, Regime]:
        """The bodies of law, by id."""
        return {name: item for file in self.regimes_files for name, item in file.regimes.items()}

    @cached_property
    def state_names(self) -> dict[str, str]:
        """Names of States by code, as situations and party tables give them."""
        names = {
            code: party.name
            for table in self.parties.values()
            for code, party in table.parties.items()
        }
        for situation in self.situations.values():
            names.update(situation.states)
        return names

    @cached_property
    def places(self) -> dict[str, Locality]:
        """The places of all situations, by code."""
        return {
            code: place
            for situation in self.situations.values()
            for code, place in situation.places.items()
        }

    @cached_property
    def occupations(self) -> tuple[Occupation, ...]:
        """The occupations of all situations, by place and day."""
        every = [one for situation in self.situations.values() for one in situation.occupations]
        return tuple(sorted(every, key=lambda one: (one.place, one.begins, one.extent.value)))

    @cached_property
    def place_names(self) -> dict[str, str]:
        """Names of places by code."""
        return {code: place.name for code, place in self.places.items()}

    @cached_property
    def proceedings(self) -> dict[str, Proceeding]:
        """Published warrants of all situations, by id."""
        return {
            name: item
            for situation in self.situations.values()
            for name, item in situation.proceedings.items()
        }

    @cached_property
    def courts(self) -> dict[str, Court]:
        """Courts of all situations, by id."""
        return {
            name: court
            for situation in self.situations.values()
            for name, court in situation.courts.items()
        }

    @cached_property
    def ground_terms(self) -> frozenset[str]:
        """Every term on which an exception of a norm turns."""
        return frozenset(
            term
            for norm in self.norms.values()
            for ground in norm.exceptions.values()
            for _, term in terms_of(ground.condition)
        )

    @cached_property
    def terms_read(self) -> frozenset[str]:
        """Every term that a norm, chapeau, presumption, role, regime or warrant reads."""
        norms = self.norms.values()
        parts: tuple[Iterable[Element | Ground | Presumption | Role | Regime | Charged], ...] = (
            *(norm.elements.values() for norm in norms),
            *(norm.exceptions.values() for norm in norms),
            *(chapeau.elements.values() for chapeau in self.chapeaux.values()),
            self.presumptions.values(),
            self.roles.values(),
            self.regimes.values(),
            (one.conduct for one in self.proceedings.values()),
        )
        conditions = (part.condition for several in parts for part in several)
        read = {term for one in conditions if one is not None for _, term in terms_of(one)}
        return frozenset(read.union(*(norm.hints for norm in norms)))

    def elements_of(self, norm: Norm) -> dict[str, Element]:
        """The elements of a norm, included ones first; its own replace those of the same id."""
        elements: dict[str, Element] = {}
        for chapeau in norm.include:
            elements.update(self.chapeaux[chapeau].elements)
        return elements | dict(norm.elements)

    def roles_of(self, norm: Norm) -> tuple[str, ...]:
        """The roles that a norm binds: its own, else those of its instrument."""
        return norm.binds or self.instruments[norm.instrument].binds

    @cached_property
    def _norm_ids(self) -> list[str]:
        return sorted(self.norms)

    def norms_at(self, pinpoint: str) -> tuple[Norm, ...]:
        """The norm of this id and every norm below it, in the order of their ids."""
        first = bisect_left(self._norm_ids, pinpoint)
        near = takewhile(lambda one: one.startswith(pinpoint), self._norm_ids[first:])
        return tuple(self.norms[one] for one in near if covers(pinpoint, one))

    def has_provision(self, provision: str) -> bool:
        """Whether the instrument is loaded and has such a provision."""
        structure = self.structures.get(provision.partition(":")[0])
        return structure is not None and structure.has(provision.partition("/")[0])
