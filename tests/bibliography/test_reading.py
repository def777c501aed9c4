"""What reference managers are told of a record, and that they are told of each record once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lawmap.bibliography import Dated, Kind, Reference, references
from lawmap.citing import KeyKind, Target
from lawmap.model.authority import Authority
from lawmap.model.instrument import Instrument, Published
from tests.builders import STYLE, allegation, decision, instrument, library, source

STYLE_OF_UNTS = STYLE.model_copy(
    update={"series": {"UNTS": "{volume} UNTS {page}"}, "bodies": {"ga": "GA"}}
)
TREATY = instrument(
    "gc4",
    binding="treaty",
    title={"full": "Convention (IV)", "short": "GC Four", "abbreviation": "GC IV"},
    adopted={"place": "Geneva", "on": "1949-08-12"},
    opened="1949-12-08",
    in_force="1950-10-21",
    published=[
        {"series": "ETS", "number": "005"},
        {"series": "UNTS", "volume": "75", "page": "287"},
    ],
    url="https://example.org/gc4",
)


def reference_of(record: Any, kind: KeyKind, group: Authority, **given: Any) -> Reference:
    target = Target(kind, record.id, group, record, **given)
    [found] = references(library(record), [target], STYLE_OF_UNTS)
    return found


def of_instrument(record: Instrument) -> Reference:
    return reference_of(record, KeyKind.INSTRUMENT, record.authority)


def test_a_treaty_brings_its_days_and_the_series_that_the_style_prefers() -> None:
    assert of_instrument(TREATY) == Reference(
        key="gc4",
        kind=Kind.TREATY,
        title="Convention (IV)",
        short="GC Four",
        issued=Dated("1949-08-12"),
        opened=date(1949, 12, 8),
        in_force=date(1950, 10, 21),
        place="Geneva",
        published=(
            Published(series="UNTS", volume="75", page="287"),
            Published(series="ETS", number="005"),
        ),
        url="https://example.org/gc4",
    )


def test_provisions_of_one_instrument_are_one_reference_and_keys_are_in_order() -> None:
    report = source("a-report")
    cited = [
        Target(KeyKind.INSTRUMENT, "gc4", Authority.TREATY, TREATY, ("gc4:49",)),
        Target(KeyKind.SOURCE, "a-report", Authority.REPORT, report),
        Target(KeyKind.INSTRUMENT, "gc4", Authority.TREATY, TREATY, ("gc4:51",)),
        Target(KeyKind.INSTRUMENT, "gc4", Authority.TREATY, TREATY),
    ]
    found = references(library(TREATY, report), cited, STYLE)
    assert [one.key for one in found] == ["gc4", "source:a-report"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"binding": "declaration", "resolution": {"body": "ga", "number": "217 A (III)"}},
            {"kind": Kind.RESOLUTION, "body": "GA", "number": "217 A (III)", "note": "1 T 1"},
        ),
        (
            {
                "binding": "custom",
                "book": {
                    "authors": [{"given": "J-M", "family": "H"}],
                    "publisher": "CUP",
                    "year": 2005,
                },
            },
            {"kind": Kind.BOOK, "body": "CUP", "issued": Dated("2005"), "note": None},
        ),
        ({"binding": "law"}, {"kind": Kind.LAW, "note": "1 T 1", "issued": None}),
    ],
)
def test_other_instruments(given: dict[str, Any], expected: dict[str, Any]) -> None:
    found = of_instrument(instrument("i", **given))
    assert {name: getattr(found, name) for name in expected} == expected


def test_a_decision_keeps_its_caveat_apart_from_its_citation() -> None:
    record = decision("tadic-1999", note="Reversed in part.", number="IT-94-1-A")
    found = reference_of(record, KeyKind.DECISION, Authority.DECISION)
    assert (found.key, found.kind) == ("decision:tadic-1999", Kind.CASE)
    assert (found.number, found.note, found.caveat) == ("IT-94-1-A", None, "Reversed in part.")


def test_what_was_not_verified_is_said() -> None:
    unseen = {"read_in": "memory", "verified": False}
    seen = {"read_in": "a book", "verified": True}
    record = instrument("i", sources={"title": seen, "in_force": unseen, "published": unseen})
    assert of_instrument(record).caveat == "Not verified: in_force, published."
    ruling = decision("d", source=unseen, note="Reversed in part.")
    found = reference_of(ruling, KeyKind.DECISION, Authority.DECISION)
    assert found.caveat == "Not verified. Reversed in part."


@pytest.mark.parametrize(
    ("sort", "kind"),
    [("press", Kind.NEWS), ("ngo", Kind.REPORT), ("testimony", Kind.DOCUMENT)],
)
def test_reports_are_of_the_kind_that_their_source_is(sort: str, kind: Kind) -> None:
    record = source("r", kind=sort, published="2024-10/2024-11", date_note="By its own words.")
    found = reference_of(record, KeyKind.SOURCE, Authority.REPORT)
    assert (found.kind, found.issued) == (kind, Dated("2024-10/2024-11"))
    assert (found.body, found.language, found.caveat) == ("A paper", "en", "By its own words.")


def test_a_dossier_is_a_document_under_its_id() -> None:
    found = reference_of(allegation(id="a"), KeyKind.ALLEGATION, Authority.DOSSIER)
    assert (found.key, found.kind, found.number) == ("allegation:a", Kind.DOCUMENT, "a")


def test_texts_of_several_lines_stand_on_one() -> None:
    record = source("r", title="One\r\nER  - \u2028two\x00\x1b[31m", author="A\nB")
    found = reference_of(record, KeyKind.SOURCE, Authority.REPORT)
    assert (found.title, found.written_by) == ("One ER - two[31m", "A B")


@pytest.mark.parametrize(
    ("text", "ends", "only", "unsure"),
    [
        ("2024-10-31", ((2024, 10, 31),), (2024, 10, 31), False),
        ("2024-10", ((2024, 10),), (2024, 10), False),
        ("2024~", ((2024,),), (), True),
        ("2024-09/2024-11", ((2024, 9), (2024, 11)), (), False),
        ("2014-02-27/..", (), (), False),
        ("202X", (), (), False),
    ],
)
def test_dates_are_never_more_precise_than_they_were_given(
    text: str, ends: tuple[Any, ...], only: tuple[int, ...], unsure: bool
) -> None:
    dated = Dated(text)
    assert (dated.ends, dated.only, dated.is_unsure) == (ends, only, unsure)
