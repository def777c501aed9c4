"""Who was bound, when and where: what the world says beside the report.

In: an allegation and the library. Out: statuses that nobody states in a news report (occupied,
party to the conflict, national of the other side) and the tie between a State and an instrument,
each with the sentence and source that carry it.
"""

from .binding import binding, statements
from .bond import Bond
from .circumstances import Circumstances, circumstances, resolve_part
from .derogation import derogation
from .reach import courts_for, exemptions_on, limited, reach
from .standing import CourtOnDay, Standing, Tied, standing
from .statuses import Finding, findings
from .tie import TieKey, binds_persons, bond, tie_key

__all__ = [
    "Bond",
    "Circumstances",
    "CourtOnDay",
    "Finding",
    "Standing",
    "TieKey",
    "Tied",
    "binding",
    "binds_persons",
    "bond",
    "circumstances",
    "courts_for",
    "derogation",
    "exemptions_on",
    "findings",
    "limited",
    "reach",
    "resolve_part",
    "standing",
    "statements",
    "tie_key",
]
