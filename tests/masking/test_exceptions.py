"""Reviewed phrases in which the words of a name are not the person; parts of names that are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lawmap.masking import Mask
from lawmap.model.exceptions import NameException
from lawmap.model.persons import Person
from tests.cli.running import Run
from tests.dossier.records import Data, allegation, source, write

PERSON = {"name": "Jan Roe", "called": "child A", "marks": ["minor"]}
WHO = {"why": "A bridge of the town.", "reviewed_by": "A. Reviewer", "on": "2026-02-01"}


def excepted(words: str, **more: str) -> NameException:
    return NameException.model_validate({"words": words, **WHO, **more})


def mask(*exceptions: NameException) -> Mask:
    return Mask([Person(name="Jan Roe", called="child A")], exceptions)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("over the bridge of Jan Roe", "over the bridge of Jan Roe"),
        ("THE  BRIDGE of Jan\u00a0Roe", "THE  BRIDGE of Jan\u00a0Roe"),
        ("the bridge and Jan Roe", "the bridge and [child A]"),
        ("the bridge of Roe Jan", "the bridge of [child A]"),
        ("Jan Roe on the bridge of Jan Roe", "[child A] on the bridge of Jan Roe"),
    ],
)
def test_an_exception_holds_for_its_phrase_alone(text: str, masked: str) -> None:
    found = mask(excepted("the bridge of Jan Roe"))
    assert found.text(text) == masked
    assert list(found.leaks(masked)) == []
    assert list(found.leaks(f"<b>{masked}</b>")) == []


def test_a_bare_name_is_excepted_only_with_a_reason() -> None:
    assert mask(excepted("Jan Roe")).text("Jan Roe left") == "[child A] left"
    everywhere = excepted("Jan Roe", everywhere="The only Jan Roe in our sources is a ship.")
    assert mask(everywhere).text("Jan Roe left") == "Jan Roe left"


def folder(tmp_path: Path, exceptions: list[Data], **changes: Any) -> Path:
    records = write(tmp_path / "in", allegation(**changes), source())
    path = records / "names" / "exceptions.yaml"
    path.parent.mkdir()
    text = json.dumps({"schema_version": 1, "exceptions": exceptions})
    path.write_text(text, encoding="utf-8")
    return records


@pytest.mark.slow
def test_exceptions_are_read_and_reach_no_dossier(run: Run, tmp_path: Path) -> None:
    records = folder(
        tmp_path,
        [{"words": "bridge of Jan Roe", **WHO, "why": "Unlike Jan Roe, a bridge."}],
        persons=[PERSON],
        account="On the bridge of Jan Roe a child was taken, Jan Roe.",
    )
    assert run("validate", records) == (0, "", run("validate", records).err)
    assert run("dossier", records, "-o", tmp_path / "out").code == 0
    text = (tmp_path / "out" / "a.md").read_text(encoding="utf-8")
    assert "bridge of Jan Roe a child was taken, &#91;child A&#93;." in text
    for path in (tmp_path / "out").iterdir():
        assert "Unlike" not in path.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("words", ["bridge of Ann Doe", "Jan Roe"])
def test_an_exception_that_excepts_nothing_is_told(run: Run, tmp_path: Path, words: str) -> None:
    records = folder(tmp_path, [{"words": words, **WHO}], persons=[PERSON])
    done = run("validate", records, "--output-format", "concise")
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert "names/exceptions.yaml:1:" in done.out
    assert " LM613 warning: " in done.out
    assert "Roe" not in done.out + done.err


def parts(run: Run, tmp_path: Path, account: str, *also: str) -> list[str]:
    person = {**PERSON, "also": list(also)}
    records = folder(
        tmp_path,
        [{"words": "bridge of Jan Roe", **WHO}, {"words": "river Roe of Jan Roe", **WHO}],
        persons=[person],
        account=account,
    )
    done = run("validate", records, "--output-format", "jsonl")
    assert "Roe" not in done.out + done.err
    return [json.loads(line)["code"] for line in done.out.splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("account", "count"),
    [
        ("Jan Roe was nine. Roe was taken.", 1),
        ("Roe was taken, and Jan was not.", 2),
        ("R<b>oe</b> Jan Roe", 0),
        ("The roe deer fled from Jan Roe.", 0),
        ("Monroe was taken.", 0),
    ],
)
def test_a_part_of_a_name_alone_is_told(run: Run, tmp_path: Path, account: str, count: int) -> None:
    assert parts(run, tmp_path, account) == ["LM612"] * count


def test_a_part_that_is_listed_is_masked_and_not_told(run: Run, tmp_path: Path) -> None:
    assert parts(run, tmp_path, "Jan Roe was nine. Roe was taken.", "Roe") == []


def test_a_part_is_told_of_a_person_without_a_pseudonym(run: Run, tmp_path: Path) -> None:
    nameless = {key: value for key, value in PERSON.items() if key != "called"}
    write(tmp_path, allegation(persons=[nameless]), source(notes=["Of Roe it says nothing."]))
    done = run("validate", tmp_path, "--output-format", "concise")
    assert " LM612 " in done.out
    assert "None" not in done.out


def test_the_place_of_a_part_is_exact_also_in_a_cited_source(run: Run, tmp_path: Path) -> None:
    write(tmp_path, allegation(persons=[PERSON]), source(notes=["Of Roe it says nothing."]))
    done = run("validate", tmp_path, "--output-format", "jsonl")
    (told,) = map(json.loads, done.out.splitlines())
    text = (tmp_path / "sources" / "report.yaml").read_text(encoding="utf-8")
    assert told["file"].endswith("sources/report.yaml")
    assert told["column"] == text.index("Roe it says") + 1


@pytest.mark.parametrize("field", ["archive/jan-roe.pdf", "jan-roe", "roe_jan.pdf"])
def test_free_text_that_looks_like_an_id_is_masked(run: Run, tmp_path: Path, field: str) -> None:
    original = {"sha256": "0" * 64, "paragraphs": 9, "archive": field}
    records = write(
        tmp_path, allegation(persons=[PERSON], notes=[field]), source(original=original)
    )
    for command in (["show", "a", records], ["show", "report", records]):
        done = run(*command)
        assert done.code == 0
        assert "roe" not in done.out.casefold()
