"""Fixes on the disk: ``--fix`` writes them, ``--diff`` shows what it would write."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from lawmap.cli.outgoing import discreet, hidden, show_text
from lawmap.cli.screen import one_line, visible
from lawmap.cli.voice import say, say_more
from lawmap.control.fixing import Mended, may_be_made, mend
from lawmap.diagnostics import Diagnostic, Report
from lawmap.errors import OutputError, UsageError
from lawmap.wording import counted

from .originals import Original, originals_below
from .patch import Change, patch

Run = Callable[[Mapping[str, str]], Report]
"""Checks everything, with these texts, by names of files in diagnostics, instead of the disk's."""


class Fixing(NamedTuple):
    """What was asked for."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False


def fixes_faults(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --fix, --unsafe-fixes and --diff, and hand them on as one value."""

    @click.option(
        "--fix",
        is_flag=True,
        help="Mend what can be mended without a change of meaning. git can undo it.",
    )
    @click.option(
        "--unsafe-fixes",
        "unsafe",
        is_flag=True,
        help="With --fix or --diff: also what is a guess, such as 'did you mean'.",
    )
    @click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
    @functools.wraps(function)
    def with_fixing(*, fix: bool, unsafe: bool, diff: bool, **rest: Any) -> Any:
        if unsafe and not (fix or diff):
            raise UsageError("--unsafe-fixes goes with --fix or --diff")
        return function(fixing=Fixing(fix, unsafe, diff), **rest)

    return with_fixing


def show_fixes(paths: Iterable[Path], run: Run, fixing: Fixing) -> bool:
    """Write what --fix would change as a diff to standard output; say whether that is anything."""
    files = originals_below(paths)
    mended = _mended(files, run, fixing)
    for path in _changed(mended):
        _show(_change(path, files[path], mended))
    _tell(mended.made, fixing)
    say(f"{_counted(mended.made)} would be mended." if mended.made else "Nothing to mend.")
    return bool(mended.made)


def write_fixes(paths: Iterable[Path], run: Run, fixing: Fixing) -> None:
    """Mend files and say what was done. A file that cannot be written is told; others still are."""
    files = originals_below(paths)
    mended = _mended(files, run, fixing)
    ready = {
        path for path in _changed(mended) if _done(_write, files[path], mended.texts.get(path))
    }
    written = ready & mended.texts.keys()
    for path, target in mended.renames.items():
        if path in ready and _done(files[path].rename, Path(target)):
            written.add(path)
    made = [fault for fault in mended.made if fault.position.path in written]
    _tell(made, fixing)
    say(f"{_counted(made)} mended." if made else "Nothing was mended.")


def _write(file: Original, text: str | None) -> None:
    """Write the new text of a file; of one that is only to be renamed, hold that it is the same."""
    if text is None:
        file.refuse_if_changed()
    else:
        file.write(text)


def _mended(files: Mapping[str, Original], run: Run, fixing: Fixing) -> Mended:
    left: list[Diagnostic] = []

    def check(texts: Mapping[str, str]) -> Iterable[Diagnostic]:
        left[:] = run(texts).faults
        return left

    barred = {path: why for path, file in files.items() if (why := file.barred)}
    texts = {path: file.text for path, file in files.items() if path not in barred}
    mended = mend(texts, check, _is_free, unsafe=fixing.unsafe)
    mendable = {one.position.path for one in left if may_be_made(one, unsafe=fixing.unsafe)}
    for path in sorted(mendable):
        why = barred.get(path, "it does not lie below PATHS")
        if path in barred or path not in files:
            _warn(f"{path} is left as it is: {why}.")
    return mended


def _is_free(path: str, target: str) -> bool:
    """Whether nothing lies at the target, or only this file under a name in other letters."""
    same = path.casefold() == target.casefold() and os.path.lexists(target)
    return not os.path.lexists(target) or (same and Path(path).samefile(target))


def _done(work: Callable[..., None], *arguments: Any) -> bool:
    try:
        work(*arguments)
    except OutputError as error:
        _warn(f"{error}.")
        return False
    return True


def _changed(mended: Mended) -> list[str]:
    return sorted({*mended.texts, *mended.renames})


def _change(path: str, file: Original, mended: Mended) -> Change:
    new_path = mended.renames.get(path, path)
    seen, new_seen = (_seen_from_here(one) for one in (path, new_path))
    return Change(seen, new_seen, file.text, mended.texts.get(path, file.text))


def _seen_from_here(path: str) -> str:
    """A path as ``git apply`` and ``patch`` take it: relative, where it lies below this folder."""
    here = Path.cwd()
    return Path(path).relative_to(here).as_posix() if Path(path).is_relative_to(here) else path


def show_change(path: str, text: str, new_text: str) -> None:
    """Show what becomes of one file, as a diff on standard output."""
    seen = _seen_from_here(path)
    _show(Change(seen, seen, text, new_text))


def _show(change: Change) -> None:
    text = patch(change)
    if sys.stdout.isatty():  # for eyes; anywhere else it is to stay exactly as it is
        text = "".join(f"{visible(line)}\n" for line in text.split("\n")[:-1])
    shown = hidden(text)
    show_text(shown)
    if shown != text:
        _warn("Names are hidden by asterisks above, so this diff cannot be applied; --fix can.")


def _tell(made: Sequence[Diagnostic], fixing: Fixing) -> None:
    """Name what was mended: guesses always, all else with -v."""
    for fault in made:
        if fault.fix:
            path, line, _ = fault.position
            words = one_line(f"  {path}:{line}: {fault.code} {fault.fix.description}")
            (say_more if fault.fix.safe else say)(words)


def _counted(made: Sequence[Diagnostic]) -> str:
    files = {fault.position.path for fault in made}
    return f"{counted(len(made), 'fault')} in {counted(len(files), 'file')}"


def _warn(text: str) -> None:
    click.echo(one_line(discreet(text)), err=True)
