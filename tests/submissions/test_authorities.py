"""The places that a table of authorities names."""

from __future__ import annotations

import pytest

from lawmap.submissions import examine, list_authorities
from tests.submissions.law import wanted


@pytest.mark.parametrize(
    ("source", "places"),
    [
        # Counted, where nothing is numbered: headings, cells and notes are no paragraphs.
        ("# H @{gc}\n\na @{gc}\n\nb\n\n> c @{gc}\n", "opening; paras 1, 3"),
        ("|a|\n|-|\n|@{gc}|\n\nb @{gc}\n", "opening; para 1"),
        # Numbered lists, whatever stands between their items.
        ("x @{gc}\n\n7. a @{gc}\n\n   b @{gc}\n\n# H\n\n8. c\n\nd @{gc}\n", "opening; paras 7, 8"),
        ("1. a\n1. b @{gc}\n   - x @{gc}\n     1. y @{gc}\n", "para 2"),
        # Numbers that are text, and numbers that are no paragraphs.
        ("12\\. a @{gc}\n\nb @{gc}\n\n13\\. c @{gc}\n", "paras 12, 13"),
        ("> 5. a\n\nb @{gc}\n", "para 2"),
        # Footnotes, those of the writer among them, and one that nothing calls.
        ("a[^n] b [@{gc}] c[^n]\n\n[^n]: @{gc}\n", "nn 1, 2"),
        ("a [@{gc}]^[@{gc}]\n\n[^n]: @{gc}\n", "para 1; nn 1, 2"),
    ],
)
def test_places_are_those_that_a_reader_finds(source: str, places: str) -> None:
    how = wanted()
    found = examine(source, "a.md", how)
    [group] = list_authorities(found.document, found.uses, how)
    [one] = group.listed
    assert [part.where for part in one.provisions] == [places]


def test_provisions_stand_in_the_order_of_the_instrument_and_paragraphs_by_number() -> None:
    how = wanted()
    source = (
        "@{gc:50} @{gc:49(6)} @{gc:49(2)} @{gc:49} @{gc} @{case#p10} @{case#p9} @{case}"
        " @{gc:49(1)/removal} @{gc:49(1)#extra}\n"
    )
    found = examine(source, "a.md", how)
    told = {
        one.key: [part.text for part in one.provisions]
        for group in list_authorities(found.document, found.uses, how)
        for one in group.listed
    }
    assert told == {
        "gc": ["", "art 49", "art 49(1)", "art 49(2)", "art 49(6)", "art 50"],
        "decision:case": ["", "para 9", "para 10"],
    }
