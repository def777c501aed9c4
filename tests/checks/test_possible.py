"""What facts can support: the search agrees with trying out every report that there can be."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from lawmap.checks.formulas import Several, every, formula
from lawmap.checks.possible import MAX_STEPS, Possible
from lawmap.matching.columns import View
from lawmap.matching.compile import compile_plan
from lawmap.matching.evaluate import evaluate
from lawmap.matching.report import Report, read_report
from lawmap.model.library import Library
from lawmap.model.presumption import Presumption
from lawmap.model.vocabulary import TermsFile
from lawmap.truth import Truth, Value
from tests.builders import (
    against,
    allegation,
    denied,
    element,
    library,
    norm,
    presumption,
    said,
    terms,
)

TERMS = ("fact.a", "fact.b", "fact.c")
LIMITS = ({"below": 5}, {"between": [5, 9]}, {"at_least": 10})
AGES: tuple[Any, ...] = (
    (),
    *({"uncertain": ends} for ends in ([0, 4], [0, 9], [5, 9])),
    *({"at_least": low} for low in (0, 5, 10)),
)
"""None, and each span of ages that the limits tell from others."""


@st.composite
def vocabularies(draw: st.DrawFn) -> TermsFile:
    """The three terms, some of them narrower than an earlier one."""
    below = [draw(st.sampled_from(["", *"abc"[:place]])) for place in range(3)]
    named = [f"{name}<{parent}" for name, parent in zip("abc", below, strict=True)]
    return terms("fact", *named)


LEAF = st.sampled_from(TERMS) | st.sampled_from(LIMITS).map(lambda limit: {"age": limit})
CONDITION = st.recursive(
    LEAF,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda of: {"all": of})
        | st.lists(inner, min_size=1, max_size=3).map(lambda of: {"any": of})
        | st.lists(inner, min_size=3, max_size=3).map(lambda of: {"at_least": {"n": 2, "of": of}})
        | inner.map(lambda one: {"not": one})
    ),
    max_leaves=6,
)
PRESUMPTIONS = st.lists(
    st.builds(
        lambda condition, key, term: (condition, {key: [term]}),
        CONDITION,
        st.sampled_from(["asserts", "denies"]),
        st.sampled_from(TERMS),
    ),
    max_size=2,
).map(lambda rules: [presumption(f"p{n}", one, **sets) for n, (one, sets) in enumerate(rules)])


def every_report() -> list[Report]:
    """Each term asserted, denied, disputed or left out, with each age."""
    ways = [(), (said,), (denied,), (said, denied)]
    reports = []
    for age, *chosen in product(AGES, *[ways] * len(TERMS)):
        facts = [say(term) for say_all, term in zip(chosen, TERMS, strict=True) for say in say_all]
        reports.append(allegation("act.do", *facts, against=against(age=age)))
    known = library(terms("act", "do"), terms("fact", "a", "b", "c"))
    return [read_report(one, known) for one in reports]


REPORTS = every_report()


def answers(law: Library) -> list[tuple[Value, ...]]:
    """What the matcher makes of the two elements, report by report."""
    evaluation = evaluate(compile_plan(law), law, REPORTS)
    _, *parts = evaluation.plan.norms[0].elements
    view = View(prospective=False, responses=False)
    return [
        tuple(evaluation.value(part.node, view, index) for part in parts)
        for index in range(len(REPORTS))
    ]


WORDS = terms("fact", "a", "b", "c")
YOUNG = {"age": {"below": 5}}
DISPUTED = (  # where a is reported, b is both asserted and denied, and so is what follows from b
    presumption("asserts-b", "fact.a", asserts=["fact.b"]),
    presumption("denies-b", "fact.a", denies=["fact.b"]),
    presumption("denies-c", "fact.b", denies=["fact.c"]),
)


@settings(max_examples=60)
@example(WORDS, {"all": ["fact.a", {"not": "fact.c"}]}, "fact.a", [*DISPUTED])
@example(
    WORDS, {"all": [YOUNG, {"not": "fact.a"}]}, YOUNG, [presumption("p", YOUNG, asserts=["fact.a"])]
)
@given(vocabularies(), CONDITION, CONDITION, PRESUMPTIONS)
def test_what_can_be_met_and_what_follows_is_so_among_all_reports(
    words: TermsFile, first: Any, second: Any, rules: list[Presumption]
) -> None:
    asks = norm(elements={"first": element(first), "second": element(second)})
    law = library(terms("act", "do"), words, asks, *rules)
    supported = [tuple(value.truth is Truth.SUPPORTED for value in row) for row in answers(law)]
    possible = Possible.by(law)
    _, one, other = (formula(item.condition) for item in asks.elements.values())

    assert possible.can_meet([one]) == any(met for met, _ in supported)
    assert possible.can_meet([one, other]) == any(all(row) for row in supported)
    follows = (True, True) in supported and (True, False) not in supported
    if rules:  # somebody may deny what is presumed, which takes a longer search to see
        assert follows or not possible.follows(other, [one])
    else:
        assert follows == possible.follows(other, [one])


def test_a_condition_that_takes_too_long_to_try_out_is_taken_to_be_possible() -> None:
    pigeons = [[f"fact.{bird}-{hole}" for hole in "abcdefg"] for bird in "abcdefgh"]
    shared = [
        {"not": {"all": [one, other]}}
        for hole in zip(*pigeons, strict=True)
        for place, one in enumerate(hole)
        for other in hole[:place]
    ]
    law = library(
        norm(elements={"one": element({"all": [{"any": at} for at in pigeons] + shared})})
    )
    possible = Possible.by(law)
    hard = formula(law.norms["t:1"].elements["one"].condition)

    assert isinstance(hard, Several)
    assert MAX_STEPS < 7**8
    assert possible.can_meet([hard])
    assert not possible.follows(formula("fact.a"), [hard])
    assert not possible.can_meet([every([formula("fact.a"), formula("fact.a", holds=False)])])
