"""What a subgroup or later step takes over from its whole."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.applicability import circumstances, resolve_part
from lawmap.model.allegation import Allegation
from lawmap.periods import Sense
from tests.builders import PAPER, WITNESS, Data, against, allegation, library, situation

WHOLE: Data = {
    "against": against(nationality={"is": "BBB"}, age={"exactly": 14}, number={"about": 30}),
    "when": {"within": "2022-05"},
    "where": {"from": ["BB-1"], "to": ["AA-1"]},
}


def resolved(part: Data, **whole: Any) -> Allegation:
    """A part, after it has inherited; the passages of the whole are the witness's."""
    every = {
        "whole": allegation("act.do", id="whole", per=[WITNESS], **WHOLE | whole),
        "part": allegation("act.undo", id="part", **{"part_of": "whole", "by": "unstated"} | part),
    }
    return resolve_part(every["part"], every)


def test_a_part_inherits_victims_time_and_place() -> None:
    whole, part = allegation(**WHOLE), resolved({})
    assert part.against and whole.against
    assert part.against.group == whole.against.group
    assert [item.is_ for item in part.against.nationality] == ["BBB"]
    assert part.when and whole.when
    assert part.when.period == whole.when.period
    assert part.where and part.where.from_ == ("BB-1",)
    assert part.where.to == ("AA-1",)


def test_a_part_inherits_neither_actor_nor_facts_nor_responses() -> None:
    part = resolved(
        {}, responses=[{"by": "A", "per": [WITNESS], "text": "No", "denies": "conduct"}]
    )
    assert part.by == "unstated"
    assert [one.term for one in part.statements] == ["act.undo"]
    assert part.responses == ()


def test_what_a_part_inherits_keeps_the_passages_of_the_whole() -> None:
    part = resolved({})
    assert part.against and part.when and part.where
    assert {item.per for item in (*part.against.age, *part.against.number)} == {(WITNESS,)}
    assert part.against.nationality[0].per == (WITNESS,)
    assert part.when.per == part.where.per == (WITNESS,)
    assert part.per == (PAPER,)


def test_a_part_without_passages_rests_on_those_of_the_whole() -> None:
    assert [one.per for one in resolved({"per": []}).statements] == [(WITNESS,)]


@pytest.mark.parametrize(
    "own",
    [
        {"when": {"during": "2023"}},
        {"where": {"from": ["CC-1"], "to": ["BB-1"]}},
        {"against": against(age={"exactly": 9})},
    ],
)
def test_what_a_part_says_itself_stands(own: Data) -> None:
    said = allegation(**own)
    (key,) = own
    assert getattr(resolved(own), key) == getattr(said, key)


def test_a_later_step_with_a_place_of_its_own_inherits_the_origin() -> None:
    where = resolved({"where": {"to": ["CC-1"]}}).where
    assert where
    assert (where.from_, where.to) == (("BB-1",), ("CC-1",))


def test_a_part_of_a_part_inherits_from_the_whole_of_both() -> None:
    every = {
        "a": allegation(id="a", per=[WITNESS], **WHOLE),
        "b": allegation(id="b", part_of="a"),
        "c": allegation(id="c", part_of="b"),
    }
    last = resolve_part(every["c"], every)
    assert last.against
    assert last.against.age[0].per == (WITNESS,)


@pytest.mark.parametrize("chain", [["a"], ["b", "a"], ["b", "c", "b"], ["missing"]])
def test_a_circular_or_unknown_whole_does_no_harm(chain: list[str]) -> None:
    every: dict[str, Allegation] = {}
    for name, above in zip("abc", chain, strict=False):
        every[name] = allegation(id=name, part_of=above)
    part = resolve_part(every["a"], every)
    assert (part.id, part.when, part.against) == ("a", None, None)


def test_a_circle_still_inherits_what_somebody_in_it_says() -> None:
    every = {"a": allegation(id="a", part_of="b"), "b": allegation(id="b", part_of="a", **WHOLE)}
    assert resolve_part(every["a"], every).when is not None


def frame(**given: Any) -> Any:
    made = library(situation())
    return circumstances(allegation(**given), made)


def test_before_a_day_begins_with_the_conflict_of_the_actors_state() -> None:
    before = {"before": "2022-05-01"}
    assert frame(when=before).period.first.isoformat() == "2014-03-01"
    assert frame(when=before).period.last.isoformat() == "2022-05-01"
    assert frame(when=before, by=[{"actor": "C", "state": "CCC"}]).period.first is None
    assert frame(when=before, by="unstated").period.first is None


def test_only_the_end_of_a_period_counts_for_before() -> None:
    assert frame(when={"before": "2022"}, by="unstated").period[:2] == (
        None,
        allegation(when={"during": "2022"}).when.period.last,  # type: ignore[union-attr]
    )


def test_no_reported_time_is_any_time() -> None:
    assert frame().period[:2] == (None, None)
    assert frame().sense is Sense.WITHIN


def test_a_state_that_acts_through_several_is_named_once() -> None:
    twice = [
        {"actor": name, "state": "AAA", "per": [per]}
        for name, per in (("X", PAPER), ("Y", WITNESS))
    ]
    assert frame(by=twice).states == ("AAA",)
    assert frame(by=twice).actor_per == (PAPER, WITNESS)
