from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings

from tests.apps.cases.acting import case_by, done
from tests.apps.reports.officers import LABOUR, MONDAY, send, write
from tests.faces.desk.at_the_desk import at_doors, browser_of, entries, form_id, words
from waarborg.apps.cases.models import Case, TakenReport
from waarborg.apps.custody.models import Outcome
from waarborg.apps.reports.content import Attachment, Content
from waarborg.apps.reports.handover import offer
from waarborg.apps.reports.mailbox import become_known, open_mailbox
from waarborg.apps.reports.models import HandOver, Message, Report, ReportState
from waarborg.apps.reports.opening import answer, open_report
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import THE_REPORTER, Actor, Channel, Role
from waarborg.kernel.ids import ReportId

pytestmark = pytest.mark.django_db


def _opened(actor: Actor, report: ReportId) -> None:
    done(open_report(actor=actor, on=MONDAY, report=report))


def test_an_empty_inbox_says_that_this_is_normal() -> None:
    said = words(browser_of(at_doors(Channel.TCI)).get("/reports/"))
    assert "Nothing waits at your doors. That is normal." in said


def test_the_inbox_shows_what_is_visible_of_a_sealed_report_and_nothing_more() -> None:
    send(LABOUR)
    said = words(browser_of(at_doors(Channel.TCI)).get("/reports/"))
    for part in ("30 Nov 2026", "TCI", "Web", "Sealed", "English", "New"):
        assert part in said
    assert LABOUR.text not in said


def test_nobody_sees_reports_of_another_door_and_trying_is_entered() -> None:
    report, _code = send(LABOUR)
    officer = at_doors(Channel.AVIM)
    browser = browser_of(officer)
    assert "30 Nov 2026" not in words(browser.get("/reports/"))
    answered = browser.get(f"/reports/{report}/")
    assert answered.status_code == 403
    assert "It is not at a door where you work." in words(answered)
    (entry,) = entries("report.open", officer)
    assert (entry.outcome, entry.subjects) == (Outcome.REFUSED, report)


def test_a_report_stays_sealed_until_somebody_says_to_open_it() -> None:
    report, _code = send(LABOUR)
    officer = at_doors(Channel.TCI)
    browser = browser_of(officer)
    before = browser.get(f"/reports/{report}/")
    assert "Opening is written down, with your name." in words(before)
    assert LABOUR.text not in words(before)
    assert Report.objects.get(pk=report).state == ReportState.NEW
    assert entries("report.open", officer) == []
    assert browser.post(f"/reports/{report}/").status_code == 303
    assert LABOUR.text in words(browser.get(f"/reports/{report}/"))
    assert len(entries("report.open", officer)) == 2


def test_a_report_is_read_as_the_reporter_answered_it_and_what_was_not_said_is_no_no() -> None:
    content = Content(about=("sexual",), named=True, name="Ana", contact="after six", text="It is about a house.")
    report, _code = send(content, channel=Channel.AVIM)
    officer = at_doors(Channel.AVIM)
    _opened(officer, report)
    said = words(browser_of(officer).get(f"/reports/{report}/"))
    assert "Sexual exploitation" in said
    assert "Somebody in danger now Not said" in said
    assert "Who tells it Not said" in said
    assert "Ana" in said
    assert "after six" in said


def test_an_answer_goes_into_the_mailbox_once_however_often_the_form_is_sent() -> None:
    report, code = send(LABOUR)
    officer = at_doors(Channel.TCI)
    _opened(officer, report)
    browser = browser_of(officer)
    page = browser.get(f"/reports/{report}/").content.decode()
    sent = re.search(r'name="sent" value="(\w+)"', page)
    assert sent
    for _again in range(2):
        browser.post(f"/reports/{report}/answer/", {"text": "Where is it?", "sent": sent[1]})
    assert Message.objects.count() == 1
    box = open_mailbox(actor=THE_REPORTER, on=MONDAY, text=code.text())
    assert box is not None
    assert box.letters[0].content is not None
    assert box.letters[0].content.text == "Where is it?"


def test_an_empty_answer_is_said_beside_the_field() -> None:
    report, _code = send(LABOUR)
    officer = at_doors(Channel.TCI)
    _opened(officer, report)
    answered = browser_of(officer).post(f"/reports/{report}/answer/", {"text": " "})
    assert answered.status_code == 422
    assert "Write something first." in words(answered)
    assert not Message.objects.exists()


def test_a_report_is_set_aside_with_a_reason_and_brought_back() -> None:
    report, _code = send(LABOUR)
    officer = at_doors(Channel.TCI)
    _opened(officer, report)
    browser = browser_of(officer)
    assert browser.post(f"/reports/{report}/aside/", {"reason": ""}).status_code == 422
    browser.post(f"/reports/{report}/aside/", {"reason": "Nothing to go on."})
    assert "Nothing to go on." in words(browser.get(f"/reports/{report}/"))
    assert "Set aside" in words(browser.get("/reports/?show=aside"))
    browser.post(f"/reports/{report}/back/")
    assert Report.objects.get(pk=report).state == ReportState.OPENED


