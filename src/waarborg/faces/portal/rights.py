"""A person's rights, by the moment at which they open: what each is, what happened with it, and using it.

Invariant: a right that cannot be used now says from when it can; a refusal says who, why and what can be done (M6).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django import forms
from django.http import Http404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.people.queries import staff_names
from waarborg.apps.rights import exercising
from waarborg.apps.rights.models import RightState
from waarborg.apps.rights.queries import NoticeView, RightEvent, RightView, notices_of, rights_of
from waarborg.faces.portal.complaints import complainable
from waarborg.faces.portal.whose import Here, Tried, opened, shown, try_form
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page
from waarborg.kernel.texts import Text
from waarborg.law.rights import RIGHTS
from waarborg.law.steps import Step

#: The moments, in order, each with the steps at which its rights open.
MOMENTS: Final = (
    (Text(en="From the start", nl="Vanaf het begin"), frozenset({Step.FIRST_CONTACT, Step.REPORT})),
    (Text(en="If a case stops", nl="Als een zaak stopt"), frozenset({Step.DISMISSAL})),
    (
        Text(en="When there is a court case", nl="Als er een strafzaak is"),
        frozenset({Step.PROSECUTION, Step.HEARING}),
    ),
    (Text(en="After a guilty verdict", nl="Na een veroordeling"), frozenset({Step.CONVICTION})),
)
_OPENS: Final[Mapping[Step, Text]] = MappingProxyType(
    {
        Step.REPORT: Text(en="This opens when you make a report.", nl="Dit kan zodra u aangifte doet."),
        Step.DISMISSAL: Text(
            en="This opens if the case against somebody stops.", nl="Dit kan als de zaak tegen iemand stopt."
        ),
        Step.PROSECUTION: Text(
            en="This opens when somebody has to go to court.", nl="Dit kan zodra iemand naar de rechter moet."
        ),
        Step.HEARING: Text(
            en="This opens when somebody has to go to court.", nl="Dit kan zodra iemand naar de rechter moet."
        ),
        Step.CONVICTION: Text(en="This opens after a guilty verdict.", nl="Dit kan na een veroordeling."),
    }
)
#: A hearing follows on the decision to go on, and is no step of its own here.
_REACHED_BY: Final[Mapping[Step, Step]] = MappingProxyType({Step.HEARING: Step.PROSECUTION})
#: Rights that are used on a page of their own.
_ELSEWHERE: Final[Mapping[str, str]] = MappingProxyType({"information": "choices", "address_of_choice": "choices"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """One right as a page shows it."""

    view: RightView
    #: Why it cannot be used yet; None where it can.
    opens: Text | None
    #: The last step with it that counts; None where nobody told it yet.
    last: RightEvent | None
    #: Who took that step; empty where it was the person's side.
    by: str
    #: The page on which it is used.
    href: str


class AskForm(forms.Form):
    """Using a right."""

    words = forms.CharField(
        label=_("What do you want to say about it?"),
        help_text=_("You can leave this empty. The people who work on your case read it."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@page("GET", roles=PORTAL_ROLES)
def rights(request: Asked) -> Answer:
    """Every right, by its moment."""
    here = opened(request, "portal.rights")
    if not isinstance(here, Here):
        return here
    all_rights = rights_here(request, here)
    groups = [(title, [right for right in all_rights if right.view.right.opens in steps]) for title, steps in MOMENTS]
    return shown(request, "portal/rights.html", here, groups=groups)


@page("GET", "POST", roles=PORTAL_ROLES)
def right(request: Asked, right: str) -> Answer:
    """One right: what happened with it, and the form to use it."""
    if right not in RIGHTS:
        raise Http404
    tried = try_form(
        request,
        AskForm,
        lambda person, form: exercising.ask_right(
            actor=request.actor, on=request.now, person=person, right=right, words=form.cleaned_data["words"]
        ),
        said=_("You asked to use this right. The answer comes here."),
        to=reverse("right", args=[right]),
    )
    if not isinstance(tried, Tried):
        return tried
    here = opened(request, "portal.right", person=tried.person)
    if not isinstance(here, Here):
        return here
    found = next(each for each in rights_here(request, here) if each.view.right.id == right)
    complaints = complainable(request, here) if right == "complaint" else ()
    return shown(
        request, "portal/right.html", here, right=found, form=tried.form, refusal=tried.refusal, complaints=complaints,
        steps=_steps(found.view),
    )  # fmt: skip


def rights_here(request: Asked, here: Here) -> tuple[Right, ...]:
    """Every right of the person with what happened to it and whether it can be used."""
    notices = notices_of(actor=request.actor, person=here.person, opening=here.opening)
    reached = _reached(notices)
    views = rights_of(actor=request.actor, person=here.person, opening=here.opening)
    names = staff_names({step.by for view in views for step in view.steps})
    return tuple(_right(view, reached, {str(account): name for account, name in names.items()}) for view in views)


def _reached(notices: Collection[NoticeView]) -> frozenset[Step]:
    """The steps that the person knows to have been reached."""
    return frozenset({Step.FIRST_CONTACT, *(view.about.on for view in notices)})


def _right(view: RightView, reached: Collection[Step], names: Mapping[str, str]) -> Right:
    law = view.right
    can = _REACHED_BY.get(law.opens, law.opens) in reached or view.state in {RightState.ASKED, RightState.GIVEN}
    counting = [step for step in view.steps if step.state == view.state]
    last = counting[-1] if counting else None
    return Right(
        view=view,
        opens=None if can else _OPENS[law.opens],
        last=last,
        by=names.get(last.by, "") if last else "",
        href=reverse(_ELSEWHERE[law.id]) if law.id in _ELSEWHERE else reverse("right", args=[law.id]),
    )


def _steps(view: RightView) -> tuple[RightEvent, ...]:
    """What happened, newest first."""
    return tuple(reversed(view.steps))


urlpatterns = [path("rights/", rights, name="rights"), path("rights/<slug:right>/", right, name="right")]
