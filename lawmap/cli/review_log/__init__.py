"""``lawmap review-log``: one file for what is added, one for what is shown, one for what holds."""

from __future__ import annotations

import click

from lawmap.cli.voice import speaks

from . import adding, correcting, showing, verifying


@click.group("review-log", epilog="Example: lawmap review-log show --log review-log.jsonl")
@speaks
def command() -> None:
    """Keep a log of reviews and changes that nobody can edit unseen.

    Each entry holds the hash of the one before and of the record that it is about. Nothing is ever
    written over: a mistake is put right by a further entry, and both are shown.
    """


for _one in (adding, correcting, showing, verifying):
    command.add_command(_one.command)
