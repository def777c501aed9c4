"""A dossier says with what it was made, and its hashes are those of the files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from lawmap import __version__
from tests.cli.running import Run
from tests.dossier.parsed import lines
from tests.dossier.records import Data, allegation, source, write


def made(run: Run, folder: Path, *records: Data, options: tuple[str, ...] = ()) -> list[str]:
    """The lines of the dossier of allegation ``a``."""
    inputs = write(folder / "in", *records)
    done = run("dossier", inputs, "-o", folder / "out", *options)
    assert done.code == 0, done.err
    return lines((folder / "out" / "a.md").read_text(encoding="utf-8"))


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_record_names_tool_norms_and_inputs_with_their_hashes(run: Run, tmp_path: Path) -> None:
    found = made(run, tmp_path, allegation(), source())
    inputs = tmp_path / "in"
    assert f"Made with lawmap {__version__}." in found
    assert f"Input a: SHA-256 {sha256(inputs / 'allegations' / 'a.yaml')}." in found
    assert f"Input report: SHA-256 {sha256(inputs / 'sources' / 'report.yaml')}." in found
    assert f"Input original of report: SHA-256 {'0' * 64}." in found
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    (pack,) = manifest["packs"].values()
    assert any(line.startswith("Norms: ") and pack["sha256"] in line for line in found)


def test_the_hash_of_the_norms_changes_with_any_of_their_files(run: Run, tmp_path: Path) -> None:
    hashes = set()
    for title in ("Own pack", "Own pack, mended"):
        pack = tmp_path / "pack"
        pack.mkdir(exist_ok=True)
        content = {"schema_version": 1, "id": "own", "version": "1", "title": "Own", "licence": "X"}
        (pack / "pack.yaml").write_text(json.dumps({**content, "about": "Own."}), encoding="utf-8")
        terms = pack / "vocabulary" / "terms" / "own.yaml"
        terms.parent.mkdir(parents=True, exist_ok=True)
        word = {"word": {"def": title, "label": {"en": "word"}}}
        record = {"schema_version": 1, "namespace": "own", "sort": "fact", "about": "W."}
        terms.write_text(json.dumps({**record, "terms": word}), encoding="utf-8")
        found = made(run, tmp_path, allegation(), source(), options=("--norms", str(pack)))
        hashes |= {line for line in found if line.startswith("Norms: Own 1")}
    assert len(hashes) == 2


def test_who_made_it_and_on_which_day_is_said_only_if_told(run: Run, tmp_path: Path) -> None:
    found = made(run, tmp_path, allegation(), source())
    assert found[found.index("Day of analysis") + 1] == "not stated"
    options = ("--as-of", "2025-03-01", "--analyst", "A. *Bee*", "--reviewer", "C. Dee", "--force")
    found = made(run, tmp_path, allegation(), source(), options=options)
    told = {label: found[found.index(label) + 1] for label in ("Day of analysis", "Analyst")}
    assert told == {"Day of analysis": "1 March 2025", "Analyst": "A. *Bee*"}
    assert found[found.index("Reviewer") + 1] == "C. Dee"


def test_an_allegation_and_a_source_of_the_same_id_have_each_their_hash(
    run: Run, tmp_path: Path
) -> None:
    record = allegation(per=["a#p1"])
    found = made(run, tmp_path, record, source("a"))
    wanted = {sha256(tmp_path / "in" / kind / "a.yaml") for kind in ("allegations", "sources")}
    assert wanted <= {line.removesuffix(".").rpartition(" ")[2] for line in found}


@pytest.mark.parametrize(
    ("day", "is_shown"), [("2023-03-16", False), ("2023-03-17", True), (None, True)]
)
def test_a_warrant_of_a_later_day_is_not_shown(
    run: Run, tmp_path: Path, day: str | None, is_shown: bool
) -> None:
    """Both published warrants of the shipped pack are of 17 March 2023."""
    taken = allegation(
        when={"within": "2022-05"},
        where={"from": ["UA-65"], "to": ["RU"]},
        against={"group": "children", "nationality": {"is": "UKR"}, "age": {"below": 18}},
        facts=["act.move", "place.occupied", "person.civilian", "means.force"],
    )
    found = made(run, tmp_path, taken, source(), options=("--as-of", day) if day else ())
    assert any("17 March 2023" in line and "Pre-Trial" in line for line in found) is is_shown
    assert any("Warrants issued after the day of the analysis" in line for line in found) is bool(
        day
    )


def test_a_source_later_than_the_analysis_is_named_in_the_limits(run: Run, tmp_path: Path) -> None:
    late = source(published="2025-03")
    for day, is_told in (("2025-02-28", True), ("2025-03-01", False)):
        options = ("--as-of", day, "--force")
        found = made(run, tmp_path, allegation(), late, options=options)
        told = [line for line in found if "Published after the day of the analysis" in line]
        assert bool(told) is is_told
