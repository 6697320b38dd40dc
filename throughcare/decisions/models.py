"""Decisions about a requirement for a period: set aside, or not done because nobody was there."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from throughcare.cases.models import Case
from throughcare.cases.models.periods import ends_after_it_starts, last_day
from throughcare.decisions.words import reason_choices
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import DateRange, StaffMember


class Answer(models.TextChoices):
    """What was answered to a decision that needs approval."""

    NOT_ASKED = "NOT_ASKED", _("no approval needed")
    WAITING = "WAITING", _("waits for approval")
    APPROVED = "APPROVED", _("approved")
    REFUSED = "REFUSED", _("refused")


UNANSWERED = Q(answer__in=["NOT_ASKED", "WAITING"], answered_by=None, answered_at=None)
ANSWERED = Q(
    answer__in=["APPROVED", "REFUSED"], answered_by__isnull=False, answered_at__isnull=False
)


class SetAsideQuerySet(models.QuerySet["SetAside"]):
    """Decisions by whether they count."""

    def standing(self) -> "SetAsideQuerySet":
        """Return the decisions that count: approved where that is needed, and not taken back."""
        return self.filter(answer__in=[Answer.NOT_ASKED, Answer.APPROVED], withdrawn_at=None)

    def waiting(self) -> "SetAsideQuerySet":
        """Return the decisions that someone has still to answer."""
        return self.filter(answer=Answer.WAITING, withdrawn_at=None)


@recorded
class SetAside(models.Model):
    """A requirement of a file that a person decided not to pursue for a period, and why.

    It names a requirement by its id and a period, never a computed obligation.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="set_asides")
    requirement = models.CharField(max_length=200)
    what = models.CharField(max_length=300, blank=True)
    """What it asked, in words, as the page said it when the decision was made."""
    starts_on = models.DateField()
    ends_before = models.DateField()
    reason_code = models.CharField(max_length=40, choices=reason_choices)
    words = models.TextField(blank=True)
    decided_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices)
    answered_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", null=True
    )
    answered_at = models.DateTimeField(null=True)
    answer_words = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = SetAsideQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_it_starts("set_aside_ends_after_it_starts"),
            models.CheckConstraint(
                name="answer_says_who_and_when", condition=UNANSWERED | ANSWERED
            ),
            models.CheckConstraint(
                name="nobody_approves_what_they_decided",
                condition=Q(answered_by=None) | ~Q(answered_by=F("decided_by")),
            ),
            models.CheckConstraint(
                name="a_refusal_says_why",
                condition=~Q(answer=Answer.REFUSED) | ~Q(answer_words=""),
            ),
            ExclusionConstraint(
                name="requirement_is_set_aside_once_at_a_time",
                expressions=[
                    ("case", "="),
                    ("requirement", "="),
                    (DateRange("starts_on", "ends_before"), "&&"),
                ],
                condition=~Q(answer=Answer.REFUSED) & Q(withdrawn_at=None),
            ),
        ]
        indexes = [
            models.Index(
                fields=["case"],
                name="set_aside_waiting",
                condition=Q(answer=Answer.WAITING, withdrawn_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.requirement} {self.starts_on}"

    @property
    def last_day(self) -> date | None:
        return last_day(self.ends_before)

    @property
    def counts(self) -> bool:
        """Say whether the decision stands: approved where that is needed, not taken back."""
        approved = self.answer in (Answer.NOT_ASKED, Answer.APPROVED)
        return approved and self.withdrawn_at is None


@recorded
class NoStaff(models.Model):
    """Work that the office did not do in a period because nobody was there to do it.

    Counted apart: it is not done, and it is nobody's lapse.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    batch = models.UUIDField(db_index=True)
    """The one act by which several were marked."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="no_staff_marks")
    requirement = models.CharField(max_length=200)
    what = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_before = models.DateField()
    reason_code = models.CharField(max_length=40, choices=reason_choices)
    words = models.TextField(blank=True)
    decided_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            ends_after_it_starts("no_staff_ends_after_it_starts"),
            ExclusionConstraint(
                name="requirement_is_without_staff_once_at_a_time",
                expressions=[
                    ("case", "="),
                    ("requirement", "="),
                    (DateRange("starts_on", "ends_before"), "&&"),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.requirement} {self.starts_on}"

    @property
    def last_day(self) -> date | None:
        return last_day(self.ends_before)
