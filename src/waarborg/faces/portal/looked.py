"""Who looked at what is kept about a person: by function, with the day and the reason, from the ledger itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.core.paginator import Paginator
from django.urls import path

from waarborg.apps.custody.queries import Look, looks_at
from waarborg.apps.people.queries import staff_services
from waarborg.apps.rights.queries import held_back_since
from waarborg.faces.portal.naming import listed, people, who_of
from waarborg.faces.portal.whose import Here, opened, shown
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.names import SERVICES
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import AccountId
from waarborg.kernel.texts import Text

_A_PAGE: Final = 40
#: What was looked at, by the noun of the act; the rest is the file.
_WHAT: Final[Mapping[str, Text]] = {
    "interview": Text(en="an interview with you", nl="een verhoor met u"),
    "object": Text(en="a recording of you", nl="een opname van u"),
    "recording": Text(en="a recording of you", nl="een opname van u"),
    "support": Text(en="your support", nl="uw steun"),
    "right": Text(en="your rights", nl="uw rechten"),
    "rights": Text(en="your rights", nl="uw rechten"),
    "portal": Text(en="these pages", nl="deze pagina's"),
}
_FILE: Final = Text(en="your file", nl="uw dossier")
_WORK: Final = Text(en="Because it is their work in your case.", nl="Want het is hun werk in uw zaak.")
_OWN: Final = Text(en="Because these are your own pages.", nl="Want dit zijn uw eigen pagina's.")
_FOR_YOU: Final = Text(en="Because they help you or act for you.", nl="Want zij helpen u of treden voor u op.")
_KEPT_OUT: Final = Text(en="This person was not let in.", nl="Deze persoon kwam er niet in.")
_THIS: Final = Text(en="you, with this account", nl="u, met dit account")
_WITH_SERVICE: Final = Text(en="{who}, {service}", nl="{who}, {service}")
#: Functions that say by themselves for whom somebody works.
_SAYS_ITSELF: Final = frozenset({Role.CARE_COORDINATOR, Role.PROSECUTOR, Role.PROSECUTION_STAFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one person looked at on one day."""

    on: date
    #: By function.
    who: Text
    what: Text
    why: Text
    refused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """Who looked lately, in one sentence."""

    #: "three people".
    count: Text
    #: "your care coordinator, your lawyer and a detective"; empty for nobody.
    who: Text


def looks_of(here: Here) -> tuple[Look, ...]:
    """Everything that was looked at, newest first."""
    untold = held_back_since(here.person)
    return looks_at(here.person, opening=here.opening, scope=here.case, untold_since=untold)


def recent(looks: Sequence[Look], *, own: AccountId, on: datetime) -> Recent:
    """Who looked in this month; the one who asks is left out."""
    since = day_of(on).replace(day=1)
    others = {
        look.account: who_of(look.roles)
        for look in looks
        if look.account != own and not look.refused and day_of(look.at) >= since
    }
    return Recent(count=people(len(others)), who=listed(list(dict.fromkeys(others.values()))))


@page("GET", roles=PORTAL_ROLES)
def looked(request: Asked) -> Answer:
    """Who looked, what at, on which day and why; and that something may be shown later."""
    here = opened(request, "portal.looked")
    if not isinstance(here, Here):
        return here
    looks = looks_of(here)
    rows = rows_of(looks, own=request.actor.id)
    pages = Paginator(rows, _A_PAGE)
    now = recent(looks, own=request.actor.id, on=request.now)
    return shown(request, "portal/looked.html", here, rows=pages.get_page(request.GET.get("page")), recent=now)


def rows_of(looks: Iterable[Look], *, own: AccountId) -> tuple[Row, ...]:
    """The looks, one row for what somebody looked at on one day for one reason."""
    looks = tuple(looks)
    services = staff_services({look.account for look in looks})
    rows = (
        Row(
            on=day_of(look.at),
            who=_who(look, services.get(look.account), own),
            what=_WHAT.get(look.act.partition(".")[0], _FILE),
            why=_why(look, own),
            refused=look.refused,
        )
        for look in looks
    )
    return tuple(dict.fromkeys(rows))


def _who(look: Look, service: Service | None, own: AccountId) -> Text:
    if look.account == own:
        return _THIS
    who = who_of(look.roles)
    if service is None or _SAYS_ITSELF & set(look.roles):
        return who
    return _WITH_SERVICE.fill(who=who, service=SERVICES[service])


def _why(look: Look, own: AccountId) -> Text:
    if look.refused:
        return _KEPT_OUT
    if look.reason:
        return Text(en=look.reason, nl=look.reason)
    if look.account == own:
        return _OWN
    return _FOR_YOU if {Role.LAWYER, Role.REPRESENTATIVE, Role.VICTIM} & set(look.roles) else _WORK


urlpatterns = [path("looked/", looked, name="looked")]
