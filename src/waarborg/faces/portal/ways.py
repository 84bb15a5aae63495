"""What a person can do: each facility of the law with whether it needs a guilty verdict, and why it is open or not.

Invariant: nothing is left out because it is closed; what is closed says why (M7, B14).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import Http404
from django.urls import path

from waarborg.apps.decisions.moving import Happened, SchemeView, State
from waarborg.apps.decisions.queries import what_it_moves
from waarborg.apps.people.models import Answer as Known
from waarborg.apps.people.queries import PersonView
from waarborg.faces.portal.whose import Here, opened, shown
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page
from waarborg.kernel.texts import Text
from waarborg.law.steps import Step

#: Has a page of its own.
_NOT_HERE: Final = frozenset({"support"})
#: About staying in the country; nothing to somebody who may stay.
_STAY: Final = "lasting_permit."
_STATE: Final = {
    State.OPEN: Text(en="You can do this now.", nl="Dit kan nu."),
    State.NOT_YET: Text(en="This way is not open yet.", nl="Deze weg is nog niet open."),
    State.CLOSED: Text(en="This way is closed.", nl="Deze weg is gesloten."),
}
_BECAUSE: Final = {
    Step.FIRST_CONTACT: Text(en="First contact", nl="Eerste contact"),
    Step.INVESTIGATION: Text(en="The investigation started", nl="Het onderzoek begon"),
    Step.PROSECUTION: Text(en="The prosecutor went on against somebody", nl="De officier ging door tegen iemand"),
    Step.DISMISSAL: Text(en="The case against somebody stopped", nl="De zaak tegen iemand stopte"),
    Step.CONVICTION: Text(en="The court said: guilty", nl="De rechter zei: schuldig"),
    Step.ACQUITTAL: Text(en="The court said: not guilty", nl="De rechter zei: niet schuldig"),
    Step.APPEAL: Text(en="Somebody went to a higher court", nl="Iemand ging naar een hogere rechter"),
    Step.FINAL: Text(en="The judgement became final", nl="Het vonnis werd onherroepelijk"),
    Step.REOPENED: Text(en="The case went on again", nl="De zaak ging weer verder"),
    Step.ABROAD: Text(en="The case went elsewhere", nl="De zaak ging ergens anders heen"),
    Step.NOT_INVESTIGATED: Text(en="There was no investigation", nl="Er kwam geen onderzoek"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One facility as a page shows it."""

    view: SchemeView
    state: Text
    #: What fixed it: words and day.
    because: tuple[tuple[Text, Happened], ...]

    @property
    def is_open(self) -> bool:
        """Whether it can be used now."""
        return self.view.state is State.OPEN


def ways_of(request: Asked, here: Here) -> tuple[Way, ...]:
    """Everything that a person can do or could do: what is open first, and of that what brings money."""
    views = what_it_moves(actor=request.actor, case=here.case, person=here.person)
    ways = [_way(view) for view in views if _is_for(view, here.view)]
    return tuple(sorted(ways, key=lambda way: (not way.is_open, way.view.scheme.id.startswith(_STAY))))


@page("GET", roles=PORTAL_ROLES)
def way(request: Asked, scheme: str) -> Answer:
    """One facility: what it is, on what it rests, why it is open or not, and who helps."""
    here = opened(request, "portal.way")
    if not isinstance(here, Here):
        return here
    found = next((each for each in ways_of(request, here) if each.view.scheme.id == scheme), None)
    if found is None:
        raise Http404
    return shown(request, "portal/way.html", here, way=found)


def _is_for(view: SchemeView, person: PersonView) -> bool:
    if view.scheme.id in _NOT_HERE:
        return False
    return not (view.scheme.id.startswith(_STAY) and person.lawful_stay == Known.YES)


def _way(view: SchemeView) -> Way:
    return Way(
        view=view,
        state=_STATE[view.state],
        because=tuple((_BECAUSE[one.step], one) for one in view.because if one.step in _BECAUSE),
    )


urlpatterns = [path("ways/<str:scheme>/", way, name="way")]
