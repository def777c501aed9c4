"""Manifests: of right shape, or refused with a place; and what differs from them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lawmap.integrity.manifest import compare, compare_inputs, is_plain_name, read_manifest
from tests.integrity.written import manifest

H = "a" * 64

HOSTILE: dict[str, tuple[bytes | dict[str, Any], str]] = {
    "empty": (b"", "not JSON"),
    "no JSON": (b'{"tool": ', "not JSON"),
    "a list": (b"[]", "JSON object"),
    "not UTF-8": (b"\xff", "UTF-8"),
    "NaN": (b'{"tool": NaN}', "NaN"),
    "a key twice": (b'{"outputs": {}, "outputs": {}}', "twice"),
    "deep": (b"[" * 100_000, "deep"),
    "no tool": (manifest(tool=None), "'tool'"),
    "a tool that deceives": (manifest(tool="law\u202emap"), "not allowed"),
    "an unknown audience": (manifest(audience="press"), "'audience'"),
    "no audience": ({k: v for k, v in manifest().items() if k != "audience"}, "'audience'"),
    "outputs as a list": (manifest(outputs=["a.md"]), "'outputs'"),
    "packs as a text": (manifest(packs="all"), "'packs'"),
    "a pack without a hash": (manifest(packs={"p": {"version": "1"}}), "norm pack"),
    "inputs of no kind": (manifest(inputs={"allegation": 1}), "'inputs'"),
    "an input without a hash": (manifest(inputs={"source": {"a": "b"}}), "an input"),
    "a hash that is none": (manifest(outputs={"a.md": "abc"}), "an output"),
    "a number as a hash": (manifest(outputs={"a.md": 1}), "an output"),
    "a path upward": (manifest(outputs={"../a.md": H}), "plain name"),
    "an absolute path": (manifest(outputs={"/etc/passwd": H}), "plain name"),
    "a path of Windows": (manifest(outputs={"..\\a.md": H}), "plain name"),
    "a drive": (manifest(outputs={"c:a.md": H}), "plain name"),
    "a folder": (manifest(outputs={"a/b.md": H}), "plain name"),
    "the folder itself": (manifest(outputs={".": H}), "plain name"),
    "itself": (manifest(outputs={"manifest.json": H}), "plain name"),
    "a file of the tool's own": (manifest(outputs={".lawmap.lock": H}), "plain name"),
    "a log without a head": (manifest(review_log={"entries": 1}), "'review_log'"),
    "a log with a wrong number": (manifest(review_log={"entries": -1, "head": H}), "'review_log'"),
}


@pytest.mark.parametrize(("content", "words"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_manifest_is_refused(content: bytes | dict[str, Any], words: str) -> None:
    text = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False)
    raw = text if isinstance(text, bytes) else text.encode()
    found, faults = read_manifest(raw, "manifest.json")
    assert found is None
    assert {fault.code for fault in faults} == {"LM804"}
    assert any(words in fault.message for fault in faults)


def test_a_wrong_name_is_told_where_it_stands() -> None:
    raw = json.dumps(manifest(outputs={"a.md": H, "../b.md": H}), indent=2).encode()
    (fault,) = read_manifest(raw, "manifest.json")[1]
    line = raw.decode().split("\n")[fault.position.line - 1]
    assert line[fault.position.column - 1 :].startswith('"../b.md"')


def test_everything_that_differs_is_told_at_once() -> None:
    outputs = {"a.md": H, "b.md": H, "c.md": H}
    found, _ = read_manifest(json.dumps(manifest(outputs=outputs)).encode(), "m")
    assert found is not None
    here = {"a.md": H, "b.md": "b" * 64, "d.md": H, "manifest.json": H, "a.md.sig": H, "x.sig": H}
    codes = {fault.position.path: fault.code for fault in compare(found, here, "", "m")}
    assert codes == {"b.md": "LM801", "m": "LM802", "d.md": "LM803", "x.sig": "LM803"}


def test_records_and_packs_that_changed_are_named() -> None:
    found, _ = read_manifest(json.dumps(manifest(), indent=2).encode(), "m")
    assert found is not None
    now = {("allegation", "neighbour"): "b" * 64, ("source", "report"): "0" * 64}
    messages = [fault.message for fault in compare_inputs(found, now, {}, "m")]
    assert messages == [
        "source 'report' was changed since the dossiers were made",
        "norm pack 'pack' was not found",
    ]
    assert not list(compare_inputs(found, dict(found.inputs), found.packs, "m"))


def test_very_many_files_that_are_missing_are_told_in_one_go() -> None:
    outputs = {f"{number}.md": H for number in range(60_000)}
    found, _ = read_manifest(json.dumps(manifest(outputs=outputs), indent=1).encode(), "m")
    assert found is not None
    faults = list(compare(found, {}, "", "m"))
    assert len(faults) == 60_000
    assert faults[-1].source_line.strip().startswith('"59999.md"')


@pytest.mark.parametrize("name", ["a.md", "a b.md", "ü.md", "a%0Ab.md", "x.sig"])
def test_plain_names_are_admitted(name: str) -> None:
    assert is_plain_name(name)
