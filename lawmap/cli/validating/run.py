"""What ``lawmap validate`` finds: files and options in, a report and remarks out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from lawmap.checks import check, words
from lawmap.checks.reports import Originals, compared, not_at_hand, read_originals
from lawmap.checks.runnable import why_left_out
from lawmap.checks.staleness import Staleness
from lawmap.cli.inputs import Inputs
from lawmap.cli.settings import Settings
from lawmap.cli.settings.durations import staleness
from lawmap.cli.settings.keys import NEVER
from lawmap.cli.settings.wanted import Wanted, baseline_of, control_of
from lawmap.cli.text_packs import NO_PACKS, texts_folder
from lawmap.cli.text_packs import compared as quotations
from lawmap.control import Control, apply, renewed
from lawmap.control.baseline import Baseline
from lawmap.control.unchecked import unchecked_codes
from lawmap.diagnostics import Report
from lawmap.loading import Loaded
from lawmap.loading.folder import real_path
from lawmap.model.norm import Norm
from lawmap.texts import TextPacks, open_packs
from lawmap.wording import counted


class Found(NamedTuple):
    """One run: what was read, what was found in it, and what of that counts."""

    loaded: Loaded
    control: Control
    report: Report
    remarks: tuple[str, ...]
    """What else there is to say, a line each."""
    details: tuple[str, ...]
    """What there is to say to who wants to know more."""


class Validation(NamedTuple):
    """All that a run needs to know; it can be run again on other texts."""

    inputs: Inputs
    wanted: Wanted
    settings: Settings
    originals: Originals
    texts: TextPacks | None
    staleness: Staleness | None
    baseline: Baseline | None

    @classmethod
    def of(
        cls, inputs: Inputs, wanted: Wanted, on: datetime | None, *, renews: bool = False
    ) -> Validation:
        """Read what a run needs beside the files to check.

        Args:
            inputs: what is read.
            wanted: what the command line asks for; settings stand in for the rest.
            on: the day from which knowledge is stale.
            renews: the baseline is to be written, so it need not be there.

        Raises:
            UsageError: if the baseline or an original cannot be read.
        """
        settings = inputs.of_project()
        # A span in settings asks for nothing on runs that name no day.
        span = wanted.get("stale-after", settings) if on else wanted.given.get("stale-after")
        return cls(
            inputs,
            wanted,
            settings,
            originals=read_originals(inputs.reports),
            texts=open_packs(texts_folder(wanted.get("texts", settings).value, settings)),
            staleness=staleness(on, span.value if span else None),
            baseline=baseline_of(wanted, settings, renews=renews),
        )

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files and folders that are asked for."""
        return self.inputs.paths or self.settings.paths

    @property
    def is_whole(self) -> bool:
        """Whether all that the settings name is checked."""
        given = {real_path(path) for path in self.inputs.paths}
        named = [real_path(path) for path in self.settings.paths]
        return not given or (
            "paths" in self.settings.values
            and all(not given.isdisjoint((path, *path.parents)) for path in named)
        )

    def get(self, key: str) -> Any:
        """What an option comes to."""
        return self.wanted.get(key, self.settings).value

    def report(self, instead: Mapping[str, str]) -> Report:
        """What is found with these texts, by names of files in diagnostics, for the disk's."""
        return self.run(instead).report

    def run(self, instead: Mapping[str, str] | None = None) -> Found:
        """Read, check, and part what counts from what does not.

        Args:
            instead: texts to take for those of the disk, by the names of files in diagnostics.
        """
        loaded = self.inputs.load(instead)
        found = [
            *check(loaded, staleness=self.staleness, texts=self.texts),
            *compared(loaded, self.originals),
        ]
        absent = not_at_hand(loaded, self.originals)
        left_out = why_left_out(loaded, found)
        quoted = words.count(loaded, self.texts) if self.texts else None
        unchecked = unchecked_codes(
            day=self.staleness is not None,
            texts=quoted is not None and not quoted.not_stored,
            reports=not absent,
            cases=not left_out,
            all_files=self.is_whole,
        )
        control = control_of(self.wanted, self.settings, baseline=self.baseline)
        control = control._replace(unchecked=unchecked, is_whole=self.is_whole)
        report = apply(found, loaded, control)
        remarks = [
            *report.remarks,
            left_out,
            _absent(absent if self.inputs.reports else []),
            "" if quoted or not _quotes(loaded) else NO_PACKS,
            _unselected(report),
        ]
        details = (quotations(quoted),) if quoted else ()
        return Found(loaded, control, report, tuple(filter(None, remarks)), details)

    def renewed_baseline(self) -> Baseline:
        """The baseline that knows all that is found now."""
        found = self._replace(baseline=None).run()
        old = self.baseline or Baseline("", Path(), {})
        return renewed(old, found.report, found.loaded, found.control)

    @property
    def may_fail(self) -> bool:
        """Whether faults, or fixes to be made, end the command with 1."""
        return bool(self.get("fail-level") != NEVER)


def _quotes(loaded: Loaded) -> bool:
    """Whether norms that were asked for quote anything."""
    return any(norm.words and loaded.is_asked(file) for file, norm in loaded.of_kind(Norm))


def _absent(sources: list[str]) -> str:
    if not sources:
        return ""
    return (
        f"No file of --reports has the hash of the original of: {', '.join(sources)}."
        " Their quotations were not looked up; if a report was saved anew, note its hash."
    )


def _unselected(report: Report) -> str:
    codes = sorted({fault.code for fault in report.unselected})
    if not codes:
        return ""
    return f"{counted(len(report.unselected), 'fault')} not asked for: {', '.join(codes)}."
