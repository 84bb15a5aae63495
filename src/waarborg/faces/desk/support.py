"""The section of support: one victim's support, what was done and planned, its reviews, and how it can end.

Invariant: nothing of a case says where support is; a case that ended can be tried as a reason, and is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import CASE_ROLES
from waarborg.apps.people.queries import staff_names, staff_with
from waarborg.apps.support import ending, opening, reviewing, steps
from waarborg.apps.support.models import SupportState, SupportStepKind, WhyEnd
from waarborg.apps.support.queries import SupportView, support_of
from waarborg.faces.desk.deeds import Deed, Doing, Place, deed_page
from waarborg.faces.desk.fields import Choices, DeskForm, area, known_one, say
from waarborg.faces.desk.outcome_fields import moment, one_named
from waarborg.faces.desk.outcome_opened import victim_opened
from waarborg.faces.desk.outcome_words import named
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, PersonId


class WordsForm(DeskForm):
    """What it is, in words that the person can read."""

    words = area(_("What?"), missing=_("Say in a few words what it is."), hint=_("The person can read this."))


class TalkForm(WordsForm):
    """When the talk is, and what about."""

    planned_for = moment(_("When is the talk?"), required=False, hint=_("Leave it open where no day is known yet."))
    words = area(
        _("What about, with whom and where?"),
        missing=_("Say in a few words what the talk is about."),
        hint=_("The person can read this."),
    )
    field_order = ("planned_for", "words")


class ShelterForm(TalkForm):
    """From when there is a place, and which."""

    planned_for = moment(_("From when?"), required=False, hint=_("Leave it open where no day is known yet."))
    words = area(
        _("Which shelter, in words?"),
        missing=_("Say in a few words what kind of shelter it is."),
        hint=_("No address. The person can read this."),
    )


class ReviewForm(DeskForm):
    """When the review is."""

    planned_for = moment(_("When is the talk?"), required=False, hint=_("Leave it open where no day is known yet."))


class OutcomeForm(DeskForm):
    """What came out of a review."""

    outcome = area(
        _("What does the person need now, and who does what?"),
        missing=_("Say what the person needs now, and who does what."),
        hint=_("The person can read this."),
    )


class CoordinatorForm(DeskForm):
    """Who goes along with the person."""

    coordinator = known_one(_("Which care coordinator?"))


class EndForm(DeskForm):
    """Why somebody wants to end it; the act answers to each reason."""

    because = one_named(
        _("Why would it end?"),
        WhyEnd,
        radio=True,
        words={
            WhyEnd.PERSON: _("The person wants no more support"),
            WhyEnd.GOALS: _("What was needed is there"),
            WhyEnd.CASE_ENDED: _("The case ended"),
        },
    )
    words = area(
        _("The person’s own words, or which goals were reached and how the person sees it"), required=False, rows=4
    )


def _noted(kind: SupportStepKind) -> Any:  # noqa: ANN401 - the function of a deed
    def do(doing: Doing[PersonId]) -> object:
        said = doing.said
        planned = said.get("planned_for")
        return steps.note_step(
            actor=doing.actor, on=doing.on, person=doing.subject, kind=kind, words=said["words"], planned_for=planned
        )

    return do


def _assign(doing: Doing[PersonId]) -> object:
    coordinator = AccountId(doing.said["coordinator"])
    return opening.assign_coordinator(actor=doing.actor, on=doing.on, person=doing.subject, coordinator=coordinator)


def _end(doing: Doing[PersonId]) -> object:
    because, words = doing.said["because"], doing.said["words"]
    return ending.end_support(actor=doing.actor, on=doing.on, person=doing.subject, because=because, words=words)


#: Every act on support, by the name in the address.
DEEDS: Final[Mapping[str, Deed[PersonId]]] = MappingProxyType(
    {
        "talk": Deed(
            title=_("Plan a talk"),
            says=_("With the person, about what is needed now."),
            button=_("Plan it"),
            done=_("The talk is entered."),
            do=_noted(SupportStepKind.TALK),
            form=TalkForm,
        ),
        "needs": Deed(
            title=_("Enter what the person needs"),
            says=_("What was looked at, and what is needed."),
            button=_("Enter the needs"),
            done=_("Entered."),
            do=_noted(SupportStepKind.NEEDS_ASSESSED),
            form=WordsForm,
        ),
        "shelter": Deed(
            title=_("Enter shelter"),
            says=_("A safe place that was found or planned."),
            button=_("Enter it"),
            done=_("Entered."),
            do=_noted(SupportStepKind.SHELTER),
            form=ShelterForm,
        ),
        "ask": Deed(
            title=_("Enter what the person asks for"),
            says=_("In the person’s own words. Where support had ended, it opens again."),
            button=_("Enter what is asked"),
            done=_("Entered."),
            do=lambda doing: steps.ask(actor=doing.actor, on=doing.on, person=doing.subject, words=doing.said["words"]),
            form=WordsForm,
        ),
        "review": Deed(
            title=_("Plan a support review"),
            says=_("Looks at what is needed now. A review never ends support."),
            button=_("Start the review"),
            done=_("The review is entered. Support goes on."),
            do=lambda doing: reviewing.start_review(
                actor=doing.actor, on=doing.on, person=doing.subject, planned_for=doing.said["planned_for"]
            ),
            form=ReviewForm,
        ),
        "reviewed": Deed(
            title=_("Finish the support review"),
            says=_("Support goes on. Say what came out."),
            button=_("Finish the review"),
            done=_("The review is finished. Support goes on."),
            do=lambda doing: reviewing.finish_review(
                actor=doing.actor, on=doing.on, person=doing.subject, outcome=doing.said["outcome"]
            ),
            form=OutcomeForm,
        ),
        "coordinator": Deed(
            title=_("Say who goes along with the person"),
            says=_("A care coordinator of the region."),
            button=_("Name this coordinator"),
            done=_("The care coordinator is named."),
            do=_assign,
            form=CoordinatorForm,
        ),
        "open": Deed(
            title=_("Open support"),
            says=_("It needs no report, no stay and no case state."),
            button=_("Open support"),
            done=_("Support is open."),
            do=lambda doing: opening.open_support(actor=doing.actor, on=doing.on, person=doing.subject),
        ),
        "end": Deed(
            title=_("End support"),
            says=_("Only the person, or the end of the need, ends support."),
            button=_("End support for this reason"),
            done=_("Support ended. If the person asks for something, it opens again."),
            do=_end,
            form=EndForm,
        ),
    }
)
_NOTE: Final = ("talk", "needs", "shelter")


@page("GET", roles=CASE_ROLES)
def support(request: Asked, person: PersonId) -> Answer:
    """One victim's support."""
    found = victim_opened(request, person, "support.read")
    if isinstance(found, Refusal):
        return found
    case, victim = found
    view = support_of(actor=case.actor, person=person, opening=case.opening)
    names = (
        staff_names([*(step.by for step in view.steps), *([view.coordinator] if view.coordinator else [])])
        if view
        else {}
    )
    context = {
        "case": case,
        "person": victim,
        "support": view,
        "coordinator": names.get(view.coordinator, "") if view and view.coordinator else "",
        "planned": [step for step in view.steps if step.planned_for and step.planned_for >= case.on] if view else [],
        "steps": [(step, names.get(step.by, ""), _cause(step.cause)) for step in reversed(view.steps)] if view else [],
        "ways": {name: DEEDS[name] for name in _ways(view, case.actor)},
    }
    return render(request, "desk/support.html", context)


