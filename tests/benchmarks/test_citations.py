"""The benchmark of citations counts as it says: what is found, what is missed, what is cut."""

from __future__ import annotations

import pytest

from benchmarks.citations.corpus import HOSTILE, hostile_text
from benchmarks.citations.scoring import Found, Meaning, Miss, Score, Span, labelled, score

EXISTS = Meaning("exists", frozenset({"gc4:49"}), ambiguous=False)
UNSURE = Meaning("ambiguous", frozenset({"gc4:49"}), ambiguous=True)
OTHER = Meaning("exists", frozenset({"gc4:51"}), ambiguous=False)


def row(*spans: tuple[int, int], cut: tuple[tuple[int, int], ...] = (), **given: object) -> object:
    told = {"keys": ["gc4:49"], "ambiguous": False, "status": "exists"} | given
    return {
        "citations": [{"start": start, "end": end} | told for start, end in spans],
        "cut": [list(one) for one in cut],
    }


def scored(truth: object, *found: tuple[int, int, Meaning | None]) -> Score:
    finds = [Found(Span(start, end), meaning) for start, end, meaning in found]
    return score([(1, labelled(truth), finds)])  # type: ignore[arg-type]


def counts(one: Score) -> tuple[int, ...]:
    return one[:6]


def test_the_same_span_with_the_same_meaning_is_right_in_all() -> None:
    one = scored(row((0, 10), (20, 30)), (0, 10, EXISTS), (20, 30, EXISTS))
    assert counts(one) == (2, 2, 2, 2, 2, 0)
    assert (one.precision, one.recall, one.resolution, one.misses) == (1, 1, 1, ())


def test_a_span_that_overlaps_is_found_but_not_the_same() -> None:
    assert counts(scored(row((0, 10)), (5, 12, EXISTS))) == (1, 1, 1, 0, 1, 0)


def test_of_two_finds_in_one_label_only_one_counts_and_the_other_is_wrong() -> None:
    one = scored(row((0, 10)), (0, 3, EXISTS), (4, 10, EXISTS))
    assert counts(one) == (1, 2, 1, 0, 1, 0)
    assert [miss.what for miss in one.misses] == ["no citation"]


def test_one_find_over_two_labels_finds_one_of_them() -> None:
    one = scored(row((0, 10), (12, 20)), (0, 20, EXISTS))
    assert counts(one) == (2, 1, 1, 0, 1, 0)
    assert one.misses == (
        Miss(1, "not found", None, labelled(row((12, 20))).labels[0]),  # type: ignore[arg-type]
    )


def test_what_an_edge_cuts_counts_neither_way() -> None:
    assert counts(scored(row(cut=((0, 5),)), (0, 4, EXISTS))) == (0, 0, 0, 0, 0, 0)
    assert scored(row(cut=((0, 5),)), (6, 9, EXISTS)).precision == 0


def test_another_meaning_is_found_but_not_resolved() -> None:
    one = scored(row((0, 10)), (0, 10, OTHER))
    assert (one.precision, one.recall, one.resolution) == (1, 1, 0)
    assert [miss.what for miss in one.misses] == ["another meaning"]


def test_being_sure_of_what_is_ambiguous_is_counted() -> None:
    unsure = row((0, 10), status="ambiguous", ambiguous=True)
    assert scored(unsure, (0, 10, EXISTS)).overconfident == 1
    assert scored(unsure, (0, 10, UNSURE)).overconfident == 0


def test_who_knows_no_meaning_is_judged_by_spans_alone() -> None:
    one = scored(row((0, 10)), (0, 10, None))
    assert (one.precision, one.recall, one.misses) == (1, 1, ())


def test_who_finds_nothing_has_no_recall() -> None:
    assert (scored(row((0, 10))).precision, scored(row((0, 10))).recall) == (1, 0)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_have_the_size_that_is_asked_for(name: str) -> None:
    assert len(hostile_text(name, 1000)) == 1000
