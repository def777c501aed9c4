"""Sources: the States on whose side their claimants stand."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic, did_you_mean
from lawmap.loading import Loaded
from lawmap.model.source import Source


def unknown_states(loaded: Loaded) -> Iterator[Diagnostic]:
    """A claimant stands on the side of a State that a situation or a party table lists."""
    known = loaded.library.state_names
    for file, source in loaded.of_kind(Source):
        for name, claimant in source.claimants.items():
            if claimant.side and claimant.side not in known:
                message = f"unknown State '{claimant.side}'{did_you_mean(claimant.side, known)}"
                mend = "Find its code (ISO 3166-1 alpha-3) with 'lawmap search NAME --in states'."
                yield file.fault(("claimants", name, "side"), "LM209", message, mend)
