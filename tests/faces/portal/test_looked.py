"""Who looked: by function, day and reason, from the ledger; what is held back leaves no trace in it."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import done, staff
from tests.apps.interviews.holding_them import day
from tests.faces.portal.stories import Story, after_an_acquittal, story, words
from waarborg.apps.cases.access import open_case
from waarborg.apps.decisions.detaining import record_detention
from waarborg.apps.decisions.models import DetentionKind
from waarborg.apps.people.models import Account
from waarborg.apps.rights.suppressing import ask_suppression
from waarborg.faces.portal.looked import recent
from waarborg.faces.portal.naming import language_called, listed, people, who_of
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _look(told: Story, actor: Actor, number: int, reason: str = "") -> object:
    return open_case(
        actor=actor, on=day(number), case=told.case, what="person.read", persons=(told.person,), reason=reason
    )


def test_each_look_is_told_by_function_day_and_reason() -> None:
    told = story()
    Account.objects.filter(pk=told.world.asker.id).update(service=Service.AVIM)
    done(_look(told, told.world.asker, -3))
    done(_look(told, told.carer, -2))
    supervisor = staff(Role.SUPERVISOR, service=Service.OVERSIGHT)
    done(_look(told, supervisor, -1, "A question about how often you were heard."))
    page = words(told.browser().get("/looked/"))
    assert "27 November 2026 a detective, AVIM your file Because it is their work in your case." in page
    assert "28 November 2026 your care coordinator your file" in page
    assert "A question about how often you were heard." in page
    assert "A colleague" not in page, "by function, not by name"


def test_the_first_page_counts_them_in_words() -> None:
    told = story()
    done(_look(told, told.world.asker, -3))
    done(_look(told, told.carer, -2))
    home = words(told.browser().get("/"))
    assert "This month: two people. That is your care coordinator and a detective." in home


def test_who_was_kept_out_is_told_too() -> None:
    told = story()
    assert isinstance(_look(told, staff(Role.DETECTIVE), -1), Refusal)
    # Such an entry names the case; somebody on the portal who asked for this very person is named with them.
    assert story().browser().post("/whose/", {"person": told.person}).status_code == 403
    assert "This person was not let in." in words(told.browser().get("/looked/"))


def test_while_news_is_held_back_no_reason_that_was_typed_since_is_told_and_nothing_says_so() -> None:
    told = story()
    told.prosecute(day(-60))
    told.convict(day(-50))
    done(
        record_detention(
            actor=told.world.prosecutor,
            on=day(-5),
            suspect=told.suspect,
            kind=DetentionKind.LEAVE,
            known_at=day(-5),
            words="On Friday.",
        )
    )
    done(
        ask_suppression(
            actor=told.world.prosecutor,
            on=day(-4),
            notice=told.notice("leave"),
            risk="Her brother threatened him.",
            review_on=day_of(day(20)),
        )
    )
    supervisor = staff(Role.SUPERVISOR, service=Service.OVERSIGHT)
    done(_look(told, supervisor, -6, "A yearly check."))
    done(_look(told, supervisor, -1, "Looking at the leave that is held back."))
    page = words(told.browser().get("/looked/"))
    assert "A yearly check." in page
    assert "held back" not in page
    assert "29 November 2026 somebody who checks the work your file Because it is their work" in page
    ordinary = words(after_an_acquittal().browser().get("/looked/"))
    missing = "While an investigation runs, some things may be shown only later."
    assert missing in page
    assert missing in ordinary


def test_people_are_counted_and_listed_in_words() -> None:
    assert (people(0).en, people(3).nl, people(12).en) == ("nobody", "drie mensen", "12 people")
    assert listed([]).en == ""
    assert listed(["a", "b", "c"]).nl == "a, b en c"
    assert who_of((Role.DETECTIVE, Role.TEAM_LEADER)).en == "a team leader"
    assert recent((), own=AccountId.new(), on=day(0)).count.en == "nobody"


def test_languages_are_named_also_those_that_few_systems_know() -> None:
    assert (language_called("ro").en, language_called("ro").nl) == ("Romanian", "Roemeens")
    assert language_called("ti").nl == "Tigrinya"
    assert language_called("xx-yy").en == "xx-yy"
