"""``lawmap export``: a bag of what is as it was written, for the audience it was written for."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import bagit
import pytest

from lawmap.cli.writing import write_bytes
from lawmap.errors import OutputError
from tests.cli.damage import DAMAGES
from tests.cli.running import Done, Run
from tests.cli.test_exit_codes import good_folder
from tests.integrity.written import FILES, SIGNATURE, sha256, write_dossiers, write_manifest
from tests.loading.written import allegation

FOR = ["--audience", "internal"]
UNSEARCHED = [*FOR, "--no-leak-check"]


@pytest.fixture(autouse=True)
def _silent() -> None:
    logging.getLogger("bagit").setLevel(logging.CRITICAL)


@pytest.fixture
def dossiers(tmp_path: Path) -> Path:
    return write_dossiers(tmp_path / "d")


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_folder_is_packed_as_a_bag(run: Run, tmp_path: Path, dossiers: Path) -> None:
    told = ["--organization", "Example Archive", "--identifier", "2025/7", "--on", "2025-03-06"]
    done = run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED, *told)
    assert done.code == 0
    bag = bagit.Bag(str(tmp_path / "bag"))
    assert bag.validate()
    assert bag.info["Source-Organization"] == "Example Archive"
    assert bag.info["External-Identifier"] == "2025/7"
    assert bag.info["Bagging-Date"] == "2025-03-06"
    assert bag.info["Lawmap-Audience"] == "internal"
    assert set(bag.payload_files()) == {f"data/{name}" for name in (*FILES, "manifest.json")}
    assert "names were not looked for" in done.err
    assert run("verify", tmp_path / "bag").code == 0


def test_no_day_stands_in_a_bag_unless_it_is_given(
    run: Run, tmp_path: Path, dossiers: Path
) -> None:
    run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED)
    assert "Bagging-Date" not in bagit.Bag(str(tmp_path / "bag")).info


def test_an_archive_is_the_same_each_time(run: Run, tmp_path: Path, dossiers: Path) -> None:
    for folder in ("one", "two"):
        run("export", dossiers, "-o", tmp_path / folder / "bag.zip", *UNSEARCHED)
        for path in dossiers.iterdir():
            path.touch()
    one = (tmp_path / "one" / "bag.zip").read_bytes()
    assert one == (tmp_path / "two" / "bag.zip").read_bytes()
    assert run("verify", tmp_path / "one" / "bag.zip").code == 0


def test_signatures_go_with_what_they_sign(run: Run, tmp_path: Path, dossiers: Path) -> None:
    (dossiers / "manifest.json.sig").write_bytes(SIGNATURE)
    (dossiers / ".lawmap.lock").touch()
    run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED)
    packed = {path.name for path in (tmp_path / "bag" / "data").iterdir()}
    assert packed == {*FILES, "manifest.json", "manifest.json.sig"}


@pytest.mark.parametrize("audience", ["public", "confidential"])
def test_dossiers_for_another_audience_are_not_packed(
    run: Run, tmp_path: Path, dossiers: Path, audience: str
) -> None:
    done = run(
        "export", dossiers, "-o", tmp_path / "bag", "--audience", audience, "--no-leak-check"
    )
    assert done.code == 2
    assert "written for the audience 'internal'" in done.err
    assert not (tmp_path / "bag").exists()


def test_the_audience_must_be_named(run: Run, tmp_path: Path, dossiers: Path) -> None:
    done = run("export", dossiers, "-o", tmp_path / "bag", "--no-leak-check")
    assert done.code == 2
    assert "--audience" in done.err


OF_DOSSIERS = {
    name: one for name, one in DAMAGES.items() if one.place == "dossiers" and not one.options
}


@pytest.mark.slow
@pytest.mark.parametrize("name", OF_DOSSIERS)
def test_what_does_not_verify_is_not_packed(
    run: Run, tmp_path: Path, dossiers: Path, name: str
) -> None:
    damage = OF_DOSSIERS[name]
    damage.do(dossiers)
    done = run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED)
    assert done.code == 1
    assert damage.code in done.out
    assert not (tmp_path / "bag").exists()


def test_a_bag_is_not_written_over(run: Run, tmp_path: Path, dossiers: Path) -> None:
    for name in ("bag", "bag.zip"):
        run("export", dossiers, "-o", tmp_path / name, *UNSEARCHED)
    before = everything(tmp_path)
    (dossiers / "manifest.json").touch()
    for name in ("bag", "bag.zip"):
        done = run("export", dossiers, "-o", tmp_path / name, *UNSEARCHED, "--on", "2025-01-01")
        assert done.code == 2
        assert "--force" in done.err
    assert everything(tmp_path) == before


def test_with_force_a_new_bag_takes_the_place_of_the_old_one_whole(
    run: Run, tmp_path: Path, dossiers: Path
) -> None:
    for name in ("bag", "bag.zip"):
        run("export", dossiers, "-o", tmp_path / name, *UNSEARCHED)
    write_manifest(dossiers, outputs={})
    for name in FILES:
        (dossiers / name).unlink()
    for name in ("bag", "bag.zip"):
        assert run("export", dossiers, "-o", tmp_path / name, *UNSEARCHED, "--force").code == 0
        assert run("verify", tmp_path / name).err.startswith("0 dossiers")
    assert {path.name for path in tmp_path.iterdir()} == {"d", "bag", "bag.zip"}


@pytest.mark.parametrize("kind", ["folder", "file", "archive", "link"])
def test_what_is_no_bag_is_not_written_over_even_with_force(
    run: Run, tmp_path: Path, dossiers: Path, kind: str
) -> None:
    out = tmp_path / ("mine.zip" if kind == "archive" else "mine")
    if kind == "folder":
        out.mkdir()
        (out / "thesis.txt").touch()
    elif kind == "link":
        out.symlink_to(tmp_path / "nowhere")
    else:
        out.write_text("Mine.\n", encoding="utf-8")
    done = run("export", dossiers, "-o", out, *UNSEARCHED, "--force")
    assert done.code == 2
    assert (out / "thesis.txt").exists() if kind == "folder" else out.is_symlink() or out.is_file()


def test_a_bag_is_not_put_into_the_dossiers(run: Run, dossiers: Path) -> None:
    assert run("export", dossiers, "-o", dossiers / "bag", *UNSEARCHED).code == 2
    assert not (dossiers / "bag").exists()


def test_a_bag_is_not_packed_again(run: Run, tmp_path: Path, dossiers: Path) -> None:
    run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED)
    done = run("export", tmp_path / "bag", "-o", tmp_path / "second", *UNSEARCHED)
    assert done.code == 2
    assert "bag already" in done.err


@pytest.mark.parametrize("value", ["a\nPayload-Oxum: 0.0", "a\rb", "a\u202eb", " "])
def test_what_is_said_of_a_bag_cannot_forge_a_line(
    run: Run, tmp_path: Path, dossiers: Path, value: str
) -> None:
    arguments = [*UNSEARCHED, "--organization", value]
    assert run("export", dossiers, "-o", tmp_path / "bag", *arguments).code == 2
    assert not (tmp_path / "bag").exists()


def test_a_disk_that_is_full_leaves_nothing_half_written(
    run: Run, tmp_path: Path, dossiers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED)
    before = everything(tmp_path)
    written: Iterator[int] = iter(range(3))

    def filling(path: Path, content: bytes) -> None:
        if next(written, None) is None:
            raise OutputError(f"cannot write {path}: No space left on device")
        write_bytes(path, content)

    monkeypatch.setattr("lawmap.cli.bagging.write_bytes", filling)
    done = run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED, "--force")
    assert done.code == 2
    assert "No space left" in done.err
    assert everything(tmp_path) == before


def with_records(folder: Path) -> Path:
    """The records of the dossiers, one of which names a child."""
    records = good_folder(folder / "in")
    child = "[{name: Jan Roe, called: child A, marks: [minor]}]"
    path = records / "allegations" / "neighbour.yaml"
    path.write_text(allegation(id="neighbour", per="[report#p1]", persons=child), encoding="utf-8")
    return records


def export_text(run: Run, tmp_path: Path, name: str, text: str) -> Done:
    """Export dossiers one of which has this name and text."""
    records, folder = with_records(tmp_path), tmp_path / "leaky"
    folder.mkdir()
    (folder / name).write_bytes(text.encode())
    write_manifest(folder, outputs={name: sha256(text.encode())})
    return run("export", folder, "-o", tmp_path / "bag", *FOR, "--records", records)


def test_dossiers_without_masked_names_are_packed(run: Run, tmp_path: Path) -> None:
    done = export_text(run, tmp_path, "one.md", "Of [child A], and of Jane Roebuck.\n")
    assert done.code == 0
    assert "no masked name stands in it" in done.err


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("one.md", "# One\n\nOf JAN  roe.\n", "data/one.md, line 3 (child A)"),
        ("jan-roe.md", "# One\n", "(child A)"),
    ],
    ids=["in a text", "in the name of a file"],
)
def test_a_masked_name_keeps_dossiers_in_the_house_and_is_not_told(
    run: Run, tmp_path: Path, name: str, text: str, place: str
) -> None:
    done = export_text(run, tmp_path, name, text)
    assert done.code == 2
    assert place in done.err
    assert "roe" not in (done.out + done.err).lower()
    assert not (tmp_path / "bag").exists()


def test_without_records_nothing_leaves_the_house(run: Run, tmp_path: Path, dossiers: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("export", dossiers, "-o", tmp_path / "bag", *FOR, cwd=tmp_path / "empty")
    assert done.code == 2
    assert "--records" in done.err
    assert not (tmp_path / "bag").exists()


def test_with_other_records_than_those_of_the_dossiers_nothing_leaves_the_house(
    run: Run, tmp_path: Path, dossiers: Path
) -> None:
    records = with_records(tmp_path)
    (records / "allegations" / "neighbour.yaml").rename(records / "allegations" / "other.yaml")
    text = (records / "allegations" / "other.yaml").read_text(encoding="utf-8")
    other = text.replace("id: neighbour", "id: other")
    (records / "allegations" / "other.yaml").write_text(other, encoding="utf-8")
    done = run("export", dossiers, "-o", tmp_path / "bag", *FOR, "--records", records)
    assert done.code == 2
    assert "neighbour" in done.err
    assert not (tmp_path / "bag").exists()


def test_records_with_faults_hide_no_name(run: Run, tmp_path: Path, dossiers: Path) -> None:
    records = with_records(tmp_path)
    path = records / "allegations" / "broken.yaml"
    path.write_text(allegation(id="broken", titel="x"), encoding="utf-8")
    done = run("export", dossiers, "-o", tmp_path / "bag", *FOR, "--records", records)
    assert done.code == 2
    assert "broken.yaml" in done.err


def test_a_bag_that_had_stepped_aside_when_a_run_was_killed_comes_back(
    run: Run, tmp_path: Path, dossiers: Path
) -> None:
    run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED)
    before = everything(tmp_path / "bag")
    aside = tmp_path / ".lawmap-bag-bag"
    (aside / "bag").mkdir(parents=True)
    (aside / "bag" / "bagit.txt").touch()
    (tmp_path / "bag").rename(aside / "before")
    done = run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED)
    assert done.code == 2
    assert "there already" in done.err
    assert everything(tmp_path / "bag") == before
    assert not aside.exists()


@pytest.mark.parametrize("kind", ["file", "link"])
def test_nothing_is_removed_that_stands_where_a_bag_would_step_aside(
    run: Run, tmp_path: Path, dossiers: Path, kind: str
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").touch()
    aside = tmp_path / ".lawmap-bag-bag"
    if kind == "link":
        aside.symlink_to(tmp_path / "mine")
    else:
        aside.touch()
    done = run("export", dossiers, "-o", tmp_path / "bag", *UNSEARCHED)
    assert done.code == 2
    assert "in the way" in done.err
    assert (tmp_path / "mine" / "thesis.txt").exists()
    assert aside.is_symlink() or aside.exists()
