"""``lawmap new allegation``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from lawmap.loading import Loaded
from lawmap.loading.kinds import file_name
from lawmap.loading.yaml_writer import Items, Row
from lawmap.model.allegation import Allegation, ReviewState
from lawmap.model.base import Handling

from .draft import Data, Draft, drafts
from .fields import Answers, Field, answers_of, takes
from .workplace import Workplace

UNSTATED = "unstated"


def _fact(text: str) -> str | Row:
    """``act.move``, or with how far it went or its denial: ``planned:act.move``."""
    key, colon, term = text.partition(":")
    return Row({key.strip(): term.strip()}) if colon else text


def _when(text: str) -> Row:
    sense, colon, period = text.partition(":")
    if not colon:
        raise click.BadParameter(f"'{text}' does not say how: write such as during:{text}")
    return Row({sense.strip(): period.strip()})


def _actor(text: str) -> str | Row:
    if text == UNSTATED:
        return text
    name, sign, state = text.rpartition("=")
    return Row({"actor": name.strip(), "state": state.strip()}) if sign else Row({"actor": text})


FIELDS = (
    Field("id", "id", "Id of the allegation, which names its file", "residents-drafted-2024"),
    Field("title", "title", "A line that says what is alleged", "Thirty residents drafted"),
    Field(
        "account",
        "account",
        "What is alleged, in your own words, with who says so",
        "The ministry says that thirty residents were drafted",
    ),
    Field("source", "per", "Id of the source that reports it", "daily-news-2024-10"),
    Field("paragraph", "per", "Paragraph of that source", "p9", many=True, stand_in="p1"),
    Field(
        "fact",
        "facts",
        "A fact, as a term of the vocabulary",
        "act.move, not:consent.person or planned:act.kill",
        many=True,
        read=_fact,
        stand_in="act.move",
    ),
    Field(
        "by",
        "by",
        f"Who acted and for which State, or '{UNSTATED}'",
        "Russia=RUS",
        many=True,
        read=_actor,
    ),
    Field(
        "when",
        "when",
        "When: during or within a period, or before a day",
        "during:2024-09 or within:2024-09/2024-11",
        needed=False,
        read=_when,
    ),
    Field("where", "where", "Place of the conduct", "UA-65", needed=False, many=True),
    Field("from", "where", "Where a movement began", "UA-65", needed=False, many=True),
    Field("to", "where", "Where a movement ended", "RU", needed=False, many=True),
    Field(
        "against",
        "against",
        "Who the persons concerned are; no names of victims",
        "residents of the occupied parts",
        needed=False,
    ),
    Field(
        "nationality",
        "against",
        "Their nationality",
        "UKR",
        needed=False,
        asked=lambda answers: "against" in answers,
    ),
)


def _build(answers: Answers, _: Loaded) -> Data:
    first = {name: values[0] for name, values in answers.items()}
    data: Data = {"schema_version": 1}
    data |= {key: first[key] for key in ("id", "title", "account")}
    if "when" in answers:
        data["when"] = first["when"]
    ways = {"in": "where", "from": "from", "to": "to"}
    where = Row({key: Items(answers[name]) for key, name in ways.items() if name in answers})
    if where:
        data["where"] = where
    data["by"] = _by(answers["by"])
    if "against" in answers:
        data["against"] = {"group": first["against"]}
        if "nationality" in answers:
            data["against"]["nationality"] = Row({"is": first["nationality"]})
    elif "nationality" in answers:
        raise click.UsageError("--nationality needs --against: whose nationality it is")
    data["per"] = Items(f"{first['source']}#{passage}" for passage in answers["paragraph"])
    data["facts"] = list(answers["fact"])
    data["handling"] = Handling.CONFIDENTIAL.value
    data["review"] = Row({"state": ReviewState.DRAFT.value})
    return data


def _by(actors: tuple[str | Row, ...]) -> str | list[Row]:
    if actors == (UNSTATED,):
        return UNSTATED
    if UNSTATED in actors:
        raise click.UsageError(f"'{UNSTATED}' stands alone: either somebody is named, or nobody")
    return [actor for actor in actors if isinstance(actor, Row)]


@click.command(
    "allegation",
    short_help="Draft an allegation.",
    epilog="\b\nExample: lawmap new allegation --id drafted --title Drafted --account '...'"
    " --source united24-2025-02 --paragraph p9 --fact act.compel-armed-service --by Russia=RUS",
)
@takes(FIELDS)
@drafts
def command(folder: Path, norms: tuple[Path, ...], to_print: bool, **given: Any) -> int:
    """Draft an allegation: allegations/ID.yaml.

    What is not given is asked for on a terminal. One allegation is one actor side, one victim
    group, one place or movement, one span of time and one course of conduct. What the report does
    not say is not written as a fact.
    """
    told = answers_of(FIELDS, given)
    place = Workplace.at(folder)
    return Draft(
        model=Allegation,
        fields=FIELDS,
        loaded=place.load(norms),
        workplace=place,
        place=lambda answers: place.home_of("allegations") / f"{file_name(answers['id'][0])}.yaml",
        build=_build,
    ).make(told, to_print=to_print)
