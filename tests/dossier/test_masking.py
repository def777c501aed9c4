"""Names of victims, minors and witnesses are not in a dossier unless they are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.masking import Mask
from lawmap.model.persons import Person
from tests.cli.running import Run
from tests.dossier.records import Data, allegation, source, write

NAME = "Jan Roe"


def person(**changes: object) -> Data:
    return {"name": NAME, "called": "child A", "marks": ["minor"], **changes}


def one_text(run: Run, tmp_path: Path, *arguments: str, **changes: Any) -> str:
    record = allegation(account=f"The paper says that {NAME} was taken.", **changes)
    inputs = write(tmp_path / "in", record, source())
    done = run("dossier", inputs, "-o", tmp_path / "out", *arguments)
    assert done.code == 0
    return (tmp_path / "out" / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", ["victim", "minor", "witness"])
def test_a_marked_person_is_masked_even_where_all_may_be_seen(
    run: Run, tmp_path: Path, mark: str
) -> None:
    text = one_text(run, tmp_path, persons=[person(marks=[mark])])
    assert NAME not in text
    assert "&#91;child A&#93; was taken" in text
    assert "masked: a pseudonym stands in brackets" in text


@pytest.mark.parametrize(
    ("handling", "audience", "is_named"),
    [
        ("public", "public", True),
        ("internal", "public", False),
        ("internal", "internal", True),
        (None, "internal", False),
        (None, "confidential", True),
    ],
)
def test_unmask_shows_what_the_audience_may_know(
    run: Run, tmp_path: Path, handling: str | None, audience: str, is_named: bool
) -> None:
    listed = person(handling=handling) if handling else person()
    text = one_text(run, tmp_path, "--unmask", "--audience", audience, persons=[listed])
    assert (NAME in text) is is_named


def test_a_person_without_a_mark_is_masked_above_the_level_only(run: Run, tmp_path: Path) -> None:
    listed = person(marks=[], handling="internal")
    assert NAME in one_text(run, tmp_path / "1", "--audience", "internal", persons=[listed])
    assert NAME not in one_text(run, tmp_path / "2", "--audience", "public", persons=[listed])


def test_a_name_listed_in_one_record_is_masked_in_every_other(run: Run, tmp_path: Path) -> None:
    inputs = write(
        tmp_path / "in",
        source(
            title=f"The story of {NAME}",
            url="https://example.org/jan-roe",
            quotes={"p1": f"{NAME} was taken"},
            claimants={"paper": {"name": f"{NAME}’s mother", "knows": "Saw it."}},
        ),
        allegation("open-to-all", title=f"{NAME} drafted", notes=[f"{NAME} again"]),
        allegation("secret", handling="confidential", persons=[person()]),
    )
    assert run("dossier", inputs, "-o", tmp_path / "out", "--audience", "public").code == 0
    for path in (tmp_path / "out").iterdir():
        assert "roe" not in path.read_text(encoding="utf-8").casefold(), path.name


def test_a_name_that_would_slip_through_stops_the_run(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "mine"
    own.mkdir()
    (own / "dossier.md.j2").write_text("# The case of Jan Roe\n", encoding="utf-8")
    inputs = write(tmp_path / "in", allegation(persons=[person()]), source())
    done = run("dossier", inputs, "-o", tmp_path / "out", "--template", own)
    assert done.code == 2
    assert "a.md, line 1 (child A)" in done.err
    assert NAME not in done.err
    assert not (tmp_path / "out").exists()


@given(
    words=st.lists(st.sampled_from(["Ола", "Jan", "Roe", "O’Neil", "Müller", "Ім'я"]), min_size=1),
    between=st.sampled_from([" ", "  ", "-", "_", " \n", ". "]),
    case=st.sampled_from([str.upper, str.lower, str.title, str]),
    around=st.sampled_from(["{} left", "of {}’s", "({})", "{}", "x: {}!"]),
)
def test_no_spelling_of_a_listed_name_is_left(
    words: list[str], between: str, case: object, around: str
) -> None:
    name = " ".join(words)
    mask = Mask([Person(name=name, called="P1")])
    assert callable(case)
    # Letters such as ß change their number with their case; names are listed as they are written.
    masked = mask.text(around.format(case(between.join(words))))
    assert "[P1]" in masked
    assert list(mask.leaks(masked)) == []


@pytest.mark.parametrize("text", ["Monroe left", "Roe", "Jan. Roes", "a Jan"])
def test_other_words_stay(text: str) -> None:
    assert Mask([Person(name=NAME, called="P1")]).text(text) == text


def test_longer_names_come_first_so_no_rest_of_a_name_stays() -> None:
    both = [Person(name="Jan", called="P1"), Person(name="Jan Roe", called="P2")]
    assert Mask(both).text("Jan Roe and Jan") == "[P2] and [P1]"
