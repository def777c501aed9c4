"""Words in, records out: what is found, in which order, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from lawmap.errors import UsageError
from lawmap.lookup import Found, Kind, search
from lawmap.model.instrument import Instrument
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.vocabulary import TermsFile
from tests.builders import STYLE, Data, allegation, instrument, norm, source


def terms_file(**terms: Data) -> TermsFile:
    return TermsFile.model_validate(
        {
            "schema_version": 1,
            "namespace": "act",
            "sort": "fact",
            "about": "Acts.",
            "terms": {
                name: {"label": {"en": name}, "def": "Words.", **terms[name]} for name in terms
            },
        }
    )


def library(
    *norms: Norm,
    terms: dict[str, Data] | None = None,
    instruments: tuple[Instrument, ...] = (instrument(),),
) -> Library:
    return Library(
        norms={one.id: one for one in norms},
        terms_files=(terms_file(**terms),) if terms else (),
        instruments={one.id: one for one in instruments},
        styles={STYLE.id: STYLE},
    )


def ids(found: Found) -> list[str]:
    return [hit.id.text for hit in found.hits]


def told(found: Found) -> list[tuple[str, list[str]]]:
    """Field and words of every line in which something was found, of all hits."""
    return [
        (line.field, [line.text[start:end] for start, end in line.found])
        for hit in found.hits
        for line in (hit.id, hit.title, *hit.lines)
        if line.found
    ]


MADE = library(
    norm("t:1", heading="No transfer of children", headings={"uk": "Заборона переміщення дітей"}),
    norm("t:2", heading="Care", rule="Children must not be moved by transfer."),
    norm("t:3", heading="Transfers", words={"en": "do not", "fr": "ne pas transférer"}),
    terms={
        "move": {"label": {"en": "movement", "uk": "переміщення осіб"}, "def": "Any transfer."},
        "adopt": {"label": {"en": "adoption", "uk": "усиновлення"}, "def": "A new parentage."},
        "part": {"label": {"uk": "розлучення з сім’єю"}, "def": "Parting a family."},
    },
)


def test_every_word_must_stand_in_the_record() -> None:
    assert ids(search(MADE, ["transfer", "children"])) == ["t:1", "t:2"]
    assert ids(search(MADE, ["transfer", "children", "care"])) == ["t:2"]
    assert ids(search(MADE, ["transfer", "nowhere"])) == []


def test_a_text_of_several_words_is_as_good_as_several_texts() -> None:
    assert search(MADE, ["transfer children"]) == search(MADE, ["transfer", "children"])


def test_words_may_stand_in_different_texts_and_each_is_told() -> None:
    found = search(MADE, ["care", "children"])
    assert told(found) == [("heading", ["Care"]), ("rule", ["Children"])]


def test_names_come_first_then_rules_then_definitions_then_other_forms() -> None:
    made = library(
        norm("t:1", heading="A", rule="Adopted."),
        norm("t:2", heading="Adopted", rule="B"),
        norm("t:3", heading="Adoption", rule="C"),
        terms={"take": {"def": "Adopted."}},
    )
    assert ids(search(made, ["adopted"])) == ["t:2", "t:1", "act.take", "t:3"]


def test_whole_words_come_before_beginnings() -> None:
    made = library(norm("t:1", heading="Transferred"), norm("t:2", heading="Transfer"))
    assert ids(search(made, ["transfer"])) == ["t:2", "t:1"]


def test_the_very_id_comes_first_of_all() -> None:
    made = library(norm("t:1", rule="See t:49(1)."), norm("t:49(1)"), norm("t:1(49)", heading="1"))
    assert ids(search(made, ["t:49(1)"]))[0] == "t:49(1)"


def test_equals_come_by_kind_and_id() -> None:
    made = library(
        norm("t:2", heading="Doing"),
        norm("t:1", heading="Doing"),
        terms={"b": {"label": {"en": "doing"}}, "a": {"label": {"en": "doing"}}},
    )
    assert ids(search(made, ["doing"])) == ["t:1", "t:2", "act.a", "act.b"]


@pytest.mark.parametrize("asked", ["переміщення", "ПЕРЕМІЩЕННЯ", "переміщ", "переміщенням"])
def test_ukrainian_is_found_in_headings_and_labels(asked: str) -> None:
    assert ids(search(MADE, [asked])) == ["t:1", "act.move"]


@pytest.mark.parametrize("asked", ["сім'єю", "сім’єю", "сімʼєю", "СІМЄЮ"])
def test_the_apostrophe_does_not_count(asked: str) -> None:
    assert ids(search(MADE, [asked])) == ["act.part"]


def test_a_language_limits_texts_but_not_ids_and_gives_the_title() -> None:
    assert ids(search(MADE, ["transfer"], language="uk")) == []
    found = search(MADE, ["дітей"], language="uk")
    assert [hit.title.text for hit in found.hits] == ["Заборона переміщення дітей"]
    assert ids(search(MADE, ["move"], language="uk")) == ["act.move"]
    assert ids(search(MADE, ["дітей"], language="en")) == []


def test_a_title_in_another_language_stands_where_there_is_none() -> None:
    (hit,) = search(MADE, ["t:3"], language="uk").hits[:1]
    assert (hit.title.text, hit.title.language, hit.title.found) == ("Transfers", "en", ())


def test_operative_words_are_found_in_their_language() -> None:
    assert told(search(MADE, ["transférer"])) == [("words", ["transférer"])]
    assert ids(search(MADE, ["transférer"], language="fr")) == ["t:3"]


def test_kinds_limit_what_is_searched() -> None:
    assert ids(search(MADE, ["transfer"], kinds=[Kind.TERMS])) == ["act.move"]
    every = search(MADE, ["transfer"])
    assert {hit.kind for hit in every.hits} == {Kind.NORMS, Kind.TERMS}


def test_instruments_are_found_by_titles_aliases_and_citation() -> None:
    made = library(
        instruments=(
            instrument(
                title={
                    "full": "Convention on Doing",
                    "short": "The Doing Convention",
                    "abbreviation": "DC",
                },
                aliases=["CoD", "Treaty of Nowhere"],
                citation="12 UNTS 34",
            ),
        )
    )
    for asked in (["convention", "doing"], ["DC"], ["cod"], ["nowhere"], ["UNTS", "12"]):
        assert ids(search(made, asked)) == ["t"]


def test_a_norm_is_found_by_how_it_is_cited_but_after_its_texts() -> None:
    made = library(
        norm("t:49", heading="A"), norm("t:2", heading="B", rule="As in Treaty t, art 49.")
    )
    assert ids(search(made, ["treaty", "49"])) == ["t:2", "t:49"]


def test_allegations_and_sources_are_found_by_titles_accounts_publishers_and_claimants() -> None:
    made = replace(
        library(),
        allegations={"a": allegation(title="Men held", account="A paper says they were beaten.")},
        sources={"report": source(publisher="Evening paper", author="J. Scribe")},
    )
    assert ids(search(made, ["held"])) == ["a"]
    assert ids(search(made, ["beaten"])) == ["a"]
    assert ids(search(made, ["evening"])) == ["report"]
    assert ids(search(made, ["scribe"])) == ["report"]
    assert ids(search(made, ["somebody"])) == ["report"]


def test_where_nothing_is_found_the_nearest_words_are_told() -> None:
    found = search(MADE, ["Cihldren", "movement"])
    assert found.hits == ()
    assert found.instead == {"Cihldren": ("children",)}


def test_words_that_stand_apart_have_nothing_in_their_place() -> None:
    assert search(MADE, ["adoption", "care"]) == Found((), {})


@pytest.mark.parametrize("words", [[], [""], ["..."], ["—", "'"]])
def test_no_word_is_wrong_use(words: list[str]) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        search(MADE, words)


def test_a_library_without_styles_or_instruments_can_be_searched() -> None:
    made = Library(norms={"t:1": norm("t:1", heading="Doing")})
    assert ids(search(made, ["doing"])) == ["t:1"]


@cache
def turned() -> Library:
    """The same records, put in the other way round."""
    return replace(
        MADE,
        norms=dict(reversed(list(MADE.norms.items()))),
        terms_files=tuple(
            one.model_copy(update={"terms": dict(reversed(list(one.terms.items())))})
            for one in MADE.terms_files
        ),
    )


@pytest.mark.parametrize("asked", ["transfer", "t", "children", "переміщення", "adopted"])
def test_the_order_does_not_depend_on_that_of_the_files(asked: str) -> None:
    assert search(turned(), [asked]) == search(MADE, [asked])


def test_words_are_told_in_the_order_of_the_text() -> None:
    found: Any = search(MADE, ["children", "transfer"], kinds=[Kind.NORMS])
    assert told(found)[0] == ("heading", ["transfer", "children"])