def _cause(cause: str) -> str:
    """The address of the decision that started something; empty for anything else."""
    return reverse("decision", args=[cause]) if cause.startswith("decision_") else ""


def _ways(view: SupportView | None, actor: Actor) -> list[str]:
    """What can be written down now, as far as the actor's role decides it."""
    if view is None:
        return ["open"] if actor.roles & opening.MAY_OPEN else []
    names = ["ask"] if actor.roles & steps.MAY_ASK else []
    if view.state is not SupportState.ENDED:
        names = [*(_NOTE if actor.roles & steps.MAY_NOTE else ()), *names]
        if view.state is SupportState.REVIEW and actor.roles & reviewing.MAY_FINISH:
            names = ["reviewed", *names]
        names += ["review", *(["coordinator"] if actor.roles & opening.MAY_ASSIGN else []), "end"]
    return names


@page("GET", "POST", roles=CASE_ROLES)
def support_deed(request: Asked, person: PersonId, support_act: str) -> Answer:
    """One act on support; what is refused stands in place, and support stays where it is."""
    if support_act not in DEEDS:
        raise Http404
    found = victim_opened(request, person, "support.read")
    if isinstance(found, Refusal):
        return found
    case, victim = found
    back = reverse("support", args=[person])
    shown = {
        "case": case,
        "ups": [{"href": back, "words": _("Support of %(person)s") % {"person": victim.called}}],
        "above": "desk/parts/support_now.html",
        "support": support_of(actor=case.actor, person=person, opening=case.opening),
        "person": victim,
    }
    place = Place(
        subject=person,
        back=back,
        shown=shown,
        choices={"coordinator": _coordinators()},
        template="desk/outcome_deed.html",
    )
    return deed_page(request, DEEDS[support_act], place)


def _coordinators() -> Choices:
    return [
        (str(each.id), f"{each.name} ({say(named(each.service))})" if each.service else each.name)
        for each in staff_with(Role.CARE_COORDINATOR)
    ]


urlpatterns = [
    path("people/<person:person>/support/", support, name="support"),
    path("people/<person:person>/support/<slug:support_act>/", support_deed, name="support_deed"),
]
