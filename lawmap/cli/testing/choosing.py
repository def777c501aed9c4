"""Which cases are to run: those of some norms, those whose names hold some words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lawmap.diagnostics import did_you_mean
from lawmap.errors import UsageError
from lawmap.lookup import find_norms
from lawmap.model.case import Case
from lawmap.model.library import Library
from lawmap.model.norm import Norm


class Choice(NamedTuple):
    """What was asked for; empty means all."""

    norms: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    """All must occur in "norm: name of the case", capitals or not."""

    @property
    def is_all(self) -> bool:
        """Whether every case is to run."""
        return not self.norms and not self.words

    def wants(self, norm: Norm, case: Case) -> bool:
        """Whether a case is to run."""
        return (not self.norms or norm.id in self.norms) and self._fits(title(norm.id, case))

    def _fits(self, text: str) -> bool:
        return all(word in text.casefold() for word in self.words)


def title(norm: str, case: Case) -> str:
    """How a case is called among those of all norms."""
    return f"{norm}: {case.name}"


def choose(library: Library, pinpoints: Iterable[str], texts: Iterable[str]) -> Choice:
    """Read what was asked for.

    Raises:
        UsageError: if a pinpoint names no norm, or no case has such a name.
    """
    norms = frozenset(norm.id for name in pinpoints for norm in find_norms(library, name))
    choice = Choice(norms, tuple(word for text in texts for word in text.casefold().split()))
    among = [norm for norm in library.norms.values() if not norms or norm.id in norms]
    if not any(choice.wants(norm, case) for norm in among for case in norm.cases):
        raise UsageError(_nothing_fits(choice, among))
    return choice


def _nothing_fits(choice: Choice, among: list[Norm]) -> str:
    if not choice.words:
        return "no norm that was read has cases"
    titles = [title(norm.id, case).casefold() for norm in among for case in norm.cases]
    of = "" if not choice.norms else " of these norms"
    for word in choice.words:
        if not any(word in text for text in titles):
            known = {part for text in titles for part in re.findall(r"[^\W_]+", text)}
            return f"no case{of} has '{word}' in its name{did_you_mean(word, known)}"
    words = ", ".join(f"'{word}'" for word in choice.words)
    return f"no case{of} has all of {words} in its name, though each stands in some"
