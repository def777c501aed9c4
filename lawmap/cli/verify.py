"""``lawmap verify``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.diagnostics import Diagnostic, Report, by_place
from lawmap.errors import UsageError
from lawmap.integrity.log_reading import Log, faults_of_head

from .formats import counts, show
from .inputs import PATH, Inputs, norms_option
from .report_files import ReportFile, report_option, write_reports
from .settings import read_settings
from .settings.options import output_format_option
from .verifying.found import UNPROVEN, Found, Signers, check_signature
from .verifying.places import find, log_at
from .verifying.records import changed_inputs, changed_since_review
from .voice import say, speaks


@click.command("verify", epilog="Example: lawmap verify build/dossiers")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--against",
    multiple=True,
    type=PATH,
    metavar="PATH",
    help="Also say which records and norm packs are not those that were read (repeatable).",
)
@norms_option
@click.option(
    "--review-log",
    "log",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Also say whether this is the review log that the dossiers were made with.",
)
@click.option("--head", metavar="HASH", help="A review log must hold the entry with this hash.")
@click.option(
    "--signers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="It must be signed by one of these: a file of allowed signers, see ssh-keygen(1).",
)
@click.option("--signer", metavar="ID", help="It must be signed by this one of them.")
@output_format_option
@report_option
@speaks
def command(
    path: Path,
    against: tuple[Path, ...],
    norms: tuple[Path, ...],
    log: Path | None,
    head: str | None,
    signers: Path | None,
    signer: str | None,
    output_format: str | None,
    report_files: tuple[ReportFile, ...],
) -> int:
    """Say whether dossiers, a bag or a review log are as they were written.

    PATH is a folder that 'lawmap dossier' wrote, a bag (a folder or a zip archive), a review log,
    or any file with a signature beside it. All problems are told in one run, which then ends with
    exit code 1.

    Without a signature this proves only that the files fit each other: a manifest shows what was
    changed by accident, or by somebody who did not know of it. Against somebody who writes the
    manifest anew only a signature helps that is checked by a file of signers which did not come
    with it: see --signers.
    """
    if signer and signers is None:
        raise UsageError("--signer needs --signers FILE")
    found = find(path)
    faults = [*found.faults]
    if head is not None:
        faults += _faults_of_head(found, head)
    if log is not None:
        faults += _faults_of_log(found, log)
    if against:
        settings = read_settings(Path())
        loaded = Inputs(against, norms, (), settings).load()
        faults += changed_inputs(found, loaded)
        faults += changed_since_review(found.entries, loaded, found.place)
    signature, wrong = check_signature(found, Signers(signers, signer))
    faults += wrong
    code = tell(found, faults, signature, output_format, report_files)
    if code == EXIT_OK and signers is None:
        say(UNPROVEN)
    return code


def _faults_of_head(found: Found, head: str) -> list[Diagnostic]:
    if found.manifest is not None or not found.place.endswith(".jsonl"):
        raise UsageError("--head is for a review log; for dossiers give --review-log FILE")
    return faults_of_head(Log(found.entries, ()), head, found.place, "which was given")


def _faults_of_log(found: Found, path: Path) -> list[Diagnostic]:
    """What is wrong with the log that dossiers were made with."""
    if found.manifest is None or not found.manifest.head:
        raise UsageError(
            f"{found.place or 'it'} names no review log: it was made without one,"
            " or for an audience that gets no hash of it"
        )
    place, log = log_at(path)
    head = found.manifest.head
    return [*place.faults, *faults_of_head(log, head, place.place, "which the manifest names")]


def tell(
    found: Found,
    faults: list[Diagnostic],
    signature: str,
    output_format: str | None,
    report_files: tuple[ReportFile, ...] = (),
) -> int:
    """Show what is found: faults on standard output, all else beside them."""
    report = Report(tuple(sorted(faults, key=by_place)), files=found.files)
    settings = read_settings(Path())
    show(report, output_format or str(settings.get("output-format")), sys.stdout)
    write_reports(report, report_files)
    if report.faults:
        say(f"{counts(report.faults)} found.")
    if report.failing:
        return EXIT_FAULTS
    say(f"{found.told}{f'; {signature}' if signature else ''}.")
    return EXIT_OK
