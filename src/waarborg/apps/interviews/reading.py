"""Reading the document of one interview: is it usable, and if so what does it say.

Everything that is wrong is found in one pass: first the shapes, then what only shows between facts (a day after the
interview, an age that no birth date agrees with). Invariant: what is absent or null is unknown in the facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from waarborg.engines.rules.births import OLDEST, Span, born_for_age, completed_years, read_born
from waarborg.engines.rules.facts import Facts, Row
from waarborg.kernel.documents import Json
from waarborg.kernel.errors import Problem, Unusable
from waarborg.kernel.shapes import Check, day, filled, flag, list_of, one_of, record, set_of, whole, words, wrong
from waarborg.law.rulebook import CURRENT

ROLES: Final = ("victim", "reporting_witness", "witness", "suspect")
KINDS: Final = ("informative", "report", "further")
ROOMS: Final = ("standard", "adapted", "studio", "mobile")
ABILITIES: Final = ("yes", "no", "doubt")
COMPANIONS: Final = ("present", "declined", "refused", "not_offered")
APPROVERS: Final = ("team_leader", "prosecutor")

_SET: Final = set_of(words, "texts")


def _born(value: Json, path: str, problems: list[Problem]) -> Span | None:
    """The span of birth dates that the text allows."""
    span = read_born(value) if type(value) is str else None
    if span is None:
        wrong(
            problems,
            path,
            value,
            "YYYY, YYYY-MM, YYYY-MM-DD or YYYX (each may end in ~, ? or %), or A/B with A not after B",
        )
    return span


def _age(value: Json, path: str, problems: list[Problem]) -> dict[str, Any] | None:
    """An age statement whose low is not above its high."""
    age: dict[str, Any] | None = _AGE(value, path, problems)
    low, high = (age.get("low"), age.get("high")) if age else (None, None)
    if low is not None and high is not None and low > high:
        wrong(problems, path, value, "low not above high")
    return age


_AGE: Final = record("an object with low and high", low=whole, high=whole, on=day, source=words)

_PERSON: Final = record(
    "an object about the person",
    role=one_of(ROLES),
    born=_born,
    age=_age,
    reason_to_believe_child=flag,
    intellectual_disability=one_of(ABILITIES),
    cognitive_disorder=one_of(ABILITIES),
)

_INTERVIEW: Final = record(
    "an object about the interview",
    kind=one_of(KINDS),
    acute=flag,
    sound=flag,
    video=flag,
    room=one_of(ROOMS),
    interviewers=_SET,
    behavioural_expert=flag,
    recording_announced=flag,
    companion=record("an object about the companion", state=one_of(COMPANIONS), reason=words),
    topics=_SET,
    need=words,
)

_EARLIER: Final = list_of(
    record(
        "an object about an earlier interview",
        {"on": day},
        kind=one_of(KINDS),
        service=words,
        interviewers=_SET,
        sound=flag,
        video=flag,
        topics=_SET,
    ),
    "earlier interviews",
)

_REASON: Final = record(
    "an object with rule, reason and approved_by",
    {
        "rule": one_of([safeguard.id for safeguard in CURRENT.safeguards]),
        "reason": filled,
        "approved_by": one_of(APPROVERS),
    },
)

DOCUMENT: Final[Check] = record(
    "an object about one interview",
    {"on": day},
    investigation_started=day,
    person=_PERSON,
    interview=_INTERVIEW,
    earlier=_EARLIER,
    reasons=list_of(_REASON, "reasons"),
)


def read_interview(document: Json) -> Facts:
    """The facts of ``document``, as JSON was read or as plain Python values.

    Raises:
        Unusable: with every problem, in the order of the document.
    """
    problems: list[Problem] = []
    read: dict[str, Any] = DOCUMENT(document, "$", problems) or {}
    on = read.get("on")
    if on is not None:
        _days_in_order(document, read, on, problems)
    if problems or on is None:
        raise Unusable(problems)
    person, interview = read.get("person") or {}, read.get("interview") or {}
    born = _birth_dates(document, person, on, problems)
    if problems:
        raise Unusable(problems)
    return Facts(
        values=_values(person, interview),
        rows={"earlier": _rows(read)},
        age=(completed_years(born[1], on), completed_years(born[0], on)),
        age_absent=_absent_ages(person),
        dates={"on": on, "investigation_started": read.get("investigation_started") or on},
        reasons=_reasons(read),
    )


def _days_in_order(document: Json, read: Mapping[str, Any], on: int, problems: list[Problem]) -> None:
    """No day that was given lies after the interview."""
    late = partial(wrong, problems, expected=f"a day not after {document['on']}")
    if (read.get("investigation_started") or on) > on:
        late("$.investigation_started", document["investigation_started"])
    age = (read.get("person") or {}).get("age") or {}
    if (age.get("on") or on) > on:
        late("$.person.age.on", document["person"]["age"]["on"])
    for at, row in enumerate(read.get("earlier") or ()):
        if row and (row.get("on") or on) > on:
            late(f"$.earlier[{at}].on", document["earlier"][at]["on"])


def _birth_dates(document: Json, person: Mapping[str, Any], on: int, problems: list[Problem]) -> Span:
    """The birth dates that agree with everything given, and with an age from 0 to 120 on the day."""
    earliest, latest = born_for_age(0, OLDEST, on)
    born, age = person.get("born"), person.get("age")
    if born:
        if born[0] > on:
            wrong(problems, "$.person.born", document["person"]["born"], f"a birth date not after {document['on']}")
            return earliest, latest
        earliest, latest = max(earliest, born[0]), min(latest, born[1])
        if earliest > latest:
            expected = f"a birth date of somebody not over {OLDEST} years old on {document['on']}"
            wrong(problems, "$.person.born", document["person"]["born"], expected)
            return earliest, latest
    if age:
        first, last = born_for_age(age.get("low"), age.get("high"), age.get("on") or on)
        earliest, latest = max(earliest, first), min(latest, last)
        if earliest > latest:
            expected = f"an age that agrees with 0 to {OLDEST} years on {document['on']}" + (
                " and with born" if born else ""
            )
            wrong(problems, "$.person.age", document["person"]["age"], expected)
    return earliest, latest


def _values(person: Mapping[str, Any], interview: Mapping[str, Any]) -> dict[str, Any]:
    companion = interview.get("companion") or {}
    need = interview.get("need")
    get = interview.get
    return {
        "person.role": person.get("role"),
        "person.reason_to_believe_child": person.get("reason_to_believe_child"),
        "person.intellectual_disability": person.get("intellectual_disability"),
        "person.cognitive_disorder": person.get("cognitive_disorder"),
        "interview.kind": get("kind"),
        "interview.acute": get("acute"),
        "interview.sound": get("sound"),
        "interview.video": get("video"),
        "interview.room": get("room"),
        "interview.interviewers": get("interviewers"),
        "interview.behavioural_expert": get("behavioural_expert"),
        "interview.recording_announced": get("recording_announced"),
        "interview.companion.state": companion.get("state"),
        # An absent or blank reason is no reason: the one fact that is never unknown.
        "interview.companion.reason": bool((companion.get("reason") or "").strip()),
        "interview.topics": get("topics"),
        "interview.need": None if need is None else bool(need.strip()),
    }


def _rows(read: Mapping[str, Any]) -> tuple[Row, ...] | None:
    rows: tuple[Row, ...] | None = read.get("earlier")
    return rows


def _absent_ages(person: Mapping[str, Any]) -> tuple[str, ...]:
    """What could narrow the age; an age with neither end says as little as none."""
    age = person.get("age") or {}
    known = {"person.born": "born" in person, "person.age": "low" in age or "high" in age}
    return tuple(path for path, given in known.items() if not given)


def _reasons(read: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    given: dict[str, frozenset[str]] = {}
    for reason in read.get("reasons") or ():
        given[reason["rule"]] = given.get(reason["rule"], frozenset()) | {reason["approved_by"]}
    return given
