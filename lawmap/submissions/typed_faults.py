"""What is wrong with typed citations and the words quoted beside them, as faults.

That a citation names no instrument, or one that the library does not hold, is no fault: the summary
counts these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawmap.diagnostics import Diagnostic, Position, Related
from lawmap.documents import Document
from lawmap.loading.text import line_of
from lawmap.quoting import Compared, Difference, Result
from lawmap.recognising import Status
from lawmap.wording import first_of

from .typed import Found, Quoted, Typed

_SHOWN = 5
"""So many keys, places and differences are told."""


def faults_of(shown: str, document: Document, found: Found) -> Iterator[Diagnostic]:
    """The faults of a document.

    Args:
        shown: its name in diagnostics.
        document: its text.
        found: what it cites.
    """
    places = _Places(shown, document)
    for one in found.typed:
        yield from _of_citation(places, one)
    for one in (*found.typed, *found.placed):
        for quoted in one.quoted:
            yield from _of_quotation(places, one, quoted)


class _Places:
    """Where stretches of a text lie in its file."""

    def __init__(self, shown: str, document: Document) -> None:
        self._shown, self._document = shown, document

    def fault(self, span: tuple[int, int], code: str, message: str, mend: str) -> Diagnostic:
        position, line, length = self._at(span)
        return Diagnostic(position, code, message, mend, line, length=length)

    def related(self, span: tuple[int, int], message: str) -> Related:
        position, line, length = self._at(span)
        return Related(position, message, line, length)

    def _at(self, span: tuple[int, int]) -> tuple[Position, str, int]:
        place = self._document.place(span[0])
        line = line_of(self._document.source, place.line)
        start, end = self._document.source_span(*span)
        rest = max(1, len(line) - place.column + 1)
        return Position(self._shown, *place), line, max(1, min(end - start, rest))


def _of_citation(places: _Places, one: Typed) -> Iterator[Diagnostic]:
    citation = one.citation
    span = citation.start, citation.end
    words = " ".join(citation.text.split())
    reason = citation.reason.rstrip(".")
    if citation.status is Status.MISSING:
        mend = f"Look the number up.{_stand_in(one)}"
        yield places.fault(span, "LM722", f"'{words}': {reason}", mend)
    elif one.is_ambiguous:
        meant = f" may mean {first_of(citation.keys, _SHOWN)}" if citation.keys else ""
        mend = f"Write which one is meant, by its full name.{_stand_in(one)}"
        yield places.fault(span, "LM723", f"'{words}'{meant}: {reason}", mend)


def _stand_in(one: Typed) -> str:
    """Where the words stand that are quoted beside a doubtful citation: it may be what is meant."""
    known = {Result.VERBATIM, Result.ELSEWHERE}
    places = [
        place
        for quoted in one.quoted
        if quoted.compared.result in known
        for place in quoted.compared.places
    ]
    if not places:
        return ""
    return f" The words quoted beside it stand in {first_of(list(dict.fromkeys(places)), _SHOWN)}."


def _of_quotation(places: _Places, one: Typed, quoted: Quoted) -> Iterator[Diagnostic]:
    if one.citation.status is not Status.EXISTS or one.is_ambiguous:
        return  # the fault of the citation says where the words stand
    told = _told(quoted)
    if told:
        span = quoted.quotation.start, quoted.quotation.end
        code, message, mend = told
        beside = (one.citation.start, one.citation.end)
        fault = places.fault(span, code, message, mend)
        yield fault._replace(related=(places.related(beside, "the citation beside it"),))


def _told(quoted: Quoted) -> tuple[str, str, str] | None:
    """Code, message and mend for what became of a quotation; None where nothing is wrong."""
    compared, cited = quoted.compared, first_of(quoted.cited, _SHOWN)
    match compared.result:
        case Result.DIFFERS:
            return (
                "LM724",
                f"the quoted words are not those of {cited}: {_differences(compared.differences)}",
                "Quote the law as it is, or mark what was changed with [brackets] or an ellipsis.",
            )
        case Result.ELSEWHERE if compared.is_sure:
            return (
                "LM725",
                f"these words do not stand in {cited}; they stand in {_places_of(compared)}",
                "Cite the provision that is quoted, or quote the one that is cited.",
            )
        case Result.ELSEWHERE:
            return (
                "LM726",
                f"these words stand in {_places_of(compared)}; whether {cited} has them, too, is"
                " not known, as not all of its text is at hand",
                "Look the words up; 'lawmap texts import FILE' stores a text to compare with.",
            )
        case Result.NOT_FOUND:
            return (
                "LM727",
                f"these words stand neither in {cited} nor in any other text that is at hand",
                "Look the words up. If they quote something else, nothing is to be done.",
            )
    return None


def _places_of(compared: Compared) -> str:
    more = f" and {compared.more:,} more" if compared.more else ""
    return f"{', '.join(compared.places)}{more}"


def _differences(differences: Sequence[Difference]) -> str:
    more = len(differences) - _SHOWN
    told = [_difference(one) for one in differences[:_SHOWN]]
    return "; ".join([*told, *([f"{more:,} more differences"] if more > 0 else [])])


def _difference(one: Difference) -> str:
    if not one.law:
        return f"'{one.text}' is not there"
    if not one.text:
        return f"'{one.law}' is left out"
    return f"'{one.text}' where the law has '{one.law}'"
