"""``lawmap explain``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from lawmap.citing import refer
from lawmap.lookup import find_allegation
from lawmap.matching import Claim, Examined, Explanation, Support, explain
from lawmap.model.allegation import Allegation
from lawmap.model.assessment import ElementResult, ExceptionResult
from lawmap.model.library import Library
from lawmap.model.passage import parse_passage
from lawmap.truth import Truth

from .inputs import Inputs, load_sound, reads_files
from .outgoing import show_text
from .screen import page
from .view import View, for_audience
from .voice import speaks

_LEGEND = "+ supported   − contradicted   ± disputed   ? open (not reported)"


@click.command(
    "explain", epilog='Example: lawmap explain thirty-drafted-2024 "gc4:51(1)/service" seeds'
)
@click.argument("allegation")
@click.argument("norm")
@reads_files
@for_audience
@speaks
def command(inputs: Inputs, view: View, allegation: str, norm: str) -> int:
    """Show why a norm stands to an allegation as it does.

    Prints each element of NORM (or of every norm below a pinpoint) with its answer for ALLEGATION,
    down to passages, claimants, presumptions and situations.
    """
    library = view.of(load_sound(inputs).library)
    chosen = find_allegation(library, allegation)
    for examined in explain(library, allegation, norm):
        show_text(page([_Printer(library, chosen).lines(examined)]) + "\n", nl=True)
    return 0


class _Printer:
    """Prints trees of one allegation, with the words of its passages."""

    def __init__(self, library: Library, allegation: Allegation) -> None:
        self._library, self._allegation = library, allegation

    def lines(self, examined: Examined) -> Iterator[str]:
        """Everything about one pair."""
        assessment, norm = examined.assessment, examined.norm
        yield f"{refer(self._library, norm.id)}: {norm.heading}  ({norm.id})"
        marks = ", ".join(mark.value for mark in assessment.marks)
        yield f"outcome: {assessment.outcome.value}{f' [{marks}]' if marks else ''}"
        yield f"independent origins behind the weakest deciding element: {assessment.origins}"
        yield _LEGEND
        later = " (if carried out)" if assessment.applicable.if_carried_out else ""
        yield f"applies: {assessment.applicable.answer.value}{later}"
        yield from (f"    {reason}" for reason in assessment.applicable.basis)
        yield "elements:"
        for result in assessment.elements:
            tree, item = examined.trees[result.id], examined.items[result.id]
            yield f"  {_answer(result, tree)} {result.id} ({result.kind.value}): {item.text}"
            yield from self._tree(tree, "      ")
        if assessment.exceptions:
            yield "exceptions considered:"
        for ground in assessment.exceptions:
            tree, item = examined.trees[ground.id], examined.items[ground.id]
            yield f"  {_answer(ground, tree)} {ground.id}: {item.text}"
            yield from self._tree(tree, "      ")

    def _tree(self, tree: Explanation, indent: str) -> Iterator[str]:
        yield f"{indent}{_sign(tree)} {tree.words}"
        deeper = indent + "    "
        if tree.per:
            yield f"{deeper}{self._where(tree.per)}"
        for part in tree.parts:
            yield from self._tree(part, deeper)
        for ground in tree.grounds:
            yield from self._support(ground, deeper)
        if not tree.parts and not tree.grounds and tree.value.truth is Truth.OPEN:
            yield f"{deeper}{self._silence(tree)}"

    def _silence(self, tree: Explanation) -> str:
        if tree.condition in self._library.derived_terms:
            return "follows from no norm that is engaged or contested"
        return "nobody says so, and nobody denies it"

    def _support(self, ground: Support, indent: str) -> Iterator[str]:
        says = "asserted" if ground.affirmed else "denied"
        if ground.claim is not None:
            yield f"{indent}{says}{self._claim(ground.claim)}"
        elif ground.finding is not None:
            yield f"{indent}{says} by the situation: {ground.finding.because}"
            if ground.finding.per:
                yield f"{indent}    resting on {self._where(ground.finding.per)}"
            for entry in ground.finding.entries:
                yield f"{indent}    read in {entry.source.read_in}"
        elif ground.presumption is not None and ground.premise is not None:
            basis = [refer(self._library, item) for item in ground.presumption.basis]
            carried = "; ".join([*basis, ground.presumption.authority or ""]).removesuffix("; ")
            yield f"{indent}{says} by presumption ({carried}): {ground.presumption.text}"
            yield from self._tree(ground.premise, indent + "    ")
        for holding in ground.holdings:
            outcome = "contested" if holding.contested else "engaged"
            part = ", in part" if holding.in_part else ""
            norm = holding.plan.norm.id
            both = "asserted and denied" if holding.contested else says
            yield f"{indent}{both} by the outcome for {holding.allegation}: {norm} {outcome}{part}"

    def _claim(self, claim: Claim) -> str:
        stage = "" if claim.stage.value == "done" else f", as {claim.stage.value}"
        response = ", in response" if claim.response else ""
        label = "the conduct" if claim.of_all_conduct else self._library.terms[claim.term].label
        where = self._where(claim.passages)
        return f"{stage}{response} by {self._claimant(claim)} ({label}): {where}"

    def _claimant(self, claim: Claim) -> str:
        if claim.claimant is None:
            return "nobody named"
        source, claimant = claim.claimant
        return self._library.sources[source].claimants[claimant].name

    def _where(self, passages: tuple[str, ...]) -> str:
        shown = []
        for passage in passages:
            ref = parse_passage(passage)
            quote = self._quote(passage)
            words = f' "{quote}"' if quote else ""
            shown.append(f"{ref.source}, {ref.words}{words}")
        return "; ".join(shown)

    def _quote(self, passage: str) -> str | None:
        """The words that carry this very allegation; else those of the paragraph's own claimant."""
        own = self._allegation.quotes
        if passage in own:
            return own[passage]
        ref = parse_passage(passage)
        source = self._library.sources.get(ref.source)
        if source is None or ref.claimant is not None or own:
            return None
        return source.quotes.get(ref.locator)


def _answer(result: ElementResult | ExceptionResult, tree: Explanation) -> str:
    """The answer that counts, and beside it what the accused side would make of it."""
    reported = Truth(result.value.value)
    if reported is tree.value.truth:
        return _sign(tree)
    return f"{reported.sign} (with the answers of the accused side: {_sign(tree)})"


def _sign(tree: Explanation) -> str:
    part = " (in part)" if tree.value.in_part else ""
    dispute = " (what is reported of it is disputed)" if tree.value.hides_dispute else ""
    later = " (in prospect)" if tree.in_prospect else ""
    return f"{tree.value.truth.sign}{part}{later}{dispute}"
