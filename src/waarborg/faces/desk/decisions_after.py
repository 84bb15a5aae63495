"""What follows on a decision: formal notice to the suspect, complaints and their answer, and a suspect who is free."""

from __future__ import annotations

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import CASE_ROLES
from waarborg.apps.decisions import complaining, detaining, prosecuting
from waarborg.apps.decisions.complaining import ComplaintTerm
from waarborg.apps.decisions.keeping import MAY
from waarborg.apps.decisions.models import ComplaintState, DecisionKind
from waarborg.apps.decisions.queries import complaints_of, decisions_of, term_of_complaint
from waarborg.apps.people.models import Answer as Known
from waarborg.apps.people.models import CapacityKind
from waarborg.faces.desk.cases_opened import OpenCase, opened
from waarborg.faces.desk.decisions_forms import AnswerForm, ComplaintForm, DetentionForm, ServiceForm
from waarborg.faces.desk.deeds import Deed, Doing, Place, deed_page
from waarborg.faces.desk.outcome_opened import opened_by
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ComplaintId, DecisionId, PersonId

_TEMPLATE = "desk/outcome_deed.html"


def may_serve(found: OpenCase) -> bool:
    """Whether the actor's role may write down that the suspect was served."""
    return bool(found.actor.roles & MAY[DecisionKind.FINAL])


def terms_of(found: OpenCase, decision: DecisionId) -> list[tuple[str, ComplaintTerm]]:
    """Until when victims can complain about a decision; those with the same term together, by what they are called."""
    same: dict[ComplaintTerm, list[str]] = {}
    for victim in found.victims:
        term = term_of_complaint(actor=found.actor, decision=decision, person=victim.id)
        if term is not None:
            same.setdefault(term, []).append(victim.called)
    return [(", ".join(names), term) for term, names in same.items()]


def may_enter_detention(found: OpenCase) -> bool:
    """Whether the actor's role may write down that somebody is free."""
    return bool(found.actor.roles & detaining.MAY_ENTER)


def _serve(doing: Doing[DecisionId]) -> object:
    served_on = doing.said["served_on"]
    return prosecuting.record_service(actor=doing.actor, on=doing.on, decision=doing.subject, served_on=served_on)


def _file(doing: Doing[DecisionId]) -> object:
    return complaining.file_complaint(
        actor=doing.actor,
        on=doing.on,
        decision=doing.subject,
        person=PersonId(doing.said["victim"]),
        filed_on=doing.said["filed_on"],
        words=doing.said["words"],
    )


def _answer(doing: Doing[ComplaintId]) -> object:
    return complaining.answer_complaint(
        actor=doing.actor,
        on=doing.on,
        complaint=doing.subject,
        upheld=doing.said["upheld"] is Known.YES,
        answered_on=doing.said["answered_on"],
        explanation=doing.said["explanation"],
    )


def _free(doing: Doing[CaseId]) -> object:
    return detaining.record_detention(
        actor=doing.actor,
        on=doing.on,
        suspect=PersonId(doing.said["suspect"]),
        kind=doing.said["kind"],
        known_at=doing.said["known_at"],
        words=doing.said["words"],
    )


SERVE: Deed[DecisionId] = Deed(
    title=_("Enter that the suspect got formal notice"),
    says=_("From then on a complaint has a term: three months from the day on which the person hears of it."),
    button=_("Enter the service"),
    done=_("Entered. Each victim must be told, for the term starts when they hear it."),
    do=_serve,
    form=ServiceForm,
)
FILE: Deed[DecisionId] = Deed(
    title=_("Enter a complaint to the court of appeal"),
    says=_("For a complaint that came by post or was said to you. It becomes a task of the prosecution service."),
    button=_("Enter the complaint"),
    done=_("The complaint is entered. The court of appeal decides."),
    do=_file,
    form=ComplaintForm,
)
ANSWER: Deed[ComplaintId] = Deed(
    title=_("Complaint to the court of appeal"),
    says=_("Where the court orders to go on, the charge is prosecuted, the case is open again, and everybody is told."),
    button=_("Enter the court’s answer"),
    done=_("The court’s answer is entered."),
    do=_answer,
    form=AnswerForm,
)
FREE: Deed[CaseId] = Deed(
    title=_("A suspect or convicted person is free"),
    says=_("Every victim of the case must be told. After an escape that is within one hour, by voice, at night too."),
    button=_("Enter it, and make the notices due"),
    done=_("Entered. Now tell each victim."),
    do=_free,
    form=DetentionForm,
)


@page("GET", "POST", roles=CASE_ROLES)
def service(request: Asked, decision: DecisionId) -> Answer:
    """Write down that the suspect was served after all."""
    found = opened_by(request, decision, "decision.read")
    if isinstance(found, Refusal):
        return found
    return deed_page(request, SERVE, _at_decision(found, decision))


@page("GET", "POST", roles=CASE_ROLES)
def complain(request: Asked, decision: DecisionId) -> Answer:
    """Write down a complaint; the term stands beside the form, and bars nobody."""
    found = opened_by(request, decision, "decision.read")
    if isinstance(found, Refusal):
        return found
    terms = terms_of(found, decision)
    choices = {"victim": found.choices(CapacityKind.VICTIM)}
    return deed_page(request, FILE, _at_decision(found, decision, terms=terms, choices=choices))


@page("GET", "POST", roles=CASE_ROLES)
def complaint(request: Asked, complaint: ComplaintId) -> Answer:
    """One complaint with its term and state; the court's answer is entered here."""
    found = opened_by(request, complaint, "complaint.read")
    if isinstance(found, Refusal):
        return found
    made = complaints_of(actor=found.actor, case=found.id, opening=found.opening)
    view = next((each for each in made if each.id == complaint), None)
    if view is None:
        raise Http404
    term = term_of_complaint(actor=found.actor, decision=view.decision, person=view.person)
    back = reverse("decision", args=[view.decision])
    place = Place(
        subject=complaint,
        back=back,
        shown={
            "case": found,
            "ups": [{"href": back, "words": _("Decision")}],
            "above": "desk/parts/complaint.html",
            "complaint": view,
            "called": found.called(view.person),
            "terms": [(found.called(view.person), term)] if term else [],
            # What the court answered stands; nothing is asked any more.
            "done_already": view.state is not ComplaintState.FILED,
        },
        template=_TEMPLATE,
    )
    return deed_page(request, ANSWER, place)


@page("GET", "POST", roles=CASE_ROLES)
def detention(request: Asked, case: CaseId) -> Answer:
    """Write down that somebody is free; the notices are due at once."""
    found = opened(request, case, "detention.read")
    if isinstance(found, Refusal):
        return found
    place = Place(
        subject=case,
        back=reverse("case_notices", args=[case]),
        shown={"case": found},
        choices={"suspect": found.choices(CapacityKind.SUSPECT)},
        initial={"known_at": request.now},
        template=_TEMPLATE,
    )
    return deed_page(request, FREE, place)


def _at_decision(found: OpenCase, decision: DecisionId, **more: object) -> Place[DecisionId]:
    views = decisions_of(actor=found.actor, case=found.id, opening=found.opening)
    view = next(each for each in views if each.id == decision)
    back = reverse("decision", args=[decision])
    choices = more.pop("choices", {})
    return Place(
        subject=decision,
        back=back,
        shown={
            "case": found,
            "ups": [{"href": back, "words": _("Decision")}],
            "above": "desk/parts/decision_in_short.html",
            "decision": view,
            "suspect": found.called(view.suspect),
            **more,
        },
        choices=choices,  # type: ignore[arg-type] # as the caller gave them
        template=_TEMPLATE,
    )
