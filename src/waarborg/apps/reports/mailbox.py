"""The reporter's side of a mailbox: what its code opens, and what the reporter does in it.

Invariants: a wrong code and an unknown one get the same answer at the same cost; the house keeps no code; who the
reporter is, is told to one officer only, and only by the reporter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError
from django.db.models import Max

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.reports.content import Content, once, opened, sealed_for
from waarborg.apps.reports.models import (
    HandOver,
    HandOverState,
    Message,
    MessageKind,
    Report,
    ReportState,
)
from waarborg.engines.sealing.errors import NotACode
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import Actor, Channel, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import MessageId, ReportId
from waarborg.kernel.texts import Text

#: Looked up in the place of what cannot be a code, so that it costs what an unknown code costs.
_DECOY: Final = ReceiptCode.new()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message as somebody reads it."""

    id: MessageId
    #: Place in the mailbox, from 1.
    number: int
    from_reporter: bool
    kind: MessageKind
    #: The day on which it was written.
    day: date
    #: The day on which the other side read it; None while it has not.
    read_on: date | None
    #: None where it is for somebody else's eyes.
    content: Content | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMailbox:
    """A mailbox that its code has opened."""

    code: ReceiptCode
    report: ReportId
    #: The door that holds the report now.
    channel: Channel
    #: The day on which the report was sent.
    day: date
    state: ReportState
    named: bool
    #: What was sent.
    sent: Content
    #: Oldest first.
    letters: tuple[Letter, ...]
    #: Numbers of the letters whose writers the reporter can become known to, one an officer, the latest of each.
    officers: tuple[int, ...]
    #: Whether the reporter has become known to one of them.
    known: bool


def open_mailbox(*, actor: Actor, on: datetime, text: str) -> OpenMailbox | None:
    """What the code that somebody typed opens, or None; letters from the door count as read from now.

    Args:
        actor: the reporter.
        on: when; only the day is kept.
        text: the code as typed.
    """
    try:
        code, typed = ReceiptCode.parse(text), True
    except NotACode:
        code, typed = _DECOY, False
    report = _report_of(code)
    if report is None or not typed:
        return None
    if report.mailbox.messages.filter(from_reporter=False, read_on=None).exists():
        _mark_read(actor=actor, on=on, report=ReportId(report.pk))
    identities = (code.mailbox_identity(),)
    rows = list(report.mailbox.messages.order_by("number"))
    latest = {row.by: row.number for row in rows if row.by and row.channel == report.channel}
    return OpenMailbox(
        code=code,
        report=ReportId(report.pk),
        channel=Channel(report.channel),
        day=report.day,
        state=ReportState(report.state),
        named=report.named,
        sent=opened(report.sealed, identities=identities),
        letters=tuple(letter_of(row, opened(row.sealed, identities=identities)) for row in rows),
        officers=tuple(sorted(latest.values())),
        known=report.known_to is not None,
    )


def letter_of(row: Message, content: Content | None) -> Letter:
    """A message with its content, where the reader may know it."""
    return Letter(
        id=MessageId(row.pk),
        number=row.number,
        from_reporter=row.from_reporter,
        kind=MessageKind(row.kind),
        day=row.day,
        read_on=row.read_on,
        content=content,
    )


def write_message(
    *,
    actor: Actor,
    on: datetime,
    code: ReceiptCode,
    content: Content,
    form: str,
    kind: MessageKind = MessageKind.MESSAGE,
) -> MessageId | Refusal:
    """Write to the door, or say that one is ready to talk and when that is safe.

    Args:
        actor: the reporter.
        on: when; only the day is kept.
        code: opens the mailbox.
        content: text and files; a way to be reached for ``READY_TO_TALK``.
        form: random, made with the page that is being sent: the same form sent twice is one message, and one that
            was changed in between is two.
        kind: ``MESSAGE`` or ``READY_TO_TALK``.

    Raises:
        Unusable: the content is too large.
    """
    sent = once(form, content)

    def write(report: ReportId) -> MessageId | Refusal:
        return _write(actor=actor, on=on, report=report, content=content, form=sent, kind=kind)

    return _once(code, sent, write)


