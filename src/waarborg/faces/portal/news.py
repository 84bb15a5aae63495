"""What is new, in one sentence that a tired person understands, made from the last thing that was told.

Invariant: only what was told is said, and no more of it than was told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from waarborg.apps.rights.models import NoticeState, NoticeStepKind
from waarborg.apps.rights.queries import NoticeView
from waarborg.faces.portal.whose import Here
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import NoticeId
from waarborg.kernel.texts import Text

_GOES_ON: Final = Text(en="Your support goes on.", nl="Uw steun gaat door.")
#: Sentence 22, for when nothing of the case is left to wait for.
CASE_ENDED: Final = Text(
    en="The court case has ended. Your support has not.", nl="De strafzaak is klaar. Uw steun niet."
)
_BELIEVED: Final = Text(
    en="That does not mean that you were not believed. Nobody may stop your support because of this decision.",
    nl="Dat betekent niet dat u niet wordt geloofd. Niemand mag uw steun stoppen om deze beslissing.",
)
#: By notice of the law: one sentence, and what it means now.
HEADS: Final[Mapping[str, tuple[Text, Text]]] = MappingProxyType(
    {
        "first_contact": (
            Text(en="You have rights, and there is help.", nl="U hebt rechten, en er is hulp."),
            Text(en="They are free. You can read them here.", nl="Ze zijn gratis. U kunt ze hier lezen."),
        ),
        "informative_interview": (
            Text(en="You had a first talk.", nl="U hebt een eerste gesprek gehad."),
            Text(
                en="You choose what you do next. You do not have to choose today.",
                nl="U kiest wat u hierna doet. U hoeft niet vandaag te kiezen.",
            ),
        ),
        "reflection": (
            Text(en="You have time to think.", nl="U hebt bedenktijd."),
            Text(en="In that time you do not have to leave.", nl="In die tijd hoeft u niet te vertrekken."),
        ),
        "report": (
            Text(en="You made a report.", nl="U deed aangifte."),
            Text(en="You can ask for a copy of it.", nl="U kunt er een kopie van vragen."),
        ),
        "declined": (
            Text(en="You said no to a report.", nl="U zei nee tegen een aangifte."),
            Text(
                en="Your no ends your interviews. It does not end your support.",
                nl="Uw nee stopt uw verhoren. Uw nee stopt uw steun niet.",
            ),
        ),
        "not_investigated": (Text(en="There is no investigation.", nl="Er komt geen onderzoek."), _GOES_ON),
        "investigation": (
            Text(en="The investigation has started.", nl="Het onderzoek is begonnen."),
            Text(en="You do not have to do anything now.", nl="U hoeft nu niets te doen."),
        ),
        "abroad": (
            Text(
                en="Your case goes to another country or another office.",
                nl="Uw zaak gaat naar een ander land of een ander kantoor.",
            ),
            _GOES_ON,
        ),
        "dismissal": (
            Text(
                en="The case against one person stops. Your support goes on.",
                nl="De zaak tegen één persoon stopt. Uw steun gaat door.",
            ),
            _BELIEVED,
        ),
        "prosecution": (
            Text(en="Somebody has to go to court.", nl="Iemand moet naar de rechter."),
            Text(en="You may speak there. You do not have to.", nl="U mag daar spreken. Het hoeft niet."),
        ),
        "hearing_moved": (
            Text(
                en="The hearing is on another day or in another place.", nl="De zitting is op een andere dag of plaats."
            ),
            Text(en="You can read when and where.", nl="U kunt lezen wanneer en waar."),
        ),
        "conviction": (
            Text(en="The court decided: guilty.", nl="De rechter heeft beslist: schuldig."),
            Text(
                en="There may still be an appeal. You can read what this means for you.",
                nl="Er kan nog hoger beroep komen. U kunt lezen wat dit voor u betekent.",
            ),
        ),
        "acquittal": (
            Text(
                en="The court decided: not guilty. Your support goes on.",
                nl="De rechter heeft beslist: niet schuldig. Uw steun gaat door.",
            ),
            _BELIEVED,
        ),
        "appeal": (Text(en="The case goes to a higher court.", nl="De zaak gaat naar een hogere rechter."), _GOES_ON),
        "final": (Text(en="The judgement is final.", nl="Het vonnis is onherroepelijk."), _GOES_ON),
        "leave": (
            Text(
                en="Somebody leaves prison for the first time.",
                nl="Iemand mag voor het eerst de gevangenis uit met verlof.",
            ),
            Text(en="You can read on which day.", nl="U kunt lezen op welke dag."),
        ),
        "release": (
            Text(en="Somebody comes out of prison.", nl="Iemand komt vrij uit de gevangenis."),
            Text(en="You can read on which day.", nl="U kunt lezen op welke dag."),
        ),
        "escape": (
            Text(en="Somebody escaped from prison.", nl="Iemand is uit de gevangenis ontsnapt."),
            Text(
                en="Read whom you can call now. In danger? Call 112.",
                nl="Lees wie u nu kunt bellen. In gevaar? Bel 112.",
            ),
        ),
        "reopened": (
            Text(en="The case goes on again.", nl="De zaak gaat weer verder."),
            Text(en="You can read why.", nl="U kunt lezen waarom."),
        ),
    }
)
#: What ends a case against somebody; where nothing else runs, sentence 22 is true.
_ENDS: Final = frozenset({"acquittal", "dismissal"})
_SENT: Final = frozenset({NoticeStepKind.SENT})
_OPEN: Final = frozenset({NoticeState.DUE, NoticeState.SENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that was told, as a page shows it."""

    id: NoticeId
    title: Text
    sentence: Text
    #: The day on which it was known; the day on which it was sent or told may be later.
    on: date
    #: Whether the one who is signed in can say that it was read.
    to_confirm: bool
    #: Whether it says how the case stands with support beside it.
    of_support: bool


def news_of(view: NoticeView, here: Here, *, ended: bool) -> News:
    """One notice as news.

    Args:
        view: as the query gave it.
        here: whose.
        ended: whether nothing of the case is left to wait for.
    """
    title, sentence = HEADS[view.about.id]
    if view.about.id in _ENDS and ended:
        title = CASE_ENDED
    if view.in_part:
        lines = _lines(view.text)
        title, sentence = lines[0], Text(en="", nl="")
    return News(
        id=view.id,
        title=title,
        sentence=sentence,
        on=day_of(view.known_at),
        to_confirm=can_confirm(view, here),
        of_support=view.about.id in _ENDS,
    )


def can_confirm(view: NoticeView, here: Here) -> bool:
    """Whether the one who is signed in can say that this was read: it was sent to them, and still waits for that."""
    if here.lawyer or view.state not in _OPEN:
        return False
    return any(step.kind in _SENT and (step.recipient == here.person) is here.own for step in view.steps)


def paragraphs(view: NoticeView) -> Sequence[Text]:
    """What was said, one thing at a time."""
    return _lines(view.text)


def _lines(text: Text) -> list[Text]:
    english, dutch = text.en.split("\n"), text.nl.split("\n")
    return [Text(en=en, nl=nl) for en, nl in zip(english, dutch, strict=True) if en.strip()]
