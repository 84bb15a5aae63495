"""Keeps files that are being sent in memory, never on the disk, and notes which were too large.

Invariant: a file that does not fit is left out and named; the rest of the form is read to its end, so no text is lost.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final, override

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from waarborg.apps.reports.content import FILES_AT_MOST, Attachment

#: A form of more bytes than this is not read at all; far above what fits, so that most can be told which file it was.
_FORM_AT_MOST: Final = 64 * 1024 * 1024
_NAME_AT_MOST: Final = 100


class InMemory(FileUploadHandler):
    """Django's way of receiving files, with one budget for the whole form."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._left = FILES_AT_MOST
        self._file = BytesIO()

    @override
    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *_: Any, **__: Any) -> None:
        if content_length > _FORM_AT_MOST:
            message = "a form is larger than any that is read"
            raise RequestDataTooBig(message)

    @override
    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._file = BytesIO()

    @override
    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if len(raw_data) > self._left:
            self._left += self._file.tell()
            too_large(self.request).append(_name(self.file_name))
            raise SkipFile
        self._left -= len(raw_data)
        self._file.write(raw_data)

    @override
    def file_complete(self, file_size: int) -> UploadedFile[bytes]:
        self._file.seek(0)
        return InMemoryUploadedFile(
            self._file, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )


def too_large(request: HttpRequest | None) -> list[str]:
    """The names of the files of this form that did not fit."""
    names: list[str] = request.__dict__.setdefault("files_too_large", [])
    return names


def attachments(request: HttpRequest, field: str) -> tuple[Attachment, ...]:
    """The files that were sent in ``field``, in their order; a field left empty gives none."""
    return tuple(
        Attachment(name=_name(file.name), type=(file.content_type or "")[:_NAME_AT_MOST], data=file.read())
        for file in request.FILES.getlist(field)
    )


def _name(name: str | None) -> str:
    """The end of a file's name, where its kind stands."""
    return (name or "?")[-_NAME_AT_MOST:]
