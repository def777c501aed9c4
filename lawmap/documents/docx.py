"""Word files as a :class:`Document`: the words that Word shows when all changes are shown as made.

A file is an archive of XML parts. Read are the main part, then footnotes and endnotes, then headers
and footers, each found by the relation that leads to it. In the text are tables, boxes, results of
fields and insertions; deletions, what was moved away, hidden text, instructions of fields and
comments are not. Its source is a line for each paragraph, so a place is the number of a paragraph
and a character in it.

The parser of Python's library reads the parts as a stream. It expands no entity, since a document
type is refused (Word writes none), and it opens nothing.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote
from xml.parsers import expat

from lawmap.masking.contents import ALWAYS, DAMAGED, MAX_MEMBERS, MOST_PACKED

from .document import HOLE, Document, Piece

MAX_UNPACKED = 50_000_000
"""So many bytes the parts of one document have at most."""
_DAMAGED = "it is no Word document, or is damaged"
_GAP = "\n\n"
_BREAK = "\v"
"""Ends a line within a paragraph, until all is put together."""

# Namespaces, as Word writes them and as the strict form of the standard has them.
_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATIONS = "_rels/.rels"
_MAIN = "officeDocument"
_BESIDE = ("footnotes", "endnotes", "header", "footer")
"""Parts that are read behind the main one, in this order."""

_SIGNS = {"tab": "\t", "br": _BREAK, "cr": _BREAK, "noBreakHyphen": "-", "sym": HOLE}
_LEFT_OUT = frozenset({"del", "moveFrom", "rPrChange", "pPrChange"})
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_OFF = frozenset({"0", "false", "off"})
_QUOTED = "quote"
"""Stands in the names of the styles with which Word sets quotations off."""


class BadDocumentError(Exception):
    """A file that is no Word document, or not one that is read; the message says why."""


def read_docx(raw: bytes) -> Document:
    """The words of a Word file.

    Args:
        raw: the whole file.

    Raises:
        BadDocumentError: if it is none, is damaged or locked, or unpacks to too much.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(raw))
    except DAMAGED as error:
        raise BadDocumentError(_DAMAGED) from error
    with packed:
        return _put_together(list(_paragraphs(_Archive(packed))))


class _Paragraph(NamedTuple):
    text: str
    is_quoted: bool


def _put_together(paragraphs: list[_Paragraph]) -> Document:
    lines: list[str] = []
    parts: list[str] = []
    pieces: list[Piece] = []
    quoted: list[tuple[int, int]] = []
    start = source = 0
    for paragraph in paragraphs:
        length = len(paragraph.text)
        lines.append(paragraph.text.replace(_BREAK, " "))
        parts.append(paragraph.text.replace(_BREAK, "\n"))
        if length:
            pieces.append(Piece(start, start + length, source, source + length))
        if paragraph.is_quoted:
            quoted.append((start, start + length))
        pieces.append(
            Piece(start + length, start + length + len(_GAP), source + length, source + length)
        )
        start, source = start + length + len(_GAP), source + length + 1
    return Document("\n".join(lines), _GAP.join(parts), tuple(pieces[:-1]), quoted=tuple(quoted))


