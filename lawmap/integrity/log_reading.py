"""A review log read line by line: its entries, and every place at which the chain does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from lawmap.diagnostics import Diagnostic, Position, did_you_mean, has_errors
from lawmap.loading.bounded import listed
from lawmap.loading.strict_json import WrongJson, read_json
from lawmap.loading.text import FORBIDDEN, decode, describe
from lawmap.model.allegation import ReviewState

from .canonical import MAX_NUMBER, is_hash
from .log import CHANGE, CORRECTION, REVIEW, START, Entry

MAX_LINE = 20_000
MAX_LOG = 64_000_000
KINDS = (REVIEW, CHANGE, CORRECTION)
RECORDS = ("allegation", "source", "norm")
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_RESTORE = "Restore the log from a copy; nothing in it is ever edited, only added to."
_WRITTEN = "Lines of the log are written by 'lawmap review-log' alone. Restore it from a copy."


class Log(NamedTuple):
    """What was read of a log."""

    entries: tuple[Entry, ...]
    """Those that could be read; all of them, if there is no fault."""
    faults: tuple[Diagnostic, ...]

    @property
    def is_sound(self) -> bool:
        """Whether every line stands where and as it was written."""
        return not has_errors(self.faults)


class _Line(NamedTuple):
    shown: str
    number: int
    text: str

    def fault(self, code: str, message: str, mend: str, key: str = "") -> Diagnostic:
        column = max(self.text.find(f'"{key}":'), 0) + 1 if key else 1
        return self.at(column, code, message, mend)

    def at(self, column: int, code: str, message: str, mend: str) -> Diagnostic:
        place = Position(self.shown, self.number, column)
        return Diagnostic(place, code, message, mend, self.text)


def is_time(text: str) -> bool:
    """Whether a text is a moment as the log writes it."""
    try:
        return datetime.strptime(text, _TIME).strftime(_TIME) == text
    except ValueError:
        return False


def read_log(raw: bytes, shown: str) -> Log:
    """Read a log and check every entry against itself and the one before.

    Args:
        raw: the bytes of its file.
        shown: its name in diagnostics.
    """
    if raw.startswith(b"\xef\xbb\xbf"):
        return Log((), (_whole(shown, "it begins with a byte order mark"),))
    content = decode(raw, shown)
    if content.faults:
        return Log((), content.faults)
    *lines, rest = content.text.split("\n")
    entries: list[Entry] = []
    faults: list[Diagnostic] = []
    earlier: dict[int, Entry] = {}
    before: Entry | None = None
    for number, text in enumerate([*lines, *([rest] if rest else [])], 1):
        line = _Line(shown, number, text)
        entry, found = _entry(line)
        if entry is not None:
            entries.append(entry)
            found = [*found, *_faults_of_chain(line, entry, before, earlier)]
            earlier.setdefault(entry.number, entry)
        faults += found
        before = entry
    if rest:
        torn = _Line(shown, len(lines) + 1, rest)
        message = "the last line has no end: it was not written whole"
        faults.append(torn.at(len(rest) + 1, "LM807", message, _RESTORE))
    return Log(tuple(entries), tuple(listed(faults)))


def _whole(shown: str, message: str) -> Diagnostic:
    return Diagnostic(Position(shown), "LM807", message, _WRITTEN)


def _entry(line: _Line) -> tuple[Entry | None, list[Diagnostic]]:
    # What is no entry may be a line of any file, such as one with names: it is not shown.
    short = line._replace(text="")
    if len(line.text) > MAX_LINE:
        message = f"a line of {len(line.text):,} characters; at most {MAX_LINE:,} are read"
        return None, [short.fault("LM008", message, _WRITTEN)]
    row = read_json(line.text)
    if isinstance(row, WrongJson):
        return None, [short.at(row.column, row.code, row.message, _WRITTEN)]
    if not isinstance(row, dict):
        return None, [short.fault("LM103", "a JSON object is needed", _WRITTEN)]
    found = [*_faults_of_keys(line, row), *_faults_of_values(line, row)]
    if found:
        return None, [one._replace(source_line="") for one in found]
    entry = Entry(**row)
    return entry, list(_faults_of_entry(line, entry))


def _faults_of_keys(line: _Line, row: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for key in row:
        if key not in Entry._fields:
            message = f"unknown key '{key[:60]}'{did_you_mean(key, Entry._fields)}"
            yield line.fault("LM101", message, _WRITTEN, key)
    missing = [f"'{key}'" for key in Entry._fields if key not in row]
    if missing:
        told = f"key {missing[0]} is" if len(missing) == 1 else f"keys {', '.join(missing)} are"
        yield line.fault("LM102", f"{told} missing", _WRITTEN)


_Check = Callable[[Any], bool]


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _counts(value: int | None) -> bool:
    return value is None or 1 <= value <= MAX_NUMBER


_STATES = tuple(state.value for state in ReviewState)

# Of each key: whether a value is of the right type, whether it is a right one, and what is right.
_VALUES: Mapping[str, tuple[_Check, _Check, str]] = {
    "number": (_is_number, _counts, "a whole number from 1 on"),
    "at": (_is_text, is_time, "a moment such as 2025-03-04T10:00:00Z"),
    "kind": (_is_text, KINDS.__contains__, ", ".join(KINDS)),
    "by": (_is_text, lambda value: bool(value.strip()), "a name"),
    "record": (_is_text, RECORDS.__contains__, ", ".join(RECORDS)),
    "id": (_is_text, bool, "an id"),
    "sha256": (_is_text, is_hash, "a SHA-256 in 64 hexadecimal digits"),
    "state": (
        lambda value: value is None or _is_text(value),
        lambda value: value is None or value in _STATES,
        f"null, {', '.join(_STATES)}",
    ),
    "note": (_is_text, lambda _: True, "a text"),
    "corrects": (lambda value: value is None or _is_number(value), _counts, "null or a number"),
    "previous": (_is_text, is_hash, "a SHA-256 in 64 hexadecimal digits"),
    "hash": (_is_text, is_hash, "a SHA-256 in 64 hexadecimal digits"),
}


def _faults_of_values(line: _Line, row: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for key, (has_type, is_right, right) in _VALUES.items():
        if key not in row:
            continue
        value = row[key]
        if not has_type(value):
            yield line.fault("LM103", f"'{key}' must be {right}", _WRITTEN, key)
        elif isinstance(value, str) and (deceiving := FORBIDDEN.search(value)):
            message = f"'{key}' holds the character {describe(deceiving[0])}"
            yield line.fault("LM003", message, _WRITTEN, key)
        elif not is_right(value):
            yield line.fault("LM104", f"'{key}' must be {right}", _WRITTEN, key)


def _faults_of_entry(line: _Line, entry: Entry) -> Iterator[Diagnostic]:
    """What is wrong with an entry by itself."""
    if entry.own_hash != entry.hash:
        message = f"entry {entry.number} was changed: it does not have the hash that it names"
        yield line.fault("LM807", message, _RESTORE, "hash")
    elif entry.line != line.text:
        message = f"entry {entry.number} is spelled otherwise than it was written"
        yield line.fault("LM807", message, _RESTORE)
    if (entry.corrects is not None) != (entry.kind == CORRECTION):
        yield line.fault("LM104", "a correction, and nothing else, has 'corrects'", _WRITTEN)
    if entry.kind != CORRECTION and (entry.state is None) != (entry.kind == CHANGE):
        yield line.fault("LM104", "a review has a 'state', and a change has none", _WRITTEN)


def _faults_of_chain(
    line: _Line, entry: Entry, before: Entry | None, earlier: Mapping[int, Entry]
) -> Iterator[Diagnostic]:
    """What is wrong with an entry where it stands."""
    if before is None and line.number > 1:
        return  # the line before could not be read, which was said
    number, previous = (before.number + 1, before.hash) if before else (1, START)
    if entry.number != number:
        message = f"entry {entry.number} stands where entry {number} is to stand"
        yield line.fault("LM807", message, _RESTORE, "number")
    elif entry.previous != previous:
        message = f"entry {entry.number} does not follow the entry that stands before it"
        yield line.fault("LM807", message, _RESTORE, "previous")
    if before is not None and entry.at < before.at:
        message = f"entry {entry.number} is of an earlier time than the entry before it"
        mend = "Nothing is lost. Say in a further entry which of the two times is wrong."
        yield line.fault("LM809", message, mend, "at")
    if entry.corrects is not None:
        wrong = earlier.get(entry.corrects)
        if wrong is None or wrong.subject != entry.subject:
            message = f"entry {entry.number} corrects no earlier entry on the same record"
            yield line.fault("LM807", message, _RESTORE, "corrects")
        elif (wrong.state is None) != (entry.state is None):
            message = f"of entry {entry.number} and what it corrects only one has a state"
            yield line.fault("LM807", message, _RESTORE, "state")


def faults_of_head(log: Log, head: str, shown: str, known_from: str) -> list[Diagnostic]:
    """Whether a log still holds the entry that was its last one when its head was noted.

    Later entries are no fault: a log grows.
    """
    if head == START or any(entry.hash == head for entry in log.entries):
        return []
    last = len(log.entries)
    message = f"no entry has the hash that was its last one, {head[:16]}..., {known_from}"
    mend = "Its end was cut off, or it was written anew. Restore it from a copy."
    return [Diagnostic(Position(shown, max(last, 1)), "LM807", message, mend)]


__all__ = [
    "MAX_LOG",
    "RECORDS",
    "Log",
    "faults_of_head",
    "is_time",
    "read_log",
]