def test_a_file_comes_as_it_was_sent_and_is_never_shown_by_the_browser() -> None:
    file = Attachment(name="photo <1>.jpg", type="text/html", data=b"<script>")
    report, _code = send(Content(about=("labour",), text="See the photo.", attachments=(file,)))
    officer = at_doors(Channel.TCI)
    _opened(officer, report)
    browser = browser_of(officer)
    answered = browser.get(f"/reports/{report}/files/0/1/")
    assert answered.content == b"<script>"
    assert answered.headers["Content-Type"] == "application/octet-stream"
    assert answered.headers["Content-Disposition"] == 'attachment; filename="photo__1_.jpg"'
    assert browser.get(f"/reports/{report}/files/0/2/").status_code == 404
    assert browser.get(f"/reports/{report}/files/7/1/").status_code == 404


def test_who_the_reporter_is_shows_to_the_chosen_officer_and_to_nobody_else() -> None:
    report, code = send(LABOUR)
    chosen, other = at_doors(Channel.TCI, name="Officer Vos"), at_doors(Channel.TCI, name="Officer Prins")
    _opened(chosen, report)
    done(answer(actor=chosen, on=MONDAY, report=report, content=Content(text="Who are you?"), form="f1"))
    known = become_known(actor=THE_REPORTER, on=MONDAY, code=code, name="Ana", contact="evenings", officer=1, form="f2")
    assert isinstance(known, str)
    mine, theirs = (words(browser_of(each).get(f"/reports/{report}/")) for each in (chosen, other))
    assert "Ana" in mine
    assert "You. The reporter chose you, and nobody else." in mine
    assert "Ana" not in theirs
    assert "Officer Vos, whom the reporter chose. Nobody else." in theirs
    assert "For the eyes of one officer, whom the reporter chose." in theirs


def test_a_new_message_is_counted_in_the_inbox() -> None:
    report, code = send(LABOUR)
    officer = at_doors(Channel.TCI)
    _opened(officer, report)
    write(code, "One thing more.")
    assert "1 new message" in words(browser_of(officer).get("/reports/"))


def test_an_offer_is_made_accepted_and_the_sender_sees_how_it_ended() -> None:
    report, _code = send(LABOUR)
    sender, receiver = at_doors(Channel.TCI), at_doors(Channel.MELD_MISDAAD_ANONIEM)
    now = settings.INSTALLATION.clock()
    done(open_report(actor=sender, on=now, report=report))
    form = {"receiver": Channel.MELD_MISDAAD_ANONIEM.value, "reason": "No work is spoken of."}
    assert browser_of(sender).post(f"/reports/{report}/offer/", form).status_code == 303
    made = HandOver.objects.get()
    said = words(browser_of(receiver).get("/reports/"))
    assert "TCI offers you a report" in said
    assert "No work is spoken of." in said
    assert browser_of(receiver).post(f"/reports/offers/{made.pk}/accept/").status_code == 303
    assert "Accepted" in words(browser_of(sender).get("/reports/"))
    assert browser_of(sender).get(f"/reports/{report}/").status_code == 403


def test_an_offer_is_refused_only_with_a_reason_that_the_sender_reads() -> None:
    report, _code = send(LABOUR)
    sender, receiver = at_doors(Channel.TCI), at_doors(Channel.MELD_MISDAAD_ANONIEM)
    now = settings.INSTALLATION.clock()
    done(open_report(actor=sender, on=now, report=report))
    made = done(offer(actor=sender, on=now, report=report, receiver=Channel.MELD_MISDAAD_ANONIEM, reason="yours"))
    browser = browser_of(receiver)
    address = f"/reports/offers/{made.pk}/refuse/"
    assert "yours" in words(browser.get(address))
    assert browser.post(address, {"reason": ""}).status_code == 422
    assert browser.post(address, {"reason": "It is about work."}).status_code == 303
    said = words(browser_of(sender).get("/reports/"))
    assert "Refused" in said
    assert "It is about work." in said


def test_an_offer_that_nobody_answered_in_time_is_not_offered_to_be_answered() -> None:
    report, _code = send(LABOUR)
    sender, receiver = at_doors(Channel.TCI), at_doors(Channel.MELD_MISDAAD_ANONIEM)
    long_ago = settings.INSTALLATION.clock() - timedelta(hours=80)
    done(open_report(actor=sender, on=long_ago, report=report))
    made = done(offer(actor=sender, on=long_ago, report=report, receiver=Channel.MELD_MISDAAD_ANONIEM, reason="yours"))
    browser = browser_of(receiver)
    assert "offers you a report" not in words(browser.get("/reports/"))
    assert browser.post(f"/reports/offers/{made.pk}/accept/").status_code == 409


