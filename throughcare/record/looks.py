"""Who looked: one row for each page, search, print and export of personal data.

The log stands outside the chain of entries: it is about thirty times as long as the record. The
guard of pages writes it (access/looks.py). The application may only add to it, in the viewer's own
name, and read it while somebody looks; months are partitions that only the owner can drop.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models

from throughcare.record.registry import not_recorded


@not_recorded("It says who looked, is only added to, and is thirty times as long as the record.")
class Look(models.Model):
    """One request of one member, and whom it showed; names are as they were then."""

    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField()
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    by_role = models.CharField(max_length=40)
    page = models.CharField(max_length=80)
    method = models.CharField(max_length=10)
    use = models.CharField(max_length=10)
    data_class = models.CharField(max_length=10)
    case_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    people = ArrayField(models.UUIDField())
    """Who else was named on the page."""
    words = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    known_at = models.DateTimeField(null=True)
    request_id = models.CharField(max_length=64, blank=True)

    class Meta:
        db_table = "record_look"
        indexes = [
            models.Index(fields=["person_id", "at"], name="look_at_person"),
            GinIndex(fields=["people"], name="look_at_people"),
            models.Index(fields=["by_id", "at"], name="look_by"),
            models.Index(fields=["at"], name="look_at"),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} {self.page}"


def make_months() -> None:
    """Make the partitions of this month and the next ones, where they are not there yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_look_months()")
