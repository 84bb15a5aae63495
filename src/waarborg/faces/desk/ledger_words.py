"""What each act is called where the ledger is read; an act without words is shown by its own name, never hidden."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.kernel.texts import Text


def _t(en: str, nl: str) -> Text:
    return Text(en=en, nl=nl)


#: By the name in the entry.
ACTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "case.read": _t("Read the case", "Las de zaak"),
        "case.log": _t("Read who was here", "Las wie er was"),
        "cases.list": _t("Read the list of cases", "Las de lijst van zaken"),
        "case.open": _t("Opened the case", "Opende de zaak"),
        "case.open_from_report": _t("Opened the case after a report", "Opende de zaak na een melding"),
        "case.take_over": _t("Took a report over", "Nam een melding over"),
        "case.grant_need": _t("Let a colleague open the case", "Liet een collega de zaak openen"),
        "case.withdraw_need": _t("Ended that a colleague can open it", "Beëindigde dat een collega haar kan openen"),
        "case.join_service": _t("Let a service work along", "Liet een dienst meewerken"),
        "case.assign_prosecutor": _t("Named the prosecutor", "Noemde de officier"),
        "case.start_investigation": _t("Started the investigation", "Begon de opsporing"),
        "case.not_investigate": _t("Ended the investigation", "Beëindigde de opsporing"),
        "case.transfer_abroad": _t("Handed the case abroad", "Droeg de zaak over aan het buitenland"),
        "case.close": _t("Closed the case", "Sloot de zaak"),
        "case.reopen": _t("Took the case up again", "Heropende de zaak"),
        "charge.suspect": _t("Entered a suspicion", "Legde een verdenking vast"),
        "charge.move": _t("Moved a charge", "Bracht een verdenking verder"),
        "charge.prosecute": _t("Decided to prosecute", "Besliste te vervolgen"),
        "charge.dismiss": _t("Decided to dismiss", "Besliste te seponeren"),
        "charge.convict": _t("Entered a conviction", "Legde een veroordeling vast"),
        "charge.acquit": _t("Entered an acquittal", "Legde een vrijspraak vast"),
        "charge.appeal": _t("Entered an appeal", "Legde hoger beroep vast"),
        "charge.finalise": _t("Entered that a judgment is final", "Legde vast dat een vonnis vaststaat"),
        "decision.not_investigate": _t("Decided not to investigate", "Besliste niet te onderzoeken"),
        "decision.transfer": _t("Decided to hand the case abroad", "Besliste over te dragen"),
        "decision.propose_fine": _t("Proposed a fine instead", "Stelde een boete voor"),
        "decision.serve": _t("Served a notice of a decision", "Betekende een kennisgeving"),
        "complaint.file": _t("Entered a complaint", "Legde een klacht vast"),
        "complaint.answer": _t("Entered the answer on a complaint", "Legde het antwoord op een klacht vast"),
        "detention.end": _t("Entered a release, leave or escape", "Legde vrijlating, verlof of ontsnapping vast"),
        "indicator.look": _t("Looked at an indicator", "Bekeek een indicator"),
        "proof.add": _t("Added a source of proof", "Voegde een bewijsbron toe"),
        "proof.withdraw": _t("Withdrew a source of proof", "Trok een bewijsbron terug"),
        "person.read": _t("Read about a person", "Las over een persoon"),
        "person.add": _t("Added a person", "Voegde een persoon toe"),
        "person.add_capacity": _t("Entered what a person also is", "Legde vast wat een persoon ook is"),
        "person.state_facts": _t("Entered facts about a person", "Legde gegevens over een persoon vast"),
        "person.state_reach": _t("Entered how to reach a person", "Legde vast hoe iemand te bereiken is"),
        "person.state_age": _t(
            "Entered what a source says of the age", "Legde vast wat een bron over de leeftijd zegt"
        ),
        "person.reject_age": _t(
            "Rejected what a source says of the age", "Verwierp wat een bron over de leeftijd zegt"
        ),
        "person.represent": _t("Entered a representative", "Legde een vertegenwoordiger vast"),
        "person.end_representation": _t("Ended a representation", "Beëindigde een vertegenwoordiging"),
        "victim.first_contact": _t("Entered the first contact", "Legde het eerste contact vast"),
        "victim.hold_informative": _t("Entered the informative interview", "Legde het informatief gesprek vast"),
        "victim.offer_reflection": _t("Offered time to think", "Bood bedenktijd aan"),
        "victim.accept_reflection": _t("Entered that time to think was taken", "Legde vast dat bedenktijd inging"),
        "victim.end_reflection": _t("Ended time to think early", "Beëindigde de bedenktijd eerder"),
        "victim.report": _t("Entered the report", "Legde de aangifte vast"),
        "victim.decline": _t("Entered a no to a report", "Legde een nee tegen aangifte vast"),
        "victim.reconsider": _t(
            "Entered that the person came back on a no", "Legde vast dat iemand terugkwam op een nee"
        ),
        "invitation.make": _t("Made a code for the portal", "Maakte een code voor het portaal"),
        "invitation.accept": _t("Opened a portal account", "Opende een account in het portaal"),
        "account.hold_persons": _t("Set for whom an account acts", "Bepaalde voor wie een account optreedt"),
        "account.open": _t("Opened an account", "Opende een account"),
        "account.deactivate": _t("Ended an account", "Beëindigde een account"),
        "account.certify": _t("Entered a certificate", "Legde een certificaat vast"),
        "account.set_doors": _t("Set the doors of an account", "Bepaalde de deuren van een account"),
        "interview.read": _t("Read an interview", "Las een verhoor"),
        "interview.list": _t("Read the list of interviews", "Las de lijst van verhoren"),
        "interview.plan": _t("Planned an interview", "Plande een verhoor"),
        "interview.change": _t("Changed a planned interview", "Wijzigde een gepland verhoor"),
        "interview.cancel": _t("Cancelled an interview", "Zegde een verhoor af"),
        "interview.begin": _t("Began an interview", "Begon een verhoor"),
        "interview.announce": _t("Said that it is recorded", "Zei dat het wordt opgenomen"),
        "interview.pause": _t("Began a break", "Begon een pauze"),
        "interview.resume": _t("Ended a break", "Beëindigde een pauze"),
        "interview.turn_into_report": _t("It turned into a report", "Het werd een aangifte"),
        "interview.companion": _t("Settled the companion", "Regelde de begeleider"),
        "interview.consult_prosecutor": _t("Consulted the prosecutor", "Overlegde met de officier"),
        "interview.admit_to_file": _t("Let a record into the file", "Liet een verslag toe in het dossier"),
        "interview.end": _t("Ended an interview", "Beëindigde een verhoor"),
        "interview.close": _t("Closed an interview", "Sloot een verhoor af"),
        "interview.look_again": _t("Looked again at a conclusion", "Keek opnieuw naar een conclusie"),
        "interview.reconsider": _t("Worked a conclusion out anew", "Rekende een conclusie opnieuw uit"),
        "medium.add": _t("Added a recording", "Voegde een opname toe"),
        "object.store": _t("Stored a file", "Bewaarde een bestand"),
        "object.verify": _t("Checked a file", "Controleerde een bestand"),
        "object.play": _t("Played a recording", "Speelde een opname af"),
        "safeguard.ask_leave": _t("Asked leave to deviate", "Vroeg toestemming om af te wijken"),
        "safeguard.answer": _t("Answered a request for leave", "Antwoordde op een vraag om toestemming"),
        "notice.due": _t("A notice fell due", "Een kennisgeving werd verschuldigd"),
        "notice.tell": _t("Told a person something", "Vertelde een persoon iets"),
        "notice.send": _t("Sent a notice", "Verstuurde een kennisgeving"),
        "notice.try": _t("Tried to reach a person", "Probeerde iemand te bereiken"),
        "notice.receive": _t("Entered that a notice arrived", "Legde vast dat een kennisgeving aankwam"),
        "notice.ask_hold": _t("Asked to hold a notice back", "Vroeg een kennisgeving achter te houden"),
        "notice.hold": _t("Held a notice back", "Hield een kennisgeving achter"),
        "notice.release": _t("Let a notice go out", "Liet een kennisgeving uitgaan"),
        "choice.make": _t("Entered a choice", "Legde een keuze vast"),
        "right.tell": _t("Told about a right", "Vertelde over een recht"),
        "right.ask": _t("Used a right", "Gebruikte een recht"),
        "right.give": _t("Gave what a right asks", "Gaf wat een recht vraagt"),
        "right.refuse": _t("Refused what a right asks", "Weigerde wat een recht vraagt"),
        "support.open": _t("Opened support", "Begon steun"),
        "support.assign": _t("Named the care coordinator", "Noemde de zorgcoördinator"),
        "support.note": _t("Entered a step of support", "Legde een stap van de steun vast"),
        "support.ask": _t("Asked for support", "Vroeg om steun"),
        "support.start_review": _t("Began to look at support again", "Begon de steun opnieuw te bekijken"),
        "support.finish_review": _t("Finished looking at support", "Was klaar met het bekijken van de steun"),
        "support.end": _t("Ended support", "Beëindigde de steun"),
        "report.submit": _t("Sent a report", "Deed een melding"),
        "report.enter": _t("Entered a report", "Voerde een melding in"),
        "report.see": _t("Saw that there is a report", "Zag dat er een melding is"),
        "report.open": _t("Opened a report", "Opende een melding"),
        "report.answer": _t("Answered in a mailbox", "Antwoordde in een postvak"),
        "report.set_aside": _t("Set a report aside", "Legde een melding weg"),
        "report.bring_back": _t("Brought a report back", "Haalde een melding terug"),
        "report.offer": _t("Offered a report to another door", "Bood een melding aan een andere deur aan"),
        "report.accept": _t("Accepted a report", "Nam een melding aan"),
        "report.refuse": _t("Refused a report", "Weigerde een melding"),
        "report.withdraw_offer": _t("Took an offer back", "Trok een aanbod in"),
        "report.time_out_offer": _t("An offer was not answered in time", "Een aanbod werd niet op tijd beantwoord"),
        "report.take": _t("Took a report over", "Nam een melding over"),
        "hand_over.read": _t("Read offers between doors", "Las aanbiedingen tussen deuren"),
        "mailbox.read": _t("Read a mailbox", "Las een postvak"),
        "mailbox.write": _t("Wrote in a mailbox", "Schreef in een postvak"),
        "mailbox.delete": _t("Deleted a mailbox", "Wiste een postvak"),
        "reporter.become_known": _t("Became known to one officer", "Werd bekend bij één medewerker"),
        "start.read": _t("Read the start page", "Las de startpagina"),
        "ledger.read": _t("Read the ledger", "Las het logboek"),
        "page.open": _t("Asked for a page of others", "Vroeg om een pagina van anderen"),
        "session.begin": _t("Signed in", "Meldde zich aan"),
        "session.end": _t("Signed out", "Meldde zich af"),
    }
)


def called(act: str) -> Text:
    """What an act is called."""
    return ACTS.get(act, _t(act, act))
