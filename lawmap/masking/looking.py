"""Names in whole files: in their texts, in what is packed in them, and in what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from .contents import contents
from .mask import Leak, Mask

_CAMEL = re.compile(r"(?<=[^\W\d_A-ZА-ЯІЇЄҐ])(?=[A-ZА-ЯІЇЄҐ])")


class Found(NamedTuple):
    """What is to be told of a file, or of a member of a packed one."""

    member: str
    """Its name in the packed file, with pseudonyms; empty for the file itself."""
    leak: Leak | None = None
    """A name in its text, or in its own name if ``in_name``."""
    in_name: bool = False
    unsearched: str = ""
    """Why not all of it could be looked through."""


def look_through(mask: Mask, raw: bytes) -> Iterator[Found]:
    """Every masked name in a file, and every part of it that could not be looked through."""
    for content in contents(raw):
        named = called_in(mask, content.member) if content.member else []
        member = discreet_name(mask, content.member) if named else content.member
        for called in named:
            yield Found(member, Leak(1, called), in_name=True)
        told = {leak for text in content.texts if text for leak in mask.leaks(text)}
        yield from (Found(member, leak) for leak in sorted(told))
        if content.unsearched:
            yield Found(member, unsearched=content.unsearched)


def called_in(mask: Mask, name: str) -> list[str]:
    """The pseudonyms of those whom the name of a file or folder names."""
    spellings = {name, _CAMEL.sub(" ", name)}
    return sorted({leak.called for one in spellings for leak in mask.leaks(one)})


def discreet_name(mask: Mask, path: str) -> str:
    """A path with pseudonyms for those of its parts that name somebody."""
    parts = list[str]()
    for part in PurePosixPath(path).parts if path else ():
        called = called_in(mask, part)
        parts.append(f"[{', '.join(called)}]{PurePosixPath(part).suffix}" if called else part)
    shown = str(PurePosixPath(*parts)) if parts else ""
    return shown if not called_in(mask, shown) else f"[{', '.join(called_in(mask, shown))}]"
