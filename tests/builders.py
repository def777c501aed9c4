"""Model objects with defaults, so that a test shows only what matters.

The world they make up: AAA is the accused State and BBB its adversary, in a conflict that began on
1 March 2014; CCC stands aside. Places are AA-1, BB-1, BB-2 (in BB-1) and CC-1. The norm t:1 forbids
``act.do`` and binds every State by custom.
"""

from __future__ import annotations

from typing import Any

from lawmap.model.allegation import Allegation
from lawmap.model.authority import Authority
from lawmap.model.base import FileRecord
from lawmap.model.decision import Decision
from lawmap.model.instrument import Instrument, Parties
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.source import Source
from lawmap.model.style import Style
from lawmap.model.vocabulary import RegimesFile, RolesFile, StagesFile, TermsFile

Data = dict[str, Any]

ATTRIBUTION: Data = {"read_in": "a text", "verified": "true"}
CONFLICT_BEGAN, KNOWN_UNTIL = "2014-03-01", "2024-12-31"


def terms(namespace: str, *tree: str, sort: str = "fact") -> TermsFile:
    """Terms of one namespace; ``"deport<move"`` is narrower than ``move``."""
    split = [name.partition("<") for name in tree]
    return TermsFile.model_validate(
        {
            "schema_version": 1,
            "namespace": namespace,
            "sort": sort,
            "about": "Words.",
            "terms": {
                name: {
                    "def": f"To {name}.",
                    "label": {"en": name},
                    "is": (broader if "." in broader else f"{namespace}.{broader}")
                    if broader
                    else None,
                }
                for name, _, broader in split
            },
        }
    )


def derived(**set_by: Data) -> TermsFile:
    """Derived terms, such as ``derived.crime``, each with how the matcher sets it."""
    file: Data = {"schema_version": 1, "namespace": "derived", "sort": "derived", "about": "Set."}
    file["terms"] = {
        name: {"def": f"It is {name}.", "label": {"en": name}, "set_by": how}
        for name, how in set_by.items()
    }
    return TermsFile.model_validate(file)


def role(bearer: str = "state", condition: Any = None) -> Data:
    return {"label": {"en": "bearer"}, "def": "A bearer.", "bearer": bearer, "if": condition}


ROLES = RolesFile.model_validate(
    {
        "schema_version": 1,
        "roles": {
            "state": role(),
            "person": role("person"),
            "occupying-power": role(condition="role.occupying-power"),
        },
    }
)
REGIMES = RegimesFile.model_validate(
    {
        "schema_version": 1,
        "regimes": {
            "general": {"label": {"en": "law"}},
            "war": {
                "label": {"en": "law of war"},
                "if": {"any": ["conflict.international", "place.occupied"]},
            },
        },
    }
)
STAGES = StagesFile.model_validate(
    {"schema_version": 1, "planned": "act.plan", "threatened": "act.threaten"}
)
ACTS = terms("act", "do", "undo", "plan", "threaten", "do-worse<do")
FACTS = terms("fact", "a", "b", "c", "a-narrow<a")
STATUSES = (
    terms(
        "status", "protected", "own-national", "hostile-national", "neutral-state", sort="status"
    ),
    terms("place", "occupied", "own-territory", sort="status"),
    terms("role", "occupying-power", "party-to-conflict", sort="status"),
    terms("conflict", "international", "nexus", sort="status"),
    terms(
        "movement",
        "across-border",
        "to-other-state",
        "out-of-occupied",
        "within-occupied",
        "into-occupied",
        sort="status",
    ),
)
VOCABULARY = (ACTS, FACTS, *STATUSES)


MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
]


def _forms(template: str, pinpoint: str = "") -> Data:
    cited = dict.fromkeys(("full", "subsequent", "short"), f"{template}{pinpoint}")
    return {**cited, "entry": template}


STYLE_DATA: Data = {
    "schema_version": 1,
    "id": "plain",
    "title": "Plain",
    "about": "For tests.",
    "notes": "text",
    "dates": {"months": MONTHS, "day": "{day} {month} {year}"},
    "units": {
        "art": {"one": "art {numbers}", "many": "arts {numbers}"},
        "p": {"one": "para {numbers}", "many": "paras {numbers}"},
        "page": {"one": "p {numbers}", "many": "pp {numbers}"},
        "t": {"one": "at {numbers}", "many": "at {numbers}"},
    },
    "templates": {
        "treaty": {
            "full": "{title}, {citation}[, {pinpoint}]",
            "subsequent": "{short}[, {pinpoint}]",
            "short": "{abbreviation}[ {pinpoint}]",
            "entry": "{title}, {citation}",
        },
        **{kind: {"like": "treaty"} for kind in ("statute", "custom", "document", "law")},
        "decision": _forms("{title}, {court}, {form}[, {number}], {day}", "[, {pinpoint}]"),
        "warrant": _forms("warrant for {person}"),
        "report": _forms("{title} ({publisher})", "[, {pinpoint}]"),
        "dossier": _forms("{title}"),
    },
    "groups": [{"title": "All", "of": [kind.value for kind in Authority]}],
}
STYLE = Style.model_validate(STYLE_DATA)
"""The style in which dossiers cite."""


