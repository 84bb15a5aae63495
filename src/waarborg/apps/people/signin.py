"""Signing in and out, and what somebody signs in with: acts of an account, each with an entry.

Invariants: nobody is signed in without a password and a second proof; an unknown name, a wrong password and a wrong
proof are answered alike and take as long; entries name accounts by id, never by what was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Outcome
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.people import factors
from waarborg.apps.people.models import Account, App, Site
from waarborg.apps.people.queries import actor_for
from waarborg.kernel.actors import THE_HOUSE, Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody typed to show who they are."""

    password: str
    #: The code of an app or a number, as typed.
    proof: str = ""


class SiteBackend(BaseBackend):
    """Gives a session its account, while that account may be on this site; signs nobody in by itself."""

    def get_user(self, user_id: str) -> Account | None:
        """The account of a session, or None where it was ended or belongs to another site."""
        account = Account.objects.filter(pk=user_id).first()
        return account if account and _belongs_here(account) else None


def sign_in(*, on: datetime, username: str, typed: Typed) -> Account | Refusal:
    """Begin a session on this site for whoever typed the right things, or say that it did not go and not why.

    Args:
        on: when (aware).
        username: as typed.
        typed: the password, and the code of an app or a number.
    """
    found = Account.objects.typed_as(username).first()
    known = found if found and _belongs_here(found) else None
    proof = factors.read_proof(typed.proof)
    # Both are worked out for everybody, known or not, so that the time tells nothing.
    password_right = found.check_password(typed.password) if found else _in_vain(typed.password)
    number_right = factors.is_number(proof.number, found.number if found else "")
    if known is None or not password_right:
        return _turn_away(actor=THE_HOUSE, on=on, account=AccountId(known.pk) if known else None)
    begun = _begin(actor=actor_for(known), on=on, account=known, code=proof.code, number_right=number_right)
    if isinstance(begun, Refusal):
        return _turn_away_code(actor=THE_HOUSE, on=on, account=AccountId(known.pk))
    return begun


@act("session.begin")
def _begin(*, actor: Actor, on: datetime, account: Account, code: str, number_right: bool) -> Account | Refusal:  # noqa: ARG001 - every act has both
    opening = enter(account.pk)
    return account if _proven(account, opening, code=code, number_right=number_right, on=on) else WRONG


def _proven(account: Account, opening: Opening, *, code: str, number_right: bool, on: datetime) -> bool:
    """Whether the second proof is right; uses it up where it can be used once."""
    if number_right:
        if account.site == Site.PORTAL:
            return True
        # Whoever needs the number lost the app, so both are made anew after this.
        App.objects.filter(pk=account.pk).delete()
        return Account.objects.filter(pk=account.pk, number=account.number).update(number="") == 1
    app = App.objects.filter(pk=account.pk).first()
    if app is None or not code or _wrong_codes(account, on) >= factors.WRONG_CODES:
        return False
    return factors.use_code(app, opening, code=code, on=on)


def _wrong_codes(account: Account, on: datetime) -> int:
    """How often lately the password was right and the code was not: the ledger remembers."""
    tried = entries_about(str(account.pk)).filter(act=_WRONG_CODE, outcome=Outcome.REFUSED)
    return tried.filter(at__gt=on - factors.CODES_COUNT_FOR).count()


_WRONG_CODE: Final = "session.refuse_code"


def _in_vain(password: str) -> bool:
    """Take as long as a password that is looked at."""
    make_password(password)
    return False


@act("session.refuse")
def _turn_away(*, actor: Actor, on: datetime, account: AccountId | None) -> Refusal:  # noqa: ARG001 - every act has both
    return _wrong(account)


@act(_WRONG_CODE)
def _turn_away_code(*, actor: Actor, on: datetime, account: AccountId) -> Refusal:  # noqa: ARG001 - every act has both
    return _wrong(account)


@act("session.end")
def sign_out(*, actor: Actor, on: datetime) -> AccountId:  # noqa: ARG001 - every act has both
    """End a session because whoever is signed in asked for it."""
    enter(actor.id)
    return actor.id


@act("session.lock")
def lock(*, actor: Actor, on: datetime) -> AccountId:  # noqa: ARG001 - every act has both
    """End a session because nobody used it."""
    enter(actor.id)
    return actor.id


