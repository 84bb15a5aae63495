"""What a plan can be chosen from: who can be heard and who cannot, colleagues with their certificates, rooms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.forms import Form
from django.utils.translation import gettext as _

from waarborg.apps.cases.access import TEAM_ROLES
from waarborg.apps.cases.models import NeedToKnow
from waarborg.apps.cases.queries import persons_of
from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews.drafts import not_heard
from waarborg.apps.interviews.models import Room
from waarborg.apps.interviews.queries import met_on
from waarborg.apps.people.models import Certificate, Person
from waarborg.apps.people.queries import PersonView, active_roles, staff_names
from waarborg.faces.desk.fields import Choices, say
from waarborg.faces.desk.interviews_words import CERTIFICATES, ROOMS, called
from waarborg.faces.desk.naming import in_words
from waarborg.faces.shell import dates
from waarborg.kernel.actors import Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, PersonId

_ADULT: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """What the form of a plan in one case can be filled with."""

    #: By the name of the field.
    choices: Mapping[str, Choices]
    #: Of each person who can be heard: in what roles, and how old today.
    person_hints: Mapping[str, str]
    #: Who cannot be heard, and why.
    cannot: tuple[tuple[str, Refusal], ...]
    #: Account and name of everybody who could be there.
    seats: Choices
    #: Of each account: certificates, and when the person met them.
    seat_hints: Mapping[str, str]


def choosing(case: CaseId, opening: Opening, *, on: datetime, person: PersonId | None = None) -> Choosing:
    """Everything of a case that a plan is chosen from; ``opening`` names its persons.

    Args:
        case: the case.
        opening: opens it.
        on: now (aware).
        person: who is heard, where that is known: then it says on which days they met whom.
    """
    views = persons_of(case, opening, on=day_of(on))
    rows = Person.objects.in_bulk([view.id for view in views])
    refused = {view.id: not_heard(rows[view.id]) for view in views}
    heard = [view for view in views if refused[view.id] is None]
    accounts = [
        account
        for account in map(
            AccountId, NeedToKnow.objects.filter(case=case, until=None).values_list("account", flat=True)
        )
        if active_roles(account) & TEAM_ROLES
    ]
    names = staff_names(accounts)
    seats = sorted(((str(account), names.get(account, "")) for account in accounts), key=lambda each: each[1])
    return Choosing(
        choices={
            "person": [(str(view.id), view.called) for view in heard],
            "companion": [(str(view.id), f"{view.called} ({_roles(view)})") for view in views if view.id != person],
            "room": [(str(room.pk), _room(room)) for room in Room.objects.order_by("region", "name")],
            "consulted": [seat for seat in seats if Role.PROSECUTOR in active_roles(AccountId(seat[0]))],
        },
        person_hints={str(view.id): f"{_roles(view)}. {_age(view)}" for view in heard},
        cannot=tuple((view.called, refusal) for view in views if (refusal := refused[view.id])),
        seats=seats,
        seat_hints=_known_of(accounts, person),
    )


def _roles(view: PersonView) -> str:
    """What a person is in the case, all of it: nobody sits beside another unseen."""
    return ", ".join(say(in_words(kind)) for kind in view.capacities)


def _age(view: PersonView) -> str:
    low, high = view.age.low, view.age.high
    if low is None or high is None or (low == 0 and high >= _ADULT):
        return _("Age not known yet.")
    return (
        _("%(low)d years old.") % {"low": low}
        if low == high
        else _("%(low)d to %(high)d years old.")
        % {
            "low": low,
            "high": high,
        }
    )


def _room(room: Room) -> str:
    media = [name for has, name in ((room.has_sound, _("sound")), (room.has_video, _("image"))) if has] or [
        _("no recorder")
    ]
    return f"{room.name}, {room.region}: {say(called(ROOMS, room.kind))}, {', '.join(media)}"


def _known_of(accounts: list[AccountId], person: PersonId | None) -> dict[str, str]:
    """Of each account, in one line, what it is certified for and when the person met them."""
    certified: dict[str, list[str]] = {}
    for row in Certificate.objects.filter(account__in=accounts).order_by("kind"):
        words = _("%(what)s until %(day)s") % {
            "what": say(called(CERTIFICATES, row.kind)),
            "day": say(dates.short_day(row.until, year=True)),
        }
        certified.setdefault(str(row.account_id), []).append(words)
    met = met_on(person) if person else {}
    return {str(account): _line(certified.get(str(account), []), met.get(account, ())) for account in accounts}


def _line(certificates: list[str], days: tuple[date, ...]) -> str:
    said = _("Certified for %(what)s.") % {"what": ", ".join(certificates)} if certificates else _("No certificate.")
    if not days:
        return said
    return said + " " + _("They met on %(days)s.") % {"days": ", ".join(say(dates.short_day(each)) for each in days)}


def seat_rows(form: Form, known: Choosing, prefix: str) -> list[dict[str, object]]:
    """The field of each colleague with what is known of them, for the template."""
    return [
        {"bound": form[prefix + account], "hint": known.seat_hints.get(account, "")}
        for account, _name in known.seats
        if prefix + account in form.fields
    ]
