"""From numbers and a reference to keys: which provisions exist, which may be meant, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lawmap.texts.articles import article_key
from lawmap.wording import first_of

from .citation import Status
from .names import Bearer, BearerKind, Names, Provisions
from .numbers import Item, Point
from .reference import Reference, Way

_SHOWN = 3
"""So many names a reason lists."""


class Answer(NamedTuple):
    """What a citation means."""

    keys: tuple[str, ...]
    status: Status
    reason: str


class _Keys(NamedTuple):
    """What one instrument has of a list of numbers, and what it lacks."""

    found: tuple[str, ...]
    missing: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    """Articles that it has, where it lacks what stands in the bracket behind a blank."""


def resolve(
    items: Sequence[Item],
    reference: Reference | None,
    names: Names,
    *,
    where: str = "",
    unit: str = "",
) -> Answer:
    """What numbers mean that belong to a reference.

    Args:
        items: the numbers.
        reference: what tells their instrument; None if nothing does.
        names: the library's instruments.
        where: of a name that the text gave, the place, such as ``line 3``.
        unit: what the text calls the provisions, if it says so.
    """
    if reference is None:
        return Answer((), Status.UNNAMED, "No instrument is named.")
    match reference.way:
        case Way.KIND:
            reason = "The kind of instrument is named, and no definition in the text says which."
            return Answer((), Status.UNNAMED, reason)
        case Way.SAME:
            reason = "It points at an instrument named before, and none is."
            return Answer((), Status.UNNAMED, reason)
        case Way.IBID:
            reason = "It points at the citation before it, and that names not one instrument."
            return Answer((), Status.UNNAMED, reason)
        case Way.UNKNOWN:
            reason = "No loaded pack holds an instrument of this name."
            return Answer((), Status.OUTSIDE, reason + _defined(where))
    answer = _of_bearers(items, reference.bearers, names)
    if unit and (other := _counted_otherwise(reference.bearers, unit, names)):
        return Answer(answer.keys, Status.AMBIGUOUS, other + _defined(where))
    if reference.year and answer.status is not Status.OUTSIDE:
        title = names.titles[reference.bearers[0]]
        reason = f"{title} is not of {reference.year}, the year that the text gives."
        return Answer(answer.keys, Status.AMBIGUOUS, reason)
    return answer._replace(reason=answer.reason + _defined(where))


def _counted_otherwise(bearers: Sequence[Bearer], unit: str, names: Names) -> str:
    """Why a unit is none of an instrument's: rule 5 of a convention may be one of its committee."""
    if len(bearers) > 1 or bearers[0].kind is not BearerKind.INSTRUMENT:
        return ""
    if unit in names.words.always or names.units[bearers[0].id] == unit:
        return ""
    return f"The provisions of {names.titles[bearers[0]]} are not called so."


def _defined(where: str) -> str:
    return f" The text gives this name in {where}." if where else ""


def _of_bearers(items: Sequence[Item], bearers: Sequence[Bearer], names: Names) -> Answer:
    titles = [names.titles[one] for one in bearers]
    if len(bearers) > 1:
        return _of_namesakes(items, bearers, names)
    bearer = bearers[0]
    if bearer.kind is BearerKind.OTHER:
        reason = f"No loaded pack holds it: {titles[0]}."
        return Answer((), Status.OUTSIDE, reason)
    if bearer.kind is BearerKind.GROUP:
        return _of_group(items, bearer, names)
    return _of_instrument(items, bearer, names)


def _of_instrument(items: Sequence[Item], bearer: Bearer, names: Names) -> Answer:
    title = names.titles[bearer]
    provisions = names.provisions.get(bearer.id)
    if provisions is None:
        reason = f"The library does not hold the provisions of {title}."
        return Answer((), Status.OUTSIDE, reason)
    keys = _keys(items, provisions)
    if keys.doubtful and not keys.missing:
        reason = f"{title} has the article; the bracket is no part of it."
        return Answer((*keys.found, *keys.doubtful), Status.AMBIGUOUS, reason)
    if keys.missing:
        return Answer(keys.found, Status.MISSING, _lacking(title, keys, items, provisions))
    return Answer(keys.found, Status.EXISTS, f"{title} has it.")


def _lacking(title: str, keys: _Keys, items: Sequence[Item], provisions: Provisions) -> str:
    reason = f"{title} has no {first_of(keys.missing, _SHOWN)}."
    points = [one for item in items for one in (item.first, item.last) if one]
    for point in points:
        article = provisions.article(point.article)
        if point.labels and article and not _key(point, provisions):
            return f"{reason} {_what_there_is(article, point, provisions)}"
    return reason


def _what_there_is(article: str, point: Point, provisions: Provisions) -> str:
    """Which parts there are as deep as a point that does not exist: it has 49(1) to 49(6)."""
    parts = provisions.beside(article, point.labels)
    if not parts:
        return f"It has {article}, without parts."
    first, last = f"{article}{parts[0]}", f"{article}{parts[-1]}"
    return f"It has {first} to {last}." if len(parts) > 1 else f"It has {first}."


