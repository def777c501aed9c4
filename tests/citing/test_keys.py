"""Keys: what they name, and how everything else is refused with what comes near."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lawmap.citing import BadKeyError, KeyKind, Target, UnknownKeyError, find, parse_key
from lawmap.model.authority import Authority
from tests.builders import allegation, decision, library, source
from tests.dossier.made import seed_library

CASES = Path(__file__).parents[1] / "cases" / "pinpoints.yaml"
TABLE = yaml.safe_load(CASES.read_text(encoding="utf-8"))


def found(key: str) -> Target:
    return find(seed_library(), parse_key(key))


@pytest.mark.parametrize(("text", "reason"), TABLE["bad"])
def test_what_is_no_key_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(BadKeyError) as refused:
        parse_key(text)
    assert reason in str(refused.value)


@pytest.mark.parametrize(("key", "reason"), TABLE["unknown"])
def test_what_does_not_exist_is_refused_with_what_does(key: str, reason: str) -> None:
    with pytest.raises(UnknownKeyError) as refused:
        found(key)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("key", "kind", "group"),
    [
        ("gc4", KeyKind.INSTRUMENT, Authority.TREATY),
        ("rome:8", KeyKind.INSTRUMENT, Authority.STATUTE),
        ("cihl:129", KeyKind.INSTRUMENT, Authority.CUSTOM),
        ("udhr:5", KeyKind.INSTRUMENT, Authority.DOCUMENT),
        ("arsiwa:4", KeyKind.INSTRUMENT, Authority.DOCUMENT),
        ("tadic-1999", KeyKind.DECISION, Authority.DECISION),
        ("warrant:icc-putin", KeyKind.WARRANT, Authority.WARRANT),
        ("united24-2025-02", KeyKind.SOURCE, Authority.REPORT),
        ("thirty-drafted-2024", KeyKind.ALLEGATION, Authority.DOSSIER),
    ],
)
def test_a_key_says_what_sort_of_authority_it_names(
    key: str, kind: KeyKind, group: Authority
) -> None:
    target = found(key)
    assert (target.kind, target.group) == (kind, group)


def test_a_range_means_all_that_stands_between_its_ends() -> None:
    assert found("rome:8-10").pinpoints == ("8", "8 bis", "9", "10")
    assert found("gc4:49(1)-(3)").provisions == ("gc4:49(1)", "gc4:49(2)", "gc4:49(3)")


def test_a_norm_and_an_element_keep_their_provision() -> None:
    norm = found("gc4:51(1)/service")
    assert (norm.norm, norm.pinpoints) == ("gc4:51(1)/service", ("51(1)",))
    element = found("gc4:49(1)#removal")
    assert (element.norm, element.element) == ("gc4:49(1)", "removal")
    assert element.pinpoints == ("49(1)",)


def test_an_id_that_two_records_have_needs_its_kind() -> None:
    twice = library(source("same"), decision("same"), allegation("act.do", id="same"))
    with pytest.raises(UnknownKeyError, match="decision:same' or 'source:same' or 'allegation"):
        find(twice, parse_key("same"))
    assert find(twice, parse_key("decision:same")).group is Authority.DECISION


@given(st.text(max_size=400))
def test_any_text_is_a_key_or_refused(text: str) -> None:
    try:
        key = parse_key(text)
    except BadKeyError:
        return
    assert parse_key(str(key)) == key


@given(st.data())
def test_every_provision_that_exists_is_found_by_its_own_name(data: st.DataObject) -> None:
    structures = seed_library().structures
    structure = structures[data.draw(st.sampled_from(sorted(structures)))]
    article = data.draw(st.sampled_from(list(structure.provisions)))
    below = data.draw(st.sampled_from(["", *structure.provisions[article]]))
    key = f"{structure.instrument}:{article}{below}"
    assert str(parse_key(key)) == key
    assert found(key).provisions == (key,)
