"""``lawmap validate``."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import NamedTuple

import click

from lawmap.cli import EXIT_FAULTS, EXIT_OK

from .formats import show, summary
from .inputs import Inputs, reads_files
from .report_files import ReportFile, report_option, write_reports
from .settings.baselines import save_baseline, write_baseline_option
from .settings.durations import on_option
from .settings.options import controls, output_format_option
from .settings.wanted import Wanted
from .text_packs import texts_option
from .validating.fixing import Fixing, fixes_faults, show_fixes, write_fixes
from .validating.run import Validation
from .validating.sections import Sectioned
from .validating.statistics import counted, statistics_option
from .validating.step_summary import append_step_summary
from .validating.watch_option import watches
from .voice import say, say_more, speaks


@click.command("validate", cls=Sectioned, epilog="Example: lawmap validate norms seeds")
@watches
@reads_files
@texts_option
@controls
@output_format_option
@on_option
@write_baseline_option
@statistics_option
@report_option
@fixes_faults
@speaks
def command(
    inputs: Inputs,
    wanted: Wanted,
    on: datetime | None,
    write_baseline: bool,
    statistics: bool,
    report_files: tuple[ReportFile, ...],
    fixing: Fixing,
) -> int:
    """Check norm, source and allegation files.

    Reads every YAML file below PATHS and reports all faults of all files in one run: reading,
    shape, references, dates, logic, and the cases that norms carry. Exits with 1 if there is an
    error.

    Without PATHS, those of [tool.lawmap] in pyproject.toml or lawmap.toml are read, else the
    current folder. Most options can be set there too: 'lawmap config' shows what they come to.

    A fault ends with the name of its rule: 'lawmap rule NAME' says why it matters and what to do.
    """
    validation = Validation.of(inputs, wanted, on, renews=write_baseline)
    if fixing.diff:
        changes = show_fixes(validation.paths, validation.report, fixing)
        return EXIT_FAULTS if changes and validation.may_fail else EXIT_OK
    if fixing.fix:
        write_fixes(validation.paths, validation.report, fixing)
    if write_baseline:
        validation = _with_new_baseline(validation)
    output_format = validation.get("output-format")
    return _tell(validation, Shown(output_format, statistics, report_files))


class Shown(NamedTuple):
    """How what was found is shown."""

    output_format: str
    statistics: bool
    report_files: tuple[ReportFile, ...]


def _with_new_baseline(validation: Validation) -> Validation:
    """Write what is found to the baseline, and know it from now on."""
    known = validation.renewed_baseline()
    save_baseline(validation.get("baseline"), known)
    return validation._replace(baseline=known)


def _tell(validation: Validation, shown: Shown) -> int:
    """Show what is found: faults on standard output, all else beside them."""
    found = validation.run()
    if shown.statistics:
        click.echo(counted(found.report, shown.output_format), nl=False)
    else:
        show(found.report, shown.output_format, sys.stdout)
    write_reports(found.report, shown.report_files)
    append_step_summary(found.report)
    say(summary(found.report))
    for remark in found.remarks:
        say(remark)
    for detail in found.details:
        say_more(detail)
    return EXIT_FAULTS if found.report.failing and validation.may_fail else EXIT_OK
