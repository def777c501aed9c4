"""The names of the shipped law, made once."""

from __future__ import annotations

import pytest

import lawmap
from lawmap.model.library import Library
from lawmap.recognising import Names


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped law."""
    return lawmap.load([], packs=[lawmap.shipped_pack()]).library


@pytest.fixture(scope="session")
def names(library: Library) -> Names:
    """What it knows of names."""
    return Names.of(library)
