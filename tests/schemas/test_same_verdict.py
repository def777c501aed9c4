"""An editor with the schema and lawmap itself accept and refuse the same files.

What no schema can see (a day that does not exist, a reference, two keys that must agree) is left
to lawmap; tests/bad holds it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.loading import load
from tests.loading.written import allegation
from tests.schemas.seen import as_an_editor_sees, faults

NORM = {
    "schema_version": "1",
    "id": "gc4:34/test",
    "heading": "A heading",
    "kind": "prohibition",
    "rule": "A rule.",
    "source": "{edition: gc4-1949, checked: 2024-01-01, read_in: a book, texts: one}",
    "words": "{en: quoted words}",
    "elements": "{act: {kind: conduct, text: A text., if: act.detain}}",
}
WORDS = " ".join(["word"] * 25)


def norm(**lines: str) -> str:
    return "".join(f"{key}: {value}\n" for key, value in {**NORM, **lines}.items())


def without(text: str, key: str) -> str:
    return "".join(line for line in text.splitlines(True) if not line.startswith(f"{key}:"))


def element(condition: str) -> str:
    return norm(elements=f"{{act: {{kind: conduct, text: A text., if: {condition}}}}}")


REFUSED = {
    "an unknown key": ("allegation", allegation(titel="A title")),
    "an unknown key, deep": ("allegation", allegation(against="{group: people, numbr: 3}")),
    "a missing key": ("allegation", without(allegation(), "account")),
    "no value": ("allegation", allegation(title="")),
    "a null": ("allegation", allegation(where="null")),
    "a null in a list": ("allegation", allegation(notes="[~]")),
    "an empty text": ("allegation", allegation(title="''")),
    "a blank text": ("allegation", allegation(title="'  '")),
    "an id with capitals": ("allegation", allegation(id="Draft")),
    "an id with a blank": ("allegation", allegation(id="a b")),
    "a path as an id": ("allegation", allegation(id="../a")),
    "an id of non-ASCII letters": ("allegation", allegation(id="а")),
    "another version": ("allegation", allegation(schema_version="2")),
    "a wrong word": ("allegation", allegation(handling="secret")),
    "a list for a text": ("allegation", allegation(title="[A, title]")),
    "a text for a list": ("allegation", allegation(facts="act.detain")),
    "an empty list": ("allegation", allegation(facts="[]")),
    "a text for a mapping": ("allegation", allegation(where="Ukraine")),
    "a bad passage": ("allegation", allegation(per="[report#9]")),
    "paragraph nought": ("allegation", allegation(per="[report#p0]")),
    "no passage in a response": (
        "allegation",
        allegation(responses="[{by: X, text: No., denies: conduct, per: []}]"),
    ),
    "another word for unstated": ("allegation", allegation(by="unknown")),
    "words for a number": (
        "allegation",
        allegation(against="{group: people, number: {exactly: many}}"),
    ),
    "a fraction": ("allegation", allegation(against="{group: people, number: {exactly: 1.5}}")),
    "three ends of an interval": (
        "allegation",
        allegation(against="{group: people, age: {between: [1, 2, 3]}}"),
    ),
    "a date in words": ("allegation", allegation(when="{within: May 2024}")),
    "a month for a day": ("allegation", allegation(review="{state: draft, on: 2024-10}")),
    "a State of two letters": ("allegation", allegation(by="[{actor: Somebody, state: UA}]")),
    "a place in small letters": ("allegation", allegation(where="{in: [ua-65]}")),
    "an unheard-of fact key": ("allegation", allegation(facts="[{alleged: act.detain}]")),
    "a norm's wrong word": ("norm", norm(kind="ban")),
    "too many words": ("norm", norm(words=f"{{en: {WORDS} more}}")),
    "a language of three letters": ("norm", norm(words="{eng: quoted words}")),
    "a bad slug as a key": (
        "norm",
        norm(elements="{The Act: {kind: conduct, text: A text., if: act.detain}}"),
    ),
    "a condition of no kind": ("norm", element("{either: [act.detain]}")),
    "a condition with two keys": ("norm", element("{not: act.detain, any: [act.kill]}")),
    "an empty condition": ("norm", element("{any: []}")),
    "a comparison with a wrong key": ("norm", element("{age: {under: 15}}")),
    "none of several": ("norm", element("{at_least: {n: 0, of: [act.detain]}}")),
    "a truth value in words": (
        "norm",
        norm(elements="{act: {kind: conduct, text: T., if: act.detain, special: maybe}}"),
    ),
    "a norm without an instrument": ("norm", norm(id="34/test")),
    "a wrong outcome": ("norm", norm(cases="[{name: n, facts: [act.detain], expect: guilty}]")),
    "a wrong pinpoint in basis": (
        "norm",
        norm(elements="{act: {kind: conduct, text: T., if: act.detain, basis: article 4}}"),
    ),
}

ACCEPTED = {
    "the least": ("allegation", allegation()),
    "a number as id": ("allegation", allegation(id="2024")),
    "a number as text": ("allegation", allegation(title="8.10", account="2024")),
    "a truth value as text": ("allegation", allegation(title="true", account="No")),
    "a date as text": ("allegation", allegation(title="2024-10-31")),
    "a year": ("allegation", allegation(when="{within: 2024}")),
    "a month": ("allegation", allegation(when="{within: 2024-10}")),
    "a day": ("allegation", allegation(when="{before: 2024-10-31}")),
    "a period": ("allegation", allegation(when="{during: 2014-02-27/..}")),
    "a doubtful year": ("allegation", allegation(when="{within: 2024?}")),
    "a season": ("allegation", allegation(when="{within: 2024-23}")),
    "a quoted version": ("allegation", allegation(schema_version="'1'")),
    "quoted numbers": (
        "allegation",
        allegation(against="{group: people, number: {exactly: '30'}}"),
    ),
    "a figure without a list": (
        "allegation",
        allegation(against="{group: people, age: {below: 15}}"),
    ),
    "figures in a list": (
        "allegation",
        allegation(against="{group: people, age: [{below: 15}, {about: 9}]}"),
    ),
    "Norway": ("allegation", allegation(where="{in: [NO]}")),
    "a fact and a denial": (
        "allegation",
        allegation(
            facts="[act.detain, {not: act.kill, per: report#p1}]".replace(
                "report#p1", "[report#p1]"
            )
        ),
    ),
    "the least norm": ("norm", norm()),
    "twenty-five words": ("norm", norm(words=f"{{en: {WORDS}}}")),
    "words that are a number": ("norm", norm(words="{en: 1949}")),
    "Norwegian words": ("norm", norm(words="{no: ord}")),
    "a truth value": (
        "norm",
        norm(elements="{act: {kind: conduct, text: T., if: act.detain, special: true}}"),
    ),
    "a quoted truth value": (
        "norm",
        norm(elements="{act: {kind: conduct, text: T., if: act.detain, special: 'true'}}"),
    ),
    "one provision without a list": (
        "norm",
        norm(elements="{act: {kind: conduct, text: T., if: act.detain, basis: 'gc4:4'}}"),
    ),
    "every condition": (
        "norm",
        element(
            "{all: [{any: [act.detain, {not: act.kill}]}, {at_least: {n: 1, of: [act.kill]}},"
            " {age: {below: 15}}, {number: {at_least: 2}}, {date: {between: [2014, 2024-10-31]}}]}"
        ),
    ),
}

FOLDERS = {"allegation": "allegations", "norm": "instruments/gc4"}


def loader_faults(folder: Path, name: str, text: str) -> list[str]:
    path = folder / FOLDERS[name] / "a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return [f"{fault.code} {fault.message}" for fault in load([path]).diagnostics]


@pytest.mark.parametrize(("name", "text"), REFUSED.values(), ids=REFUSED)
def test_both_refuse(tmp_path: Path, name: str, text: str) -> None:
    assert faults(name, as_an_editor_sees(text)) != []
    assert loader_faults(tmp_path, name, text) != []


@pytest.mark.parametrize(("name", "text"), ACCEPTED.values(), ids=ACCEPTED)
def test_both_accept(tmp_path: Path, name: str, text: str) -> None:
    assert faults(name, as_an_editor_sees(text)) == []
    assert loader_faults(tmp_path, name, text) == []
