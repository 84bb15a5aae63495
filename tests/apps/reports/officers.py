"""Invented officers at their doors, and what an invented reporter tells, for the tests of reports."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Final

from waarborg.apps.reports.content import Content
from waarborg.apps.reports.mailbox import write_message
from waarborg.apps.reports.opening import open_report
from waarborg.apps.reports.submission import Receipt, submit
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import THE_REPORTER, Actor, Channel, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, MessageId, ReportId

MONDAY: Final = datetime(2026, 11, 30, 14, 20, tzinfo=UTC)
#: Words that must stand nowhere on a disk.
CANARY: Final = "the-greenhouse-behind-the-canal-9731"
LABOUR: Final = Content(danger=False, about=("labour",), reporter="witness", named=False, text=CANARY)


def officer(*doors: Channel, roles: frozenset[Role] = frozenset({Role.DOOR_OFFICER})) -> Actor:
    """Somebody who works at ``doors``."""
    return Actor(id=AccountId.new(), roles=roles, doors=frozenset(doors))


def send(
    content: Content = LABOUR, *, channel: Channel = Channel.TCI, code: ReceiptCode | None = None
) -> tuple[ReportId, ReceiptCode]:
    """Send a report from the public site; the report and the code of its mailbox."""
    code = code or ReceiptCode.new()
    receipt = submit(actor=THE_REPORTER, on=MONDAY, content=content, channel=channel, language="en", code=code)
    assert isinstance(receipt, Receipt), receipt
    return receipt.report, code


def opened_by(actor: Actor, report: ReportId) -> None:
    """Let an officer open a report."""
    assert not isinstance(open_report(actor=actor, on=MONDAY, report=report), Refusal)


def write(code: ReceiptCode, text: str, *, form: str = "") -> MessageId:
    """Let the reporter write a message."""
    form = form or secrets.token_hex(8)
    sent = write_message(actor=THE_REPORTER, on=MONDAY, code=code, content=Content(text=text), form=form)
    assert isinstance(sent, str), sent
    return sent
