"""Keys: how people name what they cite, and the record that a key means.

=============================  ==================================================
``gc4:49(1)``                  a provision
``gc4:49-51``, ``gc4:49(1)-(3)``  a range: articles or rules, or paragraphs of one
``gc4:51(1)/service``          a norm, where one provision holds several
``gc4:49(1)#removal``          an element of the norm of a provision
``gc4``                        a whole instrument
``decision:tadic-1999``        a decision; ``#p145`` or ``#p145-p147`` names paragraphs
``warrant:icc-putin``          a published warrant
``source:hrw-2024``            a report; ``#p9``, ``#page=3`` name a place in it
``allegation:thirty-drafted``  a dossier
=============================  ==================================================

A bare id (``tadic-1999``) is enough where one record alone has it.

In: text, and a library. Out: a :class:`Key` (its form only), and a :class:`Target` (what it means).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from lawmap.diagnostics import nearest
from lawmap.errors import UsageError
from lawmap.model.authority import Authority
from lawmap.model.base import ARTICLE, INSTRUMENT, LOCATORS, SLUG
from lawmap.model.instrument import Instrument, Structure
from lawmap.model.library import Library
from lawmap.model.locators import Span
from lawmap.model.norm import Norm
from lawmap.wording import first_of

from .structure import MOST_NAMED, above, below, has, missing

MAX_KEY = 300
"""No key that means something has more characters."""


class BadKeyError(UsageError):
    """A text that is no key; the message says what is wrong with its form."""

    def __init__(self, text: str, reason: str) -> None:
        self.text, self.reason = text, reason
        super().__init__(f"'{text[:MAX_KEY]}' is no key: {reason}")


class UnknownKeyError(UsageError):
    """A key that means nothing in the library; the message says why and what comes near."""

    def __init__(self, key: str, reason: str, near: str | None = None) -> None:
        self.key, self.reason, self.nearest = key, reason, near
        hint = f" (did you mean '{near}'?)" if near else ""
        super().__init__(f"'{key}': {reason}{hint}")


class KeyKind(Enum):
    """What sort of record a key names. The value is the word before the colon."""

    INSTRUMENT = ""
    """An instrument or provision; a bare id may turn out to be any other record."""
    DECISION = "decision"
    WARRANT = "warrant"
    SOURCE = "source"
    ALLEGATION = "allegation"


@dataclass(frozen=True)
class Key:
    """The parts of a key; whether anything bears it is not looked at."""

    kind: KeyKind
    id: str
    """The id of the instrument or other record."""
    pinpoint: str = ""
    """What stands behind the colon: ``49(1)``, ``49-51``; "" for a whole record."""
    slug: str = ""
    """The norm of that provision, where it holds several."""
    element: str = ""
    """The element of that norm."""
    passage: str = ""
    """The place in a decision or report: ``p9``, ``p9-p11``, ``page=3``."""

    def __str__(self) -> str:
        """The key as it is written."""
        colon = f"{self.kind.value}:" if self.kind.value else ""
        pinpoint = f":{self.pinpoint}" if self.pinpoint else ""
        slug = f"/{self.slug}" if self.slug else ""
        mark = self.element or self.passage
        return f"{colon}{self.id}{pinpoint}{slug}{f'#{mark}' if mark else ''}"


@dataclass(frozen=True)
class Target:
    """What a key means. Two targets are equal if they name the same place of the same record."""

    kind: KeyKind
    id: str
    """The id of the record."""
    group: Authority
    """The kind of authority, by which styles choose templates and groups."""
    record: Any = field(compare=False, repr=False)
    """The instrument, decision, proceeding, source or allegation."""
    provisions: tuple[str, ...] = ()
    """Every provision that is meant, such as ``gc4:49(1)``, in the order of the instrument; for a
    range all that lie in it, for a whole record none."""
    norm: str = ""
    """The id of the norm, where the key names one or an element of one."""
    element: str = ""
    """The id of the element."""
    passage: str = ""
    """The place in a decision or report, as in the key."""

    @property
    def key(self) -> str:
        """The record alone as a key: ``gc4``, ``decision:tadic-1999``."""
        return f"{self.kind.value}:{self.id}" if self.kind.value else self.id

    @property
    def whole(self) -> Target:
        """The record without a place in it."""
        return replace(self, provisions=(), norm="", element="", passage="")

    @property
    def instrument(self) -> Instrument | None:
        """The instrument; None for other records."""
        return self.record if isinstance(self.record, Instrument) else None

    @property
    def pinpoints(self) -> tuple[str, ...]:
        """The provisions without the instrument: ``49(1)``."""
        return tuple(one.partition(":")[2] for one in self.provisions)


_ID = re.compile(rf"{SLUG}")
_INSTRUMENT = re.compile(rf"{INSTRUMENT}")
_GLUED = re.compile(r"(?<=[0-9])(?=[a-z]{3})")
_PINPOINT = re.compile(rf"{ARTICLE}{LOCATORS}(?:-(?:{ARTICLE})?{LOCATORS})?")
_COUNTED = r"[1-9][0-9]{0,5}"
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}"
_PASSAGE = re.compile(
    rf"p{_COUNTED}(?:-p?{_COUNTED})?|page={_COUNTED}(?:-{_COUNTED})?|t={_TIME}(?:-{_TIME})?"
)
_PREFIXES = {kind.value: kind for kind in KeyKind if kind.value}


def parse_key(text: str) -> Key:
    """Read the form of a key.

    Args:
        text: such as ``gc4:49(1)``; a dash between numbers may be a hyphen or an en dash.

    Raises:
        BadKeyError: if it has not the form of a key.
    """
    if not text.strip():
        raise BadKeyError(text, "it is empty")
    if len(text) > MAX_KEY:
        raise BadKeyError(text, f"it has more than {MAX_KEY} characters")
    head, mark, rest = text.replace("\u2013", "-").partition("#")
    if mark and not rest:
        raise BadKeyError(text, "nothing stands behind '#'")
    prefix, colon, name = head.partition(":")
    if colon and prefix in _PREFIXES:
        return _record_key(text, _PREFIXES[prefix], name, rest)
    return _instrument_key(text, head, rest)


def _record_key(text: str, kind: KeyKind, name: str, passage: str) -> Key:
    if not _ID.fullmatch(name):
        raise BadKeyError(
            text, f"'{name}' is no id of a {kind.value}, such as '{kind.value}:some-id'"
        )
    if passage and kind not in (KeyKind.DECISION, KeyKind.SOURCE):
        raise BadKeyError(text, "only decisions and sources have paragraphs behind '#'")
    if passage and not _PASSAGE.fullmatch(passage):
        raise BadKeyError(text, f"'#{passage}' is no place, such as '#p9', '#p9-p11' or '#page=3'")
    return Key(kind, name, passage=_checked_passage(text, passage))


def _checked_passage(text: str, passage: str) -> str:
    if passage:
        span = Span.of(passage)
        if span.last < span.first:
            raise BadKeyError(text, "the range ends before it begins")
    return passage


def _form_of_provision(pinpoint: str) -> str:
    """What a provision looks like: this one with a blank before ``bis``, else any."""
    parted = _GLUED.sub(" ", pinpoint)
    if parted != pinpoint and _PINPOINT.fullmatch(parted):
        return f"did you mean '{parted}'?"
    return "such as '49(1)' or '8(2)(b)(viii)'"


def _instrument_key(text: str, head: str, element: str) -> Key:
    name, colon, rest = head.partition(":")
    pinpoint, slash, slug = rest.partition("/")
    if not colon:
        return _bare_key(text, name, element)
    if not _INSTRUMENT.fullmatch(name):
        raise BadKeyError(text, f"'{name}' is no id of an instrument, such as 'gc4'")
    if not _PINPOINT.fullmatch(pinpoint) or pinpoint.endswith("-"):
        raise BadKeyError(text, f"'{pinpoint}' is no provision, {_form_of_provision(pinpoint)}")
    if slash and not _ID.fullmatch(slug):
        raise BadKeyError(text, f"'/{slug}' is no norm of a provision, such as '/service'")
    if element and not _ID.fullmatch(element):
        raise BadKeyError(text, f"'#{element}' is no element, such as '#removal'")
    return Key(KeyKind.INSTRUMENT, name, pinpoint, slug, element)


def _bare_key(text: str, name: str, passage: str) -> Key:
    if not _ID.fullmatch(name):
        raise BadKeyError(
            text, "write 'instrument:provision' (gc4:49(1)) or 'kind:id' (decision:ID)"
        )
    if passage and not _PASSAGE.fullmatch(passage):
        raise BadKeyError(text, f"'#{passage}' is no place, such as '#p9', '#p9-p11' or '#page=3'")
    return Key(KeyKind.INSTRUMENT, name, passage=_checked_passage(text, passage))


def find(library: Library, key: Key) -> Target:
    """What a key means.

    Raises:
        UnknownKeyError: if no record bears it, several do, or what it names in one does not
            exist: a provision, norm, element or paragraph.
    """
    if key.kind is not KeyKind.INSTRUMENT:
        return _find_record(library, key)
    if key.pinpoint or (key.id in library.instruments and not key.passage):
        return _find_provision(library, key)
    return _find_bare(library, key)


_RECORDS: dict[KeyKind, tuple[Authority, Callable[[Library], Mapping[str, Any]]]] = {
    KeyKind.DECISION: (Authority.DECISION, lambda library: library.decisions),
    KeyKind.WARRANT: (Authority.WARRANT, lambda library: library.proceedings),
    KeyKind.SOURCE: (Authority.REPORT, lambda library: library.sources),
    KeyKind.ALLEGATION: (Authority.DOSSIER, lambda library: library.allegations),
}


def _find_record(library: Library, key: Key) -> Target:
    group, records = _RECORDS[key.kind]
    known = records(library)
    if key.id not in known:
        near = nearest(key.id, known)
        hint = str(replace(key, id=near)) if near else None
        raise UnknownKeyError(str(key), f"no {key.kind.value} '{key.id}' is loaded", hint)
    record = known[key.id]
    if key.passage and key.kind is KeyKind.SOURCE:
        _refuse_missing_paragraph(key, record.original.paragraphs)
    return Target(key.kind, key.id, group, record, passage=key.passage)


def _refuse_missing_paragraph(key: Key, last: int) -> None:
    span = Span.of(key.passage)
    if span.kind == "p" and span.last > last:
        raise UnknownKeyError(str(key), f"the source has no p{span.last}; it has p1 to p{last}")


def _find_bare(library: Library, key: Key) -> Target:
    found = [kind for kind, (_, records) in _RECORDS.items() if key.id in records(library)]
    if len(found) == 1:
        return _find_record(library, replace(key, kind=found[0]))
    if found:
        names = " or ".join(f"'{replace(key, kind=kind)}'" for kind in found)
        raise UnknownKeyError(str(key), f"several records have this id; write {names}")
    raise UnknownKeyError(
        str(key), "no record of this id is loaded", _nearest_bare(library, key.id)
    )


def _nearest_bare(library: Library, name: str) -> str | None:
    """The nearest id, as the key that names it."""
    keys = dict.fromkeys(library.instruments, "") | {
        one: f"{kind.value}:" for kind, (_, records) in _RECORDS.items() for one in records(library)
    }
    near = nearest(name, keys)
    return f"{keys[near]}{near}" if near else None


def _find_provision(library: Library, key: Key) -> Target:
    instrument = library.instruments.get(key.id)
    if instrument is None:
        near = nearest(key.id, library.instruments)
        hint = str(replace(key, id=near)) if near else None
        raise UnknownKeyError(str(key), f"no instrument '{key.id}' is loaded", hint)
    whole = Target(key.kind, key.id, instrument.authority, instrument)
    if not key.pinpoint:
        return whole
    provisions = tuple(f"{key.id}:{one}" for one in _pinpoints(library, key))
    found = replace(whole, provisions=provisions)
    if not (key.slug or key.element):
        return found
    if len(provisions) > 1:
        raise UnknownKeyError(
            str(key), "a norm or element belongs to one provision, not to a range"
        )
    return _with_norm(library, key, found)


def _pinpoints(library: Library, key: Key) -> tuple[str, ...]:
    """What a pinpoint means. Where no structure is loaded, any single provision may exist."""
    structure = library.structures.get(key.id)
    if structure is not None:
        return _provisions(structure, key)
    if "-" in key.pinpoint:
        raise UnknownKeyError(
            str(key), "without a structure.yaml it is not known what stands between"
        )
    return (key.pinpoint,)


def _provisions(structure: Structure, key: Key) -> tuple[str, ...]:
    """What a pinpoint means, in the order of the structure.

    A hyphen may belong to the number of an article (442-1) or part the ends of a range: the number
    of an article that exists is read as that.
    """
    if has(structure, key.pinpoint):
        return (key.pinpoint,)
    for at in _hyphens(key.pinpoint):
        first, last = key.pinpoint[:at], key.pinpoint[at + 1 :]
        last = f"{above(first)}{last}" if last.startswith("(") else last
        if has(structure, first) and has(structure, last):
            return _between(structure, key, first, last)
    ends = key.pinpoint.split("-") if len(_hyphens(key.pinpoint)) == 1 else [key.pinpoint]
    holder = above(ends[0]) if ends[-1].startswith("(") else ""
    wanted = [ends[0], *(f"{holder}{end}" for end in ends[1:])]
    absent = next(one for one in wanted if not has(structure, one))
    raise UnknownKeyError(str(key), missing(structure, absent))


def _hyphens(pinpoint: str) -> list[int]:
    return [at for at, char in enumerate(pinpoint) if char == "-"]


def _between(structure: Structure, key: Key, first: str, last: str) -> tuple[str, ...]:
    """Everything from one provision to another that stands right below the same."""
    if above(first) != above(last):
        raise UnknownKeyError(
            str(key), "a range goes from article to article, or between paragraphs of one article"
        )
    rows = below(structure, above(first))
    begin, end = rows.index(first), rows.index(last)
    if end < begin:
        raise UnknownKeyError(
            str(key), f"the range ends before it begins: {last} stands before {first}"
        )
    return rows[begin : end + 1]


def _with_norm(library: Library, key: Key, found: Target) -> Target:
    """The norm, and the element, that a key names at a provision."""
    provision = found.provisions[0]
    norms = [norm for norm in library.norms_at(provision) if norm.provision == provision]
    if not norms:
        raise UnknownKeyError(str(key), f"the loaded packs hold no norm at {provision} yet")
    if key.slug:
        wanted = f"{provision}/{key.slug}"
        norms = [norm for norm in norms if norm.id == wanted]
        if not norms:
            known = [norm.id for norm in library.norms_at(provision) if norm.provision == provision]
            raise UnknownKeyError(
                str(key), f"no norm '{wanted}'; there is {first_of(known, MOST_NAMED)}"
            )
    if not key.element:
        return replace(found, norm=norms[0].id)
    return replace(found, norm=_norm_with(library, key, norms).id, element=key.element)


def _norm_with(library: Library, key: Key, norms: list[Norm]) -> Norm:
    """The one norm that has the element."""
    having = [norm for norm in norms if key.element in library.elements_of(norm)]
    if len(having) == 1:
        return having[0]
    if having:
        names = " or ".join(f"'{norm.id}#{key.element}'" for norm in having)
        raise UnknownKeyError(str(key), f"several norms there have this element; write {names}")
    known = sorted({name for norm in norms for name in library.elements_of(norm)})
    hint = nearest(key.element, known)
    raise UnknownKeyError(
        str(key),
        f"no element '{key.element}'; there is {first_of(known, MOST_NAMED)}",
        str(replace(key, element=hint)) if hint else None,
    )
