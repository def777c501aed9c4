"""What ties an actor to a norm: a State's treaty or custom, or a court's reach over persons."""

from __future__ import annotations

from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.vocabulary import Bearer

from .binding import binding
from .bond import Bond
from .circumstances import Circumstances
from .reach import exemptions_on, limits_on, reach

TieKey = tuple[str, str | None, bool, tuple[str, ...]]


def bond(library: Library, norm: Norm, frame: Circumstances) -> Bond:
    """Say whether a norm bound the actor there and then."""
    answer = reach if binds_persons(library, norm) else binding
    return answer(library, norm, frame)


def tie_key(library: Library, norm: Norm) -> TieKey:
    """What decides the tie of a norm: norms with the same key have the same answer always."""
    persons = binds_persons(library, norm)
    if not persons:
        return norm.instrument, norm.custom, persons, ()
    kept_out = (*exemptions_on(library, norm), *limits_on(library, norm))
    return norm.instrument, norm.custom, persons, tuple(item.text for item in kept_out)


def binds_persons(library: Library, norm: Norm) -> bool:
    """Whether a norm speaks to persons, so that a court's reach decides and not a State's tie."""
    roles = library.roles_of(norm)
    return all(library.roles[role].bearer is Bearer.PERSON for role in roles)
