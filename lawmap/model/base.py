"""Kinds of text and number that every format shares.

The loader hands every scalar over as text (so ``8.10`` stays article 8.10 and ``NO`` stays
Norway). An editor's YAML parser sees ``2024`` as a number. The types below read text, and their
schemas admit what an editor sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from lawmap.periods import Period, parse_day, parse_period

from .locators import Span

MAX_QUOTED_WORDS = 25
MAX_ID = 200
"""So many characters an id has at most: with an ending it is the name of a file."""


class Record(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        defer_build=True,
    )


def _version(value: object) -> object:
    if value not in ("1", 1):
        raise ValueError("this version of lawmap reads schema_version 1 only")
    return 1


def _forwards(span: str) -> str:
    first, _, last = span.replace("p", "").partition("-")
    if last and int(last) < int(first):
        raise ValueError("the span ends before it begins")
    return span


def _spans(text: str) -> str:
    span = Span.of(text)
    if span.last < span.first:
        raise ValueError("the span ends before it begins")
    return text


Version = Annotated[
    Literal[1],
    BeforeValidator(_version),
    WithJsonSchema({"enum": [1, "1"]}),
]


class FileRecord(Record):
    """The content of one file."""

    kind_of_file: ClassVar[str]
    """The name of this format, which is also the name of its schema."""

    schema_version: Version
    """Version of this file format; 1 is the only one so far."""


EXAMPLES: dict[str, str] = {}
"""For each pattern a text that follows it, for messages."""


class Pattern:
    """Metadata of a text field: the pattern it follows.

    The schema also admits the types that YAML 1.2 gives such a text in an editor: ``2024`` is a
    number there, and ``no`` may be a truth value.
    """

    def __init__(self, pattern: str, example: str, *editor_types: str) -> None:
        self.pattern, self.example, self.editor_types = pattern, example, editor_types
        EXAMPLES[pattern] = example

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.str_schema(pattern=self.pattern, max_length=MAX_ID)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        kinds = ["string", *self.editor_types] if self.editor_types else "string"
        return {
            "type": kinds,
            "pattern": self.pattern,
            "maxLength": MAX_ID,
            "examples": [self.example],
        }


_WHOLE = r"-?(?:0|[1-9][0-9]{0,14})"
"""A whole number. Without zeros in front: YAML 1.1 takes 017 for fifteen."""


def _digits(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_WHOLE, value):
        raise ValueError("no whole number")
    return value


_TRUTH_WORDS = {
    **dict.fromkeys(("true", "yes", "y", "on"), "true"),
    **dict.fromkeys(("false", "no", "n", "off"), "false"),
}
"""Words that YAML 1.1 reads as true or false, and what is written for them here."""


def _truth_word(value: object) -> object:
    if isinstance(value, str) and value not in ("true", "false"):
        meant = _TRUTH_WORDS.get(value.strip().casefold())
        raise wrong("wrong_truth_word", "neither 'true' nor 'false'", meant)
    return value


def wrong(kind: str, reason: str, meant: str | None) -> PydanticCustomError:
    """A fault with a type of its own, and with what was meant if only one thing can be."""
    known = {"meant": meant} if meant else {}
    return PydanticCustomError(kind, "{reason}", {"reason": reason, **known})


def _date_reader(read: Callable[[str], object]) -> BeforeValidator:
    """Read a date with ``read``; its faults have a type of their own, so a code of their own."""

    def validate(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return read(value)
        except ValueError as error:
            raise wrong("wrong_date", str(error), _padded(value, read)) from error

    return BeforeValidator(validate)


def _padded(value: str, read: Callable[[str], object]) -> str | None:
    """A date with two digits for month and day, if that is all that it lacks."""
    padded = re.sub(r"(?<=-)[0-9](?![0-9])", r"0\g<0>", value.strip())
    try:
        read(padded)
    except ValueError:
        return None
    return padded


def _few_words(value: str) -> str:
    count = len(value.split())
    if count > MAX_QUOTED_WORDS:
        raise PydanticCustomError(
            "too_many_words",
            "quotes {count} words; at most {limit} may be quoted",
            {"count": count, "limit": MAX_QUOTED_WORDS},
        )
    return value


Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1, "pattern": r"\S"}),
]
Quotation = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    BeforeValidator(lambda value: _few_words(value) if isinstance(value, str) else value),
    WithJsonSchema(
        {
            "type": ["string", "number", "boolean"],
            "pattern": rf"^\s*\S+(\s+\S+){{0,{MAX_QUOTED_WORDS - 1}}}\s*$",
        }
    ),
]


class _WholeSchema:
    """Schema of a whole number, as a number or as text, with the limits of its field."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        limits = {key: value for key, value in handler(schema).items() if key == "minimum"}
        return {"type": ["integer", "string"], "pattern": rf"^{_WHOLE}$", **limits}


