"""What can be done to a case as a whole: who works on it, and where it goes; one row of a table for each act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases import access, life
from waarborg.apps.cases.access import CASE_ROLES, INVESTIGATION_SERVICES, MAY_GRANT
from waarborg.apps.cases.models import CaseState
from waarborg.apps.people.queries import staff_with
from waarborg.faces.desk.cases_opened import OpenCase
from waarborg.faces.desk.deeds import Deed, Doing
from waarborg.faces.desk.fields import Choices, DeskForm, known_one, one_of, reason, say
from waarborg.faces.desk.naming import in_words
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.ids import AccountId, CaseId


class ServiceForm(DeskForm):
    """Which service joins."""

    service = one_of(_("Which service?"), [each for each in Service if each in INVESTIGATION_SERVICES], radio=True)


class GrantForm(DeskForm):
    """Who may open the case, and why."""

    account = known_one(_("Who?"))
    reason = reason(_("Why does this colleague need to know?"))


class WithdrawForm(DeskForm):
    """Who may no longer open it, and why."""

    needing = known_one(_("Who?"))
    reason = reason(_("Why not any more?"))


class ProsecutorForm(DeskForm):
    """Who directs the case."""

    prosecutor = known_one(_("Which prosecutor?"))


class StartForm(DeskForm):
    """Why an investigation starts, where there is something to say."""

    reason = reason(_("Why does it start now?"), required=False)


class ReasonForm(DeskForm):
    """Why."""

    reason = reason()


def _join(doing: Doing[CaseId]) -> object:
    return access.join_service(actor=doing.actor, on=doing.on, case=doing.subject, service=doing.said["service"])


def _grant(doing: Doing[CaseId]) -> object:
    account = AccountId(doing.said["account"])
    why = doing.said["reason"]
    return access.grant_need(actor=doing.actor, on=doing.on, case=doing.subject, account=account, reason=why)


def _withdraw(doing: Doing[CaseId]) -> object:
    account = AccountId(doing.said["needing"])
    why = doing.said["reason"]
    return access.withdraw_need(actor=doing.actor, on=doing.on, case=doing.subject, account=account, reason=why)


def _assign(doing: Doing[CaseId]) -> object:
    account = AccountId(doing.said["prosecutor"])
    return access.assign_prosecutor(actor=doing.actor, on=doing.on, case=doing.subject, account=account)


def _start(doing: Doing[CaseId]) -> object:
    return life.start_investigation(actor=doing.actor, on=doing.on, case=doing.subject, reason=doing.said["reason"])


def _close(doing: Doing[CaseId]) -> object:
    return life.close_case(actor=doing.actor, on=doing.on, case=doing.subject, reason=doing.said["reason"])


def _reopen(doing: Doing[CaseId]) -> object:
    return life.reopen_case(actor=doing.actor, on=doing.on, case=doing.subject, reason=doing.said["reason"])


#: By the name in the address.
TEAM: Final[Mapping[str, Deed[CaseId]]] = {
    "service": Deed(
        title=_("Let another service work along"),
        says=_("Several services can work on one case. Its people still need to be let in one by one."),
        button=_("Add this service"),
        done=_("The service works on the case now."),
        form=ServiceForm,
        do=_join,
    ),
    "grant": Deed(
        title=_("Let a colleague open this case"),
        says=_("From then on this colleague can read the case. Each time is written down."),
        button=_("Let this colleague open it"),
        done=_("The colleague can open the case now."),
        form=GrantForm,
        do=_grant,
    ),
    "withdraw": Deed(
        title=_("End that a colleague can open this case"),
        says=_("The colleague cannot read the case any more. What they read before stays written down."),
        button=_("End it"),
        done=_("The colleague cannot open the case any more."),
        form=WithdrawForm,
        do=_withdraw,
    ),
    "prosecutor": Deed(
        title=_("Name the prosecutor"),
        says=_("The prosecutor directs the case, and can open it from then on."),
        button=_("Name this prosecutor"),
        done=_("The prosecutor directs the case now."),
        form=ProsecutorForm,
        do=_assign,
    ),
}
#: The same for where the case goes, with the state that each leads to.
WAYS: Final[Mapping[str, tuple[CaseState, Deed[CaseId]]]] = {
    "start": (
        CaseState.INVESTIGATION,
        Deed(
            title=_("Start the investigation"),
            says=_(
                "A notification, a report or neither is enough. The first start decides which recording rules hold."
            ),
            button=_("Start the investigation"),
            done=_("The investigation has started."),
            form=StartForm,
            do=_start,
        ),
    ),
    "close": (
        CaseState.CLOSED,
        Deed(
            title=_("Close the case"),
            says=_("This goes when every charge has come to its end. Support does not close with it."),
            button=_("Close the case"),
            done=_("The case is closed. Support goes on."),
            form=ReasonForm,
            do=_close,
        ),
    ),
    "reopen": (
        CaseState.REOPENED,
        Deed(
            title=_("Take the case up again"),
            says=_("Because the court orders it, because there is new proof, or because it comes back from abroad."),
            button=_("Take it up again"),
            done=_("The case was taken up again."),
            form=ReasonForm,
            do=_reopen,
        ),
    ),
}
DEEDS: Final[Mapping[str, Deed[CaseId]]] = {**TEAM, **{name: deed for name, (_state, deed) in WAYS.items()}}


def choices_of(found: OpenCase) -> dict[str, Choices]:
    """The colleagues to choose from."""
    return {
        "account": _staff(
            *(role for own in found.actor.roles for role in MAY_GRANT.get(own, ()) if role in CASE_ROLES)
        ),
        "needing": found.colleagues(),
        "prosecutor": _staff(Role.PROSECUTOR),
    }


def _staff(*roles: Role) -> Choices:
    return [
        (str(each.id), f"{each.name} ({say(in_words(each.service))})" if each.service else each.name)
        for each in staff_with(*roles)
    ]
