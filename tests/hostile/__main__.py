"""``python -m tests.hostile``: a table of the corpus, each case tried."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.corpus import every_case


def main() -> int:
    """Try every case and print how many of each class and entry point were answered as expected."""
    tried: Counter[tuple[str, str]] = Counter()
    answered: Counter[tuple[str, str]] = Counter()
    failed = []
    for case in every_case():
        row = (case.klass, case.entry)
        tried[row] += 1
        why = _fault(case)
        answered[row] += not why
        if why:
            failed.append(f"FAILED {case}\n{why}")
    width = max(len(klass) for klass, _ in tried)
    for klass, entry in sorted(tried):
        row = (klass, entry)
        print(f"{klass:{width}}  {entry:24}  {tried[row]:5}  {answered[row]:5}")  # noqa: T201
    total = f"{len(tried)} rows"
    print(f"{'all':{width}}  {total:24}  {tried.total():5}  {answered.total():5}")  # noqa: T201
    print("\n".join(failed), end="", file=sys.stderr)  # noqa: T201
    return 1 if failed else 0


def _fault(case: Case) -> str:
    """Why a case was not answered as expected; "" if it was."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            case.check(Path(folder))
        except AssertionError as error:
            return str(error)
    return ""


if __name__ == "__main__":
    sys.exit(main())
