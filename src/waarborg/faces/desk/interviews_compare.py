"""Two versions of one plan beside each other, so that of two people who change it neither text is lost."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import BoundField
from django.forms.widgets import ChoiceWidget

from waarborg.faces.desk.fields import Words
from waarborg.faces.desk.interviews_form import PlanForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a form says at one field, as a person reads it."""

    #: Id of the field, to link to.
    id: str
    label: Words
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field at which two forms differ."""

    id: str
    label: Words
    mine: str
    theirs: str


def answers(form: PlanForm) -> tuple[Answer, ...]:
    """What was filled in, in the order of the form; open fields are left out."""
    return tuple(
        Answer(id=bound.auto_id, label=bound.label, words=words) for bound in form if (words := said_at(bound))
    )


def differences(mine: PlanForm, theirs: PlanForm) -> tuple[Difference, ...]:
    """The fields at which two forms say something else, with both texts."""
    return tuple(
        Difference(id=bound.auto_id, label=bound.label, mine=said_at(bound), theirs=said_at(theirs[bound.name]))
        for bound in mine
        if bound.name in theirs.fields and said_at(bound) != said_at(theirs[bound.name])
    )


def said_at(bound: BoundField) -> str:
    """The answer in words: what was chosen by its label, a text as it was typed; empty where it is open."""
    value = bound.value()
    if not value:
        return ""
    if isinstance(bound.field.widget, ChoiceWidget):
        chosen = {str(each) for each in value} if isinstance(value, list | tuple) else {str(value)}
        known = [(str(key), str(words)) for key, words in bound.field.widget.choices]
        return ", ".join(words for key, words in known if key and key in chosen)
    return str(value).strip()
