"""How far a court reaches: by place, day and person. Crimes bind persons, not States.

The part of a crime that is committed on a State's territory is enough for a court whose reach
rests on that territory, so a movement is covered at either end. Where the persons were brought
from such territory and the reported conduct itself took place elsewhere, it stays open whether a
part of that crime lies inside. A statute may keep single crimes out of the reach as far as States
are concerned that are no party to it, whatever the territory.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lawmap.model.library import Library
from lawmap.model.norm import Norm, covers
from lawmap.model.situation import Court, Exemption, Limit, Reach, Restriction
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
    """What States have taken out of the reach of any court that concerns this norm."""
    return tuple(one for court in courts_for(library, norm) for one in exempted(court, norm))


def exempted(court: Court, norm: Norm) -> Iterator[Exemption]:
    """What States have taken out of one court's reach that concerns this norm."""
    return (one for one in court.exemptions if _concerns(one, norm))


def limits_on(library: Library, norm: Norm) -> tuple[Limit, ...]:
    """What any statute keeps out of its court's reach that concerns this norm."""
    return tuple(one for court in courts_for(library, norm) for one in limited(court, norm))


def limited(court: Court, norm: Norm) -> Iterator[Limit]:
    """What the statute keeps out of one court's reach that concerns this norm."""
    return (one for one in court.limits if _concerns(one, norm))


def _concerns(one: Restriction, norm: Norm) -> bool:
    return any(covers(pinpoint, norm.id) for pinpoint in one.norms)


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
    # One court is enough: the best answer counts.
    return min(bonds, key=lambda bond: _BEST.index(bond.plane.at(0)))


_BEST = tuple(plane.at(0) for plane in (YES, IN_PART, OPEN, NO))


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
        parts = [place, _day(court, states, frame), _person(court, norm, frame)]
        plane = conjoin(part.plane for part in parts)
    limits = [_limit(library, court, one, frame) for one in limited(court, norm)]
    plane = conjoin([plane, *(part.plane for part in limits)])
    parts += limits
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
    codes = (*where.in_, *where.from_, *where.to) if where else ()
    if where is None or not codes:
        return _Part(OPEN, f"{frame.untold('where')} where the conduct took place."), covered
    if any(code not in world.localities for code in codes):
        return _Part(OPEN, "the report names a place that no situation knows."), covered
    ends = [where.in_] if where.in_ else [end for end in (where.from_, where.to) if end]
    touched = {world.localities[code].state for end in ends for code in end} & covered
    if touched:
        return _inside(world, ends, touched), touched
    named = f"{world.listed([code for end in ends for code in end])}, outside what it reaches"
    if not where.in_ and len(ends) == 1:
        other = "ended" if where.from_ else "began"
        said = "from" if where.from_ else "to"
        reason = f"the movement is {said} {named}; where it {other} is not reported."
        return _Part(OPEN, reason), covered
    origins = {world.localities[code].state for code in where.from_}
    if not origins & covered:
        return _Part(NO, f"the conduct is reported in {named}."), covered
    reason = (
        f"the conduct is reported in {named}; the persons are reported to have been brought from"
        f" {world.listed(where.from_)}, and whether a part of this crime was committed there is not"
        " settled."
    )
    return _Part(OPEN, reason), origins & covered


def _inside(world: World, ends: list[tuple[str, ...]], touched: set[str]) -> _Part:
    """A place, or an end of a movement, that lies on the territory; or one of several that may."""
    owners = " and ".join(world.name(state) for state in sorted(touched))
    for end in ends:
        if {world.localities[code].state for code in end} <= touched:
            if world.frame.where and world.frame.where.in_:
                named = world.listed(end)
                place = "" if named == owners else f" ({named})"
                return _Part(YES, f"it reaches the territory of {owners}{place}.")
            return _Part(
                YES,
                f"the movement touches {world.listed(end)}, territory of {owners}, which it"
                " reaches; a part of the crime there is enough.",
            )
    named = world.listed([code for end in ends for code in end])
    return _Part(
        OPEN,
        f"it reaches the territory of {owners}, and the report does not say in which of these"
        f" places it was: {named}.",
    )


