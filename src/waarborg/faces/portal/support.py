"""A person's support: who goes along, what was done and is planned, asking for something, and ending it by choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django import forms
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.people.queries import staff_names
from waarborg.apps.support import ending, steps
from waarborg.apps.support.models import SupportState, SupportStepKind, WhyEnd
from waarborg.apps.support.queries import SupportEvent, SupportView, support_of
from waarborg.faces.portal.whose import Here, Tried, opened, shown, try_form
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page
from waarborg.kernel.texts import Text

_STEPS: Final = {
    SupportStepKind.OPENED: Text(en="Your support started.", nl="Uw steun begon."),
    SupportStepKind.ASSIGNED: Text(
        en="Somebody goes along with you from now on.", nl="Vanaf nu gaat iemand met u mee."
    ),
    SupportStepKind.NEEDS_ASSESSED: Text(en="We wrote down what you need.", nl="We schreven op wat u nodig hebt."),
    SupportStepKind.SHELTER: Text(en="A safe place to stay.", nl="Een veilige plek om te verblijven."),
    SupportStepKind.TALK: Text(en="A talk was planned.", nl="Er is een gesprek gepland."),
    SupportStepKind.ASKED: Text(en="You asked for something.", nl="U vroeg om iets."),
    SupportStepKind.REVIEW_STARTED: Text(
        en="We started to look at your support again. Nothing stops because of that.",
        nl="We kijken opnieuw naar uw steun. Daardoor stopt er niets.",
    ),
    SupportStepKind.REVIEW_DONE: Text(
        en="We looked at your support. It goes on.", nl="We hebben naar uw steun gekeken. De steun gaat door."
    ),
    SupportStepKind.OFFERED: Text(
        en="We offer you support again. You choose.", nl="We bieden u weer steun aan. U kiest."
    ),
    SupportStepKind.ENDED: Text(en="Your support ended.", nl="Uw steun is gestopt."),
    SupportStepKind.RESUMED: Text(en="Your support started again.", nl="Uw steun begon weer."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened, in words to the person."""

    title: Text
    event: SupportEvent
    #: Whether the person said it, rather than somebody of the support.
    own: bool


class AskForm(forms.Form):
    """Asking for something."""

    words = forms.CharField(
        label=_("What do you need, or what do you want to ask?"),
        help_text=_("For example: another day for a talk, a doctor, a question about money."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what you need. One word is enough.")},
    )


class EndForm(forms.Form):
    """Ending support."""

    words = forms.CharField(
        label=_("What do you want to say about it?"),
        help_text=_("A few words are enough, for example: I do not need it now."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write in a few words that this is what you want.")},
    )


@page("GET", "POST", roles=PORTAL_ROLES)
def support(request: Asked) -> Answer:
    """The person's support; sending the form asks for something, and opens support again where it had ended."""
    tried = try_form(
        request,
        AskForm,
        lambda person, form: steps.ask(
            actor=request.actor, on=request.now, person=person, words=form.cleaned_data["words"]
        ),
        said=_("We wrote down what you ask. Your care coordinator reads it."),
        to=reverse("support"),
    )
    if not isinstance(tried, Tried):
        return tried
    here = opened(request, "portal.support", person=tried.person)
    if not isinstance(here, Here):
        return here
    view = support_of(actor=request.actor, person=here.person, opening=here.opening)
    return shown(
        request,
        "portal/support.html",
        here,
        support=view,
        coordinator=_coordinator(view),
        steps=_told(view),
        coming=_coming(request, view),
        ended=view is not None and view.state == SupportState.ENDED,
        may_end=not here.lawyer,
        form=tried.form,
        refusal=tried.refusal,
    )


@page("GET", "POST", roles=PORTAL_ROLES)
def end(request: Asked) -> Answer:
    """End support by the person's own choice; what it means stands above the form, and asking opens it again."""
    tried = try_form(
        request,
        EndForm,
        lambda person, form: ending.end_support(
            actor=request.actor,
            on=request.now,
            person=person,
            because=WhyEnd.PERSON,
            words=form.cleaned_data["words"],
        ),
        said=_("Your support stopped, because you want that. Ask, and it starts again."),
        to=reverse("support"),
    )
    if not isinstance(tried, Tried):
        return tried
    here = opened(request, "portal.support", person=tried.person)
    if not isinstance(here, Here):
        return here
    view = support_of(actor=request.actor, person=here.person, opening=here.opening)
    return shown(request, "portal/support_end.html", here, support=view, form=tried.form, refusal=tried.refusal)


def _coordinator(view: SupportView | None) -> str:
    """Who goes along, by name; empty while nobody was named."""
    if view is None or view.coordinator is None:
        return ""
    return staff_names([view.coordinator]).get(view.coordinator, "")


def _told(view: SupportView | None) -> tuple[Step, ...]:
    """What happened, newest first."""
    if view is None:
        return ()
    own = {SupportStepKind.ASKED, SupportStepKind.ENDED}
    return tuple(Step(title=_STEPS[step.kind], event=step, own=step.kind in own) for step in reversed(view.steps))


def _coming(request: Asked, view: SupportView | None) -> tuple[SupportEvent, ...]:
    """The talks that are still to come."""
    if view is None:
        return ()
    coming = [step for step in view.steps if step.planned_for and step.planned_for >= request.now]
    return tuple(sorted(coming, key=lambda step: step.planned_for or step.at))


urlpatterns = [path("support/", support, name="support"), path("support/end/", end, name="support_end")]
