"""A small law to cite, and two styles whose words tell which form was asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawmap.model.instrument import Structure
from lawmap.model.library import Library
from lawmap.model.style import NotesIn, Style
from lawmap.submissions import Wanted
from tests.builders import (
    ATTRIBUTION,
    STYLE_DATA,
    allegation,
    decision,
    element,
    instrument,
    library,
    norm,
    source,
)

CASES = Path(__file__).parents[1] / "cases" / "submissions"

PARAGRAPHS = ["(1)", "(2)", "(3)", "(6)"]


def structure(name: str, **provisions: list[str]) -> Structure:
    articles = {key.removeprefix("a"): parts for key, parts in provisions.items()}
    return Structure.model_validate(
        {
            "schema_version": 1,
            "instrument": name,
            "edition": f"{name}-1949",
            "read_in": "a text",
            "provisions": articles,
        }
    )


def templates(name: str) -> dict[str, str]:
    return {
        "full": f"FULL *{{{name}}}*[ {{pinpoint}}]",
        "subsequent": f"LATER {{{name}}}[ n{{note}}][ {{pinpoint}}]",
        "short": f"SHORT {{{name}}}[ {{pinpoint}}]",
        "entry": f"{{{name}}}, entry",
    }


def style(name: str, **given: Any) -> Style:
    data = STYLE_DATA | {
        "id": name,
        "templates": {
            "treaty": templates("abbreviation"),
            "statute": {"like": "treaty"},
            "decision": templates("title"),
            "report": templates("title"),
            "dossier": templates("id"),
        },
        "groups": [
            {"title": "Treaties", "of": ["treaty", "statute"]},
            {"title": "Cases", "of": ["decision"]},
            {"title": "Reports", "of": ["report", "dossier"]},
        ],
    }
    return Style.model_validate(data | given)


NOTES = style("notes", notes="footnotes", ends=".", ibid="IBID[ {pinpoint}]")
INLINE = style("inline", notes="text")
STYLES = {one.id: one for one in (NOTES, INLINE)}


def treaty(name: str, **given: Any) -> Any:
    title = {"full": f"Treaty {name}", "short": f"Treaty {name}", "abbreviation": name.upper()}
    return instrument(name, title=title, binding="treaty", in_force="1950-10-21", **given)


AMENDMENT = {
    "edition": "rome-2010",
    "title": "The first amendment",
    "adopted": {"place": "Here", "on": "2010-06-11"},
    "in_force": "2013-05-08",
    "citation": "2 T 2",
    "provisions": ["rome:8(2)"],
    "source": ATTRIBUTION,
}


def law(*more: Any) -> Library:
    """``gc`` with articles 48 to 51, ``rome``, a draft treaty, a case, a report and a dossier."""
    made = library(
        *STYLES.values(),
        treaty("gc"),
        treaty("rome", amendments=[AMENDMENT]),
        instrument("draft", binding="treaty"),
        instrument("same", binding="treaty", in_force="1950-10-21"),
        instrument("law", binding="law"),
        norm("gc:49(1)/removal", {"extra": element("act.do")}),
        decision("case", title="X v Y"),
        decision("twice", title="A v B"),
        source("twice"),
        source("report", title="A *starred* | report"),
        source("inside", title="Kept inside", handling="internal"),
        allegation(id="drafted"),
        *more,
    )
    structures = {
        "gc": structure("gc", a48=[], a49=PARAGRAPHS, a50=["(1)"], a51=[]),
        "rome": structure("rome", a7=["(1)", "(1)(d)"], a8=["(1)", "(2)"]),
        "draft": structure("draft", a1=[]),
        "law": structure("law", a1=[]),
    }
    return Library(**{**made.__dict__, "structures": structures})


def wanted(style_id: str = "notes", **given: Any) -> Wanted:
    """How to resolve in one of the two styles."""
    made, chosen = law(), STYLES[style_id]
    notes = chosen.notes is NotesIn.FOOTNOTES
    defaults: dict[str, Any] = {"library": made, "whole": made, "style": chosen}
    defaults |= {"audience": "confidential", "in_notes": notes}
    return Wanted(**(defaults | given))
