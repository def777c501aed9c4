"""Striking every command at every call, and judging what is left.

Each function brings one scene to the brink, strikes as often as there are calls, and gives a
:class:`Tally`: how many strikes were made, and what was wrong after any of them.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from .brink import Ended, Go, at_the_brink, run
from .folders import Content, content_of, leftovers, put_back
from .points import Points, asked_to_end, killed, killed_after, refused
from .scenes import Scene

EDIT = b"\nA note of somebody.\n"
_FAST = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 -- a folder in memory
"""What is brought to the disk thousands of times need not wait for one."""
ASKED = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


class Tally(NamedTuple):
    """What came of striking one scene in one way."""

    scene: str
    strikes: int
    faults: tuple[str, ...]


class Stage(NamedTuple):
    """A scene that is set, at its brink."""

    scene: Scene
    folder: Path
    saved: Path
    go: Go
    before: Content
    after: Content
    calls: tuple[str, ...]
    seconds: float
    """How long it goes on from the brink, if nothing befalls it."""

    def again(self) -> Ended:
        """Run the command once more, unharmed."""
        if self.scene.anew:
            return run(self.scene.arguments, self.folder)
        return self.go(-1, None)

    def reset(self) -> None:
        """Make the folder what it was before."""
        put_back(self.folder, self.saved)

    def torn(self) -> list[str]:
        """Files that are neither what they were nor what they are to be."""
        now = content_of(self.folder, with_ours=False)
        aside = self.scene.aside
        is_aside = bool(aside) and not any(name.startswith(aside) for name in now)
        return [
            name
            for name in {*now, *self.before, *self.after}
            if now.get(name) not in (self.before.get(name), self.after.get(name))
            and not (is_aside and name.startswith(aside))
        ]

    def not_mended(self, ended: Ended) -> list[str]:
        """What is wrong after a run that was to bring everything in order."""
        wrong = [] if ended.code in self.fine else [f"exit {ended.code}: {ended.told}"]
        now = content_of(self.folder)
        return wrong + sorted(
            name for name in {*now, *self.after} if now.get(name) != self.after.get(name)
        )

    @property
    def fine(self) -> tuple[int, ...]:
        """Exit codes of a run after a kill: a file that is there whole is no longer new."""
        return (0, 1) if self.scene.name.startswith("validate") else (0,)


Judge = Callable[[Stage, int], list[str]]


def points_of(calls: int, every: int, few: int | None, nth: int) -> range:
    """At which calls a scene is struck.

    Args:
        calls: how many there are.
        every: each how many-th is struck where time does not matter.
        few: how many are struck at most; None where time does not matter.
        nth: which way of striking this is: each begins elsewhere, so that together they come round.
    """
    step = every if few is None else max(every, -(-calls // few))
    return range(0 if few is None else nth % min(step, calls), calls, step)


def strike(scene: Scene, judge: Judge, *, nth: int = 0, whole: bool = True) -> Tally:
    """Strike a scene at its calls, one after the other, and judge what comes of it.

    Args:
        scene: what is struck.
        judge: how, and what must hold then.
        nth: see :func:`points_of`.
        whole: strike at all calls, not at a few.
    """
    with tempfile.TemporaryDirectory(dir=_FAST) as home:
        folder, saved = Path(home, "here"), Path(home, "saved")
        folder.mkdir()
        scene.prepare(folder)
        for arguments in scene.earlier:
            done = run(arguments, folder)
            assert done.code == 0, done.told
        if scene.change:
            scene.change(folder)
        shutil.copytree(folder, saved)

        def experiment(go: Go) -> Tally:
            before = content_of(folder)
            began = time.perf_counter()
            done = go(-1, None)
            took = time.perf_counter() - began
            stage = Stage(scene, folder, saved, go, before, content_of(folder), done.calls, took)
            faults = [] if done.code in stage.fine else [f"unharmed: {done.told}"]
            faults += [f"left: {name}" for name in leftovers(folder)]
            few = None if whole else scene.few
            points = points_of(len(done.calls), scene.every, few, nth)
            for at in points:
                stage.reset()
                where = f"{scene.name}, call {at} of {len(done.calls)} ({done.calls[at]})"
                faults += [f"{where}: {fault}" for fault in judge(stage, at)]
            return Tally(scene.name, len(points), tuple(faults))

        return at_the_brink(scene.arguments, folder, experiment)


def is_killed(stage: Stage, at: int) -> list[str]:
    """Killed: every file is whole, and the next run brings all in order by itself."""
    ended = stage.go(at, killed)
    wrong = [] if ended.code == -signal.SIGKILL else [f"not killed: {ended}"]
    return wrong + stage.torn() + _goes_on(stage)


def is_killed_at_any_time(stage: Stage, at: int) -> list[str]:
    """Killed by a clock, wherever the run may then be: between two calls, or in one."""
    after = stage.seconds * random.Random(f"{stage.scene.name} {at}").random()  # noqa: S311
    ended = stage.go(0, killed_after(after))
    wrong = [] if ended.code in (-signal.SIGKILL, *stage.fine) else [f"not killed: {ended}"]
    return wrong + stage.torn() + _goes_on(stage)


def is_killed_twice(stage: Stage, at: int) -> list[str]:
    """Killed, and its successor killed elsewhere: the same holds."""
    stage.go(at, killed)
    stage.go((at * 7 + 3) % len(stage.calls), killed)
    return stage.torn() + _goes_on(stage)


def is_killed_and_edited(stage: Stage, at: int) -> list[str]:
    """Killed, then edited by hand, then killed again: nothing is written over what was edited."""
    stage.go(at, killed)
    files = sorted(name for name in content_of(stage.folder, with_ours=False) if _is_output(name))
    if not files:
        return []
    edited = files[at % len(files)]
    path = stage.folder / edited
    mine = path.read_bytes() + EDIT
    path.write_bytes(mine)
    stage.go((at * 5 + 2) % len(stage.calls), killed)
    ended = stage.go(-1, None)
    kept = path.is_file() and path.read_bytes() == mine
    told = ended.code == 2 and path.name in ended.told
    still_new = edited in stage.before and edited not in stage.after
    if "--only" in stage.scene.arguments:  # which leaves alone what it does not make
        told = told or stage.before.get(edited) == stage.after.get(edited)
    wrong = [] if kept else [f"the edit of {edited} is lost"]
    return wrong + ([] if told or still_new else [f"{edited}: exit {ended.code}: {ended.told}"])


def is_refused(stage: Stage, at: int) -> list[str]:
    """The system refuses: one line says so, nothing is torn, nothing is left lying about."""
    ended = stage.go(at, refused)
    wrong = stage.torn()
    if ended.code not in (*stage.fine, 2):
        wrong.append(f"exit {ended.code}")
    lines = [line for line in ended.told.splitlines() if line.startswith("Error: ")]
    if ended.code == 2 and (len(lines) != 1 or "Traceback" in ended.told):
        wrong.append(f"told: {ended.told}")
    if ended.code == 2 and not re.search(r": [A-Z][\w/ -]+", lines[0] if lines else ""):
        wrong.append(f"no reason: {ended.told}")
    if stage.calls[at] not in ("unlink", "rmdir"):  # what is removed then, the next run removes
        left = set(leftovers(stage.folder)) - {".lawmap-pending.json"}
        wrong += [f"left: {name}" for name in left]
    return wrong + _goes_on(stage)


def is_asked_to_end(stage: Stage, at: int) -> list[str]:
    """Ctrl-C or a request to end: nothing is torn or left, and no traceback is shown."""
    number = (*ASKED,)[at % len(ASKED)]
    ended = stage.go(at, asked_to_end(number))
    wrong = stage.torn()
    if ended.code not in (ASKED[number], *stage.fine):
        wrong.append(f"exit {ended.code} after {number.name}: {ended.told}")
    if "Traceback" in ended.told:
        wrong.append(ended.told)
    left = set(leftovers(stage.folder)) - {".lawmap-pending.json"}
    if stage.calls[at] not in ("unlink", "rmdir"):  # what is removed then, the next run removes
        wrong += [f"left after {number.name}: {name}" for name in left]
    return wrong + _goes_on(stage)


def is_edited_meanwhile(stage: Stage, at: int) -> list[str]:
    """Edited by hand while it runs: the edit is there afterwards.

    Between the last look at a file and the call that takes its place nothing can come in time, so
    that one call is left out.
    """
    files = sorted(name for name in stage.before if _is_output(name))
    edited = files[at % len(files)]
    path = stage.folder / edited
    mine = stage.before[edited] + EDIT
    last_moment: list[bool] = []

    def edit(_: Points, name: str, args: tuple[Any, ...]) -> None:
        last_moment.append(name in ("replace", "unlink") and Path(args[-1]).name == path.name)
        path.write_bytes(mine)
        Path(stage.folder.parent, "last").write_text(str(last_moment[-1]))

    stage.go(at, edit)
    if Path(stage.folder.parent, "last").read_text() == "True":
        return []
    now = path.read_bytes() if path.is_file() else None
    return [] if now == mine else [f"the edit of {edited} is lost"]


def _is_output(name: str) -> bool:
    return name.startswith("out/") and not name.endswith("manifest.json")


def _goes_on(stage: Stage) -> list[str]:
    """What is wrong after the next run. What is there whole already is not made anew."""
    if stage.scene.adds and content_of(stage.folder, with_ours=False) == stage.after:
        return []
    ended = stage.again()
    if ended.code == 2 and re.search("already there|there already|no text pack", ended.told):
        # It was done but for the end. A lock that nobody holds may lie there until the next run.
        return [] if content_of(stage.folder, with_ours=False) == stage.after else stage.torn()
    return stage.not_mended(ended)
