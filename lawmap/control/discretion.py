"""Faults without the names of persons: a log of CI may have more readers than the files have.

Names are those that records list under ``persons``, as far as dossiers mask them; of a record with
faults all of them, whatever is wrong with the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from lawmap.diagnostics import Diagnostic, Fix, Related, Suppression
from lawmap.loading import Loaded
from lawmap.loading.folder import real_path
from lawmap.loading.kinds import kind_of
from lawmap.loading.yaml_text import parse
from lawmap.masking import Mask, named_persons
from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.persons import Person
from lawmap.model.source import Source

_RECORDS = (Allegation, Source)
_LIST = "persons"
_NAMING = (_LIST, f"{_LIST}.name", f"{_LIST}.also")
_UNNAMED = "a person"


def mask_of(loaded: Loaded) -> Mask:
    """The mask for all that is said of what was read, records with faults included."""
    return Discretion(loaded).mask


class Discretion:
    """What may not be told of the records of one run."""

    def __init__(self, loaded: Loaded) -> None:
        persons = [
            one for one in named_persons(loaded.library) if one.is_masked(Handling.CONFIDENTIAL)
        ]
        self._unread: set[str] = set()
        for file in loaded.files:
            if isinstance(file.record, _RECORDS) and not file.whole:
                persons += _written(file.document.root)
        read = {file.document.path for file in loaded.files}
        for path, text in loaded.texts.items():
            if path not in read and _LIST in text and _is_record(path):
                document, _ = parse(text, path)
                persons += _written(document.root) if document else ()
                if document is None:
                    self._unread.add(path)
        self.mask = Mask(persons, loaded.library.name_exceptions)

    def each(self, faults: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The faults with pseudonyms in their texts and asterisks in the lines that go with them.

        A record that is no YAML may name anybody anywhere: no line of it is shown.
        """
        if not self.mask and not self._unread:
            return list(faults)
        return [self._discreet(fault) for fault in faults]

    def _discreet(self, fault: Diagnostic) -> Diagnostic:
        return fault._replace(
            message=self.mask.text(fault.message),
            mend=self.mask.text(fault.mend),
            source_line=self._line(fault.position.path, fault.source_line),
            related=tuple(map(self._related, fault.related)),
            fix=fault.fix and self._fix(fault.fix),
            suppression=fault.suppression and self._suppression(fault.suppression),
        )

    def _line(self, path: str, line: str) -> str:
        return "" if path in self._unread else self.mask.hidden(line)

    def _related(self, other: Related) -> Related:
        line = self._line(other.position.path, other.source_line)
        return other._replace(message=self.mask.text(other.message), source_line=line)

    def _fix(self, fix: Fix) -> Fix:
        return fix._replace(description=self.mask.text(fix.description))

    def _suppression(self, why: Suppression) -> Suppression:
        return why._replace(reason=self.mask.text(why.reason))


def _is_record(path: str) -> bool:
    return kind_of(real_path(Path(path)).as_posix()) in _RECORDS


def _written(root: yaml.Node) -> Iterator[Person]:
    """The persons that a file lists, whatever else is wrong with it."""
    # A part that stands in many places, or for itself, is refused elsewhere; here it counts once,
    # or a few lines of aliases would be as many parts as nobody can visit.
    seen: set[tuple[int, str]] = set()
    left: list[tuple[yaml.Node, str]] = [(root, "")]
    while left:
        node, key = left.pop()
        if (id(node), key) in seen:
            continue
        seen.add((id(node), key))
        if isinstance(node, yaml.MappingNode):
            left += [(value, _inner(name, key)) for name, value in reversed(node.value)]
        elif isinstance(node, yaml.SequenceNode):
            left += [(value, key) for value in reversed(node.value)]
        elif key in _NAMING and any(map(str.isalnum, node.value)):
            yield Person.model_construct(name=node.value.strip(), also=(), called=_UNNAMED)


def _inner(name: yaml.Node, key: str) -> str:
    """What a value is of, by its own key and the one around it."""
    own = name.value if isinstance(name, yaml.ScalarNode) else ""
    return _LIST if own == _LIST else f"{_LIST}.{own}" if key else ""
