"""Settings: where they are found, what they may say, and what is said of wrong ones."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from lawmap.cli.settings import read_settings
from lawmap.cli.settings.keys import SETTINGS
from lawmap.errors import UsageError
from tests.cli.running import ROOT, Run
from tests.control.project import SOUND, UNSOURCED, allegation, write_project

EVERYTHING = """\
paths = ["mine"]
norms = ["pack", "/elsewhere"]
reports = ["originals"]
texts = "texts"
keys = "../kept/keys.json"
select = ["LM2", "unknown-role"]
ignore = ["LM201"]
baseline = "known.jsonl"
stale-after = "18m"
fail-level = "warning"
output-format = "concise"

[per-file-ignores]
"mine/drafts/**" = ["LM605", "LM3"]
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def in_pyproject(text: str) -> str:
    return "[tool.lawmap]\n" + text.replace("[per-file", "[tool.lawmap.per-file")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the test runs."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("name", ["lawmap.toml", "pyproject.toml"])
def test_every_key_is_read(home: Path, name: str) -> None:
    write(home / name, EVERYTHING if name == "lawmap.toml" else in_pyproject(EVERYTHING))
    settings = read_settings(Path())
    assert set(settings.values) == set(SETTINGS)
    assert settings.paths == (Path("mine"),)
    assert settings.norms == (Path("pack"), Path("/elsewhere"))
    assert settings.reports == (Path("originals"),)
    assert settings.get("baseline") == Path("known.jsonl")
    assert settings.keys == Path("../kept/keys.json")
    assert settings.get("select") == ("LM2", "unknown-role")
    assert settings.get("per-file-ignores") == {"mine/drafts/**": ("LM605", "LM3")}
    assert settings.get("stale-after")[:] == (18, "m")


def test_without_settings_the_folder_itself_is_the_path(home: Path) -> None:
    settings = read_settings(Path())
    assert settings.paths == (Path(),)
    assert (settings.file, settings.values) == (None, {})


