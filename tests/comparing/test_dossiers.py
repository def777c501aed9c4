"""Two dossiers of one allegation: what they say differently, from their Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.comparing import Dossier, OtherAllegationError, compare_dossiers
from lawmap.comparing.pages import read_page
from lawmap.model.comparison import DossierComparison, LineChange

GOLDEN = Path(__file__).parents[1] / "golden" / "dossiers"
NAME = "thirty-drafted-2024"
PAGE = (GOLDEN / f"{NAME}.md").read_text(encoding="utf-8")
PAGES = sorted(path.stem for path in GOLDEN.glob("*.md"))


def compare(old: str, new: str, *files: str) -> DossierComparison:
    names = files or (NAME, NAME)
    return compare_dossiers(Dossier("old", names[0], old), Dossier("new", names[1], new))


def changed(*swaps: tuple[str, str], page: str = PAGE) -> DossierComparison:
    """The comparison of a page with itself after some replacements."""
    new = page
    for before, after in swaps:
        assert before in new
        new = new.replace(before, after, 1)
    return compare(page, new)


def told(changes: tuple[LineChange, ...]) -> list[tuple[str | None, str | None]]:
    return [(one.before, one.after) for one in changes]


def everything(result: DossierComparison) -> list[LineChange]:
    parts = (result.outcomes, result.answers, result.gaps, result.sources, result.other)
    return [one for part in (*parts, result.inputs) for one in part]


@pytest.mark.parametrize("name", PAGES[::20])
def test_a_dossier_does_not_differ_from_itself(name: str) -> None:
    page = (GOLDEN / f"{name}.md").read_text(encoding="utf-8")
    assert everything(compare(page, page)) == []


def test_another_outcome_is_told_by_norm() -> None:
    result = changed(("coercion | All elements reported |", "coercion | Left out |"))
    (one,) = result.outcomes
    assert one.item == "Geneva Convention IV, art 31: No physical or moral coercion"
    assert (one.column, one.before, one.after) == ("Outcome", "All elements reported", "Left out")
    assert everything(result) == [one]


def test_a_norm_that_comes_is_told_once_and_not_by_every_line_of_its_section() -> None:
    head = f"| Norm | Outcome | Origins |\n|{'-' * 34}|{'-' * 18}|{'-' * 7}|\n"
    row = "| [New Treaty, art 1](#norm-1): No doing | Arguable | 1 |\n"
    section = (
        "### Norm 1: NT art 1, No doing\n\n**Arguable.** Origins: 1.\n\n- First.\n- Second.\n\n"
    )
    result = changed((head, head + row), ("### Norm 1: GC IV", f"{section}### Norm 2: GC IV"))
    assert told(result.outcomes) == [(None, "Arguable"), (None, "1")]
    assert [(one.section, one.after) for one in result.other] == [
        (("The norms", "NT art 1, No doing"), "Arguable. Origins: 1.")
    ]


def test_other_numbers_of_norms_are_no_difference() -> None:
    renumbered = PAGE
    for number in range(7, 0, -1):
        renumbered = renumbered.replace(f"Norm {number}", f"Norm {number + 1}")
    assert renumbered != PAGE
    assert everything(compare(PAGE, renumbered)) == []


def test_a_norm_that_stands_below_another_one_is_the_same_norm() -> None:
    assert everything(changed(("#### Norm 2: ", "### Norm 2: "))) == []


def test_another_answer_is_told_by_element() -> None:
    result = changed(
        (
            "- **+ reported** (conduct): The persons were made to serve in its armed",
            "- **± disputed** (conduct): The persons were made to serve in its armed",
        )
    )
    (one,) = result.answers
    assert one.item == "The persons were made to serve in its armed or auxiliary forces. (conduct)"
    assert (one.before, one.after) == ("+ reported", "± disputed")
    assert one.section[1].startswith("GC IV art 51(1)")


def test_an_element_that_is_shared_no_more_is_the_same_element() -> None:
    shared = "- [Shared with other norms](#shared-elements): + conflict; + protected person."
    begin = '- **+ reported** (context, "conflict")'
    full = next(line for line in PAGE.splitlines() if line.startswith(begin))
    own = full.replace(', "conflict"', "")
    rest = shared.replace("+ conflict; ", "")
    assert changed((shared, f"{own}\n{rest}")).answers == ()


def test_a_shared_answer_is_told_under_each_norm_that_shares_it() -> None:
    new = PAGE.replace("+ protected person", "− protected person").replace(
        '**+ reported** (persons, "protected person")',
        '**− spoken against** (persons, "protected person")',
    )
    answers = compare(PAGE, new).answers
    assert set(told(answers)) == {("+ reported", "− spoken against")}
    sharing = PAGE.count("+ protected person")
    assert len({one.section for one in answers}) == len(answers) == sharing > 1


def test_gaps_sources_and_inputs_are_told_apart() -> None:
    result = changed(
        ("| statutes, decrees and orders", "| laws, decrees and orders"),
        ("Reports a statement of Ukrainian", "Tells of a statement of Ukrainian"),
        ("- Input thirty-drafted-2024: SHA-256 ", "- Input thirty-drafted-2024: SHA-256 0"),
        ("| Day of analysis | not stated |", "| Day of analysis | 1 May 2025 |"),
        ("- Sources read: 1", "- Sources read: 2"),
    )
    assert [one.item for one in result.gaps] == ["Change or extension of applicable law"]
    assert [one.section[-1] for one in result.sources] == ["Who says what"]
    assert [one.item for one in result.inputs] == ["Day of analysis", None]
    assert [one.section for one in result.other] == [("Limits",)]
    assert (result.outcomes, result.answers) == ((), ())


def test_of_two_dossiers_read_backwards_the_same_is_told() -> None:
    other = PAGE.replace("coercion | All elements reported |", "coercion | Left out |")
    other = other.replace("## Limits", "## Borders")
    there, back = everything(compare(PAGE, other)), everything(compare(other, PAGE))
    assert there
    turned = [one.model_copy(update={"before": one.after, "after": one.before}) for one in back]
    assert sorted(map(str, there)) == sorted(map(str, turned))


def test_dossiers_of_two_allegations_are_refused() -> None:
    other = (GOLDEN / "unit-underfeeding.md").read_text(encoding="utf-8")
    with pytest.raises(OtherAllegationError, match=r"Thirty residents.*poorly and insuf"):
        compare(PAGE, other, NAME, "unit-underfeeding")
    with pytest.raises(OtherAllegationError):
        compare(PAGE, other)  # whatever their files are called


def test_an_allegation_with_another_title_is_known_by_its_file() -> None:
    (one, *_) = changed(("# Alleged: Thirty", "# Alleged: Some thirty")).inputs
    assert (one.item, one.section) == ("Title", ())


def test_a_dossier_of_an_own_template_is_compared_under_its_own_headings() -> None:
    page = (
        "# Case 7\n\nIntro.\n\nLaw\n---\n\n| Rule | Met |\n|--|--|\n| A | yes |\n\n"
        "1. One thing\n   - deeper\n"
    )
    new = page.replace("| yes |", "| no |").replace("deeper", "lower").replace("Intro.", "Preface.")
    result = compare(page, new, "a", "a")
    assert result.title == "Case 7"
    assert [(one.section, one.item, one.column, one.before, one.after) for one in result.other] == [
        (("Law",), "A", "Met", "yes", "no"),
        (("Law",), "One thing", None, "deeper", None),
        (("Law",), "One thing", None, None, "lower"),
    ]
    assert told(result.inputs) == [("Intro.", None), (None, "Preface.")]


@pytest.mark.parametrize(
    "page",
    ["", "x", "# \n", "|a|\n|-|\n", "- \n-", "> > > q", "<b>x</b>", "***\n", "[a]: b", "```\nx"],
)
def test_any_text_is_read_as_a_page(page: str) -> None:
    assert everything(compare(page, page)) == []
    read_page(page * 3)
