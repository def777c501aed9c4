"""The table of authorities of a submission: what is cited, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from lawmap.citing import Runs, Target, pinpoint, tables, to_markdown, to_text
from lawmap.citing.structure import positions
from lawmap.citing.template import fill
from lawmap.documents import Block, BlockKind, MarkdownDocument
from lawmap.markdown import escape
from lawmap.model.library import Library
from lawmap.model.style import Style

from .sequence import Use
from .targets import Wanted

_NUMBERED = re.compile(r"([0-9]{1,5})\.(?=\s|$)")


class Spot(NamedTuple):
    """A place in the submission."""

    is_note: bool
    """Whether it is a footnote; otherwise it is a paragraph."""
    number: int
    """0 for what stands before the first paragraph, such as a heading."""


class Provision(NamedTuple):
    """A place of an authority that is cited, such as an article, and where."""

    text: str
    """As the style writes it; "" for the authority as a whole."""
    spots: tuple[Spot, ...]
    """Paragraphs before footnotes."""
    where: str
    """The same in the words of the style."""


class Listed(NamedTuple):
    """An authority."""

    key: str
    runs: Runs
    provisions: tuple[Provision, ...]


class ListedGroup(NamedTuple):
    """A group of authorities."""

    title: str
    listed: tuple[Listed, ...]


def list_authorities(
    document: MarkdownDocument, uses: Sequence[Use], wanted: Wanted
) -> tuple[ListedGroup, ...]:
    """The table of authorities of a text.

    Raises:
        UsageError: if the style has no entry for a kind of authority.
    """
    spots = Spots(document)
    cited: dict[str, dict[Target, dict[Spot, None]]] = {}
    for use in uses:
        spot = spots.of(use)
        for target in (target for unit in use.units for target in unit.targets):
            places = cited.setdefault(target.key, {})
            places.setdefault(_place(target), {})[spot] = None
    every = [target for places in cited.values() for target in places]
    return tuple(
        ListedGroup(
            table.title,
            tuple(
                Listed(one.target.key, one.runs, _provisions(cited[one.target.key], wanted))
                for one in table.entries
            ),
        )
        for table in tables(wanted.library, every, wanted.style)
    )


def _place(target: Target) -> Target:
    """A target without what no table tells: which norm or element of a provision is meant."""
    return replace(target, norm="", element="")


def _provisions(places: dict[Target, dict[Spot, None]], wanted: Wanted) -> tuple[Provision, ...]:
    found: dict[str, dict[Spot, None]] = {}
    for target in sorted(places, key=lambda one: _order(one, wanted.library)):
        text = pinpoint(wanted.library, [target], wanted.style)
        found.setdefault(text, {}).update(places[target])
    style = wanted.style
    return tuple(
        Provision(text, tuple(sorted(spots)), _where(style, sorted(spots)))
        for text, spots in found.items()
    )


def _where(style: Style, spots: Sequence[Spot]) -> str:
    told = [style.places.opening] if any(spot.number == 0 for spot in spots) else []
    for unit, is_note in ((style.places.paragraph, False), (style.places.note, True)):
        numbers = [str(one.number) for one in spots if one.number and one.is_note is is_note]
        if numbers:
            template = unit.one if len(numbers) == 1 else unit.many
            told.append(to_text(fill(template, {"numbers": style.places.numbers.join(numbers)})))
    return style.places.sorts.join(told)


def _order(target: Target, library: Library) -> tuple[Any, ...]:
    """Provisions as the instrument has them, paragraphs and pages by their numbers."""
    structure = library.structures.get(target.id) if target.instrument else None
    if target.pinpoints and structure is not None:
        every = positions(structure)
        return (1, *every.get(target.pinpoints[0], (0, 0)), len(target.pinpoints))
    numbers = tuple(map(int, re.findall(r"[0-9]+", target.passage)))
    return (1 if target.passage else 0, *numbers)


class Spots:
    """Where in a text something stands, as a reader finds it.

    Numbered paragraphs are known by their number: items of numbered lists, and paragraphs that
    begin with one. What stands between them belongs to the one before. Without any, paragraphs are
    counted.
    """

    def __init__(self, document: MarkdownDocument) -> None:
        paragraphs = [
            (block.start, _number_of(document, block))
            for block in document.blocks
            if block.note is None and block.kind is BlockKind.PARAGRAPH
        ]
        self._starts = [start for start, _ in paragraphs]
        is_numbered = any(number for _, number in paragraphs)
        self._numbers: list[int] = []
        for at, (_, number) in enumerate(paragraphs, 1):
            last = self._numbers[-1] if self._numbers else 0
            self._numbers.append(number or last if is_numbered else at)

    def of(self, use: Use) -> Spot:
        """The footnote in which a citation stands, else the paragraph."""
        if use.note is not None:
            return Spot(is_note=True, number=use.note)
        at = bisect_right(self._starts, use.found.placeholder.start)
        return Spot(is_note=False, number=self._numbers[at - 1] if at else 0)


def _number_of(document: MarkdownDocument, block: Block) -> int:
    match = _NUMBERED.match(document.text, block.start, block.end)
    return block.number or (int(match[1]) if match else 0)


def to_table(groups: Iterable[ListedGroup], level: int = 2) -> str:
    """A table of authorities as Markdown, without a line end behind it.

    Args:
        groups: its groups.
        level: the level of their headings.
    """
    return "\n\n".join("\n".join(_group_lines(group, level)) for group in groups)


def _group_lines(group: ListedGroup, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escape(group.title)}"
    yield ""
    for one in group.listed:
        whole, *parts = [_told(provision) for provision in one.provisions]
        if one.provisions[0].text:
            whole, parts = "", [whole, *parts]
        yield f"- {to_markdown(one.runs)}{whole}"
        yield from (f"    - {part}" for part in parts)


def _told(provision: Provision) -> str:
    return f"{escape(provision.text)}: {escape(provision.where)}"


def to_lines(groups: Iterable[ListedGroup]) -> Iterator[str]:
    """The same as plain lines."""
    for group in groups:
        yield group.title
        for one in group.listed:
            yield f"  {to_text(one.runs)}"
            for provision in one.provisions:
                yield f"    {provision.text}: {provision.where}".replace("    : ", "    ")


def to_objects(groups: Iterable[ListedGroup]) -> list[dict[str, Any]]:
    """The same for machines."""
    return [
        {
            "group": group.title,
            "authorities": [
                {
                    "key": one.key,
                    "text": to_text(one.runs),
                    "markdown": str(to_markdown(one.runs)),
                    "cited": [
                        {
                            "pinpoint": provision.text,
                            "places": [
                                {
                                    "in": "note" if spot.is_note else "paragraph",
                                    "number": spot.number,
                                }
                                for spot in provision.spots
                            ],
                        }
                        for provision in one.provisions
                    ],
                }
                for one in group.listed
            ],
        }
        for group in groups
    ]
