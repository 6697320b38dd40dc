"""Who saw a person: the page that answers it, on a log of a million looks."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice

from django.db import connections
from django.test import Client
from django.urls import reverse

from bench.figures import Figure, timed
from bench.world import busiest_officers, signed_in
from throughcare import clock
from throughcare.cases.queries.visibility import my_cases

MOST = 1_000_000
# A quarter of the looks name ten people more, as lists and searches do.
FILL = """
WITH people AS (SELECT array_agg(id) AS ids FROM people_person),
    staff AS (SELECT array_agg(id) AS ids FROM staff_staffmember),
    drawn AS (
        SELECT n, people.ids[1 + floor(random() * cardinality(people.ids))::int] AS person,
            staff.ids[1 + floor(random() * cardinality(staff.ids))::int] AS by, people.ids AS ids
        FROM people, staff, generate_series(1, %(count)s) AS n
    )
INSERT INTO record_look (at, by_id, by_name, by_role, page, method, use, data_class, person_id,
    people, words, reason, request_id)
SELECT %(now)s::timestamptz - random() * interval '90 days', by, 'A member of staff', 'OFFICER',
    'cases:file', 'GET', 'read', 'case', CASE WHEN n %% 4 > 0 THEN person END,
    CASE WHEN n %% 4 = 0 THEN ARRAY(
        SELECT ids[1 + floor(random() * cardinality(ids))::int] FROM generate_series(1, 10 + n * 0)
    ) ELSE ARRAY[]::uuid[] END, '', '', ''
FROM drawn
"""


def measured(times: int = 60, most: int = MOST) -> Iterator[Figure | str]:
    """Fill the log up to so many looks; yield how long the page of who saw a person takes."""
    count = filled(most)
    yield f"looks in the log: {count:,}"
    pages = list(_pages())
    yield timed("who saw this person", _gets(pages, times), aim_p95=1_000)
    named = [(client, f"{address}?show=named") for client, address in pages]
    yield timed("who saw this person, lists included", _gets(named, times), aim_p95=1_000)


def filled(most: int) -> int:
    """Add looks of made-up readers until there are so many; return how many there are."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM record_look")
        [(count,)] = cursor.fetchall()
        if count < most:
            cursor.execute(FILL, {"count": most - count, "now": clock.wall()})
            cursor.execute("ANALYZE record_look")
    return max(count, most)


def _pages() -> Iterator[tuple[Client, str]]:
    """Yield the page of three files of each of twenty officers, with who opens it."""
    for officer in busiest_officers():
        client = signed_in(officer)
        for number in my_cases(officer, clock.today()).values_list("number", flat=True)[:3]:
            yield client, reverse("cases:looked", args=[number])


def _gets(pages: list[tuple[Client, str]], times: int) -> Iterator[partial[object]]:
    for client, address in islice(cycle(pages), times):
        yield partial(client.get, address)
