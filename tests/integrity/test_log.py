"""The chain of a review log: what was written is read, and no edit of it goes unseen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.integrity.canonical import canonical
from lawmap.integrity.log import START, Entry, Said, about, head_of, last_review, reviewed, text_of
from lawmap.integrity.log_reading import Log, faults_of_head, read_log
from tests.integrity.written import SUBJECTS, entries

COUNT = 7
WRITTEN = text_of(entries(COUNT)).encode()
HEAD = head_of(entries(COUNT))
LINES = WRITTEN.splitlines(keepends=True)
INDEX = st.integers(0, COUNT - 1)

# What a reader may be shown: no characters that deceive, which the command refuses.
TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)


def is_found(raw: bytes, head: str | None = None) -> bool:
    log = read_log(raw, "log")
    return bool(log.faults) or (head is not None and bool(faults_of_head(log, head, "log", "")))


def test_a_log_is_read_as_it_was_written() -> None:
    assert read_log(WRITTEN, "log") == Log(tuple(entries(COUNT)), ())
    assert read_log(b"", "log") == Log((), ())


@given(by=TEXTS.filter(str.strip), note=TEXTS, state=st.sampled_from([None, "draft", "final"]))
def test_whatever_is_said_is_read_back(by: str, note: str, state: str | None) -> None:
    entry = reviewed([], SUBJECTS[0], Said(by, "2025-03-04T10:00:00Z", note, state))
    assert read_log(text_of([entry]).encode(), "log") == Log((entry,), ())


@given(at=st.integers(0, len(WRITTEN) - 1), change=st.integers(1, 255))
def test_a_changed_byte_is_found_wherever_it_is(at: int, change: int) -> None:
    raw = bytearray(WRITTEN)
    raw[at] ^= change
    assert is_found(bytes(raw))


@given(at=st.integers(0, len(WRITTEN) - 1))
def test_a_byte_that_is_taken_out_or_put_in_is_found(at: int) -> None:
    assert is_found(WRITTEN[:at] + WRITTEN[at + 1 :])
    assert is_found(WRITTEN[:at] + b" " + WRITTEN[at:])
    assert is_found(WRITTEN[:at] + b"\n" + WRITTEN[at:])


def swapped(one: int, other: int) -> list[bytes]:
    lines = list(LINES)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


LINE_EDITS: dict[str, Callable[[int, int], list[bytes]]] = {
    "swap": swapped,
    "deletion": lambda one, _: [*LINES[:one], *LINES[one + 1 :]],
    "duplication": lambda one, other: [*LINES[:one], LINES[other], *LINES[one:]],
    "replacement": lambda one, other: [*LINES[:one], LINES[other], *LINES[one + 1 :]],
}


@pytest.mark.parametrize("edit", LINE_EDITS.values(), ids=LINE_EDITS)
@given(one=INDEX, other=INDEX)
def test_an_edit_of_lines_is_found_with_the_head_known_and_without_unless_it_cuts_the_end(
    edit: Callable[[int, int], list[bytes]], one: int, other: int
) -> None:
    lines = edit(one, other)
    if lines == LINES:
        return
    assert is_found(b"".join(lines), HEAD)
    is_cut = lines == LINES[: len(lines)]
    assert is_found(b"".join(lines)) is not is_cut


@given(keep=st.integers(0, COUNT))
def test_a_cut_end_is_found_by_the_head_alone(keep: int) -> None:
    cut = b"".join(LINES[:keep])
    assert not is_found(cut)
    assert is_found(cut, HEAD) is (keep < COUNT)


def test_a_log_that_was_written_anew_is_found_by_the_head_alone() -> None:
    other = reviewed([], SUBJECTS[0], Said("Somebody", "2025-03-01T10:00:00Z", "All well", "final"))
    anew = text_of([other]).encode()
    assert not is_found(anew)
    assert is_found(anew, HEAD)


def test_a_log_that_grew_still_holds_its_earlier_heads() -> None:
    heads = [START, *(entry.hash for entry in entries(COUNT))]
    assert [head for head in heads if is_found(WRITTEN, head)] == []


def test_an_edit_is_told_at_the_line_where_it_was_made() -> None:
    for index in range(COUNT):
        changed = LINES[index].replace(b'"by":"Reviewer', b'"by":"Somebody')
        raw = b"".join([*LINES[:index], changed, *LINES[index + 1 :]])
        (fault,) = read_log(raw, "log").faults
        assert (fault.code, fault.position.line) == ("LM807", index + 1)
        assert fault.position.column == changed.index(b'"hash"') + 1


def test_a_last_line_without_its_end_was_not_written_whole() -> None:
    (fault,) = read_log(WRITTEN[:-1], "log").faults
    assert (fault.code, fault.position.line) == ("LM807", COUNT)


def test_an_entry_of_an_earlier_time_is_a_warning_and_no_loss() -> None:
    first = reviewed([], SUBJECTS[0], Said("A", "2025-03-04T10:00:00Z", "n", "final"))
    second = reviewed([first], SUBJECTS[0], Said("A", "2025-03-04T09:59:59Z", "n", "final"))
    log = read_log(text_of([first, second]).encode(), "log")
    assert [(fault.code, fault.position.line) for fault in log.faults] == [("LM809", 2)]
    assert log.is_sound
    assert log.entries == (first, second)


def test_a_correction_is_a_word_on_the_review_and_the_review_stays() -> None:
    log = entries(3)
    assert [one.kind for one in log] == ["review", "review", "correction"]
    review = last_review(about(log, "allegation", "neighbour"))
    assert review is not None
    assert (review.entry, review.correction) == (log[0], log[2])


def test_canonical_json_is_that_of_rfc_8785() -> None:
    """The strings of its section 3.2.2, and keys in the order of their characters."""
    value: dict[str, str | int | None] = {
        "string": '€$\x0f\nA\'B"\\\\"/',
        "number": 333,
        "literal": None,
    }
    assert canonical(value) == (
        r'{"literal":null,"number":333,"string":"€$\u000f\nA' + "'" + r'B\"\\\\\"/"}'
    )


def test_the_hash_of_an_entry_covers_all_that_it_says() -> None:
    entry = entries(1)[0]
    for key in set(Entry._fields) - {"hash"}:
        value = getattr(entry, key)
        changed: Any = {key: 5 if value is None or key == "number" else f"{value}x"}
        other = entry._replace(**changed)
        assert other.own_hash != entry.hash, key


@pytest.mark.parametrize("at", range(1, COUNT))
def test_a_log_that_goes_on_with_the_lines_of_another_is_found_without_a_head(at: int) -> None:
    """Each line is whole and numbered as it should be; only the hash of the one before is not."""
    other: list[Entry] = []
    for entry in entries(COUNT):
        said = Said(entry.by, entry.at, "Another note", entry.state)
        other.append(reviewed(other, entry.subject, said))
    spliced = text_of([*entries(COUNT)[:at], *other[at:]]).encode()
    (fault,) = read_log(spliced, "log").faults
    assert (fault.code, fault.position.line) == ("LM807", at + 1)


def test_an_entry_of_a_wrong_number_is_found_though_its_hashes_fit() -> None:
    log = entries(1)
    forged = reviewed(log, SUBJECTS[0], Said("A", "2025-03-04T10:00:00Z", "n"))._replace(number=5)
    forged = forged._replace(hash=forged.own_hash)
    (fault,) = read_log(text_of([*log, forged]).encode(), "log").faults
    assert (fault.code, fault.position.line) == ("LM807", 2)
