"""``lawmap explain``: whose words are printed beside a passage, and what derived terms rest on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lawmap.model.library import Library
from tests.cli.running import Run
from tests.dossier.made import library_with, seed_library
from tests.dossier.records import Data, allegation, source, write

Lines = Callable[[Library, str, str], list[str]]

SERVICE = "gc4:51(1)/service"


@pytest.fixture
def explained(run: Run, monkeypatch: pytest.MonkeyPatch) -> Lines:
    """The lines of ``lawmap explain``, on a library that is already in memory."""

    def lines(library: Library, name: str, norm: str) -> list[str]:
        held = SimpleNamespace(library=library)
        monkeypatch.setattr("lawmap.cli.explain.load_sound", lambda _: held)
        done = run("explain", name, norm)
        assert (done.code, done.err) == (0, "")
        return done.out.splitlines()

    return lines


# Words beside a passage

CLAIMANTS = {
    "paper": {"name": "The newspaper", "knows": "Not stated."},
    "witness": {"name": "A witness", "knows": "Saw it."},
}
PARAGRAPH_1, PARAGRAPH_2 = "the paper says who was drafted", "a witness says who was drafted"
OWN = "the words of this allegation"
REPORT = source(
    claimants=CLAIMANTS,
    paragraphs={"p2": "witness"},
    quotes={"p1": PARAGRAPH_1, "p2": PARAGRAPH_2},
)
WORDS = {
    "its own for the passage": ("report#p1", {"report#p1": OWN}, OWN),
    "its own for the passage of another claimant": (
        "report#p1@witness",
        {"report#p1@witness": OWN},
        OWN,
    ),
    "its own for one claimant are not those of another": (
        "report#p1@witness",
        {"report#p1": OWN},
        None,
    ),
    "its own for another passage hide those of the paragraph": (
        "report#p1",
        {"report#p2": OWN},
        None,
    ),
    "the paragraph's where it has none of its own": ("report#p1", {}, PARAGRAPH_1),
    "the paragraph's claimant's where it has none of its own": ("report#p2", {}, PARAGRAPH_2),
    "none where another claimant speaks in the paragraph": ("report#p1@witness", {}, None),
    "none where the paragraph has none": ("report#p3", {}, None),
}


@pytest.mark.parametrize(("passage", "quotes", "words"), WORDS.values(), ids=WORDS)
def test_the_words_that_carry_this_very_allegation_are_printed_and_no_others(
    explained: Lines, passage: str, quotes: dict[str, str], words: str | None
) -> None:
    library = library_with(REPORT, allegation(per=[passage], quotes=quotes))
    lines = explained(library, "a", SERVICE)
    (line,) = [line for line in lines if "(compelled service in armed forces)" in line]
    claimant = "A witness" if passage.endswith(("@witness", "p2")) else "The newspaper"
    assert f"asserted by {claimant} " in line
    assert line.endswith(f'"{words}"' if words else f", para {passage[8]}")
    shown = "\n".join(lines)
    for other in {OWN, PARAGRAPH_1, PARAGRAPH_2} - {words}:
        assert other not in shown


def test_the_words_of_one_allegation_are_not_printed_for_another(explained: Lines) -> None:
    both = [
        allegation(name, quotes={"report#p1": f"the words of {name}"}) for name in ("one", "two")
    ]
    library = library_with(REPORT, *both)
    for name, other in (("one", "two"), ("two", "one")):
        text = "\n".join(explained(library, name, SERVICE))
        assert f'report, para 1 "the words of {name}"' in text
        assert f"the words of {other}" not in text


CHILDREN_IN_PARAGRAPH_6 = [
    "camps-anthem",
    "camps-beatings",
    "camps-told-they-are-russians",
    "camps-turned-against-ukraine",
    "camps-weapons-lessons",
    "children-placed-dubrava",
    "children-placed-elsewhere-belarus",
    "children-taken-to-belarus",
]


@pytest.mark.parametrize("name", CHILDREN_IN_PARAGRAPH_6)
def test_eight_reports_of_one_paragraph_each_print_their_own_words(
    explained: Lines, name: str
) -> None:
    library = seed_library()
    own = set(library.allegations[name].quotes.values())
    lines = explained(library, name, "ap1:78(1)") + explained(library, name, "gc4:50(2)")
    printed = {words for line in lines for words in re.findall(r'para 6 "(.+?)"(?:;|$)', line)}
    assert printed == own
    assert len(own) == 1


# Silence, and what is told beside the answer


def test_a_term_that_nobody_speaks_of_says_so(explained: Lines) -> None:
    lines = explained(library_with(source(), allegation()), "a", "gc4:49(1)")
    at = next(at for at, line in enumerate(lines) if line.endswith("? movement of persons"))
    assert lines[at + 1].strip() == "nobody says so, and nobody denies it"


def test_a_status_of_the_situation_names_the_source_of_the_entry(explained: Lines) -> None:
    where = {"in": ["UA-65/kherson"]}
    record = allegation(where=where, when={"within": "2022-07"}, facts=["act.compel-armed-service"])
    text = "\n".join(explained(library_with(source(), record), "a", SERVICE))
    assert (
        "asserted by the situation: Kherson (city): occupied by Russia"
        " from 3 March 2022 until 8 November 2022." in text
    )
    assert "resting on report, para 1" in text
    assert "read in for the beginning: https://www.moneycontrol.com" in text


def test_what_is_told_of_the_places_stands_below_the_answer(explained: Lines) -> None:
    record = allegation(by="unstated", where={"in": ["UA-43"]})
    lines = explained(library_with(source(), record), "a", SERVICE)
    at = lines.index("applies: unknown")
    told = [line.strip() for line in lines[at + 1 : at + 5]]
    assert told[0] == "The report does not say for which State the actor acted."
    assert told[1].startswith("Without inferring that one of them acted")
    assert "binding on Ukraine" in told[2]
    assert "binding on Russia" in told[3]


def test_the_place_and_the_day_are_told_where_it_is_not_said_who_acted(explained: Lines) -> None:
    record = allegation(by="unstated", where={"in": ["UA-43"]})
    text = "\n".join(explained(library_with(source(), record), "a", "rome:8(2)(a)(v)"))
    assert "International Criminal Court: the report does not say who acted." in text
    assert "the territory of Ukraine (Autonomous Republic of Crimea)" in text
    assert "lodged on 8 September 2015" in text


# Derived terms

DENIED = [{"by": "Russia", "per": ["report#p3"], "text": "It was not so.", "denies": "conduct"}]
HELPED = allegation(
    "helped",
    by=[{"actor": "Belarus", "state": "BLR"}],
    where={"in": ["BY"]},
    assists="drafted",
    facts=["act.assist"],
)


def help_with(explained: Lines, **drafted: Any) -> list[str]:
    """What explains Belarus's responsibility for helping with what Russia is said to have done."""
    records: list[Data] = [allegation("drafted", **drafted), HELPED]
    return explained(library_with(source(), *records), "helped", "arsiwa:16")


