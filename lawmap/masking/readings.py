"""What a reader's program would show of a text: escapes read, entities decoded, markup gone.

Each step is undone by itself and all of them up to four times in a row, because one may hide
another. Every text on the way is a reading, and knows where in the file each part of it stands.
"""

from __future__ import annotations

import html
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

ROUNDS = 4
_Step = Callable[["Reading"], "Reading"]
_Cut = tuple[int, int, str]


class Reading(NamedTuple):
    """A text, and where its parts stand in the file."""

    text: str
    starts: tuple[int, ...] = (0,)
    """Where a part of this text begins that stands in one piece in the file."""
    places: tuple[int, ...] = (0,)
    """Where that part begins in the file."""

    def place(self, offset: int) -> int:
        """Where in the file a character of this text stands."""
        index = bisect_right(self.starts, offset) - 1
        return self.places[index] + offset - self.starts[index]

    def cut(self, cuts: Iterable[_Cut]) -> Reading:
        """The text with other words in some places: from, to, and what stands there then."""
        pieces, starts, places = list[str](), list[int](), list[int]()
        done = length = 0
        for start, end, instead in (*cuts, (len(self.text), len(self.text), "")):
            if start > done or not starts:
                first = bisect_right(self.starts, done)
                last = bisect_right(self.starts, max(start - 1, done))
                starts.append(length)
                places.append(self.place(done))
                starts += [length + one - done for one in self.starts[first:last]]
                places += self.places[first:last]
                pieces.append(self.text[done:start])
                length += start - done
            if instead:
                starts.append(length)
                places.append(self.place(start))
                pieces.append(instead)
                length += len(instead)
            done = end
        starts.append(length)
        places.append(self.place(done))
        return Reading("".join(pieces), tuple(starts), tuple(places))


def readings(text: str) -> Iterator[Reading]:
    """The text as it stands, and every other text that a reader may be shown in its place."""
    reading = Reading(text)
    yield reading
    for _ in range(ROUNDS):
        before = reading.text
        for step in STEPS:
            changed = step(reading)
            if changed.text != reading.text:
                yield changed
            reading = changed
        if reading.text == before:
            return


def _replacing(pattern: str, instead: Callable[[re.Match[str]], str], needs: str) -> _Step:
    compiled = re.compile(pattern)

    def step(reading: Reading) -> Reading:
        if not any(char in reading.text for char in needs):
            return reading
        return reading.cut(
            (*found.span(), instead(found)) for found in compiled.finditer(reading.text)
        )

    return step


def _nothing(_: re.Match[str]) -> str:
    return ""


def _line_end(_: re.Match[str]) -> str:
    return "\n"


def _entity(found: re.Match[str]) -> str:
    return html.unescape(found[0])


def _numbered(found: re.Match[str]) -> str:
    number = int(next(filter(None, found.groups())), 16)
    return chr(number) if number <= sys.maxunicode else found[0]


def _surrogates(found: re.Match[str]) -> str:
    pair = found[0].encode("utf-16-le", "surrogatepass")
    return pair.decode("utf-16-le", "replace")


def _bytes_of(run: str, sign: str) -> str:
    """Bytes that are written as a sign and two digits: UTF-8, else of Windows' Cyrillic."""
    raw = unquote_to_bytes(run.replace("=\r\n", "").replace("=\n", "").replace(sign, "%"))
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1251", "replace")


def _percent(found: re.Match[str]) -> str:
    return _bytes_of(found[0], "%")


def _quoted_printable(found: re.Match[str]) -> str:
    return _bytes_of(found[0], "=")


def _hex_bytes(found: re.Match[str]) -> str:
    try:
        return bytes.fromhex(re.sub(r"\\[xX]", "", found[0])).decode()
    except UnicodeDecodeError:
        return found[0]


def _without_comments(reading: Reading) -> Reading:
    """Without comments of HTML and XML; one that is never closed stays."""
    cuts, start = list[_Cut](), reading.text.find("<!--")
    while start >= 0:
        end = reading.text.find("-->", start + 4)
        if end < 0:
            break
        cuts.append((start, end + 3, ""))
        start = reading.text.find("<!--", end + 3)
    return reading.cut(cuts) if cuts else reading


_UNSEEN = "ad|200[b-f]|202[a-e]|206[0-9a-f]|feff|061c|180e|0[0-8bcef]|1[0-9a-f]|7f|[89][0-9a-f]"
"""Characters that are not seen, as they are written on a screen; see ``visible``."""

_BLOCKS = "|".join(
    (
        *(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "td",
            "th",
            "h[1-6]",
            "hr",
        ),
        *("pre", "blockquote", "section", "article", "title", "head", "body", "option"),
        *("tc", "tab", "h", "s", "list-item", "table-cell"),  # of office documents
    )
)
"""Elements that end a line or a cell, in HTML and in the XML of office documents."""

STEPS: tuple[_Step, ...] = (
    _replacing(
        r"\\{1,8}u([0-9A-Fa-f]{4})|\\[ux]\{([0-9A-Fa-f]{1,6})\}|\\U([0-9A-Fa-f]{8})",
        _numbered,
        "\\",
    ),
    _replacing(r"(?:\\[xX][0-9A-Fa-f]{2}){2,}", _hex_bytes, "\\"),
    _replacing(rf"\\x(?:{_UNSEEN})", _nothing, "\\"),
    _replacing(r"\\x(?:09|0a|0d|a0|20(?:0[0-9a]|2[89f])|3000)|\\[nrt]", _line_end, "\\"),
    _replacing(r"\\x([0-9A-Fa-f]{2})", _numbered, "\\"),
    _replacing(r"[\ud800-\udbff][\udc00-\udfff]", _surrogates, "\ud83d\ud835\ud801"),
    _replacing(r"(?:%[0-9A-Fa-f]{2})+", _percent, "%"),
    _replacing(r"(?:=[0-9A-Fa-f]{2}(?:=\r?\n)?)+|=\r?\n", _quoted_printable, "="),
    _replacing(r"&(?:#\d{1,8}|#[xX][0-9A-Fa-f]{1,8}|\w{2,32});?", _entity, "&"),
    _without_comments,
    _replacing(rf"</?(?:\w+:)?(?:{_BLOCKS})(?![\w:-])[^<>]*>", _line_end, "<"),
    _replacing(r"</?[A-Za-z!?][^<>]*>", _nothing, "<"),
    _replacing(r"\\(?=[!-/:-@\[-`{-~\r\n])", _nothing, "\\"),
    _replacing(r"\](?:\([^()\n]*\)|\[[^\[\]\n]*\])?(?:\{[^{}\n]*\})?", _nothing, "]"),
    _replacing(r"!?\[\^?|[*_~`^=]+", _nothing, "[*_~`^="),
)
"""What is undone, in this order."""
