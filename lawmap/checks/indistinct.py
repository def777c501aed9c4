"""Norms of one instrument with the same conditions, of which nobody says how they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.library import Library
from lawmap.model.norm import ElementKind, Kind, Norm, See, covers

from .asked import NormAsked
from .formulas import Formula, Several, every


def indistinct(loaded: Loaded, asked: Iterable[NormAsked]) -> Iterator[Diagnostic]:
    """Two norms of one instrument that ask for the same are told apart under ``see``."""
    files = {file.identity: file for file in loaded.files if file.whole}
    for alike in _alike(loaded.library, (one for one in asked if _is_known(one.norm, files))):
        for index, norm in enumerate(alike):
            other = next((one for one in alike[:index] if not _are_related(one, norm)), None)
            if other is not None:
                message = f"'{norm.id}' asks for the same as '{other.id}': no facts tell them apart"
                mend = (
                    "Say under 'see' how the two stand to each other ('neighbour', with a sentence"
                    " under 'differs'), or make one norm of them."
                )
                fault = files[norm.id].fault(("id",), "LM407", message, mend)
                there = files[other.id].document.related(("id",), "the other norm")
                yield fault._replace(related=(there,))


def _is_known(norm: Norm, files: dict[str, File]) -> bool:
    """Whether it was read whole, and so was what it includes."""
    return norm.kind is not Kind.DEFINITION and {norm.id, *norm.include} <= files.keys()


def _alike(library: Library, asked: Iterable[NormAsked]) -> Iterator[list[Norm]]:
    """Norms that ask for the same, by id; first sorted by what is quickly compared."""
    groups: dict[Hashable, list[NormAsked]] = {}
    for one in asked:
        roles = frozenset(library.roles_of(one.norm))
        acts = frozenset(_canonical(act.formula) for act in one.of_kinds({ElementKind.CONDUCT}))
        key = one.norm.instrument, roles, acts, len(one.exceptions)
        groups.setdefault(key, []).append(one)
    for group in groups.values():
        if len(group) > 1:
            same: dict[Hashable, list[Norm]] = {}
            for one in group:
                same.setdefault(_conditions(one), []).append(one.norm)
            yield from (sorted(norms, key=lambda norm: norm.id) for norms in same.values())


def _conditions(one: NormAsked) -> Hashable:
    grounds = frozenset(_canonical(ground.formula) for ground in one.exceptions.values())
    return _canonical(every(element.formula for element in one.elements.values())), grounds


def _canonical(one: Formula) -> Hashable:
    """The same for formulas that differ in order, repetition and nesting alone."""
    if not isinstance(one, Several):
        return one
    parts = [_canonical(part) for part in one.parts]
    if 1 < one.n < len(parts):
        return one.n, frozenset(Counter(parts).items())
    sort = "all" if one.n == len(parts) else "any"
    flat: set[Hashable] = set()
    for part in parts:
        flat |= part[1] if isinstance(part, tuple) and part[0] == sort else {part}
    return flat.pop() if len(flat) == 1 else (sort, frozenset(flat))


def _are_related(one: Norm, other: Norm) -> bool:
    return _names(one, other) or _names(other, one)


def _names(norm: Norm, other: Norm) -> bool:
    lists = (getattr(norm.see, name) for name in See.model_fields)
    return any(covers(related.norm, other.id) for each in lists for related in each)
