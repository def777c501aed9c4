"""A submission from its text to its text with citations, or to all that is wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, by_place, has_errors
from lawmap.documents import MarkdownDocument, read_markdown

from .authorities import list_authorities, to_table
from .faults import Faults
from .placeholders import TABLE, Found, find_placeholders
from .sequence import Use, sequence
from .targets import Wanted, find_targets
from .writing import Written, write

_LOOKS_LIKE_ONE = re.compile(r"(?<!\\)@\{[^{}\s]{1,300}\}")
_HEADINGS = re.compile(r"(#{1,6})[ \t]")
_DEEPEST = 6


class Examined(NamedTuple):
    """What was found in a submission."""

    document: MarkdownDocument
    uses: tuple[Use, ...]
    """Its placeholders in the order of the text; none if there is any error."""
    tables: tuple[int, ...]
    """Where tables of authorities go, as offsets in the text."""
    faults: tuple[Diagnostic, ...]
    """Errors and warnings by place."""


class Resolved(NamedTuple):
    """What became of a submission."""

    text: str | None
    """The whole text; None if there is any error."""
    uses: tuple[Use, ...]
    faults: tuple[Diagnostic, ...]


def examine(source: str, path: str, wanted: Wanted) -> Examined:
    """Find every placeholder of a submission, and every fault.

    Args:
        source: the whole file, as it stands.
        path: its name, as faults give it.
        wanted: library, style and readers.
    """
    document = read_markdown(source)
    faults = Faults(document, path)
    found = find_placeholders(document)
    _tell_malformed(found, faults)
    _tell_unread(document, faults)
    _tell_notes_within(found, faults)
    candidates = [find_targets(one, wanted, faults) for one in found.placeholders]
    ready = [one for one in candidates if one is not None]
    _check_tables(found, faults)
    told = tuple(sorted(faults.found, key=by_place))
    uses = () if has_errors(told) else sequence(document, ready, found.tables, wanted)
    return Examined(document, uses, found.tables, told)


def resolve(source: str, path: str, wanted: Wanted) -> Resolved:
    """Write the citations of a submission out.

    Args:
        source: the whole file, as it stands.
        path: its name, as faults give it.
        wanted: library, style and readers.
    """
    examined = examine(source, path, wanted)
    if has_errors(examined.faults):
        return Resolved(None, (), examined.faults)
    document, uses = examined.document, examined.uses
    table = _table(examined, wanted)
    end = len(TABLE)
    written = write(document, uses, [(at, at + end, table) for at in examined.tables], wanted)
    lost = tuple(_lost_notes(examined, written, path))
    if lost:
        return Resolved(None, (), tuple(sorted([*examined.faults, *lost], key=by_place)))
    return Resolved(written.text, uses, examined.faults)


def _table(examined: Examined, wanted: Wanted) -> str:
    if not examined.tables:
        return ""
    groups = list_authorities(examined.document, examined.uses, wanted)
    return to_table(groups, _level(examined.document, examined.tables[0]))


def _level(document: MarkdownDocument, offset: int) -> int:
    """The level of headings below the one under which a place stands."""
    start = document.source_span(offset, offset)[0]
    depth = 1
    for line in document.source[:start].splitlines():
        match = _HEADINGS.match(line)
        depth = len(match[1]) if match else depth
    return min(depth + 1, _DEEPEST)


def _tell_malformed(found: Found, faults: Faults) -> None:
    for one in found.malformed:
        code = "LM708" if _is_about_table(faults.document, one.start) else "LM701"
        faults.add(code, (one.start, one.end), one.reason, f"{one.mend}.")


def _tell_notes_within(found: Found, faults: Faults) -> None:
    """A footnote in a citation that may become one itself: nobody could count the two."""
    marks = [mark.offset for mark in faults.document.marks]
    for one in found.placeholders:
        at = bisect_right(marks, one.start)
        if (
            at < len(marks)
            and marks[at] < one.end
            and any(part.named.is_ours for part in one.cited)
        ):
            message = "a footnote is called within this citation"
            mend = "Call it behind the brackets, or write its words into the prefix or suffix."
            faults.add("LM701", (one.start, one.end), message, mend)


def _is_about_table(document: MarkdownDocument, offset: int) -> bool:
    return document.text.startswith("[[", offset)


def _tell_unread(document: MarkdownDocument, faults: Faults) -> None:
    """Placeholders that stand where no prose is: they stay as they are, and somebody must know."""
    for first, last in document.unread:
        start = document.line_start(first)
        end = document.line_start(last)
        for match in _LOOKS_LIKE_ONE.finditer(document.source, start, end):
            faults.add_at(
                "LM711",
                match.span(),
                f"{match[0]} stands in indented code or raw HTML, and is left as it is",
                "Indent the text no deeper than the words above it; put blank lines around HTML.",
            )


def _check_tables(found: Found, faults: Faults) -> None:
    for at in found.tables[1:]:
        line = faults.document.place(found.tables[0]).line
        faults.add(
            "LM707", (at, at + len(TABLE)), f"{TABLE} stands on line {line} already", "Delete one."
        )


def _lost_notes(examined: Examined, written: Written, path: str) -> Iterator[Diagnostic]:
    """Footnotes that would not be read as such: the proof of the result."""
    if not written.labels:
        return
    result = read_markdown(written.text)
    called = {mark.note for mark in result.marks}
    faults = Faults(examined.document, path)
    new = [use for use in examined.uses if use.is_new_note]
    for use, label in zip(new, written.labels, strict=True):
        if label not in called or label not in result.labels:
            placeholder = use.found.placeholder
            faults.add(
                "LM712",
                (placeholder.start, placeholder.end),
                "no footnote can stand here, or behind the end of the file",
                "Close the code or HTML in which the file ends, or write --notes inline.",
            )
    yield from faults.found
