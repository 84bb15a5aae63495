"""The facts of the interview and its person that the rules ask for, each with the words in which it is a reason.

The words are clauses that follow "Because" and "Want". A rule shares these values, so that one fact has one name.
"""

from __future__ import annotations

from typing import Final

from waarborg.engines.rules.conditions import Fact, Presumption, Said, Under
from waarborg.kernel.texts import Text


def said(yes: tuple[str, str], no: tuple[str, str], unknown: tuple[str, str]) -> Said:
    """The clauses of a fact, each as (English, Dutch)."""
    return Said(yes=Text(en=yes[0], nl=yes[1]), no=Text(en=no[0], nl=no[1]), unknown=Text(en=unknown[0], nl=unknown[1]))


_KIND_UNKNOWN: Final = ("we do not know what kind of interview this is", "we weten niet wat voor gesprek dit is")

IS_INFORMATIVE: Final = Fact(
    path="interview.kind",
    among=("informative",),
    said=said(
        ("this is an informative interview", "dit is een informatief gesprek"),
        ("this is not an informative interview", "dit is geen informatief gesprek"),
        _KIND_UNKNOWN,
    ),
)
IS_REPORT: Final = Fact(
    path="interview.kind",
    among=("report",),
    said=said(
        ("the person makes a report in this interview", "de persoon doet in dit verhoor aangifte"),
        ("the person makes no report in this interview", "de persoon doet in dit gesprek geen aangifte"),
        _KIND_UNKNOWN,
    ),
)
IS_FURTHER: Final = Fact(
    path="interview.kind",
    among=("further",),
    said=said(
        ("this is a further interview", "dit is een vervolgverhoor"),
        ("this is not a further interview", "dit is geen vervolgverhoor"),
        _KIND_UNKNOWN,
    ),
)
#: The interviews to which the recording instruction applies.
IS_REPORT_OR_FURTHER: Final = Fact(
    path="interview.kind",
    among=("report", "further"),
    said=said(
        ("this is a report or a further interview", "dit is een aangifte of een vervolgverhoor"),
        ("this is an informative interview", "dit is een informatief gesprek"),
        _KIND_UNKNOWN,
    ),
)
ACUTE: Final = Fact(
    path="interview.acute",
    among=(True,),
    said=said(
        ("the situation is acute", "de situatie is acuut"),
        ("the situation is not acute", "de situatie is niet acuut"),
        ("we do not know whether the situation is acute", "we weten niet of de situatie acuut is"),
    ),
)

_ROLE_UNKNOWN: Final = (
    "we do not know in which role the person is heard",
    "we weten niet in welke rol de persoon wordt gehoord",
)
#: Victim, reporting witness (*aangever*) or witness: everybody but a suspect.
VICTIM_OR_WITNESS: Final = Fact(
    path="person.role",
    among=("victim", "reporting_witness", "witness"),
    said=said(
        ("the person is heard as a victim or a witness", "de persoon wordt gehoord als slachtoffer of getuige"),
        ("the person is heard as a suspect", "de persoon wordt gehoord als verdachte"),
        _ROLE_UNKNOWN,
    ),
)
VICTIM: Final = Fact(
    path="person.role",
    among=("victim",),
    said=said(
        ("the person is heard as a victim", "de persoon wordt gehoord als slachtoffer"),
        ("the person is not heard as a victim", "de persoon wordt niet gehoord als slachtoffer"),
        _ROLE_UNKNOWN,
    ),
)


def _under(years: int, presumption: Presumption | None = None) -> Under:
    return Under(
        years=years,
        name=f"age.under.{years}",
        said=said(
            (f"the person is under {years}", f"de persoon is jonger dan {years}"),
            (f"the person is {years} or older", f"de persoon is {years} of ouder"),
            (
                f"we do not know whether the person is under {years}",
                f"we weten niet of de persoon jonger is dan {years}",
            ),
        ),
        presumption=presumption,
    )


UNDER_12: Final = _under(12)
UNDER_16: Final = _under(16)
#: Presumed a child while there are reasons to believe so (Directive 2011/36/EU art. 13(2)).
UNDER_18: Final = _under(
    18,
    Presumption(
        path="person.reason_to_believe_child",
        name="age.presumed_child",
        said=Text(
            en="there are reasons to believe that the person is a child",
            nl="er zijn redenen om te denken dat de persoon een kind is",
        ),
    ),
)

