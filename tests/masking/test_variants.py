"""Every way of writing a listed name is found, masked, and leaves nothing behind."""

from __future__ import annotations

from itertools import groupby

import pytest

from tests.masking.counts import missed
from tests.masking.variants import NAMES, Variant, variants

BY_CLASS = {sort: list(some) for sort, some in groupby(variants(), key=lambda one: one.sort)}


def test_there_are_forty_names_in_both_scripts() -> None:
    assert len(NAMES) == len(set(NAMES)) == 40


@pytest.mark.slow
@pytest.mark.counted
@pytest.mark.parametrize("sort", BY_CLASS)
def test_every_variant_is_caught(sort: str) -> None:
    assert missed(BY_CLASS[sort]) == []


@pytest.mark.parametrize("sort", BY_CLASS)
def test_some_variants_of_each_class_are_caught(sort: str) -> None:
    assert missed(BY_CLASS[sort][::23]) == []


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Іван Петрович Гончаренко", "Гончаренко Іван"),
        ("Іван Петрович Гончаренко", "Ivan Honcharenko"),
        ("Іван Гончаренко", "Івана Гончаренка"),
        ("Іван Гончаренко", "Іваном Гончаренком"),
        ("Марія Вишнева", "Марією Вишневою"),
        ("Anna Müller", "Anna Mueller"),
        ("Jan Roe", "Ян Рое"),
        ("Надія", "Nadiia"),
        ("Jan Roe", "jan-roe2.jpg"),
    ],
)
def test_more_is_caught(listed: str, text: str) -> None:
    assert missed([Variant("more", listed, text)]) == []


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Jan Roe", "Monroe Jan"),
        ("Jan Roe", "Jana Roes"),
        ("Іван Петрович Гончаренко", "Іван Петрович Мельник"),
        ("Іван Гончаренко", "Іван Гончар"),
        ("Іван Гончаренко", "Марія Гончаренко"),
        ("Надія", "надію"),
        ("Ян", "an attack"),
        ("Person 1", "Person 12"),
    ],
)
def test_other_words_are_left(listed: str, text: str) -> None:
    assert missed([Variant("other", listed, text)]) != []
