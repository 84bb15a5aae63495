"""The six steps: what was typed is never lost, never in an address, and sent once."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client

from tests.faces.public.asking import carried, last_step, press, said
from waarborg.apps.reports.content import FILES_AT_MOST
from waarborg.apps.reports.models import Message, Report
from waarborg.faces.public.report import LAST, STEPS

pytestmark = pytest.mark.django_db


def test_every_step_can_be_skipped_and_the_report_still_finds_a_door(client: Client) -> None:
    """M14: an anonymous report of any kind can go to Meld Misdaad Anoniem."""
    page = client.get("/report/")
    for _step in (1, 2, 3):
        page = press(client, page, go="skip")
    assert "Meld Misdaad Anoniem" in said(page)
    page = press(client, page, door="meld_misdaad_anoniem", go="next")
    page = press(client, page, text="I saw it at the station", go="next")
    page = press(client, page, go="send")
    assert "Keep this code" in said(page)
    assert Report.objects.get().channel == "meld_misdaad_anoniem"


@pytest.mark.parametrize(
    ("about", "naming", "door", "also"),
    [
        (["labour"], "no", "TCI", "Meld Misdaad Anoniem"),
        (["labour"], "later", "TCI", "Meld Misdaad Anoniem"),
        (["sexual"], "no", "Meld Misdaad Anoniem", ""),
        (["labour"], "yes", "The Netherlands Labour Authority", "AVIM"),
        (["sexual", "labour"], "yes", "AVIM", "The Netherlands Labour Authority"),
    ],
)
def test_the_door_is_shown_with_its_reason_before_any_text_is_asked_for(
    client: Client, about: list[str], naming: str, door: str, also: str
) -> None:
    """M11, M12, M13, M14: the reporter sees who will read it, why, and what else there is."""
    page = press(client, client.get("/report/"), go="skip")
    page = press(client, page, about=about, go="next")
    page = press(client, page, who="witness", naming=naming, go="next")
    words = said(page)
    assert f"Your door {door}" in words
    assert "Why this door? Because" in words
    assert also in words
    assert "Reporting human trafficking offences" in words
    assert "<textarea" not in page.content.decode() or naming == "yes"


def test_danger_now_leads_to_112_before_anything_else(client: Client) -> None:
    page = press(client, client.get("/report/"), danger="yes", go="next")
    assert "Call 112 first" in said(page)
    assert 'href="tel:112"' in page.content.decode()
    page = press(client, page, go="to-2")
    assert "What is it about?" in said(page)
    assert carried(page)["danger"] == "yes"


def test_no_answer_at_all_is_told_kindly_and_marks_the_title(client: Client) -> None:
    page = press(client, client.get("/report/"), go="next")
    assert page.status_code == 422
    assert "Choose one answer, or choose “I would rather not say”." in said(page)
    assert "<title>Problem: Step 1 of 6" in page.content.decode()


def test_a_name_is_sent_only_where_the_reporter_gave_it(client: Client) -> None:
    page = last_step(
        client, about=["labour"], naming="yes", door="labour_inspectorate", name="A. Example", contact="after six"
    )
    assert "A. Example" in said(page)
    page = press(client, page, go="to-4")
    page = press(client, page, door="unnamed", go="next")
    page = press(client, page, door="tci", go="next")
    page = press(client, page, go="next")
    assert "A. Example" not in said(page)
    press(client, page, go="send")
    assert Report.objects.get().named is False


def test_a_name_that_was_promised_and_is_missing_is_asked_for_at_the_end_too(client: Client) -> None:
    page = last_step(client)
    page = client.post("/report/", {**carried(page), "naming": "yes", "door": "labour_inspectorate", "go": "send"})
    assert page.status_code == 422
    assert "Write your name, or choose to give no name below." in said(page)
    assert carried(page)["text"] == "behind the greenhouse"
    assert Report.objects.count() == 0


def test_a_name_of_nothing_but_spaces_is_asked_for_again(client: Client) -> None:
    page = last_step(client)
    page = client.post(
        "/report/", {**carried(page), "naming": "yes", "door": "labour_inspectorate", "name": "  ", "go": "send"}
    )
    assert "Write your name, or choose to give no name below." in said(page)


def test_back_and_change_keep_what_was_typed_on_the_page(client: Client) -> None:
    page = press(client, last_step(client), go="to-5")
    page = press(client, page, text="half a sentence\nand more", go="to-2")
    assert carried(page)["text"] == "half a sentence\nand more"
    assert 'value="labour"' in page.content.decode()


def test_another_language_shows_the_same_step_with_the_same_answers(client: Client) -> None:
    page = press(client, last_step(client), go="to-5")
    page = client.post("/nl/report/", {**carried(page), "text": "typed just now", "language": "nl"})
    assert "Vertel het zoals je wilt" in said(page)
    assert "typed just now" in page.content.decode()
    assert page.headers["Content-Language"] == "nl"


def test_stopping_sends_nothing_and_asks_the_browser_to_forget(client: Client) -> None:
    page = press(client, last_step(client), go="stop")
    assert (page.status_code, page.headers["Location"]) == (303, "/")
    assert page.headers["Clear-Site-Data"] == '"cache"'
    assert Report.objects.count() == 0


def test_the_same_page_sent_twice_is_one_report_with_the_same_code(client: Client) -> None:
    page = last_step(client)
    first, second = (press(client, page, go="send") for _ in range(2))
    assert carried(first)["code"] == carried(second)["code"] == carried(page)["code"]
    assert Report.objects.count() == 1


def test_a_page_that_was_changed_after_it_was_sent_adds_to_the_report(client: Client) -> None:
    page = last_step(client)
    press(client, page, go="send")
    again = client.post("/report/", {**carried(page), "text": "and one thing more", "go": "send"})
    assert "You had sent this report before." in said(again)
    assert (Report.objects.count(), Message.objects.count()) == (1, 1)


def test_a_page_sent_again_to_another_door_keeps_the_text_and_gets_a_code_of_its_own(client: Client) -> None:
    page = last_step(client)
    press(client, page, go="send")
    again = client.post("/report/", {**carried(page), "door": "meld_misdaad_anoniem", "go": "send"})
    assert again.status_code == 409
    assert "The first report is at TCI" in said(again)
    assert carried(again)["text"] == "behind the greenhouse"
    assert carried(again)["code"] != carried(page)["code"]
    assert "Keep this code" in said(press(client, again, go="send"))
    assert Report.objects.count() == 2


def test_an_empty_report_is_not_sent(client: Client) -> None:
    page = last_step(client, about=["unknown"], door="meld_misdaad_anoniem", text=" ")
    page = client.post(
        "/report/", {key: value for key, value in carried(page).items() if key != "about"} | {"go": "send"}
    )
    assert page.status_code == 422
    assert "One sentence is enough." in said(page)


def test_a_text_that_is_too_long_comes_back_whole_with_its_length(client: Client) -> None:
    page = press(client, last_step(client), go="to-5")
    page = press(client, page, text="x" * 50_001, go="next")
    assert page.status_code == 422
    assert "This has 50001 characters. It can have at most 50000." in said(page)
    assert "x" * 50_001 in page.content.decode()
    page = client.post("/report/", {**carried(last_step(client)), "text": "y" * 50_001, "go": "send"})
    assert page.status_code == 422
    assert "y" * 50_001 in page.content.decode()


def test_files_that_are_too_large_are_named_and_no_text_is_lost(client: Client) -> None:
    large, small = BytesIO(bytes(FILES_AT_MOST + 1)), BytesIO(b"small")
    large.name, small.name = "film.mp4", "note.txt"
    page = press(client, last_step(client), added=[large, small], go="send")
    assert page.status_code == 422
    assert "Too large: film.mp4." in said(page)
    assert "Choose your files again." in said(page)
    assert carried(page)["text"] == "behind the greenhouse"
    assert Report.objects.count() == 0


def test_more_files_than_ten_are_not_sent(client: Client) -> None:
    files = [BytesIO(b"x") for _ in range(11)]
    for number, file in enumerate(files):
        file.name = f"{number}.txt"
    page = press(client, last_step(client), added=files, go="send")
    assert "You can send at most 10 files." in said(page)
    assert carried(page)["text"] == "behind the greenhouse"


def test_a_fault_of_ours_says_so_and_gives_the_text_back(client: Client) -> None:
    page = last_step(client)
    (settings.INSTALLATION.data / "doors" / "tci.recipients").unlink()
    page = press(client, page, go="send")
    assert page.status_code == 500
    assert "This did not work, and that is our fault. Your text is still here." in said(page)
    assert carried(page)["text"] == "behind the greenhouse"
    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    "nonsense",
    [
        {},
        {"step": "99", "go": "next"},
        {"step": "-1", "go": "to-400"},
        {"step": "6", "go": "send", "code": "nonsense", "text": "kept"},
        {"step": "4", "go": "next", "door": "the moon"},
        {"step": "2", "go": "next", "about": "moonlight"},
        {"step": "1", "go": "next", "danger": "\x00"},
        {"step": "3", "go": "nothing", "naming": "maybe", "who": "'; DROP TABLE"},
    ],
)
def test_nonsense_gets_a_page_and_never_a_trace(client: Client, nonsense: dict[str, str]) -> None:
    page = client.post("/report/", nonsense)
    assert page.status_code in {200, 422}
    assert "Traceback" not in page.content.decode()
    assert nonsense.get("text", "") in page.content.decode()
    assert Report.objects.count() == 0


def test_nothing_typed_stands_in_an_address_a_cookie_or_a_page_that_may_be_kept(client: Client) -> None:
    """M15: neither the browser nor anything between keeps an answer."""
    page = press(client, last_step(client), go="send")
    assert page.request["PATH_INFO"] == "/report/"
    assert page.request["QUERY_STRING"] == ""
    assert not client.cookies
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"


def test_markup_in_an_answer_is_shown_and_not_obeyed(client: Client) -> None:
    page = last_step(client, text='<script>alert("x")</script>')
    assert "<script>alert" not in page.content.decode()
    assert '<script>alert("x")</script>' in said(page)


def test_the_steps_are_numbered_as_they_are_told() -> None:
    assert [step.number for step in STEPS] == [1, 2, 3, 4, 5, LAST]
