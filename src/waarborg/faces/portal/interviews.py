"""A person's interviews: what is planned with all that they want to know of it, and what was promised and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import refuse
from waarborg.apps.interviews import planning
from waarborg.apps.interviews.document import HELD, begins
from waarborg.apps.interviews.kinds import CompanionState, InterviewKind, InterviewState, Part, RoomKind
from waarborg.apps.interviews.models import Interview
from waarborg.apps.interviews.queries import View, view, visible
from waarborg.apps.people.queries import staff_names
from waarborg.apps.vault.verification import Condition
from waarborg.faces.portal.promises import promises_of
from waarborg.faces.portal.whose import Here, done, opened, shown, somebody_else
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, InterviewId, ObjectId, PersonId
from waarborg.kernel.texts import Text

_PARTS: Final = {
    Part.ASKS: Text(en="asks the questions", nl="stelt de vragen"),
    Part.DIRECTS: Text(en="leads from another room", nl="leidt het vanuit een andere kamer"),
    Part.WATCHES: Text(en="watches from another room", nl="kijkt mee vanuit een andere kamer"),
}
_PARTS_THEN: Final = {
    Part.ASKS: Text(en="asked the questions", nl="stelde de vragen"),
    Part.DIRECTS: Text(en="led it from another room", nl="leidde het vanuit een andere kamer"),
    Part.WATCHES: Text(en="watched from another room", nl="keek mee vanuit een andere kamer"),
}
_ROOMS: Final = {
    RoomKind.STANDARD: Text(
        en="An ordinary room with a table and chairs.", nl="Een gewone kamer met een tafel en stoelen."
    ),
    RoomKind.ADAPTED: Text(
        en="A calm room, made fit for young people.", nl="Een rustige kamer, geschikt gemaakt voor jonge mensen."
    ),
    RoomKind.STUDIO: Text(
        en="A room made for children. There is a camera, and you can see where it is.",
        nl="Een kamer voor kinderen. Er is een camera, en u kunt zien waar die hangt.",
    ),
    RoomKind.MOBILE: Text(
        en="Where you are. The team brings the recorder along.",
        nl="Waar u bent. Het team neemt de opnameapparatuur mee.",
    ),
}
_KINDS: Final = {
    InterviewKind.INFORMATIVE: Text(en="Talk, so that you can choose", nl="Gesprek, zodat u kunt kiezen"),
    InterviewKind.REPORT: Text(en="Interview for your report", nl="Verhoor voor uw aangifte"),
    InterviewKind.FURTHER: Text(en="Another interview", nl="Nog een verhoor"),
}
_AFTERWARDS: Final = {
    InterviewKind.INFORMATIVE: Text(
        en="Afterwards the choice is yours. You do not have to choose on the same day.",
        nl="Daarna is de keuze aan u. U hoeft niet op dezelfde dag te kiezen.",
    ),
    InterviewKind.REPORT: Text(
        en="Afterwards your report is read to you. You can ask for a copy.",
        nl="Daarna wordt uw aangifte voorgelezen. U kunt een kopie vragen.",
    ),
    InterviewKind.FURTHER: Text(
        en="Afterwards you hear whether more is needed. Fewer interviews are better.",
        nl="Daarna hoort u of er nog iets nodig is. Minder verhoren is beter.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Somebody who is there."""

    name: str
    part: Text
    #: The day of an earlier interview in which the person met them; None for the first time, or not yet.
    met_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An interview in the list."""

    id: InterviewId
    title: Text
    row: Interview


@page("GET", roles=PORTAL_ROLES)
def interviews(request: Asked) -> Answer:
    """What is planned, and what was."""
    here = opened(request, "portal.interviews")
    if not isinstance(here, Here):
        return here
    rows = sorted(visible(request.actor).filter(person=here.person).select_related("room"), key=begins)
    coming = [_row(row) for row in rows if row.state == InterviewState.PLANNED and row.ends_at >= request.now]
    past = [_row(row) for row in reversed(rows) if row.state in HELD]
    cancelled = [_row(row) for row in rows if row.state == InterviewState.CANCELLED and row.ends_at >= request.now]
    return shown(request, "portal/interviews.html", here, coming=coming, past=past, cancelled=cancelled)


@page("GET", roles=PORTAL_ROLES)
def interview(request: Asked, interview: InterviewId) -> Answer:
    """One interview: when, where, who is there, what is recorded, who comes along, and what was promised."""
    row = visible(request.actor).filter(pk=interview).select_related("case", "person", "companion", "room").first()
    if row is None:
        return refuse(actor=request.actor, on=request.now, what="portal.interview", refused=somebody_else(interview))
    here = opened(request, "portal.interview", person=PersonId(row.person_id))
    if not isinstance(here, Here):
        return here
    # Hours of recordings are no reason to let somebody wait; whether each file still fits is checked elsewhere.
    files = {ObjectId(medium.object): Condition.FITS for medium in row.media.all()}
    found = view(row, here.opening, files)
    return shown(
        request,
        "portal/interview.html",
        here,
        row=row,
        found=found,
        title=_KINDS[InterviewKind(row.kind)],
        team=_team(found),
        room=_ROOMS[RoomKind(row.room.kind)] if row.room else None,
        afterwards=_AFTERWARDS[InterviewKind(row.kind)],
        promises=promises_of(found),
        planned=row.state == InterviewState.PLANNED,
        can_decline=here.own and row.state == InterviewState.PLANNED and row.companion_state != CompanionState.DECLINED,
    )


@page("POST", roles=PORTAL_ROLES)
def decline_companion(request: Asked, interview: InterviewId) -> Answer:
    """The person wants nobody beside them."""
    given = planning.decline_companion(actor=request.actor, on=request.now, interview=interview)
    if isinstance(given, Refusal):
        return given
    said = _("You chose to have nobody with you. You can change this.")
    return done(request, said, reverse("interview", args=[interview]))


def _row(row: Interview) -> Row:
    return Row(id=InterviewId(row.pk), title=_KINDS[InterviewKind(row.kind)], row=row)


def _team(found: View) -> tuple[Present, ...]:
    """Who is there, as the desk names them, with where the person met them before."""
    names = staff_names([account for account, _ in found.team])
    parts = _PARTS_THEN if found.row.state in HELD else _PARTS
    met = _met_before(found.row, [account for account, _ in found.team])
    order = list(Part)
    return tuple(
        Present(name=names.get(account, ""), part=parts[Part(part)], met_on=met.get(account))
        for account, part in sorted(found.team, key=lambda each: order.index(Part(each[1])))
    )


def _met_before(row: Interview, accounts: Iterable[AccountId]) -> dict[AccountId, date]:
    """The last day before this interview on which the person sat with each."""
    earlier = Interview.objects.filter(person=row.person_id, state__in=HELD).exclude(pk=row.pk)
    before = sorted((each for each in earlier.prefetch_related("team") if begins(each) < begins(row)), key=begins)
    wanted = set(accounts)
    return {
        AccountId(seat.account): day_of(begins(each))
        for each in before
        for seat in each.team.all()
        if seat.part == Part.ASKS and AccountId(seat.account) in wanted
    }


urlpatterns = [
    path("interviews/", interviews, name="interviews"),
    path("interviews/<interview:interview>/", interview, name="interview"),
    path("interviews/<interview:interview>/alone/", decline_companion, name="interview_alone"),
]
