"""Accounts, offices, postings, working days, absences, duty days, failed sign-ins."""

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.access.words import READING
from throughcare.record.asof import known_at
from throughcare.record.ids import new_id
from throughcare.record.registry import not_recorded, recorded
from throughcare.staff.roles import ROLES, Role


class DateRange(Func):
    """The days from one column up to, and without, another."""

    function = "daterange"
    output_field = models.DateField()


@recorded
class Office(models.Model):
    """A place where staff work and people report."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120)
    name_fr = models.CharField(max_length=120)
    address = models.CharField(max_length=200)
    city = models.CharField(max_length=80)
    postal_code = models.CharField(max_length=10)
    phone = models.CharField(max_length=20)
    zone = models.CharField(max_length=40, default=clock.EASTERN)
    opens_at = models.TimeField(null=True)
    closes_at = models.TimeField(null=True)

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["StaffMember"]):
    """Finds accounts by the name a member signs in with."""

    def with_posting(self, on: date) -> models.QuerySet["StaffMember"]:
        """Return accounts that come with their posting of a day, in one more query."""
        standing = Posting.objects.on(on).select_related("office")
        return self.prefetch_related(
            models.Prefetch("postings", standing, to_attr="standing_postings")
        )


@not_recorded("An account: password and last sign-in. What it may do is recorded as a posting.")
class StaffMember(AbstractBaseUser):
    """Someone who works here and signs in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=60, unique=True)
    given_name = models.CharField(max_length=80)
    surname = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=[("en", "English"), ("fr", "Français")])
    speaks = ArrayField(models.CharField(max_length=3), default=list)
    """The languages a member works in, as ISO codes."""
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["given_name", "surname"]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"), name="email_belongs_to_one_account", condition=~Q(email="")
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.surname}"

    @property
    def short_name(self) -> str:
        return f"{self.given_name[:1]}. {self.surname}"

    @cached_property
    def posting(self) -> "Posting | None":
        """Return today's posting. One query, none when it came with the account."""
        if hasattr(self, "standing_postings"):
            return next(iter(self.standing_postings), None)
        return self.postings.on(clock.today()).select_related("office").first()

    @property
    def role(self) -> str:
        return self.posting.role if self.posting else ""

    @property
    def role_class(self) -> type[Role] | None:
        return ROLES.get(self.role)

    @property
    def role_name(self) -> Any:
        return self.posting.role_name if self.posting else ""

    @property
    def office(self) -> "Office | None":
        return self.posting.office if self.posting else None

    def may(self, permission: Permission) -> bool:
        """Say whether today's role allows something. Without a posting nothing is allowed.

        While a past is looked at, whatever would change something is not.
        """
        if known_at() and permission not in READING:
            return False
        return self.role_class is not None and permission in self.role_class.permissions


@not_recorded("Who an outside service says a member is; goes when an administrator starts afresh.")
class StaffIdentity(models.Model):
    """The one identity of an outside sign-in service that opens an account."""

    member = models.OneToOneField(
        StaffMember, on_delete=models.CASCADE, primary_key=True, related_name="identity"
    )
    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="identity_opens_one_account", fields=["issuer", "subject"]
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class PeriodQuerySet(models.QuerySet):
    """Rows that hold from one day until before another."""

    def on(self, day: date) -> "PeriodQuerySet":
        """Return the rows that hold on a day."""
        return self.filter(Q(ends_before=None) | Q(ends_before__gt=day), starts_on__lte=day)


@recorded
class Posting(models.Model):
    """The role a member holds at an office for a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="postings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="postings")
    role = models.CharField(max_length=40)
    designated_french = models.BooleanField(default=False)
    acting = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="posting_ends_after_it_starts",
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
            ),
            ExclusionConstraint(
                name="member_has_one_posting_at_a_time",
                expressions=[("member", "="), (DateRange("starts_on", "ends_before"), "&&")],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.starts_on}"

    @property
    def role_name(self) -> Any:
        return ROLES[self.role].name

    @property
    def last_on(self) -> date | None:
        return self.ends_before - timedelta(days=1) if self.ends_before else None


@recorded
class WorkingDays(models.Model):
    """The weekdays a member works, for a time. Without a row: Monday to Friday."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="working_days")
    weekdays = ArrayField(models.SmallIntegerField())
    """ISO weekdays: 1 is Monday."""
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="working_days_end_after_they_start",
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
            ),
            ExclusionConstraint(
                name="member_has_one_week_at_a_time",
                expressions=[("member", "="), (DateRange("starts_on", "ends_before"), "&&")],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekdays} {self.starts_on}"


class AbsenceKind(models.TextChoices):
    """Why a member is away."""

    VACATION = "VACATION", _("Vacation")
    SICK = "SICK", _("Sick")
    COURT = "COURT", _("Court day")
    PART_DAY = "PART_DAY", _("Part of a day")
    TRAINING = "TRAINING", _("Training")
    OTHER = "OTHER", _("Other")


@recorded
class Absence(models.Model):
    """Days, or a part of one day, on which a member is away."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="absences")
    kind = models.CharField(max_length=10, choices=AbsenceKind.choices)
    starts_on = models.DateField()
    ends_before = models.DateField()
    from_time = models.TimeField(null=True)
    to_time = models.TimeField(null=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="absence_ends_after_it_starts",
                condition=Q(ends_before__gt=F("starts_on")),
            ),
            models.CheckConstraint(
                name="only_a_part_of_a_day_has_times",
                condition=Q(
                    kind=AbsenceKind.PART_DAY, from_time__isnull=False, to_time__gt=F("from_time")
                )
                | Q(~Q(kind=AbsenceKind.PART_DAY), from_time=None, to_time=None),
            ),
            ExclusionConstraint(
                name="member_is_away_once_at_a_time",
                expressions=[("member", "="), (DateRange("starts_on", "ends_before"), "&&")],
                condition=Q(from_time=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_on}"

    @property
    def last_on(self) -> date:
        return self.ends_before - timedelta(days=1)


@recorded
class DutyDay(models.Model):
    """Who is the duty officer of an office on a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="duty_days")
    day = models.DateField()
    officer = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="duty_days")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="office_has_one_duty_officer_a_day", fields=["office", "day"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}"


@not_recorded("Counts tries at signing in, by a hash of the name or address; gone in minutes.")
class SignInTries(models.Model):
    """How often a password or code was tried in a row for one account or from one address."""

    key = models.CharField(primary_key=True, max_length=64)
    tries = models.IntegerField()
    tried_at = models.DateTimeField()


@not_recorded("The last one-time code an account used, so that none works twice.")
class LastCode(models.Model):
    """The time step of the last one-time code that a member signed in with."""

    member = models.OneToOneField(StaffMember, on_delete=models.CASCADE, primary_key=True)
    step = models.BigIntegerField()


@not_recorded("Sessions open now; they come and go with sign-ins.")
class StaffSession(AbstractBaseSession):
    """A session: whose it is, since when, and from where."""

    member = models.ForeignKey(
        StaffMember, on_delete=models.CASCADE, null=True, related_name="sessions"
    )
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    address = models.CharField(max_length=45, blank=True)
    browser = models.CharField(max_length=200, blank=True)

    @property
    def name(self) -> str:
        """Return what the list of sessions calls this one; its key never leaves the server."""
        return salted_hmac("throughcare.staff.session", self.session_key).hexdigest()
