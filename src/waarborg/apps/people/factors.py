"""What somebody proves to be the one with, besides the password: an app that shows codes, or a number on paper.

Invariants: the house keeps the app's secret under the account's own key and of the number only a hash; a code of the
app is worth something once; every change is an act of the account's own, proven with what there was before.
"""

from __future__ import annotations

import re
import secrets
from base64 import b32decode, b32encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from unicodedata import decimal
from urllib.parse import quote, urlencode

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from waarborg.apps.custody.keys import Opening, make_key
from waarborg.apps.custody.models import ScopeKey
from waarborg.apps.people.models import Account, App

#: Seconds that a code of the app is shown.
STEP: Final = 30
#: How many steps the clock of a telephone may be behind or ahead.
_APART: Final = 1
_DIGITS: Final = 6
_SECRET_BYTES: Final = 20
_NUMBER_DIGITS: Final = 16
_CODE: Final = re.compile(r"[0-9]{6}")
_NUMBER: Final = re.compile(r"[0-9]{16}")
_BETWEEN: Final = re.compile(r"[\s.\-–]+")

#: Shortest password; what is refused besides stands in ``is_weak``.
PASSWORD_AT_LEAST: Final = 12
_LETTERS_AT_LEAST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was typed beside the password: the code of an app, or a number."""

    #: Six digits, or empty.
    code: str = ""
    #: Sixteen digits, or empty.
    number: str = ""


def read_proof(typed: str) -> Proof:
    """What somebody typed as a proof, in the digits of any script; spaces, points and hyphens do not matter."""
    digits = "".join(str(decimal(each, each)) for each in _BETWEEN.sub("", typed))
    if _CODE.fullmatch(digits):
        return Proof(code=digits)
    return Proof(number=digits) if _NUMBER.fullmatch(digits) else Proof()


def new_number() -> str:
    """A fresh number: 53 random bits in sixteen digits, which every keyboard and every script has."""
    return f"{secrets.randbelow(10**_NUMBER_DIGITS):0{_NUMBER_DIGITS}d}"


def number_groups(number: str) -> list[str]:
    """The number in the four groups in which it is shown and read aloud."""
    return [number[start : start + 4] for start in range(0, _NUMBER_DIGITS, 4)]


def hash_of_number(number: str) -> str:
    """The hash that is kept: 53 bits are few enough to need a slow one."""
    return make_password(number)


def is_number(number: str, kept: str) -> bool:
    """Whether ``kept`` is the hash of ``number``; takes as long where nothing is kept."""
    if number and not kept:
        make_password(number)
    return bool(number and kept) and check_password(number, kept)


def new_app_secret() -> str:
    """A fresh secret for an app, base 32."""
    return b32encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def is_app_secret(text: str) -> bool:
    """Whether ``text`` is a secret that ``new_app_secret`` could have made."""
    return re.fullmatch(r"[A-Z2-7]{32}", text) is not None


def app_address(secret: str, *, username: str, program: str) -> str:
    """The address that an app reads from a QR code; in the portal it does not name the account."""
    label = "Waarborg" if program == "portal" else f"Waarborg {program}: {username}"
    issuer = {} if program == "portal" else {"issuer": f"Waarborg {program}"}
    return f"otpauth://totp/{quote(label)}?{urlencode({'secret': secret, **issuer}, quote_via=quote)}"


def code_at(secret: str, step: int) -> str:
    """The code that an app shows in a step of 30 seconds since 1970."""
    # The length of our keys is 160 bits and the algorithm is what every app knows (RFC 6238).
    return HOTP(b32decode(secret), _DIGITS, SHA1()).generate(step).decode()  # noqa: S303


def step_at(on: datetime) -> int:
    """The step of 30 seconds in which ``on`` (aware) falls."""
    return int(on.timestamp()) // STEP


def step_of_code(secret: str, code: str, *, on: datetime, after: int) -> int | None:
    """The step to which ``code`` belongs, near ``on`` and later than the step ``after``; None where it is wrong."""
    here = step_at(on)
    near = range(max(here - _APART, after + 1), here + _APART + 1)
    found = [step for step in near if secrets.compare_digest(code_at(secret, step), code)]
    return found[-1] if found else None


def keep_app(account: Account, opening: Opening, *, secret: str, on: datetime, step: int = 0) -> App:
    """Keep the secret of an account's app, in the place of the one before; part of an act that names the account."""
    if not ScopeKey.objects.filter(pk=account.pk).exists():
        make_key(str(account.pk))
    app = App(account=account, last_step=step, set_up_at=on)
    opening.seal(app, "secret", secret)
    app.save()
    return app


def use_code(app: App, opening: Opening, *, code: str, on: datetime) -> bool:
    """Whether ``code`` is one that the app shows now; it is worth nothing after this. Part of an act."""
    secret = opening.read(app, "secret")
    step = step_of_code(secret, code, on=on, after=0 if app.account.demo else app.last_step)
    if step is None:
        return False
    # A fixed person of the demo has codes on show, so a used one is no secret that leaked.
    if app.account.demo:
        return True
    # One statement takes the step, so that of two browsers with one code only one gets in.
    return App.objects.filter(pk=app.pk, last_step__lt=step).update(last_step=step) == 1


def is_weak(password: str, username: str) -> bool:
    """Whether a password is too easy: short, about the user name, a few letters again and again, or on every list."""
    folded, name = password.casefold(), username.strip().casefold()
    few = len(set(folded)) < _LETTERS_AT_LEAST
    if len(password) < PASSWORD_AT_LEAST or few or (name and not folded.replace(name, "").strip("0123456789")):
        return True
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return True
    return False


#: How long wrong codes count.
CODES_COUNT_FOR: Final = timedelta(hours=1)
#: So many wrong codes, and only the number helps until they no longer count: six digits are few.
WRONG_CODES: Final = 5
