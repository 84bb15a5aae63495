"""The refusals of telling, in the four parts that everybody is owed."""

from __future__ import annotations

from typing import Final

from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, NoticeId, PersonId
from waarborg.kernel.texts import Text
from waarborg.law.notices import SUPPRESSION

_NOT_TOLD: Final = Text(en="This is not down as told.", nl="Dit staat niet als verteld genoteerd.")
_NOT_HELD: Final = Text(en="You cannot hold this notice back.", nl="U kunt deze melding niet tegenhouden.")
_ASK: Final = Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak.")

BY_VOICE_ONLY: Final = Refusal(
    code="notice.send.voice",
    what=Text(en="A letter is not enough here.", nl="Een brief is hier niet genoeg."),
    why=Text(en="The law wants this told by voice.", nl="De wet wil dat dit mondeling wordt verteld."),
    instead=Text(
        en="Call the person, with an interpreter if needed.",
        nl="Bel de persoon, met een tolk als dat nodig is.",
    ),
    ask=_ASK,
)
NOT_OPEN: Final = Refusal(
    code="notice.not_open",
    what=_NOT_TOLD,
    why=Text(
        en="It was told already, is held back, or was not sent yet.",
        nl="Het is al verteld, wordt tegengehouden, of is nog niet verstuurd.",
    ),
    instead=Text(en="You can look at what was done.", nl="U kunt bekijken wat er is gedaan."),
    ask=_ASK,
)
NOT_WANTED: Final = Refusal(
    code="notice.not_wanted",
    what=_NOT_TOLD,
    why=Text(en="The person does not want this news.", nl="De persoon wil dit nieuws niet horen."),
    instead=Text(
        en="You can ask again. After a yes everything is told.",
        nl="U kunt het opnieuw vragen. Na een ja wordt alles verteld.",
    ),
    ask=_ASK,
)
NO_EVIDENCE: Final = Refusal(
    code="notice.evidence",
    what=_NOT_TOLD,
    why=Text(en="How it is known is missing.", nl="Hoe dit bekend is, ontbreekt."),
    instead=Text(
        en="Say in a few words how, where and with whom it was done.",
        nl="Zeg in een paar woorden hoe, waar en met wie het is gedaan.",
    ),
    ask=_ASK,
)
NO_RISK: Final = Refusal(
    code="notice.hold.risk",
    what=_NOT_HELD,
    why=SUPPRESSION,
    instead=Text(
        en="Write down the risk to the suspect and what shows it.",
        nl="Noteer het gevaar voor de verdachte en waaruit dat blijkt.",
    ),
    ask=_ASK,
)
NO_REVIEW_DAY: Final = Refusal(
    code="notice.hold.review",
    what=_NOT_HELD,
    why=Text(
        en="A day after today on which you look again is missing.",
        nl="Een dag na vandaag waarop u opnieuw kijkt, ontbreekt.",
    ),
    instead=Text(en="You can choose that day.", nl="U kunt die dag kiezen."),
    ask=_ASK,
)
NOT_ASKED: Final = Refusal(
    code="notice.hold.not_asked",
    what=Text(en="There is nothing to agree or release.", nl="Er is niets om mee in te stemmen of vrij te geven."),
    why=Text(en="Nobody asked to hold this notice back.", nl="Niemand vroeg om deze melding tegen te houden."),
    instead=Text(en="You can tell it.", nl="U kunt het vertellen."),
    ask=_ASK,
)


def wrong_recipient(notice: NoticeId, recipient: PersonId, case: CaseId) -> Refusal:
    """A notice must not go to this person; the attempt is entered."""
    return Refusal(
        code="notice.recipient",
        what=Text(en="This notice cannot go to this person.", nl="Deze melding kan niet naar deze persoon."),
        why=Text(
            en="It goes to the person it is about. Under 12 it goes to a representative who is no suspect.",
            nl="De melding gaat naar de persoon zelf. "
            "Onder 12 jaar gaat zij naar een vertegenwoordiger die geen verdachte is.",
        ),
        instead=Text(en="You can choose who may get it.", nl="U kunt kiezen wie haar mag krijgen."),
        ask=Text(
            en="If nobody may, ask the prosecutor to have a representative appointed.",
            nl="Als niemand dat mag, vraag de officier om een vertegenwoordiger te laten benoemen.",
        ),
        on_record=True,
        subjects=(notice, recipient, case),
    )


def never_held_back(notice: NoticeId, case: CaseId) -> Refusal:
    """The law lets nobody hold this kind of notice back."""
    return Refusal(
        code="notice.hold.never",
        what=_NOT_HELD,
        why=Text(
            en="The law lets nobody hold back this kind of news.",
            nl="De wet laat niemand dit soort nieuws tegenhouden.",
        ),
        instead=Text(en="You can tell it in a safe way.", nl="U kunt het op een veilige manier vertellen."),
        ask=_ASK,
        on_record=True,
        subjects=(notice, case),
    )


def same_person(notice: NoticeId, case: CaseId) -> Refusal:
    """Whoever asked cannot also be the second person."""
    return Refusal(
        code="notice.hold.same_person",
        what=Text(en="You cannot agree to your own request.", nl="U kunt niet instemmen met uw eigen verzoek."),
        why=Text(en="A second person must look at it.", nl="Een tweede persoon moet ernaar kijken."),
        instead=Text(en="Until then the notice must be told.", nl="Tot dan moet de melding worden verteld."),
        ask=Text(en="Ask another prosecutor or the team leader.", nl="Vraag een andere officier of de teamleider."),
        on_record=True,
        subjects=(notice, case),
    )
