"""``python -m tests.faults``: strikes survived of tried, by command and by what befell it.

As many as a minute or two have room for; ``--all`` strikes at every call, which takes long.
"""

from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Iterator

import click

from tests import conftest  # noqa: F401 -- reads each norm once

from .scenes import SCENES, Scene
from .strikes import (
    Tally,
    is_asked_to_end,
    is_edited_meanwhile,
    is_killed,
    is_killed_and_edited,
    is_killed_at_any_time,
    is_killed_twice,
    is_refused,
    strike,
)

WAYS = {
    "killed": is_killed,
    "killed at any time": is_killed_at_any_time,
    "killed twice": is_killed_twice,
    "killed, edited, killed": is_killed_and_edited,
    "edited meanwhile": is_edited_meanwhile,
    "refused by the system": is_refused,
    "asked to end": is_asked_to_end,
}
_FEW = {
    "killed at any time": 4,
    "killed twice": 7,
    "refused by the system": 10,
    "asked to end": 7,
}
"""Of ways that take longer, or show less, than a kill."""
_DEAR, _ALWAYS = 4, {"killed"}
"""What is struck at so few calls takes long, and where time is short only this befalls it."""
_DOSSIERS_ALONE = {"killed, edited, killed", "edited meanwhile"}


def tallies(ways: list[str], names: list[str], *, whole: bool) -> Iterator[tuple[str, Tally]]:
    """Strike each scene in each of the ways."""
    for nth, way in enumerate(ways):
        for scene in SCENES:
            is_asked = any(scene.name.startswith(name) for name in names or [""])
            is_time = whole or scene.few
            if is_asked and is_time and _fits(way, scene, whole=whole):
                few = min(scene.few, _FEW.get(way, scene.few))
                yield way, strike(scene._replace(few=few), WAYS[way], nth=nth, whole=whole)


def _fits(way: str, scene: Scene, *, whole: bool) -> bool:
    if way in _DOSSIERS_ALONE and not scene.name.startswith("dossier"):
        return False
    if way == "edited meanwhile":
        return bool(scene.earlier)
    if not whole and scene.few <= _DEAR and way not in _ALWAYS:
        return False
    return not (way == "killed twice" and scene.adds)


def main(arguments: list[str]) -> int:
    """Print the table; exit with 1 if any strike was not survived."""
    gc.freeze()  # what is read is not to be copied in each fork
    whole = "--all" in arguments
    ways = [one for one in arguments if one in WAYS] or [*WAYS]
    names = [one for one in arguments if one not in (*WAYS, "--all")]
    tried, faults = 0, list[str]()
    for way, tally in tallies(ways, names, whole=whole):
        survived = tally.strikes - len({fault.partition(": ")[0] for fault in tally.faults})
        row = f"{way:24} {tally.scene:26} survived {survived:4} of {tally.strikes:4}"
        click.echo(row)
        tried += tally.strikes
        faults += tally.faults
        for fault in tally.faults[:9]:
            click.echo(f"  {fault}")
    used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = sum(one.ru_utime + one.ru_stime for one in used)
    click.echo(f"{seconds:.0f} seconds of the processor", err=True)
    click.echo(f"{tried} strikes tried, {len(faults)} faults")
    return 1 if faults or not tried else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
