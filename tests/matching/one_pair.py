"""One norm and one allegation, examined; what most tests of the matcher look at."""

from __future__ import annotations

from lawmap.matching import Examined, evaluate_all, examine, pairs
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.norm import Norm
from lawmap.model.outcome import ElementValue, Outcome
from tests.builders import allegation, library, norm

SUPPORTED, CONTRADICTED, DISPUTED, OPEN = ElementValue


def examined(one: Allegation, *records: FileRecord) -> Examined:
    """The first norm of the library (t:1 if none is given) and this allegation."""
    ruled = any(isinstance(record, Norm) for record in records)
    made = library(*records, *(() if ruled else (norm(),)))
    return examine(next(pairs(evaluate_all(made, [one]))))


def values(found: Examined) -> dict[str, ElementValue]:
    """The values of elements and exceptions, by id."""
    elements = {item.id: item.value for item in found.assessment.elements}
    return elements | {item.id: item.value for item in found.assessment.exceptions}


def outcome(one: Allegation, *records: FileRecord) -> Outcome:
    """The outcome of the first norm."""
    return examined(one, *records).assessment.outcome


def term_value(term: str, *facts: object, records: tuple[FileRecord, ...] = ()) -> ElementValue:
    """What the facts say of one term, once presumptions have run."""
    asks = norm(elements={"asked": {"kind": "circumstance", "text": "So.", "if": term}})
    return values(examined(allegation(*facts), asks, *records))["asked"]
