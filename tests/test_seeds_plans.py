"""Report 001: lists, plans, warnings and a flat denial. Nothing planned is ever shown as done."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from lawmap.matching import match
from lawmap.model.allegation import Allegation
from lawmap.model.assessment import Assessment
from lawmap.model.base import Handling
from lawmap.model.conditions import terms_of
from lawmap.model.facts import Stage
from lawmap.model.norm import ElementKind, Norm
from lawmap.model.outcome import RAISED, Mark, Outcome
from tests.cli.running import Run
from tests.dossier.made import ROOT, seed_library
from tests.seed_matches import assessments, of_report, outcome, outcomes

SOURCE = "independent-2022-02"
STAGES = {"planned": "act.plan", "threatened": "act.threaten"}
NEEDS_A_BEGINNING = ("rome:25(3)(f)", "genocide:III(b)", "genocide:III(c)", "genocide:III(d)")
"""Attempt, conspiracy and incitement: more than a plan."""


def planned_only() -> list[Allegation]:
    """The allegations of the report in which no conduct is reported as done but the planning."""
    return [
        one
        for one in of_report(SOURCE)
        if any(said.stage is not Stage.DONE for said in one.statements)
    ]


def test_the_report_is_there_with_plans_lists_and_past_conduct() -> None:
    every = {one.id for one in of_report(SOURCE)}
    assert len(planned_only()) >= 10
    assert {one for one in every if one.startswith("past-operations")}


@pytest.mark.parametrize("one", planned_only(), ids=lambda one: one.id)
def test_no_planned_act_is_raised_without_the_mark(one: Allegation) -> None:
    for (allegation, norm), item in assessments().items():
        if allegation == one.id and item.outcome in RAISED:
            assert Mark.PROSPECTIVE in item.marks or reads(norm, *STAGES.values()), norm


@pytest.mark.parametrize("one", planned_only(), ids=lambda one: one.id)
def test_a_plan_alone_is_no_attempt_no_conspiracy_and_no_incitement(one: Allegation) -> None:
    for norm in NEEDS_A_BEGINNING:
        assert outcome(one.id, norm) is Outcome.SILENT


@pytest.mark.parametrize("one", of_report(SOURCE), ids=lambda one: one.id)
def test_the_denial_stands_with_what_it_answers_and_with_nothing_else(one: Allegation) -> None:
    """The spokesman answers reports of a hit list; nobody answers for the past operations."""
    expected = not one.id.startswith(("past-operations", "invasion-planned"))
    assert bool(one.responses) is expected


ANSWERED = (
    "listed-killings-planned-2022",
    "listed-camps-planned-2022",
    "opponents-killings-planned-2022",
)


@pytest.mark.parametrize("one", planned_only(), ids=lambda one: one.id)
def test_the_denial_disputes_what_it_answers_and_nothing_that_he_did_not_speak_of(
    one: Allegation,
) -> None:
    raised = [
        item
        for (name, _), item in assessments().items()
        if name == one.id and item.outcome in RAISED
    ]
    for item in raised:
        assert (Mark.DISPUTED in item.marks) is (one.id in ANSWERED), item.norm
        assert item.outcome is not Outcome.ENGAGED or one.id not in ANSWERED


# The same of every act that the vocabulary knows, whether a report speaks of it or not


def reads(norm: str, *terms: str) -> bool:
    """Whether one of these terms is, among others, the conduct of a norm."""
    library = seed_library()
    wanted = {
        near
        for term in terms
        for tree in (library.broader_terms, library.narrower_terms)
        for near in (term, *tree.get(term, ()))
    }
    return any(
        term in wanted
        for element in library.elements_of(library.norms[norm]).values()
        if element.kind is ElementKind.CONDUCT
        for _, term in terms_of(element.condition)
    )


def acts() -> list[str]:
    return [name for name in seed_library().terms if name.partition(".")[0] in ("act", "omit")]


def of_act(stage: str, act: str) -> Allegation:
    data = {
        "schema_version": 1,
        "id": act.replace(".", "-"),
        "title": "Something planned",
        "account": "The paper says that it was planned.",
        "when": {"within": "2022-02-20"},
        "where": {"in": ["UA-65"]},
        "by": [{"actor": "Russia", "state": "RUS"}],
        "against": {"group": "residents", "nationality": [{"is": "UKR"}]},
        "per": ["independent-2022-02#p10"],
        "facts": [{stage: act}, {stage: "place.occupied"}, "person.civilian"],
    }
    return Allegation.model_validate(data)


@cache
def of_every_act(stage: str) -> list[Assessment]:
    return match(seed_library(), [of_act(stage, act) for act in acts()])


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["planned", "threatened", "attempted"])
def test_no_act_of_the_vocabulary_is_raised_as_done_by_a_plan_of_it(stage: str) -> None:
    by_itself = {"attempted": "act.begin-execution"} | STAGES
    found = [
        (item.allegation, item.norm)
        for item in of_every_act(stage)
        if item.outcome in RAISED
        and Mark.PROSPECTIVE not in item.marks
        and not reads(item.norm, by_itself[stage])
        and not hinted(seed_library().norms[item.norm], by_itself[stage])
    ]
    assert found == []


def hinted(norm: Norm, term: str) -> bool:
    return term in norm.hints


@pytest.mark.slow
def test_no_plan_of_any_act_is_an_attempt_a_conspiracy_or_an_incitement() -> None:
    plans_of_these = ("act-begin-execution", "act-conspire", "act-incite")
    found = [
        (item.allegation, item.norm, item.outcome)
        for item in of_every_act("planned")
        if item.norm in NEEDS_A_BEGINNING
        and item.outcome in RAISED
        and item.allegation not in plans_of_these
    ]
    assert found == []


def test_a_threat_raises_the_norms_on_threats_as_done() -> None:
    threat = of_act("threatened", "act.attack-civilians").model_copy(update={"id": "a"})
    facts = (*threat.facts, "purpose.terror")
    (found,) = (
        item
        for item in match(seed_library(), [threat.model_copy(update={"facts": facts})])
        if item.norm == "ap1:51(2)/terror"
    )
    assert (found.outcome, found.marks) == (Outcome.ENGAGED, ())


# What readers see


def test_no_dossier_of_the_report_says_that_a_plan_was_carried_out(
    run: Run, tmp_path: Path
) -> None:
    names = [one.id for one in planned_only()]
    only = [word for name in names for word in ("--only", name)]
    options = ("-o", tmp_path, *only, "--audience", Handling.PUBLIC.value)
    assert run("dossier", ROOT / "seeds", *options).code == 0
    for name in names:
        text = (tmp_path / f"{name}.md").read_text(encoding="utf-8")
        table = text.partition("## At a glance")[2].partition("## The allegation")[0]
        rows = [line for line in table.splitlines() if line.startswith("| ") and "](#" in line]
        for row in rows:
            told = row.casefold()
            assert "planned, not reported as done" in told, (name, row)


def test_the_lines_of_match_are_whole_for_all_four_reports(run: Run) -> None:
    done = run("match", ROOT / "seeds", "--output-format", "jsonl")
    found = {(item["allegation"], item["norm"]) for item in map(json.loads, done.out.splitlines())}
    expected = {pair for pair, one in outcomes().items() if one is not Outcome.SILENT}
    assert found == expected == set(assessments())
    assert len(seed_library().sources) == 4