#: Doubt counts as yes (*bij twijfel*).
INTELLECTUAL_DISABILITY: Final = Fact(
    path="person.intellectual_disability",
    among=("yes", "doubt"),
    said=said(
        (
            "the person has, or may have, an intellectual disability",
            "de persoon heeft een verstandelijke beperking, of misschien",
        ),
        ("the person has no intellectual disability", "de persoon heeft geen verstandelijke beperking"),
        (
            "we do not know whether the person has an intellectual disability",
            "we weten niet of de persoon een verstandelijke beperking heeft",
        ),
    ),
)
COGNITIVE_DISORDER: Final = Fact(
    path="person.cognitive_disorder",
    among=("yes", "doubt"),
    said=said(
        (
            "the person has, or may have, a cognitive disorder",
            "de persoon heeft een cognitieve stoornis, of misschien",
        ),
        ("the person has no cognitive disorder", "de persoon heeft geen cognitieve stoornis"),
        (
            "we do not know whether the person has a cognitive disorder",
            "we weten niet of de persoon een cognitieve stoornis heeft",
        ),
    ),
)
BEHAVIOURAL_EXPERT: Final = Fact(
    path="interview.behavioural_expert",
    among=(True,),
    said=said(
        ("a behavioural expert takes part", "een gedragsdeskundige doet mee"),
        ("no behavioural expert takes part", "er doet geen gedragsdeskundige mee"),
        (
            "we do not know whether a behavioural expert takes part",
            "we weten niet of een gedragsdeskundige meedoet",
        ),
    ),
)

_ROOM_UNKNOWN: Final = ("we do not know in which room it is", "we weten niet in welke ruimte het is")
STUDIO: Final = Fact(
    path="interview.room",
    among=("studio",),
    said=said(
        ("it is in a child-friendly studio", "het is in een kindvriendelijke studio"),
        ("it is not in a child-friendly studio", "het is niet in een kindvriendelijke studio"),
        _ROOM_UNKNOWN,
    ),
)
ADAPTED_ROOM: Final = Fact(
    path="interview.room",
    among=("adapted", "studio"),
    said=said(
        ("it is in an adapted room or a studio", "het is in een aangepaste ruimte of een studio"),
        ("it is not in an adapted room or a studio", "het is niet in een aangepaste ruimte of een studio"),
        _ROOM_UNKNOWN,
    ),
)

_COMPANION_UNKNOWN: Final = (
    "we do not know whether somebody of the person's choice is there",
    "we weten niet of er iemand naar keuze bij is",
)
ACCOMPANIED_OR_DECLINED: Final = Fact(
    path="interview.companion.state",
    among=("present", "declined"),
    said=said(
        (
            "somebody of the person's choice is there, or the person wants nobody",
            "er is iemand naar keuze bij, of de persoon wil niemand",
        ),
        ("nobody of the person's choice is there", "er is niemand naar keuze bij"),
        _COMPANION_UNKNOWN,
    ),
)
COMPANION_REFUSED: Final = Fact(
    path="interview.companion.state",
    among=("refused",),
    said=said(
        ("the companion was refused", "de begeleider is geweigerd"),
        ("the companion was not refused", "de begeleider is niet geweigerd"),
        _COMPANION_UNKNOWN,
    ),
)
#: Known always: a reason that is absent or blank is no reason.
REFUSAL_REASONED: Final = Fact(
    path="interview.companion.reason",
    among=(True,),
    said=said(
        ("the refusal has a reason", "de weigering heeft een reden"),
        ("the refusal has no reason", "de weigering heeft geen reden"),
        ("we do not know whether the refusal has a reason", "we weten niet of de weigering een reden heeft"),
    ),
)
NEED_STATED: Final = Fact(
    path="interview.need",
    among=(True,),
    said=said(
        ("it is stated what must still be learned", "er staat wat nog moet worden geleerd"),
        ("it is not stated what must still be learned", "er staat niet wat nog moet worden geleerd"),
        (
            "we do not know what must still be learned",
            "we weten niet wat nog moet worden geleerd",
        ),
    ),
)
