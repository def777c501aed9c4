"""``lawmap show``: a norm in full, and who was bound by it on a day, with the source."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest

from lawmap.loading import Loaded
from lawmap.periods import in_words
from tests.applicability.shipped import loaded_pack, pack
from tests.builders import decision, holding, library, norm
from tests.cli.running import ROOT, Done, Run
from tests.test_offline import LAWMAP, run_watched

ON, RUSSIA, UKRAINE, BELARUS = "--on", "--state=RUS", "--state=UKR", "--state=BLR"


@pytest.fixture
def show(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``lawmap show`` on the shipped pack, which is read once for all tests."""
    monkeypatch.setattr("lawmap.cli.show.load_norms", lambda _: loaded_pack())
    return partial(run, "show")


def blocks(done: Done) -> list[str]:
    """What is told, one block for each norm or State."""
    assert (done.code, done.err) == (0, "")
    found: list[str] = []
    for line in done.out.splitlines():
        if line and not line.startswith(" ") and (" on " in line or line.endswith(")")):
            found.append(line)
        else:
            found[-1] += f"\n{line}"
    return found


def told_of(done: Done, *names: str) -> list[str]:
    """The blocks of these States, which must be there in this order and no others."""
    found = blocks(done)[1:]
    assert [block.partition(" on ")[0] for block in found] == list(names)
    return found


# The norm


def test_a_norm_is_shown_with_its_words_elements_exceptions_and_neighbours(show: Run) -> None:
    (block,) = blocks(show("gc4:49(1)"))
    norm = pack().norms["gc4:49(1)"]
    lines = block.splitlines()
    assert lines[0] == "Geneva Convention IV, art 49(1)  (gc4:49(1))"
    assert lines[1] == norm.heading
    assert lines[2] == "prohibition; binds: occupying Power"
    assert norm.words
    assert f'"{norm.words["en"]}"' in block
    for text in (norm.rule, *norm.notes, "custom: cihl:129"):
        assert text in block
    for element in pack().elements_of(norm).values():
        assert element.text in block
    for ground in norm.exceptions.values():
        assert ground.text in block
    assert "if act.move" in block


def test_a_norm_tells_whom_it_protects_and_how_its_words_were_compared(show: Run) -> None:
    norm = pack().norms["gc4:49(1)"]
    lines = show("gc4:49(1)").out.splitlines()
    assert f"  protects: {', '.join(norm.protects)}" in lines
    (edition,) = [line for line in lines if line.startswith("  edition: ")]
    assert edition.startswith(f"  edition: {norm.source.edition}; compared with ")
    assert edition.endswith(in_words(norm.source.checked))


def test_a_pinpoint_shows_every_norm_below_it(show: Run) -> None:
    found = blocks(show("rome:8(2)(a)(vii)"))
    wanted = [name for name in pack().norms if name.startswith("rome:8(2)(a)(vii)/")]
    assert [block.partition("(rome:")[2].partition("\n")[0] for block in found] == [
        f"{name.partition(':')[2]})" for name in wanted
    ]
    assert len(wanted) == 3


def test_each_norm_of_a_pinpoint_is_followed_by_the_states_on_the_day(show: Run) -> None:
    found = blocks(show("gc4:49(2)", ON, "2022-03-15", RUSSIA, UKRAINE))
    assert [block.split(" on ")[0] for block in found if " on 15 March 2022" in block] == [
        "Russia",
        "Ukraine",
    ] * 2
    assert len(found) == 6


def test_without_a_day_nobody_is_said_to_be_bound(show: Run) -> None:
    assert "bound by" not in show("gc4:49(1)").out


# Who was bound


def test_a_party_is_bound_since_a_day_by_an_act_with_its_source(show: Run) -> None:
    (russia,) = told_of(show("gc4:49(1)", ON, "2022-03-15", RUSSIA), "Russia")
    assert russia.startswith("Russia on 15 March 2022: bound by treaty\n")
    assert "binding on Russia since 10 November 1954 (ratification)" in russia
    assert "ratification of 10 May 1954, with effect on 10 November 1954" in russia
    assert "source: https://casebook.icrc.org/print/20820 (deposit)" in russia
    assert "It binds as custom: ICRC Study on Customary" in russia
    assert "rule 129" in russia


