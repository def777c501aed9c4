"""Names that a user gives: the allegation or norms that they mean, or why there are none."""

from __future__ import annotations

from lawmap.diagnostics import nearest
from lawmap.errors import UnknownIdError, UsageError
from lawmap.model.allegation import Allegation
from lawmap.model.library import Library
from lawmap.model.norm import Norm


def find_norms(library: Library, name: str) -> tuple[Norm, ...]:
    """The norm of this id, or every norm below a pinpoint.

    Raises:
        UsageError: if the provision exists, but no norm is written for it.
        UnknownIdError: if there is no such provision or norm.
    """
    found = library.norms_at(name)
    if found:
        return found
    if "/" not in name and library.has_provision(name):
        raise UsageError(
            f"the provision '{name}' exists, but the loaded packs hold no norm for it yet"
        )
    raise UnknownIdError("norm", name, nearest(name, library.norms))


def find_allegation(library: Library, name: str) -> Allegation:
    """The allegation of this id.

    Raises:
        UnknownIdError: if none has it.
    """
    if name not in library.allegations:
        raise UnknownIdError("allegation", name, nearest(name, library.allegations))
    return library.allegations[name]
