"""The rooms of lawmap stand in an order, and imports point one way: down.

From the ground up: values, model, loading, who was bound, lookup, matching, checks, dossier,
command line. This module reads every file under lawmap/ without running it and holds the order,
the absence of cycles, and two promises that imports can break: no network code, and nothing but
the command line prints.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]

# From the ground up. A room may import itself and what stands below it; rooms of one row are
# strangers to each other, but for what NEIGHBOURS admits.
ORDER = (
    ("truth", "periods", "wording", "markdown", "diagnostics", "errors"),
    ("model", "rules"),
    ("loading", "masking"),
    ("applicability", "citing", "texts", "integrity", "documents"),
    ("lookup", "recognising", "quoting"),
    ("matching",),
    ("checks",),
    ("control", "comparing", "dossier", "submissions", "bibliography"),
    ("cli",),
)
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
NEIGHBOURS = {("errors", "diagnostics")}

# `python -m lawmap` is the command line by another name.
ALIASES = {"__main__": "cli"}
DOOR = "lawmap"

NETWORK = (
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "urllib3",
)


class Import(NamedTuple):
    """One imported name: the module it is looked up in, the name or "", and the line."""

    module: str
    name: str
    line: int
    lazy: bool
    """Inside a function or under TYPE_CHECKING: it does not run when the module is imported."""

    @property
    def dotted(self) -> str:
        return f"{self.module}.{self.name}" if self.name else self.module


class Module(NamedTuple):
    """A file of the package, parsed."""

    name: str
    where: str
    is_package: bool
    tree: ast.Module

    @property
    def room(self) -> str:
        """The first name below lawmap; "" for the public door."""
        _, _, rest = self.name.partition(".")
        room = rest.partition(".")[0]
        return ALIASES.get(room, room)


def read_modules(root: Path) -> dict[str, Module]:
    """Every module of the package folder ``root``/lawmap by its dotted name."""
    modules = {}
    for path in sorted((root / DOOR).rglob("*.py")):
        where = path.relative_to(root)
        is_package = path.name == "__init__.py"
        parts = where.parent.parts if is_package else where.with_suffix("").parts
        name = ".".join(parts)
        tree = ast.parse(path.read_text(encoding="utf-8"), where.as_posix())
        modules[name] = Module(name, where.as_posix(), is_package, tree)
    return modules


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def walk(node: ast.AST, *, lazy: bool = False) -> Iterator[tuple[ast.AST, bool]]:
    """Every node below ``node``, and whether it runs only later or never."""
    for child in ast.iter_child_nodes(node):
        yield child, lazy
        later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from walk(child, lazy=lazy or later or is_type_checking(child))


def resolve_relative(module: Module, node: ast.ImportFrom) -> str:
    """The absolute name of the module that a ``from ... import`` looks in."""
    if not node.level:
        return node.module or ""
    base = module.name.split(".")
    base = base[: len(base) - node.level + module.is_package]
    return ".".join([*base, node.module] if node.module else base)


def imported_by_call(node: ast.AST) -> str | None:
    """The module that ``import_module("...")`` names, where it is written out."""
    if not isinstance(node, ast.Call) or not node.args:
        return None
    called = ast.unparse(node.func).rpartition(".")[2]
    first = node.args[0]
    if called in {"import_module", "__import__"} and isinstance(first, ast.Constant):
        return str(first.value)
    return None


def imports_of(module: Module) -> Iterator[Import]:
    for node, lazy in walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, "", node.lineno, lazy)
        elif isinstance(node, ast.ImportFrom):
            source = resolve_relative(module, node)
            for alias in node.names:
                yield Import(source, alias.name, node.lineno, lazy)
        elif isinstance(node, ast.Call) and (name := imported_by_call(node)):
            yield Import(name, "", node.lineno, lazy)


def is_ours(dotted: str) -> bool:
    return dotted == DOOR or dotted.startswith(f"{DOOR}.")


def target_of(found: Import, modules: Iterable[str]) -> str:
    """The module an import reaches: the submodule if the name is one, else the one it is in."""
    return found.dotted if found.dotted in modules else found.module


def room_of(dotted: str) -> str:
    room = dotted.split(".")[1] if "." in dotted else ""
    return ALIASES.get(room, room)


def may_import(room: str, other: str) -> bool:
    return room == other or (room, other) in NEIGHBOURS or LEVEL[other] < LEVEL[room]


def fault_of_order(module: Module, found: Import) -> str | None:
    """Why ``module`` may not import that part of lawmap, or None if it may."""
    if module.room == "":
        sentence = f"the public door imports {found.dotted} before anyone asked; do it lazily"
        return None if found.lazy else sentence
    other = room_of(found.dotted)
    if other in LEVEL:
        sentence = f"{module.room} may not import {other} ({found.dotted}); imports point down"
        return None if may_import(module.room, other) else sentence
    if module.room == "cli" or found.dotted == f"{DOOR}.__version__":
        return None
    if found.module == DOOR:
        return f"imports {found.dotted} through the public door; import the room that has it"
    return f"imports {found.dotted}, which is in no known room"


def fault_of_import(module: Module, found: Import) -> str | None:
    if is_ours(found.dotted):
        return fault_of_order(module, found)
    if any(found.dotted == name or found.dotted.startswith(f"{name}.") for name in NETWORK):
        return f"imports {found.dotted}; lawmap has no network code"
    return None


def faults_of_printing(module: Module) -> Iterator[tuple[int, str]]:
    if module.room == "cli":
        return
    for node, _ in walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print":
            yield node.lineno, "prints; only cli shows anything, the rest returns values"


def find_cycle(edges: dict[str, set[str]]) -> list[str] | None:
    """One way through ``edges`` that comes back to its start, or None."""
    done: set[str] = set()

    def follow(name: str, trail: list[str]) -> list[str] | None:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return None
        for other in sorted(edges.get(name, ())):
            if cycle := follow(other, [*trail, name]):
                return cycle
        done.add(name)
        return None

    return next((cycle for name in sorted(edges) if (cycle := follow(name, []))), None)


def edges_within_lawmap(modules: dict[str, Module]) -> dict[str, set[str]]:
    """Who imports whom, lazily or for types too: a cycle is one however late it is closed.

    The public door is left out: it names every room and runs none, which its own check holds.
    """
    return {
        name: {
            target
            for found in imports_of(module)
            if (target := target_of(found, modules)) in modules and target not in {name, DOOR}
        }
        for name, module in modules.items()
        if name != DOOR
    }


def find_faults(root: Path) -> list[str]:
    """What is wrong with the package under ``root``, as ``file:line: sentence``."""
    modules = read_modules(root)
    faults = []
    for module in modules.values():
        if module.room and module.room not in LEVEL:
            faults.append(f"{module.where}:1: room {module.room!r} has no place in the order")
            continue
        for found in imports_of(module):
            if fault := fault_of_import(module, found):
                faults.append(f"{module.where}:{found.line}: {fault}")
        faults += [f"{module.where}:{line}: {text}" for line, text in faults_of_printing(module)]
    if cycle := find_cycle(edges_within_lawmap(modules)):
        faults.append(f"import cycle: {' -> '.join(cycle)}")
    return faults


def write_tree(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"lawmap/__init__.py": "", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_lawmap_is_there_to_be_read() -> None:
    modules = read_modules(ROOT)
    assert {"lawmap", "lawmap.truth", "lawmap.model"} <= modules.keys()


def test_imports_point_down_without_cycles_network_or_printing() -> None:
    assert find_faults(ROOT) == []


BAD_TREES = {
    "up": (
        {"lawmap/model/norm.py": "from lawmap.matching import match\n"},
        "lawmap/model/norm.py:1: model may not import matching",
    ),
    "up, relative": (
        {"lawmap/model/norm.py": "from ..matching.plan import Plan\n"},
        "model may not import matching (lawmap.matching.plan.Plan)",
    ),
    "up, the room itself": (
        {"lawmap/model/norm.py": "from .. import matching\n"},
        "model may not import matching",
    ),
    "up, inside a function": (
        {"lawmap/loading/norms.py": "def f():\n    import lawmap.dossier\n"},
        "lawmap/loading/norms.py:2: loading may not import dossier",
    ),
    "up, for a type only": (
        {
            "lawmap/truth.py": "from typing import TYPE_CHECKING\n"
            "if TYPE_CHECKING:\n    from lawmap.model import Norm\n"
        },
        "lawmap/truth.py:3: truth may not import model",
    ),
    "up, by a call": (
        {"lawmap/checks/one.py": "import importlib\nimportlib.import_module('lawmap.cli')\n"},
        "lawmap/checks/one.py:2: checks may not import cli",
    ),
    "across a row": (
        {"lawmap/citing/style.py": "from lawmap.applicability import parties\n"},
        "citing may not import applicability",
    ),
    "on the ground": ({"lawmap/periods.py": "import lawmap.truth\n"}, "periods may not import"),
    "from diagnostics to errors": (
        {"lawmap/diagnostics.py": "from lawmap.errors import LawmapError\n"},
        "diagnostics may not import errors",
    ),
    "of the command line": (
        {"lawmap/dossier/pages.py": "from lawmap.cli import main\n"},
        "dossier may not import cli",
    ),
    "of the public door": (
        {"lawmap/dossier/build.py": "from lawmap import load\n"},
        "imports lawmap.load through the public door",
    ),
    "of the whole public door": (
        {"lawmap/dossier/build.py": "import lawmap\n"},
        "imports lawmap through the public door",
    ),
    "by the public door, at once": (
        {"lawmap/__init__.py": "from lawmap.loading import load\n"},
        "lawmap/__init__.py:1: the public door imports lawmap.loading.load before anyone asked",
    ),
    "in a room without a place": (
        {"lawmap/utils.py": ""},
        "room 'utils' has no place in the order",
    ),
    "of a room without a place": (
        {"lawmap/model/norm.py": "from lawmap.utils.text import slug\n"},
        "imports lawmap.utils.text.slug, which is in no known room",
    ),
    "cycle in a room": (
        {
            "lawmap/model/a.py": "from .b import B\n",
            "lawmap/model/b.py": "def f():\n    from lawmap.model import a\n",
        },
        "import cycle: lawmap.model.a -> lawmap.model.b -> lawmap.model.a",
    ),
    "cycle through the room's own door": (
        {
            "lawmap/model/__init__.py": "from .norm import Norm\n",
            "lawmap/model/norm.py": "from lawmap.model import Term\n",
        },
        "import cycle: lawmap.model -> lawmap.model.norm -> lawmap.model",
    ),
    "socket": ({"lawmap/loading/a.py": "import socket\n"}, "imports socket; lawmap has no network"),
    "urllib": (
        {"lawmap/loading/a.py": "from urllib import request\n"},
        "imports urllib.request; lawmap has no network code",
    ),
    "http, lazily in cli": (
        {"lawmap/cli/serve.py": "def f():\n    from http.server import HTTPServer\n"},
        "lawmap/cli/serve.py:2: imports http.server.HTTPServer",
    ),
    "printing": (
        {"lawmap/matching/a.py": "def f():\n    print('here')\n"},
        "lawmap/matching/a.py:2: prints",
    ),
}


@pytest.mark.parametrize(("files", "fault"), BAD_TREES.values(), ids=list(BAD_TREES))
def test_a_bad_tree_is_refused(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    faults = find_faults(write_tree(tmp_path, files))
    assert len(faults) == 1
    assert fault in faults[0]


GOOD_TREES = {
    "down": {"lawmap/matching/a.py": "import lawmap.truth\nfrom lawmap.model import Norm\n"},
    "down by name": {"lawmap/matching/a.py": "from lawmap import truth\nfrom .. import model\n"},
    "own room": {"lawmap/matching/a.py": "from .b import B\n", "lawmap/matching/b.py": ""},
    "siblings of a room's door": {
        "lawmap/model/__init__.py": "from .a import A\nfrom . import b\n",
        "lawmap/model/a.py": "from . import b\nfrom lawmap.model.b import B\n",
        "lawmap/model/b.py": "",
    },
    "deep": {"lawmap/matching/kinds/a.py": "from ..result import R\nfrom ...truth import Truth\n"},
    "errors on diagnostics": {"lawmap/errors.py": "from lawmap.diagnostics import Diagnostic\n"},
    "version": {"lawmap/dossier/build.py": "from lawmap import __version__\n"},
    "cli": {
        "lawmap/cli/__init__.py": "from lawmap import load\nimport lawmap.dossier\nprint(1)\n",
        "lawmap/__main__.py": "from lawmap.cli import main\n",
    },
    "lazy door": {
        "lawmap/__init__.py": "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from lawmap.loading import load\n"
        "def __getattr__(name):\n    from lawmap import matching\n    return matching\n"
    },
    "urllib without network": {"lawmap/citing/a.py": "from urllib.parse import quote\n"},
}


@pytest.mark.parametrize("files", GOOD_TREES.values(), ids=list(GOOD_TREES))
def test_a_good_tree_is_not_refused(tmp_path: Path, files: dict[str, str]) -> None:
    assert find_faults(write_tree(tmp_path, files)) == []
