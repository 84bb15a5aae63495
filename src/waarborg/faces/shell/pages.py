"""Makes a function a page of a signed-in site: who may open it, by which methods, and what becomes of a refusal.

Invariants: who lacks the role is refused and the attempt entered before the view runs; the same form sent twice is
answered the same and done once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, Final, cast

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from waarborg.apps.custody.entering import act
from waarborg.apps.people import sent_forms
from waarborg.faces.shell.access import Access, Asked, say_access
from waarborg.faces.shell.actors import actor_of, now
from waarborg.faces.shell.addresses import ids_in
from waarborg.faces.shell.errors import bad_request, refused
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal, Unusable
from waarborg.kernel.texts import Text

#: Who works on the desk, and who uses the portal.
DESK_ROLES: Final = frozenset(
    {
        Role.DETECTIVE,
        Role.TEAM_LEADER,
        Role.PROSECUTOR,
        Role.PROSECUTION_STAFF,
        Role.CARE_COORDINATOR,
        Role.DOOR_OFFICER,
        Role.SUPERVISOR,
        Role.ADMINISTRATOR,
    }
)
PORTAL_ROLES: Final = frozenset({Role.VICTIM, Role.REPRESENTATIVE, Role.LAWYER})

#: The name of the hidden field that makes a form the same form, and the longest value that it has.
FORM_ID: Final = "form_id"
_FORM_ID_AT_MOST: Final = 64

type Answer = HttpResponseBase | Refusal


def page[**P](
    *methods: str, roles: frozenset[Role], personal: bool = True
) -> Callable[[Callable[Concatenate[Asked, P], Answer]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Make a view a page of a signed-in site.

    Args:
        methods: of ``GET`` and ``POST`` those that it answers.
        roles: who may open it; the acts and queries that it calls ask for more, such as a need to know the case.
        personal: whether it shows or changes what belongs to a person. Such a page leaves an entry at every answer,
            and the walk over all pages asks for it; a page that says no must show nothing of anybody.

    The view takes a request with ``actor`` and ``now``, and answers a page or a ``Refusal``.
    """

    def make(view: Callable[Concatenate[Asked, P], Answer]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def shown(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            actor = actor_of(request)
            if actor is None:
                return sign_in_first(request)
            asked = cast("Asked", request)
            asked.actor, asked.now = actor, now()
            if not actor.has(*roles):
                return refused(request, _keep_out(actor=actor, on=asked.now, subjects=ids_in(kwargs)))
            return _answered(asked, lambda: view(asked, *args, **kwargs))

        say_access(shown, Access(methods=frozenset(methods), roles=roles, personal=personal))
        return shown

    return make


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back to this page afterwards where it was only read."""
    target = reverse("sign_in")
    back = request.get_full_path() if request.method == "GET" else ""
    told = {"next": back} if back not in {"", "/"} else {}
    if getattr(request, "was_away", False):
        told["away"] = "1"
    address = f"{target}?{urlencode(told)}" if told else target
    if "HX-Request" in request.headers:
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _answered(request: Asked, view: Callable[[], Answer]) -> HttpResponseBase:
    """What the view answers, done once where the form says which form it is."""
    form = request.POST.get(FORM_ID, "") if request.method == "POST" else ""
    if not form:
        return _page_of(request, view)
    if len(form) > _FORM_ID_AT_MOST or not form.isalnum():
        return bad_request(request)
    with transaction.atomic():
        # Whoever sends the same form meanwhile waits here until this one is done or undone.
        earlier = sent_forms.claim(account=request.actor.id, form=form, on=request.now)
        if earlier is not None:
            return HttpResponseRedirect(earlier) if earlier else refused(request, SENT_ALREADY, status=_CONFLICT)
        response = _page_of(request, view)
        if response.status_code < HTTPStatus.BAD_REQUEST:
            sent_forms.keep_answer(account=request.actor.id, form=form, address=response.headers.get("Location", ""))
        else:
            sent_forms.release(account=request.actor.id, form=form)
    return response


def _page_of(request: Asked, view: Callable[[], Answer]) -> HttpResponseBase:
    """The answer as a page: 403 where a refusal is on record, 409 where the state of things is the reason."""
    try:
        answer = view()
    except Unusable:
        return bad_request(request)
    if isinstance(answer, Refusal):
        return refused(request, answer, status=status_of(answer))
    return answer


def status_of(refusal: Refusal) -> HTTPStatus:
    """403 for what one may not do, which is on record; 409 for what does not go now."""
    return HTTPStatus.FORBIDDEN if refusal.on_record else _CONFLICT


_CONFLICT: Final = HTTPStatus.CONFLICT


def _keep_out(*, actor: Actor, on: datetime, subjects: tuple[str, ...]) -> Refusal:
    """Enter that somebody asked for a page that is not for them."""
    refusal = Refusal(
        code="page.role",
        what=Text(en="You cannot open this page.", nl="U kunt deze pagina niet openen."),
        why=Text(en="It is for people with another task.", nl="De pagina is voor mensen met een andere taak."),
        instead=Text(en="Your own pages stand at the top.", nl="Uw eigen pagina's staan bovenaan."),
        ask=Text(en="Ask your administrator.", nl="Vraag het uw beheerder."),
        on_record=True,
        subjects=subjects,
    )
    _try(actor=actor, on=on, refusal=refusal)
    return refusal


@act("page.open")
def _try(*, actor: Actor, on: datetime, refusal: Refusal) -> Refusal:  # noqa: ARG001 - every act has both
    return refusal


SENT_ALREADY: Final = Refusal(
    code="form.sent",
    what=Text(en="This form was sent already.", nl="Dit formulier was al verzonden."),
    why=Text(en="What it did the first time stands.", nl="Wat het de eerste keer deed, blijft staan."),
    instead=Text(en="Open the page again to do it once more.", nl="Open de pagina opnieuw om het nog eens te doen."),
)
