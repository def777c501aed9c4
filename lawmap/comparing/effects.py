"""What a changed field is about: what lawmap decides, or only what a reader is shown.

The tables name what only words hang on. A field that they do not name is taken to decide, so that
a field which is new and forgotten here is shown too prominently and never too little.
"""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.model.base import Record
from lawmap.model.comparison import Effect
from lawmap.model.norm import Kind, Norm

_OF_ITEMS = ("text", "basis", "proof", "note")
_OF_ENTRIES = ("source", "contested")

_NORM = (
    *("heading", "headings", "protects", "rule", "words", "source", "see", "decisions", "notes"),
    *(f"elements.{name}" for name in _OF_ITEMS),
    *(f"exceptions.{name}" for name in (*_OF_ITEMS, "element")),
)
_INSTRUMENT = (
    *("title", "adopted", "in_force", "depositary", "languages", "citation", "url", "unit"),
    *("amendments", "derogation", "aliases", "sources", "customary.statement", "customary.source"),
)
_PARTIES = (
    *(f"parties.{name}" for name in ("name", "source", "note", "confirmed.source")),
    *(f"parties.events.{name}" for name in ("on", "provisions", "text", "source")),
)
_SITUATION = (
    *("name", "states", "claims", "places.name"),
    *(f"conflicts.{name}" for name in ("name", *_OF_ENTRIES)),
    *(f"occupations.{name}" for name in _OF_ENTRIES),
    *(f"courts.{name}" for name in ("name", "remarks", "in_prospect")),
    *(f"courts.reaches.{name}" for name in ("provision", "text", *_OF_ENTRIES)),
    *(f"courts.exemptions.{name}" for name in ("provision", "text", *_OF_ENTRIES)),
    *(f"courts.limits.{name}" for name in ("provision", "text", "unsettled", *_OF_ENTRIES)),
    *(f"proceedings.{name}" for name in ("number", "by", "text", "person", "source")),
    *("proceedings.charges.text", "proceedings.modes.text", "proceedings.not_charged.text"),
    "proceedings.conduct.text",
)

# Fields that only a reader sees, by kind of record.
SHOWN: dict[str, tuple[str, ...]] = {
    "norm": _NORM,
    "chapeau": ("text", "basis", *(f"elements.{name}" for name in _OF_ITEMS)),
    "presumption": ("text", "basis", "authority", "note"),
    "instrument": _INSTRUMENT,
    "parties": _PARTIES,
    "situation": _SITUATION,
    "term": ("def", "label"),
    "role": ("label", "def", "met_text", "proof"),
    "regime": ("label", "met_text", "open_text", "basis", "quote", "proof"),
    "stages": (),
}

# Records of which nothing decides.
ONLY_SHOWN = (
    "citation-words",
    "decision",
    "names",
    "namespace",
    "other-instruments",
    "pack",
    "structure",
    "style",
)

CASES = "cases"
"""The field of a norm that holds its examples."""


def effect_of(kind: str, names: tuple[str, ...]) -> Effect:
    """What a field is about; ``names`` are those of the fields on the way to it."""
    if kind in ONLY_SHOWN:
        return Effect.WORDS
    if names[0] == CASES:
        return Effect.CASES
    ways = {".".join(names[: length + 1]) for length in range(len(names))}
    return Effect.WORDS if ways.intersection(SHOWN[kind]) else Effect.DECIDES


def effect_of_record(kind: str, record: Record) -> Effect:
    """What it is about that a whole record comes or goes."""
    defines = isinstance(record, Norm) and record.kind is Kind.DEFINITION
    return Effect.WORDS if kind in ONLY_SHOWN or defines else Effect.DECIDES


def strongest(effects: Iterable[Effect]) -> Effect:
    """The effect that matters most of several."""
    return min(effects, key=list(Effect).index)
