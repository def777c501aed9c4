"""``lawmap new source``."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import click

from lawmap.checks.reports import MAX_REPORT_BYTES, paragraphs_of
from lawmap.loading import Loaded
from lawmap.loading.kinds import file_name
from lawmap.loading.raw import read_regular
from lawmap.model.base import Handling
from lawmap.model.source import Source, SourceKind

from .draft import Data, Draft, drafts
from .fields import Answers, Field, answers_of, takes
from .workplace import Workplace


def _original(text: str) -> Data:
    """Hash and number of paragraphs of a report; none of its words."""
    try:
        raw = read_regular(Path(text), MAX_REPORT_BYTES)
    except OSError as error:
        raise click.BadParameter(f"'{text}' cannot be read: {error.strerror}") from error
    paragraphs = len(paragraphs_of(raw.decode("utf-8", errors="replace")))
    if not paragraphs:
        raise click.BadParameter(f"'{text}' has no line of text, so it has no paragraphs")
    return {"sha256": hashlib.sha256(raw).hexdigest(), "paragraphs": paragraphs}


FIELDS = (
    Field("id", "id", "Id of the source, which names its file", "daily-news-2024-10"),
    Field("publisher", "publisher", "Who published it", "Daily News"),
    Field("title", "title", "Its title", "Residents drafted in two regions"),
    Field("published", "published", "When it was published", "2024-10-31", needed=False),
    Field("language", "language", "Language in which it was read, by two letters", "en"),
    Field(
        "kind", "kind", "What sort of document it is", SourceKind.PRESS.value, choices=SourceKind
    ),
    Field("url", "url", "Where it was published", "https://example.org/1", needed=False),
    Field(
        "original",
        "original",
        "File of the report as plain text; it is hashed and never copied",
        "reports/daily-news.txt",
        read=_original,
        stand_in={"sha256": "0" * 64, "paragraphs": 1},
    ),
)


_MAX_CLAIMANT = 40
"""An id that passages repeat is not to fill a line."""


def _build(answers: Answers, _: Loaded) -> Data:
    publisher = answers["publisher"][0]
    slug = re.sub(r"[^a-z0-9]+", "-", publisher.lower()).strip("-")
    claimant = slug[:_MAX_CLAIMANT].strip("-") or "publisher"
    told = {field.name: answers[field.name][0] for field in FIELDS if field.name in answers}
    return {
        "schema_version": 1,
        **told,
        "claimants": {claimant: {"name": publisher, "knows": "Not looked into yet."}},
        "default_claimant": claimant,
        "handling": Handling.CONFIDENTIAL.value,
    }


@click.command(
    "source",
    short_help="Describe a report.",
    epilog="\b\nExample: lawmap new source --id daily-2024-10 --publisher Daily --title News"
    " --language en --kind press --original report.txt",
)
@takes(FIELDS)
@drafts
def command(folder: Path, norms: tuple[Path, ...], to_print: bool, **given: Any) -> int:
    """Describe a report: sources/ID.yaml, with the hash of the original.

    What is not given is asked for on a terminal. The report itself is not copied: its hash and the
    number of its paragraphs (lines that are not empty) are kept.
    """
    told = answers_of(FIELDS, given)
    place = Workplace.at(folder)
    return Draft(
        model=Source,
        fields=FIELDS,
        loaded=place.load(norms),
        workplace=place,
        place=lambda answers: place.home_of("sources") / f"{file_name(answers['id'][0])}.yaml",
        build=_build,
    ).make(told, to_print=to_print)
