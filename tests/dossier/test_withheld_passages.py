"""What rests on withheld passages alone is withheld, counted, and never told as unreported."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from lawmap.dossier.audience import library_for
from lawmap.masking import Mask
from lawmap.model.base import Handling
from lawmap.model.dossier import Dossier
from lawmap.model.source import Source
from tests.dossier.made import dossiers_of, library_with, rendered
from tests.dossier.records import Data, allegation, source, write

SECRET = "Zmeinohirsk"  # noqa: S105 (a made-up place)
HELD = "report#p9"
SEEN = "report#p1"


def report(**changes: Any) -> Data:
    """A public report whose ninth paragraph is the words of a witness, and withheld."""
    claimants = {
        "paper": {"name": "The newspaper", "knows": "Not stated."},
        "witness": {"name": f"A baker of {SECRET}", "knows": "She was there."},
    }
    return source(
        **{
            "claimants": claimants,
            "paragraphs": {"p9": "witness"},
            "quotes": {"p9": SECRET},
            "passages": {"p9": "confidential"},
            **changes,
        }
    )


def shown(*records: Data, audience: Handling = Handling.PUBLIC) -> dict[str, Dossier]:
    found = dossiers_of(library_with(*records), audience=audience)
    if audience is Handling.PUBLIC:
        assert [name for name, text in rendered(found).items() if SECRET in text] == []
    return found


def counted(dossier: Dossier) -> dict[str, str]:
    return {line.label: line.text for line in dossier.withheld}


def test_a_fact_without_a_passage_that_is_seen_is_withheld() -> None:
    facts = ["place.occupied", {"done": "act.torture", "per": [HELD]}]
    record = allegation(facts=facts, quotes={HELD: SECRET})
    public = shown(record, report())["a"]
    assert "torture" not in str(public.claimants).lower()
    assert public.norms == ()
    assert counted(public)["Facts"] == "1"
    assert counted(public)["Quotations"] == "2"
    own = shown(record, report(), audience=Handling.CONFIDENTIAL)["a"]
    assert "torture" in str(own.claimants).lower()
    assert own.withheld == ()


def test_a_fact_keeps_the_passages_that_are_seen_and_loses_who_is_not() -> None:
    record = allegation(facts=[{"done": "act.compel-armed-service", "per": [HELD, SEEN]}])
    public = shown(record, report())["a"]
    assert [entry.name for entry in public.claimants] == ["The newspaper"]
    assert public.claimants[0].says[0].passages == "para 1"
    assert counted(public)["Further passages of what is shown"] == "1"


def test_a_record_whose_own_passages_are_all_withheld_is_left_out() -> None:
    assert set(shown(allegation("a", per=[HELD], title=SECRET), allegation("b"), report())) == {"b"}


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"when": {"within": "2024-10", "per": [HELD]}}, "When"),
        ({"where": {"as_reported": SECRET, "per": [HELD]}}, "Where"),
        ({"by": [{"actor": SECRET, "state": "RUS", "per": [HELD]}]}, "By"),
        (
            {"against": {"group": "residents", "nationality": {"is": "UKR", "per": [HELD]}}},
            "Nationality",
        ),
    ],
)
def test_a_part_of_the_frame_that_is_withheld_does_not_pass_for_unreported(
    changes: Data, label: str
) -> None:
    public = shown(allegation(**changes), report())["a"]
    frame = {line.label: line.text for line in public.frame}
    assert frame[label] == "withheld from this audience"
    assert counted(public)["Other items, such as times and figures"] == "1"
    assert not any("does not say who acted" in line for line in public.alternative)


def test_a_part_does_not_inherit_what_is_withheld_of_the_whole() -> None:
    whole = allegation("whole", where={"as_reported": SECRET, "per": [HELD]})
    part = allegation("part", part_of="whole")
    del part["where"]
    frame = {line.label: line.text for line in shown(whole, part, report())["part"].frame}
    assert frame["Where"] == "withheld from this audience"


@pytest.mark.parametrize(
    ("key", "label", "own"),
    [
        ("when", "When", {"within": "2019-05", "per": [HELD]}),
        ("where", "Where", {"in": ["UA-43"], "per": [HELD]}),
    ],
)
def test_what_is_withheld_of_a_part_is_not_taken_from_the_whole(
    key: str, label: str, own: Data
) -> None:
    part = allegation("part", part_of="whole", **{key: own})
    frame = {
        line.label: line.text for line in shown(allegation("whole"), part, report())["part"].frame
    }
    assert frame[label] == "withheld from this audience"


def test_parts_of_parts_may_go_deeper_than_any_stack() -> None:
    depth = 2 * sys.getrecursionlimit()
    parts = [allegation(f"a{step}", part_of=f"a{step + 1}") for step in range(depth)]
    for part in parts:
        del part["where"]
    whole = allegation(f"a{depth}", where={"as_reported": SECRET, "per": [HELD]})
    seen = library_for(library_with(*parts, whole, report()), Handling.PUBLIC, Mask([]))
    assert len(seen.library.allegations) == depth + 1
    assert "where" in seen.library.unseen["a0"]


def test_a_part_that_only_withheld_passages_carry_is_left_out() -> None:
    part = allegation("part", part_of="whole")
    del part["per"]
    for whole in (allegation("whole", per=[HELD]), allegation("whole", handling="internal")):
        assert set(shown(whole, part, report())) == set()
    assert set(shown(allegation("whole"), part, report())) == {"whole", "part"}


def test_figures_that_are_withheld_are_not_compared() -> None:
    number = [{"exactly": 30, "per": [SEEN]}, {"exactly": 4711, "per": [HELD]}]
    public = shown(allegation(against={"group": "residents", "number": number}), report())["a"]
    assert public.figures == ()
    assert "4711" not in str(public)


def test_a_withheld_denial_is_counted_and_said() -> None:
    denial = {"by": "The ministry", "per": [HELD], "text": SECRET, "denies": "conduct"}
    found = shown(allegation(responses=[denial]), report())
    assert counted(found["a"])["Responses of the other side"] == "1"
    page = " ".join(rendered(found)["a.md"].split())
    assert "The accused side answers more than this audience is shown" in page
    assert "record no answer of the accused side" not in page
    assert "Outcomes were worked out without this" in page
    own = rendered(shown(allegation(responses=[denial]), report(), audience=Handling.CONFIDENTIAL))
    assert "Withheld" not in own["a.md"]


def test_items_with_withheld_passages_alone_are_left_out() -> None:
    view = {"text": SECRET, "per": [HELD]}
    warrant = {"proceeding": "icc-putin-2023", "per": [HELD], "note": SECRET}
    record = allegation(characterisations=[view], proceedings=[warrant])
    public = shown(record, report())["a"]
    assert public.characterisations == ()
    assert counted(public)["Other items, such as times and figures"] == "2"


def test_a_withdrawn_source_stays_withdrawn_when_what_replaces_it_is_withheld() -> None:
    later = source("later-secret", title=SECRET, handling="confidential")
    old = report(superseded_by="later-secret")
    page = rendered(shown(allegation(), old, later))["a.md"]
    assert "later-secret" not in page
    assert "Withdrawn or replaced by a source that is withheld from this audience" in page


def test_two_who_repeat_a_withheld_claimant_stay_one_origin() -> None:
    repeats = {"knows": "Not stated.", "same_origin_as": "hidden/paper"}
    claimants = {name: {"name": name.title(), **repeats} for name in ("paper", "radio")}
    told = source(claimants=claimants, paragraphs={"p2": "radio"})
    record = allegation(per=[SEEN, "report#p2"])
    public = shown(record, told, source("hidden", handling="confidential", title=SECRET))["a"]
    assert any("one independent origin" in line for line in public.alternative)
    assert any("origins may be fewer" in line for line in public.limitations)


@pytest.mark.parametrize(
    ("passages", "locator", "level"),
    [
        ({"p3-p5": "internal"}, "p4", "internal"),
        ({"p3-p5": "internal"}, "p6", "public"),
        ({"p3-p5": "internal", "p5": "confidential"}, "p5", "confidential"),
        ({"p3-p5": "internal", "p5": "confidential"}, "p3", "internal"),
        ({"page=2-3": "internal"}, "page=3", "internal"),
        ({"page=2-3": "internal"}, "page=4", "public"),
        ({"t=00:01:00-00:02:00": "internal"}, "t=00:01:59", "internal"),
        ({"t=00:01:00-00:02:00": "internal"}, "t=01:00:59", "public"),
        ({"t=00:01:00": "internal"}, "t=00:01:00", "internal"),
        ({"p3": "internal"}, "page=1", "internal"),
        ({}, "p3", "public"),
    ],
)
def test_the_level_of_a_passage(passages: Data, locator: str, level: str) -> None:
    read = Source.model_validate(source(passages=passages))
    assert read.level_of(locator).value == level


def test_a_passage_is_never_more_open_than_its_source() -> None:
    read = Source.model_validate(source(handling="internal", passages={"p3": "public"}))
    assert read.level_of("p3") is Handling.INTERNAL


@pytest.mark.slow
def test_the_manifest_counts_and_gives_no_hash_of_what_holds_more(run: Any, tmp_path: Path) -> None:
    write(tmp_path / "in", allegation(), allegation("b", handling="internal"), report())
    write(tmp_path / "in", source("other"), allegation("c", per=["other#p1"]))
    for audience in ("public", "confidential"):
        done = run("dossier", tmp_path / "in", "-o", tmp_path / audience, "--audience", audience)
        assert done.code == 0, done.err
    manifests = {
        name: json.loads((tmp_path / name / "manifest.json").read_text(encoding="utf-8"))
        for name in ("public", "confidential")
    }
    assert manifests["public"]["audience"] == "public"
    assert manifests["public"]["withheld"]["allegations"] == 1
    assert manifests["public"]["withheld"]["quotations"] == 1
    assert set(manifests["public"]["inputs"]["allegation"]) == {"a", "c"}
    assert set(manifests["public"]["inputs"]["source"]) == {"other"}
    assert set(manifests["confidential"]["inputs"]["source"]) == {"other", "report"}
    assert set(manifests["confidential"]["withheld"].values()) == {0}
    index = (tmp_path / "public" / "index.md").read_text(encoding="utf-8")
    assert "allegations: 1" in index


@pytest.mark.slow
def test_a_folder_never_holds_what_is_for_two_audiences(run: Any, tmp_path: Path) -> None:
    write(tmp_path / "in", allegation(), allegation("b", handling="internal"), report())
    out = ("-o", tmp_path / "out")
    assert run("dossier", tmp_path / "in", *out).code == 0
    public = (*out, "--audience", "public")
    for only in ((), ("--only", "a")):
        refused = run("dossier", tmp_path / "in", *public, *only)
        assert refused.code != 0
        assert "written for another audience (confidential)" in refused.err
        assert (tmp_path / "out" / "b.md").exists()
    assert run("dossier", tmp_path / "in", *public, "--only", "a", "--force").code == 0
    assert sorted(path.name for path in (tmp_path / "out").glob("*.md")) == ["a.md"]


@pytest.mark.slow
def test_the_hash_of_a_review_log_stays_inside(run: Any, tmp_path: Path) -> None:
    """It stands for notes, names and records of which others see nothing."""
    folder = write(tmp_path / "in", report(), allegation())
    log = tmp_path / "log.jsonl"
    said = ("--by", "N. N.", "--note", "ok", "--state", "reviewed", "--at", "2025-03-04T10:00:00Z")
    assert run("review-log", "add", "a", *said, "--log", log, cwd=folder).code == 0
    for audience, told in (("public", False), ("internal", False), ("confidential", True)):
        out = tmp_path / audience
        run("dossier", folder, "-o", out, "--audience", audience, "--review-log", log)
        assert ("review_log" in json.loads((out / "manifest.json").read_text())) is told
        assert "1 entry on this record" in (out / "a.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_original_of_which_something_is_withheld_has_no_hash(run: Any, tmp_path: Path) -> None:
    """Whoever has the original but for a name or two could try names until the hash fits."""
    folder = write(
        tmp_path / "in",
        report(original={"sha256": "b" * 64, "paragraphs": 9}),
        source("open", original={"sha256": "c" * 64, "paragraphs": 9}),
        allegation("a", per=["report#p1", "open#p1"]),
    )
    for audience, given in (("public", 0), ("confidential", 1)):
        out = tmp_path / audience
        run("dossier", folder, "-o", out, "--audience", audience)
        text = (out / "a.md").read_text(encoding="utf-8")
        told = run("show", "report", folder, "--audience", audience).out
        assert (text.count("b" * 64), text.count("c" * 64)) == (given, 1)
        assert told.count("b" * 64) == given


def test_the_report_is_not_called_silent_on_what_is_withheld() -> None:
    """That it does not say who or when would be untrue of it."""
    hidden = allegation(
        per=[SEEN],
        when={"within": "2024-10", "per": [HELD]},
        where={"in": ["UA-65"], "per": [HELD]},
        by=[{"actor": SECRET, "state": "RUS", "per": [HELD]}],
    )
    text = rendered(shown(hidden, report()))["a.md"]
    assert "the report does not say" not in text.lower()
    assert "This audience is not told for which State the actor acted." in text
    assert "this audience is not told on which side" in text
    silent = allegation(per=[SEEN], by="unstated")
    assert "The report does not say for which State" in rendered(shown(silent, report()))["a.md"]


def test_an_actor_beside_whom_others_are_withheld_does_not_stand_alone() -> None:
    named = {"actor": "the garrison", "per": [SEEN]}
    hidden = {"actor": SECRET, "state": "RUS", "per": [HELD]}
    frame = shown(allegation(per=[SEEN], by=[named, hidden]), report())["a"].frame
    told = [line.text for line in frame if line.label == "By"]
    assert told == ["the garrison (para 1)", "somebody else, withheld from this audience"]
