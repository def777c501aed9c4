"""Outputs as those read them who show them: Markdown in three dialects, HTML, screens, runners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.substitution import substitution_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

PARTING = "<!-- -->"
_OWN_TARGET = re.compile(r"#[\w-]*|[a-z0-9-]+(?:\.brief)?\.md")
_UNSETTLED = {"href", "id"}
"""Attributes that lawmap makes from headings; their values are looked at apart."""


class Seen(NamedTuple):
    """What a reader makes of a text."""

    form: tuple[str, ...]
    """Its parts, without the words."""
    lines: tuple[str, ...]
    """The words of each paragraph, heading and cell."""


@cache
def dialects() -> dict[str, MarkdownIt]:
    """The readers of Markdown; HTML is on in all of them, to catch what slips in."""
    common = MarkdownIt("commonmark", {"html": True})
    github = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .use(gfm_autolink_plugin)
        .use(tasklists_plugin)
        .use(footnote_plugin)
    )
    extended = MarkdownIt("js-default", {"html": True, "linkify": False, "typographer": False})
    for plugin in (
        front_matter_plugin,
        footnote_plugin,
        deflist_plugin,
        dollarmath_plugin,
        amsmath_plugin,
        tasklists_plugin,
        attrs_plugin,
        attrs_block_plugin,
        colon_fence_plugin,
        admon_plugin,
        fieldlist_plugin,
        myst_role_plugin,
        myst_block_plugin,
        substitution_plugin,
        gfm_autolink_plugin,
    ):
        extended.use(plugin)
    extended.use(container_plugin, "any", validate=lambda *_: True)
    return {"CommonMark": common, "GitHub": github, "extended": extended}


def markdown(text: str, dialect: MarkdownIt) -> Seen:
    """The tokens of a text and the words in them; links may lead only where lawmap leads them."""
    tokens = dialect.parse(text)
    return Seen(tuple(_forms(tokens)), tuple(_words(tokens)))


def _forms(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type not in ("text", "text_special") and token.content != PARTING:
            told = [token.type, token.tag, token.info]
            told += [f"{key}={value}" for key, value in token.attrs.items() if key != "href"]
            href = token.attrGet("href")
            assert href is None or _OWN_TARGET.fullmatch(unquote(str(href))), href
            yield " ".join(told)
        if token.children:
            yield from _forms(token.children)


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(
                "\n" if child.type == "softbreak" else child.content
                for child in token.children or ()
                if child.content != PARTING
            )


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.form: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = [f"{key}={value}" for key, value in attrs if key not in _UNSETTLED]
        self.form.append(" ".join([tag, *told, *sorted(_UNSETTLED & {key for key, _ in attrs})]))

    def handle_endtag(self, tag: str) -> None:
        self.form.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        if f"<!--{data}-->" != PARTING:
            self.form.append("a comment")

    def handle_decl(self, decl: str) -> None:
        self.form.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.form.append("an instruction")

    def unknown_decl(self, data: str) -> None:
        self.form.append("an unknown declaration")


def html(text: str, dialect: MarkdownIt) -> Seen:
    """Markdown as a browser shows it."""
    reader = _Html()
    reader.feed(dialect.render(text))
    reader.close()
    return Seen(tuple(reader.form), ("".join(reader.words),))


_COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


def screen(text: str, of: str = "") -> Seen:
    """What a terminal or the log of a runner shows: it must find nothing to obey.

    Raises:
        AssertionError: if a character steers a terminal, or a line commands a runner.
    """
    steering = {char for char in text if char != "\n" and not char.isprintable()}
    assert not steering, (of, sorted(map(ascii, steering)))
    found = _COMMAND.search(text)
    assert not found, (of, found)
    return Seen(tuple("line" for _ in text.split("\n")), tuple(text.split("\n")))


# Lawmap writes some texts with a capital, or takes the full stop off where a sentence goes on.
_UNTOLD = re.compile(r"[\s.–—-]+")


def bare(text: str) -> str:
    """What two texts share that differ only in spaces, dashes, full stops and capitals."""
    return _UNTOLD.sub("", text).casefold()
