"""Who was bound, when and where: what the world says beside the report.

In: an allegation and the library. Out: statuses that nobody states in a news report (occupied,
party to the conflict, national of the other side) and the tie between a State and an instrument,
each with the sentence and source that carry it.
"""

from .binding import Bond, bond, statements
from .circumstances import Circumstances, circumstances, resolve_part
from .statuses import Finding, findings

__all__ = [
    "Bond",
    "Circumstances",
    "Finding",
    "bond",
    "circumstances",
    "findings",
    "resolve_part",
    "statements",
]