@act("account.hand_start_number")
def hand_start_number(*, actor: Actor, on: datetime, account: AccountId) -> str | Refusal:  # noqa: ARG001 - every act has both
    """Let somebody of the desk begin, or begin again: the number returned is handed over, and works once.

    The password and the app that there were are worth nothing from now on.
    """
    found = Account.objects.select_for_update().filter(pk=account, site=Site.DESK, is_active=True).first()
    if not actor.has(Role.ADMINISTRATOR, Role.HOUSE) or actor.id == account or found is None:
        return NOT_YOURS_TO_HAND
    number = factors.new_number()
    App.objects.filter(pk=account).delete()
    found.number, found.password = factors.hash_of_number(number), make_password(None)
    found.save(update_fields=["number", "password"])
    enter(account)
    return number


def begin_account(
    *, on: datetime, username: str, start_number: str, password: str, secret: str, code: str
) -> Account | Refusal:
    """Begin an account of the desk with a start number: a password of one's own, and an app.

    Args:
        on: when (aware).
        username: as typed.
        start_number: as handed over by the administrator.
        password: chosen.
        secret: what was shown to the app.
        code: what the app showed.
    """
    found = Account.objects.typed_as(username).filter(site=Site.DESK).first()
    known = found if found and _belongs_here(found) and not found.has_usable_password() else None
    number = factors.read_proof(start_number).number
    if not factors.is_number(number, known.number if known else "") or known is None:
        return _turn_away(actor=THE_HOUSE, on=on, account=AccountId(known.pk) if known else None)
    return _begin_account(
        actor=actor_for(known), on=on, account=known, chosen=password, secret=secret, code=factors.read_proof(code).code
    )


@act("account.begin")
def _begin_account(
    *,
    actor: Actor,  # noqa: ARG001 - every act has both
    on: datetime,
    account: Account,
    chosen: str,
    secret: str,
    code: str,
) -> Account | Refusal:
    opening = enter(account.pk)
    if factors.is_weak(chosen, account.username):
        return WEAK
    step = factors.step_of_code(secret, code, on=on, after=0) if factors.is_app_secret(secret) else None
    if step is None:
        return WRONG_APP_CODE
    if Account.objects.filter(pk=account.pk, number=account.number).update(number="") != 1:
        return WRONG
    account.number = ""
    account.set_password(chosen)
    account.save(update_fields=["password"])
    factors.keep_app(account, opening, secret=secret, on=on, step=step)
    return account


@act("factor.set_app")
def set_app(*, actor: Actor, on: datetime, typed: Typed, secret: str, code: str) -> Account | Refusal:
    """Let an app show codes for one's own account, in the place of the one before.

    Args:
        actor: whose account it is.
        on: when (aware).
        typed: the password, and a proof where the account has one.
        secret: what was shown to the new app.
        code: what the new app showed.
    """
    account, opening = _own(actor)
    step = factors.step_of_code(secret, factors.read_proof(code).code, on=on, after=0)
    if not _shown(account, opening, typed, on):
        return NOT_SHOWN
    if step is None:
        return WRONG_APP_CODE
    factors.keep_app(account, opening, secret=secret, on=on, step=step)
    return account


@act("factor.remove_app")
def remove_app(*, actor: Actor, on: datetime, typed: Typed) -> Account | Refusal:
    """Go on with the number alone; on the portal only."""
    account, opening = _own(actor)
    if account.site != Site.PORTAL:
        return APP_STAYS
    if not _shown(account, opening, typed, on):
        return NOT_SHOWN
    App.objects.filter(pk=account.pk).delete()
    return account


@act("factor.set_number")
def set_number(*, actor: Actor, on: datetime, typed: Typed, number: str) -> Account | Refusal:
    """Keep a number that was shown to the person, in the place of the one before."""
    account, opening = _own(actor)
    if not _shown(account, opening, typed, on):
        return NOT_SHOWN
    account.number = factors.hash_of_number(number)
    account.save(update_fields=["number"])
    return account


@act("account.change_password")
def change_password(*, actor: Actor, on: datetime, typed: Typed, chosen: str) -> Account | Refusal:
    """Choose another password; every other session of the account ends by it."""
    account, opening = _own(actor)
    if factors.is_weak(chosen, account.username):
        return WEAK
    if not _shown(account, opening, typed, on):
        return NOT_SHOWN
    account.set_password(chosen)
    account.save(update_fields=["password"])
    return account


