"""Citation styles: every template can be read, names what there is, and loses nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from lawmap.citing.format import FORMS, find_template
from lawmap.citing.template import TemplateError, places
from lawmap.citing.values import NAMES, OF_PLACES, printed
from lawmap.diagnostics import Diagnostic, did_you_mean
from lawmap.loading import File, Loaded
from lawmap.model.authority import Authority
from lawmap.model.conditions import Step
from lawmap.model.instrument import Instrument
from lawmap.model.style import Style
from lawmap.wording import listed

_PAGE = "docs/styles.md says what templates are made of."


class _Template(NamedTuple):
    """A template of a style, and what it may and must name."""

    at: tuple[Step, ...]
    text: str
    always: Collection[str]
    """Values that are never missing."""
    sometimes: Collection[str] = ()
    """Values that may be missing, so that they stand in groups."""
    needed: Collection[str] = ()
    """Values without which something would be left out that was cited."""
    of: str = "of this template"
    """What the values belong to, for messages."""


def templates(loaded: Loaded) -> Iterator[Diagnostic]:
    """Templates that cannot be read, name what there is not, leave gaps, or leave things out."""
    for file, style in loaded.of_kind(Style):
        for one in _templates(style):
            yield from _faults(file, one)


def _faults(file: File, one: _Template) -> Iterator[Diagnostic]:
    try:
        found = list(places(one.text))
    except TemplateError as error:
        message = f"cannot be read at character {error.at + 1}: {error.reason}"
        yield file.fault(one.at, "LM750", message, _PAGE)
        return
    known = (*one.always, *one.sometimes)
    for place in found:
        name = place.value.name
        if name not in known:
            message = f"there is no value '{name}' {one.of}{did_you_mean(name, known)}"
            mend = f"There is {listed(sorted(known))}." if known else "Write words alone."
            yield file.fault(one.at, "LM751", message, mend)
        elif name in one.sometimes and not place.in_group:
            message = f"'{{{name}}}' may be missing and would leave a gap"
            yield file.fault(one.at, "LM752", message, f"Write it in a group: [ {{{name}}}].")
    for name in sorted(set(one.needed) - {place.value.name for place in found}):
        message = f"the value '{name}' is left out, so that what is cited would not be told"
        yield file.fault(one.at, "LM753", message, f"Add {{{name}}}.")


def _templates(style: Style) -> Iterator[_Template]:
    for kind, rows in style.templates.items():
        for form in (*FORMS, "ibid"):
            text = getattr(rows, form)
            if text is not None:
                yield _of_kind(kind, ("templates", kind.value, form), text)
    if style.ibid is not None:
        yield _Template(("ibid",), style.ibid, (), OF_PLACES, ("pinpoint",))
    units = [(("units", name), unit) for name, unit in style.units.items()]
    units += [(("places", key), getattr(style.places, key)) for key in ("paragraph", "note")]
    for at, unit in units:
        for key, text in (("one", unit.one), ("many", unit.many)):
            yield _Template((*at, key), text, ("numbers",), needed=("numbers",))
        yield _Template((*at, "item"), unit.item, ("number",), needed=("number",))
    for name, text in style.series.items():
        yield _Template(("series", name), text, ("volume", "page", "number"))
    yield from _of_dates(style)
    names = ("given", "family")
    for key, text in (("one", style.names.one), ("later", style.names.later)):
        yield _Template(("names", key), text, names, needed=("family",))


def _of_kind(kind: Authority, at: tuple[Step, ...], text: str) -> _Template:
    known = NAMES[kind]
    of = f"of authorities of kind '{kind.value}'"
    if at[-1] == "entry":
        return _Template(at, text, known.always, known.sometimes, (), of)
    needed = ("pinpoint",) if kind not in _WITHOUT_PLACES else ()
    return _Template(at, text, known.always, (*known.sometimes, *OF_PLACES), needed, of)


_WITHOUT_PLACES = (Authority.WARRANT, Authority.DOSSIER)
"""Kinds of which no key names a place."""


def _of_dates(style: Style) -> Iterator[_Template]:
    dates = style.dates
    for key, text, names in (
        ("day", dates.day, ("day", "month", "year")),
        ("month", dates.month, ("month", "year")),
        ("between", dates.between, ("first", "last")),
        ("about", dates.about, ("date",)),
    ):
        yield _Template(("dates", key), text, names, needed=names)


def kinds(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every kind of authority has its templates, also through ``like``, and stands in one group."""
    for file, style in loaded.whole_of_kind(Style):
        for kind in Authority:
            yield from _of_one(file, style, kind)
            yield from _grouped(file, style, kind)


