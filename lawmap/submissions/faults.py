"""Faults in a submission, at their places in the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from lawmap.diagnostics import Diagnostic, Edit, Fix, Position
from lawmap.documents import MarkdownDocument


@dataclass
class Faults:
    """The faults of one file, as far as they were found."""

    document: MarkdownDocument
    path: str
    """The name of the file, as faults give it."""
    found: list[Diagnostic] = field(default_factory=list)

    def add(
        self, code: str, span: tuple[int, int], message: str, mend: str = "", fix: Fix | None = None
    ) -> None:
        """Add one fault.

        Args:
            code: its code.
            span: the stretch of the text that is at fault.
            message: what is wrong.
            mend: what to do.
            fix: how that is done.
        """
        start, end = self.document.source_span(*span)
        self.add_at(code, (start, end), message, mend, fix)

    def add_at(
        self, code: str, span: tuple[int, int], message: str, mend: str = "", fix: Fix | None = None
    ) -> None:
        """The same for a stretch of the source."""
        start, end = span
        line, column = self.document.source_place(start)
        shown = self.document.source_line(line)
        length = max(1, min(end - start, len(shown) - column + 1))
        fault = Diagnostic(
            Position(self.path, line, column), code, message, mend, shown, length=length, fix=fix
        )
        self.found.append(fault)

    def replacing(self, span: tuple[int, int], text: str, description: str, *, safe: bool) -> Fix:
        """A fix that writes a text in the place of a stretch of the text."""
        start, end = self.document.source_span(*span)
        first, last = self.document.source_place(start), self.document.source_place(end)
        edit = Edit(first.line, first.column, last.line, last.column, text)
        return Fix(description, (edit,), safe=safe)
