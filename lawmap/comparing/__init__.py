"""Beside the dossier: two laws, or two dossiers, in; what differs between them out.

``compare_laws`` says which records of the law differ in meaning and what that changes for the
allegations that both are applied to. ``compare_dossiers`` does so for two dossiers of one
allegation, from their Markdown. No file is opened here and nothing is decided anew.
"""

from __future__ import annotations

from lawmap.model.comparison import Comparison, What

from .causes import Causes
from .dossiers import Dossier, OtherAllegationError, compare_dossiers
from .law import law_changes
from .outcomes import outcome_changes
from .records import Key, Law, law_of, records_of

__all__ = [
    "Dossier",
    "Key",
    "Law",
    "OtherAllegationError",
    "compare_dossiers",
    "compare_laws",
    "records_of",
]


def compare_laws(old: Law, new: Law, *, silent: bool = False) -> Comparison:
    """What a change of law does.

    Args:
        old: the law before; its library holds the same allegations as that of ``new``.
        new: the law after.
        silent: also tell of pairs in which the norm is silent on both sides.
    """
    law = law_changes(old, new)
    renamed = {one.was: one.id for one in law if one.what is What.RENAMED and one.was}
    # Where no record differs at all, no answer can.
    differ = law_of(old.library) != law_of(new.library)
    changes = outcome_changes(old.library, new.library, renamed, silent=silent) if differ else ()
    causes = Causes(old, new, law)
    return Comparison(
        old=old.name,
        new=new.name,
        allegations=len(new.library.allegations),
        law=law,
        outcomes=tuple(one.model_copy(update={"because": causes.of(one)}) for one in changes),
    )
