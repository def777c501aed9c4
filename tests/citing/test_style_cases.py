"""Each style writes what its guide asks for: exact texts, derived by hand from the rules."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lawmap.citing import (
    Runs,
    Target,
    cite_targets,
    entry,
    find,
    find_style,
    parse_key,
    tables,
    to_text,
)
from lawmap.loading import load, shipped_pack
from lawmap.model.library import Library
from lawmap.model.style import Form

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parents[1] / "cases" / "styles"
NORMS = shipped_pack()
READ = (
    "styles/*.yaml",
    "instruments/*/instrument.yaml",
    "instruments/*/structure.yaml",
    "decisions/*.yaml",
    "situations/*.yaml",
    "vocabulary/*.yaml",
)
"""What citations are made of; the norms themselves are not read, which saves seconds."""
TABLES = CASES.parent / "style_tables.yaml"
STYLES = sorted(path.stem for path in NORMS.glob("styles/*.yaml"))
NOTE = 3
"""The note that cites each authority first, in the cases."""


@cache
def library() -> Library:
    files = [path for pattern in READ for path in sorted(NORMS.glob(pattern))]
    return load([*files, *sorted((ROOT / "seeds" / "sources").glob("*.yaml"))]).library


def cases() -> list[tuple[str, dict[str, Any]]]:
    """The id of each style with each of its cases."""
    return [
        (path.stem, case)
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def shown(runs: Runs) -> str:
    """Runs with asterisks around italics, and nothing escaped, as the cases have them."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


def named(pair: tuple[str, dict[str, Any]]) -> str:
    return f"{pair[0]} {' '.join(pair[1]['cites'])}"


@pytest.mark.parametrize("pair", cases(), ids=named)
def test_a_style_writes_what_its_guide_asks_for(pair: tuple[str, dict[str, Any]]) -> None:
    name, case = pair
    style = find_style(library(), name)
    targets: list[Target] = [find(library(), parse_key(key)) for key in case["cites"]]
    written = {
        form.value: shown(
            cite_targets(
                library(), targets, style, form, note=NOTE if form is not Form.FULL else None
            )
        )
        for form in Form
    }
    written["entry"] = shown(entry(library(), targets[0], style))
    assert written == {key: text for key, text in case.items() if key != "cites"}


@pytest.mark.parametrize("name", STYLES)
def test_a_style_groups_and_sorts_a_table_of_authorities(name: str) -> None:
    case = yaml.safe_load(TABLES.read_text(encoding="utf-8"))
    targets = [find(library(), parse_key(key)) for key in case["cites"]]
    found = tables(library(), targets, find_style(library(), name))
    written = [(table.title, [one.target.key for one in table.entries]) for table in found]
    assert written == list(case["tables"][name].items())


GAPS = re.compile(r"  | [,.;)\]]|[(\[] |\(\)|\[\]|,,|\.\.|,$|^[ ,]| $")
"""What a value that is missing, or stands twice, would leave behind."""


def records() -> list[Target]:
    """Everything that can be cited whole."""
    known = library()
    keys = [
        *known.instruments,
        *(f"decision:{one}" for one in known.decisions),
        *(f"source:{one}" for one in known.sources),
        "warrant:icc-putin",
    ]
    return [find(known, parse_key(key)) for key in keys]


@pytest.mark.parametrize("name", STYLES)
def test_no_citation_of_any_record_shows_a_gap(name: str) -> None:
    style = find_style(library(), name)
    for target in records():
        texts = [to_text(entry(library(), target, style))]
        for form in Form:
            for note in (None, NOTE):
                texts.append(to_text(cite_targets(library(), [target], style, form, note=note)))
        assert [text for text in texts if not text or GAPS.search(text)] == []


def test_every_style_has_cases() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(STYLES)


@pytest.mark.parametrize("name", STYLES)
def test_no_style_says_opened_for_signature_of_a_day_of_adoption(name: str) -> None:
    """What the library does not know falls away, whatever the guide would like to read."""
    style = find_style(library(), name)
    for key, instrument in library().instruments.items():
        if instrument.opened is None:
            text = shown(cite_targets(library(), [find(library(), parse_key(key))], style))
            assert "opened for signature" not in text


@pytest.mark.parametrize("name", STYLES)
def test_every_rule_of_a_style_says_where_it_was_read(name: str) -> None:
    """But the project's own style, which follows no guide."""
    style = find_style(library(), name)
    page = (ROOT / "docs" / "style-sources.md").read_text(encoding="utf-8")
    assert f"(`{name}`)" in page
    for kind in style.templates:
        told = {part for key in style.sources for part in key.split(".")}
        assert name == "plain" or kind.value in told | {"statute", "law", "dossier"}
