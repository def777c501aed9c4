"""Published warrants on the same sort of conduct as an allegation.

A warrant is related where the allegation names it, or where a crime that it charges is raised, the
time may lie in the period charged, and what is reported speaks of the sort of conduct and persons
charged, and not against it. That it is related says nothing of whether a court would find so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lawmap.model.allegation import LinkedProceeding
from lawmap.model.conditions import terms_of
from lawmap.model.norm import covers
from lawmap.model.situation import Proceeding
from lawmap.periods import Period, Relation, relate
from lawmap.truth import Truth, Value

from .assess import Examined
from .evaluate import Evaluation
from .pair import PROSPECTIVE


class Related(NamedTuple):
    """A published warrant that is related to an allegation."""

    id: str
    proceeding: Proceeding
    fit: Value
    """Whether the allegation reports the sort of conduct and persons charged."""
    time: Relation
    """How the reported time lies to the period charged."""
    linked: LinkedProceeding | None
    """What the allegation itself says of it."""


def related_proceedings(
    evaluation: Evaluation, index: int, examined: Sequence[Examined]
) -> Iterator[Related]:
    """The published warrants that are related to one allegation of an evaluated archive.

    Args:
        evaluation: the archive.
        index: the place of the allegation in it.
        examined: the norms of that allegation that are not silent.
    """
    report = evaluation.reports[index]
    raised = [item.norm.id for item in examined if item.is_raised]
    linked = {item.proceeding: item for item in report.allegation.proceedings}
    for name, item in sorted(evaluation.library.proceedings.items()):
        fit = evaluation.value(evaluation.plan.proceedings[name], PROSPECTIVE, index)
        charged = Period(item.conduct.begins, item.conduct.ends)
        time = relate(report.frame.period, report.frame.sense, charged)
        same = any(covers(charge.norm, norm) for charge in item.charges for norm in raised)
        possible = fit.truth is not Truth.CONTRADICTED and time is not Relation.OUTSIDE
        if name in linked or (same and possible and _speaks_of(evaluation, item, index)):
            yield Related(name, item, fit, time, linked.get(name))


def _speaks_of(evaluation: Evaluation, item: Proceeding, index: int) -> bool:
    """Whether anything is reported of the conduct charged; a crime alone may be of another sort."""
    nodes = (evaluation.plan.node_of[term] for _, term in terms_of(item.conduct.condition))
    return any(evaluation.value(node, PROSPECTIVE, index).is_asserted for node in nodes)
