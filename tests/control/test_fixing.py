"""Fixes of real faults, and the law of mending: nothing else changes, and it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lawmap.checks import check
from lawmap.control.fixing import Mended, mend
from lawmap.diagnostics import Diagnostic, Edit, Fix, Position
from lawmap.loading import load, shipped_pack

TABLE = Path(__file__).parents[1] / "cases" / "fixes.yaml"
CASES = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
BESIDE = Path(__file__).parents[1] / "bad" / "beside"

IN_ORDER = {
    "allegation": (
        "allegations/case-{}.yaml",
        "schema_version: 1\nid: case-{}\ntitle: A title\naccount: An account.\nby: unstated\n"
        "per: [report#p1]\nfacts: [act.detain]\n",
    ),
    "norm": (
        "instruments/gc4/34-case-{}.yaml",
        "schema_version: 1\nid: gc4:34/case-{}\nheading: A heading\nkind: prohibition\n"
        "rule: A rule.\n"
        "source: {edition: gc4-1949, checked: 2024-01-01, read_in: nowhere, texts: none,"
        " note: A test.}\n"
        "elements:\n"
        "  persons: {kind: person, text: The persons are protected., if: status.protected}\n"
        "  act: {kind: conduct, text: Somebody is detained., if: act.detain}\n"
        "cases:\n"
        "  - {name: all reported, facts: [act.detain, status.protected], expect: engaged}\n"
        "  - {name: denied, facts: [act.detain, {not: status.protected}], expect: excluded}\n"
        "  - {name: persons unknown, facts: [act.detain], expect: arguable}\n",
    ),
}
"""For each kind of file the path and text of one that is in order, without its number."""


class Written(NamedTuple):
    """The file of a case: its path, its text before and as it is to be."""

    path: str
    before: str
    after: str


def written(number: int) -> Written:
    case = CASES[number]
    path, text = (
        one.replace("{}", str(number)) for one in IN_ORDER[case.get("kind", "allegation")]
    )
    line = case.get("line")
    assert line is None or f"{line}\n" in text

    def with_lines(lines: str) -> str:
        return text.replace(f"{line}\n", f"{lines}\n") if line else f"{text}{lines}\n"

    before = with_lines(case["before"])
    return Written(path, before, with_lines(case["after"]) if "after" in case else before)


class Run(NamedTuple):
    """All cases, mended at once."""

    found: dict[str, list[Diagnostic]]
    """What was found in each file before."""
    mended: Mended
    left: list[Diagnostic]
    """What is found after."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fixes")
    for number in range(len(CASES)):
        case = written(number)
        (folder / case.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / case.path).write_bytes(case.before.encode())
    return folder


@pytest.fixture(scope="module")
def runs(folder: Path) -> dict[bool, Run]:
    """What the safe fixes make of all cases, and what all fixes do."""

    @cache
    def checked(changed: frozenset[tuple[str, str]]) -> list[Diagnostic]:
        return check(load([folder, BESIDE], [shipped_pack()], dict(changed)), cases=False)

    def faults(texts: Mapping[str, str]) -> list[Diagnostic]:
        return checked(frozenset(texts.items()))

    paths = {path.as_posix(): path for path in sorted(folder.rglob("*.yaml"))}
    texts = {name: path.read_bytes().decode() for name, path in paths.items()}
    found: dict[str, list[Diagnostic]] = {}
    for fault in faults({}):
        found.setdefault(fault.position.path, []).append(fault)
    done = {unsafe: mend(texts, faults, is_free, unsafe=unsafe) for unsafe in (False, True)}
    return {unsafe: Run(found, one, faults(one.texts)) for unsafe, one in done.items()}


def is_free(_: str, __: str) -> bool:
    return True


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number]["name"])
def test_a_file_is_mended_as_the_table_says(
    number: int, folder: Path, runs: dict[bool, Run]
) -> None:
    case, file = CASES[number], written(number)
    name = (folder / file.path).as_posix()
    is_guess = "guess" in case
    for unsafe, run in runs.items():
        is_made = unsafe or not is_guess
        expected = file.after if is_made else file.before
        assert run.mended.texts.get(name, file.before) == expected
    assert case["code"] in {fault.code for fault in runs[True].found[name]}


@pytest.mark.parametrize("unsafe", [False, True])
def test_no_fix_is_left_that_was_asked_for(unsafe: bool, runs: dict[bool, Run]) -> None:
    left = [fault for fault in runs[unsafe].left if fault.fix and (unsafe or fault.fix.safe)]
    assert left == []


