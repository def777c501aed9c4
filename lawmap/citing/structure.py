"""How the provisions of an instrument stand to one another: above, below, before.

Pinpoints are texts without the instrument: ``8(2)(b)``.
"""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.diagnostics import did_you_mean
from lawmap.model.instrument import Structure
from lawmap.wording import first_of

MOST_NAMED = 12
"""So many provisions a message lists."""


def above(pinpoint: str) -> str:
    """The provision that holds this one: ``49`` for ``49(1)``, "" for ``49``."""
    return pinpoint[: pinpoint.rfind("(")] if "(" in pinpoint else ""


def below(structure: Structure, pinpoint: str) -> tuple[str, ...]:
    """The provisions right below one, in the order of the structure; below "" stand articles."""
    if not pinpoint:
        return tuple(structure.provisions)
    article, bracket, rest = pinpoint.partition("(")
    found = structure.provisions.get(article, ())
    return tuple(f"{article}{one}" for one in found if above(one) == bracket + rest)


def has(structure: Structure, pinpoint: str) -> bool:
    """Whether there is such a provision."""
    return structure.has(f"{structure.instrument}:{pinpoint}")


def in_order(structure: Structure, pinpoints: Iterable[str]) -> list[str]:
    """Provisions in the order of the structure, each before what stands below it."""
    places = positions(structure)
    return sorted(pinpoints, key=lambda one: places.get(one, (len(places), 0)))


def positions(structure: Structure) -> dict[str, tuple[int, int]]:
    """Where each provision stands: its article, and the place in that."""
    return {
        f"{article}{one}": (at, inner)
        for at, (article, parts) in enumerate(structure.provisions.items())
        for inner, one in enumerate(("", *parts))
    }


def missing(structure: Structure, pinpoint: str) -> str:
    """Why a provision does not exist, and what does: a sentence.

    Args:
        structure: the structure of the instrument.
        pinpoint: such as ``49(9)``, which it does not have.
    """
    name = structure.instrument
    holder = pinpoint
    while holder and not has(structure, holder):
        holder = above(holder)
    inner = below(structure, holder)
    what = f"{name}:{holder}" if holder else f"'{name}'"
    if not inner:
        return f"there is no {name}:{pinpoint}: {what} has no numbered parts"
    # One number is as near to another as the next: none of them was meant more likely.
    hint = "" if holder or pinpoint.isdigit() else did_you_mean(pinpoint, inner)
    is_listed = holder and len(inner) <= MOST_NAMED
    there = first_of(inner, MOST_NAMED) if is_listed else f"{inner[0]} to {inner[-1]}"
    return f"there is no {name}:{pinpoint}: {what} has {there}{hint}"
