"""Passing a report on to another door, and answering what another door offers."""

from __future__ import annotations

from http import HTTPStatus
from secrets import token_hex

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.reports.handover import accept, offer, refuse, withdraw
from waarborg.apps.reports.queries import HandOverRow, hand_overs, offers_waiting
from waarborg.faces.desk.deeds import Deed, Doing, Place, deed_page, gone
from waarborg.faces.desk.fields import DeskForm, one_of, reason
from waarborg.faces.desk.reports_at_door import OFFICERS, at_door
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.actors import Channel
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import HandOverId, ReportId


class OfferForm(DeskForm):
    """To which door, and why."""

    receiver = one_of(_("To which door?"), Channel, radio=True)
    reason = reason(_("Why does it belong there?"), hint=_("Both doors can read it. They have 72 hours to answer."))


class RefuseForm(DeskForm):
    """Why an offer is refused."""

    reason = reason(_("Why do you refuse it?"), hint=_("The other door reads this."))


@page("GET", "POST", roles=OFFICERS)
def report_offer(request: Asked, report: ReportId) -> Answer:
    """Offer a report to another door."""
    row = at_door(request, report)
    if isinstance(row, Refusal):
        return row
    here = reverse("report", args=[report])
    place = Place(subject=report, back=here, shown={"row": row}, template="desk/report_deed.html")
    return deed_page(request, _OFFER, place)


@page("POST", roles=OFFICERS)
def offer_accept(request: Asked, hand_over: HandOverId) -> Answer:
    """Accept an offer: the report is at this door from now on, unopened."""
    made = accept(actor=request.actor, on=request.now, hand_over=hand_over)
    if isinstance(made, Refusal):
        return made
    return gone(request, _("The report is at your door now. Nobody here has opened it yet."), reverse("reports"))


@page("GET", "POST", roles=OFFICERS)
def offer_refuse(request: Asked, hand_over: HandOverId) -> Answer:
    """Refuse an offer, with a reason that the sender reads."""
    form = RefuseForm(request.POST if request.method == "POST" else None)
    refusal, status = None, HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            why = form.cleaned_data["reason"]
            made = refuse(actor=request.actor, on=request.now, hand_over=hand_over, reason=why)
            if not isinstance(made, Refusal):
                return gone(request, _("You refused the offer. The other door can read why."), reverse("reports"))
            if made.on_record:
                return made
            refusal, status = made, status_of(made)
    found = _offered(request, hand_over)
    if isinstance(found, Refusal):
        return found
    context = {"offer": found, "form": form, "refusal": refusal, "form_id": token_hex(), "mark_required": True}
    return render(request, "desk/offer_refuse.html", context, status=status)


@page("POST", roles=OFFICERS)
def offer_withdraw(request: Asked, hand_over: HandOverId) -> Answer:
    """Take back an offer that nobody answered."""
    made = withdraw(actor=request.actor, on=request.now, hand_over=hand_over)
    if isinstance(made, Refusal):
        return made
    return gone(request, _("You took the offer back. The report stays at your door."), reverse("reports"))


def _offered(request: Asked, hand_over: HandOverId) -> HandOverRow | Refusal:
    """The offer with its reason, which is entered; or what everybody else is told, which is entered too.

    Raises:
        Http404: it came in between; asking again shows it.
    """
    if hand_over in {each.id for each in offers_waiting(actor=request.actor, on=request.now)}:
        rows = hand_overs(actor=request.actor, on=request.now)
        return next(row for row in rows if row.id == hand_over)
    tried = refuse(actor=request.actor, on=request.now, hand_over=hand_over, reason="")
    if isinstance(tried, Refusal):
        return tried
    raise Http404


def _offer(doing: Doing[ReportId]) -> object:
    return offer(
        actor=doing.actor,
        on=doing.on,
        report=doing.subject,
        receiver=doing.said["receiver"],
        reason=doing.said["reason"],
    )


_OFFER: Deed[ReportId] = Deed(
    title=_("Pass the report on"),
    says=_("You keep it until the other door accepts. You see how it ended."),
    button=_("Offer it"),
    done=_("The report was offered. You see here how it ends."),
    form=OfferForm,
    do=_offer,
)

urlpatterns = [
    path("<report:report>/offer/", report_offer, name="report_offer"),
    path("offers/<handover:hand_over>/accept/", offer_accept, name="offer_accept"),
    path("offers/<handover:hand_over>/refuse/", offer_refuse, name="offer_refuse"),
    path("offers/<handover:hand_over>/withdraw/", offer_withdraw, name="offer_withdraw"),
]
