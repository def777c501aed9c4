"""Places where the words of a name are not the person: reviewed phrases, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lawmap.model.exceptions import NameException

from .finding import CLOSE, Finder, Hit, spans_within


class Exceptions:
    """What is excepted, as it is found in texts."""

    def __init__(self, listed: Iterable[NameException]) -> None:
        self.listed = tuple(listed)
        self._finder = Finder([one.words for one in self.listed], in_order=True)

    def __bool__(self) -> bool:
        return bool(self._finder)

    def without(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """The names that are left; a bare name stays, unless its exception says why it may not."""
        if not self or not hits:
            return list(hits)
        found = [hit for hit in self._finder.hits(text) if hit.nearness == CLOSE]
        around = [
            hit
            for hit in found
            if self.listed[hit.which].everywhere
            or not any((hit.start, hit.end) == (name.start, name.end) for name in hits)
        ]
        excepted = set(spans_within(hits, around))
        return [hit for hit in hits if hit not in excepted]
