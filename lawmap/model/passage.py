"""Passages: the place in a source where something is said."""

from __future__ import annotations

from typing import NamedTuple


class PassageRef(NamedTuple):
    """A passage, as ``source#p9@claimant`` names it."""

    source: str
    locator: str
    claimant: str | None

    @property
    def paragraph(self) -> int | None:
        """The paragraph number, if the locator is one."""
        return int(self.locator[1:]) if self.locator[1:].isdigit() else None

    @property
    def words(self) -> str:
        """The locator as a lawyer writes it, such as ``para 9``."""
        if self.paragraph is not None:
            return f"para {self.paragraph}"
        key, _, value = self.locator.partition("=")
        return f"{'p' if key == 'page' else 'at'} {value}"


def parse_passage(text: str) -> PassageRef:
    """Take a passage apart; the model has already checked its pattern."""
    source, _, rest = text.partition("#")
    locator, _, claimant = rest.partition("@")
    return PassageRef(source, locator, claimant or None)
