"""Beside the library: files with the words of treaties in, the stored text of any provision out.

Text packs lie in a folder of the user's own, for most texts may not be shipped. Nothing here reads
a norm; the checks compare.
"""

from .packs import (
    MAX_NAME,
    Origin,
    TextPack,
    TextPacks,
    is_pack_name,
    open_packs,
    pack_bytes,
    pack_path,
)
from .stored import StoredText, TextKind

__all__ = [
    "MAX_NAME",
    "Origin",
    "StoredText",
    "TextKind",
    "TextPack",
    "TextPacks",
    "is_pack_name",
    "open_packs",
    "pack_bytes",
    "pack_path",
]
