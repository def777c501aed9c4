"""Quoted words of norms: where text packs hold the article, the words must stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.norm import Norm
from lawmap.texts import StoredText, TextKind, TextPacks
from lawmap.texts.articles import names_of, split_pinpoint
from lawmap.texts.instruments import InstrumentTexts
from lawmap.texts.plain import quoted_parts

MANY = 2
"""So many sources say what the norm files call two independent texts."""


class LookedUp(NamedTuple):
    """A quotation, and how far it was compared."""

    norm: str
    language: str
    sources: int
    """How many sources hold all of its words."""
    is_stored: bool
    """Whether any pack holds the article. A fragment of it counts only if the words are there."""
    faults: tuple[Diagnostic, ...] = ()


class Counts(NamedTuple):
    """How many quotations were compared with how many sources."""

    in_several: int
    in_one: int
    not_found: int
    """Those with a fault: elsewhere, or nowhere."""
    not_stored: int


def check(loaded: Loaded, texts: TextPacks) -> Iterator[Diagnostic]:
    """Every quoted part of a norm's words must stand in its provision, if that is stored."""
    for looked_up in look_up(loaded, texts):
        yield from looked_up.faults


def count(loaded: Loaded, texts: TextPacks) -> Counts:
    """How far the quotations of all norms were compared."""
    found = Counter(_state(one) for one in look_up(loaded, texts))
    return Counts(*(found[state] for state in Counts._fields))


def _state(one: LookedUp) -> str:
    if not one.is_stored:
        return "not_stored"
    if one.faults or not one.sources:
        return "not_found"
    return "in_several" if one.sources >= MANY else "in_one"


def look_up(loaded: Loaded, texts: TextPacks) -> Iterator[LookedUp]:
    """Each quotation of each norm, compared with every source that holds its article."""
    instruments: dict[tuple[str, str], InstrumentTexts] = {}
    for file, norm in loaded.of_kind(Norm):
        for language in norm.words or {}:
            key = (norm.instrument, language)
            if key not in instruments:
                instruments[key] = _texts_of(loaded, texts, *key)
            yield _compare(_Quotation(file, norm, language, instruments[key]))


def _texts_of(loaded: Loaded, texts: TextPacks, instrument: str, language: str) -> InstrumentTexts:
    every = texts.texts_of(names_of(loaded.library, instrument))
    own = (text for text in every if text.language == language)
    return InstrumentTexts(instrument, own, loaded.library.structures.get(instrument))


class _Quotation(NamedTuple):
    """The words of a norm in one language, and what is stored of its instrument."""

    file: File
    norm: Norm
    language: str
    texts: InstrumentTexts

    @property
    def words(self) -> str:
        return (self.norm.words or {})[self.language]

    def fault(self, part: str, code: str, message: str, mend: str) -> Diagnostic:
        """A fault of one part, which is marked alone where the file shows it on one line."""
        fault = self.file.fault(("words", self.language), code, message, mend)
        column = fault.source_line.find(part)
        if column < 0:
            return fault
        place = fault.position._replace(column=column + 1)
        return fault._replace(position=place, length=len(part))


def _compare(quotation: _Quotation) -> LookedUp:
    _, article, locators = split_pinpoint(quotation.norm.id)
    stored = quotation.texts.of_article(article)
    is_whole = any(text.kind is TextKind.TEXT for text in stored)
    sources = {text.source for text in stored}
    faults: list[Diagnostic] = []
    for part in quoted_parts(quotation.words):
        holding = [text for text in stored if quotation.texts.holds(text, part)]
        sources &= {text.source for text in holding}
        if holding:
            faults.extend(_other_paragraph(quotation, part, holding, locators))
        elif is_whole:
            faults.append(_not_there(quotation, part, stored))
    return LookedUp(
        quotation.norm.id,
        quotation.language,
        len(sources),
        is_whole or bool(sources),
        tuple(faults),
    )


def _other_paragraph(
    quotation: _Quotation, part: str, holding: list[StoredText], locators: str
) -> Iterator[Diagnostic]:
    """The fault of words of the right article that no text shows in the named paragraph."""
    found = {quotation.texts.paragraph_with(part, text, locators) for text in holding} - {None}
    if found and locators not in found:
        place = quotation.texts.provision(holding[0].article, min(filter(None, found)))
        yield _elsewhere(quotation, part, place)


def _not_there(quotation: _Quotation, part: str, stored: list[StoredText]) -> Diagnostic:
    norm, texts = quotation.norm, quotation.texts
    other = texts.elsewhere(part, stored[0].article)
    if other is not None:
        place = texts.provision(other.article, other.locators)
        is_own = other.kind is not TextKind.COMPANION
        return _elsewhere(quotation, part, place if is_own else f"'{other.source}' beside {place}")
    sources = " and ".join(sorted({f"'{text.source}'" for text in stored}))
    message = f"'{part}' does not stand in {norm.provision}, as stored from {sources}"
    agreed = max((texts.agreement(part, text) for text in stored), key=len)
    mend = f"Copy the words from the text: 'lawmap texts show \"{norm.provision}\"'."
    begin = f"It agrees as far as '{agreed}'. " if agreed else ""
    return quotation.fault(part, "LM305", message, begin + mend)


def _elsewhere(quotation: _Quotation, part: str, place: str) -> Diagnostic:
    message = f"'{part}' stands in {place}, not in {quotation.norm.provision}"
    mend = "Cite the provision that holds the words, or quote the words of this one."
    return quotation.fault(part, "LM306", message, mend)
