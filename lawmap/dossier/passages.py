"""How passages and claimants are named in one dossier."""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.model.library import Library
from lawmap.model.passage import parse_passage
from lawmap.wording import listed


class Names:
    """Names of sources and claimants; the source is named only where there are several."""

    def __init__(self, library: Library, sources: Iterable[str]) -> None:
        self._library = library
        self._single = len(set(sources)) <= 1

    def passages(self, texts: Iterable[str]) -> str:
        """Passages as a lawyer writes them, such as ``paras 3 and 10``; each once."""
        by_source: dict[str, list[int]] = {}
        other: dict[str, list[str]] = {}
        for text in texts:
            ref = parse_passage(text)
            if ref.paragraph is None:
                other.setdefault(ref.source, []).append(ref.words)
            elif ref.paragraph not in by_source.setdefault(ref.source, []):
                by_source[ref.source].append(ref.paragraph)
        parts = [self._of(source, _paragraphs(found)) for source, found in by_source.items()]
        parts += [
            self._of(source, ", ".join(dict.fromkeys(found))) for source, found in other.items()
        ]
        return "; ".join(parts)

    def claimant(self, source: str, claimant: str, *, short: bool = True) -> str:
        """The name of a claimant."""
        described = self._library.sources[source].claimants.get(claimant)
        if described is None:
            return claimant
        return described.short or described.name if short else described.name

    def _of(self, source: str, where: str) -> str:
        if self._single or source not in self._library.sources:
            return where
        return f"{self._library.sources[source].publisher}, {where}"


def _paragraphs(numbers: list[int]) -> str:
    ordered = [str(number) for number in sorted(numbers)]
    return f"para{'' if len(ordered) == 1 else 's'} {listed(ordered)}"
