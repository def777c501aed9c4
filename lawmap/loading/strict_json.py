"""JSON read strictly: one meaning for each text, and a place for whatever has none.

RFC 8259 leaves open what a key that stands twice means, and Python also reads NaN and half a pair
of surrogates, which is no text. Two readers could then see two different things in one file with
one hash; so all three are refused here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, NamedTuple, NoReturn

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class WrongJson(NamedTuple):
    """Why a text is not read."""

    code: str
    message: str
    line: int = 1
    column: int = 1


class _NotReadError(Exception):
    """A key that stands twice, or a number that JSON does not have."""

    def __init__(self, code: str, message: str, sought: str) -> None:
        self.code, self.message, self.sought = code, message, sought
        super().__init__(message)


def read_json(text: str) -> Any | WrongJson:
    """The value of a text, or why it has none."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return WrongJson("LM011", f"not JSON: {error.msg}", error.lineno, error.colno)
    except _NotReadError as error:
        return WrongJson(error.code, error.message, *place_in(text, error.sought, last=True))
    except RecursionError:
        return WrongJson("LM007", "nests deeper than is read")
    except ValueError:  # a number of more digits than Python turns into one
        return WrongJson("LM011", "a number has more digits than are read")
    half = _half_a_pair(value) if _SURROGATE.search(text) else None
    if half is not None:
        place = place_in(text, half)
        return WrongJson("LM003", "half a pair of surrogates is no text", *place)
    return value


def _half_a_pair(value: Any) -> str | None:
    """The escape of a surrogate that stands alone in a value."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        return f"\\u{ord(error.object[error.start]):04x}"
    return None


def place_in(text: str, sought: str, *, last: bool = False) -> tuple[int, int]:
    """Line and column at which something stands in a text; the beginning if it does not."""
    at = max(text.rfind(sought) if last else text.find(sought), 0)
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        times = Counter(key for key, _ in pairs)
        key = next(key for key, number in times.items() if number > 1)
        raise _NotReadError("LM005", f"key '{key[:60]}' stands twice", f'"{key}"')
    return row


def _refuse(constant: str) -> NoReturn:
    raise _NotReadError("LM011", f"not JSON: {constant} is no number of JSON", constant)
