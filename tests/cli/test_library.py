"""``lawmap library``: what the shipped library holds, and what was not verified."""

from __future__ import annotations

import json
from pathlib import Path

from tests.applicability.shipped import pack
from tests.cli.running import Run


def test_the_table_has_a_row_for_each_instrument_with_norms_and_a_total(run: Run) -> None:
    done = run("library")
    assert done.code == 0
    head, *rows, total = [line.split("  ") for line in done.out.splitlines()]
    assert [row[0].strip() for row in rows] == sorted({n.instrument for n in pack().norms.values()})
    assert total[0].strip() == "total"
    assert f"{len(pack().norms):,}" in (cell.strip() for cell in total)
    assert "in two texts" in (cell.strip() for cell in head)
    assert f"{len(pack().instruments)} instruments" in done.err


def test_counts_are_data_too(run: Run) -> None:
    rows = json.loads(run("library", "--output-format", "json").out)
    assert sum(row["norms"] for row in rows) == len(pack().norms)
    assert set(rows[0]) == {"instrument", "norms", "cases", "two", "one", "none"}


def test_what_is_not_verified_is_listed_with_the_reason(run: Run) -> None:
    done = run("library", "--unverified")
    assert done.code == 0
    lines = done.out.splitlines()
    assert f"{len(lines)} facts not verified in full." in done.err
    assert all(len(line.split(": ", 2)) == 3 for line in lines)
    listed = json.loads(run("library", "--unverified", "--output-format", "json").out)
    assert len(listed) == len(lines)
    assert set(listed[0]) == {"record", "place", "why"}


def test_with_faults_nothing_is_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("schema_version: 1\n", encoding="utf-8")
    done = run("library", "--norms", tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "Nothing was done" in done.err
