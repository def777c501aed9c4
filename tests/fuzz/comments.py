"""Comments that speak to lawmap, in any file."""

from __future__ import annotations

from lawmap.control.comments import Comment, comments_of
from lawmap.control.edits import Edited
from lawmap.control.suppressions import Beside
from lawmap.diagnostics import RULES, Edit
from lawmap.loading.text import decode
from lawmap.loading.yaml_text import parse

from .inputs import hold_in_place

_PATH = "file.yaml"


def holds(data: bytes) -> None:
    """Find the comments of a file, and take each of them out."""
    content = decode(data, _PATH)
    if content.faults:
        return
    text = content.text
    beside = Beside({_PATH: text})
    hold_in_place(list(beside.faulty()), text)
    every = frozenset(RULES)
    unused = list(beside.unused((), frozenset([_PATH]), every))
    hold_in_place(unused[:1], text)
    for comment in comments_of(text, _PATH)[:20]:
        _hold_taken_out(comment, text)


def _hold_taken_out(comment: Comment, text: str) -> None:
    names = frozenset(one.text for one in comment.names or ())
    for edit in (comment.deletion, comment.without(frozenset(sorted(names)[:1]))):
        after = _after(edit, text)
        # What the scanner takes for texts and comments need not be YAML yet.
        if after is not None and _data(text) is not None:
            assert _data(after) == _data(text)
            assert len(comments_of(after, _PATH)) <= len(comments_of(text, _PATH))


def _after(edit: Edit, text: str) -> str | None:
    edited = Edited(text, [[edit]])
    return edited.text if edited.made else None


def _data(text: str) -> object:
    document, _ = parse(text, _PATH)
    return document and document.data
