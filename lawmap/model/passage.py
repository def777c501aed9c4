"""Passages: the place in a source where something is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .allegation import Allegation
from .conditions import Step

Place = tuple[tuple[Step, ...], str]
"""Where a passage is written, and the passage."""


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


def cited_passages(allegation: Allegation) -> Iterator[Place]:
    """Every passage that an allegation cites, with its place in the file."""
    yield from _listed(allegation.per, "per")
    yield from ((("quotes", passage), passage) for passage in allegation.quotes)
    for key in ("when", "where"):
        part = getattr(allegation, key)
        yield from _listed(part.per if part else (), key, "per")
    for key in ("by", "facts", "responses", "characterisations", "proceedings"):
        for index, item in enumerate(getattr(allegation, key)):
            if not isinstance(item, str):
                yield from _listed(item.per, key, index, "per")
    if allegation.against:
        for key in ("nationality", "number", "age"):
            for index, item in enumerate(getattr(allegation.against, key)):
                yield from _listed(item.per, "against", key, index, "per")


def _listed(passages: Iterable[str], *at: Step) -> Iterator[Place]:
    for index, passage in enumerate(passages):
        yield (*at, index), passage
