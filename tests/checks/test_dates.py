"""Dates in files are out of order exactly where one certainly lies before what it must follow."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.checks.dates import out_of_order
from lawmap.loading import Loaded, load, with_text
from lawmap.model.instrument import Parties
from lawmap.periods import parse_period
from tests import builders as make
from tests.loading.written import allegation

NOTHING = Loaded(make.library(), (), ())
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(1950, 12, 31))
SOURCE = {"read_in": "a book", "verified": "false"}


def faults_of(*events: make.Data) -> int:
    """How many dates are out of order in the table of a State with these acts."""
    every = [event | {"source": SOURCE} for event in events]
    party = {"name": "A State", "events": every, "known_until": "1951-01-01"}
    table = {"schema_version": "1", "instrument": "t", "parties": {"AAA": party}}
    loaded = with_text(NOTHING, Parties, Path("parties.yaml"), json.dumps(table))
    assert loaded.diagnostics == ()
    return len(list(out_of_order(loaded)))


def act(name: str, **days: date) -> make.Data:
    return {"act": name} | {key: day.isoformat() for key, day in days.items()}


@given(st.lists(DAYS | st.none(), min_size=1, max_size=6))
def test_an_act_that_is_listed_after_a_later_one_is_at_fault(days: list[date | None]) -> None:
    known = [day for day in days if day]
    backwards = [one for one, following in pairwise(known) if following < one]
    acts = (act("signature", on=day) if day else act("signature") for day in days)
    assert faults_of(*acts) == len(backwards)


@given(DAYS, DAYS)
def test_only_some_acts_may_have_an_effect_that_goes_back(on: date, effect: date) -> None:
    for forward in ("ratification", "accession"):
        assert faults_of(act(forward, on=on, effect=effect)) == (effect < on)
    for free in ("succession", "continuation", "declaration", "derogation", "cessation"):
        assert faults_of(act(free, on=on, effect=effect)) == 0


@given(DAYS, DAYS)
def test_an_act_without_a_day_contradicts_none(day: date, effect: date) -> None:
    acts = (act("signature", on=day), act("declaration", effect=effect), act("reservation"))
    assert faults_of(*acts, act("declaration", on=day)) == 0


@pytest.mark.parametrize("when", ["1950", "1950-03", "1950-03-10", "1950?", "1949-11/.."])
@pytest.mark.parametrize(
    "published", ["1950", "1950-03", "1950-02-28", "1950~", "1948/1949-10", "1950-04/.."]
)
def test_conduct_is_too_late_for_a_report_where_no_day_fits_both(
    tmp_path: Path, when: str, published: str
) -> None:
    report = make.source().model_dump(mode="json", exclude_none=True, exclude={"published"})
    texts = {
        "allegations/a.yaml": allegation(per="[report#p1]", when=f"{{within: {when}}}"),
        "sources/report.yaml": json.dumps({**report, "published": published}),
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    loaded = load([tmp_path])
    assert loaded.diagnostics == ()
    first, last = parse_period(when).first, parse_period(published).last
    too_late = first is not None and last is not None and last < first
    assert [fault.code for fault in out_of_order(loaded)] == ["LM301"] * too_late
