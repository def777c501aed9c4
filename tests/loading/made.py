"""Records of any kind, made from what their models say: a sound one, with fields taken in turn.

Each field of a sound record is given what its type admits; where the rest of the record does not
bear it, the field stays as it was. So every record that comes out is one, and most differ.
"""

from __future__ import annotations

import re
import types
from enum import Enum
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel, ValidationError

from lawmap.model.base import EXAMPLES, Day, EdtfPeriod, FileRecord, Flag, Pattern, Whole
from lawmap.model.unions import OneOrMore

TEXTS = (
    *("a word", "no", "1e3", "0x1F", "017", "1:30", "null", "~", "true", "- a", "a: b", "a #b"),
    *("'", '"', "a\nb", "a\n\n b\n", "---", "...", "%x", "@x", "`x", "{a}", "[a", "!x", "&a *a"),
    *(
        "2024-02-30",
        "# x",
        "? x",
        "\\n",
        "\u00e9\u2028\u0301",
        "\U0001f54a",
        "x" * 200,
        ".inf",
        "<<",
    ),
)
DAYS = ("2024-02-29", "1949-08-12", "0001-01-01", "9999-12-31")
PERIODS = ("2024", "2024-09", "2024-09/2024-11", "2014-02-27/..", "../2020", "2024-02-01?", "20XX")
FURTHER = (
    *("fr", "NOR", "b-2", "t2", "act.move", "p4", "p4-p6", "gc3:5", "chapeau/x", "NO-3", "1" * 64),
    *("b-2#page=4", "8.10", "2024", "III bis", "AAA"),
)
"""Texts that follow some pattern, beside the example that each has."""
_DEEPEST = 3


def made(model: type[FileRecord], sound: dict[str, Any], random: Random) -> FileRecord:
    """A record of this model.

    Args:
        model: what is made.
        sound: what one holds.
        random: draws.
    """
    data = dict(sound)
    fields = list(model.model_fields.items())
    random.shuffle(fields)
    for name, field in fields:
        key = field.alias or name
        changed = dict(data)
        if not field.is_required() and random.random() < 0.2:
            changed.pop(key, None)
        else:
            changed[key] = value(_whole(field), random)
        if _is_sound(model, changed):
            data = changed
    return model.model_validate(data)


def _whole(field: Any) -> Any:
    kind = field.annotation
    for one in field.metadata:
        kind = Annotated[kind, one]
    return kind


def _is_sound(model: type[BaseModel], data: dict[str, Any]) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def value(kind: Any, random: Random, depth: int = 0) -> Any:  # noqa: PLR0911  (one a kind)
    """What a type admits, as a file writes it."""
    for known, texts in ((Day, DAYS), (EdtfPeriod, PERIODS), (Flag, ("true", "false"))):
        if kind == known:
            return random.choice(texts)
    if kind == Whole:
        return random.choice((0, 1, 7, 10**14))
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        patterns = [one.pattern for one in inner[1:] if isinstance(one, Pattern)]
        if patterns:
            fitting = [text for text in FURTHER if re.search(patterns[0], text)]
            return random.choice([EXAMPLES[patterns[0]], *fitting])
        several = value(inner[0], random, depth)
        if get_origin(inner[0]) is tuple:
            # What needs many, such as the months of a year, has hardly ever as many by chance.
            least = max((one.min_length for one in inner[1:] if isinstance(one, MinLen)), default=0)
            item = get_args(inner[0])[0]
            several += [value(item, random, depth + 1) for _ in range(least - len(several))]
        is_alone = any(isinstance(one, OneOrMore) for one in inner[1:]) and len(several) == 1
        return several[0] if is_alone and random.random() < 0.5 else several
    if origin in (Union, types.UnionType):
        return value(random.choice(inner), random, depth)
    if origin is Literal:
        return random.choice(inner)
    if origin is tuple:
        return _tuple(inner, random, depth)
    if origin is dict:
        number = random.randint(0, 2 if depth < _DEEPEST else 0)
        return (
            {value(inner[0], random, depth): value(inner[1], random, depth + 1)} if number else {}
        )
    return _plain(kind, random, depth)


def _tuple(inner: tuple[Any, ...], random: Random, depth: int) -> list[Any]:
    if inner[1:] == (Ellipsis,):
        number = random.randint(0, 2 if depth < _DEEPEST else 1)
        return [value(inner[0], random, depth + 1) for _ in range(number)]
    return [value(one, random, depth + 1) for one in inner]


def _plain(kind: Any, random: Random, depth: int) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {
            field.alias or name: value(_whole(field), random, depth + 1)
            for name, field in kind.model_fields.items()
            if field.is_required() or (depth < _DEEPEST and random.random() < 0.4)
        }
    if isinstance(kind, type) and issubclass(kind, Enum):
        return random.choice(list(kind)).value
    if kind is bool:
        return random.choice(("true", "false"))
    if kind is int:
        return random.choice((0, 1, 7))
    return None if kind is type(None) else random.choice(TEXTS)
