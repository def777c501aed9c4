"""``lawmap new``: one file a kind of record."""

from __future__ import annotations

import click

from lawmap.cli.voice import speaks

from . import allegation, norm, source


@click.group(
    "new",
    epilog="\b\nExample: lawmap new norm 'gc4:27(2)/honour' --heading Honour --kind prohibition"
    " --rule 'Nobody may be humiliated.' --term act.degrade --checked 2024-10-31 --pack norms",
)
@speaks
def command() -> None:
    """Begin a norm, an allegation or a source.

    Asks on a terminal for what is needed, and checks each answer; elsewhere options tell
    everything. The file goes through the checks of 'lawmap validate' before it is put in its
    place, and comments in it say what to fill in. No file is ever written over.
    """


for _one in (source, allegation, norm):
    command.add_command(_one.command)
