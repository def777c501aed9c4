"""Where a text quotes, to which citation a quotation belongs, and whether the law has its words."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lawmap.quoting import Note, Quotation, Result, Shelf, beside, compare, quotations
from lawmap.texts.plain import plain
from tests.quoting.shelves import shelf_of

CASES = Path(__file__).parents[1] / "cases" / "typed"
SECONDS = 5
"""What takes longer grows faster than its input; it takes a few tenths."""


def cases(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return found


MARKS, COMPARING = cases("marks.yaml"), cases("comparing.yaml")


@pytest.mark.parametrize("case", MARKS.values(), ids=list(MARKS))
def test_what_a_text_quotes(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[one.start : one.end] for one in quotations(text)] == case["quoted"]


def test_blocks_that_are_set_off_are_quotations() -> None:
    text = "says:\n\none two three “four” five\n\nend"
    block = (7, 33)
    assert quotations(text, [block]) == [Quotation(*block, is_block=True)]


@given(st.text("“”\"'‘’«»„ab \n", max_size=60))
def test_quotations_lie_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["“", "'a", '"a ', "a “b c d e” ", "„", "”", "\n ", "\n"])
def test_hostile_marks_take_no_longer_than_others(piece: str) -> None:
    text = piece * (600_000 // len(piece))
    began = time.perf_counter()
    quotations(text)
    assert time.perf_counter() - began < SECONDS


def near(text: str, quoted: str, *cited: str, is_block: bool = False) -> list[str]:
    """The citations beside the one quotation, the nearest first."""
    start = text.index(quoted)
    one = Quotation(start, start + len(quoted), is_block)
    spans = sorted((text.index(name), text.index(name) + len(name)) for name in cited)
    found = beside(text, [one], spans)
    return [text[slice(*spans[index])] for _, indexes in found for index in indexes]


@pytest.mark.parametrize("marked", cases("tying.yaml"))
def test_a_quotation_belongs_to_a_citation_by_where_both_stand(marked: str) -> None:
    text, tied = "", list[int]()
    found: list[tuple[int, int]] = []
    for piece in re.split(r"\[([+-][^\]]+)\]", marked):
        if piece[:1] in ("+", "-"):
            tied += [len(found)] if piece[0] == "+" else []
            found.append((len(text), len(text) + len(piece) - 1))
        text += piece.lstrip("+-")
    spans = {word[1]: Quotation(*word.span(1)) for word in re.finditer(r"“(\w+)\.?”", text)}
    near = dict(beside(text, sorted(spans.values()), found))
    assert sorted(near.get(spans["words"], [])) == tied


def test_a_citation_within_the_quotation_is_none_of_it() -> None:
    assert near("“as Art 1 says” (Art 2)", "as Art 1 says", "Art 1", "Art 2") == ["Art 2"]


def test_a_citation_far_away_is_not_beside() -> None:
    assert near(f"Art 1 {'x' * 300} “words”", "words", "Art 1") == []


def test_a_citation_beyond_another_quotation_is_not_beside() -> None:
    text = "Art 1 “first” and “second”"
    first, second = (text.index(word) for word in ("first", "second"))
    found = [Quotation(first, first + 5), Quotation(second, second + 6)]
    assert beside(text, found, [(0, 5)]) == [(found[0], [0])]
    behind = "“first” and “second” Art 1"
    found = [Quotation(1, 6), Quotation(13, 19)]
    assert beside(behind, found, [(21, 26)]) == [(found[1], [0])]


def test_a_block_belongs_to_the_paragraph_that_leads_up_to_it() -> None:
    assert near("Art 1 says:\n\nwords", "words", "Art 1", is_block=True) == ["Art 1"]
    assert near("Art 1 says.\n\nwords", "words", "Art 1", is_block=True) == []


def test_the_citations_of_a_note_that_is_called_behind_a_quotation_are_beside_it() -> None:
    text = "“words” here.\n\nArt 1; Art 2"
    one, cited = Quotation(1, 6), [(15, 20), (22, 27)]
    assert beside(text, [one], cited) == []
    assert beside(text, [one], cited, [Note(7, 15, 27)]) == [(one, [0, 1])]
    assert beside(text, [one], cited, [Note(0, 15, 27)]) == []
    assert beside(text, [one], cited, [Note(500, 15, 27)]) == []


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf_of(COMPARING, tmp_path_factory.mktemp("packs"))


@pytest.mark.parametrize("case", COMPARING["cases"].values(), ids=list(COMPARING["cases"]))
def test_what_becomes_of_a_quotation(shelf: Shelf, case: dict[str, Any]) -> None:
    found = compare(shelf, case["words"], case["at"])
    assert found.result is Result(case["result"])
    assert list(found.places) == case.get("places", [])
    assert list(map(list, found.differences)) == case.get("differences", [])
    if found.result is Result.ELSEWHERE:
        assert found.is_sure is case.get("sure", True)


TEXTS = [text["text"] for text in COMPARING["texts"] if text.get("kind", "text") == "text"]


@given(st.data())
def test_words_of_a_provision_are_verbatim(shelf: Shelf, data: st.DataObject) -> None:
    article, text = data.draw(st.sampled_from([("1", TEXTS[0]), ("2", TEXTS[1])]))
    words = text.split()
    begin = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(begin + 1, len(words)))
    quoted = " ".join(words[begin:end])
    if plain(quoted):
        assert compare(shelf, quoted, [f"t:{article}"]).result is Result.VERBATIM


WORDS = ["the", "State", "shall", "not", "destroy", "any", "property", "xx"]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_nothing_is_called_wrong_of_a_provision_of_which_a_part_is_at_hand(
    shelf: Shelf, words: list[str]
) -> None:
    found = compare(shelf, " ".join(words), ["t:3"])
    assert found.result in {Result.NO_TEXT, Result.ELSEWHERE}
    assert not found.is_sure
