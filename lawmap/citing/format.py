"""Citations as a style writes them: nothing about a style is written here."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from lawmap.diagnostics import nearest
from lawmap.errors import UnknownIdError, UsageError
from lawmap.model.authority import Authority
from lawmap.model.decision import Decision
from lawmap.model.instrument import Instrument
from lawmap.model.library import Library
from lawmap.model.situation import Proceeding
from lawmap.model.source import Source
from lawmap.model.style import Form, Group, Order, Style, Templates

from .keys import Target, find, parse_key
from .pinpoints import of_passages, of_provisions
from .runs import Run, Runs, joined, to_text
from .template import Values, fill
from .values import values_of

DEFAULT_STYLE = "plain"
"""The style in which dossiers and messages cite."""


FORMS = ("full", "subsequent", "short", "entry")
"""The templates that every kind of authority has."""


def find_style(library: Library, name: str) -> Style:
    """The style of this id.

    Raises:
        UnknownIdError: if none has it.
    """
    if name not in library.styles:
        raise UnknownIdError("style", name, nearest(name, library.styles))
    return library.styles[name]


def cite_targets(
    library: Library,
    targets: Sequence[Target],
    style: Style,
    form: Form = Form.FULL,
    *,
    note: int | None = None,
) -> Runs:
    """Cite one authority, or several in one place.

    Provisions of one instrument that stand side by side in ``targets`` become one citation:
    ``arts 49 and 50``. Different authorities are parted as the style says.

    Args:
        library: what the targets were found in.
        targets: what to cite, in the order in which it is to stand.
        style: how.
        form: what the place asks for; a style without a word for ``IBID`` writes the later form.
        note: the number of the note that cites the authority first, for later citations.

    Raises:
        UsageError: if the style has no template for a kind of authority, or a faulty one.
    """
    parts = [_cited(library, group, style, form, note) for group in _by_record(targets)]
    runs: list[Run] = []
    for index, part in enumerate(parts):
        runs += [Run(style.separator)] if index else []
        runs += part
    return joined(runs)


def entry(library: Library, target: Target, style: Style) -> Runs:
    """A line of a table of authorities: the whole record, without pinpoint.

    Raises:
        UsageError: if the style has no template for this kind of authority, or a faulty one.
    """
    template = _template(style, target.group, "entry")
    return fill(template, _values(library, [target.whole], style, None))


def _by_record(targets: Sequence[Target]) -> Iterator[list[Target]]:
    for _, group in groupby(targets, key=lambda one: one.key):
        yield list(group)


def _cited(
    library: Library, targets: list[Target], style: Style, form: Form, note: int | None
) -> Runs:
    """Targets of one record, written as one."""
    first = targets[0]
    if form is Form.IBID and style.ibid:
        own = find_template(style, first.group, Form.IBID.value)
        template = own.text if own else style.ibid
    else:
        wanted = Form.SUBSEQUENT if form is Form.IBID else form
        template = _template(style, first.group, wanted.value)
    return fill(template, _values(library, targets, style, note))


def _values(library: Library, targets: list[Target], style: Style, note: int | None) -> Values:
    first = targets[0]
    places = {
        "pinpoint": pinpoint(library, targets, style),
        "note": None if note is None else str(note),
    }
    return {**values_of(library, style, first.group, first.record), **places}


def pinpoint(library: Library, targets: Sequence[Target], style: Style) -> str:
    """The places in one record that targets name, such as ``arts 49 and 50``; "" for none."""
    first = targets[0]
    if isinstance(first.record, Instrument):
        pinpoints = [pinpoint for one in targets for pinpoint in one.pinpoints]
        structure = library.structures.get(first.id)
        return of_provisions(style, first.record.unit, pinpoints, structure)
    return of_passages(style, [one.passage for one in targets if one.passage])


class Template(NamedTuple):
    """A template of a style."""

    text: str
    kind: Authority
    """The kind of authority at which it stands."""


def find_template(style: Style, kind: Authority, form: str) -> Template | None:
    """The template of a style for a kind of authority, its own or that of a kind it is like.

    Args:
        style: the style.
        kind: the kind of authority.
        form: one of ``FORMS``, or ``ibid``.
    """
    seen: set[Authority] = set()
    at: Authority | None = kind
    while at is not None and at not in seen:
        seen.add(at)
        rows = style.templates.get(at, Templates())
        text: str | None = getattr(rows, form)
        if text is not None:
            return Template(text, at)
        at = rows.like
    return None


def _template(style: Style, kind: Authority, form: str) -> str:
    found = find_template(style, kind, form)
    if found is None:
        raise UsageError(
            f"the style '{style.id}' has no template '{form}' for authorities of kind"
            f" '{kind.value}'"
        )
    return found.text


class Entry(NamedTuple):
    """An authority in a table of authorities."""

    target: Target
    runs: Runs


class Table(NamedTuple):
    """A group of a table of authorities with its entries, in order."""

    title: str
    entries: tuple[Entry, ...]


def tables(library: Library, targets: Iterable[Target], style: Style) -> tuple[Table, ...]:
    """The groups of a table of authorities in their order; each authority stands once.

    Raises:
        UsageError: if the style has no template for a kind of authority, or a faulty one.
    """
    records = {one.key: one for one in targets}
    entries = [Entry(one, entry(library, one, style)) for one in records.values()]
    found = (
        Table(group.title, tuple(sorted(_of(group, entries), key=_sorting(group))))
        for group in style.groups
    )
    return tuple(table for table in found if table.entries)


def _of(group: Group, entries: list[Entry]) -> Iterator[Entry]:
    return (one for one in entries if one.target.group in group.of)


def _sorting(group: Group) -> Callable[[Entry], tuple[date, str, str]]:
    def key(one: Entry) -> tuple[date, str, str]:
        text = to_text(one.runs)
        day = _day_of(one.target) if group.sort is Order.DAY else None
        return day or date.max, collated(text), text

    return key


def collated(text: str) -> str:
    """A text as it is sorted: letters and digits alone, without accents and capitals."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (char for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in kept).split())


def _day_of(target: Target) -> date | None:
    record = target.record
    if isinstance(record, Instrument):
        return record.adopted.on if record.adopted else None
    if isinstance(record, Decision):
        return record.on
    if isinstance(record, Proceeding):
        return record.issued
    if isinstance(record, Source):
        return record.published.first if record.published else None
    return None


def cite(
    library: Library,
    key: str,
    *,
    style: str = DEFAULT_STYLE,
    form: Form | str = Form.SUBSEQUENT,
) -> str:
    """Write what a key names as plain text.

    Args:
        library: instruments, other records and styles.
        key: such as ``gc4:49(1)``, ``gc4:51(1)/service`` or ``decision:tadic-1999``.
        style: the id of a style of the library.
        form: ``full``, ``subsequent`` or ``short``.

    Returns:
        Such as ``Geneva Convention IV, art 49(1)``.

    Raises:
        BadKeyError: if ``key`` has not the form of a key.
        UnknownKeyError: if it means nothing in the library.
        UnknownIdError: if the style is not loaded.
    """
    target = find(library, parse_key(key))
    return to_text(cite_targets(library, [target], find_style(library, style), Form(form)))
