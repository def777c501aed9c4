"""The four values of a reported fact, and their tables.

A fact carries two independent bits: somebody asserts it, somebody denies it. That is Belnap's
four-valued logic (N. D. Belnap, "A useful four-valued logic", in Dunn and Epstein (eds), Modern
Uses of Multiple-Valued Logic, 1977). Silence is a value of its own, so "not reported" can never
turn into "did not happen".

A group adds one question: does the answer hold for *all* its members, or only for some of them
("children aged 6 to 17" against "under fifteen")? A :class:`Plane` therefore holds two pairs of
bits, one for the whole group and one for at least some members. Both pairs pass through the same
tables, so nothing below needs a special case for groups, and De Morgan's laws hold for both.

The tables use only ``&``, ``|`` and a swap; what is read from them (:func:`undisputed`,
:func:`premise`) also leaves bits out. The bits may be the two values 0 and 1, or integers of any
length whose bit *i* belongs to allegation *i*: nothing here knows the difference.
"""

from collections.abc import Iterable
from enum import Enum
from functools import reduce
from typing import NamedTuple


class Truth(Enum):
    """What the sources together say of one question."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    OPEN = "open"

    @property
    def sign(self) -> str:
        """The sign used in tables; always printed beside a legend."""
        return _SIGNS[self]


_SIGNS = {
    Truth.SUPPORTED: "+",
    Truth.CONTRADICTED: "−",
    Truth.DISPUTED: "±",
    Truth.OPEN: "?",
}


class Plane(NamedTuple):
    """Two Belnap pairs: of the whole group, and of at least some of its members.

    For a fact about everybody the two pairs are equal. "True of some, false of others" is
    asserted and denied of *some*, and neither of *all*.
    """

    asserted: int
    denied: int
    some_asserted: int
    some_denied: int

    def at(self, index: int) -> "Value":
        """Read a plane that stands for itself: a single fact, or the tie of an actor.

        The planes of a condition are read by :func:`answer`, which takes two of them.
        """
        return answer(self, undisputed(self), index)


class Value(NamedTuple):
    """One answer: the truth, and whether it holds for a part of the group only."""

    truth: Truth
    in_part: bool = False
    hides_dispute: bool = False
    """Whether facts below it are disputed on which this answer does not turn."""

    @property
    def is_asserted(self) -> bool:
        """Whether it is supported or disputed."""
        return self.truth in (Truth.SUPPORTED, Truth.DISPUTED)


def undisputed(fact: Plane, said: Plane | None = None) -> Plane:
    """What is left of a fact where whatever is both asserted and denied is left aside.

    Args:
        fact: what is said of the fact itself.
        said: what is said of it in all, if more than that.
    """
    said = said or fact
    if _is_whole(fact) and _is_whole(said):
        disputed = said.asserted & said.denied
        return whole(fact.asserted & ~disputed, fact.denied & ~disputed)
    of_some = said.some_asserted & said.denied
    of_all = said.asserted & said.some_denied
    return Plane(
        fact.asserted & ~of_all,
        fact.denied & ~of_some,
        fact.some_asserted & ~of_some,
        fact.some_denied & ~of_all,
    )


def answer(said: Plane, firm: Plane, index: int) -> Value:
    """The answer to a condition for allegation number ``index``.

    It is supported if it is asserted whichever way the disputes below it are settled, contradicted
    if it is denied whichever way, disputed if it is asserted in one way only, and else open. The
    tables alone do not say so: they call "disputed or open" supported, and "disputed and open"
    contradicted, so that a denial would be lost in the one and would decide in the other.

    Args:
        said: the condition, worked out from all that is said.
        firm: the same condition, worked out from :func:`undisputed` facts.
        index: the number of the allegation.
    """
    bit = 1 << index
    if firm.some_asserted & bit:
        return _SUPPORTED if firm.asserted & bit else _SUPPORTED_IN_PART
    if firm.denied & bit:
        return _CONTRADICTED
    if said.some_asserted & bit:
        return _DISPUTED if said.asserted & bit else _DISPUTED_IN_PART
    return _HIDES_DISPUTE if said.denied & bit else _SILENCE


# Every answer that there can be, made once: an archive asks for very many.
_SUPPORTED = Value(Truth.SUPPORTED)
_SUPPORTED_IN_PART = Value(Truth.SUPPORTED, in_part=True)
_CONTRADICTED = Value(Truth.CONTRADICTED)
_DISPUTED = Value(Truth.DISPUTED)
_DISPUTED_IN_PART = Value(Truth.DISPUTED, in_part=True)
_SILENCE = Value(Truth.OPEN)
_HIDES_DISPUTE = Value(Truth.OPEN, hides_dispute=True)


OPEN = Plane(0, 0, 0, 0)


def whole(asserted: int, denied: int) -> Plane:
    """A plane of facts that are said of everybody in the group."""
    return Plane(asserted, denied, asserted, denied)


def at_place(single: Plane, index: int) -> Plane:
    """The plane of one allegation as part of an archive, in which it is number ``index``."""
    asserted, denied, some_asserted, some_denied = single
    if _is_whole(single):
        return whole(asserted << index, denied << index)
    return Plane(asserted << index, denied << index, some_asserted << index, some_denied << index)


def negate(plane: Plane) -> Plane:
    """Swap what is asserted and what is denied; "in part" stays in part."""
    return Plane(plane.denied, plane.asserted, plane.some_denied, plane.some_asserted)


def conjoin(planes: Iterable[Plane]) -> Plane:
    """Asserted where all are asserted, denied where any is denied.

    Raises:
        TypeError: if there is no plane at all.
    """
    return reduce(_both, planes)


def disjoin(planes: Iterable[Plane]) -> Plane:
    """Asserted where any is asserted, denied where all are denied.

    Raises:
        TypeError: if there is no plane at all.
    """
    return reduce(_either, planes)


def merge(left: Plane, right: Plane) -> Plane:
    """Add what two sources say of the same question: knowledge only grows."""
    if _is_whole(left) and _is_whole(right):
        return whole(left.asserted | right.asserted, left.denied | right.denied)
    return Plane(*(a | b for a, b in zip(left, right, strict=True)))


def premise(said: Plane, firm: Plane) -> Plane:
    """What may be derived from a condition: never more than the condition itself carries.

    Where the condition is supported the conclusion is supported, where it is disputed the
    conclusion is disputed, in part stays in part, and all else leaves the conclusion open. The
    arguments are those of :func:`answer`.
    """
    disputed = said.some_asserted & ~firm.some_asserted
    of_all = firm.asserted | (said.asserted & disputed)
    return Plane(of_all, disputed, said.some_asserted, disputed)


def _both(a: Plane, b: Plane) -> Plane:
    asserted, denied = a.asserted & b.asserted, a.denied | b.denied
    if _is_whole(a) and _is_whole(b):
        return whole(asserted, denied)
    return Plane(asserted, denied, a.some_asserted & b.some_asserted, a.some_denied | b.some_denied)


def _either(a: Plane, b: Plane) -> Plane:
    asserted, denied = a.asserted | b.asserted, a.denied & b.denied
    if _is_whole(a) and _is_whole(b):
        return whole(asserted, denied)
    return Plane(asserted, denied, a.some_asserted | b.some_asserted, a.some_denied & b.some_denied)


def _is_whole(plane: Plane) -> bool:
    """Whether nothing is said of a part only, as far as can be seen without comparing the bits.

    Most planes are so, and then one pair of bits need not be worked out: it is the other one.
    """
    return plane.some_asserted is plane.asserted and plane.some_denied is plane.denied
