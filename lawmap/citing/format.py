"""Citations from a style file: nothing about a style is written here."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import TypeVar

from lawmap.errors import UnknownIdError
from lawmap.model.library import Library
from lawmap.periods import in_words

DEFAULT_STYLE = "plain"

T = TypeVar("T")


def cite(
    library: Library, provision: str, *, short: bool = False, style: str = DEFAULT_STYLE
) -> str:
    """Write a provision or norm as a reference.

    Args:
        library: instruments and styles.
        provision: such as ``gc4:49(1)`` or ``gc4:51(1)/service``; the slug is not written.
        short: the form for tables.
        style: the id of a style of the library.

    Returns:
        Such as ``Geneva Convention IV, art 49(1)``.

    Raises:
        UnknownIdError: if the instrument or style is not loaded.
    """
    instrument_id, _, rest = provision.partition(":")
    chosen = _known("style", style, library.styles)
    instrument = _known("instrument", instrument_id, library.instruments)
    template = chosen.tabular if short else chosen.reference
    return Template(template).substitute(
        title=instrument.title.full,
        short=instrument.title.short,
        abbreviation=instrument.title.abbreviation,
        unit=instrument.unit,
        pinpoint=rest.partition("/")[0],
        citation=instrument.citation,
    )


def authority(library: Library, instrument_id: str, style: str = DEFAULT_STYLE) -> str:
    """Write an instrument as an entry of a table of authorities.

    Raises:
        UnknownIdError: if the instrument or style is not loaded.
    """
    chosen = _known("style", style, library.styles)
    instrument = _known("instrument", instrument_id, library.instruments)
    return Template(chosen.authority).substitute(
        title=instrument.title.full, citation=instrument.citation
    )


def cite_decision(library: Library, decision_id: str, style: str = DEFAULT_STYLE) -> str:
    """Write a decision as a reference, and as an entry of a table of authorities.

    Raises:
        UnknownIdError: if the decision or style is not loaded.
    """
    chosen = _known("style", style, library.styles)
    decision = _known("decision", decision_id, library.decisions)
    written = Template(chosen.decision).substitute(
        title=decision.title,
        court=decision.court,
        form=decision.form,
        number=decision.number or "",
        day=in_words(decision.on),
    )
    return ", ".join(part for part in written.split(", ") if part)


def _known(kind: str, name: str, records: Mapping[str, T]) -> T:
    if name not in records:
        raise UnknownIdError(kind, name)
    return records[name]
