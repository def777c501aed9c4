"""A small project with the same text in every place that takes free text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Data = dict[str, Any]

BENIGN = "wordword"
"""A text that is no attack; an output of an attack has the form of this one's."""
_HERE = "\0"
"""Where the text goes."""

_READ: Data = {"read_in": _HERE, "verified": "true", "note": _HERE}

_PROJECT: dict[str, Data] = {
    "norms/pack.yaml": {
        "id": "lawmap-core",
        "version": "1",
        "title": _HERE,
        "licence": "CC-BY-4.0",
        "about": _HERE,
    },
    "norms/vocabulary/terms/act.yaml": {
        "namespace": "act",
        "sort": "fact",
        "about": _HERE,
        "terms": {
            "detain": {"def": _HERE, "label": {"en": _HERE}},
            "threaten": {"def": _HERE, "label": {"en": "threat"}},
        },
    },
    "norms/vocabulary/terms/fact.yaml": {
        "namespace": "fact",
        "sort": "fact",
        "about": _HERE,
        "terms": {
            "night": {"def": _HERE, "label": {"en": _HERE}},
            "dark": {"def": _HERE, "label": {"en": "dark"}},
            "warned": {"def": _HERE, "label": {"en": "warned"}},
        },
    },
    "norms/vocabulary/roles.yaml": {
        "roles": {"state": {"label": {"en": _HERE}, "def": _HERE, "bearer": "state"}},
    },
    "norms/vocabulary/regimes.yaml": {"regimes": {"general": {"label": {"en": _HERE}}}},
    "norms/vocabulary/stages.yaml": {"threatened": "act.threaten"},
    "norms/instruments/t/instrument.yaml": {
        "id": "t",
        "title": {"full": _HERE, "short": _HERE, "abbreviation": _HERE},
        "citation": _HERE,
        "regime": "general",
        "binding": "treaty",
        "binds": ["state"],
        "adopted": {"place": _HERE, "on": "2000-01-01"},
        "in_force": "2000-01-01",
        "sources": {"adopted": _READ, "in_force": _READ},
    },
    "norms/instruments/t/structure.yaml": {
        "instrument": "t",
        "edition": "t-2000",
        "read_in": _HERE,
        "provisions": {"1": ["(1)", "(2)"], "8": []},
    },
    "norms/instruments/t/names.yaml": {
        "instrument": "t",
        "names": {"en": ["wordname"]},
        "sources": {"en": _READ},
    },
    "norms/other-instruments.yaml": {
        "others": {"o": {"title": _HERE, "names": {"en": ["other name"]}, "source": _READ}},
        "groups": {
            "g": {
                "title": _HERE,
                "names": {"en": ["some more"]},
                "instruments": ["t", "t"],
                "common": ["1"],
                "source": _READ,
            }
        },
    },
    "norms/citation-words.yaml": {
        "units": {"art": {"en": {"one": [_HERE], "many": ["arts"], "any": ["art"]}}},
        "always": ["art"],
        "parts": {"en": {"one": [_HERE]}},
        "ordinals": {"en": {"first": "1"}},
        "additions": {"bis": _HERE},
        "endings": [_HERE],
        "look_alikes": {"a": _HERE},
        **{
            key: {"en": [_HERE]}
            for key in (
                *("joins", "until", "of", "articles", "own", "same", "thereof", "common"),
                *(
                    "kinds",
                    "bodies",
                    "laws",
                    "linking",
                    "numbering",
                    "additional",
                    "defining",
                    "naming",
                ),
            )
        },
    },
    "norms/instruments/t/parties.yaml": {
        "instrument": "t",
        "parties": {
            "AAA": {
                "name": _HERE,
                "events": [
                    {
                        "act": "ratification",
                        "on": "2001-01-01",
                        "effect": "2001-02-01",
                        "source": _READ,
                    }
                ],
                "known_until": "2024-12-31",
            }
        },
    },
    "norms/instruments/t/1-1.yaml": {
        "id": "t:1(1)",
        "heading": _HERE,
        "kind": "prohibition",
        "protects": [_HERE],
        "rule": _HERE,
        "words": {"en": _HERE},
        "source": {
            "edition": "t-2000",
            "checked": "2024-01-01",
            "read_in": _HERE,
            "texts": "one",
            "note": _HERE,
        },
        "include": ["chapeau/dark"],
        "elements": {
            "holding": {
                "kind": "conduct",
                "text": _HERE,
                "if": "act.detain",
                "proof": [_HERE],
                "note": _HERE,
            }
        },
        "exceptions": {
            "warning": {"text": _HERE, "if": "fact.warned", "proof": [_HERE], "note": _HERE}
        },
        "decisions": [{"decision": "d-2010", "at": _HERE, "holds": _HERE, "source": _READ}],
        "cases": [
            {"name": _HERE, "facts": ["act.detain", "fact.dark"], "expect": "engaged"},
            {
                "name": "excepted",
                "facts": ["act.detain", "fact.dark", "fact.warned"],
                "expect": "excepted",
            },
            {"name": "denied", "facts": [{"not": "act.detain"}, "fact.dark"], "expect": "excluded"},
            {"name": "open", "facts": ["act.detain"], "expect": "arguable"},
            {"name": "who is open", "facts": ["fact.dark"], "expect": "silent"},
        ],
        "notes": [_HERE],
    },
    "norms/chapeaux/dark.yaml": {
        "id": "chapeau/dark",
        "text": _HERE,
        "elements": {"darkness": {"kind": "context", "text": _HERE, "if": "fact.dark"}},
    },
    "norms/presumptions/night-is-dark.yaml": {
        "id": "night-is-dark",
        "text": _HERE,
        "if": "fact.night",
        "asserts": ["fact.dark"],
        "authority": _HERE,
    },
    "norms/decisions/d-2010.yaml": {
        "id": "d-2010",
        "title": _HERE,
        "court": _HERE,
        "form": "judgment",
        "on": "2010-01-01",
        "source": _READ,
    },
    "norms/situations/war.yaml": {
        "id": "war",
        "name": _HERE,
        "states": {"AAA": _HERE, "BBB": _HERE},
        "conflicts": {
            "conflict": {
                "name": _HERE,
                "kind": "international",
                "sides": [["AAA"], ["BBB"]],
                "begins": "2014-03-01",
                "known_until": "2024-12-31",
                "source": _READ,
            }
        },
        "places": {"AA-1": {"name": _HERE, "state": "AAA"}},
    },
    "norms/styles/plain.yaml": {
        "id": "plain",
        "title": _HERE,
        "about": _HERE,
        "notes": "text",
        "dates": {"months": ["I"] * 12, "day": "{day} {month} {year}"},
        "units": {
            name: {"one": "art {numbers}", "many": "arts {numbers}"}
            for name in ("art", "p", "page", "t")
        },
        "templates": {
            "treaty": {
                "full": "{title}, {citation}[, {pinpoint}]",
                "subsequent": "{short}[, {pinpoint}]",
                "short": "{abbreviation}[ {pinpoint}]",
                "entry": "{title}, {citation}",
            },
            **{kind: {"like": "treaty"} for kind in ("statute", "custom", "document", "law")},
            "decision": {
                "full": "{title}, {court}[, {number}], {day}[, {pinpoint}]",
                "subsequent": "{short}[, {pinpoint}]",
                "short": "{short}[ {pinpoint}]",
                "entry": "{title}, {court}, {form}[, {number}], {day}",
            },
            "warrant": dict.fromkeys(
                ("full", "subsequent", "short", "entry"), "{person}, {number}"
            ),
            "report": {
                "full": "{title} ({publisher})[, {pinpoint}]",
                "subsequent": "{title}[, {pinpoint}]",
                "short": "{title}[, {pinpoint}]",
                "entry": "{title} ({publisher})",
            },
            "dossier": dict.fromkeys(("full", "subsequent", "short", "entry"), "{title} ({id})"),
        },
        "groups": [
            {"title": _HERE, "of": ["treaty", "statute", "custom", "document", "law"]},
            {"title": "Others", "of": ["decision", "warrant", "report", "dossier"]},
        ],
    },
    "names/exceptions.yaml": {
        "exceptions": [
            {
                "words": "the bridge of Jan Roe",
                "why": _HERE,
                "reviewed_by": _HERE,
                "on": "2025-01-01",
            }
        ],
    },
    "sources/report.yaml": {
        "id": "report",
        "publisher": _HERE,
        "title": _HERE,
        "published": "2024-03-01",
        "date_note": _HERE,
        "language": "en",
        "kind": "press",
        "url": _HERE,
        "original": {"sha256": "0" * 64, "paragraphs": 9, "archive": _HERE},
        "claimants": {
            "paper": {"name": _HERE, "knows": _HERE, "note": _HERE},
            "witness": {"name": "A witness", "short": _HERE, "knows": _HERE},
        },
        "default_claimant": "paper",
        "paragraphs": {"p2": "witness"},
        "quotes": {"p1": _HERE},
        "handling": "public",
    },
    "allegations/held.yaml": {
        "id": "held",
        "handling": "public",
        "title": _HERE,
        "account": _HERE,
        "by": [{"actor": _HERE, "state": "AAA"}],
        "against": {"group": _HERE, "nationality": {"is": "BBB"}, "number": {"at_least": 3}},
        "when": {"within": "2024-02"},
        "where": {"in": ["AA-1"], "as_reported": _HERE},
        "per": ["report#p1"],
        "facts": ["act.detain", "fact.night", {"not": "fact.warned", "per": ["report#p2"]}],
        "quotes": {"report#p1": _HERE},
        "characterisations": [{"text": _HERE, "per": ["report#p2"]}],
        "responses": [{"by": _HERE, "text": _HERE, "denies": "conduct", "per": ["report#p3"]}],
        "notes": [_HERE],
        "review": {"state": "reviewed", "by": _HERE, "on": "2025-03-01"},
    },
}


def project(text: str) -> dict[str, Data]:
    """What each file of the project holds, by its path, with this text everywhere."""
    return {
        path: {"schema_version": 1, **_filled(record, text)} for path, record in _PROJECT.items()
    }


def write_project(folder: Path, text: str = BENIGN) -> Path:
    """Write the project with this text everywhere. JSON is YAML."""
    for path, data in project(text).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def _filled(value: Any, text: str) -> Any:
    match value:
        case dict():
            return {key: _filled(item, text) for key, item in value.items()}
        case list():
            return [_filled(item, text) for item in value]
        case _:
            return text if value == _HERE else value
