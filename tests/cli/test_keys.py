"""The key file: random pseudonyms, the same in every run, and a file that nobody else gets."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from lawmap.cli.keys import read_keys, with_keys, with_new_keys
from lawmap.errors import UsageError
from lawmap.model.allegation import Allegation
from lawmap.model.library import Library
from lawmap.model.persons import Person
from lawmap.model.pseudonyms import SHAPE
from tests.cli.running import Run
from tests.dossier.records import Data, allegation, source, write

JAN: Data = {"name": "Jan Roe", "marks": ["victim"]}
OLA: Data = {"name": "Ola Doe", "marks": ["minor"]}


def person(given: Data, **changes: Any) -> Data:
    return {**given, **changes}


def everybody(_: Person) -> bool:
    return True


def holding(*records: Data) -> Library:
    """A library of these allegations alone."""
    return Library(allegations={one["id"]: Allegation.model_validate(one) for one in records})


def named(tmp_path: Path, *records: Data) -> list[str | None]:
    """What the persons of some records are called with the key file of a folder."""
    library = holding(*records)
    done = with_new_keys(library, tmp_path / "keys.json", tmp_path / "out", everybody)
    return [one.called for _, record in sorted(done.allegations.items()) for one in record.persons]


def test_a_person_keeps_a_pseudonym_in_all_records_and_all_runs(tmp_path: Path) -> None:
    records = (
        allegation("a", persons=[JAN, OLA]),
        allegation("b", persons=[person(JAN, name="jan  ROE", also=["Janek"])]),
    )
    first = named(tmp_path, *records)
    assert first[0] == first[2] != first[1]
    assert all(SHAPE.fullmatch(str(one)) for one in first)
    written = (tmp_path / "keys.json").read_bytes()
    assert named(tmp_path, *records) == first
    assert (tmp_path / "keys.json").read_bytes() == written
    assert named(tmp_path, allegation("c", persons=[{"name": "Janek"}])) == [first[0]]


def test_a_new_spelling_is_added(tmp_path: Path) -> None:
    first = named(tmp_path, allegation(persons=[JAN]))
    assert named(tmp_path, allegation(persons=[person(JAN, also=["Jana Roe"])])) == first
    kept = json.loads((tmp_path / "keys.json").read_text(encoding="utf-8"))
    assert kept == {first[0]: ["Jan Roe", "Jana Roe"]}


def test_nothing_of_a_pseudonym_follows_from_the_name(tmp_path: Path) -> None:
    found = {named(tmp_path / str(turn), allegation(persons=[JAN]))[0] for turn in range(5)}
    assert len(found) == 5


def test_who_is_called_something_by_hand_keeps_that(tmp_path: Path) -> None:
    by_hand = allegation("a", persons=[person(JAN, called="child A")])
    assert named(tmp_path, by_hand, allegation("b", persons=[JAN])) == ["child A", "child A"]
    assert not (tmp_path / "keys.json").exists()


def keys_of(tmp_path: Path, content: object, mode: int = 0o600) -> Path:
    path = tmp_path / "keys.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    path.chmod(mode)
    return path


@pytest.mark.parametrize(
    ("kept", "persons", "told"),
    [
        (
            {"Person AAAA-AA": ["Jan Roe"], "Person CCCC-CC": ["Janek"]},
            [person(JAN, also=["Janek"])],
            "'Person AAAA-AA' and 'Person CCCC-CC' are one person",
        ),
        (
            {"Person AAAA-AA": ["Jan Roe"]},
            [person(JAN, called="child A")],
            "'child A' and 'Person AAAA-AA' are one person",
        ),
        (
            {"Person AAAA-AA": ["Jan Roe"]},
            [person(OLA, called="person aaaa-aa")],
            "a record calls somebody so by hand",
        ),
    ],
)
def test_who_may_be_one_or_two_is_never_guessed(
    tmp_path: Path, kept: object, persons: list[Data], told: str
) -> None:
    path = keys_of(tmp_path, kept)
    before = path.read_bytes()
    with pytest.raises(UsageError) as raised:
        named(tmp_path, allegation(persons=persons))
    assert told in str(raised.value)
    assert not any(name in str(raised.value) for name in ("Roe", "Janek", "Doe"))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "line 1, column 2"),
        ("[]", "no object of pseudonyms"),
        ('{"Person A": "Zora Poe"}', "entry 1 is no pseudonym with its spellings"),
        ('{"Person A": []}', "entry 1"),
        ('{"Person A": ["Zora Poe", 7]}', "entry 1"),
        ('{"": ["Zora Poe"]}', "entry 1"),
        ('{"Person A": ["\\ud800 Zora"]}', "half a pair of surrogates"),
        ('{"A": ["Zora Poe"], "A": ["Ann"]}', "a pseudonym stands in it twice"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_a_faulty_key_file_is_told_and_left_as_it_is(
    tmp_path: Path, content: str, told: str
) -> None:
    path = keys_of(tmp_path, content)
    with pytest.raises(UsageError) as raised:
        named(tmp_path, allegation(persons=[JAN]))
    assert told in str(raised.value)
    assert "Zora" not in str(raised.value)
    assert path.read_text(encoding="utf-8") == content


def test_bytes_that_are_no_text_are_left_as_they_are(tmp_path: Path) -> None:
    path = keys_of(tmp_path, "{}")
    path.write_bytes(b'{"\xff": []}')
    with pytest.raises(UsageError, match="not UTF-8"):
        read_keys(path)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_key_file_that_others_can_open_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(UsageError, match="open to other users"):
        read_keys(keys_of(tmp_path, {}, mode))


def test_a_new_key_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        named(tmp_path, allegation(persons=[JAN]))
    finally:
        os.umask(before)
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600


def test_a_key_file_never_lies_among_what_is_given_away(tmp_path: Path) -> None:
    library = holding(allegation(persons=[JAN]))
    out = tmp_path / "out"
    (out / "deep").mkdir(parents=True)
    (tmp_path / "link.json").symlink_to(out / "keys.json")
    (tmp_path / "folder").symlink_to(out)
    outside = tmp_path / "kept.json"
    (out / "leads-out.json").symlink_to(outside)
    for path in (
        out / "keys.json",
        out / "deep" / "keys.json",
        tmp_path / "link.json",
        tmp_path / "folder" / "keys.json",
        out / "leads-out.json",
        out / ".." / "out" / "keys.json",
    ):
        with pytest.raises(UsageError, match="lies in the output folder"):
            with_new_keys(library, path, out, everybody)
    assert sorted(path.name for path in out.iterdir()) == ["deep", "leads-out.json"]


def test_a_link_to_a_key_file_elsewhere_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    kept = keys_of(tmp_path / "safe", {})
    (tmp_path / "keys.json").symlink_to(kept)
    called = named(tmp_path, allegation(persons=[JAN]))
    assert (tmp_path / "keys.json").is_symlink()
    assert list(read_keys(kept).entries) == called


def test_who_only_reads_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    library = with_keys(holding(allegation(persons=[JAN])), path)
    assert [one.known_as for one in library.allegations["a"].persons] == ["a person"]
    assert not path.exists()


@pytest.mark.slow
def test_the_command_asks_for_keys_makes_them_and_masks_with_them(run: Run, tmp_path: Path) -> None:
    inputs = write(
        tmp_path / "in", allegation(account="Jan Roe was drafted.", persons=[JAN]), source()
    )
    refused = run("dossier", inputs, "-o", tmp_path / "none")
    assert refused.code == 2
    assert "persons without a pseudonym in allegation 'a'" in refused.err
    assert "--keys FILE" in refused.err
    assert not (tmp_path / "none").exists()
    keys = ("--keys", tmp_path / "keys.json")
    assert run("dossier", inputs, "-o", tmp_path / "one", *keys).code == 0
    assert run("dossier", inputs, "-o", tmp_path / "two", *keys).code == 0
    (called,) = read_keys(tmp_path / "keys.json").entries
    page = (tmp_path / "one" / "a.md").read_bytes()
    assert called in page.decode().replace("\\", "")
    assert b"Roe" not in page
    assert page == (tmp_path / "two" / "a.md").read_bytes()
    told = run("show", "a", inputs)
    assert "[a person] was drafted" in told.out
    assert f"[{called}] was drafted" in run("show", "a", inputs, *keys).out
