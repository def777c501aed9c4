"""In which order a reader meets citations, in which notes, and what each place asks for.

Footnotes are counted as a reader counts them: in the order in which the text calls them, those of
the writer and those that placeholders become. What stands in a footnote is met where it is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lawmap.citing import Form, Target
from lawmap.documents import MarkdownDocument

from .targets import Ready, ReadyPlaceholder, Wanted


class Unit(NamedTuple):
    """Authorities of a placeholder that are written as one citation: places of one record."""

    targets: tuple[Target, ...]
    prefix: str
    suffix: str
    bare: bool
    form: Form
    note: int | None
    """The number of the footnote that cites the record first."""
    is_same_place: bool = False
    """Whether it says no more than "ibid", since the place is that of the citation before."""


class Use(NamedTuple):
    """A placeholder and how it is to be written."""

    found: ReadyPlaceholder
    units: tuple[Unit, ...]
    note: int | None
    """The number of the footnote in which it stands, or which it becomes."""
    is_new_note: bool
    """Whether it becomes a footnote."""


def sequence(
    document: MarkdownDocument,
    found: Sequence[ReadyPlaceholder],
    tables: Sequence[int],
    wanted: Wanted,
) -> tuple[Use, ...]:
    """Every placeholder with how it is to be written, in the order of the text.

    Args:
        document: the text.
        found: its placeholders, all of them good.
        tables: where tables of authorities go, as offsets in the text.
        wanted: the style, and where citations go.
    """
    deciding = _Deciding(wanted)
    uses = [
        use for event in _events(document, found, tables, wanted) for use in deciding.met(event)
    ]
    return tuple(sorted(uses, key=lambda use: use.found.placeholder.start))


class _Event(NamedTuple):
    """Something that a reader meets: a citation, or what ends the reach of "ibid"."""

    placeholder: ReadyPlaceholder | None
    note: int | None = None
    is_new_note: bool = False
    alone: bool = True
    """Whether nothing else stands in its footnote."""


_BREAK = _Event(None)


def _events(
    document: MarkdownDocument,
    found: Sequence[ReadyPlaceholder],
    tables: Sequence[int],
    wanted: Wanted,
) -> Iterator[_Event]:
    reading = _Notes(document, found, wanted)
    stops: list[tuple[int, object]] = [(at, None) for at in tables]
    stops += [
        (mark.offset, mark.note) for mark in document.marks if not reading.is_in_note(mark.offset)
    ]
    stops += [(one.placeholder.start, one) for one in found if one.placeholder.block.note is None]
    for _, met in sorted(stops, key=lambda stop: stop[0]):
        if isinstance(met, ReadyPlaceholder):
            yield reading.in_body(met)
        elif isinstance(met, str):
            yield from reading.called(met)
        else:
            yield _BREAK
    yield from reading.never_called()


class _Notes:
    """The footnotes of a text, as far as they were called."""

    def __init__(
        self, document: MarkdownDocument, found: Sequence[ReadyPlaceholder], wanted: Wanted
    ) -> None:
        self._document, self._wanted = document, wanted
        self._number = 0
        self._called: set[str] = set()
        self._within: dict[str, list[ReadyPlaceholder]] = {}
        for one in found:
            if one.placeholder.block.note is not None:
                self._within.setdefault(one.placeholder.block.note, []).append(one)
        self._words: dict[str, int] = {}
        """How many letters and digits each note has."""
        self._marks: dict[str, list[str]] = {}
        """Which notes are called inside of which."""
        for block in document.blocks:
            if block.note is not None:
                text = document.text[block.start : block.end]
                self._words[block.note] = self._words.get(block.note, 0) + _letters(text)
        for mark in document.marks:
            holder = document.block_at(mark.offset)
            if holder is not None and holder.note is not None:
                self._marks.setdefault(holder.note, []).append(mark.note)

    def is_in_note(self, offset: int) -> bool:
        """Whether a place of the text lies in a footnote."""
        block = self._document.block_at(offset)
        return block is not None and block.note is not None

    def in_body(self, one: ReadyPlaceholder) -> _Event:
        """A placeholder of the text itself, which becomes a footnote or stands there."""
        if not (self._wanted.in_notes and one.placeholder.bracketed):
            return _Event(one)
        self._number += 1
        return _Event(one, self._number, is_new_note=True)

    def called(self, note: str) -> Iterator[_Event]:
        """What a footnote holds, where it is called first; then the notes that it calls."""
        waiting = [note]
        while waiting:
            one = waiting.pop(0)
            if one in self._called:
                continue
            self._called.add(one)
            self._number += 1
            yield from self._held(one, self._number)
            waiting += self._marks.get(one, [])

    def never_called(self) -> Iterator[_Event]:
        """What stands in footnotes that nothing calls; they have no number."""
        for note in sorted(self._within.keys() - self._called, key=self._first):
            yield from self._held(note, None)

    def _first(self, note: str) -> int:
        return self._within[note][0].placeholder.start

    def _held(self, note: str, number: int | None) -> Iterator[_Event]:
        within = self._within.get(note, [])
        text = self._document.text
        ours = sum(_letters(text[one.placeholder.start : one.placeholder.end]) for one in within)
        alone = len(within) == 1 and ours == self._words[note]
        if not alone:
            yield _BREAK
        for one in within:
            yield _Event(one, number, alone=alone)
            if not alone:
                yield _BREAK


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


class _Cited(NamedTuple):
    """What the place right before cites: one record alone."""

    record: str
    places: tuple[tuple[str, ...], ...]
    has_suffix: bool
    block: int
    """The block of the text, by its beginning."""


@dataclass
class _Deciding:
    """What was cited before, as far as a reader has come."""

    wanted: Wanted
    first: dict[str, int | None] = field(default_factory=dict)
    """Each record that was cited in full, with the number of the footnote that does."""
    before: _Cited | None = None

    def met(self, event: _Event) -> Iterator[Use]:
        """The citation that an event is, decided."""
        found = event.placeholder
        if found is None:
            self.before = None
            return
        in_sentence = not found.placeholder.bracketed and found.placeholder.block.note is None
        groups = _grouped(found.cited)
        if in_sentence:
            units = [self._in_sentence(group) for group in groups]
        else:
            units = [self._unit(group, event) for group in groups]
            self._remember(groups, found)
        yield Use(found, tuple(units), event.note, event.is_new_note)

    def _in_sentence(self, group: Sequence[Ready]) -> Unit:
        return _unit_of(group, Form.SUBSEQUENT, None)

    def _unit(self, group: Sequence[Ready], event: _Event) -> Unit:
        record = group[0].target.key
        if group[0].bare:
            return _unit_of(group, Form.SUBSEQUENT, None)
        if self._is_ibid(group, event):
            places = self.before.places if self.before else ()
            same = places == _places(group)
            unit = _unit_of(group, Form.IBID, None)
            self.before = None
            return unit._replace(is_same_place=same)
        self.before = None
        if record in self.first:
            return _unit_of(group, Form.SUBSEQUENT, self.first[record])
        self.first[record] = event.note
        return _unit_of(group, Form.FULL, None)

    def _is_ibid(self, group: Sequence[Ready], event: _Event) -> bool:
        """Whether "ibid" cannot be misread: its place must be the same, or be named."""
        before, places = self.before, _places(group)
        if before is None or self.wanted.style.ibid is None or not event.placeholder:
            return False
        if before.record != group[0].target.key:
            return False
        here = event.placeholder.placeholder.block.start
        if event.note is None and before.block != here:
            return False  # words of the writer stand between, and may cite anything
        if places == before.places:
            return not before.has_suffix
        return all(places)

    def _remember(self, groups: Sequence[Sequence[Ready]], found: ReadyPlaceholder) -> None:
        records = {one.target.key for one in found.cited}
        if len(records) != 1 or any(one.bare for one in found.cited):
            self.before = None
            return
        self.before = _Cited(
            found.cited[0].target.key,
            _places([one for group in groups for one in group]),
            any(one.suffix for one in found.cited),
            found.placeholder.block.start,
        )


def _grouped(cited: Sequence[Ready]) -> list[list[Ready]]:
    """Neighbours that are places of one record, with nothing of the writer between them."""
    groups: list[list[Ready]] = []
    for one in cited:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.target.key == one.target.key
            and last.bare == one.bare
            and not (last.suffix or one.prefix)
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _unit_of(group: Sequence[Ready], form: Form, note: int | None) -> Unit:
    targets = tuple(one.target for one in group)
    return Unit(targets, group[0].prefix, group[-1].suffix, group[0].bare, form, note)


def _places(group: Sequence[Ready]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        one.target.pinpoints or ((one.target.passage,) if one.target.passage else ())
        for one in group
    )
