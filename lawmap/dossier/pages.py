"""Markdown of dossiers, from Jinja2 templates that a team can replace."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, PackageLoader, StrictUndefined

from lawmap.markdown import Markup, anchor, escape, link_target
from lawmap.model.dossier import Dossier, NormEntry
from lawmap.model.outcome import Mark, Outcome
from lawmap.model.withheld import Withheld
from lawmap.truth import Truth

from .frame import LANGUAGES
from .sandbox import OwnFolder, Sandbox, made
from .words import capital

DOSSIER, BRIEF, INDEX = "dossier.md.j2", "brief.md.j2", "index.md.j2"

SIGNS = {
    (Outcome.ENGAGED, False): "●",
    (Outcome.CONTESTED, False): "◐",
    (Outcome.ARGUABLE, False): "○",
    (Outcome.ENGAGED, True): "▲",
    (Outcome.CONTESTED, True): "◭",
    (Outcome.ARGUABLE, True): "△",
}
"""Signs of the matrix: prospective results have signs of their own."""

LEFT_OUT = "×"


def render(dossier: Dossier, templates: Path | None = None) -> str:
    """Markdown of one dossier.

    Args:
        dossier: from :func:`lawmap.dossier.build_dossier`.
        templates: a folder whose ``dossier.md.j2`` and ``index.md.j2`` replace the shipped ones.
            They reach nothing but the dossier, but how long they take is not limited here: make
            pages from templates of others in a process that can be ended, as the command does.

    Raises:
        jinja2.TemplateError: if a replaced template is faulty.
    """
    return _tidy(made(_environment(templates).get_template(DOSSIER), dossier=dossier))


def render_brief(dossier: Dossier, templates: Path | None = None) -> str:
    """Markdown of one page on a dossier, for those who have two minutes.

    Args:
        dossier: from :func:`lawmap.dossier.build_dossier`.
        templates: a folder whose ``brief.md.j2`` replaces the shipped one.

    Raises:
        jinja2.TemplateError: if a replaced template is faulty.
    """
    return _tidy(made(_environment(templates).get_template(BRIEF), dossier=dossier))


def render_index(
    dossiers: Sequence[Dossier],
    templates: Path | None = None,
    *,
    briefs: bool = False,
    withheld: Withheld | None = None,
) -> str:
    """Markdown of the index: a list of dossiers, with their briefs if asked, and the matrix.

    Args:
        dossiers: what is listed.
        templates: a folder whose ``index.md.j2`` replaces the shipped one.
        briefs: whether each dossier has a page of its own for readers in haste.
        withheld: how much of the archive its audience does not see.
    """
    left = {item.norm: item for one in dossiers for item in one.left_out}
    raised = {entry.norm: entry for one in dossiers for entry in one.every_norm}
    shown = [entry for _, entry in sorted({**left, **raised}.items())]
    cells = {(item.norm, one.id): LEFT_OUT for one in dossiers for item in one.left_out}
    cells |= {
        (entry.norm, one.id): SIGNS[entry.outcome, Mark.PROSPECTIVE in entry.marks]
        for one in dossiers
        for entry in one.every_norm
    }
    template = _environment(templates).get_template(INDEX)
    known = {"dossiers": dossiers, "norms": shown, "cells": cells, "briefs": briefs}
    return _tidy(made(template, **known, withheld=withheld or Withheld()))


@cache
def _environment(templates: Path | None) -> Sandbox:
    shipped = PackageLoader("lawmap.dossier", "templates")
    loaders = [OwnFolder(templates), shipped] if templates else [shipped]
    environment = Sandbox(
        loader=ChoiceLoader(loaders),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.update(
        target=link_target, capital=capital, norm_link=_norm_link, sign=_sign
    )
    environment.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]
    environment.filters["language"] = lambda code: LANGUAGES.get(code, code)
    environment.globals.update(Outcome=Outcome)
    return environment


def _sign(value: str) -> str:
    """The sign of an answer as it is; any other text stays text."""
    return Markup(value) if value in {truth.sign for truth in Truth} else value


def _norm_link(entry: NormEntry) -> Markup:
    """The citation of a norm, linked to its section."""
    return Markup(f"[{escape(entry.citation)}](#{anchor(entry.title)})")


def _tidy(text: str) -> str:
    """No trailing blanks, no runs of empty lines, one line feed at the end."""
    lines: list[str] = []
    for line in text.splitlines():
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).strip("\n") + "\n"
