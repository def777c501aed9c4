"""What presumptions add to facts: enough to dispute some of them, perhaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.model.library import Library
from lawmap.model.presumption import Presumption

from .facts import Facts, Tree, opposite
from .formulas import Formula, Said, Within, formula, leaves


class Presumed(NamedTuple):
    """What follows once the condition of a presumption is met."""

    rule: Presumption
    condition: Formula
    terms: frozenset[Said]
    """The terms of the condition."""
    reads_figures: bool
    """Whether there are ages, numbers or dates in it."""
    conclusions: tuple[Said, ...]

    def may_follow(self, facts: Facts) -> bool:
        """Whether anything is reported that the condition reads; a quick look."""
        return self.reads_figures or not self.terms.isdisjoint(facts.said)


def presumed(library: Library) -> Iterator[Presumed]:
    """What the presumptions of a library say."""
    for _, rule in sorted(library.presumptions.items()):
        condition = formula(rule.condition)
        asserted = (Said(term, True) for term in rule.asserts)
        denied = (Said(term, False) for term in rule.denies)
        yield Presumed(
            rule,
            condition,
            frozenset(leaf for leaf in leaves(condition) if isinstance(leaf, Said)),
            any(isinstance(leaf, Within) for leaf in leaves(condition)),
            (*asserted, *denied),
        )


class Presumptions:
    """Several presumptions, which run until nothing changes."""

    def __init__(self, rules: Iterable[Presumed], tree: Tree) -> None:
        self.rules = tuple(rules)
        self._tree = tree
        drawn = {said for rule in self.rules for said in rule.conclusions}
        # What follows from a dispute is disputed: then the opposite of a conclusion is drawn too.
        self._at_risk = tree.against((*drawn, *map(opposite, drawn)))

    def leave(self, facts: Facts) -> bool:
        """Whether they leave facts as they are: nothing that follows disputes one of them."""
        if facts.said.isdisjoint(self._at_risk):
            return True
        direct = said = facts.said
        firm = facts
        while new := self._drawn(facts._replace(said=said), firm) - direct:
            direct |= new
            said = self._tree.all_of(direct)
            if any(opposite(one) in said for one in facts.said):
                return False
            undisputed = (one for one in direct if opposite(one) not in said)
            firm = facts._replace(said=self._tree.all_of(undisputed))
        return True

    def _drawn(self, facts: Facts, firm: Facts) -> frozenset[Said]:
        """What follows from facts, of which those that are firm are undisputed."""
        drawn: set[Said] = set()
        for rule in self.rules:
            if rule.may_follow(facts) and facts.meet(rule.condition):
                drawn.update(rule.conclusions)
                if not firm.meet(rule.condition):  # from a dispute follows a dispute
                    drawn.update(map(opposite, rule.conclusions))
        return frozenset(drawn)
