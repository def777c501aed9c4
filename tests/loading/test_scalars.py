"""Every scalar stays the text that was written; only an unquoted "nothing" is no value."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from lawmap.loading import load
from tests.loading.written import allegation, load_written

# What YAML parsers are known to turn into something else.
SPELLINGS = (
    "8.10",
    "NO",
    "no",
    "On",
    "y",
    "true",
    "FALSE",
    "2024-02-30",
    "2024-10-31",
    "2001-12-14t21:59:43.10-05:00",
    "1_000",
    "0o14",
    "014",
    "0x1F",
    "0b11",
    "1e3",
    "1:30",
    "190:20:30",
    ".inf",
    ".NaN",
    "-.INF",
    "+12",
    "007",
    "=",
    "nul",
    "none",
    "NuLL",
    "~~",
)
NOTHING = ("", "~", "null", "Null", "NULL")


@pytest.mark.parametrize("quote", ["", "'", '"'], ids=["plain", "single", "double"])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_text_keeps_its_spelling(tmp_path: Path, spelling: str, quote: str) -> None:
    loaded = load_written(tmp_path, allegation(title=f"{quote}{spelling}{quote}"))
    assert loaded.diagnostics == ()
    assert loaded.library.allegations["a"].title == spelling


def test_a_key_keeps_its_spelling(tmp_path: Path) -> None:
    path = tmp_path / "instruments" / "own" / "structure.yaml"
    path.parent.mkdir(parents=True)
    text = (
        "schema_version: 1\ninstrument: own\nedition: 2024\nread_in: NO\nprovisions: {010: [(1)]}\n"
    )
    path.write_text(text, encoding="utf-8")
    structure = load([tmp_path]).library.structures["own"]
    assert structure.provisions == {"010": ("(1)",)}
    assert (structure.edition, structure.read_in) == ("2024", "NO")


@pytest.mark.parametrize("spelling", NOTHING)
def test_an_unquoted_nothing_is_no_value(tmp_path: Path, spelling: str) -> None:
    loaded = load_written(tmp_path, allegation(title=spelling))
    assert [fault.message for fault in loaded.diagnostics] == ["there is no value"]


@pytest.mark.parametrize("spelling", [word for word in NOTHING if word])
def test_a_quoted_nothing_is_text(tmp_path: Path, spelling: str) -> None:
    loaded = load_written(tmp_path, allegation(title=f'"{spelling}"'))
    assert loaded.library.allegations["a"].title == spelling


def test_a_text_spread_over_lines_is_joined_as_yaml_joins_it(tmp_path: Path) -> None:
    text = allegation(title=">-\n  NO\n  8.10", account="|\n  NO\n  8.10")
    found = load_written(tmp_path, text).library.allegations["a"]
    assert (found.title, found.account) == ("NO 8.10", "NO\n8.10")


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: codecs.BOM_UTF8 + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: codecs.BOM_UTF8 + raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.rstrip(b"\n"),
    ],
    ids=["BOM", "CRLF", "BOM and CRLF", "no line feed at the end"],
)
def test_the_form_of_the_file_does_not_change_what_it_says(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    plain = allegation(account=">-\n  Людей\n  тримали.").encode()
    read = [load_written(tmp_path, raw) for raw in (plain, change(plain))]
    assert read[1].diagnostics == ()
    assert read[1].library.allegations == read[0].library.allegations
