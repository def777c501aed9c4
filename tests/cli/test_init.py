"""``lawmap init`` makes a folder in which every command has something to work on."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from lawmap.loading import load, packs_for
from lawmap.loading.kinds import kind_of
from tests.cli.running import Run
from tests.schemas.seen import as_an_editor_sees, faults

# Each reads the whole law.
pytestmark = pytest.mark.slow

ALWAYS = {
    ".gitignore",
    ".vscode/settings.json",
    "README.md",
    "allegations/example-transfer.yaml",
    "lawmap.toml",
    "originals/example-report.txt",
    "sources/example-report.yaml",
}
PACK = {
    "norms/pack.yaml",
    "norms/instruments/example-code/instrument.yaml",
    "norms/instruments/example-code/structure.yaml",
    "norms/instruments/example-code/1-1.yaml",
}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_schemas(folder: Path) -> set[str]:
    return {name for name in content(folder) if not name.startswith("schemas/")}


@pytest.mark.parametrize(("flags", "files"), [((), ALWAYS), (("--norms",), ALWAYS | PACK)])
def test_it_makes_the_folder_and_says_what_it_made(
    run: Run, tmp_path: Path, flags: tuple[str, ...], files: set[str]
) -> None:
    done = run("init", "reports", *flags, cwd=tmp_path)
    assert (done.code, done.out) == (0, "")
    assert without_schemas(tmp_path / "reports") == files
    lines = [line.strip() for line in done.err.splitlines()]
    assert files <= set(lines)
    assert lines[-4:] == [
        "Next:",
        "lawmap validate reports",
        "lawmap dossier reports -o reports/dossiers",
        "lawmap new source --folder reports",
    ]


def test_quiet_says_nothing(run: Run, tmp_path: Path) -> None:
    assert run("init", "-q", cwd=tmp_path) == (0, "", "")
    assert without_schemas(tmp_path) == ALWAYS


def test_what_comes_next_can_be_pasted_into_a_shell(run: Run, tmp_path: Path) -> None:
    done = run("init", "our reports", cwd=tmp_path)
    assert "  lawmap validate 'our reports'" in done.err.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("flags", [(), ("--norms",)], ids=["plain", "norms"])
def test_its_files_pass_all_checks_from_elsewhere_and_from_inside(
    run: Run, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    folder = tmp_path / "reports"
    run("init", folder, *flags)
    done = run("validate", folder, "--reports", folder / "originals", cwd=tmp_path)
    assert (done.code, done.out) == (0, ""), done.out
    assert run("validate", cwd=folder).code == 0


@pytest.mark.parametrize("inside", [False, True], ids=["elsewhere", "inside"])
def test_the_example_makes_a_dossier_that_says_that_it_is_invented(
    run: Run, tmp_path: Path, inside: bool
) -> None:
    folder = tmp_path / "reports"
    run("init", folder, "--norms")
    if inside:
        done = run("dossier", cwd=folder)
    else:
        done = run("dossier", folder, "-o", folder / "dossiers", cwd=tmp_path)
    assert done.code == 0, done.err
    text = (folder / "dossiers" / "example-transfer.md").read_text(encoding="utf-8")
    assert text.splitlines()[0].startswith("# Alleged: EXAMPLE (invented): ")
    assert "example-code" not in text
    assert "Example Code" not in text


def test_the_example_raises_the_rule_that_it_is_about_and_shows_the_other_side(
    run: Run, tmp_path: Path
) -> None:
    run("init", tmp_path)
    found = json.loads(run("match", tmp_path, "--output-format", "json").out)
    outcomes = {item["norm"]: (item["outcome"], item["marks"]) for item in found}
    assert outcomes["gc4:49(1)"] == ("contested", ["disputed"])
    assert {item["allegation"] for item in found} == {"example-transfer"}


def test_the_cases_of_the_example_norm_come_out_as_they_say(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--norms")
    done = run("test", "--norm", "example-code:1(1)", cwd=tmp_path)
    assert (done.code, done.out) == (0, "3 passed, 0 failed\n")


def test_everything_in_the_example_says_that_it_is_invented(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--norms")
    for name, raw in content(tmp_path).items():
        if name.endswith((".txt", ".yaml")):
            assert "invented" in raw.decode()
    library = load([tmp_path / name for name in ("sources", "allegations")], packs_for(())).library
    titles = {one.id: one.title for one in library.sources.values()}
    titles |= {one.id: one.title for one in library.allegations.values()}
    assert len(titles) == 2
    for identity, title in titles.items():
        assert "example" in identity
        assert title.startswith("EXAMPLE (invented)")


def test_the_source_has_the_hash_of_the_report_beside_it(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    raw = (tmp_path / "originals" / "example-report.txt").read_bytes()
    library = load([tmp_path / "sources"], packs_for(())).library
    assert library.sources["example-report"].original.sha256 == hashlib.sha256(raw).hexdigest()


def test_every_file_names_a_schema_that_is_there_and_fits(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--norms")
    files = sorted(tmp_path.rglob("*.yaml"))
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert found, path
        schema = (path.parent / found[1]).resolve()
        kind = kind_of(path.as_posix())
        assert kind is not None
        assert schema == tmp_path.resolve() / "schemas" / f"{kind.kind_of_file}.schema.json"
        assert faults(kind.kind_of_file, as_an_editor_sees(text)) == []


@pytest.mark.parametrize("flags", [(), ("--norms",)])
def test_all_that_it_made_is_checked_and_mended_where_no_path_is_given(
    run: Run, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    run("init", tmp_path, *flags)
    settings = tomllib.loads((tmp_path / "lawmap.toml").read_text(encoding="utf-8"))
    made = {name.partition("/")[0] for name in content(tmp_path) if name.endswith(".yaml")}
    assert set(settings["paths"]) == made


def test_the_schemas_are_those_of_this_lawmap(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    assert run("schema", "--check", tmp_path / "schemas").code == 0


def test_the_settings_of_the_editor_name_files_that_are_there(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    text = (tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8")
    for schema, pattern in json.loads(text)["yaml.schemas"].items():
        assert (tmp_path / schema).is_file()
        assert list(tmp_path.glob(pattern.lstrip("/")))


def test_the_readme_names_only_what_is_there(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--norms")
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w.-]+/[\w./-]*|[\w-]+\.toml)`", text))
    assert {"sources/", "norms/", "lawmap.toml"} <= named
    assert [one for one in named - {"dossiers/"} if not (tmp_path / one).exists()] == []


def test_no_line_is_longer_than_120_characters(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--norms")
    for name in without_schemas(tmp_path):
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if len(line) > 120] == [], name


def test_git_leaves_the_dossiers_out(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    lines = (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "/dossiers/" in lines


# Nothing is written over


def test_files_that_are_there_are_all_named_and_nothing_is_written(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "README.md").write_text("Mine.\n", encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "example-report.yaml").write_text("Mine.\n", encoding="utf-8")
    before = content(tmp_path)
    done = run("init", cwd=tmp_path)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert "README.md, sources/example-report.yaml" in done.err
    assert ".gitignore" not in done.err
    assert content(tmp_path) == before


def test_other_files_in_the_folder_are_no_hindrance(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("Mine.\n", encoding="utf-8")
    assert run("init", cwd=tmp_path).code == 0
    assert content(tmp_path)["notes.md"] == b"Mine.\n"


def test_a_second_run_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    before = content(tmp_path)
    assert run("init", tmp_path, "--norms").code == 2
    assert content(tmp_path) == before


def test_a_link_to_nowhere_is_not_written_over(run: Run, tmp_path: Path) -> None:
    link = tmp_path / "reports" / "lawmap.toml"
    link.parent.mkdir()
    link.symlink_to(tmp_path / "elsewhere.toml")
    done = run("init", "reports", cwd=tmp_path)
    assert done.code == 2
    assert "lawmap.toml" in done.err
    assert link.is_symlink()
    assert not (tmp_path / "elsewhere.toml").exists()


def test_a_file_in_the_place_of_a_folder_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sources").write_text("Mine.\n", encoding="utf-8")
    (tmp_path / "allegations").mkdir()
    done = run("init", cwd=tmp_path)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert content(tmp_path) == {"sources": b"Mine.\n"}
    assert {path.name for path in tmp_path.iterdir()} == {"allegations", "sources"}


def test_a_file_in_the_place_of_the_whole_folder_ends_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("Mine.\n", encoding="utf-8")
    done = run("init", "reports", cwd=tmp_path)
    assert done.code == 2
    assert content(tmp_path) == {"reports": b"Mine.\n"}


def test_the_folder_goes_on_working_when_the_example_is_deleted(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--norms")
    for name in ("sources/example-report.yaml", "allegations/example-transfer.yaml"):
        (tmp_path / name).unlink()
    shutil.rmtree(tmp_path / "norms" / "instruments" / "example-code")
    (tmp_path / "originals" / "mine.txt").write_text("One.\nTwo.\n", encoding="utf-8")
    told = ("--publisher", "Mine", "--title", "Mine", "--language", "en", "--kind", "ngo")
    original = ("--original", "originals/mine.txt")
    assert run("new", "source", "--id", "mine", *told, *original, cwd=tmp_path).code == 0
    assert run("validate", cwd=tmp_path).code == 0
