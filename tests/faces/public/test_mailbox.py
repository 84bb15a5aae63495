"""The mailbox pages: only the code opens them, and what was typed stays."""

from __future__ import annotations

import secrets
from dataclasses import replace
from io import BytesIO

import pytest
from django.test import Client, override_settings

from tests.apps.reports.officers import LABOUR, MONDAY, officer, opened_by, send
from tests.faces.public.asking import Page, carried, press, said
from waarborg.apps.reports.content import Attachment, Content
from waarborg.apps.reports.models import Mailbox, Message, MessageKind, Report
from waarborg.apps.reports.opening import answer
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import Channel
from waarborg.kernel.errors import Refusal

pytestmark = pytest.mark.django_db


def inside(client: Client, code: ReceiptCode) -> Page:
    return client.post("/mailbox/", {"code": code.text(), "go": "open"})


def answered(text: str = "How many people?") -> ReceiptCode:
    """A report to which an officer has written."""
    report, code = send()
    tci = officer(Channel.TCI)
    with override_settings(PROGRAM="desk"):
        opened_by(tci, report)
        sent = answer(actor=tci, on=MONDAY, report=report, content=Content(text=text), form=secrets.token_hex(4))
    assert not isinstance(sent, Refusal)
    return code


def test_a_wrong_code_and_an_unknown_one_get_word_for_word_the_same_page(client: Client) -> None:
    send()
    wrong, unknown = (client.post("/mailbox/", {"code": code, "go": "open"}) for code in ("x", "x"))
    unknown = client.post("/mailbox/", {"code": ReceiptCode.new().text(), "go": "open"})
    assert wrong.status_code == unknown.status_code == 422
    assert said(wrong) == said(unknown)
    assert "This code does not open a mailbox." in said(wrong)


def test_the_code_that_was_typed_stays_in_the_field(client: Client) -> None:
    page = client.post("/mailbox/", {"code": "almost right", "go": "open"})
    assert 'value="almost right"' in page.content.decode()


def test_an_empty_mailbox_says_that_this_is_normal(client: Client) -> None:
    _report, code = send()
    assert "Nothing new in your mailbox. That is normal." in said(inside(client, code))


def test_a_message_is_sent_once_and_a_changed_one_is_a_second(client: Client) -> None:
    page = inside(client, answered())
    assert "How many people?" in said(page)
    for text in ("Four", "Four", "Four or five"):
        sent = press(client, page, "/mailbox/", text=text, go="write")
        assert "Your message is locked and sent." in said(sent)
    assert Message.objects.filter(from_reporter=True).count() == 2


def test_an_empty_message_is_not_sent(client: Client) -> None:
    page = press(client, inside(client, answered()), "/mailbox/", text=" ", go="write")
    assert page.status_code == 422
    assert "There is no text and no file in your message yet." in said(page)
    assert Message.objects.filter(from_reporter=True).count() == 0


def test_a_text_that_was_begun_survives_a_look_at_another_page(client: Client) -> None:
    page = inside(client, answered())
    page = press(client, page, "/mailbox/", text="I was just", go="ready")
    assert "I am ready to talk" in said(page)
    page = press(client, page, "/mailbox/", go="inside")
    assert "I was just" in page.content.decode()


def test_a_language_can_be_changed_inside_without_losing_anything(client: Client) -> None:
    page = inside(client, answered())
    page = client.post(
        "/nl/mailbox/", {"code": answered().text(), "page": "ready", "contact": "after six", "language": "nl"}
    )
    assert "Ik wil praten" in said(page)
    assert "after six" in page.content.decode()


def test_ready_to_talk_is_told_to_the_team(client: Client) -> None:
    page = press(client, inside(client, answered()), "/mailbox/", go="ready")
    missing = press(client, page, "/mailbox/", go="send-ready")
    assert "Write how and when they can reach you safely." in said(missing)
    done = press(client, page, "/mailbox/", contact="Sunday at ten", go="send-ready")
    assert "The team can now see that you are ready to talk." in said(done)
    assert Message.objects.filter(kind=MessageKind.READY_TO_TALK).count() == 1


@pytest.mark.parametrize("word", ["known", "Bekend", " “known”. "])
def test_becoming_known_takes_a_typed_word(client: Client, word: str) -> None:
    page = press(client, inside(client, answered()), "/mailbox/", go="known")
    assert "It cannot be undone." in said(page)
    typed = {"officer": "1", "name": "A. Example", "go": "send-known"}
    missing = press(client, page, "/mailbox/", **typed, word="yes")
    assert "Type the word “known”." in said(missing)
    assert "A. Example" in missing.content.decode()
    assert Report.objects.get().known_to is None
    done = press(client, page, "/mailbox/", **typed, word=word)
    assert "One officer can now read who you are." in said(done)
    assert Report.objects.get().known_to is not None


