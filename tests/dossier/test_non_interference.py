"""What an audience sees does not depend on what it may not see, in any output, byte for byte.

Archives are made at random. Whatever lies above the level of an audience carries a mark of its own
and is another thing in the second of two archives: other words, terms, claimants, sides, figures,
passages, origins, links. All that the audience is shown must be the same for both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lawmap.cli.explain import _Printer
from lawmap.cli.show.allegation import allegation_lines
from lawmap.cli.show.source import source_lines
from lawmap.dossier import (
    Archive,
    Request,
    build_dossier,
    library_for,
    render,
    render_brief,
    render_index,
)
from lawmap.lookup import Kind, search
from lawmap.masking import Mask
from lawmap.matching import explain, match
from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.library import Library
from lawmap.model.source import Source
from tests.dossier.made import seed_library
from tests.dossier.records import Data, source

LEVELS = list(Handling)
PUBLIC = Handling.PUBLIC
SOURCES = ("first", "second", "third")
PARAGRAPHS = tuple(f"p{number}" for number in range(1, 7))
CLAIMANTS = ("paper", "witness", "ministry")
TERMS = (
    *("act.compel-armed-service", "act.move", "act.detain", "act.torture", "act.kill"),
    *("place.occupied", "person.civilian", "person.child", "means.force", "object.child"),
)
"""Made-up terms among them are left out below: what counts is that some are read by norms."""
RECORDS = (Kind.ALLEGATIONS, Kind.SOURCES)
MARK = "Zq"
"""With this begins every text of which an audience is to see nothing."""


@cache
def law() -> Library:
    """Some norms of the shipped pack: enough for outcomes of every sort, few enough to be quick."""
    whole = seed_library()
    chosen = ("gc4:51(1)", "rome:8(2)(a)(v)", "arsiwa:16")
    norms = {name: one for name, one in whole.norms.items() if name.startswith(chosen)}
    return replace(whole, norms=norms, sources={}, allegations={})


def known_terms() -> tuple[str, ...]:
    return tuple(term for term in TERMS if term in law().terms)


def strictest(*levels: Handling) -> Handling:
    return max(levels, key=lambda level: level.rank)


def most_open(*levels: Handling) -> Handling:
    return min(levels, key=lambda level: level.rank)


class Maker:
    """Makes one of the two archives that a seed stands for."""

    def __init__(self, seed: int, audience: Handling, variant: int, *, less: bool = False) -> None:
        self.chance = Random(seed)  # noqa: S311 (no secret)
        self.other = Random(seed * 7919 + variant)  # noqa: S311 (no secret)
        self.audience, self.variant, self.less = audience, variant, less
        self.count = 0
        self.levels: dict[str, dict[str, Handling]] = {}

    def hides(self, level: Handling) -> bool:
        return not level.within(self.audience)

    def draw(self, level: Handling, options: Any) -> Any:
        """One of some options; above the level another one in each archive."""
        common, own = self.chance.choice(options), self.other.choice(options)
        return own if self.hides(level) else common

    def text(self, level: Handling) -> str:
        self.count += 1
        if self.hides(level):
            return f"{MARK}{self.variant}x{self.count} was {self.other.randint(0, 99)} there"
        return f"Seen{self.count} by all"

    def level(self, *weights: int) -> Handling:
        return self.chance.choices(LEVELS, weights or (8, 1, 1))[0]

    def passages(self, least: int = 1) -> list[str]:
        every = [f"{name}#{place}" for name in SOURCES for place in PARAGRAPHS]
        return self.chance.sample(every, self.chance.randint(least, 3))

    def level_of(self, *passages: str) -> Handling:
        """Who may see something that these passages carry; one that is seen is enough.

        Of what cites a source above the level nothing is asked: the record is left out.
        """
        return most_open(*(self.levels[one.split("#")[0]][one.split("#")[1]] for one in passages))

    def source(self, name: str) -> Data:
        own = self.level(16, 1, 1)
        given = {one: self.level(3, 1, 1) for one in PARAGRAPHS if self.chance.random() < 0.5}
        levels = {one: strictest(own, given.get(one, PUBLIC)) for one in PARAGRAPHS}
        # What cites a source above the level falls with the record: its passages ask for no more.
        self.levels[name] = dict.fromkeys(PARAGRAPHS, PUBLIC) if self.hides(own) else levels
        whose = {one: self.chance.choice(CLAIMANTS) for one in PARAGRAPHS}
        spoken = {one: [levels[p] for p in PARAGRAPHS if whose[p] == one] for one in CLAIMANTS}
        of_claimant = {one: most_open(*(heard or [own])) for one, heard in spoken.items()}
        of_claimant["paper"] = own
        return source(
            name,
            title=self.text(own),
            publisher=self.text(own),
            notes=[self.text(own)],
            handling=own.value,
            passages={one: level.value for one, level in given.items()},
            claimants={
                one: self.claimant(name, one, strictest(own, of_claimant[one])) for one in CLAIMANTS
            },
            paragraphs=whose if not self.hides(own) else {"p1-p6": self.other.choice(CLAIMANTS)},
            quotes={
                one: self.text(levels[one]) for one in PARAGRAPHS if self.chance.random() < 0.5
            },
            persons=[],
            original={
                "sha256": "0" * 64,
                "paragraphs": 9,
                "archive": self.text(Handling.INTERNAL),
            },
        )

    def claimant(self, of: str, name: str, level: Handling) -> Data:
        others = [f"{one}/{who}" for one in SOURCES for who in CLAIMANTS if one != of]
        repeats = self.draw(level, [None, None, None, *others])
        side = self.draw(level, [None, "RUS", "UKR"])
        return {
            "name": self.text(level),
            "knows": self.text(level),
            **({"side": side} if side else {}),
            **({"same_origin_as": repeats} if repeats else {}),
        }

    def carried(
        self, above: Handling, make: Any, least: int = 1, *, stays: bool = False
    ) -> Data | None:
        """Something with passages of its own, made for whoever may see one of them."""
        per = self.passages(least)
        level = strictest(above, self.level_of(*per)) if per else above
        made = make(level)
        if self.less and not stays and self.hides(level):
            return None
        return {**made, **({"per": per} if per else {})}

    def facts(self, own: Handling) -> Iterator[Any]:
        for _ in range(self.chance.randint(1, 5)):
            level = strictest(own, self.level(6, 1, 1))
            key = self.chance.choice(["done", "done", "done", "not", "planned"])

            def fact(at: Handling, key: str = key) -> Data:
                return {self.draw(at, [key, "done"]): self.draw(at, known_terms())}

            made = self.carried(level, fact, self.chance.choice([0, 1]))
            if made is not None:
                yield made if level is own else {**made, "handling": level.value}

    def frame(self, own: Handling) -> Iterator[tuple[str, Any]]:
        def time(at: Handling) -> Data:
            return {"within": self.draw(at, ["2024-10", "2015", "2023"])}

        def place(at: Handling) -> Data:
            return {"in": [self.draw(at, ["UA-65", "UA-43"])], "as_reported": self.text(at)}

        # Without a time or place of its own a part would take those of its whole.
        yield "when", self.carried(own, time, stays=True)
        yield "where", self.carried(own, place, stays=True)

        def actor(at: Handling) -> Data:
            return {"actor": self.text(at), "state": self.draw(at, ["RUS", "BLR"])}

        # Without an actor the report would be the one that is silent.
        yield "by", [self.carried(own, actor, stays=True)]
        level = strictest(own, self.level(8, 1, 1))
        number = [
            self.carried(level, lambda at: {"exactly": self.draw(at, [3, 30, 4000])})
            for _ in range(2)
        ]
        nation = self.carried(level, lambda at: {"is": self.draw(at, ["UKR", "RUS"])})
        against = {
            "group": self.text(level),
            "number": [one for one in number if one],
            "nationality": [nation] if nation else [],
            **({} if level is own else {"handling": level.value}),
        }
        yield "against", against

    def allegation(self, name: str, earlier: list[str]) -> Data:
        own = self.level()
        above = self.chance.choice([None, None, *earlier])
        helped = self.chance.choice([None, None, None, *earlier])
        per = self.passages() if above is None or self.chance.random() < 0.5 else []
        carried = strictest(own, self.level_of(*per)) if per else own

        def answer(at: Handling) -> Data:
            return {
                "by": self.text(at),
                "text": self.text(at),
                "denies": self.draw(at, [[known_terms()[0]], [known_terms()[1]]]),
            }

        answers = [self.carried(own, answer) for _ in range(self.chance.randint(0, 2))]
        views = [self.carried(own, lambda at: {"text": self.text(at)})]
        quoted = {one: self.text(strictest(own, self.level_of(one))) for one in self.passages(0)}
        frame = {key: value for key, value in self.frame(own) if value is not None}
        return {
            "schema_version": 1,
            "id": name,
            "title": self.text(carried),
            "account": self.text(carried),
            "notes": [self.text(carried)],
            **frame,
            **({"per": per} if per else {}),
            **({"part_of": above} if above else {}),
            **({"assists": helped} if helped else {}),
            "facts": ["place.occupied", *self.facts(own)],
            "quotes": quoted,
            "responses": [one for one in answers if one],
            "characterisations": [one for one in views if one],
            "persons": [{"name": "Jan Roe", "called": "child A", "marks": ["minor"]}],
            "review": {"state": "reviewed", "by": self.text(Handling.INTERNAL), "on": "2024-11-01"},
            "handling": own.value,
        }

    def library(self) -> Library:
        sources = [Source.model_validate(self.source(name)) for name in SOURCES]
        names: list[str] = []
        allegations = []
        for name in ("a", "b", "c"):
            allegations.append(Allegation.model_validate(self.allegation(name, names)))
            names.append(name)
        return replace(
            law(),
            sources={one.id: one for one in sources},
            allegations={one.id: one for one in allegations},
        )


def outputs(library: Library, audience: Handling) -> dict[str, str]:
    """Everything that commands show an audience of a library."""
    archive = Archive(library, Request(audience=audience))
    examined = archive.examined()
    made = {name: build_dossier(archive, name, items) for name, items in examined.items()}
    seen = library_for(library, audience, Mask.of(library, audience)).library
    shown = {
        "index": render_index(list(made.values()), withheld=archive.seen.total),
        "manifest": json.dumps([archive.seen.total.counts, sorted(archive.seen.whole)]),
        "match": "\n".join(one.model_dump_json() for one in match(seen)),
        "search": str([search(seen, [word], kinds=RECORDS) for word in ("was", "seen")]),
    }
    for name, one in made.items():
        shown |= {f"dossier {name}": render(one), f"brief {name}": render_brief(one)}
        shown[f"show {name}"] = "\n".join(allegation_lines(seen, name))
    for name, allegation in list(seen.allegations.items())[:1]:
        told = explain(seen, name, "gc4:51(1)/service")
        lines = [line for item in told for line in _Printer(seen, allegation).lines(item)]
        shown[f"explain {name}"] = "\n".join(lines)
    for name in seen.sources:
        shown[f"show {name}"] = "\n".join(source_lines(seen, name))
    return shown


def substance(library: Library, audience: Handling) -> dict[str, Any]:
    """What an audience is told, but for how much it is not told."""
    archive = Archive(library, Request(audience=audience))
    quiet: Data = {
        **{"withheld": (), "withholds_responses": False, "withholds_substance": False},
        **{"limitations": (), "alternative": (), "frame": (), "provenance": None},
    }
    return {
        name: replace(build_dossier(archive, name, items), **quiet)
        for name, items in archive.examined().items()
    }


AUDIENCES = st.sampled_from([Handling.PUBLIC, Handling.INTERNAL])
SEEDS = st.integers(0, 2**32)


@pytest.mark.slow
@settings(max_examples=60)
@given(SEEDS, AUDIENCES)
@example(0, Handling.PUBLIC)
def test_nothing_above_the_level_shows_or_bears_on_what_is_shown(
    seed: int, audience: Handling
) -> None:
    one, other = (outputs(Maker(seed, audience, turn).library(), audience) for turn in (1, 2))
    assert [name for name, text in one.items() if MARK in text] == []
    assert one == other


@pytest.mark.slow
@settings(max_examples=30)
@given(SEEDS, AUDIENCES)
def test_without_what_is_withheld_the_rest_is_the_same(seed: int, audience: Handling) -> None:
    whole, less = (Maker(seed, audience, 1, less=less).library() for less in (False, True))
    assert substance(whole, audience) == substance(less, audience)


@pytest.mark.slow
@settings(max_examples=5)
@given(SEEDS)
def test_those_who_may_see_all_are_shown_all(seed: int) -> None:
    """The marks do show where they may, so their absence says something."""
    library = Maker(seed, Handling.PUBLIC, 1).library()
    told = " ".join(outputs(library, Handling.CONFIDENTIAL).values())
    assert all(one.title.split()[0] in told for one in library.allegations.values())
