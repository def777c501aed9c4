"""SARIF 2.1.0, for code scanning and for editors: what was found, with the rules behind it.

Nothing in it depends on the day or the machine. Suppressed faults are listed with the reason.
"""

from __future__ import annotations

from lawmap import __version__
from lawmap.diagnostics import RULES, Report

from .json_text import json_text
from .sarif_results import ROOT, results
from .sarif_rules import descriptor

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT_MEANS = "The folder of the repository, or else the one in which lawmap was run."


def render(report: Report) -> str:
    """A log with one run. It lists every rule, whether broken or not, so that logs compare."""
    driver = {
        "name": "lawmap",
        "version": __version__,
        "rules": [descriptor(code) for code in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {ROOT: {"description": {"text": _ROOT_MEANS}}},
        "columnKind": "unicodeCodePoints",
        "results": results(report),
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"
