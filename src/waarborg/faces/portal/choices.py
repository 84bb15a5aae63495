"""A person's choices: what they want to be told, how and where they can be reached, and in which language."""

from __future__ import annotations

from django import forms
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.persons import state_reach
from waarborg.apps.rights import choosing
from waarborg.apps.rights.queries import wants_news
from waarborg.faces.portal.whose import Here, Tried, opened, shown, try_form
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page

_WANTS = {"yes": True, "no": False, "rather_not": None}
_SAID = {wants: said for said, wants in _WANTS.items()}


class NewsForm(forms.Form):
    """Whether the person wants news of the case."""

    news = forms.ChoiceField(
        label=_("Do you want to hear news about the case?"),
        choices=[
            ("yes", _("Yes, tell me")),
            ("no", _("No, I do not want to hear it")),
            ("rather_not", _("I would rather not say")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one answer, or choose “I would rather not say”.")},
    )


class ReachForm(forms.Form):
    """Where letters go, and how the person can be reached safely."""

    address = forms.CharField(
        label=_("Where do your letters go?"),
        help_text=_("It does not have to be your home. It can be your lawyer or a shelter."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    contact = forms.CharField(
        label=_("How can we reach you safely, and when?"),
        help_text=_("For example: call after six, say nothing to others."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )


@page("GET", roles=PORTAL_ROLES)
def choices(request: Asked) -> Answer:
    """Every choice on one page, each with its own button."""
    return _page(request)


@page("POST", roles=PORTAL_ROLES)
def choose_news(request: Asked) -> Answer:
    """Whether the person wants news of the case; a yes lets everything be told that was not."""
    tried = try_form(
        request,
        NewsForm,
        lambda person, form: choosing.choose_information(
            actor=request.actor, on=request.now, person=person, wants=_WANTS[form.cleaned_data["news"]]
        ),
        said=_("Your choice was kept."),
        to=reverse("choices"),
    )
    return _page(request, news=tried) if isinstance(tried, Tried) else tried


@page("POST", roles=PORTAL_ROLES)
def choose_reach(request: Asked) -> Answer:
    """Where letters go, and how the person is reached safely."""
    tried = try_form(
        request,
        ReachForm,
        lambda person, form: state_reach(
            actor=request.actor,
            on=request.now,
            person=person,
            address=form.cleaned_data["address"].strip(),
            contact=form.cleaned_data["contact"].strip(),
        ),
        said=_("Your choice was kept."),
        to=reverse("choices"),
    )
    return _page(request, reach=tried) if isinstance(tried, Tried) else tried


def _page(request: Asked, news: Tried[NewsForm] | None = None, reach: Tried[ReachForm] | None = None) -> Answer:
    """The page, with the form that came back."""
    back = news or reach
    here = opened(request, "portal.choices", person=back.person if back else None)
    if not isinstance(here, Here):
        return here
    wants = wants_news(here.person)
    chosen = {} if wants is None else {"news": _SAID[wants]}
    return shown(
        request,
        "portal/choices.html",
        here,
        form=back.form if back else None,
        refusal=back.refusal if back else None,
        news=news.form if news else NewsForm(initial=chosen),
        reach=reach.form if reach else ReachForm(initial={"address": here.view.address, "contact": here.view.contact}),
    )


urlpatterns = [
    path("choices/", choices, name="choices"),
    path("choices/news/", choose_news, name="choose_news"),
    path("choices/reach/", choose_reach, name="choose_reach"),
]
