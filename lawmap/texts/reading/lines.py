"""JSON lines: one text of one article a line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from lawmap.diagnostics import Diagnostic, Position, nearest
from lawmap.loading.text import FORBIDDEN, describe

from ..articles import article_key
from ..stored import StoredText, TextKind
from .told import Read, Told, without_markup

_ARTICLE = re.compile(r"([0-9]+(?:-[0-9]+)?(?: [a-z]+)?)((?:\([0-9A-Za-z]+\))*)")
_LANGUAGE = re.compile(r"[a-z]{2}")
_KEYS = ("treaty", "article", "text", "fragment", "lang", "source", "title")


class _Line(NamedTuple):
    """A line of the file."""

    shown: str
    number: int
    text: str

    def fault(self, code: str, message: str, mend: str, key: str = "") -> Diagnostic:
        """A fault of this line, at the first place where it writes the key."""
        column = max(self.text.find(f'"{key}"'), 0) + 1 if key else 1
        return self.fault_at(column, code, message, mend)

    def fault_at(self, column: int, code: str, message: str, mend: str) -> Diagnostic:
        """A fault at a column."""
        place = Position(self.shown, self.number, column)
        return Diagnostic(place, code, message, mend, self.text)


class _KeyTwiceError(Exception):
    """A key stands twice in one object."""


def read_lines(text: str, shown: str, told: Told) -> Read:
    """Read JSON lines with the keys ``treaty, article, text, lang, source, title``.

    ``fragment`` in place of ``text`` says that the article goes on. Other keys are passed over.
    """
    texts: list[StoredText] = []
    faults: list[Diagnostic] = []
    for number, content in enumerate(text.split("\n"), 1):
        if content.strip():
            line = _Line(shown, number, content.rstrip("\r"))
            row = _row(line)
            found = [row] if isinstance(row, Diagnostic) else list(_faults(line, row, told))
            faults.extend(found)
            if not found and isinstance(row, dict):
                texts.append(_text(row, told))
    return Read(tuple(texts), tuple(faults))


def _row(line: _Line) -> dict[str, Any] | Diagnostic:
    try:
        row = json.loads(line.text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        mend = 'Write one JSON object a line, as in {"treaty": "gc4", "article": "49", ...}.'
        return line.fault_at(error.colno, "LM011", f"not JSON: {error.msg}", mend)
    except _KeyTwiceError as error:
        key = str(error)
        again = line.text.rfind(f'"{key}"') + 1
        mend = "Delete or rename one of the two."
        return line.fault_at(again, "LM005", f"key '{key}' stands twice", mend)
    except (RecursionError, ValueError):
        return line.fault("LM007", "nests deeper or counts higher than is read", "Flatten it.")
    if not isinstance(row, dict):
        return line.fault("LM103", "a JSON object is needed", 'Write {"treaty": ..., ...}.')
    return row


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        times = Counter(key for key, _ in pairs)
        raise _KeyTwiceError(next(key for key, number in times.items() if number > 1))
    return row


def _faults(line: _Line, row: dict[str, Any], told: Told) -> Iterator[Diagnostic]:
    needed = ["article", "fragment" if "fragment" in row else "text"]
    needed += [] if told.instrument else ["treaty"]
    for key in needed:
        if key not in row:
            near = nearest(key, set(row) - set(_KEYS))
            mend = f"Rename '{near}', which is not read." if near else "Add the key."
            yield line.fault("LM102", f"key '{key}' is missing", mend, near or "")
    for key in _KEYS:
        if key in row:
            yield from _faults_of_value(line, key, row[key])


def _faults_of_value(line: _Line, key: str, value: object) -> Iterator[Diagnostic]:
    if isinstance(value, int) and not isinstance(value, bool) and key == "article":
        value = str(value)
    if not isinstance(value, str):
        yield line.fault("LM103", f"'{key}' must be a text", "Put it in quotation marks.", key)
    elif FORBIDDEN.search(value):
        for character in sorted(set(FORBIDDEN.findall(value))):
            message = f"character {describe(character)} is not allowed"
            yield line.fault("LM003", message, "Delete the escape that stands for it.", key)
    elif not value.strip() and key not in ("source", "title"):
        yield line.fault("LM104", f"'{key}' is empty", "Write it, or delete the line.", key)
    elif key == "article" and not _ARTICLE.fullmatch(_numbered(value)):
        message = f"'{value[:60]}' is no number of an article"
        yield line.fault("LM104", message, "Write it as 49, 8 bis, 442-1, IX or 49(2).", key)
    elif key == "lang" and not _LANGUAGE.fullmatch(value):
        message = f"'{value[:60]}' is no language"
        yield line.fault("LM104", message, "Write two small letters, such as en.", key)


def _numbered(article: str) -> str:
    number, bracket, locators = article.partition("(")
    return article_key(number) + bracket + "".join(locators.split())


def _text(row: dict[str, Any], told: Told) -> StoredText:
    article, bracket, locators = _numbered(str(row["article"])).partition("(")
    is_fragment = "fragment" in row
    kind = TextKind.FRAGMENT if is_fragment else TextKind.TEXT
    return StoredText(
        treaty=(told.instrument or row["treaty"]).strip().casefold(),
        article=article,
        locators=bracket + locators,
        language=row.get("lang", told.language),
        source=row.get("source") or told.source,
        kind=kind if told.kind is TextKind.TEXT else told.kind,
        title=row.get("title", ""),
        text=without_markup(row["fragment" if is_fragment else "text"]),
    )
