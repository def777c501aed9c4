"""A case of the hostile corpus: what is attacked, by what, and how lawmap must answer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case(ABC):
    """One hostile input.

    A module of this folder lists its cases in a tuple ``CASES``; the corpus gathers them all.
    """

    klass: str
    """The sort of attack, such as "alias bomb" or "table pipe"."""
    name: str
    """What sets it apart from the others of its class and entry point."""
    entry: str
    """Through which it comes in, such as "allegations" or "templates"."""

    @property
    def is_slow(self) -> bool:
        """Whether it stands in the slow group."""
        return False

    @abstractmethod
    def check(self, folder: Path) -> None:
        """Try it in an empty folder.

        Raises:
            AssertionError: if lawmap does not answer as expected.
        """

    def __str__(self) -> str:
        return f"{self.entry}: {self.klass}: {self.name}"
