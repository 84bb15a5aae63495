"""How a case begins: after a report, after a notification, or ex officio with neither; and the number that it gets.

Invariant: nobody's report or complaint is needed (M3, M9, B11). Numbers run without gaps: a case that is not opened
after all has used none.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from django.db.models import F

from waarborg.apps.cases.access import (
    INVESTIGATION_SERVICES,
    NO_INVESTIGATION_SERVICE,
    TEAM_ROLES,
    not_admitted,
)
from waarborg.apps.cases.life import keep_step
from waarborg.apps.cases.models import (
    Case,
    CaseNumber,
    CaseService,
    CaseState,
    CaseStep,
    NeedToKnow,
    Origin,
    TakenReport,
)
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import make_key
from waarborg.apps.custody.outbox import announce
from waarborg.apps.reports.taking import take
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import CaseId, ReportId
from waarborg.kernel.texts import Text


class Exploitation(StrEnum):
    """What a case is about; one case can be about several."""

    SEXUAL = "sexual"
    LABOUR = "labour"
    CRIMINAL = "criminal"
    BEGGING = "begging"
    ORGANS = "organs"
    DOMESTIC_SERVITUDE = "domestic_servitude"
    FORCED_MARRIAGE = "forced_marriage"
    OTHER = "other"


@act("case.open")
def open_case(
    *,
    actor: Actor,
    on: datetime,
    origin: Origin,
    title: str,
    region: str,
    lead: Service | None = None,
    summary: str = "",
    exploitation: Collection[Exploitation] = (),
) -> Case | Refusal:
    """Open a case, make its key, and give the opener a need to know it.

    Args:
        actor: a detective, team leader or prosecutor.
        on: when (aware); its year is in the number.
        origin: what the case starts with; see also :func:`open_from_report`.
        title: a plain word for the team; no name.
        region: where it is worked on.
        lead: the investigation service that leads; by default the actor's own.
        summary: what is known; for a case ex officio it says why one is opened.
        exploitation: what it is about, as far as known.
    """
    service = lead or actor.service
    refused = _not_opened(actor, title, service)
    if refused is None and origin is Origin.EX_OFFICIO and not summary.strip():
        refused = WHY_MISSING
    if refused or service is None:
        return refused or NO_INVESTIGATION_SERVICE
    case = Case(
        id=CaseId.new(),
        number=_next_number(day_of(on)),
        state=CaseState.SIGNAL,
        origin=origin,
        lead=service,
        region=region,
        exploitation=" ".join(sorted(set(exploitation))),
        opened_on=day_of(on),
    )
    make_key(case.scope)
    opening = enter(case.pk, scope=case.scope, detail={"origin": origin})
    opening.seal(case, "title", title)
    opening.seal(case, "summary", summary)
    case.save(force_insert=True)
    CaseService.objects.create(case=case, service=service, since=day_of(on))
    if not actor.has(Role.HOUSE):
        NeedToKnow.objects.create(case=case, account=actor.id, since=on, granted_by=actor.id)
    keep_step(CaseStep(case=case, at=on, by=actor.id, state=CaseState.SIGNAL), opening, "")
    announce(Event(name="case.opened", subjects=(case.pk,), at=on, by=actor.id))
    return case


@act("case.take_over")
def take_over(*, actor: Actor, on: datetime, report: ReportId, case: CaseId, text: str) -> TakenReport | Refusal:
    """Take a report over into a case of the actor's: what is taken, not who sent it.

    Args:
        actor: an officer of the report's door who works on the case.
        on: when (aware).
        report: opened before; exactly one case gets it.
        case: the case.
        text: what the officer chose to take from it; it is sealed under the case's key.
    """
    refused = not_admitted(actor=actor, case=case, roles=TEAM_ROLES)
    if refused is None and not text.strip():
        refused = TEXT_BLANK
    if refused:
        return refused
    taken = take(actor=actor, on=on, report=report, case=case)
    if isinstance(taken, Refusal):
        return taken
    opening = enter(case, report, scope=case)
    kept = TakenReport.objects.create(case_id=case, report=report, taken_at=on, taken_by=actor.id)
    opening.seal(kept, "text", text)
    kept.save(update_fields=["text"])
    announce(Event(name="case.report_taken", subjects=(case, report), at=on, by=actor.id))
    return kept


@act("case.open_from_report")
def open_from_report(
    *,
    actor: Actor,
    on: datetime,
    report: ReportId,
    text: str,
    title: str,
    region: str,
    lead: Service | None = None,
    summary: str = "",
    exploitation: Collection[Exploitation] = (),
) -> Case | Refusal:
    """Open a case and take a report over into it, both or neither; the arguments are those of the two acts."""
    case = open_case(
        actor=actor,
        on=on,
        origin=Origin.REPORT,
        title=title,
        region=region,
        lead=lead,
        summary=summary,
        exploitation=exploitation,
    )
    if isinstance(case, Refusal):
        return case
    taken = take_over(actor=actor, on=on, report=report, case=CaseId(case.pk), text=text)
    return taken if isinstance(taken, Refusal) else case


def _not_opened(actor: Actor, title: str, lead: Service | None) -> Refusal | None:
    """Why no case is opened, or None."""
    if not actor.has(Role.HOUSE, *TEAM_ROLES):
        return NOT_AN_OPENER
    if not title.strip():
        return TITLE_BLANK
    return None if lead in INVESTIGATION_SERVICES else NO_INVESTIGATION_SERVICE


def _next_number(day: date) -> str:
    """The next number of the year of ``day``; its row is held until the act ends, so it is nobody else's."""
    CaseNumber.objects.get_or_create(year=day.year)
    CaseNumber.objects.filter(year=day.year).update(last=F("last") + 1)
    return f"WB-{day.year}-{CaseNumber.objects.get(year=day.year).last:04d}"


