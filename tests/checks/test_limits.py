"""A check that finds too much in one file leaves it, and finds all that is wrong in the others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from lawmap.checks import check
from lawmap.checks.limits import MAX_FAULTS
from lawmap.loading import load
from tests.control.project import SOUND, allegation, write_project

WRONG = [f"act.{one}{other}" for one in "abcdefghijklmnop" for other in "abcdefghijklmnopqrstuv"]


def counted(folder: Path) -> dict[str, Counter[str]]:
    """How often each code is found in each file."""
    found: dict[str, Counter[str]] = {}
    for fault in check(load([folder])):
        found.setdefault(Path(fault.position.path).name, Counter())[fault.code] += 1
    return found


def test_a_crowded_file_hides_no_fault_of_another(tmp_path: Path) -> None:
    facts = f"facts: [{', '.join(WRONG)}]"
    alone = "per: [report#p1]", "facts: [act.unknown]"
    named = {"a": (SOUND[0], facts), "b": alone, "m": (SOUND[0], facts), "z": alone}
    write_project(tmp_path, **{name: allegation(name, *lines) for name, lines in named.items()})
    crowded, one = {"LM201": MAX_FAULTS, "LM110": 1}, {"LM201": 1}
    expected = {"a.yaml": crowded, "b.yaml": one, "m.yaml": crowded, "z.yaml": one}
    found = counted(tmp_path)
    assert {name: found[name] for name in expected} == expected


def test_the_first_faults_of_a_crowded_file_are_told(tmp_path: Path) -> None:
    write_project(tmp_path, a=allegation("a", SOUND[0], f"facts: [{', '.join(WRONG)}]"))
    found = check(load([tmp_path]))
    *told, last = (fault for fault in found if fault.position.path.endswith("a.yaml"))
    assert [fault.message.split("'")[1] for fault in told] == WRONG[:MAX_FAULTS]
    assert "LM201" in last.message


def test_warnings_are_told_however_many_there_are(tmp_path: Path) -> None:
    """They cost nothing, and who ignores their code must not get an error for them."""
    write_project(tmp_path)
    words = "".join(f"  {word[4:]}: {{def: 'It.', label: {{en: it}}}}\n" for word in WRONG)
    terms = tmp_path / "vocabulary/terms/fact.yaml"
    head = "schema_version: 1\nnamespace: fact\nsort: fact\nabout: Facts.\nterms:\n"
    terms.write_text(head + words, encoding="utf-8")
    (tmp_path / "instruments/t").mkdir(parents=True)
    (tmp_path / "instruments/t/1.yaml").write_text(
        "schema_version: 1\nid: 't:1'\nheading: H\nkind: definition\nrule: R\n"
        "source: {edition: e, checked: 2024-01-01, read_in: it, texts: none, note: n}\n",
        encoding="utf-8",
    )
    assert counted(tmp_path)["fact.yaml"] == {"LM408": len(WRONG)}
