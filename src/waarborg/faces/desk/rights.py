"""The section of rights: each right of one victim by the moment at which it opens, with what happened to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import CASE_ROLES
from waarborg.apps.people.models import Answer as Known
from waarborg.apps.people.models import Person
from waarborg.apps.people.queries import staff_names
from waarborg.apps.rights.choosing import choose_information
from waarborg.apps.rights.exercising import (
    AFTER,
    ask_right,
    give_right,
    ground_of,
    refuse_right,
    tell_right,
    tell_rights,
)
from waarborg.apps.rights.models import RightState
from waarborg.apps.rights.noticing import ROLES_OF, wanted
from waarborg.apps.rights.queries import RightView, rights_of
from waarborg.faces.desk.deeds import Deed, Doing, Place, deed_page
from waarborg.faces.desk.fields import DeskForm, area, known_several, say, ticked
from waarborg.faces.desk.outcome_fields import one_named
from waarborg.faces.desk.outcome_opened import victim_opened
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.actors import Actor
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import PersonId
from waarborg.law.rights import RIGHTS
from waarborg.law.steps import Step


@dataclass(frozen=True, slots=True)
class Using:
    """One right of one person."""

    person: PersonId
    right: str


class HowForm(DeskForm):
    """How it was done, where there is something to say."""

    words = area(_("How, and in which language?"), required=False, hint=_("The person can read this."), rows=3)


class RefuseForm(DeskForm):
    """The ground of the law, and why it applies."""

    applies = ticked(_("This ground of the law applies here"))
    reason = area(
        _("Why does it apply?"),
        missing=_("Say why, in words that the person can read."),
        hint=_("The person reads this, with your name and how to object. Write it for them."),
    )


class TellForm(HowForm):
    """Which rights were told at once."""

    rights = known_several(_("Which rights?"), hint=_("Those that were not told yet."))
    field_order = ("rights", "words")


class NewsForm(DeskForm):
    """Whether the person wants news of the case."""

    wants = one_named(
        _("Does the person want news of the case?"),
        [Known.YES, Known.NO, Known.UNKNOWN],
        radio=True,
        words={Known.UNKNOWN: _("Would rather not say, or not asked yet")},
        hint=_("Nothing is lost by a no: what was not told is due after a yes. Some news is always told."),
    )


def _refuse(doing: Doing[Using]) -> object:
    allowed = ground_of(doing.subject.right)
    ground = allowed[0] if allowed and doing.said["applies"] else ""
    return refuse_right(
        actor=doing.actor,
        on=doing.on,
        person=doing.subject.person,
        right=doing.subject.right,
        ground=ground,
        reason=doing.said["reason"],
    )


def _how(doing: Doing[Using]) -> dict[str, Any]:
    using = doing.subject
    return {"actor": doing.actor, "on": doing.on, "person": using.person, "right": using.right, **doing.said}


#: Every step with a right, by the state that it leads to.
DEEDS: Final[Mapping[str, Deed[Using]]] = MappingProxyType(
    {
        RightState.TOLD: Deed(
            title=_("Enter that this right was told"),
            says=_("Telling somebody of a right is not asking them to use it."),
            button=_("Enter that it was told"),
            done=_("Entered: told."),
            do=lambda doing: tell_right(**_how(doing)),
            form=HowForm,
        ),
        RightState.ASKED: Deed(
            title=_("Enter that the person asks for it"),
            says=_("In the person’s own words, where you can. An earlier refusal is no reason not to."),
            button=_("Enter what is asked"),
            done=_("Entered: asked for."),
            do=lambda doing: ask_right(**_how(doing)),
            form=HowForm,
        ),
        RightState.GIVEN: Deed(
            title=_("Enter that it was given"),
            says=_("The person got what this right gives."),
            button=_("Enter that it was given"),
            done=_("Entered: given."),
            do=lambda doing: give_right(**_how(doing)),
            form=HowForm,
        ),
        RightState.REFUSED: Deed(
            title=_("Refuse what was asked"),
            says=_("Only on the ground that the law names, by whom the law names, with a reason."),
            button=_("Refuse, with this reason"),
            done=_("Entered: refused. The person reads the reason."),
            do=_refuse,
            form=RefuseForm,
        ),
    }
)
TELL: Deed[PersonId] = Deed(
    title=_("Enter that rights were told"),
    says=_("Such as with the written statement of rights, or in a talk. Telling is not asking to use them."),
    button=_("Enter that these were told"),
    done=_("Entered: told."),
    do=lambda doing: tell_rights(
        actor=doing.actor,
        on=doing.on,
        person=doing.subject,
        rights=tuple(doing.said["rights"]),
        words=doing.said["words"],
    ),
    form=TellForm,
)
_WANTS: Final = {Known.YES: True, Known.NO: False, Known.UNKNOWN: None}
NEWS: Deed[PersonId] = Deed(
    title=_("News of the case"),
    says=_("The person chooses, and can choose again at any moment."),
    button=_("Enter the choice"),
    done=_("The choice is entered."),
    do=lambda doing: choose_information(
        actor=doing.actor, on=doing.on, person=doing.subject, wants=_WANTS[doing.said["wants"]]
    ),
    form=NewsForm,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One right on the page."""

    view: RightView
    #: What can be written down now, as far as the actor's role decides it.
    ways: Mapping[str, Deed[Using]]


