"""Second room: a library and allegations in, assessments and explanations out.

A norm library is compiled once into a plan; the plan runs on bit planes, one bit an allegation;
the outcome of each pair is a total function of the values. No file is opened here.
"""

from .assess import Examined, evaluate_all, examine, explain, match, pairs
from .blame import blame
from .cases import CaseResult, run_cases
from .compile import AnyPart
from .coverage import Decided, coverage
from .explain import Explanation
from .explain import Ground as Support
from .proceedings import Related, related_proceedings
from .report import ACTS, Claim, ClaimantRef, Report, claimant_of, origin_of

__all__ = [
    "ACTS",
    "AnyPart",
    "CaseResult",
    "Claim",
    "ClaimantRef",
    "Decided",
    "Examined",
    "Explanation",
    "Related",
    "Report",
    "Support",
    "blame",
    "claimant_of",
    "coverage",
    "evaluate_all",
    "examine",
    "explain",
    "match",
    "origin_of",
    "pairs",
    "related_proceedings",
    "run_cases",
]