def become_known(
    *, actor: Actor, on: datetime, code: ReceiptCode, name: str, contact: str, officer: int, form: str
) -> MessageId | Refusal:
    """Tell one officer of the door who one is; it cannot be undone.

    Args:
        actor: the reporter.
        on: when; only the day is kept.
        code: opens the mailbox.
        name: what the officer may call them.
        contact: how to reach them, and when that is safe.
        officer: number of a letter (of ``OpenMailbox.officers``) whose writer is the officer.
        form: made with the page: the same form sent twice is one message.
    """
    content = Content(named=True, name=name, contact=contact)
    sent = once(form, content)

    def write(report: ReportId) -> MessageId | Refusal:
        return _known(actor=actor, on=on, report=report, content=content, officer=officer, form=sent)

    return _once(code, sent, write)


def delete_mailbox(*, actor: Actor, on: datetime, code: ReceiptCode) -> ReportId | Refusal:
    """Close the mailbox for good: the code opens nothing any more. What was told stays with the door."""
    report = _report_of(code)
    return _delete(actor=actor, on=on, report=ReportId(report.pk)) if report else NO_SUCH_MAILBOX


def place(message: Message, *, report: Report, content: Content) -> None:
    """Seal a message to the door that holds the report (locked by the act) and to the mailbox, and write it.

    While the report is offered to another door, the message is also sealed for that one, to be used if it accepts.
    """
    recipient = report.mailbox.recipient
    message.mailbox = report.mailbox
    message.channel = report.channel
    message.sealed = sealed_for(content, Channel(report.channel), mailbox=recipient)
    offer = HandOver.objects.filter(report=report, state=HandOverState.OFFERED).first()
    if offer:
        message.resealed = sealed_for(content, Channel(offer.receiver), mailbox=recipient)
    message.number = (report.mailbox.messages.aggregate(last=Max("number"))["last"] or 0) + 1
    message.save(force_insert=True)


def locked(report: ReportId) -> Report | None:
    """The report with its mailbox, locked until the act ends; None where there is none."""
    return Report.objects.select_for_update().select_related("mailbox").filter(pk=report).first()


def mark_read(report: Report, *, on: datetime, from_reporter: bool) -> None:
    """Note that the other side has now read what was written to it; part of an act."""
    report.mailbox.messages.filter(from_reporter=from_reporter, read_on=None).update(read_on=day_of(on))


def _report_of(code: ReceiptCode) -> Report | None:
    """The report whose mailbox a code opens."""
    opens = Report.objects.select_related("mailbox").filter(mailbox__verifier=code.mailbox_id())
    return opens.filter(mailbox__closed_on=None).first()


def _sent_before(report: Report, form: str) -> MessageId | None:
    sent = report.mailbox.messages.filter(form=form).values_list("pk", flat=True).first()
    return MessageId(sent) if sent else None


def _once(code: ReceiptCode, form: str, write: Callable[[ReportId], MessageId | Refusal]) -> MessageId | Refusal:
    """Write unless the same form was sent before, also when both arrive at the same moment."""
    report = _report_of(code)
    if report is None:
        return NO_SUCH_MAILBOX
    try:
        return _sent_before(report, form) or write(ReportId(report.pk))
    except IntegrityError:
        sent = _sent_before(report, form)
        if sent is None:
            raise
        return sent


@act("mailbox.read")
def _mark_read(*, actor: Actor, on: datetime, report: ReportId) -> None:  # noqa: ARG001 - every act has both
    row = Report.objects.select_related("mailbox").get(pk=report)
    mark_read(row, on=on, from_reporter=False)
    enter(report, row.mailbox.pk)


