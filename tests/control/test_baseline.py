"""A baseline knows faults by what they say and not by their lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.checks import check
from lawmap.control import Control, apply, renewed
from lawmap.control.baseline import Baseline, Known, Matching, parse, render
from lawmap.control.unchecked import unchecked_codes
from lawmap.diagnostics import RULES, Diagnostic, Position, Report
from lawmap.errors import UsageError
from lawmap.loading import load
from tests.control.project import UNSOURCED, allegation, told, write_project

NAME = "baseline.jsonl"
COUNTED = Control(unchecked=unchecked_codes())


def run(folder: Path, baseline: Baseline | None = None) -> Report:
    loaded = load([folder])
    return apply(check(loaded), loaded, COUNTED._replace(baseline=baseline))


def baseline_of(folder: Path, old: Baseline | None = None) -> Baseline:
    loaded = load([folder])
    old = old or Baseline(NAME, folder, {})
    return renewed(old, apply(check(loaded), loaded, COUNTED), loaded, COUNTED)


def write_faulty(folder: Path) -> Path:
    """A project with three faults: two in one file that say the same, one in another."""
    twice = allegation("a", "facts:", "  - act.detain", "  - {not: act.detain}")
    return write_project(folder, a=twice, b=allegation("b", UNSOURCED))


def test_what_was_written_is_no_longer_told(tmp_path: Path) -> None:
    write_faulty(tmp_path)
    report = run(tmp_path, baseline_of(tmp_path))
    assert told(report) == []
    assert report.remarks == ()
    assert [fault.code for fault in report.suppressed] == ["LM605"] * 3
    reasons = {fault.suppression[:2] for fault in report.suppressed if fault.suppression}
    assert reasons == {("external", f"known in {NAME}")}


def test_a_line_above_changes_nothing(tmp_path: Path) -> None:
    write_faulty(tmp_path)
    baseline = baseline_of(tmp_path)
    for path in (tmp_path / "allegations").iterdir():
        path.write_text(f"# one\n\n# two\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    report = run(tmp_path, baseline)
    assert (told(report), report.remarks) == ([], ())
    assert baseline_of(tmp_path) == baseline


def test_a_fault_more_than_are_known_is_told_the_last_one(tmp_path: Path) -> None:
    write_faulty(tmp_path)
    baseline = baseline_of(tmp_path)
    path = tmp_path / "allegations/a.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  - {planned: act.detain}\n", "utf-8")
    assert told(run(tmp_path, baseline)) == [("a.yaml", 9, 5, "LM605")]


def test_it_is_seen_from_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    baseline = baseline_of(write_faulty(tmp_path))
    assert {known.path for known in baseline.known} == {"allegations/a.yaml", "allegations/b.yaml"}
    monkeypatch.chdir(tmp_path / "sources")
    assert told(run(Path(".."), baseline._replace(folder=Path("..")))) == []


def test_faults_that_are_gone_are_told_and_taken_out(tmp_path: Path) -> None:
    write_faulty(tmp_path)
    baseline = baseline_of(tmp_path)
    (tmp_path / "allegations/b.yaml").unlink()
    path = tmp_path / "allegations/a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  - {not: act.detain}\n", ""))
    first, *listed = run(tmp_path, baseline).remarks
    assert first == (
        "baseline.jsonl: 2 known faults are gone;"
        " 'lawmap validate --baseline baseline.jsonl --write-baseline' takes out what is gone:"
    )
    assert [line.split()[:2] for line in listed] == [
        ["allegations/a.yaml:", "LM605"],
        ["allegations/b.yaml:", "LM605"],
    ]
    assert sorted(baseline_of(tmp_path, baseline).known.values()) == [1]


def test_what_a_run_does_not_look_at_stays_known_and_is_not_called_gone(tmp_path: Path) -> None:
    baseline = baseline_of(write_faulty(tmp_path))
    loaded = load([tmp_path / "allegations/a.yaml"], [tmp_path])
    nothing_found = apply([], loaded, COUNTED._replace(baseline=baseline))
    assert len(nothing_found.remarks) == 2  # that of a.yaml, and not that of b.yaml
    kept = renewed(baseline, apply([], loaded, COUNTED), loaded, COUNTED)
    assert {known.path for known in kept.known} == {"allegations/b.yaml"}
    later = Known("allegations/a.yaml", "LM303", "it is stale")
    with_day = renewed(baseline._replace(known={later: 1}), Report(()), loaded, COUNTED)
    assert with_day.known == {later: 1}


def test_what_is_always_told_is_never_known(tmp_path: Path) -> None:
    write_faulty(tmp_path)
    (tmp_path / "allegations/c.yaml").write_text("id: [", encoding="utf-8")
    baseline = baseline_of(tmp_path)
    assert {known.code for known in baseline.known} == {"LM605"}
    (fault,) = run(tmp_path, baseline).faults
    sly = baseline._replace(known={Known("allegations/c.yaml", fault.code, fault.message): 1})
    assert fault in run(tmp_path, sly).faults


# The same fault, told in other words by what stands elsewhere.
SAME = {
    "another hint": (
        "unknown term 'a.b' (did you mean 'a.c'?)",
        "unknown term 'a.b'",
    ),
    "another line": ("key 'a' was set in line 3", "key 'a' was set in line 45"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_hints_and_numbers_of_lines_do_not_count(tmp_path: Path, one: str, other: str) -> None:
    place = Position((tmp_path / "a.yaml").as_posix(), 3, 4)
    old = Matching(Baseline(NAME, tmp_path, {}))
    known = old.renewed([Diagnostic(place, "LM201", one)], [place.path], frozenset({"LM201"}))
    again = Diagnostic(place._replace(line=9), "LM201", other)
    assert Matching(known).find(again) is not None
    assert Matching(known).find(again._replace(message=f"{other}, too")) is None


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
KNOWN = st.builds(Known, TEXTS, st.sampled_from(sorted(RULES)), TEXTS)
FEW = st.dictionaries(
    st.builds(Known, st.just("a"), st.sampled_from(["LM201", "LM302"]), st.just("m")),
    st.integers(1, 9),
)
BASELINES = st.dictionaries(KNOWN, st.integers(1, 9), max_size=6)


@given(known=BASELINES)
def test_a_baseline_is_read_as_it_was_written(known: dict[Known, int]) -> None:
    baseline = Baseline(NAME, Path(), known)
    text = render(baseline)
    assert parse(text, NAME, Path()) == baseline
    assert text == render(baseline._replace(known=dict(reversed(known.items()))))


@given(one=FEW, other=FEW)
def test_lines_of_two_baselines_make_one(one: dict[Known, int], other: dict[Known, int]) -> None:
    texts = [render(Baseline(NAME, Path(), known)) for known in (one, other)]
    merged = parse("".join(texts), NAME, Path()).known
    assert merged == {
        known: max(one.get(known, 0), other.get(known, 0)) for known in {*one, *other}
    }


LINE = {"file": "a.yaml", "code": "LM201", "message": "m", "count": 1}
BROKEN = {
    "no JSON": "<<<<<<< HEAD",
    "no object": "[1]",
    "a key too few": json.dumps({"file": "a.yaml"}),
    "a key too many": json.dumps({**LINE, "line": 3}),
    "an unknown code": json.dumps({**LINE, "code": "LM200"}),
    "a code that is no text": json.dumps({**LINE, "code": [1]}),
    "a count of nothing": json.dumps({**LINE, "count": 0}),
    "a count that is true": json.dumps({**LINE, "count": True}),
    "nesting without end": "[" * 100_000,
    "an empty line": "",
}


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN)
def test_every_broken_line_is_told(line: str) -> None:
    good = json.dumps(LINE)
    with pytest.raises(UsageError) as refused:
        parse(f"{good}\n{line}\n{good}\n{line}\n{good}\n", NAME, Path())
    assert [said.split(": ")[0] for said in str(refused.value).splitlines()[:2]] == [
        f"{NAME}:2",
        f"{NAME}:4",
    ]
