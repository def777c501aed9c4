"""A comment that speaks to lawmap is found exactly where YAML sees a comment."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from lawmap.control.comments import Comment, comments_of
from lawmap.control.edits import Edited
from lawmap.diagnostics import Edit

SAID = "# lawmap: ignore[LM302] reason"


def found(text: str) -> list[Comment]:
    return list(comments_of(text, "a.yaml"))


# Each text, and for each comment in it: line, column, the line of which it speaks, names, reason.
PLACES = {
    "behind a value": (f"a: 1  {SAID}\n", [(1, 7, 1)]),
    "behind a quoted value": (f'a: "x"  {SAID}\n', [(1, 9, 1)]),
    "alone, of the next line": (f"a: 1\n{SAID}\nb: 1\n", [(2, 1, 3)]),
    "alone and indented": (f"a:\n  {SAID}\n  b: 1\n", [(2, 3, 3)]),
    "alone, before comments and empty lines": (f"{SAID}\n# more\n\nb: 1\n", [(1, 1, 4)]),
    "alone at the end": (f"a: 1\n{SAID}\n", [(2, 1, 2)]),
    "at the end of a file without a line end": (f"a: 1 {SAID}", [(1, 6, 1)]),
    "behind another comment": (f"a: 1  # note {SAID}\n", [(1, 14, 1)]),
    "alone behind another comment": (f"# note {SAID}\na: 1\n", [(1, 8, 2)]),
    "two in a line": (f"a: 1  {SAID} {SAID}\n", [(1, 7, 1), (1, 38, 1)]),
    "in a flow list": (f"a: [1,  {SAID}\n  2]\n", [(1, 9, 1)]),
    "in a flow list, alone": (f"a: [1,\n  {SAID}\n  2]\n", [(2, 3, 3)]),
    "behind a flow mapping": (f"a: {{b: 1}}  {SAID}\n", [(1, 12, 1)]),
    "behind the sign of a block": (f"a: >-  {SAID}\n  text\nb: 1\n", [(1, 8, 1)]),
    "behind the sign of a kept block": (f"a: |2+ {SAID}\n    text\n", [(1, 8, 1)]),
    "after a block, less indented": (f"a:\n  b: |\n    text\n  {SAID}\n  c: 1\n", [(4, 3, 5)]),
    "after a folded text": (f"a: one\n  two  {SAID}\n", [(2, 8, 2)]),
    "behind characters of two halves": (f"a: 🎉 é  {SAID}\n", [(1, 9, 1)]),
    "with Windows line ends": (
        f"a: |\r\n  {SAID}\r\nb: 1  {SAID}\r\n{SAID}\r\nc: 1",
        [(3, 7, 3), (4, 1, 5)],
    ),
    "after the mark of a document": (f"---\n{SAID}\na: 1\n", [(2, 1, 3)]),
    "without blanks": ("a: 1 #lawmap:ignore[LM302]reason\n", [(1, 6, 1)]),
    # no comments
    "in a quoted text": (f'a: "x {SAID}"\n', []),
    "in a text in single quotes": (f"a: 'x {SAID}'\n", []),
    "in a quoted text over lines": (f'a: "x\n  {SAID}\n  y"\n', []),
    "behind the end of a quoted text over lines": (f'a: "x\n  # y" {SAID}\nb: 1\n', [(2, 8, 2)]),
    "in a block": (f"a: |\n  {SAID}\n", []),
    "in a folded block": (f"a: >\n  x\n\n  {SAID}\n", []),
    "in a block that ends the file": (f"a: |\n  x\n  {SAID}", []),
    "in a quoted text in a flow list": (f"a: ['{SAID}',\n  'x\n  {SAID}']\n", []),
    "in a plain text": ("a: x#lawmap: ignore[LM302]\n", []),
    "in a key": (f'"{SAID}": 1\n', []),
    "spoken of": ("a: 1  # ask lawmap: ignore[LM302] reason\n", []),
    "in a file that is no YAML": (f'{SAID}\na: "x\n', []),
}


@pytest.mark.parametrize(("text", "places"), PLACES.values(), ids=PLACES)
def test_a_comment_is_found_where_yaml_has_one(
    text: str, places: list[tuple[int, int, int]]
) -> None:
    comments = found(text)
    assert [(*one.position[1:], one.target) for one in comments] == places
    assert all([name.text for name in one.names or ()] == ["LM302"] for one in comments)
    assert {one.reason for one in comments} <= {"reason"}


WRITTEN = {
    "# lawmap: ignore[LM302, LM305]  because": ("ignore", ["LM302", "LM305"], "because"),
    "# lawmap: ignore[LM302 LM305]: because": ("ignore", ["LM302", "LM305"], "because"),
    "# lawmap: ignore[ unknown-term ,] -- because": ("ignore", ["unknown-term"], "because"),
    "# lawmap: ignore-file[LM302] because [of this]": (
        "ignore-file",
        ["LM302"],
        "because [of this]",
    ),
    "# lawmap: ignore[] because": ("ignore", [], "because"),
    "# lawmap: ignore because": ("ignore", None, "because"),
    "# lawmap: ignore[LM302": ("ignore", None, "[LM302"),
    "# lawmap: ignore[LM302]": ("ignore", ["LM302"], ""),
    "# lawmap: ignore[LM302] see # 5": ("ignore", ["LM302"], "see # 5"),
    "# lawmap:": ("", None, ""),
    "# lawmap: noqa": ("noqa", None, ""),
}


@pytest.mark.parametrize(("text", "meant"), WRITTEN.items())
def test_a_comment_is_read(text: str, meant: tuple[str, list[str] | None, str]) -> None:
    (comment,) = found(f"a: 1  {text}\n")
    names = None if comment.names is None else [name.text for name in comment.names]
    assert (comment.verb, names, comment.reason) == meant
    assert comment.length == len(text)


@pytest.mark.parametrize(
    ("text", "on_top"),
    [
        (f"{SAID}\na: 1\n", True),
        (f"# schema\n\n{SAID}\na: 1\n", True),
        (f"---\n{SAID}\na: 1\n", True),
        (f"a: 1  {SAID}\n", False),
        (f"a: 1\n{SAID}\n", False),
    ],
)
def test_on_top_is_what_nothing_but_comments_precedes(text: str, on_top: bool) -> None:
    assert [one.on_top for one in found(text)] == [on_top]


def test_a_name_has_its_column() -> None:
    (comment,) = found("a: 1  # lawmap: ignore[LM302,  LM305] x")
    assert [name.column for name in comment.names or ()] == [24, 32]


BODIES = ("a: 1", "a:\n  - x\n  - y", 'a: "q # b"', "a: |\n  block\n  more\nb: 2", "a: [1,\n  2]")
ENDS = st.sampled_from(["\n", "\r\n"])


def means_the_same(before: str, after: str) -> bool:
    """Whether what was written into a file is a comment there."""
    try:
        same: bool = yaml.safe_load(before) == yaml.safe_load(after)
    except yaml.YAMLError:
        return False
    return same


@given(st.sampled_from(BODIES), st.integers(0, 6), st.booleans(), ENDS, st.booleans())
def test_a_deleted_comment_leaves_the_file_as_it_was(
    body: str, line: int, alone: bool, end: str, ended: bool
) -> None:
    lines = [*body.split("\n"), ""] if ended else body.split("\n")
    assume(line < len(lines) and (alone or lines[line]))
    written = [*lines]
    if alone:
        written.insert(line, SAID)
    else:
        written[line] += f"  {SAID}"
    before, after = (end.join(one) for one in (lines, written))
    assume(means_the_same(before, after))
    (comment,) = found(after)
    assert Edited(after, [[comment.deletion]]).text == before


@given(text=st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20))
def test_no_text_of_a_file_is_taken_for_a_comment(text: str) -> None:
    said = f"{text} {SAID}"
    for style in ("'", '"', "|", ">"):
        written = yaml.dump({"a": [said, {"b": said}]}, default_style=style, allow_unicode=True)
        assert found(written) == []


KEPT = {
    "the first": (["LM302"], "a: 1  # lawmap: ignore[LM305, LM306] x\n"),
    "the middle": (["LM305"], "a: 1  # lawmap: ignore[LM302, LM306] x\n"),
    "two": (["LM302", "LM306"], "a: 1  # lawmap: ignore[LM305] x\n"),
    "all": (["LM302", "LM305", "LM306"], "a: 1\n"),
}


@pytest.mark.parametrize(("names", "left"), KEPT.values(), ids=KEPT)
def test_names_are_taken_out_of_a_comment(names: list[str], left: str) -> None:
    text = "a: 1  # lawmap: ignore[LM302,LM305 , LM306] x\n"
    (comment,) = found(text)
    assert Edited(text, [[comment.without(frozenset(names))]]).text == left


def test_a_comment_that_ends_the_file_is_deleted() -> None:
    (comment,) = found(f"a: 1\n{SAID}")
    assert comment.deletion == Edit(2, 1, 2, len(SAID) + 1, "")  # there is no third line
    assert Edited(f"a: 1\n{SAID}", [[comment.deletion]]).text == "a: 1\n"


def test_of_two_comments_in_a_line_the_other_stays() -> None:
    text = "  # lawmap: ignore[LM302] x # lawmap: ignore[LM305] y\na: 1\n"
    first, second = found(text)
    assert Edited(text, [[first.deletion]]).text == "  # lawmap: ignore[LM305] y\na: 1\n"
    assert Edited(text, [[second.deletion]]).text == "  # lawmap: ignore[LM302] x\na: 1\n"
