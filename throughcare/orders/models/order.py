"""An order, and all that courts and institutions did to it since."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from throughcare.cases.models import Case
from throughcare.documents.models import Document
from throughcare.people.models import Person
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


class EventKind(models.TextChoices):
    """What can happen to an order; the facts of each are those of the kernel's acts."""

    CUSTODY = "CUSTODY", _("Imprisonment with the order")
    BREACH_PROCESS = "BREACH_PROCESS", _("Breach process")
    IMPRISONED = "IMPRISONED", _("Imprisonment for another offence")
    EXTENDED = "EXTENDED", _("Extended")
    SHORTENED = "SHORTENED", _("Shortened")
    ENDED = "ENDED", _("Ended early")
    REVOKED = "REVOKED", _("Revoked")
    VARIED = "VARIED", _("Conditions changed")
    TRANSFERRED = "TRANSFERRED", _("Transferred to another court")
    COMMITTED = "COMMITTED", _("Committed to custody for a part")
    HAPPENED = "HAPPENED", _("What the order waited for")
    TAKEN_BACK = "TAKEN_BACK", _("Taken back: recorded by mistake")


@recorded
class Order(models.Model):
    """One order of a court or a board about one person, in the file that carries it out.

    Its first and last day are computed from this row and its events, and stored nowhere. Two
    papers with the same key are one order; one that says something else under the same key is
    kept beside the first (`contradicts`) and binds nobody until the court has answered.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="orders")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="orders")
    instrument = models.CharField(max_length=40)
    court = models.CharField(max_length=160)
    information_number = models.CharField(max_length=80)
    counts = models.CharField(max_length=80, blank=True)
    key = models.CharField(max_length=400)
    made_on = models.DateField()
    years = models.PositiveSmallIntegerField(default=0)
    months = models.PositiveSmallIntegerField(default=0)
    weeks = models.PositiveSmallIntegerField(default=0)
    days = models.PositiveSmallIntegerField(default=0)
    less_days = models.PositiveSmallIntegerField(default=0)
    for_life = models.BooleanField(default=False)
    first_day_stated = models.DateField(null=True)
    last_day_stated = models.DateField(null=True)
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    circumstances = models.JSONField(default=list)
    judge = models.CharField(max_length=160, blank=True)
    signed = models.BooleanField(null=True)
    pages_expected = models.PositiveSmallIntegerField(null=True)
    pages_present = models.PositiveSmallIntegerField(null=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="orders"
    )
    language = models.CharField(max_length=2, default="en")
    words = models.TextField(blank=True)
    received_on = models.DateField()
    provisional = models.BooleanField(default=True)
    confirmed_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    contradicts = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="contradicted_by"
    )
    balance_on = models.DateField(null=True)
    balance = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="person_has_one_order_of_a_key",
                fields=["person", "key"],
                condition=Q(contradicts=None),
            ),
            models.CheckConstraint(
                name="confirmed_order_says_by_whom",
                condition=Q(provisional=True, confirmed_by=None, confirmed_at=None)
                | Q(provisional=False, confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="order_is_not_received_before_it_is_made",
                condition=Q(received_on__gte=models.F("made_on")),
            ),
            models.CheckConstraint(
                name="stated_last_day_is_not_before_the_order",
                condition=Q(last_day_stated=None) | Q(last_day_stated__gte=models.F("made_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="order_of_case"),
            models.Index(fields=["case"], name="order_waits", condition=Q(provisional=True)),
        ]

    def __str__(self) -> str:
        return self.information_number


@recorded
class OrderEvent(models.Model):
    """Something done to an order. Nothing here is changed: a correction is one more event."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=16, choices=EventKind.choices)
    happened_on = models.DateField()
    facts = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="order_event_is_replaced_once",
                fields=["replaces"],
                condition=Q(replaces__isnull=False),
            ),
            models.CheckConstraint(
                name="only_an_event_on_file_is_taken_back",
                condition=~Q(kind=EventKind.TAKEN_BACK) | Q(replaces__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.happened_on}"
