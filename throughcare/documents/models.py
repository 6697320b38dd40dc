"""Kept papers, and the text found in them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare.record.ids import new_id
from throughcare.record.registry import not_recorded, recorded


class Kind(models.TextChoices):
    """What sort of paper it is."""

    COURT_PAPER = "COURT_PAPER", _("Court paper")
    REPORT = "REPORT", pgettext_lazy("a kind of document", "Report")
    LETTER = "LETTER", _("Letter")
    IDENTIFICATION = "IDENTIFICATION", _("Identification")
    CONSENT = "CONSENT", _("Consent")
    PROOF = "PROOF", _("Proof brought by the person")
    MEDICAL = "MEDICAL", _("Medical")
    PHOTOGRAPH = "PHOTOGRAPH", _("Photograph")
    OTHER = "OTHER", pgettext_lazy("a kind of document", "Other")


class State(models.TextChoices):
    """Whether the words of a kept paper could be read."""

    KEPT = "KEPT", _("Kept")
    UNREADABLE = "UNREADABLE", _("Kept, its text could not be read")


@recorded
class Document(models.Model):
    """A paper on a case or a person. Its content lies in the folder of contents."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # Bare ids: cases and people stand above this app.
    case_id = models.UUIDField(null=True, db_index=True)
    person_id = models.UUIDField(null=True, db_index=True)
    title = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    file_name = models.CharField(max_length=160)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)
    pages = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=20, choices=State.choices)
    kept_at = models.DateTimeField()
    kept_by_id = models.UUIDField(null=True)
    kept_by_name = models.CharField(max_length=200)
    misfiled_at = models.DateTimeField(null=True)
    misfiled_by_name = models.CharField(max_length=200, blank=True)
    misfiled_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="document_is_on_a_case_or_a_person",
                condition=Q(case_id__isnull=False) | Q(person_id__isnull=False),
            ),
            models.CheckConstraint(
                name="misfiled_document_says_why",
                condition=Q(misfiled_at=None, misfiled_reason="")
                | (Q(misfiled_at__isnull=False) & ~Q(misfiled_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def misfiled(self) -> bool:
        return self.misfiled_at is not None


@not_recorded("Made from a content and its hash; it can be made again and is never a fact itself.")
class ContentText(models.Model):
    """The words found in a content, once for all documents that hold it."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    text = models.TextField()
