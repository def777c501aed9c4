"""``lawmap search``: what is printed, where it looks, and what goes to which stream."""

from __future__ import annotations

import io
import json
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.cli.running import Done, Run
from tests.dossier.records import allegation, source, write

SEEDS = ("--also", "seeds")


@pytest.fixture
def search(run: Run) -> Run:
    return partial(run, "search")


def ids(done: Done) -> list[str]:
    assert done.code == 0
    return [line.partition("  ")[0] for line in done.out.splitlines() if line[:1] != " "]


def test_a_hit_is_told_with_id_kind_and_heading(search: Run) -> None:
    done = search("act.move", "--in", "terms")
    assert done.code == 0
    assert "act.move  term: movement of persons" in done.out.splitlines()
    assert done.err.splitlines()[-1] == f"{len(ids(done))} found"


def test_the_line_in_which_a_word_was_found_stands_below(search: Run) -> None:
    lines = search("GCIV", "--in", "instruments").out.splitlines()
    assert lines[:2] == ["gc4  instrument: Geneva Convention IV", "    alias: GCIV"]


def test_words_are_searched_together_and_the_heading_wins(search: Run) -> None:
    found = ids(search("forcible", "transfer", "--in", "norms"))
    assert "gc4:49(1)" in found
    assert ids(search("forcible transfer", "--in", "norms")) == found
    assert set(found) <= set(ids(search("transfer", "--in", "norms")))


def test_ukrainian_labels_are_found_in_any_case_and_named_as_such(
    search: Run, tmp_path: Path
) -> None:
    path = tmp_path / "vocabulary" / "terms" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "schema_version: 1\nnamespace: own\nsort: fact\nabout: Words.\n"
        "terms: {part: {def: Parting., label: {en: parting, uk: розлучення з сім’єю}}}\n",
        encoding="utf-8",
    )
    for asked in (["СІМ'ЄЮ"], ["сім’єю", "розлучення"], ["розлученням"]):
        lines = search(*asked, "--norms", tmp_path, "--in", "terms").out.splitlines()
        assert lines[lines.index("own.part  term: parting") + 1] == (
            "    label (uk): розлучення з сім’єю"
        )
    done = search("розлучення", "--norms", tmp_path, "--lang", "uk", "--in", "terms")
    assert "own.part  term: розлучення з сім’єю" in done.out.splitlines()
    assert "own.part" not in search("розлучення", "--norms", tmp_path, "--lang", "en").out


def test_allegations_and_sources_are_found_in_paths(search: Run) -> None:
    assert ids(search("dubrava", *SEEDS)) == ["BY-MI/dubrava", "children-placed-dubrava"]
    assert ids(search("moscow", "times", *SEEDS, "--in", "sources")) == ["moscow-times-2022-04"]


def test_without_paths_the_settings_or_the_folder_are_searched(search: Run, tmp_path: Path) -> None:
    write(tmp_path, source(), allegation("own-draft", title="Quagmire and zeppelin"))
    assert ids(search("zeppelin", cwd=tmp_path)) == ["own-draft"]
    assert ids(search("dubrava", "--in", "allegations")) == ["children-placed-dubrava"]


def test_a_folder_without_files_still_finds_law(search: Run, tmp_path: Path) -> None:
    assert "gc4:49(1)" in ids(search("forcible", "transfer", cwd=tmp_path))


def test_a_path_that_is_not_there_is_wrong_use(search: Run, tmp_path: Path) -> None:
    done = search("transfer", "--also", tmp_path / "nowhere")
    assert (done.code, done.out) == (2, "")


def test_faulty_files_are_left_out_and_told(search: Run, tmp_path: Path) -> None:
    write(tmp_path, source(), allegation("good", title="A zeppelin"))
    (tmp_path / "allegations" / "bad.yaml").write_text("title: A zeppelin\n", encoding="utf-8")
    done = search("zeppelin", cwd=tmp_path)
    assert ids(done) == ["good"]
    assert "Not searched in full, because of faults: 1 of" in done.err


def test_nothing_found_ends_with_0_and_names_near_words_on_stderr(search: Run) -> None:
    done = search("evacution", "xyzzyx", "--in", "norms")
    assert (done.code, done.out) == (0, "")
    lines = done.err.splitlines()
    assert lines[0] == "Nothing found."
    assert lines[1].startswith("'evacution' stands nowhere; near it: evacuation")
    assert lines[2] == "'xyzzyx' stands nowhere"


def test_words_that_stand_apart_are_told_to_be_there(search: Run) -> None:
    done = search("genocide", "filtration", "adoption", *SEEDS)
    assert (done.code, done.out) == (0, "")
    assert "Each of the words is there, but no record has all of them." in done.err


def test_quiet_prints_hits_alone(search: Run) -> None:
    assert search("evacution", "--in", "norms", "-q") == (0, "", "")


def test_json_tells_the_same_as_lines(search: Run) -> None:
    asked = ["transfer", "children", *SEEDS]
    objects = json.loads(search(*asked, "--output-format", "json").out)
    assert [one["id"] for one in objects] == ids(search(*asked))
    for one in objects:
        assert one["kind"] in {"norm", "term", "instrument", "allegation", "source"}
        assert one["found"]
        for line in one["found"]:
            assert line["words"]
            assert all(word in line["text"] for word in line["words"])
    assert search("evacution", "--in", "norms", "--output-format", "json").out == "[]\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    from lawmap.cli import group  # noqa: PLC0415 (as the other commands: late)

    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    group.main(["search", *arguments], prog_name="lawmap", standalone_mode=False)
    return screen.getvalue()


def test_words_are_marked_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, search: Run) -> None:
    arguments = ("gciv", "--in", "instruments")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in search(*arguments).out
    assert "alias: \x1b[33m\x1b[1mGCIV\x1b[0m\n" in on_a_terminal(monkeypatch, *arguments)


def test_no_colour_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in on_a_terminal(monkeypatch, "gciv", "--in", "instruments")


def test_a_text_cannot_steer_a_terminal_nor_break_a_line(search: Run, tmp_path: Path) -> None:
    title = "zeppelin\u00ad one\ttwo\nthree\u00a0four\ue000"
    write(tmp_path, source(), allegation("hostile", title=title))
    out = search("zeppelin", "four", cwd=tmp_path).out
    assert out.splitlines() == ["hostile  allegation: zeppelin\\xad one two three four\\xe000"]


def test_masked_names_are_neither_shown_nor_found(search: Run, tmp_path: Path) -> None:
    child = {"name": "Jan Roe", "called": "child A", "marks": ["minor"]}
    write(tmp_path, source(), allegation("taken", title="Jan Roe taken", persons=[child]))
    done = search("taken", "--in", "allegations", cwd=tmp_path)
    assert done.out == "taken  allegation: [child A] taken\n"
    assert "masked" in done.err
    assert search("roe", "--in", "allegations", cwd=tmp_path).out == ""


WRONG_USE = {
    "no word": ([], "Missing argument"),
    "no letter": (["..."], "no word to look for"),
    "an unknown kind": (["a", "--in", "roles"], "roles"),
    "an unknown language": (["a", "--lang", "ru"], "ru"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_ends_with_2(search: Run, arguments: list[str], words: str) -> None:
    done = search(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


@pytest.mark.parametrize(
    ("words", "code"), [(["enerhodar"], "UA-23/enerhodar"), (["belarus", "--in", "states"], "BLR")]
)
def test_places_and_states_are_found_by_name(search: Run, words: list[str], code: str) -> None:
    assert code in ids(search(*words))
