"""Nothing above the audience's handling level is used or shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.model.base import Handling
from lawmap.model.outcome import Outcome
from tests.cli.running import Run
from tests.dossier.made import dossiers_of, library_of
from tests.dossier.records import Data, allegation, source, write

HIDDEN = "Zmeinohirsk"


def written(run: Run, tmp_path: Path, *records: Data, audience: str = "public") -> dict[str, str]:
    """The files of a folder of dossiers for this audience."""
    out = tmp_path / f"out-{audience}"
    inputs = write(tmp_path / "in", *records)
    done = run("dossier", inputs, "-o", out, "--audience", audience)
    assert done.code == 0
    return {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}


@pytest.mark.parametrize(
    ("handling", "audience", "is_shown"),
    [
        ("public", "public", True),
        ("internal", "public", False),
        ("confidential", "public", False),
        ("internal", "internal", True),
        ("confidential", "internal", False),
        ("confidential", "confidential", True),
    ],
)
def test_a_record_is_shown_up_to_its_level(
    run: Run, tmp_path: Path, handling: str, audience: str, is_shown: bool
) -> None:
    found = written(
        run,
        tmp_path,
        allegation("open-to-all"),
        allegation("secret", handling=handling, title=HIDDEN, part_of="open-to-all"),
        source(),
        audience=audience,
    )
    assert ("secret.md" in found) is is_shown
    assert any(HIDDEN in text for text in found.values()) is is_shown
    assert "open-to-all.md" in found


def test_a_record_without_a_level_is_confidential(run: Run, tmp_path: Path) -> None:
    record = allegation()
    del record["handling"]
    assert "a.md" not in written(run, tmp_path, record, source(), audience="internal")


def test_the_id_of_a_hidden_record_stands_in_no_file(run: Run, tmp_path: Path) -> None:
    found = written(
        run, tmp_path, allegation(), allegation("kept-from-view", handling="internal"), source()
    )
    assert [name for name, text in found.items() if "kept-from-view" in text] == []


def test_a_fact_above_the_level_is_neither_shown_nor_used(tmp_path: Path) -> None:
    record = allegation(
        facts=["place.occupied", {"done": "act.torture", "handling": "confidential"}]
    )
    library = library_of(write(tmp_path, record, source()))
    public, own = (
        dossiers_of(library, audience=audience)["a"]
        for audience in (Handling.PUBLIC, Handling.CONFIDENTIAL)
    )
    assert "torture" in str(own.claimants).lower()
    assert any(entry.outcome is Outcome.ENGAGED for entry in own.every_norm)
    assert "torture" not in str(public).lower()
    assert public.norms == ()
    assert any("withheld" in line and line.endswith("1.") for line in public.limitations)


def test_a_passage_that_only_a_hidden_fact_cites_is_not_quoted(run: Run, tmp_path: Path) -> None:
    record = allegation(
        facts=[
            "act.compel-armed-service",
            {"done": "act.torture", "handling": "internal", "per": ["other#p2"]},
        ]
    )
    other = source("other", title=HIDDEN, quotes={"p2": f"{HIDDEN} was there"})
    found = written(run, tmp_path, record, source(), other)
    assert [name for name, text in found.items() if HIDDEN in text] == []


def test_persons_above_the_level_are_not_described(run: Run, tmp_path: Path) -> None:
    record = allegation(against={"group": HIDDEN, "handling": "confidential"})
    found = written(run, tmp_path, record, source())
    assert [name for name, text in found.items() if HIDDEN in text] == []


@pytest.mark.parametrize("handling", ["internal", "confidential"])
def test_a_source_above_the_level_is_neither_named_nor_quoted(
    run: Run, tmp_path: Path, handling: str
) -> None:
    hidden = source(title=f"Title {HIDDEN}", quotes={"p1": HIDDEN}, handling=handling)
    found = written(run, tmp_path, allegation(), hidden)
    assert [name for name, text in found.items() if HIDDEN in text] == []


def test_a_part_inherits_nothing_from_a_record_above_the_level(run: Run, tmp_path: Path) -> None:
    whole = allegation(
        "whole",
        title=HIDDEN,
        handling="confidential",
        against={"group": f"people of {HIDDEN}"},
        where={"as_reported": HIDDEN},
        per=["other#p1"],
    )
    part = allegation("part", part_of="whole")
    for key in ("against", "where", "per"):
        del part[key]
    part["facts"] = [{"done": fact, "per": ["report#p1"]} for fact in part["facts"]]
    other = source("other", title=f"Title {HIDDEN}")
    found = written(run, tmp_path, whole, part, source(), other)
    assert "part.md" in found
    assert [name for name, text in found.items() if HIDDEN in text] == []


def test_the_audience_stands_on_top_and_is_one_s_own_machine_by_default(
    run: Run, tmp_path: Path
) -> None:
    inputs = write(tmp_path / "in", allegation(), source())
    run("dossier", inputs, "-o", tmp_path / "out")
    text = (tmp_path / "out" / "a.md").read_text(encoding="utf-8")
    assert (
        "| Audience | may see material up to: confidential (this record itself: public) |" in text
    )


def test_an_allegation_above_the_audience_is_told_from_an_unknown_one(
    run: Run, tmp_path: Path
) -> None:
    inputs = write(tmp_path / "in", allegation("a"), source(handling="confidential"))
    out = ("-o", tmp_path / "out", "--audience", "public")
    done = run("dossier", inputs, *out, "--only", "a")
    assert done.code == 2
    assert "above the audience 'public': a; see 'handling'" in done.err
    assert "no allegation 'b'" in run("dossier", inputs, *out, "--only", "b").err
    done = run("dossier", inputs, *out)
    assert done.code == 0
    assert "No dossier written: all 1 allegations are above this audience." in done.err
