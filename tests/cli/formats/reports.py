"""Reports to write down: one with everything that a fault can carry, none, and any at all."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from lawmap.diagnostics import (
    RULES,
    Diagnostic,
    Edit,
    Fix,
    Position,
    Related,
    Report,
    Severity,
    Suppression,
)

EMPTY = Report(faults=(), files=3)

few = settings(max_examples=15)
"""A report holds many texts, so that few reports are many tries."""

_SAFE = Fix("Write the code in capitals.", (Edit(90, 28, 90, 33, "LM302"),))
_UNSAFE = Fix("Name the file after its id.", rename="49-1.yaml", safe=False)
_DATES = "  - {state: УКР, from: 1954-07-03, until: 1950-10-21}  # 戦争 та мир"
_COMMENT = "\t- 制裁, cafe\u0301 # lawmap: ignore[lm302] the report says so"

FULL = Report(
    faults=(
        Diagnostic(
            Position("norms/instruments/gc4/49.yaml", 1, 1),
            "LM108",
            "id 'gc4:49(1)' belongs in '49-1.yaml'",
            "Rename the file, or give the id that the name says.",
            fix=_UNSAFE,
        ),
        Diagnostic(
            Position("norms/instruments/gc4/parties.yaml", 4, _DATES.index("1950") + 1),
            "LM301",
            "'until' 1950-10-21 lies before 'from' 1954-07-03",
            "Look both dates up in the depositary's list.",
            _DATES,
            (Related(Position("norms/instruments/gc4/instrument.yaml", 12, 3), "in force here"),),
            length=10,
        ),
        Diagnostic(
            Position("norms/instruments/gc4/parties.yaml", 90, _COMMENT.index("lm302") + 1),
            "LM902",
            "'lm302' suppresses nothing: 100 % <of> it [see](1)",
            "",
            _COMMENT,
            length=5,
            fix=_SAFE,
        ),
        Diagnostic(
            Position("seeds/allegations/a, b: c.yaml", 2, 5),
            "LM205",
            "id 'a' is taken",
            "Give one of the two another id.",
            "id: a",
            (Related(Position("seeds/allegations/a.yaml", 2, 5), "first used here", "id: a"),),
        ),
    ),
    suppressed=(
        Diagnostic(
            Position("norms/instruments/gc4/49.yaml", 7, 9),
            "LM302",
            "applied on 1949-01-01, in force from 1950-10-21",
            "Give a later day.",
            "date: 1949-01-01  # lawmap: ignore[LM302] the report says so",
            length=10,
            suppression=Suppression(
                "inSource",
                "the report says so",
                Position("norms/instruments/gc4/49.yaml", 7, 19),
            ),
        ),
    ),
    files=444,
)

# What means something to one of the formats, or to a screen.
HOSTILE = "%:,;=[]()<>&\"'\\/|`*_#@-. \t\r\n\0\x1b\x7f\x85\xa0\u0301\u200b\u2028\u202e\ufffe世"
_NO_FILE_HAS = "/\0"

texts = st.text(st.one_of(st.sampled_from(f"{HOSTILE}\ud800"), st.characters()), max_size=30)
lines = texts.map(lambda text: text.replace("\n", ""))
paths = st.lists(
    st.text(
        # \udc80 is how Python names a byte that is not UTF-8; no other half of a pair is in a name.
        st.one_of(
            st.sampled_from(f"{HOSTILE}\udc80"), st.characters(exclude_categories=["Cs"])
        ).filter(lambda char: char not in _NO_FILE_HAS),
        min_size=1,
        max_size=10,
    ).filter(lambda part: part not in (".", "..")),
    min_size=1,
    max_size=3,
).map("/".join)
numbers = st.integers(1, 2_000)
positions = st.builds(Position, paths, numbers, numbers)
edits = st.builds(Edit, numbers, numbers, numbers, numbers, texts)
fixes = st.builds(Fix, texts, st.lists(edits, max_size=2).map(tuple), lines, st.booleans())
related = st.builds(Related, positions, texts, lines, numbers)
suppressions = st.builds(
    Suppression, st.sampled_from(["inSource", "external"]), texts, st.none() | positions
)


def faults(why: st.SearchStrategy[Suppression | None]) -> st.SearchStrategy[Diagnostic]:
    return st.builds(
        Diagnostic,
        position=positions,
        code=st.sampled_from(sorted(RULES)),
        message=texts,
        mend=texts,
        source_line=lines,
        related=st.lists(related, max_size=2).map(tuple),
        length=st.integers(1, 50),
        fix=st.none() | fixes,
        suppression=why,
    )


def several(items: st.SearchStrategy[Diagnostic]) -> st.SearchStrategy[tuple[Diagnostic, ...]]:
    return st.lists(items, max_size=3).map(
        lambda found: tuple(sorted(found, key=lambda item: item.position))
    )


any_report = st.builds(
    Report,
    faults=several(faults(st.none())),
    suppressed=several(faults(suppressions)),
    files=numbers,
    fail_level=st.sampled_from(Severity),
)