def test_settings_are_found_in_the_nearest_folder_above(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(home / "lawmap.toml", 'norms = ["pack"]')
    write(home / "a/pyproject.toml", "[tool.other]\n# of lawmap nothing is said here")
    deep = home / "a/b"
    deep.mkdir()
    monkeypatch.chdir(deep)
    settings = read_settings(Path())
    assert settings.norms == (Path("../../pack"),)
    assert settings.paths == (Path(),)  # where no paths are set, those below this folder
    assert settings.place("norms") == "../../lawmap.toml:1:1"
    write(home / "a/lawmap.toml", 'norms = ["other"]')
    assert read_settings(Path()).norms == (Path("../other"),)


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_lies_above_a_checkout_is_not_looked_at(
    home: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    write(home / "lawmap.toml", 'norms = ["pack"]')
    mark = home / "checkout/.git"
    write(mark / "HEAD" if kind == "folder" else mark, "")
    (home / "checkout/norms").mkdir()
    monkeypatch.chdir(home / "checkout/norms")
    assert read_settings(Path()).norms == ()
    write(home / "checkout/lawmap.toml", 'norms = ["own"]')
    assert read_settings(Path()).norms == (Path("../own"),)


def test_settings_of_another_folder_are_seen_from_here(home: Path) -> None:
    write(home / "there/lawmap.toml", 'paths = ["mine"]')
    assert read_settings(Path("there")).paths == (Path("there/mine"),)
    (home / "there/deep").mkdir()
    assert read_settings(Path("there/deep")).paths == (Path("there/mine"),)


def test_a_file_that_does_not_speak_of_lawmap_need_not_be_in_order(home: Path) -> None:
    write(home / "pyproject.toml", "[tool.other")
    assert read_settings(Path()).file is None
    write(home / "pyproject.toml", "[tool.lawmap")
    with pytest.raises(UsageError, match=r"pyproject\.toml cannot be read"):
        read_settings(Path())


UNREADABLE = {
    "no TOML": (b"paths = [", "lawmap.toml cannot be read"),
    "no UTF-8": (b"paths = ['\xff']", "lawmap.toml cannot be read"),
    "nesting without end": (b"paths = " + b"[" * 100_000, "it nests too deep"),
    "a number without end": (b"paths = " + b"1" * 10_000, "lawmap.toml cannot be read"),
    "a megabyte and more": (b"#" * 1_000_001, "at most 200,000 are read"),
}


@pytest.mark.parametrize(("raw", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_refused(home: Path, raw: bytes, words: str) -> None:
    (home / "lawmap.toml").write_bytes(raw)
    with pytest.raises(UsageError) as refused:
        read_settings(Path())
    assert words in str(refused.value)


def test_a_folder_of_that_name_is_refused(home: Path) -> None:
    (home / "lawmap.toml").mkdir()
    with pytest.raises(UsageError, match="cannot be read"):
        read_settings(Path())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
@pytest.mark.parametrize("name", ["lawmap.toml", "pyproject.toml"])
def test_nobody_waits_for_a_pipe(home: Path, name: str) -> None:
    os.mkfifo(home / name)
    if name == "pyproject.toml":  # which need not be about lawmap
        assert read_settings(Path()).file is None
    else:
        with pytest.raises(UsageError, match="no regular file"):
            read_settings(Path())


def test_a_file_of_its_own_goes_before_the_shared_one_and_that_is_said(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path / "lawmap.toml", 'fail-level = "never"')
    write(tmp_path / "pyproject.toml", '[tool.lawmap]\nfail-level = "warning"')
    done = run("config", "fail-level", cwd=tmp_path)
    assert done.out == '"never"\n'
    assert "lawmap.toml goes before [tool.lawmap] in pyproject.toml" in done.err


WRONG = {
    "an unknown key": (
        "path = ['.']",
        "lawmap.toml:1:1: unknown key 'path' (did you mean 'paths'?)",
    ),
    "an unknown table": ("\n[other]\na = 1", "lawmap.toml:2:1: unknown key 'other'"),
    "a text for a list": ("paths = '.'", "1:1: 'paths' takes a list of folders"),
    "what it got": ("paths = '.'", "not the text '.'"),
    "a number in a list": ("norms = ['a', 3]", "3 is none"),
    "an empty name": ("norms = ['']", "an empty text is none"),
    "a name that no file has": ('paths = ["a\\u0000"]', "a text with a null character is none"),
    "a number for a file": ("baseline = 3", "'baseline' takes the name of a file or folder, not 3"),
    "a list for a text": ("baseline = []", "not a list"),
    "a date": ("baseline = 2024-01-01", "not a date or time"),
    "a level": ("fail-level = 'warn'", "not 'warn' (did you mean 'warning'?)"),
    "what levels there are": ("fail-level = true", '"error", "warning" or "never", not true'),
    "a format": ("output-format = 'srif'", "(did you mean 'sarif'?)"),
    "a span": ("stale-after = '1 year'", "'1 year' is no span of time"),
    "a code": ("select = ['LM2', 'LM999']", "no rule has the code or name 'LM999'"),
    "two codes": ("select = ['a-b', 'LM999']", "'a-b'; no rule has the code or name 'LM999'"),
    "a code that is always told": ("ignore = ['LM004']", "'LM004' is always told"),
    "a list for a table": ("per-file-ignores = ['LM201']", "takes a table such as"),
    "a code of a pattern": (
        "[per-file-ignores]\n'a/**' = ['LM999']\n'b/**' = 3",
        "for 'a/**' takes codes: no rule has the code or name 'LM999'; for 'b/**' takes a list",
    ),
    "a line that steers": ('"\\u001b[31m" = 1', "unknown key '\\x1b[31m'"),
}


@pytest.mark.parametrize(("text", "words"), WRONG.values(), ids=WRONG)
def test_wrong_settings_are_refused_with_their_place(home: Path, text: str, words: str) -> None:
    write(home / "lawmap.toml", text)
    with pytest.raises(UsageError) as refused:
        read_settings(Path())
    assert words in str(refused.value)
    assert str(refused.value).startswith("lawmap.toml:")


def test_all_that_is_wrong_is_told_at_once_and_ends_with_2(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", in_pyproject("\npath = 1\n  fail-level = 'no'\nnorms=[1]"))
    done = run("validate", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    head, *lines = done.err.splitlines()
    assert head == "Error: 3 settings are wrong"
    places = ["pyproject.toml:3:1", "pyproject.toml:4:3", "pyproject.toml:5:1"]
    assert [line.split(": ")[0] for line in lines] == places


def test_the_page_on_validation_lists_every_key() -> None:
    text = (ROOT / "docs" / "validation.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE) == list(SETTINGS)


def test_reports_of_the_settings_are_compared(run: Run, tmp_path: Path) -> None:
    write_project(tmp_path)
    write(tmp_path / "lawmap.toml", 'reports = ["originals"]\n')
    write(tmp_path / "originals/other.txt", "Another report.")
    done = run("validate", cwd=tmp_path)
    assert done.code == 0
    assert "has the hash of the original of: report" in done.err


WORKABLE = {
    "LM605": allegation("a", UNSOURCED),
    "LM903": allegation("a", *SOUND, "handling: public  # lawmap: ignore[LM777] a new code"),
}


@pytest.mark.parametrize(("code", "text"), WORKABLE.items())
def test_what_is_ignored_in_settings_does_not_stop_other_commands(
    run: Run, tmp_path: Path, code: str, text: str
) -> None:
    write_project(tmp_path, a=text)
    assert run("match", cwd=tmp_path).code == 1
    write(tmp_path / "lawmap.toml", f'[per-file-ignores]\n"allegations/*" = ["{code}"]\n')
    done = run("match", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")


def test_what_nothing_can_be_done_with_stops_them_even_if_it_is_suppressed(
    run: Run, tmp_path: Path
) -> None:
    lines = ("per: [report#p1]", "facts: [act.dtain]  # lawmap: ignore[LM201] a term to come")
    write_project(tmp_path, a=allegation("a", *lines))
    assert run("validate", cwd=tmp_path).code == 0
    done = run("match", cwd=tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "LM201" in done.err
    assert "Nothing was done" in done.err
