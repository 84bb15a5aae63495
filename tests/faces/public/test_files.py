"""Files that are sent stay in memory, and share one budget."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import SkipFile
from django.test import Client, RequestFactory

from waarborg.apps.reports.content import FILES_AT_MOST
from waarborg.faces.public.files import InMemory, attachments, too_large


def named(name: str, data: bytes) -> BytesIO:
    file = BytesIO(data)
    file.name = name
    return file


def test_files_are_read_in_their_order_with_the_end_of_their_names(client: Client) -> None:
    del client  # for its settings
    long = "a" * 300 + ".jpg"
    request = RequestFactory().post("/", {"added": [named(long, b"1"), named("../../etc/two.txt", b"2")], "text": "x"})
    request.upload_handlers = [InMemory(request)]
    first, second = attachments(request, "added")
    assert (first.data, len(first.name), first.name[-4:]) == (b"1", 100, ".jpg")
    assert (second.data, second.name) == (b"2", "two.txt")
    assert all(isinstance(file, InMemoryUploadedFile) for file in request.FILES.getlist("added"))


def test_a_file_beyond_the_budget_is_left_out_named_and_gives_its_share_back() -> None:
    half = bytes(FILES_AT_MOST // 2 + 1)
    request = RequestFactory().post(
        "/", {"added": [named("one.bin", half), named("two.bin", half), named("three.txt", b"3")], "text": "kept"}
    )
    request.upload_handlers = [InMemory(request)]
    assert [file.name for file in attachments(request, "added")] == ["one.bin", "three.txt"]
    assert too_large(request) == ["two.bin"]
    assert request.POST["text"] == "kept"


def test_a_form_beyond_all_measure_is_not_read() -> None:
    with pytest.raises(RequestDataTooBig):
        InMemory().handle_raw_input(BytesIO(), {}, 10**10)


def test_a_skipped_file_is_skipped_at_once() -> None:
    handler = InMemory(RequestFactory().post("/"))
    handler.new_file("added", "x.bin", "x", 0)
    with pytest.raises(SkipFile):
        handler.receive_data_chunk(bytes(FILES_AT_MOST + 1), 0)
