"""Whatever an own template does to a text from data, it stays text."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from lawmap.dossier import render
from tests.dossier.made import dossiers_of, library_with
from tests.dossier.parsed import every, lines
from tests.dossier.records import allegation, source

TITLE = "<img src=x onerror=alert(1)> [a](javascript:b) *c* | https://example.org `d` @e"

EXPRESSIONS = (
    "dossier.title",
    "dossier.title | safe",
    "dossier.title | e",
    "dossier.title | forceescape",
    "dossier.title | upper | safe",
    "dossier.title | capital",
    "dossier.title | replace('a', 'b')",
    "dossier.title | replace('x', '<i>') | safe",
    "dossier.title | wordwrap(5)",
    "dossier.title | indent(8, first=true)",
    "dossier.title | truncate(20)",
    "dossier.title | urlize",
    "dossier.title | tojson",
    "{'a': dossier.title} | xmlattr",
    "dossier.title | striptags",
    "dossier.title | center(200)",
    "dossier.title | format",
    "'%s' | format(dossier.title)",
    "'<b>%s</b>' | safe | format(dossier.title)",
    "[dossier.title, dossier.title] | join(', ')",
    "[dossier.title] | map('upper') | join | safe",
    "[dossier] | map(attribute='title') | first",
    "'- ' ~ dossier.title ~ '\\n# x'",
    "('# ' | safe) ~ dossier.title",
    "dossier.title | sign",
    "dossier.title | target",
    "'x](javascript:y)' | target",
    "dossier.title | language",
    "dossier.title | pprint",
    "dossier.title | reverse",
    "dossier.title | list",
    "dossier",
)


def rendered(folder: Path, text: str, title: str = TITLE) -> str:
    (folder / "dossier.md.j2").write_text(text, encoding="utf-8")
    library = library_with(allegation(title=title), source())
    return render(dossiers_of(library)["a"], folder)


def kinds(text: str) -> set[str]:
    return {token.type for token in every(text)} - {"text_special"}


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_no_expression_makes_markup_of_a_text(tmp_path: Path, expression: str) -> None:
    text = rendered(tmp_path, f"word {{{{ {expression} }}}} word\n")
    assert kinds(text) == {"paragraph_open", "inline", "text", "paragraph_close"}


def test_a_text_is_shown_as_it_was_written(tmp_path: Path) -> None:
    assert lines(rendered(tmp_path, "{{ dossier.title }}\n")) == [TITLE]


@pytest.mark.parametrize(
    "text",
    [
        "{% set x %}{{ dossier.title }}{% endset %}{{ x }}",
        "{% set x | striptags %}{{ dossier.title }}{% endset %}{{ x }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(dossier.title) }}",
        "{% autoescape true %}{{ dossier.title | safe }}{% endautoescape %}",
        "{% with x = dossier.title %}{{ x }}{% endwith %}",
        "{% for x in [dossier.title] %}{{ x }}{% endfor %}",
    ],
)
def test_no_block_makes_markup_of_a_text(tmp_path: Path, text: str) -> None:
    found = kinds(rendered(tmp_path, f"word {text} word\n"))
    assert found == {"paragraph_open", "inline", "text", "paragraph_close"}


@pytest.mark.parametrize(
    "text",
    [
        "{% filter striptags %}{{ dossier.title }}{% endfilter %}",
        "{% filter wordwrap(9) %}{{ dossier.title }}{% endfilter %}",
        "{% call dossier.title.format() %}{% endcall %}",
    ],
)
def test_a_block_that_would_show_text_unescaped_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError, match="unescaped"):
        rendered(tmp_path, f"word\n\n{text}\n")
