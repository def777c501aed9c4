"""What the command line asks for and what settings say, put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lawmap.control import Control
from lawmap.control.baseline import Baseline
from lawmap.control.patterns import PathIgnore
from lawmap.control.selection import ALWAYS_TOLD, choose, codes_of
from lawmap.diagnostics import Severity
from lawmap.errors import UsageError

from . import Settings
from .baselines import read_baseline
from .keys import NEVER


class Value(NamedTuple):
    """What a key comes to, and what says so."""

    value: Any
    origin: str
    """``file:line:column``, an option, a variable of the environment, or ``default``."""


class Wanted(NamedTuple):
    """What the command line asks for, by the keys of settings; only what was given."""

    given: Mapping[str, Value]

    def get(self, key: str, settings: Settings) -> Value:
        """What a key comes to: the command line first, then the environment, then settings."""
        if key == "ignore":
            return self._ignored(settings)
        if key in self.given:
            return self.given[key]
        return _set(key, settings)

    def chosen(self, settings: Settings) -> frozenset[str]:
        """The codes that are asked for: the command line has the last word."""
        if "select" in self.given:
            return choose(self.given["select"].value, self._ignored(settings).value)
        left = self.given["ignore"].value if "ignore" in self.given else ()
        chosen = choose(settings.get("select"), settings.get("ignore"))
        return chosen.difference(*map(codes_of, left)) | ALWAYS_TOLD

    def _ignored(self, settings: Settings) -> Value:
        """What is left out. Who selects anew begins anew; who ignores more, ignores more."""
        if "select" in self.given:
            return self.given.get("ignore", Value((), self.given["select"].origin))
        if "ignore" not in self.given or "ignore" not in settings.values:
            return self.given.get("ignore", _set("ignore", settings))
        own, set_ = self.given["ignore"], _set("ignore", settings)
        return Value((*set_.value, *own.value), f"{set_.origin} and {own.origin}")


def control_of(wanted: Wanted, settings: Settings, *, baseline: Baseline | None = None) -> Control:
    """What counts as a fault, as far as the command line and settings say it.

    Args:
        wanted: what the command line says.
        settings: what stands in for the rest.
        baseline: faults that are known.
    """
    return Control(
        chosen=wanted.chosen(settings),
        ignores=tuple(_path_ignores(settings)),
        folder=settings.folder,
        baseline=baseline,
        fail_level=_severity(wanted.get("fail-level", settings).value),
    )


def baseline_of(wanted: Wanted, settings: Settings, *, renews: bool = False) -> Baseline | None:
    """The baseline that is asked for, if one is.

    Args:
        wanted: what the command line says.
        settings: what stands in for the rest.
        renews: it is to be written, so it need not be there.

    Raises:
        UsageError: if it cannot be read, or if none is named that could be written.
    """
    path: Path | None = wanted.get("baseline", settings).value
    if path is not None:
        return read_baseline(path, may_be_absent=renews)
    if renews:
        raise UsageError("--write-baseline needs --baseline FILE, or 'baseline' in settings")
    return None


def _severity(fail_level: str) -> Severity:
    """The least severity that makes a run fail; where none does, that of what is wrong at all."""
    return Severity.ERROR if fail_level == NEVER else Severity(fail_level)


def _path_ignores(settings: Settings) -> Iterator[PathIgnore]:
    for pattern, names in settings.get("per-file-ignores").items():
        codes = frozenset().union(*map(codes_of, names)) - ALWAYS_TOLD
        yield PathIgnore(pattern, names, codes, settings.place("per-file-ignores", pattern))


def _set(key: str, settings: Settings) -> Value:
    is_set = key in settings.values
    return Value(settings.get(key), settings.place(key) if is_set else "default")
