"""How texts call instruments: names of those that are here, of those that are not, of groups."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, ClassVar

from pydantic import Field

from .base import Attribution, FileRecord, InstrumentId, Language, Record, Slug, Text
from .instrument import Article

Spellings = Annotated[dict[Language, tuple[Text, ...]], Field(min_length=1)]
"""Names by language; each inflected form is written out."""


class InstrumentNames(FileRecord):
    """How texts call an instrument: ``norms/instruments/<id>/names.yaml``.

    Its titles, abbreviation and other names in ``instrument.yaml`` count as names too.
    """

    kind_of_file: ClassVar[str] = "names"

    instrument: InstrumentId
    """The instrument."""
    names: Spellings
    """What it is called. Brackets, hyphens and capitals do not count; a name all in capitals is
    found in capitals only."""
    sources: dict[Language, Attribution] = {}
    """Where the names of a language were read."""


class OtherInstrument(Record):
    """An instrument that texts name and that the pack does not hold."""

    title: Text
    """What it is called, with what tells it from its namesakes."""
    names: Spellings
    """What texts call it."""
    source: Attribution
    """Where that was read."""


class InstrumentGroup(Record):
    """Instruments that texts cite together."""

    title: Text
    """What they are called together."""
    names: Spellings
    """What texts call them."""
    instruments: tuple[InstrumentId, ...] = Field(min_length=2)
    """The instruments."""
    common: tuple[Article, ...] = ()
    """Articles that all of them share word for word or nearly so."""
    source: Attribution
    """Where that was read."""


class OtherInstruments(FileRecord):
    """Names that a pack knows besides its instruments: ``norms/other-instruments.yaml``."""

    kind_of_file: ClassVar[str] = "other-instruments"

    others: dict[Slug, OtherInstrument] = {}
    """Instruments that the pack does not hold, by a name of their own."""
    groups: dict[Slug, InstrumentGroup] = {}
    """Instruments that are cited together."""


_APOSTROPHES = "'’‘ʼ′`´＇"
_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = re.compile(f"[{_APOSTROPHES}\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]+")


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: small letters, without marks, brackets, hyphens.

    >>> name_words("Geneva Convention (IV)  of 12-August")
    ('geneva', 'convention', 'iv', 'of', '12', 'august')
    """
    plain = _LEFT_OUT.sub("", unicodedata.normalize("NFKC", name)).casefold()
    return tuple(_WORD.findall(plain))


def asks_for_capitals(name: str) -> bool:
    """Whether a name is found in capitals only: ``CAT`` is one, and ``cat`` is an animal."""
    return name.isupper()
