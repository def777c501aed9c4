"""Text to a document: the part of YAML in which a file means what a reader sees.

That part is mappings, lists and text. Nodes are composed by PyYAML (its C parser where there is
one) and never constructed, so no tag builds an object and no spelling becomes a number.
See docs/decisions/002-yaml-subset.md.
"""

from __future__ import annotations

from typing import Any

import yaml

from lawmap.diagnostics import Diagnostic, Position

from .nodes import Data, Document
from .text import FORBIDDEN, describe
from .yaml_subset import refused_features

MAX_DEPTH = 50

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML 1.2 reads as "no value" where it stands unquoted; here, too, it is no text."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooDeepError(Exception):
    """Something lies too deep in a part."""

    def __init__(self, mark: Any) -> None:
        super().__init__()
        self.mark = mark


class _Composer(_Loader):  # type: ignore[misc]  # the C loader has no types
    """Composes nodes without giving them types, and no deeper than is sane."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """No type: every scalar stays text."""
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """PyYAML calls this on the way down, before it goes deeper itself."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _TooDeepError(current_node.start_mark)

    def ascend_resolver(self) -> None:
        """PyYAML calls this on the way up."""
        self._depth -= 1


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
        composer = _Composer(self._text)
        try:
            if composer.check_node():
                root = composer.get_node()
                composer.check_node()  # what comes after it must be YAML too
                return root
            *before, last = self._text.split("\n")
            place = Position(self._shown, len(before) + 1, len(last) + 1)
            mend = "Write it, or delete the file."
            self.faults.append(Diagnostic(place, "LM010", "holds no data", mend))
        except _TooDeepError as error:
            message = f"nests deeper than {MAX_DEPTH} levels"
            self._add(error.mark, "LM007", message, "Flatten it.")
        except yaml.MarkedYAMLError as error:
            self._syntax_fault(error)
        finally:
            composer.dispose()
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
                line = next(one.start_mark.line for one, _ in pairs if one.value == key.value) + 1
                message = f"key '{name}' stands twice; first in line {line}"
                self._add(key.start_mark, "LM005", message, "Delete or rename one of the two.")
            else:
                entries[name] = data
        return entries

    def _syntax_fault(self, error: yaml.MarkedYAMLError) -> None:
        if self._once is not None and isinstance(error, yaml.composer.ComposerError):
            return  # of an alias, which is refused already
        message = ", ".join(part for part in (error.context, error.problem) if part)
        mend = "Check indentation, colons and quotation marks here and in the line above."
        self._add(error.problem_mark or error.context_mark, "LM004", message, mend)

    def _add(self, mark: Any, code: str, message: str, mend: str) -> None:
        self.faults.append(self._fault(mark, code, message, mend))

    def _fault(self, mark: Any, code: str, message: str, mend: str) -> Diagnostic:
        place = Position(self._shown, mark.line + 1, mark.column + 1)
        return Diagnostic(place, code, message, mend, self._line(mark.line))

    def _line(self, index: int) -> str:
        lines = self._text.split("\n", index + 1)
        return lines[index].rstrip("\r") if index < len(lines) else ""


def _unread(what: str, mend: str) -> tuple[str, str, str]:
    return "LM006", f"lawmap does not read {what}", mend
