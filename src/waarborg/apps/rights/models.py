"""What a victim must be told, was told, asked for and was refused, each with its evidence."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.apps.people.models import Answer, Person
from waarborg.kernel.ids import AccountId, NoticeId, RightId
from waarborg.law.steps import Form


class NoticeState(models.TextChoices):
    """Where something that must be told is."""

    DUE = "due"
    #: On its way, not known to have arrived.
    SENT = "sent"
    TOLD = "told"
    #: Not told, by a recorded decision that telling would put the suspect at demonstrable risk.
    SUPPRESSED = "suppressed"


class Notice(models.Model):
    """One thing that one victim must be told because of one event."""

    id = IdField(NoticeId, primary_key=True, default=NoticeId.new)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    #: Id in ``law.notices``.
    about = models.CharField(max_length=40)
    #: Typed id of what happened, with its moment where that can happen again; the same notice is due once.
    event = models.CharField(max_length=64)
    #: From when the term runs: when it was known.
    known_at = models.DateTimeField()
    #: The end of the term; None where the law says at once and names no term.
    due_by = models.DateTimeField(null=True)
    #: A ``law.steps.Form``.
    form = models.CharField(max_length=16, choices=[(form.value, form.value) for form in Form])
    #: Who gets it: the victim, or the representative; never a suspect. None: somebody must be found first.
    recipient = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=10, choices=NoticeState, default=NoticeState.DUE)
    #: What was or will be said: JSON ``{"en": …, "nl": …}``.
    text = SealedField()
    #: The whole of it, where the person wanted no news and only part was said; said after all when they do.
    unsaid = SealedField()
    told_at = models.DateTimeField(null=True)
    told_by = IdField(AccountId, null=True)
    #: How it is known that it was told, in words.
    evidence = SealedField()
    understood = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    suppressed_reason = SealedField()
    suppressed_by = IdField(AccountId, null=True)
    #: The second person, who agreed.
    suppressed_with = IdField(AccountId, null=True)
    #: When suppression is looked at again.
    review_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "about", "event"], name="a_notice_once_a_person_and_event")
        ]

    def __str__(self) -> str:
        return self.about

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.person.scope


class NoticeStepKind(models.TextChoices):
    """What was done to tell."""

    #: A writing went out.
    SENT = "sent"
    #: Told by voice, and understood as far as is known.
    SPOKEN = "spoken"
    #: The writing is known to have arrived, and is understood as far as is known.
    RECEIVED = "received"
    #: Tried, and nobody was reached.
    NOT_REACHED = "not_reached"
    #: Told, and not or doubtfully understood: it must be told again.
    NOT_UNDERSTOOD = "not_understood"
    #: Somebody asked to hold it back.
    HOLD_ASKED = "hold_asked"
    #: A second person agreed: it is held back.
    HELD_BACK = "held_back"
    #: It must be told after all.
    RELEASED = "released"


class NoticeStep(models.Model):
    """One try to tell, or one decision about telling; all are kept."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=16, choices=NoticeStepKind)
    at = models.DateTimeField()
    by = IdField(AccountId)
    #: Whom it reached or should have reached.
    recipient = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    note = SealedField()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.kind

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.notice.scope


class RightState(models.TextChoices):
    """What happened with a right."""

    TOLD = "told"
    ASKED = "asked"
    GIVEN = "given"
    #: Refused, with a ground that the law allows.
    REFUSED = "refused"


class RightUse(models.Model):
    """The last state of one right of one victim; the steps keep the rest."""

    id = IdField(RightId, primary_key=True, default=RightId.new)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="rights")
    #: Id in ``law.rights``.
    right = models.CharField(max_length=40)
    state = models.CharField(max_length=8, choices=RightState)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "right"], name="a_right_once_a_person")]

    def __str__(self) -> str:
        return self.right


class RightStep(models.Model):
    """One step with a right: told, asked, given or refused with a reason."""

    use = models.ForeignKey(RightUse, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=8, choices=RightState)
    at = models.DateTimeField()
    by = IdField(AccountId)
    #: Ground of a refusal, as ``law.rights`` names it.
    ground = models.CharField(max_length=40, blank=True)
    reason = SealedField()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.state

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.use.person.scope


class Choice(models.Model):
    """What a person wants to be told, and how; absent is unknown."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, primary_key=True, related_name="choice")
    #: Whether information on the case was asked for (Sv 51ac); None is not asked yet.
    wants_information = models.BooleanField(null=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.wants_information}"
