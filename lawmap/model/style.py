"""Citation styles: all that a style says of how an authority is written is data.

Templates are texts with ``{values}``, ``[groups]`` that fall away where a value is missing, and
``*italics*``; see docs/styles.md. What they mean is the matter of lawmap.citing.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, WithJsonSchema

from .authority import Authority
from .base import Attribution, FileRecord, Language, Record, Slug, Text, Whole

VERSUS = " v "
"""What parts the parties in the titles of decisions, as the library writes them."""

Wording = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1}),
]
"""Words of a style as they stand, with blanks at their ends."""


class Form(Enum):
    """What a place in a text asks for."""

    FULL = "full"
    """The first citation."""
    SUBSEQUENT = "subsequent"
    """A later citation of the same authority."""
    SHORT = "short"
    """Where space is short, as in tables."""
    IBID = "ibid"
    """The same authority as right before, where the style has a word for that."""


class Templates(Record):
    """How authorities of one kind are written. What is missing is as in the kind it is ``like``."""

    like: Authority | None = None
    """The kind from which the missing templates are taken."""
    full: Wording | None = None
    """The first citation."""
    subsequent: Wording | None = None
    """A later citation."""
    short: Wording | None = None
    """Where space is short."""
    entry: Wording | None = None
    """A line of a table of authorities."""
    ibid: Wording | None = None
    """The same authority as right before, where it is not written as the style has it for all."""


class Unit(Record):
    """What a sort of provision or place is called, with its numbers."""

    one: Wording
    """For one: ``art {numbers}``."""
    many: Wording
    """For several: ``arts {numbers}``."""
    item: Wording = "{number}"
    """Each number, such as ``[{number}]`` where numbers stand in brackets."""


class Lists(Record):
    """How several numbers stand beside one another."""

    between: Wording = ", "
    """What parts the items of a list."""
    last: Wording = " and "
    """What stands before its last item."""
    dash: Wording = "\u2013"
    """What stands between the ends of a range."""
    range_from: Whole = Field(default=3, ge=2)
    """So many consecutive numbers are written as a range."""
    ordered: bool = False
    """Whether provisions are put in the order of the instrument; otherwise the writer's stands."""


class Dates(Record):
    """How days are written."""

    months: tuple[Wording, ...] = Field(min_length=12, max_length=12)
    """The months, from the first, as they stand in a date."""
    day: Wording
    """A day, of ``{day}``, ``{month}`` and ``{year}``."""
    month: Wording = "{month} {year}"
    """A month, where the day is not known."""
    between: Wording = "between {first} and {last}"
    """An unknown day between two."""
    about: Wording = "about {date}"
    """A date that is not sure."""


class Names(Record):
    """How authors are written."""

    one: Wording = "{given} {family}"
    """One author."""
    between: Wording = ", "
    """What parts several."""
    last: Wording = " and "
    """What stands before the last."""
    later: Wording = "{family}"
    """One author in later citations."""


class NotesIn(Enum):
    """Where citations go."""

    FOOTNOTES = "footnotes"
    TEXT = "text"


class Order(Enum):
    """How the entries of a group are sorted."""

    ENTRY = "entry"
    """By the letters of the entry."""
    DAY = "day"
    """By day, the earliest first; what has no day comes last."""


class Group(Record):
    """A group of a table of authorities."""

    title: Text
    """Its heading."""
    of: tuple[Authority, ...] = Field(min_length=1)
    """The kinds of authority in it."""
    sort: Order = Order.ENTRY
    """How its entries are sorted."""


class Places(Record):
    """How a table of authorities names the places of a text at which something is cited."""

    paragraph: Unit = Unit(one="para {numbers}", many="paras {numbers}")
    """Paragraphs of the text."""
    note: Unit = Unit(one="n {numbers}", many="nn {numbers}")
    """Its footnotes."""
    opening: Wording = "opening"
    """What stands before the first paragraph."""
    numbers: Wording = ", "
    """What parts numbers of one sort."""
    sorts: Wording = "; "
    """What parts paragraphs from footnotes."""


class InText(Record):
    """What parts a citation in the text from the words around it."""

    opens: str = "("
    """What stands before it."""
    closes: str = ")"
    """What stands behind it."""


class Style(FileRecord):
    """How citations are written: ``norms/styles/<id>.yaml``."""

    kind_of_file: ClassVar[str] = "style"

    id: Slug
    """The id of the style."""
    title: Text
    """Its name."""
    about: Text
    """What it follows, and what of it is left out."""
    language: Language = "en"
    """The language of its words."""
    notes: NotesIn
    """Where citations go."""
    ends: str = ""
    """What closes a note, such as a full stop."""
    begins_with_capital: bool = False
    """Whether a note begins with a capital letter even where it begins with ``art``."""
    mark_behind: str = ""
    """Punctuation behind which the mark of a note goes, where it would stand right before it."""
    separator: Wording = "; "
    """What parts citations of several authorities."""
    lists: Lists = Lists()
    """How several provisions are written."""
    dates: Dates
    """How days are written."""
    names: Names = Names()
    """How authors are written."""
    versus: Wording = VERSUS
    """What parts the parties in the name of a case."""
    units: dict[Slug, Unit]
    """What provisions are called: by the ``unit`` of instruments, and ``p``, ``page`` and ``t`` for
    paragraphs, pages and times of decisions and reports."""
    series: dict[Text, Wording] = {}
    """Series of treaties in the order of preference, each with its template of ``{volume}``,
    ``{page}`` and ``{number}``."""
    bodies: dict[Slug, Wording] = {}
    """Names of bodies that adopt resolutions, such as ``ga``."""
    templates: dict[Authority, Templates]
    """How each kind of authority is written."""
    ibid: Wording | None = None
    """How the authority right before is cited again; without it, as any later citation."""
    groups: tuple[Group, ...] = Field(min_length=1)
    """The groups of a table of authorities, in their order."""
    in_text: InText = InText()
    """What stands around a citation that is no note."""
    places: Places = Places()
    """How it names the places at which something is cited."""
    sources: dict[Text, Attribution] = {}
    """Where the rules were read, by what they are about."""
