"""The facts that findings name, in words: paths of the document that ``assess`` reads, and the ages it derives."""

from __future__ import annotations

from typing import Final

from waarborg.kernel.texts import Text

_WORDS: Final = {
    "age.under.12": Text(en="younger than 12", nl="jonger dan 12"),
    "age.under.16": Text(en="younger than 16", nl="jonger dan 16"),
    "age.under.18": Text(en="younger than 18", nl="jonger dan 18"),
    "age.presumed_child": Text(en="treated as a child", nl="behandeld als kind"),
    "person.born": Text(en="date of birth", nl="geboortedatum"),
    "person.age": Text(en="age", nl="leeftijd"),
    "person.role": Text(en="heard as", nl="gehoord als"),
    "person.reason_to_believe_child": Text(en="reason to believe a child", nl="reden om een kind te zien"),
    "person.intellectual_disability": Text(en="intellectual disability", nl="verstandelijke beperking"),
    "person.cognitive_disorder": Text(en="cognitive disorder", nl="cognitieve stoornis"),
    "interview.kind": Text(en="kind of interview", nl="soort verhoor"),
    "interview.acute": Text(en="acute situation", nl="acute situatie"),
    "interview.sound": Text(en="sound recording", nl="geluidsopname"),
    "interview.video": Text(en="image recording", nl="beeldopname"),
    "interview.room": Text(en="room", nl="ruimte"),
    "interview.interviewers": Text(en="interviewers", nl="verhoorders"),
    "interview.behavioural_expert": Text(en="behavioural expert takes part", nl="gedragsdeskundige doet mee"),
    "interview.recording_announced": Text(en="recording announced", nl="opname aangekondigd"),
    "interview.companion": Text(en="companion", nl="begeleider"),
    "interview.companion.state": Text(en="companion", nl="begeleider"),
    "interview.companion.reason": Text(
        en="reason for refusing the companion", nl="reden voor het weigeren van de begeleider"
    ),
    "interview.topics": Text(en="topics", nl="onderwerpen"),
    "interview.need": Text(en="what must still be learned", nl="wat nog duidelijk moet worden"),
    "investigation_started": Text(en="start of the investigation", nl="begin van het onderzoek"),
    "earlier": Text(en="earlier interviews", nl="eerdere verhoren"),
}
_VALUES: Final = {
    "yes": Text(en="yes", nl="ja"),
    "no": Text(en="no", nl="nee"),
    "unknown": Text(en="not known", nl="niet bekend"),
}


def fact(path: str) -> Text:
    """A fact in words; a path that has none is shown as it is, because hiding it would hide what is missing."""
    bare = path.removeprefix("$.").split("[")[0]
    return _WORDS.get(bare) or Text(en=path, nl=path)


def value(found: str) -> Text:
    """``yes``, ``no`` or ``unknown`` in words."""
    return _VALUES.get(found) or Text(en=found, nl=found)
