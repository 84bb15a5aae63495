"""Opens a case for a page: the entry first, naming everybody who is shown, and only then the case and its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from waarborg.apps.cases.access import open_case
from waarborg.apps.cases.opening import Exploitation
from waarborg.apps.cases.queries import CaseView, case_view, persons_of
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.people.queries import PersonView, persons_in, staff_names
from waarborg.faces.desk.fields import Choices, say
from waarborg.faces.desk.naming import in_words
from waarborg.faces.shell.access import Asked
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """A case as a page may show it."""

    actor: Actor
    on: datetime
    opening: Opening
    view: CaseView
    #: Everybody in it, victims first, with their age today.
    persons: tuple[PersonView, ...]

    @property
    def id(self) -> CaseId:
        """The case."""
        return self.view.id

    @property
    def title(self) -> str:
        """The word that the team chose, or the number where there is none."""
        return self.view.title or self.view.number

    @property
    def href(self) -> str:
        """The address of its page."""
        return reverse("case", args=[self.id])

    @property
    def victims(self) -> tuple[PersonView, ...]:
        """The victims."""
        return tuple(each for each in self.persons if CapacityKind.VICTIM in each.capacities)

    def person(self, person: PersonId) -> PersonView | None:
        """One person of the case; None for anybody else."""
        return next((each for each in self.persons if each.id == person), None)

    def called(self, person: str | None) -> str:
        """What a person of the case is called; empty for nobody."""
        return next((each.called for each in self.persons if each.id == person), "")

    def choices(self, *kinds: CapacityKind) -> Choices:
        """The people of the case to choose from, of ``kinds`` where named."""
        return [(str(each.id), each.called) for each in self.persons if not kinds or set(kinds) & set(each.capacities)]

    def colleagues(self) -> Choices:
        """Those who may open the case now, by name."""
        names = staff_names(self.view.needs_to_know)
        return [(str(account), names.get(AccountId(account), "")) for account in self.view.needs_to_know]


def opened(
    request: Asked, case: CaseId, what: str, *, persons: tuple[PersonId, ...] | None = None, reason: str = ""
) -> OpenCase | Refusal:
    """Enter that the case is read, then open it.

    Args:
        request: who asks.
        case: the case.
        what: ``noun.read``, the page.
        persons: the persons shown; everybody of the case where none are named.
        reason: why, where somebody without a need to know must say so.
    """
    shown = persons_in(case) if persons is None else persons
    opening = open_case(actor=request.actor, on=request.now, case=case, what=what, persons=shown, reason=reason)
    if isinstance(opening, Refusal):
        return opening
    return OpenCase(
        actor=request.actor,
        on=request.now,
        opening=opening,
        view=case_view(case, opening),
        persons=persons_of(case, opening, on=day_of(request.now)),
    )


def what_it_is_about(view: CaseView) -> str:
    """The kinds of exploitation in words; empty where none is known."""
    return ", ".join(say(in_words(Exploitation(kind))) for kind in view.exploitation)
