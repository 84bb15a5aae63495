"""What can be stated of a person, and which changes take protection away and so ask for a reason.

Invariant: what nobody stated stays as it is, and doubt protects as yes does.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

from waarborg.apps.people.models import Answer, Person

#: Facts that protect while they are yes or doubt.
_PROTECTING: Final = frozenset({"interpreter", "intellectual_disability", "cognitive_disorder", "believed_child"})
_PROTECTS: Final = frozenset({Answer.YES, Answer.DOUBT})
#: Reasons to believe that somebody is a child are there or not, or nobody has said; doubt is such a reason.
_CHILD: Final = {Answer.YES: True, Answer.DOUBT: True, Answer.NO: False, Answer.UNKNOWN: None}
_CHILD_AS_STATED: Final = {True: Answer.YES, False: Answer.NO, None: Answer.UNKNOWN}


class RepresentativeKind(StrEnum):
    """On what ground somebody acts for a victim."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    #: By the court, for example where the parents' interests conflict with the child's (2011/36/EU art. 15(1)).
    APPOINTED = "appointed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What somebody states of a person; None leaves a fact as it is."""

    #: BCP 47 tag of the language spoken best; empty says that it is unknown.
    language: str | None = None
    #: Whether an interpreter is needed.
    interpreter: Answer | None = None
    #: Lawful stay in the Netherlands.
    lawful_stay: Answer | None = None
    #: As the officer judges it.
    intellectual_disability: Answer | None = None
    cognitive_disorder: Answer | None = None
    #: Whether there are reasons to believe that the person is a child.
    believed_child: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact that becomes another."""

    fact: str
    before: str
    after: str

    @property
    def asks_why(self) -> bool:
        """Whether it takes protection away, or says whether somebody is believed to be a child."""
        if self.fact == "believed_child" and self.after != Answer.UNKNOWN:
            return True
        return self.fact in _PROTECTING and self.before in _PROTECTS and self.after not in _PROTECTS

    def make(self, person: Person) -> None:
        """Set the fact on the row, which is not saved."""
        if self.fact == "believed_child":
            person.believed_child = _CHILD[Answer(self.after)]
        else:
            setattr(person, self.fact, self.after)


def changes_of(person: Person, facts: Facts) -> tuple[Change, ...]:
    """What ``facts`` would change; nothing where it is all so already."""
    return tuple(
        Change(fact=fact, before=before, after=str(stated))
        for fact, stated in asdict(facts).items()
        for before in (_as_stated(person, fact),)
        if stated is not None and not _same(fact, before, stated)
    )


def _as_stated(person: Person, fact: str) -> str:
    """A fact as it is stated: an answer, or a language."""
    return str(_CHILD_AS_STATED[person.believed_child] if fact == "believed_child" else getattr(person, fact))


def _same(fact: str, before: str, stated: str) -> bool:
    """Whether the row would stay as it is; doubt whether somebody is a child is kept as yes."""
    return before == stated or (fact == "believed_child" and before in _PROTECTS and stated in _PROTECTS)
