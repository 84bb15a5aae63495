"""Assessing many interviews at once, for pages that list them: codes by column, the same definitions as for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from waarborg.apps.interviews.reading import ABILITIES, COMPANIONS, KINDS, ROLES, ROOMS, read_interview
from waarborg.engines.rules.columns import NONE, Answers, Columns, Rows, judge_columns
from waarborg.engines.rules.facts import Facts
from waarborg.engines.rules.safeguards import Rulebook
from waarborg.kernel.documents import Json
from waarborg.law.rulebook import CURRENT

_FLAG: Final = (False, True)
#: The values of every fact in the order of their codes; a path that is in no row of this table is a set.
CHOICES: Final[dict[str, tuple[bool | str, ...]]] = {
    "person.role": ROLES,
    "person.reason_to_believe_child": _FLAG,
    "person.intellectual_disability": ABILITIES,
    "person.cognitive_disorder": ABILITIES,
    "interview.kind": KINDS,
    "interview.acute": _FLAG,
    "interview.sound": _FLAG,
    "interview.video": _FLAG,
    "interview.room": ROOMS,
    "interview.behavioural_expert": _FLAG,
    "interview.recording_announced": _FLAG,
    "interview.companion.state": COMPANIONS,
    "interview.companion.reason": _FLAG,
    "interview.need": _FLAG,
    "earlier[].kind": KINDS,
    "earlier[].sound": _FLAG,
    "earlier[].video": _FLAG,
}
SETS: Final = ("interview.interviewers", "interview.topics", "earlier[].interviewers", "earlier[].topics")
_LIST: Final = "earlier"
_ROW: Final = f"{_LIST}[]."


def columns_of(readings: Sequence[Facts], book: Rulebook = CURRENT) -> Columns:
    """The columns of documents that were read, in their order."""
    numbers: dict[frozenset[str], int] = {}

    def coded(path: str, values: Iterable[Any]) -> NDArray[np.integer]:
        if path in SETS:
            return np.array(
                [NONE if v is None else numbers.setdefault(v, len(numbers)) for v in values], dtype=np.int64
            )
        codes: dict[bool | str | None, int] = {choice: code for code, choice in enumerate(CHOICES[path])}
        codes[None] = NONE
        return np.array([codes[value] for value in values], dtype=np.int8)

    listed = [facts.rows[_LIST] for facts in readings]
    rows = [(owner, row) for owner, known in enumerate(listed) for row in known or ()]
    paths = (*CHOICES, *SETS)
    facts = {
        path: coded(path, [facts.values.get(path) for facts in readings]) for path in paths if not path.startswith(_ROW)
    }
    of_rows = {
        path.removeprefix(_ROW): coded(path, [row.get(path.removeprefix(_ROW)) for _, row in rows])
        for path in paths
        if path.startswith(_ROW)
    }
    return Columns(
        count=len(readings),
        facts=facts,
        choices=CHOICES,
        sets=tuple(numbers),
        age=(_whole(readings, lambda each: each.age[0]), _whole(readings, lambda each: each.age[1])),
        dates={
            name: _whole(readings, lambda each, name=name: each.dates[name])  # type: ignore[misc]  # bound at once
            for name in dict.fromkeys(safeguard.dated_by for safeguard in book.safeguards)
        },
        lists={
            _LIST: Rows(
                known=np.array([known is not None for known in listed], dtype=np.bool_),
                owner=np.array([owner for owner, _ in rows], dtype=np.int64),
                on=np.array([row["on"] for _, row in rows], dtype=np.int64),
                facts=of_rows,
            )
        },
        reasoned=_reasoned(readings, book),
    )


def _whole(readings: Sequence[Facts], pick: Callable[[Facts], int]) -> NDArray[np.int64]:
    return np.array([pick(facts) for facts in readings], dtype=np.int64)


def _reasoned(readings: Sequence[Facts], book: Rulebook) -> dict[str, NDArray[np.bool_]]:
    found: dict[str, NDArray[np.bool_]] = {}
    for safeguard in book.safeguards:
        given = [facts.reasons.get(safeguard.id, frozenset()) for facts in readings]
        if any(given):
            approvers = book.approvers[safeguard.force]
            found[safeguard.id] = np.array([not who.isdisjoint(approvers) for who in given], dtype=np.bool_)
    return found


def assess_many(columns: Columns, book: Rulebook = CURRENT) -> Answers:
    """Due, met and verdict of every interview in ``columns``, as codes."""
    return judge_columns(book, columns)


def assess_list(documents: Iterable[Json]) -> Answers:
    """Due, met and verdict of every document, in their order.

    Raises:
        Unusable: one of them cannot be used.
    """
    return assess_many(columns_of([read_interview(document) for document in documents]))
