"""Values to YAML as a person would write it: block style, long texts folded, short ones plain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

WIDTH = 100
"""A line ends with the first word that goes beyond it, so lines stay below 120."""

LONG = 80
"""A text of more characters gets lines of its own."""

Value = str | int | list["Value"] | dict[str, "Value"]
"""What a file holds: text and whole numbers in lists and mappings."""


class Row(dict[str, Any]):
    """A mapping that stands on one line: ``{not: consent.person}``."""


class Items(list[Any]):
    """A list that stands on one line: ``[report#p9]``."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's own, with lists indented below their key, and dates as plain as YAML 1.2 has them.

    Every other text that some reader of YAML would take for a number or a truth value is quoted.
    """

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
# Numbers as YAML 1.2 spells them; PyYAML knows those of 1.1.
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$|0o[0-7]+$"),
    list("-+.0123456789"),
)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = None
    if value != value.strip():
        style = '"'
    elif "\n" in value:
        style = "|"
    elif len(value) > LONG:
        style = ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    Row, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value, True)
)
_Dumper.add_representer(
    Items, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, True)
)


def yaml_text(data: Mapping[str, Value]) -> str:
    """Keys and values as YAML, without the line feed at the end."""
    text: str = yaml.dump(
        dict(data),
        Dumper=_Dumper,
        width=WIDTH,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
    )
    return text.rstrip("\n")
