"""Terms of the vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.conditions import Condition, Step, terms_of
from lawmap.model.facts import Fact, WrittenFact
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.vocabulary import RegimesFile, RolesFile, Sort, StagesFile, TermsFile

from .unknown import TERM, unknown_word

Place = tuple[tuple[Step, ...], str]
"""Where a term is written, and the term."""


def unknown(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every term that is written must stand in the vocabulary."""
    known = loaded.library.terms
    for file in loaded.files:
        for at, term in written_terms(file.record):
            if term not in known and term.partition(".")[0] not in loaded.broken:
                yield unknown_word(file, at, TERM, term, known)


def circles(loaded: Loaded) -> Iterator[Diagnostic]:
    """No term is narrower than itself."""
    known = loaded.library.terms
    for file, terms in loaded.of_kind(TermsFile):
        for name in terms.terms:
            term = f"{terms.namespace}.{name}"
            chain = [term, *loaded.library.broader_terms.get(term, ())]
            last = known[chain[-1]].term.broader if chain[-1] in known else None
            if last == term:
                message = " is narrower than ".join([*chain, term])
                yield file.fault(("terms", name, "is"), "LM210", message, "Break the circle.")


def written_by_hand(loaded: Loaded) -> Iterator[Diagnostic]:
    """Derived terms are set by the matcher: nobody reports them, and only norms may read them."""
    for model in (Allegation, Presumption, RolesFile, RegimesFile, StagesFile, Situation):
        for file, record in loaded.of_kind(model):
            for at, term in written_terms(record):
                if term in loaded.library.derived_terms:
                    yield _by_hand(file, at, term)


def derivations(loaded: Loaded) -> Iterator[Diagnostic]:
    """A derived term says how it is set, and no other term does."""
    for file, terms in loaded.whole_of_kind(TermsFile):
        for name, term in terms.terms.items():
            if (term.set_by is not None) != (terms.sort is Sort.DERIVED):
                full = f"{terms.namespace}.{name}"
                lacks = "is derived and says nothing of how it is set"
                has = "is not derived and cannot be set by the matcher"
                message = f"'{full}' {lacks if term.set_by is None else has}"
                mend = "Write 'set_by' for derived terms, and for no others."
                yield file.fault(("terms", name), "LM404", message, mend, key=True)
            broader = loaded.library.terms.get(term.broader or "")
            if broader is not None and broader.sort is Sort.DERIVED:
                message = f"'{terms.namespace}.{name}' would set the derived '{broader.id}' by hand"
                yield file.fault(("terms", name, "is"), "LM404", message, "Take away 'is'.")


def _by_hand(file: File, at: tuple[Step, ...], term: str) -> Diagnostic:
    if isinstance(file.record, Allegation):
        message = f"'{term}' is derived and cannot be reported"
        return file.fault(at, "LM402", message, "Write what the source reports instead.")
    message = f"'{term}' is derived; only elements of norms may read it"
    return file.fault(at, "LM402", message, "Write the facts or statuses that it stands for.")


def written_terms(record: FileRecord) -> Iterator[Place]:
    """Every term that a file writes, with its place."""
    writer = _WRITERS.get(type(record))
    return writer(record) if writer else iter(())


def _of_norm(norm: Norm) -> Iterator[Place]:
    yield from _of_parts(norm.elements, "elements")
    yield from _of_parts(norm.exceptions, "exceptions")
    yield from _of_list(norm.hints, "hints")
    for index, case in enumerate(norm.cases):
        yield from _of_facts(case.facts, ("cases", index, "facts"))


def _of_presumption(presumption: Presumption) -> Iterator[Place]:
    yield from terms_of(presumption.condition, ("if",))
    yield from _of_list(presumption.asserts, "asserts")
    yield from _of_list(presumption.denies, "denies")


def _of_stages(stages: StagesFile) -> Iterator[Place]:
    for key in ("planned", "threatened", "attempted"):
        if getattr(stages, key):
            yield (key,), getattr(stages, key)


def _of_terms(file: TermsFile) -> Iterator[Place]:
    for name, term in file.terms.items():
        if term.broader:
            yield ("terms", name, "is"), term.broader


def _of_situation(situation: Situation) -> Iterator[Place]:
    for name, item in situation.proceedings.items():
        yield from terms_of(item.conduct.condition, ("proceedings", name, "conduct", "if"))


def _of_allegation(allegation: Allegation) -> Iterator[Place]:
    yield from _of_facts(allegation.facts, ("facts",))
    for index, response in enumerate(allegation.responses):
        denied = response.denies if isinstance(response.denies, tuple) else ()
        yield from _of_list(denied, "responses", index, "denies")
        yield from _of_list(response.claims, "responses", index, "claims")


_WRITERS: dict[type[FileRecord], Callable[[Any], Iterator[Place]]] = {
    Norm: _of_norm,
    ChapeauFile: lambda chapeau: _of_parts(chapeau.elements, "elements"),
    Presumption: _of_presumption,
    RolesFile: lambda file: _of_parts(file.roles, "roles"),
    RegimesFile: lambda file: _of_parts(file.regimes, "regimes"),
    StagesFile: _of_stages,
    Situation: _of_situation,
    TermsFile: _of_terms,
    Allegation: _of_allegation,
}


def _of_parts(parts: dict[str, Any], key: str) -> Iterator[Place]:
    for name, part in parts.items():
        condition: Condition | None = part.condition
        if condition is not None:
            yield from terms_of(condition, (key, name, "if"))


def _of_list(terms: Iterable[str], *at: Step) -> Iterator[Place]:
    for index, term in enumerate(terms):
        yield (*at, index), term


def _of_facts(facts: Iterable[WrittenFact], at: tuple[Step, ...]) -> Iterator[Place]:
    for index, fact in enumerate(facts):
        if isinstance(fact, Fact):
            for key in ("done", "not", "planned", "threatened", "attempted"):
                term = getattr(fact, "not_" if key == "not" else key)
                if term is not None:
                    yield (*at, index, key), term
        else:
            yield (*at, index), fact
