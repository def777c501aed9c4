"""Faults in somebody's data: where, what, and what to do.

A :class:`Diagnostic` is a value. The core gathers them; only the command line prints them. Codes
are permanent: a code that has been released is never given another meaning.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How much a fault matters: an error makes the run fail."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a file. Lines and columns count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1


class Rule(NamedTuple):
    """What a code stands for."""

    name: str
    title: str
    severity: Severity = Severity.ERROR


class Related(NamedTuple):
    """The other place of a fault that lies in two places."""

    position: Position
    message: str


class Diagnostic(NamedTuple):
    """One fault: its place, code, message and mend."""

    position: Position
    code: str
    message: str
    mend: str = ""
    source_line: str = ""
    related: tuple[Related, ...] = ()

    @property
    def rule(self) -> Rule:
        """The rule that this code names."""
        return RULES[self.code]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.rule.severity


RULES: dict[str, Rule] = {
    # LM0xx reading
    "LM001": Rule("unreadable-file", "The file cannot be read"),
    "LM002": Rule("not-utf8", "The file is not UTF-8"),
    "LM003": Rule("forbidden-character", "The file holds a character that can deceive a reader"),
    "LM004": Rule("yaml-syntax", "The file is not YAML"),
    "LM005": Rule("duplicate-key", "A key stands twice in one mapping"),
    "LM006": Rule("unsupported-yaml", "The file uses a YAML feature that lawmap does not read"),
    "LM007": Rule("too-deep", "The file nests too deep"),
    "LM008": Rule("too-large", "The file is too large"),
    "LM009": Rule("not-a-regular-file", "The path is no regular file inside the folder"),
    "LM010": Rule("empty-file", "The file holds nothing"),
    # LM1xx shape
    "LM101": Rule("unknown-key", "A key that this kind of file does not have"),
    "LM102": Rule("missing-key", "A key that this kind of file needs is missing"),
    "LM103": Rule("wrong-type", "A mapping, list or text stands where another is needed"),
    "LM104": Rule("wrong-value", "A value is outside what this key admits"),
    "LM105": Rule("wrong-date", "A text that is no date"),
    "LM106": Rule("bad-id", "An id that does not follow the pattern"),
    "LM107": Rule("misplaced-file", "A file that lies in no folder lawmap knows"),
    "LM108": Rule("misnamed-file", "File name and id disagree"),
    "LM109": Rule("too-many-words", "A quotation of more than 25 words"),
    "LM110": Rule("more-faults", "Further faults in this file are not listed"),
    # LM2xx references
    "LM201": Rule("unknown-term", "A term that the vocabulary does not have"),
    "LM202": Rule("unknown-norm", "A norm that the library does not hold"),
    "LM203": Rule("unknown-pinpoint", "A provision that the instrument does not have"),
    "LM204": Rule("unknown-instrument", "An instrument that the library does not hold"),
    "LM205": Rule("duplicate-id", "An id that another file already has"),
    "LM206": Rule("unknown-role", "A role that the vocabulary does not have"),
    "LM207": Rule("unknown-chapeau", "A chapeau that the library does not hold"),
    "LM208": Rule("unknown-place", "A place that no situation knows"),
    "LM209": Rule("unknown-state", "A State that no instrument or situation knows"),
    "LM210": Rule("cyclic-reference", "A chain of references that ends where it began"),
    "LM211": Rule("unknown-court", "A court that no situation describes"),
    # LM4xx logic
    "LM401": Rule("no-conduct", "A norm needs exactly one element of kind conduct"),
    "LM402": Rule("derived-term-written", "A derived term is written by hand"),
    "LM403": Rule("definition-with-conduct", "A definition has neither conduct nor cases"),
    "LM404": Rule("derivation", "A derived term needs 'set_by', and no other term may have it"),
    # LM5xx cases and coverage
    "LM501": Rule("case-failed", "A case does not come out as it expects"),
    "LM502": Rule("cases-missing", "A norm lacks an engaged, a not engaged or an open case"),
    # LM6xx allegations and sources
    "LM601": Rule("unknown-source", "A source that no file describes"),
    "LM602": Rule("unknown-claimant", "A claimant that the source does not list"),
    "LM603": Rule("missing-paragraph", "A paragraph that the source does not have"),
    "LM604": Rule("quotation-not-found", "A quotation that the paragraph does not hold"),
    "LM605": Rule("fact-without-source", "A fact that no passage carries"),
    "LM606": Rule("unknown-allegation", "An allegation that no file describes"),
    "LM607": Rule("unknown-proceeding", "A proceeding that no situation describes"),
    "LM608": Rule("name-not-maskable", "The name of a listed person stands in an id or pseudonym"),
    "LM609": Rule("ambiguous-pseudonym", "Persons and pseudonyms do not match one to one"),
    "LM610": Rule("paragraph-given-twice", "A paragraph that is given to two claimants"),
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that the writer most likely meant, if any comes near."""
    matches = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The words "did you mean ...?" in brackets after a blank, or nothing."""
    near = nearest(word, known)
    return f" (did you mean '{near}'?)" if near else ""


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of these makes a run fail."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
