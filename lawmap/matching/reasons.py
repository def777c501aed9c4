"""Why a norm applies or not: sentences on tie, statements, role and regime."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawmap.applicability import statements
from lawmap.truth import Truth

from .columns import View
from .pair import Pair


class Reason(NamedTuple):
    """One sentence on whether a norm applies, with its answer."""

    text: str
    truth: Truth
    encoded: bool = True
    """False where the norm pack cannot answer yet."""
    proof: tuple[str, ...] = ()
    """Evidence that usually settles it, where the norm pack names any."""

    @property
    def is_open(self) -> bool:
        """Whether something that could be reported would settle it."""
        return self.encoded and self.truth in (Truth.OPEN, Truth.DISPUTED)


def reasons_of(pair: Pair, view: View) -> Iterator[Reason]:
    """The sentences on tie, statements, role and regime."""
    if pair.assumed is not None:
        yield Reason("Taken for granted by the case.", Truth.SUPPORTED)
        return
    library, application = pair.evaluation.library, pair.plan.application
    tie = pair.evaluation.bonds[application.tie, pair.index]
    for reason in tie.reasons:
        yield Reason(reason, tie.plane.at(0).truth, tie.encoded)
    for note in tie.notes:
        yield Reason(note, Truth.SUPPORTED)
    frame = pair.evaluation.reports[pair.index].frame
    for statement in statements(library, pair.plan.norm, frame):
        yield Reason(statement, Truth.SUPPORTED)
    instrument = library.instruments[pair.plan.norm.instrument]
    if application.role is not None:
        roles = [library.roles[role] for role in library.roles_of(pair.plan.norm)]
        label = " or ".join(role.label["en"] for role in roles)
        truth = pair.value(application.role, view).truth
        met = roles[0].met_text if len(roles) == 1 and truth is Truth.SUPPORTED else None
        proof = tuple(one for role in roles for one in role.proof)
        told = met or _ROLE_WORDS[truth].format(label)
        yield Reason(_conditional(told, pair, application.role, view), truth, proof=proof)
    if application.regime is not None:
        regime = library.regimes[instrument.regime]
        truth = pair.value(application.regime, view).truth
        label = regime.label["en"]
        words = {Truth.OPEN: regime.open_text, Truth.SUPPORTED: regime.met_text}.get(truth)
        said = words or f"{label[0].upper()}{label[1:]}: {_REGIME_WORDS[truth]}."
        told = _conditional(said, pair, application.regime, view)
        yield Reason(told, truth, proof=regime.proof)


def _conditional(text: str, pair: Pair, node: int, view: View) -> str:
    """A sentence that holds only if what is in prospect comes about says so."""
    if not pair.is_in_prospect(node, view):
        return text
    return f"If what is {pair.prospect} were carried out: {text}"


_ROLE_WORDS = {
    Truth.SUPPORTED: "The actor's State had the role of {} there and then.",
    Truth.CONTRADICTED: "The actor's State did not have the role of {} there and then.",
    Truth.DISPUTED: "It is disputed whether the actor's State had the role of {} there and then.",
    Truth.OPEN: "It is not settled whether the actor's State had the role of {} there and then.",
}
_REGIME_WORDS = {
    Truth.SUPPORTED: "it governs the reported conduct",
    Truth.CONTRADICTED: "it does not govern the reported conduct",
    Truth.DISPUTED: "whether it governs the reported conduct is disputed",
    Truth.OPEN: "the report does not settle whether it governs the conduct",
}
