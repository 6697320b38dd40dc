"""The generated province that everything is measured on; it is kept from run to run."""

import time
from contextlib import suppress
from random import Random

from django.core.management import call_command
from django.test import Client

from throughcare import clock
from throughcare.cases.models import Assignment
from throughcare.people.models import Name
from throughcare.site import demo
from throughcare.staff.models import StaffMember


def loaded(size: str) -> tuple[int, float] | None:
    """Load a world into an empty database; return entries and seconds, or None if it is there."""
    call_command("migrate", verbosity=0)
    if not demo.is_empty():
        return None
    started = time.perf_counter()
    entries = demo.load(size)
    return entries, time.perf_counter() - started


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
