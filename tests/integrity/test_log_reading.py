"""Hostile logs: each line is refused with a code and a place, and none ends in a traceback."""

from __future__ import annotations

import json

import pytest

from lawmap.integrity.log_reading import MAX_LINE, read_log
from tests.integrity.written import entries

ROW = json.loads(entries(1)[0].line)
GOOD = entries(1)[0].line.encode()


def row(**changes: object) -> bytes:
    return json.dumps({**ROW, **changes}, ensure_ascii=False).encode()


HOSTILE = {
    "no JSON": (b'{"at": \n', "LM011", 1, 8),
    "no JSON in the second line": (GOOD + b"\nnothing\n", "LM011", 2, 1),
    "an empty line": (GOOD + b"\n\n", "LM011", 2, 1),
    "NaN": (b'{"number":NaN}\n', "LM011", 1, 11),
    "infinity": (b'{"number":-Infinity}\n', "LM011", 1, 11),
    "a number without end": (b'{"number":' + b"9" * 5000 + b"}\n", "LM011", 1, 1),
    "a key twice": (b'{"by":"a","by":"b"}\n', "LM005", 1, 11),
    "no object": (b"[1]\n", "LM103", 1, 1),
    "a deep line": (b"[" * 15_000 + b"\n", "LM007", 1, 1),
    "a long line": (b'"' + b"a" * MAX_LINE + b'"\n', "LM008", 1, 1),
    "a byte that is no UTF-8": (GOOD + b"\n\xff\n", "LM002", 2, 1),
    "UTF-16": (GOOD.decode().encode("utf-16"), "LM002", 1, 1),
    "a byte order mark": (b"\xef\xbb\xbf" + GOOD + b"\n", "LM807", 1, 1),
    "a bidirectional override": (row(by="a\u202eb"), "LM003", 1, None),
    "an escaped one": (row(by="a-b").replace(b"a-b", rb"a\u202eb"), "LM003", 1, None),
    "an escaped surrogate": (row(by="a-b").replace(b"a-b", rb"a\ud800b"), "LM003", 1, None),
    "a null character": (row(by="a-b").replace(b"a-b", rb"a\u0000b"), "LM003", 1, None),
    "an unknown key": (row(bye="a"), "LM101", 1, None),
    "a missing key": (b'{"number":1}\n', "LM102", 1, 1),
    "a number as a text": (row(number="1"), "LM103", 1, None),
    "true as a number": (row(number=True), "LM103", 1, None),
    "a fraction": (row(number=1.5), "LM103", 1, None),
    "a list as a text": (row(note=["a"]), "LM103", 1, None),
    "a negative number": (row(number=-1), "LM104", 1, None),
    "a number that others read as a fraction": (row(number=2**53), "LM104", 1, None),
    "a day that does not exist": (row(at="2025-02-30T10:00:00Z"), "LM104", 1, None),
    "a time of another zone": (row(at="2025-02-20T10:00:00+02:00"), "LM104", 1, None),
    "an unknown kind": (row(kind="promise"), "LM104", 1, None),
    "an unknown state": (row(state="done"), "LM104", 1, None),
    "no hash": (row(hash="abc"), "LM104", 1, None),
    "a hash in capitals": (row(hash="A" * 64), "LM104", 1, None),
    "an empty name": (row(by=" "), "LM104", 1, None),
    "blanks between": (json.dumps(ROW).encode() + b"\n", "LM807", 1, 1),
    "another line end": (GOOD + b"\r\n", "LM807", 1, 1),
}


@pytest.mark.parametrize(("raw", "code", "line", "column"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_log_is_refused_with_its_place(
    raw: bytes, code: str, line: int, column: int | None
) -> None:
    log = read_log(raw, "log")
    first = next(fault for fault in log.faults if fault.code == code)
    assert first.position.line == line
    assert column is None or first.position.column == column
    assert first.mend
    assert not log.is_sound


def test_the_place_of_a_value_is_its_key() -> None:
    raw = row(kind="promise")
    (fault,) = (one for one in read_log(raw, "log").faults if one.code == "LM104")
    assert raw.decode()[fault.position.column - 1 :].startswith('"kind":')


def test_of_very_many_faults_the_first_are_told() -> None:
    faults = read_log(b"x\n" * 60_000, "log").faults
    assert len(faults) == 51
    assert faults[-1].code == "LM110"


@pytest.mark.parametrize("number", [0, 1, 2, 10])
def test_a_correction_of_what_is_not_there_is_found(number: int) -> None:
    log = entries(2)
    wrong = log[1]._replace(kind="correction", corrects=number or None)
    wrong = wrong._replace(hash=wrong.own_hash)
    faults = read_log(f"{log[0].line}\n{wrong.line}\n".encode(), "log").faults
    assert [fault.position.line for fault in faults] == [2]
