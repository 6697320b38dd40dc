"""A file: its kind, who holds it, cover, level, periods away, transfer, restriction, conflict."""

from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare.people.models import Person
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import DateRange, Office, PeriodQuerySet, StaffMember


class MomentRange(Func):
    """The time from one column's moment up to, and without, another's."""

    function = "tstzrange"
    output_field = models.DateTimeField()


class Kind(models.TextChoices):
    """What a file is for."""

    SUPERVISION = "SUPERVISION", _("Supervision")
    REPORT_ONLY = "REPORT_ONLY", _("Report only")
    INVESTIGATION = "INVESTIGATION", _("Investigation")
    COURTESY = "COURTESY", _("Courtesy")


class Level(models.TextChoices):
    """How closely a person is supervised."""

    NOT_SET = "NOT_SET", pgettext_lazy("a level of supervision", "Not set")
    VERY_LOW = "VERY_LOW", pgettext_lazy("a level of supervision", "Very low")
    LOW = "LOW", pgettext_lazy("a level of supervision", "Low")
    MEDIUM = "MEDIUM", pgettext_lazy("a level of supervision", "Medium")
    HIGH = "HIGH", pgettext_lazy("a level of supervision", "High")
    VERY_HIGH = "VERY_HIGH", pgettext_lazy("a level of supervision", "Very high")

    @property
    def bars(self) -> int:
        """How many of the five bars are filled."""
        return list(Level).index(self)


class AwayKind(models.TextChoices):
    """Why a person cannot be seen for a time."""

    CUSTODY = "CUSTODY", _("Custody")
    HOSPITAL = "HOSPITAL", _("Hospital")
    WARRANT = "WARRANT", _("Warrant")
    ABSENCE = "ABSENCE", _("Absence")


class Outcome(models.TextChoices):
    """What became of a proposed transfer."""

    WAITING = "WAITING", _("Waiting")
    ACCEPTED = "ACCEPTED", _("Accepted")
    REFUSED = "REFUSED", _("Refused")


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    """Return the rule that a period of days holds at least one day."""
    return models.CheckConstraint(
        name=name, condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on"))
    )


def last_day(ends_before: date | None) -> date | None:
    """Return the last day inside a period, as pages say it; None while it lasts."""
    return ends_before - timedelta(days=1) if ends_before else None


class CaseQuerySet(models.QuerySet["Case"]):
    """Files by whether they are open."""

    def open(self) -> "CaseQuerySet":
        """Return files that are not closed."""
        return self.filter(closed_on=None)


@recorded
class Case(models.Model):
    """One file of a person, of one kind, from opening to closing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="cases")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closing_words = models.TextField(blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="case_closes_after_it_opens",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
            ),
            models.CheckConstraint(
                name="closed_case_says_why",
                condition=Q(closed_on=None, closing_words="")
                | (Q(closed_on__isnull=False) & ~Q(closing_words="")),
            ),
        ]
        indexes = [models.Index(fields=["office", "closed_on"], name="case_of_office")]

    def __str__(self) -> str:
        return self.number


@recorded
class Assignment(models.Model):
    """Who holds a file, from a moment to a moment; an uncovered one is held by the manager.

    That an open file is never without a holder is kept by the trigger of migration 0002.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assignments")
    holder = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="assignments")
    uncovered = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="assignment_ends_after_it_starts",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
            ),
            ExclusionConstraint(
                name="case_has_one_holder_at_a_time",
                expressions=[("case", "="), (MomentRange("starts_at", "ends_at"), "&&")],
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="assignment_standing", condition=Q(ends_at=None)),
            models.Index(fields=["holder"], name="assignment_of_holder", condition=Q(ends_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d}"


@recorded
class Cover(models.Model):
    """Someone does what may not wait on one file, or on all files of an officer, for a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="covers", null=True)
    officer = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="covered_by", null=True
    )
    covering = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="covers")
    starts_on = models.DateField()
    ends_before = models.DateField()

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_it_starts("cover_ends_after_it_starts"),
            models.CheckConstraint(
                name="cover_is_of_a_case_or_of_an_officer",
                condition=Q(case=None, officer__isnull=False) | Q(case__isnull=False, officer=None),
            ),
            models.CheckConstraint(
                name="nobody_covers_for_themselves",
                condition=Q(officer=None) | ~Q(officer=F("covering")),
            ),
            ExclusionConstraint(
                name="case_has_one_cover_at_a_time",
                expressions=[("case", "="), (DateRange("starts_on", "ends_before"), "&&")],
            ),
            ExclusionConstraint(
                name="officer_has_one_cover_at_a_time",
                expressions=[("officer", "="), (DateRange("starts_on", "ends_before"), "&&")],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on}"

    @property
    def last_day(self) -> date | None:
        return last_day(self.ends_before)


@recorded
class LevelPeriod(models.Model):
    """The level of supervision that a named person confirmed, or the standard used meanwhile."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="levels")
    level = models.CharField(max_length=12, choices=Level.choices)
    interim_standard = models.CharField(max_length=40, blank=True)
    confirmed_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", null=True
    )
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_it_starts("level_ends_after_it_starts"),
            models.CheckConstraint(
                name="level_is_confirmed_or_an_interim_standard_is_named",
                condition=(Q(level=Level.NOT_SET, confirmed_by=None) & ~Q(interim_standard=""))
                | (~Q(level=Level.NOT_SET) & Q(confirmed_by__isnull=False, interim_standard="")),
            ),
            ExclusionConstraint(
                name="case_has_one_level_at_a_time",
                expressions=[("case", "="), (DateRange("starts_on", "ends_before"), "&&")],
            ),
        ]

    def __str__(self) -> str:
        return self.level

    @property
    def bars(self) -> int:
        return Level(self.level).bars

    @property
    def last_day(self) -> date | None:
        return last_day(self.ends_before)


