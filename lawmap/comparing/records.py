"""The law of a library as records, each under its kind and id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lawmap.model.base import FileRecord, Record
from lawmap.model.library import Library
from lawmap.model.vocabulary import TermsFile


class Key(NamedTuple):
    """The kind and id of a record."""

    kind: str
    id: str


class Law(NamedTuple):
    """One side of a comparison."""

    name: str
    """What it is called, such as ``main`` or ``the working tree``."""
    library: Library
    files: Mapping[Key, str] = {}
    """Where each record stands."""


# Kinds of record that a library holds by id, in the order in which they are shown.
_BY_ID = {
    "norm": "norms",
    "chapeau": "chapeaux",
    "presumption": "presumptions",
    "instrument": "instruments",
    "parties": "parties",
    "structure": "structures",
    "names": "names",
    "decision": "decisions",
    "situation": "situations",
    "style": "styles",
}
KINDS = (
    *_BY_ID,
    "term",
    "role",
    "regime",
    "stages",
    "namespace",
    "other-instruments",
    "citation-words",
    "pack",
)
"""All kinds, in the order in which they are shown."""


def law_of(library: Library) -> dict[Key, Record]:
    """Every record of the law; allegations and their sources are none."""
    found: dict[Key, Record] = {}
    for kind, field in _BY_ID.items():
        found |= {Key(kind, name): one for name, one in getattr(library, field).items()}
    for file in _vocabulary(library):
        for key, record in records_of(file):
            found[_free(found, key)] = record
    for identity in library.packs:
        found[_free(found, Key("pack", identity.pack.id))] = identity.pack
    return found


def records_of(file: FileRecord) -> Iterator[tuple[Key, Record]]:
    """The records of the law that one file holds: one, or many in a file of the vocabulary."""
    content: Any = file
    if isinstance(file, TermsFile):
        yield Key("namespace", file.namespace), file.model_copy(update={"terms": {}})
        for name, term in file.terms.items():
            yield Key("term", f"{file.namespace}.{name}"), term
    elif file.kind_of_file in ("roles", "regimes"):
        entries = getattr(content, file.kind_of_file)
        yield from ((Key(file.kind_of_file[:-1], name), one) for name, one in entries.items())
    else:
        name = getattr(content, "id", getattr(content, "instrument", ""))
        yield Key(file.kind_of_file, name), file


def _vocabulary(library: Library) -> tuple[FileRecord, ...]:
    files = (
        library.terms_files,
        library.roles_files,
        library.regimes_files,
        library.stages_files,
        library.other_instruments,
        library.citation_words,
    )
    return tuple(file for group in files for file in group)


def _free(taken: Mapping[Key, Record], key: Key) -> Key:
    """The key, or one with a number where several packs have a record of that kind and name."""
    number = 1
    while key in taken:
        number += 1
        key = Key(key.kind, f"{key.id.partition(' ')[0]} {number}".strip())
    return key


def title_of(library: Library, key: Key, record: Record) -> str:
    """How people call a record."""
    content: Any = record
    match key.kind:
        case "norm":
            return str(content.heading)
        case "term" | "role" | "regime":
            return str(content.label.get("en", ""))
        case "instrument":
            return str(content.title.short)
        case "parties" | "structure" | "names" if key.id in library.instruments:
            return library.instruments[key.id].title.short
        case "chapeau" | "presumption":
            return str(content.text)
        case _:
            return str(getattr(content, "name", getattr(content, "title", "")))
