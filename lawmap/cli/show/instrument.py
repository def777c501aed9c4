"""An instrument: what it is, where each fact was read, its norms, and the States in its table."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.applicability.binding import known_until
from lawmap.lookup import norms_of
from lawmap.model.instrument import BINDING_ACTS, ENDING_ACTS, Binding, Instrument, Party
from lawmap.model.library import Library
from lawmap.model.norm import Kind
from lawmap.periods import in_words
from lawmap.wording import counted

from .words import Section, event_words, norm_line, sections, source_words

_BINDINGS = {
    Binding.TREATY: "treaty: binds States that became party to it",
    Binding.CUSTOM: "custom: binds every State",
    Binding.DECLARATION: "declaration: binds no State by itself",
    Binding.LAW: "law of one State: binds those whom its courts reach",
}


def instrument_lines(library: Library, name: str) -> Iterator[str]:
    """Everything about an instrument."""
    instrument = library.instruments[name]
    yield f"{instrument.title.short}  ({name})"
    yield f"instrument; {_BINDINGS[instrument.binding]}"
    yield ""
    yield from _facts(library, instrument)
    yield from _derogation(instrument)
    yield from _structure(library, name)
    yield from _amendments(instrument)
    yield from _norms(library, name)
    table = library.parties.get(name)
    parties = table.parties if table else {}
    yield from sections(
        Section(
            "States in the party table",
            (f"{one.name} ({code}): {party_words(one)}" for code, one in sorted(parties.items())),
        )
    )
    if table is None:
        yield "  no party table is loaded"


def _facts(library: Library, instrument: Instrument) -> Iterator[str]:
    """What is known of it, each with where it was read."""
    adopted = instrument.adopted
    regime = library.regimes.get(instrument.regime)
    roles = (library.roles[one].label["en"] for one in instrument.binds)
    facts = {
        "title": ("title", instrument.title.full),
        "citation": ("citation", instrument.citation),
        "adopted": ("adopted", f"{adopted.place}, {in_words(adopted.on)}" if adopted else None),
        "in_force": ("in force", in_words(instrument.in_force) if instrument.in_force else None),
        "depositary": ("depositary", instrument.depositary),
        "languages": ("authentic texts", ", ".join(instrument.languages)),
        "url": ("page", instrument.url),
        "customary": ("custom", instrument.customary and instrument.customary.statement),
        "regime": ("regime", regime.label["en"] if regime else instrument.regime),
        "binds": ("binds", ", ".join(roles)),
        "aliases": ("also known as", ", ".join(instrument.aliases)),
    }
    sources = dict(instrument.sources)
    if instrument.customary:
        sources["customary"] = instrument.customary.source
    for key, (what, text) in facts.items():
        if text:
            yield f"  {what}: {text}"
            if key in sources:
                yield f"    {source_words(sources[key])}"


def _structure(library: Library, name: str) -> Iterator[str]:
    """Where its provisions were read, and what of their count stays unsure."""
    structure = library.structures.get(name)
    if structure is None:
        return
    yield f"  provisions: edition {structure.edition}, read in {structure.read_in}"
    if structure.note:
        yield f"    note: {structure.note}"


def _amendments(instrument: Instrument) -> Iterator[str]:
    """What changed its text, when, and where that was read."""
    for one in instrument.amendments:
        begins = f"in force {in_words(one.in_force)}" if one.in_force else "in force: not known"
        adopted = f"adopted at {one.adopted.place}, {in_words(one.adopted.on)}"
        changed = ", ".join(provision.partition(":")[2] for provision in one.provisions)
        yield f"  amendment: {one.title} ({one.citation}), {adopted}; {begins}"
        if changed:
            yield f"    edition {one.edition}, of {changed}"
        yield f"    {source_words(one.source)}"


def _derogation(instrument: Instrument) -> Iterator[str]:
    """Whether parties may derogate from it."""
    rules = instrument.derogation
    if rules is None:
        return
    yield f"  derogation: {rules.text}"
    for one in rules.never:
        save = f", save {one.save}" if one.save else ""
        yield f"    never from {one.provision.partition(':')[2]}{save}"
    yield f"    {source_words(rules.source)}"


def _norms(library: Library, name: str) -> Iterator[str]:
    norms = norms_of(library, name)
    yield f"  {counted(len(norms), 'norm')}"
    for kind in Kind:
        of_kind = [norm_line(norm) for norm in norms if norm.kind is kind]
        yield from sections(Section(f"{kind.value}, {len(of_kind)}", of_kind))


def party_words(party: Party) -> str:
    """Since when a State is bound, or that it is no party, and up to when that is known."""
    ties = [event for event in party.events if event.act in (*BINDING_ACTS, *ENDING_ACTS)]
    stands = "; ".join(map(event_words, ties)) or "not a party"
    return f"{stands}; known up to {in_words(known_until(party))}"
