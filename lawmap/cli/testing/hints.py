"""What the writer of a failed case may have meant: words that nearly say what an element asks."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.matching import AnyPart, CaseResult, Claim, Explanation
from lawmap.model.conditions import terms_of
from lawmap.model.facts import Stage
from lawmap.model.library import Library
from lawmap.model.norm import Ground
from lawmap.truth import Truth


def hints(part: AnyPart, tree: Explanation, result: CaseResult, library: Library) -> Iterator[str]:
    """Sentences on facts of the case that come near what an open part asks for."""
    if tree.value.truth is not Truth.OPEN:
        return
    what = "exception" if isinstance(part.item, Ground) else "element"
    claims = result.pair.evaluation.reports[result.pair.index].claims
    asked = list(dict.fromkeys(term for _, term in terms_of(tree.condition)))
    for claim in claims:
        found = [hint for term in asked for hint in _near(claim, term, result, library)]
        if found:
            yield found[0]
        elif not _is_read(claim, result, library):
            same = [term for term in asked if _namespace(term) == _namespace(claim.term)]
            if same:
                does = "reports" if claim.affirmed else "denies"
                yield (
                    f"The case {does} {claim.term}; the {what} asks for {' or '.join(same[:3])}."
                )


def _near(claim: Claim, asked: str, result: CaseResult, library: Library) -> Iterator[str]:
    broader = library.broader_terms.get(asked, ())
    narrower = library.narrower_terms.get(asked, ())
    if claim.affirmed and claim.term in broader:
        yield f"The case reports {claim.term}, which is broader than {asked}: it does not say it."
    if not claim.affirmed and claim.term in narrower:
        yield f"The case denies {claim.term}, which is narrower than {asked}: it leaves it open."
    late = claim.stage is not Stage.DONE and not result.pair.view.prospective
    if late and claim.term in (asked, *narrower):
        yield (
            f"The case reports {claim.term} as {claim.stage.value} only, which does not count"
            " beside conduct that is done."
        )


def _is_read(claim: Claim, result: CaseResult, library: Library) -> bool:
    """Whether an element, exception or hint of the norm reads a term of this claim."""
    tree = library.broader_terms if claim.affirmed else library.narrower_terms
    reaches = {claim.term, *tree.get(claim.term, ())}
    plan = result.pair.plan
    read = {term for part in plan.parts for _, term in terms_of(part.item.condition)}
    return bool(reaches & (read | set(plan.norm.hints)))


def _namespace(term: str) -> str:
    return term.partition(".")[0]
