"""HTML as a :class:`Document`: the words that a browser shows, with their places.

Not in the text: scripts, styles, titles, fields of forms, comments, attributes, and code, which
leaves a hole. Nothing is fetched and nothing is run.

The parser of Python's library takes minutes for some texts of a few thousand characters
(CVE-2025-6069 is one such way), so tags are found here by searches that each go on where the last
one ended.
"""

from __future__ import annotations

import re
from html import unescape

from .building import Building
from .document import Document

_TAG = re.compile(
    r"""</?+([A-Za-z][^\s/>]*+)                # the name
    (?: =\s*+"[^"]*+" | =\s*+'[^']*+' | [^=>]++ | = )*+ >""",
    re.VERBOSE,
)
_OPENS_TAG = re.compile("</?[A-Za-z]")
_REFERENCE = re.compile("&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_PLAIN_OR_BLANK = re.compile(r"[^<&\s]++|[ \t\n\r\f]++|[<&]|\s")
_BLANK = frozenset(" \t\n\r\f")
_ANY_TAG = re.compile("<[^<>]*>")
_RAISED_END = re.compile(r"</sup(?=[\s/>])", re.IGNORECASE)
_MOST_RAISED = 400
"""So many characters what calls a note has at most, its markup included."""
_NUMBER = re.compile(r"[\s\[(]*+[0-9*†‡]{1,4}[\s\])]*+")

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_RAW = frozenset(["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"])
"""Within these a browser looks for nothing but their end."""
_UNSEEN = frozenset(["template", "select", "svg", "math", "object", "audio", "video", "canvas"])
_CODE = frozenset(["code", "kbd", "samp"])
_PRESERVED = "pre"
_SIGNS = {"br": ("\n", "\n"), "q": ("“", "”")}
"""What a browser shows for the begin and the end of an element."""


def read_html(source: str) -> Document:
    """The words of a page. Any text is HTML to a browser, so nothing is ever wrong with it.

    Args:
        source: the whole file, as it stands.
    """
    reading = _Reading(source)
    reading.read()
    return reading.building.document()


class _Reading:
    """How far a page was read."""

    def __init__(self, source: str) -> None:
        self.building = Building(source)
        self._source = source
        self._hidden: dict[str, int] = {}
        """How many elements that show nothing, or no prose, are open, by name."""
        self._preserved = 0
        self._quoted: list[int] = []

    def read(self) -> None:
        """Read on to the end."""
        at, source = 0, self._source
        while at < len(source):
            mark = source.find("<", at)
            if mark < 0:
                mark = len(source)
            self._words(at, mark)
            at = self._markup(mark) if mark < len(source) else mark

    def _markup(self, at: int) -> int:
        """Read what a ``<`` begins; gives where it ends."""
        source = self._source
        if _OPENS_TAG.match(source, at):
            tag = _TAG.match(source, at)
            if tag is None:  # it never ends: a browser shows nothing more
                return len(source)
            return self._tag(tag[1].lower(), at, tag.end())
        if source.startswith("<!--", at):
            # "<!-->" is a whole comment, too.
            return _behind(source, "-->", at + 2)
        if source.startswith(("<!", "<?", "</"), at):
            return _behind(source, ">", at)
        self._words(at, at + 1, is_text=True)
        return at + 1

    def _tag(self, name: str, at: int, end: int) -> int:
        closes = self._source.startswith("</", at)
        if name in _RAW and not closes:
            return self._behind_raw(name, end)
        if name in _UNSEEN or name in _CODE:
            if not self._source.endswith("/>", at, end):
                self._hide(name, at, closes=closes)
        elif name in _SIGNS:
            if not self._hidden:
                self.building.put(_SIGNS[name][closes], at, at)
        elif name == "sup" and not closes:
            return self._raise(end)
        elif name in _BLOCKS:
            self._block(name, at, closes=closes)
        return end

    def _hide(self, name: str, at: int, *, closes: bool) -> None:
        """Begin or end an element whose words are not read."""
        if not closes:
            if name in _CODE and not self._hidden:
                self.building.hole(at, at)
            self._hidden[name] = self._hidden.get(name, 0) + 1
        elif self._hidden.get(name, 0) > 1:
            self._hidden[name] -= 1
        else:
            self._hidden.pop(name, None)

    def _block(self, name: str, at: int, *, closes: bool) -> None:
        if not self._hidden:
            self.building.part(at)
        if name == _PRESERVED:
            self._preserved = max(0, self._preserved + (-1 if closes else 1))
        elif name == "blockquote" and not closes:
            self._quoted.append(self.building.length)
        elif name == "blockquote" and self._quoted:
            self.building.quote(self._quoted.pop())

    def _raise(self, end: int) -> int:
        """A raised number calls a note; read as a digit, it would change the number before it."""
        close = _RAISED_END.search(self._source, end, end + _MOST_RAISED)
        inner = _ANY_TAG.sub("", self._source[end : close.start()]) if close else ""
        return close.start() if close and _NUMBER.fullmatch(unescape(inner)) else end

    def _behind_raw(self, name: str, at: int) -> int:
        close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._source, at)
        return _behind(self._source, ">", close.start()) if close else len(self._source)

    def _words(self, start: int, end: int, *, is_text: bool = False) -> None:
        """Words between tags."""
        if self._hidden or start == end:
            return
        if is_text:
            self.building.take(start, end)
            return
        at = start
        while at < end:
            reference = _REFERENCE.match(self._source, at, end)
            if reference:
                self.building.put(unescape(reference[0]), at, reference.end())
                at = reference.end()
                continue
            found = _PLAIN_OR_BLANK.match(self._source, at, end)
            stop = found.end() if found else at + 1
            if self._source[at] in _BLANK and not self._preserved:
                self.building.blank(at, stop)
            else:
                self.building.take(at, stop)
            at = stop


def _behind(source: str, mark: str, at: int) -> int:
    """The place behind the next such mark; the end, if there is none."""
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)
