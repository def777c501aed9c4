"""Which codes are asked for by codes, names and beginnings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.control.selection import ALWAYS_TOLD, choose, codes_of, unfit
from lawmap.diagnostics import RULES
from lawmap.errors import UnknownIdError

BEGINNINGS = sorted({code[:length] for code in RULES for length in (2, 3, 4)})
NAMES = [*BEGINNINGS, *RULES, *(rule.name for rule in RULES.values())]

CASES = {
    "nothing is left out": ([], [], {"LM201", "LM302", "LM902"}, set()),
    "a beginning is left out": ([], ["LM3"], {"LM201"}, {"LM302", "LM305"}),
    "a name is left out": ([], ["unknown-term"], {"LM202"}, {"LM201"}),
    "a code of a beginning that is left out": (["LM302"], ["LM3"], {"LM302"}, {"LM301", "LM201"}),
    "a beginning without one code": (["LM3"], ["LM302"], {"LM301"}, {"LM302", "LM201"}),
    "two beginnings": (["LM3", "LM50"], [], {"LM301", "LM501"}, {"LM201"}),
    "the same twice": (["LM302"], ["before-in-force"], set(), {"LM302"}),
    "small letters": (["lm30"], ["lm302"], {"LM301"}, {"LM302"}),
}


@pytest.mark.parametrize(("select", "ignore", "chosen", "left"), CASES.values(), ids=CASES)
def test_codes_are_chosen(
    select: list[str], ignore: list[str], chosen: set[str], left: set[str]
) -> None:
    found = choose(select or ["LM"], ignore)
    assert chosen <= found
    assert not left & found


@given(select=st.lists(st.sampled_from(NAMES)), ignore=st.lists(st.sampled_from(NAMES)))
def test_what_is_always_told_is_always_chosen_and_the_rest_only_if_asked_for(
    select: list[str], ignore: list[str]
) -> None:
    chosen = choose(select, ignore)
    assert chosen >= ALWAYS_TOLD
    asked = frozenset[str]().union(*map(codes_of, select))
    assert chosen - ALWAYS_TOLD <= asked


@given(name=st.sampled_from(NAMES))
def test_what_is_left_out_and_asked_for_by_the_same_name_is_left_out(name: str) -> None:
    assert choose([name], [name]) == ALWAYS_TOLD


@pytest.mark.parametrize("name", ["LM999", "LM99", "unknwn-term", "", "LM", "L", "LM2010"])
def test_a_name_means_codes_or_is_refused(name: str) -> None:
    if name == "LM":
        assert codes_of(name) == set(RULES)
    else:
        with pytest.raises(UnknownIdError):
            codes_of(name)


UNFIT = {
    "a slip in a name": ("unknwn-term", "no rule has the code or name 'unknwn-term'"),
    "with the near one": ("unknwn-term", "did you mean 'unknown-term'?"),
    "a slip in the letters of a code": ("LN201", "did you mean 'LM201'?"),
    "a fault of reading": ("LM004", "'LM004' is always told"),
    "all faults of reading": ("LM0", "'LM0' is always told"),
    "a missing reason": ("suppression-without-reason", "is always told"),
}


@pytest.mark.parametrize(("name", "words"), UNFIT.values(), ids=UNFIT)
def test_a_name_that_cannot_be_left_out_is_refused(name: str, words: str) -> None:
    (said,) = unfit([name, "LM9", "LM201"], to_ignore=True)
    assert words in said


def test_of_codes_that_differ_in_a_digit_none_is_suggested() -> None:
    assert unfit(["LM299"], to_ignore=False) == ["no rule has the code or name 'LM299'"]


def test_what_is_always_told_may_be_asked_for() -> None:
    assert unfit(["LM004", "LM0"], to_ignore=False) == []
