"""Third room: an allegation with its examined norms in, a dossier out, and Markdown of it.

Building puts answers in an analyst's order and re-decides nothing; rendering only writes.
"""

from lawmap.markdown import page_name

from .audience import Input, library_for
from .build import Archive, Request, build_dossier
from .pages import render, render_brief, render_index

__all__ = [
    "Archive",
    "Input",
    "Request",
    "build_dossier",
    "library_for",
    "page_name",
    "render",
    "render_brief",
    "render_index",
]
