"""Submissions: texts with placeholders such as ``[@{gc4:49(1)}]``, and what becomes of them.

In: a Markdown text, a library and a style. Out: the text with its citations written out, the table
of its authorities, or all that is wrong with it. Nothing is read from a disk or written to one.
"""

from .authorities import Listed, ListedGroup, list_authorities, to_lines, to_objects, to_table
from .resolve import Examined, Resolved, examine, resolve
from .targets import Wanted

__all__ = [
    "Examined",
    "Listed",
    "ListedGroup",
    "Resolved",
    "Wanted",
    "examine",
    "list_authorities",
    "resolve",
    "to_lines",
    "to_objects",
    "to_table",
]
