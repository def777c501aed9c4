"""How dossiers and messages refer to records that are known to exist: plain text, one style.

What comes from outside, such as a key that somebody typed, goes through
:func:`lawmap.citing.keys.find`, which says what does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from lawmap.errors import UnknownIdError
from lawmap.model.authority import Authority
from lawmap.model.library import Library
from lawmap.model.style import Form

from .format import DEFAULT_STYLE, cite_targets, entry, find_style
from .keys import KeyKind, Target
from .runs import to_text

T = TypeVar("T")


def refer(
    library: Library,
    provision: str,
    *,
    form: Form = Form.SUBSEQUENT,
    style: str = DEFAULT_STYLE,
) -> str:
    """Write a provision or norm as a reference.

    Args:
        library: instruments and styles.
        provision: such as ``gc4:49(1)`` or ``gc4:51(1)/service``; the slug is not written.
        form: the form, such as the short one for tables.
        style: the id of a style of the library.

    Returns:
        Such as ``Geneva Convention IV, art 49(1)``.

    Raises:
        UnknownIdError: if the instrument or style is not loaded.
    """
    name = provision.partition(":")[0]
    target = _instrument(library, name, (provision.partition("/")[0],))
    return to_text(cite_targets(library, [target], find_style(library, style), form))


def authority(library: Library, instrument_id: str, style: str = DEFAULT_STYLE) -> str:
    """Write an instrument as an entry of a table of authorities.

    Raises:
        UnknownIdError: if the instrument or style is not loaded.
    """
    target = _instrument(library, instrument_id)
    return to_text(entry(library, target, find_style(library, style)))


def cite_decision(library: Library, decision_id: str, style: str = DEFAULT_STYLE) -> str:
    """Write a decision as an entry of a table of authorities, which is also its full name.

    Raises:
        UnknownIdError: if the decision or style is not loaded.
    """
    decision = _known("decision", decision_id, library.decisions)
    target = Target(KeyKind.DECISION, decision_id, Authority.DECISION, decision)
    return to_text(entry(library, target, find_style(library, style)))


def _instrument(library: Library, name: str, provisions: tuple[str, ...] = ()) -> Target:
    instrument = _known("instrument", name, library.instruments)
    return Target(KeyKind.INSTRUMENT, name, instrument.authority, instrument, provisions)


def _known(kind: str, name: str, records: Mapping[str, T]) -> T:
    if name not in records:
        raise UnknownIdError(kind, name)
    return records[name]
