"""What the keys of a submission mean: records of the library, or faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from lawmap.citing import (
    BadKeyError,
    Form,
    Key,
    KeyKind,
    Target,
    UnknownKeyError,
    cite_targets,
    entry,
    find,
    parse_key,
)
from lawmap.errors import UsageError
from lawmap.model.instrument import Binding, Instrument
from lawmap.model.library import Library
from lawmap.model.norm import covers
from lawmap.model.style import Style
from lawmap.periods import in_words

from .faults import Faults
from .placeholders import Cited, Named, Placeholder, places_in

_READ_ALIKE = re.compile(r"\w+(?:[:.#$%&+?<>~/-]\w+)*", re.ASCII)
"""Keys that pandoc reads the same without braces: single signs between words."""
_WITH_PARAGRAPHS = (KeyKind.DECISION, KeyKind.SOURCE)


@dataclass(frozen=True)
class Wanted:
    """How a submission is to be resolved."""

    library: Library
    """What its readers may see."""
    whole: Library
    """All that was read, to tell what is withheld from what does not exist."""
    style: Style
    audience: str
    """What these readers are called."""
    on: date | None = None
    """The day as of which the law must be in force; without it only what never was is a fault."""
    in_notes: bool = True
    """Whether citations go to footnotes; otherwise they stand in the text."""
    dossiers: str = ""
    """The folder of the dossiers as seen from the file that is written; "" for no links."""


class Ready(NamedTuple):
    """One authority of a placeholder, found."""

    target: Target
    prefix: str
    suffix: str
    bare: bool


class ReadyPlaceholder(NamedTuple):
    """A placeholder whose authorities were all found."""

    placeholder: Placeholder
    cited: tuple[Ready, ...]


def find_targets(
    placeholder: Placeholder, wanted: Wanted, faults: Faults
) -> ReadyPlaceholder | None:
    """The authorities that a placeholder names; None where it is faulty or somebody else's."""
    ours = [_is_ours(one.named, wanted.whole) for one in placeholder.cited]
    if not any(ours):
        _leave_alone(placeholder, faults)
        return None
    if not all(ours):
        other = placeholder.cited[ours.index(False)].named
        faults.add(
            "LM703",
            (other.start, other.end),
            f"'{other.key}' is no key of lawmap, and stands in one citation with keys of lawmap",
            "Put it into brackets of its own, or write the key in braces.",
        )
        return None
    found = [_find(one, wanted, faults) for one in placeholder.cited]
    is_whole = all(found)
    return ReadyPlaceholder(placeholder, tuple(chain(*found))) if is_whole else None


def _is_ours(named: Named, library: Library) -> bool:
    """Whether a key is meant for lawmap: by its form, or because a record has just this id."""
    name = named.key.partition("#")[0]
    records = (
        library.instruments,
        library.decisions,
        library.proceedings,
        library.sources,
        library.allegations,
    )
    return named.is_ours or any(name in known for known in records)


def _leave_alone(placeholder: Placeholder, faults: Faults) -> None:
    if placeholder.bracketed:
        keys = ", ".join(f"'{one.named.key}'" for one in placeholder.cited)
        faults.add(
            "LM709",
            (placeholder.start, placeholder.end),
            f"{keys}: no record has this id, so the citation is left for another bibliography",
            "If it is meant for lawmap, write the key in braces: [@{gc4:49(1)}].",
        )


def _find(cited: Cited, wanted: Wanted, faults: Faults) -> list[Ready]:
    """The places of one authority that a part of a placeholder names; none where it is faulty."""
    named = cited.named
    span = (named.key_start, named.key_start + len(named.key))
    try:
        keys, suffix = _with_places(parse_key(named.key), cited, wanted)
        targets = [_target(key, wanted) for key in keys]
    except BadKeyError as error:
        mend = "Write a key such as gc4:49(1) or decision:ID; docs/submissions.md lists the forms."
        faults.add("LM701", span, str(error), mend)
        return []
    except UnknownKeyError as error:
        _tell_unknown(error, span, faults)
        return []
    if not (named.braced or _READ_ALIKE.fullmatch(named.key)):
        _wants_braces(named, faults)
    good = [_is_good(cited, target, wanted, faults, span) for target in targets]
    if not all(good):
        return []
    ready = [Ready(one, "", "", named.bare) for one in targets if one is not None]
    ready[0] = ready[0]._replace(prefix=cited.prefix)
    ready[-1] = ready[-1]._replace(suffix=suffix)
    return ready


