"""Finding things in a library: by name, by words, and by who uses them.

In: a library and what a user typed. Out: ids and records, in an order that no machine changes.
Nothing is decided here, and no file is opened.
"""

from .inventory import Held, Unverified, inventory, total, unverified
from .names import Named, find_allegation, find_named, find_norms
from .search import Found, Hit, Line, search
from .texts import Kind
from .uses import (
    Use,
    allegations_citing,
    norms_binding,
    norms_citing,
    norms_of,
    norms_reading,
    presumptions_setting,
    readers_beside_norms,
)

__all__ = [
    "Found",
    "Held",
    "Hit",
    "Kind",
    "Line",
    "Named",
    "Unverified",
    "Use",
    "allegations_citing",
    "find_allegation",
    "find_named",
    "find_norms",
    "inventory",
    "norms_binding",
    "norms_citing",
    "norms_of",
    "norms_reading",
    "presumptions_setting",
    "readers_beside_norms",
    "search",
    "total",
    "unverified",
]
