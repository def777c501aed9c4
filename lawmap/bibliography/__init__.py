"""What a submission cites, for reference managers and LaTeX.

In: a library and the targets that are cited. Out: text of one of four formats. A record is written
once, under its key, however many of its provisions are cited.
"""

from collections.abc import Callable, Iterable

from . import csl_json, latex, ris
from .reading import references
from .reference import Dated, Kind, Reference, one_line

FORMATS: dict[str, Callable[[Iterable[Reference]], str]] = {
    "csl-json": csl_json.write,
    "bibtex": latex.write_bibtex,
    "biblatex": latex.write_biblatex,
    "ris": ris.write,
}
"""The formats, by the names that users give."""

__all__ = ["FORMATS", "Dated", "Kind", "Reference", "one_line", "references"]
