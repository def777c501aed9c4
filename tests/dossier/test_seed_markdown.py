"""The dossiers of the shipped reports as Markdown: links lead on, tables hold, ids stay inside."""

from __future__ import annotations

import re

import pytest

from tests.dossier.made import seed_files, seed_library, seed_names
from tests.dossier.parsed import (
    cells,
    every,
    github_anchors,
    headings,
    lines,
    pandoc_anchors,
    tables,
    targets,
)

NAMES = seed_names()


@pytest.mark.parametrize("name", NAMES)
def test_every_link_inside_leads_to_a_heading_for_github_and_pandoc(name: str) -> None:
    text = seed_files()[name]
    inside = {target[1:] for target in targets(text) if target.startswith("#")}
    assert inside - github_anchors(text) == set()
    assert inside - pandoc_anchors(text) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_other_link_leads_to_a_file_that_is_written(name: str) -> None:
    outside = {target for target in targets(seed_files()[name]) if not target.startswith("#")}
    assert outside <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_a_table_has_the_cells_of_its_header(name: str) -> None:
    found = tables(seed_files()[name])
    assert found
    for table in found:
        assert {cells(row) for row in table} == {cells(table[0])}


@pytest.mark.parametrize("name", NAMES)
def test_every_row_stands_in_a_table(name: str) -> None:
    text = seed_files()[name]
    written = [line for line in text.split("\n") if line.lstrip().startswith("|")]
    assert written == [row for table in tables(text) for row in table]


@pytest.mark.parametrize("name", NAMES)
def test_no_html_no_image_and_no_code_is_written(name: str) -> None:
    kinds = {token.type for token in every(seed_files()[name])}
    assert (
        kinds & {"html_block", "html_inline", "image", "fence", "code_block", "code_inline"}
        == set()
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_internal_id_is_shown(name: str) -> None:
    library, text = seed_library(), "\n".join(lines(seed_files()[name]))
    words = {word.strip(".,;()[]\"'") for word in re.split(r"\s+", text)}
    internal = {*library.norms, *library.chapeaux, *library.terms, *library.presumptions}
    assert words & {word for word in internal if re.search(r"[:./]|-", word)} == set()
    assert [word for word in words if re.search(r"#p\d+", word)] == []
    assert [norm for norm in library.norms if norm in text] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "index.md"])
def test_a_dossier_has_all_its_parts(name: str) -> None:
    wanted = [
        "At a glance",
        "The allegation",
        "Who says what",
        "Sources",
        "The other side",
        "What would settle what",
        "Jurisdiction and responsibility",
        "The norms",
        "Considered and left out",
        "Table of authorities",
        "Limits",
        "Record of this analysis",
    ]
    found = headings(seed_files()[name])
    assert [heading for heading in found if heading in wanted] == wanted
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_of_a_template(name: str) -> None:
    text = "\n".join(lines(seed_files()[name]))
    left = r"\{[{%#]|[}%#]\}|Undefined|\bNone\b(?! is raised| of )|<\w+ object"
    assert re.findall(left, text) == []
