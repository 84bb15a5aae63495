"""What can be decided: one row of a table for each kind, with its questions, its words and the act that keeps it.

A table says what follows on where a charge or case is; whether it may be done is for the act to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.charges import MOVES as CHARGE_MOVES
from waarborg.apps.cases.life import MOVES as CASE_MOVES
from waarborg.apps.cases.models import CaseState, ChargeState
from waarborg.apps.decisions import investigating, judging, prosecuting
from waarborg.apps.decisions.complaining import sentence_for
from waarborg.apps.decisions.judging import damage_said
from waarborg.apps.decisions.keeping import MAY, said
from waarborg.apps.decisions.models import DecisionKind, DismissalGround
from waarborg.apps.people.models import Answer
from waarborg.faces.desk.decisions_forms import (
    AcquitForm,
    AppealForm,
    ConvictForm,
    DismissForm,
    ExplainedForm,
    FinalForm,
    FineForm,
    ProsecuteForm,
    TransferForm,
)
from waarborg.faces.desk.fields import DeskForm, Words
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.ids import CaseId, ChargeId
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What the act of a decision is called with."""

    actor: Actor
    on: datetime
    case: CaseId
    #: None for the case as a whole.
    charge: ChargeId | None
    said: Mapping[str, Any]

    @property
    def by(self) -> dict[str, Any]:
        """Who and when."""
        return {"actor": self.actor, "on": self.on}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of decision as pages offer it."""

    kind: DecisionKind
    #: The act, as the heading of its page.
    title: Words
    #: What it is, in a sentence or two.
    says: Words
    #: On the button that signs it.
    sign: Words
    #: Said afterwards.
    done: Words
    form: type[DeskForm]
    do: Callable[[Deciding], object]
    #: What victims are told beside the law's own sentences.
    words: Callable[[Mapping[str, Any]], tuple[Text, ...]] = lambda answers: (said(answers["explanation"]),)

    @property
    def roles(self) -> frozenset[Role]:
        """Who may enter it."""
        return MAY[self.kind]


def _about(deciding: Deciding) -> dict[str, Any]:
    return {**deciding.by, "charge": deciding.charge, "explanation": deciding.said["explanation"]}


def _judged(deciding: Deciding) -> dict[str, Any]:
    return {**_about(deciding), "decided_on": deciding.said["decided_on"]}


def _whole(deciding: Deciding) -> dict[str, Any]:
    return {**deciding.by, "case": deciding.case, "explanation": deciding.said["explanation"]}


def _dismiss(deciding: Deciding) -> object:
    answers = deciding.said
    return prosecuting.dismiss(
        **_about(deciding),
        ground=DismissalGround(answers["ground"]),
        served=Answer(answers["served"]),
        served_on=answers["served_on"],
    )


def _convict(deciding: Deciding) -> object:
    answers = deciding.said
    return judging.convict(
        **_judged(deciding), convicted_of=answers["convicted_of"], compensation=answers["compensation"]
    )


#: Every kind that is decided on a page of its own, by the name in the address.
KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "prosecute": Kind(
            kind=DecisionKind.PROSECUTE,
            title=_("Decide to prosecute"),
            says=_("The suspect goes to court for this charge."),
            sign=_("Sign: prosecute"),
            done=_("Signed. The prosecutor goes on. Each victim must now be told."),
            form=ProsecuteForm,
            do=lambda deciding: prosecuting.prosecute(**_about(deciding)),
        ),
        "dismiss": Kind(
            kind=DecisionKind.DISMISS,
            title=_("Decide to stop the case against this suspect"),
            says=_("This ends the case against this suspect. It says nothing about whether somebody is a victim."),
            sign=_("Sign: stop this case"),
            done=_("Signed. The case against this suspect stops. Support goes on, and is looked at again."),
            form=DismissForm,
            do=_dismiss,
            words=lambda answers: (said(answers["explanation"]), sentence_for(Answer(answers["served"]))),
        ),
        "convict": Kind(
            kind=DecisionKind.CONVICT,
            title=_("Enter a guilty verdict"),
            says=_("The court found this suspect guilty, on this charge or on another one in its place."),
            sign=_("Sign: guilty"),
            done=_("Entered. Each victim must now be told."),
            form=ConvictForm,
            do=_convict,
            words=lambda answers: (
                said(answers["convicted_of"]),
                said(answers["explanation"]),
                damage_said(answers["compensation"]),
            ),
        ),
        "acquit": Kind(
            kind=DecisionKind.ACQUIT,
            title=_("Enter a not guilty verdict"),
            says=_("The court found this suspect not guilty. That says nothing about whether somebody is a victim."),
            sign=_("Sign: not guilty"),
            done=_("Entered. Support goes on, and is looked at again."),
            form=AcquitForm,
            do=lambda deciding: judging.acquit(**_judged(deciding)),
        ),
        "appeal": Kind(
            kind=DecisionKind.APPEAL,
            title=_("Enter an appeal"),
            says=_("Somebody went to a higher court. The judgement is not final."),
            sign=_("Sign: appeal"),
            done=_("Entered. Each victim must now be told."),
            form=AppealForm,
            do=lambda deciding: judging.appeal(**_judged(deciding)),
        ),
        "final": Kind(
            kind=DecisionKind.FINAL,
            title=_("Enter that the judgement is final"),
            says=_("No appeal is left. Nothing can follow on this for the charge."),
            sign=_("Sign: final"),
            done=_("Entered. The judgement is final."),
            form=FinalForm,
            do=lambda deciding: judging.make_final(**_judged(deciding)),
        ),
    }
)
#: The same for decisions about the case as a whole.
CASE_KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "not_investigate": Kind(
            kind=DecisionKind.NOT_INVESTIGATE,
            title=_("Decide not to investigate"),
            says=_("No investigation follows, or it ends here. Support goes on."),
            sign=_("Sign: no investigation"),
            done=_("Signed. Each victim must be told within 14 days, with the reason."),
            form=ExplainedForm,
            do=lambda deciding: investigating.decide_not_to_investigate(**_whole(deciding)),
            words=lambda answers: (said(answers["explanation"]), sentence_for(Answer.NO)),
        ),
        "transfer": Kind(
            kind=DecisionKind.TRANSFER,
            title=_("Hand the case to another country"),
            says=_("The case goes on elsewhere. This can change somebody’s right to stay. Support goes on."),
            sign=_("Sign: hand over"),
            done=_("Signed. Each victim must be told at once."),
            form=TransferForm,
            do=lambda deciding: investigating.transfer(**_whole(deciding)),
        ),
        "fine": Kind(
            kind=DecisionKind.FINE_PROPOSED,
            title=_("Propose an administrative fine instead"),
            says=_("A proposal decides nothing. It is kept, with the warning below."),
            sign=_("Keep this proposal"),
            done=_("The proposal is kept. It decides nothing."),
            form=FineForm,
            do=lambda deciding: investigating.propose_fine(**_whole(deciding)),
            words=lambda _answers: (),
        ),
    }
)
_LEADS_TO: Final[Mapping[str, ChargeState]] = MappingProxyType(
    {
        "prosecute": ChargeState.PROSECUTED,
        "dismiss": ChargeState.DISMISSED,
        "convict": ChargeState.CONVICTED,
        "acquit": ChargeState.ACQUITTED,
        "appeal": ChargeState.APPEAL,
        "final": ChargeState.FINAL,
    }
)
_CASE_LEADS_TO: Final[Mapping[str, CaseState]] = MappingProxyType(
    {"not_investigate": CaseState.NOT_INVESTIGATED, "transfer": CaseState.ABROAD}
)


def next_for_charge(state: ChargeState, actor: Actor) -> dict[str, Kind]:
    """What can follow on where a charge is, as far as the actor's role decides it."""
    return {
        name: kind
        for name, kind in KINDS.items()
        if _LEADS_TO[name] in CHARGE_MOVES[state] and actor.roles & kind.roles
    }


def next_for_case(state: CaseState, actor: Actor) -> dict[str, Kind]:
    """The same for the case as a whole; a proposal can come at any time."""
    return {
        name: kind
        for name, kind in CASE_KINDS.items()
        if (name not in _CASE_LEADS_TO or _CASE_LEADS_TO[name] in CASE_MOVES[state]) and actor.roles & kind.roles
    }
