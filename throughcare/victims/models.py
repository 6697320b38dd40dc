"""Victims of a file, and the openings of the card that shows them.

What keeps a victim's row from a viewer is the database's row security, not the pages: see
`GUARD` and migration 0001.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare.cases.models import Case
from throughcare.people.words import Language
from throughcare.record.ids import new_id
from throughcare.record.registry import guarded_rows, recorded
from throughcare.staff.models import StaffMember

GUARD = "victims_open_to(case_id)"
"""True where the viewer of the transaction has the card of a file open (migration 0001)."""


class Notice(models.TextChoices):
    """Whether a victim wishes to be told of what happens."""

    NOT_ASKED = "NOT_ASKED", pgettext_lazy("of a victim", "not asked yet")
    WISHED = "WISHED", _("wishes to be told")
    DECLINED = "DECLINED", _("does not wish to be told")


@guarded_rows(GUARD)
@recorded
class Victim(models.Model):
    """A victim of a file: how to reach them safely, what may be said, what they wish to know."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    safe_contact = models.TextField(blank=True)
    """When and how, in the victim's own words."""
    may_say = models.TextField(blank=True)
    """What may be said, and to whom a message may be left."""
    language = models.CharField(max_length=3, choices=Language.choices, blank=True)
    notice = models.CharField(max_length=10, choices=Notice.choices, default=Notice.NOT_ASKED)
    notice_words = models.TextField(blank=True)
    """Of what, and how."""
    source = models.CharField(max_length=200, blank=True)
    """Who gave all this: police, the Crown, the victim. An order never does."""

    class Meta:
        constraints = [
            models.CheckConstraint(name="registered_victim_has_a_name", condition=~Q(name=""))
        ]

    def __str__(self) -> str:
        return "a victim"


@recorded
class CardOpening(models.Model):
    """A member has the card of a file open for a while, with a reason."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="card_opens_with_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="card_closes_after_it_opens", condition=Q(ends_at__gt=F("opened_at"))
            ),
        ]
        indexes = [models.Index(fields=["case", "member", "ends_at"], name="card_open_to")]

    def __str__(self) -> str:
        return f"{self.opened_at:%Y-%m-%d}"
