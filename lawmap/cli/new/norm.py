"""``lawmap new norm``."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import click

from lawmap.cli.inputs import sound
from lawmap.errors import UsageError
from lawmap.loading import Loaded, load, packs_for
from lawmap.loading.kinds import file_name
from lawmap.loading.yaml_writer import Items, Row
from lawmap.model.base import INSTRUMENT
from lawmap.model.instrument import TextsAtHand
from lawmap.model.library import Library
from lawmap.model.norm import ElementKind, Kind, Norm

from .cases import first_cases
from .draft import Data, Draft, drafts
from .fields import Answers, Field, answers_of, takes
from .workplace import PACK, Workplace


def _has_conduct(answers: Answers) -> bool:
    return answers.get("kind") != (Kind.DEFINITION.value,)


FIELDS = (
    Field(
        "id",
        "id",
        "Instrument and pinpoint, with a slug if one paragraph holds several rules",
        "gc4:27(2)/honour",
        argument=True,
    ),
    Field("heading", "heading", "What the norm is about, in a line", "Respect for honour"),
    Field("kind", "kind", "What sort of rule it is", Kind.PROHIBITION.value, choices=Kind),
    Field("rule", "rule", "The rule in your own words", "Nobody may be humiliated"),
    Field(
        "term",
        "elements",
        "The bare act that it is about, as a term of the vocabulary",
        "act.degrade",
        many=True,
        asked=_has_conduct,
    ),
    Field(
        "hint",
        "hints",
        "A term that makes it worth showing although the act is not reported",
        "act.threaten",
        needed=False,
        many=True,
        asked=_has_conduct,
    ),
    Field(
        "include",
        "include",
        "A chapeau with context elements; without one, that of its neighbours",
        "chapeau/occupation",
        needed=False,
        many=True,
    ),
    Field(
        "checked",
        "source",
        "Day on which you looked for its words",
        "2024-10-31",
    ),
)


def _build(answers: Answers, loaded: Loaded) -> Data:
    library = loaded.library
    first = {name: values[0] for name, values in answers.items()}
    data: Data = {"schema_version": 1}
    data |= {key: first[key] for key in ("id", "heading", "kind", "rule")}
    structure = library.structures.get(first["id"].partition(":")[0])
    data["source"] = {
        "edition": structure.edition if structure else first["id"].partition(":")[0],
        "checked": first["checked"],
        "read_in": "not read yet",
        "texts": TextsAtHand.NONE.value,
        "note": "The words have not been compared with any text yet.",
    }
    if _has_conduct(answers):
        include = answers.get("include", _usual(library, first["id"], first["kind"]))
        if include:
            data["include"] = Items(include)
        terms = answers["term"]
        data["elements"] = {
            "conduct": {
                "kind": ElementKind.CONDUCT.value,
                "text": _meaning(library, terms),
                "if": terms[0] if len(terms) == 1 else Row({"any": Items(terms)}),
            }
        }
    if "hint" in answers:
        data["hints"] = Items(answers["hint"])
    return data


def _meaning(library: Library, terms: tuple[str, ...]) -> str:
    """The act in the words of the vocabulary, until somebody says it in those of the rule."""
    known = [library.terms[term].term.definition for term in terms if term in library.terms]
    return " Or: ".join(known) or "The act."


def _usual(library: Library, identity: str, kind: str) -> tuple[str, ...]:
    """The chapeaux that the nearest norms include: those of the article, else of the regime."""
    instrument, _, pinpoint = identity.partition(":")
    article = f"{instrument}:{pinpoint.partition('/')[0].partition('(')[0]}"
    regimes = {name: item.regime for name, item in library.instruments.items()}
    alike = [one for one in library.norms.values() if one.kind.value == kind]
    circles = (
        library.norms_at(article),
        [one for one in alike if one.instrument == instrument],
        [one for one in alike if regimes.get(one.instrument) == regimes.get(instrument)],
    )
    nearest = next((circle for circle in circles if circle), ())
    usual = Counter(one.include for one in nearest).most_common(1)
    return usual[0][0] if usual else ()


def _folder(identity: str) -> str:
    """The folder of the instrument; of an id without one, a name that does no harm."""
    instrument = identity.partition(":")[0]
    return instrument if re.fullmatch(INSTRUMENT, instrument) else "unknown"


def _with_cases(added: Loaded, data: Data) -> Data:
    (norm,) = (norm for _, norm in added.of_kind(Norm))
    cases = first_cases(added.library, norm) if norm.elements else []
    return {**data, "cases": cases} if cases else data


@click.command(
    "norm",
    short_help="Begin a norm in a norm pack.",
    epilog="\b\nExample: lawmap new norm 'gc4:27(2)/honour' --heading Honour --kind prohibition"
    " --rule 'Nobody may be humiliated.' --term act.degrade --checked 2024-10-31 --pack norms",
)
@takes(FIELDS)
@click.option(
    "--pack",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The norm pack that gets the norm (default: as the settings name it, or the one here).",
)
@drafts
def command(
    folder: Path, norms: tuple[Path, ...], pack: Path | None, to_print: bool, **given: Any
) -> int:
    """Begin a norm: instruments/INSTRUMENT/PINPOINT.yaml in a norm pack.

    What is not given is asked for on a terminal. The file has one conduct element, the context
    elements of its neighbours, and three cases that come out as they say. It does not claim that
    any text was read.
    """
    told = answers_of(FIELDS, given)
    place = Workplace.at(folder)
    home = pack or place.pack()
    if not (home / PACK).is_file():
        raise UsageError(f"{home} holds no {PACK}; 'lawmap init --norms' makes a norm pack")
    loaded = sound(load((), packs_for((), [home, *(norms or place.norms)])))

    def path(answers: Answers) -> Path:
        identity = answers["id"][0]
        return home / "instruments" / _folder(identity) / f"{file_name(identity)}.yaml"

    return Draft(
        model=Norm,
        fields=FIELDS,
        loaded=loaded,
        workplace=place,
        place=path,
        build=_build,
        finish=_with_cases,
    ).make(told, to_print=to_print)
