"""Where words stand in the texts of one instrument."""

from __future__ import annotations

from lawmap.model.instrument import Structure
from lawmap.texts import StoredText, TextKind
from lawmap.texts.instruments import InstrumentTexts

STRUCTURE = Structure.model_validate(
    {
        "schema_version": 1,
        "instrument": "t",
        "edition": "t-1948",
        "read_in": "nowhere",
        "provisions": {"II": ["(1)", "(2)"]},
    }
)
TEXT = StoredText("t", "2", "", "en", "s", TextKind.TEXT, "", "First words.\n\nSecond words.")
COMPANION = TEXT._replace(kind=TextKind.COMPANION)
TEXTS = InstrumentTexts("t", [TEXT, COMPANION], STRUCTURE)


def test_a_part_of_an_article_is_given_alone() -> None:
    assert TEXTS.part(TEXT, "(2)") == ("(2)", "Second words.")
    assert TEXTS.part(TEXT, "(3)") == ("", TEXT.text)


def test_a_companion_is_given_whole_and_holds_no_provision() -> None:
    assert TEXTS.part(COMPANION, "(2)") == ("", COMPANION.text)
    assert TEXTS.of_article("2") == [TEXT]


def test_a_provision_is_written_as_the_structure_writes_it() -> None:
    assert TEXTS.provision("2", "(1)") == "t:II(1)"
    assert TEXTS.provision("9", "") == "t:9"


def test_what_agrees_ends_with_a_whole_word() -> None:
    assert TEXTS.agreement("First words of all", TEXT) == "First words"
    assert TEXTS.agreement("None", TEXT) == ""
