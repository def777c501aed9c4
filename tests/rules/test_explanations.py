"""Each code has an explanation, and its examples fail and pass as they say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import lawmap.rules
from lawmap.checks import check
from lawmap.checks.staleness import Staleness
from lawmap.cli import COMMANDS
from lawmap.control import apply
from lawmap.diagnostics import RULES, Diagnostic
from lawmap.errors import UnknownIdError
from lawmap.loading import load, packs_for
from lawmap.rules import Example, explain_code, find_code
from tests.texts.stored import texts_beside

FOLDER = Path(lawmap.rules.__file__).parent
BESIDE = Path(__file__).parents[1] / "bad" / "beside"

# What no text can show, or none that a page could hold.
NOT_SHOWN = {"LM001", "LM002", "LM008", "LM009", "LM110"}
# What is said of files that were written, by verify.
NOT_SHOWN |= {code for code in RULES if code.startswith("LM8")}
# What is said of submissions, by resolve.
NOT_SHOWN |= {code for code in RULES if code.startswith(("LM70", "LM71"))}
# What is said of documents that are looked through for citations, by check-citations.
NOT_SHOWN |= {code for code in RULES if code.startswith("LM72")}
SHOWN = sorted(set(RULES) - NOT_SHOWN)

# What their pages say: --stale-after 365d --on 2024-06-30.
AGED = dict.fromkeys(("LM303", "LM304"), Staleness(date(2024, 6, 30), date(2023, 7, 1)))


def faults_of(code: str, example: Example, folder: Path) -> list[Diagnostic]:
    """What validate says of the files of an example, with reports and texts that are at hand.

    The cases of all norms are run only for codes on cases: they take their time.
    """
    for name, text in example.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    paths = [folder, BESIDE]
    loaded = load(paths, packs_for(paths))
    reports = [folder / "reports"] if (folder / "reports").is_dir() else []
    packs, faults = texts_beside(folder, folder / "store")
    cases, staleness = code.startswith("LM5"), AGED.get(code)
    found = check(loaded, reports, cases=cases, staleness=staleness, texts=packs)
    return [*faults, *apply(found, loaded).faults]


def test_every_code_has_one_explanation_and_no_other_is_written() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(RULES)


@pytest.mark.parametrize("code", RULES)
def test_an_explanation_is_whole(code: str) -> None:
    text = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {code} {RULES[code].name}\n")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings[:2] == ["Why it matters", "How to mend it"]
    assert headings[2:] in (["Fails", "Passes"], ["Fails"])
    assert max(map(len, text.splitlines())) <= 120
    told = explain_code(code)
    assert all(part.endswith(".") for part in (told.means, told.why, told.mend))


@pytest.mark.parametrize("code", RULES)
def test_an_explanation_has_examples_or_says_why_there_are_none(code: str) -> None:
    told = explain_code(code)
    if code in NOT_SHOWN:
        assert told.fails.words
        assert told.fails.files == told.passes.files == {}
    else:
        assert told.fails.files
        assert told.passes.files
        assert told.fails.files != told.passes.files


@pytest.mark.slow
@pytest.mark.parametrize("code", SHOWN)
def test_the_failing_example_has_this_fault_and_no_other(code: str, tmp_path: Path) -> None:
    assert {fault.code for fault in faults_of(code, explain_code(code).fails, tmp_path)} == {code}


@pytest.mark.slow
@pytest.mark.parametrize("code", SHOWN)
def test_the_passing_example_has_no_fault(code: str, tmp_path: Path) -> None:
    assert faults_of(code, explain_code(code).passes, tmp_path) == []


@pytest.mark.parametrize("code", RULES)
def test_explanations_name_only_commands_that_exist(code: str) -> None:
    text = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`lawmap ([\w-]+)", text))
    assert named <= {name for name, _, _ in COMMANDS}


@pytest.mark.parametrize("name", ["LM201", "lm201", "unknown-term", "Unknown-Term"])
def test_a_code_is_found_by_itself_and_by_its_name(name: str) -> None:
    assert find_code(name) == "LM201"


@pytest.mark.parametrize(
    ("name", "near"), [("unknwn-term", "unknown-term"), ("LM-201", "LM201"), ("zzz", None)]
)
def test_an_unknown_code_is_refused_with_the_near_one(name: str, near: str | None) -> None:
    with pytest.raises(UnknownIdError) as refused:
        find_code(name)
    assert refused.value.nearest == near
