"""Instruments: treaties, statutes, codifications of custom; their structure and their parties."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .authority import Authority
from .base import (
    ARTICLE,
    Attribution,
    Day,
    FileRecord,
    InstrumentId,
    Language,
    Pattern,
    Provision,
    Quotation,
    Record,
    Slug,
    State,
    Text,
    Whole,
)

Article = Annotated[str, Pattern(rf"^{ARTICLE}$", "49", "integer")]
Locators = Annotated[str, Pattern(r"^(?:\([0-9A-Za-z]+(?: bis)?\))+$", "(1)")]


class Binding(Enum):
    """By what an instrument binds."""

    TREATY = "treaty"
    """States that became party to it."""
    CUSTOM = "custom"
    """Every State, because it states custom."""
    DECLARATION = "declaration"
    """Nobody by itself: what it states may bind by custom or by a treaty."""
    LAW = "law"
    """The law of one State: everybody whom its courts reach."""


_BY_BINDING = {
    Binding.TREATY: Authority.TREATY,
    Binding.CUSTOM: Authority.CUSTOM,
    Binding.DECLARATION: Authority.DOCUMENT,
    Binding.LAW: Authority.LAW,
}


class Title(Record):
    """What an instrument is called."""

    full: Text
    """The official title."""
    short: Text
    """The title that sentences use."""
    abbreviation: Text
    """The title that tables use."""


class Adoption(Record):
    """Where and when an instrument was adopted."""

    place: Text
    """Town of adoption, or the body that adopted it."""
    on: Day
    """Day of adoption."""


class Published(Record):
    """Where the text of an instrument is printed, as citation styles write it."""

    series: Text
    """The series, as the citation names it: ``UNTS``, ``ETS``, ``Stat``."""
    volume: Text | None = None
    """The volume."""
    page: Text | None = None
    """The page on which it begins, if that is known."""
    number: Text | None = None
    """Its number, in a series that counts treaties instead of pages."""

    @model_validator(mode="after")
    def _has_place(self) -> Published:
        if (self.volume is None) == (self.number is None):
            raise ValueError("a place of publication has either a volume or a number")
        return self


class Resolution(Record):
    """The resolution of which an instrument is, or is a part of, the text."""

    body: Slug
    """The body that adopted it, such as ``ga``; styles write its name."""
    number: Text
    """Its number, such as ``217 A (III)``."""
    part: Text | None = None
    """The part of it, such as ``annex``."""


class Author(Record):
    """Somebody who wrote a book."""

    given: Text
    """Given names."""
    family: Text
    """Family name."""


class Book(Record):
    """The book in which a study was published."""

    authors: tuple[Author, ...] = Field(min_length=1)
    """Who wrote it, in the order of the title page."""
    publisher: Text
    """Who published it."""
    year: Whole
    """The year of publication."""


class Custom(Record):
    """That a whole instrument states customary law."""

    statement: Text
    """Which authority says so, with pinpoint."""
    source: Attribution
    """Where that was read."""


class Amendment(Record):
    """A change of the text of an instrument."""

    edition: Slug
    """The id of the text as changed; norms of changed provisions name it as theirs."""
    title: Text
    """What the amending act is called."""
    adopted: Adoption
    """Where and when it was adopted."""
    in_force: Day | None = None
    """The day of its first entry into force; without it, that day is not known or has not come."""
    citation: Text
    """The official citation."""
    provisions: tuple[Provision, ...] = ()
    """What it inserted or changed; none where it touches no provision of the structure."""
    source: Attribution
    """Where this was read."""


class NeverDerogable(Record):
    """A provision from which no party may derogate."""

    provision: Provision
    """The provision, with all below it."""
    save: Text | None = None
    """What is kept out of this protection, in own words."""


class Derogation(Record):
    """Whether parties may derogate from an instrument in an emergency."""

    basis: Provision | None = None
    """The provision that allows it; none where the instrument has no such clause."""
    text: Text
    """On what conditions, or that there is no clause, in own words."""
    never: tuple[NeverDerogable, ...] = ()
    """From what no party may derogate."""
    source: Attribution
    """Where this was read."""


class Instrument(FileRecord):
    """A treaty, statute or study: ``norms/instruments/<id>/instrument.yaml``."""

    kind_of_file: ClassVar[str] = "instrument"

    id: InstrumentId
    """The id that pinpoints begin with."""
    title: Title
    """What it is called."""
    titles: dict[Language, Text] = {}
    """Its full title in other languages, by their code; styles in such a language use it."""
    adopted: Adoption | None = None
    """Where and when it was adopted."""
    opened: Day | None = None
    """The day on which it was opened for signature, where that is known."""
    in_force: Day | None = None
    """The day of its general entry into force."""
    depositary: Text | None = None
    """Who keeps the originals."""
    languages: tuple[Language, ...] = ()
    """The languages of its authentic texts."""
    citation: Text
    """The official citation."""
    published: tuple[Published, ...] = ()
    """The parts of that citation: where its text is printed, each place once."""
    resolution: Resolution | None = None
    """The part of that citation that names a resolution."""
    document: Text | None = None
    """The symbol of the document of the United Nations that prints it."""
    book: Book | None = None
    """The parts of that citation that tell a book."""
    url: Text | None = None
    """A public page of the depositary or publisher."""
    regime: Slug
    """The body of law it belongs to; see norms/vocabulary/regimes.yaml."""
    binding: Binding = Binding.TREATY
    """By what it binds."""
    cited_as: Authority | None = None
    """As what sort of authority it is cited, where that does not follow from how it binds: the
    statute of a tribunal binds by treaty, and a resolution may state custom."""
    binds: tuple[Slug, ...] = Field(min_length=1)
    """Roles that its norms bind unless they say otherwise."""
    unit: Text = "art"
    """What its provisions are called in citations."""
    customary: Custom | None = None
    """That the whole instrument states custom, where an authority says so."""
    amendments: tuple[Amendment, ...] = ()
    """Changes of its text, in the order of their adoption."""
    derogation: Derogation | None = None
    """Whether parties may derogate from it; only instruments on human rights answer this."""
    aliases: tuple[Text, ...] = ()
    """Other ids and names by which texts know it."""
    sources: dict[Text, Attribution]
    """Where each fact above was read, by key."""

    @property
    def authority(self) -> Authority:
        """As what sort of authority it is cited."""
        return self.cited_as or _BY_BINDING[self.binding]


class Structure(FileRecord):
    """Every provision that exists: ``norms/instruments/<id>/structure.yaml``."""

    kind_of_file: ClassVar[str] = "structure"

    instrument: InstrumentId
    """The instrument."""
    edition: Slug
    """The edition whose structure this is."""
    read_in: Text
    """The text that was read."""
    note: Text | None = None
    """How paragraphs are counted, and what stays unsure."""
    provisions: dict[Article, tuple[Locators, ...]] = Field(min_length=1)
    """For each article or rule, every paragraph, letter and number below it."""

    def has(self, provision: str) -> bool:
        """Whether the instrument has this provision; ``provision`` is such as ``gc4:49(1)``."""
        article, bracket, rest = provision.partition(":")[2].partition("(")
        below = self.provisions.get(article)
        return below is not None and (not bracket or f"({rest}" in below)


class Act(Enum):
    """What a State did about a treaty."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    CONTINUATION = "continuation"
    RESERVATION = "reservation"
    DECLARATION = "declaration"
    DEROGATION = "derogation"
    WITHDRAWAL = "withdrawal-of-statement"
    DENUNCIATION = "denunciation"
    CESSATION = "cessation"


