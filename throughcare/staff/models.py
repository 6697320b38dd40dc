"""Accounts, offices, postings, working days, absences, duty days, failed sign-ins."""

from datetime import date
from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Func, Q

from throughcare import clock
from throughcare.access import Permission
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
    is_active = models.BooleanField(default=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["given_name", "surname"]

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
    def office(self) -> "Office | None":
        return self.posting.office if self.posting else None

    def may(self, permission: Permission) -> bool:
        """Say whether today's role allows something. Without a posting nothing is allowed."""
        return self.role_class is not None and permission in self.role_class.permissions


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
