"""Whose pages these are: the person whom the account is or acts for, chosen where there are several, and opened.

Invariant: nothing of a person is read before an entry names them, and a form says for itself about whom it is, so that
a choice made in another tab changes nobody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import Promise

from waarborg.apps.cases.access import open_case, refuse
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import Person
from waarborg.apps.people.queries import PersonView, held_persons, person_view
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page
from waarborg.kernel.actors import Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Problem, Refusal, Unusable
from waarborg.kernel.ids import CaseId, PersonId
from waarborg.kernel.texts import Text

#: In the session: the person chosen last.
_CHOSEN: Final = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The person whom a page is about, opened for it."""

    case: CaseId
    person: PersonId
    opening: Opening
    view: PersonView
    #: Whether the person is the one who is signed in, and not somebody who acts for them.
    own: bool
    #: Whether the one who is signed in is their lawyer.
    lawyer: bool
    #: Whether the account has more persons, of whom one was chosen.
    several: bool


def opened(request: Asked, what: str, *, person: PersonId | None = None) -> Here | Answer:
    """Enter that the pages of a person are read, then open them.

    Args:
        request: who asks.
        what: ``noun.read``, the page.
        person: whom it is about; else the one chosen, or the only one there is.

    Returns:
        The person opened; or the answer to give instead, such as the page on which one is chosen.
    """
    held = dict(held_persons(request.actor))
    if not held:
        return _nobody(request, what)
    chosen = person or _chosen(request, tuple(held))
    if chosen is None:
        return HttpResponseRedirect(reverse("whose"))
    case = held.get(chosen)
    if case is None:
        return refuse(actor=request.actor, on=request.now, what=what, refused=somebody_else(chosen))
    opening = open_case(actor=request.actor, on=request.now, case=case, what=what, persons=(chosen,))
    if isinstance(opening, Refusal):
        return opening
    own = request.actor.has(Role.VICTIM)
    return Here(
        case=case,
        person=chosen,
        opening=opening,
        view=person_view(Person.objects.get(pk=chosen), opening, on=day_of(request.now)),
        own=own,
        lawyer=not own and request.actor.has(Role.LAWYER),
        several=len(held) > 1,
    )


def shown(request: Asked, template: str, here: Here, **context: object) -> HttpResponse:
    """A page about a person; 422 where its form came back with something missing, 409 where an act did not go."""
    form, refusal = context.get("form"), context.get("refusal")
    status = HTTPStatus.OK
    if getattr(form, "errors", None):
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    elif isinstance(refusal, Refusal):
        status = HTTPStatus.CONFLICT
    return render(request, template, {"here": here, "now": request.now, **context}, status=status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried[F: Form]:
    """A form that must be shown: for the first time, or because something is missing or did not go."""

    form: F
    refusal: Refusal | None = None
    #: Whom the form that came back is about; None where it is shown for the first time.
    person: PersonId | None = None


def try_form[F: Form](
    request: Asked, form: type[F], do: Callable[[PersonId, F], object], *, said: str | Promise, to: str
) -> Tried[F] | Answer:
    """Do what a form asks, and go on to another page; or the form, as it must be shown.

    Args:
        request: GET for the form, POST to do it.
        form: its questions.
        do: calls the act for the person whom the form is about.
        said: what was done, in words.
        to: where that is said.
    """
    if request.method != "POST":
        return Tried(form=form())
    filled, person = form(request.POST), posted_person(request)
    if not filled.is_valid():
        return Tried(form=filled, person=person)
    given = do(person, filled)
    if not isinstance(given, Refusal):
        return done(request, said, to)
    return given if given.on_record else Tried(form=filled, refusal=given, person=person)


def done(request: Asked, words: str | Promise, to: str) -> HttpResponse:
    """To another page, where it is said what was done."""
    messages.success(request, str(words))
    return HttpResponseRedirect(to, status=HTTPStatus.SEE_OTHER)


def posted_person(request: Asked) -> PersonId:
    """The person whom a form says it is about; the act asks whether the account reaches them.

    Raises:
        Unusable: the form names none.
    """
    found = request.POST.get("person", "")
    try:
        return PersonId(found)
    except ValueError:
        raise Unusable([Problem(path="$.person", found=found, expected="the id of a person")]) from None


def somebody_else(subject: str) -> Refusal:
    """Why something that belongs to somebody else, or is not there, is not shown: both are answered alike."""
    return Refusal(
        code="case.other_person",
        what=Text(en="You cannot open this.", nl="U kunt dit niet openen."),
        why=Text(en="It is about somebody else, or it is not there.", nl="Dit gaat over iemand anders, of is er niet."),
        instead=Text(en="Your own pages stand at the top.", nl="Uw eigen pagina's staan bovenaan."),
        ask=Text(en="Ask your detective or your lawyer.", nl="Vraag het uw rechercheur of uw advocaat."),
        on_record=True,
        subjects=(subject,),
    )


@page("GET", "POST", roles=PORTAL_ROLES)
def whose(request: Asked) -> Answer:
    """Choose whose pages to see, where the account is or acts for several."""
    if request.method == "POST":
        here = opened(request, "portal.choose", person=posted_person(request))
        if not isinstance(here, Here):
            return here
        request.session[_CHOSEN] = str(here.person)
        return HttpResponseRedirect(reverse("start"), status=HTTPStatus.SEE_OTHER)
    persons = [opened(request, "portal.choose", person=person) for person, _ in held_persons(request.actor)]
    seen = [here for here in persons if isinstance(here, Here)]
    if not seen:
        return next((each for each in persons if isinstance(each, Refusal)), None) or _nobody(request, "portal.choose")
    return render(request, "portal/whose.html", {"persons": seen, "chosen": request.session.get(_CHOSEN)})


def _chosen(request: Asked, held: tuple[PersonId, ...]) -> PersonId | None:
    """The person chosen last, or the only one; None where somebody must choose first."""
    if len(held) == 1:
        return held[0]
    kept = request.session.get(_CHOSEN)
    return next((person for person in held if person == kept), None)


def _nobody(request: Asked, what: str) -> Refusal:
    """There is nobody whose pages this account could show; entered, so that it can be told why."""
    refusal = Refusal(
        code="case.nobody",
        what=Text(en="There are no pages to show here.", nl="Hier zijn geen pagina's te laten zien."),
        why=Text(en="Your account acts for nobody now.", nl="Uw account treedt nu voor niemand op."),
        instead=Text(en="You can still change what you sign in with.", nl="U kunt nog wel uw inloggegevens wijzigen."),
        ask=Text(en="Ask the detective who gave you the code.", nl="Vraag het de rechercheur van wie u de code kreeg."),
        on_record=True,
        subjects=(request.actor.id,),
    )
    return refuse(actor=request.actor, on=request.now, what=what, refused=refusal)


urlpatterns = [path("whose/", whose, name="whose")]
