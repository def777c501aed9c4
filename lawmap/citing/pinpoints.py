"""Several provisions of one instrument in few words: ``arts 49 and 50``, ``art 49(1) and (6)``.

Only what stands side by side in the structure becomes a range, so that no range names a provision
that nobody cited, and none that does not exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from lawmap.model.instrument import Structure
from lawmap.model.locators import Span
from lawmap.model.style import Lists, Style, Unit

from .runs import to_text
from .structure import above, below, in_order
from .template import fill


def of_provisions(
    style: Style, unit: str, pinpoints: Iterable[str], structure: Structure | None
) -> str:
    """The provisions of one instrument with their unit.

    Args:
        style: how they are written.
        unit: what the instrument calls them, such as ``art``.
        pinpoints: such as ``49(1)``, in the order in which they are to stand; each counts once.
        structure: what exists in the instrument; without it nothing becomes a range.

    Returns:
        Such as ``arts 49 and 50``; "" if there are none.
    """
    wanted = list(dict.fromkeys(pinpoints))
    if style.lists.ordered and structure is not None:
        wanted = in_order(structure, wanted)
    if not wanted:
        return ""
    articles = {one.partition("(")[0] for one in wanted}
    return _with_unit(_unit(style, unit), _listed(style.lists, wanted, structure), len(articles))


def of_passages(style: Style, passages: Iterable[str]) -> str:
    """Places in a decision or report with their unit, such as ``paras 9-11 and 15``; "" for none.

    Args:
        style: how they are written.
        passages: such as ``p9``, ``p9-p11``, ``page=3`` or ``t=00:01:00``; each counts once.
    """
    kinds = groupby(dict.fromkeys(passages), key=lambda one: Span.of(one).kind)
    parts = [_of_one_kind(style, _unit(style, kind), list(found)) for kind, found in kinds]
    return style.lists.between.join(parts)


def _of_one_kind(style: Style, unit: Unit, passages: list[str]) -> str:
    """Places of one kind, such as paragraphs."""
    written = [[_number(unit, end) for end in one.split("-")] for one in passages]
    items = [style.lists.dash.join(dict.fromkeys(ends)) for ends in written]
    *most, last = items
    numbers = f"{style.lists.between.join(most)}{style.lists.last}{last}" if most else last
    is_one = len(written) == len(set(written[0])) == 1
    return to_text(fill(unit.one if is_one else unit.many, {"numbers": numbers}))


def _number(unit: Unit, end: str) -> str:
    number = end.rpartition("=")[2].removeprefix("p")
    return to_text(fill(unit.item, {"number": number}))


def _unit(style: Style, name: str) -> Unit:
    """The unit as the style names it; one that it does not know keeps its own name (LM754)."""
    return style.units.get(name) or Unit(one=f"{name} {{numbers}}", many=f"{name} {{numbers}}")


def _with_unit(unit: Unit, items: Sequence[_Item], articles: int) -> str:
    template = unit.one if articles == 1 else unit.many
    text = "".join(
        f"{item.before}{to_text(fill(unit.item, {'number': item.text}))}" for item in items
    )
    return to_text(fill(template, {"numbers": text}))


class _Item(NamedTuple):
    before: str
    """What parts it from the item before."""
    text: str


def _listed(lists: Lists, wanted: list[str], structure: Structure | None) -> list[_Item]:
    """The provisions as a list with ranges."""
    runs = _runs(wanted, structure)
    parents = {above(one) for one in wanted}
    common = parents.pop() if len(parents) == 1 else ""
    pairs = [pair for run in runs for pair in _ends(lists, run)]
    items: list[_Item] = []
    for index, (first, last) in enumerate(pairs):
        before = ""
        if index:
            before = lists.last if index == len(pairs) - 1 else lists.between
        # Behind the first, the paragraphs of one article stand without its number.
        begin = first.removeprefix(common) if index else first
        end = f"{lists.dash}{last.removeprefix(above(last))}" if last else ""
        items.append(_Item(before, f"{begin}{end}"))
    return items


def _ends(lists: Lists, run: list[str]) -> list[tuple[str, str]]:
    """A run as one range, or as its members if it is too short for that.

    Numbers that were inserted do not make it longer: articles 8, 8 bis and 9 stand in full, since
    nobody would look for 8 bis in 8–9.
    """
    if len({one.partition(" ")[0] for one in run}) >= lists.range_from:
        return [(run[0], run[-1])]
    return [(one, "") for one in run]


def _runs(wanted: list[str], structure: Structure | None) -> list[list[str]]:
    """The provisions in runs of such as follow one another in the structure."""
    runs: list[list[str]] = []
    for one in wanted:
        if runs and structure is not None and _follows(structure, runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _follows(structure: Structure, first: str, second: str) -> bool:
    """Whether one provision stands right behind another, below the same."""
    if above(first) != above(second):
        return False
    rows = below(structure, above(first))
    return first in rows and rows[rows.index(first) + 1 :][:1] == (second,)
