"""When a word that is looked for fits a word of a text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.lookup.words import Fit, fit, fold, words_of


def texts_of(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


SPLIT = {
    "a sentence": (
        "No forcible transfer, and none.",
        ["no", "forcible", "transfer", "and", "none"],
    ),
    "a norm": ("gc4:49(1)/service", ["gc4", "49", "1", "service"]),
    "a term": ("act.compel-armed-service", ["act", "compel", "armed", "service"]),
    "Ukrainian": ("Заборона депортації", ["заборона", "депортації"]),
    "an apostrophe inside a word": ("п'ять child's", ["пять", "childs"]),
    "quotation marks around a word": ("‘filtration’ 'centres'", ["filtration", "centres"]),
    "no word": ("... — «»", []),
}


@pytest.mark.parametrize(("text", "words"), SPLIT.values(), ids=SPLIT)
def test_a_text_is_split_into_words(text: str, words: list[str]) -> None:
    assert texts_of(text) == words


@pytest.mark.parametrize("mark", ["'", "’", "ʼ", "‘", "`", "´", "＇", ""])
def test_every_apostrophe_is_the_same_and_none_is_needed(mark: str) -> None:
    assert texts_of(f"сім{mark}ї обов{mark}язок") == ["сімї", "обовязок"]


SAME = {
    "capitals": ("ДІТИ", "діти"),
    "a letter in two parts": (unicodedata.normalize("NFD", "її військовий"), "її військовий"),
    "a stress mark": ("при\u0301мус", "примус"),
    "a ligature": ("conﬂict", "conflict"),
    "sharp s": ("STRASSE", "straße"),
    "wide letters": ("ＧＣ４", "gc4"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_what_does_not_count(one: str, other: str) -> None:
    assert texts_of(one) == texts_of(other)


@pytest.mark.parametrize(("one", "other"), [("і", "i"), ("дитина", "дитино"), ("é", "e")])
def test_what_does_count(one: str, other: str) -> None:
    assert texts_of(one) != texts_of(other)


def test_the_place_of_a_word_is_that_in_the_text_as_it_stands() -> None:
    text = "Сім’ї, «при\u0301мус»"
    assert [text[word.start : word.end] for word in words_of(text)] == ["Сім’ї", "при\u0301мус"]


FITS = {
    "the word": ("transfer", "transfer", Fit.WHOLE),
    "its beginning": ("trans", "transfer", Fit.BEGINNING),
    "one letter": ("t", "transfer", Fit.BEGINNING),
    "not its middle": ("fer", "transfer", None),
    "a number": ("49", "49", Fit.WHOLE),
    "not the beginning of a number": ("4", "49", None),
    "the beginning of a name with a number": ("gc", "gc4", Fit.BEGINNING),
    # other forms
    "a plural": ("children", "child", Fit.FORM),
    "a noun for a participle": ("adopted", "adoption", Fit.FORM),
    "a participle for a noun": ("adoption", "adopted", Fit.FORM),
    "a long ending": ("deported", "deportation", Fit.FORM),
    "a Ukrainian case": ("дитина", "дитини", Fit.FORM),
    "a Ukrainian case at the end of a word of five": ("особа", "особи", Fit.FORM),
    "a Ukrainian case of a long word": ("депортація", "депортацією", Fit.FORM),
    "a Ukrainian gender": ("примусовий", "примусова", Fit.FORM),
    "a Ukrainian adjective in another case": ("примусового", "примусове", Fit.FORM),
    # and what is none
    "a short word has no other forms": ("life", "live", None),
    "another word with the same beginning": ("deport", "deposit", None),
    "another word with the same prefix": ("internal", "international", None),
    "another word with the same Latin prefix": ("internal", "interest", None),
    "a word that has little in common": ("transfer", "transport", None),
}


@pytest.mark.parametrize(("asked", "word", "how"), FITS.values(), ids=FITS)
def test_a_word_fits_or_does_not(asked: str, word: str, how: Fit | None) -> None:
    assert fit(fold(asked), fold(word)) is how


WORD = st.text(alphabet="abcdeiаеиівї", min_size=1, max_size=12)


@given(WORD, WORD)
def test_a_word_that_fits_begins_alike(asked: str, word: str) -> None:
    how = fit(asked, word)
    if how is Fit.FORM:
        assert len(asked) >= 5
        assert asked[:4] == word[:4]
    elif how is not None:
        assert word.startswith(asked)
    else:
        assert not word.startswith(asked)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_and_words_lie_in_order(text: str) -> None:
    words = words_of(text)
    assert all(fold(word.text) == word.text for word in words)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
