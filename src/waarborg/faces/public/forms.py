"""The questions of the report, each with why it is asked and who will see the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from waarborg.apps.reports.content import LINE_AT_MOST, TEXT_AT_MOST
from waarborg.faces.public.answers import ABOUT, DANGER, NAMING, WHO, Words

_ONLY_THE_DOOR: Final = _("Only the team that you send your report to sees the answer.")
_SAY_OR_SKIP: Final = _("Choose one answer, or choose “I would rather not say”.")
_TOO_LONG: Final = ngettext_lazy(
    "This has %(show_value)d characters. It can have at most %(limit_value)d. Make it shorter.",
    "This has %(show_value)d characters. It can have at most %(limit_value)d. Make it shorter.",
    "limit_value",
)


class Question(forms.Form):
    """What one page asks; nothing is checked while somebody types, and the browser demands nothing."""

    use_required_attribute = False

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's own options
        super().__init__(auto_id="q_%s", label_suffix="", **options)


def one_of(choices: Mapping[str, Words], label: Words, why: Words, **options: Any) -> forms.ChoiceField:  # noqa: ANN401 - Django's own options
    """One answer of a few."""
    errors = {"required": _SAY_OR_SKIP, "invalid_choice": _SAY_OR_SKIP}
    hints = options.pop("hints", {})
    field = forms.ChoiceField(
        label=label, choices=list(choices.items()), widget=forms.RadioSelect, error_messages=errors, **options
    )
    return explained(field, why, hints)


def explained[F: forms.Field](field: F, why: Words, hints: Mapping[str, Words] | None = None) -> F:
    """A field that says why it is asked, and what each answer means."""
    # The shell's field tag reads these two.
    vars(field).update(why=why, hints=hints or {})
    return field


def words_field(label: Words, *, at_most: int, tall: bool = False, **options: Any) -> forms.CharField:  # noqa: ANN401 - Django's own options
    """Text of a length that is said only when it is too long: a browser that cut it off would lose what was pasted."""
    why = options.pop("why", "")
    area = options.pop("area", tall)
    widget: forms.Widget = forms.Textarea(attrs={"rows": 12 if tall else 3}) if area else forms.TextInput()
    widget.attrs["autocomplete"] = "off"
    # What is only spaces is no answer; but the spaces of a story are its writer's.
    field = forms.CharField(label=label, widget=widget, strip=not tall, **{"required": False, **options})
    field.validators.append(MaxLengthValidator(at_most, _TOO_LONG))
    return explained(field, why)


class Danger(Question):
    """Step 1."""

    danger = one_of(
        DANGER,
        _("Is somebody in danger now?"),
        _("We ask this first because 112 is faster than a report. Only the team that you send your report to sees it."),
    )


class About(Question):
    """Step 2."""

    about = explained(
        forms.MultipleChoiceField(
            label=_("What is it about?"),
            choices=list(ABOUT.items()),
            widget=forms.CheckboxSelectMultiple,
            help_text=_("You can choose more than one. You do not have to be sure."),
            error_messages={"required": _SAY_OR_SKIP, "invalid_choice": _SAY_OR_SKIP},
        ),
        _("We ask this because it decides which team can read your report."),
    )


class Who(Question):
    """Step 3."""

    who = one_of(
        WHO,
        _("Who are you in this?"),
        _("We ask this so that the team writes to you in the right way. You may leave it open."),
        required=False,
    )
    naming = one_of(
        NAMING,
        _("Do you want to give your name?"),
        _("We ask this because it decides which team can read your report."),
        hints={
            "no": _("Nobody knows who you are. The team can write to you in a mailbox that only you can open."),
            "yes": _("The team can contact you and invite you to a first talk."),
            "later": _("Nobody knows who you are now. You can tell one officer later, in your mailbox."),
        },
    )


class Door(Question):
    """Step 4: the door, and for a report with a name who it is from."""

    door = one_of({}, _("Is this door right for you?"), "")
    name = words_field(
        _("Your name"),
        at_most=LINE_AT_MOST,
        why=_ONLY_THE_DOOR,
        error_messages={"required": _("Write your name, or choose to give no name below.")},
    )
    contact = words_field(
        _("How can they reach you? When is it safe?"),
        at_most=LINE_AT_MOST,
        area=True,
        help_text=_("For example: a phone number, on weekdays after six. You may leave this empty."),
        why=_ONLY_THE_DOOR,
    )

    def __init__(
        self,
        *,
        named: bool,
        doors: Sequence[tuple[str, Words]],
        hints: Mapping[str, Words],
        **options: Any,  # noqa: ANN401 - Django's own options
    ) -> None:
        super().__init__(**options)
        if named:
            self.fields["name"].required = True
        else:
            del self.fields["name"], self.fields["contact"]
        door = self.fields["door"]
        if isinstance(door, forms.ChoiceField):
            door.choices = list(doors)
            explained(door, "", hints)


class Tell(Question):
    """Step 5."""

    text = words_field(
        _("Tell it as you want"),
        at_most=TEXT_AT_MOST,
        tall=True,
        help_text=_(
            "It may help to think of: who, where, since when, how many people. You do not have to know it all."
        ),
        why=_("We ask this so that the team can do something. Only that team can read it."),
    )


class _Files(forms.FileInput):
    """As many files as somebody chooses."""

    allow_multiple_selected = True


class Send(Question):
    """Step 6: the files, if any, go with the report in one form."""

    added = explained(
        forms.FileField(
            widget=_Files(),
            label=_("Photos or other files"),
            required=False,
            help_text=_("At most 10 files, together 8 MB. You may leave this empty."),
        ),
        "",
    )
