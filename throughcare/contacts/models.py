"""Contacts and attempts, the conditions talked of in them, and statements that can be cited."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.orders.models import Condition, Direction
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


class Way(models.TextChoices):
    """How a contact was made."""

    OFFICE = "OFFICE", pgettext_lazy("where a person was met", "Office")
    HOME = "HOME", pgettext_lazy("where a person was met", "Home")
    COMMUNITY = "COMMUNITY", pgettext_lazy("where a person was met", "Elsewhere")
    PHONE = "PHONE", pgettext_lazy("how a person was reached", "Phone")
    VIDEO = "VIDEO", pgettext_lazy("how a person was reached", "Video")
    TEXT = "TEXT", pgettext_lazy("how a person was reached", "Text")
    EMAIL = "EMAIL", pgettext_lazy("how a person was reached", "E-mail")
    MAIL = "MAIL", pgettext_lazy("how a person was reached", "Letter")
    COLLATERAL = "COLLATERAL", pgettext_lazy("who was asked", "Collateral")


class Outcome(models.TextChoices):
    """Whether it was a contact or an attempt."""

    CAME = "CAME", pgettext_lazy("of a contact", "Came, or was reached")
    DID_NOT_COME = "DID_NOT_COME", pgettext_lazy("of a contact", "Did not come")
    NOT_REACHED = "NOT_REACHED", pgettext_lazy("of a contact", "Tried, not reached")
    IN_ERROR = "IN_ERROR", pgettext_lazy("of a contact", "Recorded by mistake")


class Purpose(models.TextChoices):
    """What a contact was for. A visit at the counter is not the intake interview."""

    SUPERVISION = "SUPERVISION", pgettext_lazy("of a contact", "Supervision")
    INTAKE = "INTAKE", pgettext_lazy("of a contact", "Intake interview")
    COUNTER = "COUNTER", pgettext_lazy("of a contact", "At the counter")


class Said(models.TextChoices):
    """What was said of a condition."""

    KEPT = "KEPT", pgettext_lazy("of a condition", "kept")
    NOT_KEPT = "NOT_KEPT", pgettext_lazy("of a condition", "not kept")
    UNCLEAR = "UNCLEAR", pgettext_lazy("of a condition", "unclear")


class Source(models.TextChoices):
    """Whose words a statement holds."""

    PERSON = "PERSON", _("The person’s own words")
    OFFICER = "OFFICER", _("The officer’s view")
    COLLATERAL = "COLLATERAL", _("A collateral’s words")


class ContactQuerySet(models.QuerySet["Contact"]):
    """Contacts by whether they stand and whether anyone was reached."""

    def standing(self) -> "ContactQuerySet":
        """Return the contacts as last corrected, without those recorded by mistake."""
        return self.filter(corrected_by=None).exclude(outcome=Outcome.IN_ERROR)

    def reached(self) -> "ContactQuerySet":
        """Return the contacts in which someone was met or spoken to."""
        return self.filter(outcome=Outcome.CAME)


@recorded
class Contact(models.Model):
    """A contact or an attempt, as someone recorded it. A correction is another row; both stay."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contacts")
    way = models.CharField(max_length=10, choices=Way.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    purpose = models.CharField(max_length=12, choices=Purpose.choices, default=Purpose.SUPERVISION)
    happened_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True)
    line = models.TextField(blank=True)
    """What it was about, in a line."""
    same_address = models.BooleanField(null=True)
    same_job = models.BooleanField(null=True)
    custody_checked = models.BooleanField(default=False)
    """Whether custody and hospital were asked, after someone did not come."""
    joint = models.BooleanField(default=False)
    """Whether others were met at the same time."""
    others_present = models.CharField(max_length=200, blank=True)
    homework = models.TextField(blank=True)
    review_on = models.DateField(null=True)
    answers = models.ForeignKey(
        Direction, on_delete=models.PROTECT, null=True, related_name="answered_by"
    )
    """The direction for which the person came, or did not come."""
    next_direction = models.ForeignKey(
        Direction, on_delete=models.PROTECT, null=True, related_name="given_in"
    )
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected_by"
    )
    recorded_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    provisional = models.BooleanField(default=False)
    """Whether someone wrote it who does not confirm; an officer says later that it was so."""
    confirmed_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contact_lasts_some_minutes",
                condition=Q(minutes=None) | Q(minutes__gt=0, minutes__lte=1440),
            ),
            models.CheckConstraint(
                name="only_a_correction_says_by_mistake",
                condition=~Q(outcome=Outcome.IN_ERROR) | Q(corrects__isnull=False),
            ),
            models.CheckConstraint(
                name="custody_is_checked_after_a_miss",
                condition=Q(custody_checked=False)
                | Q(outcome__in=[Outcome.DID_NOT_COME, Outcome.NOT_REACHED, Outcome.IN_ERROR]),
            ),
            models.CheckConstraint(
                name="confirmed_contact_says_by_whom",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(provisional=False, confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-happened_at"], name="contact_of_case"),
            models.Index(fields=["recorded_by", "-happened_at"], name="contact_of_member"),
            models.Index(fields=["case"], name="contact_waits", condition=Q(provisional=True)),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.happened_at:%Y-%m-%d}"

    @property
    def day(self) -> date:
        """The local day on which it happened."""
        return clock.day_of(self.happened_at)

    @property
    def marked_followed_on(self) -> date | None:
        """The day on which the direction that it says was missed is marked as followed.

        Both stand on file: a person decides which was so.
        """
        missed = self.outcome == Outcome.DID_NOT_COME and self.answers
        return self.answers.met_on if missed and self.answers else None

    @property
    def ends_at(self) -> datetime:
        """When it was over: a minute after it began where nobody said how long it took."""
        return self.happened_at + timedelta(minutes=self.minutes or 1)

    @property
    def days_late(self) -> int:
        """How many days after it happened it was recorded."""
        return max(0, (clock.day_of(self.recorded_at) - self.day).days)


@recorded
class Talked(models.Model):
    """A condition that was talked of in a contact, and what was said of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="talked")
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="talked")
    said = models.CharField(max_length=10, choices=Said.choices, default=Said.KEPT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="condition_is_talked_of_once_in_a_contact", fields=["contact", "condition"]
            )
        ]

    def __str__(self) -> str:
        return str(self.said)


@recorded
class Statement(models.Model):
    """Words of someone in a contact, kept apart from what the officer thinks of them.

    A paper cites a statement by its id.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="statements")
    source = models.CharField(max_length=10, choices=Source.choices)
    words = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="statement_has_words", condition=~Q(words="")),
            models.UniqueConstraint(
                name="contact_has_one_statement_of_a_source", fields=["contact", "source"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}"
