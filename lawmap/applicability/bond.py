"""One answer on whether a norm bound the actor, with the sentences that carry it."""

from __future__ import annotations

from typing import NamedTuple

from lawmap.truth import Plane, whole

YES, NO, IN_PART = whole(1, 0), whole(0, 1), Plane(0, 0, 1, 1)


class Bond(NamedTuple):
    """One answer, with the sentences that carry it."""

    plane: Plane
    reasons: tuple[str, ...]
    """The sentences that carry the answer."""
    encoded: bool = True
    """False where the norm pack cannot answer yet, so that nothing reported could settle it."""
    notes: tuple[str, ...] = ()
    """Sentences that a reader should know and that do not decide."""
