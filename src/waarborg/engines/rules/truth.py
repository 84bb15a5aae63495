"""Three-valued truth as two bits, *must* and *may*: unknown is what may be so but need not.

The bits are a bool or a NumPy column of bools, and the operators are the same three lines for both. That is why one
interview and a million of them cannot be judged differently. Invariant: what must be so may be so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Protocol

#: What bits are joined with; NumPy's own operators take and give anything.
type Operand = Any


class Bits(Protocol):
    """A bool, or a column of them."""

    def __and__(self, other: Operand, /) -> Operand: ...
    def __or__(self, other: Operand, /) -> Operand: ...
    def __xor__(self, other: Operand, /) -> Operand: ...


@dataclass(frozen=True, slots=True)
class Truth[B: Bits]:
    """Kleene's strong logic; ``&``, ``|`` and ``~`` treat what they join as independent."""

    #: It is so, whatever the unknown turns out to be.
    must: B
    #: It is so for at least one way in which the unknown could turn out.
    may: B

    def __and__(self, other: Truth[B]) -> Truth[B]:
        return Truth(self.must & other.must, self.may & other.may)

    def __or__(self, other: Truth[B]) -> Truth[B]:
        return Truth(self.must | other.must, self.may | other.may)

    def __invert__(self) -> Truth[B]:
        # Not by ~, which on a Python bool is arithmetic.
        return Truth(self.may ^ True, self.must ^ True)


YES: Final = Truth(must=True, may=True)
NO: Final = Truth(must=False, may=False)
UNKNOWN: Final = Truth(must=False, may=True)


def word(truth: Truth[bool]) -> str:
    """``yes``, ``no`` or ``unknown``."""
    return "yes" if truth.must else "unknown" if truth.may else "no"
