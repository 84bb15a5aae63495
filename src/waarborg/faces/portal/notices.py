"""What a person was told: each notice on its own page, where they can say that they read it or that it is not clear."""

from __future__ import annotations

from typing import Final

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import refuse
from waarborg.apps.people.models import Answer as Known
from waarborg.apps.rights import exercising, telling
from waarborg.apps.rights.queries import NoticeView, notices_of, reached
from waarborg.faces.portal.complaints import complaint_about
from waarborg.faces.portal.news import HEADS, can_confirm, paragraphs
from waarborg.faces.portal.whose import Here, done, opened, shown, somebody_else
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import NoticeId, PersonId

#: Languages in which a notice can be read here; others are read out by an interpreter.
_READ_HERE: Final = frozenset({"", "en", "nl"})

_READ: Final = _("Thank you. We wrote down that you read this.")
_UNCLEAR: Final = _("We wrote down that this is not clear. Somebody will explain it to you.")
#: What the desk reads, in its own language.
_EXPLAIN: Final = "The person asks for an explanation of this news: %(title)s"


@page("GET", roles=PORTAL_ROLES)
def notice(request: Asked, notice: NoticeId) -> Answer:
    """One notice: what was said, when and by whom, and what can be done with it."""
    found = _found(request, notice)
    if not isinstance(found, tuple):
        return found
    here, view = found
    return shown(
        request,
        "portal/notice.html",
        here,
        notice=view,
        title=paragraphs(view)[0] if view.in_part else HEADS[view.about.id][0],
        paragraphs=paragraphs(view),
        can_confirm=can_confirm(view, here),
        unclear=view.understood in {Known.NO, Known.DOUBT},
        interpreter=view.language.partition("-")[0] not in _READ_HERE,
        complaint=complaint_about(request, here, view),
    )


@page("POST", roles=PORTAL_ROLES)
def confirm(request: Asked, notice: NoticeId) -> Answer:
    """The person read it, or does not understand it; the second is never the end of it."""
    found = _found(request, notice)
    if not isinstance(found, tuple):
        return found
    here, view = found
    clear = request.POST.get("clear") == "yes"
    if can_confirm(view, here):
        known = Known.YES if clear else Known.NO
        given: object = telling.receive(actor=request.actor, on=request.now, notice=notice, understood=known)
    elif clear:
        given = None
    else:
        words = _EXPLAIN % {"title": HEADS[view.about.id][0].en}
        given = exercising.ask_right(
            actor=request.actor, on=request.now, person=here.person, right="information", words=words
        )
    if isinstance(given, Refusal):
        return given
    return done(request, _READ if clear else _UNCLEAR, reverse("notice", args=[notice]))


def _found(request: Asked, notice: NoticeId) -> tuple[Here, NoticeView] | Answer:
    """The notice with whose it is; held back, unknown and somebody else's are answered alike."""
    row = reached(request.actor).filter(pk=notice).first()
    if row is None:
        return refuse(actor=request.actor, on=request.now, what="portal.notice", refused=somebody_else(notice))
    here = opened(request, "portal.notice", person=PersonId(row.person_id))
    if not isinstance(here, Here):
        return here
    views = notices_of(actor=request.actor, person=here.person, opening=here.opening)
    return here, next(view for view in views if view.id == notice)


urlpatterns = [
    path("notices/<notice:notice>/", notice, name="notice"),
    path("notices/<notice:notice>/read/", confirm, name="notice_read"),
]
