"""Templates of styles: text to a tree, a tree with values to runs.

``{name}`` is a value; ``{Name}`` the same with a capital letter. ``[a|b]`` is a group: the first of
its alternatives in which no value is missing, or nothing. ``*words*`` are italic. A backslash takes
the meaning from the mark behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from lawmap.errors import UsageError

from .runs import Run, Runs, joined

MAX_DEPTH = 20
"""Groups in groups; what nests deeper is a slip."""

Values = Mapping[str, str | None]
"""For each name its value; None where there is none."""


class TemplateError(UsageError):
    """A template that cannot be read; ``at`` counts characters from 0."""

    def __init__(self, template: str, at: int, reason: str) -> None:
        self.template, self.at, self.reason = template, at, reason
        super().__init__(f"template '{template}', character {at + 1}: {reason}")


class Literal(NamedTuple):
    """Words as they stand."""

    text: str


class Value(NamedTuple):
    """A value, by its name."""

    name: str
    is_capital: bool
    """Whether its first letter becomes a capital."""
    at: int
    """Where it stands in the template."""


class Italic(NamedTuple):
    """Words in italics."""

    nodes: tuple[Node, ...]


class Optional(NamedTuple):
    """A group: alternatives, of which the first that lacks nothing counts."""

    alternatives: tuple[tuple[Node, ...], ...]


Node = Literal | Value | Italic | Optional

_NAME = re.compile(r"\{([A-Za-z][a-z0-9_]*)\}")
_WORDS = re.compile(r"[^\\{}\[\]|*]+")


@lru_cache(maxsize=4096)
def parse(template: str) -> tuple[Node, ...]:
    """Read a template.

    Raises:
        TemplateError: if a bracket, brace or asterisk has no partner.
    """
    return _Parser(template).whole()


class _Parser:
    def __init__(self, template: str) -> None:
        self._text, self._at = template, 0

    def whole(self) -> tuple[Node, ...]:
        nodes = self._nodes(depth=0, ends="")
        if self._at < len(self._text):
            raise self._fault(f"'{self._text[self._at]}' has no beginning")
        return nodes

    def _nodes(self, *, depth: int, ends: str) -> tuple[Node, ...]:
        """What stands from here to one of the marks in ``ends``, or to a mark without beginning."""
        nodes: list[Node] = []
        while self._at < len(self._text) and self._text[self._at] not in f"{ends}]}}":
            nodes.append(self._node(depth, ends))
        return tuple(nodes)

    def _node(self, depth: int, ends: str) -> Node:
        if words := _WORDS.match(self._text, self._at):
            self._at = words.end()
            return Literal(words[0])
        readers: dict[str, Callable[[int], Node]] = {
            "{": lambda _: self._value(),
            "\\": lambda _: self._escaped(),
            "[": self._group,
            "*": self._italic,
        }
        mark = self._text[self._at]
        if mark == "|":
            raise self._fault("'|' parts the alternatives of a group; write '\\|' for the mark")
        return readers[mark](depth + 1)

    def _value(self) -> Node:
        found = _NAME.match(self._text, self._at)
        if not found:
            raise self._fault("'{' begins a value such as '{title}'; write '\\{' for the mark")
        at, self._at = self._at, found.end()
        return Value(found[1].lower(), found[1][0].isupper(), at)

    def _escaped(self) -> Node:
        mark = self._text[self._at + 1 : self._at + 2]
        if not mark or mark not in "\\{}[]|*":
            raise self._fault("a backslash stands before one of \\ { } [ ] | * only")
        self._at += 2
        return Literal(mark)

    def _group(self, depth: int) -> Node:
        begin = self._enter(depth)
        alternatives = [self._nodes(depth=depth, ends="|")]
        while self._text[self._at : self._at + 1] == "|":
            self._at += 1
            alternatives.append(self._nodes(depth=depth, ends="|"))
        self._leave(begin, "]")
        return Optional(tuple(alternatives))

    def _italic(self, depth: int) -> Node:
        begin = self._enter(depth)
        nodes = self._nodes(depth=depth, ends="*|")
        self._leave(begin, "*")
        return Italic(nodes)

    def _enter(self, depth: int) -> int:
        if depth > MAX_DEPTH:
            raise self._fault(f"groups stand in one another more than {MAX_DEPTH} deep")
        self._at += 1
        return self._at - 1

    def _leave(self, begin: int, mark: str) -> None:
        if self._text[self._at : self._at + 1] != mark:
            self._at = begin
            raise self._fault(f"'{self._text[begin]}' has no end '{mark}'")
        self._at += 1

    def _fault(self, reason: str) -> TemplateError:
        return TemplateError(self._text, self._at, reason)


def fill(template: str, values: Values) -> Runs:
    """A template with its values. A value that is missing outside of every group leaves a gap.

    Raises:
        TemplateError: if it cannot be read, or names a value that there is not.
    """
    found = _filled(parse(template), template, values, italic=False)
    return joined(run for run in found if run is not None)


def fill_whole(template: str, values: Values) -> Runs | None:
    """The same; None where a value is missing outside of every group."""
    found = list(_filled(parse(template), template, values, italic=False))
    return None if None in found else joined(run for run in found if run is not None)


def _filled(
    nodes: tuple[Node, ...], template: str, values: Values, *, italic: bool
) -> Iterator[Run | None]:
    """The runs of nodes; None for each value that is missing."""
    for node in nodes:
        if isinstance(node, Literal):
            yield Run(node.text, italic)
        elif isinstance(node, Value):
            yield _value(node, template, values, italic)
        elif isinstance(node, Italic):
            yield from _filled(node.nodes, template, values, italic=not italic)
        else:
            yield from _first(node, template, values, italic)


def _value(node: Value, template: str, values: Values, italic: bool) -> Run | None:
    if node.name not in values:
        raise TemplateError(template, node.at, f"there is no value '{node.name}'")
    text = values[node.name]
    if not text:
        return None
    return Run(text[0].upper() + text[1:] if node.is_capital else text, italic)


def _first(node: Optional, template: str, values: Values, italic: bool) -> Iterator[Run]:
    """The runs of the first alternative that lacks nothing, else none."""
    for nodes in node.alternatives:
        found = list(_filled(nodes, template, values, italic=italic))
        if None not in found:
            yield from (run for run in found if run is not None)
            return


class Place(NamedTuple):
    """A value of a template, for checks."""

    value: Value
    in_group: bool
    """Whether it may be missing without leaving a gap."""


def places(template: str) -> Iterator[Place]:
    """Every value of a template, in order.

    Raises:
        TemplateError: if it cannot be read.
    """
    yield from _places(parse(template), in_group=False)


def _places(nodes: tuple[Node, ...], *, in_group: bool) -> Iterator[Place]:
    for node in nodes:
        if isinstance(node, Value):
            yield Place(node, in_group)
        elif isinstance(node, Italic):
            yield from _places(node.nodes, in_group=in_group)
        elif isinstance(node, Optional):
            for nodes_of_one in node.alternatives:
                yield from _places(nodes_of_one, in_group=True)
