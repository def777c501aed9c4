"""What counts as a difference between two records, and what it is about."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.comparing.effects import ONLY_SHOWN, SHOWN, effect_of
from lawmap.comparing.fields import differences
from lawmap.comparing.records import KINDS
from lawmap.loading.kinds import FILE_MODELS
from lawmap.model.base import FileRecord, Record
from lawmap.model.comparison import Effect
from lawmap.model.vocabulary import Regime, Role, Term
from tests.builders import element, event, ground, norm, occupation, parties, presumption, situation

MODELS: dict[str, type[Record]] = {model.kind_of_file: model for model in FILE_MODELS}
MODELS |= {"term": Term, "role": Role, "regime": Regime}


def paths(before: FileRecord, after: FileRecord) -> list[tuple[str, str | None, str | None]]:
    return [(one.path, one.before, one.after) for one in differences(before, after)]


def test_a_changed_condition_is_told_in_words() -> None:
    before = norm(elements={"x": element("fact.a", text="X.")})
    after = norm(elements={"x": element({"not": {"any": ["fact.a", "fact.b"]}}, text="X.")})
    assert paths(before, after) == [("elements.x.if", "fact.a", "not any of (fact.a; fact.b)")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"all": ["fact.a", "fact.b"]}, {"all": ["fact.b", "fact.a", "fact.b"]}),
        (
            {"any": ["fact.a", {"any": ["fact.b", "fact.c"]}]},
            {"any": ["fact.c", "fact.b", "fact.a"]},
        ),
        ({"not": {"not": "fact.a"}}, "fact.a"),
        ({"all": ["fact.a"]}, "fact.a"),
        ({"at_least": {"n": 1, "of": ["fact.a", "fact.b"]}}, {"any": ["fact.b", "fact.a"]}),
        ({"at_least": {"n": 2, "of": ["fact.a", "fact.b"]}}, {"all": ["fact.b", "fact.a"]}),
    ],
)
def test_a_condition_in_another_form_is_no_difference(one: Any, other: Any) -> None:
    def of(condition: Any) -> FileRecord:
        return norm(elements={"x": element(condition, text="X.")})

    assert paths(of(one), of(other)) == []


def test_a_part_that_counts_twice_among_several_still_counts_twice() -> None:
    def of(*parts: str) -> FileRecord:
        threshold = {"at_least": {"n": 2, "of": parts}}
        return norm(elements={"x": element(threshold, text="X.")})

    before, after = of("fact.a", "fact.a", "fact.b"), of("fact.a", "fact.b", "fact.b")
    assert [path for path, *_ in paths(before, after)] == ["elements.x.if"]


def test_another_order_of_a_list_is_no_difference() -> None:
    before, after = norm(hints=["fact.a", "fact.b"]), norm(hints=["fact.b", "fact.a"])
    assert paths(before, after) == []


def test_a_default_written_out_is_no_difference() -> None:
    assert paths(norm(), norm(exceptions={}, hints=[], see={})) == []


def test_entries_of_a_list_are_known_by_their_name() -> None:
    before = norm(see={"charge": [{"norm": "t:2", "differs": "There."}, {"norm": "t:3"}]})
    after = norm(see={"charge": [{"norm": "t:4"}, {"norm": "t:2", "differs": "Here."}]})
    assert paths(before, after) == [
        ("see.charge[t:2].differs", "There.", "Here."),
        ("see.charge[t:3]", "t:3", None),
        ("see.charge[t:4]", None, "t:4"),
    ]


def test_a_text_of_a_list_stands_beside_its_new_version() -> None:
    before = norm(notes=["It holds in war.", "It was read in one text only, of 1949."])
    after = norm(notes=["Something else.", "It was read in two texts only, of 1949."])
    assert paths(before, after) == [
        ("notes", "It holds in war.", None),
        ("notes", before.notes[1], after.notes[1]),
        ("notes", None, "Something else."),
    ]


def test_party_tables_and_situations_are_compared_entry_by_entry() -> None:
    before, after = (
        parties(event("ratification", day, on="1954-05-10")) for day in ("1954-11-10", "1955-01-01")
    )
    assert paths(before, after) == [
        ("parties.AAA.events[ratification].effect", "1954-11-10", "1955-01-01")
    ]
    whole, part = situation(occupation()), situation(occupation(extent="part"))
    assert paths(whole, part) == [("occupations[BB-1, AAA].extent", "whole", "part")]


@pytest.mark.parametrize(
    ("path", "effect"),
    [
        ("elements.if", Effect.DECIDES),
        ("elements", Effect.DECIDES),
        ("elements.special", Effect.DECIDES),
        ("elements.text", Effect.WORDS),
        ("exceptions.if", Effect.DECIDES),
        ("binds", Effect.DECIDES),
        ("include", Effect.DECIDES),
        ("hints", Effect.DECIDES),
        ("heading", Effect.WORDS),
        ("see.charge.differs", Effect.WORDS),
        ("cases.expect", Effect.CASES),
        ("a-field-that-nobody-thought-of", Effect.DECIDES),
    ],
)
def test_a_field_of_a_norm_decides_or_does_not(path: str, effect: Effect) -> None:
    assert effect_of("norm", tuple(path.split("."))) is effect


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ONLY_SHOWN])
def test_the_fields_that_are_only_shown_exist(kind: str) -> None:
    known = set(names_in(MODELS[kind].model_json_schema(by_alias=True)))
    assert set(SHOWN[kind]) <= known


def names_in(schema: dict[str, Any]) -> list[str]:
    """Every way through a schema by names of fields."""
    definitions = schema.get("$defs", {})

    def walk(node: Any, way: tuple[str, ...]) -> Any:
        if isinstance(node, list):
            for item in node:
                yield from walk(item, way)
        elif isinstance(node, dict):
            name = node.get("$ref", "").removeprefix("#/$defs/")
            if name and len(way) < 4:
                yield from walk(definitions[name], way)
            for key, item in node.get("properties", {}).items():
                yield ".".join((*way, key))
                yield from walk(item, (*way, key))
            for key in ("items", "prefixItems", "anyOf", "additionalProperties"):
                yield from walk(node.get(key), way)
            yield from walk(list(node.get("patternProperties", {}).values()), way)

    return list(walk(schema, ()))


def test_what_is_only_shown_of_a_presumption_is_told_apart() -> None:
    before = presumption("p", "fact.a", asserts=["fact.b"], note="Unsure.")
    after = presumption("p", "fact.c", asserts=["fact.b"])
    found = {one.path: effect_of("presumption", one.names) for one in differences(before, after)}
    assert found == {"if": Effect.DECIDES, "note": Effect.WORDS}


def test_an_exception_that_comes_decides() -> None:
    before, after = norm(), norm(exceptions={"need": ground("fact.a")})
    (one,) = differences(before, after)
    assert (one.path, one.before) == ("exceptions.need", None)
    assert one.after == "text: The law allows it.; if: fact.a"
    assert effect_of("norm", one.names) is Effect.DECIDES
