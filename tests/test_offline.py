"""lawmap's main job needs no network: it runs here with every socket refused and watched.

The job runs in a process of its own. Before anything of lawmap is imported, the names through
which Python code reaches the network are replaced by ones that refuse, and an audit hook notes
what goes past them (C code, ``_socket``) and every other program that is started, because that
one would be out of sight. A swallowed refusal still counts: what is noted is asserted, not raised.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.hostile.project import write_project

ROOT = Path(__file__).parents[1]

WATCHED_RUN = """
import json, socket, sys
from pathlib import Path

report, job = sys.argv[1:3]
sys.argv = ["lawmap", *sys.argv[3:]]
noted = []
PROGRAMS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty"}

def note(event, args):
    if event.startswith("socket.") or event in PROGRAMS:
        noted.append(event)

def refuse(name):
    def refused(*args, **kwargs):
        noted.append(name)
        raise OSError(f"{name} is refused in this run")
    return refused

class RefusedSocket(socket.socket):
    __new__ = refuse("socket.socket")

sys.addaudithook(note)
socket.socket = socket.SocketType = RefusedSocket
socket.create_connection = refuse("socket.create_connection")
socket.getaddrinfo = refuse("socket.getaddrinfo")

status = "crashed"
try:
    exec(compile(job, "<job>", "exec"), {"__name__": "job"})
    status = 0
except SystemExit as end:
    status = end.code or 0
finally:
    Path(report).write_text(json.dumps({"status": status, "noted": noted}), encoding="utf-8")
"""

LAWMAP = "from lawmap.cli import main\nmain()\n"


class Run(NamedTuple):
    """How a watched run ended: exit status or "crashed", what was noted, and what it said."""

    status: int | str
    noted: list[str]
    said: str


def run_watched(folder: Path, job: str, *arguments: str) -> Run:
    report = folder / "report.json"
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_RUN, str(report), job, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    said = done.stdout + done.stderr
    assert report.is_file(), said
    return Run(**json.loads(report.read_text(encoding="utf-8")), said=said)


@pytest.mark.slow
def test_dossiers_are_made_without_network(tmp_path: Path) -> None:
    run = run_watched(tmp_path, LAWMAP, "dossier", str(ROOT / "seeds"), "-o", "out")
    assert run.noted == [], run.said
    assert run.status == 0, run.said
    assert (tmp_path / "out" / "index.md").is_file()


@pytest.mark.slow
def test_norms_and_seeds_are_checked_without_network(tmp_path: Path) -> None:
    run = run_watched(tmp_path, LAWMAP, "validate", str(ROOT / "norms"), str(ROOT / "seeds"))
    assert run.noted == [], run.said
    assert run.status == 0, run.said


ADDRESS = "http://127.0.0.1:9/x"
ADDRESSES = {
    "a schema on top of a file": (
        "allegations/held.yaml",
        "",
        f"# yaml-language-server: $schema={ADDRESS}\n",
        0,
    ),
    "an address of a source": ("sources/report.yaml", "https://paper.example/report", ADDRESS, 0),
    "a tag": ("allegations/held.yaml", "title: ", f"title: !<{ADDRESS}> ", 1),
    "a directive": ("allegations/held.yaml", "", f"%TAG ! {ADDRESS}\n---\n", 1),
}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "old", "new", "code"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_in_a_record_is_never_asked(
    tmp_path: Path, name: str, old: str, new: str, code: int
) -> None:
    path = write_project(tmp_path) / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    run = run_watched(tmp_path, LAWMAP, "validate")
    assert run.noted == [], run.said
    assert run.status == code, run.said


@pytest.mark.slow
@pytest.mark.parametrize(
    "template", [f"{{% include '{ADDRESS}' %}}", f"{{{{ '{ADDRESS}'|urlize }}}}"]
)
def test_an_address_in_a_template_is_never_asked(tmp_path: Path, template: str) -> None:
    write_project(tmp_path)
    (tmp_path / "t").mkdir()
    (tmp_path / "t/dossier.md.j2").write_text(template, encoding="utf-8")
    run = run_watched(tmp_path, LAWMAP, "dossier", "-o", "out", "--template", "t")
    # A page of an own template is made in a child, a copy in which sockets are refused as here.
    assert set(run.noted) <= {"os.fork"}, run.said
    assert run.status == (2 if "include" in template else 0), run.said


HOSTILE_SCHEMAS = {
    "remote": {"$ref": ADDRESS},
    "cyclic": {"$ref": "#"},
    "a base elsewhere": {"$id": ADDRESS, "$ref": "other.json"},
    "a file": {"$ref": "file:///etc/passwd"},
}


@pytest.mark.slow
@pytest.mark.parametrize("schema", HOSTILE_SCHEMAS.values(), ids=HOSTILE_SCHEMAS)
def test_no_reference_of_a_schema_is_followed(tmp_path: Path, schema: dict[str, str]) -> None:
    """Schemas in a folder are compared with what would be written, and never resolved."""
    write_project(tmp_path)
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/norm.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    run = run_watched(tmp_path, LAWMAP, "schema", "--check", "schemas")
    assert run.noted == [], run.said
    assert run.status == 1, run.said


def references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (str(part[key]) for key in ("$ref", "$dynamicRef") if key in part)
    for inner in (
        part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    ):
        yield from references(inner)


def test_shipped_schemas_refer_to_nothing_but_themselves() -> None:
    shipped = sorted((ROOT / "schemas").glob("*.json"))
    assert shipped
    for path in shipped:
        found = set(references(json.loads(path.read_text(encoding="utf-8"))))
        assert all(one.startswith("#") for one in found), path.name


# Nothing answers at these addresses, and nothing has to: the attempt is what must be seen.
ATTEMPTS = {
    "a socket": "import socket; socket.socket()",
    "a connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "a name": "import socket; socket.getaddrinfo('localhost', 9)",
    "a page": "import urllib.request as r; r.build_opener().open('http://127.0.0.1:9', timeout=1)",
    "a socket past the replaced names": "import _socket; _socket.socket()",
    "another program": "import subprocess, sys; subprocess.run([sys.executable, '--version'])",
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_an_attempt_is_noted_even_if_its_failure_is_swallowed(tmp_path: Path, attempt: str) -> None:
    run = run_watched(tmp_path, f"try:\n    {attempt}\nexcept OSError:\n    pass\n")
    assert run.noted != []
    assert run.status == 0, run.said


def test_a_run_that_goes_wrong_is_seen(tmp_path: Path) -> None:
    assert run_watched(tmp_path, "raise SystemExit(2)").status == 2
    assert run_watched(tmp_path, "raise ValueError").status == "crashed"
