"""Bytes as targets take them apart, and what holds of every list of faults."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawmap.control.edits import Edited
from lawmap.diagnostics import RULES, Diagnostic
from lawmap.loading.bounded import MAX_FAULTS
from lawmap.loading.text import FORBIDDEN, lines_of

_BETWEEN = "\n====\n"
_LONE_RETURN = re.compile("\r(?!\n)")


def text_of(data: bytes) -> str:
    """Any text that can stand in a record: what can not is refused where files are decoded."""
    return FORBIDDEN.sub("", data.decode("utf-8", "ignore"))


def texts_of(data: bytes, count: int) -> list[str]:
    """So many texts, which stand in the bytes with a line of ``====`` between them."""
    found = text_of(data).split(_BETWEEN, count - 1)
    return [*found, *[""] * (count - len(found))]


def hold_in_place(faults: Sequence[Diagnostic], text: str) -> None:
    """Faults of one file have known codes, are few of one sort, and lie in the file with fixes."""
    assert len(faults) <= MAX_FAULTS + 1, "too many faults"
    lines = lines_of(text)
    for fault in faults:
        place = fault.position
        assert fault.code in RULES
        assert fault.message
        assert 1 <= place.line <= len(lines), fault
        line = lines[place.line - 1]
        assert 1 <= place.column <= len(line) + 1, fault
        assert line.startswith(fault.source_line), fault
        assert fault.length >= 1
        if fault.fix and fault.fix.edits and not _LONE_RETURN.search(text):
            assert Edited(text, [fault.fix.edits]).made, fault
