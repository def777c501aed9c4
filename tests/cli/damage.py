"""What can happen to what was written, each with the code that ``verify`` must find."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lawmap.cli.bagging import zipped
from lawmap.integrity.bag import build_bag
from tests.integrity.written import SIGNATURE, write_dossiers, write_log, write_manifest


def _bag_files(folder: Path) -> dict[str, bytes]:
    made = write_dossiers(folder / "made")
    return build_bag({one.name: one.read_bytes() for one in made.iterdir()}, [])


def write_bag(path: Path) -> Path:
    for name, raw in _bag_files(path.parent).items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(raw)
    return path


def write_archive(path: Path) -> Path:
    path.write_bytes(zipped(_bag_files(path.parent), path.stem))
    return path


PLACES: dict[str, Callable[[Path], Path]] = {
    "dossiers": lambda folder: write_dossiers(folder / "dossiers"),
    "bag": lambda folder: write_bag(folder / "bag"),
    "zip": lambda folder: write_archive(folder / "bag.zip"),
    "log": lambda folder: write_log(folder / "review-log.jsonl"),
}


class Damage(NamedTuple):
    """One thing that happens."""

    place: str
    """To which of PLACES."""
    code: str
    do: Callable[[Path], object]
    where: str
    """The file at which it must be told, from the place on."""
    options: tuple[str, ...] = ()


def edited(name: str, old: bytes, new: bytes) -> Callable[[Path], object]:
    def do(place: Path) -> None:
        path = place / name if name else place
        raw = path.read_bytes()
        assert raw.count(old)
        path.write_bytes(raw.replace(old, new, 1))

    return do


def replaced(name: str, make: Callable[[Path], object]) -> Callable[[Path], object]:
    def do(place: Path) -> None:
        (place / name).unlink()
        make(place / name)

    return do


H = "a" * 64


def put_into(path: Path, name: str, raw: bytes) -> None:
    """Put a file into an archive, by a name that it may not have."""
    instead = name.replace("\0", "?").removesuffix("/").ljust(len(name), "?")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(instead), raw)
    path.write_bytes(path.read_bytes().replace(instead.encode(), name.encode()))


DAMAGES = {
    "a dossier changed": Damage("dossiers", "LM801", edited("one.md", b"O", b"0"), "one.md"),
    "the index changed": Damage("dossiers", "LM801", edited("index.md", b"I", b"1"), "index.md"),
    "a dossier emptied": Damage("dossiers", "LM801", edited("one.md", b"# One\n", b""), "one.md"),
    "a dossier gone": Damage(
        "dossiers", "LM802", lambda path: (path / "two.md").unlink(), "manifest.json"
    ),
    "a note put in": Damage("dossiers", "LM803", lambda p: (p / "n.md").touch(), "n.md"),
    "a hidden file put in": Damage("dossiers", "LM803", lambda p: (p / ".x").touch(), ".x"),
    "a folder put in": Damage(
        "dossiers", "LM803", lambda p: write_dossiers(p / "more"), "more/one.md"
    ),
    "a bag pretended": Damage(
        "dossiers", "LM803", lambda p: (p / "bagit.txt").touch(), "bagit.txt"
    ),
    "no manifest": Damage(
        "dossiers", "LM804", lambda p: (p / "manifest.json").unlink(), "manifest.json"
    ),
    "a manifest cut off": Damage(
        "dossiers", "LM804", edited("manifest.json", b'"outputs"', b""), "manifest.json"
    ),
    "a manifest that leaves its folder": Damage(
        "dossiers", "LM804", lambda p: write_manifest(p, outputs={"../x.md": H}), "manifest.json"
    ),
    "a run interrupted": Damage(
        "dossiers",
        "LM805",
        lambda p: (p / ".lawmap-pending.json").write_text('{"outputs": {}}', encoding="utf-8"),
        ".lawmap-pending.json",
    ),
    "a file by a name of ours": Damage(
        "dossiers", "LM803", lambda p: (p / ".lawmap-note.md").touch(), ".lawmap-note.md"
    ),
    "a folder by a name of ours": Damage(
        "dossiers", "LM803", lambda p: write_dossiers(p / ".lawmap-more"), ".lawmap-more/one.md"
    ),
    "a lock that holds something": Damage(
        "dossiers", "LM803", lambda p: (p / ".lawmap.lock").write_text("x"), ".lawmap.lock"
    ),
    "a text by the name of a signature": Damage(
        "dossiers", "LM808", lambda p: (p / "one.md.sig").write_text("It is."), "one.md.sig"
    ),
    "a signature with more in it": Damage(
        "dossiers",
        "LM808",
        lambda p: (p / "manifest.json.sig").write_bytes(SIGNATURE + b"And more.\n"),
        "manifest.json.sig",
    ),
    "a signature without end": Damage(
        "dossiers",
        "LM808",
        lambda p: (p / "manifest.json.sig").write_bytes(b"y" * 200_000),
        "manifest.json.sig",
    ),
    "a tool that tells more": Damage(
        "dossiers",
        "LM804",
        lambda p: write_manifest(p, tool="lawmap 0.1.0, seen by a court"),
        "manifest.json",
    ),
    "a tool of two lines": Damage(
        "dossiers", "LM804", lambda p: write_manifest(p, tool="lawmap 1\nSound."), "manifest.json"
    ),
    "an audience of its own": Damage(
        "dossiers", "LM804", lambda p: write_manifest(p, audience="everybody"), "manifest.json"
    ),
    "a name that is half a character": Damage(
        "dossiers", "LM804", edited("manifest.json", b"index.md", b"\\ud800"), "manifest.json"
    ),
    "a manifest of 20 MB": Damage(
        "dossiers",
        "LM804",
        lambda p: (p / "manifest.json").write_bytes(b" " * 20_000_000),
        "manifest.json",
    ),
    "a link": Damage("dossiers", "LM009", lambda p: (p / "l.md").symlink_to("one.md"), "l.md"),
    "a link out": Damage("dossiers", "LM009", lambda p: (p / "l").symlink_to("/etc"), "l"),
    "a link to nothing": Damage("dossiers", "LM009", lambda p: (p / "l").symlink_to("x"), "l"),
    "a link in place of a dossier": Damage(
        "dossiers",
        "LM009",
        replaced("one.md", lambda p: p.symlink_to("two.md")),
        "one.md",
    ),
    "a pipe": Damage("dossiers", "LM009", lambda p: os.mkfifo(p / "pipe"), "pipe"),
    "a pipe in place of the manifest": Damage(
        "dossiers",
        "LM009",
        replaced("manifest.json", os.mkfifo),
        "manifest.json",
    ),
    "no signature": Damage(
        "dossiers", "LM808", lambda p: None, "manifest.json", ("--signers", "/dev/null")
    ),
    "a file of a bag changed": Damage(
        "bag", "LM801", edited("data/one.md", b"O", b"0"), "data/one.md"
    ),
    "a file of a bag gone": Damage(
        "bag", "LM802", lambda p: (p / "data" / "one.md").unlink(), "manifest-sha256.txt"
    ),
    "a file put into a bag": Damage("bag", "LM803", lambda p: (p / "data" / "x").touch(), "data/x"),
    "a link in a bag": Damage(
        "bag", "LM009", lambda p: (p / "data" / "l").symlink_to("one.md"), "data/l"
    ),
    "a tag file of a bag gone": Damage(
        "bag", "LM802", lambda p: (p / "bag-info.txt").unlink(), "tagmanifest-sha256.txt"
    ),
    "a list of a bag that disagrees": Damage(
        "bag",
        "LM801",
        lambda p: (p / "manifest-md5.txt").write_text(f"{'0' * 32}  data/one.md\n"),
        "data/one.md",
    ),
    "a list of a bag that nobody can check": Damage(
        "bag", "LM804", lambda p: (p / "manifest-crc32.txt").touch(), "manifest-crc32.txt"
    ),
    "a second count in a bag": Damage(
        "bag",
        "LM804",
        edited("bag-info.txt", b"Payload", b"Payload-Oxum: 1.1\nPayload"),
        "bag-info.txt",
    ),
    "a folder of an archive that holds something": Damage(
        "zip", "LM804", lambda p: put_into(p, "bag/data/", b"More."), "bag/data/"
    ),
    "a name of an archive that ends early": Damage(
        "zip", "LM804", lambda p: put_into(p, "bag/data/\0.md", b""), "bag/data/"
    ),
    "an archive changed": Damage("zip", "LM001", edited("", b"# One", b"# 0ne"), "data/one.md"),
    "an archive cut off": Damage(
        "zip", "LM804", lambda p: p.write_bytes(p.read_bytes()[:-100]), ""
    ),
    "an entry changed": Damage("log", "LM807", edited("", b"Reviewer 0", b"Reviewer 7"), ""),
    "an entry taken out": Damage(
        "log",
        "LM807",
        lambda p: p.write_bytes(b"".join(p.read_bytes().splitlines(keepends=True)[1:])),
        "",
    ),
    "a log cut off": Damage(
        "log",
        "LM807",
        lambda p: p.write_bytes(b"".join(p.read_bytes().splitlines(keepends=True)[:1])),
        "",
        ("--head", "1" * 64),
    ),
    "a log in another encoding": Damage(
        "log", "LM002", lambda p: p.write_bytes(p.read_text("utf-8").encode("utf-16")), ""
    ),
}

ELSEWHERE = {
    "LM806": "test_verify_against.py",
    "LM809": "test_verify.py",
    "LM810": "test_verify_against.py",
}
"""Codes that need more than a place, and where they are tried."""
