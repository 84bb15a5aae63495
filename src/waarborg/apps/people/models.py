"""Accounts that sign in, persons of a case, and every statement about somebody's age.

Invariant: a person belongs to one case and is sealed under its key; what tells about a person is never in clear.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.kernel.actors import Channel, Role, Service
from waarborg.kernel.ids import AccountId, CaseId, PersonId


class Site(models.TextChoices):
    """Where an account can sign in."""

    DESK = "desk"
    PORTAL = "portal"


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by user name."""

    def typed_as(self, username: str) -> models.QuerySet[Account]:
        """The account whose user name somebody typed; capitals do not matter, for telephones put them in."""
        return self.filter(username__iexact=AbstractBaseUser.normalize_username(username.strip()))


class Account(AbstractBaseUser):
    """Somebody who can sign in: staff on the desk, a victim, representative or lawyer on the portal. No e-mail."""

    id = IdField(AccountId, primary_key=True, default=AccountId.new)
    username = models.CharField(max_length=60, unique=True)
    site = models.CharField(max_length=6, choices=Site)
    #: Staff only, as colleagues know them; empty on the portal, where the person's name is sealed with the case.
    name = models.CharField(max_length=80, blank=True)
    service = models.CharField(max_length=30, blank=True, choices=[(s.value, s.value) for s in Service])
    #: Where staff work, such as ``Rotterdam``.
    region = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    #: A fixed person of the demo; refused everywhere else.
    demo = models.BooleanField(default=False)
    #: Preferred language of the pages.
    language = models.CharField(max_length=10, default="en")
    #: Hash of the number that stands in for the app: on the desk once, on the portal always; empty where there is none.
    number = models.CharField(max_length=128, blank=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Accounts] = Accounts()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(Lower("username"), name="a_user_name_in_one_way_only")]

    def __str__(self) -> str:
        return self.name or self.username


class App(models.Model):
    """The app on somebody's telephone that shows codes (TOTP, RFC 6238: SHA-1, six digits, every 30 seconds)."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="app")
    #: What app and house share, base 32, under the account's own key.
    secret = SealedField()
    #: The step of 30 seconds whose code was last used; that code and those before it are worth nothing any more.
    last_step = models.BigIntegerField(default=0)
    set_up_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def scope(self) -> str:
        """The account whose key seals this row."""
        return str(self.pk)


class SentForm(models.Model):
    """A form that an account has sent, so that sending it twice does it once."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    #: The random id that stood in the form.
    form = models.CharField(max_length=64)
    #: The address that was answered; empty where a page was.
    address = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "form"], name="a_form_once_an_account")]

    def __str__(self) -> str:
        return self.form


class AccountRole(models.Model):
    """A role that an account holds."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="held_roles")
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "role"], name="a_role_once_an_account")]

    def __str__(self) -> str:
        return self.role


class AccountDoor(models.Model):
    """A channel whose reports an account may open."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="held_doors")
    channel = models.CharField(max_length=30, choices=[(c.value, c.value) for c in Channel])

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "channel"], name="a_door_once_an_account")]

    def __str__(self) -> str:
        return self.channel


class Certificate(models.Model):
    """What a detective is certified for."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="certificates")
    #: ``trafficking``, ``minors`` or ``studio``.
    kind = models.CharField(max_length=20)
    until = models.DateField()

    def __str__(self) -> str:
        return self.kind


class Answer(models.TextChoices):
    """A fact about a person that may be unknown, or in doubt; doubt protects as yes does."""

    YES = "yes"
    NO = "no"
    DOUBT = "doubt"
    UNKNOWN = "unknown"


class Person(models.Model):
    """A human being in one case; can be several things in it at once (see ``Capacity``)."""

    id = IdField(PersonId, primary_key=True, default=PersonId.new)
    case = IdField(CaseId, db_index=True)
    #: What the person is called: a name, or the plain word that the team uses.
    called = SealedField()
    #: How to reach the person safely, and when.
    contact = SealedField()
    #: Where letters go, by the person's own choice.
    address = SealedField()
    #: BCP 47 tag of the language the person speaks best; empty is unknown.
    language = models.CharField(max_length=12, blank=True)
    interpreter = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    #: Lawful stay in the Netherlands (*rechtmatig verblijf*).
    lawful_stay = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    intellectual_disability = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    cognitive_disorder = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    #: Whether there are reasons to believe that the person is a child (2011/36/EU art. 13(2)); None is unknown.
    believed_child = models.BooleanField(null=True)
    believed_child_reason = SealedField()
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case)


class CapacityKind(models.TextChoices):
    """What a person is in a case."""

    VICTIM = "victim"
    #: A witness who reported the offence (*aangever* who is not the victim).
    REPORTING_WITNESS = "reporting_witness"
    WITNESS = "witness"
    SUSPECT = "suspect"
    REPRESENTATIVE = "representative"
    COMPANION = "companion"


class Capacity(models.Model):
    """One thing that a person is in the case, from a day on."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="capacities")
    kind = models.CharField(max_length=20, choices=CapacityKind)
    since = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "kind"], name="a_capacity_once_a_person")]

    def __str__(self) -> str:
        return self.kind


class AgeStatement(models.Model):
    """What one source says of a person's age. All are kept; the rulebook gets the hull of those not rejected."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="age_statements")
    #: JSON ``{"born": EDTF or null, "low": years or null, "high": years or null, "source": words}``.
    statement = SealedField()
    #: The day of which the statement speaks.
    on = models.DateField()
    made_at = models.DateTimeField()
    by = IdField(AccountId)
    rejected_at = models.DateTimeField(null=True)
    rejected_by = IdField(AccountId, null=True)
    rejected_reason = SealedField()

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.person.scope


class Representation(models.Model):
    """Somebody who acts for a victim: a parent, a guardian, a person the court appointed."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="represented_by")
    representative = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="represents")
    #: ``parent``, ``guardian`` or ``appointed``.
    kind = models.CharField(max_length=12)
    since = models.DateField()
    until = models.DateField(null=True)

    def __str__(self) -> str:
        return self.kind


class AccountPerson(models.Model):
    """A portal account's person: the one it is, or acts for."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="held_persons")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="accounts")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "person"], name="a_person_once_an_account")]

    def __str__(self) -> str:
        return f"{self.pk}"


class Invitation(models.Model):
    """A code that a detective hands over, with which one portal account can be opened once."""

    #: SHA-256 of the code, hexadecimal; the code itself is shown once.
    verifier = models.CharField(max_length=64, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="invitations")
    #: ``victim``, ``representative`` or ``lawyer``.
    role = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.role