@page("GET", roles=CASE_ROLES)
def rights(request: Asked, person: PersonId) -> Answer:
    """Every right of a victim, by the moment at which it opens."""
    found = victim_opened(request, person, "right.list")
    if isinstance(found, Refusal):
        return found
    case, victim = found
    views = rights_of(actor=case.actor, person=person, opening=case.opening)
    lines = [Line(view=view, ways=_ways(view, case.actor)) for view in views]
    context = {
        "case": case,
        "person": victim,
        "groups": [(step, [line for line in lines if line.view.right.opens is step]) for step in _moments(views)],
        "names": staff_names([step.by for view in views for step in view.steps]),
        "untold": sum(view.state is None for view in views),
        "wants": wanted(Person.objects.select_related("choice").get(pk=person)),
    }
    return render(request, "desk/rights.html", context)


def _moments(views: tuple[RightView, ...]) -> Iterator[Step]:
    yield from dict.fromkeys(view.right.opens for view in views)


def _ways(view: RightView, actor: Actor) -> dict[str, Deed[Using]]:
    refusers = frozenset[object]().union(*(ROLES_OF[bearer] for bearer in view.right.refused_by))
    return {
        str(state): deed
        for state, deed in DEEDS.items()
        if view.state in AFTER[RightState(state)]
        and (state != RightState.REFUSED or actor.roles & refusers)
        # Told once is enough to show; it can be told again through the list.
        and (state != RightState.TOLD or view.state is None)
    }


@page("GET", "POST", roles=CASE_ROLES)
def right_deed(request: Asked, person: PersonId, right: str, right_step: str) -> Answer:
    """One step with one right."""
    if right_step not in DEEDS or right not in RIGHTS:
        raise Http404
    shown = {"above": "desk/parts/right.html", "right": RIGHTS[right]}
    return _at(request, person, DEEDS[right_step], Using(person, right), shown)


@page("GET", "POST", roles=CASE_ROLES)
def rights_told(request: Asked, person: PersonId) -> Answer:
    """Several rights told at once."""
    return _at(request, person, TELL, person, {})


@page("GET", "POST", roles=CASE_ROLES)
def person_news(request: Asked, person: PersonId) -> Answer:
    """Whether a victim wants news of the case."""
    return _at(request, person, NEWS, person, {})


def _at[S](request: Asked, person: PersonId, deed: Deed[S], subject: S, shown: Mapping[str, object]) -> Answer:
    found = victim_opened(request, person, "right.list")
    if isinstance(found, Refusal):
        return found
    case, victim = found
    views = rights_of(actor=case.actor, person=person, opening=case.opening)
    back = reverse("rights", args=[person])
    ups = [{"href": back, "words": _("Rights of %(person)s") % {"person": victim.called}}]
    place = Place(
        subject=subject,
        back=back,
        shown={"case": case, "ups": ups, **shown},
        choices={"rights": [(view.right.id, say(view.right.name)) for view in views if view.state is None]},
        template="desk/outcome_deed.html",
    )
    return deed_page(request, deed, place)


urlpatterns = [
    path("people/<person:person>/rights/", rights, name="rights"),
    path("people/<person:person>/rights/told/", rights_told, name="rights_told"),
    path("people/<person:person>/rights/<slug:right>/<slug:right_step>/", right_deed, name="right_deed"),
    path("people/<person:person>/news/", person_news, name="person_news"),
]
