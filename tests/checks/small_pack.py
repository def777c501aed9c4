"""A small norm pack, written to a folder with what a test adds to it, and its faults of logic.

``act.do-worse`` is narrower than ``act.do`` and ``fact.a-narrow`` than ``fact.a``; where ``fact.c``
is reported, ``fact.b`` is presumed. The instrument ``t`` binds every State.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from lawmap.checks import check
from lawmap.diagnostics import Diagnostic
from lawmap.loading import load
from lawmap.loading.kinds import file_name

Data = dict[str, Any]
Files = dict[str, Data]


def terms(namespace: str, *names: str, sort: str = "fact", **given: Data) -> Files:
    """Terms of a namespace; ``"deport<move"`` is narrower than ``move``."""
    split = [name.partition("<") for name in names]
    described = {
        name: {"def": f"To {name}.", "label": {"en": name}}
        | ({"is": f"{namespace}.{broader}"} if broader else {})
        | given.get(name, {})
        for name, _, broader in split
    }
    content = {"namespace": namespace, "sort": sort, "about": "Words.", "terms": described}
    return {f"vocabulary/terms/{namespace}.yaml": content}


def role(**given: Any) -> Data:
    return {"label": {"en": "bearer"}, "def": "A bearer.", "bearer": "state"} | given


def roles(**given: Data) -> Files:
    return {"vocabulary/roles.yaml": {"roles": given}}


def regimes(**given: Data) -> Files:
    known = {name: {"label": {"en": name}} | regime for name, regime in given.items()}
    return {"vocabulary/regimes.yaml": {"regimes": known}}


def stages(**given: str) -> Files:
    return {"vocabulary/stages.yaml": given}


def instrument(id: str = "t", **given: Any) -> Files:  # noqa: A002
    content: Data = {
        "id": id,
        "title": {"full": "Treaty", "short": f"Treaty {id}", "abbreviation": id},
        "citation": "1 T 1",
        "regime": "general",
        "binding": "custom",
        "binds": ["state"],
        "sources": {},
    }
    return {f"instruments/{id}/instrument.yaml": content | given}


def element(condition: Any, kind: str = "circumstance") -> Data:
    return {"kind": kind, "text": "It is so.", "if": condition}


def ground(condition: Any) -> Data:
    return {"text": "The law allows it.", "if": condition}


def norm(id: str = "t:1", **given: Any) -> Files:  # noqa: A002
    """A norm on ``act.do``; of ``elements`` each may be given by its condition alone."""
    given["elements"] = {"conduct": element("act.do", "conduct")} | {
        name: one if isinstance(one, dict) and "kind" in one else element(one)
        for name, one in given.get("elements", {}).items()
    }
    given["exceptions"] = {name: ground(one) for name, one in given.get("exceptions", {}).items()}
    note = {"edition": "e", "checked": "2024-01-01", "read_in": "it", "texts": "none", "note": "n"}
    content = {"id": id, "heading": "No doing", "kind": "prohibition", "rule": "Do not."}
    folder = f"instruments/{id.partition(':')[0]}"
    return {f"{folder}/{file_name(id)}.yaml": content | {"source": note} | given}


def chapeau(name: str, **conditions: Any) -> Files:
    elements = {key: element(one, "context") for key, one in conditions.items()}
    content = {"id": f"chapeau/{name}", "text": "Shared.", "elements": elements}
    return {f"chapeaux/{name}.yaml": content}


def presumption(id: str, condition: Any, **given: Any) -> Files:  # noqa: A002
    content = {"id": id, "text": "It is presumed.", "if": condition, "authority": "A court."}
    return {f"presumptions/{id}.yaml": content | given}


BASE: Files = {
    **terms("act", "do", "undo", "do-worse<do"),
    **terms("fact", "a", "b", "c", "a-narrow<a"),
    **terms("derived", "crime", sort="derived", crime={"set_by": {"conduct": ["same"]}}),
    **roles(state=role()),
    **regimes(general={}),
    **instrument(),
    **presumption("c-is-b", "fact.c", asserts=["fact.b"]),
}


def write(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump({"schema_version": 1} | content, sort_keys=False, width=1000)
        path.write_text(text, encoding="utf-8")


UNUSED = "LM408"


def faults(folder: Path, *added: Files, base: Files = BASE) -> list[Diagnostic]:
    """The faults of logic of a pack of the base and what is added to it, but for unused words."""
    write(folder, base)
    for files in added:
        write(folder, files)
    found = check(load([folder]), cases=False)
    assert [one for one in found if one.code < "LM3" and one.code != "LM111"] == []
    return [one for one in found if one.code.startswith("LM4") and one.code != UNUSED]


def told(found: list[Diagnostic], folder: Path) -> list[str]:
    """Each fault in a line: ``LM405 instruments/t/1.yaml element 'a' can never be met: …``."""
    return [
        f"{one.code} {one.position.path.removeprefix(f'{folder.as_posix()}/')} {one.message}"
        for one in found
    ]