@recorded
class Away(models.Model):
    """A person is in custody, in hospital, sought on a warrant, or absent. True of every file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aways")
    kind = models.CharField(max_length=10, choices=AwayKind.choices)
    place = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_it_starts("away_ends_after_it_starts"),
            ExclusionConstraint(
                name="person_is_away_once_of_a_kind",
                expressions=[
                    ("person", "="),
                    ("kind", "="),
                    (DateRange("starts_on", "ends_before"), "&&"),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_on}"

    @property
    def last_day(self) -> date | None:
        return last_day(self.ends_before)


@recorded
class Transfer(models.Model):
    """One office asks another to take a file. Until it accepts, the holder holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="transfers")
    from_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    to_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    proposed_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    summary = models.TextField()
    decided_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", null=True
    )
    decided_at = models.DateTimeField(null=True)
    refusal_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="case_has_one_waiting_transfer",
                fields=["case"],
                condition=Q(outcome=Outcome.WAITING),
            ),
            models.CheckConstraint(
                name="transfer_goes_to_another_office",
                condition=~Q(from_office=F("to_office")),
            ),
            models.CheckConstraint(
                name="decided_transfer_says_who_and_when",
                condition=Q(outcome=Outcome.WAITING, decided_by=None, decided_at=None)
                | (
                    ~Q(outcome=Outcome.WAITING)
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="refused_transfer_says_why",
                condition=(Q(outcome=Outcome.REFUSED) & ~Q(refusal_reason=""))
                | (~Q(outcome=Outcome.REFUSED) & Q(refusal_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return self.outcome


@recorded
class Restriction(models.Model):
    """A file is closed to all but the members named here. Named members stay after it is lifted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="restrictions")
    reason = models.TextField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="case_has_one_standing_restriction",
                fields=["case"],
                condition=Q(lifted_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id}"


@recorded
class RestrictedMember(models.Model):
    """A member who may see a restricted file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="named")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="member_is_named_once_on_a_restriction", fields=["restriction", "member"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id}"


@recorded
class Conflict(models.Model):
    """A member declared a conflict of interest: the file, or the person, is closed to them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="conflicts")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conflicts", null=True)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="conflicts", null=True
    )
    words = models.TextField()
    declared_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conflict_is_with_a_case_or_a_person",
                condition=Q(case=None, person__isnull=False) | Q(case__isnull=False, person=None),
            ),
            models.UniqueConstraint(
                name="conflict_with_a_case_is_declared_once", fields=["member", "case"]
            ),
            models.UniqueConstraint(
                name="conflict_with_a_person_is_declared_once", fields=["member", "person"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}"
