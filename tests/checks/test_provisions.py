"""Pinpoints that do not exist: which was meant, and what there is."""

from __future__ import annotations

from pathlib import Path

from lawmap.checks.provisions import MAX_LISTED, unknown
from lawmap.diagnostics import Diagnostic
from lawmap.loading import load, shipped_pack

NORM = """
schema_version: 1
id: "gc4:{pinpoint}/test"
heading: A norm
kind: definition
rule: Nobody may.
source: {{edition: x, checked: 2024-01-01, read_in: nowhere, texts: none, note: A test.}}
elements: {{}}
"""


def told(folder: Path, **pinpoints: str) -> dict[str, Diagnostic]:
    """What is said of norms, by the names of their files, for which pinpoints are given."""
    home = folder / "instruments/gc4"
    home.mkdir(parents=True)
    (home / "structure.yaml").write_text(
        "schema_version: 1\ninstrument: gc4\nedition: x\nread_in: nowhere\nprovisions:\n"
        f'  "1": []\n  "2": ["(1)", "(1)(a)", "(1)(b)", "(2)"]\n  "22": ["(1)", "(4)"]\n'
        f'  "3": [{", ".join(f"({number})" for number in range(1, MAX_LISTED + 3))}]\n',
        encoding="utf-8",
    )
    (home / "instrument.yaml").write_bytes(
        (shipped_pack() / "instruments/gc4/instrument.yaml").read_bytes()
    )
    for name, pinpoint in pinpoints.items():
        text = NORM.format(pinpoint=pinpoint)
        (home / f"{name}.yaml").write_text(text, encoding="utf-8")
    return {Path(fault.position.path).stem: fault for fault in unknown(load([folder]))}


def test_what_there_is_beside_it_is_listed(tmp_path: Path) -> None:
    found = told(tmp_path, a="2(4)", b="2(1)(c)", c="1(1)", d="3(99)", e="9")
    listed = ", ".join(f"({number})" for number in range(1, MAX_LISTED + 1))
    assert {name: fault.mend for name, fault in found.items()} == {
        "a": "gc4:2 has (1), (2).",
        "b": "gc4:2(1) has (a), (b).",
        "c": "gc4:1 has no parts.",
        "d": f"gc4:3 has {listed} and 2 more.",
        "e": "Provisions are listed in instruments/gc4/structure.yaml of the norm pack.",
    }


def test_one_of_the_same_article_was_probably_meant(tmp_path: Path) -> None:
    assert "did you mean 'gc4:2(2)'" in told(tmp_path, a="2(4)")["a"].message


def test_the_provision_after_which_the_file_is_named_was_meant_before_all(tmp_path: Path) -> None:
    found = told(tmp_path, **{"22-4-test": "2(4)"})
    assert "did you mean 'gc4:22(4)'" in found["22-4-test"].message
