"""What situations set for one allegation, as a small mapping from term to truth."""

from __future__ import annotations

from typing import Any

from lawmap.applicability import Finding, circumstances, findings
from lawmap.model.situation import Situation
from tests.builders import allegation, library, situation

WAR = situation()


def findings_of(world: Situation = WAR, **given: Any) -> dict[str, Finding]:
    """Findings by term, in May 2022 unless the test says otherwise."""
    made = library(world)
    one = allegation(**{"when": {"within": "2022-05"}} | given)
    found = findings(made, circumstances(one, made))
    by_term = {finding.term: finding for finding in found}
    assert len(by_term) == len(found), "one finding a term"
    return by_term


def found(world: Situation = WAR, **given: Any) -> dict[str, bool]:
    """Whether each status holds; what is open is not there."""
    return {term: finding.holds for term, finding in findings_of(world, **given).items()}
