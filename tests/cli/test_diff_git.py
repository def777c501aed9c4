"""``lawmap diff`` on revisions of git: what is read of them, and what is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.builders import element, norm
from tests.cli.repository import ISOLATED, begin, commit, git
from tests.cli.running import Done, Run
from tests.comparing.folders import CASES, NEW, OLD, write, write_law

SETTINGS = 'paths = ["law", "cases"]\n'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose ``main`` has the old law, a branch ``topic`` the new one, both one page."""
    folder = begin(tmp_path_factory.mktemp("project") / "here")
    (folder / "lawmap.toml").write_text(SETTINGS, encoding="utf-8")
    write(folder / "cases", *CASES)
    write_law(folder / "law", *OLD)
    (folder / "page.md").write_text("# A\n\nOld.\n", encoding="utf-8")
    commit(folder, "old")
    git(folder, "switch", "--quiet", "--create", "topic")
    for path in (folder / "law" / "instruments" / "t").glob("[0-9].yaml"):
        path.unlink()
    write_law(folder / "law", *NEW)
    (folder / "page.md").write_text("# A\n\nNew.\n", encoding="utf-8")
    commit(folder, "new")
    git(folder, "switch", "--quiet", "main")
    write(folder / "law", norm("t:8", heading="Meanwhile"))
    commit(folder, "meanwhile")
    git(folder, "switch", "--quiet", "topic")
    (folder / "below" / "deeper").mkdir(parents=True)
    return folder


