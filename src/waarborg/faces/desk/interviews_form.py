"""The form of a plan: what it can be chosen from, how it becomes a draft, and how a draft fills it again.

Invariant: what nobody filled in is None or blank in the draft, and so unknown to the rulebook; it is never no.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from waarborg.apps.interviews.drafts import HEARD_AS, Companion, Draft, Seat
from waarborg.apps.interviews.kinds import CompanionState, InterviewKind, Part
from waarborg.apps.people.models import CapacityKind
from waarborg.faces.desk.fields import Choices, DeskForm, Words, area, day, known_one, line, one_of, say
from waarborg.faces.desk.interviews_words import COMPANION, PARTS, TOPICS
from waarborg.kernel.clock import AMSTERDAM, moment_on
from waarborg.kernel.ids import AccountId, PersonId
from waarborg.law.informative import INFORMATIVE_TOPICS

#: Before the name of a field that seats one colleague: ``seat-account_…``.
SEAT: Final = "seat-"
#: Without these there is no plan to ask the rulebook about.
BASICS: Final = ("person", "heard_as", "kind", "day")
#: For a plan whose time is still open, so that the rulebook can be asked about its day.
_MORNING: Final = time(9)


def known(label: Words, *, hint: Words = "") -> forms.TypedChoiceField:
    """Yes, no, or not known yet: True, False or None."""
    return forms.TypedChoiceField(
        label=label,
        choices=[("", _("Not known yet")), ("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        required=False,
        help_text=hint,
        error_messages={"invalid_choice": _("Choose one of the answers on the page.")},
    )


def _clock(label: Words) -> forms.TimeField:
    """A time of the day in Amsterdam."""
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Choose a time."), "invalid": _("This is no time. Write it as 10:05.")},
    )


def topic_choices() -> list[tuple[str, str]]:
    """What an interview can speak about, the seven of the informative interview left out."""
    return [(key, say(words)) for key, words in TOPICS.items()]


class PlanForm(DeskForm):
    """A plan. Whether it can be kept is for the act to say, and what it lacks for the rulebook."""

    person = forms.ChoiceField(
        label=_("Who is heard?"),
        choices=[],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who is heard."), "invalid_choice": _("Choose somebody on the page.")},
    )
    heard_as = one_of(_("Heard as"), [kind for kind in CapacityKind if kind in HEARD_AS])
    kind = one_of(_("Kind of interview"), InterviewKind, radio=True)
    acute = known(_("Is it acute?"), hint=_("So that no informative interview can come first."))
    acute_reason = area(_("What made it acute?"), required=False, rows=2)
    need = area(
        _("What must still be learned?"),
        required=False,
        hint=_("Needed for a further interview. Look first at what was already answered."),
        rows=3,
    )
    topics = forms.MultipleChoiceField(
        label=_("What it is about"),
        choices=topic_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Nothing ticked is not known yet."),
    )
    day = day(_("Day"))
    starts = _clock(_("From"))
    ends = _clock(_("To"))
    room = known_one(_("Room"), required=False, hint=_("What each room is fit for stands beside its name."))
    sound = known(_("Will the sound be recorded?"))
    video = known(_("Will the image be recorded?"))
    interpreter = line(_("Interpreter"), required=False, hint=_("Name or number. Leave it open where none is needed."))
    interpreter_registered = known(_("Sworn and registered?"))
    interpreter_reason = area(_("If not registered, why?"), required=False, rows=2)
    companion_state = forms.ChoiceField(
        label=_("Somebody of their own choice beside them"),
        choices=lambda: [("", _("Not known yet")), *((key, say(words)) for key, words in COMPANION.items())],
        required=False,
    )
    companion = known_one(
        _("Who?"), required=False, hint=_("A person of the case. What else they are in it stands beside the name.")
    )
    companion_reason = area(_("If refused, on what ground?"), required=False, hint=_("They can read this."), rows=2)
    companion_examined = area(
        _("If this person is also a witness or victim: what came out when you looked at that?"), required=False, rows=2
    )
    behavioural_expert = known(_("Does a behavioural expert take part?"))
    consulted = known_one(
        _("Prosecutor who was consulted"),
        required=False,
        hint=_("Only for recording an informative interview."),
    )
    note = area(_("Cause of a delay or a move"), required=False, rows=2)

    def __init__(self, data: Any = None, *, seats: Choices = (), **options: Any) -> None:  # noqa: ANN401 - Django's own options
        super().__init__(data, **options)
        for account, name in seats:
            self.fields[SEAT + account] = forms.ChoiceField(
                label=name,
                choices=[("", _("Not there")), *((key, say(words)) for key, words in PARTS.items())],
                required=False,
            )

    def seats(self) -> Iterator[BoundField]:
        """The field of each colleague."""
        return (self[name] for name in self.fields if name.startswith(SEAT))

    def lacking(self) -> list[BoundField]:
        """The basics that are not there yet."""
        given = self.cleaned_data if self.is_bound and (self.is_valid() or self.errors) else {}
        return [self[name] for name in BASICS if not given.get(name)]

    def draft(self) -> Draft:
        """What the form says; only where nothing is lacking. A time that is open is taken as an hour from nine."""
        said = self.cleaned_data
        starts = _at(said["day"], said.get("starts") or _MORNING)
        ends = said.get("ends")
        topics = frozenset(said.get("topics") or ())
        return Draft(
            person=PersonId(said["person"]),
            heard_as=said["heard_as"],
            kind=said["kind"],
            starts_at=starts,
            ends_at=_at(said["day"], ends) if ends else starts + timedelta(hours=1),
            seats=tuple(
                Seat(account=AccountId(name.removeprefix(SEAT)), part=Part(part))
                for name, part in said.items()
                if name.startswith(SEAT) and part
            ),
            room=int(said["room"]) if said.get("room") else None,
            sound=said.get("sound"),
            video=said.get("video"),
            acute=said.get("acute"),
            acute_reason=said.get("acute_reason", ""),
            behavioural_expert=said.get("behavioural_expert"),
            interpreter=said.get("interpreter", ""),
            interpreter_registered=said.get("interpreter_registered"),
            interpreter_reason=said.get("interpreter_reason", ""),
            companion=companion_of(said),
            topics=topics or None,
            need=said.get("need", ""),
            consulted=AccountId(said["consulted"]) if said.get("consulted") else None,
            note=said.get("note", ""),
        )


def companion_of(said: Mapping[str, Any]) -> Companion | None:
    """What the answers say of the companion; None where they say nothing."""
    if not said.get("companion_state"):
        return None
    return Companion(
        state=CompanionState(said["companion_state"]),
        person=PersonId(said["companion"]) if said.get("companion") else None,
        reason=said.get("companion_reason", ""),
        examined=said.get("companion_examined", ""),
    )


def initial_of(draft: Draft) -> dict[str, Any]:
    """A draft as the form's first answers, as a browser would send them."""
    companion = draft.companion
    return {
        "person": str(draft.person),
        "heard_as": draft.heard_as.value,
        "kind": draft.kind.value,
        "acute": _said(answer=draft.acute),
        "acute_reason": draft.acute_reason,
        "need": draft.need,
        "topics": sorted(draft.topics or ()),
        "day": draft.starts_at.astimezone(AMSTERDAM).date().isoformat(),
        "starts": _hour(draft.starts_at),
        "ends": _hour(draft.ends_at),
        "room": "" if draft.room is None else str(draft.room),
        "sound": _said(answer=draft.sound),
        "video": _said(answer=draft.video),
        "interpreter": draft.interpreter,
        "interpreter_registered": _said(answer=draft.interpreter_registered),
        "interpreter_reason": draft.interpreter_reason,
        "companion_state": companion.state.value if companion else "",
        "companion": str(companion.person or "") if companion else "",
        "companion_reason": companion.reason if companion else "",
        "companion_examined": companion.examined if companion else "",
        "behavioural_expert": _said(answer=draft.behavioural_expert),
        "consulted": str(draft.consulted or ""),
        "note": draft.note,
        **{SEAT + seat.account: seat.part.value for seat in draft.seats},
    }


def told_topics() -> list[tuple[str, str]]:
    """The seven things that an informative interview speaks about."""
    return [(topic.id, say(topic.what)) for topic in INFORMATIVE_TOPICS]


def _at(on: date, clock: time) -> datetime:
    return moment_on(on, clock.hour, clock.minute)


def _hour(when: datetime) -> str:
    return f"{when.astimezone(AMSTERDAM):%H:%M}"


def _said(*, answer: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[answer]
