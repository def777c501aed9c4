"""Names that stand in no shipped text raise no alarm there."""

from __future__ import annotations

import pytest

from tests.masking.counts import mask_of
from tests.masking.plain_texts import FULL_NAMES, SINGLE_NAMES, dossiers, records

EVERY = [*FULL_NAMES, *SINGLE_NAMES]
EXPLAINED = {
    "Ян",  # the month in tables of parties: Jan is how the name is written in Latin
    "May State",  # two words of law: "No State may" is this name, surname first
    "Will Court",  # likewise: "A court will"
    "Лев",  # "lev" in the address of a page
    "Дмитрий",  # a spokesperson is called Dmitry, and who lists a given name alone is told of him
}


@pytest.mark.slow
@pytest.mark.counted
@pytest.mark.parametrize("texts", [records, dossiers])
def test_shipped_texts_raise_no_alarm(texts: object) -> None:
    assert callable(texts)
    mask = mask_of(*EVERY)
    alarms = {EVERY[int(leak.called[1:])] for text in texts().values() for leak in mask.leaks(text)}
    assert alarms <= EXPLAINED
