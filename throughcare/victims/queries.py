"""The card of a file: who may open it, whether it is open, and whom it shows."""

from django.db import connection

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.record.models import Entry
from throughcare.record.queries import EntryLine, versions_of, with_changes
from throughcare.staff.models import StaffMember
from throughcare.victims.models import CardOpening, Victim


def may_open(case: Case) -> bool:
    """Say whether the viewer of this transaction may open the card of a file. One query.

    Its holder, who covers it, and the duty officer of the day; the database decides.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.victims_may_open(%s)", [case.pk])
        return bool(cursor.fetchone()[0])


def standing_opening(case: Case, member: StaffMember) -> CardOpening | None:
    """Return the opening by which a member sees the card now. One query."""
    standing = CardOpening.objects.filter(case=case, member=member, ends_at__gt=clock.wall())
    return standing.order_by("-ends_at").first()


def victims_of(case: Case) -> list[Victim]:
    """Return the victims of a file; none to whoever has not opened the card. One query."""
    return list(Victim.objects.filter(case=case).order_by("pk"))


def writings_of(victim: Victim) -> list[EntryLine]:
    """Return every time that something was written of a victim, the newest first. Three queries."""
    seqs = [each.from_seq for each in versions_of(Victim, victim.pk)]
    entries = Entry.objects.filter(seq__in=seqs, number__isnull=False).order_by("-number")
    return with_changes(entries, models=[Victim])
