"""What reaches an audience is listed, field by field; what nobody decided on stays inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from lawmap.dossier.allowed import ALLOWED, Fields, passed
from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling, Record
from lawmap.model.source import Source
from tests.dossier.records import allegation, source

BELOW = [Handling.PUBLIC, Handling.INTERNAL]


def records_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every sort of record that a value of this type may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from records_in(inner)


def every_sort(*roots: type[BaseModel]) -> set[type[BaseModel]]:
    """The records that files of these sorts are made of."""
    found: set[type[BaseModel]] = set()
    waiting = list(roots)
    while waiting:
        sort = waiting.pop()
        if sort not in found:
            found.add(sort)
            for field in sort.model_fields.values():
                waiting += [*records_in(field.annotation), *records_in(tuple(field.metadata))]
    return found


def test_every_sort_of_record_is_decided_on() -> None:
    assert every_sort(Allegation, Source) == set(ALLOWED)


@pytest.mark.parametrize("sort", ALLOWED, ids=lambda sort: sort.__name__)
def test_every_field_is_allowed_or_held_back_with_a_reason(sort: type[BaseModel]) -> None:
    fields = ALLOWED[sort]
    listed = [*fields.public, *fields.internal, *fields.held]
    assert sorted(listed) == sorted(sort.model_fields)
    assert all(reason.strip() for reason in fields.held.values())


def test_a_field_that_is_not_listed_stays_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    class Newer(Record):
        """A record to which somebody added a field."""

        known: str = ""
        added: str = ""

    monkeypatch.setattr("lawmap.dossier.allowed.ALLOWED", {Newer: Fields(public=("known",))})
    record = Newer(known="a", added="b")
    for audience in BELOW:
        assert passed(record, audience) == (Newer(known="a"), 1)
    assert passed(record, Handling.CONFIDENTIAL) == (record, 0)


@pytest.mark.parametrize(
    ("audience", "reviewer", "archive"),
    [
        (Handling.PUBLIC, None, None),
        (Handling.INTERNAL, "R. Reviewer", "Box 7"),
        (Handling.CONFIDENTIAL, "R. Reviewer", "Box 7"),
    ],
)
def test_who_reviewed_and_where_the_copy_lies_is_not_for_everybody(
    audience: Handling, reviewer: str | None, archive: str | None
) -> None:
    reviewed = {"state": "final", "by": "R. Reviewer", "on": "2024-11-01"}
    record, _ = passed(Allegation.model_validate(allegation(review=reviewed)), audience)
    assert record.review.by == reviewer
    assert record.review.state.value == "final"
    original = {"sha256": "0" * 64, "paragraphs": 9, "archive": "Box 7"}
    read, _ = passed(Source.model_validate(source(original=original)), audience)
    assert read.original.archive == archive


def test_a_caveat_on_a_source_is_never_lost() -> None:
    known = {"reliability": "often wrong", "credibility": "not confirmed"}
    given = Source.model_validate(source(assessment=known, superseded_by=None))
    read, held = passed(given, Handling.PUBLIC)
    assert read.assessment == given.assessment
    assert held == 0


def test_lists_of_names_reach_nobody_below() -> None:
    named = [{"name": "Jan Roe", "called": "child A"}]
    record = Allegation.model_validate(allegation(persons=named))
    for audience in BELOW:
        assert passed(record, audience)[0].persons == ()
