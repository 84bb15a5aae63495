"""The six states and their order."""

from __future__ import annotations

from itertools import product

import pytest

from tests.faces.shell.book import data
from waarborg.faces.shell.drawings.safeguard import State, in_order, name_of, state_of, tags


@pytest.mark.parametrize(
    ("due", "met", "state"),
    [
        ("yes", "no", State.NOT_MET),
        ("yes", "unknown", State.NOT_KNOWN),
        ("until_known", "no", State.NOT_KNOWN),
        ("until_known", "unknown", State.NOT_KNOWN),
        ("until_known", "yes", State.PROTECTS),
        ("until_known", "explained", State.PROTECTS),
        ("yes", "explained", State.EXPLAINED),
        ("yes", "yes", State.MET),
        ("no", None, State.NOT_DUE),
    ],
)
def test_a_finding_is_in_the_state_that_the_table_gives(due: str, met: str | None, state: State) -> None:
    assert state_of({"due": due, "met": met}) is state


def test_nothing_unforeseen_is_ever_drawn_as_met_or_not_due() -> None:
    for due, met in product(("yes", "until_known", "other"), ("unknown", None, "other")):
        assert state_of({"due": due, "met": met}) is State.NOT_KNOWN


def test_a_must_is_only_explained_by_leave() -> None:
    finding = {"due": "yes", "met": "explained", "force": "must"}
    assert name_of(finding).en == "Explained, by leave"
    assert name_of({**finding, "force": "where_possible"}).en == "Explained"


def test_lines_stand_worst_first() -> None:
    assert [state_of(finding) for finding in in_order(data.FINDINGS)] == list(State)


def test_the_counts_of_the_tags_add_up_to_the_list() -> None:
    findings = [*data.FINDINGS, data.FINDINGS[0]]
    found = tags(findings)
    assert sum(tag.count for tag in found) == len(findings)
    assert [tag.words.en for tag in found] == [
        "1 not met",
        "1 not known yet",
        "1 protects until known",
        "1 explained",
        "2 met",
        "1 not due",
    ]
