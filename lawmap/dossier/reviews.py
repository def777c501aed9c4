"""What a review log says of a record, in a sentence for the record of the analysis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lawmap.integrity.log import CORRECTION, Entry, last_review
from lawmap.periods import in_words
from lawmap.wording import counted

_DAY = len("2025-03-04")


def review_log_line(entries: Sequence[Entry], sha256: str | None, *, named: bool) -> str:
    """The sentence.

    Args:
        entries: those on the record, the oldest first.
        sha256: hash of the record as it is now, if it is known.
        named: whether the audience may read who reviewed it. The notes of a log are for no dossier.
    """
    if not entries:
        return "Review log: no entry on this record."
    count = counted(len(entries), "entry", "entries")
    corrections = sum(one.kind == CORRECTION for one in entries)
    beside = f" ({counted(corrections, 'correction')} among them)" if corrections else ""
    review = _review(entries, sha256, named=named)
    day = _in_words(entries[-1])
    return f"Review log: {count} on this record{beside}, the last of {day}. {review}"


def _review(entries: Sequence[Entry], sha256: str | None, *, named: bool) -> str:
    review = last_review(entries)
    if review is None:
        return "None of them is a review."
    by = f", by {review.entry.by}" if named else ""
    later = review.correction
    corrected = f" (as corrected on {_in_words(later)})" if later else ""
    since = "" if sha256 in (None, review.entry.sha256) else "; the record has changed since"
    return f"Last review, of {_in_words(review.entry)}: {review.state}{corrected}{by}{since}."


def _in_words(entry: Entry) -> str:
    return in_words(date.fromisoformat(entry.at[:_DAY]))
