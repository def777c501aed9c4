"""The table of authorities: every provision that a dossier cites, once, in order."""

from __future__ import annotations

import pytest

from lawmap.citing import cite
from lawmap.model.dossier import Dossier
from tests.dossier.made import ROOT, dossiers_of, library_with, seed_dossiers, seed_library
from tests.dossier.records import allegation, source


def table(dossier: Dossier) -> dict[str, str]:
    """The pinpoints of each authority, by its title."""
    law = [group for group in dossier.authorities if group.title not in ("Decisions", "Reports")]
    entries = [entry for group in law for entry in group.entries]
    return dict(entry.rpartition(": ")[::2] for entry in entries)


@pytest.mark.parametrize(
    "name", [path.stem for path in sorted(ROOT.glob("seeds/allegations/*.yaml"))]
)
def test_every_norm_of_a_dossier_stands_in_its_table(name: str) -> None:
    library, dossier = seed_library(), seed_dossiers()[name]
    shown = [*(entry.norm for entry in dossier.every_norm), *(one.norm for one in dossier.left_out)]
    pinpoints = {
        title: text.partition(" ")[2].split(", ") for title, text in table(dossier).items()
    }
    for norm in shown:
        instrument = library.instruments[norm.partition(":")[0]]
        titles = [title for title in pinpoints if title.startswith(instrument.title.full)]
        assert titles, cite(library, norm)
        provision = norm.partition(":")[2].partition("/")[0]
        assert any(provision in pinpoints[title] for title in titles), cite(library, norm)


def test_what_presumptions_and_the_reach_of_courts_rest_on_is_listed() -> None:
    found = table(dossiers_of(library_with(allegation(), source()))["a"])
    geneva = next(
        text for title, text in found.items() if title.startswith("Geneva Convention (IV)")
    )
    statute = next(text for title, text in found.items() if title.startswith("Rome Statute"))
    assert "4(1)" in geneva
    assert {"12(2)", "12(3)", "124"} <= set(statute.partition(" ")[2].split(", "))


def test_pinpoints_stand_in_the_order_of_the_treaty_and_once() -> None:
    for dossier in seed_dossiers().values():
        for text in table(dossier).values():
            pinpoints = text.partition(" ")[2].split(", ")
            assert len(pinpoints) == len(set(pinpoints))
            numbers = [
                int(one.partition("(")[0].split()[0]) for one in pinpoints if one[:1].isdigit()
            ]
            assert numbers == sorted(numbers)
