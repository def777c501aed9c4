"""A norm library as one plan: common subexpressions once, each norm right after its elements.

The plan is a list of nodes in an order in which every node comes after its parts. Leaves name a
column: a term, a comparison, or the tie between the actor's State and an instrument. The other
nodes are all, any and not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, NamedTuple, TypeVar

from lawmap.applicability import TieKey, tie_key
from lawmap.model.conditions import (
    Age,
    All,
    AnyOf,
    AtLeast,
    Condition,
    DateIs,
    DateLimit,
    Limit,
    Not,
    Number,
)
from lawmap.model.library import Library
from lawmap.model.norm import Element, ElementKind, Ground, Kind, Norm
from lawmap.model.presumption import Presumption


@dataclass(frozen=True)
class TermLeaf:
    """Reads the column of a term."""

    term: str


@dataclass(frozen=True)
class LimitLeaf:
    """Compares the reported age or number with a limit."""

    of: Literal["age", "number"]
    limit: Limit


@dataclass(frozen=True)
class TimeLeaf:
    """Compares the reported time with a limit."""

    limit: DateLimit


@dataclass(frozen=True)
class TieLeaf:
    """Asks whether the actor was bound: a State, or a person within a court's reach."""

    norm: str
    """Any norm that shares the tie; see :func:`lawmap.applicability.tie_key`."""


@dataclass(frozen=True)
class Joined:
    """All or any of several nodes."""

    every: bool
    parts: tuple[int, ...]


@dataclass(frozen=True)
class Opposite:
    """The opposite of a node."""

    part: int


Leaf = TermLeaf | LimitLeaf | TimeLeaf | TieLeaf
Node = Leaf | Joined | Opposite


Item = TypeVar("Item", Element, Ground)


class Part(NamedTuple, Generic[Item]):
    """An element or ground of a norm, and the node that answers it."""

    id: str
    item: Item
    node: int


AnyPart = Part[Element] | Part[Ground]


class Application(NamedTuple):
    """The nodes that together answer whether a norm applies."""

    tie: TieLeaf
    role: int | None
    regime: int | None
    node: int


class NormPlan(NamedTuple):
    """Where the plan answers one norm."""

    norm: Norm
    elements: tuple[Part[Element], ...]
    conduct: int
    """The node of the bare act."""
    exceptions: tuple[Part[Ground], ...]
    hints: tuple[int, ...]
    application: Application

    @property
    def parts(self) -> tuple[AnyPart, ...]:
        """The elements and then the exceptions."""
        return *self.elements, *self.exceptions


class PresumptionPlan(NamedTuple):
    """Where the plan answers the condition of one presumption."""

    presumption: Presumption
    node: int


@dataclass(frozen=True)
class Plan:
    """A compiled library."""

    nodes: tuple[Node, ...]
    presumptions: tuple[PresumptionPlan, ...]
    presumption_nodes: int
    """So many first nodes are all that the presumptions read."""
    norms: tuple[NormPlan, ...]
    proceedings: Mapping[str, int]
    """For each proceeding of a situation, by id, the node that says whether it fits."""
    node_of: Mapping[Condition, int]
    """The node that answers each condition of the library, and each part of one."""


def compile_plan(library: Library) -> Plan:
    """Compile every presumption, every norm that can have an outcome, and every proceeding."""
    compiler = _Compiler()
    presumptions = tuple(
        PresumptionPlan(item, compiler.condition(item.condition))
        for _, item in sorted(library.presumptions.items())
    )
    read_by_presumptions = len(compiler.nodes)
    norms = tuple(
        compiler.norm(norm, library)
        for _, norm in sorted(library.norms.items())
        if norm.kind is not Kind.DEFINITION
    )
    proceedings = {
        name: compiler.condition(item.conduct.condition)
        for name, item in sorted(library.proceedings.items())
    }
    return Plan(
        nodes=tuple(compiler.nodes),
        presumptions=presumptions,
        presumption_nodes=read_by_presumptions,
        norms=norms,
        proceedings=proceedings,
        node_of=compiler.node_of,
    )


class _Compiler:
    """Gives every distinct node one place."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.node_of: dict[Condition, int] = {}
        self._index: dict[Node, int] = {}
        self._ties: dict[TieKey, TieLeaf] = {}

    def norm(self, norm: Norm, library: Library) -> NormPlan:
        elements = tuple(
            Part(name, element, self.condition(element.condition))
            for name, element in library.elements_of(norm).items()
        )
        return NormPlan(
            norm=norm,
            elements=elements,
            conduct=next(part.node for part in elements if part.item.kind is ElementKind.CONDUCT),
            exceptions=tuple(
                Part(name, ground, self.condition(ground.condition))
                for name, ground in norm.exceptions.items()
            ),
            hints=tuple(self.condition(term) for term in norm.hints),
            application=self._application(norm, library),
        )

    def _application(self, norm: Norm, library: Library) -> Application:
        instrument = library.instruments[norm.instrument]
        roles = library.roles_of(norm)
        tie = self._tie(norm, library)
        conditions = [library.roles[role].condition for role in roles]
        role = None
        if None not in conditions:
            role = self.any_of(self.condition(one) for one in conditions if one is not None)
        governing = library.regimes[instrument.regime].condition
        regime = None if governing is None else self.condition(governing)
        parts = [node for node in (self._place(tie), role, regime) if node is not None]
        return Application(tie, role, regime, self.all_of(parts))

    def _tie(self, norm: Norm, library: Library) -> TieLeaf:
        """The tie of a norm, looked up once for all norms that share it."""
        return self._ties.setdefault(tie_key(library, norm), TieLeaf(norm.id))

    def condition(self, condition: Condition) -> int:
        """The node of a condition, made once."""
        if condition not in self.node_of:
            self.node_of[condition] = self._compile(condition)
        return self.node_of[condition]

    def _compile(self, condition: Condition) -> int:
        match condition:
            case All(all=parts):
                return self.all_of(self.condition(part) for part in parts)
            case AnyOf(any=parts):
                return self.any_of(self.condition(part) for part in parts)
            case Not(not_=part):
                return self._place(Opposite(self.condition(part)))
            case AtLeast(at_least=threshold):
                return self._at_least(threshold.n, [self.condition(part) for part in threshold.of])
            case Age(age=limit):
                return self._place(LimitLeaf("age", limit))
            case Number(number=limit):
                return self._place(LimitLeaf("number", limit))
            case DateIs(date=limit):
                return self._place(TimeLeaf(limit))
            case _:
                return self._place(TermLeaf(condition))

    def all_of(self, parts: Iterable[int]) -> int:
        return self._joined(parts, every=True)

    def any_of(self, parts: Iterable[int]) -> int:
        return self._joined(parts, every=False)

    def _at_least(self, n: int, parts: list[int]) -> int:
        """N of several: the first and n-1 of the rest, or n of the rest; each asked for once."""

        @cache
        def at_least(n: int, begin: int) -> int:
            rest = parts[begin:]
            if n == 1:
                return self.any_of(rest)
            if n == len(rest):
                return self.all_of(rest)
            with_first = self.all_of((rest[0], at_least(n - 1, begin + 1)))
            return self.any_of((with_first, at_least(n, begin + 1)))

        return at_least(n, 0)

    def _joined(self, parts: Iterable[int], *, every: bool) -> int:
        distinct = tuple(sorted(set(parts)))
        return distinct[0] if len(distinct) == 1 else self._place(Joined(every, distinct))

    def _place(self, node: Node) -> int:
        if node not in self._index:
            self._index[node] = len(self.nodes)
            self.nodes.append(node)
        return self._index[node]
