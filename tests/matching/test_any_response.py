"""Whatever the accused side answers: it may contest an engaged norm, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawmap.matching import evaluate_all, pairs
from lawmap.model.allegation import Allegation, Response
from lawmap.model.conditions import All, AnyOf, Condition, Not
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.outcome import ElementValue, Mark, Outcome
from lawmap.model.vocabulary import Sort
from tests.builders import allegation, denied, derived, element, ground, norm, response
from tests.dossier.made import seed_library
from tests.matching.one_pair import examined, values
from tests.matching.strategies import CONDITION, NAMES, TERM, archives

# One element of each kind, one claimant's word on it, one answer

KINDS: dict[str, Norm] = {
    "conduct": norm(elements={"conduct": element("fact.a", "conduct")}),
    "hinted": norm(elements={"conduct": element("fact.a", "conduct")}, hints=["act.do"]),
    "person": norm(elements={"more": element("fact.a", "person")}),
    "special person": norm(elements={"more": element("fact.a", "person", special=True)}),
    "circumstance": norm(elements={"more": element("fact.a")}),
    "special intent": norm(elements={"more": element("fact.a", "special-intent")}),
    "mental": norm(elements={"more": element("fact.a", "mental")}),
    "absence": norm(elements={"more": element({"not": "fact.a"})}),
    "exception": norm(exceptions={"more": ground("fact.a")}),
    "exception of absence": norm(exceptions={"more": ground({"not": "fact.a"})}),
    "status": norm(elements={"more": element("status.protected", "person")}),
}
WORDS: dict[str, list[Any]] = {
    "supported": ["fact.a", "status.protected"],
    "contradicted": [denied("fact.a"), denied("status.protected")],
    "disputed": ["fact.a", denied("fact.a"), "status.protected", denied("status.protected")],
    "open": [],
}
ANSWERS = {
    "denies": response(["fact.a", "status.protected"]),
    "claims": response(claims=("fact.a", "status.protected")),
    "denies and claims": response(["fact.a"], claims=("fact.a",)),
}
AS_FACTS: dict[str, list[Any]] = {
    "denies": [denied("fact.a")],
    "claims": ["fact.a"],
    "denies and claims": ["fact.a", denied("fact.a")],
}


def outcome(kind: str, *facts: Any, answers: Sequence[Any] = ()) -> tuple[Outcome, set[Mark]]:
    found = examined(allegation("act.do", *facts, responses=answers), KINDS[kind]).assessment
    return found.outcome, set(found.marks)


def element_values(kind: str, *facts: Any) -> dict[str, ElementValue]:
    return values(examined(allegation("act.do", *facts), KINDS[kind]))


def against(kind: str) -> tuple[ElementValue, ElementValue]:
    """The values that speak against a norm: an answer that bears it out disputes nothing."""
    worse = ElementValue.SUPPORTED if "exception" in kind else ElementValue.CONTRADICTED
    return worse, ElementValue.DISPUTED


@pytest.mark.parametrize(("kind", "word", "answer"), list(product(KINDS, WORDS, ANSWERS)))
def test_an_answer_contests_what_it_would_change_were_it_a_claimants_word(
    kind: str, word: str, answer: str
) -> None:
    """A status is none of it: what the accused side says of one is its legal position."""
    reported, marks = outcome(kind, *WORDS[word])
    as_if, _ = outcome(kind, *WORDS[word], *AS_FACTS[answer])
    before = element_values(kind, *WORDS[word])
    after = element_values(kind, *WORDS[word], *AS_FACTS[answer])
    shaken = reported is Outcome.ENGAGED and as_if is not Outcome.ENGAGED
    speaks_up = {name for name in after if after[name] is not before[name]} & {
        name for name in after if after[name] in against(kind)
    }
    marked = shaken or (reported is Outcome.ARGUABLE and bool(speaks_up))
    assert outcome(kind, *WORDS[word], answers=[ANSWERS[answer]]) == (
        Outcome.CONTESTED if shaken else reported,
        {*marks, Mark.DISPUTED} if marked else marks,
    )


# Any norms, facts and answers

WIDE_RESPONSE = st.builds(
    response,
    st.just("conduct") | st.lists(TERM, max_size=4),
    st.lists(TERM, min_size=1, max_size=len(NAMES)),
)
DERIVED = derived(own={"conduct": ["same"]}, others={"conduct": ["assisted"]})


@st.composite
def answered(draw: st.DrawFn) -> tuple[Library, list[list[Response]]]:
    """A random library without responses, and some responses to each of its allegations."""
    archive = draw(archives(presumptions=1))
    kinds = st.sampled_from(["circumstance", "mental", "person"])
    rules = [
        norm(
            f"t:{number}",
            elements={
                "conduct": element(f"act.{letter}", "conduct"),
                "more": element(draw(TERM | CONDITION), draw(kinds), special=draw(st.booleans())),
            },
            exceptions={"ground": ground(draw(TERM | CONDITION))},
            hints=[draw(TERM)],
        )
        for number, letter in enumerate("abc", 1)
    ]
    follows = element({"any": ["derived.own", "derived.others"]})
    rules.append(norm("t:9", elements={"conduct": element(draw(TERM), "conduct"), "f": follows}))
    names = [one.id for one in archive.allegations]
    bare = {
        one.id: one.model_copy(
            update={"responses": (), "assists": draw(st.sampled_from([*names, None]))}
        )
        for one in archive.allegations
    }
    library = replace(
        archive.library,
        terms_files=(*archive.library.terms_files, DERIVED),
        norms={rule.id: rule for rule in rules},
        allegations=bare,
    )
    return library, [
        list(allegation(responses=[given]).responses)
        for given in draw(st.lists(WIDE_RESPONSE, min_size=len(names), max_size=len(names)))
    ]


Outcomes = dict[tuple[int, str], Outcome]
"""By place of the allegation and id of the norm."""


def outcomes(
    library: Library, chosen: Sequence[Allegation], among: Container[tuple[int, str]] | None = None
) -> Outcomes:
    return {
        (pair.index, pair.plan.norm.id): pair.judgement.outcome
        for pair in pairs(evaluate_all(library, chosen))
        if among is None or (pair.index, pair.plan.norm.id) in among
    }


def moved(before: Outcomes, after: Outcomes) -> dict[Any, tuple[Outcome, Outcome]]:
    """The pairs whose outcome the answers moved to where no answer may move it."""
    assert before.keys() == after.keys()
    allowed = (Outcome.ENGAGED, Outcome.CONTESTED)
    changed = {key: (old, after[key]) for key, old in before.items() if after[key] is not old}
    return {key: step for key, step in changed.items() if step != allowed}


@pytest.mark.slow
@settings(max_examples=60)
@given(answered())
def test_any_answer_changes_an_engaged_norm_to_contested_and_nothing_else(
    drawn: tuple[Library, list[list[Response]]],
) -> None:
    library, responses = drawn
    bare = list(library.allegations.values())
    full = [
        one.model_copy(update={"responses": tuple(given)})
        for one, given in zip(bare, responses, strict=True)
    ]
    with_answers = replace(library, allegations={one.id: one for one in full})
    assert moved(outcomes(library, bare), outcomes(with_answers, full)) == {}


# The shipped norms and allegations


def claiming(condition: Condition) -> Any:
    """An answer that says all that a ground asks for."""
    wanted, unwanted = _asked(condition, yes=True)
    return response(unwanted, claims=tuple(wanted))


def _asked(condition: Condition, *, yes: bool) -> tuple[list[str], list[str]]:
    """The terms that must be so for a condition to hold, and those that must not."""
    match condition:
        case str():
            return ([condition], []) if yes else ([], [condition])
        case Not(not_=part):
            return _asked(part, yes=not yes)
        case All(all=parts) | AnyOf(any=parts):
            asked = [_asked(part, yes=yes) for part in parts]
            return [t for one, _ in asked for t in one], [t for _, one in asked for t in one]
        case _:
            return [], []


def with_answer(one: Allegation, answer: Any) -> Allegation:
    """The allegation with one more answer, in the words of its own source."""
    per = one.per or one.statements[0].per
    more = allegation(responses=[answer | {"per": per[:1]}]).responses
    return one.model_copy(update={"responses": (*one.responses, *more)})


@cache
def shipped() -> tuple[list[Allegation], Outcomes]:
    """The allegations, and the outcomes of all norms that are not silent."""
    every = sorted(seed_library().allegations.values(), key=lambda one: one.id)
    found = outcomes(seed_library(), every)
    return every, {key: one for key, one in found.items() if one is not Outcome.SILENT}


def every_term() -> list[str]:
    terms = seed_library().terms.items()
    return [name for name, item in terms if item.sort is not Sort.DERIVED]


ANY_ANSWER: dict[str, Callable[[], Any]] = {
    "denies everything": lambda: response(every_term()),
    "denies the conduct and claims everything": lambda: response(
        "conduct", claims=tuple(every_term())
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("answer", ANY_ANSWER)
def test_any_answer_to_the_shipped_allegations_contests_engaged_norms_at_most(answer: str) -> None:
    every, before = shipped()
    said = ANY_ANSWER[answer]()
    after = outcomes(seed_library(), [with_answer(one, said) for one in every], before)
    assert moved(before, after) == {}
    assert before != after


@pytest.mark.slow
def test_claiming_a_ground_of_a_shipped_norm_excepts_nothing() -> None:
    every, before = shipped()
    asked: dict[tuple[int, Condition], list[str]] = {}
    for index, rule in before:
        for one in seed_library().norms[rule].exceptions.values():
            asked.setdefault((index, one.condition), []).append(rule)
    answered = [with_answer(every[index], claiming(condition)) for index, condition in asked]
    old = {
        (place, rule): before[index, rule]
        for place, ((index, _), rules) in enumerate(asked.items())
        for rule in rules
    }
    new = outcomes(seed_library(), answered, old)
    assert moved(old, new) == {}
    assert old != new
