"""Ways in which a listed name may stand in what leaves the house, by class; none by lawmap's code.

Romanisations come from tests/cases/leaks.yaml, which was written apart from lawmap's own tables.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize
from urllib.parse import quote

import yaml

TABLE: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "leaks.yaml").read_text(encoding="utf-8")
)
CYRILLIC: list[str] = [*TABLE["ukrainian"], *TABLE["russian"]]
LATIN: dict[str, list[str]] = TABLE["latin"]
NAMES = [*CYRILLIC, *LATIN]

LATIN_LOOKS = str.maketrans("асеорхуіАВСЕНІКМОРТХ", "aceopxyiABCEHIKMOPTX")
CYRILLIC_LOOKS = str.maketrans("aceopxyiABCEHIKMOPTX", "асеорхуіАВСЕНІКМОРТХ")


class Variant(NamedTuple):
    """A name as it is listed, and as it stands in a text."""

    sort: str
    name: str
    text: str


def _inside(name: str, what: str) -> str:
    """The name with something after the second letter of each word."""
    return " ".join(f"{word[:2]}{what}{word[2:]}" for word in name.split())


def _swapped(name: str) -> str:
    return " ".join(reversed(name.split()))


def _bold(name: str) -> str:
    """Mathematical bold letters for Latin ones."""
    return "".join(
        chr(ord(char) + (0x1D400 - 65 if char.isupper() else 0x1D41A - 97))
        if char.isascii() and char.isalpha()
        else char
        for char in name
    )


SPELLINGS: dict[str, tuple[Callable[[str], str], ...]] = {
    "case": (str.upper, str.lower, str.swapcase),
    "composition": (
        lambda name: normalize("NFD", name),
        lambda name: normalize("NFC", name),
        lambda name: normalize("NFKD", name),
    ),
    "added marks": (
        lambda name: "".join(f"{char}\u0336" for char in name),
        lambda name: _inside(name, "\u0301\u0322\u0489"),
    ),
    "unseen characters": (
        lambda name: _inside(name, "\u00ad"),
        lambda name: _inside(name, "\u200b\u2060"),
        lambda name: _inside(name, "\u202e"),
        lambda name: _inside(name, "\ufeff\ufe0f"),
        lambda name: _inside(name, "\x00"),
    ),
    "between the parts": (
        lambda name: name.replace(" ", "\u00a0"),
        lambda name: name.replace(" ", "  \n\t"),
        lambda name: name.replace(" ", "_"),
        lambda name: name.replace(" ", "-"),
        lambda name: name.replace(" ", "."),
        lambda name: name.replace(" ", " / "),
        lambda name: name.replace(" ", "\u2003—\u2003"),
        lambda name: name.replace(" ", ""),
        lambda name: " ".join(name.replace(" ", "").replace("'", "")),
    ),
    "line ends": (
        lambda name: _inside(name, "-\n"),
        lambda name: _inside(name, "-\r\n    "),
        lambda name: _inside(name, "\u2010\n> "),
        lambda name: name.replace(" ", "\n> "),
    ),
    "order": (_swapped, lambda name: _swapped(name).replace(" ", ", ")),
    "look-alikes": (
        lambda name: (
            name.translate(LATIN_LOOKS) if name in CYRILLIC else name.translate(CYRILLIC_LOOKS)
        ),
        _bold,
    ),
    "Markdown": (
        lambda name: _inside(name, "**"),
        lambda name: _inside(name, "_"),
        lambda name: _inside(name, "`"),
        lambda name: "".join(f"\\{char}" if char in " '" else char for char in name),
        lambda name: _inside(name, "[](https://example.org)"),
        lambda name: f"[{name[:3]}](https://example.org/a_b){name[3:]}",
        lambda name: f"~~{name[:2]}~~**{name[2:]}**",
    ),
    "HTML": (
        lambda name: _inside(name, "<wbr>"),
        lambda name: _inside(name, "<!-- a comment -->"),
        lambda name: _inside(name, '<span class="x">'),
        lambda name: f"<b>{name[:4]}</b>{name[4:]}",
        lambda name: f'<img alt="{html.escape(name)}">',
        lambda name: _inside(name, "</w:t></w:r><w:r><w:t>") + "</w:t></w:p><w:p>next",
    ),
    "entities": (
        lambda name: "".join(f"&#{ord(char)};" for char in name),
        lambda name: "".join(f"&#x{ord(char):X};" for char in name),
        lambda name: "".join(f"&amp;#{ord(char)};" for char in name),
        lambda name: "".join(f"&amp;amp;#x{ord(char):x};" for char in name),
        lambda name: name.replace(" ", "&nbsp;"),
        lambda name: _inside(name, "&shy;"),
    ),
    "percent": (quote, lambda name: quote(quote(name)), lambda name: quote(name.encode("cp1251"))),
    "escapes": (
        json.dumps,
        lambda name: json.dumps(json.dumps(_bold(name))),
        lambda name: repr(name.encode()),
        lambda name: _inside(name, "\\xad"),
        lambda name: _inside(name, "\\x200b"),
        lambda name: "".join(f"\\u{{{ord(char):x}}}" for char in name),
        lambda name: "".join(f"={byte:02X}" for byte in name.encode()),
    ),
}


def _written(name: str, table: dict[str, str], initial: dict[str, str]) -> str:
    words = []
    for word in name.split():
        small = word.lower()
        first = initial.get(small[0], table.get(small[0], small[0]))
        rest = "".join(table.get(char, char) for char in small[1:])
        words.append((first + rest).capitalize())
    return " ".join(words)


def _table(letters: str, latin: str) -> dict[str, str]:
    pairs = zip(letters.split(), latin.split(), strict=True)
    return {one: "" if other == "-" else other for one, other in pairs}


def romanisations() -> Iterator[Variant]:
    for custom, row in TABLE["ukrainian_customs"].items():
        table = _table(TABLE["letters"], row["letters"])
        for name in TABLE["ukrainian"]:
            text = _written(name, table, row.get("initial", {}))
            yield Variant(f"romanised: {custom}", name, text)
    for custom, row in TABLE["russian_customs"].items():
        table = _table(TABLE["russian_letters"], row)
        for name in TABLE["russian"]:
            yield Variant(f"romanised: Russian, {custom}", name, _written(name, table, {}))


def variants() -> Iterator[Variant]:
    """Every variant: of each name each spelling, and each romanisation both ways."""
    for sort, ways in SPELLINGS.items():
        for name in NAMES:
            for way in ways:
                yield Variant(sort, name, way(name))
    yield from romanisations()
    for variant in romanisations():
        yield Variant("listed in Latin, written in Cyrillic", variant.text, variant.name)
    for name, texts in LATIN.items():
        for text in texts:
            yield Variant("listed in Latin, written in Cyrillic", name, text)
