"""The forms in which somebody shows who they are, and chooses with what they will show it next time."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import Any, Final

import qrcode
import qrcode.image.svg
from django import forms
from django.conf import settings
from django.core import signing
from django.utils.translation import gettext_lazy as _

from waarborg.apps.people import factors
from waarborg.apps.people.signin import Typed

#: Seconds within which a page with a fresh number or secret must be sent.
_SHOWN_FOR: Final = 3600


def _field(label: Any, missing: Any, **how: Any) -> forms.CharField:  # noqa: ANN401 - words in any language
    """A line to type in, which the browser changes nothing of."""
    attributes = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false", **how.pop("attributes", {})}
    secret = how.pop("secret", False)
    widget = (forms.PasswordInput if secret else forms.TextInput)(attrs=attributes)
    how = {"max_length": 200, "strip": not secret, **how}
    return forms.CharField(label=label, widget=widget, error_messages={"required": missing}, **how)


def username_field() -> forms.CharField:
    """The user name."""
    return _field(_("User name"), _("Fill in your user name."), max_length=60, attributes={"autocomplete": "username"})


def password_field() -> forms.CharField:
    """The password of today."""
    how = {"attributes": {"autocomplete": "current-password"}, "secret": True}
    return _field(_("Password"), _("Fill in your password."), **how)


def chosen_password_field() -> forms.CharField:
    """A password to choose; in sight, so that it is typed once and typed well."""
    return _field(
        _("Password you choose"),
        _("Choose a password."),
        strip=False,
        help_text=_("12 characters or more. A few words after each other are easy to keep."),
        attributes={"autocomplete": "new-password"},
    )


def proof_field() -> forms.CharField:
    """The second proof: the code of the app, or the number."""
    desk = settings.PROGRAM == "desk"
    found = _field(
        _("Code of your app") if desk else _("Your number, or the code of your app"),
        _("Fill in the code of your app, or your number."),
        help_text=_("Six digits. If you do not have your telephone: your number of sixteen digits.")
        if desk
        else _("The number has sixteen digits, the code has six. Spaces do not matter."),
        max_length=40,
        attributes={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )
    found.why = _("We ask because others can see or guess a password.")  # type: ignore[attr-defined] # read by {% field %}
    return found


def app_code_field() -> forms.CharField:
    """What the new app shows, to see that it works."""
    return _field(
        _("Code that the new app shows"),
        _("Fill in the code that the new app shows."),
        help_text=_("Six digits. A new code comes every half minute."),
        max_length=20,
        attributes={"autocomplete": "off", "inputmode": "numeric"},
    )


class SignInForm(forms.Form):
    """What somebody types to sign in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*args, **kwargs)
        self.fields["username"] = username_field()
        self.fields["password"] = password_field()
        self.fields["proof"] = proof_field()


class ShownForm(forms.Form):
    """What somebody types to change their own sign-in: the password, and the second proof where there is one."""

    def __init__(self, *args: Any, proven: bool = True, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field()
        if proven:
            self.fields["proof"] = proof_field()

    def typed(self) -> Typed:
        """What was typed, for an act."""
        return Typed(password=self.cleaned_data["password"], proof=self.cleaned_data.get("proof", ""))


def seal_shown(value: str, what: str) -> str:
    """A fresh number or secret as it travels in the page that shows it; nothing is kept until the page is sent."""
    return signing.dumps(value, salt=f"waarborg.shown.{what}")


def read_shown(text: str, what: str) -> str | None:
    """What ``seal_shown`` made within the last hour, or None."""
    try:
        value: str = signing.loads(text, salt=f"waarborg.shown.{what}", max_age=_SHOWN_FOR)
    except signing.BadSignature:
        return None
    return value


def shown_number(data: Any = None) -> dict[str, object]:  # noqa: ANN401 - a form's data
    """A fresh number, or the one that stood in the page that was sent: its groups, and itself for the form."""
    number = (read_shown(data.get("number", ""), "number") if data else None) or factors.new_number()
    return {
        "number": number,
        "number_groups": factors.number_groups(number),
        "number_sealed": seal_shown(number, "number"),
    }


def shown_app(username: str, data: Any = None) -> dict[str, object]:  # noqa: ANN401 - a form's data
    """A fresh secret for an app, or the one that stood in the page that was sent, as a picture and in groups."""
    secret = (read_shown(data.get("secret", ""), "secret") if data else None) or factors.new_app_secret()
    address = factors.app_address(secret, username=username, program=settings.PROGRAM)
    picture = BytesIO()
    qrcode.make(address, image_factory=qrcode.image.svg.SvgPathFillImage, box_size=10).save(picture)
    return {
        "secret": secret,
        "secret_groups": [secret[start : start + 4] for start in range(0, len(secret), 4)],
        "secret_sealed": seal_shown(secret, "secret"),
        "app_address": address,
        "app_picture": "data:image/svg+xml;base64," + b64encode(picture.getvalue()).decode(),
    }
