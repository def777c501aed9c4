"""Why a text is no YAML: what parsers say of it and what stands around the place, a row a cause.

Some words of the parsers have several causes: then the lines around the place tell which it is.
"""

from __future__ import annotations

from typing import NamedTuple


class Cause(NamedTuple):
    """One cause of what a parser says."""

    raw: str
    """A pattern that the parser's words hold."""
    around: str
    """A pattern that the line above, a line feed, and the line with NUL at the place hold."""
    words: str
    mend: str
    at_opening: bool = False
    """Whether the fault is told where the thing begins of which the parser speaks."""
    names_opening: bool = False
    """Whether it is told in which other line that thing begins."""
    at_match: bool = False
    """Whether the fault is told where the pattern of ``around``, or a group in it, fits."""


_QUOTE = "Put the whole text in quotation marks."
QUOTES_INSIDE = (
    "Between double quotation marks write \\\" for one, between single ones '', or use other ones."
)
_INDENT = "Give the keys of one mapping, and the items of one list, the same indentation."
_KEY = r"""(?:[^\s"'\[{\0:][^\0]*?|"[^"\0]*"|'[^'\0]*'):\s"""

# The first row that fits decides. libyaml and the parser in Python use words of their own.
CAUSES: tuple[Cause, ...] = (
    Cause(
        "",
        r"(?m)^(?:<{7}|={7}|>{7})(?:\s|$)",
        "the marks of an unfinished merge stand in the file",
        "Choose one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
        at_match=True,
    ),
    Cause(
        r"",
        r"(?m)^[ \0]*([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])",
        "a blank of another sort, such as a no-break space, stands at the beginning of a line",
        "Write plain blanks in its place; such characters come along with pasted text.",
        at_match=True,
    ),
    Cause(
        r"tab character|cannot start any token",
        r"\0\t",
        "a tab stands where blanks are needed",
        "Indent with blanks; in YAML a tab is no indentation.",
    ),
    Cause(
        r"cannot start any token|expected (?:the )?node content",
        r"",
        "a text without quotation marks cannot begin with this character",
        _QUOTE,
    ),
    Cause(
        r"scanning an (?:alias|anchor)",
        r"",
        "a text without quotation marks cannot begin with '&' or '*'",
        _QUOTE,
        at_opening=True,
    ),
    Cause(
        r"quoted scalar, found unexpected",
        r"",
        "a quotation mark is opened here and never closed",
        f"Close it. {QUOTES_INSIDE}",
        at_opening=True,
    ),
    Cause(
        r"escape|hexa?decimal",
        r"",
        "a backslash between double quotation marks begins an escape, and this is none",
        r"Write \\ for a backslash, or use single quotation marks.",
    ),
    Cause(
        r"mapping values are not allowed",
        rf"\n\s*(?:- +)*{_KEY}[^\0]*\S\0:",
        "a colon with a blank after it stands in a text that has no quotation marks",
        _QUOTE,
    ),
    Cause(
        r"mapping values are not allowed",
        r"^( *)\S.*:\s.*\n\1 ",
        "a key stands below a key that has a value already",
        "Give both the same indentation; a text that goes on in the next line and holds a colon"
        " needs quotation marks.",
    ),
    Cause(
        r"mapping values are not allowed",
        r"^(?!.*:(?:\s|$))(?=.*\S).*\n",
        "the line above this key has no colon with a blank after it",
        "Write it as 'key: value', with a blank after the colon.",
    ),
    Cause(
        r"could not find expected ':'",
        r"\A\s*(?:- +)*[\w.-]+:[^\s:]",
        "the colon behind this key has no blank after it",
        "Write 'key: value', with a blank after the colon.",
        at_opening=True,
    ),
    Cause(
        r"could not find expected ':'",
        r"",
        "this line is neither a key with a colon nor an item of a list",
        "Write 'key: value' or '- item'; a text that goes on is indented deeper than its key.",
        at_opening=True,
    ),
    Cause(
        r"flow (?:sequence|mapping), (?:did not find )?expected",
        r"",
        "a comma or the closing bracket is missing before this",
        "Put commas between the parts and close the bracket; a text that holds a comma, a colon or"
        " a bracket needs quotation marks.",
        names_opening=True,
    ),
    Cause(
        r"block mapping, (?:did not find )?expected",
        r"""["'\]}] *\0""",
        "text goes on after the closing quotation mark or bracket",
        f"Put the whole text between the marks. {QUOTES_INSIDE}",
    ),
    Cause(
        r"block mapping, (?:did not find )?expected",
        r"\0-\s",
        "an item of a list stands among the keys of a mapping",
        _INDENT,
    ),
    Cause(
        r"block mapping, (?:did not find )?expected",
        r"",
        "this line is indented otherwise than the lines to which it belongs",
        _INDENT,
    ),
    Cause(
        r"block collection, (?:did not find )?expected",
        r"\0-\S",
        "the hyphen of this item has no blank after it",
        "Write '- ' and then the item.",
    ),
    Cause(
        r"block collection, (?:did not find )?expected",
        r"",
        "a key stands among the items of a list",
        _INDENT,
    ),
    Cause(
        r"sequence entries are not allowed",
        r"",
        "a list begins in the line of its key",
        "Begin each '- ' in a line of its own, or write the list as [one, two].",
    ),
    Cause(
        r"block scalar, .*(?:comment or|comment or a) line break",
        r"",
        "a text after '>' or '|' begins in the next line",
        "Begin it there, indented; where the sign is part of the text, put it in quotation marks.",
    ),
)