class _Archive:
    """The parts of a file, unpacked no further than is sane."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._left = MAX_UNPACKED
        if len(packed.infolist()) > MAX_MEMBERS:
            raise BadDocumentError(f"more than {MAX_MEMBERS:,} files are packed in it")
        self._names = {info.filename.casefold(): info for info in packed.infolist()}
        if len(self._names) < len(packed.infolist()):
            raise BadDocumentError(
                "it holds two parts of one name, of which others may read either"
            )

    def has(self, name: str) -> bool:
        return name.casefold() in self._names

    def part(self, name: str) -> bytes:
        """A part by its name.

        Raises:
            BadDocumentError: if it is locked or unpacks to too much.
        """
        info = self._names[name.casefold()]
        if info.flag_bits & 0x1:
            raise BadDocumentError("it is locked with a password")
        most = min(self._left, max(ALWAYS, MOST_PACKED * info.compress_size))
        try:
            with self._packed.open(info) as stream:
                content = stream.read(most + 1)
        except DAMAGED as error:
            raise BadDocumentError(_DAMAGED) from error
        if len(content) > most:
            raise BadDocumentError(f"it unpacks to more than {MAX_UNPACKED:,} bytes, or is a bomb")
        self._left -= len(content)
        return content


def _paragraphs(archive: _Archive) -> Iterator[_Paragraph]:
    main = next((target for _, target in _related(archive, "", _MAIN)), "")
    if not main:
        raise BadDocumentError("it is no Word document: no part is named as its main one")
    yield from _read_part(archive.part(main))
    folder, name = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    read = {main.casefold()}
    for kind in _BESIDE:
        for _, target in sorted(_related(archive, relations, kind, folder)):
            if target.casefold() not in read:  # many relations may lead to one part
                read.add(target.casefold())
                yield from _read_part(archive.part(target))


def _related(
    archive: _Archive, relations: str, kind: str, folder: str = ""
) -> Iterator[tuple[str, str]]:
    """The parts to which relations of a kind lead; what lies outside of the file is no part."""
    name = relations or _RELATIONS
    if not archive.has(name):
        return
    found: list[tuple[str, str]] = []

    def opened(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition("}")[2] == "Relationship" and attributes.get("TargetMode") != "External":
            leads = attributes.get("Type", "").rpartition("/")[2]
            target = unquote(attributes.get("Target", ""))
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if leads == kind and archive.has(target):
                found.append((leads, target))

    parser = _parser()
    parser.StartElementHandler = opened
    _parse(parser, archive.part(name))
    yield from found


def _read_part(content: bytes) -> list[_Paragraph]:
    part = _Part()
    parser = _parser()
    parser.StartElementHandler = part.opened
    parser.EndElementHandler = part.closed
    parser.CharacterDataHandler = part.words
    _parse(parser, content)
    return part.paragraphs


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def _refuse_document_type(*_: object) -> None:
    raise BadDocumentError("it declares a document type, which no Word document does")


def _parse(parser: expat.XMLParserType, content: bytes) -> None:
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the others: of odd encodings
        raise BadDocumentError(f"{_DAMAGED}: a part is no XML") from error


class _Part:
    """The paragraphs of a part, as far as it was read."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self._open: list[_Open] = []
        """Paragraphs that are being read: one may hold a box with others."""
        self._kept = ""
        """What was read of a paragraph whose end was deleted."""
        self._left_out = 0
        """How many elements are open of which nothing counts."""
        self._text = 0
        self._hidden = False
        """Whether the run that is being read is not shown."""

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, name = tag.rpartition("}")
        if self._left_out:
            self._left_out += 1
        elif self._is_left_out(space, name, attributes):
            self._left_out = 1
        elif space in _WORDS:
            self._element(name, attributes)

    def closed(self, tag: str) -> None:
        """An element ends."""
        space, _, name = tag.rpartition("}")
        if self._left_out:
            self._left_out -= 1
        elif space in _WORDS:
            if name == "t":
                self._text -= 1
            elif name == "p" and self._open:
                self._end(self._open.pop())
            elif name in {"pPr", "rPr"} and self._open:
                self._open[-1].properties.remove(name)

    def words(self, text: str) -> None:
        """Characters between tags."""
        if self._text and not self._left_out and not self._hidden and self._open:
            self._open[-1].parts.append(text)

    def _is_left_out(self, space: str, name: str, attributes: dict[str, str]) -> bool:
        """Whether nothing in an element counts.

        Of the forms in which a thing may be shown the first one counts.
        """
        if space == _CHOICES:
            return name == "Fallback"
        if space not in _WORDS:
            return False
        if name in {"del", "moveFrom"} and self._open and "pPr" in self._open[-1].properties:
            self._open[-1].goes_on = True  # the end of the paragraph is deleted
        is_separator = _of_words(attributes, "type") in _SEPARATORS
        return name in _LEFT_OUT or (name in {"footnote", "endnote"} and is_separator)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        if name == "p":
            self._open.append(_Open([], []))
            self._hidden = False
        elif name == "t":
            self._text += 1
        elif name == "r":
            self._hidden = False
        elif self._open:
            self._inside(self._open[-1], name, attributes)

    def _inside(self, paragraph: _Open, name: str, attributes: dict[str, str]) -> None:
        if name in {"pPr", "rPr"}:
            paragraph.properties.append(name)
        elif name == "vanish" and "pPr" not in paragraph.properties:
            self._hidden = _of_words(attributes, "val") not in _OFF
        elif name == "pStyle":
            paragraph.is_quoted = _QUOTED in _of_words(attributes, "val").casefold()
        elif name in _SIGNS and "pPr" not in paragraph.properties and not self._hidden:
            paragraph.parts.append(_SIGNS[name])

    def _end(self, paragraph: _Open) -> None:
        text = self._kept + "".join(paragraph.parts).replace("\n", " ")
        self._kept = text if paragraph.goes_on else ""
        if not paragraph.goes_on:
            self.paragraphs.append(_Paragraph(text, paragraph.is_quoted))


class _Open:
    """A paragraph of which the end was not read yet."""

    def __init__(self, parts: list[str], properties: list[str]) -> None:
        self.parts, self.properties = parts, properties
        """Its text; the elements that are open and say how something looks."""
        self.is_quoted = self.goes_on = False


def _of_words(attributes: dict[str, str], name: str) -> str:
    every = (attributes.get(f"{space}}}{name}") for space in _WORDS)
    return next(filter(None, every), "")
