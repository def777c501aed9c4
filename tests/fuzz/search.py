"""Words that are searched for, in a small library."""

from __future__ import annotations

from functools import cache

from lawmap.errors import UsageError
from lawmap.lookup import search
from lawmap.model.library import Library
from tests.builders import allegation, library, norm

from .inputs import text_of


def holds(data: bytes) -> None:
    """Search for these words."""
    words = text_of(data).split(" ")
    try:
        found = search(_library(), words)
    except UsageError as error:
        assert str(error)
        return
    assert not (found.hits and found.instead)
    for hit in found.hits:
        lines = (hit.id, hit.title, *hit.lines)
        assert any(line.found for line in lines)
        for line in lines:
            assert all(0 <= start < end <= len(line.text) for start, end in line.found)
            assert list(line.found) == sorted(line.found)


@cache
def _library() -> Library:
    return library(norm(heading="Перемещение, déportation & Straße"), allegation())
