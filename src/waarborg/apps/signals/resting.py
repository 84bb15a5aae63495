"""Adds and withdraws the sources on which a charge rests; withdrawn sources stay, with the reason."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import not_admitted
from waarborg.apps.cases.models import Charge
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.people.models import Person
from waarborg.apps.signals.models import Proof, ProofKind
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, PersonId, ProofId
from waarborg.kernel.texts import Text
from waarborg.law.elements import ELEMENTS

#: Who says what a charge rests on.
MAY_PROVE: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR})


@act("proof.add")
def add_proof(
    *,
    actor: Actor,
    on: datetime,
    charge: ChargeId,
    element: str,
    kind: ProofKind,
    source: str,
    statement_of: PersonId | None = None,
    origin: str = "",
) -> Proof | Refusal:
    """Add one source for one element of a charge.

    Args:
        actor: a detective, team leader or prosecutor of the case.
        on: when (aware).
        charge: the charge.
        element: id in ``law.elements``.
        kind: what the source is.
        source: what it says, in words.
        statement_of: whose words it is; required for a statement, and for any other source that only repeats
            somebody's words, so that the same person's words are counted once.
        origin: typed id of the interview or object it comes from, or empty.
    """
    about = Charge.objects.get(pk=charge)
    if refused := not_admitted(actor=actor, case=CaseId(about.case_id), roles=MAY_PROVE):
        return refused
    if element not in ELEMENTS:
        return Refusal(code="proof.add.element", what=_NOT_ADDED, why=_NO_ELEMENT, instead=_CHOOSE, ask=_ASK)
    if not source.strip():
        return Refusal(code="proof.add.words", what=_NOT_ADDED, why=_NO_WORDS, instead=_SAY_WHAT, ask=_ASK)
    if kind == ProofKind.STATEMENT and statement_of is None:
        return Refusal(code="proof.add.whose", what=_NOT_ADDED, why=_WHOSE, instead=_NAME_PERSON, ask=_ASK)
    if statement_of and not Person.objects.filter(pk=statement_of, case=about.case_id).exists():
        return Refusal(code="proof.add.other_case", what=_NOT_ADDED, why=_OTHER_CASE, instead=_ADD_PERSON, ask=_ASK)
    proof = Proof(
        charge=about, element=element, kind=kind, statement_of_id=statement_of, origin=origin, at=on, by=actor.id
    )
    opening = enter(proof.pk, charge, about.case_id, *((statement_of,) if statement_of else ()))
    opening.seal(proof, "source", source.strip())
    proof.save(force_insert=True)
    return proof


@act("proof.withdraw")
def withdraw_proof(*, actor: Actor, on: datetime, proof: ProofId, reason: str) -> Proof | Refusal:
    """Say that a source no longer counts, and why; nothing is deleted."""
    row = Proof.objects.select_for_update().get(pk=proof)
    case = CaseId(row.scope)
    if refused := not_admitted(actor=actor, case=case, roles=MAY_PROVE):
        return refused
    if not reason.strip():
        return Refusal(code="proof.withdraw.words", what=_NOT_WITHDRAWN, why=_NO_REASON, instead=_GIVE_REASON, ask=_ASK)
    if row.withdrawn_at is not None:
        return Refusal(code="proof.withdraw.already", what=_NOT_WITHDRAWN, why=_WITHDRAWN, instead=_ADD_AGAIN, ask=_ASK)
    row.withdrawn_at = on
    opening = enter(row.pk, row.charge_id, case, scope=case, detail={"reason": reason.strip()})
    opening.seal(row, "withdrawn_reason", reason.strip())
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    return row


_NOT_ADDED: Final = Text(en="This source was not added.", nl="Deze bron is niet toegevoegd.")
_NO_ELEMENT: Final = Text(
    en="It is not clear what the source must prove.", nl="Het is niet duidelijk wat de bron moet bewijzen."
)
_CHOOSE: Final = Text(en="You can choose act, means or aim.", nl="U kunt kiezen: handeling, middel of oogmerk.")
_NO_WORDS: Final = Text(en="What the source says is missing.", nl="Wat de bron zegt, ontbreekt.")
_SAY_WHAT: Final = Text(
    en="Say in a few words what the source shows.", nl="Zeg in een paar woorden wat de bron laat zien."
)
_WHOSE: Final = Text(
    en="We do not know whose statement this is, so we cannot count it apart from others.",
    nl="We weten niet wiens verklaring dit is, dus we kunnen hem niet los van andere tellen.",
)
_NAME_PERSON: Final = Text(en="You can name the person who made it.", nl="U kunt noemen wie de verklaring aflegde.")
_OTHER_CASE: Final = Text(en="This person is not in this case.", nl="Deze persoon hoort niet bij deze zaak.")
_ADD_PERSON: Final = Text(en="Add the person to the case first.", nl="Voeg de persoon eerst toe aan de zaak.")
_NOT_WITHDRAWN: Final = Text(en="This source was not withdrawn.", nl="Deze bron is niet ingetrokken.")
_NO_REASON: Final = Text(en="The reason is missing.", nl="De reden ontbreekt.")
_GIVE_REASON: Final = Text(en="Say why it no longer counts.", nl="Zeg waarom de bron niet meer telt.")
_WITHDRAWN: Final = Text(en="It was withdrawn already.", nl="De bron is al ingetrokken.")
_ADD_AGAIN: Final = Text(en="You can add a new source.", nl="U kunt een nieuwe bron toevoegen.")
_ASK: Final = Text(en="Ask the team leader of the case.", nl="Vraag het de teamleider van de zaak.")
