"""Comments beside faults: what they suppress, and what is said of those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.control import Control, apply
from lawmap.control.comments import MAX_NAMES
from lawmap.control.edits import Edited
from lawmap.control.selection import choose
from lawmap.control.unchecked import unchecked_codes
from lawmap.diagnostics import Diagnostic, Position, Suppression
from lawmap.loading import load
from lawmap.loading.bounded import MAX_FAULTS
from tests.control.project import SOUND, UNSOURCED, allegation, report_of, told, write_project

REASON = "the passage is being transcribed"
SAID = f"# lawmap: ignore[LM605] {REASON}"

# The lines of an allegation behind its head, which has five, and the faults that are left.
PLACES = {
    "beside it": ([f"{UNSOURCED}  {SAID}"], []),
    "above it": ([SAID, UNSOURCED], []),
    "above it, with a line between": ([SAID, "", "# note", UNSOURCED], []),
    "by its name": ([f"{UNSOURCED}  # lawmap: ignore[fact-without-source] {REASON}"], []),
    "with others": ([f"{UNSOURCED}  # lawmap: ignore[LM605, LM201] {REASON}"], ["LM902"]),
    "two lines above it": ([SAID, "handling: public", UNSOURCED], ["LM605", "LM902"]),
    "below it": ([UNSOURCED, SAID], ["LM605", "LM902"]),
    "of another code": (
        [f"{UNSOURCED}  # lawmap: ignore[LM201] {REASON}"],
        ["LM605", "LM902"],
    ),
    "in a text": ([f'notes: ["{SAID}"]', UNSOURCED], ["LM605"]),
    "in a block": (["notes:", "  - |", f"    {SAID}", UNSOURCED], ["LM605"]),
    "twice": ([SAID, f"{UNSOURCED}  {SAID}"], ["LM902"]),
    "without a reason": ([f"{UNSOURCED}  # lawmap: ignore[LM605]"], ["LM901"]),
    "with a slip": ([f"{UNSOURCED}  # lawmap: ignore[LM6O5] {REASON}"], ["LM605", "LM903"]),
    "by a beginning": ([f"{UNSOURCED}  # lawmap: ignore[LM6] {REASON}"], ["LM605", "LM903"]),
    "without a code": ([f"{UNSOURCED}  # lawmap: ignore {REASON}"], ["LM605", "LM903"]),
}


@pytest.mark.parametrize(("lines", "codes"), PLACES.values(), ids=PLACES)
def test_a_comment_suppresses_what_it_names_in_its_place(
    tmp_path: Path, lines: list[str], codes: list[str]
) -> None:
    report = report_of(write_project(tmp_path, a=allegation("a", *lines)))
    assert sorted(fault.code for fault in report.faults) == codes
    assert [fault.code for fault in report.suppressed] == ["LM605"] * ("LM605" not in codes)


def test_a_suppressed_fault_says_why_and_where(tmp_path: Path) -> None:
    write_project(tmp_path, a=allegation("a", f"{UNSOURCED}  {SAID}"))
    (fault,) = report_of(tmp_path).suppressed
    path = (tmp_path / "allegations/a.yaml").as_posix()
    assert fault.suppression == Suppression("inSource", REASON, Position(path, 6, 22))


def test_a_comment_on_top_suppresses_in_the_whole_file_and_in_no_other(tmp_path: Path) -> None:
    on_top = f"# schema\n# lawmap: ignore-file[LM605] {REASON}\n"
    text = on_top + allegation("a", "facts:", "  - act.detain", "  - {not: act.detain}")
    report = report_of(write_project(tmp_path, a=text, b=allegation("b", UNSOURCED)))
    assert told(report) == [("b.yaml", 6, 9, "LM605")]
    assert len(report.suppressed) == 2


def test_such_a_comment_below_the_top_suppresses_nothing(tmp_path: Path) -> None:
    said = f"# lawmap: ignore-file[LM605] {REASON}"
    report = report_of(write_project(tmp_path, a=allegation("a", said, UNSOURCED)))
    assert told(report) == [("a.yaml", 6, 1, "LM902"), ("a.yaml", 7, 9, "LM605")]
    assert not report.suppressed


UNREADABLE = {
    "a key twice": ["handling: public", f"handling: public  # lawmap: ignore[LM005] {REASON}"],
    "an anchor": [f"handling: &a public  # lawmap: ignore[LM006] {REASON}"],
}


@pytest.mark.parametrize("lines", UNREADABLE.values(), ids=UNREADABLE)
def test_faults_of_reading_cannot_be_suppressed(tmp_path: Path, lines: list[str]) -> None:
    report = report_of(write_project(tmp_path, a=allegation("a", *SOUND, *lines)))
    assert sorted(fault.code[:3] for fault in report.faults) == ["LM0", "LM9"]
    assert not report.suppressed


def test_a_comment_works_in_a_file_of_wrong_shape(tmp_path: Path) -> None:
    lines = ("handling: secret  # lawmap: ignore[LM104] a level that comes with the next version",)
    report = report_of(write_project(tmp_path, a=allegation("a", *SOUND, *lines)))
    assert told(report) == []
    assert [fault.code for fault in report.suppressed] == ["LM104"]


def test_a_comment_cannot_suppress_what_is_said_of_comments(tmp_path: Path) -> None:
    lines = (*SOUND, "# lawmap: ignore[LM901, LM902, LM903] never", "handling: public")
    (fault,) = report_of(write_project(tmp_path, a=allegation("a", *lines))).faults
    assert fault.code == "LM902"
    assert fault.message == "a comment cannot suppress LM901 or LM902 or LM903"


# Unused comments are told only if the fault would have been found.

UNUSED = allegation("a", *SOUND, "# lawmap: ignore[LM201, LM303] whatever", "handling: public")


def unused(folder: Path, control: Control) -> list[str]:
    return [fault.message for fault in report_of(folder, control).faults]


def test_a_comment_is_not_called_unused_for_what_the_run_did_not_look_for(tmp_path: Path) -> None:
    write_project(tmp_path, a=UNUSED)
    assert unused(tmp_path, Control()) == ["there is no fault LM201 here"]
    with_day = Control(unchecked=unchecked_codes(day=True))
    assert unused(tmp_path, with_day) == ["there is no fault LM201 or LM303 here"]


def test_a_comment_is_not_called_unused_for_what_was_not_asked_for(tmp_path: Path) -> None:
    write_project(tmp_path, a=UNUSED)
    assert unused(tmp_path, Control(chosen=choose(["LM9"]))) == []
    assert unused(tmp_path, Control(chosen=choose(["LM"], ["LM902"]))) == []


def test_a_comment_is_not_called_unused_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    write_project(tmp_path, a=UNUSED, b="id: [")
    report = report_of(tmp_path)
    assert [fault.code for fault in report.faults] == ["LM004"]


def test_a_comment_is_not_called_unused_in_a_pack_that_nobody_asked_for(tmp_path: Path) -> None:
    write_project(tmp_path, a=UNUSED)
    loaded = load([tmp_path / "allegations/cites.yaml"], [tmp_path])
    assert apply([], loaded).faults == ()


@pytest.mark.parametrize(
    ("written", "left", "order"),
    [
        ("handling: public  # lawmap: ignore[LM201] x", "handling: public", "Delete"),
        ("handling: public  # lawmap: ignore[LM201, LM202] x", "handling: public", "Delete"),
        (
            f"{UNSOURCED}  # lawmap: ignore[LM201, LM605] {REASON}",
            f"{UNSOURCED}  # lawmap: ignore[LM605] {REASON}",
            "Take LM201 out of",
        ),
    ],
)
def test_the_fix_of_an_unused_comment_takes_out_what_is_unused(
    tmp_path: Path, written: str, left: str, order: str
) -> None:
    head = SOUND if "facts" not in written else ()
    text = allegation("a", *head, written)
    (fault,) = report_of(write_project(tmp_path, a=text)).faults
    assert fault.fix
    assert fault.fix.safe
    assert fault.fix.description == fault.mend == f"{order} the comment."
    assert Edited(text, [fault.fix.edits]).text == allegation("a", *head, left)


def test_the_fix_of_a_slip_in_a_name_is_a_guess(tmp_path: Path) -> None:
    text = allegation("a", f"{UNSOURCED}  # lawmap: ignore[fact-without-sorce] {REASON}")
    report = report_of(write_project(tmp_path, a=text))
    (slip,) = [fault for fault in report.faults if fault.code == "LM903"]
    assert slip.fix
    assert not slip.fix.safe
    assert "[fact-without-source]" in Edited(text, [slip.fix.edits]).text


def test_a_fault_in_a_file_that_was_not_read_is_left_as_it_is(tmp_path: Path) -> None:
    fault = Diagnostic(Position("elsewhere.yaml", 6, 9), "LM605", "no passage")
    loaded = load([write_project(tmp_path)])
    assert apply([fault], loaded).faults == (fault,)


@pytest.mark.parametrize("above", [MAX_NAMES - 1, MAX_NAMES])
def test_so_many_comments_are_read_and_no_more(tmp_path: Path, above: int) -> None:
    lines = [*[SAID] * above, "handling: public", f"{UNSOURCED}  {SAID}"]
    report = report_of(write_project(tmp_path, a=allegation("a", *lines)))
    wrong = sorted({fault.code for fault in report.faults} - {"LM902"})
    suppressed = [fault.code for fault in report.suppressed]
    is_read = above < MAX_NAMES
    assert (wrong, suppressed) == (([], ["LM605"]) if is_read else (["LM605", "LM903"], []))


def test_of_many_faulty_comments_the_first_are_told(tmp_path: Path) -> None:
    names = ", ".join(f"LM{number}" for number in range(700, 999))
    write_project(tmp_path, a=allegation("a", *SOUND, f"# lawmap: ignore[{names}] {REASON}"))
    codes = [fault.code for fault in report_of(tmp_path).faults]
    assert codes.count("LM903") == MAX_FAULTS
