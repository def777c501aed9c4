"""Which norm stands under which: a norm is the primary one of those that it lists under ``see``."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.model.conditions import Step
from lawmap.model.library import Library
from lawmap.model.norm import COMPANIONS, Norm
from lawmap.wording import listed

Lists = dict[str, dict[str, tuple[Step, ...]]]
"""For each norm those that it lists, each with the place where it does."""


def circles(loaded: Loaded) -> Iterator[Diagnostic]:
    """No norm is, by others or at once, the primary norm of its own primary norm."""
    files = {norm.id: file for file, norm in loaded.of_kind(Norm)}
    lists = _lists(loaded.library)
    for circle in _circles(lists):
        ways = [
            (one, other, lists[one][other])
            for one, other in zip(circle, _turned(circle), strict=True)
        ]
        (first, _, at), *others = ways
        if first in files:
            words = listed([f"'{one}' lists '{other}'" for one, other, _ in ways])
            message = f"{words}, so that none of them is the primary norm"
            mend = "Take one of them off its list; norms of equal rank stand under 'neighbour'."
            fault = files[first].fault(at, "LM410", message, mend)
            related = (
                files[one].document.related(place, f"lists '{other}'")
                for one, other, place in others
                if one in files
            )
            yield fault._replace(related=tuple(related))


def _turned(circle: list[str]) -> list[str]:
    return [*circle[1:], circle[0]]


def _lists(library: Library) -> Lists:
    lists: Lists = {}
    for name, norm in library.norms.items():
        for relation in COMPANIONS:
            for index, related in enumerate(getattr(norm.see, relation)):
                for other in library.norms_at(related.norm):
                    # A pinpoint may cover the norm itself beside others; that says nothing.
                    if other.id != name or related.norm == name:
                        at = ("see", relation, index, "norm")
                        lists.setdefault(name, {}).setdefault(other.id, at)
    return lists


def _circles(lists: Lists) -> Iterator[list[str]]:
    """Circles that share no norm, each from the first of its ids on."""
    left = _without_ends(lists)
    while left:
        way = [min(left)]
        while (after := min(left[way[-1]])) not in way:
            way.append(after)
        circle = way[way.index(after) :]
        first = circle.index(min(circle))
        yield [*circle[first:], *circle[:first]]
        left = _without_ends({name: to for name, to in left.items() if name not in circle})


def _without_ends(lists: Lists) -> Lists:
    """The norms from which every way leads on for ever: those in circles, or on the way to one."""
    while True:
        left = {
            name: on
            for name, to in lists.items()
            if (on := {other: at for other, at in to.items() if other in lists})
        }
        if left == lists:
            return left
        lists = left
