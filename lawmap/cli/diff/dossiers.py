"""Two dossiers: read and compared."""

from __future__ import annotations

from lawmap.comparing import Dossier, compare_dossiers
from lawmap.errors import UsageError
from lawmap.loading.text import read_text

from .places import Place
from .stopping import stop_on
from .told import ToldDossiers

_ENDING = ".md"


def is_page(place: Place) -> bool:
    """Whether a place is a Markdown file, by its name."""
    return place.path.suffix == _ENDING


def compare_pages(old: Place, new: Place) -> ToldDossiers:
    """What two dossiers of one allegation say differently.

    Raises:
        UsageError: if one of them is none, or they are of two allegations.
    """
    for one, other in ((old, new), (new, old)):
        if not is_page(one):
            raise UsageError(f"'{other.name}' is a dossier and '{one.name}' is none; give two")
    return ToldDossiers(compare_dossiers(_read("OLD", old), _read("NEW", new)))


def _read(role: str, place: Place) -> Dossier:
    if place.tree is not None:
        place.tree.write_files([place.tree.inside(place.path) or ""])
    page = read_text(place.path, place.path.as_posix())
    stop_on([(role, place, list(page.faults))])
    return Dossier(place.name, place.path.stem, page.text)
