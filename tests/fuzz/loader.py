"""Bytes of a file as each kind of record.

Whatever they are, there are faults and no exception. They are sorted, few, and lie in the file. A
text without faults of YAML holds what another parser, of YAML 1.2, reads in it, where it does.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

from lawmap.loading.bounded import listed
from lawmap.loading.kinds import FILE_MODELS
from lawmap.loading.nodes import Data, Document
from lawmap.loading.shape import read_shape
from lawmap.loading.text import decode
from lawmap.loading.yaml_text import parse

from .inputs import hold_in_place

_SHOWN = "file.yaml"
_NULLS = ("", "~", "null", "Null", "NULL")


def holds(data: bytes) -> None:
    """Read a file of these bytes."""
    content = decode(data, _SHOWN)
    if content.faults:
        hold_in_place(content.faults, data.decode("utf-8", "replace").removeprefix("\ufeff"))
        assert content.text == ""
        return
    document, found = parse(content.text, _SHOWN)
    faults = listed(found)
    hold_in_place(faults, content.text)
    assert document or faults
    if document is not None:
        _hold_shapes(document)
        if not faults:
            assert document.data == _as_yaml_1_2(content.text, document.data)


def _hold_shapes(document: Document) -> None:
    for model in FILE_MODELS:
        record, faults = read_shape(document, model)
        hold_in_place(faults, document.text)
        assert [one.position for one in faults] == sorted(one.position for one in faults)
        assert record is not None or faults
        assert record is None or isinstance(record, model)


def _as_yaml_1_2(text: str, otherwise: Data) -> Data:
    """What ruamel.yaml reads, every scalar as text; it refuses more than libyaml does."""
    try:
        # As lawmap does: the end of a file ends its last line.
        return _plain(
            YAML(typ="safe", pure=True).compose(text if text.endswith("\n") else f"{text}\n")
        )
    except YAMLError:
        return otherwise


def _plain(node: Any) -> Data:
    if isinstance(node, ScalarNode):
        return "" if not node.style and node.value in _NULLS else str(node.value)
    if isinstance(node, MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(item) for item in node.value]
