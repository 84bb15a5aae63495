"""What the desk calls decisions, notices, rights, signs and proof: one table for each, beside those of ``naming``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from waarborg.apps.decisions.models import ComplaintState, DecisionKind, DetentionKind, DismissalGround
from waarborg.apps.rights.models import NoticeState, NoticeStepKind, RightState
from waarborg.apps.signals.models import IndicatorState, ProofKind
from waarborg.apps.signals.queries import Seen
from waarborg.engines.rules.terms import Unit
from waarborg.faces.desk.naming import in_words
from waarborg.kernel.texts import Text
from waarborg.law.steps import Bearer, Form, Step


def _t(en: str, nl: str) -> Text:
    return Text(en=en, nl=nl)


#: The words of every member, by its kind.
WORDS: Final[Mapping[type[Enum], Mapping[Enum, Text]]] = MappingProxyType(
    {
        DecisionKind: {
            DecisionKind.PROSECUTE: _t("The prosecutor goes on", "De officier gaat door"),
            DecisionKind.DISMISS: _t("The prosecutor stops", "De officier stopt"),
            DecisionKind.CONVICT: _t("Guilty", "Schuldig"),
            DecisionKind.ACQUIT: _t("Not guilty", "Niet schuldig"),
            DecisionKind.APPEAL: _t("Appeal", "Hoger beroep"),
            DecisionKind.FINAL: _t("Final", "Onherroepelijk"),
            DecisionKind.ORDER: _t("The court orders to go on", "Het hof beveelt door te gaan"),
            DecisionKind.NOT_INVESTIGATE: _t("No investigation", "Geen onderzoek"),
            DecisionKind.TRANSFER: _t("Handed to another country", "Overgedragen aan een ander land"),
            DecisionKind.FINE_PROPOSED: _t("A fine was proposed instead", "Voorstel voor een boete"),
        },
        DismissalGround: {
            DismissalGround.EVIDENCE: _t("Too little proof", "Te weinig bewijs"),
            DismissalGround.POLICY: _t("Not in the public interest", "Niet in het algemeen belang"),
            DismissalGround.NON_PUNISHMENT: _t("The suspect was forced to do it", "De verdachte werd ertoe gedwongen"),
            DismissalGround.ABROAD: _t("Another country takes over", "Een ander land neemt het over"),
        },
        DetentionKind: {
            DetentionKind.ESCAPE: _t("Escaped, or did not come back", "Ontsnapt, of niet teruggekomen"),
            DetentionKind.RELEASE: _t("Is or will be released", "Komt vrij, of is vrij"),
            DetentionKind.LEAVE: _t("Goes on leave for the first time", "Gaat voor het eerst met verlof"),
        },
        ComplaintState: {
            ComplaintState.FILED: _t("The court of appeal has not answered", "Het gerechtshof heeft niet geantwoord"),
            ComplaintState.UPHELD: _t("The court orders to go on", "Het hof beveelt door te gaan"),
            ComplaintState.REJECTED: _t("The court changes nothing", "Het hof verandert niets"),
        },
        NoticeState: {
            NoticeState.DUE: _t("Must be told", "Moet worden verteld"),
            NoticeState.SENT: _t("Sent, not known to have arrived", "Verstuurd, aankomst onbekend"),
            NoticeState.TOLD: _t("Told", "Verteld"),
            NoticeState.SUPPRESSED: _t("Held back", "Tegengehouden"),
        },
        NoticeStepKind: {
            NoticeStepKind.SENT: _t("A letter went out", "Er ging een brief uit"),
            NoticeStepKind.SPOKEN: _t("Told by voice", "Mondeling verteld"),
            NoticeStepKind.RECEIVED: _t("The letter arrived", "De brief kwam aan"),
            NoticeStepKind.NOT_REACHED: _t("Tried, nobody reached", "Geprobeerd, niemand bereikt"),
            NoticeStepKind.NOT_UNDERSTOOD: _t(
                "Told, not understood: tell it again", "Verteld, niet begrepen: vertel het opnieuw"
            ),
            NoticeStepKind.HOLD_ASKED: _t("Somebody asked to hold it back", "Er is gevraagd om het tegen te houden"),
            NoticeStepKind.HELD_BACK: _t("A second person agreed: held back", "Een tweede persoon stemde in"),
            NoticeStepKind.RELEASED: _t("It must be told after all", "Het moet toch worden verteld"),
        },
        RightState: {
            RightState.TOLD: _t("Told", "Verteld"),
            RightState.ASKED: _t("Asked for", "Gevraagd"),
            RightState.GIVEN: _t("Given", "Gegeven"),
            RightState.REFUSED: _t("Refused", "Geweigerd"),
        },
        ProofKind: {
            ProofKind.STATEMENT: _t("Statement", "Verklaring"),
            ProofKind.DOCUMENT: _t("Document", "Document"),
            ProofKind.OBSERVATION: _t("Observation", "Waarneming"),
            ProofKind.FINANCIAL: _t("Money", "Geld"),
            ProofKind.DIGITAL: _t("Telephone or computer", "Telefoon of computer"),
            ProofKind.FORENSIC: _t("Forensic trace", "Forensisch spoor"),
        },
        Seen: {
            Seen.OBSERVED: _t("Observed", "Gezien"),
            Seen.NOT_FOUND: _t("Looked, not found", "Gezocht, niet gevonden"),
            Seen.NEVER_LOOKED_AT: _t("Never looked at", "Nooit bekeken"),
        },
        IndicatorState: {
            IndicatorState.OBSERVED: _t("Observed", "Gezien"),
            IndicatorState.NOT_FOUND: _t("Looked, not found", "Gezocht, niet gevonden"),
        },
        Form: {
            Form.WRITTEN: _t("In writing", "Schriftelijk"),
            Form.ORAL: _t("By voice", "Mondeling"),
            Form.ORAL_AND_WRITTEN: _t("By voice and in writing", "Mondeling en schriftelijk"),
            Form.ANY: _t("The law names no form", "De wet noemt geen vorm"),
        },
        Bearer: {
            Bearer.POLICE: _t("police", "politie"),
            Bearer.DETECTIVE: _t("detective", "rechercheur"),
            Bearer.INVESTIGATION_SERVICE: _t("investigation service", "opsporingsdienst"),
            Bearer.PROSECUTION_SERVICE: _t("prosecution service", "Openbaar Ministerie"),
            Bearer.INVESTIGATING_JUDGE: _t("investigating judge", "rechter-commissaris"),
            Bearer.COURT: _t("court", "rechter"),
            Bearer.IMMIGRATION_SERVICE: _t("immigration service", "IND"),
            Bearer.COLLECTION_AGENCY: _t("collection agency", "CJIB"),
            Bearer.COMPENSATION_FUND: _t("compensation fund", "Schadefonds"),
            Bearer.CARE_COORDINATOR: _t("care coordinator", "zorgcoördinator"),
            Bearer.VICTIM: _t("the person", "de persoon zelf"),
        },
        Step: {
            Step.SIGNAL: _t("Signal", "Signaal"),
            Step.FIRST_CONTACT: _t("First contact", "Eerste contact"),
            Step.INFORMATIVE_INTERVIEW: _t("Informative interview", "Informatief gesprek"),
            Step.REFLECTION: _t("Time to think", "Bedenktijd"),
            Step.REPORT: _t("Report", "Aangifte"),
            Step.DECLINED: _t("No to a report", "Nee tegen aangifte"),
            Step.NOT_INVESTIGATED: _t("No investigation", "Geen onderzoek"),
            Step.INVESTIGATION: _t("Investigation", "Opsporing"),
            Step.ABROAD: _t("Handed to another country", "Overgedragen aan een ander land"),
            Step.PROSECUTION: _t("The prosecutor goes on", "De officier gaat door"),
            Step.DISMISSAL: _t("The prosecutor stops", "De officier stopt"),
            Step.HEARING: _t("Hearing", "Zitting"),
            Step.HEARING_MOVED: _t("Hearing moved", "Zitting verplaatst"),
            Step.CONVICTION: _t("Guilty verdict", "Veroordeling"),
            Step.ACQUITTAL: _t("Not guilty verdict", "Vrijspraak"),
            Step.APPEAL: _t("Appeal", "Hoger beroep"),
            Step.FINAL: _t("Final judgement", "Onherroepelijk vonnis"),
            Step.LEAVE: _t("First leave from prison", "Eerste verlof uit de gevangenis"),
            Step.RELEASE: _t("Release", "Vrijlating"),
            Step.ESCAPE: _t("Escape", "Ontsnapping"),
            Step.REOPENED: _t("Re-opened", "Heropend"),
        },
        Unit: {
            Unit.HOUR: _t("{n} hours", "{n} uur"),
            Unit.DAY: _t("{n} days", "{n} dagen"),
            Unit.MONTH: _t("{n} months", "{n} maanden"),
            Unit.YEAR: _t("{n} years", "{n} jaar"),
        },
    }
)
_ONE: Final[Mapping[Unit, Text]] = MappingProxyType(
    {
        Unit.HOUR: _t("one hour", "één uur"),
        Unit.DAY: _t("one day", "één dag"),
        Unit.MONTH: _t("one month", "één maand"),
        Unit.YEAR: _t("one year", "één jaar"),
    }
)
_AT_ONCE: Final = _t("at once", "meteen")


def named(member: object) -> Text:
    """What a member of one of the tables here or in ``naming`` is called."""
    if isinstance(member, Enum) and type(member) in WORDS:
        return WORDS[type(member)][member]
    return in_words(member)


def length_of(length: int | None, unit: Unit) -> Text | None:
    """How long a term is, in words; None where the law names no length."""
    if length is None:
        return None
    if length == 0:
        return _AT_ONCE
    return _ONE[unit] if length == 1 else named(unit).fill(n=length)
