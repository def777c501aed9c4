"""A reading knows where each part of it stands in the file; bytes are read as what they may be."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.masking import contents as limits
from lawmap.masking.contents import contents, is_text
from lawmap.masking.looking import Found, discreet_name, look_through
from lawmap.masking.readings import Reading, readings
from tests.masking.counts import mask_of

NAME = "Олександр Ковальчук"


@given(text=st.text(max_size=40), cuts=st.lists(st.integers(0, 40), max_size=6, unique=True))
def test_what_is_left_of_a_text_knows_its_place(text: str, cuts: list[int]) -> None:
    places = sorted(one for one in cuts if one < len(text))
    reading = Reading(text).cut((one, one + 1, "") for one in places)
    for offset, char in enumerate(reading.text):
        assert text[reading.place(offset)] == char
    assert reading.place(len(reading.text)) == len(text)


@given(text=st.text(st.sampled_from("ab<>&#;%41\\[]()*x`\n"), max_size=30))
def test_readings_end_and_stay_within_the_file(text: str) -> None:
    for reading in readings(text):
        places = [reading.place(offset) for offset in range(len(reading.text) + 1)]
        assert all(0 <= place <= len(text) + len(reading.text) for place in places)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-32",
        "utf-16-le",
        "utf-16-be",
        "cp1251",
        "koi8-u",
        "cp866",
    ],
)
def test_a_name_is_found_in_any_encoding(encoding: str) -> None:
    raw = f"Рядок один.\nТут {NAME} жив.\n".encode(encoding)
    found = list(look_through(mask_of(NAME), raw))
    assert any(one.leak and one.leak.line == 2 for one in found)
    assert not any(one.unsearched for one in found)


def packed(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return file.getvalue()


def test_names_are_found_in_packed_files_within_packed_files() -> None:
    raw = packed(outer=packed(inner=f"one\n{NAME}".encode()))
    leaks = [one for one in look_through(mask_of(NAME), raw) if one.leak]
    assert [(one.member, one.leak and one.leak.line) for one in leaks] == [("outer!inner", 2)]


def test_the_name_of_a_packed_file_is_told_without_the_name() -> None:
    found = list(look_through(mask_of("Jan Roe"), packed(**{"JanRoe.txt": b"nothing"})))
    assert [(one.member, one.in_name) for one in found] == [("[P0].txt", True)]


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 1000)
    found = list(contents(packed(small=b"x" * 10, huge=b"\0" * 2_000_000)))
    assert [one.member for one in found if one.unsearched] == ["huge"]


@pytest.mark.parametrize(
    "raw",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, b"%PDF-1.7\n", b"{\\rtf1 x}", b"PK\x03\x04 broken"],
)
def test_what_is_no_text_is_told(raw: bytes) -> None:
    assert [bool(one.unsearched) for one in look_through(mask_of(NAME), raw)] == [True]


def test_a_text_is_one() -> None:
    assert is_text(b"")
    assert is_text("Текст".encode())
    assert is_text("Текст\n".encode("cp1251"))


def test_a_path_is_shown_with_pseudonyms() -> None:
    mask = mask_of("Jan Roe")
    assert discreet_name(mask, "out/jan_roe/JanRoe.md") == "out/[P0]/[P0].md"
    assert discreet_name(mask, "out/a.md") == "out/a.md"
    assert Found("x").leak is None
