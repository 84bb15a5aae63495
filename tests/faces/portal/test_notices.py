"""Notices on the portal: read, confirmed or not understood by the person's own word; what is held back is nowhere."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import done, staff
from tests.apps.interviews.holding_them import admit, day
from tests.faces.portal.stories import Story, after_an_acquittal, story, tried, words
from waarborg.apps.decisions.detaining import record_detention
from waarborg.apps.decisions.models import DetentionKind
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.models import Notice, NoticeState, RightUse
from waarborg.apps.rights.suppressing import agree_suppression, ask_suppression
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import NoticeId
from waarborg.law.steps import Form

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _read(told: Story, about: str, clear: str, role: Role = Role.VICTIM) -> int:
    pk = told.notice(about)
    page = told.browser(role).post(f"/notices/{pk}/read/", {"person": told.person, "clear": clear})
    return page.status_code


def test_m6_the_persons_own_word_makes_a_letter_told() -> None:
    told = after_an_acquittal()
    assert "I read this" in words(told.browser().get(f"/notices/{told.notice('acquittal')}/"))
    assert _read(told, "acquittal", "yes") == 303
    row = Notice.objects.get(pk=told.notice("acquittal"))
    assert (row.state, row.understood) == (NoticeState.TOLD, Answer.YES)


def test_a_letter_that_is_not_clear_is_not_told_and_the_page_says_that_somebody_explains_it() -> None:
    told = after_an_acquittal()
    assert _read(told, "acquittal", "no") == 303
    row = Notice.objects.get(pk=told.notice("acquittal"))
    assert (row.state, row.understood) == (NoticeState.SENT, Answer.NO)
    page = words(told.browser().get(f"/notices/{row.pk}/"))
    assert "You said that this is not clear. Somebody will explain it to you." in page


def test_what_was_told_long_ago_can_still_be_not_understood_and_becomes_a_question() -> None:
    told = after_an_acquittal()
    assert _read(told, "first_contact", "no") == 303
    assert RightUse.objects.get(person=told.person, right="information").state == "asked"


def test_a_lawyer_reads_and_cannot_say_that_the_person_did() -> None:
    told = after_an_acquittal()
    assert "I read this" not in words(told.browser(Role.LAWYER).get(f"/notices/{told.notice('acquittal')}/"))
    _read(told, "acquittal", "yes", Role.LAWYER)
    assert Notice.objects.get(pk=told.notice("acquittal")).state == NoticeState.SENT


def test_m8_the_letter_says_that_support_goes_on_and_reads_in_dutch_too() -> None:
    told = after_an_acquittal()
    browser = told.browser()
    browser.cookies["portal_language"] = "nl"
    page = words(browser.get(f"/notices/{told.notice('acquittal')}/", headers={"accept-language": "nl"}))
    assert "Uw steun gaat door." in page


def test_the_notice_of_somebody_else_is_refused_and_entered() -> None:
    told, other = after_an_acquittal(), story()
    pk = told.notice("acquittal")
    assert other.browser().get(f"/notices/{pk}/").status_code == 403
    assert tried(pk).refusal


def _released(told: Story, *, sent: bool) -> NoticeId:
    told.prosecute(day(-60))
    told.convict(day(-50))
    done(
        record_detention(
            actor=told.world.prosecutor,
            on=day(-5),
            suspect=told.suspect,
            kind=DetentionKind.LEAVE,
            known_at=day(-5),
            words="On Friday he has his first leave.",
        )
    )
    pk = told.notice("leave")
    if sent:
        told.send("leave", day(-4))
    return pk


def test_what_is_only_due_is_not_shown() -> None:
    told = story()
    pk = _released(told, sent=False)
    assert told.browser().get(f"/notices/{pk}/").status_code == 403
    assert "prison" not in words(told.browser().get("/"))


def test_a_notice_that_is_held_back_is_nowhere_on_the_portal() -> None:
    told = story()
    pk = _released(told, sent=False)
    second = staff(Role.PROSECUTION_STAFF, service=Service.PROSECUTION_SERVICE)
    admit(told.world.case, second, told.world.prosecutor, on=day(-6))
    done(
        ask_suppression(
            actor=told.world.prosecutor,
            on=day(-4),
            notice=pk,
            risk="Her brother threatened him.",
            review_on=day_of(day(20)),
        )
    )
    done(agree_suppression(actor=second, on=day(-3), notice=pk))
    browser = told.browser()
    for path in ("/", "/looked/", "/support/", "/interviews/"):
        page = words(browser.get(path))
        assert "prison" not in page, path
        assert "brother" not in page, path
        assert str(pk) not in browser.get(path).content.decode(), path
    held, unknown = browser.get(f"/notices/{pk}/"), browser.get(f"/notices/{NoticeId.new()}/")
    assert (held.status_code, words(held)) == (unknown.status_code, words(unknown))


def test_a_letter_in_another_language_offers_an_interpreter() -> None:
    told = after_an_acquittal()
    assert Notice.objects.get(pk=told.notice("acquittal")).form == Form.WRITTEN
    page = words(told.browser().get(f"/notices/{told.notice('acquittal')}/"))
    assert "An interpreter can read it to you in Romanian, for free." in page
