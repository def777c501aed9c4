"""Sources: the States on whose side their claimants stand."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.model.source import Source

from .unknown import STATE, unknown_word


def unknown_states(loaded: Loaded) -> Iterator[Diagnostic]:
    """A claimant stands on the side of a State that a situation or a party table lists."""
    known = loaded.library.state_names
    for file, source in loaded.of_kind(Source):
        for name, claimant in source.claimants.items():
            state = claimant.side
            if state and state not in known:
                yield unknown_word(file, ("claimants", name, "side"), STATE, state, known)
