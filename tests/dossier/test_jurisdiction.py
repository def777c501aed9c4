"""Jurisdiction and responsibility: courts, published warrants, modes of liability, States."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lawmap.dossier import render
from lawmap.model.base import FileRecord, Handling
from lawmap.model.dossier import ChargeEntry, Dossier, Line, Sourced
from lawmap.model.norm import Norm
from tests.applicability.courts import court, exempted, limit, reached
from tests.builders import (
    VOCABULARY,
    Data,
    allegation,
    denied,
    derived,
    element,
    instrument,
    library,
    norm,
    situation,
    source,
    warrant,
)
from tests.dossier.made import dossiers_of, rendered
from tests.dossier.parsed import lines, targets

STATUTE = instrument("s", title={"full": "S", "short": "Statute", "abbreviation": "S"})
IN_REACH: Data = {"when": {"within": "2022-05"}, "where": {"in": ["BB-1"]}}


WITHIN = "within reach, on what is reported"


def crime(id: str, act: str = "act.do", **given: Any) -> Norm:  # noqa: A002
    """A crime of persons that is about one act."""
    conduct = {"conduct": element(act, "conduct")}
    elements = conduct | given.pop("elements", {})
    return norm(id, kind="crime", binds=["person"], elements=elements, **given)


def dossier(*records: FileRecord, **given: Any) -> Dossier:
    """The dossier of allegation ``a``: what AAA did in BB-1 in May 2022, unless it is given."""
    made = library(*records)
    if "a" not in made.allegations:
        one = allegation(**{**IN_REACH, **given})
        made = replace(made, allegations={**made.allegations, "a": one})
    return dossiers_of(made)["a"]


def section(one: Dossier) -> list[str]:
    """The lines of the section as a reader sees them."""
    text = lines(render(one))
    first = text.index("Jurisdiction and responsibility")
    return text[first : text.index("The norms", first)]


# Could a court hear it?


def test_crimes_with_the_same_answer_stand_together_and_others_apart() -> None:
    """BBB has taken t:8 out for its own nationals; t:6 and t:7 it has not."""
    world = situation(courts={"icc": court(reached(), exemptions=[exempted("t:8")])})
    rules = [crime("t:8(1)"), crime("t:7"), crime("t:6")]
    found = dossier(world, *rules, by=[{"actor": "Beland", "state": "BBB"}]).jurisdiction
    assert [(one.answer, one.crimes) for one in found.courts] == [
        (WITHIN, ("Treaty t, art 6", "Treaty t, art 7")),
        ("not settled", ("Treaty t, art 8(1)",)),
    ]
    assert "took it out" in " ".join(found.courts[1].reasons)


def test_a_crime_of_another_statute_has_an_answer_of_its_own() -> None:
    world = situation(courts={"icc": court()})
    found = dossier(world, instrument(), STATUTE, crime("t:7"), crime("s:1")).jurisdiction
    assert [(one.answer, one.crimes) for one in found.courts] == [
        ("not settled", ("Statute, art 1",)),
        (WITHIN, ("Treaty t, art 7",)),
    ]


def test_norms_of_one_provision_are_cited_once() -> None:
    world = situation(courts={"icc": court()})
    (one,) = dossier(world, crime("t:7/a"), crime("t:7/b")).jurisdiction.courts
    assert one.crimes == ("Treaty t, art 7",)


@pytest.mark.parametrize(
    ("given", "answer"),
    [({}, WITHIN), ({"where": None}, "not settled"), ({"when": {"within": "2030"}}, "not settled")],
)
def test_the_answer_is_told_with_what_carries_it(given: Data, answer: str) -> None:
    world = situation(courts={"icc": court()})
    one = dossier(world, crime("t:7"), **given)
    (found,) = one.jurisdiction.courts
    assert found.answer == answer
    assert found.reasons
    text = section(one)
    assert f"{answer.capitalize()}, for Treaty t, art 7:" in text
    assert set(found.reasons) <= set(text)


def test_where_no_crime_is_raised_no_court_is_spoken_of() -> None:
    one = dossier(situation(courts={"icc": court()}), norm(), crime("t:7", "act.undo"))
    found = one.jurisdiction
    assert not (found.crimes or found.courts or found.standing)
    assert "No crime of persons is raised by what is reported." in section(one)


def test_a_crime_that_is_left_out_is_not_spoken_of() -> None:
    left_out = crime("t:7", elements={"more": element({"not": "fact.a"})})
    one = dossier(
        situation(courts={"icc": court()}), left_out, allegation("act.do", "fact.a", **IN_REACH)
    )
    assert [item.norm for item in one.left_out] == ["t:7"]
    assert one.jurisdiction.courts == ()


READ = {"read_in": "a gazette", "verified": "true", "note": "In part."}
UNSURE = {"read_in": "a blog", "verified": "false"}


def test_what_the_reach_rests_on_is_told_once_with_source_and_what_is_contested() -> None:
    full = court(
        reached(text="It joined.", source=READ, contested="AAA denies it."),
        exemptions=[exempted("t:8", text="It took out.", source=UNSURE, contested="Unclear.")],
        remarks=[{"text": "AAA is no party.", "source": READ}],
    )
    one = dossier(situation(courts={"icc": full}), crime("t:6"), crime("t:7"))
    assert one.jurisdiction.standing == (
        Sourced(
            "The Court, Treaty t, art 12: It joined.", "a gazette", "In part.", "AAA denies it."
        ),
        Sourced(
            "The Court, Treaty t, art 124: It took out.", "not verified: a blog", "", "Unclear."
        ),
        Sourced("The Court: AAA is no party.", "a gazette", "In part."),
    )
    text = section(one)
    assert text.count("The Court, Treaty t, art 12: It joined.") == 1
    assert text.count("Source: a gazette Note: In part.") == 2
    assert {"Source: not verified: a blog", "Contested: AAA denies it."} <= set(text)


def test_what_a_statute_keeps_out_of_reach_is_told_where_such_a_crime_is_raised() -> None:
    world = situation(courts={"icc": court(limits=[limit("t:8", text="Spared.", source=READ)])})
    told = Sourced("The Court, Treaty t, art 15: Spared.", "a gazette", "In part.", "")
    both = dossier(world, crime("t:8(1)"), crime("t:8(2)")).jurisdiction
    assert both.standing.count(told) == 1
    assert {one.answer for one in both.courts} == {"not settled"}
    assert told not in dossier(world, crime("t:7")).jurisdiction.standing


def test_a_court_that_tries_none_of_the_crimes_is_not_told_of() -> None:
    both = {"icc": court(), "other": court(reached(text="Else."), name="Else", instrument="s")}
    one = dossier(situation(courts=both), instrument(), STATUTE, crime("t:7"))
    assert [item.text for item in one.jurisdiction.standing] == [
        "The Court, Treaty t, art 12: Accepted from 2014-03-01."
    ]


# Published warrants


def with_warrant(*records: FileRecord, sought: Data, **given: Any) -> Dossier:
    world = situation(courts={"icc": court()}, proceedings={"w": sought})
    return dossier(world, *records, **given)


CHARGES = ["t:7", "t:8", "t:9", "t:10"]


def test_each_charge_says_what_the_dossier_makes_of_it() -> None:
    sought = warrant(*CHARGES)
    sought["modes"] = [{"norm": "t:25(3)", "text": "The mode."}]
    sought["not_charged"] = [{"norm": "t:6", "text": "Not named."}]
    rules = [
        crime("t:7(1)"),
        crime("t:7(2)", elements={"more": element("fact.b")}),
        crime("t:8", elements={"more": element("fact.a")}),
        crime("t:9", "act.undo"),
        crime("t:25(3)/a", "act.undo"),
        crime("t:6"),
    ]
    one = with_warrant(*rules, sought=sought, **{**IN_REACH, "facts": ["act.do", denied("fact.a")]})
    (found,) = one.jurisdiction.proceedings
    assert [item.here for item in found.charges] == [
        "raised here: all elements reported and arguable: something is open",
        "considered here and left out",
        "not raised by what is reported here",
        "not in the collection used",
    ]
    here = "not raised by what is reported here"
    assert found.modes == (ChargeEntry("Treaty t, art 25(3) (No doing)", "The mode.", here),)
    here = "raised here: all elements reported"
    assert found.not_charged == (ChargeEntry("Treaty t, art 6 (No doing)", "Not named.", here),)
    text = section(one)
    assert "Charged: Treaty t, art 8 (No doing): The crime. (considered here and left out)" in text
    assert (
        "Not charged: Treaty t, art 6 (No doing): Not named. (raised here: all elements reported)"
        in text
    )
    assert any(line.startswith("Mode of liability charged: Treaty t, art 25(3)") for line in text)


def fit(condition: Any = "act.do", when: Any = IN_REACH["when"], **given: Any) -> tuple[str, ...]:
    """How a warrant on conduct from January to June 2022 fits, in the words of the dossier."""
    sought = warrant("t:7", condition=condition, ends="2022-06-30")
    link = given.pop("link", {})
    named = [{"proceeding": "w"} | link]
    one = with_warrant(crime("t:7"), sought=sought, when=when, proceedings=named, **given)
    (found,) = one.jurisdiction.proceedings
    assert set(found.fit) <= set(section(one))
    return found.fit


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("act.do", "What is reported here is of the sort charged."),
        (
            {"age": {"below": 18}},
            "What is reported here is of the sort charged, for a part of the group.",
        ),
        ("fact.c", "Whether what is reported here is of the sort charged is open."),
        ("fact.a", "Whether what is reported here is of the sort charged is disputed."),
        ("fact.b", "What is reported here is not of the sort charged."),
    ],
)
def test_a_warrant_says_whether_the_conduct_is_of_the_sort_charged(
    condition: Any, sentence: str
) -> None:
    facts = ["act.do", "fact.a", denied("fact.a"), denied("fact.b")]
    mixed = {"group": "people", "age": {"between": [12, 30]}}
    assert fit(condition, facts=facts, against=mixed)[0] == sentence


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ({"within": "2022-05"}, "The reported time lies in the period charged."),
        ({"within": "2021"}, "The reported time lies outside the period charged."),
        ({"during": "2022"}, "The reported time lies partly outside the period charged."),
        (
            {"within": "2022"},
            "The report does not say whether the time lies in the period charged.",
        ),
        (None, "The report does not say whether the time lies in the period charged."),
    ],
)
def test_a_warrant_says_how_the_time_lies_to_the_period_charged(when: Any, sentence: str) -> None:
    assert fit(when=when)[1] == sentence


@pytest.mark.parametrize(
    ("link", "sentences"),
    [
        ({}, ("Linked by the drafter.",)),
        ({"per": ["report#p2"]}, ("The source itself reports the warrant (para 2).",)),
        ({"note": "Another destination."}, ("Linked by the drafter.", "Another destination.")),
    ],
)
def test_a_warrant_that_the_allegation_names_says_who_named_it(
    link: Data, sentences: tuple[str, ...]
) -> None:
    assert fit(link=link)[2:] == sentences


def test_a_warrant_is_named_with_person_court_and_day_and_is_said_to_be_no_conviction() -> None:
    sought = warrant("t:7")
    one = with_warrant(crime("t:7"), sought=sought)
    (found,) = one.jurisdiction.proceedings
    assert (found.person, found.office) == ("Somebody", "an office")
    assert found.issued == "The Court, ICC-1: A chamber, 17 March 2023"
    assert found.source.source == "a text"
    assert any(line.startswith("A warrant is no conviction") for line in section(one))


def test_without_a_related_warrant_the_dossier_says_so_only_where_a_crime_is_raised() -> None:
    none_known = "No published warrant that the collection knows is on conduct of this sort."
    world = situation(courts={"icc": court()})

    def told(*rules: Norm) -> bool:
        return any(line.startswith(none_known) for line in section(dossier(world, *rules)))

    assert told(crime("t:7"))
    assert not told(norm())


# Modes of liability and the responsibility of States


def test_modes_of_liability_of_persons_and_rules_on_states_stand_apart() -> None:
    mode = norm("t:25", kind="responsibility", binds=["person"], heading="Committing")
    breach = norm("t:2", kind="responsibility", heading="Breach", elements={"m": element("fact.a")})
    one = dossier(situation(courts={"icc": court()}), mode, breach, norm(), crime("t:7"))
    found = one.jurisdiction
    assert found.modes == (Line("Treaty t, art 25 (Committing)", "all elements reported"),)
    assert found.states == (Line("Treaty t, art 2 (Breach)", "arguable: something is open"),)
    assert found.crimes == ("Treaty t, art 7",)
    text = section(one)
    assert "Treaty t, art 25 (Committing): all elements reported" in text
    assert "Treaty t, art 2 (Breach): arguable: something is open" in text


def test_the_reach_over_a_mode_of_liability_is_answered_though_no_crime_is_raised() -> None:
    mode = norm("t:25", kind="responsibility", binds=["person"])
    found = dossier(situation(courts={"icc": court()}), mode).jurisdiction
    assert [(one.answer, one.crimes) for one in found.courts] == [(WITHIN, ("Treaty t, art 25",))]
    assert found.standing


def test_where_nobody_s_role_and_no_state_s_responsibility_is_raised_that_is_said() -> None:
    text = section(dossier(situation(courts={"icc": court()}), crime("t:7")))
    assert any(line.startswith("No reported role raises a mode of liability") for line in text)
    assert any(
        line.startswith("The norms shown that bind States concern their responsibility directly")
        for line in text
    )


# Assistance

SHARED = derived(wrong={"conduct": ["assisted"], "bearer": "state", "other_state": True})
ON_HELP = norm(
    "t:16",
    kind="responsibility",
    heading="Help",
    elements={"conduct": element("act.undo", "conduct"), "wrong": element("derived.wrong")},
)
HELPED = allegation("act.do", id="helped", title="What was helped", handling="public")
HELP: Data = {
    "id": "help",
    "title": "The help",
    "by": [{"actor": "Celand", "state": "CCC"}],
    "assists": "helped",
    "handling": "public",
}
BY_CCC = allegation("act.undo", **HELP)


FOR_ANOTHER = allegation("act.undo", id="other-help", assists="help", by=HELP["by"])


def both() -> dict[str, Dossier]:
    made = library(*VOCABULARY, SHARED, ON_HELP, norm(), HELPED, BY_CCC, FOR_ANOTHER)
    return dossiers_of(made)


def test_assistance_and_what_it_helps_link_to_each_other() -> None:
    found = both()
    assert found["help"].jurisdiction.assists == Line("What was helped", "helped")
    assert found["helped"].jurisdiction.assisted_by == (Line("The help", "help"),)
    assert "helped.md" in targets(render(found["help"]))
    assert "help.md" in targets(render(found["helped"]))


def test_an_element_that_follows_from_what_is_helped_names_it_and_its_norms() -> None:
    (entry,) = both()["help"].norms
    (wrong,) = [item for item in entry.elements if item.name == "wrong"]
    assert wrong.sign == "+"
    assert wrong.rests_on == (
        'Follows from what is raised for "What was helped": Treaty t, art 1.',
    )


def test_an_element_that_follows_from_nothing_is_not_called_unreported() -> None:
    alone = allegation("act.undo", id="help")
    found = dossiers_of(library(*VOCABULARY, SHARED, ON_HELP, norm(), alone))["help"]
    (wrong,) = [item for item in found.norms[0].elements if item.name == "wrong"]
    assert wrong.sign == "?"
    assert wrong.rests_on == ("Follows from no norm that is raised with all elements: wrong.",)


# Assistance to what an audience may not see

OPEN_TO_ALL = source(handling="public")
HIDDEN = "Zmeinohirsk"
OF_BBB: Data = {"id": "helped", "by": [{"actor": "Beland", "state": "BBB"}], "title": HIDDEN}
WITHHELD: dict[str, tuple[FileRecord, ...]] = {
    "the allegation": (allegation("act.do", **OF_BBB, handling="internal"), OPEN_TO_ALL),
    "its source": (
        allegation("act.do", **OF_BBB, per=["other#p1"], handling="public"),
        OPEN_TO_ALL,
        source("other", handling="internal"),
    ),
    "its conduct": (
        allegation(
            {"done": "act.do", "handling": "internal"}, "fact.a", **OF_BBB, handling="public"
        ),
        OPEN_TO_ALL,
    ),
}


def dossiers_for(audience: Handling, *records: FileRecord) -> dict[str, Dossier]:
    made = library(*VOCABULARY, SHARED, ON_HELP, norm(), BY_CCC, *records)
    return dossiers_of(made, audience=audience)


@pytest.mark.parametrize("what", WITHHELD)
def test_what_is_helped_counts_only_for_those_who_may_see_it(what: str) -> None:
    for audience, sign in ((Handling.INTERNAL, "+"), (Handling.PUBLIC, "?")):
        (entry,) = dossiers_for(audience, *WITHHELD[what])["help"].norms
        assert [item.sign for item in entry.elements if item.name == "wrong"] == [sign]


@pytest.mark.parametrize("what", ["the allegation", "its source"])
def test_nothing_of_what_is_helped_is_told_to_those_who_may_not_see_it(what: str) -> None:
    for audience, told in ((Handling.INTERNAL, True), (Handling.PUBLIC, False)):
        files = rendered(dossiers_for(audience, *WITHHELD[what]))
        assert ("helped.md" in files) is told
        assert (HIDDEN in "".join(files.values())) is told
        assert ("helped.md" in files["help.md"]) is told


def test_help_that_an_audience_may_not_see_is_not_listed_with_what_it_helped() -> None:
    secret = BY_CCC.model_copy(update={"title": HIDDEN, "handling": Handling.INTERNAL})
    for audience, told in ((Handling.INTERNAL, True), (Handling.PUBLIC, False)):
        files = rendered(dossiers_for(audience, HELPED, OPEN_TO_ALL, secret))
        assert (HIDDEN in files["helped.md"]) is told
        assert ("help.md" in files["helped.md"]) is told
