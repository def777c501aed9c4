"""Plain text as Markdown: shown whole wherever it stands, and never markup."""

from __future__ import annotations

from lawmap.markdown import escape
from tests.dossier.parsed import every, lines, tokens
from tests.test_markdown import PLACES

from .inputs import text_of


def holds(data: bytes) -> None:
    """Escape a text and read it in each place where a dossier can hold one."""
    text = text_of(data)
    if not text.strip():
        return
    for place in PLACES.values():
        written = place.format(escape(text))
        assert lines(written)[-1] == " ".join(text.split())
        assert _kinds(written) == _kinds(place.format("word"))
    tokens.cache_clear()


def _kinds(written: str) -> list[str]:
    return [token.type for token in every(written)]
