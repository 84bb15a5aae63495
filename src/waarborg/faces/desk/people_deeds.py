"""What can be done about a person, and each step of a victim's road: one row of a table for each act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases import age_statements, persons, roads
from waarborg.apps.cases.models import VictimState
from waarborg.apps.cases.queries import RoadView
from waarborg.apps.cases.road_kinds import StepKind
from waarborg.apps.cases.roads import STEPS
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.apps.people.queries import PersonView
from waarborg.apps.rights.inviting import invite
from waarborg.faces.desk import people_forms as forms
from waarborg.faces.desk.cases_opened import OpenCase
from waarborg.faces.desk.deeds import Deed, Doing
from waarborg.faces.desk.fields import Choices, say
from waarborg.faces.shell.dates import short_day
from waarborg.kernel.ids import AccountId, PersonId


def _age(doing: Doing[PersonId]) -> object:
    said = {**doing.said, "born": doing.said["born"].strip() or None}
    return age_statements.state_age(actor=doing.actor, on=doing.on, person=doing.subject, **said)


def _reject(doing: Doing[PersonId]) -> object:
    statement, why = int(doing.said["statement"]), doing.said["reason"]
    return age_statements.reject_age(actor=doing.actor, on=doing.on, statement=statement, reason=why)


def _facts(doing: Doing[PersonId]) -> object:
    said = dict(doing.said)
    why = said.pop("reason")
    return persons.state_facts(actor=doing.actor, on=doing.on, person=doing.subject, facts=Facts(**said), reason=why)


def _reach(doing: Doing[PersonId]) -> object:
    return persons.state_reach(actor=doing.actor, on=doing.on, person=doing.subject, **doing.said)


def _capacity(doing: Doing[PersonId]) -> object:
    return persons.add_capacity(actor=doing.actor, on=doing.on, person=doing.subject, kind=doing.said["kind"])


def _represent(doing: Doing[PersonId]) -> object:
    other = PersonId(doing.said["representative"])
    return persons.represent(
        actor=doing.actor, on=doing.on, person=doing.subject, representative=other, kind=doing.said["kind"]
    )


def _end_representation(doing: Doing[PersonId]) -> object:
    other = PersonId(doing.said["acting"])
    return persons.end_representation(
        actor=doing.actor, on=doing.on, person=doing.subject, representative=other, reason=doing.said["reason"]
    )


def _invite(doing: Doing[PersonId]) -> object:
    return invite(actor=doing.actor, on=doing.on, person=doing.subject, role=doing.said["role"])


def _found(doing: Doing[PersonId]) -> object:
    return roads.make_first_contact(actor=doing.actor, on=doing.on, person=doing.subject)


def _informed(doing: Doing[PersonId]) -> object:
    return roads.hold_informative(actor=doing.actor, on=doing.on, person=doing.subject)


def _offer(doing: Doing[PersonId]) -> object:
    return roads.offer_reflection(actor=doing.actor, on=doing.on, person=doing.subject)


def _accept(doing: Doing[PersonId]) -> object:
    return roads.accept_reflection(
        actor=doing.actor,
        on=doing.on,
        person=doing.subject,
        in_detention=doing.said["in_detention"] == "yes",
        consents=doing.said["consents"],
    )


def _end(doing: Doing[PersonId]) -> object:
    return roads.end_reflection(
        actor=doing.actor,
        on=doing.on,
        person=doing.subject,
        ground=doing.said["ground"],
        reason=doing.said["reason"],
    )


def _report(doing: Doing[PersonId]) -> object:
    takers = [AccountId(account) for account in doing.said["taken_by"]]
    why = doing.said["acute_reason"]
    return roads.record_report(actor=doing.actor, on=doing.on, person=doing.subject, taken_by=takers, acute_reason=why)


def _decline(doing: Doing[PersonId]) -> object:
    return roads.decline(actor=doing.actor, on=doing.on, person=doing.subject, reason=doing.said["reason"])


def _reconsider(doing: Doing[PersonId]) -> object:
    return roads.reconsider(actor=doing.actor, on=doing.on, person=doing.subject)


#: What is known of a person, by the name in the address.
KNOWN: Final[Mapping[str, Deed[PersonId]]] = {
    "age": Deed(
        title=_("Add what a source says of the age"),
        says=_("Every source is kept. Sources that disagree stand side by side, and the youngest possible age counts."),
        button=_("Add this source"),
        done=_("The source was added. Interviews that rested on the age are looked at again."),
        form=forms.AgeForm,
        do=_age,
    ),
    "reject": Deed(
        title=_("Reject what a source says of the age"),
        says=_("It stays on file with your reason, and does not count any more. Protection never goes down by itself."),
        button=_("Reject this source"),
        done=_("The source was rejected, and stays on file."),
        form=forms.RejectForm,
        do=_reject,
    ),
    "facts": Deed(
        title=_("Enter what is known"),
        says=_("Doubt protects as yes does. What nobody knows stays unknown, and is never read as no."),
        button=_("Enter this"),
        done=_("It was entered."),
        form=forms.FactsForm,
        do=_facts,
    ),
    "reach": Deed(
        title=_("Change name, contact or address"),
        says=_("Where letters go is the person’s own choice."),
        button=_("Change it"),
        done=_("It was changed."),
        form=forms.ReachForm,
        do=_reach,
    ),
    "capacity": Deed(
        title=_("Enter what the person also is"),
        says=_("A victim can also be a suspect. Then the prosecutor must look at not prosecuting or punishing."),
        button=_("Enter this"),
        done=_("It was entered."),
        form=forms.CapacityForm,
        do=_capacity,
    ),
    "representative": Deed(
        title=_("Enter a representative"),
        says=_("A suspect in the case cannot act for a victim."),
        button=_("Enter this representative"),
        done=_("The representative was entered."),
        form=forms.RepresentForm,
        do=_represent,
    ),
    "end-representative": Deed(
        title=_("End that somebody acts for the person"),
        says=_("Their portal account reaches this person no longer."),
        button=_("End it"),
        done=_("It was ended."),
        form=forms.EndRepresentForm,
        do=_end_representation,
    ),
    "invite": Deed(
        title=_("Make a code for the portal"),
        says=_("Hand the code over in person. It works for 14 days, opens one account, and is shown once."),
        button=_("Make the code"),
        done=_("The code was made."),
        form=forms.InviteForm,
        do=_invite,
    ),
}
#: The steps of a victim's road, with what each is.
ROAD: Final[Mapping[str, tuple[StepKind, Deed[PersonId]]]] = {
    "first-contact": (
        StepKind.FOUND,
        Deed(
            title=_("Enter the first contact"),
            says=_(
                "A service speaks with the person for the first time. "
                "The rights statement is due at once, and support begins."
            ),
            button=_("Enter the first contact"),
            done=_("The first contact was entered. Support has begun."),
            do=_found,
        ),
    ),
    "informed": (
        StepKind.INFORMED,
        Deed(
            title=_("Enter that the informative interview was held"),
            says=_("From then on the choice is the person’s: yes, no, or time to think."),
            button=_("Enter that it was held"),
            done=_("The informative interview was entered."),
            do=_informed,
        ),
    ),
    "offer": (
        StepKind.REFLECTION_OFFERED,
        Deed(
            title=_("Offer time to think"),
            says=_(
                "It is due at the slightest sign, to a person without lawful stay. Not knowing is no reason to wait."
            ),
            button=_("Enter that it was offered"),
            done=_("It was entered that time to think was offered."),
            do=_offer,
        ),
    ),
    "accept": (
        StepKind.REFLECTION_ACCEPTED,
        Deed(
            title=_("Enter that the person takes time to think"),
            says=_("Three months at most, once. It cannot be made longer."),
            button=_("Let it begin"),
            done=_("Time to think has begun."),
            form=forms.AcceptForm,
            do=_accept,
        ),
    ),
    "end": (
        StepKind.REFLECTION_ENDED,
        Deed(
            title=_("Enter that time to think ended early"),
            says=_("There are four ways in which it ends. A report and a no end it by themselves."),
            button=_("Enter how it ended"),
            done=_("It was entered how time to think ended."),
            form=forms.EndReflectionForm,
            do=_end,
        ),
    ),
    "report": (
        StepKind.REPORTED,
        Deed(
            title=_("Enter the report"),
            says=_("A report cannot be withdrawn. Certified detectives take it, after an informative interview."),
            button=_("Enter the report"),
            done=_("The report was entered."),
            form=forms.ReportForm,
            do=_report,
        ),
    ),
    "decline": (
        StepKind.DECLINED,
        Deed(
            title=_("Enter a no to a report"),
            says=_("The person’s interviews stop. The case may go on, and support goes on."),
            button=_("Enter the no"),
            done=_("The no was entered. Planned interviews with this person were stopped."),
            form=forms.DeclineForm,
            do=_decline,
        ),
    ),
    "reconsider": (
        StepKind.RECONSIDERED,
        Deed(
            title=_("Enter that the person came back on the no"),
            says=_("The person may be spoken with again. It promises no report."),
            button=_("Enter this"),
            done=_("It was entered. The person may be spoken with again."),
            do=_reconsider,
        ),
    ),
}
DEEDS: Final[Mapping[str, Deed[PersonId]]] = {**KNOWN, **{name: deed for name, (_kind, deed) in ROAD.items()}}


def steps_from(road: RoadView | None) -> dict[str, Deed[PersonId]]:
    """The steps that follow on where a victim is now; none but the first contact before it."""
    if road is None:
        return {"first-contact": ROAD["first-contact"][1]}
    state = VictimState(road.state)
    found = {name: deed for name, (kind, deed) in ROAD.items() if state in STEPS[kind]}
    if road.thinking is not None or road.offered_on is None:
        found.pop("accept", None)
    if road.thinking is not None:
        found.pop("offer", None)
    return found


def choices_of(found: OpenCase, person: PersonView) -> dict[str, Choices]:
    """The sources, colleagues and other people to choose from."""
    others = [(value, words) for value, words in found.choices() if value != person.id]
    return {
        "statement": [
            (str(each.statement.id), f"{each.statement.source}, {say(short_day(each.statement.on, year=True))}")
            for each in person.age.sources
            if not each.statement.rejected
        ],
        "representative": others,
        "acting": [(str(each.id), each.called) for each in person.representatives],
        "taken_by": found.colleagues(),
    }


def initial_of(person: PersonView) -> dict[str, object]:
    """What is known, as the forms begin with it."""
    child = {True: Answer.YES, False: Answer.NO, None: Answer.UNKNOWN}[person.believed_child]
    return {
        "called": person.called,
        "contact": person.contact,
        "address": person.address,
        "language": person.language,
        "interpreter": person.interpreter.value,
        "lawful_stay": person.lawful_stay.value,
        "intellectual_disability": person.intellectual_disability.value,
        "cognitive_disorder": person.cognitive_disorder.value,
        "believed_child": child.value,
    }


#: In which capacities somebody is heard, in the order in which one is chosen to ask the rulebook.
HEARD_AS: Final = (
    CapacityKind.VICTIM,
    CapacityKind.REPORTING_WITNESS,
    CapacityKind.WITNESS,
    CapacityKind.SUSPECT,
)