@act("account.choose_language")
def choose_language(*, actor: Actor, on: datetime, language: str) -> Account | Refusal:  # noqa: ARG001 - every act has both
    """Read the pages in another language, at every next session too."""
    account, _ = _own(actor)
    if language not in dict(settings.LANGUAGES):
        return NO_SUCH_LANGUAGE
    account.language = language
    account.save(update_fields=["language"])
    return account


def _own(actor: Actor) -> tuple[Account, Opening]:
    """The actor's account, held until the act ends, and the entry about it."""
    return Account.objects.select_for_update().get(pk=actor.id), enter(actor.id)


def _shown(account: Account, opening: Opening, typed: Typed, on: datetime) -> bool:
    """Whether somebody showed to be the one whose account it is; who has no second proof yet shows the password."""
    if not account.check_password(typed.password):
        return False
    if not account.number and not App.objects.filter(pk=account.pk).exists():
        return True
    proof = factors.read_proof(typed.proof)
    number_right = factors.is_number(proof.number, account.number)
    return _proven(account, opening, code=proof.code, number_right=number_right, on=on)


def _belongs_here(account: Account) -> bool:
    """Whether an account may be on the site that this program serves."""
    here: bool = settings.INSTALLATION.demo
    return account.is_active and account.site == settings.PROGRAM and (here or not account.demo)


_NOT_IN: Final = Text(en="You are not signed in.", nl="U bent niet ingelogd.")
_UNCHANGED: Final = Text(en="Nothing was changed.", nl="Er is niets gewijzigd.")
_TRY: Final = Text(en="Look at it again, and try once more.", nl="Kijk het na en probeer het opnieuw.")

WRONG: Final = Refusal(
    code="session.wrong",
    what=_NOT_IN,
    why=Text(
        en="The user name, the password, or the code or number is not right.",
        nl="De gebruikersnaam, het wachtwoord, of de code of het nummer klopt niet.",
    ),
    instead=Text(
        en="Wait for a new code of your app, or use your number.",
        nl="Wacht op een nieuwe code van uw app, of gebruik uw nummer.",
    ),
)


def _wrong(account: AccountId | None) -> Refusal:
    """The one answer to whatever was wrong, entered with the account where there is one."""
    return Refusal(
        code=WRONG.code,
        what=WRONG.what,
        why=WRONG.why,
        instead=WRONG.instead,
        on_record=True,
        subjects=(account,) if account else (),
    )


WEAK: Final = Refusal(
    code="account.password_weak",
    what=_UNCHANGED,
    why=Text(
        en="The password is too easy. It needs 12 characters or more, and not your user name.",
        nl="Het wachtwoord is te makkelijk. Neem 12 tekens of meer, en niet uw gebruikersnaam.",
    ),
    instead=Text(
        en="A few words after each other make a good password.",
        nl="Een paar woorden achter elkaar zijn een goed wachtwoord.",
    ),
)
WRONG_APP_CODE: Final = Refusal(
    code="factor.app_code",
    what=_UNCHANGED,
    why=Text(
        en="This is not the code that the new app shows now.", nl="Dit is niet de code die de nieuwe app nu toont."
    ),
    instead=_TRY,
)
NOT_SHOWN: Final = Refusal(
    code="factor.not_shown",
    what=_UNCHANGED,
    why=Text(
        en="Your password, or your code or number, is not right.",
        nl="Uw wachtwoord, of uw code of nummer, klopt niet.",
    ),
    instead=_TRY,
)
APP_STAYS: Final = Refusal(
    code="factor.app_stays",
    what=_UNCHANGED,
    why=Text(en="The desk always asks for a code of an app.", nl="De desk vraagt altijd een code van een app."),
    instead=Text(en="You can set up another app.", nl="U kunt een andere app instellen."),
)
NO_SUCH_LANGUAGE: Final = Refusal(
    code="account.language",
    what=_UNCHANGED,
    why=Text(en="The pages do not speak this language.", nl="De pagina's zijn er niet in deze taal."),
    instead=Text(en="Choose one from the list.", nl="Kies er een uit de lijst."),
)
NOT_YOURS_TO_HAND: Final = Refusal(
    code="account.start_number",
    what=_UNCHANGED,
    why=Text(
        en="Only an administrator hands out start numbers, for somebody else on the desk.",
        nl="Alleen een beheerder geeft startnummers, en voor iemand anders op de desk.",
    ),
    instead=Text(en="Ask your administrator for a number.", nl="Vraag uw beheerder om een nummer."),
    on_record=True,
)
