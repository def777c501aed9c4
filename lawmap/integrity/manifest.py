"""The manifest of a folder of dossiers: what it says, and what of it is no longer so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lawmap.diagnostics import Diagnostic, Position
from lawmap.loading.bounded import first
from lawmap.loading.strict_json import WrongJson, place_in, read_json
from lawmap.loading.text import decode
from lawmap.model.base import Handling

from .canonical import is_hash
from .canonical import sha256 as sha256_of

MANIFEST = "manifest.json"
PENDING = ".lawmap-pending.json"
OWN = ".lawmap"
"""With this begin the names of files that a run needs while it writes; they are no artefacts."""
SIGNATURE = ".sig"
MAX_MANIFEST = 16_000_000
"""Bytes of a manifest, or of a list of hashes: some 100,000 files."""
MAX_FILE = 200_000_000
"""Bytes of one file of a bag that is made."""
LOCK = ".lawmap.lock"
_EMPTY = sha256_of(b"")
_TOOL = re.compile(r"lawmap [0-9][0-9A-Za-z.+-]{0,40}")
_KEY = re.compile(r'"(?:[^"\\]|\\.)*"\s*:')
_AGAIN = "Write the dossiers anew with 'lawmap dossier', or restore the manifest from a copy."
_RESTORE = "Restore it from a copy, or write the dossiers anew with 'lawmap dossier'."


@dataclass(frozen=True)
class Manifest:
    """What a run of ``dossier`` says that it wrote, and from what."""

    tool: str
    audience: str
    packs: Mapping[str, str]
    """SHA-256 of each norm pack, by its id."""
    inputs: Mapping[tuple[str, str], str]
    """SHA-256 of each allegation and source, by kind and id."""
    outputs: Mapping[str, str]
    """SHA-256 of each file of the folder, by its name."""
    entries: int | None = None
    """How many entries the review log had, if one was read."""
    head: str = ""
    """Its last hash."""
    text: str = field(default="", repr=False)
    """As it stands in the file, for places."""

    def place(self, shown: str, key: str) -> tuple[Position, str]:
        """Where a key stands in the manifest, and the line."""
        line, column = self._places.get(key, (1, 1))
        return Position(shown, line, column), self._lines[line - 1]

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        """Line and column of each key, found in one go: there may be very many."""
        return {
            json.loads(found[0].rstrip(": \t\r")): (number, found.start() + 1)
            for number, line in enumerate(self._lines, 1)
            for found in _KEY.finditer(line)
        }


def read_manifest(raw: bytes, shown: str) -> tuple[Manifest | None, list[Diagnostic]]:
    """Read a manifest; None if what it says cannot be relied on, with all that is wrong."""
    content = decode(raw, shown)
    if content.faults:
        one = content.faults[0]
        return None, [one._replace(code="LM804", mend=_AGAIN)]
    value = read_json(content.text)
    if isinstance(value, WrongJson):
        place = Position(shown, value.line, value.column)
        return None, [Diagnostic(place, "LM804", value.message, _AGAIN)]
    wrong = list(_wrong(value))
    if wrong:
        return None, first(wrong, lambda one: _fault(content.text, shown, *one))
    log = value.get("review_log") or {}
    manifest = Manifest(
        tool=value["tool"],
        audience=value["audience"],
        packs={name: pack["sha256"] for name, pack in value["packs"].items()},
        inputs={
            (kind, name): sha256
            for kind, files in value["inputs"].items()
            for name, sha256 in files.items()
        },
        outputs=value["outputs"],
        entries=log.get("entries"),
        head=log.get("head", ""),
        text=content.text,
    )
    return manifest, []


def _fault(text: str, shown: str, message: str, sought: str) -> Diagnostic:
    line, column = place_in(text, sought)
    at = Position(shown, line, column)
    return Diagnostic(at, "LM804", message, _AGAIN, text.split("\n")[line - 1])


def _wrong(value: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with the shape of a manifest, each with what to look for in its text."""
    if not isinstance(value, dict):
        yield "a JSON object is needed", ""
        return
    # Both are shown as what is known of the folder, so nobody is to say more in them.
    if not isinstance(value.get("tool"), str) or not _TOOL.fullmatch(value["tool"]):
        yield "'tool' must be 'lawmap' and its version", '"tool"'
    if value.get("audience") not in _LEVELS:
        yield f"'audience' must be one of {', '.join(_LEVELS)}", '"audience"'
    for key in ("packs", "inputs", "outputs"):
        if not isinstance(value.get(key), dict):
            yield f"'{key}' must be a JSON object", f'"{key}"'
        else:
            yield from _SECTIONS[key](value[key])
    yield from _wrong_log(value.get("review_log"))


