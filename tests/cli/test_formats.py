"""Faults and matches in every form that a command writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lawmap.diagnostics import RULES
from lawmap.model.outcome import Outcome
from tests.cli.running import Run
from tests.schemas.seen import faults

OUTCOMES = {outcome.value for outcome in Outcome}
FOLDER = Path("tests/bad/several-bad-and-good")
HEADLINE = re.compile(
    r"(?P<file>\S+):(?P<line>\d+):(?P<column>\d+): LM\d{3} error: .+ \[[a-z0-9-]+\]"
)

MESSAGE = "unknown term 'act.detian' (did you mean 'act.detain'?)"
FULL = f"""\
{FOLDER}/allegations/d.yaml:7:9: LM201 error: {MESSAGE} [unknown-term]
  7 | facts: [act.detian]
    |         ^^^^^^^^^^
  -> Find one with 'lawmap search WORDS --in terms'. [fixable with --fix --unsafe-fixes]
"""


def test_full_shows_the_line_the_place_and_what_to_do(run: Run) -> None:
    done = run("validate", FOLDER, "tests/bad/beside")
    assert done.code == 1
    assert FULL in done.out


def test_full_shows_the_other_place_of_a_fault(run: Run) -> None:
    done = run("validate", "tests/bad/duplicate-id", "tests/bad/beside")
    first = "tests/bad/duplicate-id/allegations/a.yaml:2:5: first used here"
    assert f"  {first}\n  2 | id: a\n    |     ^\n" in done.out


def test_concise_is_one_line_a_fault_in_the_order_of_files(run: Run) -> None:
    lines = run(
        "validate", FOLDER, "tests/bad/beside", "--output-format", "concise"
    ).out.splitlines()
    found = [HEADLINE.fullmatch(line) for line in lines]
    assert len(found) == 7
    places = [(m["file"], int(m["line"]), int(m["column"])) for m in found if m]
    assert places == sorted(places)
    assert len(places) == len(lines)


@pytest.mark.slow
def test_all_forms_tell_the_same_faults(run: Run) -> None:
    told = {
        form: run("validate", FOLDER, "tests/bad/beside", "--output-format", form).out
        for form in ("concise", "json", "jsonl", "full")
    }
    objects = json.loads(told["json"])
    assert [json.loads(line) for line in told["jsonl"].splitlines()] == objects
    headlines = [
        "{file}:{line}:{column}: {code} {severity}: {message} [{name}]".format(**item)
        for item in objects
    ]
    assert told["concise"].splitlines() == headlines
    assert [line for line in told["full"].splitlines() if HEADLINE.fullmatch(line)] == headlines


def test_a_fault_in_json_says_everything(run: Run) -> None:
    found = json.loads(
        run("validate", "tests/bad/duplicate-id", "tests/bad/beside", "--output-format", "json").out
    )
    assert found == [
        {
            "file": "tests/bad/duplicate-id/later/allegations/a.yaml",
            "line": 2,
            "column": 5,
            "end_column": 6,
            "code": "LM205",
            "name": RULES["LM205"].name,
            "severity": "error",
            "message": "id 'a' is taken",
            "mend": "Give one of the two another id.",
            "related": [
                {
                    "file": "tests/bad/duplicate-id/allegations/a.yaml",
                    "line": 2,
                    "column": 5,
                    "end_column": 6,
                    "message": "first used here",
                }
            ],
            "fix": None,
        }
    ]


def test_no_faults_are_an_empty_list_in_json(run: Run) -> None:
    assert run("validate", "tests/bad/beside", "--output-format", "json").out == "[]\n"
    assert run("validate", "tests/bad/beside", "--output-format", "jsonl").out == ""


FEW = (
    "seeds/sources",
    "seeds/allegations/thirty-drafted-2024.yaml",
    "seeds/allegations/children-taken-to-russia.yaml",
)


@pytest.mark.slow
@pytest.mark.parametrize("asked", [["seeds"], [*FEW, "--all"]], ids=["raised", "all"])
def test_every_line_of_match_follows_its_schema(run: Run, asked: list[str]) -> None:
    done = run("match", *asked, "--output-format", "jsonl")
    lines = done.out.splitlines()
    assert done.code == 0
    assert lines
    assert [line for line in lines if faults("assessment", json.loads(line))] == []


def test_the_forms_of_match_tell_the_same(run: Run) -> None:
    lines = run("match", *FEW, "--output-format", "jsonl").out.splitlines()
    objects = json.loads(run("match", *FEW, "--output-format", "json").out)
    assert [json.loads(line) for line in lines] == objects
    table = run("match", *FEW).out
    longest_first = sorted({item["norm"] for item in objects}, key=len, reverse=True)
    rows = [line.strip().partition(" ") for line in table.splitlines() if line.startswith("  ")]
    found = [
        (outcome, next(norm for norm in longest_first if rest.strip().startswith(f"{norm} ")))
        for outcome, _, rest in rows
        if outcome in OUTCOMES
    ]
    assert sorted(found) == sorted((item["outcome"], item["norm"]) for item in objects)


@pytest.mark.slow
def test_all_pairs_are_every_norm_with_every_allegation(run: Run) -> None:
    objects = json.loads(run("match", *FEW, "--output-format", "json", "--all").out)
    pairs = {(item["allegation"], item["norm"]) for item in objects}
    allegations, norms = ({pair[index] for pair in pairs} for index in (0, 1))
    assert len(allegations) == len([path for path in FEW if path.endswith(".yaml")])
    assert len(pairs) == len(objects) == len(allegations) * len(norms)
