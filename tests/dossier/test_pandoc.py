"""Pandoc, with which submissions are written, shows a text as it is, whatever is switched on."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from typing import Any

import pytest

from lawmap.markdown import escape
from tests.hostile.payloads import PAYLOADS
from tests.test_markdown import PLACES

PANDOC = shutil.which("pandoc")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed here"),
]
# `smart` makes typographic quotation marks and dashes, which is what its users ask for.
READERS = (
    "markdown-smart",
    "markdown-smart+tex_math_single_backslash+autolink_bare_uris",
    "markdown-smart+emoji+mark+alerts+abbreviations+autolink_bare_uris+hard_line_breaks"
    "+lists_without_preceding_blankline+short_subsuperscripts+tex_math_double_backslash"
    "+wikilinks_title_after_pipe+markdown_attribute+mmd_link_attributes",
    "commonmark_x-smart",
    "gfm-smart",
)
_WORDS = frozenset({"Str", "Space", "SoftBreak"})


@cache
def form(reader: str, text: str) -> str:
    """What pandoc makes of a text in all places, without its words."""
    page = "\n\nbreak\n\n".join(place.replace("{}", text) for place in PLACES.values())
    command = [str(PANDOC), "--from", reader, "--to", "json"]
    done = subprocess.run(command, input=page, capture_output=True, text=True, check=True)
    return json.dumps(_form(json.loads(done.stdout)))


def _form(value: Any) -> Any:
    match value:
        case {"t": "Header", "c": [level, _, parts]}:  # its id is made from the words
            return [level, _form(parts)]
        case {"t": "ColWidth" | "ColWidthDefault"}:  # of long lines in tables
            return []
        case {"t": kind} if kind in _WORDS:
            return []
        case dict():
            return {key: _form(item) for key, item in value.items()}
        case list():
            return [found for item in value if (found := _form(item)) != []]
        case _:
            return value


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", [one.text for one in PAYLOADS])
def test_a_hostile_text_is_text_to_pandoc(reader: str, text: str) -> None:
    assert form(reader, escape(text)) == form(reader, "wordword")
