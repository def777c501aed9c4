"""On which changed records a consequence can rest."""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.model.comparison import Effect, OutcomeChange, RecordChange, RecordName, What

from .reading import Reading
from .records import Key, Law


class Causes:
    """Names the changed records behind a consequence."""

    def __init__(self, old: Law, new: Law, changes: Iterable[RecordChange]) -> None:
        self._sides = (Reading(old.library), Reading(new.library))
        decisive = [one for one in changes if one.effect is Effect.DECIDES]
        self._changed = {Key(one.kind, one.id) for one in decisive}
        self._old_ids = {one.id: one.was for one in changes if one.what is What.RENAMED and one.was}

    def of(self, change: OutcomeChange) -> tuple[RecordName, ...]:
        """The changed records that the answers which differ read; if none, that the outcome reads.

        An added or removed norm is its own cause.
        """
        own = Key("norm", change.norm)
        if change.before is None or change.after is None:
            return _names({own})
        near = self._changed & self._read(change)
        return _names(near or self._changed & self._everything(change.norm))

    def _read(self, change: OutcomeChange) -> set[Key]:
        parts = [one.id for one in (*change.elements, *change.exceptions)]
        moved = (
            change.before
            and change.after
            and (change.before.applicable is not change.after.applicable)
        )
        found: set[Key] = set()
        for side, norm in zip(self._sides, self._ids(change.norm), strict=True):
            found.update(*(side.of_part(norm, part) for part in parts))
            found.update(side.of_application(norm) if moved else ())
        return found

    def _everything(self, norm: str) -> set[Key]:
        sides = zip(self._sides, self._ids(norm), strict=True)
        return {key for side, name in sides for key in side.of_norm(name)}

    def _ids(self, norm: str) -> tuple[str, str]:
        """The id of a norm before and after."""
        return self._old_ids.get(norm, norm), norm


def _names(keys: Iterable[Key]) -> tuple[RecordName, ...]:
    return tuple(RecordName(kind=key.kind, id=key.id) for key in sorted(keys))