def test_every_mended_fault_is_told(runs: dict[bool, Run]) -> None:
    mended = runs[True].mended
    assert {fault.position.path for fault in mended.made} == set(mended.texts)


# From here on faults are invented: each letter of a text is a fault of its own sort.

SAFE, GUESS, USELESS, GROWING, SPOILING = "abcde"
_WRITES = {SAFE: "", GUESS: "", USELESS: USELESS, GROWING: GROWING * 2, SPOILING: "!"}
PATH = "folder/file.yaml"


def faults_in(texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A fault for each letter; a text with an exclamation mark cannot be read."""
    for path, text in texts.items():
        if "!" in text:
            yield Diagnostic(Position(path), "LM004", "no YAML")
            continue
        for match in re.finditer(r"[a-e]", text):
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
            edit = Edit(line, column, line, column + 1, _WRITES[match[0]])
            fix = Fix("Mend it.", (edit,), safe=match[0] != GUESS)
            yield Diagnostic(Position(path, line, column), "LM201", f"'{match[0]}'", fix=fix)


def mended(text: str, *, unsafe: bool = False) -> str:
    def checked(changed: Mapping[str, str]) -> Iterator[Diagnostic]:
        return faults_in({PATH: text} | dict(changed))

    return mend({PATH: text}, checked, is_free, unsafe=unsafe).texts.get(PATH, text)


LETTERS = st.text("abcde -\n", max_size=20)


@given(LETTERS, st.booleans())
def test_mending_ends_and_changes_nothing_but_what_a_fix_mends(text: str, unsafe: bool) -> None:
    gone = SAFE + GUESS if unsafe else SAFE
    expected = text.translate({ord(one): None for one in gone})
    assert mended(text, unsafe=unsafe) == (text if SPOILING in text else expected)


@given(LETTERS, st.booleans())
def test_mending_twice_changes_nothing_more(text: str, unsafe: bool) -> None:
    once = mended(text, unsafe=unsafe)
    assert mended(once, unsafe=unsafe) == once


def test_a_fix_that_waits_for_another_is_made_in_the_next_round() -> None:
    wide = Fix("Mend it.", (Edit(1, 1, 1, 3, "x"),))
    narrow = Fix("Mend it.", (Edit(1, 2, 1, 3, "y"),))
    later = Fix("Mend it.", (Edit(1, 1, 1, 2, "z"),))
    here = Position(PATH)
    rounds = {
        "ab": [
            Diagnostic(here, "LM201", "1", fix=wide),
            Diagnostic(here, "LM202", "2", fix=narrow),
        ],
        "x": [Diagnostic(here, "LM202", "2, elsewhere", fix=later)],
    }
    done = mend({PATH: "ab"}, lambda new: rounds.get(new.get(PATH, "ab"), ()), is_free)
    assert (done.texts, [fault.code for fault in done.made]) == ({PATH: "z"}, ["LM201", "LM202"])


def test_a_file_that_was_not_given_stays_as_it_is() -> None:
    found = list(faults_in({"pack/file.yaml": SAFE}))
    done = mend({PATH: "text"}, lambda _: found, is_free)
    assert done == ({}, {}, ())


def renaming(path: str, name: str) -> Diagnostic:
    return Diagnostic(Position(path), "LM108", "misnamed", fix=Fix("Rename it.", rename=name))


def renames(*faults: Diagnostic) -> dict[str, str]:
    """What becomes of files called a, b and c, of which nothing else is free."""
    texts = {f"in/{name}": "" for name in "abc"}
    return dict(mend(texts, lambda _: faults, lambda _, to: to not in texts).renames)


def test_a_file_is_renamed_in_its_own_folder() -> None:
    assert renames(renaming("in/a", "d")) == {"in/a": "in/d"}


def test_no_file_gets_the_name_of_another() -> None:
    assert renames(renaming("in/a", "b")) == {}


def test_of_two_files_that_want_one_name_the_first_gets_it() -> None:
    assert renames(renaming("in/a", "d"), renaming("in/b", "d")) == {"in/a": "in/d"}


def test_a_name_that_becomes_free_is_given_after_that() -> None:
    given_names = renames(renaming("in/a", "b"), renaming("in/b", "d"))
    assert list(given_names.items()) == [("in/b", "in/d"), ("in/a", "in/b")]


def test_two_files_do_not_change_names() -> None:
    assert renames(renaming("in/a", "b"), renaming("in/b", "a")) == {}
