"""What the desk asks about a person: who, how old, what is known, how to reach them, and each step of the road."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.road_kinds import Consent, ReflectionEnd
from waarborg.apps.people.facts import RepresentativeKind
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.faces.desk.fields import (
    DeskForm,
    area,
    day,
    known_one,
    known_several,
    language,
    line,
    one_of,
    reason,
    several_of,
    years,
)
from waarborg.kernel.actors import Role

#: Any of these says something of the age.
_SAYS_AGE = ("born", "low", "high")


class PersonForm(DeskForm):
    """Somebody who is added to a case."""

    called = line(
        _("What is the person called?"),
        hint=_("A name, or a plain word that the team uses, such as boy at the station."),
        missing=_("Write a name or a plain word."),
    )
    capacities = several_of(
        _("What is the person in this case?"), CapacityKind, hint=_("One person can be several things.")
    )
    language = language()
    interpreter = one_of(_("Is an interpreter needed?"), Answer, radio=True)
    contact = area(
        _("How can we reach the person safely, and when?"), required=False, rows=2, hint=_("Only the team sees this.")
    )
    address = area(_("Where do letters go?"), required=False, rows=2, hint=_("The choice of address is the person’s."))


class AgeForm(DeskForm):
    """What one source says of the age."""

    source = line(
        _("Who or what says so?"),
        hint=_("Such as: his own words, an officer, a passport, an age assessment."),
        missing=_("Write who or what says so."),
    )
    born = line(
        _("Birth date, as sure as it is"),
        required=False,
        hint=_("2009-05-03, or 2009-05, 2009, 201X; 2009~ is about 2009."),
    )
    low = years(_("Youngest age in years"), hint=_("Leave open what the source does not say."))
    high = years(_("Oldest age in years"), hint=_("That year included."))
    speaks_of = day(_("Of which day does the source speak?"), required=False, hint=_("Today, where left open."))

    def clean(self) -> dict[str, Any] | None:
        """Something must be said of the age."""
        said = super().clean()
        if said is not None and not self.errors and not any(said.get(name) not in {None, ""} for name in _SAYS_AGE):
            raise forms.ValidationError(_("Fill in a birth date, or a youngest or oldest age."))
        return said


class RejectForm(DeskForm):
    """Which source is not believed, and why."""

    statement = known_one(_("Which source?"))
    reason = reason(_("Why is it not believed?"))


class FactsForm(DeskForm):
    """What is known of a person; doubt protects as yes does."""

    language = language()
    interpreter = one_of(_("Is an interpreter needed?"), Answer, radio=True)
    lawful_stay = one_of(_("Lawful stay in the Netherlands?"), Answer, radio=True)
    intellectual_disability = one_of(_("An intellectual disability?"), Answer, radio=True)
    cognitive_disorder = one_of(_("A cognitive functional disorder?"), Answer, radio=True)
    believed_child = one_of(
        _("Are there reasons to believe that the person is a child?"),
        Answer,
        radio=True,
        hint=_("Then the rules for children hold until the age is settled."),
    )
    reason = reason(
        _("Why"),
        required=False,
        hint=_(
            "Needed where a fact protects no longer, and for saying that somebody is believed to be a child or not."
        ),
    )


class ReachForm(DeskForm):
    """What a person is called and how to reach them."""

    called = line(_("What is the person called?"), missing=_("Write a name or a plain word."))
    contact = area(_("How can we reach the person safely, and when?"), required=False, rows=2)
    address = area(_("Where do letters go?"), required=False, rows=2, hint=_("The choice of address is the person’s."))


class CapacityForm(DeskForm):
    """What else the person is."""

    kind = one_of(_("What is the person also?"), CapacityKind, radio=True)


class RepresentForm(DeskForm):
    """Who acts for the person."""

    representative = known_one(
        _("Who acts for the person?"), hint=_("Add them to the case first, if they are not in it.")
    )
    kind = one_of(_("On what ground?"), RepresentativeKind, radio=True)


class EndRepresentForm(DeskForm):
    """Who acts no longer."""

    acting = known_one(_("Who?"))
    reason = reason(_("Why not any more?"))


class AcceptForm(DeskForm):
    """Time to think begins."""

    in_detention = forms.ChoiceField(
        label=_("Is the person held?"),
        choices=[("no", _("No")), ("yes", _("Yes"))],
        widget=forms.RadioSelect,
        help_text=_("For a person in detention the prosecution service and the police must both agree."),
        error_messages={"required": _("Choose one answer.")},
    )
    consents = forms.TypedMultipleChoiceField(
        label=_("Who has agreed?"),
        choices=[(Consent.PROSECUTION.value, _("The prosecution service")), (Consent.POLICE.value, _("The police"))],
        coerce=Consent,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class EndReflectionForm(DeskForm):
    """On which of the four grounds it ends."""

    ground = one_of(_("How does it end?"), ReflectionEnd, radio=True)
    reason = reason(
        _("What happened"), required=False, hint=_("Needed for each ground but a no: nobody has to explain a no.")
    )


class ReportForm(DeskForm):
    """The official report."""

    taken_by = known_several(_("Who took it?"), hint=_("Each must be certified for trafficking on this day."))
    acute_reason = reason(
        _("Why could no informative interview come first?"),
        required=False,
        hint=_("Only where an acute situation made it impossible. Leave this empty where one was held."),
    )


class DeclineForm(DeskForm):
    """A no."""

    reason = reason(_("What the person said about it"), required=False, hint=_("Nobody has to say why."))


class InviteForm(DeskForm):
    """For whom the code is."""

    role = one_of(_("For whom is the code?"), [Role.VICTIM, Role.REPRESENTATIVE, Role.LAWYER], radio=True)
