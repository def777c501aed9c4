"""How many variants of names are caught, and how many texts raise a false alarm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lawmap.masking import Mask
from lawmap.model.persons import Person
from tests.masking.variants import Variant, variants

AROUND = "The paper of 3 May says: {} was taken away."


def mask_of(*names: str) -> Mask:
    return Mask([Person(name=name, called=f"P{index}") for index, name in enumerate(names)])


def missed(tried: Iterable[Variant]) -> list[Variant]:
    """Those that are neither found in a text nor masked in it."""
    masks: dict[str, Mask] = {}
    left = []
    for one in tried:
        mask = masks.setdefault(one.name, mask_of(one.name))
        text = AROUND.format(one.text)
        masked = mask.text(text)
        if not list(mask.leaks(text)) or "[P0]" not in masked or list(mask.leaks(masked)):
            left.append(one)
    return left


def by_class() -> dict[str, tuple[int, int]]:
    """For each class how many were tried and how many caught."""
    every = list(variants())
    tried = Counter(one.sort for one in every)
    left = Counter(one.sort for one in missed(every))
    return {sort: (count, count - left[sort]) for sort, count in tried.items()}
