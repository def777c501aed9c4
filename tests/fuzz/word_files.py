"""Word files: archives of any bytes, and sound archives of any XML, are read or refused."""

from __future__ import annotations

from lawmap.documents import BadDocumentError, read_docx
from tests.documents.word_files import packed, relations

from .inputs import texts_of


def holds(data: bytes) -> None:
    """Read the bytes as a file, then as the parts of one."""
    main, beside, notes = texts_of(data, 3)
    parts = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": beside or relations(footnotes="notes.xml"),
        "word/document.xml": main,
        "word/notes.xml": notes,
    }
    for raw in (data, packed(parts)):
        try:
            document = read_docx(raw)
        except BadDocumentError as error:
            assert str(error)
            continue
        assert len(document.text) == sum(one.end - one.start for one in document.pieces)
        for piece in document.pieces:
            assert 0 <= piece.source <= piece.source_end <= len(document.source)
