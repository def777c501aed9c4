"""``lawmap validate --fix``, ``--unsafe-fixes`` and ``--diff``, on files of a small project."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from lawmap.cli.validating.fixing import Fixing, write_fixes
from lawmap.cli.validating.originals import originals_below
from lawmap.diagnostics import Diagnostic, Edit, Fix, Position, Report
from lawmap.errors import OutputError
from tests.cli.running import Done, Run

FILES = {
    # A pack with the id of the shipped one stands in its place, so that little is to be read.
    "norms/pack.yaml": "schema_version: 1\nid: lawmap-core\ntitle: A pack\nversion: 1.0.0\n"
    "licence: CC-BY-4.0\nabout: A pack of one term.\n",
    "norms/vocabulary/terms/act.yaml": "schema_version: 1\nnamespace: act\nsort: fact\n"
    "about: Conduct.\nterms:\n  detain: {label: {en: detained}, def: Somebody is detained.}\n",
    "sources/report.yaml": "schema_version: 1\nid: report\npublisher: A newspaper\n"
    "title: A report\nlanguage: en\nkind: press\n"
    f"original: {{sha256: '{'0' * 64}', paragraphs: 3}}\n"
    "claimants: {paper: {name: A newspaper, knows: Not stated.}}\ndefault_claimant: paper\n",
    "allegations/a.yaml": "schema_version: 1\nid: a\ntitle: A title\naccount: An account.\n"
    "by: unstated\nper: [report#p1]\nfacts: [act.detain]\nwhen: {within: 2024-9-3}  # a remark",
}
DATE = ("2024-9-3", "2024-09-03")
DATE_IN_BYTES = (b"2024-9-3", b"2024-09-03")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        write(tmp_path / name, text)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def texts(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.yaml"))
    }


def validate(run: Run, project: Path, *options: str) -> Done:
    return run("validate", "norms", "sources", "allegations", *options, cwd=project)


def test_fix_mends_files_says_how_many_and_shows_what_is_left(run: Run, project: Path) -> None:
    write(project / "allegations/b.yaml", FILES["allegations/a.yaml"].replace("id: a", "idd: b"))
    done = validate(run, project, "--fix")
    assert "2 faults in 2 files mended.\n" in done.err
    assert "LM105" not in done.out
    assert "LM101" in done.out
    assert done.code == 1
    assert (project / "allegations/a.yaml").read_text() == FILES["allegations/a.yaml"].replace(
        *DATE
    )


def test_a_second_fix_finds_nothing_to_mend(run: Run, project: Path) -> None:
    validate(run, project, "--fix")
    before = texts(project)
    done = validate(run, project, "--fix")
    assert "Nothing was mended.\n" in done.err
    assert texts(project) == before


def test_fix_keeps_the_mode_of_a_file_its_mark_and_its_line_ends(run: Run, project: Path) -> None:
    path = project / "allegations/a.yaml"
    write(path, "\ufeff" + FILES["allegations/a.yaml"].replace("\n", "\r\n"))
    path.chmod(0o600)
    before = path.read_bytes()
    validate(run, project, "--fix")
    assert path.read_bytes() == before.replace(*DATE_IN_BYTES)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_guess_is_made_only_where_it_is_asked_for_and_then_told(run: Run, project: Path) -> None:
    path = project / "allegations/a.yaml"
    write(path, FILES["allegations/a.yaml"].replace("act.detain", "act.detian"))
    assert "act.detian" in (validate(run, project, "--fix"), path.read_text())[1]
    done = validate(run, project, "--fix", "--unsafe-fixes")
    assert "allegations/a.yaml:7: LM201 Write 'act.detain' instead of 'act.detian'.\n" in done.err
    assert path.read_text() == FILES["allegations/a.yaml"].replace(*DATE)


def test_guesses_alone_are_no_order(run: Run, project: Path) -> None:
    assert validate(run, project, "--unsafe-fixes").code == 2


def test_diff_shows_what_fix_would_do_and_writes_nothing(run: Run, project: Path) -> None:
    before = texts(project)
    done = validate(run, project, "--diff")
    assert done.out == (
        "diff --git a/allegations/a.yaml b/allegations/a.yaml\n"
        "--- a/allegations/a.yaml\n"
        "+++ b/allegations/a.yaml\n"
        "@@ -5,4 +5,4 @@\n"
        " by: unstated\n"
        " per: [report#p1]\n"
        " facts: [act.detain]\n"
        "-when: {within: 2024-9-3}  # a remark\n"
        "\\ No newline at end of file\n"
        "+when: {within: 2024-09-03}  # a remark\n"
        "\\ No newline at end of file\n"
    )
    assert (done.code, texts(project)) == (1, before)


def test_diff_of_files_in_order_is_empty(run: Run, project: Path) -> None:
    validate(run, project, "--fix")
    done = validate(run, project, "--diff")
    assert (done.out, done.code) == ("", 0)


@pytest.mark.parametrize("tool", [["git", "apply"], ["patch", "-p1", "--binary"]], ids=" ".join)
def test_a_diff_that_is_applied_does_what_fix_does(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory, tool: list[str]
) -> None:
    if not shutil.which(tool[0]):
        pytest.skip(f"no {tool[0]} here")
    text = FILES["allegations/a.yaml"]
    write(project / "allegations/b c.yaml", text.replace("id: a", "id: bc").replace("\n", "\r\n"))
    write(project / "allegations/d-ё.yaml", text.replace("id: a", "id: d") + "\n")
    write(project / "allegations/e.yaml", text.replace("id: a", "id: zz").replace(*DATE) + "\n")
    write(
        project / "sources/g.yaml", FILES["sources/report.yaml"].replace("schema_version: 1\n", "")
    )
    copy = tmp_path_factory.mktemp("copy") / "project"
    shutil.copytree(project, copy)
    diff = validate(run, copy, "--diff").out
    subprocess.run(tool, input=diff.encode(), cwd=copy, check=True, capture_output=True)
    validate(run, project, "--fix")
    assert texts(copy) == texts(project)
    assert {f"allegations/{name}.yaml" for name in ("bc", "d", "zz")} <= texts(project).keys()


def test_a_misnamed_file_gets_the_name_of_its_id(run: Run, project: Path) -> None:
    (project / "allegations/a.yaml").rename(project / "allegations/z.yaml")
    validate(run, project, "--fix")
    assert [path.name for path in (project / "allegations").iterdir()] == ["a.yaml"]


def test_no_file_is_written_over_by_another(run: Run, project: Path) -> None:
    write(project / "allegations/z.yaml", FILES["allegations/a.yaml"].replace("id: a", "id: A2"))
    write(project / "allegations/b.yaml", FILES["allegations/a.yaml"].replace("id: a", "id: z"))
    before = (project / "allegations/z.yaml").read_bytes().replace(*DATE_IN_BYTES)
    assert "rename" not in validate(run, project, "--diff").out
    validate(run, project, "--fix")
    assert (project / "allegations/z.yaml").read_bytes() == before
    assert (project / "allegations/b.yaml").is_file()


def test_a_file_that_may_not_be_written_is_told_and_the_others_are_mended(
    run: Run, project: Path
) -> None:
    text = FILES["allegations/a.yaml"]
    write(project / "allegations/b.yaml", text.replace("id: a", "id: b"))
    (project / "allegations/b.yaml").chmod(0o444)
    write(project / "allegations/c.txt", text.replace("id: a", "id: c"))
    (project / "allegations/c.yaml").symlink_to("c.txt")
    before = texts(project)
    done = validate(run, project, "--fix")
    assert "allegations/b.yaml is left as it is: it is read-only.\n" in done.err
    assert "allegations/c.yaml is left as it is: it is a link.\n" in done.err
    assert (project / "allegations/c.yaml").is_symlink()
    changed = {name for name, new in texts(project).items() if new != before[name]}
    assert changed == {"allegations/a.yaml"}


def test_files_beside_the_paths_are_not_touched(run: Run, project: Path) -> None:
    pack = project / "norms/vocabulary/terms/act.yaml"
    write(pack, FILES["norms/vocabulary/terms/act.yaml"].replace("schema_version: 1\n", ""))
    before = texts(project)
    done = run("validate", "sources", "--norms", "norms", "--fix", cwd=project)
    assert "LM102" in done.out
    name = "norms/vocabulary/terms/act.yaml"
    assert f"{name} is left as it is: it does not lie below PATHS.\n" in done.err
    assert texts(project) == before


def test_a_file_that_is_changed_meanwhile_is_told_and_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "allegations/a.yaml"
    place = Position(path.as_posix())

    def checked(mended: Mapping[str, str]) -> Report:
        rename = Diagnostic(place, "LM108", "misnamed", fix=Fix("Rename it.", rename="b.yaml"))
        if mended:
            path.write_text("somebody's new work")
            return Report((rename,))
        edit = Fix("Write it.", (Edit(1, 1, 1, 2, "X"),))
        return Report((Diagnostic(place, "LM104", "wrong", fix=edit), rename))

    with click.Context(click.Command("validate")):
        write_fixes([path], checked, Fixing(fix=True))
    told = capsys.readouterr().err
    assert told == f"{path} has changed since it was read; run it again.\nNothing was mended.\n"
    assert path.read_text() == "somebody's new work"


def test_a_file_is_never_renamed_over_one_that_came_meanwhile(project: Path) -> None:
    path, other = project / "allegations/a.yaml", project / "allegations/b.yaml"
    (original,) = originals_below([path]).values()
    other.write_text("somebody's new work")
    with pytest.raises(OutputError, match="is already there"):
        original.rename(other)
    assert other.read_text() == "somebody's new work"
