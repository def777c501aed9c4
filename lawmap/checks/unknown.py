"""Words that name nothing: one row a kind of thing that files name, and one way to say it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, did_you_mean, near_words
from lawmap.loading import File, Loaded
from lawmap.loading.mending import with_guess, with_word
from lawmap.model.base import FileRecord
from lawmap.model.conditions import Step
from lawmap.model.instrument import Parties
from lawmap.model.situation import Situation
from lawmap.model.vocabulary import RegimesFile, RolesFile
from lawmap.texts.articles import instrument_named


class Kind(NamedTuple):
    """A kind of thing that files name."""

    code: str
    what: str
    """What is wrong, up to the word."""
    mend: str


TERM = Kind("LM201", "unknown term", "Find one with 'lawmap search WORDS --in terms'.")
NORM = Kind("LM202", "unknown norm", "Write that norm, or mend the id.")
INSTRUMENT = Kind(
    "LM204", "unknown instrument", "Find one with 'lawmap search WORDS --in instruments'."
)
ROLE = Kind("LM206", "unknown role", "Roles are listed in vocabulary/roles.yaml of the norm pack.")
REGIME = Kind(
    "LM206", "unknown regime", "Regimes are listed in vocabulary/regimes.yaml of the norm pack."
)
CHAPEAU = Kind("LM207", "unknown chapeau", "Chapeaux lie in chapeaux/ of the norm pack.")
PLACE = Kind(
    "LM208",
    "unknown place",
    "Find it with 'lawmap search NAME --in places'; if the place is not listed,"
    " write the larger one, and its own name under 'as_reported'.",
)
STATE = Kind(
    "LM209",
    "unknown State",
    "Find its code (ISO 3166-1 alpha-3) with 'lawmap search NAME --in states'.",
)
COURT = Kind("LM211", "unknown court", "Describe it under 'courts'.")
DECISION = Kind("LM212", "unknown decision", "Describe it in decisions/ of the norm pack.")
SOURCE = Kind("LM601", "unknown source", "Describe it in sources/, or mend the id.")
CLAIMANT = Kind("LM602", "unknown claimant", "Describe it under 'claimants'.")
ALLEGATION = Kind("LM606", "unknown allegation", "Mend the id, or write that file.")
PROCEEDING = Kind(
    "LM607", "unknown proceeding", "Proceedings are listed in situations/ of the norm pack."
)


# Things that a file defines among others: what an unreadable file would have defined is not known.
_DEFINED_IN: dict[str, tuple[type[FileRecord], ...]] = {
    ROLE.code: (RolesFile, RegimesFile),
    PLACE.code: (Situation,),
    STATE.code: (Situation, Parties),
    COURT.code: (Situation,),
    PROCEEDING.code: (Situation,),
}


def may_be_known(loaded: Loaded, fault: Diagnostic) -> bool:
    """Whether a word is unknown perhaps only because a file could not be read."""
    return any(kind in loaded.lost for kind in _DEFINED_IN.get(fault.code, ()))


def unknown_word(
    file: File,
    at: tuple[Step, ...],
    kind: Kind,
    word: str,
    known: Iterable[str],
    *,
    at_end: bool = False,
) -> Diagnostic:
    """A fault of a word that names nothing, with the word that was probably meant, if any.

    Args:
        file: the file.
        at: the place of the text that begins with the word.
        kind: what the word was to name.
        word: the word.
        known: all words that would name something.
        at_end: the text ends with the word instead.
    """
    near = near_words(word, known)
    message = f"{kind.what} '{word}'{did_you_mean(word, near)}"
    fault = file.fault(at, kind.code, message, kind.mend)
    return with_guess(fault, word, near, at_end=at_end)


def unknown_instrument(
    loaded: Loaded, file: File, at: tuple[Step, ...], name: str, kind: Kind = INSTRUMENT
) -> Diagnostic:
    """The fault of an instrument that is not there; it may have been called by another name."""
    instruments = loaded.library.instruments
    meant = instrument_named(loaded.library, name)
    if meant is None:
        return unknown_word(file, at, kind, name, instruments)
    message = f"{kind.what} '{name}'{did_you_mean(meant, [meant])}"
    return with_word(file.fault(at, kind.code, message, kind.mend), name, meant)
