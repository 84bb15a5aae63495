"""The section of proof: what each charge rests on, element by element, what is missing, and what hangs on one person.

Invariant: no conclusion is kept, so a source that is added or withdrawn shows at the next look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import CASE_ROLES, TEAM_ROLES
from waarborg.apps.cases.charges import suspect
from waarborg.apps.cases.queries import ChargeView, charges_of
from waarborg.apps.interviews.kinds import InterviewState
from waarborg.apps.interviews.queries import visible
from waarborg.apps.people.models import Answer as Known
from waarborg.apps.signals.models import Proof, ProofKind
from waarborg.apps.signals.queries import ChargeRest, what_it_rests_on
from waarborg.apps.signals.resting import MAY_PROVE, add_proof, withdraw_proof
from waarborg.faces.desk.cases_opened import OpenCase, opened
from waarborg.faces.desk.deeds import Deed, Doing, Place, deed_page
from waarborg.faces.desk.fields import Choices, DeskForm, area, known_one, line, reason, say
from waarborg.faces.desk.outcome_fields import one_named
from waarborg.faces.desk.outcome_opened import opened_by
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.dates import day_month
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, PersonId, ProofId
from waarborg.kernel.texts import Text
from waarborg.law.elements import ELEMENTS

_TEMPLATE: Final = "desk/outcome_deed.html"
_HEARD: Final = Text(en="Interview with {called} on {day}", nl="Verhoor van {called} op {day}")


@dataclass(frozen=True, slots=True)
class Proving:
    """One element of one charge."""

    charge: ChargeId
    element: str


class AddForm(DeskForm):
    """What the source is, and whose words."""

    kind = one_named(_("What kind of source is it?"), ProofKind)
    source = area(_("What does it show?"), missing=_("Say in a few words what the source shows."), rows=3)
    whose = known_one(
        _("Whose words are these?"),
        required=False,
        hint=_(
            "Needed for a statement, and for any source that only repeats somebody’s words. "
            "The same person’s words are counted once."
        ),
    )
    origin = known_one(_("From which interview?"), required=False, hint=_("Only where it comes from one."))


class SuspectForm(DeskForm):
    """Who is suspected of what."""

    suspected = known_one(_("Who?"), hint=_("Somebody who is not in the case yet is added there first."))
    offence = line(_("Of what?"), missing=_("Write in words what it is about."))
    trafficking = one_named(
        _("Is it human trafficking?"),
        [Known.YES, Known.NO],
        radio=True,
        hint=_("Some facilities need that trafficking was charged, also where the verdict is about something else."),
    )


class WithdrawForm(DeskForm):
    """Why a source no longer counts."""

    reason = reason(_("Why does it no longer count?"))


def _add(doing: Doing[Proving]) -> object:
    said = doing.said
    return add_proof(
        actor=doing.actor,
        on=doing.on,
        charge=doing.subject.charge,
        element=doing.subject.element,
        kind=said["kind"],
        source=said["source"],
        statement_of=PersonId(said["whose"]) if said["whose"] else None,
        origin=said["origin"],
    )


def _withdraw(doing: Doing[ProofId]) -> object:
    return withdraw_proof(actor=doing.actor, on=doing.on, proof=doing.subject, reason=doing.said["reason"])


def _suspect(doing: Doing[CaseId]) -> object:
    return suspect(
        actor=doing.actor,
        on=doing.on,
        person=PersonId(doing.said["suspected"]),
        offence=doing.said["offence"],
        trafficking=doing.said["trafficking"] is Known.YES,
    )


ADD: Final[Deed[Proving]] = Deed(
    title=_("Add a source"),
    says=_("It shows at once on the page of what the case rests on."),
    button=_("Add this source"),
    done=_("The source is added."),
    do=_add,
    form=AddForm,
)
WITHDRAW: Final[Deed[ProofId]] = Deed(
    title=_("Withdraw a source"),
    says=_("It no longer counts. It stays on file, with your reason."),
    button=_("Withdraw this source"),
    done=_("The source no longer counts."),
    do=_withdraw,
    form=WithdrawForm,
)
SUSPECT: Final[Deed[CaseId]] = Deed(
    title=_("Suspect somebody"),
    says=_("From then on this person is a suspect in the case, and gets no notice for anybody else."),
    button=_("Enter the suspicion"),
    done=_("The suspicion is entered."),
    do=_suspect,
    form=SuspectForm,
)


@page("GET", roles=CASE_ROLES)
def proof(request: Asked, case: CaseId) -> Answer:
    """What each charge of a case rests on."""
    found = opened(request, case, "proof.read")
    if isinstance(found, Refusal):
        return found
    rests = {rest.charge: rest for rest in what_it_rests_on(actor=found.actor, case=case, opening=found.opening)}
    context = {
        "case": found,
        "charges": list(_charges(found, rests)),
        "withdrawn": list(_withdrawn(found)),
        "may_prove": bool(found.actor.roles & MAY_PROVE),
        "may_suspect": bool(found.actor.roles & TEAM_ROLES),
    }
    return render(request, "desk/proof.html", context)


def _charges(found: OpenCase, rests: dict[ChargeId, ChargeRest]) -> Iterator[dict[str, object]]:
    origins = dict(_interviews(found))
    for charge in charges_of(found.id, found.opening):
        rest = rests[charge.id]
        yield {
            "charge": charge,
            "hangs_on": found.called(rest.hangs_on),
            "missing": rest.missing,
            "elements": [
                {
                    "rest": element,
                    "hangs_on": found.called(element.hangs_on),
                    "asked": element.needed.may and not element.needed.must,
                    "sources": [
                        (source, found.called(source.statement_of), origins.get(source.origin, ""))
                        for source in element.sources
                    ],
                }
                for element in rest.elements
            ],
        }


def _withdrawn(found: OpenCase) -> Iterator[dict[str, object]]:
    """The sources that no longer count, with why."""
    rows = Proof.objects.filter(charge__case=found.id, withdrawn_at__isnull=False).select_related("charge")
    for row in rows:
        yield {
            "words": found.opening.read(row, "source"),
            "reason": found.opening.read(row, "withdrawn_reason"),
            "at": row.withdrawn_at,
            "element": ELEMENTS[row.element].name,
            "suspect": found.called(row.charge.suspect_id),
        }


def _interviews(found: OpenCase) -> Choices:
    """The interviews of the case that were held, from which a source can come."""
    held = visible(found.actor).filter(case=found.id, state__in=[InterviewState.HELD, InterviewState.CLOSED])
    return [
        (str(row.pk), say(_HEARD.fill(called=found.called(row.person_id), day=day_month(row.starts_at))))
        for row in held.order_by("starts_at", "pk")
    ]


@page("GET", "POST", roles=CASE_ROLES)
def proof_add(request: Asked, charge: ChargeId, element: str) -> Answer:
    """Add a source for one element of a charge."""
    if element not in ELEMENTS:
        raise Http404
    found = opened_by(request, charge, "proof.read")
    if isinstance(found, Refusal):
        return found
    about = next(each for each in charges_of(found.id, found.opening) if each.id == charge)
    place = Place(
        subject=Proving(charge, element),
        back=_back(found.id, about),
        shown={**_shown(found), "above": "desk/parts/element.html", "element": ELEMENTS[element], "charge": about},
        choices={"whose": found.choices(), "origin": _interviews(found)},
        template=_TEMPLATE,
    )
    return deed_page(request, ADD, place)


@page("GET", "POST", roles=CASE_ROLES)
def proof_withdraw(request: Asked, proof: ProofId) -> Answer:
    """Say that a source no longer counts."""
    found = opened_by(request, proof, "proof.read")
    if isinstance(found, Refusal):
        return found
    row = Proof.objects.select_related("charge").get(pk=proof)
    place = Place(
        subject=proof,
        back=reverse("proof", args=[found.id]),
        shown={
            **_shown(found),
            "above": "desk/parts/source_words.html",
            "words": found.opening.read(row, "source"),
            "element": ELEMENTS[row.element],
            "whose": found.called(row.statement_of_id),
        },
        template=_TEMPLATE,
    )
    return deed_page(request, WITHDRAW, place)


@page("GET", "POST", roles=CASE_ROLES)
def proof_suspect(request: Asked, case: CaseId) -> Answer:
    """Suspect somebody of the case."""
    found = opened(request, case, "proof.read")
    if isinstance(found, Refusal):
        return found
    place = Place(
        subject=case,
        back=reverse("proof", args=[case]),
        shown=_shown(found),
        choices={"suspected": found.choices()},
        template=_TEMPLATE,
    )
    return deed_page(request, SUSPECT, place)


def _shown(found: OpenCase) -> dict[str, object]:
    return {"case": found, "ups": [{"href": reverse("proof", args=[found.id]), "words": _("What it rests on")}]}


def _back(case: CaseId, charge: ChargeView) -> str:
    return f"{reverse('proof', args=[case])}#{charge.id}"


urlpatterns = [
    path("cases/<case:case>/proof/", proof, name="proof"),
    path("cases/<case:case>/proof/suspect/", proof_suspect, name="proof_suspect"),
    path("charges/<charge:charge>/proof/<slug:element>/", proof_add, name="proof_add"),
    path("proofs/<proof:proof>/withdraw/", proof_withdraw, name="proof_withdraw"),
]
