"""Tables of authorities, and the door through which Python cites."""

from __future__ import annotations

import pytest

import lawmap
from lawmap.citing import (
    Form,
    Target,
    cite,
    find,
    find_style,
    parse_key,
    refer,
    tables,
    to_text,
)
from lawmap.citing.format import collated
from lawmap.errors import UnknownIdError, UsageError
from lawmap.model.style import Group
from tests.builders import STYLE, instrument, library
from tests.dossier.made import seed_library

CITED = ["rome:8", "gc4:49", "tadic-1999", "cihl:129", "gc4:50", "crc:9", "warrant:icc-putin"]


def targets(*keys: str) -> list[Target]:
    return [find(seed_library(), parse_key(key)) for key in keys]


def listed(*keys: str, **changes: object) -> dict[str, list[str]]:
    """The titles of groups, each with the keys of its entries."""
    style = find_style(seed_library(), "plain").model_copy(update=changes)
    return {
        table.title: [one.target.key for one in table.entries]
        for table in tables(seed_library(), targets(*keys), style)
    }


def test_each_authority_stands_once_in_the_group_of_its_kind() -> None:
    assert listed(*CITED) == {
        "Treaties": ["crc", "gc4"],
        "Statutes of tribunals": ["rome"],
        "Customary law": ["cihl"],
        "Decisions and warrants": ["warrant:icc-putin", "decision:tadic-1999"],
    }


def test_a_group_may_be_sorted_by_day() -> None:
    group = Group.model_validate({"title": "All", "of": ["treaty", "custom"], "sort": "day"})
    assert listed("crc", "gc4", "cihl", "hague", groups=(group,)) == {
        "All": ["hague", "gc4", "crc", "cihl"]
    }


def test_entries_have_no_pinpoint() -> None:
    (table,) = tables(seed_library(), targets("gc4:49(1)"), find_style(seed_library(), "plain"))
    assert to_text(table.entries[0].runs) == (
        "Geneva Convention (IV) relative to the Protection of Civilian Persons in Time of War,"
        " 75 UNTS 287"
    )


@pytest.mark.parametrize(
    ("first", "second"), [("Éa", "eb"), ("‘A’", "b"), ("Šimić", "Sz"), ("a, b", "a c"), ("1", "a")]
)
def test_accents_capitals_and_marks_do_not_count_in_sorting(first: str, second: str) -> None:
    assert collated(first) < collated(second)


def test_python_cites_in_any_style_and_form() -> None:
    assert lawmap.cite is cite
    law = seed_library()
    assert cite(law, "gc4:49(1)") == "Geneva Convention IV, art 49(1)"
    assert cite(law, "gc4:49(1)", form="short") == "GC IV art 49(1)"
    assert cite(law, "gc4:51(1)/service", form=Form.SHORT) == "GC IV art 51(1)"
    with pytest.raises(UsageError, match=r"there is no gc4:49\(9\)"):
        cite(law, "gc4:49(9)")
    with pytest.raises(UnknownIdError, match="no style 'fancy'"):
        cite(law, "gc4:49(1)", style="fancy")


def test_without_a_structure_a_provision_is_taken_as_it_is_named() -> None:
    made = library(instrument(), STYLE)
    assert cite(made, "t:1(2)") == refer(made, "t:1(2)") == "Treaty t, art 1(2)"
    with pytest.raises(UsageError, match="not known what stands between"):
        cite(made, "t:1-3")


def test_a_style_without_a_template_says_so() -> None:
    made = library(instrument(), STYLE.model_copy(update={"templates": {}}))
    with pytest.raises(UsageError, match="no template 'subsequent' for authorities of kind"):
        cite(made, "t:1")


def test_a_unit_that_a_style_does_not_name_keeps_its_own_name() -> None:
    made = library(instrument(unit="verse"), STYLE)
    assert refer(made, "t:1") == "Treaty t, verse 1"