def test_a_source_that_was_not_read_is_said_not_to_be_verified(show: Run) -> None:
    (russia,) = told_of(show("echr-p4:2(1)", ON, "2022-03-15", RUSSIA), "Russia")
    assert "source (not verified): memory" in russia


def test_a_source_that_shows_it_later_is_told_with_its_day(show: Run) -> None:
    (belarus,) = told_of(show("gc4:49(1)", ON, "2024-03-15", BELARUS), "Belarus")
    assert "known up to 24 July 2025" in belarus
    assert "still so on 24 July 2025" in belarus


NOT_BOUND = {
    "never a party": ("echr:3", "2022-10-01", "BLR", "Belarus was not a party"),
    "a party no longer": ("echr:3", "2022-10-01", "RUS", "bound only until 16 September 2022"),
    "not a party yet": ("icpped:2", "2015-09-12", "UKR", "bound only from 13 September 2015"),
    "no party either": ("icpped:2", "2022-03-15", "RUS", "Russia was not a party"),
    "before any act": ("gc4:45(3)", "1950-01-01", "RUS", "bound only from 10 November 1954"),
}


@pytest.mark.parametrize(("norm", "day", "state", "words"), NOT_BOUND.values(), ids=NOT_BOUND)
def test_a_state_that_is_no_party_is_said_not_to_be_and_no_custom_to_be_named(
    show: Run, norm: str, day: str, state: str, words: str
) -> None:
    (block,) = told_of(show(norm, ON, day, "--state", state), pack().state_names[state])
    assert block.splitlines()[0].endswith(": not bound")
    assert words in block
    assert "No customary rule with this content is named in the norm." in block


def test_the_last_day_of_the_european_convention_still_binds_russia(show: Run) -> None:
    (block,) = told_of(show("echr:3", ON, "2022-09-16", RUSSIA), "Russia")
    assert block.startswith("Russia on 16 September 2022: bound by treaty")
    assert "cessation of 16 March 2022, with effect on 16 September 2022" in block


def test_a_state_that_no_treaty_binds_is_bound_by_custom_if_the_norm_names_it(show: Run) -> None:
    (block,) = told_of(show("gc4:49(1)", ON, "1950-01-01", RUSSIA), "Russia")
    assert block.startswith("Russia on 1 January 1950: bound by custom\n")
    assert "bound only from 10 November 1954" in block
    assert "It binds as custom" in block


def test_after_the_last_known_day_it_is_not_known(show: Run) -> None:
    (block,) = told_of(show("echr:3", ON, "2030-01-01", BELARUS), "Belarus")
    assert block.startswith("Belarus on 1 January 2030: not known\n")
    assert "what happened later is not known" in block


@pytest.mark.parametrize("norm", ["cihl:95", "arsiwa:16"])
def test_a_customary_norm_binds_every_state_and_needs_no_table(show: Run, norm: str) -> None:
    for block in told_of(show(norm, ON, "2022-03-01"), "Belarus", "Russia", "Ukraine"):
        assert block.splitlines()[0].endswith(": bound by custom")
        assert "The rule is stated as customary law" in block
        assert "is a party" not in block


def test_a_treaty_that_states_custom_names_the_authority(show: Run) -> None:
    (block,) = told_of(show("hague:46(2)", ON, "2022-10-01", BELARUS), "Belarus")
    assert block.splitlines()[0].endswith(": bound by custom")
    assert "International Military Tribunal at Nuremberg" in block


def test_without_a_state_every_state_of_the_table_is_told(show: Run) -> None:
    told_of(show("echr:3", ON, "2022-10-01"), "Belarus", "Russia", "Ukraine")


def test_states_are_told_in_the_order_in_which_they_are_asked_for(show: Run) -> None:
    told_of(show("echr:3", ON, "2022-10-01", UKRAINE, BELARUS), "Ukraine", "Belarus")


# Reservations


def test_a_reservation_is_told_on_the_very_provision_and_on_no_other(show: Run) -> None:
    words = "stays responsible for the application of the Convention"
    reserved = show("gc4:45(3)", ON, "2022-10-01", RUSSIA).out
    assert "reservation of 10 May 1954: A Power that transferred protected persons" in reserved
    assert words in reserved
    assert words not in show("gc4:49(1)", ON, "2022-10-01", RUSSIA).out


