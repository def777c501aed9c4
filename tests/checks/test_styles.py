"""Citation styles: where a fault is told when two files do not fit together."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.checks import styles
from lawmap.diagnostics import Diagnostic
from lawmap.loading import load, packs_for

ROOT = Path(__file__).parents[2]
STYLE = (ROOT / "tests/bad/name-in-style-missing/styles/example.yaml").read_text(encoding="utf-8")
WHOLE = STYLE.replace("units:\n", 'units:\n  t: {one: "at {numbers}", many: "at {numbers}"}\n')
INSTRUMENT = (ROOT / "tests/bad/citation-disagrees/instruments/example/instrument.yaml").read_text(
    encoding="utf-8"
)
FITTING = INSTRUMENT.replace('page: "12"', 'page: "11"')


def faults(folder: Path, **files: str) -> list[Diagnostic]:
    """The faults of a style and an instrument of one's own beside the shipped pack."""
    places = {
        "style": "styles/example.yaml",
        "instrument": "instruments/example/instrument.yaml",
    }
    for name, text in files.items():
        path = folder / places[name]
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    loaded = load([folder], packs_for([folder], ()))
    assert loaded.diagnostics == ()
    checks = (styles.templates, styles.kinds, styles.names, styles.citations)
    return [fault for check in checks for fault in check(loaded)]


def test_a_style_and_an_instrument_in_order_have_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, style=WHOLE, instrument=FITTING) == []


@pytest.mark.parametrize(
    ("key", "cut"),
    [
        ("series", 'Stat: "{volume} Stat {page}"'),
        ("units", '  rule: {one: "rule {numbers}", many: "rules {numbers}"}\n'),
        ("bodies", "bodies: {ga: GA}"),
    ],
)
def test_a_name_that_a_style_of_ones_own_lacks_is_told_at_the_style(
    tmp_path: Path, key: str, cut: str
) -> None:
    instead = {"series": "", "units": "", "bodies": "bodies: {sc: SC}"}[key]
    found = faults(tmp_path, style=WHOLE.replace(cut, instead).replace(", }", "}"))
    assert {fault.code for fault in found} == {"LM754"}
    assert {Path(fault.position.path).name for fault in found} == {"example.yaml"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("regime:", "unit: verse\nregime:"), "'verse'"),
        (("citation: 2000 UNTS 11\n", "citation: 2000 XTS 11\n"), "series 'XTS'"),
    ],
)
def test_a_name_that_no_style_has_is_told_at_the_instrument(
    tmp_path: Path, change: tuple[str, str], words: str
) -> None:
    text = FITTING.replace(*change)
    if "XTS" in text:
        text = text.replace("series: UNTS", "series: XTS")
    found = faults(tmp_path, style=WHOLE, instrument=text)
    assert {fault.code for fault in found} == {"LM754"}
    assert {Path(fault.position.path).name for fault in found} == {"instrument.yaml"}
    assert all(words in fault.message for fault in found)
    assert any("'plain'" in fault.message for fault in found)


def test_a_series_whose_template_needs_what_is_not_known_is_told(tmp_path: Path) -> None:
    style = WHOLE.replace('UNTS: "{volume} UNTS[ {page}]"', 'UNTS: "{volume} UNTS {page}"')
    text = FITTING.replace(', page: "11"', "").replace("2000 UNTS 11", "2000 UNTS")
    (fault,) = faults(tmp_path, style=style, instrument=text)
    assert fault.message == (
        "the style 'example' has no name for the treaty of which 'UNTS' is known by volume alone"
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('volume: "2000"', 'volume: "200"'), "'200 UNTS 11'"),
        (("regime:", "resolution: {body: ga, number: 56/83}\nregime:"), "'56/83'"),
    ],
)
def test_parts_that_the_citation_does_not_hold_are_told(
    tmp_path: Path, change: tuple[str, str], words: str
) -> None:
    (fault,) = faults(tmp_path, style=WHOLE, instrument=FITTING.replace(*change))
    assert fault.code == "LM757"
    assert words in fault.message


def test_kinds_in_a_circle_have_no_template(tmp_path: Path) -> None:
    circle = WHOLE.replace("report: {like: decision}", "report: {like: dossier}").replace(
        "dossier: {like: decision}", "dossier: {like: report}"
    )
    found = faults(tmp_path, style=circle)
    assert [fault.code for fault in found] == ["LM755", "LM755"]


def test_a_template_taken_over_by_a_kind_without_the_value_is_told_there(tmp_path: Path) -> None:
    found = faults(tmp_path, style=WHOLE.replace("report: {like: decision}", "report: {like: law}"))
    assert {fault.code for fault in found} == {"LM751"}
    assert all("'report'" in fault.message for fault in found)
