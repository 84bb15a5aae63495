"""What can go wrong, in three kinds: a refusal is an answer, unusable input is the caller's, a fault is ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from waarborg.kernel.texts import Text

_FOUND_AT_MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The answer of an act that may not happen, in the four parts that everybody is owed."""

    #: Stable name, such as ``support.close.case_ended``; tests and counts use it.
    code: str
    #: What does not go.
    what: Text
    #: Why: the fact or rule.
    why: Text
    #: What does go.
    instead: Text | None = None
    #: Whom to ask.
    ask: Text | None = None
    #: Whether the attempt itself is written in the ledger (asking for what one may not see always is).
    on_record: bool = False
    #: Typed ids that the attempt was about, for the ledger.
    subjects: tuple[str, ...] = ()

    def text(self) -> Text:
        """The parts as one paragraph."""
        parts = [part for part in (self.what, self.why, self.instead, self.ask) if part]
        return Text(en=" ".join(part.en for part in parts), nl=" ".join(part.nl for part in parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that makes input unusable: where, what was found, what is expected."""

    #: JSON path such as ``$.person.born``.
    path: str
    #: What stood there, as JSON.
    found: str
    expected: str

    def __str__(self) -> str:
        """One line for a person: path, what was found (cut at 60 characters) and what is expected."""
        found = self.found if len(self.found) <= _FOUND_AT_MOST else self.found[: _FOUND_AT_MOST - 1] + "…"
        return f"{self.path}: found {found}, expected {self.expected}"


class Unusable(ValueError):  # noqa: N818 - the field's word; it is an answer about input, not a failure of ours
    """Input that cannot be used; carries every problem found, never only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems: Final = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Fault(Exception):  # noqa: N818 - named as ARCHITECTURE.md names it
    """A failure of ours or of this machine. ``str()`` is for our logs; ``public`` is all that a user may see."""

    #: Sentence 24 of the house's voice.
    DEFAULT: Final = Text(
        en="This did not work, and that is our fault. Nothing was changed.",
        nl="Dit lukte niet en dat ligt aan ons. Er is niets veranderd.",
    )

    def __init__(self, private: str, public: Text | None = None) -> None:
        self.public: Final = public or self.DEFAULT
        super().__init__(private)


class Missing(Fault):
    """Something that this machine lacks or that is set wrongly; the one line is for the operator, and no secret."""

    def __init__(self, line: str) -> None:
        super().__init__(line, Text(en=line, nl=line))