@pytest.fixture
def isolated(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def diff(run: Run, made: Path, isolated: None) -> Run:
    """Run ``lawmap diff`` in the project; it must leave no folder behind."""

    def run_diff(*arguments: str | Path, cwd: Path = made) -> Done:
        before = set(Path(tempfile.gettempdir()).glob("lawmap-*"))
        done = run("diff", *arguments, cwd=cwd)
        assert set(Path(tempfile.gettempdir()).glob("lawmap-*")) <= before
        return done

    return run_diff


CHANGED = "1 norm added, 1 norm removed, 1 norm renamed, 1 norm changed in meaning"
OUTCOMES = "5 outcomes change in 3 allegations (3 allegations looked at, from {})."


@pytest.mark.parametrize(
    ("arguments", "came_from"),
    [
        (("main~1", "topic"), "topic ("),
        (("main~1",), "the working tree"),
        (("main~1", "."), "."),
        (("main...topic",), "topic ("),
        (("main...",), "HEAD ("),
        (("main~1:law", "topic:law"), "cases"),
        (("main~1:law",), "cases"),
        (("main~1:law", "law", "--allegations", "main:cases"), "main:cases ("),
        (("main~1:./law", "law"), "cases"),
    ],
    ids=" ".join,
)
def test_revisions_are_compared(diff: Run, arguments: tuple[str, ...], came_from: str) -> None:
    done = diff(*arguments)
    assert (done.code, done.err) == (0, "")
    assert CHANGED in done.out
    head, _, rest = OUTCOMES.partition("{}")
    assert f"{head}{came_from}" in done.out
    assert rest in done.out


def test_three_dots_leave_out_what_others_did_meanwhile(diff: Run) -> None:
    assert "norm t:8" in diff("main", "topic").out
    assert "norm t:8" not in diff("main...topic").out


def test_the_settings_count_from_a_folder_below_too(diff: Run, made: Path) -> None:
    assert CHANGED in diff("main~1", "topic", cwd=made / "below" / "deeper").out


def test_what_is_not_committed_counts_in_the_working_tree_alone(
    run: Run, tmp_path: Path, isolated: None
) -> None:
    folder = begin(tmp_path)
    write_law(folder / "law", *OLD)
    commit(folder)
    write(folder / "law", norm("t:8", heading="Not committed"))
    assert "+ norm t:8: Not committed" in run("diff", "HEAD", cwd=folder).out
    assert "No norm or other record" in run("diff", "HEAD", "HEAD", cwd=folder).out


def test_dossiers_can_come_from_revisions(diff: Run) -> None:
    for arguments in (("main:page.md", "topic:page.md"), ("main:page.md",)):
        done = diff(*arguments)
        assert done.code == 0
        assert "- Old." in done.out
        assert "+ New." in done.out


def test_faults_of_a_revision_name_it(run: Run, tmp_path: Path, isolated: None) -> None:
    folder = begin(tmp_path)
    write_law(folder / "law", *OLD, norm("t:7", {"x": element("fact.nobody-knows")}))
    commit(folder)
    write_law(folder / "law", norm("t:7"))
    done = run("diff", "main", cwd=folder)
    assert (done.code, done.out) == (1, "")
    assert "OLD (main (" in done.err
    assert "\nmain:law/instruments/t/7.yaml:" in done.err
    assert tempfile.gettempdir() not in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("mian",), "no revision of git (did you mean 'main'?)"),
        (("main", "main:nothing"), "main has no file or folder 'nothing'"),
        (("main:../law",), "main has no file or folder '../law'"),
        (("main:law/pack.yaml", "law"), "is a file; give folders"),
        (("main...nosuch",), "no revision 'nosuch'"),
        (("main:cases", "law"), "holds no norms or other law of its own"),
        (("--", "--upload-pack=x"), "'--upload-pack=x' is no file or folder here"),
    ],
)
def test_what_is_no_revision_is_refused(diff: Run, arguments: tuple[str, ...], said: str) -> None:
    done = diff(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_branch_of_a_remote_is_proposed(run: Run, tmp_path: Path, isolated: None) -> None:
    folder = begin(tmp_path)
    (folder / "x").touch()
    git(folder, "update-ref", "refs/remotes/origin/release", commit(folder))
    assert "did you mean 'origin/release'?" in run("diff", "release", cwd=folder).err


def test_a_name_of_a_folder_and_of_a_revision_is_refused(
    run: Run, tmp_path: Path, isolated: None
) -> None:
    folder = begin(tmp_path)
    write_law(folder / "main", *OLD)
    commit(folder)
    done = run("diff", "main", cwd=folder)
    assert done.code == 2
    assert "write './main' for the folder or 'main~0' for the revision" in done.err
    assert run("diff", "main~0", "./main", cwd=folder).code == 0


def test_outside_of_a_repository_a_revision_is_refused(
    run: Run, tmp_path: Path, isolated: None
) -> None:
    done = run("diff", "main", cwd=tmp_path)
    assert done.code == 2
    assert "the current folder lies in no git repository" in done.err


def test_without_git_a_revision_is_refused(
    diff: Run, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(made))
    done = diff("main")
    assert done.code == 2
    assert "git is not installed" in done.err
    assert diff("law", "law").code == 0


def test_settings_that_lie_about_where_revisions_are_written_count_for_nothing(
    run: Run, tmp_path: Path, isolated: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = begin(tmp_path / "repository")
    write_law(folder / "law", *OLD)
    commit(folder)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "tmp" / "lawmap.toml").write_text('paths = ["nowhere"]\n', encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    assert run("diff", "main", cwd=folder).code == 0
    assert [path.name for path in (tmp_path / "tmp").iterdir()] == ["lawmap.toml"]


def test_a_file_kept_in_lfs_is_refused(run: Run, tmp_path: Path, isolated: None) -> None:
    folder = begin(tmp_path)
    write_law(folder / "law", *OLD)
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    (folder / "law" / "instruments" / "t" / "1.yaml").write_bytes(pointer)
    commit(folder)
    done = run("diff", "main", cwd=folder)
    assert done.code == 2
    assert "'law/instruments/t/1.yaml' is kept in Git LFS" in done.err


def test_a_submodule_among_the_norms_is_refused(run: Run, tmp_path: Path, isolated: None) -> None:
    folder = begin(tmp_path)
    write_law(folder / "law", *OLD)
    name = commit(folder)
    git(folder, "update-index", "--add", "--cacheinfo", f"160000,{name},law/shared")
    git(folder, "commit", "--quiet", "--message", "submodule")
    done = run("diff", "main", "law", cwd=folder)
    assert done.code == 2
    assert "'law/shared' is a submodule in main" in done.err


@pytest.mark.parametrize("target", ["/etc/passwd", "../../outside.yaml"])
def test_a_link_that_leads_out_is_refused(
    run: Run, tmp_path: Path, isolated: None, target: str
) -> None:
    folder = begin(tmp_path)
    write_law(folder / "law", *OLD)
    (folder / "law" / "x.yaml").symlink_to(target)
    commit(folder)
    done = run("diff", "main", cwd=folder)
    assert done.code == 2
    assert "'law/x.yaml' in main leads out of the repository" in done.err


def test_a_link_within_the_norms_is_followed(run: Run, tmp_path: Path, isolated: None) -> None:
    folder = begin(tmp_path)
    write_law(folder / "law", *OLD)
    name = "presumptions/b-means-c.yaml"
    (folder / "law" / "kept" / "presumptions").mkdir(parents=True)
    (folder / "law" / name).rename(folder / "law" / "kept" / name)
    (folder / "law" / name).symlink_to(f"../kept/{name}")
    commit(folder)
    done = run("diff", "main", cwd=folder)
    assert (done.code, done.err.count("LM")) == (0, 0)
    assert "No norm or other record of the law changes." in done.out


def hostile_tree(folder: Path, name: bytes) -> str:
    """A commit with a file of any name, as only a broken or evil tool would make it."""
    blob = git(folder, "hash-object", "-w", "--stdin", given=b"id: x\n")
    entry = b"100644 " + name + b"\0" + bytes.fromhex(blob)
    arguments = ("hash-object", "-t", "tree", "-w", "--stdin", "--literally")
    tree = git(folder, *arguments, given=entry)
    return git(folder, "commit-tree", tree, "-m", "evil")


@pytest.mark.parametrize("name", [b"../evil.yaml", b"/evil.yaml", b"a\\..\\evil.yaml"])
def test_a_harmful_name_is_refused(run: Run, tmp_path: Path, isolated: None, name: bytes) -> None:
    folder = begin(tmp_path / "repository")
    done = run("diff", hostile_tree(folder, name), cwd=folder)
    assert done.code == 2
    assert "a file of a harmful name" in done.err
    assert list(tmp_path.rglob("evil.yaml")) == []


def test_a_name_that_steers_a_terminal_is_shown_by_number(
    run: Run, tmp_path: Path, isolated: None
) -> None:
    folder = begin(tmp_path)
    done = run("diff", hostile_tree(folder, b"\x1b[2J.yaml"), cwd=folder)
    assert done.code in (1, 2)
    assert "\x1b" not in done.err + done.out


def test_a_pack_that_settings_name_outside_of_the_repository_counts_on_both_sides(
    run: Run, tmp_path: Path, isolated: None
) -> None:
    write_law(tmp_path / "pack", *OLD)
    folder = begin(tmp_path / "repository")
    (folder / "lawmap.toml").write_text('paths = ["own"]\nnorms = ["../pack"]\n', encoding="utf-8")
    write(folder / "own", norm("t:7", heading="Own"))
    commit(folder)
    write(folder / "own", norm("t:7", heading="Changed"))
    done = run("diff", "main", cwd=folder)
    assert done.code == 0, done.err
    assert "1 norm changed in words only." in done.out


def test_attributes_and_filters_of_a_repository_change_nothing(
    run: Run, tmp_path: Path, isolated: None
) -> None:
    folder = begin(tmp_path)
    write_law(folder / "law", *OLD)
    (folder / ".gitattributes").write_text("*.yaml export-ignore filter=x text eol=crlf\n")
    commit(folder)
    git(folder, "config", "filter.x.smudge", "touch ran")
    done = run("diff", "main", cwd=folder)
    assert "No norm or other record of the law changes." in done.out
    assert not (folder / "ran").exists()
