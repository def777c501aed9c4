"""Formal citations of notes are found again, and never rewritten by half."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lawmap.citing import find, parse_key
from lawmap.documents import read_markdown
from lawmap.recognising import Status
from lawmap.submissions.typed import typed_citations
from lawmap.submissions.typed_edits import rewrites, rewritten
from tests.submissions.test_typed import faults, fixed, law

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial"
STYLES = sorted(path.stem for path in (TUTORIAL / "resolved").glob("*.md"))
UNSEEN = {"dstu-8302": {"gc4:49(1)", "ap1:78(3)"}}
"""Cited in a sentence only, where the standard has a full stop before the article, and that is the
end of a sentence for all who read it."""
IN_DOUBT = {"plain": {"hague:45"}}
"""This style never says whose short name Hague Regulations is, and two instruments bear it."""
PLACED = re.compile(r"\[@\{[^\]]*\]|@\{[^}]*\}")


def provisions(key: str) -> set[str]:
    if key.partition(":")[0] not in law().library.instruments:
        return set()
    return set(find(law().library, parse_key(key)).provisions)


@pytest.mark.parametrize("style", STYLES)
def test_what_the_worked_submission_cites_is_found_in_its_resolved_form(style: str) -> None:
    written = (TUTORIAL / "submission.md").read_text(encoding="utf-8")
    wanted = {one for key in re.findall(r"(?<!-)@\{([^}]*)\}", written) for one in provisions(key)}
    document = read_markdown((TUTORIAL / "resolved" / f"{style}.md").read_text(encoding="utf-8"))
    found = [one.citation for one in typed_citations(document, law()).typed]
    told = {key for one in found if one.status is Status.EXISTS for key in one.keys}
    in_doubt = {key for one in found if one.status is Status.AMBIGUOUS for key in one.keys}
    assert wanted - told == UNSEEN.get(style, set()) | IN_DOUBT.get(style, set())
    assert told <= wanted
    assert in_doubt == IN_DOUBT.get(style, set())
    assert not any(one.status in (Status.MISSING, Status.OUTSIDE) for one in found)


@pytest.mark.parametrize("style", STYLES)
def test_a_note_is_rewritten_as_a_whole_or_left_alone(style: str) -> None:
    source = (TUTORIAL / "resolved" / f"{style}.md").read_text(encoding="utf-8")
    document = read_markdown(source)
    after = rewritten(source, rewrites(document, typed_citations(document, law()).typed))
    pairs = zip(source.splitlines(), after.splitlines(), strict=True)
    changed = [line for before, line in pairs if before != line and line.startswith("[^cite-")]
    assert all(re.fullmatch(r"\[\^cite-\d+\]: (See )?[.]", PLACED.sub("", one)) for one in changed)
    assert fixed(after) == after


def test_ibid_means_the_note_that_is_called_before_wherever_it_stands() -> None:
    notes = "[^a]: GC III art 5.\n\nSo the GC IV art 6.\n\n[^b]: Ibid art 7.\n"
    assert cited(f"One.[^a] Two.[^b]\n\n{notes}") == ["gc3:5", "gc4:6", "gc3:7"]
    assert cited(f"One.[^b] Two.[^a]\n\n{notes}") == ["gc3:5", "gc4:6"]


def test_ibid_in_a_note_does_not_point_into_the_text() -> None:
    assert cited("GC IV art 6.[^b]\n\n[^b]: Ibid art 7.\n") == ["gc4:6"]


def cited(text: str) -> list[str]:
    found = typed_citations(read_markdown(text), law()).typed
    return [key for one in found for key in one.citation.keys]


def test_a_provision_that_is_not_there_is_told_of_a_formal_citation() -> None:
    (one,) = faults("Convention on the Rights of the Child (adopted 20 November 1989) art 99.")
    assert one.code == "LM722"


@pytest.mark.parametrize(
    "text",
    [
        "A. Smith, Customary International Humanitarian Law, Volume I: Rules, rule 95.",
        "Rome Statute art. 7, opened for signature July 17, 1998.",
        "Rome Statute art 7 [Rome Statute].",
        "Rome Statute art 7 (‘the Statute’).",
    ],
)
def test_nothing_is_left_over_behind_or_before_a_placeholder(text: str) -> None:
    assert fixed(f"No.[^1]\n\n[^1]: {text}") == f"No.[^1]\n\n[^1]: {text}"
