"""The questions of each decision; what stops something asks for a ground and an explanation that a victim can read."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waarborg.apps.decisions.keeping import WORDS_AT_LEAST, explains
from waarborg.apps.decisions.models import DetentionKind, DismissalGround
from waarborg.apps.people.models import Answer
from waarborg.faces.desk.fields import DeskForm, area, day, known_one, line
from waarborg.faces.desk.outcome_fields import TypedWord, amount, explanation, moment, one_named


class ExplainedForm(DeskForm):
    """Why, for the people whom it is about."""

    explanation = explanation()

    def clean_explanation(self) -> str:
        """Take words, and not only a code.

        Raises:
            ValidationError: there are too few words to be an explanation.
        """
        words = str(self.cleaned_data["explanation"])
        if not explains(words):
            message = gettext("This is a code or a few words. Write at least %(least)d words that a victim can read.")
            raise ValidationError(message % {"least": WORDS_AT_LEAST})
        return words


class ProsecuteForm(ExplainedForm):
    """Why the prosecutor goes on."""

    explanation = explanation(_("What for, in plain words"))


class DismissForm(ExplainedForm):
    """Why the prosecutor stops, and whether the suspect was served."""

    ground = one_named(_("Ground"), DismissalGround, radio=True)
    explanation = explanation(
        hint=_(
            "Each victim reads this. Say what was missing. The letter itself says that it is not about being believed. "
            "Short sentences, no codes. At least eight words."
        )
    )
    served = one_named(
        _("Did the suspect get formal notice of no further prosecution?"),
        [Answer.YES, Answer.NO, Answer.UNKNOWN],
        radio=True,
        hint=_("It starts the term of a complaint (article 12l). Where you do not know, each victim is told that."),
    )
    served_on = day(_("On what day was it served?"), required=False, hint=_("Only after a yes."))
    field_order = ("ground", "explanation", "served", "served_on")

    def clean(self) -> dict[str, Any]:
        """Ask for the day of service after a yes, and only then."""
        answers = {**(super().clean() or {}), **self.cleaned_data}
        if answers.get("served") is Answer.YES and "served_on" in answers and answers["served_on"] is None:
            self.add_error("served_on", gettext("Give the day on which the suspect got it."))
        if answers.get("served") in {Answer.NO, Answer.UNKNOWN} and answers.get("served_on"):
            self.add_error("served_on", gettext("Leave the day open, or answer yes above."))
        return answers


class _CourtForm(ExplainedForm):
    """What a court decided on which day."""

    decided_on = day(_("Day of the court’s decision"), hint=_("Not after today."))
    field_order = ("convicted_of", "decided_on", "compensation", "explanation")


class ConvictForm(_CourtForm):
    """A guilty verdict."""

    convicted_of = line(
        _("Guilty of what?"),
        hint=_("Also where it is another charge than trafficking."),
        missing=_("Write of what the court found this person guilty."),
    )
    compensation = amount(
        _("Payment of damage that the court ordered, in euro"),
        hint=_("Write 0 where the court ordered none. Leave it open where you do not know yet."),
    )
    explanation = explanation(_("The court’s reason and the punishment, in plain words"))


class AcquitForm(_CourtForm):
    """A not guilty verdict."""

    explanation = explanation(_("The court’s reason, in plain words"))


class AppealForm(_CourtForm):
    """Who went to a higher court."""

    decided_on = day(_("Day of the appeal"), hint=_("Not after today."))
    explanation = explanation(_("Who appeals and what that means, in plain words"))


class FinalForm(_CourtForm):
    """That no appeal is left."""

    decided_on = day(_("Day on which it became final"), hint=_("Not after today."))
    explanation = explanation(_("Why it is final, in plain words"))


class TransferForm(ExplainedForm):
    """Where the case goes."""

    explanation = explanation(_("To which country and why, in plain words"))


class FineForm(ExplainedForm):
    """Why a fine is proposed."""

    explanation = explanation(
        _("Why a fine, in plain words"), hint=_("Only staff of the case read this. At least eight words.")
    )


class SignForm(DeskForm):
    """The typed word under a decision."""

    word = TypedWord(_("sign"), says=_("Nothing was signed."))


class ServiceForm(DeskForm):
    """When the suspect was served."""

    served_on = day(_("On what day was it served?"), hint=_("Each victim is told again, for the term starts then."))


class ComplaintForm(DeskForm):
    """Who complains, when, and in which words."""

    victim = known_one(_("Who complains?"))
    filed_on = day(
        _("Day on which it was sent"), hint=_("Whether it is too late is for the court. None is refused here.")
    )
    words = area(
        _("What the person says"),
        missing=_("Write in a few words what the person says."),
        hint=_("In their own words."),
    )


class AnswerForm(ExplainedForm):
    """What the court of appeal answered."""

    upheld = one_named(
        _("What did the court of appeal decide?"),
        [Answer.YES, Answer.NO],
        radio=True,
        words={
            Answer.YES: _("It orders to go on against this suspect"),
            Answer.NO: _("It changes nothing"),
        },
    )
    answered_on = day(_("Day of the court’s decision"), hint=_("Not after today."))
    explanation = explanation(_("The court’s reason, in plain words"))
    field_order = ("upheld", "answered_on", "explanation")


class DetentionForm(DeskForm):
    """Who is free, since when that is known, and what victims may know."""

    suspect = known_one(_("Who?"))
    kind = one_named(
        _("What happened?"), [DetentionKind.ESCAPE, DetentionKind.RELEASE, DetentionKind.LEAVE], radio=True
    )
    known_at = moment(
        _("When did the prosecution service know?"),
        hint=_("After an escape each victim must hear it by voice within one hour from this moment, also at night."),
    )
    words = area(
        _("What victims may know"),
        missing=_("Say what victims may know, such as the day."),
        hint=_("It is read to them as it stands here."),
    )
