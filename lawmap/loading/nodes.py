"""What a YAML file holds, with the place of every part of it.

Every scalar is text: types are given by the model's fields, never guessed from the spelling.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

import yaml

from lawmap.diagnostics import Diagnostic, Position, Related

from .composing import compose
from .text import line_of, lines_of

Data = str | list["Data"] | dict[str, "Data"]
"""Plain data as the models take it."""

Step = str | int


class Document(NamedTuple):
    """One file that was read."""

    path: str
    """As diagnostics name it: with forward slashes, relative where the user gave it so."""
    text: str
    composed: yaml.Node | None
    """Every part with its place, as PyYAML composes it; None once a record was made of it."""
    data: Data
    """The same as plain mappings, lists and text; empty once a record was made of it."""

    @property
    def root(self) -> yaml.Node:
        """Every part with its place; asked only where something is wrong."""
        return self.composed or _composed_again(self.text)

    def recorded(self) -> Document:
        """The document without what a record holds now: of a thousand files that takes memory."""
        return self._replace(composed=None, data={})

    @property
    def identity(self) -> str:
        """The id that the file gives itself; empty if it gives none."""
        identity = self.data.get("id") if isinstance(self.data, dict) else None
        return identity if isinstance(identity, str) else ""

    def fault(
        self, at: tuple[Step, ...], code: str, message: str, mend: str, *, key: bool = False
    ) -> Diagnostic:
        """A fault at a place of this file, with its line and how much of it is at fault.

        Args:
            at: as :meth:`locate` takes it.
            code: the code of the rule.
            message: what is wrong.
            mend: what to do.
            key: the fault lies in the last mapping key instead of its value.
        """
        node = self._node_at(at, key=key)
        place = _place(self, node)
        line = self.line(place.line)
        return Diagnostic(place, code, message, mend, line, length=_length(node, line))

    def fault_at(self, offset: int, length: int, code: str, message: str, mend: str) -> Diagnostic:
        """A fault at a place of the text; its line is not shown with it."""
        line = self.text.count("\n", 0, offset) + 1
        column = offset - self.text.rfind("\n", 0, offset)
        return Diagnostic(Position(self.path, line, column), code, message, mend, length=length)

    def written(self, at: tuple[Step, ...]) -> tuple[int, int]:
        """From where to where a part stands in the text; ``at`` as :meth:`locate` takes it."""
        node = self._node_at(at, key=False)
        return node.start_mark.index, node.end_mark.index

    def related(self, at: tuple[Step, ...], message: str, *, key: bool = False) -> Related:
        """A place of this file as the other place of a fault; ``at`` as :meth:`locate` takes it."""
        node = self._node_at(at, key=key)
        place = _place(self, node)
        line = self.line(place.line)
        return Related(place, message, line, _length(node, line))

    def locate(self, at: tuple[Step, ...] = (), *, key: bool = False) -> Position:
        """The place of a part, or of the innermost part around it that exists.

        Args:
            at: keys and indexes from the root. Steps that name nothing are passed over, because
                pydantic's error locations also name the members of unions.
            key: give the place of the last mapping key instead of its value.
        """
        return _place(self, self._node_at(at, key=key))

    def _node_at(self, at: tuple[Step, ...], *, key: bool) -> yaml.Node:
        inner = place = self.root
        for step in at:
            if isinstance(inner, yaml.MappingNode):
                if step in (entries := _entries(inner)):
                    name, value = entries[step]
                    inner, place = value, name if key else value
            elif isinstance(inner, yaml.SequenceNode) and step in range(len(inner.value)):
                inner = place = inner.value[int(step)]
        return place

    def keys(self, at: tuple[Step, ...]) -> set[str]:
        """The keys of the mapping at a place, as :meth:`locate` takes it, that are texts."""
        node = self._node_at(at, key=False)
        names = [name for name, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        return {name.value for name in names if isinstance(name, yaml.ScalarNode)}

    def line(self, number: int) -> str:
        """A line of the file, for showing beside a diagnostic."""
        return line_of(self.text, number)


@lru_cache(maxsize=64)
def _composed_again(text: str) -> yaml.Node:
    """The nodes of a text that was composed before, so it can be."""
    return cast(yaml.Node, compose(text))


# Of a file with many faults each would else be looked for from the first key on.
@lru_cache(maxsize=64)
def _entries(node: yaml.MappingNode) -> dict[Step, tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping by the text of the key; of equal ones the first."""
    named = (pair for pair in reversed(node.value) if isinstance(pair[0], yaml.ScalarNode))
    return {name.value: (name, value) for name, value in named}


def _place(file: Document, node: yaml.Node) -> Position:
    if node.start_mark.index > len(file.text):
        # Where a last line has no end, the parser was given one; what is missing lies before it.
        lines = lines_of(file.text)
        return Position(file.path, len(lines), len(lines[-1]) + 1)
    return Position(file.path, node.start_mark.line + 1, node.start_mark.column + 1)


def _length(node: yaml.Node, line: str) -> int:
    """How many characters of the line a text takes; 1 where it is written otherwise than it reads.

    Quotation marks count. Of a text that goes on in the next line, or holds escapes, only the
    first character is marked.
    """
    if not isinstance(node, yaml.ScalarNode) or not node.value:
        return 1
    for written in (node.value, f'"{node.value}"', f"'{node.value}'"):
        if line.startswith(written, node.start_mark.column):
            return len(written)
    return 1
