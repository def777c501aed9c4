"""Text to a document: the part of YAML in which a file means what a reader sees.

That part is mappings, lists and text. Nodes are composed by PyYAML (its C parser where there is
one) and never constructed, so no tag builds an object and no spelling becomes a number.
See docs/decisions/002-yaml-subset.md.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import yaml

from lawmap.diagnostics import Diagnostic, Position

from .composing import TooMuchError, compose
from .mending import without_line
from .nodes import Data, Document
from .text import FORBIDDEN, describe, line_of, lines_of
from .yaml_messages import in_words
from .yaml_subset import refused_features

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML 1.2 reads as "no value" where it stands unquoted; here, too, it is no text."""


def parse(text: str, shown: str) -> tuple[Document | None, list[Diagnostic]]:
    """Read the text of one YAML file.

    Args:
        text: the text.
        shown: the name of the file in diagnostics.

    Returns:
        The document, or None if the file is not YAML, and every fault that was found.
    """
    return _Reader(text, shown).read()


class _Reader:
    """Reads one text once."""

    def __init__(self, text: str, shown: str) -> None:
        self._text, self._shown = text, shown
        refused = refused_features(text)
        self.faults = [self._fault(*one) for one in refused.features]
        self._once: set[int] | None = set() if refused.aliases else None

    def read(self) -> tuple[Document | None, list[Diagnostic]]:
        """Compose and flatten; what was found before a fault that stops it stands."""
        root = self._compose()
        if root is None:
            return None, self.faults
        return Document(self._shown, self._text, root, self._data(root)), self.faults

    def _compose(self) -> Any:
        try:
            root = compose(self._text)
            if root is not None:
                return root
            place = self._end
            mend = "Write it, or delete the file."
            self.faults.append(Diagnostic(place, "LM010", "holds no data", mend))
        except TooMuchError as error:
            self.faults.clear()  # what else is wrong with such a file does not matter
            self._add(*error.fault)
        except yaml.MarkedYAMLError as error:
            self._syntax_fault(error)
        return None

    def _data(self, node: Any) -> Data:
        """The node as plain data. An alias, refused already, is an empty text."""
        if self._once is not None:
            if id(node) in self._once:
                return ""
            self._once.add(id(node))
        kind = type(node)
        if kind is yaml.ScalarNode:
            return self._scalar(node)
        if kind is yaml.SequenceNode:
            return [self._data(item) for item in node.value]
        return self._entries(node.value)

    def _scalar(self, node: Any) -> str:
        value: str = node.value
        if not node.style:
            return "" if value in _NULLS else value
        if node.style == '"' and FORBIDDEN.search(value):
            # Only here can a character be written that the text does not hold.
            for character in sorted(set(FORBIDDEN.findall(value))):
                message = f"character {describe(character)} is not allowed"
                mend = "Delete the escape that stands for it."
                self._add(node.start_mark, "LM003", message, mend)
        return value

    def _entries(self, pairs: list[tuple[Any, Any]]) -> dict[str, Data]:
        entries: dict[str, Data] = {}
        for key, value in pairs:
            data = self._data(value)
            if type(key) is not yaml.ScalarNode:
                self._add(key.start_mark, *_unread("a key that is no text", "Write a plain key."))
                continue
            name = self._scalar(key)
            if name == "<<" and not key.style:
                self._add(key.start_mark, *_unread("a merge key", "Write the keys out."))
            elif name in entries:
                first = next(one for one, _ in pairs if one.value == key.value)
                self._twice(name, first, key, value if data == entries[name] else None)
            else:
                entries[name] = data
        return entries

    def _twice(self, name: str, first: Any, second: Any, same: Any) -> None:
        """A key that stands twice; ``same`` is the value of the second, if the first has it too."""
        message = f"key '{name}' stands twice; first in line {first.start_mark.line + 1}"
        mend = "Delete or rename one of the two."
        fault = self._fault(second.start_mark, "LM005", message, mend)
        self.faults.append(without_line(fault, same) if same else fault)

    def _syntax_fault(self, error: yaml.MarkedYAMLError) -> None:
        if self._once is not None and isinstance(error, yaml.composer.ComposerError):
            return  # of an alias, which is refused already
        told = in_words(error, self._text)
        self._add(told.mark, "LM004", told.message, told.mend)

    def _add(self, mark: Any, code: str, message: str, mend: str) -> None:
        self.faults.append(self._fault(mark, code, message, mend))

    def _fault(self, mark: Any, code: str, message: str, mend: str) -> Diagnostic:
        place = Position(self._shown, mark.line + 1, mark.column + 1)
        # Where a last line has no end, the parser was given one, and can stumble behind it.
        place = min(place, self._end)
        return Diagnostic(place, code, message, mend, line_of(self._text, place.line))

    @cached_property
    def _end(self) -> Position:
        """The place behind the last character."""
        lines = lines_of(self._text)
        return Position(self._shown, len(lines), len(lines[-1]) + 1)


def _unread(what: str, mend: str) -> tuple[str, str, str]:
    return "LM006", f"lawmap does not read {what}", mend
