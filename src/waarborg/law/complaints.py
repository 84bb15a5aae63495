"""What somebody is told about the term of a complaint to the court of appeal (*beklag*, art. 12 and 12l Sv).

Never a bare number: each sentence says what the term rests on and from when it runs. The term itself, with its sources
and how far we checked them, is ``TERMS["complaint.art12"]``.
"""

from __future__ import annotations

from typing import Final

from waarborg.kernel.texts import Text

#: Formal notice of no further prosecution was served on the suspect.
SERVED: Final = Text(
    en="The suspect got a formal notice that the case stops. You have three months to ask the court of appeal. "
    "They start on the day you hear of that notice, which is the day you get this letter (art. 12l Sv).",
    nl="De verdachte kreeg een formele kennisgeving dat de zaak stopt. U hebt drie maanden om het gerechtshof "
    "te vragen. Die beginnen op de dag dat u ervan hoort. Dat is de dag dat u deze brief krijgt (art. 12l Sv).",
)
#: It was not served, or there is nobody to serve it on.
NOT_SERVED: Final = Text(
    en="There is no time limit, because the suspect got no formal notice that the case stops (art. 12l Sv). "
    "If that changes, we tell you at once. After a final judgement you can no longer ask.",
    nl="Er is geen termijn, want de verdachte kreeg geen formele kennisgeving dat de zaak stopt (art. 12l Sv). "
    "Als dat verandert, zeggen wij het u meteen. Na een onherroepelijk vonnis kan het niet meer.",
)
#: Nobody knows yet; what the person does to be safe holds either way.
NOT_KNOWN: Final = Text(
    en="We do not know yet whether the suspect got a formal notice that the case stops. Without it there is "
    "no time limit. With it you have three months from the day you hear of it (art. 12l Sv). "
    "To be safe, ask within three months from this letter.",
    nl="We weten nog niet of de verdachte een formele kennisgeving kreeg dat de zaak stopt. Zonder is er "
    "geen termijn. Anders hebt u drie maanden vanaf de dag dat u ervan hoort (art. 12l Sv). "
    "Vraag het voor de zekerheid binnen drie maanden na deze brief.",
)