@pytest.mark.parametrize(
    ("state", "withdrawn"), [("BLR", "16 May 2001"), ("UKR", "8 February 2006")]
)
def test_a_reservation_that_was_withdrawn_is_told_with_its_withdrawal(
    show: Run, state: str, withdrawn: str
) -> None:
    out = show("gc4:45(3)", ON, "2022-10-01", "--state", state).out
    assert f"withdrawal of statement of {withdrawn}" in out
    assert "reservation of 12 December 1949" in out


# Occupation


def test_a_norm_on_the_occupying_power_shows_what_the_state_occupies_that_day(show: Run) -> None:
    def occupied(day: str, state: str = "RUS") -> str:
        lines = show("gc4:49(1)", ON, day, "--state", state).out.splitlines()
        return "\n".join(line for line in lines if "Recorded as occupying" in line)

    summer, withdrawal = occupied("2022-07-01"), occupied("2022-11-10")
    assert "whole: Kherson (city), from 3 March 2022 until 8 November 2022" in summer
    assert "part: Kherson (city), from 9 November 2022 until 11 November 2022" in withdrawal
    assert "Kherson (city)" not in occupied("2022-11-12")
    assert "part: Kherson region" in occupied("2022-11-12")
    assert occupied("2014-02-26") == occupied("2022-07-01", "UKR") == ""


def test_a_norm_on_every_state_shows_no_occupation(show: Run) -> None:
    assert "Recorded as occupying" not in show("echr:3", ON, "2022-07-01", RUSSIA).out


# Crimes


def test_a_norm_that_binds_persons_shows_the_reach_of_the_court_over_the_territory(
    show: Run,
) -> None:
    told = show("rome:8(2)(a)(v)", ON, "2022-03-15", UKRAINE, RUSSIA)
    ukraine, russia = told_of(told, "Ukraine", "Russia")
    for block in (ukraine, russia):
        assert ": this norm binds persons; a court's reach decides." in block.splitlines()[0]
        assert "International Criminal Court:" in block
        assert "bound by" not in block
    assert "reaches crimes on the territory of Ukraine" in ukraine
    assert "second declaration, lodged on 8 September 2015" in ukraine
    assert "source: https://www.icc-cpi.int" in ukraine
    assert "contested: Whether the declaration goes on" in ukraine
    assert "no recorded reach covers crimes on the territory of Russia on that day" in russia
    assert "Russia was not a party" in russia


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2013-11-20", "no recorded reach covers crimes on the territory of Ukraine"),
        ("2013-11-21", "lodged on 17 April 2014"),
        ("2014-02-23", "lodged on 8 September 2015"),
        ("2025-01-01", "is a party since 1 January 2025"),
        ("2025-07-18", "no recorded reach covers crimes on the territory of Ukraine"),
    ],
)
def test_the_reach_is_that_of_the_day(show: Run, day: str, words: str) -> None:
    assert words in show("rome:7(1)(e)", ON, day, UKRAINE).out


@pytest.mark.parametrize(
    ("norm", "day", "shown"),
    [
        ("rome:8(2)(a)(v)", "2024-12-31", False),
        ("rome:8(2)(a)(v)", "2025-01-01", True),
        ("rome:7(1)(e)", "2025-01-01", False),
        ("rome:6(e)", "2025-01-01", False),
    ],
)
def test_the_declaration_under_article_124_is_shown_for_war_crimes_from_2025(
    show: Run, norm: str, day: str, shown: bool
) -> None:
    out = show(norm, ON, day, UKRAINE).out
    assert ("but: On becoming a party Ukraine declared that for seven years" in out) is shown


# Wrong use

