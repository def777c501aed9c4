"""A pack gives back what was put in, and says when it cannot."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from lawmap.errors import UsageError
from lawmap.texts import (
    Origin,
    StoredText,
    TextKind,
    TextPacks,
    is_pack_name,
    open_packs,
    pack_bytes,
    pack_path,
)

ORIGIN = Origin("file.jsonl", "0" * 64)
TEXTS = (
    StoredText("gc4", "49", "", "en", "a print", TextKind.TEXT, "Title", "Words “of” it."),
    StoredText("gc4", "49", "", "uk", "a print", TextKind.FRAGMENT, "", "Слова"),
    StoredText("other", "", "", "en", "a print", TextKind.COMPANION, "", "A preamble"),
)


def stored(folder: Path, name: str = "one", *texts: StoredText) -> TextPacks:
    pack_path(folder, name).write_bytes(pack_bytes(texts or TEXTS, ORIGIN))
    packs = open_packs(folder)
    assert packs is not None
    return packs


def test_a_pack_gives_back_its_texts_and_their_origin(tmp_path: Path) -> None:
    packs = stored(tmp_path)
    (pack,) = packs.packs
    assert (pack.name, pack.origin, pack.treaties) == ("one", ORIGIN, ("gc4", "other"))
    assert tuple(packs.every_text()) == TEXTS
    assert packs.texts_of(["other", "nobody"]) == [TEXTS[2]]


def test_several_packs_are_read_together(tmp_path: Path) -> None:
    stored(tmp_path, "two", TEXTS[0]._replace(source="another"))
    packs = stored(tmp_path, "one")
    assert [text.source for text in packs.texts_of(["gc4"])] == ["a print", "a print", "another"]


def test_the_same_texts_make_the_same_bytes() -> None:
    assert pack_bytes(TEXTS, ORIGIN) == pack_bytes(iter(TEXTS), ORIGIN)


def test_a_folder_without_packs_has_none(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("none")
    assert open_packs(tmp_path) is None
    assert open_packs(tmp_path / "missing") is None


@pytest.mark.parametrize("damage", ["empty", "text", "cut", "number", "row"])
def test_a_damaged_pack_is_named(tmp_path: Path, damage: str) -> None:
    path = pack_path(tmp_path, "one")
    raw = pack_bytes(TEXTS, ORIGIN)
    path.write_bytes(
        {
            "empty": b"",
            "text": b"a text",
            "cut": raw[: len(raw) // 2],
            "number": raw.replace(b'"gc4":0', b'"gc4":7'),
            "row": raw.replace(b'"fragment"', b'"fragmint"'),
        }[damage]
    )
    packs = open_packs(tmp_path)
    assert packs is not None
    with pytest.raises(UsageError, match="import the file again"):
        list(packs.every_text())


# The central entry of pack.json: its flags (bit 11 says that the name is UTF-8), and its name.
ENTRY = re.compile(rb"(PK\x01\x02.{5})\0(.{36})p", re.DOTALL)


def test_a_pack_is_named_in_which_a_name_is_no_text(tmp_path: Path) -> None:
    raw = pack_bytes(TEXTS, ORIGIN)
    spoilt = ENTRY.sub(lambda found: found[1] + b"\x08" + found[2] + b"\xff", raw, count=1)
    pack_path(tmp_path, "one").write_bytes(spoilt)
    packs = open_packs(tmp_path)
    assert packs is not None
    with pytest.raises(UsageError, match="import the file again"):
        packs.windows()


HEAD = {"format": 1, "file": "f", "sha256": "s", "treaties": {"t": 0}}
ROW = ["7", "", "en", "a print", "text", "", "Words of it."]
HOSTILE: dict[str, tuple[object, object, bytes]] = {
    "a head that is no object": ([1], [ROW], b""),
    "a head that nests without end": ("[" * 100_000, [ROW], b""),
    "no name of a file": ({**HEAD, "file": 5}, [ROW], b""),
    "treaties that are no object": ({**HEAD, "treaties": ["t"]}, [ROW], b""),
    "a way out of the pack": ({**HEAD, "treaties": {"t": "../x"}}, [ROW], b""),
    "rows that nest without end": (HEAD, "[" * 100_000, b""),
    "rows that are no list": (HEAD, {"a": 1}, b""),
    "a row that is a text": (HEAD, ["abcdefg"], b""),
    "a row of numbers": (HEAD, [[7, 0, 0, 0, "text", 0, 0]], b""),
    "a row without a text": (HEAD, [[*ROW[:6], None]], b""),
    "a kind that is a list": (HEAD, [[*ROW[:4], [], *ROW[5:]]], b""),
    "half a fingerprint": (HEAD, [ROW], b"abc"),
}


@pytest.mark.parametrize(("head", "rows", "windows"), HOSTILE.values(), ids=HOSTILE)
def test_a_pack_that_somebody_made_is_named(
    tmp_path: Path, head: object, rows: object, windows: bytes
) -> None:
    refuse(tmp_path, head, rows, windows)


def test_a_compressed_pack_is_named(tmp_path: Path) -> None:
    """Nothing in a pack is compressed, so that it takes as much memory as it takes of the disk."""
    refuse(tmp_path, HEAD, [ROW], b"", zipfile.ZIP_DEFLATED)


def refuse(
    folder: Path, head: object, rows: object, windows: bytes, how: int = zipfile.ZIP_STORED
) -> None:
    with zipfile.ZipFile(pack_path(folder, "one"), "w", how) as archive:
        for member, content in (("pack.json", head), ("0.json", rows)):
            text = content if isinstance(content, str) else json.dumps(content)
            archive.writestr(member, text)
        archive.writestr("windows", windows)
    packs = open_packs(folder)
    assert packs is not None
    with pytest.raises(UsageError, match="import the file again"):
        _ = [packs.packs[0].origin, list(packs.every_text()), packs.windows()]


@pytest.mark.parametrize("name", ["../x", "a/b", "", "-x", "A", "a.zip", "a\nb", "a" * 101])
def test_a_name_that_leads_elsewhere_is_none_of_a_pack(name: str) -> None:
    assert not is_pack_name(name)


def test_a_pack_of_another_version_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lawmap.texts.packs.FORMAT", 0)
    packs = stored(tmp_path)
    monkeypatch.undo()
    with pytest.raises(UsageError, match="import the file again"):
        list(packs.every_text())
