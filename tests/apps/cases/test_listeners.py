"""An account that was ended needs to know nothing any more, however often that is told."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import NOON, case_by, detective, done, staff
from waarborg.apps.cases import access
from waarborg.apps.cases.listeners import end_needs
from waarborg.apps.cases.models import NeedToKnow
from waarborg.apps.people.accounts import deactivate
from waarborg.kernel.actors import THE_HOUSE, Role
from waarborg.kernel.events import Event
from waarborg.kernel.ids import CaseId


@pytest.mark.django_db
def test_needs_to_know_of_an_ended_account_end_once_and_others_stay() -> None:
    actor, leader = detective(), staff(Role.TEAM_LEADER)
    cases = [CaseId(case_by(actor).pk) for _ in range(2)]
    done(access.grant_need(actor=actor, on=NOON, case=cases[0], account=leader.id, reason="Leads."))
    done(deactivate(actor=THE_HOUSE, on=NOON, account=actor.id))
    told = Event(name="account.deactivated", subjects=(actor.id,), at=NOON, by=THE_HOUSE.id)
    for _ in range(2):
        end_needs(told)
    assert not NeedToKnow.objects.filter(account=actor.id, until=None).exists()
    assert NeedToKnow.objects.filter(account=leader.id, until=None).count() == 1
