"""Beside the rooms: all faults that were found in, what counts out.

What a run is asked for (``select``, ``ignore``), what comments, settings and a baseline suppress,
and what fixes make of files. Values in, values out: nothing here shows or writes.
"""

from .report import Control, apply, renewed

__all__ = ["Control", "apply", "renewed"]