WRONG_USE = {
    "a State without a day": (["gc4:49(1)", RUSSIA], "--state needs --on"),
    "an unknown State": (
        ["gc4:49(1)", ON, "2022-03-15", "--state=RSU"],
        "'RSU' (did you mean 'RUS'?)",
    ),
    "a State that no table lists": (["gc4:49(1)", ON, "2022-03-15", "--state=FRA"], "'FRA'"),
    "one unknown State among others": (
        ["gc4:49(1)", ON, "2022-03-15", RUSSIA, "--state=UKP"],
        "did you mean 'UKR'?",
    ),
    "a day that does not exist": (["gc4:49(1)", ON, "2022-02-30"], "'2022-02-30'"),
    "a month for a day": (["gc4:49(1)", ON, "2022-03"], "'2022-03'"),
    "no norm": ([], "Missing argument"),
    "an unknown norm": (["gc4:49(1)/x"], "no norm 'gc4:49(1)/x' is loaded"),
    "a norm of nearly this name": (["gc4:49(1"], "did you mean 'gc4:49(1)'?"),
    "a provision without a norm": (
        ["gc4:159"],
        "the provision 'gc4:159' exists, but the loaded packs hold no norm for it yet",
    ),
    "an unknown provision": (["gc4:49(9)"], "no norm 'gc4:49(9)' is loaded"),
    "an unknown instrument": (["gc5:1"], "no norm 'gc5:1' is loaded"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_ends_with_2_and_says_what_is_wrong(
    show: Run, arguments: list[str], words: str
) -> None:
    done = show(*arguments)
    assert done.code == 2
    assert words in done.err
    assert done.out == ""


# From files


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A pack that stands in the place of the shipped one, with a file that is no situation."""
    shutil.copy(ROOT / "norms/pack.yaml", tmp_path)
    (tmp_path / "situations").mkdir()
    (tmp_path / "situations/ukraine.yaml").write_text("a: 1\n", encoding="utf-8")
    return tmp_path


def test_a_fault_in_a_pack_ends_with_1_and_shows_nothing(run: Run, faulty: Path) -> None:
    done = run("show", "gc4:31", "--norms", faulty, cwd=faulty)
    assert done.code == 1
    assert done.out == ""
    assert "situations/ukraine.yaml" in done.err
    assert "Nothing was done" in done.err


def test_a_pack_that_is_not_there_ends_with_2(run: Run, tmp_path: Path) -> None:
    done = run("show", "gc4:31", "--norms", tmp_path / "nowhere")
    assert (done.code, done.out) == (2, "")
    assert "nowhere" in done.err


def test_a_norm_is_shown_without_network_and_without_a_report(tmp_path: Path) -> None:
    run = run_watched(tmp_path, LAWMAP, "show", "gc4:49(1)", ON, "2022-03-15", RUSSIA)
    assert run.noted == [], run.said
    assert run.status == 0, run.said
    assert "Russia on 15 March 2022: bound by treaty" in run.said


# Derogation, amendments, decisions


@pytest.mark.parametrize(
    ("norm", "words"),
    [
        ("iccpr:7", "derogation: No party may derogate from it (art 4(1))."),
        ("echr:2(1)", "derogation: No party may derogate from it (art 15(1)), save for deaths"),
        ("iccpr:12(4)", "derogation: A party may derogate from it (art 4(1)). It must be a public"),
        ("crc:37(a)", "derogation: The Convention has no article that allows derogation"),
    ],
)
def test_of_human_rights_it_is_said_whether_a_state_may_derogate(
    show: Run, norm: str, words: str
) -> None:
    assert words in show(norm).out


def test_of_other_law_nothing_is_said_of_derogation(show: Run) -> None:
    assert "derogation:" not in show("gc4:49(1)").out


def test_an_instrument_shows_its_amendments_with_what_they_changed(show: Run) -> None:
    text = show("rome").out
    assert "amendment: Amendments on the crime of aggression (RC/Res.6" in text
    assert "edition rome-2010, of 8 bis, " in text


def test_a_decision_is_shown_with_the_norms_that_cite_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = library(decision(), norm(decisions=[holding()]), norm("t:2"))
    monkeypatch.setattr("lawmap.cli.show.load_norms", lambda _: Loaded(made, (), ()))
    assert run("show", "court-x").out.splitlines() == [
        "X v Y  (court-x)",
        "decision",
        "  X v Y, A court, judgment, 2 March 2020",
        "  source: a text",
        "  cited by 1 norm:",
        "    t:1, para 7: It says so.",
    ]
    assert "decision: X v Y, A court, judgment, 2 March 2020, para 7: It says so." in (
        run("show", "t:1").out
    )
