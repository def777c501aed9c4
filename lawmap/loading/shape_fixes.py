"""Fixes of faults of shape: one row a kind of fault, as pydantic names it."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lawmap.diagnostics import Diagnostic, Edit, Fix
from lawmap.model.base import Handling

from .choices import choices_of, keys_at
from .mending import with_guess, with_word
from .nodes import Document

Model = type[BaseModel]
Fixer = Callable[[Diagnostic, Document, Model, ErrorDetails], Diagnostic]


def with_fix(
    fault: Diagnostic, document: Document, model: Model, detail: ErrorDetails
) -> Diagnostic:
    """The fault, with its fix if there is one.

    Args:
        fault: the fault.
        document: its file.
        model: the kind of the file.
        detail: what pydantic says of the fault.
    """
    fixer = _FIXERS.get(detail["type"])
    return fixer(fault, document, model, detail) if fixer else fault


def _near_key(
    fault: Diagnostic, document: Document, model: Model, detail: ErrorDetails
) -> Diagnostic:
    *at, name = detail["loc"]
    return with_guess(fault, str(name), keys_at(model, at) - document.keys(tuple(at)))


def _near_value(fault: Diagnostic, _: Document, __: Model, detail: ErrorDetails) -> Diagnostic:
    """The value that was probably meant; but who may see a record is never guessed."""
    choices = choices_of(detail)
    if set(choices) == {level.value for level in Handling}:
        return fault
    return with_guess(fault, str(detail["input"]), choices)


def _meant(fault: Diagnostic, _: Document, __: Model, detail: ErrorDetails) -> Diagnostic:
    """What only one thing can be meant by is written so."""
    meant = detail.get("ctx", {}).get("meant")
    return with_word(fault, str(detail["input"]), meant, safe=True) if meant else fault


def _respelled(fault: Diagnostic, _: Document, __: Model, detail: ErrorDetails) -> Diagnostic:
    """An id that differs from its pattern by case, blanks or underscores alone."""
    text, pattern = str(detail["input"]), detail["ctx"]["pattern"]
    fits = (one for one in _spellings(text.strip()) if re.search(pattern, one))
    spelling = next(fits, None)
    return with_word(fault, text, spelling) if spelling else fault


def _spellings(text: str) -> tuple[str, ...]:
    """Ways of writing an id, the smallest change first; none of a denial, which is no id."""
    if re.match(r"not\s", text, re.IGNORECASE):
        return ()
    tight = re.sub(r"\s+(?=\W)|(?<=\W)\s+", "", text)
    instrument, colon, rest = tight.partition(":")
    hyphened = re.sub(r"[\s_]+", "-", tight)
    return text, instrument.lower() + colon + rest, hyphened.lower(), hyphened.upper()


def _version(fault: Diagnostic, document: Document, _: Model, detail: ErrorDetails) -> Diagnostic:
    """The version has but one value; other keys nobody can write for the author."""
    root = document.root
    in_lines = isinstance(root, yaml.MappingNode) and root.flow_style is False
    if detail["loc"] != ("schema_version",) or not in_lines:
        return fault
    line, column = fault.position.line, fault.position.column
    text = f"schema_version: 1\n{' ' * (column - 1)}"
    edit = Edit(line, column, line, column, text)
    return fault._replace(fix=Fix("Write 'schema_version: 1' on top.", (edit,)))


_FIXERS: dict[str, Fixer] = {
    "extra_forbidden": _near_key,
    "missing": _version,
    "wrong_date": _meant,
    "wrong_truth_word": _meant,
    "string_pattern_mismatch": _respelled,
    "enum": _near_value,
    "literal_error": _near_value,
}
