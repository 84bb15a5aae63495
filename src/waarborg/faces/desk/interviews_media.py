"""Recordings on the desk: adding a file, saying why before one is played, and playing it under that one entry."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from waarborg.apps.cases.access import TEAM_ROLES
from waarborg.apps.interviews.media import MAY_ADD, add
from waarborg.apps.interviews.queries import playback
from waarborg.apps.vault.reading import Playback, play_on
from waarborg.faces.desk.fields import DeskForm, reason
from waarborg.faces.desk.interviews_opened import OpenInterview, frame, opened
from waarborg.faces.desk.interviews_vault import File, begins_on, media_of, upload_form
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import InterviewId, ObjectId

_PIECE: Final = 1 << 18
_RANGE: Final = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


class WhyForm(DeskForm):
    """Why a recording is opened."""

    why = reason(_("Why do you open this recording?"), hint=_("They may ask who looked, and why."))


@page("POST", roles=MAY_ADD)
def recording_add(request: Asked, interview: InterviewId) -> Answer:
    """Put a file in the vault; what was found in it is said on the page that follows."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    form, refusal, status = upload_form(found, request.POST, request.FILES), None, HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        file = form.cleaned_data["file"]
        kept = add(
            actor=request.actor,
            on=request.now,
            interview=interview,
            name=file.name,
            file=file,
            begins_at=begins_on(found.row, form.cleaned_data["begins"]),
        )
        if not isinstance(kept, Refusal):
            messages.success(request, _("The recording is locked and in the vault. What is in it stands below."))
            after = "interview_hold" if found.going_on else "interview_close"
            return HttpResponseRedirect(reverse(after, args=[interview]) + "#recordings", status=HTTPStatus.SEE_OTHER)
        refusal, status = kept, status_of(kept)
    context = {
        **frame(found, "recording_add"),
        "form": form,
        "upload_form": form,
        "refusal": refusal,
        "media": media_of(found),
        "held": True,
    }
    return render(request, "desk/recording_add.html", context, status=status)


@page("GET", "POST", roles=TEAM_ROLES)
def recording(request: Asked, interview: InterviewId, recording: ObjectId) -> Answer:
    """Ask why first; then the recording stands on the page, and plays when somebody presses play."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    file = _file(found, recording)
    form, refusal, status = WhyForm(), None, HTTPStatus.OK
    if request.method == "POST" and file:
        form, status = WhyForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            why = form.cleaned_data["why"]
            playing = playback(actor=request.actor, on=request.now, object_id=recording, reason=why)
            if not isinstance(playing, Refusal):
                playing.file.close()
                address = reverse("recording_play", args=[interview, recording, playing.entry])
                return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
            refusal, status = playing, status_of(playing)
    context = {**frame(found, "recording"), "file": file, "why": form, "form": form, "refusal": refusal}
    return render(request, "desk/recording.html", context, status=status if file else HTTPStatus.NOT_FOUND)


@page("GET", roles=TEAM_ROLES)
def recording_play(request: Asked, interview: InterviewId, recording: ObjectId, entry: str) -> Answer:
    """The recording with its controls; nothing plays by itself."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    file = _file(found, recording)
    if file is None:
        return HttpResponseRedirect(reverse("recording", args=[interview, recording]))
    kind = mimetypes.guess_type(file.name)[0] or "video/x-matroska"
    context = {
        **frame(found, "recording"),
        "file": file,
        "address": reverse("recording_bytes", args=[interview, recording, entry]),
        "type": kind,
        "image": kind.startswith("video/"),
    }
    return render(request, "desk/recording_play.html", context)


@page("GET", roles=TEAM_ROLES)
def recording_bytes(request: Asked, interview: InterviewId, recording: ObjectId, entry: str) -> Answer:
    """The bytes that the browser asks for, under the entry that says why; ``?keep`` is for downloading."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    # Hashing it again for every part would take longer than the part itself; whose it is, is asked each time.
    if not found.row.media.filter(object=recording).exists():
        raise Http404
    playing = play_on(actor=request.actor, on=request.now, object_id=recording, entry=entry)
    if isinstance(playing, Refusal):
        return playing
    return _part(request, playing)


def _file(found: OpenInterview, recording: ObjectId) -> File | None:
    """The recording, where it is one of this interview."""
    return next((file for file in media_of(found) if file.object == recording), None)


def _part(request: Asked, playing: Playback) -> HttpResponse | StreamingHttpResponse:
    """The whole, or the part that was asked for (RFC 9110, one range)."""
    first, last = 0, playing.length - 1
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked and any(asked.groups()):
        begin, end = asked.groups()
        # Without a beginning it asks for so many bytes from the end.
        first = int(begin) if begin else max(0, playing.length - int(end))
        last = min(last, int(end)) if begin and end else last
        if first > last:
            playing.file.close()
            headers = {"Content-Range": f"bytes */{playing.length}"}
            return HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers)
    playing.file.seek(first)
    response = StreamingHttpResponse(
        _pieces(playing, last - first + 1),
        status=HTTPStatus.PARTIAL_CONTENT if asked else HTTPStatus.OK,
        content_type=mimetypes.guess_type(playing.name)[0] or "video/x-matroska",
        headers={"Accept-Ranges": "bytes", "Content-Length": str(last - first + 1), "Cache-Control": "no-store"},
    )
    if asked:
        response.headers["Content-Range"] = f"bytes {first}-{last}/{playing.length}"
    keep = content_disposition_header(as_attachment="keep" in request.GET, filename=playing.name)
    if keep:
        response.headers["Content-Disposition"] = keep
    return response


def _pieces(playing: Playback, left: int) -> Iterator[bytes]:
    with playing.file as file:
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece
