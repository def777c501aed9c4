"""``--fix`` on any allegation, beside a small norm pack."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from lawmap.checks import check
from lawmap.control.fixing import mend
from lawmap.control.suppressions import Beside
from lawmap.diagnostics import RULES, Diagnostic
from lawmap.loading import load
from lawmap.loading.text import decode
from lawmap.loading.yaml_text import parse
from tests.checks.small_pack import BASE, norm, write

_ON_COMMENTS = "LM9"


def holds(data: bytes) -> None:
    """Mend an allegation with these bytes, without and with guesses."""
    path = _path()
    text = decode(data, path).text
    if not text.strip():
        return
    for unsafe in (False, True):
        _hold_mended(path, text, unsafe=unsafe)


def _hold_mended(path: str, text: str, *, unsafe: bool) -> None:
    done = mend({path: text}, _faults, lambda _, __: True, unsafe=unsafe)
    assert set(done.texts) <= {path}
    assert all(fault.fix is not None and (unsafe or fault.fix.safe) for fault in done.made)
    after = done.texts.get(path, text)
    before_is_yaml, after_is_yaml = (parse(one, path)[0] is not None for one in (text, after))
    assert after_is_yaml or not before_is_yaml
    assert bool(done.texts) == any(one.fix and one.fix.edits for one in done.made)
    again = mend({path: after}, _faults, lambda _, __: True, unsafe=unsafe)
    assert again.texts == {}
    if all(fault.code.startswith(_ON_COMMENTS) for fault in done.made):
        assert _data(after) == _data(text)


def _faults(changed: Mapping[str, str]) -> list[Diagnostic]:
    """What is wrong with the allegation, comments that suppress nothing included."""
    path = _path()
    found = check(load([_folder()], instead=dict(changed)), cases=False)
    comments = Beside({path: changed.get(path, "")})
    unused = comments.unused((), frozenset([path]), frozenset(RULES))
    return [*found, *comments.faulty(), *unused]


@cache
def _folder() -> Path:
    folder = Path(mkdtemp(prefix="lawmap-fuzz-"))
    write(folder, BASE)
    write(folder, norm())
    (folder / "allegations").mkdir()
    (folder / "allegations" / "a.yaml").write_text("", encoding="utf-8")
    return folder


def _path() -> str:
    return (_folder() / "allegations" / "a.yaml").as_posix()


def _data(text: str) -> object:
    document, _ = parse(text, "")
    return document and document.data
