"""What the tags say in the active language."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.utils.translation import override

from waarborg.faces.shell.tags.words import clock, day, icon, moment, say, text
from waarborg.kernel.texts import Text

_MET = Text(en="{count} met", nl="{count} nageleefd")


def test_a_text_is_said_in_the_active_language_and_english_is_the_fallback() -> None:
    with override("nl"):
        assert text(_MET, count=7) == "7 nageleefd"
        assert say({"en": "Met", "nl": "Nageleefd"}) == "Nageleefd"
    with override("ar"):
        assert text(_MET, count=7) == "7 met"


def test_a_day_is_said_in_the_form_that_is_asked_for() -> None:
    when = date(2026, 11, 16)
    with override("en"):
        said = [day(when), day(when, "year"), day(when, "short"), day(when, "plain year")]
        assert said == ["Monday 16 November", "Monday 16 November 2026", "16 Nov", "16 November 2026"]


def test_no_day_is_nothing_and_never_a_word_of_the_machine() -> None:
    assert [day(None), moment(None), clock(None)] == ["", "", ""]


def test_a_moment_is_said_with_its_clock() -> None:
    when = datetime(2026, 11, 16, 9, 5, tzinfo=UTC)
    with override("nl"):
        assert moment(when) == "maandag 16 november, 10:05"
    assert clock(when) == "10:05"


def test_an_icon_is_hidden_from_those_who_listen() -> None:
    assert 'aria-hidden="true"' in icon("lock")
    assert "<path" in icon("lock")
    assert "turns" in icon("arrow")
