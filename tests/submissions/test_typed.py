"""Typed citations of a document: what is wrong, and what may be written as placeholders."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lawmap.diagnostics import Diagnostic
from lawmap.documents import read_markdown
from lawmap.loading import load, shipped_pack
from lawmap.quoting import Result, Shelf
from lawmap.recognising import Names
from lawmap.submissions import Wanted, examine
from lawmap.submissions.placeholders import find_placeholders
from lawmap.submissions.typed import Law, typed_citations
from lawmap.submissions.typed_edits import rewrites, rewritten
from lawmap.submissions.typed_faults import faults_of
from lawmap.texts import open_packs
from tests.submissions.made_up import MOVED, write_pack

REWRITES: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "typed" / "rewrites.yaml").read_text(encoding="utf-8")
)


LONGEST = 600
"""So many characters three titles, as treaties have them, may fill."""


@cache
def law() -> Law:
    """The shipped law, and two articles that are made up."""
    library = load((), [shipped_pack()]).library
    with tempfile.TemporaryDirectory() as folder:
        write_pack(Path(folder))
        return Law(library, Names.of(library), Shelf(library, open_packs(Path(folder))))


def wanted() -> Wanted:
    library = law().library
    return Wanted(library, library, library.styles["oscola"], "public")


def faults(text: str) -> list[Diagnostic]:
    document = read_markdown(text)
    return list(faults_of("a.md", document, typed_citations(document, law())))


def fixed(text: str) -> str:
    document = read_markdown(text)
    return rewritten(text, rewrites(document, typed_citations(document, law()).typed))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Article 49(6) GC IV says “{MOVED}”.", []),
        (f"“{MOVED}”.[^1]\n\n[^1]: Article 49(6) GC IV.", []),
        (f"Article 49(6) GC IV says:\n\n> {MOVED}", []),
        ("Article 49(6) GC IV says “The Power may not move its old lamps”.", [("LM724", 1, 27)]),
        (f"Article 49(1) GC IV says “{MOVED}”.", [("LM725", 1, 27)]),
        (f"Article 53 GC IV says “{MOVED}”.", [("LM725", 1, 24)]),
        (f"As @{{gc4:53}} says, “{MOVED}”.", [("LM725", 1, 21)]),
        (f"“{MOVED}” [@{{gc4:53}}].", [("LM725", 1, 2)]),
        (f"“{MOVED}”.[^1]\n\n[^1]: Article 53 GC IV.", [("LM725", 1, 2)]),
        (f"Article 53 GC IV says:\n\n> {MOVED}", [("LM725", 3, 3)]),
        (f"Article 51 GC IV says “{MOVED}”.", [("LM726", 1, 24)]),
        ("Article 53 GC IV says “anybody of town at Lamps not all”.", [("LM727", 1, 24)]),
        ("Article 51 GC IV says “every lamp must burn all night”.", []),
        (f"Article 999 GC IV says “{MOVED}”.", [("LM722", 1, 1)]),
        (f"Article 27 of the Geneva Convention says “{MOVED}”.", [("LM723", 1, 1)]),
        (f"Article 49(1) GC IV. Article 31 of the VCLT says “{MOVED}”.", []),
        (f"Article 49(1) GC IV. [@{{decision:a}}] says “{MOVED}”.", []),
        (f"Article 53 GC IV says “{MOVED}”. See also Article 49(6) GC IV.", [("LM725", 1, 24)]),
        (f"Article 49(6) and Article 53 GC IV say “{MOVED}”.", []),
        (f"Article 53 GC IV and @{{gc4:49(1)}} say “{MOVED}”.", [("LM725", 1, 40)]),
        ("Article 31 of the VCLT, Article 7.", []),
        ("No citation.", []),
    ],
)
def test_faults(text: str, told: list[tuple[str, int, int]]) -> None:
    assert [(one.code, *one.position[1:]) for one in faults(text)] == told


def test_a_whole_instrument_has_the_words_of_its_articles() -> None:
    found = typed_citations(read_markdown(f"As @{{gc4}} says, “{MOVED}”."), law())
    (quoted,) = found.placed[0].quoted
    assert quoted.compared.result is Result.VERBATIM


def test_a_fault_says_what_differs_and_where_words_stand() -> None:
    (one,) = faults("Article 49(6) GC IV says “The Power may not shift its own lamps”.")
    assert one.message.endswith("gc4:49(6): 'shift' where the law has 'move'")
    assert one.related[0].position[1:] == (1, 1)
    (one,) = faults(f"Article 53 GC IV says “{MOVED}”.")
    assert one.message == "these words do not stand in gc4:53; they stand in gc4:49(6)"
    (one,) = faults(f"Article 53 GC IV and Article 49(1) GC IV say “{MOVED}”.")
    assert one.message.startswith("these words do not stand in gc4:49(1), gc4:53; they stand in")
    (one,) = faults("Article 49(9) GC IV")
    assert one.message.endswith("has no 49(9). It has 49(1) to 49(6)")
    (one,) = faults("Article 8(2)(z) of the Rome Statute")
    assert one.message.endswith("has no 8(2)(z). It has 8(2)(a) to 8(2)(f)")
    (one,) = faults("Article 2(1) of the Rome Statute")
    assert one.message.endswith("has no 2(1). It has 2, without parts")
    (one,) = faults("Article 27 of the Geneva Convention")
    assert len(one.message) < LONGEST
    (one,) = faults(f"Article 999 GC IV says “{MOVED}”.")
    assert one.mend.endswith("The words quoted beside it stand in gc4:49(6).")


@pytest.mark.parametrize("case", REWRITES.values(), ids=list(REWRITES))
def test_what_is_rewritten(case: dict[str, str]) -> None:
    after = case.get("after", case["text"])
    assert fixed(case["text"]) == after
    assert fixed(after) == after


CITED = [
    "Article 49(6) GC IV",
    " (Article 51 GC IV)",
    "(Articles 2 and 4 of the Genocide Convention)",
    "arts 49-51 GC IV",
    "Article 999 GC IV",
    "@{gc4:49}",
    "[@{gc4:51}]",
]
MARKS = ["[a](b)", "[", "](b)", "*", "`", "> ", "\n", "\n\n", "“", "”", "- ", "(", ")", "|", "\\"]
BESIDE = ["[^1]", "\n\n[^1]: ", "^[", "]", " and ", ". ", "&amp;", "-", "# ", "    ", "x"]
PIECES = st.sampled_from([*CITED, *MARKS, *BESIDE])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_was_rewritten_is_read_as_placeholders_and_stays(text: str) -> None:
    document = read_markdown(text)
    made = list(rewrites(document, typed_citations(document, law()).typed))
    after = rewritten(text, made)
    before, now = find_placeholders(document), find_placeholders(read_markdown(after))
    assert len(now.malformed) == len(before.malformed)
    assert len(now.placeholders) == len(before.placeholders) + len(made)
    left = {fault.code for fault in examine(text, "a.md", wanted()).faults}
    assert {fault.code for fault in examine(after, "a.md", wanted()).faults} <= left
    assert fixed(after) == after
