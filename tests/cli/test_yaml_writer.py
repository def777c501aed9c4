"""Whatever people type comes back from the file as they typed it, for lawmap and for an editor."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lawmap.cli.templating import render
from lawmap.loading.text import FORBIDDEN
from lawmap.loading.yaml_text import parse
from lawmap.loading.yaml_writer import Items, Row, yaml_text
from tests.schemas.seen import as_an_editor_sees

HOSTILE = (
    "# no comment",
    "a #b",
    "a: b",
    "'single' and \"double\"",
    "it's",
    '"',
    "- item",
    "? key",
    "{a: b}",
    "[a, b]",
    "a, b]}",
    "&anchor *alias !tag %directive @at `tick`",
    "<<",
    "=",
    "~",
    "null",
    "no",
    "True",
    "2024",
    "0x1F",
    "1e3",
    "-.5E-3",
    "0o17",
    "12:30:45",
    "---",
    "...",
    "one\ntwo",
    "one\n\ntwo\n three\n# four\nfive: six",
    "trailing \nblank",
    "tab\there",
    "carriage\r\nreturn",
    "Вісті «Новини»: № 1",
    "a\u00a0b",
    "back\\slash",
    "emoji 🕊",
    "long " * 60 + "end",
    "x" * 300,
    "слово " * 40 + "#кінець",
)
SIGNS = "#:-?'\"{}[]&*!%@`|>,~=<\\ \n\t0123aZ"
ANY = st.characters(exclude_categories=["Cs"]).filter(lambda char: not FORBIDDEN.match(char))
TEXTS = st.one_of(st.text(SIGNS, min_size=1), st.text(ANY, min_size=1))


def read_back(text: str) -> object:
    document, faults = parse(text, "shown")
    assert document is not None
    assert faults == []
    return document.data


def as_data(value: str) -> dict[str, Any]:
    """One text in every place in which a draft can hold it."""
    return {
        "text": value,
        "row": {"actor": value, "state": "RUS"},
        "rows": [{"not": value}],
        "items": [value, value],
        "deep": {"name": {"name": value}},
    }


def written(value: str) -> str:
    return yaml_text(
        {
            "text": value,
            "row": Row({"actor": value, "state": "RUS"}),
            "rows": [Row({"not": value})],
            "items": Items([value, value]),
            "deep": {"name": {"name": value}},
        }
    )


def is_given_back(value: str) -> None:
    text = written(value)
    assert read_back(text) == as_data(value)
    assert as_an_editor_sees(text) == as_data(value)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_text_comes_back_as_it_was(value: str) -> None:
    is_given_back(value)


@given(TEXTS)
@example("a\n b")
@example(" leading and trailing ")
def test_any_text_comes_back_as_it_was(value: str) -> None:
    is_given_back(value)


@given(st.lists(TEXTS, max_size=4))
def test_keys_written_one_by_one_are_the_file_written_at_once(values: list[str]) -> None:
    data = {f"key{number}": value for number, value in enumerate(values)}
    parts = [yaml_text({key: value}) for key, value in data.items()]
    comment = "\n# a comment: {'\n"
    if data:
        assert read_back(comment.join(parts)) == data


KINDS: dict[str, tuple[str, ...]] = {
    "source": (
        *("schema_version", "id", "publisher", "title", "published", "language", "kind", "url"),
        *("original", "claimants", "default_claimant", "handling"),
    ),
    "allegation": (
        *("schema_version", "id", "title", "account", "when", "where", "by", "against"),
        *("facts", "handling", "review"),
    ),
    "norm": (
        *("schema_version", "id", "heading", "kind", "rule", "source", "include", "elements"),
        *("hints", "cases"),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
@given(value=TEXTS)
@example(value="one\ntwo: {three}\n# four")
@example(value="{{ data }} {% if %} {# #}")
def test_comments_change_nothing_in_what_was_typed(kind: str, value: str) -> None:
    data: dict[str, Any] = {key: as_data(value) for key in KINDS[kind]}
    data |= {"per": ["report#p1"]} if kind == "allegation" else {}
    parts = {key: yaml_text({key: item}) for key, item in data.items()}
    text = render(f"new/{kind}.yaml.j2", data=data, parts=parts, schema="x")
    assert read_back(text) == data


def test_it_looks_as_a_person_would_write_it() -> None:
    text = yaml_text(
        {
            "schema_version": 1,
            "id": "gc4:27(2)/honour",
            "when": Row({"within": "2024-10-31"}),
            "account": "word " * 39 + "end",
            "facts": ["act.move", Row({"not": "consent.person", "per": Items(["a#p1"])})],
        }
    )
    assert text.splitlines() == [
        "schema_version: 1",
        "id: gc4:27(2)/honour",
        "when: {within: 2024-10-31}",
        "account: >-",
        "  " + "word " * 19 + "word",
        "  " + "word " * 18 + "word end",
        "facts:",
        "  - act.move",
        "  - {not: consent.person, per: [a#p1]}",
    ]
