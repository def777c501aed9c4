"""Random small archives: a vocabulary, norms that read it, and allegations that speak it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from lawmap.model.vocabulary import TermsFile
from lawmap.periods import parse_period
from tests.builders import (
    ARMY,
    ECHO,
    PAPER,
    STAGES,
    WITNESS,
    Data,
    against,
    allegation,
    element,
    library,
    norm,
    presumption,
    response,
    terms,
)
from tests.matching.archive import Archive

PASSAGES = (PAPER, WITNESS, ARMY, ECHO)
SPACES = (("act", "abc", "fact"), ("fact", "defg", "fact"), ("status", "hi", "status"))
NAMES = [f"{space}.{name}" for space, names, _ in SPACES for name in names]
LIMIT_FORMS = ("exactly", "at_least", "at_most", "below", "between")
FIGURE_FORMS = (*LIMIT_FORMS, "about", "uncertain")
PERIODS = [
    parse_period(text)
    for text in ("2020", "2021", "2020/2021", "2021/2023", "2023", "2021-06/..", "../2020")
]
LIMITS = [
    (parse_period(first), parse_period(last))
    for first, last in (("2020", "2021"), ("2021", "2021"), ("2022", "2024"))
]


@st.composite
def vocabularies(draw: st.DrawFn) -> list[TermsFile]:
    """The same names each time, some of them narrower than an earlier one of their namespace."""
    files = []
    for space, names, sort in SPACES:
        tree = []
        for place, name in enumerate(names):
            parent = draw(st.sampled_from(["", *names[:place]]))
            tree.append(f"{name}<{parent}" if parent else name)
        stages = ("plan", "threaten") if space == "act" else ()
        files.append(terms(space, *tree, *stages, sort=sort))
    return files


def _thresholds(of: list[Any]) -> st.SearchStrategy[Data]:
    return st.integers(min_value=1, max_value=len(of)).map(lambda n: {"n": n, "of": of})


def _joined(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    several = st.lists(parts, min_size=1, max_size=4)
    return (
        several.map(lambda of: {"all": of})
        | several.map(lambda of: {"any": of})
        | parts.map(lambda one: {"not": one})
        | several.flatmap(_thresholds).map(lambda of: {"at_least": of})
    )


def _figures(forms: tuple[str, ...]) -> st.SearchStrategy[Data]:
    small = st.integers(min_value=0, max_value=40)
    pairs = st.tuples(small, small).map(lambda pair: tuple(sorted(pair)))
    single = [form for form in forms if form not in ("between", "uncertain")]
    double = [form for form in forms if form in ("between", "uncertain")]
    return st.builds(lambda form, value: {form: value}, st.sampled_from(single), small) | st.builds(
        lambda form, value: {form: value}, st.sampled_from(double), pairs
    )


TERM = st.sampled_from(NAMES)
COMPARISON = (
    _figures(LIMIT_FORMS).map(lambda limit: {"age": limit})
    | _figures(LIMIT_FORMS).map(lambda limit: {"number": limit})
    | st.sampled_from(LIMITS).map(lambda limit: {"date": {"between": limit}})
)
CONDITION = st.recursive(TERM | TERM | COMPARISON, _joined, max_leaves=6)
CONDITION_ON_TERMS = st.recursive(TERM, _joined, max_leaves=4)
FACT = st.builds(
    lambda key, term, per: {key: term, "per": [per]},
    st.sampled_from(["done", "done", "not", "planned", "threatened"]),
    TERM,
    st.sampled_from(PASSAGES),
)
RESPONSE = st.builds(
    response,
    st.just("conduct") | st.lists(TERM, min_size=1, max_size=2),
    st.lists(TERM, max_size=1),
)
ALLEGATION = st.builds(
    lambda facts, when, ages, numbers, responses: allegation(
        *facts, when=when, against=against(age=ages, number=numbers), responses=responses
    ),
    st.lists(FACT, min_size=1, max_size=5),
    st.none()
    | st.builds(
        lambda sense, period: {sense: period},
        st.sampled_from(["during", "within"]),
        st.sampled_from(PERIODS),
    ),
    st.lists(_figures(FIGURE_FORMS), max_size=2),
    st.lists(_figures(FIGURE_FORMS), max_size=2),
    st.lists(RESPONSE, max_size=1),
)


@st.composite
def archives(draw: st.DrawFn, *, presumptions: int = 2) -> Archive:
    """One to eight allegations before two norms, and some presumptions."""
    norms = [
        norm(
            f"t:{number}",
            elements={
                "conduct": element("act.a", "conduct"),
                "first": element(draw(CONDITION)),
                "second": element(draw(CONDITION)),
            },
        )
        for number in (1, 2)
    ]
    drawn = [
        presumption(
            f"p{number}",
            draw(CONDITION_ON_TERMS),
            **{draw(st.sampled_from(["asserts", "denies"])): [draw(TERM)]},
        )
        for number in range(draw(st.integers(min_value=0, max_value=presumptions)))
    ]
    chosen = tuple(
        one.model_copy(update={"id": f"a{number}"})
        for number, one in enumerate(draw(st.lists(ALLEGATION, min_size=1, max_size=8)))
    )
    return Archive(library(*draw(vocabularies()), *norms, *drawn, STAGES, *chosen), chosen)
