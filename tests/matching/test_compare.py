"""Reported figures and times against the limits that norms set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lawmap.matching.compare import compare_quantities, compare_time
from lawmap.model.conditions import DateLimit, Limit
from lawmap.model.persons import Quantity
from lawmap.periods import Sense, parse_period
from lawmap.truth import Plane, Truth, Value

CASES = Path(__file__).parents[1] / "cases"
FIGURES = yaml.safe_load((CASES / "figures.yaml").read_text(encoding="utf-8"))

SUPPORTED, CONTRADICTED, OPEN = (
    Value(truth) for truth in (Truth.SUPPORTED, Truth.CONTRADICTED, Truth.OPEN)
)
IN_PART = Value(Truth.SUPPORTED, in_part=True)


def value(words: str) -> Value:
    """Read such as ``disputed in part``; ``in part`` alone is supported."""
    truth = words.removesuffix("in part").strip() or "supported"
    return Value(Truth(truth), in_part=words.endswith("in part"))


def read(reported: Any) -> list[Quantity]:
    figures = reported if isinstance(reported, list) else [reported]
    return [Quantity.model_validate(figure) for figure in figures]


@pytest.mark.parametrize(
    ("reported", "limit", "answer"),
    [pytest.param(*row, id=f"{row[0]} against {row[1]}") for row in FIGURES],
)
def test_a_figure_answers_a_limit_as_its_interval_does(
    reported: Any, limit: Any, answer: str
) -> None:
    found = compare_quantities(read(reported), Limit.model_validate(limit))
    assert found.at(0) == value(answer)


def test_the_table_asks_every_form_of_figure_about_every_form_of_limit() -> None:
    figures = set(Quantity.model_fields) - {"per"}
    asked = {
        (key, limit)
        for figure, given, _ in FIGURES
        for key in figure
        for limit in given
        if isinstance(figure, dict)
    }
    missing = {(figure, limit) for figure in figures for limit in Limit.model_fields} - asked
    assert not missing


def test_a_single_doubtful_figure_says_nothing_at_all() -> None:
    limit = Limit.model_validate({"below": 15})
    assert compare_quantities(read({"uncertain": [14, 16]}), limit) == Plane(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("reported", "sense", "answer"),
    [
        ("2022-06", Sense.WITHIN, SUPPORTED),
        ("2022", Sense.DURING, SUPPORTED),
        ("2021-12-31", Sense.WITHIN, CONTRADICTED),
        ("2024", Sense.DURING, CONTRADICTED),
        ("2021-12/2022-01", Sense.DURING, IN_PART),
        ("2021-12/2022-01", Sense.WITHIN, OPEN),
        ("2023-12/2024-01", Sense.BEFORE, OPEN),
        ("../2021", Sense.BEFORE, CONTRADICTED),
        ("2023/..", Sense.DURING, IN_PART),
        ("2024/..", Sense.WITHIN, CONTRADICTED),
        ("../..", Sense.WITHIN, OPEN),
    ],
)
def test_a_time_answers_a_limit_from_first_to_last_day(
    reported: str, sense: Sense, answer: Value
) -> None:
    limit = DateLimit(between=(parse_period("2022"), parse_period("2023")))
    assert compare_time(parse_period(reported), sense, limit).at(0) == answer
