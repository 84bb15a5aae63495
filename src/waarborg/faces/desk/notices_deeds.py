"""What can be done about one notice: tell it, send it, try in vain, or hold it back by two persons for a shown risk."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext_lazy as _

from waarborg.apps.people.models import Answer
from waarborg.apps.rights import suppressing, telling
from waarborg.apps.rights.models import Notice, NoticeState
from waarborg.faces.desk.deeds import Deed, Doing
from waarborg.faces.desk.fields import DeskForm, area, day, known_one
from waarborg.faces.desk.outcome_fields import TypedWord, one_named
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.ids import NoticeId, PersonId
from waarborg.law.notices import NOTICES
from waarborg.law.steps import Form


class TellForm(DeskForm):
    """Who was told, how that is known, and whether it was understood."""

    recipient = known_one(_("Who was told?"), hint=_("Only who may get this notice stands here. A suspect never does."))
    by_voice = one_named(
        _("How?"),
        [Answer.YES, Answer.NO],
        radio=True,
        words={Answer.YES: _("By voice"), Answer.NO: _("A letter, and it is known to have arrived")},
    )
    evidence = area(
        _("How is that known?"),
        missing=_("Say in a few words how, where and with whom it was done."),
        hint=_("Such as: by telephone at 03:10, with the Tigrinya interpreter of the night line."),
        rows=3,
    )
    understood = one_named(
        _("Did the person understand it?"),
        [Answer.YES, Answer.NO, Answer.DOUBT, Answer.UNKNOWN],
        radio=True,
        hint=_("After no or doubt it counts as not told, and must be told again."),
    )


class SendForm(DeskForm):
    """To whom the letter goes, and by which way."""

    recipient = known_one(_("To whom?"), hint=_("Only who may get this notice stands here. A suspect never does."))
    way = area(
        _("How does it go?"),
        missing=_("Say how it is sent, such as the address of choice or the portal."),
        hint=_("It also shows in the portal of this person."),
        rows=2,
    )
    word = TypedWord(_("send"), says=_("Nothing was sent."))


class TryForm(DeskForm):
    """A try that reached nobody."""

    recipient = known_one(_("Whom did you try?"))
    words = area(_("What happened?"), missing=_("Say in a few words what you tried."), rows=3)


class HoldForm(DeskForm):
    """The risk, and when it is looked at again."""

    risk = area(
        _("What is the risk to the suspect, and what shows it?"),
        missing=_("Write down the risk to the suspect and what shows it."),
        hint=_("Only a risk that can be shown counts. The person is not told of it now."),
    )
    review_on = day(_("When is this looked at again?"), hint=_("A day after today."))


def _tell(doing: Doing[NoticeId]) -> object:
    return telling.tell(
        actor=doing.actor,
        on=doing.on,
        notice=doing.subject,
        recipient=PersonId(doing.said["recipient"]),
        by_voice=doing.said["by_voice"] is Answer.YES,
        evidence=doing.said["evidence"],
        understood=doing.said["understood"],
    )


def _send(doing: Doing[NoticeId]) -> object:
    recipient, way = PersonId(doing.said["recipient"]), doing.said["way"]
    return telling.send(actor=doing.actor, on=doing.on, notice=doing.subject, recipient=recipient, way=way)


def _try(doing: Doing[NoticeId]) -> object:
    recipient, words = PersonId(doing.said["recipient"]), doing.said["words"]
    return telling.record_not_reached(
        actor=doing.actor, on=doing.on, notice=doing.subject, recipient=recipient, words=words
    )


def _hold(doing: Doing[NoticeId]) -> object:
    risk, review_on = doing.said["risk"], doing.said["review_on"]
    return suppressing.ask_suppression(
        actor=doing.actor, on=doing.on, notice=doing.subject, risk=risk, review_on=review_on
    )


def _agree(doing: Doing[NoticeId]) -> object:
    return suppressing.agree_suppression(actor=doing.actor, on=doing.on, notice=doing.subject)


def _lift(doing: Doing[NoticeId]) -> object:
    return suppressing.lift_suppression(actor=doing.actor, on=doing.on, notice=doing.subject)


#: Every act on a notice, by the name in the address.
DEEDS: Final[Mapping[str, Deed[NoticeId]]] = MappingProxyType(
    {
        "tell": Deed(
            title=_("Enter that it was told"),
            says=_("Read it to the person first, with an interpreter where one is needed."),
            button=_("Enter that it was told"),
            done=_("Entered."),
            do=_tell,
            form=TellForm,
        ),
        "send": Deed(
            title=_("Send the letter"),
            says=_("What stands above goes out as it is. It cannot be taken back."),
            button=_("Send it"),
            done=_("Sent. It counts as told when it is known to have arrived."),
            do=_send,
            form=SendForm,
        ),
        "try": Deed(
            title=_("Enter a try that reached nobody"),
            says=_("It still must be told. Every try is kept."),
            button=_("Enter the try"),
            done=_("Entered. It still must be told."),
            do=_try,
            form=TryForm,
        ),
        "hold": Deed(
            title=_("Ask to hold this notice back"),
            says=_("Only a recorded risk to the suspect that can be shown holds it back. A second person must agree."),
            button=_("Ask a second person to agree"),
            done=_("Asked. Until a second person agrees it must be told."),
            do=_hold,
            form=HoldForm,
        ),
        "agree": Deed(
            title=_("Agree to hold this notice back"),
            says=_(
                "You are the second person. From now on it is not told, until the day on which it is looked at again."
            ),
            button=_("Agree: hold it back"),
            done=_("Held back. It is looked at again on the day that was chosen."),
            do=_agree,
        ),
        "lift": Deed(
            title=_("Tell it after all"),
            says=_("The notice is due again at once."),
            button=_("It must be told"),
            done=_("It must be told now."),
            do=_lift,
        ),
    }
)


def ways_of(row: Notice, actor: Actor) -> dict[str, Deed[NoticeId]]:
    """What can be done about a notice as it stands, as far as the actor's role decides it."""
    names: list[str] = []
    may_tell = bool(actor.roles & telling.MAY_TELL)
    if row.state in {NoticeState.DUE, NoticeState.SENT} and may_tell:
        names += ["tell", "send", "try"] if row.form != Form.ORAL else ["tell", "try"]
    may_hold = NOTICES[row.about].may_be_suppressed and row.state == NoticeState.DUE
    if may_hold and row.suppressed_by is None and actor.has(Role.PROSECUTOR):
        names.append("hold")
    if actor.roles & suppressing.MAY_AGREE:
        if row.suppressed_by and row.state == NoticeState.DUE and row.suppressed_by != actor.id:
            names.append("agree")
        if row.suppressed_by:
            names.append("lift")
    return {name: DEEDS[name] for name in names}
