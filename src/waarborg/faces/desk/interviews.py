"""The section of interviews: its addresses, each with the page that answers it."""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern, path

from waarborg.faces.desk.interviews_again import interview_again
from waarborg.faces.desk.interviews_close import interview_close, leave_ask
from waarborg.faces.desk.interviews_hold import interview_hold
from waarborg.faces.desk.interviews_list import interview_index, interview_page, interview_where
from waarborg.faces.desk.interviews_media import recording, recording_add, recording_bytes, recording_play
from waarborg.faces.desk.interviews_plan import (
    interview_cancel,
    interview_new,
    interview_new_findings,
    interview_plan,
    interview_plan_findings,
)
from waarborg.faces.desk.interviews_reasons import leave_answer, leave_asked

_ONE: Final = "interviews/<interview:interview>/"
_RECORDING: Final = _ONE + "recordings/<object:recording>/"

urlpatterns: list[URLPattern] = [
    path("interviews/", interview_index, name="interviews"),
    path("interviews/plan/", interview_where, name="interview_where"),
    path("interviews/plan/<case:case>/", interview_new, name="interview_new"),
    path("interviews/plan/<case:case>/findings/", interview_new_findings, name="interview_new_findings"),
    path("interviews/asked/", leave_asked, name="leave_asked"),
    path(_ONE, interview_page, name="interview"),
    path(_ONE + "plan/", interview_plan, name="interview_plan"),
    path(_ONE + "plan/findings/", interview_plan_findings, name="interview_plan_findings"),
    path(_ONE + "plan/cancel/", interview_cancel, name="interview_cancel"),
    path(_ONE + "hold/", interview_hold, name="interview_hold"),
    path(_ONE + "close/", interview_close, name="interview_close"),
    path(_ONE + "close/explain/<str:rule>/", leave_ask, name="leave_ask"),
    path(_ONE + "asked/<reason:reason>/", leave_answer, name="leave_answer"),
    path(_ONE + "again/", interview_again, name="interview_again"),
    path(_ONE + "recordings/", recording_add, name="recording_add"),
    path(_RECORDING, recording, name="recording"),
    path(_RECORDING + "<str:entry>/", recording_play, name="recording_play"),
    path(_RECORDING + "<str:entry>/bytes/", recording_bytes, name="recording_bytes"),
]
