"""``lawmap sign``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.errors import OutputError
from lawmap.integrity import bag, manifest
from lawmap.loading.raw import read_regular

from . import ssh
from .verify import tell
from .verifying.places import MAX_SIGNED, find
from .voice import say, speaks
from .writing import write_bytes


@click.command("sign", epilog="Example: lawmap sign build/dossiers --key signing-key")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    metavar="FILE",
    help="A private key of OpenSSH, or the public half of one that an agent holds.",
)
@speaks
def command(path: Path, key: Path) -> int:
    """Sign dossiers, a bag, a review log, or any file, with ssh-keygen.

    Of a folder of dossiers the manifest is signed, of a bag that is a folder the list of its lists
    of hashes, and of all else the file itself. The signature is written beside what is signed, as
    NAME.sig. What is not as it was written is not signed. 'lawmap verify --signers FILE' checks it.

    lawmap holds no keys: 'ssh-keygen -t ed25519 -f FILE' makes one. A passphrase is asked for on a
    terminal only.
    """
    target = path
    if path.is_dir() or path.suffix in (".zip", ".jsonl"):
        found = find(path)
        if any(fault for fault in found.faults):
            tell(found, [*found.faults], "", "full")
            click.echo("Nothing was signed: it is not as it was written.", err=True)
            return EXIT_FAULTS
        if path.is_dir():
            is_folder = (path / manifest.MANIFEST).is_file()
            is_bag = not is_folder and (path / bag.TAG_MANIFEST).is_file()
            target = path / (bag.TAG_MANIFEST if is_bag else manifest.MANIFEST)
    try:
        content = read_regular(target, MAX_SIGNED)
    except OSError as error:
        raise OutputError(f"cannot read {target}: {error.strerror}") from error
    signature = target.with_name(f"{target.name}{manifest.SIGNATURE}")
    _refuse_other(signature)
    write_bytes(signature, ssh.sign(content, key))
    say(f"Signed {target}: {signature}")
    return EXIT_OK


def _refuse_other(path: Path) -> None:
    """A signature takes the place of an earlier one, and of nothing else."""
    if not os.path.lexists(path):
        return
    try:
        is_one = ssh.is_signature(read_regular(path, MAX_SIGNED, follow=False))
    except OSError:
        is_one = False
    if not is_one:
        raise OutputError(f"{path} is no signature, so nothing takes its place; move it away")
