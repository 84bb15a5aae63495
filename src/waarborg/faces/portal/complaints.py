"""A person's complaint to the court of appeal about a decision not to go on: the term with its basis, and the asking.

Invariant: a term is never a bare number, and whether a complaint is too late is for the court.
"""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import Http404
from django.urls import path
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import refuse
from waarborg.apps.decisions import complaining
from waarborg.apps.decisions.complaining import COMPLAINED_OF, ComplaintTerm
from waarborg.apps.decisions.queries import (
    ComplaintView,
    DecisionView,
    complaints_of,
    decisions_of,
    is_known,
    term_of_complaint,
)
from waarborg.apps.rights.queries import NoticeView
from waarborg.faces.portal.whose import Here, Tried, opened, shown, somebody_else, try_form
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import DecisionId

#: By notice of the law: the kind of decision that it tells of.
_TOLD_BY = {"dismissal": "dismiss", "not_investigated": "not_investigate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Complainable:
    """A decision that a person can complain about, with the term and what they did already."""

    decision: DecisionView
    term: ComplaintTerm
    #: None while they did not.
    complaint: ComplaintView | None


class ComplaintForm(forms.Form):
    """What is not right, in the person's own words."""

    words = forms.CharField(
        label=_("Why is it not right, in your own words?"),
        help_text=_("A few sentences are enough. Your lawyer can send more later."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write in a few words why it is not right.")},
    )


def complainable(request: Asked, here: Here) -> tuple[Complainable, ...]:
    """The decisions of which the person was told and that they can complain about, newest first."""
    decisions = decisions_of(actor=request.actor, case=here.case, opening=here.opening)
    filed = complaints_of(actor=request.actor, case=here.case, opening=here.opening, person=here.person)
    by_decision = {complaint.decision: complaint for complaint in filed}
    found = []
    for decision in reversed(decisions):
        if decision.kind not in COMPLAINED_OF:
            continue
        term = term_of_complaint(actor=request.actor, decision=decision.id, person=here.person)
        if term is not None:
            found.append(Complainable(decision=decision, term=term, complaint=by_decision.get(decision.id)))
    return tuple(found)


def complaint_about(request: Asked, here: Here, view: NoticeView) -> Complainable | None:
    """What can be complained about because of a notice, or None."""
    kind = _TOLD_BY.get(view.about.id)
    if kind is None:
        return None
    possible = [each for each in complainable(request, here) if each.decision.kind == kind]
    named = view.event.partition("+")[0]
    return next((each for each in possible if each.decision.id == named), possible[0] if possible else None)


@page("GET", "POST", roles=PORTAL_ROLES)
def complain(request: Asked, decision: DecisionId) -> Answer:
    """The term, and the form with which the court of appeal is asked to look."""
    if not is_known(actor=request.actor, decision=decision):
        # Before the form is looked at: nothing can be asked about what one was not told of.
        return refuse(actor=request.actor, on=request.now, what="portal.complaint", refused=somebody_else(decision))
    tried = try_form(
        request,
        ComplaintForm,
        lambda person, form: complaining.file_complaint(
            actor=request.actor,
            on=request.now,
            decision=decision,
            person=person,
            filed_on=day_of(request.now),
            words=form.cleaned_data["words"],
        ),
        said=_("Your complaint was sent to the prosecutor's office."),
        to=request.path,
    )
    if not isinstance(tried, Tried):
        return tried
    here = opened(request, "portal.complaint", person=tried.person)
    if not isinstance(here, Here):
        return here
    found = next((each for each in complainable(request, here) if each.decision.id == decision), None)
    if found is None:
        raise Http404
    return shown(request, "portal/complaint.html", here, found=found, form=tried.form, refusal=tried.refusal)


urlpatterns = [path("complaint/<decision:decision>/", complain, name="complain")]
