"""Several provisions in few words, none lost and none added."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lawmap.citing import Form, cite_targets, find, find_style, parse_key, to_text
from lawmap.citing.pinpoints import of_provisions
from lawmap.citing.structure import above, below
from lawmap.model.instrument import Structure
from lawmap.model.style import Lists, Style, Unit
from tests.builders import STYLE
from tests.dossier.made import seed_library

CASES = Path(__file__).parents[1] / "cases" / "pinpoints.yaml"
TABLE = yaml.safe_load(CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE["written"], ids=lambda row: " ".join(row["keys"]))
def test_keys_are_written_as_one_citation(row: dict[str, Any]) -> None:
    library = seed_library()
    targets = [find(library, parse_key(key)) for key in row["keys"]]
    style = find_style(library, "plain")
    assert to_text(cite_targets(library, targets, style, Form.SHORT)) == row["text"]


def style_with(lists: Lists) -> Style:
    """A style that writes numbers alone."""
    units = {"art": Unit(one="{numbers}", many="{numbers}")}
    return STYLE.model_copy(update={"units": units, "lists": lists})


NAMES = ["gc4", "rome", "genocide", "ap1", "hague", "cihl"]
LISTS = [Lists(), Lists.model_validate({"range_from": "2"}), Lists(last=" et ", dash="-")]


@st.composite
def provisions(draw: st.DrawFn) -> tuple[Structure, list[str]]:
    """Provisions of an instrument, often neighbours, in any order."""
    structure = seed_library().structures[draw(st.sampled_from(NAMES))]
    found: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        holder = draw(st.sampled_from(["", *structure.provisions]))
        rows = below(structure, holder) or (holder,)
        first = draw(st.integers(0, len(rows) - 1))
        found += rows[first : first + draw(st.integers(1, 5))]
    return structure, found


@pytest.mark.parametrize("lists", LISTS, ids=str)
@given(made=provisions())
def test_a_reader_finds_every_provision_and_no_other(
    lists: Lists, made: tuple[Structure, list[str]]
) -> None:
    structure, wanted = made
    text = of_provisions(style_with(lists), "art", wanted, structure)
    assert list(read(text, lists, structure)) == list(dict.fromkeys(wanted)), text


@given(made=provisions())
def test_a_style_that_orders_provisions_loses_none(made: tuple[Structure, list[str]]) -> None:
    structure, wanted = made
    lists = Lists(ordered=True)
    text = of_provisions(style_with(lists), "art", wanted, structure)
    every = [
        f"{article}{one}" for article, parts in structure.provisions.items() for one in ("", *parts)
    ]
    assert list(read(text, lists, structure)) == [one for one in every if one in wanted], text


def read(text: str, lists: Lists, structure: Structure) -> list[str]:
    """The provisions that a reader understands: the other way round, written on its own."""
    items = re.split(f"{re.escape(lists.between)}|{re.escape(lists.last)}", text)
    found: list[str] = []
    for item in items:
        first, _, last = item.partition(lists.dash)
        begin = f"{above(items[0].partition(lists.dash)[0])}{first}" if first[0] == "(" else first
        found += members(structure, begin, last) if last else [begin]
    return found


def members(structure: Structure, begin: str, last: str) -> tuple[str, ...]:
    rows = below(structure, above(begin))
    end = f"{above(begin)}{last}" if last[0] == "(" else last
    return rows[rows.index(begin) : rows.index(end) + 1]
