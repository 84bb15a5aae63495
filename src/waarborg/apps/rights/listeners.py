"""Makes notices due when earlier apps say that something happened, and keeps representatives' accounts true.

Delivered twice, nothing is made twice. What a decision itself makes due is made by its own act, under the same names,
and is not made again here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.apps.people.models import AccountPerson
from waarborg.apps.rights.inviting import hold_represented
from waarborg.apps.rights.noticing import make_notices, occurrence, still_to_make
from waarborg.kernel.actors import THE_HOUSE, Role
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.events import Event, listens_to
from waarborg.kernel.ids import CaseId, PersonId
from waarborg.law.steps import Step

#: The step of the road that each event reaches.
STEP_OF: Final[Mapping[str, Step]] = MappingProxyType(
    {
        "victim.found": Step.FIRST_CONTACT,
        "victim.informed": Step.INFORMATIVE_INTERVIEW,
        "victim.reflection_accepted": Step.REFLECTION,
        "victim.reported": Step.REPORT,
        "victim.declined": Step.DECLINED,
        "case.investigation_started": Step.INVESTIGATION,
        "case.not_investigated": Step.NOT_INVESTIGATED,
        "case.transferred": Step.ABROAD,
        "case.reopened": Step.REOPENED,
    }
)


def make_due(event: Event) -> None:
    """Make the notices of one event: for the person it names, or for every victim of the case."""
    case = next(CaseId(subject) for subject in event.subjects if subject.startswith(f"{CaseId.prefix}_"))
    named = tuple(PersonId(subject) for subject in event.subjects if subject.startswith(f"{PersonId.prefix}_"))
    step, persons = STEP_OF[event.name], named or None
    happened = occurrence(event.subjects[0], event.at)
    if not still_to_make(case=case, step=step, event=happened, persons=persons):
        return
    made = make_notices(actor=THE_HOUSE, on=event.at, case=case, step=step, event=happened, persons=persons)
    if isinstance(made, Refusal):
        message = f"{event.name} made no notices: {made.code}"
        raise Fault(message)


@listens_to("person.represented")
@listens_to("person.representation_ended")
def keep_accounts_true(event: Event) -> None:
    """Let a representative's portal account reach whom the person now acts for, and nobody any more afterwards."""
    representative = PersonId(event.subjects[1])
    if AccountPerson.objects.filter(person=representative, account__held_roles__role=Role.REPRESENTATIVE).exists():
        hold_represented(actor=THE_HOUSE, on=event.at, representative=representative)


for _name in STEP_OF:
    listens_to(_name)(make_due)