def instrument(id: str = "t", **given: Any) -> Instrument:  # noqa: A002
    defaults: Data = {
        "schema_version": 1,
        "id": id,
        "title": {"full": "Treaty", "short": f"Treaty {id}", "abbreviation": id},
        "citation": "1 T 1",
        "regime": "general",
        "binding": "custom",
        "binds": ["state"],
        "sources": {},
    }
    return Instrument.model_validate(defaults | given)


def element(condition: Any, kind: str = "circumstance", **given: Any) -> Data:
    return {"kind": kind, "text": f"It is {condition}.", "if": condition} | given


def ground(condition: Any) -> Data:
    return {"text": "The law allows it.", "if": condition}


CONDUCT = element("act.do", "conduct")


def norm(id: str = "t:1", elements: Data | None = None, **given: Any) -> Norm:  # noqa: A002
    """A norm on ``act.do``, with these elements beside its conduct."""
    defaults: Data = {
        "schema_version": 1,
        "id": id,
        "heading": "No doing",
        "kind": "prohibition",
        "rule": "One must not do.",
        "words": {"en": "do not"},
        "source": {
            "edition": "t-1949",
            "checked": "2024-01-01",
            "read_in": "a text",
            "texts": "two",
        },
        "elements": {"conduct": CONDUCT} | (elements or {}),
    }
    return Norm.model_validate(defaults | given)


def chapeau(**elements: Data) -> ChapeauFile:
    """Shared elements under the id ``chapeau/shared``."""
    file: Data = {"schema_version": 1, "id": "chapeau/shared", "text": "Shared."}
    return ChapeauFile.model_validate(file | {"elements": elements})


def decision(id: str = "court-x", **given: Any) -> Decision:  # noqa: A002
    """The judgment X v Y of 2 March 2020."""
    made: Data = {"schema_version": 1, "id": id, "title": "X v Y", "court": "A court"}
    made |= {"form": "judgment", "on": "2020-03-02", "source": ATTRIBUTION}
    return Decision.model_validate(made | given)


def holding(decision: str = "court-x", **given: Any) -> Data:
    """What that judgment says in its paragraph 7."""
    return {
        "decision": decision,
        "at": "para 7",
        "holds": "It says so.",
        "source": ATTRIBUTION,
    } | given


def presumption(id: str, condition: Any, **given: Any) -> Presumption:  # noqa: A002
    defaults: Data = {"schema_version": 1, "id": id, "text": f"Presumed: {id}.", "basis": "t:1"}
    return Presumption.model_validate(defaults | {"if": condition} | given)


def event(act: str, effect: str | None, **given: Any) -> Data:
    return {"act": act, "effect": effect, "source": ATTRIBUTION} | given


def parties(*events: Data, id: str = "t", state: str = "AAA", **given: Any) -> Parties:  # noqa: A002
    """The table of one State; without events it is no party."""
    party: Data = {"name": state, "events": events, "known_until": KNOWN_UNTIL}
    party |= {"source": ATTRIBUTION} | given
    return Parties.model_validate(
        {"schema_version": 1, "instrument": id, "parties": {state: party}}
    )


def place(state: str, within: str | None = None) -> Data:
    return {"name": f"a place of {state}", "state": state, "within": within}


PLACES = {
    "AA-1": place("AAA"),
    "BB-1": place("BBB"),
    "BB-2": place("BBB", within="BB-1"),
    "BB-3": place("BBB"),
    "CC-1": place("CCC"),
}


def occupation(code: str = "BB-1", by: str = "AAA", **given: Any) -> Data:
    defaults: Data = {
        "place": code,
        "by": by,
        "extent": "whole",
        "begins": "2022-03-01",
        "known_until": KNOWN_UNTIL,
        "source": ATTRIBUTION,
    }
    return defaults | given


def conflict(*sides: list[str], **given: Any) -> Data:
    defaults: Data = {
        "name": "The conflict",
        "kind": "international",
        "sides": sides or (["AAA"], ["BBB"]),
        "begins": CONFLICT_BEGAN,
        "known_until": KNOWN_UNTIL,
        "source": ATTRIBUTION,
    }
    return defaults | given


