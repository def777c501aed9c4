"""What the shipped reports raise and do not raise, and how their dossiers speak.

These are the statements that the maintainers were asked to hold; each stands here by itself.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml

from lawmap.checks import check
from lawmap.loading import load, packs_for
from lawmap.model.allegation import Allegation, ReviewState
from lawmap.model.assessment import Assessment
from lawmap.model.base import Handling
from lawmap.model.outcome import Answer, Mark, Outcome
from lawmap.model.passage import parse_passage
from lawmap.periods import Sense
from tests.dossier.made import ROOT, seed_files, seed_library, seed_names
from tests.dossier.parsed import shown, tokens
from tests.seed_matches import assessments, of_report, outcome, raised
from tests.shared import shared_folder

SEEDS = sorted((ROOT / "seeds").rglob("*.yaml"))
ALLEGATIONS = list(seed_library().allegations.values())
IDS = [path.stem for path in SEEDS if path.parent.name == "allegations"]
DRAFTS = ("thirty-drafted-2024", "three-hundred-mobilised-2024")
FRONT = "prisons-front-deployment"
UNDERFED = "unit-underfeeding"
AGAINST_OWN_COUNTRY = ("rome:8(2)(b)(xv)", "hague:23(h)")
RUSSIA_LEFT_THE_ECHR = "16 September 2022"


# What is raised


@pytest.mark.parametrize("allegation", DRAFTS)
def test_drafting_residents_engages_the_rule_on_compelled_service(allegation: str) -> None:
    assert outcome(allegation, "gc4:51(1)/service") is Outcome.ENGAGED


@pytest.mark.parametrize("allegation", DRAFTS)
def test_drafting_residents_raises_the_war_crime_with_its_mental_element_to_be_proved(
    allegation: str,
) -> None:
    assert "rome:8(2)(a)(v)" in raised(allegation)
    assert Mark.MENTAL in assessments()[allegation, "rome:8(2)(a)(v)"].marks


@pytest.mark.parametrize("norm", AGAINST_OWN_COUNTRY)
def test_deployment_to_the_front_raises_service_against_one_s_own_country(norm: str) -> None:
    assert norm in raised(FRONT)


@pytest.mark.parametrize("norm", AGAINST_OWN_COUNTRY)
@pytest.mark.parametrize("allegation", [*DRAFTS, "civilians-conscripted"])
def test_mere_drafting_does_not_raise_service_against_one_s_own_country(
    allegation: str, norm: str
) -> None:
    assert norm not in raised(allegation)


@pytest.mark.parametrize("allegation", IDS)
def test_no_rule_on_prisoners_of_war_is_raised(allegation: str) -> None:
    assert [norm for norm in raised(allegation) if norm.startswith("gc3:")] == []


def test_underfeeding_raises_rules_on_ill_treatment() -> None:
    assert {"gc4:27(1)/humane-treatment", "cihl:87", "ap1:75(1)"} <= set(raised(UNDERFED))
    assert outcome(UNDERFED, "gc4:27(1)/humane-treatment") is Outcome.ENGAGED


def test_underfeeding_raises_nothing_that_is_called_starvation() -> None:
    headings = {norm: seed_library().norms[norm].heading for norm in raised(UNDERFED)}
    found = [norm for norm, text in headings.items() if "starv" in f"{norm} {text}".lower()]
    assert found == []
    assert len(headings) > 5


# The European Convention, which Russia left


def european() -> list[tuple[Allegation, Assessment]]:
    """Every pair of the European Convention that is not silent, by an actor for Russia."""
    return [
        (allegation, item)
        for allegation in of_report("united24-2025-02")
        if "RUS" in {actor.state for actor in allegation.actors}
        for (name, norm), item in assessments().items()
        if name == allegation.id and norm.startswith("echr:")
    ]


def test_dated_conduct_of_russia_is_outside_the_european_convention_for_the_stated_reason() -> None:
    dated = [
        item for record, item in european() if record.when and record.when.sense is Sense.WITHIN
    ]
    assert dated
    for item in dated:
        assert item.outcome is Outcome.EXCLUDED
        assert item.applicable.answer is Answer.NO
        assert any(RUSSIA_LEFT_THE_ECHR in line for line in item.applicable.basis)


def test_undated_conduct_of_russia_is_at_most_arguable_under_the_european_convention() -> None:
    undated = [
        item for record, item in european() if record.when and record.when.sense is Sense.BEFORE
    ]
    assert undated
    assert {item.outcome for item in undated} <= {Outcome.ARGUABLE, Outcome.EXCLUDED}
    for item in undated:
        assert any(RUSSIA_LEFT_THE_ECHR in line for line in item.applicable.basis)


# The records


def test_the_seeds_are_in_order() -> None:
    paths = [ROOT / "seeds"]
    assert check(load(paths, packs_for(paths)), cases=False) == []


def test_quotations_and_paragraphs_are_those_of_the_report() -> None:
    reports = shared_folder() / "reports" / "seeds"
    if not reports.is_dir():
        pytest.skip(f"the reports are not at {reports}")
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in reports.iterdir()}
    assert {source.original.sha256 for source in seed_library().sources.values()} <= hashes
    paths = [ROOT / "seeds"]
    assert check(load(paths, packs_for(paths)), [reports], cases=False) == []


@pytest.mark.parametrize("record", ALLEGATIONS, ids=lambda record: record.id)
def test_a_record_is_a_public_draft(record: Allegation) -> None:
    assert record.review.state is ReviewState.DRAFT
    assert record.handling is Handling.PUBLIC


@pytest.mark.parametrize("record", ALLEGATIONS, ids=lambda record: record.id)
def test_every_fact_has_a_passage_whose_paragraph_exists(record: Allegation) -> None:
    sources = seed_library().sources
    for statement in record.statements:
        assert statement.per, statement.term
        for passage in statement.per:
            ref = parse_passage(passage)
            assert ref.paragraph is not None
            assert 1 <= ref.paragraph <= sources[ref.source].original.paragraphs


@pytest.mark.parametrize("record", ALLEGATIONS, ids=lambda record: record.id)
def test_every_term_of_a_record_is_a_fact_and_no_derived_one(record: Allegation) -> None:
    assert not any(statement.term.startswith("derived.") for statement in record.statements)


# How they speak of people

ETHNICITIES = (
    "caucasian",
    "caucasus",  # but for the region, below
    "chechen",
    "dagestan",
    "ingush",
    "buryat",
    "tatar",
    "slav",
    "muslim",
    "christian",
    "orthodox",
    "islam",
    "asian",
    "ethnic russian",
)


REGION = "north caucasus"
"""A destination that an order names; nobody's origin."""


