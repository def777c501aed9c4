"""What a YAML file holds, with the place of every part of it.

Every scalar is text: types are given by the model's fields, never guessed from the spelling.
"""

from __future__ import annotations

from typing import NamedTuple

from lawmap.diagnostics import Position

Data = str | list["Data"] | dict[str, "Data"]
"""Plain data as the models take it."""

Step = str | int


class Scalar(NamedTuple):
    """A text."""

    text: str
    line: int
    column: int


class Sequence(NamedTuple):
    """A list."""

    items: list[Node]
    line: int
    column: int


class Mapping(NamedTuple):
    """A mapping; keys are unique."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def to_data(node: Node) -> Data:
    """The node as plain mappings, lists and text."""
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [to_data(item) for item in items]
        case Mapping(entries=entries):
            return {key: to_data(value) for key, (_, value) in entries.items()}


class Document(NamedTuple):
    """One file that was read."""

    path: str
    """As diagnostics name it: with forward slashes, relative where the user gave it so."""
    text: str
    root: Node

    def locate(self, at: tuple[Step, ...] = (), *, key: bool = False) -> Position:
        """The place of a part, or of the innermost part around it that exists.

        Args:
            at: keys and indexes from the root. Steps that name nothing are passed over, because
                pydantic's error locations also name the members of unions.
            key: give the place of the last mapping key instead of its value.
        """
        node: Node = self.root
        place = (node.line, node.column)
        for step in at:
            if isinstance(node, Mapping) and step in node.entries:
                name, node = node.entries[str(step)]
                place = (name.line, name.column) if key else (node.line, node.column)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                place = (node.line, node.column)
        return Position(self.path, *place)

    def line(self, number: int) -> str:
        """A line of the file, for showing beside a diagnostic."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""
