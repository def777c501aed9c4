"""Files that are not read although they look as if they were meant to be.

Looked at are names alone, and only in folders of which lawmap reads files: a README or an original
report is no fault there, ``man-held.json`` and ``man-held.yaml.bak`` are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lawmap.diagnostics import Diagnostic, Position

from .folder import Found
from .kinds import kind_of

_LOOKS_LIKE_YAML = re.compile(
    r"""\.?(?P<stem>.+?)
    \.(?:yaml|yml|yalm|ymal|yam|json)            # the ending, or a slip of it
    (?:~|\.(?:bak|backup|orig|old|rej|save|sw[op]|tmp|txt))?  # what editors and people put behind
    """,
    re.IGNORECASE | re.VERBOSE,
)


def meant_name(found: Found) -> str | None:
    """The name under which a file would be read where it lies; None if it would not be."""
    match = _LOOKS_LIKE_YAML.fullmatch(found.path.name)
    if match is None:
        return None
    name = f"{match['stem']}.yaml"
    return name if kind_of(found.place.with_name(name).as_posix()) else None


def unread(others: Iterable[Found]) -> Iterator[Diagnostic]:
    """A warning for each file that looks as if it were meant to be read."""
    for found in others:
        name = meant_name(found)
        if name:
            yield not_read(found, "LM112", name)


def not_read(found: Found, code: str, name: str) -> Diagnostic:
    """The fault of a file that would be read under another name."""
    hidden = found.path.name.startswith(".")
    reason = "its name begins with a full stop" if hidden else "its name does not end in '.yaml'"
    message = f"'{found.path.name}' is not read: {reason}"
    mend = f"Rename it to '{name}', or move it elsewhere if nobody needs it here."
    if found.path.with_name(name).exists():
        mend = f"Delete it, or move it elsewhere: '{name}' lies beside it."
    return Diagnostic(Position(found.shown), code, message, mend)
