"""The generated province that everything is measured on; it is kept from run to run."""

import os
import resource
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import Random

from django.core.management import call_command
from django.db import connections
from django.db.models import Count
from django.test import Client

from throughcare import clock
from throughcare.cases.commands.covering import CoveredAlready, cover_cases
from throughcare.cases.models import Assignment
from throughcare.cases.queries.visibility import my_cases
from throughcare.contacts.models import Contact
from throughcare.people.models import Name, Person
from throughcare.record.ids import new_id
from throughcare.site import demo
from throughcare.staff.models import StaffMember

TOLERANCE = 5
ROWS = """
SELECT n.nspname, sum(c.reltuples)::bigint, sum(pg_total_relation_size(c.oid))::bigint / 1048576
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname IN ('public', 'history') GROUP BY 1 ORDER BY 1 DESC
"""


def size_of(name: str, people: int | None, contacts: int | None) -> demo.Size:
    """Return a size by name, with other numbers of people or contacts where they are asked for."""
    said = {"people": people, "contacts": contacts}
    return replace(demo.SIZES[name], **{key: count for key, count in said.items() if count})


def loaded(size: demo.Size) -> Iterator[str]:
    """Load a world into an empty database; yield lines about it, none if one is there already."""
    call_command("migrate", verbosity=0)
    if not demo.is_empty():
        return
    started, worked = time.perf_counter(), time.process_time()
    entries = demo.load(size)
    took, busy = time.perf_counter() - started, time.process_time() - worked
    yield f"loaded: {size.people:,} people, {entries:,} entries"
    yield f"in {took:,.0f} s, of which {busy:,.0f} s at work in this process"
    yield f"memory of this process at most: {memory_in_mebibytes():,} MiB"
    with connections["owner"].cursor() as cursor:
        cursor.execute(ROWS)
        for schema, rows, mebibytes in cursor.fetchall():
            yield f"{schema}: {rows:,} rows, {mebibytes:,} MiB with indexes"


def title() -> str:
    """Return how large the world is, and how many processes wanted to work in the last minute."""
    people, contacts = Person.objects.count(), Contact.objects.count()
    officers = Assignment.objects.filter(ends_at=None).aggregate(
        count=Count("holder", distinct=True)
    )
    return (
        f"{people:,} people, {contacts:,} contacts, {officers['count']} who hold files;"
        f" load {os.getloadavg()[0]:.1f}"
    )


def memory_in_mebibytes() -> int:
    """Return the most memory that this process has held at once."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def busiest_officers(count: int = 20, files: int = 60) -> list[StaffMember]:
    """Return the officers who hold the most files, each seeing to about so many today.

    Who holds fewer covers one colleague, whose files bring theirs nearest to that number.
    """
    standing = Assignment.objects.filter(ends_at=None, uncovered=False)
    counts = dict(standing.values_list("holder").annotate(count=Count("pk")))
    members = StaffMember.objects.with_posting(clock.today()).filter(pk__in=counts)
    ranked = [member for member in members if member.role == "OFFICER"]
    ranked.sort(key=lambda each: (-counts[each.pk], each.pk))
    others = ranked[count:]
    for officer in ranked[:count]:
        missing = files - my_cases(officer, clock.today()).count()
        if others and missing > TOLERANCE:
            other = min(others, key=lambda each: abs(counts[each.pk] - missing))
            others.remove(other)
            _cover(officer, other)
    return ranked[:count]


def _cover(officer: StaffMember, other: StaffMember) -> None:
    """Let an officer cover a colleague until the end of the day, where nobody else does."""
    today = clock.today()
    with suppress(CoveredAlready):
        cover_cases(
            id=new_id(),
            covering=officer,
            officer=other,
            starts_on=today,
            ends_before=today + timedelta(days=1),
            by=officer,
        )


def signed_in(member: StaffMember) -> Client:
    """Return a client that is signed in as a member with both factors."""
    client = Client()
    client.force_login(member, backend="throughcare.staff.backend.StaffBackend")
    session = client.session
    session["second_factor"] = True
    session["signed_in_at"] = session["seen_at"] = clock.wall().timestamp()
    session["posting"] = str(member.posting.pk) if member.posting else ""
    session.save()
    return client


def misspelled_names(count: int, seed: int = 1) -> list[str]:
    """Return names of people with a letter lost, doubled, swapped or without its accent."""
    chance = Random(seed)
    names = list(Name.objects.order_by("id").values_list("surname", "given")[: count * 3])
    chance.shuffle(names)
    return [_misspelled(f"{given} {surname}", chance) for surname, given in names[:count]]


def _misspelled(name: str, chance: Random) -> str:
    at = chance.randrange(1, max(2, len(name) - 1))
    with suppress(IndexError):
        return chance.choice(
            [
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
                name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
            ]
        )
    return name
