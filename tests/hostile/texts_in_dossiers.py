"""Hostile texts in every free text of every record: dossier, brief and index show them as text."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lawmap.dossier import Archive, Request, build_dossier, render, render_brief, render_index
from lawmap.loading import load
from lawmap.model.dossier import plain_heading
from tests.hostile.case import Case
from tests.hostile.payloads import PAYLOADS, Payload
from tests.hostile.readers import Seen, bare, dialects, html, markdown
from tests.hostile.texts_project import BENIGN, write_project

_QUICK = frozenset({"html entity", "line block"})


@dataclass(frozen=True)
class InDossiers(Case):
    """A text in every field of the project; all pages are those of a harmless one, but for it."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return self.klass not in _QUICK

    def check(self, folder: Path) -> None:
        text = " ".join(self.payload.text.split())
        heading = plain_heading(text)
        for name, page in pages(folder, self.payload.text).items():
            for dialect, (tokens, shown) in seen(page).items():
                benign, benign_shown = of_benign()[name][dialect]
                where = f"{name} in {dialect}"
                assert tokens.form == benign.form, where
                assert shown.form == benign_shown.form, where
                for line, harmless in zip(tokens.lines, benign.lines, strict=True):
                    assert told(line) in (like(harmless, text), like(harmless, heading)), where


_HASH = re.compile(r"\b[0-9a-f]{64}\b")


def told(line: str) -> str:
    """What a line tells; the hash of a norm pack is another one for every text."""
    return bare(_HASH.sub("", line))


def like(harmless: str, text: str) -> str:
    """What a line with this text tells, from that of the harmless project."""
    return told(harmless).replace(BENIGN, bare(text))


def pages(folder: Path, text: str) -> dict[str, str]:
    """What ``lawmap dossier --brief`` writes of the project with this text everywhere."""
    project = write_project(folder, text)
    loaded = load([project / "sources", project / "allegations"], [project / "norms"])
    assert loaded.diagnostics == ()
    archive = Archive(loaded.library, Request(analyst=text, reviewer=text))
    dossier = build_dossier(archive, "held", archive.examined()["held"])
    return {
        "dossier": render(dossier),
        "brief": render_brief(dossier),
        "index": render_index([dossier], briefs=True),
    }


def seen(page: str) -> dict[str, tuple[Seen, Seen]]:
    """The tokens of a page and what a browser shows, by dialect."""
    return {
        name: (markdown(page, dialect), html(page, dialect)) for name, dialect in dialects().items()
    }


@cache
def of_benign() -> dict[str, dict[str, tuple[Seen, Seen]]]:
    """The same of the pages of the harmless project."""
    with tempfile.TemporaryDirectory() as folder:
        found = pages(Path(folder), BENIGN)
    return {name: seen(page) for name, page in found.items()}


CASES = tuple(
    InDossiers(one.klass, repr(one.text[:60]), "texts in dossiers", one) for one in PAYLOADS
)
