"""``python -m tests.faults``: strikes survived of tried, by command and by what befell it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from tests import conftest  # noqa: F401 -- reads each norm once

from .scenes import SCENES
from .strikes import (
    Tally,
    is_asked_to_end,
    is_edited_meanwhile,
    is_killed,
    is_killed_and_edited,
    is_killed_twice,
    is_refused,
    strike,
)

WAYS = {
    "killed": is_killed,
    "killed twice": is_killed_twice,
    "killed, edited, killed": is_killed_and_edited,
    "edited meanwhile": is_edited_meanwhile,
    "refused by the system": is_refused,
    "asked to end": is_asked_to_end,
}
_DOSSIERS_ALONE = {"killed, edited, killed", "edited meanwhile"}


def tallies(ways: list[str], names: list[str]) -> Iterator[tuple[str, Tally]]:
    """Strike each scene in each of the ways."""
    for way in ways:
        for scene in SCENES:
            is_asked = any(scene.name.startswith(name) for name in names or [""])
            fits = way not in _DOSSIERS_ALONE or scene.name.startswith("dossier")
            if is_asked and fits and (way != "edited meanwhile" or scene.earlier):
                yield way, strike(scene, WAYS[way])


def main(arguments: list[str]) -> int:
    """Print the table; exit with 1 if any strike was not survived."""
    ways = [one for one in arguments if one in WAYS] or [*WAYS]
    tried, faults = 0, list[str]()
    for way, tally in tallies(ways, [one for one in arguments if one not in WAYS]):
        survived = tally.strikes - len({fault.partition(": ")[0] for fault in tally.faults})
        row = f"{way:24} {tally.scene:26} survived {survived:4} of {tally.strikes:4}"
        click.echo(row)
        tried += tally.strikes
        faults += tally.faults
        for fault in tally.faults[:9]:
            click.echo(f"  {fault}")
    click.echo(f"{tried} strikes tried, {len(faults)} faults")
    return 1 if faults or not tried else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