def _of_group(items: Sequence[Item], bearer: Bearer, names: Names) -> Answer:
    """Instruments cited together: what they share is meant of all, all else is in doubt."""
    members, common = names.members[bearer.id], names.common[bearer.id]
    found = {one: _keys(items, names.provisions[one]) for one in members if one in names.provisions}
    every = tuple(key for keys in found.values() for key in keys.found)
    title = names.titles[bearer]
    if not every:
        return Answer((), Status.MISSING, f"None of {title} has it.")
    if all(item.last is None and article_key(item.first.article) in common for item in items):
        lacking = [
            names.titles[Bearer(BearerKind.INSTRUMENT, one)] for one in found if found[one].missing
        ]
        if lacking:
            return Answer(every, Status.MISSING, f"{first_of(lacking, _SHOWN)} has no such part.")
        return Answer(every, Status.EXISTS, f"It is common to {title}.")
    having = [one for one, keys in found.items() if keys.found]
    if len(having) == 1 and not found[having[0]].missing:
        only = names.titles[Bearer(BearerKind.INSTRUMENT, having[0])]
        return Answer(every, Status.EXISTS, f"Of {title}, only {only} has it.")
    titles = [names.titles[Bearer(BearerKind.INSTRUMENT, one)] for one in having]
    reason = f"Of {title}, several have it: {first_of(titles, _SHOWN)}."
    return Answer(every, Status.AMBIGUOUS, reason)


def _of_namesakes(items: Sequence[Item], bearers: Sequence[Bearer], names: Names) -> Answer:
    """A name that several bear: all that may be meant, and never one of them."""
    instruments = dict.fromkeys(
        one
        for bearer in bearers
        for one in (names.members[bearer.id] if bearer.kind is BearerKind.GROUP else (bearer.id,))
        if bearer.kind is not BearerKind.OTHER and one in names.provisions
    )
    keys = tuple(key for one in instruments for key in _keys(items, names.provisions[one]).found)
    titles = [names.titles[one] for one in bearers]
    if not instruments:
        reason = f"No loaded pack holds what may be meant: {first_of(titles, _SHOWN)}."
        return Answer((), Status.OUTSIDE, reason)
    outside = sum(one.kind is BearerKind.OTHER for one in bearers)
    unheld = f", {outside:,} of which no loaded pack holds" if outside else ""
    reason = f"Several instruments bear this name{unheld}: {first_of(titles, _SHOWN)}."
    return Answer(keys, Status.AMBIGUOUS, reason)


def _keys(items: Iterable[Item], provisions: Provisions) -> _Keys:
    found: dict[str, None] = {}
    missing: dict[str, None] = {}
    doubtful: dict[str, None] = {}
    for item in items:
        first = _key(item.first, provisions)
        last = _key(item.last, provisions) if item.last else None
        for point, key in ((item.first, first), (item.last, last)):
            if point and key is None:
                article = provisions.key(point.article, ()) if point.apart else None
                if article:
                    doubtful[article] = None
                else:
                    missing[written(point)] = None
        if item.last is None:
            found |= {first: None} if first else {}
        elif item.each:
            every = _between(item.first, item.last, first, last, provisions)
            for article in (key.partition(":")[2] for key in every):
                below = provisions.key(article, item.each)
                if below:
                    found[below] = None
                else:
                    missing[written(Point(((article, item.each),)))] = None
        else:
            found |= dict.fromkeys(_between(item.first, item.last, first, last, provisions))
    return _Keys(tuple(found), tuple(missing), tuple(doubtful))


def _key(point: Point, provisions: Provisions) -> str | None:
    """The provision, in the first reading in which it exists."""
    keys = (provisions.key(article, labels) for article, labels in point.readings)
    return next((key for key in keys if key), None)


def written(point: Point) -> str:
    """A provision as a citation writes it: ``49(1)``."""
    return point.article + "".join(f"({label})" for label in point.labels)


def _between(
    first: Point, last: Point, one: str | None, other: str | None, provisions: Provisions
) -> list[str]:
    """What exists from the first to the last provision of a range, both included."""
    if one and other and first.labels and article_key(first.article) == article_key(last.article):
        return _between_parts(one, other, provisions)
    start, end = _after(first, provisions), _before(last, provisions)
    return [key for key in (one, *provisions.keys[start:end], other) if key]


def _after(point: Point, provisions: Provisions) -> int:
    """The place among all of the first article after this one."""
    known = provisions.places.get(article_key(point.article))
    return _before(point, provisions) if known is None else known + 1


def _before(point: Point, provisions: Provisions) -> int:
    """The place of an article among all; if there is none, where it would stand."""
    known = provisions.places.get(article_key(point.article))
    if known is not None:
        return known
    number = _number(point.article)
    return sum(_number(key) < number for key in provisions.places)


def _number(article: str) -> int:
    digits = article_key(article).partition(" ")[0].partition("-")[0]
    return int(digits) if digits.isdigit() else 0


def _between_parts(one: str, other: str, provisions: Provisions) -> list[str]:
    """Parts of one article from one to the other, on the level of both."""
    article, _, first = one.partition("(")
    last = other.partition("(")[2]
    below = list(provisions.below(one))
    depth = first.count("(")
    start, end = below.index(f"({first}"), below.index(f"({last}")
    return [article + part for part in below[start : end + 1] if part.count("(") == depth + 1] or [
        one,
        other,
    ]
