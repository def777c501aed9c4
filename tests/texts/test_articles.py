"""Numbers of articles, however a text writes them."""

from __future__ import annotations

import pytest

from lawmap.texts.articles import Heading, article_key, read_heading, split_pinpoint


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("I", "1"),
        ("II", "2"),
        ("IV", "4"),
        ("IX", "9"),
        ("XIV", "14"),
        ("XIX", "19"),
        ("XL", "40"),
        ("49", "49"),
        (" 8bis", "8 bis"),
        ("15 TER", "15 ter"),
        ("premier", "1"),
        ("1er", "1"),
        ("IIII", "iiii"),
    ],
)
def test_an_article_has_one_number(written: str, key: str) -> None:
    assert article_key(written) == key


@pytest.mark.parametrize(
    ("pinpoint", "parts"),
    [
        ("gc4:49(1)", ("gc4", "49", "(1)")),
        ("genocide:II(e)/children", ("genocide", "2", "(e)")),
        ("rome:8 bis", ("rome", "8 bis", "")),
        ("gc4", ("gc4", "", "")),
    ],
)
def test_a_pinpoint_has_an_instrument_an_article_and_locators(
    pinpoint: str, parts: tuple[str, str, str]
) -> None:
    assert split_pinpoint(pinpoint) == parts


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Article 49", Heading("49", "", "")),
        ("Art. 49 - Deportations", Heading("49", "", "Deportations")),
        ("ARTICLE IX.", Heading("9", "", "")),
        ("Article premier", Heading("1", "", "")),
        ("Article 8 bis: Aggression", Heading("8 bis", "", "Aggression")),
        ("Article 7 (1) (d) - Deportation[^14]", Heading("7", "(1)(d)", "Deportation")),
        ("Article 7 (1) (g)-2 – Slavery", Heading("7", "(1)(g)", "Slavery")),
        ("Rule 129. Displacement", Heading("129", "", "Displacement")),
        ("Стаття 49", Heading("49", "", "")),
        ("Part III", None),
        ("Articles 5 and 6", None),
        ("Article 7 of the Statute applies.", None),
        ("Article", None),
    ],
)
def test_a_line_opens_an_article_or_none(line: str, heading: Heading | None) -> None:
    assert read_heading(line, marked=False) == heading


def test_a_marked_heading_needs_nothing_before_its_title() -> None:
    assert read_heading("Article 49 Deportations", marked=True) == Heading("49", "", "Deportations")
