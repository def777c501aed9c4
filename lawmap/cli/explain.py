"""``lawmap explain``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from lawmap.citing import cite
from lawmap.matching import Examined, Explanation, Support, explain
from lawmap.model.library import Library
from lawmap.model.passage import parse_passage
from lawmap.truth import Truth

from .inputs import Inputs, load_sound, reads_files
from .voice import speaks

_LEGEND = "+ supported   − contradicted   ± disputed   ? open (not reported)"


@click.command(
    "explain", epilog='Example: lawmap explain thirty-drafted-2024 "gc4:51(1)/service" seeds'
)
@click.argument("allegation")
@click.argument("norm")
@reads_files
@speaks
def command(inputs: Inputs, allegation: str, norm: str) -> int:
    """Show why a norm stands to an allegation as it does.

    Prints each element of NORM (or of every norm below a pinpoint) with its answer for ALLEGATION,
    down to passages, claimants, presumptions and situations.
    """
    library = load_sound(inputs).library
    for examined in explain(library, allegation, norm):
        click.echo("\n".join(_lines(library, examined)) + "\n")
    return 0


def _lines(library: Library, examined: Examined) -> Iterator[str]:
    assessment, norm = examined.assessment, examined.norm
    yield f"{cite(library, norm.id)}: {norm.heading}  ({norm.id})"
    marks = f" [{', '.join(mark.value for mark in assessment.marks)}]" if assessment.marks else ""
    yield f"outcome: {assessment.outcome.value}{marks}"
    yield f"independent origins behind the weakest deciding element: {assessment.origins}"
    yield _LEGEND
    yield f"applies: {assessment.applicable.answer.value}"
    yield from (f"    {reason}" for reason in assessment.applicable.basis)
    yield "elements:"
    for result in assessment.elements:
        item = examined.items[result.id]
        yield f"  {_sign(examined.trees[result.id])} {result.id} ({result.kind.value}): {item.text}"
        yield from _tree(library, examined.trees[result.id], "      ")
    if assessment.exceptions:
        yield "exceptions considered:"
    for ground in assessment.exceptions:
        yield f"  {_sign(examined.trees[ground.id])} {ground.id}: {examined.items[ground.id].text}"
        yield from _tree(library, examined.trees[ground.id], "      ")


def _sign(tree: Explanation) -> str:
    part = " (in part)" if tree.value.in_part else ""
    return f"{tree.value.truth.sign}{part}"


def _tree(library: Library, tree: Explanation, indent: str) -> Iterator[str]:
    yield f"{indent}{_sign(tree)} {tree.words}"
    deeper = indent + "    "
    if tree.per:
        yield f"{deeper}{_where(library, tree.per)}"
    for part in tree.parts:
        yield from _tree(library, part, deeper)
    for ground in tree.grounds:
        yield from _support(library, ground, deeper)
    if not tree.parts and not tree.grounds and tree.value.truth is Truth.OPEN:
        yield f"{deeper}nobody says so, and nobody denies it"


def _support(library: Library, ground: Support, indent: str) -> Iterator[str]:
    says = "asserted" if ground.affirmed else "denied"
    label = library.terms[ground.term].label
    if ground.claim is not None:
        stage = "" if ground.claim.stage.value == "done" else f", as {ground.claim.stage.value}"
        response = ", in response" if ground.claim.response else ""
        who = _claimant(library, ground)
        where = _where(library, ground.claim.passages)
        yield f"{indent}{says}{stage}{response} by {who} ({label}): {where}"
    elif ground.finding is not None:
        yield f"{indent}{says} by the situation: {ground.finding.because}"
        if ground.finding.per:
            yield f"{indent}    resting on {_where(library, ground.finding.per)}"
        for entry in ground.finding.entries:
            yield f"{indent}    read in {entry.source.read_in}"
    elif ground.presumption is not None and ground.premise is not None:
        basis = "; ".join(cite(library, item) for item in ground.presumption.basis)
        authority = ground.presumption.authority or ""
        carried = "; ".join(part for part in (basis, authority) if part)
        yield f"{indent}{says} by presumption ({carried}): {ground.presumption.text}"
        yield from _tree(library, ground.premise, indent + "    ")


def _claimant(library: Library, ground: Support) -> str:
    if ground.claim is None or ground.claim.claimant is None:
        return "nobody named"
    source, claimant = ground.claim.claimant
    return library.sources[source].claimants[claimant].name


def _where(library: Library, passages: tuple[str, ...]) -> str:
    shown = []
    for passage in passages:
        ref = parse_passage(passage)
        quotes = library.sources[ref.source].quotes if ref.source in library.sources else {}
        quote = quotes.get(ref.locator)
        words = f' "{quote}"' if quote else ""
        shown.append(f"{ref.source}, {ref.words}{words}")
    return "; ".join(shown)
