"""What the mailbox and the receipt ask; what cannot be undone takes a typed word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waarborg.apps.reports.content import LINE_AT_MOST, TEXT_AT_MOST
from waarborg.faces.public.answers import Words
from waarborg.faces.public.forms import Question, Send, one_of, words_field


class Code(Question):
    """Opens a mailbox."""

    code = words_field(
        _("Your code"),
        at_most=200,
        required=True,
        help_text=_("Four groups of seven letters and digits. Spaces and capitals do not matter."),
        why=_("We ask this because the code is the only key to your mailbox."),
        error_messages={"required": _("Type the code that you got when you sent your report.")},
    )


class LastFour(Question):
    """Checks whether a code was written down well."""

    last = words_field(_("Did you write it down well? Type the last four."), at_most=40)


class Write(Question):
    """A message to the team."""

    text = words_field(
        _("Write to the team"),
        at_most=TEXT_AT_MOST,
        area=True,
        help_text=_("You may answer, or not. There is no penalty for silence."),
    )
    added = Send.base_fields["added"]


class Ready(Question):
    """The reporter is ready to talk."""

    contact = words_field(
        _("How can they reach you? When is it safe?"),
        at_most=LINE_AT_MOST,
        area=True,
        required=True,
        help_text=_("For example: a phone number, on weekdays after six. Or write: only in this mailbox."),
        why=_("The team that has your report sees this, and nobody else."),
        error_messages={"required": _("Write how and when they can reach you safely.")},
    )


class Known(Question):
    """Tells one officer who the reporter is."""

    officer = one_of({}, _("To whom?"), "")
    name = words_field(
        _("Your name, or what the officer may call you"),
        at_most=LINE_AT_MOST,
        required=True,
        error_messages={"required": _("Write what the officer may call you.")},
    )
    contact = words_field(
        _("How can this officer reach you? When is it safe?"),
        at_most=LINE_AT_MOST,
        area=True,
        help_text=_("You may leave this empty."),
    )
    word = words_field(
        _("This cannot be undone. To do it, type the word: known"),
        at_most=40,
        required=True,
        error_messages={"required": _("Type the word “known”.")},
    )

    def __init__(self, *, officers: Sequence[tuple[str, Words]], **options: Any) -> None:  # noqa: ANN401 - Django's own options
        super().__init__(**options)
        officer = self.fields["officer"]
        if isinstance(officer, forms.ChoiceField):
            officer.choices = list(officers)

    def clean_word(self) -> str:
        """The word, in either language and any case."""
        return _typed(self.cleaned_data["word"], {"known", "bekend"}, _("Type the word “known”."))


class Delete(Question):
    """Deletes the mailbox."""

    word = words_field(
        _("This cannot be undone. To do it, type the word: delete"),
        at_most=40,
        required=True,
        error_messages={"required": _("Type the word “delete”.")},
    )

    def clean_word(self) -> str:
        """The word, in either language and any case."""
        return _typed(self.cleaned_data["word"], {"delete", "wissen"}, _("Type the word “delete”."))


def _typed(word: str, expected: set[str], otherwise: Words) -> str:
    """What was typed, where it is the word that confirms.

    Raises:
        ValidationError: it is another word.
    """
    if word.strip().strip("“”\"'.").casefold() not in expected:
        raise forms.ValidationError(otherwise)
    return word
