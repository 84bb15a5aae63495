"""Opens the case of a charge, decision, complaint, notice or person that an address names by its own id.

Invariant: an id that nobody knows is answered as a case that is not yours, on record, so nobody learns which exist.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404

from waarborg.apps.cases.access import CASE_ROLES, not_admitted, person_in_reach, refuse
from waarborg.apps.cases.models import Charge
from waarborg.apps.decisions.models import Complaint, Decision
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.people.queries import PersonView
from waarborg.apps.rights.models import Notice
from waarborg.apps.signals.models import Proof
from waarborg.faces.desk.cases_opened import OpenCase, opened
from waarborg.faces.shell.access import Asked
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, ComplaintId, DecisionId, Id, NoticeId, PersonId, ProofId


def case_of(about: ChargeId | DecisionId | ComplaintId | NoticeId | ProofId) -> CaseId | None:
    """The case to which something belongs; None where there is no such thing."""
    found: str | None = None
    match about:
        case ChargeId():
            found = Charge.objects.filter(pk=about).values_list("case", flat=True).first()
        case DecisionId():
            found = Decision.objects.filter(pk=about).values_list("case", flat=True).first()
        case ComplaintId():
            found = Complaint.objects.filter(pk=about).values_list("decision__case", flat=True).first()
        case NoticeId():
            found = Notice.objects.filter(pk=about).values_list("person__case", flat=True).first()
        case ProofId():
            found = Proof.objects.filter(pk=about).values_list("charge__case", flat=True).first()
    return CaseId(found) if found else None


def opened_by(
    request: Asked, about: ChargeId | DecisionId | ComplaintId | NoticeId | ProofId, what: str
) -> OpenCase | Refusal:
    """Enter that the case of ``about`` is read, then open it."""
    case = case_of(about)
    return opened(request, case, what) if case else _nobodys(request, about, what)


def victim_opened(request: Asked, person: PersonId, what: str) -> tuple[OpenCase, PersonView] | Refusal:
    """Enter that something about a victim is read, then open the case with that person.

    Raises:
        Http404: the person is no victim; the reading is in the ledger.
    """
    row = person_in_reach(actor=request.actor, person=person, roles=CASE_ROLES)
    if isinstance(row, Refusal):
        return refuse(actor=request.actor, on=request.now, what=what, refused=row)
    found = opened(request, CaseId(row.case), what)
    if isinstance(found, Refusal):
        return found
    view = found.person(person)
    if view is None or CapacityKind.VICTIM not in view.capacities:
        raise Http404
    return found, view


def _nobodys(request: Asked, about: Id, what: str) -> Refusal:
    """The answer for a case that is nobody's, which a fresh id is."""
    refused = not_admitted(actor=request.actor, case=CaseId.new())
    if refused is None:
        raise Http404
    return refuse(actor=request.actor, on=request.now, what=what, refused=replace(refused, subjects=(about,)))
