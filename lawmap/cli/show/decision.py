"""A decision of a court: what it is, where that was read, and which norms cite it."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.citing import cite_decision
from lawmap.lookup import norms_citing
from lawmap.model.library import Library
from lawmap.wording import counted

from .words import Section, sections, source_words


def decision_lines(library: Library, name: str) -> Iterator[str]:
    """Everything about a decision."""
    decision = library.decisions[name]
    yield f"{decision.title}  ({name})"
    yield "decision"
    yield f"  {cite_decision(library, name)}"
    if decision.url:
        yield f"  page: {decision.url}"
    yield f"  {source_words(decision.source)}"
    if decision.note:
        yield f"  note: {decision.note}"
    citing = norms_citing(library, name)
    lines = (f"{norm.id}, {one.at}: {one.holds}" for norm, one in citing)
    yield from sections(Section(f"cited by {counted(len(citing), 'norm')}", lines))