def texts_in(node: object) -> list[str]:
    """Every text of a file, keys included."""
    if isinstance(node, dict):
        return [text for pair in node.items() for item in pair for text in texts_in(item)]
    if isinstance(node, list):
        return [text for item in node for text in texts_in(item)]
    return [str(node)]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_no_record_names_an_ethnicity_or_religion_of_anyone(path: Path) -> None:
    texts = texts_in(yaml.safe_load(path.read_text(encoding="utf-8")))
    plain = [text.lower().replace(REGION, "") for text in texts]
    found = {word for word in ETHNICITIES for text in plain if word in text}
    assert found == set()


DECISIONS = re.compile(r"^\*\*(?:Leading decisions|Decisions)\*\*\n\n(?:- .*\n)+", re.MULTILINE)
"""Names of courts and what they held of others: law, and not what is said of this matter."""


def without_decisions(name: str) -> str:
    """A dossier without the decisions that it cites."""
    return DECISIONS.sub("", seed_files()[name])


@pytest.mark.parametrize("name", seed_names())
def test_no_dossier_names_an_ethnicity_or_religion_of_anyone(name: str) -> None:
    text = without_decisions(name).lower().replace(REGION, "")
    assert [word for word in ETHNICITIES if re.search(rf"\b{word}", text)] == []


# How they speak of guilt

DISCLAIMER = "no finding of fact or guilt"
# Words of guilt in the names of courts and in the words of a norm about accused persons.
NAMES_OF_LAW = (
    "International Criminal Court",
    "Trial of the Major War Criminals",
    "accused or convicted",
    "criminal activity or purpose",
    "criminal purpose",
    "criminal responsibility of",
    "Criminal responsibility of",
    "on criminal charges",
    "on a criminal charge or sentence",
    "a criminal investigation",
    "may not be criminally responsible",
    "criminal proceedings against a person",
    "Committing a crime alone, jointly or through another person",
    "had been convicted by a final judgment",
    "prosecuted, convicted or removed",
    "in breach of it (Ukraine v Russia (re Crimea) [GC]",
)
VERDICTS = re.compile(
    r"""\b(
        guilt\w* | convicted | culpab\w+ | blameworthy | proven | beyond\ (a\ )?reasonable\ doubt
      | violations?\ (was|were|is|are|has\ been|have\ been)?\ ?(found|established|confirmed)
      | (found|finds|held)\ (to\ be\ )?in\ violation | (has|have|had)\ violated | in\ breach\ of
      | committ\w+\ (a\ |an\ |the\ |this\ |these\ |war\ )*(crimes?|violations?|offences?|atrocit\w+)
      | (war\ )?criminals? | atrocit\w+ | undoubtedly | certainly | obviously | undeniabl\w+
      | it\ is\ (clear|evident|established|proved)\ that
      | probabilit\w+ | likelihood | score
    )\b | \d\s?%""",
    re.VERBOSE | re.IGNORECASE,
)


def spoken(text: str) -> str:
    """What a dossier says itself: without quotations, and without the titles of reports."""
    found: list[str] = []
    quoted: list[str] = []
    depth = 0
    for token in tokens(text):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline":
            (quoted if depth else found).append(shown(token))
        if token.type == "blockquote_close":
            if not any(line.startswith("— ") for line in quoted):  # nobody is quoted
                found += quoted
            quoted = []
    own = re.sub(r'"[^"]*"|“[^”]*”|«[^»]*»', "", "\n".join(found))
    titles = [source.title for source in seed_library().sources.values()]
    for words in (*titles, *NAMES_OF_LAW, DISCLAIMER):
        own = own.replace(words, "")
    return own


@pytest.mark.parametrize("name", seed_names())
def test_no_dossier_says_that_anybody_is_guilty(name: str) -> None:
    own = spoken(without_decisions(name))
    assert [match.group() for match in VERDICTS.finditer(own)] == []


@pytest.mark.parametrize("name", seed_names())
def test_every_dossier_says_that_it_finds_no_guilt(name: str) -> None:
    assert DISCLAIMER in seed_files()[name]


@pytest.mark.parametrize("name", seed_names())
def test_every_dossier_of_a_draft_says_so_on_top(name: str) -> None:
    assert "> **DRAFT.**" in seed_files()[name][:400]


def test_the_words_of_guilt_are_found_where_they_stand() -> None:
    for text in ("He is guilty.", "They committed a war crime.", "A violation was found.", "80 %"):
        assert VERDICTS.search(spoken(f"{text}\n")), text
    assert VERDICTS.search(spoken("> He is guilty.\n"))
    assert not VERDICTS.search(spoken('> He is guilty.\n>\n> — HUR\n\nIt says "proven".\n'))