def grounds(lines: list[str]) -> set[str]:
    return {line.strip() for line in lines if "by the outcome for" in line}


def test_a_derived_term_names_the_norms_and_the_outcome_on_which_it_rests(
    explained: Lines,
) -> None:
    lines = help_with(explained)
    found = grounds(lines)
    assert f"asserted by the outcome for drafted: {SERVICE} engaged" in found
    assert all(
        re.fullmatch(r"asserted by the outcome for drafted: \S+ engaged", one) for one in found
    )
    assert not any(" rome:" in one for one in found)


def test_a_derived_term_that_rests_on_a_contested_norm_says_so(explained: Lines) -> None:
    found = grounds(help_with(explained, responses=DENIED))
    assert f"asserted and denied by the outcome for drafted: {SERVICE} contested" in found
    assert all(one.endswith(" contested") for one in found)


def test_a_derived_term_that_no_norm_sets_says_so(explained: Lines) -> None:
    lines = help_with(explained, facts=["person.civilian"])
    assert grounds(lines) == set()
    assert "follows from no norm that is engaged or contested" in {line.strip() for line in lines}


def test_a_mode_of_liability_rests_on_the_crime_of_the_same_report(explained: Lines) -> None:
    name = "thirty-drafted-2024"
    lines = explained(seed_library(), name, "rome:25(3)(a)")
    assert grounds(lines) == {f"asserted by the outcome for {name}: rome:8(2)(a)(v) engaged"}


def test_names_that_dossiers_mask_are_masked(run: Run, tmp_path: Path) -> None:
    child = {"name": "Jan Roe", "called": "child A", "marks": ["minor"]}
    words = {"report#p1": "soldiers drafted Jan Roe"}
    inputs = write(tmp_path, source(), allegation("drafted", quotes=words, persons=[child]))
    done = run("explain", "drafted", "gc4:51(1)/service", inputs)
    assert "soldiers drafted [child A]" in done.out
    assert "Roe" not in done.out
