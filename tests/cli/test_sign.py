"""Signatures by ssh-keygen: good ones, bad ones, missing ones, and none without a key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.damage import PLACES
from tests.cli.running import Run
from tests.cli.signing_key import SIGNER, make_key, needs_ssh_keygen
from tests.integrity.written import write_dossiers, write_manifest

pytestmark = [needs_ssh_keygen, pytest.mark.slow]

SIGNED = {
    "dossiers": "manifest.json.sig",
    "bag": "tagmanifest-sha256.txt.sig",
    "zip": "../bag.zip.sig",
    "log": "../review-log.jsonl.sig",
}


@pytest.mark.parametrize("place", PLACES)
def test_what_was_signed_is_verified(run: Run, tmp_path: Path, place: str) -> None:
    key, path = make_key(tmp_path), PLACES[place](tmp_path)
    assert run("sign", path, "--key", key).code == 0
    base = path if path.is_dir() else path.parent / "x"
    assert (base.parent / base.name / SIGNED[place]).resolve().is_file() or (
        path.parent / Path(SIGNED[place]).name
    ).is_file()
    signers = tmp_path / "allowed-signers"
    done = run("verify", path, "--signers", signers)
    assert done.code == 0
    assert done.err.endswith(f"; signed by {SIGNER}.\n")
    assert run("verify", path, "--signers", signers, "--signer", SIGNER).code == 0
    assert "not checked by whom" in run("verify", path).err


def test_any_file_can_be_signed_and_verified(run: Run, tmp_path: Path) -> None:
    key, note = make_key(tmp_path), tmp_path / "note.txt"
    note.write_text("A note.\n", encoding="utf-8")
    assert run("sign", note, "--key", key).code == 0
    assert run("verify", note, "--signers", tmp_path / "allowed-signers").code == 0
    note.write_text("Another note.\n", encoding="utf-8")
    done = run("verify", note, "--signers", tmp_path / "allowed-signers")
    assert done.code == 1
    assert "note.txt.sig:1:1: LM808" in done.out


def test_a_manifest_that_was_written_anew_is_found_by_its_signature(
    run: Run, tmp_path: Path
) -> None:
    """All hashes fit, and only the signature shows it."""
    key, folder = make_key(tmp_path), write_dossiers(tmp_path / "d")
    run("sign", folder, "--key", key)
    write_manifest(folder, tool="lawmap 9.9.9")
    assert run("verify", folder).code == 0
    done = run("verify", folder, "--signers", tmp_path / "allowed-signers")
    assert done.code == 1
    assert "LM808" in done.out
    assert "incorrect signature" in done.out


def test_another_signer_than_the_one_who_is_named_does_not_count(run: Run, tmp_path: Path) -> None:
    key, folder = make_key(tmp_path), write_dossiers(tmp_path / "d")
    run("sign", folder, "--key", key)
    signers = tmp_path / "allowed-signers"
    done = run("verify", folder, "--signers", signers, "--signer", "other@example.org")
    assert done.code == 1
    assert "LM808" in done.out


def test_a_key_that_may_not_sign_does_not_count(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    stranger, folder = make_key(tmp_path / "other"), write_dossiers(tmp_path / "d")
    make_key(tmp_path)
    run("sign", folder, "--key", stranger)
    done = run("verify", folder, "--signers", tmp_path / "allowed-signers")
    assert done.code == 1
    assert "nobody who may sign made it" in done.out


def test_what_is_no_signature_does_not_count(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    make_key(tmp_path)
    (folder / "manifest.json.sig").write_bytes(b"signed, honestly\xff\x1b[31m")
    done = run("verify", folder, "--signers", tmp_path / "allowed-signers")
    assert done.code == 1
    assert "LM808" in done.out
    assert "\x1b" not in done.out


def test_what_is_not_as_it_was_written_is_not_signed(run: Run, tmp_path: Path) -> None:
    key, folder = make_key(tmp_path), write_dossiers(tmp_path / "d")
    (folder / "one.md").write_text("# Other\n", encoding="utf-8")
    done = run("sign", folder, "--key", key)
    assert done.code == 1
    assert "LM801" in done.out
    assert not (folder / "manifest.json.sig").exists()


def test_a_key_with_a_passphrase_fails_at_once_where_nobody_can_type_it(
    run: Run, tmp_path: Path
) -> None:
    key, folder = make_key(tmp_path, passphrase="a long one"), write_dossiers(tmp_path / "d")  # noqa: S106  (of a key that lives for a test)
    done = run("sign", folder, "--key", key)
    assert done.code == 2
    assert "passphrase" in done.err
    assert "terminal" in done.err
    assert not (folder / "manifest.json.sig").exists()


def test_what_is_no_key_ends_with_2(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    (tmp_path / "key").write_text("no key\n", encoding="utf-8")
    done = run("sign", folder, "--key", tmp_path / "key")
    assert done.code == 2
    assert "nothing was signed" in done.err
    assert len(done.err.splitlines()) == 1


def test_without_ssh_keygen_it_is_said_what_is_missing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, folder = make_key(tmp_path), write_dossiers(tmp_path / "d")
    run("sign", folder, "--key", key)
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    for arguments in (
        ["sign", folder, "--key", key],
        ["verify", folder, "--signers", tmp_path / "allowed-signers"],
    ):
        done = run(*arguments)
        assert done.code == 2
        assert "ssh-keygen is not installed" in done.err
    assert run("verify", folder).code == 0


@needs_ssh_keygen
def test_what_is_no_signature_is_not_written_over(run: Run, tmp_path: Path) -> None:
    key, path = make_key(tmp_path), tmp_path / "letter.txt"
    path.write_text("A letter.\n", encoding="utf-8")
    beside = tmp_path / "letter.txt.sig"
    beside.write_text("Notes on the letter.\n", encoding="utf-8")
    done = run("sign", path, "--key", key)
    assert done.code == 2
    assert "no signature" in done.err
    assert beside.read_text(encoding="utf-8") == "Notes on the letter.\n"
    beside.unlink()
    os.mkfifo(beside)
    assert run("sign", path, "--key", key).code == 2
    beside.unlink()
    assert run("sign", path, "--key", key).code == 0
    assert run("sign", path, "--key", key).code == 0


@needs_ssh_keygen
def test_a_key_that_never_ends_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "key")
    (tmp_path / "letter.txt").touch()
    done = run("sign", tmp_path / "letter.txt", "--key", tmp_path / "key")
    assert done.code == 2
    assert "no regular file" in done.err