def test_nobody_is_offered_to_become_known_to_before_an_officer_wrote(client: Client) -> None:
    _report, code = send()
    page = inside(client, code)
    assert "once an officer has written to you" in said(page)
    assert 'value="known"' not in page.content.decode()
    forced = client.post(
        "/mailbox/", {"code": code.text(), "officer": "1", "name": "A.", "word": "known", "go": "send-known"}
    )
    assert forced.status_code == 422
    assert Report.objects.get().known_to is None


def test_deleting_takes_a_typed_word_and_then_the_code_opens_nothing(client: Client) -> None:
    code = answered()
    page = press(client, inside(client, code), "/mailbox/", go="delete")
    assert "Type the word “delete”." in said(press(client, page, "/mailbox/", word="", go="send-delete"))
    done = press(client, page, "/mailbox/", word="delete", go="send-delete")
    assert "Your mailbox is deleted" in said(done)
    assert Mailbox.objects.get().closed_on is not None
    assert "This code does not open a mailbox." in said(inside(client, code))


def test_a_file_comes_out_as_it_went_in_and_is_never_opened_in_the_page(client: Client) -> None:
    photo = Attachment(name='x".html', type="text/html", data=b"<script>alert(1)</script>")
    _report, code = send(replace(LABOUR, attachments=(photo,)))
    answer_ = client.post("/mailbox/", {"code": code.text(), "file": "0.0"})
    assert b"".join(answer_.streaming_content) == photo.data  # type: ignore[attr-defined]
    assert answer_.headers["Content-Disposition"].startswith("attachment")
    assert answer_.headers["Content-Type"] == "application/octet-stream"
    assert answer_.headers["X-Content-Type-Options"] == "nosniff"
    for nonsense in ("9.9", "", "0", "0.x"):
        assert "My mailbox" in said(client.post("/mailbox/", {"code": code.text(), "file": nonsense}))


def test_files_too_large_are_named_and_the_text_stays(client: Client) -> None:
    large = BytesIO(bytes(9 * 1024 * 1024))
    large.name = "film.mp4"
    page = press(client, inside(client, answered()), "/mailbox/", text="see the film", added=[large], go="write")
    assert "Too large: film.mp4." in said(page)
    assert "see the film" in page.content.decode()


def test_closing_leaves_nothing_and_asks_the_browser_to_forget(client: Client) -> None:
    page = press(client, inside(client, answered()), "/mailbox/", go="close")
    assert (page.status_code, page.headers["Location"]) == (303, "/mailbox/")
    assert page.headers["Clear-Site-Data"] == '"cache"'
    assert not client.cookies


def test_the_code_is_in_no_address_of_the_open_mailbox(client: Client) -> None:
    code = answered()
    page = inside(client, code)
    links = page.content.decode().split('href="')[1:]
    assert not any(code.groups()[0] in link.split('"')[0] for link in links)


def test_a_name_of_nothing_but_spaces_is_no_name(client: Client) -> None:
    page = press(client, inside(client, answered()), "/mailbox/", go="known")
    missing = press(client, page, "/mailbox/", officer="1", name="   ", word="known", go="send-known")
    assert "Write what the officer may call you." in said(missing)
    assert Report.objects.get().known_to is None


def test_the_page_that_asks_for_a_code_changes_its_language_without_losing_it(client: Client) -> None:
    page = client.post("/nl/mailbox/", {"page": "code", "code": "half a code", "language": "nl"})
    assert page.status_code == 200
    assert "Je code" in said(page)
    assert 'value="half a code"' in page.content.decode()


def test_a_text_outlives_a_mailbox_that_was_deleted_meanwhile_and_a_fault_of_ours(client: Client) -> None:
    code = answered()
    page = inside(client, code)
    Message.objects.update(sealed=b"broken")
    fault = press(client, page, "/mailbox/", text="written for nothing?", go="write")
    assert "that is our fault. Your text is still here." in said(fault)
    assert carried(fault)["text"] == "written for nothing?"
    Mailbox.objects.update(closed_on=MONDAY.date())
    gone = press(client, page, "/mailbox/", text="written for nothing?", go="write")
    assert "This code does not open a mailbox." in said(gone)
    assert carried(gone)["text"] == "written for nothing?"
