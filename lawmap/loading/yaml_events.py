"""Text to nodes, from YAML parse events (never ``yaml.load``).

Read is the part of YAML in which a file means what a reader sees: mappings, lists and text. Tags,
anchors, aliases, merge keys, directives and further documents are refused, each with its place.
See docs/decisions/002-yaml-subset.md.
"""

from __future__ import annotations

from typing import Any

import yaml

from lawmap.diagnostics import Diagnostic, Position

from .nodes import Document, Mapping, Node, Scalar, Sequence
from .text import FORBIDDEN, describe

MAX_DEPTH = 50

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML 1.2 reads as "no value" where it stands unquoted; here, too, it is no text."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StoppedError(Exception):
    """Reading cannot go on; what was found so far stands."""


def parse(text: str, shown: str) -> tuple[Document | None, list[Diagnostic]]:
    """Read the text of one YAML file.

    Returns:
        The document, or None if the file is not YAML, and every fault that was found.
    """
    reader = _Reader(text, shown)
    try:
        root = reader.document()
    except _StoppedError:
        root = None
    except yaml.MarkedYAMLError as error:
        reader.syntax_fault(error)
        root = None
    finally:
        reader.close()
    return (Document(shown, text, root) if root is not None else None), reader.faults


class _Reader:
    """Walks the events of one text once."""

    def __init__(self, text: str, shown: str) -> None:
        self.faults: list[Diagnostic] = []
        self._text, self._shown = text, shown
        self._events = _Loader(text)

    def close(self) -> None:
        self._events.dispose()

    def document(self) -> Node | None:
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            self._fault(start.start_mark, "LM010", "holds no data", "Write it, or delete the file.")
            return None
        if start.version or start.tags:
            self._unsupported(
                start.start_mark, "a directive", "Delete the line that begins with %."
            )
        node = self._node(self._next(), 1)
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._unsupported(
                after.start_mark, "a second document", "Give each document a file of its own."
            )
        return node

    def _next(self) -> Any:
        return self._events.get_event()

    def _node(self, event: Any, depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if depth > MAX_DEPTH:
            message = f"nests deeper than {MAX_DEPTH} levels"
            self._fault(event.start_mark, "LM007", message, "Flatten it.")
            raise _StoppedError
        self._refuse_features(event)
        match event:
            case yaml.ScalarEvent():
                self._refuse_characters(event)
                plain_null = event.implicit[0] and event.value in _NULLS
                return Scalar("" if plain_null else event.value, line, column)
            case yaml.SequenceStartEvent():
                return Sequence(self._items(depth), line, column)
            case yaml.MappingStartEvent():
                return Mapping(self._entries(depth), line, column)
            case _:  # an alias: it stands for nothing here, and was refused above
                return Scalar("", line, column)

    def _items(self, depth: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _entries(self, depth: int) -> dict[str, tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if not isinstance(key, Scalar):
                self._unsupported(event.start_mark, "a key that is no text", "Write a plain key.")
            elif key.text == "<<" and event.implicit[0]:
                self._unsupported(event.start_mark, "a merge key", "Write the keys out.")
            elif key.text in entries:
                first = entries[key.text][0]
                message = f"key '{key.text}' stands twice; first in line {first.line}"
                self._fault(event.start_mark, "LM005", message, "Delete or rename one of the two.")
            else:
                entries[key.text] = (key, value)
        return entries

    def _refuse_features(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._unsupported(event.start_mark, "an alias", "Write the value out.")
        elif event.anchor is not None:
            self._unsupported(event.start_mark, "an anchor", "Delete it and write values out.")
        if getattr(event, "tag", None) is not None:
            self._unsupported(event.start_mark, "a tag", "Delete it; every value is read as text.")

    def _refuse_characters(self, event: Any) -> None:
        for character in sorted(set(FORBIDDEN.findall(event.value))):
            message = f"character {describe(character)} is not allowed"
            self._fault(event.start_mark, "LM003", message, "Delete the escape that stands for it.")

    def _unsupported(self, mark: Any, what: str, mend: str) -> None:
        self._fault(mark, "LM006", f"lawmap does not read {what}", mend)

    def _fault(self, mark: Any, code: str, message: str, mend: str) -> None:
        place = Position(self._shown, mark.line + 1, mark.column + 1)
        self.faults.append(Diagnostic(place, code, message, mend, self._line(mark.line)))

    def syntax_fault(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        message = ", ".join(part for part in (error.context, error.problem) if part)
        mend = "Check indentation, colons and quotation marks here and in the line above."
        self._fault(mark, "LM004", message, mend)

    def _line(self, index: int) -> str:
        lines = self._text.split("\n", index + 1)
        return lines[index].rstrip("\r") if index < len(lines) else ""
