"""Articles that the code of a State inserts, such as 442-1, beside part 1 of article 442."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from lawmap.loading.kinds import file_name
from lawmap.model.base import NormId, Provision
from lawmap.model.instrument import Article, Structure
from lawmap.model.norm import covers

INSERTED = "code:442-1"
PART = "code:442(1)"


@pytest.mark.parametrize("written", [INSERTED, "code:442-1(2)", "code:8", "code:8 bis(1)"])
def test_such_a_number_is_a_provision_and_a_norm(written: str) -> None:
    assert TypeAdapter(Provision).validate_python(written) == written
    assert TypeAdapter(NormId).validate_python(f"{written}/a-rule") == f"{written}/a-rule"


@pytest.mark.parametrize("written", ["442-", "-1", "442-a", "442--1", "IX-1", "442-1-1"])
def test_what_is_no_number_of_an_article_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Article).validate_python(written)


def test_the_article_before_does_not_name_it() -> None:
    assert covers("code:442", PART)
    assert not covers("code:442", INSERTED)
    assert covers(INSERTED, "code:442-1(1)")


def test_a_structure_tells_the_two_apart() -> None:
    structure = Structure.model_validate(
        {
            "schema_version": 1,
            "instrument": "code",
            "edition": "code-1",
            "read_in": "nowhere",
            "provisions": {"442": ["(1)"], "442-1": []},
        }
    )
    assert structure.has(PART)
    assert structure.has(INSERTED)
    assert not structure.has("code:442-1(1)")
    assert not structure.has("code:442-2")


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        (INSERTED, "442_1"),
        (PART, "442-1"),
        ("code:442-1(1)/by-force-2", "442_1-1-by-force-2"),
        ("gc4:51(1)/service", "51-1-service"),
        ("rome:8 bis(1)", "8-bis-1"),
        ("chapeau/occupation", "occupation"),
        ("thirty-drafted-2024", "thirty-drafted-2024"),
    ],
)
def test_each_has_a_file_name_of_its_own(identity: str, name: str) -> None:
    assert file_name(identity) == name
