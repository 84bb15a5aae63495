"""Keeps whether a person wants news of the case; nobody asked is unknown, a yes can come at any moment (Sv 51ac)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import CASE_ROLES, PORTAL_ROLES, person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import Person
from waarborg.apps.rights.models import Choice, Notice, NoticeState
from waarborg.apps.rights.noticing import end_of
from waarborg.kernel.actors import Actor
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import PersonId
from waarborg.law.notices import NOTICES

#: The person, who acts for them, and staff to whom the person said it.
MAY_CHOOSE: Final = CASE_ROLES | PORTAL_ROLES


@act("choice.make")
def choose_information(*, actor: Actor, on: datetime, person: PersonId, wants: bool | None) -> Choice | Refusal:
    """Keep whether the person wants to be told about the case.

    Nothing that happened is lost by a no: what was not told stays, and is due after a yes, with its term from then.

    Args:
        actor: the person, who acts for them, or staff of the case.
        on: when (aware).
        person: who chooses.
        wants: yes, no, or None where the person would rather not say: that is unknown, and is asked again.
    """
    who = person_in_reach(actor=actor, person=person, roles=MAY_CHOOSE)
    if isinstance(who, Refusal):
        return who
    earlier = Choice.objects.select_for_update().filter(person=who).first()
    choice, _ = Choice.objects.update_or_create(person=who, defaults={"wants_information": wants, "changed_at": on})
    opening = enter(who.pk, who.case, scope=who.case, detail={"wants": str(wants)})
    if earlier is not None and earlier.wants_information is False and wants is not False:
        _run_terms_again(who, on)
        _say_the_rest(who, on, opening)
    return choice


def _say_the_rest(person: Person, on: datetime, opening: Opening) -> None:
    """Make what was said only in part due in full, beside what was said."""
    for notice in Notice.objects.filter(person=person).exclude(unsaid=b"").select_related("person"):
        rest = Notice(
            person=person,
            about=notice.about,
            event=f"{notice.event}+{on:%Y%m%d}",
            known_at=on,
            due_by=end_of(NOTICES[notice.about].term, on),
            form=notice.form,
            recipient=notice.recipient,
            language=notice.language,
        )
        opening.seal(rest, "text", opening.read(notice, "unsaid"))
        rest.save(force_insert=True)
        notice.unsaid = b""
        notice.save(update_fields=["unsaid"])


def _run_terms_again(person: Person, on: datetime) -> None:
    """Let the terms of what was not wanted before run from the moment at which it is."""
    for notice in Notice.objects.filter(person=person, state=NoticeState.DUE):
        about = NOTICES[notice.about]
        again = end_of(about.term, on) if about.on_request else None
        if again is not None and notice.due_by is not None and notice.due_by < again:
            notice.due_by = again
            notice.save(update_fields=["due_by"])
