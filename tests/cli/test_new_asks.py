"""``lawmap new`` on a terminal: it asks, checks each answer at once, and asks again."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Done, Run
from tests.cli.test_init import content
from tests.cli.test_new import (
    ALLEGATION,
    HONOUR,
    NORM,
    SOURCE,
    arguments,
    folder,
    library_of,
    pack,
    told,
    whole,
)

# Each reads the whole law.
pytestmark = pytest.mark.slow

__all__ = ["folder", "pack", "whole"]

Asked = Callable[..., Done]


class Terminal(io.StringIO):
    """Answers that somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def asked(run: Run, whole: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Run ``lawmap`` in a folder with a source, on a terminal, with one answer a line."""

    def run_and_answer(*arguments: str, answers: list[str]) -> Done:
        monkeypatch.setattr("sys.stdin", Terminal("".join(f"{one}\n" for one in answers)))
        return run(*arguments, cwd=whole)

    return run_and_answer


SOURCE_ANSWERS = ["daily", "Daily News", "A title", "", "en", "press", "", "daily.txt"]
NORM_ANSWERS = [HONOUR, "Honour", "prohibition", "A rule", "act.degrade", "", "", "", "2024-10-31"]
ALLEGATION_ANSWERS = [
    *("moved", "A title", "An account", "other", "p1", "", "act.move", "not:consent.person", ""),
    *("Russia=RUS", "", "within:2022-07", "", "UA-23/melitopol", "", "RU", ""),
    *("adults of a town", "UKR"),
]


def test_a_source_is_asked_for(asked: Asked, whole: Path) -> None:
    done = asked("new", "source", answers=SOURCE_ANSWERS)
    assert (done.code, done.out) == (0, "")
    found = library_of(whole).sources["daily"]
    assert (found.publisher, found.title, found.published) == ("Daily News", "A title", None)


def test_an_allegation_is_asked_for(asked: Asked, whole: Path) -> None:
    done = asked("new", "allegation", answers=ALLEGATION_ANSWERS)
    assert (done.code, done.out) == (0, "")
    found = library_of(whole).allegations["moved"]
    data = found.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert data["facts"] == ["act.move", {"not": "consent.person"}]
    assert data["where"] == {"from": ["UA-23/melitopol"], "to": ["RU"]}
    assert data["against"] == {"group": "adults of a town", "nationality": [{"is": "UKR"}]}
    assert data["per"] == ["other#p1"]


def test_a_norm_is_asked_for(asked: Asked, whole: Path) -> None:
    done = asked("new", "norm", answers=NORM_ANSWERS)
    assert (done.code, done.out) == (0, "")
    assert len(library_of(whole).norms[HONOUR].cases) == 3


def test_only_what_was_not_told_is_asked_for(asked: Asked, whole: Path) -> None:
    options = told(SOURCE, title=None)
    done = asked("new", "source", *options, answers=["A title", "", ""])
    assert done.code == 0
    assert library_of(whole).sources["daily"].title == "A title"
    assert "Who published it" not in done.err


def test_nothing_is_asked_where_all_that_is_needed_was_told(asked: Asked, whole: Path) -> None:
    for kind in ("source", "allegation", "norm"):
        done = asked(*arguments(kind), answers=[])
        assert done.code == 0, done.err
        assert "such as" not in done.err


def test_a_definition_is_not_asked_for_its_conduct(asked: Asked) -> None:
    done = asked(
        "new",
        "norm",
        HONOUR,
        "--kind",
        "definition",
        answers=["Honour", "A rule", "", "2024-10-31"],
    )
    assert done.code == 0
    assert "bare act" not in done.err


def test_persons_that_are_not_told_have_no_nationality_to_ask_for(asked: Asked) -> None:
    done = asked("new", "allegation", answers=[*ALLEGATION_ANSWERS[:-2], ""])
    assert done.code == 0
    assert "nationality" not in done.err


def test_questions_go_to_stderr_so_that_the_file_can_be_piped(asked: Asked, whole: Path) -> None:
    before = content(whole)
    done = asked("new", "source", "--print", answers=SOURCE_ANSWERS)
    assert done.code == 0
    assert done.out.startswith("# yaml-language-server: ")
    assert "publisher: Daily News\n" in done.out
    assert content(whole) == before


def test_an_end_of_the_answers_writes_nothing(asked: Asked, whole: Path) -> None:
    before = content(whole)
    done = asked("new", "source", answers=["daily", "Daily News"])
    assert done.code == 130
    assert content(whole) == before


# A wrong answer is told at once and asked for again

WRONG: dict[str, tuple[str, str, str, str]] = {
    "an id with blanks": ("source", "daily", "Bad Id", "does not follow the pattern"),
    "a language": ("source", "en", "english", "such as 'en'"),
    "a kind": ("source", "press", "pres", "did you mean 'press'?"),
    "an original": ("source", "daily.txt", "daly.txt", "'daly.txt' cannot be read"),
    "a pinpoint": ("norm", HONOUR, "gc4:27(9)/honour", "has no provision 'gc4:27(9)'"),
    "an instrument": ("norm", HONOUR, "gc44:27(2)", "did you mean 'gc4'?"),
    "a kind of norm": ("norm", "prohibition", "prohibtion", "did you mean 'prohibition'?"),
    "a term of a norm": ("norm", "act.degrade", "act.degrde", "did you mean 'act.degrade'?"),
    "a source": ("allegation", "other", "othr", "did you mean 'other'?"),
    "a paragraph": ("allegation", "p1", "p9", "'other' has no paragraph 9; it has 3"),
    "a term": ("allegation", "act.move", "act.moove", "did you mean 'act.move'?"),
    "a sort of fact": ("allegation", "not:consent.person", "nto:act.move", "did you mean 'not'?"),
    "a State": ("allegation", "Russia=RUS", "Russia=RUZ", "did you mean 'RUS'?"),
    "a time": ("allegation", "within:2022-07", "2022-07", "during:2022-07"),
    "a month": ("allegation", "within:2022-07", "within:2022-13", "there is no month 13"),
    "a place": ("allegation", "UA-23/melitopol", "UA-23/melitopl", "'UA-23/melitopol'?"),
    "a nationality": ("allegation", "UKR", "UKRAINE", "such as 'UKR'"),
}
ANSWERS = {"source": SOURCE_ANSWERS, "norm": NORM_ANSWERS, "allegation": ALLEGATION_ANSWERS}


@pytest.mark.parametrize(("kind", "right", "wrong", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_answer_is_asked_for_again(
    asked: Asked, whole: Path, kind: str, right: str, wrong: str, words: str
) -> None:
    at = ANSWERS[kind].index(right)
    answers = [*ANSWERS[kind][:at], wrong, *ANSWERS[kind][at:]]
    done = asked("new", kind, answers=answers)
    assert done.code == 0, done.err
    (complaint,) = [line for line in done.err.splitlines() if "Error: " in line]
    assert words in complaint


def test_an_id_that_is_taken_is_asked_for_again(asked: Asked, whole: Path) -> None:
    done = asked("new", "source", answers=["other", *SOURCE_ANSWERS])
    assert done.code == 0
    assert f"{Path('sources/other.yaml')} is there already" in done.err


def test_what_is_needed_is_asked_for_until_it_is_told(asked: Asked, whole: Path) -> None:
    answers = ["", "  ", *SOURCE_ANSWERS]
    assert asked("new", "source", answers=answers).code == 0
    assert asked("new", "allegation", answers=["", *ALLEGATION_ANSWERS]).code == 0


def test_every_question_gives_an_example_or_the_values(asked: Asked) -> None:
    for kind, options in (("source", SOURCE), ("norm", NORM), ("allegation", ALLEGATION)):
        done = asked("new", kind, "--print", answers=ANSWERS[kind])
        assert done.code == 0
        assert done.err.count("(such as ") + done.err.count("(one of ") >= len(options)
