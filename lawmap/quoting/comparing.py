"""Whether quoted words are those of a provision, and if not, whose they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from lawmap.texts import TextKind
from lawmap.texts.articles import split_pinpoint
from lawmap.texts.plain import quoted_parts

from .shelf import Shelf, words_of

ALIKE = 0.6
"""So great a part of the words must stand in the provision, in their order, to be called a
quotation of it that differs. With fewer, it is rather no quotation of it at all."""
MAX_ALIGNED = 400
"""Of a longer piece only so many words are laid beside those of the law."""
_MOST_PLACES = 5


class Result(Enum):
    """What became of a quotation."""

    VERBATIM = "verbatim"
    DIFFERS = "differs"
    ELSEWHERE = "found-elsewhere"
    NOT_FOUND = "not-found"
    NO_TEXT = "no-text-at-hand"


class Difference(NamedTuple):
    """Words that the text has where the law has others; either may be empty."""

    text: str
    law: str


class Compared(NamedTuple):
    """A result, with what shows it."""

    result: Result
    places: tuple[str, ...] = ()
    """Provisions in which the words stand: of those that are cited, or else others."""
    more: int = 0
    """In how many further provisions they stand."""
    is_sure: bool = True
    """That all words of the cited provisions are at hand: what was not found is not there."""
    differences: tuple[Difference, ...] = ()


def compare(shelf: Shelf, words: str, provisions: Sequence[str]) -> Compared:
    """Compare quoted words with the provisions that are cited beside them.

    Args:
        shelf: the words at hand.
        words: the quotation, without its marks; gaps and brackets as usual.
        provisions: such as ``gc4:49(1)``, the nearest first; they need not exist.
    """
    parts = quoted_parts(words)
    if not parts:
        return Compared(Result.NO_TEXT, is_sure=False)
    here, near = _in_cited(shelf, parts, provisions)
    if here:
        return Compared(Result.VERBATIM, (here,))
    found = near or [(index, shelf.place_in(index, parts)) for index in shelf.holding(parts)]
    if found:
        languages = {shelf[index].language for index, _ in found}
        whole = _whole(shelf, provisions, languages)
        places = _places(shelf, found)
        kept = tuple(places[:_MOST_PLACES])
        is_sure = len(whole) == len(provisions) > 0
        return Compared(Result.ELSEWHERE, kept, len(places) - len(kept), is_sure)
    whole = _whole(shelf, provisions, None, parts)
    if not provisions or len(whole) < len(provisions):
        return Compared(Result.NO_TEXT, is_sure=False)
    return _nearest(shelf, parts, [index for indexes in whole for index in indexes])


def _in_cited(
    shelf: Shelf, parts: Sequence[str], provisions: Sequence[str]
) -> tuple[str, list[tuple[int, str]]]:
    """The cited provision that has the words, or other paragraphs of its article that do.

    A text that does not show its paragraphs counts for the one that is cited, unless another text
    shows that the words stand elsewhere.
    """
    own = {index: one for one in reversed(provisions) for index in shelf.at(one)}
    unshown, near = "", []
    for index in shelf.holding(parts, sorted(own)):
        if shelf[index].kind is TextKind.COMPANION:
            continue
        place = shelf.place_near(index, parts, own[index])
        if place == own[index]:
            return place, []
        if place is None:
            unshown = unshown or own[index]
        else:
            near.append((index, place))
    return ("", near) if near else (unshown, [])


def _whole(
    shelf: Shelf,
    provisions: Sequence[str],
    languages: Collection[str] | None,
    parts: Sequence[str] = (),
) -> list[list[int]]:
    """For each provision the texts that hold all of it, in one of these languages.

    Provisions of which no such text is at hand are left out. Without languages those count of which
    the words may be.
    """
    words = [word for part in parts for word in words_of(part)[1]]
    found = []
    for one in provisions:
        instrument = split_pinpoint(one)[0]
        complete = [index for index in shelf.at(one) if shelf.is_whole(index, one)]
        known = {shelf[index].language for index in complete}
        if languages is None:
            known = {language for language in known if shelf.speaks(instrument, language, words)}
        else:
            known &= set(languages)
        own = [index for index in complete if shelf[index].language in known]
        if own:
            found.append(own)
    return found


def _places(shelf: Shelf, found: Iterable[tuple[int, str]]) -> list[str]:
    """Where words stand; documents beside an instrument count where nothing else has them."""
    own: dict[str, None] = {}
    beside: dict[str, None] = {}
    for index, place in found:
        if shelf[index].kind is TextKind.COMPANION:
            beside[f"'{shelf[index].source}' beside {place}"] = None
        else:
            own[place] = None
    return _exact(own) or sorted(beside)


def _exact(places: Iterable[str]) -> list[str]:
    """Places without those around one of them: an article of which a paragraph is named, too."""
    found = set(places)
    above = {place[: match.start()] for place in found for match in re.finditer(r"\(", place)}
    return sorted(found - above)


def _nearest(shelf: Shelf, parts: Sequence[str], indexes: Sequence[int]) -> Compared:
    """How the words differ from the text that comes nearest to them, if any comes near."""
    best: tuple[float, int, tuple[Difference, ...]] | None = None
    for index in indexes:
        laid = [_lay(part, *shelf.words_of(index)) for part in parts]
        total = sum(one.words for one in laid)
        share = sum(one.same for one in laid) / total if total else 0.0
        differences = tuple(item for one in laid for item in one.differences)
        if best is None or (-share, len(differences)) < (-best[0], best[1]):
            best = share, len(differences), differences
    if best is None or best[0] < ALIKE or not best[2]:
        return Compared(Result.NOT_FOUND)
    return Compared(Result.DIFFERS, differences=best[2])


class _Laid(NamedTuple):
    """Quoted words laid beside the stretch of a law where they fit best."""

    words: int
    same: int
    differences: tuple[Difference, ...]


def _lay(part: str, law: list[str], theirs: list[str]) -> _Laid:
    """Lay a part of a quotation beside a text, of which the words are given as printed and plain.

    Words that were cut off count as the same: nobody has looked at them.
    """
    quoted, own = (words[:MAX_ALIGNED] for words in words_of(part))
    first = _begin(own, theirs)
    stretch = slice(max(0, first - len(own) // 2), first + len(own) + len(own) // 2 + 1)
    law, theirs = law[stretch], theirs[stretch]
    matcher = SequenceMatcher(None, own, theirs, autojunk=False)
    steps = matcher.get_opcodes()
    same = sum(end - begin for tag, begin, end, _, _ in steps if tag == "equal")
    return _Laid(len(own), same, tuple(_differences(steps, quoted, law)))


def _begin(own: Sequence[str], theirs: Sequence[str]) -> int:
    """The word of the law at which the quoted words most likely begin.

    Every word that both have votes for a begin, a rare one with more weight.
    """
    places: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        places.setdefault(word, []).append(at)
    votes: Counter[int] = Counter()
    for at, word in enumerate(own):
        for there in places.get(word, ()):
            votes[there - at] += 1_000 // len(places[word])
    return max(votes, key=lambda begin: (votes[begin], -begin), default=0)


def _differences(
    steps: Sequence[tuple[str, int, int, int, int]], quoted: Sequence[str], law: Sequence[str]
) -> Iterator[Difference]:
    """What differs between the first and the last word of the quotation, no further."""
    for number, (tag, begin, end, law_begin, law_end) in enumerate(steps):
        at_edge = number in {0, len(steps) - 1}
        if tag == "equal" or (tag == "insert" and at_edge):
            continue
        theirs = law[law_begin:law_end]
        if at_edge:  # the law goes on there with what was not quoted
            theirs = theirs[-(end - begin) :] if number == 0 else theirs[: end - begin]
        yield Difference(" ".join(quoted[begin:end]), " ".join(theirs))
