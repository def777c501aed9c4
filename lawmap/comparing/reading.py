"""What an answer reads of the law: the records on which it can depend.

An element reads its terms; a term is set by presumptions, situations and the outcome of norms, and
stands in a tree of terms; whether a norm applies is read from its instrument, party table, roles
and regime. What is named can be too much, and is never too little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lawmap.model.conditions import Condition, terms_of
from lawmap.model.library import Library
from lawmap.model.norm import Norm, covers

from .records import Key

Read = Iterator[Key]
"""Records that are read; a key of kind ``term`` is followed to what sets that term."""


class Reading:
    """What the answers of one library read."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[str, ...], frozenset[Key]] = {}
        self._behind_term: dict[str, frozenset[Key]] = {}

    def of_norm(self, norm: str) -> frozenset[Key]:
        """Everything on which the outcome of a norm can depend."""
        return self._once(norm, self._norm)

    def of_part(self, norm: str, part: str) -> frozenset[Key]:
        """That on which the answer to an element or exception can depend."""
        return self._once(norm, lambda found: self._part(found, part), part)

    def of_application(self, norm: str) -> frozenset[Key]:
        """That on which it can depend whether a norm applies."""
        return self._once(norm, self._application, "", "applies")

    def _once(self, norm: str, read: Callable[[Norm], Read], *asked: str) -> frozenset[Key]:
        """What is read of a norm that the library has, followed once for each thing asked."""
        found = self._library.norms.get(norm)
        if found is None:
            return frozenset()
        if (norm, *asked) not in self._known:
            self._known[norm, *asked] = self._followed(read(found))
        return self._known[norm, *asked]

    def _followed(self, read: Read) -> frozenset[Key]:
        """These records, and those that set the terms among them."""
        found: set[Key] = set()
        followed: set[str] = set()
        left = list(read)
        while left:
            key = left.pop()
            found.add(key)
            if key.kind == "term" and key.id not in followed:
                followed.add(key.id)
                # Terms above and below are read; what stands beside them in the tree is not.
                found.update(Key("term", one) for one in self._near(key.id))
                left.extend(self._behind(key.id))
        return frozenset(found)

    def _behind(self, term: str) -> frozenset[Key]:
        if term not in self._behind_term:
            self._behind_term[term] = frozenset(self._setting(self._near(term)))
        return self._behind_term[term]

    def _near(self, term: str) -> frozenset[str]:
        library = self._library
        above, below = library.broader_terms.get(term, ()), library.narrower_terms.get(term, ())
        return frozenset((term, *above, *below))

    def _setting(self, terms: frozenset[str]) -> Read:
        """What sets any of these terms beside claimants."""
        library = self._library
        yield Key("stages", "")
        if any(map(library.is_status, terms)):
            yield from (Key("situation", name) for name in library.situations)
        for name, item in library.presumptions.items():
            if terms.intersection((*item.asserts, *item.denies)):
                yield Key("presumption", name)
                yield from _terms(item.condition)
        for norm in self._deriving(terms):
            yield from self._norm(norm)

    def _deriving(self, terms: Iterable[str]) -> Iterator[Norm]:
        """The norms from whose outcome one of these terms can follow."""
        known = (self._library.terms[term].term for term in terms if term in self._library.terms)
        for named in (term.set_by.norms for term in known if term.set_by):
            for name, norm in self._library.norms.items():
                if not named or any(covers(one, name) for one in named):
                    yield norm

    def _norm(self, norm: Norm) -> Read:
        yield from self._application(norm)
        yield from (Key("term", term) for term in norm.hints)
        for part in (*self._library.elements_of(norm), *norm.exceptions):
            yield from self._part(norm, part)

    def _part(self, norm: Norm, part: str) -> Read:
        yield Key("norm", norm.id)
        yield from (Key("chapeau", name) for name in norm.include)
        for items in (self._library.elements_of(norm), norm.exceptions):
            if part in items:
                yield from _terms(items[part].condition)

    def _application(self, norm: Norm) -> Read:
        library = self._library
        yield Key("norm", norm.id)
        for provision in filter(None, (norm.id, norm.custom)):
            instrument = provision.partition(":")[0]
            yield Key("instrument", instrument)
            yield Key("parties", instrument)
        yield from (Key("situation", name) for name in library.situations)
        regime = library.instruments[norm.instrument].regime
        yield Key("regime", regime)
        yield from _terms(library.regimes[regime].condition)
        for role in library.roles_of(norm):
            yield Key("role", role)
            yield from _terms(library.roles[role].condition)


def _terms(condition: Condition | None) -> Read:
    if condition is not None:
        yield from (Key("term", term) for _, term in terms_of(condition))
