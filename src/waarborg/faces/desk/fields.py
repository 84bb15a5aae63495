"""The questions of the desk's forms: labels, what is required, and errors that say what is missing and how.

The browser demands nothing and nothing is checked while somebody types; a text that is too long is said, never cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import functional
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from waarborg.faces.desk.naming import LANGUAGES, in_words
from waarborg.kernel.texts import Text

# A lazy text has a type for the checker only; the value of an alias is never looked at when the program runs.
type Words = str | functional._StrPromise  # noqa: SLF001
#: What a field can be chosen from: value and words.
type Choices = Sequence[tuple[str, Words]]

_LINE: int = 300
_TEXT: int = 20_000
_TOO_LONG = ngettext_lazy(
    "This has %(show_value)d characters. It can have at most %(limit_value)d. Make it shorter.",
    "This has %(show_value)d characters. It can have at most %(limit_value)d. Make it shorter.",
    "limit_value",
)


class DeskForm(forms.Form):
    """A form of the desk; ``choices`` fills the fields whose answers depend on the case."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, choices: Mapping[str, Choices] | None = None, **options: Any) -> None:  # noqa: ANN401 - Django's own options
        super().__init__(data, auto_id="q_%s", label_suffix="", **options)
        for name, known in (choices or {}).items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                empty = [] if isinstance(field.widget, forms.RadioSelect) else [("", _("Choose"))]
                field.choices = [*empty, *known]


def line(label: Words, *, required: bool = True, missing: Words = "", hint: Words = "") -> forms.CharField:
    """One line of text."""
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return _words(widget, label=label, at_most=_LINE, required=required, missing=missing, hint=hint)


def area(
    label: Words, *, required: bool = True, missing: Words = "", hint: Words = "", rows: int = 4
) -> forms.CharField:
    """Text of any length that a person reads."""
    widget = forms.Textarea(attrs={"rows": rows})
    return _words(widget, label=label, at_most=_TEXT, required=required, missing=missing, hint=hint)


def reason(label: Words | None = None, *, required: bool = True, hint: Words = "") -> forms.CharField:
    """Why something is done."""
    return area(label or _("Reason"), required=required, missing=_("Write why, in plain words."), hint=hint, rows=3)


def _words(
    widget: forms.Widget, *, at_most: int, label: Words, required: bool, missing: Words, hint: Words
) -> forms.CharField:
    field = forms.CharField(
        label=label,
        required=required,
        widget=widget,
        help_text=hint,
        error_messages={"required": missing or _("Fill this in.")},
    )
    field.validators.append(MaxLengthValidator(at_most, _TOO_LONG))
    return field


def one_of[E: Enum](
    label: Words, members: Iterable[E], *, required: bool = True, radio: bool = False, hint: Words = ""
) -> forms.TypedChoiceField:
    """One member of an enumeration; the answer is the member itself, None where none was chosen."""
    known = {str(member.value): member for member in members}

    def choices() -> list[tuple[str, str]]:
        first = [] if radio else [("", str(_("Choose")))]
        return [*first, *((value, say(in_words(member))) for value, member in known.items())]

    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        coerce=known.__getitem__,
        empty_value=None,
        required=required,
        help_text=hint,
        widget=forms.RadioSelect if radio else forms.Select,
        error_messages=_CHOOSE,
    )


def several_of[E: Enum](
    label: Words, members: Iterable[E], *, required: bool = True, hint: Words = ""
) -> forms.TypedMultipleChoiceField:
    """Any members of an enumeration."""
    known = {str(member.value): member for member in members}
    return forms.TypedMultipleChoiceField(
        label=label,
        choices=lambda: [(value, say(in_words(member))) for value, member in known.items()],
        coerce=known.__getitem__,
        required=required,
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        error_messages=_CHOOSE,
    )


def known_one(label: Words, *, required: bool = True, hint: Words = "") -> forms.ChoiceField:
    """One of what the case knows: an account, a person; the page gives the choices."""
    return forms.ChoiceField(label=label, choices=[], required=required, help_text=hint, error_messages=_CHOOSE)


def known_several(label: Words, *, required: bool = True, hint: Words = "") -> forms.MultipleChoiceField:
    """Several of what the case knows; the page gives the choices."""
    return forms.MultipleChoiceField(
        label=label,
        choices=[],
        required=required,
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        error_messages=_CHOOSE,
    )


def day(label: Words, *, required: bool = True, hint: Words = "") -> forms.DateField:
    """A day of the calendar."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=hint,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("This is no day. Write it as 2026-11-30 or 30-11-2026."),
        },
    )


def years(label: Words, *, hint: Words = "") -> forms.IntegerField:
    """A number of years, which may stay open."""
    return forms.IntegerField(
        label=label,
        required=False,
        help_text=hint,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Write a whole number of years.")},
    )


def ticked(label: Words, *, hint: Words = "") -> forms.BooleanField:
    """Ticked or not; only where not ticked really means no."""
    return forms.BooleanField(label=label, required=False, help_text=hint)


def language(label: Words | None = None, *, required: bool = False, hint: Words = "") -> forms.ChoiceField:
    """A language by its name; empty is not known yet."""

    def choices() -> list[tuple[str, str]]:
        named = sorted(((tag, say(words)) for tag, words in LANGUAGES.items()), key=lambda each: each[1])
        return [("", str(_("Not known yet"))), *named]

    return forms.ChoiceField(
        label=label or _("Language spoken best"), choices=choices, required=required, help_text=hint
    )


def say(words: Text) -> str:
    """A kernel text in the active language."""
    return words.to(get_language() or "en")


_CHOOSE = {"required": _("Choose one answer."), "invalid_choice": _("Choose one of the answers on the page.")}
