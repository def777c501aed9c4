"""Two dossiers of one allegation, from their Markdown: what they say differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lawmap.errors import UsageError
from lawmap.model.comparison import DossierComparison, LineChange

from .alike import paired
from .pages import ANSWER, Line, Page, Section, read_page

# Headings of the shipped templates. A page without them is compared too, under its own headings.
_AT_A_GLANCE = "At a glance"
_RECORD = "Record of this analysis"
_ALLEGATION = "The allegation"
_PARTS: dict[Section, str] = {
    (_RECORD,): "inputs",
    ("What would settle what",): "gaps",
    (_ALLEGATION, "Who says what"): "sources",
    (_ALLEGATION, "In the words of the source"): "sources",
    (_ALLEGATION, "Sources"): "sources",
}

_INPUT = re.compile(r"Input ([a-z0-9-]+): SHA-256 ")


class Dossier(NamedTuple):
    """The Markdown of a dossier, and what its file is called."""

    name: str
    """For people, such as ``main:dossiers/a.md``."""
    file: str
    """The name of the file without its ending: lawmap takes the id of the allegation for it."""
    text: str


class OtherAllegationError(UsageError):
    """Two dossiers that are about different allegations."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        super().__init__(
            f"these are dossiers of two allegations: '{old}' and '{new}';"
            " give two dossiers of one allegation"
        )


def compare_dossiers(old: Dossier, new: Dossier) -> DossierComparison:
    """What two dossiers of one allegation say differently.

    Raises:
        OtherAllegationError: if neither their titles nor their files say that they are of one.
    """
    before, after = read_page(old.text), read_page(new.text)
    if before.title != after.title and not _is_of_one(old, before, new, after):
        raise OtherAllegationError(before.title or old.name, after.title or new.name)
    parts: dict[str, list[LineChange]] = defaultdict(list)
    for change in _changes(before, after):
        parts[_part(change)].append(change)
    return DossierComparison(
        old=old.name,
        new=new.name,
        title=after.title,
        **{part: tuple(found) for part, found in parts.items()},
    )


def _part(change: LineChange) -> str:
    """The field of the comparison to which a change belongs."""
    if change.column == ANSWER:
        return "answers"
    if not change.section:  # the table on top of the page: for whom it is, and of which day
        return "inputs"
    if change.section[0] == _AT_A_GLANCE:
        return "outcomes" if change.item else "other"
    found = (_PARTS.get(change.section[:length]) for length in (1, 2))
    return next(filter(None, found), "other")


def _is_of_one(old: Dossier, before: Page, new: Dossier, after: Page) -> bool:
    """Whether files of one name are of one allegation, although its title was changed."""
    recorded = [names for page in (before, after) if (names := set(_inputs(page)))]
    return old.file == new.file and all(old.file in names for names in recorded)


def _inputs(page: Page) -> Iterator[str]:
    """The ids of what a dossier says that it was made from."""
    for line in page.lines:
        found = _INPUT.match(line.text)
        if found and line.section[:1] == (_RECORD,):
            yield found[1]


_Group = tuple[Section, Section, str, str]


def _changes(before: Page, after: Page) -> Iterator[LineChange]:
    """In the order of the page after; what is gone stands at the end of its section."""
    if before.title != after.title:
        yield LineChange(section=(), item="Title", before=before.title, after=after.title)
    old, new = _grouped(before, after), _grouped(after, before)
    order: dict[Section, dict[_Group, None]] = defaultdict(dict)
    for group in (*new, *old):
        order[group[0]][group] = None
    for groups in order.values():
        for group in groups:
            yield from _of_group(group, old.get(group, []), new.get(group, []))


def _grouped(page: Page, other: Page) -> dict[_Group, list[str]]:
    """Texts that can stand in place of one another; of a norm that the other page lacks, one."""
    found: dict[_Group, list[str]] = defaultdict(list)
    alone = page.norms - other.norms
    for line in page.lines:
        around = (line.section[:length] for length in range(1, len(line.section) + 1))
        whole = next((section for section in around if section in alone), None)
        if whole is None:
            found[_group(line)].append(line.text)
        elif (whole, (), "", "") not in found:
            found[whole, (), "", ""].append(line.text)
    return found


def _group(line: Line) -> _Group:
    return line.section, line.above, line.item, line.column


def _of_group(group: _Group, old: list[str], new: list[str]) -> Iterator[LineChange]:
    section, above, item, column = group
    subject = " > ".join(filter(None, (*above, item))) or None
    earlier, later = set(old), set(new)
    gone = [text for text in old if text not in later]
    came = [text for text in new if text not in earlier]
    # The cells of one place belong together, however little they are alike.
    pairs = [(gone[0], came[0])] if item and len(gone) == len(came) == 1 else paired(gone, came)
    for before, after in pairs:
        yield LineChange(
            section=section, item=subject, column=column or None, before=before, after=after
        )
