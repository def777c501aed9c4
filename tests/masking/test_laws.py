"""Laws of masking, for any text around a name; and its time, for any number of names."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.masking.counts import mask_of
from tests.masking.variants import Variant, variants

EVERY = list(variants())
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


@given(variant=st.sampled_from(EVERY), before=PLAIN, after=PLAIN)
def test_a_variant_is_masked_and_found_in_any_text(
    variant: Variant, before: str, after: str
) -> None:
    mask = mask_of(variant.name)
    # Words of their own, so that what stands around neither joins the name nor escapes it.
    text = f"{before} said\n\n{variant.text}\n\nand left {after}"
    assert list(mask.leaks(text))
    masked = mask.text(text)
    assert list(mask.leaks(masked)) == []
    assert list(mask.leaks(mask.hidden(variant.text))) == []


@given(text=st.text(max_size=60))
def test_a_text_without_the_name_stays_as_it_is(text: str) -> None:
    mask = mask_of("Ярополк Щебетуненко")
    assert mask.text(text) == text
    assert list(mask.leaks(text)) == []


@given(name=st.sampled_from(EVERY), lines=st.integers(0, 5))
def test_a_leak_tells_the_line(name: Variant, lines: int) -> None:
    text = "one\n" * lines + name.text
    assert {leak.line for leak in mask_of(name.name).leaks(text)} == {lines + 1}


def words(count: int) -> list[str]:
    draw = random.Random(8)  # noqa: S311  (no secret)
    letters = "абвгдежзиклмнопрстуфхцчшюя"
    return ["".join(draw.choices(letters, k=draw.randint(6, 9))) for _ in range(count)]


@pytest.mark.slow
def test_ten_thousand_names_and_a_long_text_end() -> None:
    some = words(20_000)
    names = [f"{one} {two}" for one, two in zip(some[::2], some[1::2], strict=True)]
    text = " ".join(some[::2] * 13)
    mask = mask_of(*names)
    assert len(text) > 1_000_000
    assert "P77" in {leak.called for leak in mask.leaks(f"{text}\n{names[77]}")}


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["<", "[", "](", "&", "&#", "%d0", "\\x", "\\", "<!--", "a'", "-\n", "a b ", "J ", "*"]
)
def test_no_repeated_piece_takes_long(piece: str) -> None:
    assert list(mask_of("Jan Roe").leaks(piece * 50_000)) == []
