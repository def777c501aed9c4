"""Where records stand: a fault of a record, with the other places that it has to do with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.model.base import FileRecord
from lawmap.model.conditions import Step


class Place(NamedTuple):
    """A part of a file."""

    record: FileRecord
    at: tuple[Step, ...]


class Places:
    """The files that are looked at, by their records."""

    def __init__(self, loaded: Loaded) -> None:
        # By identity: two records may be equal, and comparing them takes its time.
        self._files = {id(file.record): file for file in loaded.files}

    def fault(
        self,
        place: Place,
        code: str,
        message: str,
        mend: str,
        others: Iterable[tuple[Place, str]] = (),
    ) -> Iterator[Diagnostic]:
        """A fault of a place, unless its file is not one that is looked at.

        Args:
            place: where it lies.
            code: the code of the rule.
            message: what is wrong.
            mend: what to do.
            others: the other places that it has to do with, each with what is to be said of it.
        """
        file = self._files.get(id(place.record))
        if file is not None:
            fault = file.fault(place.at, code, message, mend)
            related = (
                other.document.related(at, words)
                for (record, at), words in others
                if (other := self._files.get(id(record))) is not None
            )
            yield fault._replace(related=tuple(related))
