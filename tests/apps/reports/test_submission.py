"""Sending a report: sealed first, once, and by the door that the rule offers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from tests.apps.reports.officers import CANARY, LABOUR, MONDAY, officer, opened_by, send
from waarborg.apps.custody.models import Entry
from waarborg.apps.reports.content import FILES_AT_MOST, TEXT_AT_MOST, Attachment, Content
from waarborg.apps.reports.mailbox import delete_mailbox, open_mailbox
from waarborg.apps.reports.models import Mailbox, Message, Report, ReportState
from waarborg.apps.reports.opening import open_report
from waarborg.apps.reports.queries import opened_report
from waarborg.apps.reports.submission import Receipt, enter_for, receipt_of, submit
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import THE_REPORTER, Channel
from waarborg.kernel.errors import Refusal, Unusable

SEXUAL = replace(LABOUR, about=("sexual",))
NAMED = replace(LABOUR, named=True, name="A. Example", contact="after six")


def try_to_send(content: Content, channel: Channel) -> Receipt | Refusal:
    code = ReceiptCode.new()
    return submit(actor=THE_REPORTER, on=MONDAY, content=content, channel=channel, language="en", code=code)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "first", "also"),
    [
        (LABOUR, Channel.TCI, Channel.MELD_MISDAAD_ANONIEM),
        (replace(LABOUR, about=("labour", "sexual")), Channel.MELD_MISDAAD_ANONIEM, Channel.TCI),
        (NAMED, Channel.LABOUR_INSPECTORATE, Channel.AVIM),
        (replace(NAMED, about=("labour", "sexual")), Channel.AVIM, Channel.LABOUR_INSPECTORATE),
    ],
)
def test_a_report_goes_through_a_door_that_the_rule_offers(content: Content, first: Channel, also: Channel) -> None:
    """M11, M12, M13, M14: each kind of report reaches its own door, and no other."""
    for channel in Channel:
        sent = try_to_send(content, channel)
        if channel in {first, also}:
            assert isinstance(sent, Receipt)
            assert sent.channel == channel
        else:
            assert isinstance(sent, Refusal)
            assert sent.code == "report.door"
    assert Report.objects.count() == 2


@pytest.mark.django_db
def test_m15_what_is_kept_in_clear_of_a_report_tells_nothing_about_a_person() -> None:
    report, code = send()
    row = Report.objects.get(pk=report)
    assert (row.channel, row.named, row.day.isoformat(), row.size) == ("tci", False, "2026-11-30", 4096)
    assert row.entered_by is row.known_to is row.case is None
    assert CANARY.encode() not in bytes(row.sealed)
    assert code.text() not in str(Mailbox.objects.values().get())


@pytest.mark.django_db
def test_the_entry_of_a_report_has_the_day_and_no_minute() -> None:
    report, _code = send()
    entry = Entry.objects.get(act="report.submit")
    assert entry.day_only
    assert (entry.at.hour, entry.at.minute) == (11, 0)  # noon in Amsterdam, whenever it was sent
    assert str(entry.subjects).startswith(report)


@pytest.mark.django_db
def test_the_same_form_sent_twice_is_one_report_with_one_receipt() -> None:
    code = ReceiptCode.new()
    first, _ = send(code=code)
    second, _ = send(code=code)
    assert first == second
    assert (Report.objects.count(), Mailbox.objects.count(), Message.objects.count()) == (1, 1, 0)


@pytest.mark.django_db
def test_a_form_that_was_changed_and_sent_again_loses_neither_text() -> None:
    code = ReceiptCode.new()
    report, _ = send(code=code)
    for _twice in range(2):
        again = submit(
            actor=THE_REPORTER,
            on=MONDAY,
            content=replace(LABOUR, text="and there is a second shed"),
            channel=Channel.TCI,
            language="en",
            code=code,
        )
        assert isinstance(again, Receipt)
        assert (again.report, again.added) == (report, True)
    opened = open_mailbox(actor=THE_REPORTER, on=MONDAY, text=code.text())
    assert opened is not None
    assert opened.sent.text == CANARY
    assert [letter.content and letter.content.text for letter in opened.letters] == ["and there is a second shed"]


@pytest.mark.django_db
def test_a_form_sent_again_to_another_door_is_told_to_take_a_new_code() -> None:
    code = ReceiptCode.new()
    send(code=code)
    door = Channel.MELD_MISDAAD_ANONIEM
    again = submit(actor=THE_REPORTER, on=MONDAY, content=LABOUR, channel=door, language="en", code=code)
    assert isinstance(again, Refusal)
    assert again.code == "report.sent_to_other_door"
    assert "TCI" in again.text().en
    assert Report.objects.count() == 1


@pytest.mark.django_db
def test_a_form_sent_again_after_its_mailbox_was_deleted_is_no_second_report() -> None:
    report, code = send()
    delete_mailbox(actor=THE_REPORTER, on=MONDAY, code=code)
    again, _ = send(code=code)
    assert again == report
    assert Report.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "path"),
    [
        (replace(LABOUR, text="x" * (TEXT_AT_MOST + 1)), "$.text"),
        (replace(LABOUR, about=("work",)), "$.about"),
        (replace(LABOUR, named=False, name="A. Example"), "$.name"),
        (replace(LABOUR, named=True, name=" "), "$.name"),
        (
            replace(LABOUR, attachments=(Attachment(name="a", type="b", data=bytes(FILES_AT_MOST + 1)),)),
            "$.attachments",
        ),
    ],
)
def test_content_that_does_not_fit_says_where_and_writes_nothing(content: Content, path: str) -> None:
    channel = Channel.LABOUR_INSPECTORATE if content.named else Channel.TCI
    if content.about == ("work",):
        channel = Channel.MELD_MISDAAD_ANONIEM
    with pytest.raises(Unusable) as unusable:
        try_to_send(content, channel)
    assert [problem.path for problem in unusable.value.problems] == [path]
    assert Report.objects.count() == Entry.objects.count() == 0


@pytest.mark.django_db
def test_files_travel_inside_the_seal_and_come_out_byte_for_byte() -> None:
    photo = Attachment(name="shed.jpg", type="image/jpeg", data=os.urandom(70_000))
    report, code = send(replace(LABOUR, attachments=(photo,)))
    opened = open_mailbox(actor=THE_REPORTER, on=MONDAY, text=code.text())
    assert opened is not None
    assert opened.sent.attachments == (photo,)
    assert Report.objects.get(pk=report).size == 256 * 1024


@pytest.mark.django_db
def test_a_report_by_phone_is_sealed_to_its_door_and_says_who_typed_it() -> None:
    typist, reader = officer(Channel.AVIM), officer(Channel.TCI)
    code = ReceiptCode.new()
    receipt = enter_for(
        actor=typist, on=MONDAY, content=LABOUR, channel=Channel.TCI, language="nl", code=code, came_by="phone"
    )
    assert isinstance(receipt, Receipt)
    row = Report.objects.get(pk=receipt.report)
    assert (row.came_by, row.entered_by) == ("phone", typist.id)
    refused = open_report(actor=typist, on=MONDAY, report=receipt.report)
    assert isinstance(refused, Refusal)
    opening = open_report(actor=reader, on=MONDAY, report=receipt.report)
    assert not isinstance(opening, Refusal)
    read = opened_report(receipt.report, opening, actor=reader)
    assert read is not None
    assert read.content == LABOUR
    assert not Entry.objects.get(act="report.enter").day_only
    assert open_mailbox(actor=THE_REPORTER, on=MONDAY, text=code.text()) is not None


@pytest.mark.django_db
def test_only_a_door_officer_enters_for_somebody_and_only_the_reporter_sends_from_the_site() -> None:
    code = ReceiptCode.new()
    by_reporter = enter_for(
        actor=THE_REPORTER, on=MONDAY, content=LABOUR, channel=Channel.TCI, language="en", code=code, came_by="post"
    )
    by_officer = submit(
        actor=officer(Channel.TCI), on=MONDAY, content=LABOUR, channel=Channel.TCI, language="en", code=code
    )
    by_pigeon = enter_for(
        actor=officer(Channel.TCI),
        on=MONDAY,
        content=LABOUR,
        channel=Channel.TCI,
        language="en",
        code=code,
        came_by="x",
    )
    assert {answer.code for answer in (by_reporter, by_officer, by_pigeon) if isinstance(answer, Refusal)} == {
        "report.role"
    }
    assert Report.objects.count() == 0


@pytest.mark.django_db
def test_the_receipt_says_where_the_report_is_now() -> None:
    report, code = send()
    receipt = receipt_of(code=code)
    assert receipt is not None
    assert (receipt.report, receipt.channel, receipt.state) == (report, Channel.TCI, ReportState.NEW)
    opened_by(officer(Channel.TCI), report)
    receipt = receipt_of(code=code)
    assert receipt is not None
    assert receipt.state == ReportState.OPENED
    assert receipt_of(code=ReceiptCode.new()) is None


def test_the_same_form_arriving_twice_at_one_moment_is_one_report(fresh_database: Mapping[str, str]) -> None:
    del fresh_database  # a database in which both really commit
    code, together = ReceiptCode.new(), threading.Barrier(4)
    receipts: list[object] = []

    def sending() -> None:
        together.wait()
        try:
            receipts.append(
                submit(actor=THE_REPORTER, on=MONDAY, content=LABOUR, channel=Channel.TCI, language="en", code=code)
            )
        finally:
            connection.close()

    threads = [threading.Thread(target=sending) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(receipts) == 4
    assert len(set(receipts)) == 1
    assert Report.objects.count() == Mailbox.objects.count() == 1
    assert Entry.objects.filter(act="report.submit").count() == 1


def test_no_word_of_a_report_reaches_the_disk(fresh_database: Mapping[str, str], data_folder: Path) -> None:
    """M15: neither the database, nor its log, nor any file beside it holds what was told."""
    report, code = send(replace(LABOUR, attachments=(Attachment(name=f"{CANARY}.txt", type="text/plain", data=b"x"),)))
    opened_by(officer(Channel.TCI), report)
    connection.close()
    if fresh_database["WAARBORG_DATABASE"]:
        rows = [str(row) for model in (Report, Mailbox, Message, Entry) for row in model.objects.values()]
        written = [row.encode() for row in rows]
    else:
        files = [path for path in data_folder.rglob("*") if path.is_file()]
        assert data_folder / "waarborg.sqlite3" in files
        written = [path.read_bytes() for path in files]
    for secret in (CANARY, code.text(), code.text().replace(" ", "")):
        assert not any(secret.encode() in each for each in written)


_CHILD = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "waarborg.deploy.programs.worker"
django.setup()
from tests.apps.reports.officers import send
print("ready", flush=True)
while True:
    print(send()[0], flush=True)
"""


def test_a_process_killed_while_it_sends_leaves_nothing_half(fresh_database: Mapping[str, str]) -> None:
    acknowledged: list[str] = []
    for kill in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", _CHILD],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **fresh_database, "PYTHONPATH": "."},
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        acknowledged += [child.stdout.readline().strip() for _ in range(1 + 3 * kill)]
        child.send_signal(signal.SIGKILL)
        acknowledged += [line.strip() for line in child.stdout if line.endswith("\n")]
        child.wait()
        child.stdout.close()
    kept = set(Report.objects.values_list("pk", flat=True))
    assert set(acknowledged) <= kept
    assert len(kept) == Mailbox.objects.count() == Entry.objects.filter(act="report.submit").count()
