"""Codes of which a run does not look for every fault: that none was found says nothing.

What suppresses such a code is not called unused, and a known fault of it is not called gone.
"""

from __future__ import annotations

_DAY = frozenset({"LM303", "LM304"})
_TEXTS = frozenset({"LM305", "LM306", "LM307"})
_REPORTS = frozenset({"LM603", "LM604"})
_CASES = frozenset({"LM501", "LM502", "LM503"})
# The more files are read, the more of these there are.
_ALL_FILES = frozenset({"LM111", "LM112", "LM205", "LM210", "LM407", "LM408", "LM410"})


def unchecked_codes(
    *,
    day: bool = False,
    texts: bool = False,
    reports: bool = False,
    cases: bool = False,
    all_files: bool = False,
) -> frozenset[str]:
    """The codes of which a run does not look for every fault.

    Args:
        day: a day was given from which knowledge is stale.
        texts: the text of every quoted provision was at hand.
        reports: the originals of all sources were at hand.
        cases: the cases of all norms were run.
        all_files: every file of the project was read.
    """
    needs = {
        _DAY: day,
        _TEXTS: texts,
        _REPORTS: reports,
        _CASES: cases,
        _ALL_FILES: all_files,
    }
    return frozenset(code for codes, is_met in needs.items() if not is_met for code in codes)
