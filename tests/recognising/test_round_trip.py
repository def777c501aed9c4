"""What lawmap cites in full, later, by ibid and short, stands in notes and is found again.

Each shipped style, provisions of all instruments. The notes are read as a text, a paragraph each.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from lawmap.citing import Form, cite_targets, find, find_style, parse_key, to_text
from lawmap.model.library import Library
from lawmap.recognising import Citation, Names, Status, recognise
from tests.cli.running import ROOT

STYLES = sorted(path.stem for path in (ROOT / "norms" / "styles").glob("*.yaml"))
SAMPLED = 120
NOTE = 7


def sampled(library: Library) -> list[str]:
    """Provisions: of each instrument some."""
    source = random.Random(9)  # noqa: S311
    every = {
        name: [f"{name}:{one}{below}" for one in parts for below in ("", *parts[one])]
        for name, parts in (
            (name, library.structures[name].provisions)
            for name in library.instruments
            if name in library.structures
        )
    }
    each = -(-SAMPLED // len(every))
    return [key for keys in every.values() for key in source.sample(keys, min(each, len(keys)))]


def notes_of(library: Library, style: str, key: str) -> Iterator[str]:
    target = find(library, parse_key(key))
    chosen = find_style(library, style)
    for form, note in (
        (Form.FULL, None),
        (Form.SUBSEQUENT, NOTE),
        (Form.IBID, NOTE),
        (Form.SHORT, None),
    ):
        yield to_text(cite_targets(library, [target], chosen, form, note=note)) + "."


@pytest.mark.parametrize("style", STYLES)
def test_citations_of_a_style_are_found_again(style: str, names: Names, library: Library) -> None:
    wrong = []
    for key in sampled(library):
        notes = list(notes_of(library, style, key))
        found: list[Citation] = list(recognise("\n\n".join(notes), names))
        if [told(one, style) for one in found] != [(key,)] * len(notes):
            wrong.append((key, notes, [(one.text, one.keys, one.status) for one in found]))
    assert wrong == []


SHORT_NAMES_UNSAID = frozenset({"plain", "dstu-8302"})
"""Styles whose full citations do not give the short name that they use later."""


def told(one: Citation, style: str) -> tuple[str, ...]:
    """What a citation was found to mean; a short name of several that no note gave is in doubt."""
    in_doubt = style in SHORT_NAMES_UNSAID and one.status is Status.AMBIGUOUS
    return one.keys if one.status is Status.EXISTS or in_doubt else ()


def test_doubt_is_about_names_of_several_only(names: Names, library: Library) -> None:
    for style in sorted(SHORT_NAMES_UNSAID):
        for key in sampled(library):
            first, *_ = notes_of(library, style, key)
            assert [one.status for one in recognise(first, names)] == [Status.EXISTS], first
