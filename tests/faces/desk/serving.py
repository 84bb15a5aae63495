"""The desk served to a browser, with an invented case in which a lot has happened, made by running the acts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application
from playwright.sync_api import Browser, BrowserContext

from tests.apps.cases.acting import staff
from tests.apps.interviews.holding_them import World, declined, person_of, world
from tests.apps.reports.officers import LABOUR, send
from tests.faces.desk.at_the_desk import at_doors, browser_of
from waarborg.apps.cases import access, age_statements, charges, life, persons, roads
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.decisions import prosecuting
from waarborg.apps.decisions.models import DismissalGround
from waarborg.apps.interviews.kinds import InterviewKind
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.signals import resting
from waarborg.apps.signals.models import ProofKind
from waarborg.kernel.actors import Actor, Channel, Role, Service
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, PersonId, ReportId


class _Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, *words: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, kw_only=True)
class Station:
    """The case of the boy at the station, and somebody at a door."""

    world: World
    case: CaseId
    person: PersonId
    officer: Actor
    supervisor: Actor
    report: ReportId


def station() -> Station:
    """A boy whose age is in doubt, two interviews, two suspects of whom one is not prosecuted, and a report."""
    started = settings.INSTALLATION.clock() - timedelta(days=60)
    made = world(born=None, found=-119)
    case = CaseId(made.case.pk)
    _named(made)
    for source, low, high in (("His own words", 19, 19), ("Officer", 14, 17)):
        _done(
            age_statements.state_age(
                actor=made.asker, on=started, person=made.person, source=source, low=low, high=high
            )
        )
    _done(roads.hold_informative(actor=made.asker, on=started, person=made.person))
    made.planned(started + timedelta(days=7), kind=InterviewKind.REPORT, companion=declined())
    made.planned(settings.INSTALLATION.clock() + timedelta(days=2), kind=InterviewKind.FURTHER, need="the money")
    _done(access.join_service(actor=made.asker, on=started, case=case, service=Service.LABOUR_AUTHORITY))
    _done(access.assign_prosecutor(actor=made.asker, on=started, case=case, account=made.prosecutor.id))
    _done(life.start_investigation(actor=made.asker, on=started, case=case))
    _two_suspects(made)
    deliver_pending(on=settings.INSTALLATION.clock())
    report, _code = send(LABOUR)
    officer = at_doors(Channel.TCI, Channel.AVIM, roles=(Role.DETECTIVE,))
    return Station(
        world=made,
        case=case,
        person=made.person,
        officer=officer,
        supervisor=staff(Role.SUPERVISOR, service=Service.OVERSIGHT),
        report=report,
    )


@contextmanager
def served() -> Iterator[str]:
    """The address at which the desk answers."""
    server = make_server("127.0.0.1", 0, get_internal_wsgi_application(), server_class=_Threads, handler_class=_Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def keys_of(made: Station) -> dict[str, str]:
    """The sessions of everybody who looks; made before the browser starts, which lets nobody at the database."""
    people = {
        "detective": made.world.asker,
        "leader": made.world.leader,
        "officer": made.officer,
        "supervisor": made.supervisor,
    }
    return {name: browser_of(actor).cookies[settings.SESSION_COOKIE_NAME].value for name, actor in people.items()}


def signed_in_at(browser: Browser, address: str, key: str, *, width: int = 1280) -> BrowserContext:
    """A browser in which the holder of a session is signed in."""
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=address, locale="en-GB")
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": address}])
    return context


def _named(made: World) -> None:
    """The boy gets a name, and it is known what he speaks."""
    when = settings.INSTALLATION.clock() - timedelta(days=60)
    _done(
        persons.state_reach(
            actor=made.asker, on=when, person=made.person, called="Yonas", contact="Through the guardian"
        )
    )


def _two_suspects(made: World) -> None:
    """One suspicion that rests on two sources, and one that is dismissed."""
    now = settings.INSTALLATION.clock() - timedelta(days=20)
    last = ""
    for called in ("Suspect A", "Suspect B"):
        person = person_of(made.case, made.asker, CapacityKind.SUSPECT, on=now)
        _done(persons.state_reach(actor=made.asker, on=now, person=person, called=called))
        charge = _done(charges.suspect(actor=made.asker, on=now, person=person, offence="human trafficking"))
        last = charge.pk
        _done(
            resting.add_proof(
                actor=made.asker,
                on=now,
                charge=ChargeId(charge.pk),
                element="act",
                kind=ProofKind.STATEMENT,
                source="His account, interview of 17 August",
                statement_of=made.person,
            )
        )
    _done(
        prosecuting.dismiss(
            actor=made.prosecutor,
            on=now + timedelta(days=1),
            charge=ChargeId(last),
            ground=DismissalGround.EVIDENCE,
            explanation="There is too little proof: only one account, and the law asks for more than that.",
        )
    )


def _done[T](result: T | Refusal) -> T:
    assert not isinstance(result, Refusal), result
    return result
