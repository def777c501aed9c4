"""Beside the rooms: what was loaded in, diagnostics out. One module a subject, one row a check.

A check takes everything that was loaded and yields faults; it never stops another check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lawmap.diagnostics import Diagnostic, by_place
from lawmap.loading import Loaded
from lawmap.texts import TextPacks

from . import (
    allegations,
    copied,
    dates,
    editions,
    ids,
    in_force,
    instrument_names,
    logic,
    name_parts,
    norms,
    orphans,
    passages,
    persons,
    primaries,
    provisions,
    reports,
    situations,
    sources,
    styles,
    terms,
    unused,
    words,
)
from . import cases as rule_tests
from .limits import few_of_each, within_limits
from .runnable import runnable
from .staleness import Staleness, stale
from .unknown import may_be_known

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
    provisions.unknown,
    norms.unknown_norms,
    norms.unknown_chapeaux,
    norms.unknown_decisions,
    norms.unknown_roles_and_regimes,
    norms.conduct,
    logic.conditions,
    primaries.circles,
    passages.claimants,
    passages.cited,
    allegations.unsourced,
    allegations.empty_responses,
    allegations.unknown_allegations,
    allegations.circles,
    allegations.unknown_places,
    allegations.unknown_states,
    allegations.unknown_proceedings,
    sources.unknown_states,
    persons.named_in_ids,
    persons.pseudonyms,
    name_parts.alone,
    name_parts.idle_exceptions,
    situations.unknown_places,
    situations.unknown_states,
    situations.unknown_courts,
    dates.out_of_order,
    in_force.before_in_force,
    editions.unknown,
    instrument_names.unfit,
    instrument_names.groups,
    styles.templates,
    styles.kinds,
    styles.names,
    styles.citations,
    orphans.unused_chapeaux,
    orphans.unused_presumptions,
    orphans.unused_decisions,
    orphans.unused_sources,
    unused.unused_terms,
    unused.unused_roles,
    unused.unused_regimes,
)

TEXT_CHECKS: tuple[Callable[[Loaded, TextPacks], Iterator[Diagnostic]], ...] = (
    words.check,
    copied.check,
)
"""Checks against the stored texts of treaties."""


def check(
    loaded: Loaded,
    folders: Iterable[Path] = (),
    *,
    cases: bool = True,
    staleness: Staleness | None = None,
    texts: TextPacks | None = None,
) -> list[Diagnostic]:
    """Every fault of what was loaded, those of loading first.

    Args:
        loaded: from :func:`lawmap.loading.load`.
        folders: folders that hold the original reports, found there by their hash.
        cases: also run the cases of norms, but for those that a fault keeps from running (see
            :func:`.runnable.why_left_out`), and for those of the shipped pack if it is all law.
        staleness: also say what was last checked too long before a day, or after it.
        texts: stored texts of treaties, with which quoted words are compared.

    Returns:
        Diagnostics by file, line and column.
    """
    found = [*loaded.diagnostics, *structure_faults(loaded), *reports.at_hand(loaded, folders)]
    if staleness:
        found += stale(loaded, staleness)
    if cases:
        found += rule_tests.missing(loaded)
        if rule_tests.may_differ(loaded):
            found += rule_tests.ran(loaded, runnable(loaded, found))
    if texts:
        found += [fault for run in TEXT_CHECKS for fault in run(loaded, texts)]
    return few_of_each(sorted(set(found), key=by_place))


def structure_faults(loaded: Loaded) -> Iterator[Diagnostic]:
    """Faults that make matching meaningless: unknown words, broken references."""
    for run in CHECKS:
        found = within_limits(run, loaded)
        yield from (fault for fault in found if not may_be_known(loaded, fault))