def _with_places(key: Key, cited: Cited, wanted: Wanted) -> tuple[list[Key], str]:
    """A key for each paragraph that the suffix begins with, and the rest of the suffix."""
    places, rest = places_in(cited.suffix)
    target = _target(key, wanted) if places and not key.passage else None
    if target is None or target.kind not in _WITH_PARAGRAPHS:
        return [key], cited.suffix
    return [parse_key(f"{key}#{place}") for place in places], rest


def _target(key: Key, wanted: Wanted) -> Target | None:
    """What a key means for these readers; None where just this record is withheld from them.

    Neither what comes near nor what else is wrong with a key is taken from what is withheld.

    Raises:
        UnknownKeyError: if it means nothing to them.
    """
    try:
        return find(wanted.library, key)
    except UnknownKeyError:
        if _is_withheld(key, wanted):
            return None
        raise


def _is_withheld(key: Key, wanted: Wanted) -> bool:
    """Whether a record that these readers may not see has this id, whatever place is named."""
    try:
        target = find(wanted.whole, replace(key, passage=""))
    except UnknownKeyError:
        return False
    seen = {
        KeyKind.SOURCE: wanted.library.sources,
        KeyKind.ALLEGATION: wanted.library.allegations,
    }
    return target.kind in seen and target.id not in seen[target.kind]


def _is_good(
    cited: Cited, target: Target | None, wanted: Wanted, faults: Faults, span: tuple[int, int]
) -> bool:
    """Whether a target may be cited, and can be written; else there are faults."""
    before = len(faults.found)
    if target is None:
        faults.add(
            "LM705",
            span,
            f"this record is withheld from the audience '{wanted.audience}'",
            "Take the citation out, or ask who may release it; see 'handling' in the record.",
        )
    else:
        _check_in_force(target, wanted.on, faults, span)
        _check_written(cited, target, wanted, faults, span)
    return len(faults.found) == before


def _tell_unknown(error: UnknownKeyError, span: tuple[int, int], faults: Faults) -> None:
    fix = None
    if error.nearest:
        fix = faults.replacing(span, error.nearest, f"Write '{error.nearest}'.", safe=False)
    faults.add(
        "LM702", span, str(error), "Name what exists; 'lawmap show ID' lists provisions.", fix
    )


def _check_in_force(target: Target, on: date | None, faults: Faults, span: tuple[int, int]) -> None:
    instrument = target.instrument
    if instrument is None:
        return
    for what, since in _entries_into_force(instrument, target):
        if since is None:
            message = f"{what} has no day of entry into force in the library"
        elif on is not None and since > on:
            message = f"{what} entered into force on {in_words(since)}, after {in_words(on)}"
        else:
            continue
        mend = "Cite the law that was in force, or give the day that counts with --on."
        faults.add("LM704", span, message, mend)


def _entries_into_force(
    instrument: Instrument, target: Target
) -> Iterator[tuple[str, date | None]]:
    """What must be in force so that a target is: its instrument, what amended the provision."""
    if instrument.binding is Binding.TREATY or instrument.in_force:
        yield instrument.title.short, instrument.in_force
    for amendment in instrument.amendments:
        touched = [
            one
            for one in target.provisions
            if any(covers(changed, one) for changed in amendment.provisions)
        ]
        if touched:
            yield f"{amendment.title}, which inserted or changed {touched[0]},", amendment.in_force


def _check_written(
    cited: Cited, target: Target, wanted: Wanted, faults: Faults, span: tuple[int, int]
) -> None:
    if cited.named.bare and not (target.provisions or target.passage):
        message = "'-' leaves out the name, and the key names no provision that could be left"
        faults.add("LM701", span, message, "Write it without '-', or name a provision.")
    try:
        for form in (Form.FULL, Form.SUBSEQUENT):
            cite_targets(wanted.library, [target], wanted.style, form)
        entry(wanted.library, target, wanted.style)
    except UsageError as error:
        mend = "Choose another style with --style, or mend this one."
        faults.add("LM706", span, str(error), mend)


def _wants_braces(named: Named, faults: Faults) -> None:
    span = (named.start + named.bare, named.end)
    fix = faults.replacing(span, f"@{{{named.key}}}", "Write the key in braces.", safe=True)
    faults.add(
        "LM710",
        span,
        f"the key '{named.key}' stands without braces; pandoc would read another one",
        "Write it in braces, or let --fix do it.",
        fix,
    )
