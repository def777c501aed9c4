"""``lawmap test``: what runs, what is written where, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run

BAD = Path(__file__).parents[1] / "bad"
FAILING = (BAD / "failing-case", "--norm", "gc4:34/test")


def test_a_failing_case_is_shown_with_its_place_and_the_element_that_decides(
    run: Run, tmp_path: Path
) -> None:
    report = tmp_path / "cases.xml"
    done = run("test", *FAILING, "-k", "wrong", "--report", f"junit:{report}", cwd=BAD)
    assert done.code == 1
    assert done.out == (
        "FAILED gc4:34/test: wrong\n"
        f"  {BAD.as_posix()}/failing-case/instruments/gc4/34-test.yaml:14:48\n"
        "  expected engaged, came out arguable, because 'persons' is open\n"
        "    person element 'persons' is open; it asks for status.protected\n"
        "        open: status.protected (the case does not speak of it)\n"
        "    The others: 'act' supported.\n"
        "    Applicable: yes. Taken for granted by the case.\n"
        "\n"
        "FAILED gc4:34/test: wrong element\n"
        f"  {BAD.as_posix()}/failing-case/instruments/gc4/34-test.yaml:15:77\n"
        "  expected persons supported, came out open\n"
        "    person element 'persons' is open; it asks for status.protected\n"
        "        open: status.protected (the case does not speak of it)\n"
        "    The others: 'act' supported.\n"
        "    Applicable: yes. Taken for granted by the case.\n"
        "\n"
        "0 passed, 2 failed\n"
    )
    written = report.read_text(encoding="utf-8")
    assert '<testcase classname="gc4:34/test" name="wrong element">' in written
    assert '<failure message="expected persons supported, came out open" type="LM501">' in written
    assert written.count("<testcase") == written.count("<failure") == 2


def test_results_and_coverage_are_written_as_json(run: Run) -> None:
    done = run("test", *FAILING, "--coverage", "--output-format", "json")
    assert done.code == 1
    found = json.loads(done.out)
    assert (found["passed"], found["failed"]) == (3, 2)
    case = found["cases"][3]
    assert (case["norm"], case["name"], case["line"]) == ("gc4:34/test", "wrong", 14)
    assert (case["expected"], case["outcome"], case["passed"]) == ("engaged", "arguable", False)
    assert found["coverage"]["by_instrument"] == {
        "gc4": {
            "elements": {"decided": 1, "total": 2},
            "exceptions": {"decided": 0, "total": 0},
        }
    }
    (undecided,) = found["coverage"]["undecided"]
    assert (undecided["part"], undecided["id"], undecided["line"]) == ("element", "act", 9)


@pytest.mark.parametrize(("least", "code"), [("50", 0), ("50.1", 1)])
def test_too_little_coverage_ends_with_1(run: Run, least: str, code: int) -> None:
    done = run(
        "test",
        BAD / "undecided-part",
        "--norm",
        "gc4:34/test",
        "--coverage",
        "--fail-under",
        least,
    )
    assert done.code == code
    assert "34-test.yaml:12:3: element 'knowledge' of gc4:34/test\n" in done.out
    assert "conflict" not in done.out
    assert ("Coverage 50.0 % is under 50.1 %." in done.out) is bool(code)


def test_a_fault_elsewhere_keeps_no_case_from_running(run: Run) -> None:
    """The folder has an unknown term in an allegation and in a norm of its own."""
    done = run("test", BAD / "unknown-term", "--norm", "gc4:49(1)")
    assert (done.code, done.out.split(" ", 1)[1]) == (0, "passed, 0 failed\n")
    assert "instruments/gc4/34-test.yaml:8:96: LM201" in done.err
    assert "allegations" not in done.err
    assert "Cases were not run of 1 norm (gc4:34/test) with errors of their own." in done.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-k", "x", "--coverage"), "--coverage needs all cases of a norm"),
        (("--fail-under", "90"), "--fail-under needs --coverage"),
        (("--coverage", "--fail-under", "101"), "--fail-under"),
        (("--report", "junti:x"), "did you mean 'junit'?"),
    ],
)
def test_wrong_use_ends_with_2_before_anything_is_read(
    run: Run, options: tuple[str, ...], words: str
) -> None:
    done = run("test", *options, BAD / "failing-case")
    assert (done.code, done.out) == (2, "")
    assert words in done.err
