"""The contexts that are labelled; `benchmarks/citations/selection.py` says how they are chosen."""

from benchmarks.citations.selection import Context, hundreds

__all__ = ["Context", "hundreds"]
