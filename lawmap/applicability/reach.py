"""How far a court reaches: by place, day and person. Crimes bind persons, not States.

The part of a crime that is committed on a State's territory is enough for a court whose reach
rests on that territory, so a movement is covered at either end. Where the persons were brought
from such territory and the reported conduct itself took place elsewhere, it stays open whether a
part of that crime lies inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.situation import Court, Exemption, Reach
from lawmap.periods import Period, Relation, in_words, relate
from lawmap.truth import OPEN, Plane, conjoin

from .binding import by_treaty
from .bond import IN_PART, NO, YES, Bond
from .circumstances import Circumstances
from .world import World


def courts_for(library: Library, norm: Norm) -> list[Court]:
    """The courts that try crimes under the instrument of a norm, in the order of their names."""
    return sorted(
        (court for court in library.courts.values() if court.instrument == norm.instrument),
        key=lambda court: court.name,
    )


def exemptions_on(library: Library, norm: Norm) -> tuple[Exemption, ...]:
    """What States have taken out of a court's reach that concerns this norm."""
    return tuple(
        exemption
        for court in courts_for(library, norm)
        for exemption in court.exemptions
        if any(covers(pinpoint, norm.id) for pinpoint in exemption.norms)
    )


def covers(pinpoint: str, norm: str) -> bool:
    """Whether a pinpoint names a norm: the same id, or one below it."""
    return norm == pinpoint or norm.startswith((f"{pinpoint}(", f"{pinpoint}/"))


def reach(library: Library, norm: Norm, frame: Circumstances) -> Bond:
    """Say whether a court could hear the crime, by place, day and person.

    Args:
        library: situations with courts, and party tables.
        norm: a norm that binds persons.
        frame: who acted, when and where.
    """
    courts = courts_for(library, norm)
    if not courts:
        title = library.instruments[norm.instrument].title.short
        reason = f"{title}: no situation file says how far a court reaches that applies it."
        return Bond(OPEN, (reason,), encoded=False)
    bonds = [_of_court(library, court, norm, frame) for court in courts]
    # One court is enough: the first that can hear it, else what the first one says.
    return next((bond for bond in bonds if bond.plane in (YES, IN_PART)), bonds[0])


class _Part(NamedTuple):
    """One question with its answer."""

    plane: Plane
    reason: str


def _of_court(library: Library, court: Court, norm: Norm, frame: Circumstances) -> Bond:
    place, states = _place(library, court, frame)
    if place.plane == NO:
        parts = [place, _national(library, court, frame)]
        plane = NO if parts[1].plane == NO else OPEN
    else:
        parts = [place, _day(court, states, frame), _person(library, norm, frame)]
        plane = conjoin(part.plane for part in parts)
    said = [part for part in parts if part.reason]
    decides = [part for part in said if (part.plane == YES) == (plane == YES)]
    notes = [part for part in said if part not in decides]
    return Bond(plane, _sentences(court, decides), notes=_sentences(court, notes))


def _sentences(court: Court, parts: list[_Part]) -> tuple[str, ...]:
    return tuple(f"{court.name}: {part.reason}" for part in parts)


def _place(library: Library, court: Court, frame: Circumstances) -> tuple[_Part, set[str]]:
    """Whether the place lies on territory that the court reaches, and on whose."""
    world = World(library, frame)
    covered = {state for one in court.reaches for state in one.territory}
    where = frame.where
    if where is None or not (where.in_ or where.to):
        return _Part(OPEN, "the report does not say where the conduct took place."), covered
    codes = where.in_ or (*where.from_, *where.to)
    if any(code not in world.localities for code in codes):
        return _Part(OPEN, "the report names a place that no situation knows."), covered
    inside = {code: world.localities[code].state for code in codes}
    touched = set(inside.values()) & covered
    if touched:
        return _inside(world, inside, touched), touched
    named = f"{world.listed(codes)} is not on territory that it reaches"
    if not where.in_ and not where.from_:
        return _Part(OPEN, f"{named}; where the movement began is not reported."), covered
    origins = {world.localities[code].state for code in where.from_ if code in world.localities}
    if not origins & covered:
        return _Part(NO, f"{named}."), covered
    reason = (
        f"{named}; the persons are reported to have been brought from {world.listed(where.from_)},"
        " and whether a part of this crime was committed there is not settled."
    )
    return _Part(OPEN, reason), origins & covered


