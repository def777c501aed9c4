"""The parts of all situations that touch one allegation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawmap.model.library import Library
from lawmap.model.situation import Conflict, ConflictKind, Extent, Occupation
from lawmap.periods import Period, Relation, relate

from .circumstances import Circumstances


class World:
    """The parts of all situations that touch one allegation."""

    def __init__(self, library: Library, frame: Circumstances) -> None:
        self.frame = frame
        self.names = library.state_names
        self.localities = library.places
        self.occupations = library.occupations
        self.conflicts = [
            one for item in library.situations.values() for one in item.conflicts.values()
        ]

    def name(self, state: str) -> str:
        """The name of a State."""
        return self.names.get(state, state)

    def place(self, code: str) -> str:
        """The name of a place."""
        return self.localities[code].name if code in self.localities else code

    def listed(self, codes: Iterable[str]) -> str:
        """The names of places in a row."""
        return " and ".join(self.place(code) for code in codes)

    def around(self, code: str) -> Iterator[str]:
        """The place and every larger one around it."""
        seen: set[str] = set()
        while code in self.localities and code not in seen:
            seen.add(code)
            yield code
            code = self.localities[code].within or ""

    def occupation_of(self, code: str) -> Occupation | None:
        """What is known of a place on the days in question, by the nearest place that answers.

        That a larger place is occupied in part says nothing of a smaller one in it.
        """
        for outer in self.around(code):
            found = [
                one
                for one in self.occupations
                if one.place == outer
                and (outer == code or one.extent is not Extent.PART)
                and self.relation(one) is Relation.INSIDE
            ]
            if found:
                return min(found, key=lambda one: one.extent is Extent.PART)
        return None

    def occupations_near(self, code: str) -> list[Occupation]:
        """Every known occupation of a place, whole or part, that touches the days in question."""
        for outer in self.around(code):
            near = [
                one
                for one in self.occupations
                if one.place == outer and self.relation(one) is not Relation.OUTSIDE
            ]
            if near:
                return [one for one in near if one.extent is not Extent.NONE]
        return []

    def untouched(self, code: str) -> bool:
        """Whether no occupation of a place, around it or inside it, can touch the days in question.

        One that is not known to have ended may go on after the last day that is known.
        """
        known = self.occupation_of(code)
        if known is not None and known.extent is Extent.NONE:
            return True
        around = set(self.around(code))
        return all(
            not (one.place in around or code in self.around(one.place))
            or one.extent is Extent.NONE
            or relate(self.frame.period, self.frame.sense, Period(one.begins, one.ends))
            is Relation.OUTSIDE
            for one in self.occupations
        )

    def relation(self, one: Occupation | Conflict) -> Relation:
        """How the reported time lies to the time for which an entry is known to hold."""
        period = Period(one.begins, one.ends or one.known_until)
        return relate(self.frame.period, self.frame.sense, period)

    @property
    def places(self) -> tuple[str, ...]:
        """Where the conduct is reported to have taken place, if these places are known."""
        where = self.frame.where
        codes = where.in_ if where else ()
        return codes if all(code in self.localities for code in codes) else ()

    @property
    def states_of_the_places(self) -> tuple[str, ...]:
        """The States that own or occupy the places of the conduct, or where a movement ended."""
        where = self.frame.where
        codes = (where.in_ or where.to) if where else ()
        known = [code for code in codes if code in self.localities]
        owners = [self.localities[code].state for code in known]
        began = where.from_ if where else ()
        occupiers = [one.by for code in (*known, *began) for one in self.occupations_near(code)]
        return tuple(dict.fromkeys((*owners, *occupiers)))

    @property
    def route(self) -> tuple[str, ...]:
        """The place of the conduct, or all places of a movement, if they are known."""
        where = self.frame.where
        codes = self.places or ((*where.from_, *where.to) if where else ())
        return codes if all(code in self.localities for code in codes) else ()

    @property
    def where_per(self) -> tuple[str, ...]:
        """The passages that name the place."""
        where = self.frame.where
        return (where.per if where else ()) or self.frame.per

    @property
    def conflict(self) -> Conflict | None:
        """The international conflict of the actor's State on the days in question."""
        states = self.frame.states
        return self._conflict_of(states) if states else None

    def is_touched(self, conflict: Conflict) -> bool:
        """Whether the conduct touches territory of a party or, if no place is known, its nationals.

        A State at war acts elsewhere too, so that it is a party is not enough.
        """
        parties = {state for side in conflict.sides for state in side}
        if self.route:
            return any(self.localities[code].state in parties for code in self.route)
        against = self.frame.against
        return any(item.is_ in parties for item in (against.nationality if against else ()))

    @property
    def conflict_here(self) -> tuple[Conflict, tuple[str, ...]] | None:
        """The international conflict of the States that own the place, whoever acted, and where.

        Of several possible places each must be such; of a movement, one end is enough.
        """
        if self.places:
            found = self._conflict_of(self.localities[code].state for code in self.places)
            return (found, self.places) if found else None
        for code in self.route:
            found = self._conflict_of([self.localities[code].state])
            if found:
                return found, (code,)
        return None

    def _conflict_of(self, states: Iterable[str]) -> Conflict | None:
        """The international conflict, on the days in question, to which all these are parties."""
        wanted = set(states)
        for one in self.conflicts:
            parties = {state for side in one.sides for state in side}
            inside = self.relation(one) is Relation.INSIDE
            if one.kind is ConflictKind.INTERNATIONAL and inside and wanted <= parties:
                return one
        return None
