"""Initials beside a word of a listed name are that name."""

from __future__ import annotations

import pytest

from tests.masking.counts import mask_of, missed
from tests.masking.variants import Variant


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Олександр Петренко", "О. Петренко"),
        ("Олександр Петренко", "Петренко О."),
        ("Олександр Петренко", "О.Петренко"),
        ("Олександр Петренко", "О. І. Петренко"),
        ("Олександр Петренко", "Петренко, О. І."),
        ("Олександр Петренко", "О. Петренка"),
        ("Олександр Петренко", "O. Petrenko"),
        ("Олександр Петренко", "PETRENKO O."),
        ("Петренко Олександр Іванович", "О.І. Петренко"),
        ("Петренко Олександр Іванович", "Петренко О."),
        ("Юлія Щербак", "Yu. Shcherbak"),
        ("Щербак Юлія", "Ю. Щербаком"),
        ("Yevhen Honchar", "Є. Гончар"),
        ("Galina Petrova", "Г. Петрова"),
        ("Jan Quorl", "J. Quorl"),
        ("Jan Quorl", "**J.** _Quorl_"),
        ("Jan Quorl", "Jan Q."),
    ],
)
def test_initials_are_caught(listed: str, text: str) -> None:
    assert missed([Variant("initials", listed, text)]) == []


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Anna State", "a State"),
        ("Anna State", "A State"),
        ("Anna State", "under (a). State practice"),
        ("Anna Field", "Annex A: Field reports"),
        ("Олександр Петренко", "М. Петренко"),
        ("Петренко Олександр Іванович", "О. М. Петренко"),
        ("Олександр Петренко", "О. Петрович"),
        ("Jan Quorl", "It ended in J. The Quorl"),
        ("Mary Wood", "m. wood"),
    ],
)
def test_what_is_somebody_else_stays(listed: str, text: str) -> None:
    assert mask_of(listed).text(text) == text


def test_all_of_it_is_masked() -> None:
    assert mask_of("Олена Петренко").text("Тут О. І. Петренко, і Petrenko O. I. там") == (
        "Тут [P0], і [P0] там"
    )