def test_an_offer_is_taken_back_by_the_sender_alone() -> None:
    report, _code = send(LABOUR)
    sender, receiver = at_doors(Channel.TCI), at_doors(Channel.MELD_MISDAAD_ANONIEM)
    now = settings.INSTALLATION.clock()
    done(open_report(actor=sender, on=now, report=report))
    made = done(offer(actor=sender, on=now, report=report, receiver=Channel.MELD_MISDAAD_ANONIEM, reason="yours"))
    assert browser_of(receiver).post(f"/reports/offers/{made.pk}/withdraw/").status_code == 403
    assert browser_of(sender).post(f"/reports/offers/{made.pk}/withdraw/").status_code == 303
    assert Report.objects.get(pk=report).state == ReportState.OPENED


def _taking(report: ReportId, **more: str) -> dict[str, str]:
    return {"text": "Ten people in a greenhouse.", "into": "new", "title": "Greenhouse", "region": "Westland", **more}


def test_a_report_is_taken_into_a_new_case_with_the_text_that_was_chosen_only() -> None:
    report, _code = send(LABOUR)
    officer = at_doors(Channel.TCI, roles=(Role.DETECTIVE,))
    _opened(officer, report)
    browser = browser_of(officer)
    form = _taking(report, form_id=form_id(browser.get(f"/reports/{report}/take/")))
    first, second = (browser.post(f"/reports/{report}/take/", form) for _again in range(2))
    case = Case.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == f"/cases/{case.pk}/"
    said = words(browser.get(f"/cases/{case.pk}/"))
    assert "Ten people in a greenhouse." in said
    assert LABOUR.text not in said


def test_a_report_is_taken_into_a_case_of_ones_own() -> None:
    report, _code = send(LABOUR)
    officer = at_doors(Channel.TCI, roles=(Role.DETECTIVE,))
    case = case_by(officer, title="Westland")
    _opened(officer, report)
    form = _taking(report, into=str(case.pk))
    assert browser_of(officer).post(f"/reports/{report}/take/", form).headers["Location"] == f"/cases/{case.pk}/"
    assert TakenReport.objects.get().case == case


def test_of_two_officers_one_takes_it_and_the_other_reads_who_did() -> None:
    report, _code = send(LABOUR)
    first, second = (at_doors(Channel.TCI, roles=(Role.DETECTIVE,), name=name) for name in ("Vos", "Prins"))
    _opened(first, report)
    browser_of(first).post(f"/reports/{report}/take/", _taking(report))
    answered = browser_of(second).post(f"/reports/{report}/take/", _taking(report))
    assert answered.status_code == 409
    assert "Vos took it over on" in words(answered)
    assert "Ten people in a greenhouse." in words(answered)
    assert Case.objects.count() == 1


def test_a_new_case_without_a_word_is_asked_for_one() -> None:
    report, _code = send(LABOUR)
    officer = at_doors(Channel.TCI, roles=(Role.DETECTIVE,))
    _opened(officer, report)
    answered = browser_of(officer).post(f"/reports/{report}/take/", _taking(report, title=""))
    assert answered.status_code == 422
    assert "Write a word by which the team knows the case." in words(answered)


def _told(**more: object) -> dict[str, object]:
    return {"came_by": "phone", "about": ["labour"], "text": "They called about a farm.", **more}


def test_a_report_by_phone_goes_to_the_door_of_the_rule_and_the_code_is_shown_once() -> None:
    officer = at_doors(Channel.AVIM)
    browser = browser_of(officer)
    door = browser.post("/reports/enter/", _told())
    said = words(door)
    assert "TCI, the criminal intelligence team" in said
    assert not Report.objects.exists()
    code = re.search(r'name="code" value="([^"]+)"', door.content.decode())
    assert code
    form = _told(go="send", door=Channel.TCI.value, code=code[1])
    first, second = (browser.post("/reports/enter/", form) for _again in range(2))
    report = Report.objects.get()
    assert (report.came_by, report.entered_by, report.channel) == ("phone", officer.id, Channel.TCI)
    assert words(first).count(code[1].split()[0]) == words(second).count(code[1].split()[0]) == 1
    box = open_mailbox(actor=THE_REPORTER, on=MONDAY, text=ReceiptCode.parse(code[1]).text())
    assert box is not None
    assert box.sent.text == "They called about a farm."
    assert box.sent.danger is None


def test_without_a_choice_of_door_nothing_is_sent_and_every_answer_is_kept() -> None:
    browser = browser_of(at_doors(Channel.AVIM))
    answered = browser.post("/reports/enter/", _told(go="send", code=ReceiptCode.new().text()))
    assert answered.status_code == 422
    assert "Choose the door. Nothing was sent yet." in words(answered)
    assert "They called about a farm." in answered.content.decode()
    back = browser.post("/reports/enter/", _told(go="change"))
    assert "They called about a farm." in words(back)
    assert 'value="labour"' in back.content.decode()
    assert not Report.objects.exists()


def test_a_name_without_the_wish_to_give_it_is_asked_about() -> None:
    browser = browser_of(at_doors(Channel.AVIM))
    answered = browser.post("/reports/enter/", _told(name="Ana"))
    assert answered.status_code == 422
    assert "There is a name." in words(answered)
    answered = browser.post("/reports/enter/", _told(named="yes"))
    assert "Write the name, or choose that they give none." in words(answered)
