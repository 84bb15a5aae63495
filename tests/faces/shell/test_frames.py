"""The links at the top."""

from __future__ import annotations

from waarborg.faces.shell.frames import TOP, shown


def test_a_link_stands_there_only_where_it_leads_somewhere(alone: None) -> None:
    assert [link.href for link in shown(TOP["desk"], "/")] == ["/", "/cases/", "/interviews/"]


def test_the_page_and_those_below_it_mark_their_link(alone: None) -> None:
    links = shown(TOP["desk"], "/cases/WB-2026-0117/")
    assert [link.href for link in links if link.current] == ["/cases/"]
    assert [link.href for link in shown(TOP["desk"], "/") if link.current] == ["/"]
