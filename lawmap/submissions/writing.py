"""The text of a submission with its citations written out: nothing else in it changes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from lawmap.citing import KeyKind, Run, Runs, cite_targets, pinpoint, to_markdown, to_text
from lawmap.documents import BlockKind, MarkdownDocument
from lawmap.markdown import escape, link_target

from .marks import Edit, mark_edits, span_of
from .sequence import Unit, Use
from .targets import Wanted

_LABEL = "cite"
_ROUND = re.compile(r"[()]")
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
    within = set(_in_round_brackets(document, uses))
    edits = [_table_edit(document, *one) for one in tables]
    edits += mark_edits(document, list(_new(uses)), labels, wanted.style.mark_behind)
    notes: list[str] = []
    for use in uses:
        words = _words(use, wanted)
        label = labels.get(use.found.placeholder.start)
        if label:
            notes.append(f"[^{label}]: {_as_note(words, use, wanted)}")
        else:
            edits.append(_text_edit(document, use, words, within, wanted))
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


def _table_edit(document: MarkdownDocument, start: int, end: int, text: str) -> Edit:
    first, last = document.source_span(start, end)
    return Edit(first, last, text.replace("\n", line_end_of(document.source)))


def _edited(source: str, edits: Sequence[Edit]) -> str:
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


def _text_edit(
    document: MarkdownDocument, use: Use, words: str, within: Container[int], wanted: Wanted
) -> Edit:
    """A citation in the text: one in square brackets is parted from the sentence.

    It is not where something parts it already: a footnote, a cell of its own, or round brackets.

    Args:
        document: the text.
        use: the placeholder.
        words: what is cited.
        within: the placeholders that stand in round brackets, by their beginning.
        wanted: the style.
    """
    placeholder, (start, end) = use.found.placeholder, span_of(document, use)
    block = placeholder.block
    is_cell = block.kind is BlockKind.CELL
    fills_cell = is_cell and (placeholder.start, placeholder.end) == (block.start, block.end)
    is_parted = block.note is not None or fills_cell or placeholder.start in within
    if not placeholder.bracketed or is_parted:
        return Edit(start, end, words)
    around = wanted.style.in_text
    opens = escape(around.opens)
    if document.source[start - 1 : start] == "]" and opens.startswith("("):
        opens = f"\\{opens}"  # behind words in brackets it would begin the address of a link
    return Edit(start, end, f"{opens}{words}{escape(around.closes)}")


def _in_round_brackets(document: MarkdownDocument, uses: Sequence[Use]) -> Iterator[int]:
    """The placeholders, by their beginning, around which the writer has put round brackets."""
    placeholders = [use.found.placeholder for use in uses]
    for block, group in groupby(placeholders, key=lambda one: one.block):
        open_: list[list[int]] = []
        at = block.start
        spans = [(one.start, one.end) for one in group]
        for start, end in [*spans, (block.end, block.end)]:
            for sign in _ROUND.finditer(document.text, at, start):
                if sign[0] == "(":
                    open_.append([])
                elif open_:
                    yield from open_.pop()
            if open_:
                open_[-1].append(start)
            at = end


def _as_note(words: str, use: Use, wanted: Wanted) -> str:
    """Words as a footnote: begun and closed as the style does, the writer's own with a capital."""
    if use.units[0].prefix or wanted.style.begins_with_capital:
        words = words[:1].upper() + words[1:]
    ends = wanted.style.ends
    return words if not ends or _is_closed(words, use.units[-1], wanted) else f"{words}{ends}"


def _is_closed(words: str, last: Unit, wanted: Wanted) -> bool:
    """Whether a note ends already as the style closes notes, be it with an *Id.* in italics."""
    ends = wanted.style.ends
    return words.endswith(ends) or (
        not last.suffix and to_text(_cited(last, wanted)).endswith(ends)
    )
