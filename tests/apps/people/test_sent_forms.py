"""Forms that were sent already."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session

from tests.faces.signing import member
from waarborg.apps.people import listeners, sent_forms
from waarborg.apps.people.models import SentForm
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import AccountId

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def test_a_form_is_taken_once_and_then_answers_as_it_did() -> None:
    account = AccountId(member(Role.DETECTIVE).pk)
    assert sent_forms.claim(account=account, form="a1", on=NOW) is None
    sent_forms.keep_answer(account=account, form="a1", address="/cases/")
    assert sent_forms.claim(account=account, form="a1", on=NOW) == "/cases/"


def test_a_form_of_one_account_is_not_that_of_another() -> None:
    one, other = (AccountId(member(Role.DETECTIVE).pk) for _ in range(2))
    sent_forms.claim(account=one, form="a1", on=NOW)
    assert sent_forms.claim(account=other, form="a1", on=NOW) is None


def test_a_form_that_was_released_can_be_sent_again() -> None:
    account = AccountId(member(Role.DETECTIVE).pk)
    sent_forms.claim(account=account, form="a1", on=NOW)
    sent_forms.release(account=account, form="a1")
    assert sent_forms.claim(account=account, form="a1", on=NOW) is None


def test_old_forms_and_sessions_that_ended_are_forgotten() -> None:
    account = AccountId(member(Role.DETECTIVE).pk)
    sent_forms.claim(account=account, form="old", on=NOW - sent_forms.KEPT - timedelta(seconds=1))
    sent_forms.claim(account=account, form="new", on=NOW)
    for key, until in (("ended", NOW - timedelta(seconds=1)), ("runs", NOW + timedelta(hours=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=until)
    listeners.forget_sent_forms(NOW)
    listeners.clear_sessions(NOW)
    assert list(SentForm.objects.values_list("form", flat=True)) == ["new"]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["runs"]
