"""Files of others, read for the citations in them: the text that a reader sees, with its places.

In: the content of a file. Out: a :class:`Document`, whose text leads back, character by character,
to the source. Nothing is decided here, and no file is opened.
"""

from .document import HOLE, Document, Piece, Place
from .docx import BadDocumentError, read_docx
from .html import read_html
from .markdown import Block, BlockKind, MarkdownDocument, NoteMark, read_markdown
from .text import read_text

__all__ = [
    "HOLE",
    "BadDocumentError",
    "Block",
    "BlockKind",
    "Document",
    "MarkdownDocument",
    "NoteMark",
    "Piece",
    "Place",
    "read_docx",
    "read_html",
    "read_markdown",
    "read_text",
]
