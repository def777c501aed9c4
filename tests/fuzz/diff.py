"""Two pages that are said to be dossiers, with a line of ``====`` between them."""

from __future__ import annotations

from lawmap.comparing import Dossier, OtherAllegationError, compare_dossiers
from lawmap.model.comparison import DossierComparison

from .inputs import texts_of

_PARTS = ("outcomes", "answers", "gaps", "sources", "inputs", "other")


def holds(data: bytes) -> None:
    """Compare two pages with each other, and each with itself."""
    old, new = texts_of(data, 2)
    for one in (old, new):
        assert not _changes(_compare(one, one))
    there, back = _compare(old, new), _compare(new, old)
    assert (there is None) == (back is None)
    assert bool(_changes(there)) == bool(_changes(back))


def _compare(old: str, new: str) -> DossierComparison | None:
    try:
        return compare_dossiers(Dossier("old", "a", old), Dossier("new", "a", new))
    except OtherAllegationError as error:
        assert str(error)
        return None


def _changes(comparison: DossierComparison | None) -> list[object]:
    return [one for part in _PARTS for one in getattr(comparison, part, ())]
