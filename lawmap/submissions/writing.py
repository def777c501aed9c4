"""The text of a submission with its citations written out: nothing else in it changes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from lawmap.citing import KeyKind, Run, Runs, cite_targets, pinpoint, to_markdown, to_text
from lawmap.documents import MarkdownDocument
from lawmap.markdown import escape, link_target

from .sequence import Unit, Use
from .targets import Wanted

_LABEL = "cite"
_BLANKS = re.compile(r"[ \t\r\n>]*")
_SIGN = re.compile(r"[^\w\s](?=$|[\s)\]}”’»\"'*_])")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Written(NamedTuple):
    """A text, and the labels of the footnotes that were put into it, in the order of the text."""

    text: str
    labels: tuple[str, ...]


def write(
    document: MarkdownDocument,
    uses: Sequence[Use],
    tables: Sequence[tuple[int, int, str]],
    wanted: Wanted,
) -> Written:
    """Write citations out.

    Args:
        document: the text.
        uses: its placeholders, in the order of the text.
        tables: where tables of authorities go, as stretches of the text, each with its Markdown.
        wanted: library and style.

    Returns:
        The source with placeholders replaced, and footnotes behind its end.

    Raises:
        UsageError: if the style cannot write something.
    """
    base = _free_label(document.source)
    labels = {use.found.placeholder.start: f"{base}-{at}" for at, use in enumerate(_new(uses), 1)}
    marked = {use.found.placeholder.end for use in _new(uses)}
    marked.update(mark.offset for mark in document.marks)
    edits = [_table_edit(document, *one) for one in tables]
    notes: list[str] = []
    for use in uses:
        words = _words(use, wanted)
        label = labels.get(use.found.placeholder.start)
        shown = f"[^{label}]" if label else _in_text(words, use, wanted)
        edits.append(_edit(document, use, shown, marked, wanted))
        if label:
            notes.append(f"[^{label}]: {_as_note(words, use, wanted)}")
    text = _edited(document.source, edits)
    return Written(_with_notes(text, document.source, notes), tuple(labels.values()))


def _new(uses: Sequence[Use]) -> Iterator[Use]:
    return (use for use in uses if use.is_new_note)


def _free_label(source: str) -> str:
    """What no label of the text begins with, so that none of ours can be one of its own."""
    known, label = source.casefold(), _LABEL
    while f"[^{label}-" in known:
        label += "x"
    return label


class _Edit(NamedTuple):
    """A stretch of the source and what takes its place."""

    start: int
    end: int
    text: str


def _edit(
    document: MarkdownDocument, use: Use, text: str, marked: Container[int], wanted: Wanted
) -> _Edit:
    start, end = document.source_span(use.found.placeholder.start, use.found.placeholder.end)
    if not use.is_new_note:
        return _Edit(start, end, text)
    before = _end_of_words_before(document, use)
    if before in marked:  # 1 and 2 are not to read as 12, and stay on one side of a full stop
        return _Edit(start, end, text)
    sign = _sign_behind(document, use.found.placeholder.end, wanted.style.mark_behind)
    return _Edit(_without_blank(document, use, before, start), end + len(sign), f"{sign}{text}")


def _sign_behind(document: MarkdownDocument, at: int, signs: str) -> str:
    """The punctuation right behind a placeholder, if the mark of its note goes behind that.

    A sign that something other than a blank or a closing mark follows may be no punctuation.
    """
    found = _SIGN.match(document.text, at)
    if found is None or found[0] not in signs or not document.stands(at, at + 1):
        return ""
    return found[0]


def _end_of_words_before(document: MarkdownDocument, use: Use) -> int:
    """Where the blank before a placeholder begins, in the text."""
    placeholder = use.found.placeholder
    at = placeholder.start
    while at > placeholder.block.start and document.text[at - 1] in " \t\n":
        at -= 1
    return at


def _without_blank(document: MarkdownDocument, use: Use, before: int, start: int) -> int:
    """Where that blank begins in the source: the mark of a note stands close to its word."""
    placeholder = use.found.placeholder
    if before in {placeholder.start, placeholder.block.start}:
        return start
    first = document.source_span(before, before + 1)[0]
    return first if first < start and _BLANKS.fullmatch(document.source, first, start) else start


def _table_edit(document: MarkdownDocument, start: int, end: int, text: str) -> _Edit:
    first, last = document.source_span(start, end)
    return _Edit(first, last, text.replace("\n", line_end_of(document.source)))


def _edited(source: str, edits: Sequence[_Edit]) -> str:
    pieces, at = [], 0
    for edit in sorted(edits):
        pieces += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, source[at:]])


def line_end_of(source: str) -> str:
    """How lines of a text end: as its first does."""
    found = _LINE_END.search(source)
    return found[0] if found else "\n"


def _with_notes(text: str, source: str, notes: Sequence[str]) -> str:
    """The text with footnotes behind it, its last line ended as it was."""
    if not notes:
        return text
    line_end = line_end_of(source)
    is_ended = source.endswith(("\n", "\r"))
    gap = line_end if is_ended else line_end * 2
    return text + gap + (line_end * 2).join(notes) + line_end * is_ended


def _words(use: Use, wanted: Wanted) -> str:
    separator = str(to_markdown((Run(wanted.style.separator),))) or " "
    blank = " " if wanted.style.separator.endswith(" ") else ""
    joined = f"{separator.rstrip()}{blank}"
    return joined.join(_unit(unit, wanted) for unit in use.units)


def _unit(unit: Unit, wanted: Wanted) -> str:
    return f"{unit.prefix}{_linked(unit, to_markdown(_cited(unit, wanted)), wanted)}{unit.suffix}"


def _cited(unit: Unit, wanted: Wanted) -> Runs:
    if unit.bare:
        return (Run(pinpoint(wanted.library, unit.targets, wanted.style)),)
    targets = [one.whole for one in unit.targets] if unit.is_same_place else unit.targets
    return cite_targets(wanted.library, targets, wanted.style, unit.form, note=unit.note)


def _linked(unit: Unit, words: str, wanted: Wanted) -> str:
    target = unit.targets[0]
    if target.kind is not KeyKind.ALLEGATION or not wanted.dossiers:
        return words
    folder = quote(wanted.dossiers.rstrip("/"), safe="/.-")
    return f"[{words}]({folder}/{link_target(target.id)})"


def _in_text(words: str, use: Use, wanted: Wanted) -> str:
    """Words as they stand in the text: those in brackets are parted from the sentence."""
    placeholder = use.found.placeholder
    if not placeholder.bracketed or placeholder.block.note is not None:
        return words
    around = wanted.style.in_text
    return f"{escape(around.opens)}{words}{escape(around.closes)}"


def _as_note(words: str, use: Use, wanted: Wanted) -> str:
    """Words as a footnote: closed as the style does, the writer's own begun with a capital."""
    if use.units[0].prefix:
        words = words[:1].upper() + words[1:]
    ends = wanted.style.ends
    return words if not ends or _is_closed(words, use.units[-1], wanted) else f"{words}{ends}"


def _is_closed(words: str, last: Unit, wanted: Wanted) -> bool:
    """Whether a note ends already as the style closes notes, be it with an *Id.* in italics."""
    ends = wanted.style.ends
    return words.endswith(ends) or (
        not last.suffix and to_text(_cited(last, wanted)).endswith(ends)
    )