def _inside(world: World, codes: dict[str, str], touched: set[str]) -> _Part:
    named = world.listed([code for code, state in codes.items() if state in touched])
    owners = " and ".join(world.name(state) for state in sorted(touched))
    if set(codes.values()) <= touched:
        return _Part(YES, f"{named} is territory of {owners}, which it reaches.")
    if world.frame.where and not world.frame.where.in_:
        return _Part(
            YES,
            f"the movement touches {named}, territory of {owners}, which it reaches; a part of the"
            " crime there is enough.",
        )
    return _Part(
        OPEN,
        f"{named} is territory of {owners}, which it reaches; another reported place is not, and"
        " the report does not say in which of them.",
    )


def _day(court: Court, states: set[str], frame: Circumstances) -> _Part:
    """Whether the day lies in a time that the court reaches on that territory."""
    reaches = sorted(
        (one for one in court.reaches if states & set(one.territory)),
        key=lambda one: (one.begins, one.text),
    )
    relations = [(relate(frame.period, frame.sense, span.period), span) for span in _spans(reaches)]
    for relation, span in relations:
        if relation is Relation.INSIDE:
            return _Part(YES, f"it reaches that time: {_acts(span.acts, frame)}")
    for relation, span in relations:
        if relation is not Relation.OUTSIDE:
            words = (
                "the conduct lies on both sides of an end of that time"
                if relation is Relation.PARTLY
                else "the report does not say on which side of an end of that time it lies"
            )
            plane = IN_PART if relation is Relation.PARTLY else OPEN
            return _Part(plane, f"it reaches {_time(span)} ({_texts(span.acts)}); {words}.")
    last = reaches[-1]
    later = frame.period.first and frame.period.first > last.known_until
    if later and last.ends is None:
        return _Part(OPEN, f"{_texts(reaches)}; known only up to {in_words(last.known_until)}.")
    return _Part(NO, f"it does not reach that time: {_texts(reaches)}.")


class _Span(NamedTuple):
    """A time without a gap in which a court reaches some territory."""

    period: Period
    acts: tuple[Reach, ...]


def _spans(reaches: list[Reach]) -> Iterator[_Span]:
    """Reaches that follow one another or overlap, as one time each."""
    spans: list[_Span] = []
    for one in reaches:
        ends = one.ends or one.known_until
        last = spans[-1] if spans else None
        if last and last.period.last and one.begins <= last.period.last + timedelta(days=1):
            period = Period(last.period.first, max(last.period.last, ends))
            spans[-1] = _Span(period, (*last.acts, one))
        else:
            spans.append(_Span(Period(one.begins, ends), (one,)))
    return iter(spans)


def _acts(acts: tuple[Reach, ...], frame: Circumstances) -> str:
    """The acts that cover the reported time; all of a span where no single one does."""
    whole_of_it = [
        one
        for one in acts
        if relate(frame.period, frame.sense, Period(one.begins, one.ends or one.known_until))
        is Relation.INSIDE
    ]
    return f"{_texts(whole_of_it or acts)}."


def _texts(acts: tuple[Reach, ...] | list[Reach]) -> str:
    return "; ".join(one.text.rstrip(".") for one in acts)


def _time(span: _Span) -> str:
    first, last = span.period.first, span.period.last
    return f"from {in_words(first) if first else ''} to {in_words(last) if last else ''}"


def _person(library: Library, norm: Norm, frame: Circumstances) -> _Part:
    """Whether the person may be tried for a crime on that territory."""
    if not frame.states:
        return _Part(OPEN, "the report does not say who acted.")
    for exemption in exemptions_on(library, norm):
        period = Period(exemption.begins, exemption.ends)
        touched = relate(frame.period, frame.sense, period) is not Relation.OUTSIDE
        if exemption.nationals in frame.states and touched:
            said = exemption.text.rstrip(".")
            return _Part(OPEN, f"{said}; what that means here is not settled.")
    return _Part(YES, "")


def _national(library: Library, court: Court, frame: Circumstances) -> _Part:
    """Whether a crime off the territory can be reached by the nationality of who acted."""
    instrument = library.instruments[court.instrument]
    ties = [by_treaty(library, instrument, state, frame) for state in frame.states]
    if ties and all(tie.plane == NO for tie in ties):
        return _Part(NO, " ".join(reason for tie in ties for reason in tie.reasons))
    return _Part(OPEN, "whether those who acted are nationals whom it reaches is not settled.")
