"""The generated province that everything is measured on; it is kept from run to run."""

import os
import resource
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from random import Random

from django.core.management import call_command
from django.db import connections
from django.db.models import Count
from django.test import Client

from throughcare import clock
from throughcare.cases.models import Assignment
from throughcare.contacts.models import Contact
from throughcare.people.models import Name, Person
from throughcare.site import demo
from throughcare.staff.models import StaffMember

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


def busiest_officers(count: int = 20) -> list[StaffMember]:
    """Return officers who hold about sixty files each."""
    holders = (
        Assignment.objects.filter(ends_at=None, uncovered=False)
        .values_list("holder", flat=True)
        .distinct()[: count * 10]
    )
    members = StaffMember.objects.with_posting(clock.today()).filter(pk__in=list(holders))
    return [member for member in members if member.role == "OFFICER"][:count]


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