_NOT_OPENED: Final = Text(en="The case was not opened.", nl="De zaak is niet geopend.")
_ASK: Final = Text(en="Ask your team leader.", nl="Vraag het uw teamleider.")

NOT_AN_OPENER: Final = Refusal(
    code="case.open.role",
    what=_NOT_OPENED,
    why=Text(
        en="Only a detective, a team leader or a prosecutor opens a case.",
        nl="Alleen een rechercheur, een teamleider of een officier opent een zaak.",
    ),
    instead=Text(
        en="You can hand what you have to a door with detectives.",
        nl="U kunt wat u heeft overdragen aan een loket met rechercheurs.",
    ),
    ask=_ASK,
    on_record=True,
)
TITLE_BLANK: Final = Refusal(
    code="case.open.title_blank",
    what=_NOT_OPENED,
    why=Text(en="It has no title.", nl="De titel ontbreekt."),
    instead=Text(
        en="Choose a plain word that your team knows, without a name.",
        nl="Kies een gewoon woord dat uw team kent, zonder naam.",
    ),
    ask=_ASK,
)
WHY_MISSING: Final = Refusal(
    code="case.open.why_missing",
    what=_NOT_OPENED,
    why=Text(
        en="Nobody reported or notified it, and what is known is not written down.",
        nl="Niemand heeft het gemeld, en wat bekend is staat nergens.",
    ),
    instead=Text(
        en="Write what is known. No report is needed.", nl="Schrijf wat bekend is. Een aangifte is niet nodig."
    ),
    ask=_ASK,
)
TEXT_BLANK: Final = Refusal(
    code="case.take_over.text_blank",
    what=Text(en="The report was not taken over.", nl="De melding is niet overgenomen."),
    why=Text(en="Nothing was chosen from it.", nl="Er is niets uit gekozen."),
    instead=Text(en="Choose what the case must know.", nl="Kies wat de zaak moet weten."),
    ask=_ASK,
)
