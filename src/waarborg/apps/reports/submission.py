"""Sends a report: sealed in memory to its door and to its own mailbox, then written, whole or not at all.

Invariants: the same form sent twice is one report; a form that was sent, changed and sent again loses neither text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.reports.content import Content, once, sealed_for
from waarborg.apps.reports.mailbox import write_message
from waarborg.apps.reports.models import DOOR_NAMES, Mailbox, Report, ReportState
from waarborg.apps.reports.routing import route
from waarborg.engines.sealing.padding import bucket_of
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import Actor, Channel, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal, Unusable
from waarborg.kernel.ids import ReportId
from waarborg.kernel.texts import Text

#: How a report can come to us by way of staff.
CAME_BY: Final = ("phone", "post")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the reporter may know about a report that was sent."""

    report: ReportId
    #: The door that holds it now.
    channel: Channel
    #: The day on which it was sent.
    day: date
    named: bool
    state: ReportState
    #: Whether this sending was written as an addition to a report that was sent with the same form before.
    added: bool = False


def submit(
    *, actor: Actor, on: datetime, content: Content, channel: Channel, language: str, code: ReceiptCode
) -> Receipt | Refusal:
    """Send a report from the public site.

    Args:
        actor: the reporter.
        on: when; only the day is kept.
        content: what is told.
        channel: the door that the reporter chose; one that the rule offers for this content.
        language: BCP 47 tag of the page.
        code: made with the page that is being sent, so that sending it twice gives one report and one mailbox.

    Returns:
        The receipt. A form sent before gives the same receipt; one that was changed since is added to its report as a
        message, or refused where the report is at another door, for then it needs a code of its own.

    Raises:
        Unusable: the content is too large or in no form of ours.
    """
    return _send(actor, on, _Form(content, channel, language, code, "web"))


def enter_for(
    *, actor: Actor, on: datetime, content: Content, channel: Channel, language: str, code: ReceiptCode, came_by: str
) -> Receipt | Refusal:
    """Send a report that came by ``phone`` or ``post``, for the person who told or wrote it; the code is for them.

    Args: as of ``submit``; ``actor`` is the door officer who types, who need not work at the door that it goes to.
    """
    return _send(actor, on, _Form(content, channel, language, code, came_by))


def receipt_of(*, code: ReceiptCode) -> Receipt | None:
    """The receipt of the report that was sent with ``code``, or None where the code opens nothing."""
    report = Report.objects.filter(mailbox__verifier=code.mailbox_id(), mailbox__closed_on=None).first()
    return _receipt(report) if report else None


@dataclass(frozen=True, slots=True)
class _Form:
    """What one sending says."""

    content: Content
    channel: Channel
    language: str
    code: ReceiptCode
    came_by: str

    def fingerprint(self) -> str:
        """Tells two sendings apart; keyed with the code, so that nobody can try guesses of a text against it."""
        return once(f"{self.channel.value} {self.code.text()}", self.content)


def _send(actor: Actor, on: datetime, form: _Form) -> Receipt | Refusal:
    """Refuse, answer as before, or seal and write."""
    if problems := form.content.problems():
        raise Unusable(problems)
    refused = _not_admitted(actor, form)
    before = refused or _sent_before(actor, on, form)
    if before:
        return before
    mailbox = Mailbox(verifier=form.code.mailbox_id(), recipient=form.code.mailbox_identity().recipient.text)
    report = Report(
        mailbox=mailbox,
        channel=form.channel,
        named=bool(form.content.named),
        day=day_of(on),
        came_by=form.came_by,
        entered_by=None if form.came_by == "web" else actor.id,
        language=form.language,
        # Sealed before the transaction begins: nothing readable comes near it, and nobody waits for its lock.
        sealed=sealed_for(form.content, form.channel, mailbox=mailbox.recipient),
        size=bucket_of(len(form.content.to_bytes())),
        fingerprint=form.fingerprint(),
    )
    written = _submitted if form.came_by == "web" else _entered
    try:
        return written(actor=actor, on=on, report=report)
    except IntegrityError:
        # The same form arrived twice at the same moment, and the other one was first.
        before = _sent_before(actor, on, form)
        if before is None:
            raise
        return before


