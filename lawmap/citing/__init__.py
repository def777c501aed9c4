"""What people cite and how it is written: keys to records, records to words.

In: a library, keys such as ``gc4:49(1)``, and a style (data in ``norms/styles/``). Out: runs of
text, not yet escaped for any target; :func:`to_text` and :func:`to_markdown` write them.
"""

from lawmap.model.style import Form

from .format import (
    DEFAULT_STYLE,
    Entry,
    Table,
    cite,
    cite_targets,
    entry,
    find_style,
    pinpoint,
    tables,
)
from .keys import BadKeyError, Key, KeyKind, Target, UnknownKeyError, find, parse_key
from .references import authority, cite_decision, refer
from .runs import Run, Runs, to_markdown, to_text

__all__ = [
    "DEFAULT_STYLE",
    "BadKeyError",
    "Entry",
    "Form",
    "Key",
    "KeyKind",
    "Run",
    "Runs",
    "Table",
    "Target",
    "UnknownKeyError",
    "authority",
    "cite",
    "cite_decision",
    "cite_targets",
    "entry",
    "find",
    "find_style",
    "parse_key",
    "pinpoint",
    "refer",
    "tables",
    "to_markdown",
    "to_text",
]