def situation(*occupations: Data, id: str = "war", **given: Any) -> Situation:  # noqa: A002
    defaults: Data = {
        "schema_version": 1,
        "id": id,
        "name": "The war",
        "states": {"AAA": "Aland", "BBB": "Beland", "CCC": "Celand"},
        "conflicts": {"conflict": conflict()},
        "places": PLACES,
        "occupations": occupations,
    }
    return Situation.model_validate(defaults | given)


def warrant(*norms: str, condition: Any = "act.do", **conduct: Any) -> Data:
    """A published warrant of the court ``icc`` for these crimes and this sort of conduct."""
    charged: Data = {"text": "Doing.", "if": condition, "begins": "2022-01-01"} | conduct
    return {
        "court": "icc",
        "number": "ICC-1",
        "issued": "2023-03-17",
        "by": "A chamber",
        "text": "A warrant.",
        "person": {"name": "Somebody", "office": "an office"},
        "charges": [{"norm": name, "text": "The crime."} for name in norms or ("t:1",)],
        "modes": [{"norm": "t:25", "text": "Committing."}],
        "conduct": charged,
        "source": ATTRIBUTION,
    }


def claimant(side: str | None = None, same_origin_as: str | None = None) -> Data:
    return {"name": "Somebody", "knows": "not said", "side": side, "same_origin_as": same_origin_as}


def source(id: str = "report", **given: Any) -> Source:  # noqa: A002
    """Paragraph 1 is the paper's, 2 a witness's, 3 that of the army of AAA, 4 another paper's.

    The other paper repeats the witness.
    """
    defaults: Data = {
        "schema_version": 1,
        "id": id,
        "publisher": "A paper",
        "title": "A report",
        "language": "en",
        "kind": "press",
        "original": {"sha256": "0" * 64, "paragraphs": 9},
        "claimants": {
            "paper": claimant(),
            "witness": claimant(),
            "army": claimant(side="AAA"),
            "echo": claimant(same_origin_as="witness"),
        },
        "default_claimant": "paper",
        "paragraphs": {"p2": "witness", "p3": "army", "p4": "echo"},
    }
    return Source.model_validate(defaults | given)


PAPER, WITNESS, ARMY, ECHO = (f"report#p{number}" for number in (1, 2, 3, 4))


def denied(term: str, *per: str) -> Data:
    return {"not": term, "per": per}


def said(term: str, *per: str) -> Data:
    return {"done": term, "per": per}


def response(denies: Any = None, claims: tuple[str, ...] = ()) -> Data:
    """The answer of the accused side."""
    text = "It was otherwise."
    return {"by": "Aland", "per": [ARMY], "text": text, "denies": denies, "claims": claims}


def allegation(*facts: Any, id: str = "a", **given: Any) -> Allegation:  # noqa: A002
    """A paper's report of what AAA did; its facts are texts or mappings."""
    defaults: Data = {
        "schema_version": 1,
        "id": id,
        "title": "Something was done",
        "account": "Somebody did something.",
        "by": [{"actor": "Aland", "state": "AAA"}],
        "per": [PAPER],
        "facts": facts or ("act.do",),
    }
    return Allegation.model_validate(defaults | given)


def against(**given: Any) -> Data:
    return {"group": "people"} | given


_MAPS = {
    Norm: "norms",
    ChapeauFile: "chapeaux",
    Presumption: "presumptions",
    Style: "styles",
    Situation: "situations",
    Decision: "decisions",
    Source: "sources",
    Allegation: "allegations",
    Instrument: "instruments",
    Parties: "parties",
}
_FILES = {
    TermsFile: "terms_files",
    RolesFile: "roles_files",
    RegimesFile: "regimes_files",
    StagesFile: "stages_files",
}


def library(*records: FileRecord) -> Library:
    """A library of these records, with the default of each kind that is missing."""
    given = {type(record) for record in records}
    defaults: tuple[FileRecord, ...] = (
        *VOCABULARY,
        ROLES,
        REGIMES,
        STAGES,
        STYLE,
        instrument(),
        source(),
    )
    everything = (*(one for one in defaults if type(one) not in given), *records)
    fields: dict[str, Any] = dict.fromkeys(_FILES.values(), ())
    fields |= {name: {} for name in _MAPS.values()}
    for record in everything:
        if type(record) in _FILES:
            fields[_FILES[type(record)]] += (record,)
        else:
            fields[_MAPS[type(record)]][_identity(record)] = record
    return Library(**fields)


def _identity(record: Any) -> str:
    return str(record.instrument if isinstance(record, Parties) else record.id)
