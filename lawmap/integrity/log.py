"""The review log: entries in a chain, each of which holds the hash of the one before.

Chaining entries by hash, so that none can be changed, put in or taken out without breaking all
that follow, is the linking of Haber and Stornetta ("How to time-stamp a digital document", Journal
of Cryptology 3, 1991); Schneier and Kelsey use it for audit logs ("Secure audit logs to support
computer forensics", ACM TISSEC 2, 1999). A chain alone does not show that its end was cut off or
that all of it was written anew: for that its head must be known from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .canonical import canonical, sha256

NAME = "review-log.jsonl"
START = "0" * 64
"""What the first entry has in place of the hash of the one before."""
REVIEW, CHANGE, CORRECTION = "review", "change", "correction"


class Subject(NamedTuple):
    """The record that an entry is about, as it then was."""

    record: str
    """Its kind: allegation, source or norm."""
    id: str
    sha256: str
    """SHA-256 of the bytes of its file."""


class Said(NamedTuple):
    """What somebody puts on record."""

    by: str
    at: str
    """UTC, to the second: ``2025-03-04T10:00:00Z``."""
    note: str
    state: str | None = None
    """How far the record was reviewed; None for a change, which is no review."""


class Entry(NamedTuple):
    """One line of the log."""

    number: int
    at: str
    kind: str
    """``review``, ``change`` or ``correction``."""
    by: str
    record: str
    id: str
    sha256: str
    state: str | None
    note: str
    corrects: int | None
    previous: str
    hash: str

    @property
    def subject(self) -> Subject:
        """The record that it is about."""
        return Subject(self.record, self.id, self.sha256)

    @property
    def line(self) -> str:
        """The line of the log, without its end."""
        return canonical(self._asdict())

    @property
    def own_hash(self) -> str:
        """The hash that follows from what it says: of all but the hash itself."""
        said = {key: value for key, value in self._asdict().items() if key != "hash"}
        return sha256(canonical(said).encode())


def head_of(entries: Sequence[Entry]) -> str:
    """The hash of the last entry, which stands for the whole log."""
    return entries[-1].hash if entries else START


def reviewed(entries: Sequence[Entry], subject: Subject, said: Said) -> Entry:
    """The entry that adds a review, or a change if no state is given, at the end."""
    return _next(entries, CHANGE if said.state is None else REVIEW, subject, said)


def corrected(entries: Sequence[Entry], number: int, said: Said) -> Entry:
    """The entry that corrects an earlier one; both stay. Without a state, that one's stays too."""
    wrong = entries[number - 1]
    said = said if said.state else said._replace(state=wrong.state)
    return _next(entries, CORRECTION, wrong.subject, said, corrects=number)


def _next(
    entries: Sequence[Entry], kind: str, subject: Subject, said: Said, corrects: int | None = None
) -> Entry:
    open_entry = Entry(
        number=len(entries) + 1,
        at=said.at,
        kind=kind,
        by=said.by,
        record=subject.record,
        id=subject.id,
        sha256=subject.sha256,
        state=said.state,
        note=said.note,
        corrects=corrects,
        previous=head_of(entries),
        hash="",
    )
    return open_entry._replace(hash=open_entry.own_hash)


def text_of(entries: Iterable[Entry]) -> str:
    """The log as its file holds it."""
    return "".join(f"{entry.line}\n" for entry in entries)


def about(entries: Iterable[Entry], record: str, identity: str) -> list[Entry]:
    """The entries on one record, corrections included."""
    return [one for one in entries if (one.record, one.id) == (record, identity)]


class Review(NamedTuple):
    """The last review of a record."""

    entry: Entry
    """The review: who read the record, and when."""
    correction: Entry | None
    """The last correction of it, whose state counts."""

    @property
    def state(self) -> str:
        """How far the record was reviewed."""
        return str((self.correction or self.entry).state)


def last_review(entries: Sequence[Entry]) -> Review | None:
    """The last review among entries on one record, with what was corrected in it."""
    found = next((one for one in reversed(entries) if one.kind == REVIEW), None)
    if found is None:
        return None
    correction = None
    wrong = {found.number}
    for one in entries:  # a correction may be corrected, too
        if one.corrects in wrong:
            wrong.add(one.number)
            correction = one
    return Review(found, correction)
