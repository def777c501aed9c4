"""The formats as their readers take them apart."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from lawmap.cli.formats import FORMATS
from lawmap.diagnostics import Report


class Command(NamedTuple):
    """A workflow command of GitHub."""

    name: str
    properties: dict[str, str]
    data: str


def github(line: str) -> Command:
    """One line of a log, in the steps of ActionCommand.TryParseV2 of github.com/actions/runner."""
    assert line.startswith("::")
    head, mark, data = line[2:].partition("::")
    assert mark
    name, _, told = head.partition(" ")
    pairs = (pair.partition("=") for pair in told.split(","))
    properties = {key: unescape(value, "\r", "\n", ":", ",") for key, _, value in pairs}
    return Command(name, properties, unescape(data, "\r", "\n"))


def unescape(text: str, *tokens: str) -> str:
    for token in (*tokens, "%"):
        text = text.replace(f"%{ord(token):02X}", token)
    return text


def sarif(report: Report) -> dict[str, Any]:
    """The one run of a log."""
    log = json.loads(FORMATS["sarif"](report))
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


# A link in a plain text message: SARIF 2.1.0, 3.11.6.
_LINK = re.compile(r"(?<!\\)(?:\\\\)*\[((?:[^\\\]\[]|\\\\|\\\]|\\\[)*)\]\(([^)]*)\)")


def links(message: str) -> list[tuple[str, str]]:
    """What a viewer of SARIF takes for links: their words and where they lead."""
    return [(re.sub(r"\\(.)", r"\1", words), target) for words, target in _LINK.findall(message)]


def junit(text: str) -> ET.Element:
    """The only suite; the counts agree with what it holds."""
    root = ET.fromstring(text)  # noqa: S314  (lawmap wrote it)
    (suite,) = root
    cases = suite.findall("testcase")
    told = {"tests": str(len(cases)), "failures": str(len(suite.findall("testcase/failure")))}
    for node in (root, suite):
        assert {key: node.get(key) for key in told} == told
        assert node.get("errors") == "0"
    return suite
