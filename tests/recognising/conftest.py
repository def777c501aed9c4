"""The names of the shipped law, made once, without its norms: these take long and say nothing."""

from __future__ import annotations

import pytest

import lawmap
from lawmap.model.library import Library
from lawmap.recognising import Names

READ = (
    *(f"instruments/*/{kind}.yaml" for kind in ("instrument", "structure", "names")),
    *("other-instruments.yaml", "citation-words.yaml", "styles/*.yaml"),
)


@pytest.fixture(scope="session")
def library() -> Library:
    """The instruments of the shipped law, their provisions and names, and the styles."""
    pack = lawmap.shipped_pack()
    return lawmap.load([path for pattern in READ for path in sorted(pack.glob(pattern))]).library


@pytest.fixture(scope="session")
def names(library: Library) -> Names:
    """What it knows of names."""
    return Names.of(library)
