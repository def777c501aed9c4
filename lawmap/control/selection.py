"""Which codes a run asks for: ``select`` and ``ignore``, as codes, names or beginnings of codes."""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.diagnostics import RULES, did_you_mean
from lawmap.errors import UnknownIdError
from lawmap.rules import find_code

EVERY = "LM"
"""The beginning of every code."""

ALWAYS_TOLD = frozenset(code for code in RULES if code.startswith("LM0")) | {"LM901"}
"""Codes that nothing takes out or suppresses.

A file that cannot be read hides all that is wrong in it, and a suppression without a reason is one
that nobody can review.
"""

SUPPRESSIBLE = frozenset(RULES) - ALWAYS_TOLD

_BEGINNINGS = frozenset(code[:length] for code in RULES for length in range(len(EVERY), len(code)))


def is_beginning(name: str) -> bool:
    """Whether this is the beginning of codes and no whole one, such as ``LM2``."""
    return name.upper() in _BEGINNINGS


def codes_of(name: str) -> frozenset[str]:
    """The codes that a code, the name of a rule, or a beginning such as ``LM30`` means.

    Raises:
        UnknownIdError: if it means none, with the name that comes nearest.
    """
    if is_beginning(name):
        return frozenset(code for code in RULES if code.startswith(name.upper()))
    return frozenset({find_code(name)})


def unknown_name(name: str) -> str:
    """What is to be said of a name that means no code."""
    hint = did_you_mean(name.lower(), (rule.name for rule in RULES.values()))
    # Of codes that differ in one digit none is nearer than another.
    if not hint and not name.upper().startswith(EVERY):
        hint = did_you_mean(name.upper(), RULES)
    return f"no rule has the code or name '{name}'{hint}"


def unfit(names: Iterable[str], *, to_ignore: bool) -> list[str]:
    """What is wrong with names that are to choose codes, a sentence each.

    Args:
        names: as somebody wrote them.
        to_ignore: whether they are to be left out: some codes never are.
    """
    wrong: list[str] = []
    for name in names:
        try:
            codes = codes_of(name)
        except UnknownIdError:
            wrong.append(unknown_name(name))
            continue
        if to_ignore and codes <= ALWAYS_TOLD:
            wrong.append(f"'{name}' is always told and cannot be left out")
    return wrong


def choose(select: Iterable[str] = (EVERY,), ignore: Iterable[str] = ()) -> frozenset[str]:
    """The codes that are asked for, with those that are always told.

    Of a beginning and a longer one or a whole code the longer decides: ``select LM302`` and
    ``ignore LM3`` leave LM302. Where both say the same, ``ignore`` does.

    Raises:
        UnknownIdError: if a name means no code.
    """
    asked, left = _lengths(select), _lengths(ignore)
    chosen = {code for code, length in asked.items() if length > left.get(code, 0)}
    return ALWAYS_TOLD | chosen


def _lengths(names: Iterable[str]) -> dict[str, int]:
    """How exactly each code is named; those that are not named are left out."""
    lengths: dict[str, int] = {}
    for name in names:
        exactly = len(name) if is_beginning(name) else len("LM000")
        for code in codes_of(name):
            lengths[code] = max(exactly, lengths.get(code, 0))
    return lengths
