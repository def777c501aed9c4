"""Which facts would support a condition: a search among facts that do not deny each other.

With four values anything may be asserted and denied at once; then it is disputed, and supports
nothing. A condition is supported where it is asserted by what nobody disputes
(:func:`lawmap.truth.answer`). So it can be supported if, and only if, some facts meet it that do
not deny each other, counted up and down the tree of terms and with all that is presumed from them.

A group "aged 6 to 17" meets "below 10" and "15 or more" each in part, but nobody in it meets both.
What is asked here is asked of one person, one place and one moment: law that only a mixed group
could meet is met by no one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawmap.model.library import Library

from .facts import Facts, Tree
from .formulas import Formula, Said, Several, Within
from .presumed import Presumed, Presumptions, presumed

MAX_STEPS = 2_000
"""So many choices are tried for one question. No condition that a person wrote comes near; one
that needs more is taken to be possible."""


class Possible:
    """Answers what facts can support, by the tree of terms and by presumptions."""

    def __init__(self, tree: Tree, rules: Iterable[Presumed]) -> None:
        self.tree = tree
        self.presumptions = Presumptions(rules, tree)
        self._asked: dict[Formula, bool] = {}

    @classmethod
    def by(cls, library: Library) -> Possible:
        """By the terms and presumptions of a library."""
        return cls(Tree(library), presumed(library))

    def with_presumed(self, rules: Iterable[Presumed]) -> Possible:
        """The same with other presumptions."""
        return Possible(self.tree, rules)

    def can_meet(self, wanted: Iterable[Formula]) -> bool:
        """Whether some facts support all of these at once."""
        return self.facts_for(wanted) is not None

    def facts_for(self, wanted: Iterable[Formula]) -> Facts | None:
        """Some facts that support all of these at once; None if no facts do.

        No facts at all, if the search was given up: then they are taken to be possible.
        """
        for facts in self._search(wanted):
            if facts is None:
                return Facts()
            if self.presumptions.leave(facts):
                return facts
        return None

    def follows(self, wanted: Formula, given: Iterable[Formula]) -> bool:
        """Whether whatever supports all the given formulas supports the wanted one as well.

        What is presumed supports nothing here: somebody may deny it, and then it is disputed. From
        what cannot be met nothing follows.
        """
        met = False
        for facts in self._search(given):
            if facts is None:
                return False
            if self.presumptions.leave(facts):
                met = facts.meet(wanted)
                if not met:
                    return False
        return met

    def has_dead_parts(self, wanted: Formula) -> bool:
        """Whether there are parts that no facts can meet in something that some can."""
        if not isinstance(wanted, Several):
            return False
        if wanted.n < len(wanted.parts) and not all(map(self._can_be, wanted.parts)):
            return True
        return any(map(self.has_dead_parts, wanted.parts))

    def _can_be(self, wanted: Formula) -> bool:
        """Whether one formula can be met; the same are asked for often."""
        if wanted not in self._asked:
            self._asked[wanted] = self.can_meet((wanted,))
        return self._asked[wanted]

    def _search(self, wanted: Iterable[Formula]) -> Iterator[Facts | None]:
        """Facts that support all of these, and no more than that takes; presumptions left aside.

        Ends with None if it is given up.
        """
        ways: list[tuple[list[Formula], Facts]] = [(list(wanted), Facts())]
        for _ in range(MAX_STEPS):
            if not ways:
                return
            reached = self._forced(*ways.pop())
            if reached is None:
                continue
            facts, choices = reached
            while choices and facts.meet(choices[-1]):
                choices.pop()
            if not choices:
                yield facts
                continue
            *rest, (n, (first, *others)) = choices
            ways.append(([*rest, Several(n, tuple(others))], facts))
            ways.append(([*rest, Several(n - 1, tuple(others)), first], facts))
        yield None

    def _forced(self, wanted: list[Formula], facts: Facts) -> tuple[Facts, list[Several]] | None:
        """Take up all that leaves no choice, and give what is left to choose.

        None if what is taken up cannot be so at once.
        """
        choices: list[Several] = []
        known: Facts | None = facts
        while wanted and known is not None:
            one = wanted.pop()
            if isinstance(one, Said):
                known = self.tree.add(known, one)
            elif isinstance(one, Within):
                known = known.within(one)
            elif one.n > len(one.parts):
                return None
            elif one.n == len(one.parts):
                wanted.extend(one.parts)
            else:
                choices.append(one)
        return None if known is None else (known, choices)
