"""What was found of one place: faults, what it is in words, and what a signature of it covers."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lawmap.cli.ssh import check
from lawmap.diagnostics import Diagnostic, Position
from lawmap.integrity.log import Entry
from lawmap.integrity.manifest import Manifest

UNPROVEN = (
    "Whoever changed it could also have changed what it was compared with: only a signature that"
    " is checked (--signers) speaks against that."
)
"""What must be said beside everything that is found in order without one."""


class Signed(NamedTuple):
    """Something that may be signed."""

    shown: str
    """Its name in diagnostics."""
    content: bytes
    signature: bytes | None
    """None if there is none."""


class Found(NamedTuple):
    """What was found."""

    told: str
    """What it is, for the line that is said if there is no fault."""
    faults: tuple[Diagnostic, ...] = ()
    files: int = 1
    manifest: Manifest | None = None
    place: str = ""
    """The name of the manifest in diagnostics."""
    entries: tuple[Entry, ...] = ()
    """Those of a review log."""
    signed: tuple[Signed, ...] = ()
    """What may be signed, that which covers most first."""


class Signers(NamedTuple):
    """Who may have signed."""

    file: Path | None
    """Keys and whose they are; without it no signature is checked."""
    signer: str | None
    """Who must have signed."""


def check_signature(found: Found, signers: Signers) -> tuple[str, list[Diagnostic]]:
    """Check the signature that covers most: what to say of it, and what is wrong with it."""
    one = next((one for one in found.signed if one.signature is not None), None)
    if signers.file is None:
        return ("signed, but not checked by whom" if one else "not signed"), []
    if one is None or one.signature is None:
        shown = found.signed[0].shown if found.signed else found.place
        mend = "'lawmap sign' signs it. Ask whoever sent it for a signature."
        return "", [Diagnostic(Position(shown), "LM808", "it is not signed", mend)]
    checked = check(one.content, one.signature, signers.file, signers.signer)
    if checked.signer:
        return f"signed by {checked.signer}", []
    mend = "Ask whoever signed it, on another way than the one on which it came."
    message = f"the signature is not good: {checked.reason}"
    return "", [Diagnostic(Position(f"{one.shown}.sig"), "LM808", message, mend)]
