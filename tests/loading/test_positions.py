"""Every key and value knows its line and column, counted in characters from 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loading.written import allegation, load_written

# A text in which « stands before the place, the way to it, and whether its key is meant.
PLACES = {
    "a value": ("title: «Seized", ("title",), False),
    "a key": ("«title: Seized", ("title",), True),
    "a value on the next line": ("title:\n  «Seized", ("title",), False),
    "a quoted value": ('title: «"Seized"', ("title",), False),
    "a folded value": ("title: «>-\n  Seized\n  in May", ("title",), False),
    "a value after a comment": ("# Привіт\ntitle: «Seized", ("title",), False),
    "after two-byte characters": (
        "against: {group: Люди з Херсона, «number: {exactly: 3}}",
        ("against", "number"),
        True,
    ),
    "after four-byte characters": (
        'against: {group: "🕊🕊 group", number: {exactly: «3}}',
        ("against", "number", 0, "exactly"),
        False,
    ),
    "after a combining character": (
        "against: {group: e\u0301te\u0301, number: «{exactly: 3}}",
        ("against", "number"),
        False,
    ),
    "after a tab": (
        "against: {group:\tpeople,\tnumber: «{exactly: 3}}",
        ("against", "number"),
        False,
    ),
    "an item of a block list": ("notes:\n  - One.\n  - «Two.", ("notes", 1), False),
    "an item of a flow list": ("notes: [One., «Two.]", ("notes", 1), False),
    "a list": ("notes: «[One., Two.]", ("notes",), False),
    "a block list": ("notes:\n  «- One.\n  - Two.", ("notes",), False),
    "a key in a flow mapping over lines": (
        "where: {in: [UA],\n  «as_reported: there}",
        ("where", "as_reported"),
        True,
    ),
    "a key in a mapping in a list": (
        "by:\n  - actor: Somebody\n    «state: RUS",
        ("by", 0, "state"),
        True,
    ),
    "a way that leads no further": ("title: «Seized", ("title", 3, "nothing"), False),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize(("marked", "at", "key"), PLACES.values(), ids=PLACES)
def test_the_place_is_exact(
    tmp_path: Path, marked: str, at: tuple[str | int, ...], key: bool, bom: str, end: str
) -> None:
    before, _, after = marked.partition("«")
    first = at[0]
    assert isinstance(first, str)
    rest = allegation().replace("title: A title\n", "") if first == "title" else allegation()
    if first == "by":
        rest = rest.replace("by: unstated\n", "")
    text = f"{rest}{before}{after}\n"
    loaded = load_written(tmp_path, bom + text.replace("\n", end))
    assert loaded.diagnostics == ()
    found = loaded.files[0].document.locate(at, key=key)
    lines = f"{rest}{before}".split("\n")
    assert (found.line, found.column) == (len(lines), len(lines[-1]) + 1)


def test_the_line_beside_a_fault_is_the_line_of_the_file(tmp_path: Path) -> None:
    loaded = load_written(tmp_path, allegation(handling="secret").replace("\n", "\r\n"))
    assert [fault.source_line for fault in loaded.diagnostics] == ["handling: secret"]


SYNTAX_FAULTS = {
    "in a file whose lines end with a lone carriage return": (
        "id: a\rtitle: A title\rper: [\rby: b: c\r",
        ("LM004", 4, 6, "by: b: c"),
    ),
    "behind a line that has no end": (
        "id: a\nper: [report#p1",
        ("LM004", 2, 16, "per: [report#p1"),
    ),
    "behind a line that has an end": ("id: a\nper: [report#p1\n", ("LM004", 3, 1, "")),
}


@pytest.mark.parametrize(("text", "expected"), SYNTAX_FAULTS.values(), ids=SYNTAX_FAULTS)
def test_a_fault_of_syntax_lies_in_the_file(
    tmp_path: Path, text: str, expected: tuple[str, int, int, str]
) -> None:
    (fault,) = load_written(tmp_path, text).diagnostics
    place = fault.position
    assert (fault.code, place.line, place.column, fault.source_line) == expected


def test_a_refused_character_is_placed_in_the_line_that_yaml_counts(tmp_path: Path) -> None:
    (fault,) = load_written(tmp_path, "id: a\rtitle: \u202eA\r").diagnostics
    assert (fault.code, fault.position.line, fault.position.column) == ("LM003", 2, 8)


def test_a_byte_order_mark_is_no_column_of_a_line_that_is_not_utf8(tmp_path: Path) -> None:
    (fault,) = load_written(tmp_path, b"\xef\xbb\xbfid: \xff\n").diagnostics
    assert (fault.code, fault.position.column, fault.source_line) == ("LM002", 5, "id: ")


def test_a_key_that_is_a_mapping_hides_no_fault_of_shape(tmp_path: Path) -> None:
    found = load_written(tmp_path, f"{allegation()}? a: b\n: c\n".replace("title: A title\n", ""))
    assert {fault.code for fault in found.diagnostics} == {"LM006", "LM102"}