BINDING_ACTS = (Act.RATIFICATION, Act.ACCESSION, Act.SUCCESSION, Act.CONTINUATION)
ENDING_ACTS = (Act.DENUNCIATION, Act.CESSATION)


class PartyEvent(Record):
    """One dated act of a State."""

    act: Act
    """What it did."""
    on: Day | None = None
    """The day of the act or deposit, if known."""
    effect: Day | None = None
    """The first day on which it binds or applies; for an ending act, the last day of the tie."""
    provisions: tuple[Provision, ...] = ()
    """The provisions that a statement concerns."""
    text: Text | None = None
    """What was declared, in own words."""
    source: Attribution
    """Where this was read."""

    @model_validator(mode="after")
    def _has_effect(self) -> PartyEvent:
        if self.act in (*BINDING_ACTS, *ENDING_ACTS) and self.effect is None:
            raise ValueError(f"an event of act '{self.act.value}' needs the day of its effect")
        return self


class Confirmation(Record):
    """A later source that still shows the State in the same position."""

    on: Day
    """The day up to which the source is known to hold."""
    source: Attribution
    """Where this was read."""


class Party(Record):
    """A State and an instrument, whether or not it is bound."""

    name: Text
    """The State's name."""
    events: tuple[PartyEvent, ...] = ()
    """Its acts, in the order of their days. None means that it is not a party."""
    known_until: Day
    """The day up to which this is known; after it the answer is unknown."""
    confirmed: tuple[Confirmation, ...] = ()
    """Later sources that confirm it."""
    source: Attribution | None = None
    """For a State that is not a party: where that was read."""
    note: Text | None = None
    """What else a reader must know."""

    @model_validator(mode="after")
    def _sourced(self) -> Party:
        if not self.events and self.source is None:
            raise ValueError("a State without events needs the source that it is not a party")
        return self


class Parties(FileRecord):
    """Who is bound: ``norms/instruments/<id>/parties.yaml``."""

    kind_of_file: ClassVar[str] = "parties"

    instrument: InstrumentId
    """The instrument."""
    parties: dict[State, Party] = Field(min_length=1)
    """The States, by their ISO 3166-1 alpha-3 code."""


class Edition(Record):
    """The text in which the operative words of a norm were read."""

    edition: Slug
    """The edition of the instrument."""
    checked: Day
    """The day on which the words were compared."""
    read_in: Text
    """Where the text was read."""
    texts: TextsAtHand
    """How many independent texts showed the words."""
    note: Text | None = None
    """What stays unsure, and why."""

    @model_validator(mode="after")
    def _says_why(self) -> Edition:
        if self.texts is TextsAtHand.NONE and self.note is None:
            raise ValueError("'texts: none' needs a note that says why")
        return self


class TextsAtHand(Enum):
    """How many independent texts were compared."""

    TWO = "two"
    ONE = "one"
    NONE = "none"


Words = dict[Language, Quotation]

for _model in (Edition,):
    _model.model_rebuild()
