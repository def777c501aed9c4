"""Submissions: read, resolved in both sorts of style, or refused with faults that lie in them."""

from __future__ import annotations

from lawmap.control.edits import Edited
from lawmap.diagnostics import has_errors
from lawmap.documents import read_markdown
from lawmap.submissions import resolve
from tests.submissions.law import wanted

from .inputs import text_of

WANTED = (wanted("notes"), wanted("inline"))


def holds(data: bytes) -> None:
    """Resolve a text; nothing of it but placeholders changes, and fixes do what they say."""
    source = text_of(data)
    document = read_markdown(source)
    assert len(document.text) == sum(one.end - one.start for one in document.pieces)
    for how in WANTED:
        made = resolve(source, "a.md", how)
        assert (made.text is None) == has_errors(made.faults)
        if made.text is not None and not made.uses and not document_has_table(source):
            assert made.text == source
        lines = len(source) + 1
        for fault in made.faults:
            assert 1 <= fault.position.line <= lines
            assert 1 <= fault.position.column <= len(fault.source_line) + 1
        fixes = [one.fix.edits for one in made.faults if one.fix and one.fix.safe]
        mended = Edited(source, fixes)
        if len(mended.made) == len(fixes) > 0:
            again = resolve(mended.text, "a.md", how)
            assert not any(one.fix and one.fix.safe for one in again.faults)


def document_has_table(source: str) -> bool:
    """Whether a table of authorities may stand in it, which an empty one replaces."""
    return "[[" in source
