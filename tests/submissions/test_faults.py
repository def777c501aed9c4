"""Every fault of a submission, at its place, in one run."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from lawmap.control.edits import Edited
from lawmap.diagnostics import Severity
from lawmap.submissions import resolve
from tests.submissions.law import CASES, law, wanted

ALL: list[dict[str, Any]] = yaml.safe_load((CASES / "faults.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", ALL, ids=lambda case: case["text"][:30])
def test_faults_lie_where_they_should(case: dict[str, Any]) -> None:
    made = resolve(case["text"], "brief.md", wanted(on=case.get("day")))
    told = [[one.position.line, one.position.column, one.length, one.code] for one in made.faults]
    assert told == case["faults"]
    failed = any(one.severity is Severity.ERROR for one in made.faults)
    assert (made.text is None) == failed


def test_every_code_has_a_case() -> None:
    codes = {fault[3] for case in ALL for fault in case["faults"]}
    # LM705 is below; LM713 is told of front matter, by the command.
    assert codes == {f"LM{number}" for number in range(701, 713)} - {"LM705"}


def test_what_is_withheld_is_told_without_its_title() -> None:
    whole = law()
    shown = {name: one for name, one in whole.sources.items() if name != "inside"}
    seen = type(whole)(**{**whole.__dict__, "sources": shown})
    made = resolve(
        "[@{source:inside}]", "a.md", wanted(library=seen, whole=whole, audience="public")
    )
    [fault] = made.faults
    assert (fault.code, fault.position.column) == ("LM705", 4)
    assert "Kept" not in fault.message


@pytest.mark.parametrize(
    ("key", "near"),
    [("rom:7", "rome:7"), ("decision:cas", "decision:case"), ("repor", "source:report")],
)
def test_a_near_key_is_offered_and_never_written_by_itself(key: str, near: str) -> None:
    source = f"\ufeffx [@{{{key}}}]"
    [fault] = resolve(source, "a.md", wanted()).faults
    assert f"did you mean '{near}'" in fault.message
    assert fault.fix is not None
    assert not fault.fix.safe
    mended = Edited(source.removeprefix("\ufeff"), [fault.fix.edits]).text
    assert mended == f"x [@{{{near}}}]"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[@gc:49(1)]", "[@{gc:49(1)}]"),
        (
            "> [see @gc:49(1);\n> -@rome:7(1)(d)].",
            "> [see @{gc:49(1)};\n> -@{rome:7(1)(d)}].",
        ),
        ("[-@gc:49(1)-(3), x]", "[-@{gc:49(1)-(3)}, x]"),
        ("(@gc:49(1)).", "(@{gc:49(1)})."),
    ],
)
def test_braces_are_put_around_the_key_alone(before: str, after: str) -> None:
    faults = resolve(before, "a.md", wanted()).faults
    fixes = [one.fix.edits for one in faults if one.fix]
    assert Edited(before, fixes).text == after
    assert not resolve(after, "a.md", wanted()).faults
