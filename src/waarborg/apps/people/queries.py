"""Reads of accounts and persons."""

from __future__ import annotations

from datetime import date

from waarborg.apps.people.models import AccountRole, Certificate
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import AccountId


def active_roles(account: AccountId) -> frozenset[Role]:
    """The roles that an account holds today; none where it is unknown or was ended."""
    held = AccountRole.objects.filter(account=account, account__is_active=True)
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def is_certified(account: AccountId, kind: str, on: date) -> bool:
    """Whether an account holds a certificate (``trafficking``, ``minors``, ``studio``) that runs on the day ``on``."""
    return Certificate.objects.filter(account=account, kind=kind, until__gte=on).exists()