def _of_one(file: File, style: Style, kind: Authority) -> Iterator[Diagnostic]:
    at = ("templates", kind.value) if kind in style.templates else ("templates",)
    found = {form: find_template(style, kind, form) for form in FORMS}
    lacking = [f"'{form}'" for form, template in found.items() if template is None]
    if lacking:
        message = f"authorities of kind '{kind.value}' have no template {listed(lacking)}"
        yield file.fault(at, "LM755", message, "Write it, or name a kind with 'like'.")
    for template in found.values():
        # What is wrong with a template in its own kind is told there.
        if template is not None and NAMES[template.kind] != NAMES[kind]:
            inherited = _of_kind(kind, (*at, "like"), template.text)
            yield from (one for one in _faults(file, inherited) if one.code == "LM751")


def _grouped(file: File, style: Style, kind: Authority) -> Iterator[Diagnostic]:
    titles = [group.title for group in style.groups for one in group.of if one is kind]
    if len(titles) == 1:
        return
    told = f"in {len(titles)} groups ({listed(titles)})" if titles else "in no group"
    message = f"authorities of kind '{kind.value}' stand {told} of the table of authorities"
    yield file.fault(("groups",), "LM756", message, "Put the kind into one group.")


def names(loaded: Loaded) -> Iterator[Diagnostic]:
    """What instruments name by id has a name in every style: units, series, bodies."""
    instruments = loaded.of_kind(Instrument)
    for file, style in loaded.whole_of_kind(Style):
        for unit in _UNITS_OF_PLACES:
            if unit not in style.units:
                yield file.fault(("units",), "LM754", f"no name for the unit '{unit}'", _ADD)
        for of, instrument in instruments:
            for lacking in _unnamed(style, instrument):
                yield _fault_of_name(loaded, (file, style), of, lacking)


_UNITS_OF_PLACES = ("p", "page", "t")
_ADD = "Add it to the style."


class _Lacking(NamedTuple):
    """Something that an instrument names and a style does not."""

    at: tuple[Step, ...]
    """Where the instrument names it."""
    key: str
    """The key of the style under which it would stand."""
    what: str
    known: Collection[str]


def _unnamed(style: Style, instrument: Instrument) -> Iterator[_Lacking]:
    unit = instrument.unit
    if unit not in style.units:
        yield _Lacking(("unit",), "units", f"unit '{unit}'", style.units)
    for index, one in enumerate(instrument.published):
        at = ("published", index, "series")
        if one.series not in style.series:
            yield _Lacking(at, "series", f"series '{one.series}'", style.series)
        elif printed(style, one) is None:
            parts = listed([part for part in ("volume", "page", "number") if getattr(one, part)])
            what = f"treaty of which '{one.series}' is known by {parts} alone"
            yield _Lacking(at, "series", what, ())
    if instrument.resolution and instrument.resolution.body not in style.bodies:
        what = f"body '{instrument.resolution.body}'"
        yield _Lacking(("resolution", "body"), "bodies", what, style.bodies)


def _fault_of_name(
    loaded: Loaded, pair: tuple[File, Style], of: File, lacking: _Lacking
) -> Diagnostic:
    """A fault at the one of both files that the writer asked for; at the instrument, if at both."""
    file, style = pair
    if loaded.is_asked(file) and not loaded.is_asked(of):
        at: tuple[Step, ...] = (lacking.key,) if getattr(style, lacking.key) else ("id",)
        return file.fault(at, "LM754", f"no name for the {lacking.what}", _ADD)
    message = f"the style '{style.id}' has no name for the {lacking.what}"
    known = f" It has {listed(sorted(lacking.known))}." if lacking.known else ""
    return of.fault(lacking.at, "LM754", message, f"{_ADD}{known}")


def citations(loaded: Loaded) -> Iterator[Diagnostic]:
    """The parts of a citation must stand in the citation: no fact is told in two ways."""
    for file, instrument in loaded.of_kind(Instrument):
        words = _words(instrument.citation)
        for at, part in _parts(instrument):
            if not _stands_in(_words(part), words):
                message = f"the citation does not hold '{part}'"
                mend = f"The citation is '{instrument.citation}': mend the one that is wrong."
                yield file.fault(at, "LM757", message, mend)


def _parts(instrument: Instrument) -> Iterator[tuple[tuple[Step, ...], str]]:
    for index, one in enumerate(instrument.published):
        numbered = f"{one.series} No {one.number}" if one.number else ""
        printed = " ".join(part for part in (one.volume, one.series, one.page) if part)
        yield ("published", index), numbered or printed
    if instrument.resolution:
        yield ("resolution", "number"), instrument.resolution.number
        if instrument.resolution.part:
            yield ("resolution", "part"), instrument.resolution.part
    if instrument.book:
        for index, author in enumerate(instrument.book.authors):
            yield ("book", "authors", index), f"{author.given} {author.family}"
        yield ("book", "publisher"), instrument.book.publisher
        yield ("book", "year"), str(instrument.book.year)


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text).split()


def _stands_in(part: list[str], whole: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
