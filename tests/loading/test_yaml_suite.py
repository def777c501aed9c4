"""The public YAML test suite: each case is accepted with its value, or refused for a stated reason.

Accepted means that the text came out as the suite says, every scalar as text. Refused by a limit
means that the file uses what lawmap does not read (docs/decisions/002-yaml-subset.md). Refused by
YAML means that the parser, libyaml, says it is none. Where libyaml and the suite, which is of YAML
1.2, do not agree, the case is listed here, so that a change is seen.
"""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from lawmap.loading.nodes import Data
from lawmap.loading.text import decode
from lawmap.loading.yaml_text import parse
from tests.shared import shared_folder

ACCEPTED, LIMIT, YAML = "accepted", "refused by a limit", "refused by YAML"
LIMITS = {"LM003", "LM006", "LM010"}

FILE = re.compile(r"(?:\./)?(\w{4}(?:/\d+)?)/(in\.yaml|test\.event|error)")

KNOWN: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "yaml_suite.yaml").read_text(encoding="utf-8")
)


class Case(NamedTuple):
    text: bytes
    events: str
    is_error: bool


class Came(NamedTuple):
    how: str
    data: Data | None
    codes: frozenset[str]


@cache
def cases() -> dict[str, Case]:
    path = shared_folder() / "data" / "suites" / "yaml-test-suite" / "data-branch.tar.gz"
    files: dict[str, dict[str, bytes]] = {}
    with tarfile.open(fileobj=io.BytesIO(path.read_bytes())) as archive:
        for member in archive.getmembers():
            match = re.fullmatch(
                r"(?:\./)?(\w{4}(?:/\d+)?)/(in\.yaml|test\.event|error)", member.name
            )
            held = archive.extractfile(member) if match else None
            if match and held:
                files.setdefault(match[1], {})[match[2]] = held.read()
    return {
        name: Case(held["in.yaml"], held["test.event"].decode(), "error" in held)
        for name, held in sorted(files.items())
    }


def read(case: Case) -> Came:
    decoded = decode(case.text, "in.yaml")
    document, faults = (
        (None, list(decoded.faults)) if decoded.faults else parse(decoded.text, "in.yaml")
    )
    codes = frozenset(fault.code for fault in faults)
    assert all(fault.position.line >= 1 and fault.position.column >= 1 for fault in faults)
    if not codes:
        assert document is not None
        return Came(ACCEPTED, document.data, codes)
    return Came(LIMIT if codes <= LIMITS else YAML, None, codes)


ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\b": "\b", "\\\\": "\\"}
NULLS = {"", "~", "null", "Null", "NULL"}


def expected(events: str) -> Data:
    """The value that the suite's events tell, with every scalar as text."""
    lines = iter(line for line in events.splitlines() if line[:4] not in {"+STR", "+DOC"})
    return value_of(next(lines), lines)


def value_of(line: str, lines: Iterator[str]) -> Data:
    if line.startswith("+SEQ"):
        return [value_of(one, lines) for one in iter(lambda: next(lines), "-SEQ")]
    if line.startswith("+MAP"):
        pairs = (
            (value_of(key, lines), value_of(next(lines), lines))
            for key in iter(lambda: next(lines), "-MAP")
        )
        return {str(key): value for key, value in pairs}
    style, text = line[5], re.sub(r"\\.", lambda found: ESCAPES[found[0]], line[6:])
    return "" if style == ":" and text in NULLS else text


@pytest.mark.parametrize(("how", "count"), KNOWN["counts"].items())
def test_so_many_cases_are(how: str, count: int) -> None:
    assert sum(read(case).how == how for case in cases().values()) == count


def test_every_case_is_counted() -> None:
    assert sum(KNOWN["counts"].values()) == len(cases())


def test_no_value_is_changed() -> None:
    changed = {
        name: (came.data, expected(case.events))
        for name, case in cases().items()
        if not case.is_error
        and (came := read(case)).how == ACCEPTED
        and came.data != expected(case.events)
    }
    assert changed == {}


def test_where_the_parser_and_the_suite_do_not_agree_is_known() -> None:
    came = {name: read(case).how for name, case in cases().items()}
    refused = {name for name, case in cases().items() if came[name] == YAML and not case.is_error}
    accepted = {name for name, case in cases().items() if came[name] == ACCEPTED and case.is_error}
    assert refused == set(KNOWN["refused"].split())
    assert accepted == set(KNOWN["accepted"].split())


@pytest.mark.parametrize("code", sorted(LIMITS))
def test_the_suite_reaches_each_limit(code: str) -> None:
    assert any(code in read(case).codes for case in cases().values())
