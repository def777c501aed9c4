"""Faults in somebody's data: where, what, and what to do.

A :class:`Diagnostic` is a value. The core gathers them; only the command line prints them. Codes
are permanent: a code that has been released is never given another meaning.
"""

from __future__ import annotations

import re
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
    source_line: str = ""
    length: int = 1
    """How many characters of that line are meant, from the position on."""


class Edit(NamedTuple):
    """A piece of the file of a fault and what is to stand in its place.

    Lines and columns count from 1; the end is the first character that stays. An edit whose end is
    its beginning puts something in.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Fix(NamedTuple):
    """A change that mends a fault."""

    description: str
    """What it does, as an order: ``Delete the comment.``"""
    edits: tuple[Edit, ...] = ()
    """Changes of the file of the fault; no two overlap."""
    rename: str = ""
    """The new path of that file, relative to its folder, with forward slashes; "" keeps it."""
    safe: bool = True
    """Whether it keeps the meaning of what was written. Others are only made where asked for."""


class Suppression(NamedTuple):
    """Why a fault is not counted."""

    kind: str
    """``inSource`` for a comment beside it, ``external`` for settings or a baseline (the words of
    SARIF 2.1.0, 3.35.2)."""
    reason: str
    position: Position | None = None
    """The comment, if it is one."""


class Diagnostic(NamedTuple):
    """One fault: its place, code, message and mend."""

    position: Position
    code: str
    message: str
    mend: str = ""
    source_line: str = ""
    related: tuple[Related, ...] = ()
    length: int = 1
    """How many characters of the line are at fault, from the position on."""
    fix: Fix | None = None
    suppression: Suppression | None = None

    @property
    def rule(self) -> Rule:
        """The rule that this code names."""
        return RULES[self.code]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.rule.severity


MAX_MESSAGE = 1_000
"""So many characters of a message are told: it may repeat a key or id of any length."""


def bounded(fault: Diagnostic) -> Diagnostic:
    """The fault with texts of a length that somebody reads.

    Names are masked before: what is left of a name would not be found.
    """
    return fault._replace(
        message=_cut(fault.message),
        mend=_cut(fault.mend),
        related=tuple(one._replace(message=_cut(one.message)) for one in fault.related),
        fix=fault.fix and fault.fix._replace(description=_cut(fault.fix.description)),
    )


def _cut(text: str) -> str:
    return text if len(text) <= MAX_MESSAGE else f"{text[:MAX_MESSAGE]}..."


def by_place(fault: Diagnostic) -> tuple[Position, str, str]:
    """The order in which faults are told: by file, line and column, then by code and message."""
    return fault.position, fault.code, fault.message


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
    "LM011": Rule("json-syntax", "A line is not JSON"),
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
    "LM111": Rule("orphan-file", "A file that nothing uses", Severity.WARNING),
    "LM112": Rule("unread-file", "A file that lawmap does not read", Severity.WARNING),
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
    "LM212": Rule("unknown-decision", "A decision that no file describes"),
    # LM3xx legal metadata
    "LM301": Rule("dates-out-of-order", "A date that lies before one that it must follow"),
    "LM302": Rule("before-in-force", "Something is applied before it was in force"),
    "LM303": Rule("stale-check", "A fact of law that was last checked long ago", Severity.WARNING),
    "LM304": Rule("future-date", "A day of checking that lies in the future"),
    "LM305": Rule("words-not-found", "Quoted words that the provision does not hold"),
    "LM306": Rule("words-elsewhere", "Quoted words that stand in another provision"),
    "LM307": Rule("copied-text", "More than 25 words in a row that stand in a stored text"),
    "LM308": Rule("wrong-edition", "A norm that was read in an edition that is not its own"),
    # LM4xx logic
    "LM401": Rule("no-conduct", "A norm needs exactly one element of kind conduct"),
    "LM402": Rule("derived-term-written", "A derived term is written by hand"),
    "LM403": Rule("definition-with-conduct", "A definition has neither conduct nor cases"),
    "LM404": Rule("derivation", "A derived term needs 'set_by', and no other term may have it"),
    "LM405": Rule("never-met", "A condition that no facts can meet"),
    "LM406": Rule("always-excepted", "An exception that applies whenever the norm does"),
    "LM407": Rule("indistinct-norms", "Two norms of one instrument that no facts tell apart"),
    "LM408": Rule("unused-word", "A term, role or regime that nothing uses", Severity.WARNING),
    "LM409": Rule("contradiction", "A part of a condition that no facts can meet"),
    "LM410": Rule("cyclic-primaries", "Norms that are each the primary one of the other"),
    # LM5xx cases and coverage
    "LM501": Rule("case-failed", "A case does not come out as it expects"),
    "LM502": Rule("cases-missing", "A norm lacks an engaged, a not engaged or an open case"),
    "LM503": Rule(
        "undecided-part", "An element or exception that no case decides", Severity.WARNING
    ),
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
    "LM611": Rule("empty-response", "A response that neither denies nor claims anything"),
    "LM612": Rule(
        "part-of-name", "A part of a listed name stands alone in a text", Severity.WARNING
    ),
    "LM613": Rule(
        "idle-exception", "An exception to masking that excepts nothing", Severity.WARNING
    ),
    "LM614": Rule("two-levels", "A passage that is given two handling levels"),
    "LM615": Rule(
        "level-without-effect",
        "A passage that is marked as more open than its source",
        Severity.WARNING,
    ),
    # LM7xx citations
    "LM701": Rule("malformed-placeholder", "A placeholder that cannot be read"),
    "LM702": Rule("unknown-authority", "A placeholder that names nothing, or several things"),
    "LM703": Rule("mixed-citation", "Keys of lawmap and of others in one citation"),
    "LM704": Rule("not-in-force", "A provision that is cited for a day before it was in force"),
    "LM705": Rule("withheld-authority", "A citation of what is withheld from this audience"),
    "LM706": Rule("unwritable-citation", "A citation that the style cannot write"),
    "LM707": Rule("second-table", "A second table of authorities"),
    "LM708": Rule("misplaced-table", "A table of authorities that cannot stand in its place"),
    "LM709": Rule(
        "foreign-citation", "A citation that is left for another bibliography", Severity.WARNING
    ),
    "LM710": Rule("key-without-braces", "A key that pandoc would read otherwise", Severity.WARNING),
    "LM711": Rule("placeholder-in-code", "A placeholder in what is no prose", Severity.WARNING),
    "LM712": Rule("no-place-for-note", "A footnote that would not be read as one"),
    "LM713": Rule("date-not-read", "A date of a submission that is no day", Severity.WARNING),
    "LM720": Rule("unknown-kind-of-document", "A document of a kind that lawmap does not read"),
    "LM721": Rule("bad-document", "A Word file that cannot be read"),
    "LM722": Rule("no-such-provision", "A citation of a provision that does not exist"),
    "LM723": Rule(
        "ambiguous-citation", "A citation that may mean several things", Severity.WARNING
    ),
    "LM724": Rule("quotation-differs", "Quoted words that differ from those of the provision"),
    "LM725": Rule("quotation-elsewhere", "Quoted words that stand in another provision"),
    "LM726": Rule(
        "quotation-perhaps-elsewhere",
        "Quoted words that were found in another provision alone",
        Severity.WARNING,
    ),
    "LM727": Rule("quotation-nowhere", "Quoted words that no text at hand holds", Severity.WARNING),
    "LM740": Rule("name-without-words", "A name of an instrument in which no word stands"),
    "LM741": Rule("name-given-twice", "A name that one instrument is given twice"),
    "LM750": Rule("bad-template", "A template of a citation style that cannot be read"),
    "LM751": Rule("unknown-value", "A template names a value that there is not"),
    "LM752": Rule("gap-in-template", "A value that may be missing stands outside of a group"),
    "LM753": Rule("value-left-out", "A template leaves out what was cited"),
    "LM754": Rule("name-in-style-missing", "A unit, series or body without a name in a style"),
    "LM755": Rule("template-missing", "A kind of authority without a template"),
    "LM756": Rule("group-of-authorities", "A kind of authority that is not in one group"),
    "LM757": Rule("citation-disagrees", "A citation and its parts disagree"),
    # LM8xx integrity, and what leaves the house
    "LM801": Rule("changed-file", "A file that was changed since it was written"),
    "LM802": Rule("missing-file", "A file that the manifest lists and that is not there"),
    "LM803": Rule("unlisted-file", "A file that the manifest does not list"),
    "LM804": Rule("bad-manifest", "A manifest or bag that cannot be relied on"),
    "LM805": Rule("interrupted-run", "A folder in which a run was interrupted"),
    "LM806": Rule("changed-input", "A record or norm pack that is not the one that was read"),
    "LM807": Rule("broken-log", "A review log whose chain of entries does not hold"),
    "LM808": Rule("bad-signature", "A signature that is missing or not good"),
    "LM809": Rule("time-runs-back", "An entry of an earlier time", Severity.WARNING),
    "LM810": Rule("changed-since-review", "A record changed since its review", Severity.WARNING),
    "LM820": Rule("unsearched-file", "A file in which names could not be looked for"),
    "LM821": Rule("name-left", "A name that this audience may not read"),
    # LM9xx suppressions
    "LM901": Rule("suppression-without-reason", "A suppression that does not say why"),
    "LM902": Rule("unused-suppression", "A suppression that suppresses nothing", Severity.WARNING),
    "LM903": Rule("unknown-suppression", "A suppression that names no code"),
}


MAX_MISSPELT = 200
"""What has more characters is no misspelt word, and to compare it takes long."""


def near_words(word: str, known: Iterable[str]) -> list[str]:
    """The two known words that come nearest, the nearest first; fewer, if fewer come near."""
    if len(word) > MAX_MISSPELT:
        return []
    return get_close_matches(word, sorted(known), n=2, cutoff=0.6)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that the writer most likely meant, if any comes near."""
    return next(iter(near_words(word, known)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The words "did you mean ...?" in brackets after a blank, or nothing."""
    near = nearest(word, known)
    return f" (did you mean '{near}'?)" if near else ""


_PASSING = re.compile(r" \(did you mean '[^']*'\?\)|(?<=line )\d+")


def lasting(message: str) -> str:
    """A message without what changes when something else does: hints, numbers of other lines."""
    return _PASSING.sub("", message)


class Report(NamedTuple):
    """What a run found."""

    faults: tuple[Diagnostic, ...]
    """The faults that count, by file, line and column."""
    suppressed: tuple[Diagnostic, ...] = ()
    """Those that do not, each with its ``suppression``, in the same order."""
    files: int = 0
    """How many files were read."""
    unselected: tuple[Diagnostic, ...] = ()
    """Those whose codes this run was not asked for, in the same order."""
    remarks: tuple[str, ...] = ()
    """What is to be said of settings and baselines that suppress nothing, a line each."""
    fail_level: Severity = Severity.ERROR
    """The least severity that makes the run fail."""

    @property
    def failing(self) -> tuple[Diagnostic, ...]:
        """The faults that make the run fail."""
        levels = {Severity.ERROR, self.fail_level}
        return tuple(fault for fault in self.faults if fault.severity in levels)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of these makes a run fail."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
