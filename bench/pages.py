"""Whole responses, from the middleware to the rendered page, in one process."""

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from django.test import Client
from django.urls import reverse

from bench.figures import Figure, timed
from bench.world import busiest_officers, misspelled_names, signed_in
from throughcare import clock
from throughcare.account.queries import unsettled_of
from throughcare.cases.queries.visibility import my_cases
from throughcare.staff.models import StaffMember


def measured() -> Iterator[Figure]:
    """Yield the figures of the pages that officers open all day."""
    officers = busiest_officers()
    clients = [signed_in(officer) for officer in officers]
    cases = reverse("cases:list")
    yield timed(
        "caseload of an officer",
        [partial(_get, client, cases) for client in clients for _ in range(5)],
        aim_p95=60,
    )
    files = [
        (client, reverse("cases:file", args=[number]))
        for officer, client in zip(officers, clients, strict=True)
        for number in my_cases(officer, clock.today()).values_list("number", flat=True)[:6]
    ]
    yield timed("a person's file", [partial(_get, *each) for each in files], aim_p95=50)
    yield from _accounts(officers, files)
    suggest = reverse("site:suggest")
    yield timed(
        "search by a misspelled name",
        [
            partial(_get, clients[at % len(clients)], f"{suggest}?q={quote(name)}")
            for at, name in enumerate(misspelled_names(200))
        ],
        aim_p95=30,
    )


def _accounts(
    officers: Sequence[StaffMember], files: Sequence[tuple[Client, str]]
) -> Iterator[Figure]:
    """Yield what is unsettled of whole caseloads, and one file's account, on page and paper."""
    caseloads = [
        list(my_cases(each, clock.today()).values_list("pk", flat=True)) for each in officers
    ]
    yield timed(
        "what is unsettled of a caseload, computed",
        [partial(unsettled_of, each, clock.today()) for each in caseloads for _ in range(3)],
    )
    accounts = [(client, f"{address}account/") for client, address in files]
    yield timed("the account of a file", [partial(_get, *each) for each in accounts])
    papers = [(client, f"{address}paper/") for client, address in accounts[:20]]
    yield timed("the account of a file as PDF", [partial(_get, *each) for each in papers])


def _get(client: Client, address: str) -> None:
    response = client.get(address, headers={"HX-Request": "true"} if "?" in address else None)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}")
