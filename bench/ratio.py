"""What a benchmark answers: a ratio against its anchor, measured in the same run, and the goal it must reach."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """One line of a benchmark; machines differ, so only ratios have goals."""

    #: What was measured, such as ``assess.column``.
    name: str
    #: The anchor's figure divided by ours, or the other way round, so that more is better.
    ratio: float
    #: The least that will do.
    goal: float
    #: The figures behind it, with their units in the names.
    figures: dict[str, float] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether the goal was reached."""
        return self.ratio >= self.goal

    def line(self) -> str:
        """``name ratio goal PASS|FAIL``."""
        return f"{self.name} {self.ratio:.2f} {self.goal:g} {'PASS' if self.passed else 'FAIL'}"
