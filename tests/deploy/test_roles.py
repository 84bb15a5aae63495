"""The rights of the programs in PostgreSQL: what the public site cannot do even when somebody has broken into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import override_settings

from tests.apps.custody.acting import NOON
from tests.apps.reports.officers import LABOUR, officer, opened_by, send, write
from tests.doors import make_doors
from waarborg.apps.cases.models import Case, Origin
from waarborg.apps.cases.opening import open_case
from waarborg.apps.custody.models import Entry, OutboxEvent, Waiting
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.custody.sequencing import sequence
from waarborg.apps.custody.verification import verify
from waarborg.apps.reports.content import Content
from waarborg.apps.reports.mailbox import become_known, delete_mailbox, open_mailbox
from waarborg.apps.reports.models import Mailbox
from waarborg.apps.reports.opening import answer
from waarborg.apps.reports.submission import receipt_of
from waarborg.deploy.roles import grant
from waarborg.kernel.actors import THE_HOUSE, THE_REPORTER, Channel, Service
from waarborg.kernel.errors import Missing, Refusal

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("_granted")]

#: What the public site may touch at all; a table that is made later must be thought about.
PUBLIC = {
    "reports_report",
    "reports_mailbox",
    "reports_message",
    "reports_handover",
    "custody_entry",
    "custody_entrysubject",
    "custody_waiting",
    "django_migrations",
}


@pytest.fixture
def _granted(data_folder: object, db: None) -> None:
    assert data_folder
    make_doors(data_folder)  # type: ignore[arg-type]
    grant()
    grant()  # As often as one likes.


@contextmanager
def as_role(name: str) -> Iterator[None]:
    """Be the program with this role."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE waarborg_{name}")
        try:
            with override_settings(PROGRAM=name):
                yield
        finally:
            cursor.execute("RESET ROLE")


def _refused(statement: str) -> bool:
    """Whether the database refuses a statement for lack of a right, and for nothing else."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            transaction.set_rollback(True)
    except ProgrammingError as error:
        return "permission denied" in str(error)
    return False


def test_the_public_role_reads_no_case_no_person_no_account_no_key_and_no_entry() -> None:
    tables = set(connection.introspection.table_names())
    assert {"cases_case", "people_person", "people_account", "custody_scopekey"} <= tables
    with as_role("public"):
        unread = {table for table in tables if _refused(f"SELECT 1 FROM {table}")}  # noqa: S608 - names of tables
    insert_only = {"custody_entry", "custody_entrysubject", "custody_waiting"}
    assert unread == tables - (PUBLIC - insert_only)


def test_the_public_role_changes_only_what_the_mailbox_needs_and_removes_nothing() -> None:
    with as_role("public"):
        for table in connection.introspection.table_names():
            assert _refused(f"DELETE FROM {table}"), table  # noqa: S608 - names of tables
            assert _refused(f"TRUNCATE {table}"), table
        for table, column in (
            ("report", "sealed"),
            ("report", "channel"),
            ("mailbox", "verifier"),
            ("message", "sealed"),
        ):
            assert _refused(f"UPDATE reports_{table} SET {column} = NULL"), column  # noqa: S608
        assert _refused("CREATE TABLE public.mine (id integer)")
        assert _refused("INSERT INTO custody_leaf VALUES (0, 'x', 'x')")


def test_the_public_role_sends_a_report_and_does_all_that_a_code_opens() -> None:
    with as_role("public"):
        report, code = send()
        again, _ = send(code=code)
        assert report == again
        assert receipt_of(code=code)
        write(code, "one more thing")
    colleague = officer(Channel.TCI)
    opened_by(colleague, report)
    sent = answer(actor=colleague, on=NOON, report=report, content=Content(text="Where?"), form="a")
    assert not isinstance(sent, Refusal)
    with as_role("public"):
        box = open_mailbox(actor=THE_REPORTER, on=NOON, text=code.text())
        assert box
        assert box.sent == LABOUR
        assert [letter.content.text for letter in box.letters if letter.content] == ["one more thing", "Where?"]
        (number,) = box.officers
        known = become_known(
            actor=THE_REPORTER, on=NOON, code=code, name="Yonas", contact="mornings", officer=number, form="b"
        )
        assert not isinstance(known, Refusal), known
        assert not isinstance(delete_mailbox(actor=THE_REPORTER, on=NOON, code=code), Refusal)
    assert Mailbox.objects.get().closed_on
    assert Entry.objects.filter(day_only=True).count() == Waiting.objects.count() - 2


@pytest.mark.parametrize("name", ["desk", "portal"])
def test_staff_and_portal_run_acts_and_can_neither_change_the_ledger_nor_give_places(name: str) -> None:
    with as_role(name):
        _open_case()
        assert Case.objects.count() == 1
        for table in ("entry", "entrysubject", "entrydetail", "leaf", "checkpoint"):
            assert _refused(f"DELETE FROM custody_{table}")  # noqa: S608 - names of tables
        assert _refused("UPDATE custody_entry SET act = 'x'")
        assert _refused("INSERT INTO custody_leaf VALUES (0, 'x', 'x')")
        assert _refused("DELETE FROM custody_waiting")
        assert _refused("DELETE FROM django_migrations")


def test_the_portal_role_reads_no_report() -> None:
    with as_role("portal"):
        assert _refused("SELECT 1 FROM reports_report")
        assert _refused("SELECT 1 FROM reports_message")


def test_the_worker_role_gives_places_delivers_news_and_verifies() -> None:
    _open_case()
    assert OutboxEvent.objects.filter(handled_at=None).exists()
    with as_role("worker"):
        assert sequence(on=NOON) > 0
        deliver_pending(on=NOON)
        assert not OutboxEvent.objects.filter(handled_at=None).exists()
        assert _refused("UPDATE custody_leaf SET hash = ''")
        assert _refused("DELETE FROM custody_checkpoint")
        assert verify().problem is None


def test_whoever_may_not_grant_is_told_so_in_one_line() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE waarborg_desk")
    try:
        with pytest.raises(Missing, match="--roles: nothing was changed") as found:
            grant()
        assert "\n" not in str(found.value)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


def _open_case() -> None:
    opened = open_case(
        actor=THE_HOUSE, on=NOON, origin=Origin.NOTIFICATION, title="Station", region="Rotterdam", lead=Service.AVIM
    )
    assert not isinstance(opened, Refusal), opened
