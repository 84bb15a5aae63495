"""Drawings as they come out of a template."""

from __future__ import annotations

from datetime import date

from django.template import engines
from django.utils.translation import override

from tests.faces.shell.book import data
from waarborg.faces.shell.tags import drawing


def _drawn(source: str, **context: object) -> str:
    return str(engines["django"].from_string("{% load shell %}" + source).render(context))


def test_the_library_knows_every_drawing() -> None:
    assert {"road", "age_span", "safeguard", "safeguards", "tag_summary", "todo"} <= set(drawing.register.tags)


def test_what_is_due_has_its_day_and_what_is_late_says_so() -> None:
    html = _drawn("{% todo rows %}", rows=[{"due": date(2026, 12, 9), "late": True, "title": "Tell Yonas"}])
    assert "Wed 9 Dec" in html
    assert "Late" in html
    assert "No date" in _drawn("{% todo rows %}", rows=[{"due": None, "title": "Plan"}])


def test_a_form_can_stand_open_under_a_line() -> None:
    source = "{% safeguard_open finding %}<form>{{ words }}</form>{% endsafeguard_open %}"
    html = _drawn(source, finding=data.FINDINGS[1], words="Explain it <now>")
    assert 'class="sg broken open"' in html
    assert "<form>Explain it &lt;now&gt;</form>" in html


def test_a_line_speaks_dutch() -> None:
    with override("nl"):
        html = _drawn("{% safeguard finding %}", finding=data.FINDINGS[3])
    assert "Beschermt tot we het weten" in html
    assert "geboortedatum" in html
    assert "Geldig vanaf 1 mei 2021." in html


def test_the_portal_hears_the_state_and_the_reason_without_the_source() -> None:
    html = _drawn("{% safeguard finding source=False %}", finding=data.FINDINGS[4])
    assert "Visser was on long sick leave." in html
    assert "Instructions on recording" not in html
    assert "interviewers.same" not in html


def test_met_and_not_due_are_folded_away_behind_their_counts() -> None:
    html = _drawn("{% safeguards findings %}", findings=data.FINDINGS)
    assert html.index("Not met") < html.index("<summary>1 met, 1 not due") < html.index("Record the sound")


def test_a_list_in_which_all_is_met_is_not_folded() -> None:
    html = _drawn("{% safeguards findings %}", findings=[data.FINDINGS[0]])
    assert "<summary>1 met" not in html
    assert "Record the sound" in html
