"""What holds of the recogniser for every text."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import lawmap
from lawmap.model.library import Library
from lawmap.recognising import Names, Status, recognise

PIECES = st.sampled_from(
    (
        *(
            "Article ",
            "Articles ",
            "art. ",
            "ст. ",
            "Rule ",
            "§ ",
            "paragraph ",
            "first ",
            "of the ",
        ),
        *(
            "Geneva Convention ",
            "GC IV",
            "Rome Statute",
            "the Convention",
            "Protocol No. ",
            "thereof",
            "CRC",
            "Ibid ",
            "\n\n",
            "12 August 1949",
            "75 UNTS 287 ",
            "(n 2) ",
            "[hereinafter GC IV]",
            "Convention on the Rights of the Child ",
        ),
        *(
            "1",
            "49",
            "8 bis",
            "999999999",
            "(1)",
            "(a)",
            "(",
            ")",
            "[",
            "-",
            "–",
            "+",
            ",",
            ";",
            " and ",
        ),
        *(
            "hereinafter ",
            "(“the Convention”)",
            "“",
            "\u00a0",
            "\u200b",
            "\u0301",
            "\n",
            "\0",
            "IX",
            "’s",
        ),
    )
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=200))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
@example(text="Article 1-1-1-1-1-1-1-1 of GC IV")
@example(text="Articles 1, , and (a) of that Convention")
@example(text="(“”) Article 5 of the “")
def test_citations_stand_in_the_text_in_order(text: str, names: Names) -> None:
    found = list(recognise(text, names))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.start <= one.pinpoint[0] < one.pinpoint[1] <= one.end
        assert one.ambiguous == (one.status is Status.AMBIGUOUS)
        assert one.reason.endswith(".")
        assert one.keys or one.status is not Status.EXISTS
    assert all(left.end <= right.start for left, right in pairwise(found))


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_every_key_is_a_provision_of_the_library(text: str, names: Names, library: Library) -> None:
    for one in recognise(text, names):
        assert all(library.has_provision(key) for key in one.keys), one


def provisions(library: Library) -> list[str]:
    """Every provision of the library."""
    return [
        f"{name}:{article}{below}"
        for name, structure in library.structures.items()
        for article, several in structure.provisions.items()
        for below in ("", *several)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_a_citation_that_lawmap_writes_is_recognised(
    seed: int, names: Names, library: Library
) -> None:
    sample = random.Random(seed).sample(provisions(library), 200)  # noqa: S311
    wrong = []
    for key in sample:
        written = lawmap.cite(library, key)
        found = list(recognise(f"The act was contrary to {written}, as the court held.", names))
        if [(one.text, one.keys) for one in found] != [(written, (key,))]:
            wrong.append((key, written, found))
    assert wrong == []
