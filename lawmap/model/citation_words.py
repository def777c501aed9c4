"""Words with which texts cite: what a citation is recognised by, by language."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .base import FileRecord, Language, Record, Slug, Text, Whole

Words = dict[Language, tuple[Text, ...]]
"""Words or phrases by language; each inflected form is written out, capitals do not count."""
Number = Annotated[Whole, Field(ge=1)]


class Counting(Record):
    """Forms of a word that comes before numbers."""

    one: tuple[Text, ...] = ()
    """Before one number."""
    many: tuple[Text, ...] = ()
    """Before several."""
    any: tuple[Text, ...] = ()
    """Abbreviations, before one or several; a full stop may follow."""


class CitationWords(FileRecord):
    """What the recogniser of citations knows of languages: ``norms/citation-words.yaml``."""

    kind_of_file: ClassVar[str] = "citation-words"

    units: dict[Slug, dict[Language, Counting]]
    """What provisions are called, by the unit of instruments (``art`` or ``rule``)."""
    always: tuple[Slug, ...] = ()
    """Units whose number is a citation even where no instrument is named."""
    parts: dict[Language, Counting] = {}
    """Parts of a provision: paragraph, letter."""
    ordinals: dict[Language, dict[Text, Number]] = {}
    """Ordinal numbers of parts, such as ``first``."""
    additions: dict[Text, Text] = {}
    """What follows the number of an inserted article, and how structures write it."""
    endings: tuple[Text, ...] = ()
    """Letters after a number that say nothing, as in ``1er``."""
    joins: Words = {}
    """Words between two numbers, both of which are meant."""
    until: Words = {}
    """Words between the first and the last number of a range."""
    of: Words = {}
    """Words between a number and what it belongs to."""
    articles: Words = {}
    """Words before a name that are no part of it: the definite article and the like."""
    own: Words = {}
    """Words by which a text points at itself: ``this`` Convention."""
    same: Words = {}
    """Words by which a text points at the instrument it has just named: ``the same``."""
    thereof: Words = {}
    """Words that stand for the instrument just named, alone."""
    common: Words = {}
    """Words for an article that several instruments share."""
    kinds: Words = {}
    """Kinds of instrument that a library may hold, such as a statute. Alone they name none."""
    bodies: Words = {}
    """Bodies that own an instrument, and do not name it: the Statute of the ``Court``."""
    laws: Words = {}
    """Kinds of law that no library of this kind holds under such a word: a code, a constitution."""
    numbering: Words = {}
    """What stands before the number of a law or protocol: ``No.``"""
    linking: Words = {}
    """Words within a long name: Code ``of`` Administrative Offences, Convention ``on`` Treaties."""
    additional: Words = {}
    """Kinds that add to another instrument: an article listed before may be of that other one."""
    adding: Words = {}
    """Words between what adds to an instrument and that instrument: Protocol No. 1 ``to`` the."""
    turning: Words = {}
    """Words behind a name that make it the name of something else: the ECHR ``Act``. With a capital
    it is meant where it has one."""
    defining: Words = {}
    """Words by which a text begins to give a name: ``hereinafter``."""
    naming: Words = {}
    """Words that may follow them, before the name: ``referred to as``."""
    months: Words = {}
    """Months, as days are written with them; a full stop may follow."""
    formal: Words = {}
    """Words of a formal citation that may stand between the name of an instrument and a number of
    it: what was done on a day, series, parts of a book, signs that point at a note. Months, numbers
    and short names in brackets may, too; any other word parts the two."""
    ibid: Words = {}
    """Words that stand for what the note or sentence right before cites: ``ibid``."""
    look_alikes: dict[Text, Text] = {}
    """Cyrillic letters that stand for Latin ones in numbers and letters of provisions. Those that
    may also be meant as letters of their own are left out."""
