"""Signatures of files, made and checked by ``ssh-keygen -Y`` (OpenSSH 8.2 and later).

lawmap holds no keys and does no cryptography of its own. The program gets no shell, little of the
environment, and, where nobody sits at a terminal, no terminal to ask for a passphrase: then it
fails at once and does not wait.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from lawmap.cli.screen import visible
from lawmap.errors import UsageError

NAMESPACE = "lawmap"
"""What a signature is for: one made for e-mail or git counts for nothing here."""
_TIMEOUT, _TIMEOUT_OF_PEOPLE = 60, 600
# An agent holds keys, also those on tokens; the rest is what a program needs to start.
_KEPT = ("PATH", "SSH_AUTH_SOCK", "SYSTEMROOT", "TERM", "HOME")


_BEGIN, _END = b"-----BEGIN SSH SIGNATURE-----\n", b"\n-----END SSH SIGNATURE-----\n"
_ARMOUR = re.compile(re.escape(_BEGIN) + rb"[A-Za-z0-9+/=\n]+" + re.escape(_END))


class Checked(NamedTuple):
    """What a signature is worth."""

    signer: str = ""
    """Whose it is; "" if it is not good."""
    reason: str = ""
    """Why it is not good."""


def sign(content: bytes, key: Path) -> bytes:
    """The signature of some bytes.

    Args:
        content: what is signed.
        key: a private key, or the public half of one that an agent holds.

    Raises:
        UsageError: if there is no ssh-keygen, or it does not sign.
    """
    _refuse_endless(key)
    at_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    done = _run(("sign", "-f", str(key.absolute())), content, at_terminal=at_terminal)
    if done.returncode or not is_signature(done.stdout):
        hint = (
            ""
            if at_terminal
            else "; a key with a passphrase needs a terminal, or an agent that holds it"
        )
        raise UsageError(f"nothing was signed: {_said(done)}{hint}")
    return done.stdout


def is_signature(content: bytes) -> bool:
    """Whether it has the form of a signature, and holds nothing beside it."""
    return bool(_ARMOUR.fullmatch(content.replace(b"\r\n", b"\n")))


def check(content: bytes, signature: bytes, signers: Path, signer: str | None) -> Checked:
    """Hold a signature against what was signed and those who may sign.

    Args:
        content: what was signed.
        signature: the signature.
        signers: keys and whose they are, as ssh-keygen(1) describes under ALLOWED SIGNERS.
        signer: who must have signed; without one, anybody who may.

    Raises:
        UsageError: if there is no ssh-keygen.
    """
    _refuse_endless(signers)
    with tempfile.TemporaryDirectory(prefix="lawmap-") as folder:
        file = Path(folder) / "signature"
        file.write_bytes(signature)
        files = ("-s", str(file), "-f", str(signers.absolute()))
        if signer is None:
            found = _run(("find-principals", *files), b"")
            lines = found.stdout.decode("utf-8", "replace").splitlines()
            if found.returncode or not lines:
                return Checked(reason=f"nobody who may sign made it ({_said(found)})")
            signer = lines[0].split(",")[0]
        done = _run(("verify", *files, "-I", signer), content)
    return Checked(reason=_said(done)) if done.returncode else Checked(signer=signer)


def _refuse_endless(path: Path) -> None:
    """The program would wait for a pipe, and has no end of a device."""
    if not path.is_file():
        raise UsageError(f"{path} is no regular file")


def _run(
    arguments: tuple[str, ...], given: bytes, *, at_terminal: bool = False
) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise UsageError(
            "ssh-keygen is not installed; it comes with OpenSSH, from version 8.2 on it signs"
        )
    named = () if arguments[0] == "find-principals" else ("-n", NAMESPACE)
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        return subprocess.run(  # noqa: S603  (a fixed program; names of files stand behind options)
            [program, "-Y", *arguments, *named],
            input=given,
            env={**kept, "LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"},
            capture_output=True,
            check=False,
            timeout=_TIMEOUT_OF_PEOPLE if at_terminal else _TIMEOUT,
            # Without a session of its own it would ask on the terminal behind a script.
            start_new_session=not at_terminal,
        )
    except OSError as error:
        raise UsageError(f"ssh-keygen cannot be run: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise UsageError("ssh-keygen did not come to an end and was stopped") from error


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """What the program says of a failure, on one line."""
    words = (done.stderr + b"\n" + done.stdout).decode("utf-8", "replace").split()
    told = " ".join(word for word in words if set(word) != {"@"})
    return visible(told.removeprefix("Enter passphrase: ")) or f"it ended with {done.returncode}"