_LEVELS = tuple(level.value for level in Handling)


def _wrong_packs(packs: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, pack in packs.items():
        if not isinstance(pack, dict) or not is_hash(pack.get("sha256")):
            yield "a norm pack must have a 'sha256' of 64 hexadecimal digits", json.dumps(name)


def _wrong_inputs(inputs: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for kind, files in inputs.items():
        if not isinstance(files, dict):
            yield "'inputs' must hold an object for each kind of file", json.dumps(kind)
            continue
        for name, sha256 in files.items():
            if not is_hash(sha256):
                yield "an input must have a SHA-256 of 64 hexadecimal digits", json.dumps(name)


def _wrong_outputs(outputs: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, sha256 in outputs.items():
        sought = json.dumps(name, ensure_ascii=False)
        if not is_plain_name(name):
            yield "an output is no plain name of a file of this folder", sought
        elif not is_hash(sha256):
            yield "an output must have a SHA-256 of 64 hexadecimal digits", sought


def _wrong_log(log: Any) -> Iterator[tuple[str, str]]:
    if log is None:
        return
    log = log if isinstance(log, dict) else {}
    entries = log.get("entries")
    is_count = isinstance(entries, int) and not isinstance(entries, bool) and entries >= 0
    if not is_count or not is_hash(log.get("head")):
        yield "'review_log' must have a number of 'entries' and a 'head'", '"review_log"'


_SECTIONS = {"packs": _wrong_packs, "inputs": _wrong_inputs, "outputs": _wrong_outputs}


def is_plain_name(name: str) -> bool:
    """Whether a name can be that of an artefact: in this folder, and no file of the tool's own."""
    parts = re.split(r"[/\\:]", name)
    return (
        len(parts) == 1
        and name not in ("", ".", "..", MANIFEST)
        and not name.startswith(OWN)
        and name.isprintable()
    )


def compare(
    manifest: Manifest, found: Mapping[str, str], folder: str, shown: str
) -> Iterator[Diagnostic]:
    """What is no longer as the manifest says.

    Args:
        manifest: what was written.
        found: SHA-256 of every file that is there, by its name.
        folder: what stands before a name in diagnostics: a folder with its slash.
        shown: the name of the manifest in diagnostics.
    """
    for name, sha256 in manifest.outputs.items():
        if name not in found:
            place, line = manifest.place(shown, name)
            message = f"'{name}' is missing"
            yield Diagnostic(place, "LM802", message, _RESTORE, line)
        elif found[name] != sha256:
            message = "it was changed since it was written"
            yield Diagnostic(Position(f"{folder}{name}"), "LM801", message, _RESTORE)
    for name in sorted(found):
        if not _is_known(name, found[name], manifest):
            message = "the manifest does not list it"
            mend = "Move it away: nothing says who wrote it."
            yield Diagnostic(Position(f"{folder}{name}"), "LM803", message, mend)


def _is_known(name: str, sha256: str, manifest: Manifest) -> bool:
    """Whether it is listed, a signature of what is listed, or what a run needs while it writes.

    By its name alone nothing is the tool's own: whatever is put in could have such a name.
    """
    signed = name.removesuffix(SIGNATURE)
    is_own = name == PENDING or (name == LOCK and sha256 == _EMPTY)
    return signed in manifest.outputs or signed == MANIFEST or is_own


def compare_inputs(
    manifest: Manifest,
    inputs: Mapping[tuple[str, str], str],
    packs: Mapping[str, str],
    shown: str,
) -> Iterator[Diagnostic]:
    """Which records and norm packs are no longer those from which the dossiers were made.

    Args:
        manifest: what the dossiers were made from.
        inputs: SHA-256 of each record as it is now, by kind and id.
        packs: that of each norm pack, by its id.
        shown: the name of the manifest in diagnostics.
    """
    mend = "Read what changed, then write the dossiers anew with 'lawmap dossier'."
    was = [
        (f"{kind} '{name}'", name, sha256, inputs.get((kind, name)))
        for (kind, name), sha256 in manifest.inputs.items()
    ]
    was += [
        (f"norm pack '{name}'", name, sha256, packs.get(name))
        for name, sha256 in manifest.packs.items()
    ]
    for what, name, sha256, now in was:
        if now != sha256:
            place, line = manifest.place(shown, name)
            how = "was not found" if now is None else "was changed since the dossiers were made"
            yield Diagnostic(place, "LM806", f"{what} {how}", mend, line)
