"""lawmap maps reported facts onto the law that governs them.

This is the public door. Every verb of the library is here; what is not here may move.

``load`` reads norm packs (``shipped_pack`` says where the shipped one lies) and allegations, and
``check`` finds their faults. ``match`` answers which norms the allegations raise, ``explain``
shows why for one pair, ``cite`` writes a citation. An ``Archive`` holds what the audience of a
``Request`` may see; ``build_dossier`` puts one of its allegations in an analyst's order and
``render`` gives its Markdown.

Names are imported on first use, so that ``import lawmap`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_DOOR = {
    "load": "lawmap.loading",
    "shipped_pack": "lawmap.loading",
    "check": "lawmap.checks",
    "match": "lawmap.matching",
    "explain": "lawmap.matching",
    "Archive": "lawmap.dossier",
    "Request": "lawmap.dossier",
    "build_dossier": "lawmap.dossier",
    "render": "lawmap.dossier",
    "cite": "lawmap.citing",
}

__all__ = [
    "Archive",
    "Request",
    "__version__",
    "build_dossier",
    "check",
    "cite",
    "explain",
    "load",
    "match",
    "render",
    "shipped_pack",
]

if TYPE_CHECKING:
    from lawmap.checks import check
    from lawmap.citing import cite
    from lawmap.dossier import Archive, Request, build_dossier, render
    from lawmap.loading import load, shipped_pack
    from lawmap.matching import explain, match


def __getattr__(name: str) -> object:
    if name in _DOOR:
        return getattr(import_module(_DOOR[name]), name)
    raise AttributeError(f"module 'lawmap' has no attribute {name!r}")
