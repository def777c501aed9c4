"""Keys of a word: spellings of one name share at least one of them.

*Close* keys hold for the same letters: in any case, composed or not, with marks added, with letters
of another script that look alike. *Loose* keys hold for the same sounds: a Cyrillic word has one
reading, a Latin one has one for each custom of writing Cyrillic names. A reading is a row of
classes of sounds: g, h and kh are one, as are i, y and j; before another vowel these are dropped,
doubled letters count once, soft signs and apostrophes not at all. *Stems* are loose keys without
the ending of a grammatical case.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

from .letters import (
    CYRILLIC_LOOKS,
    INITIAL,
    LOOKS,
    PLAIN,
    ROMANISATIONS,
    SMALL_LOOKS,
)

_BREVE = "\u0306"
_CARON, _CIRCUMFLEX, _DOT, _DIAERESIS, _ACUTE = "\u030c", "\u0302", "\u0307", "\u0308", "\u0301"

# Sounds: a e i o u b v h d k l m n p r s t f, c for ts, q for ch, x for sh, shch and zh.
_CYRILLIC = {
    **dict(zip("абвгґдежзиіїйклмнопрстуфхцчшщ", "abvhhdexsiiiiklmnoprstufhcqxx", strict=True)),
    **dict(zip("ыэєюяўјѕ", "ieeuauis", strict=True)),
    **dict.fromkeys("ьъ", ""),
}
_SAME = {**{one: one for one in "abdefhiklmnoprstuv"}, "g": "h", "j": "i", "y": "i", "z": "s"}
_COMMON = {**_SAME, "w": "v", "q": "k", "kh": "h", "gh": "h", "ph": "f", "th": "t", "ck": "k"}
_ENGLISH = {
    **_COMMON,
    **{"zh": "x", "sh": "x", "ch": "q", "tch": "q", "shch": "x", "sch": "x", "shh": "x"},
    **{"ts": "c", "tz": "c", "tc": "c", "c": "k", "ce": "se", "ci": "si", "cy": "si", "x": "ks"},
}
_GOST = {**_ENGLISH, "c": "c", "cz": "c", "ce": "ce", "ci": "ci", "cy": "ci", "x": "h"}
_SCHOLARLY = {
    **_COMMON,
    **{f"c{_CARON}": "q", f"s{_CARON}": "x", f"z{_CARON}": "x", f"s{_CIRCUMFLEX}": "x"},
    **{"c": "c", "ch": "h", "x": "h"},
}
_GERMAN = {
    **_COMMON,
    **{"sch": "x", "sh": "x", "tsch": "q", "tch": "q", "schtsch": "x", "ch": "h", "z": "c"},
    **{"ts": "c", "tz": "c", "c": "k", "x": "ks"},
    **{f"a{_DIAERESIS}": "ae", f"o{_DIAERESIS}": "oe", f"u{_DIAERESIS}": "ue"},
}
_FRENCH = {
    **_COMMON,
    **{"ou": "u", "ch": "x", "tch": "q", "chtch": "x", "j": "x", "qu": "k", "gue": "he"},
    **{"gui": "hi", "guy": "hi", "ts": "c", "tz": "c", "c": "k", "ce": "se", "ci": "si"},
    **{"x": "ks"},
}
_POLISH = {
    **_COMMON,
    **{"sz": "x", "cz": "q", "rz": "x", f"z{_DOT}": "x", "szcz": "x", "ch": "h", "c": "c"},
    **{f"o{_ACUTE}": "u", "x": "ks"},
}
_READINGS = (_ENGLISH, _GOST, _SCHOLARLY, _GERMAN, _FRENCH, _POLISH)
_OLD_ENDING = {"of": "ov", "ef": "ev"}  # -off and -eff for -ov and -ev
_ENDING = re.compile(r"(?:ovi|evi|oho|omu|oi|om|em|im|ih|ou|eu|am|ah|[aeiou])$")

MIN_STEM = 2
MIN_LOOK = 4
MIN_ROMANISED = 3
"""Shorter ones would be "an" and "a", which ISO 9 makes of names."""


class Keys(NamedTuple):
    """The keys of a word."""

    plain: frozenset[str]
    """Its letters without case and marks."""
    look: str
    """Its letters as they look."""
    sounds: frozenset[str]
    """How it may sound."""
    stems: frozenset[str]
    """The same without an ending, for words in Cyrillic."""
    cyrillic: str
    """The word in small letters, if all are Cyrillic, else nothing: what can be romanised."""


@cache
def ignorable() -> str:
    """Every character that adds to a letter or is not seen at all, for a class in a pattern."""
    ranges = (range(0xAD, 0x10000), range(0xE0000, 0xE01F0), range(0x1D165, 0x1D1AE))
    found = (chr(one) for span in ranges for one in span)
    kept = [one for one in found if category(one) in _UNSEEN or one in _BLANK]
    return re.escape("".join(kept))


_UNSEEN = frozenset({"Mn", "Me", "Mc", "Cf"})
_BLANK = frozenset("\u115f\u1160\u3164\uffa0")


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(r"[\W\d_\u02b0-\u02ff]+")


@lru_cache(maxsize=1 << 16)
def keys_of(word: str) -> Keys:
    """The keys of a word as it stands in a text, with all that stands in it beside letters."""
    if word.isdecimal():
        return Keys(frozenset({normalize("NFKC", word)}), "", frozenset(), frozenset(), "")
    apart = normalize("NFKD", word)
    small = _small(apart)
    bare = _dropped().sub("", small)
    bare = bare.translate(_STROKES)
    look = _look(apart)
    scripts = {
        name
        for name, letters in (("Cyrillic", _A_CYRILLIC), ("Latin", _A_LATIN))
        if letters.search(bare)
    }
    plain, sounds = {bare}, set[str]()
    if _DIAERESIS in small:
        expanded = re.sub(rf"([aou]){_DIAERESIS}", r"\1e", small)
        plain.add(_dropped().sub("", expanded))
    if "Latin" in scripts:
        latin = bare if len(scripts) == 1 else look.casefold()
        sounds |= _latin_sounds(latin, small if len(scripts) == 1 else latin)
    if "Cyrillic" in scripts:
        cyrillic = bare.translate(_AS_CYRILLIC)
        sounds |= _cyrillic_sounds(cyrillic, has_yo=f"е{_DIAERESIS}" in small)
    stems = frozenset(map(_stem, sounds)) if scripts == {"Cyrillic"} else frozenset[str]()
    cyrillic = small if scripts == {"Cyrillic"} else ""
    return Keys(frozenset(plain), look, frozenset(sounds), stems, cyrillic)


def _composed(small: str) -> str:
    """A Cyrillic word with the marks that make other letters (й, ї, ё, ў) and no others."""
    letters: list[str] = []
    for char in small:
        if "".join((*letters[-1:], char)) in _OWN_LETTERS or char.isalpha():
            letters.append(char)
    return normalize("NFC", "".join(letters))


_OWN_LETTERS = frozenset(normalize("NFD", letter) for letter in "йўїё")


def _small(text: str) -> str:
    """Small letters, taken apart: some fall apart only once they are small."""
    return normalize("NFKD", text.casefold())


def _look(apart: str) -> str:
    shown = _dropped().sub("", apart).translate(_SMALL_LOOKS)
    return shown.upper().translate(_LOOKS)


def _cyrillic_sounds(bare: str, *, has_yo: bool) -> set[str]:
    sounds = {_settled(bare.translate(_SOUNDS))}
    if "ъ" in bare:  # the passport rule of ICAO writes "ie" for it
        sounds.add(_settled(bare.replace("ъ", "е").translate(_SOUNDS)))
    if has_yo:  # written yo or e, with or without its dots
        row = bare.replace("е", "о")
        sounds.add(_settled(row.translate(_SOUNDS)))
    return sounds


def _latin_sounds(bare: str, marked: str) -> set[str]:
    found = {_settled(_read(bare, table)) for table in (_ENGLISH, _GOST, _FRENCH)}
    kept = re.sub(rf"[^\w{_MARKS}]|[\d_\u02b0-\u02ff]", "", marked) if marked != bare else bare
    found |= {_settled(_read(kept, table)) for table in (_SCHOLARLY, _GERMAN, _POLISH)}
    found |= {row[:-2] + _OLD_ENDING[row[-2:]] for row in found if row[-2:] in _OLD_ENDING}
    if bare.endswith("ine"):  # French for -in
        found |= {row[:-1] for row in found if row.endswith("ine")}
    return found


_MARKS = _CARON + _CIRCUMFLEX + _DOT + _DIAERESIS + _ACUTE
_NO_MARKS = str.maketrans("", "", _MARKS)
_STROKES, _LOOKS, _SMALL_LOOKS = map(str.maketrans, (PLAIN, LOOKS, SMALL_LOOKS))
_AS_CYRILLIC, _SOUNDS = map(str.maketrans, (CYRILLIC_LOOKS, _CYRILLIC))
_A_CYRILLIC, _A_LATIN = re.compile("[\u0400-\u052f]"), re.compile("[a-z]")
_DOUBLED, _GLIDE = re.compile(r"(.)\1+"), re.compile(r"i(?=[aeou])")


@cache
def _pattern(index: int) -> re.Pattern[str]:
    longest_first = sorted(_READINGS[index], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def _read(word: str, table: dict[str, str]) -> str:
    index = next(index for index, one in enumerate(_READINGS) if one is table)
    row = _pattern(index).sub(lambda found: table[found[0]], word)
    return row if row.isascii() else row.translate(_NO_MARKS)


def _settled(row: str) -> str:
    """A row of sounds without what the customs of writing differ in."""
    row = row.replace("ts", "c").replace("xq", "x")
    row = _GLIDE.sub("", _DOUBLED.sub(r"\1", row))
    return _DOUBLED.sub(r"\1", row)


def _stem(row: str) -> str:
    return _ENDING.sub("", row)


@lru_cache(maxsize=1 << 14)
def romanised(cyrillic: str) -> frozenset[str]:
    """A Cyrillic word of small letters in every romanisation, without case and marks."""
    cyrillic = _composed(cyrillic)
    found = set()
    for table in ROMANISATIONS:
        rest = "".join(table.get(char, char) for char in cyrillic[1:])
        first = cyrillic[:1]
        for start in (table.get(first, first), INITIAL.get(first)):
            if start is not None:
                found.add(start + rest)
    ends = {re.sub(r"(?:yi|yy|iy|ij|yj|ii)$", "y", one) for one in found}
    return frozenset(_dropped().sub("", _small(one)) for one in found | ends)


def is_close(name: Keys, other: Keys) -> bool:
    """Whether two words are of the same letters, or one is a romanisation of the other."""
    if not name.plain.isdisjoint(other.plain):
        return True
    if len(name.look) >= MIN_LOOK and name.look == other.look:
        return True
    return _is_romanised(name, other) or _is_romanised(other, name)


def _is_romanised(name: Keys, other: Keys) -> bool:
    if not name.cyrillic or other.cyrillic or max(map(len, other.plain)) < MIN_ROMANISED:
        return False
    return not romanised(name.cyrillic).isdisjoint(other.plain)
