"""A comparison with the names that a reader needs beside it."""

from __future__ import annotations

from typing import NamedTuple

from lawmap.citing import refer
from lawmap.model.comparison import Comparison, DossierComparison
from lawmap.model.library import Library


class ToldLaws(NamedTuple):
    """Two laws compared."""

    result: Comparison
    old: Library
    new: Library

    @property
    def differs(self) -> bool:
        """Whether anything comes out otherwise."""
        return bool(self.result.outcomes)

    def title(self, allegation: str) -> str:
        """What is alleged."""
        return self.new.allegations[allegation].title

    def citation(self, norm: str) -> str:
        """How a norm is cited, by the law that has it."""
        return refer(self.new if norm in self.new.norms else self.old, norm)


class ToldDossiers(NamedTuple):
    """Two dossiers compared."""

    result: DossierComparison

    @property
    def differs(self) -> bool:
        """Whether a norm or an answer comes out otherwise; inputs and wording do not count."""
        return bool(self.result.outcomes or self.result.answers)


Told = ToldLaws | ToldDossiers
