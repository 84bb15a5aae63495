"""How a condition stands for a document, why, and what could change that; worked out once for each way of seeing it.

Invariant: what is kept is what working it out again would give, and what is kept is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from waarborg.engines.rules.conditions import Condition, Leaf, Some, observables
from waarborg.engines.rules.judging import deciding, document_of, evaluate, missing
from waarborg.engines.rules.seeing import Seen, SeenRows
from waarborg.engines.rules.truth import Truth

type Sight = Seen | SeenRows

#: Answers kept for one condition before starting afresh.
_KEPT = 4096
#: A document with longer lists is worked out anew: what was seen of it would hardly come again.
_ROWS_KEPT = 8


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """How a condition stands; the same object wherever all of it is the same."""

    truth: Truth[bool]
    #: What alone fixes it; empty where nobody asks why.
    deciding: tuple[Seen, ...]
    #: Paths of absent facts that could change it.
    missing: tuple[str, ...]


class Question:
    """A condition, ready to be answered for many documents."""

    def __init__(self, condition: Condition, observed: Sequence[Leaf | Some], *, why: bool) -> None:
        """Answer ``condition``.

        Args:
            condition: what is asked.
            observed: everything that is looked up in a document, in the order in which it comes to ``answer``.
            why: whether the deciding facts are wanted too.
        """
        looked_at = tuple(dict.fromkeys(observables(condition)))
        places = [observed.index(found) for found in looked_at]
        self._condition = condition
        self._why = why
        self._looked_at = looked_at
        self._pick: Callable[[Sequence[Sight]], Hashable] = itemgetter(*places)
        self._places = places
        self._kept: dict[Hashable, Standing] = {}
        self._standings: dict[Hashable, Standing] = {}

    def answer(self, seen: Sequence[Sight]) -> Standing:
        """How the condition stands for the document in which this was seen."""
        key = self._pick(seen)
        standing = self._kept.get(key)
        if standing is None:
            sights = [seen[place] for place in self._places]
            standing = self._work_out(sights)
            if all(isinstance(sight, Seen) or len(sight.rows) <= _ROWS_KEPT for sight in sights):
                if len(self._kept) >= _KEPT:
                    self._kept.clear()
                self._kept[key] = standing
        return standing

    def _work_out(self, sights: Sequence[Sight]) -> Standing:
        world = document_of(zip(self._looked_at, sights, strict=True))
        truth = evaluate(self._condition, world)
        why = tuple(dict.fromkeys(deciding(self._condition, world))) if self._why else ()
        absent = tuple(dict.fromkeys(missing(self._condition, world)))
        if len(self._standings) >= _KEPT:
            self._standings.clear()
        return self._standings.setdefault((truth, why, absent), Standing(truth, why, absent))
