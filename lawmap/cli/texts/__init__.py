"""``lawmap texts``: one file for what is stored, one for what is shown of it."""

from __future__ import annotations

import click

from lawmap.cli.voice import speaks

from . import importing, listing, removing, showing


@click.group("texts", epilog="Example: lawmap texts list")
@speaks
def command() -> None:
    """Store the texts of treaties, and show them.

    A text pack is the stored text of treaties, article by article. 'lawmap validate' compares the
    quoted words of norms with it, and finds what was copied from it. Packs lie in a folder of your
    own, not in the norm pack: most texts may be read by anybody and passed on by few.
    """


for _one in (importing, listing, showing, removing):
    command.add_command(_one.command)
