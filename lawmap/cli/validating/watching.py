"""``--watch``: run again whenever a file changes.

Files are looked at a few times a second. For the thousand files of a norm pack that takes a few
milliseconds, and it works on network drives and in containers, where the notices of the system
on which libraries such as watchfiles build do not arrive.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from stat import S_ISREG

import click

from lawmap.cli.outgoing import discreet, forget
from lawmap.cli.screen import visible_lines
from lawmap.errors import LawmapError
from lawmap.loading.folder import find_files
from lawmap.wording import counted

SECONDS = 0.4
"""How long it waits between two looks."""

Snapshot = Mapping[Path, tuple[int, int]]
"""When each file was last changed, in nanoseconds, and its size."""


def snapshot(paths: Iterable[Path], others: Iterable[Path] = ()) -> Snapshot:
    """How files are now; those that are not there are left out.

    Args:
        paths: YAML files, and folders of which YAML files count; nothing else in them, for a run
            may write a report there.
        others: files, and folders of which all files count.
    """
    below = (item for other in others for item in [other, *other.rglob("*")])
    return dict(_states([*(found.path for found in find_files(paths)), *below]))


def _states(files: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    for file in files:
        try:
            info = file.stat()
        except OSError:
            continue
        if S_ISREG(info.st_mode):
            yield file, (info.st_mtime_ns, info.st_size)


def watch_files(
    run: Callable[[], object],
    look: Callable[[], Snapshot],
    wait: Callable[[], object] = lambda: time.sleep(SECONDS),
) -> None:
    """Run, and run again after every change, until somebody stops it with Ctrl-C.

    Args:
        run: what to do. If it cannot go on, that is told and the next change is waited for.
        look: gives the files as they are.
        wait: lets some time go by.
    """
    before = look()
    _run(run, before)
    while True:
        wait()
        after = _settled(before, look, wait)
        changed = differing(before, after)
        if changed:
            click.clear()
            click.echo(f"{counted(changed, 'file')} changed.", err=True)
            before = after
            _run(run, after)


def differing(before: Snapshot, after: Snapshot) -> int:
    """How many files were changed, added or deleted."""
    return sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())


def _settled(
    before: Snapshot, look: Callable[[], Snapshot], wait: Callable[[], object]
) -> Snapshot:
    """The files once nobody is writing any more: when two looks see the same."""
    now = look()
    while now != before:
        wait()
        before, now = now, look()
    return now


def _run(run: Callable[[], object], files: Snapshot) -> None:
    try:
        run()
    except (LawmapError, click.ClickException) as error:
        click.echo(f"Error: {visible_lines(discreet(str(error)))}", err=True)
    forget()  # names as they were read then
    gc.collect()  # commands leave that out, since they end; this one goes on
    click.echo(f"Watching {counted(len(files), 'file')}; stop with Ctrl-C.", err=True)
