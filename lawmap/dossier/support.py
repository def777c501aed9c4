"""What an answer rests on, in sentences: claims, situations, presumptions, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.applicability import Finding
from lawmap.citing import refer
from lawmap.matching import Claim, Examined, Explanation, Support
from lawmap.model.conditions import All, AnyOf, Not
from lawmap.model.dossier import Line, StatusEntry
from lawmap.model.facts import Stage
from lawmap.model.library import Library
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Conflict, Occupation
from lawmap.truth import Truth

from .passages import Names
from .words import STAGES, STATUS_VALUES, capital, if_carried_out, outcome_words, value_words


def rests_on(tree: Explanation, library: Library, names: Names) -> tuple[str, ...]:
    """What carries an answer: claims in full, statuses by name, and what nobody reports.

    How a status is reached is told once in a dossier, by :func:`status_entries`.
    """
    lines = [line for part in _parts(tree) for line in _grounds(part, library, names)]
    silent = open_leaves(tree)
    unset = dict.fromkeys(
        one.words for one in silent if one.leaf.condition in library.derived_terms
    )
    if unset:
        lines.append(f"Follows from no norm that is raised with all elements: {'; '.join(unset)}.")
    missing = dict.fromkeys(one.words for one in silent if one.words not in unset)
    if missing:
        choice = isinstance(tree.condition, AnyOf) and len(missing) > 1
        one = " (one of these may be enough)" if choice else ""
        lines.append(f"Not reported{one}: {'; '.join(missing)}.")
    return tuple(dict.fromkeys(lines))


def status_entries(
    examined: Iterable[Examined], library: Library, names: Names
) -> tuple[StatusEntry, ...]:
    """Every status that the situation or a presumption sets, with all that it rests on."""
    found: dict[str, StatusEntry] = {}
    told: set[str] = set()
    shown = [(tree, item.pair.prospect) for item in examined for tree in item.trees.values()]
    for tree, prospect in shown:
        for part in tree.walk():
            set_by_law = [g for g in part.grounds if g.claim is None and not g.holdings]
            if set_by_law and part.words not in found:
                found[part.words] = StatusEntry(
                    label=part.words,
                    value=value_words(part.value, STATUS_VALUES)
                    + (if_carried_out(prospect) if part.in_prospect else ""),
                    rests_on=tuple(
                        dict.fromkeys(
                            line
                            for ground in part.grounds
                            for line in _full(ground, library, names, told, prospect)
                        )
                    ),
                )
    return tuple(found.values())


def _parts(tree: Explanation) -> Iterator[Explanation]:
    """A condition and its parts, without the premises of presumptions."""
    yield tree
    for part in tree.parts:
        yield from _parts(part)


class Missing(NamedTuple):
    """Something of which nobody speaks, and which way it would have to be."""

    leaf: Explanation
    wanted: bool
    """False below a "not": what is missing is that it was not so."""

    @property
    def words(self) -> str:
        """What a report would have to say, such as ``no consent of parents or guardians``."""
        if self.wanted:
            return self.leaf.words
        return f"{'no' if isinstance(self.leaf.condition, str) else 'not'} {self.leaf.words}"


def open_leaves(tree: Explanation, *, wanted: bool = True) -> list[Missing]:
    """The open leaves below an open answer."""
    if tree.value.truth is not Truth.OPEN:
        return []
    if not tree.parts:
        return [Missing(tree, wanted)]
    turned = not wanted if isinstance(tree.condition, Not) else wanted
    return [leaf for part in tree.parts for leaf in open_leaves(part, wanted=turned)]


def claim_words(term: str, affirmed: bool, stage: Stage, library: Library) -> str:
    """What a claimant says, such as ``denies: deprivation of liberty``."""
    label = library.terms[term].label if term in library.terms else term
    how_far = f"{STAGES[stage]}: " if stage in STAGES else ""
    return f"{'' if affirmed else 'denies: '}{how_far}{label}"


def _carried_by(presumption: Presumption, library: Library) -> str:
    carried = [refer(library, item) for item in presumption.basis]
    if presumption.authority:
        carried.append(presumption.authority)
    return "; ".join(carried)


def _grounds(part: Explanation, library: Library, names: Names) -> Iterator[str]:
    for ground in part.grounds:
        if ground.claim is not None:
            yield claim_line(ground.claim, library, names)
        elif ground.holdings:
            yield _follows(ground, library)
        else:
            yield f"{_status(ground, part)} (see Statuses)."
    if part.per and part.value.truth is not Truth.OPEN:
        yield f"Reported {part.words} ({names.passages(part.per)})."


def invoked(tree: Explanation, library: Library) -> str:
    """The conditions of a ground that the accused side invokes, as the head of its answer."""
    terms = [
        library.terms[ground.claim.term].label
        for part in _parts(tree)
        for ground in part.grounds
        if ground.claim is not None and ground.claim.response and ground.affirmed
    ]
    if not terms:
        return ""
    return f"invoked by the accused side: {'; '.join(dict.fromkeys(terms))}; otherwise "


MAX_PREMISES = 6
"""So many norms are named as what a derived answer follows from; the dossier shows all."""


def _follows(ground: Support, library: Library) -> str:
    """The norms from whose outcome a derived answer follows."""
    title = library.allegations[ground.holdings[0].allegation].title
    cited = list(
        dict.fromkeys(
            f"{refer(library, one.plan.norm.id)}{' (disputed)' if one.contested else ''}"
            for one in ground.holdings
        )
    )
    more = len(cited) - MAX_PREMISES
    rest = f" and {more} more" if more > 0 else ""
    return f'Follows from what is raised for "{title}": {"; ".join(cited[:MAX_PREMISES])}{rest}.'


def _status(ground: Support, part: Explanation) -> str:
    return capital(part.words if ground.affirmed else f"not {part.words}")


def claim_line(claim: Claim, library: Library, names: Names) -> str:
    """What one claimant says, as a sentence with its passages."""
    words = (
        "denies the conduct"
        if claim.of_all_conduct
        else claim_words(claim.term, claim.affirmed, claim.stage, library)
    )
    who = names.claimant(*claim.claimant) if claim.claimant else "Not attributed"
    answer = ", in response (counted apart)" if claim.response else ""
    return f"{capital(who)}{answer}: {words} ({names.passages(claim.passages)})."


def _full(
    ground: Support, library: Library, names: Names, told: set[str], prospect: str
) -> Iterator[str]:
    """All that a ground rests on, premises included; a source is told once in a dossier."""
    if ground.claim is not None:
        yield claim_line(ground.claim, library, names)
    elif ground.finding is not None:
        yield from _finding(ground.finding, names, told)
    elif ground.presumption is not None and ground.premise is not None:
        yield f"Presumption ({_carried_by(ground.presumption, library)}): {ground.presumption.text}"
        if ground.presumption.note:
            yield f"Note: {ground.presumption.note}"
        premises = [
            f"{part.words}{stage_words(part, prospect, Truth.SUPPORTED)}"
            for part in _parts(ground.premise)
            if part.grounds or part.per
        ]
        yield f"It rests here on: {'; '.join(dict.fromkeys(premises))}."


def _finding(finding: Finding, names: Names, told: set[str]) -> Iterator[str]:
    per = (
        f" Its link to this allegation rests on {names.passages(finding.per)}."
        if finding.per
        else ""
    )
    yield f"Situation: {finding.because}{per}"
    for entry in finding.entries:
        yield from _entry(entry, told)


def _entry(entry: Conflict | Occupation, told: set[str]) -> Iterator[str]:
    """The source of an entry, and what of it is contested, each told once in a dossier."""
    source = entry.source
    if source.read_in in told:
        yield "Source and notes: as above."
    else:
        yield f"Source{'' if source.verified else ' (not verified)'}: {source.read_in}"
        if source.note:
            yield f"Note: {source.note}"
    if entry.contested and entry.contested in told:
        yield "Contested: as above."
    elif entry.contested:
        yield f"Contested: {entry.contested}"
    told.update(text for text in (source.read_in, entry.contested) if text)


def stage_words(tree: Explanation, prospect: str, truth: Truth | None = None) -> str:
    """How far it is reported to have gone, where what is reported as done does not carry it.

    Args:
        tree: why the answer is as it is.
        prospect: how far any conduct is reported to have gone, where the tree names no claim.
        truth: the answer after which these words stand, if it is not that of the tree.
    """
    if not tree.in_prospect:
        return ""
    claims = [ground.claim for part in tree.walk() for ground in part.grounds if ground.claim]
    found = {claim.stage for claim in claims if claim.affirmed}
    stages = [words for stage, words in STAGES.items() if stage in found]
    reported = "" if (truth or tree.value.truth) is Truth.SUPPORTED else ", and reported"
    return f"{reported} only as {' or '.join(stages) or prospect}"


MAX_ALTERNATIVES = 4
"""So many alternatives are named in one open question; the norm's section names all."""


def outcome_line(item: Examined, library: Library) -> Line:
    """A norm by its citation and heading, with its outcome in words."""
    words = outcome_words(item.assessment.outcome, item.assessment.marks, item.pair.prospect)
    return Line(f"{refer(library, item.norm.id)} ({item.norm.heading})", words)


def open_questions(tree: Explanation) -> list[str]:
    """What is open, as questions: parts that must all hold apart, alternatives together."""
    if tree.value.truth is not Truth.OPEN:
        return []
    if isinstance(tree.condition, All):
        return [question for part in tree.parts for question in open_questions(part)]
    leaves = list(dict.fromkeys(one.words for one in open_leaves(tree)))
    if len(leaves) == 1:
        return leaves
    further = "; or a like fact" if len(leaves) > MAX_ALTERNATIVES else ""
    return [f"one of: {'; '.join(leaves[:MAX_ALTERNATIVES])}{further}"]
