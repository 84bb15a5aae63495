"""The door officer's acts on a report: open it, answer in its mailbox, set it aside with a reason, bring it back.

Invariant: the ledger entry comes before the key of the door is read, and only officers of the door that holds a report
get that far.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.reports.content import Content, once, sealed_for
from waarborg.apps.reports.mailbox import locked, mark_read, place
from waarborg.apps.reports.models import DOOR_NAMES, STEPS, Message, Report, ReportState
from waarborg.kernel.actors import Actor, Channel, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import MessageId, ReportId
from waarborg.kernel.texts import Text


@act("report.open")
def open_report(*, actor: Actor, on: datetime, report: ReportId) -> Opening | Refusal:
    """Open a report for reading, the first time or again; what the reporter wrote counts as read from now.

    Returns:
        The opening with which ``queries.opened_report`` reads it.
    """
    row = held(actor, report)
    if isinstance(row, Refusal):
        return row
    if not why_not(row, "open"):
        step(row, "open")
    mark_read(row, on=on, from_reporter=True)
    return enter(report)


@act("report.answer")
def answer(*, actor: Actor, on: datetime, report: ReportId, content: Content, form: str) -> MessageId | Refusal:
    """Write to the reporter, who may answer or not.

    Args:
        actor: an officer of the door that holds the report.
        on: when; the reporter sees the day.
        report: the report whose mailbox it is.
        content: text and files.
        form: random, made with the page: the same form sent twice is one message, one changed in between is two.
    """
    row = held(actor, report, "answer")
    if isinstance(row, Refusal):
        return row
    if row.mailbox.closed_on:
        return Refusal(code="mailbox.deleted", what=_NO_ANSWER, why=_DELETED)
    if not content.text.strip() and not content.attachments:
        return Refusal(code="message.empty", what=_NO_ANSWER, why=_EMPTY)
    form = once(form, content)
    sent = row.mailbox.messages.filter(form=form).first()
    if sent is None:
        sent = Message(from_reporter=False, by=actor.id, day=day_of(on), form=form)
        place(sent, report=row, content=content)
    enter(report, row.mailbox.pk, sent.pk)
    return MessageId(sent.pk)


@act("report.set_aside")
def set_aside(*, actor: Actor, on: datetime, report: ReportId, reason: str) -> Report | Refusal:  # noqa: ARG001
    """Put a report that was read out of the way, with a reason; it stays, and can be brought back."""
    row = held(actor, report, "set_aside")
    if isinstance(row, Refusal):
        return row
    if not reason.strip():
        return Refusal(code="report.reason", what=_NOT_SET_ASIDE, why=NO_REASON)
    row.sealed_reason = sealed_for(Content(text=reason.strip()), Channel(row.channel))
    step(row, "set_aside", "sealed_reason")
    enter(report)
    return row


@act("report.bring_back")
def bring_back(*, actor: Actor, on: datetime, report: ReportId) -> Report | Refusal:  # noqa: ARG001
    """Undo a setting aside."""
    row = held(actor, report, "bring_back")
    if isinstance(row, Refusal):
        return row
    step(row, "bring_back")
    enter(report)
    return row


def held(actor: Actor, report: ReportId, what: str = "") -> Report | Refusal:
    """The report, locked, where ``actor`` works at the door that holds it and the step ``what`` goes now.

    To whoever works elsewhere the refusal is on record, and says nothing about the report.
    """
    row = locked(report)
    if row is None or not actor.has(Role.DOOR_OFFICER) or row.channel not in actor.doors:
        return Refusal(
            code="report.other_door", what=_CANNOT_OPEN, why=_OTHER_DOOR, ask=_ASK, on_record=True, subjects=(report,)
        )
    return (why_not(row, what) if what else None) or row


def why_not(row: Report, what: str) -> Refusal | None:
    """Why the step ``what`` of ``models.STEPS`` does not go in the state that the report is in; None where it does."""
    allowed, _leads_to = STEPS[what]
    state = ReportState(row.state)
    if state in allowed:
        return None
    return Refusal(
        code=f"report.{what}.{state}", what=_NOT_NOW, why=_WHY_NOT[state].fill(door=DOOR_NAMES[Channel(row.channel)])
    )


def step(row: Report, what: str, *also: str) -> None:
    """Move a report along ``models.STEPS`` and save it with the fields named in ``also``; part of an act."""
    _allowed, leads_to = STEPS[what]
    row.state = leads_to or row.state
    row.save(update_fields=["state", *also])


#: For acts that must say why they are done.
NO_REASON: Final = Text(en="The reason is missing.", nl="De reden ontbreekt.")
_CANNOT_OPEN: Final = Text(en="You cannot open this report.", nl="U kunt deze melding niet openen.")
_OTHER_DOOR: Final = Text(en="It is not at a door where you work.", nl="Hij ligt niet bij een deur waar u werkt.")
_ASK: Final = Text(
    en="Ask the officers of that door to pass it on. We wrote down that you tried.",
    nl="Vraag de medewerkers van die deur om hem door te geven. We hebben genoteerd dat u het probeerde.",
)
_NOT_NOW: Final = Text(en="This does not go now.", nl="Dit kan nu niet.")
_WHY_NOT: Final = {
    ReportState.NEW: Text(en="Nobody has opened the report yet.", nl="Niemand heeft de melding nog geopend."),
    ReportState.OPENED: Text(en="The report is open at {door}.", nl="De melding is in behandeling bij {door}."),
    ReportState.OFFERED: Text(
        en="The report is being offered to another door. Take the offer back, or wait for the answer.",
        nl="De melding wordt aan een andere deur aangeboden. Trek het aanbod in, of wacht op antwoord.",
    ),
    ReportState.TAKEN: Text(
        en="The report was taken over into a case already.", nl="De melding is al overgenomen in een zaak."
    ),
    ReportState.SET_ASIDE: Text(
        en="The report was set aside. Bring it back first.", nl="De melding is weggelegd. Haal hem eerst terug."
    ),
}
_NO_ANSWER: Final = Text(en="This answer was not sent.", nl="Dit antwoord is niet verstuurd.")
_DELETED: Final = Text(
    en="The reporter deleted the mailbox. Nobody can read an answer any more.",
    nl="De melder heeft het postvak gewist. Niemand kan nog een antwoord lezen.",
)
_EMPTY: Final = Text(en="There is no text and no file in it.", nl="Er staat geen tekst in en er is geen bestand bij.")
_NOT_SET_ASIDE: Final = Text(en="The report was not set aside.", nl="De melding is niet weggelegd.")
