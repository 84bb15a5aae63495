"""What can be done from the page of a case, each with its address: who works on it, what is added, where it goes."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.life import MOVES
from waarborg.apps.cases.models import CaseState
from waarborg.faces.desk.cases_deeds import DEEDS, TEAM, WAYS
from waarborg.faces.desk.fields import Words
from waarborg.faces.desk.needs import address
from waarborg.kernel.ids import CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Something that can be done to a case, on a page of its own."""

    title: Words
    says: Words
    button: Words
    href: str


def ways_from(case: CaseId, state: CaseState) -> list[Way]:
    """Where a case can go from a state, by the table of its life; two of these are decisions with a page of theirs."""
    here = [_way(case, name) for name, (to, _deed) in WAYS.items() if to in MOVES[state]]
    decided = [way for to, way in _decisions(case) if to in MOVES[state] and way.href]
    return [*here, *decided]


def team_of(case: CaseId) -> list[Way]:
    """What can be done about who works on a case."""
    return [_way(case, name) for name in TEAM]


def added_to(case: CaseId) -> list[Way]:
    """What can be added to a case on pages of other sections; only those that this desk has."""
    ways = (
        (_("Plan an interview"), _("The rulebook looks along while you plan."), "interview_new"),
        (_("Enter a suspicion"), _("One person, and of what. Then what it rests on can be gathered."), "proof_suspect"),
        (_("Add proof"), _("What each charge rests on, and what is missing."), "proof"),
        (_("Look at signs"), _("Signs of trafficking that were seen, and those nobody looked at."), "case_signals"),
        (_("Decide about a charge"), _("Prosecute, dismiss, or enter what the court says."), "case_decisions"),
        (
            _("Enter a release, leave or escape"),
            _("Victims must be told, after an escape within the hour."),
            "case_detention",
        ),
    )
    found = (Way(title=title, says=says, button=title, href=address(name, case)) for title, says, name in ways)
    return [way for way in found if way.href]


def _way(case: CaseId, name: str) -> Way:
    deed = DEEDS[name]
    return Way(title=deed.title, says=deed.says, button=deed.button, href=address("case_deed", case, name))


def _decisions(case: CaseId) -> tuple[tuple[CaseState, Way], ...]:
    return (
        (
            CaseState.NOT_INVESTIGATED,
            Way(
                title=_("Decide not to investigate"),
                says=_("Each victim must be told within 14 days, and can complain. Support goes on."),
                button=_("Decide"),
                href=address("decide_case", case, "not_investigate"),
            ),
        ),
        (
            CaseState.ABROAD,
            Way(
                title=_("Hand the case to another country"),
                says=_("Each victim must be told at once, with what it can mean for their stay. Support goes on."),
                button=_("Decide"),
                href=address("decide_case", case, "transfer"),
            ),
        ),
    )
