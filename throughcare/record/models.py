"""The entries of the record. Their rows are written by database functions alone."""

from django.db import models

from throughcare.record.ids import new_id
from throughcare.record.looks import Look
from throughcare.record.registry import not_recorded, recorded

__all__ = ["Entry", "Layout", "Link", "Look"]


@not_recorded("It is the record itself: written once, numbered once, never changed.")
class Entry(models.Model):
    """One act of one person at one time, with all the row versions it made.

    No foreign key leaves the record: who, case and person are bare ids, with the name as it
    was then.
    """

    seq = models.BigIntegerField(primary_key=True)
    number = models.BigIntegerField(null=True, unique=True)
    recorded_at = models.DateTimeField(null=True)
    top = models.BigIntegerField(null=True)
    late = models.BooleanField(default=False)
    loaded = models.BooleanField(default=False)
    act = models.CharField(max_length=80)
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=200)
    by_role = models.CharField(max_length=40)
    for_id = models.UUIDField(null=True)
    for_name = models.CharField(max_length=200, blank=True)
    case_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    reason = models.TextField(blank=True)
    happened_at = models.DateTimeField(null=True)
    request_id = models.CharField(max_length=64, blank=True)
    device_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "record_entry"
        indexes = [
            models.Index(fields=["case_id", "number"], name="entry_of_case"),
            models.Index(fields=["person_id", "number"], name="entry_of_person"),
            models.Index(fields=["recorded_at"], name="entry_recorded_at"),
            models.Index(fields=["by_id", "number"], name="entry_by"),
            models.Index(fields=["number"], name="entry_late", condition=models.Q(late=True)),
        ]

    def __str__(self) -> str:
        return f"{self.number or '–'} {self.act}"


@not_recorded("It holds the entries together: written once for each, and never changed.")
class Link(models.Model):
    """What ties an entry to the one before it: hashes, and the salts that they were made with.

    `made` and `ended` say which row versions the entry made and ended; each leaf and each salt
    belongs to one of those it made, after the entry's own. `tags` are short marks of every
    value, by which a difference is located.
    """

    number = models.BigIntegerField(primary_key=True)
    hash = models.BinaryField()
    salts = models.BinaryField()
    leaves = models.BinaryField()
    tags = models.BinaryField()
    made = models.BinaryField()
    ended = models.BinaryField()

    class Meta:
        db_table = "record_link"

    def __str__(self) -> str:
        return f"{self.number} {bytes(self.hash).hex()}"


@not_recorded("It keeps everyone from writing; what is done about it is an entry.")
class Stop(models.Model):
    """Why nothing may be written since a moment, until whoever keeps the machine lifts it.

    A stop of the kind CLOCK is lifted from the first: it lets entries be written although the
    clock stands before the last of them, as long as their time is not after `until`.
    """

    class Why(models.TextChoices):
        """What was found."""

        NOT_THE_RECORD = "NOT_THE_RECORD", "the record does not continue the one that was signed"
        CLOCK = "CLOCK", "the clock was ahead for a while"

    since = models.DateTimeField()
    why = models.CharField(max_length=20, choices=Why.choices)
    lifted_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)

    class Meta:
        db_table = "record_stop"

    def __str__(self) -> str:
        return f"{self.why} {self.since}"


@recorded
class Erasure(models.Model):
    """What was asked to be erased by law, who approved it, and which row versions are gone.

    `versions` has a line for each: table, key, the place of who made it, the place of who ended
    it, and what is left of an entry whose reason was erased, as a hash.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    basis = models.CharField(max_length=40)
    basis_en = models.CharField(max_length=300)
    basis_fr = models.CharField(max_length=300)
    why = models.TextField()
    asked_at = models.DateTimeField()
    asked_by_id = models.UUIDField()
    asked_by_name = models.CharField(max_length=200)
    approved_at = models.DateTimeField(null=True)
    approved_by_id = models.UUIDField(null=True)
    approved_by_name = models.CharField(max_length=200, blank=True)
    versions = models.TextField(blank=True)

    class Meta:
        db_table = "record_erasure"
        constraints = [
            models.CheckConstraint(
                name="nobody_approves_an_erasure_alone",
                condition=models.Q(approved_by_id=None)
                | ~models.Q(approved_by_id=models.F("asked_by_id")),
            ),
            models.CheckConstraint(
                name="erasure_is_of_a_case_or_a_person",
                condition=models.Q(case_id__isnull=False) | models.Q(person_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.basis} {self.id}"


@recorded
class Hold(models.Model):
    """Nothing of a case or a person may be erased while this stands: a proceeding needs it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    why = models.TextField()
    placed_at = models.DateTimeField()
    placed_by_name = models.CharField(max_length=200)
    lifted_at = models.DateTimeField(null=True)
    lifted_by_name = models.CharField(max_length=200, blank=True)
    lifted_why = models.TextField(blank=True)

    class Meta:
        db_table = "record_hold"
        constraints = [
            models.CheckConstraint(
                name="hold_is_on_a_case_or_a_person",
                condition=models.Q(case_id__isnull=False) | models.Q(person_id__isnull=False),
            ),
            models.CheckConstraint(
                name="lifted_hold_says_why",
                condition=models.Q(lifted_at=None) | ~models.Q(lifted_why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.why} {self.id}"


@not_recorded("It says how hashed rows are read, and each hash depends on what it says.")
class Layout(models.Model):
    """The columns of a table that are hashed, in their order, from one entry on."""

    table_name = models.CharField(max_length=63)
    key = models.CharField(max_length=63)
    columns = models.TextField()
    from_number = models.BigIntegerField()

    class Meta:
        db_table = "record_layout"
        constraints = [
            models.UniqueConstraint(
                fields=["table_name", "from_number"], name="one_layout_of_a_table_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.table_name} from {self.from_number}"


@recorded
class KeptPack(models.Model):
    """The rules of a jurisdiction as they were from a moment on: every file of its pack."""

    id = models.UUIDField(primary_key=True)
    code = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    files = models.BinaryField()
    kept_at = models.DateTimeField()

    class Meta:
        db_table = "record_kept_pack"
        indexes = [models.Index(fields=["code", "kept_at"], name="kept_pack_by_code")]

    def __str__(self) -> str:
        return f"{self.code} {self.sha256[:12]}"
