"""``python -m tests.masking``: variants caught of tried by class, and false alarms of tried."""

from __future__ import annotations

import click

from tests.masking.counts import by_class, mask_of
from tests.masking.plain_texts import FULL_NAMES, SINGLE_NAMES, dossiers, records


def main() -> None:
    counts = by_class()
    for sort, (tried, caught) in counts.items():
        click.echo(f"{sort:<45} {caught:>5} of {tried:>5}")
    tried, caught = (sum(column) for column in zip(*counts.values(), strict=True))
    click.echo(f"{'all':<45} {caught:>5} of {tried:>5}")
    mask = mask_of(*FULL_NAMES, *SINGLE_NAMES)
    every = [*FULL_NAMES, *SINGLE_NAMES]
    for what, texts in (("files", records()), ("dossiers", dossiers())):
        alarms = [leak for text in texts.values() for leak in mask.leaks(text)]
        names = sorted({every[int(leak.called[1:])] for leak in alarms})
        told = f" ({', '.join(names)})" if names else ""
        click.echo(f"{len(every)} names in {len(texts)} {what}: {len(alarms)} alarms{told}")


if __name__ == "__main__":
    main()