Whole = Annotated[int, BeforeValidator(_digits), _WholeSchema()]
Flag = Annotated[
    bool,
    BeforeValidator(_truth_word),
    WithJsonSchema({"enum": [True, False, "true", "false"]}),
]
Day = Annotated[
    date,
    _date_reader(parse_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
EdtfPeriod = Annotated[
    Period,
    _date_reader(parse_period),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^[0-9.X~?%/-]+$",
            "examples": ["2024-10-31", "2024-09/2024-11", "2014-02-27/.."],
        }
    ),
]

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ARTICLE = r"(?:[0-9]+(?:-[0-9]+)?|[IVX]+)(?: (?:bis|ter))?"
"""The number of an article; codes of some States insert ``442-1`` after article 442."""
LOCATORS = r"(?:\([0-9A-Za-z]+(?: bis)?\))*"
_COUNTED = r"[1-9][0-9]{0,5}"
"""The number of a paragraph or page."""
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}"
INSTRUMENT = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"

Slug = Annotated[str, Pattern(rf"^{SLUG}$", "thirty-drafted-2024", "integer")]
InstrumentId = Annotated[str, Pattern(rf"^{INSTRUMENT}$", "gc4")]
Provision = Annotated[str, Pattern(rf"^{INSTRUMENT}:{ARTICLE}{LOCATORS}$", "gc4:49(1)")]
NormId = Annotated[
    str, Pattern(rf"^{INSTRUMENT}:{ARTICLE}{LOCATORS}(?:/{SLUG})?$", "gc4:51(1)/service")
]
ChapeauId = Annotated[str, Pattern(rf"^chapeau/{SLUG}$", "chapeau/occupation")]
TermId = Annotated[str, Pattern(r"^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$", "act.detain")]
State = Annotated[str, Pattern(r"^[A-Z]{3}$", "UKR")]
Place = Annotated[str, Pattern(r"^[A-Z]{2}(?:-[A-Z0-9]+)*(?:/[a-z0-9-]+)*$", "UA-65")]
Passage = Annotated[
    str,
    Pattern(
        rf"^{SLUG}#(?:p{_COUNTED}|page={_COUNTED}|t={_TIME})(?:@{SLUG})?$",
        "united24-2025-02#p9",
    ),
]
ParagraphRange = Annotated[
    str, Pattern(rf"^p{_COUNTED}(?:-p{_COUNTED})?$", "p8-p9"), AfterValidator(_forwards)
]
Paragraph = Annotated[str, Pattern(rf"^p{_COUNTED}$", "p9")]
PassageRange = Annotated[
    str,
    Pattern(
        rf"^(?:p{_COUNTED}(?:-p{_COUNTED})?|page={_COUNTED}(?:-{_COUNTED})?|t={_TIME}(?:-{_TIME})?)$",
        "p9-p11",
    ),
    AfterValidator(_spans),
]
Language = Annotated[str, Pattern(r"^[a-z]{2}$", "en", "boolean")]
Sha256 = Annotated[str, Pattern(r"^[0-9a-f]{64}$", "0" * 64)]
LocalisedText = Annotated[dict[Language, Text], Field(min_length=1)]


class Handling(Enum):
    """Who may see a record, a fact or a person. Missing means confidential."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"

    def within(self, audience: Handling) -> bool:
        """Whether this may be shown to that audience."""
        return self.rank <= audience.rank

    @property
    def rank(self) -> int:
        """How strict it is: more for fewer readers."""
        return list(Handling).index(self)


class Attribution(Record):
    """Where a fact about the law or the world was read, and how sure it is."""

    read_in: Text
    """The page, book or file in which the fact was read; or "memory" where it could not be read."""
    verified: Flag
    """Whether the words behind the fact were seen in that place."""
    quote: Quotation | None = None
    """At most 25 words that prove it."""
    note: Text | None = None
    """What stays unsure."""
