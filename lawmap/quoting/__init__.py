"""Quoted words: where a text quotes, and whether the law has these words.

Texts and spans in, results out. Nothing here knows how citations are found.
"""

from .comparing import Compared, Difference, Result, compare
from .marks import Quotation, quotations
from .nearby import Note, beside
from .shelf import Held, Shelf

__all__ = [
    "Compared",
    "Difference",
    "Held",
    "Note",
    "Quotation",
    "Result",
    "Shelf",
    "beside",
    "compare",
    "quotations",
]
