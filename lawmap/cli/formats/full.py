"""A block a fault: what is wrong, the line with carets, the other places, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawmap.cli.screen import visible
from lawmap.diagnostics import Diagnostic, Fix, Report

from .concise import headline, place
from .paint import Paint, coloured, plain
from .snippet import snippet


def render(report: Report) -> str:
    """Every fault in a block, parted by an empty line."""
    return render_faults(report.faults)


def render_coloured(report: Report) -> str:
    """The same for a terminal."""
    return render_faults(report.faults, coloured)


def render_faults(faults: Iterable[Diagnostic], paint: Paint = plain) -> str:
    """The blocks of some faults."""
    return "".join("\n".join(_block(item, paint)) + "\n\n" for item in faults)


def _block(item: Diagnostic, paint: Paint) -> Iterator[str]:
    yield headline(item, paint)
    lines = [(item.position, item.source_line)]
    lines += [(other.position, other.source_line) for other in item.related]
    gutter = max((len(str(position.line)) for position, line in lines if line), default=0)
    grave = item.severity.value
    yield from snippet(item.position, item.source_line, item.length, gutter, (paint, grave))
    for other in item.related:
        yield f"  {place(other.position)}: {visible(other.message)}"
        yield from snippet(
            other.position, other.source_line, other.length, gutter, (paint, "frame")
        )
    mend = [visible(item.mend)] if item.mend else []
    if item.fix:
        mend += [_hint(item.fix)] if mend else [visible(item.fix.description), _hint(item.fix)]
    if mend:
        yield f"  {paint('->', 'mend')} {' '.join(mend)}"


def _hint(fix: Fix) -> str:
    return "[fixable with --fix]" if fix.safe else "[fixable with --fix --unsafe-fixes]"
