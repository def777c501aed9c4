"""First room: folders in, a :class:`~lawmap.model.library.Library` and diagnostics out.

Loading reads every file, reports every fault at its place, and decides nothing about the law.
"""

from .load import File, Loaded, load, with_text
from .packs import packs_for, shipped_pack

__all__ = ["File", "Loaded", "load", "packs_for", "shipped_pack", "with_text"]
