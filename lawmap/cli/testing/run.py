"""What a run of ``lawmap test`` found, with the places of it."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from lawmap.checks.cases import is_own
from lawmap.diagnostics import Position
from lawmap.loading import File, Loaded
from lawmap.matching import CaseResult, Decided, coverage
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, Norm

from .choosing import Choice
from .shares import share


class Tested(NamedTuple):
    """Cases that ran, and what they cover if that was asked for."""

    library: Library
    files: dict[str, File]
    """The files of norms and chapeaux, by id."""
    results: tuple[CaseResult, ...]
    parts: tuple[Decided, ...] | None = None
    """Elements and exceptions, each with the case that decides it."""
    fail_under: Fraction = Fraction(0)
    """The percentage of parts that must be decided."""

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        """The cases that did not come out as they expect."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def undecided(self) -> tuple[Decided, ...]:
        """The parts that no case decides, by file and line."""
        found = [one for one in self.parts or () if one.by is None]
        return tuple(sorted(found, key=self.place_of_part))

    @property
    def covers_enough(self) -> bool:
        """Whether as many parts are decided as must be."""
        return self.parts is None or share(self.parts).reaches(self.fail_under)

    def place_of_case(self, result: CaseResult) -> Position:
        """Where a case says what it expects: if it fails, what came out otherwise."""
        way = result.otherwise or ("expect",)
        document = self.files[result.norm].document
        return document.locate(("cases", result.position, *way), key="elements" in way)

    def place_of_part(self, one: Decided) -> Position:
        """Where an element or exception is written."""
        return self.files[one.owner].document.locate((one.key, one.id), key=True)


def files_of_law(loaded: Loaded) -> dict[str, File]:
    """The files of norms and chapeaux, by id."""
    files = {norm.id: file for file, norm in loaded.of_kind(Norm)}
    return files | {chapeau.id: file for file, chapeau in loaded.of_kind(ChapeauFile)}


def covered(
    loaded: Loaded, library: Library, results: tuple[CaseResult, ...], choice: Choice
) -> tuple[Decided, ...]:
    """The parts that were to be covered, each with the case that decides it.

    Where norms were chosen, the elements that they share with others are left aside: cases of
    others may decide them. Beside law of the user's own the shipped pack does not count.
    """
    parts = coverage(library, results)
    if not choice.is_all:
        return tuple(one for one in parts if one.owner in library.norms)
    files = files_of_law(loaded)
    own = [one for one in parts if is_own(loaded, files[one.owner])]
    return tuple(own or parts)
