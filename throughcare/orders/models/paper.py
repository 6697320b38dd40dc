"""A paper from court at the counter, before it is an order on a file."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from throughcare.orders.models.expected import Expected
from throughcare.orders.models.order import Order
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import Office


class PaperStanding(models.TextChoices):
    """What became of a paper."""

    WAITS = "WAITS", _("Waits to be keyed")
    HELD = "HELD", _("Held: not ours to supervise")
    TAKEN_IN = "TAKEN_IN", _("Taken in")
    SET_ASIDE = "SET_ASIDE", _("Set aside")


class HeldKind(models.TextChoices):
    """Why a paper is only held."""

    YOUTH = "YOUTH", _("Youth sentence")
    PROVINCIAL_OFFENCES = "PROVINCIAL_OFFENCES", _("Provincial offences order")
    LONG_TERM = "LONG_TERM", _("Long-term supervision")
    OTHER_LAW = "OTHER_LAW", _("Order under another law")


@recorded
class Paper(models.Model):
    """The words of a paper, and the file it came as by its hash, from the minute it arrived."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="papers")
    arrived_on = models.DateField()
    surname = models.CharField(max_length=80, blank=True)
    given = models.CharField(max_length=120, blank=True)
    born = models.CharField(max_length=10, blank=True)
    expected = models.ForeignKey(
        Expected, on_delete=models.PROTECT, null=True, related_name="papers"
    )
    words = models.TextField(blank=True)
    file_name = models.CharField(max_length=160, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveSmallIntegerField(null=True)
    standing = models.CharField(
        max_length=12, choices=PaperStanding.choices, default=PaperStanding.WAITS
    )
    held_as = models.CharField(max_length=20, choices=HeldKind.choices, blank=True)
    whom_to_call = models.TextField(blank=True)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, null=True, related_name="papers")
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="paper_has_words_or_a_file", condition=~Q(words="") | ~Q(sha256="")
            ),
            models.CheckConstraint(
                name="held_paper_says_what_it_is_and_whom_to_call",
                condition=(Q(standing="HELD") & ~Q(held_as="") & ~Q(whom_to_call=""))
                | (~Q(standing="HELD") & Q(held_as="", whom_to_call="")),
            ),
            models.CheckConstraint(
                name="paper_taken_in_is_an_order",
                condition=Q(standing="TAKEN_IN", order__isnull=False)
                | (~Q(standing="TAKEN_IN") & Q(order=None)),
            ),
        ]
        indexes = [models.Index(fields=["office", "standing"], name="paper_of_office")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def name(self) -> str:
        """The name on the paper, surname first; "" where none is known."""
        return ", ".join(part for part in (self.surname, self.given) if part)