@act("report.submit")
def _submitted(*, actor: Actor, on: datetime, report: Report) -> Receipt:  # noqa: ARG001 - every act has both
    return _written(report)


@act("report.enter")
def _entered(*, actor: Actor, on: datetime, report: Report) -> Receipt:  # noqa: ARG001 - every act has both
    return _written(report)


def _written(report: Report) -> Receipt:
    report.mailbox.save(force_insert=True)
    report.save(force_insert=True)
    enter(report.pk, report.mailbox.pk)
    return _receipt(report)


def _receipt(report: Report, *, added: bool = False) -> Receipt:
    return Receipt(
        report=ReportId(report.pk),
        channel=Channel(report.channel),
        day=report.day,
        named=report.named,
        state=ReportState(report.state),
        added=added,
    )


def _sent_before(actor: Actor, on: datetime, form: _Form) -> Receipt | Refusal | None:
    """What became of an earlier sending of this form; None where there was none."""
    report = Report.objects.select_related("mailbox").filter(mailbox__verifier=form.code.mailbox_id()).first()
    if report is None:
        return None
    if report.fingerprint == form.fingerprint():
        return _receipt(report)
    if report.channel != form.channel or report.mailbox.closed_on or form.came_by != "web":
        why = _SENT_ELSEWHERE.fill(door=DOOR_NAMES[Channel(report.channel)])
        return Refusal(code="report.sent_to_other_door", what=_NOT_ADDED, why=why, instead=_SEND_AS_NEW)
    added = write_message(actor=actor, on=on, code=form.code, content=form.content, form=form.fingerprint())
    return added if isinstance(added, Refusal) else _receipt(report, added=True)


def _not_admitted(actor: Actor, form: _Form) -> Refusal | None:
    """Why this cannot be sent like this."""
    by_staff = form.came_by in CAME_BY
    if not actor.has(Role.DOOR_OFFICER if by_staff else Role.REPORTER) or not (by_staff or form.came_by == "web"):
        return Refusal(code="report.role", what=_CANNOT_SEND, why=_ROLE, ask=_ASK_DOOR)
    routing = route(form.content.document())
    if form.channel not in {door.channel for door in (routing.primary, *routing.also)}:
        return Refusal(
            code="report.door", what=_WRONG_DOOR.fill(door=DOOR_NAMES[form.channel]), why=_RULE, instead=_OFFERED
        )
    return None


_CANNOT_SEND: Final = Text(en="You cannot send a report here.", nl="U kunt hier geen melding doen.")
_ROLE: Final = Text(
    en="Only a door officer enters what came by phone or post.",
    nl="Alleen een medewerker van een deur voert in wat per telefoon of post kwam.",
)
_ASK_DOOR: Final = Text(en="Ask a door officer.", nl="Vraag het een medewerker van een deur.")
_WRONG_DOOR: Final = Text(en="This report cannot go to {door}.", nl="Deze melding kan niet naar {door}.")
_RULE: Final = Text(
    en="The rule for what you answered offers other doors.",
    nl="De regel bij wat je hebt geantwoord, geeft andere deuren.",
)
_OFFERED: Final = Text(
    en="Choose one of the doors on the page. Nothing was sent.",
    nl="Kies een van de deuren op de pagina. Er is niets verstuurd.",
)
_NOT_ADDED: Final = Text(
    en="This page was sent before, and what you changed was not sent yet.",
    nl="Deze pagina is al eerder verstuurd. Wat je hebt veranderd, is nog niet verstuurd.",
)
_SENT_ELSEWHERE: Final = Text(en="The first report is at {door}.", nl="De eerste melding ligt bij {door}.")
_SEND_AS_NEW: Final = Text(
    en="You can send this as a new report. It gets a new code.",
    nl="Je kunt dit als een nieuwe melding versturen. Die krijgt een nieuwe code.",
)
