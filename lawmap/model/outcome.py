"""The words in which the matcher answers: outcomes, marks, applicability, values."""

from __future__ import annotations

from enum import Enum


class Outcome(Enum):
    """How a norm stands to an allegation; see :mod:`lawmap.matching.outcome`."""

    ENGAGED = "engaged"
    CONTESTED = "contested"
    ARGUABLE = "arguable"
    EXCEPTED = "excepted"
    EXCLUDED = "excluded"
    SILENT = "silent"


RAISED = (Outcome.ENGAGED, Outcome.CONTESTED, Outcome.ARGUABLE)
"""The outcomes in which a norm is raised."""


class Mark(Enum):
    """What a reader must know beside the outcome."""

    PROSPECTIVE = "prospective"
    IN_PART = "in-part"
    DISPUTED = "disputed"
    MENTAL = "mental-element-to-be-proved"


class Answer(Enum):
    """Whether a norm applied to the actor there and then."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    IN_PART = "in-part"


class ElementValue(Enum):
    """What the reports say of one element or exception, or a case expects of it."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    OPEN = "open"
