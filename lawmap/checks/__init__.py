"""Beside the rooms: what was loaded in, diagnostics out. One module a subject, one row a check.

A check takes everything that was loaded and yields faults; it never stops another check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded

from . import allegations, ids, norms, passages, persons, reports, situations, sources, terms
from . import cases as rule_tests

not_at_hand = reports.not_at_hand

Check = Callable[[Loaded], Iterator[Diagnostic]]

# In the order in which a maintainer would mend what they find.
CHECKS: tuple[Check, ...] = (
    ids.misnamed,
    ids.reserved,
    terms.unknown,
    terms.circles,
    terms.written_by_hand,
    terms.derivations,
    norms.unknown_instruments,
    norms.unknown_provisions,
    norms.unknown_norms,
    norms.unknown_chapeaux,
    norms.unknown_roles_and_regimes,
    norms.conduct,
    passages.claimants,
    passages.cited,
    allegations.unsourced,
    allegations.unknown_allegations,
    allegations.circles,
    allegations.unknown_places,
    allegations.unknown_states,
    allegations.unknown_proceedings,
    sources.unknown_states,
    persons.named_in_ids,
    persons.pseudonyms,
    situations.unknown_places,
    situations.unknown_states,
    situations.unknown_courts,
)

RULE_TESTS: tuple[Check, ...] = (rule_tests.missing, rule_tests.failing)
"""Checks that run norms, so they need a library without faults."""


def check(loaded: Loaded, folders: Iterable[Path] = (), *, cases: bool = True) -> list[Diagnostic]:
    """Every fault of what was loaded, those of loading first.

    Args:
        loaded: from :func:`lawmap.loading.load`.
        folders: folders that hold the original reports, found there by their hash.
        cases: also run the cases of norms, if there is no other fault.

    Returns:
        Diagnostics by file, line and column.
    """
    found = [*loaded.diagnostics, *structure_faults(loaded), *reports.at_hand(loaded, folders)]
    if cases and not found:
        found = [fault for run in RULE_TESTS for fault in run(loaded)]
    return sorted(set(found), key=lambda fault: (fault.position, fault.code, fault.message))


def structure_faults(loaded: Loaded) -> Iterator[Diagnostic]:
    """Faults that make matching meaningless: unknown words, broken references."""
    for run in CHECKS:
        yield from run(loaded)
