"""Recordings at the desk: added as real files, and opened with a reason that is written down first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import StreamingHttpResponse
from django.test import Client

from tests.apps.interviews.holding_them import World, certified, day, world
from tests.faces.desk.interviewing import browser_of, desk_at, words
from tests.recordings import recording
from waarborg.apps.custody.models import Entry
from waarborg.apps.interviews.models import Medium
from waarborg.kernel.ids import InterviewId, ObjectId

pytestmark = pytest.mark.django_db
ON = day(-1)
SOUND = recording(4)


@pytest.fixture
def held() -> Iterator[tuple[World, InterviewId]]:
    """An interview of twenty seconds that ended; the desk is open a day later."""
    with desk_at(day(0)):
        made = world()
        pk = made.planned(ON)
        made.held(pk, ON)
        yield made, pk


def sent(content: bytes, name: str = "recorder 1.wav", **more: str) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content), **more}


def added(client: Client, pk: InterviewId) -> Medium:
    assert client.post(f"/interviews/{pk}/recordings/", sent(SOUND, begins="10:00:00")).status_code == 303
    return Medium.objects.get()


def played(client: Client, address: str, **headers: str) -> tuple[StreamingHttpResponse, bytes]:
    answer = client.get(address, headers=headers)
    assert isinstance(answer, StreamingHttpResponse)
    return answer, b"".join(answer)


def test_a_real_file_is_kept_and_what_is_in_it_is_said_in_words(held: tuple[World, InterviewId]) -> None:
    made, pk = held
    client = browser_of(made.asker)
    medium = added(client, pk)
    assert medium.begins_at == ON
    shown = words(client.get(f"/interviews/{pk}/close/"))
    assert "The recording is locked and in the vault." in shown
    assert "recorder 1.wav" in shown
    assert "Sound, 0:04. No image. The file is as it was stored." in shown


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (recording(3, tone=False), "A sound track that is silent."),
        (recording(3, lit=False), "An image that is black."),
        (recording(3, tone=None, lit=True), "No sound track. Image, 0:03."),
    ],
)
def test_silent_black_and_missing_tracks_are_said(held: tuple[World, InterviewId], content: bytes, said: str) -> None:
    made, pk = held
    client = browser_of(made.asker)
    client.post(f"/interviews/{pk}/recordings/", sent(content, "r.mkv"))
    assert said in words(client.get(f"/interviews/{pk}/close/"))


def test_what_is_no_recording_is_refused_in_place_and_nothing_is_kept(held: tuple[World, InterviewId]) -> None:
    made, pk = held
    client = browser_of(made.asker)
    refused = client.post(f"/interviews/{pk}/recordings/", sent(b"a letter", "r.mkv"))
    assert refused.status_code == 409
    assert "It is no sound or image that we can play." in words(refused)
    assert client.post(f"/interviews/{pk}/recordings/", {}).status_code == 422
    assert client.post(f"/interviews/{pk}/recordings/", sent(SOUND, begins="soon")).status_code == 422
    assert not Medium.objects.exists()


def test_a_file_whose_beginning_nobody_knows_is_kept_so(held: tuple[World, InterviewId]) -> None:
    made, pk = held
    browser_of(made.asker).post(f"/interviews/{pk}/recordings/", sent(SOUND, begins=""))
    assert Medium.objects.get().begins_at is None


def opened(client: Client, pk: InterviewId, medium: Medium, why: str = "To hear the name again.") -> str:
    answer = client.post(f"/interviews/{pk}/recordings/{medium.object}/", {"why": why})
    assert answer.status_code == 303
    return str(answer["Location"])


def test_the_reason_is_written_down_before_anything_is_unlocked_and_nothing_plays_by_itself(
    held: tuple[World, InterviewId],
) -> None:
    made, pk = held
    client = browser_of(made.asker)
    medium = added(client, pk)
    address = f"/interviews/{pk}/recordings/{medium.object}/"
    assert "<audio" not in client.get(address).content.decode()
    assert client.post(address, {"why": " "}).status_code == 422
    assert not Entry.objects.filter(act="object.play").exists()
    page = client.get(opened(client, pk, medium)).content.decode()
    assert Entry.objects.filter(act="object.play", outcome="consulted").count() == 1
    assert '<audio controls preload="none"' in page
    assert "autoplay" not in page


def test_one_viewing_is_one_entry_whatever_parts_the_browser_asks_for(held: tuple[World, InterviewId]) -> None:
    made, pk = held
    client = browser_of(made.asker)
    address = opened(client, pk, added(client, pk)) + "bytes/"
    whole, content = played(client, address)
    assert (whole.status_code, content) == (200, SOUND)
    for asked, part, said in (
        ("bytes=0-9", SOUND[:10], f"bytes 0-9/{len(SOUND)}"),
        ("bytes=100-", SOUND[100:], f"bytes 100-{len(SOUND) - 1}/{len(SOUND)}"),
        ("bytes=-7", SOUND[-7:], f"bytes {len(SOUND) - 7}-{len(SOUND) - 1}/{len(SOUND)}"),
    ):
        answer, content = played(client, address, range=asked)
        assert (answer.status_code, content, answer["Content-Range"]) == (206, part, said)
    assert client.get(address, headers={"range": f"bytes={len(SOUND)}-"}).status_code == 416
    assert Entry.objects.filter(act="object.play").count() == 1


def test_a_download_has_the_name_of_the_file(held: tuple[World, InterviewId]) -> None:
    made, pk = held
    client = browser_of(made.asker)
    answer, _ = played(client, opened(client, pk, added(client, pk)) + "bytes/?keep")
    assert answer["Content-Disposition"] == 'attachment; filename="recorder 1.wav"'
    assert answer["Cache-Control"] == "no-store"


def test_the_entry_of_somebody_else_opens_nothing(held: tuple[World, InterviewId]) -> None:
    made, pk = held
    client = browser_of(made.asker)
    address = opened(client, pk, added(client, pk)) + "bytes/"
    assert browser_of(made.second).get(address).status_code == 409
    assert browser_of(certified("trafficking")).get(address).status_code == 403
    with desk_at(day(2)):
        assert browser_of(made.asker).get(address).status_code == 409


def test_a_recording_of_another_interview_is_not_there(held: tuple[World, InterviewId]) -> None:
    made, pk = held
    client = browser_of(made.asker)
    medium = added(client, pk)
    other = made.planned(day(3))
    assert client.get(f"/interviews/{other}/recordings/{medium.object}/").status_code == 404
    why = {"why": "To look."}
    assert client.post(f"/interviews/{other}/recordings/{medium.object}/", why).status_code == 404
    address = opened(client, pk, medium).replace(str(pk), str(other)) + "bytes/"
    assert client.get(address).status_code == 404
    assert client.get(f"/interviews/{pk}/recordings/{ObjectId.new()}/").status_code == 404


def test_who_opened_it_stands_on_the_page_of_the_interview(held: tuple[World, InterviewId]) -> None:
    made, pk = held
    client = browser_of(made.asker)
    medium = added(client, pk)
    assert "Nobody opened it yet." in words(client.get(f"/interviews/{pk}/close/"))
    opened(client, pk, medium)
    assert "A colleague" in words(client.get(f"/interviews/{pk}/close/")).partition("Who opened the recording")[2]