def _day(court: Court, states: set[str], frame: Circumstances) -> _Part:
    """Whether the day lies in a time that the court reaches on that territory."""
    reaches = sorted(
        (one for one in court.reaches if states & set(one.territory)),
        key=lambda one: (one.begins, one.text),
    )
    for span in _spans(reaches):
        relation = relate(frame.period, frame.sense, span.period)
        if relation is Relation.OUTSIDE:
            continue
        if relation is Relation.INSIDE and _is_known(span, frame):
            return _Part(YES, f"it reaches that time: {_acts(span.acts, frame)}")
        if relation is Relation.INSIDE:
            last = in_words(span.known_until)
            return _Part(OPEN, f"{_texts(span.acts)}; this is known only up to {last}.")
        words = (
            "the conduct lies on both sides of an end of that time"
            if relation is Relation.PARTLY
            else f"{frame.untold('when')} on which side of an end of that time it lies"
        )
        plane = IN_PART if relation is Relation.PARTLY and _is_known(span, frame) else OPEN
        return _Part(plane, f"it reaches {_time(span)} ({_texts(span.acts)}); {words}.")
    return _Part(NO, f"it does not reach that time: {_texts(reaches)}.")


def _is_known(span: _Span, frame: Circumstances) -> bool:
    """Whether the reported time ends before what is known of an open-ended reach does."""
    last = frame.period.last or date.max
    return span.ends < date.max or last <= span.known_until


class _Span(NamedTuple):
    """A time without a gap in which a court reaches some territory."""

    period: Period
    known_until: date
    acts: tuple[Reach, ...]

    @property
    def begins(self) -> date:
        """The first day."""
        return self.period.first or date.min

    @property
    def ends(self) -> date:
        """The last day; the last of all days where no end is set."""
        return self.period.last or date.max


def _spans(reaches: list[Reach]) -> list[_Span]:
    """Reaches that follow one another or overlap, as one time each; no end is for ever."""
    spans: list[_Span] = []
    for one in reaches:
        own = _Span(Period(one.begins, one.ends or date.max), one.known_until, (one,))
        last = spans[-1] if spans else None
        if last and (own.begins <= last.ends or own.begins - last.ends == _A_DAY):
            spans[-1] = _Span(
                Period(last.begins, max(last.ends, own.ends)),
                max(last.known_until, own.known_until),
                (*last.acts, one),
            )
        else:
            spans.append(own)
    return spans


_A_DAY = timedelta(days=1)


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
    begins = f"from {in_words(span.begins)}"
    return f"{begins} onward" if span.ends == date.max else f"{begins} to {in_words(span.ends)}"


def _person(court: Court, norm: Norm, frame: Circumstances) -> _Part:
    """Whether the person may be tried for a crime on that territory."""
    if not frame.states:
        return _Part(OPEN, f"{frame.untold('by')} who acted.")
    for exemption in exempted(court, norm):
        period = Period(exemption.begins, exemption.ends)
        touched = relate(frame.period, frame.sense, period) is not Relation.OUTSIDE
        if exemption.nationals in frame.states and touched:
            said = exemption.text.rstrip(".")
            return _Part(OPEN, f"{said}; what that means here is not settled.")
    return _Part(YES, "")


def _limit(library: Library, court: Court, limit: Limit, frame: Circumstances) -> _Part:
    """Whether those who acted are of States that are no party, where the statute spares these.

    It never gives "yes": as among parties it stays open, for what the limit leaves unsettled.
    """
    instrument = library.instruments[court.instrument]
    ties = [by_treaty(library, instrument, state, frame) for state in frame.states]
    told = [reason for tie in ties for reason in tie.reasons]
    if ties and all(tie.plane == NO for tie in ties):
        return _Part(NO, " ".join((limit.text, *told)))
    return _Part(OPEN, " ".join((limit.text, *told, limit.unsettled)))


def _national(library: Library, court: Court, frame: Circumstances) -> _Part:
    """Whether a crime off the territory can be reached by the nationality of who acted."""
    instrument = library.instruments[court.instrument]
    ties = [by_treaty(library, instrument, state, frame) for state in frame.states]
    if ties and all(tie.plane == NO for tie in ties):
        return _Part(NO, " ".join(reason for tie in ties for reason in tie.reasons))
    return _Part(OPEN, "whether those who acted are nationals whom it reaches is not settled.")
