"""Faults name no person whom dossiers mask: a log of CI has more readers than the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.checks import check
from lawmap.cli.formats import FORMATS
from lawmap.control import apply
from lawmap.loading import load

NAME = "Olena Example"
HEAD = """schema_version: 1
id: a
title: A title
account: An account.
by: unstated
facts: [act.detain]
"""
LIST = f"persons: [{{name: {NAME}, called: child A, victim: true}}]\n"

# Files with a fault beside the name of a person.
FILES = {
    "in a whole record": f"{HEAD}{LIST}notes: ['{NAME}', '']\n",
    "in a wrong value": f"{HEAD}{LIST}handling: {NAME}\n",
    "as an unknown key": f"{HEAD}{LIST}{NAME}: here\n",
    "in a list of wrong shape": f"{HEAD}persons: [{{name: {NAME}, calld: child A}}]\n",
    "in no YAML": f"{HEAD}{LIST}title: [{NAME}\n",
    "in a reference": f"{HEAD}{LIST}part_of: x\nper: ['{NAME}']\n",
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_no_format_names_a_person_who_is_listed(tmp_path: Path, text: str, form: str) -> None:
    path = tmp_path / "allegations" / "a.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    loaded = load([tmp_path])
    report = apply(check(loaded, cases=False), loaded)
    assert report.faults
    shown = FORMATS[form](report)
    assert "Olena" not in shown
    assert NAME.casefold() not in shown.casefold()
