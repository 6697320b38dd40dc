"""Who saw a person: the page that answers it, on a log of a million looks."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import count, cycle, islice
from random import Random
from typing import Any
from uuid import UUID

from django.db import connections
from django.test import Client
from django.urls import reverse

from bench.figures import Figure, timed
from bench.world import busiest_officers, signed_in
from throughcare import clock
from throughcare.cases.queries.visibility import my_cases

MOST = 1_000_000
COLUMNS = """COPY record_look (at, by_id, by_name, by_role, page, method, use, data_class,
    person_id, people, words, reason, request_id) FROM STDIN"""
SAID = ("A member of staff", "OFFICER", "cases:file", "GET", "read", "case")
DAYS = 90


def measured(times: int = 60, most: int = MOST) -> Iterator[Figure | str]:
    """Fill the log up to so many looks; yield how long the page of who saw a person takes."""
    yield f"looks in the log: {filled(most):,}"
    pages = list(_pages())
    yield timed("who saw this person", _gets(pages, times), aim_p95=1_000)
    named = [(client, f"{address}?show=named") for client, address in pages]
    yield timed("who saw this person, lists included", _gets(named, times), aim_p95=1_000)


def filled(most: int) -> int:
    """Add looks of made-up readers until there are so many; return how many there are."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM record_look")
        [(there,)] = cursor.fetchall()
        if there < most:
            rows = _made_up(_ids(cursor, "people_person"), _ids(cursor, "staff_staffmember"))
            with cursor.copy(COLUMNS) as copy:
                for row in islice(rows, most - there):
                    copy.write_row(row)
            cursor.execute("ANALYZE record_look")
    return max(there, most)


def _ids(cursor: Any, table: str) -> list[UUID]:
    cursor.execute(f"SELECT id FROM {table}")
    return [pk for (pk,) in cursor.fetchall()]


def _made_up(people: list[UUID], staff: list[UUID]) -> Iterator[tuple[object, ...]]:
    """Yield looks of the last months; a quarter name ten people, as lists and searches do."""
    chance, now = Random(1), clock.wall()
    for number in count():
        at = now - timedelta(days=DAYS * chance.random())
        listed = number % 4 == 0
        whom = (None, chance.choices(people, k=10)) if listed else (chance.choice(people), [])
        yield (at, chance.choice(staff), *SAID, *whom, "", "", "")


def _pages() -> Iterator[tuple[Client, str]]:
    """Yield the page of three files of each of twenty officers, with who opens it."""
    for officer in busiest_officers():
        client = signed_in(officer)
        for number in my_cases(officer, clock.today()).values_list("number", flat=True)[:3]:
            yield client, reverse("cases:looked", args=[number])


def _gets(pages: list[tuple[Client, str]], times: int) -> Iterator[partial[object]]:
    for client, address in islice(cycle(pages), times):
        yield partial(client.get, address)
