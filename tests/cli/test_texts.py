"""Text packs are stored, shown and taken away, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Done, Run

LINE = '{"treaty": "gc-iv", "article": "150", "source": "A print", "text": "%s"}\n'


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("LAWMAP_TEXTS", str(folder))
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "Some Articles.jsonl"
    path.write_text(LINE % "It is in English.\\n\\nIt is\\u00a0in *French*.", encoding="utf-8")
    return path


def test_a_file_is_stored_listed_shown_and_removed(run: Run, store: Path, article: Path) -> None:
    done = run("texts", "import", article)
    assert (done.code, done.out, done.err) == (
        0,
        "",
        "'some-articles' holds 1 text (1 en) of 1 treaty.\n",
    )
    listed = run("texts", "list")
    assert "some-articles: from Some Articles.jsonl (sha256 " in listed.out
    assert "  gc-iv  1 en A print\n" in listed.out
    assert listed.err == f"Folder: {store}\n"
    shown = run("texts", "show", "gc4:150(2)")
    assert shown == (0, "gc4:150(2)\n  A print, en\n\n  It is in French.\n", "")
    assert run("texts", "remove", "some-articles").code == 0
    assert list(store.iterdir()) == []


def test_an_option_goes_before_the_environment(
    run: Run, store: Path, article: Path, tmp_path: Path
) -> None:
    run("texts", "import", article, "--texts", tmp_path / "other", "--name", "mine")
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["mine.zip"]
    assert not store.exists()


def test_a_pack_is_written_over_with_force_alone(run: Run, store: Path, article: Path) -> None:
    run("texts", "import", article)
    assert run("texts", "import", article).code == 0
    before = {path: path.read_bytes() for path in store.iterdir()}
    article.write_text(LINE % "Other words.", encoding="utf-8")
    refused = run("texts", "import", article)
    assert refused.code == 2
    assert "--force" in refused.err
    assert {path: path.read_bytes() for path in store.iterdir()} == before
    assert run("texts", "import", article, "--force").code == 0
    assert "Other words." in run("texts", "show", "gc4:150").out


def test_a_file_at_fault_is_told_line_by_line_and_not_stored(
    run: Run, store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(LINE % "In order." + "{no\n" + LINE % "", encoding="utf-8")
    done = run("texts", "import", path)
    assert done.code == 1
    assert f"{path}:2:2: LM011 error" in done.err
    assert f"{path}:3:" in done.err
    assert "Nothing was stored" in done.err
    assert not store.exists()


def test_a_treaty_that_no_instrument_has_is_named(run: Run, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text((LINE % "Words").replace("gc-iv", "gc-ix"), encoding="utf-8")
    assert "No instrument has the name 'gc-ix'" in run("texts", "import", path).err
    assert run("texts", "import", path, "--instrument", "GCIV", "--force").err.count("\n") == 1
    assert "gc4:150" in run("texts", "show", "gc4:150").out


def wrong(done: Done, *words: str) -> None:
    assert (done.code, done.out) == (2, "")
    assert [word for word in words if word not in done.err] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import", "FILE", "--instrument", "gc9"], ["no instrument 'gc9'", "'gc4'"]),
        (["import", "FILE", "--language", "English"], ["two small letters"]),
        (["import", "FILE", "--name", "../x"], ["--name takes"]),
        (["import", "FILE.pdf"], [".jsonl"]),
        (["show", "gc4:151"], ["no text of 'gc4:151' is stored"]),
        (["show", "gc9:1"], ["did you mean 'gc4'?"]),
        (["remove", "some-article"], ["did you mean 'some-articles'?"]),
        (["remove", "../some-articles"], ["no text pack"]),
    ],
)
def test_wrong_use_is_told(
    run: Run, store: Path, article: Path, arguments: list[str], words: list[str]
) -> None:
    run("texts", "import", article)
    (store.parent / "some-articles.zip").write_text("not ours")
    given = [one.replace("FILE", str(article)) for one in arguments]
    wrong(run("texts", *given), *words)
    assert len(list(store.iterdir())) == 1
    assert (store.parent / "some-articles.zip").exists()


def test_without_packs_one_is_told_how_to_get_one(run: Run, store: Path) -> None:
    assert run("texts", "list").code == 0
    wrong(run("texts", "show", "gc4:49"), "lawmap texts import")
    assert not store.exists()


def test_a_damaged_pack_is_told_in_one_line(run: Run, store: Path) -> None:
    store.mkdir()
    (store / "broken.zip").write_text("no zip")
    wrong(run("texts", "list"), "broken.zip", "lawmap texts remove broken")
