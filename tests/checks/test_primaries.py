"""Which norm stands under which is told by one list, not by two that say the opposite."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.dossier.words import RELATIONS
from lawmap.model.norm import COMPANIONS, See
from tests.checks.small_pack import Data, Files, faults, norm, told


def listing(number: int, **see: str) -> Files:
    """A norm of its own content that lists others."""
    lists: Data = {relation: [{"norm": other}] for relation, other in see.items()}
    return norm(f"t:{number}(1)", elements={"count": {"number": {"at_least": number}}}, see=lists)


def of_lists(folder: Path, *norms: Files) -> list[str]:
    return [line for line in told(faults(folder, *norms), folder) if line.startswith("LM410")]


def test_a_dossier_puts_norms_below_others_by_every_relation_but_that_of_neighbours() -> None:
    assert set(RELATIONS) == set(COMPANIONS) == set(See.model_fields) - {"neighbour"}


@pytest.mark.parametrize("there", COMPANIONS)
@pytest.mark.parametrize("back", ["charge", "parallel"])
def test_norms_that_list_each_other_are_reported_once_at_the_first(
    there: str, back: str, tmp_path: Path
) -> None:
    norms = listing(1, **{there: "t:2(1)"}), listing(2, **{back: "t:1(1)"})
    assert of_lists(tmp_path, *norms) == [
        "LM410 instruments/t/1-1.yaml 't:1(1)' lists 't:2(1)' and 't:2(1)' lists 't:1(1)', so that"
        " none of them is the primary norm"
    ]


def test_both_lists_are_shown(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, listing(1, charge="t:2(1)"), listing(2, custom="t:1(1)"))
    (other,) = fault.related
    assert "norm: t:2(1)" in fault.source_line
    assert other.position.path.endswith("t/2-1.yaml")
    assert other.message == "lists 't:1(1)'"


def test_a_longer_circle_is_found_and_what_leads_to_it_is_no_part_of_it(tmp_path: Path) -> None:
    circle = listing(3, charge="t:4(1)"), listing(4, general="t:2(1)"), listing(2, custom="t:3(1)")
    (line,) = of_lists(tmp_path, listing(1, charge="t:3(1)"), *circle, listing(5, charge="t:1(1)"))
    assert "'t:2(1)' lists 't:3(1)', 't:3(1)' lists 't:4(1)' and 't:4(1)' lists 't:2(1)'" in line
    assert "t:1(1)" not in line


def test_two_circles_are_two_faults(tmp_path: Path) -> None:
    one = listing(1, charge="t:2(1)"), listing(2, charge="t:1(1)")
    other = listing(3, charge="t:4(1)", custom="t:1(1)"), listing(4, charge="t:3(1)")
    assert len(of_lists(tmp_path, *one, *other)) == 2


def test_a_pinpoint_counts_as_all_norms_below_it(tmp_path: Path) -> None:
    norms = listing(1, charge="t:2"), listing(2, charge="t:1")
    assert len(of_lists(tmp_path, *norms)) == 1


def test_a_norm_that_lists_itself_is_reported(tmp_path: Path) -> None:
    (line,) = of_lists(tmp_path, listing(1, charge="t:1(1)"))
    assert "'t:1(1)' lists 't:1(1)'" in line


@pytest.mark.parametrize(
    "norms",
    [
        (listing(1, neighbour="t:2(1)"), listing(2, neighbour="t:1(1)")),
        (listing(1, charge="t:2(1)"), listing(2, neighbour="t:1(1)")),
        (listing(1, charge="t:2(1)", custom="t:3(1)"), listing(2, custom="t:3(1)"), listing(3)),
        (listing(1, charge="t:1"), listing(2)),  # the pinpoint covers others as well
    ],
)
def test_neighbours_chains_and_shared_companions_are_in_order(
    norms: tuple[Files, ...], tmp_path: Path
) -> None:
    assert of_lists(tmp_path, *norms) == []
