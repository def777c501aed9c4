"""BibTeX and BibLaTeX. Every value is escaped: none can end its field, nor run a command."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lawmap.model.instrument import Author

from .reference import Dated, Kind, Reference, printed

_TYPES_OF_BIBTEX = {Kind.BOOK: "book", Kind.REPORT: "techreport", Kind.RESOLUTION: "techreport"}
_TYPES_OF_BIBLATEX = {
    Kind.TREATY: "legal",
    Kind.LAW: "legislation",
    Kind.RESOLUTION: "report",
    Kind.BOOK: "book",
    Kind.CASE: "jurisdiction",
    Kind.REPORT: "report",
    Kind.NEWS: "article",
}
"""All others are ``misc``."""
_BODY_OF_BIBTEX = {Kind.BOOK: "publisher"}
_BODY_OF_BIBLATEX = {Kind.BOOK: "publisher", Kind.NEWS: "journaltitle"}
"""The field of the court or publisher, where it is not ``institution``."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_ESCAPED = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{char: f"\\{char}" for char in "{}#$%&_"},
    }
)
# A brace counts for BibTeX even behind a backslash: one without its other is written as a command.
_WITHOUT_BRACES = _ESCAPED | str.maketrans({"{": r"{\textbraceleft}", "}": r"{\textbraceright}"})
# Pairs that LaTeX sets as one sign; nothing between them keeps them two.
_LIGATURES = re.compile(r"-(?=-)|'(?=')|`(?=`)|[?!](?=`)|,(?=,)|<(?=<)|>(?=>)")
# An address is read as it stands; what could end its field is percent-encoded.
_IN_ADDRESS = str.maketrans({char: f"%{ord(char):02X}" for char in "\\{}"})

Field = tuple[str, str | None]


def write_bibtex(references: Iterable[Reference]) -> str:
    """All references for BibTeX: what its styles do not know stands in ``note``."""
    return _entries((_TYPES_OF_BIBTEX, one, _bibtex(one)) for one in references)


def write_biblatex(references: Iterable[Reference]) -> str:
    """All references for BibLaTeX."""
    return _entries((_TYPES_OF_BIBLATEX, one, _biblatex(one)) for one in references)


def _entries(entries: Iterable[tuple[Mapping[Kind, str], Reference, Iterable[Field]]]) -> str:
    return "\n".join(
        f"@{types.get(one.kind, 'misc')}{{{one.key},\n"
        + "".join(f"  {name} = {value},\n" for name, value in fields if value)
        + "}\n"
        for types, one, fields in entries
    )


def _bibtex(one: Reference) -> Iterator[Field]:
    yield from _common(one, _BODY_OF_BIBTEX, "address", "annote")
    issued = one.issued.only if one.issued else ()
    year, month, day = (*issued, *(0,) * (3 - len(issued)))
    yield "year", f"{{{year:04}}}" if year else _braced(one.issued and one.issued.text)
    yield "month", _MONTHS[month - 1] if month else None
    yield "day", f"{{{day}}}" if day else None
    places = [printed(one.first)] if one.first else []
    opened = [f"Opened for signature {one.opened.isoformat()}"] if one.opened else []
    yield "note", _braced(". ".join([*places, *opened, *one.told_beside()]))


def _biblatex(one: Reference) -> Iterator[Field]:
    yield from _common(one, _BODY_OF_BIBLATEX, "location", "annotation")
    # pandoc and others look for the series of a treaty where articles have their journal.
    yield "journaltitle", _braced(one.first.series) if one.first else None
    yield "shorttitle", _protected(one.short)
    yield "date", _braced(one.issued and one.issued.text)
    yield "eventdate", _braced(Dated.on(one.opened).text) if one.opened else None
    yield "note", _braced(". ".join(one.told_beside()))


def _common(
    one: Reference, bodies: Mapping[Kind, str], place: str, annotation: str
) -> Iterator[Field]:
    first = one.first
    yield "title", _protected(one.title)
    yield "author", _authors(one)
    yield bodies.get(one.kind, "institution"), _braced(one.body)
    yield "type", _braced(one.genre)
    yield place, _braced(one.place)
    if first:
        yield "series", _braced(first.series)
        yield "volume", _braced(first.volume)
        yield "pages", _braced(first.page)
    yield "number", _braced(first.number if first else one.number)
    yield "url", f"{{{one.url.translate(_IN_ADDRESS)}}}" if one.url else None
    yield "language", _braced(one.language)
    yield annotation, _braced(one.caveat)


def _authors(one: Reference) -> str | None:
    if one.authors:
        return f"{{{' and '.join(map(_name, one.authors))}}}"
    return _protected(one.written_by)


def _name(one: Author) -> str:
    return f"{_part(one.family)}, {_part(one.given)}"


def _part(name: str) -> str:
    """A part of a name; one in which commas or words would be read as more is kept together."""
    return _braced(name) or "" if {",", " "} & set(name) else _escaped(name)


def _protected(text: str | None) -> str | None:
    """A value whose capitals and words stay as they are."""
    return f"{{{_braced(text)}}}" if text else None


def _braced(text: str | None) -> str | None:
    return f"{{{_escaped(text)}}}" if text else None


def _escaped(text: str) -> str:
    table = _ESCAPED if _is_balanced(text) else _WITHOUT_BRACES
    parts = _LIGATURES.sub("\\g<0>\n", text).split("\n")
    return "{}".join(part.translate(table) for part in parts)


def _is_balanced(text: str) -> bool:
    """Whether each brace of a text has its other."""
    depth = 0
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0
