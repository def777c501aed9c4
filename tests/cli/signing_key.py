"""Keys that are made for a test, as somebody who signs makes them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SIGNER = "analyst@example.org"
needs_ssh_keygen = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed"
)


def make_key(folder: Path, name: str = "signing-key", passphrase: str = "") -> Path:
    """A key, and a file ``allowed-signers`` that lets it sign."""
    key = folder / name
    program = str(shutil.which("ssh-keygen"))
    arguments = ["-q", "-t", "ed25519", "-N", passphrase, "-C", "", "-f", str(key)]
    subprocess.run([program, *arguments], check=True, stdin=subprocess.DEVNULL)
    public = key.with_name(f"{name}.pub").read_text(encoding="utf-8")
    with (folder / "allowed-signers").open("a", encoding="utf-8") as file:
        file.write(f'{SIGNER} namespaces="lawmap" {public}')
    return key
