"""Text to nodes: what PyYAML composes (its C parser where there is one), within sane limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

MAX_DEPTH = 50
MAX_VALUES = 20_000
"""So many keys, texts, lists and mappings a file may hold; the largest shipped one has 1,500."""

_MAX_PARTS = 10 * MAX_VALUES
"""So many tokens or events are read: more than so many values can be written with."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TooMuchError(Exception):
    """A part holds more, or something deeper, than is read."""

    def __init__(self, mark: Any, code: str, message: str, mend: str) -> None:
        super().__init__()
        self.fault = mark, code, message, mend


class _Composer(_Loader):  # type: ignore[misc]  # the C loader has no types
    """Composes nodes without giving them types, no deeper and no more of them than is sane."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = self._values = 0

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """No type: every scalar stays text."""
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """PyYAML calls this on the way down, before it goes deeper itself."""
        self._depth += 1
        self._values += 1
        if self._depth > MAX_DEPTH:
            message = f"nests deeper than {MAX_DEPTH} levels"
            raise TooMuchError(current_node.start_mark, "LM007", message, "Flatten it.")
        if self._values > MAX_VALUES:
            message = f"more than {MAX_VALUES:,} keys and values; no more are read"
            raise TooMuchError(current_node.start_mark, "LM008", message, "Split the file.")

    def ascend_resolver(self) -> None:
        """PyYAML calls this on the way up."""
        self._depth -= 1


def compose(text: str) -> yaml.Node | None:
    """Every part of a text with its place; None if it holds nothing.

    Raises:
        TooMuchError: if it holds more, or something deeper, than is read.
        yaml.MarkedYAMLError: if it is not YAML.
    """
    # The end of a file ends its last line; libyaml forgets so in a literal text.
    composer = _Composer(text if text.endswith("\n") else f"{text}\n")
    try:
        if not composer.check_node():
            return None
        root: yaml.Node = composer.get_node()
        composer.check_node()  # what comes after it must be YAML too
        return root
    finally:
        composer.dispose()


def tokens(text: str) -> Iterator[Any]:
    """The tokens of a text; see :func:`events`."""
    return _parts(text, "token", _TOKENS)


def events(text: str) -> Iterator[Any]:
    """The parse events of a text.

    Parsers take a time for each of them that grows with the depth, so what nests deeper than is
    read, or has more parts, is not followed.

    Raises:
        TooMuchError: where it holds more, or something deeper, than is read.
        yaml.YAMLError: where it is not YAML.
    """
    return _parts(text, "event", _EVENTS)


_TOKENS = {
    yaml.BlockMappingStartToken: 1,
    yaml.BlockSequenceStartToken: 1,
    yaml.FlowMappingStartToken: 1,
    yaml.FlowSequenceStartToken: 1,
    yaml.BlockEndToken: -1,
    yaml.FlowMappingEndToken: -1,
    yaml.FlowSequenceEndToken: -1,
}
_EVENTS = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}


def _parts(text: str, what: str, steps: Mapping[Any, int]) -> Iterator[Any]:
    loader = _Loader(text)
    holds_more, read = getattr(loader, f"check_{what}"), getattr(loader, f"get_{what}")
    depth = number = 0
    try:
        while holds_more():
            part = read()
            depth += steps.get(type(part), 0)
            number += 1
            if depth > MAX_DEPTH or number > _MAX_PARTS:
                raise TooMuchError(part.start_mark, "LM007", "is no further read", "Flatten it.")
            yield part
    finally:
        loader.dispose()
