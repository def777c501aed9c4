"""Faults of shape say what was got, what is allowed, and what to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lawmap.diagnostics import Diagnostic
from lawmap.loading import load
from lawmap.loading.kinds import FILE_MODELS
from lawmap.loading.shape import read_shape
from lawmap.loading.yaml_text import parse
from lawmap.model.base import FileRecord
from tests.loading.written import allegation, load_written

REQUIRED = [
    (model, field.alias or name)
    for model in FILE_MODELS
    for name, field in model.model_fields.items()
    if field.is_required()
]


def faults_of(model: type[FileRecord], text: str) -> list[Diagnostic]:
    document, _ = parse(text, "a.yaml")
    assert document is not None
    return read_shape(document, model)[1]


@pytest.mark.parametrize(("model", "key"), REQUIRED)
def test_a_missing_key_is_told_with_a_line_and_what_it_is_for(
    model: type[FileRecord], key: str
) -> None:
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    about = " ".join((fields[key].description or "").split())
    (fault,) = (one for one in faults_of(model, "{}") if f"'{key}'" in one.message)
    assert fault.code == "LM102"
    assert fault.mend.startswith(f"Add '{key}: ")
    assert about[1:] in fault.mend


# Lines of an allegation, and what is said of them: a part of the message, the mend.
SAID = {
    "a choice": (
        {"handling": "secret"},
        "'secret' is none of public, internal, confidential",
        "Write one of them.",
    ),
    "a key without a near word": (
        {"where": "{in: [UA], colour: red}"},
        "unknown key 'colour'",
        "Delete or rename it; here may stand from, to, as_reported, per.",
    ),
    "a key beside a full one": (
        {
            "facts": "[{not: act.kill, done: act.kill, planned: act.kill, threatened: act.kill,"
            " attempted: act.kill, per: [a#p1], handling: public, colour: red}]"
        },
        "unknown key 'colour'",
        "Delete or rename it; no other may stand here.",
    ),
    "a key with a near word": (
        {"titel": "A title"},
        "unknown key 'titel' (did you mean 'title'?)",
        "Delete or rename the key.",
    ),
    "a missing key with choices": (
        {"review": "{by: A. Reader}"},
        "key 'state' is missing",
        "Add 'state: ...': how far it was checked. It is one of draft, reviewed, final.",
    ),
    "no value": (
        {"title": ""},
        "there is no value",
        "Write 'title: ...': a line that says what is alleged.",
    ),
    "blanks": ({"title": "'  '"}, "there is no value but blanks", "Write a value that this key"),
    "a text for a list": (
        {"notes": "One"},
        "the text 'One' stands where a list is needed",
        "Write a list, as in [One];",
    ),
    "a text for a list of mappings": (
        {"responses": "One"},
        "the text 'One' stands where a list is needed",
        "Write a list, as in [{by: ...}]; 'lawmap schema allegation' prints the shape.",
    ),
    "a text for a mapping": (
        {"where": "UA"},
        "the text 'UA' stands where a mapping is needed",
        "Write a mapping, as in {in: ...}; here may stand in, from, to, as_reported, per.",
    ),
    "a denial in words": (
        {"facts": "[not act.detain]"},
        "'not act.detain' does not follow the pattern (such as 'act.detain')",
        "'not' between or before terms is written {not: ...}.",
    ),
    "quotation marks of print": (
        {"facts": "[\u201cact.detain\u201d]"},
        "'\u201cact.detain\u201d' does not follow the pattern",
        "Delete the quotation marks in it; YAML knows \" and ' only, one on each side.",
    ),
    "quotation marks of print around a choice": (
        {"handling": "\u00abpublic\u00bb"},
        "'\u00abpublic\u00bb' is none of",
        "Delete the quotation marks in it;",
    ),
    "keys that do not go together": (
        {"against": "{group: people, age: {below: 15, at_least: 6}}"},
        "needs exactly one of",
        "Add, delete or mend that key; 'lawmap schema allegation' prints the shape.",
    ),
    "an empty list": ({"facts": "[]"}, "there is nothing, and at least 1 is needed", "Write"),
    "too many items": (
        {"against": "{group: people, age: {between: [1, 2, 3]}}"},
        "there are 3 items, and 2 are needed",
        "Write",
    ),
    "too few items": (
        {"against": "{group: people, age: {between: [1]}}"},
        "item 2 is missing",
        "Add what is missing",
    ),
    "a month for a day": (
        {"review": "{state: draft, on: 2024-10}"},
        "the day is missing; one whole day is needed (such as 2024-10-31): '2024-10'",
        "Write the day as 2024-10-31.",
    ),
    "a day that does not exist": (
        {"when": "{within: 2023-02-30}"},
        "no day of the calendar (February 2023 has 28 days): '2023-02-30'",
        "Write the date as 2024-10-31, 2024-10, 2024 or a period",
    ),
    "a day with one digit": (
        {"when": "{within: 2024-1-5}"},
        "'2024-1-5' (did you mean '2024-01-05'?)",
        "Write the date",
    ),
}


@pytest.mark.parametrize(("lines", "message", "mend"), SAID.values(), ids=SAID)
def test_a_fault_says_what_was_got_and_what_to_do(
    tmp_path: Path, lines: dict[str, str], message: str, mend: str
) -> None:
    (fault,) = load_written(tmp_path, allegation(**lines)).diagnostics
    assert message in fault.message
    assert fault.mend.startswith(mend)


def written(folder: Path, name: str, text: str) -> tuple[Diagnostic, ...]:
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return load([path]).diagnostics


NORM_WITH = """
schema_version: 1
id: "gc4:1"
heading: A norm
kind: prohibition
rule: Nobody may.
source: {edition: x, checked: 2024-01-01, read_in: nowhere, texts: none, note: A test.}
"""

NORMS = {
    "no condition": (
        "elements: {act: {kind: conduct, text: An act., if: }}",
        "there is no value",
        "Write 'if: ...': the condition",
    ),
    "another word for a key of conditions": (
        "elements: {act: {kind: conduct, text: An act., if: {or: [act.detain, act.move]}}}",
        "no condition: write a term, or one of all, any, not",
        "As in {not: ...}, {any: [..., ...]}, {all: [..., ...]};",
    ),
    "a word between terms": (
        "elements: {act: {kind: conduct, text: An act., if: act.detain or act.move}}",
        "'act.detain or act.move' does not follow the pattern",
        "'or' between or before terms is written {any: [..., ...]}.",
    ),
    "a text for words by language": (
        "words: Nobody may",
        "the text 'Nobody may' stands where a mapping is needed",
        "Write 'words: {...}': at most 25 words",
    ),
}


@pytest.mark.parametrize(("line", "message", "mend"), NORMS.values(), ids=NORMS)
def test_a_fault_of_a_norm_says_what_to_write(
    tmp_path: Path, line: str, message: str, mend: str
) -> None:
    (fault,) = written(tmp_path, "instruments/gc4/1.yaml", f"{NORM_WITH}{line}\n")
    assert message in fault.message
    assert fault.mend.startswith(mend)


def test_a_key_that_was_misspelt_is_not_told_as_missing_too(tmp_path: Path) -> None:
    text = NORM_WITH.replace("heading:", "headng:").replace("rule:", "colour:")
    found = written(tmp_path, "instruments/gc4/1.yaml", text)
    assert [(fault.code, fault.message) for fault in found] == [
        ("LM102", "key 'rule' is missing"),
        ("LM101", "unknown key 'headng' (did you mean 'heading'?)"),
        ("LM101", "unknown key 'colour'"),
    ]


def test_a_list_with_too_few_good_items_is_at_fault(tmp_path: Path) -> None:
    conflict = (
        "{name: C, kind: international, sides: [[RUS]], begins: 2014-01-01,"
        " known_until: 2015-01-01, source: {read_in: a book, verified: true}}"
    )
    text = f"{{schema_version: 1, id: s, name: S, states: {{}}, conflicts: {{c: {conflict}}}}}"
    (fault,) = written(tmp_path, "situations/s.yaml", text)
    assert fault.message == "there is 1 item, and at least 2 are needed"


def test_of_many_keys_only_some_are_listed(tmp_path: Path) -> None:
    found = written(tmp_path, "instruments/gc4/1.yaml", "colour: red\n")
    (mend,) = (fault.mend for fault in found if fault.code == "LM101")
    assert re.fullmatch(
        r"Delete or rename it; here may stand (?:\w+, ){11}\w+ and \d+ more\.", mend
    )
