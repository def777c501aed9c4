"""Help of a command with many options: they are listed by what they are about."""

from __future__ import annotations

from collections.abc import Mapping

import click

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "What is read": ("norms", "reports", "texts"),
    "What is looked for": ("select", "ignore", "stale_after", "on"),
    "What counts": ("baseline", "write_baseline", "fail_level", "exit_zero"),
    "What is shown": ("output_format", "report_files", "statistics", "watch"),
    "What is mended": ("fix", "diff", "unsafe"),
}
"""Headings, and the names of the parameters below each; all others come last."""


class Sectioned(click.Command):
    """A command whose help has sections."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options below their headings."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = {str(param.name): param.get_help_record(ctx) for param in options}
        for heading, names in SECTIONS.items():
            _write(formatter, heading, [rows.pop(name, None) for name in names])
        _write(formatter, "Other options", list(rows.values()))


def _write(
    formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str] | None]
) -> None:
    shown = [row for row in rows if row is not None]
    if shown:
        with formatter.section(heading):
            formatter.write_dl(shown)
