"""lawmap maps reported facts onto the law that governs them.

This is the public door. Every verb of the library is here; what is not here may move.

``load`` reads a norm pack and allegations, ``match`` answers which norms they raise, ``explain``
shows why for one pair, ``build_dossier`` puts it in an analyst's order and ``render`` writes it.
Names are imported on first use, so that ``import lawmap`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_DOOR = {
    "load": "lawmap.loading",
    "match": "lawmap.matching",
    "explain": "lawmap.matching",
    "build_dossier": "lawmap.dossier",
    "render": "lawmap.dossier",
    "cite": "lawmap.citing",
}

__all__ = ["__version__", "build_dossier", "cite", "explain", "load", "match", "render"]

if TYPE_CHECKING:
    from lawmap.citing import cite
    from lawmap.dossier import build_dossier, render
    from lawmap.loading import load
    from lawmap.matching import explain, match


def __getattr__(name: str) -> object:
    if name in _DOOR:
        return getattr(import_module(_DOOR[name]), name)
    raise AttributeError(f"module 'lawmap' has no attribute {name!r}")
