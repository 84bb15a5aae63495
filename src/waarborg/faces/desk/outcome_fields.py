"""Questions that pages about outcomes ask: one of a table, a moment, an amount, an explanation, and the typed word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waarborg.faces.desk.fields import Words, area, say
from waarborg.faces.desk.outcome_words import named


def one_named[E: Enum](
    label: Words,
    members: Iterable[E],
    *,
    radio: bool = False,
    hint: Words = "",
    words: Mapping[E, Words] | None = None,
) -> forms.TypedChoiceField:
    """One member of an enumeration, required; the answer is the member itself.

    Args:
        label: the question.
        members: the answers, in their order.
        radio: shown at once, and not in a list that opens.
        hint: a line under the question.
        words: other words than the table's, for an answer that means something else here.
    """
    known = {str(member.value): member for member in members}
    own = words or {}

    def choices() -> list[tuple[str, Words]]:
        first: list[tuple[str, Words]] = [] if radio else [("", _("Choose"))]
        return [*first, *((value, own.get(member) or say(named(member))) for value, member in known.items())]

    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        coerce=known.__getitem__,
        empty_value=None,
        help_text=hint,
        widget=forms.RadioSelect if radio else forms.Select,
        error_messages={
            "required": _("Choose one answer."),
            "invalid_choice": _("Choose one of the answers on the page."),
        },
    )


def moment(label: Words, *, required: bool = True, hint: Words = "") -> forms.DateTimeField:
    """A moment on the clock of Amsterdam."""
    return forms.DateTimeField(
        label=label,
        required=required,
        help_text=hint,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": _("Give the day and the time."),
            "invalid": _("This is no day with a time. Write it as 2026-11-30 14:05."),
        },
    )


def amount(label: Words, *, hint: Words = "") -> forms.DecimalField:
    """An amount in euro that may not be known yet."""
    return forms.DecimalField(
        label=label,
        required=False,
        help_text=hint,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Write an amount in euro, such as 8400 or 8400.50."),
            "min_value": _("An amount cannot be below zero. Write 0 where nothing was ordered."),
            "max_decimal_places": _("Write at most two figures for the cents."),
        },
    )


def explanation(label: Words | None = None, *, hint: Words | None = None) -> forms.CharField:
    """Why, in words that each victim reads."""
    return area(
        label or _("Why, in plain words"),
        hint=hint or _("Each victim reads this. Short sentences, no codes. At least eight words."),
        missing=_("Write why, in words that each victim can read."),
        rows=6,
    )


class TypedWord(forms.CharField):
    """A word that must be typed before something is done that cannot be undone."""

    def __init__(self, word: Words, *, says: Words) -> None:
        self._word, self._says = word, says
        super().__init__(
            label=format_lazy(_("Type the word “{word}”"), word=word),
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        )

    def clean(self, value: object) -> str:
        """Take the word, in capitals or not.

        Raises:
            ValidationError: it is another one, or none.
        """
        typed = str(value or "").strip()
        if typed.casefold() != str(self._word).casefold():
            raise ValidationError(
                gettext("Type the word “%(word)s”. %(says)s") % {"word": self._word, "says": self._says}
            )
        return typed
