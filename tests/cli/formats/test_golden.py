"""One report in every format, kept whole: a change of form is seen as a diff.

After a change that is meant, write them anew and look at what ``git diff`` shows:

    LAWMAP_REWRITE_GOLDEN=1 python -m pytest tests/cli/formats/test_golden.py
"""

from __future__ import annotations

import json
import os

import pytest

from lawmap.cli.formats import FORMATS
from lawmap.cli.validating.step_summary import step_summary
from lawmap.diagnostics import Report
from tests.cli.formats.reports import FULL
from tests.cli.running import ROOT

GOLDEN = ROOT / "tests" / "golden" / "formats"
REWRITE = os.environ.get("LAWMAP_REWRITE_GOLDEN") == "1"


def sarif(report: Report) -> str:
    """A log without the rules, which have pages and tests of their own, and without a version."""
    log = json.loads(FORMATS["sarif"](report))
    (run,) = log["runs"]
    run["tool"] = {"driver": {"name": "lawmap"}}
    for result in run["results"]:
        del result["ruleIndex"]
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


FILES = {
    "full.txt": FORMATS["full"],
    "concise.txt": FORMATS["concise"],
    "faults.json": FORMATS["json"],
    "faults.jsonl": FORMATS["jsonl"],
    "github.txt": FORMATS["github"],
    "log.sarif": sarif,
    "junit.xml": FORMATS["junit"],
    "step-summary.md": step_summary,
}


@pytest.mark.parametrize("name", FILES)
def test_a_format_is_the_one_that_was_looked_at(name: str) -> None:
    path = GOLDEN / name
    text = FILES[name](FULL)
    if REWRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), "not kept yet; see the head of this file"
    assert text == path.read_text(encoding="utf-8")


def test_nothing_is_kept_that_is_no_longer_written() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FILES)
