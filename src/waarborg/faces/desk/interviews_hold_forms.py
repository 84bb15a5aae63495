"""The forms of the control room: who is there, a break, the companion, the prosecutor, and what the end leaves open."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from waarborg.apps.interviews.drafts import Seat
from waarborg.apps.interviews.kinds import InterviewKind, Part
from waarborg.apps.interviews.models import Interview
from waarborg.faces.desk.fields import DeskForm, area, known_one, say
from waarborg.faces.desk.interviews_choices import Choosing
from waarborg.faces.desk.interviews_form import SEAT, known, told_topics, topic_choices
from waarborg.faces.desk.interviews_words import COMPANION, PARTS, STAYED
from waarborg.kernel.ids import AccountId


class SeatsForm(DeskForm):
    """Who is really there."""

    def __init__(self, data: QueryDict | None, known_seats: Choosing, **options: Any) -> None:  # noqa: ANN401 - Django's own options
        super().__init__(data, **options)
        for account, name in known_seats.seats:
            self.fields[SEAT + account] = forms.ChoiceField(
                label=name,
                choices=[("", _("Not there")), *((key, say(words)) for key, words in PARTS.items())],
                required=False,
            )

    def seats(self) -> list[Seat]:
        """Everybody who is there."""
        return [
            Seat(account=AccountId(name.removeprefix(SEAT)), part=Part(part))
            for name, part in self.cleaned_data.items()
            if part
        ]


class PauseForm(DeskForm):
    """A break."""

    stayed = forms.ChoiceField(
        label=_("Who stays in the room?"),
        choices=lambda: [(key, say(words)) for key, words in STAYED.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who stays in the room.")},
    )


class CompanionForm(DeskForm):
    """What became of the companion of choice."""

    companion_state = forms.ChoiceField(
        label=_("Somebody of their own choice beside them"),
        choices=lambda: [("", _("Choose")), *((key, say(words)) for key, words in COMPANION.items())],
        error_messages={"required": _("Choose what became of it.")},
    )
    companion = known_one(_("Who?"), required=False)
    companion_reason = area(_("If refused, on what ground?"), required=False, hint=_("They can read this."), rows=2)
    companion_examined = area(
        _("If this person is also a witness or victim: what came out when you looked at that?"), required=False, rows=2
    )


class ConsultForm(DeskForm):
    """The prosecutor and the sound of an informative interview."""

    prosecutor = known_one(_("Prosecutor"))
    sound = known(_("May the sound be recorded?"))
    words = area(_("Why"), required=False, rows=2)


class EndForm(DeskForm):
    """What was still open in the plan is filled in at the end."""

    topics = forms.MultipleChoiceField(
        label=_("What was spoken about"), choices=[], widget=forms.CheckboxSelectMultiple, required=False
    )
    need = area(_("What had to be learned"), required=False, rows=2)
    acute = known(_("Was it acute?"))
    behavioural_expert = known(_("Did a behavioural expert take part?"))

    def __init__(self, data: QueryDict | None, row: Interview, **options: Any) -> None:  # noqa: ANN401 - Django's own options
        super().__init__(data, **options)
        topics = self.fields["topics"]
        if isinstance(topics, forms.MultipleChoiceField):
            topics.choices = told_topics() if row.kind == InterviewKind.INFORMATIVE else topic_choices()
        # Only what the plan left open is asked.
        if row.kind != InterviewKind.FURTHER or row.need:
            del self.fields["need"]
        if row.acute is not None or row.kind != InterviewKind.REPORT:
            del self.fields["acute"]
        if row.behavioural_expert is not None:
            del self.fields["behavioural_expert"]
