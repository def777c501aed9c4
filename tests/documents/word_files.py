"""Word files for tests, put together from the XML of their paragraphs."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Mapping

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{WORDS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_OF_PACKAGES = "http://schemas.openxmlformats.org/package/2006/relationships"
_OF_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def relations(**leads: str) -> str:
    """A part with a relation to each of these targets, by kind; a kind may end with a number."""
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{_OF_OFFICE}/{kind.rstrip("0123456789")}"'
        f' Target="{target}"{_mode(target)}/>'
        for number, (kind, target) in enumerate(leads.items())
    )
    return f'<Relationships xmlns="{_OF_PACKAGES}">{rows}</Relationships>'


def _mode(target: str) -> str:
    return ' TargetMode="External"' if "://" in target else ""


def body(paragraphs: str) -> str:
    """The main part."""
    return f"<w:document {_SPACES}><w:body>{paragraphs}</w:body></w:document>"


def notes(paragraphs: str, kind: str = "footnote") -> str:
    """A part with one note, behind the line that Word puts above notes."""
    line = f'<w:{kind} w:type="separator">{paragraph("LINE")}</w:{kind}>'
    return f"<w:{kind}s {_SPACES}>{line}<w:{kind} w:id='1'>{paragraphs}</w:{kind}></w:{kind}s>"


def margin(paragraphs: str, kind: str) -> str:
    """A header (``hdr``) or footer (``ftr``)."""
    return f"<w:{kind} {_SPACES}>{paragraphs}</w:{kind}>"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A file with these parts."""
    return packed_rows(parts.items())


def packed_rows(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """The same for parts of which several may have one name."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        warnings.catch_warnings(action="ignore", category=UserWarning),
    ):
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def word_file(paragraphs: str, **beside: tuple[str, str]) -> bytes:
    """A file with this body, and other parts: by the kind of relation, their name and content."""
    parts = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(
            **{kind: name for kind, (name, _) in beside.items()}
        ),
        "word/document.xml": body(paragraphs),
    }
    return packed(parts | {f"word/{name}": content for name, content in beside.values()})
