"""Ids and file names."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic, Fix
from lawmap.loading import File, Loaded
from lawmap.loading.kinds import file_name
from lawmap.model.norm import Norm

from .provisions import is_known

_FIXED = frozenset(
    {
        *(
            "pack",
            "roles",
            "regimes",
            "stages",
            "exceptions",
            "other-instruments",
            "citation-words",
        ),
        *("instrument", "structure", "parties", "names"),
    }
)
"""Kinds whose file name is always the same."""


_NAMING = frozenset({"allegation", "source", "situation", "presumption", "style", "pack"})

RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index", "manifest"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""Names that Windows keeps for devices, and those of files beside the dossiers."""


def misnamed(loaded: Loaded) -> Iterator[Diagnostic]:
    """The id is the authority, and the name of the file must agree with it."""
    for file in loaded.files:
        path = file.path
        kind = file.record.kind_of_file
        if isinstance(file.record, Norm) and not is_known(loaded, file.record.provision):
            continue  # the id itself is at fault, and is told as such
        if kind not in _FIXED and path.stem != file_name(file.identity):
            key = "namespace" if kind == "terms" else "id"
            name = f"{file_name(file.identity)}.yaml"
            fix = Fix(f"Rename the file to '{name}'.", rename=name)
            fault = _fault(file, key, f"lies in '{path.name}'", name)
            yield fault if _is_reserved(file) else fault._replace(fix=fix)
        if kind in ("norm", "instrument", "structure", "parties", "names"):
            instrument = file.identity.partition(":")[0]
            if path.parent.name != instrument:
                key = "id" if kind in ("norm", "instrument") else "instrument"
                yield _fault(file, key, f"lies in folder '{path.parent.name}'", f"{instrument}/")


def reserved(loaded: Loaded) -> Iterator[Diagnostic]:
    """Dossiers are named by ids: no id may be a name that a file system or lawmap keeps."""
    for file in loaded.files:
        if _is_reserved(file):
            message = f"'{file.identity}' is a reserved file name"
            yield file.fault(("id",), "LM106", message, "Give it another id.")


def _is_reserved(file: File) -> bool:
    return file.record.kind_of_file in _NAMING and file.identity.casefold() in RESERVED


def _fault(file: File, key: str, where: str, expected: str) -> Diagnostic:
    message = f"'{file.identity}' {where}, not in '{expected}'"
    return file.fault((key,), "LM108", message, "Rename the file, or mend the id.")