@act("mailbox.write")
def _write(
    *, actor: Actor, on: datetime, report: ReportId, content: Content, form: str, kind: MessageKind
) -> MessageId | Refusal:
    row = locked(report)
    if row is None or row.mailbox.closed_on or not actor.has(Role.REPORTER):
        return NO_SUCH_MAILBOX
    message = Message(from_reporter=True, kind=kind, day=day_of(on), form=form)
    place(message, report=row, content=content)
    enter(report, row.mailbox.pk, message.pk)
    return MessageId(message.pk)


@act("reporter.become_known")
def _known(
    *, actor: Actor, on: datetime, report: ReportId, content: Content, officer: int, form: str
) -> MessageId | Refusal:
    row = locked(report)
    if row is None or row.mailbox.closed_on or not actor.has(Role.REPORTER):
        return NO_SUCH_MAILBOX
    if row.known_to:
        return Refusal(code="reporter.known_already", what=_NOT_AGAIN, why=_KNOWN_ALREADY, instead=_WRITE_INSTEAD)
    if row.state == ReportState.OFFERED:
        return Refusal(code="reporter.report_on_its_way", what=_NOT_NOW, why=_ON_ITS_WAY, instead=_COME_BACK)
    letter = row.mailbox.messages.filter(number=officer, from_reporter=False, channel=row.channel).first()
    if letter is None or letter.by is None:
        return Refusal(code="reporter.no_officer", what=_NOT_NOW, why=_NO_OFFICER, instead=_WRITE_INSTEAD)
    row.known_to = letter.by
    row.save(update_fields=["known_to"])
    message = Message(from_reporter=True, kind=MessageKind.BECOME_KNOWN, day=day_of(on), form=form)
    place(message, report=row, content=content)
    enter(report, row.mailbox.pk, message.pk, letter.by)
    return MessageId(message.pk)


@act("mailbox.delete")
def _delete(*, actor: Actor, on: datetime, report: ReportId) -> ReportId | Refusal:
    row = locked(report)
    if row is None or row.mailbox.closed_on or not actor.has(Role.REPORTER):
        return NO_SUCH_MAILBOX
    row.mailbox.closed_on = day_of(on)
    # Nothing more can be sealed to the code. The verifier stays: without it, a page sent again would be a new report.
    row.mailbox.recipient = ""
    row.mailbox.save(update_fields=["closed_on", "recipient"])
    enter(report, row.mailbox.pk)
    return report


#: What a code that opens nothing gets, whatever is wrong with it.
NO_SUCH_MAILBOX: Final = Refusal(
    code="mailbox.none",
    what=Text(en="This code does not open a mailbox.", nl="Deze code opent geen postvak."),
    why=Text(
        en="A letter or digit may be different from the code that you were given.",
        nl="Misschien is een letter of cijfer anders dan in de code die je kreeg.",
    ),
    instead=Text(
        en="Look at the code and type it again. If you lost it, you can make a new report.",
        nl="Kijk naar de code en typ hem nog eens. Ben je hem kwijt, dan kun je een nieuwe melding doen.",
    ),
)
_NOT_AGAIN: Final = Text(en="You cannot become known again.", nl="Je kunt niet nog eens bekend worden.")
_KNOWN_ALREADY: Final = Text(en="You did that already, to one officer.", nl="Dat heb je al gedaan, bij één medewerker.")
_WRITE_INSTEAD: Final = Text(en="You can write a message.", nl="Je kunt een bericht schrijven.")
_NOT_NOW: Final = Text(en="You cannot become known now.", nl="Je kunt nu niet bekend worden.")
_ON_ITS_WAY: Final = Text(
    en="The team has asked another team to take your report.",
    nl="Het team heeft een ander team gevraagd om je melding over te nemen.",
)
_COME_BACK: Final = Text(
    en="Wait until you see here who has it. Then choose.", nl="Wacht tot je hier ziet wie hem heeft. Kies dan."
)
_NO_OFFICER: Final = Text(
    en="Nobody of the team that has your report has written to you yet.",
    nl="Niemand van het team dat je melding heeft, heeft je al geschreven.",
)
