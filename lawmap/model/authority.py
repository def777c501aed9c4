"""Kinds of authority: what a citation style tells apart."""

from __future__ import annotations

from enum import Enum


class Authority(Enum):
    """What sort of thing is cited; citation styles have templates and groups by it."""

    TREATY = "treaty"
    STATUTE = "statute"
    """The statute of an international court or tribunal."""
    CUSTOM = "custom"
    """A study or other text that states customary law."""
    DOCUMENT = "document"
    """A declaration or resolution, such as a document of the United Nations."""
    LAW = "law"
    """A law of one State."""
    DECISION = "decision"
    """A judgment, decision or opinion of a court or body."""
    WARRANT = "warrant"
    """A published warrant of arrest."""
    REPORT = "report"
    """A source: who published what."""
    DOSSIER = "dossier"
    """An allegation, as the dossier on it is known."""


OF_INSTRUMENTS = frozenset(
    {
        Authority.TREATY,
        Authority.STATUTE,
        Authority.CUSTOM,
        Authority.DOCUMENT,
        Authority.LAW,
    }
)
"""The kinds that an instrument may be."""
