"""Comments that suppress faults beside them, and what is wrong with such comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lawmap.diagnostics import RULES, Diagnostic, Fix, Suppression, did_you_mean
from lawmap.errors import UnknownIdError
from lawmap.loading.bounded import MAX_FAULTS, listed
from lawmap.loading.mending import with_guess
from lawmap.rules import find_code

from .comments import MAX_NAMES, Comment, Name, comments_of
from .selection import SUPPRESSIBLE, is_beginning, unknown_name

BESIDE, WHOLE_FILE = "ignore", "ignore-file"
_VERBS = (BESIDE, WHOLE_FILE)
_FORM = "Write '# lawmap: ignore[CODE] reason', or 'ignore-file[CODE]' on top of a file."

BY_COMMENT = frozenset(code for code in SUPPRESSIBLE if not code.startswith("LM9"))
"""Codes that a comment can suppress: not those that speak of comments."""


class Suppressor(NamedTuple):
    """One comment, and the code that is meant by each name in it."""

    comment: Comment
    codes: Mapping[str, str]

    @classmethod
    def of(cls, comment: Comment) -> Suppressor:
        """What a comment suppresses; nothing, if it cannot be understood."""
        names = comment.names if comment.verb in _VERBS and comment.is_read else None
        return cls(comment, {one.text: code for one in names or () if (code := _code(one.text))})

    @property
    def misplaced(self) -> bool:
        """Whether it is meant for a whole file and does not stand on top of it."""
        return self.comment.verb == WHOLE_FILE and not self.comment.on_top

    def covers(self, fault: Diagnostic) -> bool:
        """Whether it suppresses this fault."""
        if fault.code not in self.codes.values() or fault.code not in BY_COMMENT:
            return False
        if self.comment.verb == WHOLE_FILE:
            return not self.misplaced
        return fault.position.line in (self.comment.position.line, self.comment.target)


class Beside:
    """The comments of all files."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        found = ((path, comments_of(text, path)) for path, text in texts.items())
        self._of_file = {
            path: tuple(map(Suppressor.of, comments)) for path, comments in found if comments
        }

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that hold such comments."""
        return tuple(self._of_file)

    def find(self, fault: Diagnostic) -> Suppression | None:
        """Why a fault is suppressed, if a comment of its file does so."""
        for one in self._of_file.get(fault.position.path, ()):
            if one.covers(fault):
                return Suppression("inSource", one.comment.reason, one.comment.position)
        return None

    def faulty(self) -> Iterator[Diagnostic]:
        """Comments that nobody can understand or review, whatever they suppress."""
        for of_file in self._of_file.values():
            yield from listed(fault for one in of_file for fault in _faulty(one.comment))

    def unused(
        self,
        suppressed: Iterable[Diagnostic],
        asked: frozenset[str],
        looked_for: frozenset[str],
    ) -> Iterator[Diagnostic]:
        """Comments that suppress nothing, or less than they say.

        Args:
            suppressed: the faults that comments suppressed.
            asked: the files that were asked for; of comments in others nobody knows.
            looked_for: codes of which this run would have found every fault.
        """
        used = {(one.suppression.position, one.code) for one in suppressed if one.suppression}
        for one in (one for path in sorted(asked) for one in self._of_file.get(path, ())):
            place = one.comment.position
            idle = {
                name: code
                for name, code in one.codes.items()
                if (place, code) not in used and (code in looked_for or code not in BY_COMMENT)
            }
            if idle:
                yield _unused(one, idle)


def _faulty(comment: Comment) -> Iterator[Diagnostic]:
    if not comment.is_read:
        message = f"more than {MAX_NAMES:,} codes stand in the comments of this file"
        mend = "From here on they are not read: mend the faults instead."
        yield _fault(comment, "LM903", message, mend)
    elif comment.verb not in _VERBS:
        message = f"'{comment.verb}' is nothing that a comment can ask of lawmap"
        yield _fault(comment, "LM903", message + did_you_mean(comment.verb, _VERBS), _FORM)
    elif not comment.names:
        yield _fault(comment, "LM903", "the comment names no code", _FORM)
    else:
        unknown = (name for name in comment.names if not _code(name.text))
        yield from (_unknown(comment, name) for name in islice(unknown, MAX_FAULTS))
        if not any(map(str.isalnum, comment.reason)):
            mend = "Say behind the bracket why the fault may stay."
            yield _fault(comment, "LM901", "the comment gives no reason", mend)


def _unused(one: Suppressor, idle: Mapping[str, str]) -> Diagnostic:
    if one.misplaced:
        message = f"'{WHOLE_FILE}' suppresses nothing below the top of a file"
        mend = "Move it above all that is no comment, or delete it."
        return _fault(one.comment, "LM902", message, mend)
    beyond = [name for name, code in idle.items() if code not in BY_COMMENT]
    names = " or ".join(beyond or idle)
    place = "in this file" if one.comment.verb == WHOLE_FILE else "here"
    message = (
        f"a comment cannot suppress {names}" if beyond else f"there is no fault {names} {place}"
    )
    partly = not {name.text for name in one.comment.names or ()} <= set(idle)
    order = f"Take {', '.join(idle)} out of the comment." if partly else "Delete the comment."
    fix = Fix(order, (one.comment.without(frozenset(idle)),))
    return _fault(one.comment, "LM902", message, order)._replace(fix=fix)


@lru_cache(maxsize=MAX_NAMES)
def _code(name: str) -> str | None:
    try:
        return find_code(name)
    except UnknownIdError:
        return None


def _unknown(comment: Comment, name: Name) -> Diagnostic:
    message, mend = unknown_name(name.text), "'lawmap rule' lists all codes."
    if is_beginning(name.text):
        message = f"'{name.text}' is the beginning of several codes"
        mend = "Name each code that is meant, or its rule."
    fault = _fault(comment, "LM903", message, mend)
    place = comment.position._replace(column=name.column)
    fault = fault._replace(position=place, length=len(name.text))
    return with_guess(fault, name.text, (rule.name for rule in RULES.values()))


def _fault(comment: Comment, code: str, message: str, mend: str) -> Diagnostic:
    place, line = comment.position, comment.source_line
    return Diagnostic(place, code, message, mend, line, length=comment.length)
