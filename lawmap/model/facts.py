"""What a source says of one term, and how far the conduct is reported to have gone."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Annotated, NamedTuple

from pydantic import Field, Tag, model_validator

from .base import Handling, Passage, Record, TermId
from .unions import TEXT_OR_RECORD


class Stage(Enum):
    """How far conduct is reported to have gone."""

    DONE = "done"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"


class Fact(Record):
    """What a source says of one term; exactly one of done, not, planned, threatened, attempted."""

    done: TermId | None = None
    """The source says that it was so."""
    not_: TermId | None = Field(default=None, alias="not")
    """The source says that it was not so."""
    planned: TermId | None = None
    """The source says that it was planned."""
    threatened: TermId | None = None
    """The source says that it was threatened."""
    attempted: TermId | None = None
    """The source says that it was attempted."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""
    handling: Handling | None = None
    """Who may see this fact; without it, whoever may see the allegation."""

    @model_validator(mode="after")
    def _one_key(self) -> Fact:
        given = [key for key in _FACT_KEYS if getattr(self, key) is not None]
        if len(given) != 1:
            raise ValueError("needs exactly one of done, not, planned, threatened, attempted")
        return self


_FACT_KEYS = ("done", "not_", "planned", "threatened", "attempted")


class Statement(NamedTuple):
    """A fact in the one form that the rest of the tool reads."""

    term: str
    affirmed: bool
    stage: Stage
    per: tuple[str, ...]
    handling: Handling | None


WrittenFact = Annotated[
    Annotated[TermId, Tag("<text>")] | Annotated[Fact, Tag("<record>")], TEXT_OR_RECORD
]


def statements(facts: tuple[WrittenFact, ...], default: tuple[str, ...]) -> Iterator[Statement]:
    """Every written fact in its one form; ``default`` are the passages of the allegation."""
    for fact in facts:
        if isinstance(fact, str):
            yield Statement(fact, True, Stage.DONE, default, None)
            continue
        per = fact.per or default
        if fact.not_ is not None:
            yield Statement(fact.not_, False, Stage.DONE, per, fact.handling)
            continue
        stage = next(stage for stage in Stage if getattr(fact, stage.value) is not None)
        yield Statement(getattr(fact, stage.value), True, stage, per, fact.handling)
