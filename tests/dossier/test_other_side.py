"""The other side: concessions, legal positions, figures that differ, permitted grounds."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from lawmap.dossier import render
from lawmap.model.base import FileRecord
from lawmap.model.dossier import Dossier, ElementEntry, Line, Said
from lawmap.model.norm import Norm
from lawmap.model.outcome import Outcome
from tests.builders import (
    ARMY,
    PAPER,
    WITNESS,
    Data,
    against,
    allegation,
    denied,
    element,
    ground,
    library,
    norm,
    response,
    said,
    source,
)
from tests.dossier.made import dossiers_of, seed_dossiers
from tests.dossier.parsed import lines

PEOPLE = {
    "paper": {"name": "The paper", "knows": "not said"},
    "witness": {"name": "A witness", "knows": "saw it"},
    "army": {"name": "The army", "knows": "not said", "side": "AAA"},
    "enemy": {"name": "The enemy", "knows": "not said", "side": "BBB"},
}
REPORT = source(claimants=PEOPLE, paragraphs={"p2": "witness", "p3": "army", "p5": "enemy"})
ENEMY = "report#p5"


def dossier(*facts: Any, records: tuple[FileRecord, ...] = (), **given: Any) -> Dossier:
    rules = () if any(isinstance(item, Norm) for item in records) else (norm(),)
    one = allegation(*facts, **given)
    return dossiers_of(library(REPORT, *rules, *records, one))["a"]


def shown(one: Dossier) -> list[str]:
    """The lines of the section as a reader sees them."""
    text = lines(render(one))
    first = text.index("The other side")
    return text[first : text.index("What would settle what", first)]


# Concessions


def test_what_the_accused_side_itself_reports_of_conduct_is_a_concession() -> None:
    one = dossier(said("act.do", ARMY), said("fact.a", WITNESS))
    assert one.concessions == (Said("The army: do", "para 3"),)
    text = shown(one)
    at = text.index("What the accused side itself reports")
    assert "The army: do (para 3)" in text[at:]


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ([said("act.do", PAPER, WITNESS)], {}),
        ([said("act.do", ENEMY)], {}),
        ([said("act.do", ARMY)], {"by": [{"actor": "Beland", "state": "BBB"}]}),
        ([said("act.do", ARMY)], {"by": "unstated"}),
        (["act.do"], {"responses": [response(claims=("act.undo",))]}),
        (["act.do", said("status.protected", ARMY)], {}),
    ],
)
def test_the_word_of_others_an_answer_and_a_status_are_no_concession(
    facts: list[Any], given: Data
) -> None:
    one = dossier(*facts, **given)
    assert one.concessions == ()
    assert "What the accused side itself reports" not in shown(one)


def test_a_concession_of_a_plan_is_told_as_one_of_a_plan() -> None:
    one = dossier({"planned": "act.do", "per": [ARMY]})
    assert one.concessions == (Said("The army: planned: do", "para 3"),)


# Legal positions


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (said("status.protected", ARMY), "The army: protected"),
        (denied("status.protected", ARMY), "The army: denies: protected"),
    ],
)
def test_what_the_accused_side_says_of_a_status_is_its_legal_position(
    fact: Data, words: str
) -> None:
    one = dossier("act.do", fact)
    assert one.positions == (Said(words, "para 3"),)
    assert f"{words} (para 3)" in shown(one)


@pytest.mark.parametrize("speaker", [PAPER, WITNESS, ENEMY])
def test_what_others_say_of_a_status_is_no_position_of_the_accused_side(speaker: str) -> None:
    assert dossier("act.do", said("status.protected", speaker)).positions == ()


def test_a_position_moves_no_outcome() -> None:
    rule = norm(elements={"status": element("status.protected", "person")})
    facts = ("act.do", said("status.protected", WITNESS))
    for answer in ([], [denied("status.protected", ARMY)]):
        (entry,) = dossier(*facts, *answer, records=(rule,)).norms
        assert entry.outcome is Outcome.ENGAGED


def test_without_position_or_concession_neither_heading_is_printed() -> None:
    text = shown(dossier("act.do"))
    assert not any(line.startswith("Legal positions of the accused side") for line in text)


# Figures that differ

SEVERAL = [
    {"exactly": 30, "per": [WITNESS]},
    {"about": 400, "per": [ARMY, "report#p9"]},
    {"at_least": 1000},
]


def test_each_figure_is_told_with_who_gives_it_and_none_is_summed() -> None:
    one = dossier(against=against(number=SEVERAL))
    assert one.figures == (
        Line("Number", "30, according to A witness (para 2)"),
        Line("Number", "about 400, according to The army and The paper (paras 3 and 9)"),
        Line("Number", "at least 1000, according to The paper (para 1)"),
    )
    text = render(one)
    assert "They are never summed." in shown(one)
    for first, second in product((30, 400, 1000), repeat=2):
        assert first == second or str(first + second) not in text
    assert "1430" not in text


def test_ages_that_differ_are_told_too() -> None:
    ages = [{"between": [6, 17]}, {"below": 12, "per": [WITNESS]}]
    assert dossier(against=against(age=ages)).figures == (
        Line("Age", "from 6 to 17, according to The paper (para 1)"),
        Line("Age", "below 12, according to A witness (para 2)"),
    )


@pytest.mark.parametrize("given", [{}, {"number": {"exactly": 30}, "age": {"below": 12}}])
def test_a_single_figure_differs_from_nothing(given: Data) -> None:
    one = dossier(against=against(**given))
    assert one.figures == ()
    assert "Figures that differ" not in shown(one)


def test_figures_are_never_summed_to_reach_a_limit() -> None:
    many = norm(elements={"many": element({"number": {"at_least": 1200}})})
    numbers = [{"exactly": 700}, {"exactly": 600}]
    one = dossier(records=(many,), against=against(number=numbers))
    assert [item.norm for item in one.left_out] == ["t:1"]


# Grounds whose absence is for the prosecution to prove

PROVE = "no permitted ground: for the prosecution to prove"
ABSENT = "No ground that the law permits existed, such as this one: It was for safety."
GROUND = ground("fact.a") | {"proof": ["an order"], "text": "It was for safety."}
AS_ELEMENT = norm(exceptions={"for-safety": GROUND | {"element": "true"}})
AS_EXCEPTION = norm(exceptions={"for-safety": GROUND})
WORDS: dict[str, list[Any]] = {
    "open": [],
    "contradicted": [denied("fact.a")],
    "disputed": ["fact.a", denied("fact.a")],
}


def parts(rule: Norm, *facts: Any, **given: Any) -> tuple[dict[str, ElementEntry], ...]:
    """The elements and the exceptions of the one norm that is raised, by name."""
    (entry,) = dossier("act.do", *facts, records=(rule,), **given).norms
    assert entry.shared == ()
    return {one.name: one for one in entry.elements}, {one.name: one for one in entry.exceptions}


@pytest.mark.parametrize(
    ("word", "sign", "value"),
    [
        ("open", "?", "not reported"),
        ("contradicted", "+", "reported"),
        ("disputed", "±", "disputed"),
    ],
)
def test_a_ground_whose_absence_is_an_element_is_printed_as_one_with_the_opposite_sign(
    word: str, sign: str, value: str
) -> None:
    elements, exceptions = parts(AS_ELEMENT, *WORDS[word])
    assert exceptions == {}
    one = elements["for safety"]
    assert (one.kind, one.sign, one.value) == (PROVE, sign, value)
    assert (
        one.text == "No ground that the law permits existed, such as this one: It was for safety."
    )


@pytest.mark.parametrize(
    ("word", "sign", "value"),
    [
        ("open", "?", "not reported"),
        ("contradicted", "−", "spoken against"),
        ("disputed", "±", "disputed"),
    ],
)
def test_a_ground_that_is_an_exception_stays_one_with_its_own_sign(
    word: str, sign: str, value: str
) -> None:
    elements, exceptions = parts(AS_EXCEPTION, *WORDS[word])
    assert set(elements) == {"conduct"}
    one = exceptions["for safety"]
    assert (one.kind, one.sign, one.value, one.text) == (
        "exception",
        sign,
        value,
        "It was for safety.",
    )


@pytest.mark.parametrize("rule", [AS_ELEMENT, AS_EXCEPTION])
def test_a_ground_moves_the_outcome_alike_wherever_it_is_printed(rule: Norm) -> None:
    outcomes = {
        word: dossier("act.do", *facts, records=(rule,)).norms[0].outcome
        for word, facts in WORDS.items()
    }
    assert outcomes == {
        "open": Outcome.ENGAGED,
        "contradicted": Outcome.ENGAGED,
        "disputed": Outcome.CONTESTED,
    }
    (left,) = dossier("act.do", "fact.a", records=(rule,)).left_out
    assert left.reason == 'An exception is reported: "It was for safety."'


def test_a_ground_that_holds_for_a_part_of_the_group_is_reported_absent_in_part() -> None:
    young = norm(exceptions={"young": GROUND | {"if": {"age": {"below": 15}}, "element": "true"}})
    elements, _ = parts(young, against=against(age={"between": [6, 17]}))
    assert (elements["young"].sign, elements["young"].value) == ("+", "reported, in part")


def test_an_element_of_that_kind_is_marked_so_for_readers() -> None:
    text = lines(render(dossier("act.do", records=(AS_ELEMENT,))))
    assert f"? not reported ({PROVE}): {ABSENT}" in text
    assert "Exceptions considered" not in text


def test_every_ground_stands_among_the_exceptions_that_the_law_knows() -> None:
    for rule in (AS_ELEMENT, AS_EXCEPTION):
        (line,) = dossier("act.do", records=(rule,)).exceptions
        assert "It was for safety." in line.label
        assert line.text == "not reported"


@pytest.mark.parametrize("rule", [AS_ELEMENT, AS_EXCEPTION])
def test_a_ground_that_only_the_accused_side_claims_is_still_open(rule: Norm) -> None:
    claim = response(claims=("fact.a",))
    elements, exceptions = parts(rule, responses=[claim])
    one = {**elements, **exceptions}["for safety"]
    assert (one.sign, one.value) == ("?", "invoked by the accused side: a; otherwise not reported")
    assert any("in response (counted apart): a" in line for line in one.rests_on)


@pytest.mark.parametrize("word", WORDS)
def test_means_of_proof_are_named_as_long_as_the_absence_is_not_settled(word: str) -> None:
    elements, _ = parts(AS_ELEMENT, *WORDS[word])
    one = elements["for safety"]
    assert bool(one.proof) is (not one.settled)


# The accused side's word in the rest of the dossier

CLAIM, DENIAL = response(claims=("fact.a",)), response(["fact.a"])


def test_a_ground_that_only_the_accused_side_claims_is_not_listed_as_reported() -> None:
    one = dossier("act.do", records=(AS_EXCEPTION,), responses=[CLAIM])
    told = "invoked by the accused side: a; otherwise not reported"
    assert [item.value for item in one.norms[0].exceptions] == [told]
    assert [line.text for line in one.exceptions] == [told]


@pytest.mark.parametrize("answer", [CLAIM, DENIAL])
def test_what_only_the_accused_side_speaks_of_stays_an_open_question(answer: Data) -> None:
    rule = norm(elements={"more": element("fact.a")})
    for answers in ([], [answer]):
        one = dossier("act.do", records=(rule,), responses=answers)
        assert one.norms[0].outcome is Outcome.ARGUABLE
        assert [fact.text for fact in one.open_facts] == ["A"]


def test_a_denial_of_the_conduct_is_told_once_and_names_no_act() -> None:
    """Whoever denies everything has not spoken of each act that the law knows."""
    rule = norm(elements={"conduct": element({"any": ["act.do", "act.plan"]}, "conduct")})
    one = dossier("act.do", records=(rule,), responses=[response("conduct")])
    told = [line for line in one.contradicting if "denies" in line]
    assert told == ["The army, in response (counted apart): denies the conduct (para 3)."]


# What would settle what


def test_every_open_question_of_the_shipped_reports_says_what_to_look_for() -> None:
    bare = [
        (name, fact.text)
        for name, one in seed_dossiers().items()
        for fact in one.open_facts
        if not fact.proof
    ]
    assert bare == []


# Grounds on which a person is not responsible


DEFENCE = norm("t:2", kind="defence", heading="Duress")


def test_a_ground_on_which_a_person_is_not_responsible_belongs_to_the_other_side() -> None:
    one = dossier("act.do", records=(norm(), DEFENCE))
    assert one.defences == (Line("Treaty t, art 2 (Duress)", "all elements reported"),)
    text = shown(one)
    at = text.index("Grounds on which a person may not be criminally responsible")
    assert "Treaty t, art 2 (Duress): all elements reported" in text[at:]


def test_it_is_no_mode_of_liability_and_stands_after_the_norms() -> None:
    one = dossier("act.do", records=(norm("t:3"), DEFENCE))
    assert one.jurisdiction.modes == one.jurisdiction.states == ()
    assert [entry.norm for entry in one.norms] == ["t:3", "t:2"]


def test_of_a_ground_that_nothing_raises_nothing_is_said() -> None:
    one = dossier("fact.a", records=(norm(), DEFENCE))
    assert one.defences == ()
    assert "Grounds on which a person may not be criminally responsible" not in shown(one)
