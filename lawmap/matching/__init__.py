"""Third room: a library and allegations in, assessments and explanations out.

A norm library is compiled once into a plan; the plan runs on bit planes, one bit an allegation;
the outcome of each pair is a total function of the values. No file is opened here.
"""

from .assess import match
from .cases import CaseResult, run_cases
from .explain import Explanation

__all__ = ["CaseResult", "Explanation", "match", "run_cases"]
