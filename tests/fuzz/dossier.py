"""Any text in a record, through the shipped templates."""

from __future__ import annotations

from functools import cache

from lawmap.dossier import Archive, Request, build_dossier, render, render_brief, render_index
from lawmap.model.library import Library
from tests.builders import ARMY, PAPER, allegation, library, norm, source
from tests.dossier.parsed import every, lines, tokens

from .inputs import text_of

_WORD = "wordword"


def holds(data: bytes) -> None:
    """Put a text wherever a report takes one, and read the pages that come of it."""
    text = " ".join(text_of(data).split())
    if not text:
        return
    for written, plain in zip(_pages(text), _plain_pages(), strict=True):
        assert _kinds(written) == _kinds(plain)
        assert lines(written).count(text) == lines(plain).count(_WORD)
    tokens.cache_clear()


@cache
def _plain_pages() -> tuple[str, ...]:
    return _pages(_WORD)


def _pages(text: str) -> tuple[str, ...]:
    """The dossier, the brief and the index."""
    archive = Archive(_library(text), Request())
    dossier = build_dossier(archive, "a", archive.examined()["a"])
    return render(dossier), render_brief(dossier), render_index([dossier])


def _library(text: str) -> Library:
    """A report and a source that say nothing but this text, where a text may be so long."""
    answer = {"by": text, "text": text, "denies": "conduct", "per": [ARMY]}
    return library(
        norm(),
        source(publisher=text, title=text, date_note=text),
        allegation(
            title=text,
            account=text,
            by=[{"actor": text, "state": "AAA"}],
            against={"group": text},
            where={"as_reported": text},
            notes=[text],
            characterisations=[{"text": text, "per": [PAPER]}],
            responses=[answer],
        ),
    )


def _kinds(page: str) -> list[str]:
    return [token.type for token in every(page)]
