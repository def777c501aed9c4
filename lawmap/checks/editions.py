"""Editions: a norm quotes the text of its instrument as it stands, amendments included."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.model.instrument import Binding, Instrument
from lawmap.model.library import Library
from lawmap.model.norm import Norm, covers

from .unknown import Kind, unknown_word


def unknown(loaded: Loaded) -> Iterator[Diagnostic]:
    """The edition of a norm must be that of its provision: the first text, or an amended one."""
    for file, norm in loaded.of_kind(Norm):
        known = editions_of(loaded.library, norm)
        if known and norm.source.edition not in known:
            kind = Kind(
                "LM308",
                f"{norm.provision} was not read in its edition:",
                f"It stands in {' or '.join(known)}; later ones are listed under 'amendments'"
                f" of instruments/{norm.instrument}/instrument.yaml.",
            )
            yield unknown_word(file, ("source", "edition"), kind, norm.source.edition, known)


def editions_of(library: Library, norm: Norm) -> tuple[str, ...]:
    """The editions in which a provision may have been read; none where that is not known.

    A provision that amendments changed is read as changed; all others as they were adopted. The
    earlier text of a State's own law is still read: it goes on to govern conduct of its time.
    """
    structure = library.structures.get(norm.instrument)
    instrument = library.instruments.get(norm.instrument)
    if structure is None or instrument is None:
        return ()
    amended = _amended(instrument, norm)
    if amended and instrument.binding is not Binding.LAW:
        return amended
    return (structure.edition, *amended)


def _amended(instrument: Instrument, norm: Norm) -> tuple[str, ...]:
    return tuple(
        amendment.edition
        for amendment in instrument.amendments
        if any(covers(one, norm.provision) for one in amendment.provisions)
    )
