"""Whole responses, from the middleware to the rendered page, in one process."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
from random import Random
from urllib.parse import quote

from django.test import Client
from django.urls import reverse

from bench.figures import Figure, ratio, timed
from bench.world import busiest_officers, misspelled_names, signed_in
from throughcare import clock
from throughcare.account.queries import unsettled_afresh
from throughcare.cases.queries.visibility import my_cases
from throughcare.record.ids import new_id
from throughcare.site.past_addresses import past_address
from throughcare.staff.models import StaffMember

A_PAST = timedelta(days=1)  # as much is on file as today: the dearest past
MINUTES = Random()
Desk = tuple[StaffMember, Client]
THEN = "Today, as known yesterday"


def measured(times: int = 120) -> Iterator[Figure | str]:
    """Yield the figures of the pages that officers open all day, each page so many times."""
    desks = [(officer, signed_in(officer)) for officer in busiest_officers()]
    files = list(_files(desks))
    first = timed("Today, the first time in a process", _gets(_todays(desks), len(desks)))
    yield first
    today = timed("Today", _gets(_todays(desks), times), aim_p95=60)
    yield today
    caseload = [(client, reverse("cases:list")) for _officer, client in desks]
    yield timed("caseload of an officer", _gets(caseload, times), aim_p95=60)
    file = timed("a person's file, first page", _gets(files, times), aim_p95=50)
    yield file
    yield timed("record a contact", _contacts(desks, times), aim_p95=40)
    yield from _searches(desks, times)
    yield from _accounts(desks, files, times)
    yield from _pasts(_todays(desks), files, times, (first, today, file))


def _todays(desks: Sequence[Desk]) -> list[tuple[Client, str]]:
    return [(client, reverse("today:today")) for _officer, client in desks]


def _files(desks: Sequence[Desk]) -> Iterator[tuple[Client, str]]:
    """Yield pages of files with who opens them: six of each officer."""
    for officer, client in desks:
        for number in my_cases(officer, clock.today()).values_list("number", flat=True)[:6]:
            yield client, reverse("cases:file", args=[number])


def _gets(pages: Sequence[tuple[Client, str]], times: int) -> Iterator[Callable[[], None]]:
    for client, address in islice(cycle(pages), times):
        yield partial(_get, client, address)


def _get(client: Client, address: str) -> None:
    response = client.get(address, headers={"HX-Request": "true"} if "?" in address else None)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}")


def _contacts(desks: Sequence[Desk], times: int) -> Iterator[Callable[[], None]]:
    """Yield acts that record a contact in the file of an officer, from the form that is sent."""
    for officer, client in islice(cycle(desks), times):
        cases = my_cases(officer, clock.today()).filter(opened_on__lt=clock.today())
        number = cases.order_by("?").values_list("number", flat=True)[0]
        yield partial(_post_contact, client, reverse("contacts:record", args=[number]))


def _post_contact(client: Client, address: str) -> None:
    """Record a contact at a minute of the last nights: nothing else is on file then."""
    minute = MINUTES.randrange(480)
    sent = {
        "id": str(new_id()),
        "way": "OFFICE",
        "on": (clock.today() - timedelta(days=MINUTES.randint(1, 3))).isoformat(),
        "at": f"{minute // 60:02}:{minute % 60:02}",
        "outcome": "CAME",
        "same": "on",
        "line": "Works nights at the mill.",
        "following": "NONE",
        "purpose": "SUPERVISION",
    }
    response = client.post(address, sent)
    if response.status_code != 302:
        raise RuntimeError(f"{address} answered {response.status_code}")


def _searches(desks: Sequence[Desk], times: int) -> Iterator[Figure]:
    suggest = reverse("site:suggest")
    names = misspelled_names(times)
    asked = [
        (client, f"{suggest}?q={quote(name)}")
        for name, (_officer, client) in zip(names, cycle(desks), strict=False)
    ]
    yield timed("search a person, name misspelled", _gets(asked, times), aim_p95=30)


def _accounts(
    desks: Sequence[Desk], files: Sequence[tuple[Client, str]], times: int
) -> Iterator[Figure]:
    """Yield what is unsettled of whole caseloads, and one file's account, on page and paper."""
    caseloads = [
        list(my_cases(officer, clock.today()).values_list("pk", flat=True)) for officer, _ in desks
    ]
    computed = (
        partial(unsettled_afresh, each, clock.today()) for each in islice(cycle(caseloads), 60)
    )
    yield timed("what is unsettled of a caseload, computed", computed)
    accounts = [(client, f"{address}account/") for client, address in files]
    yield timed("the account of a file", _gets(accounts, times))
    papers = [(client, f"{address}paper/") for client, address in accounts[:20]]
    yield timed("the account of a file as PDF", _gets(papers, 20))


def _pasts(
    todays: Sequence[tuple[Client, str]],
    files: Sequence[tuple[Client, str]],
    times: int,
    present: tuple[Figure, Figure, Figure],
) -> Iterator[Figure | str]:
    """Yield the same pages as they were known yesterday, and how much longer they took.

    A Today is read anew once, and then it is remembered, in a past as in the present.
    """
    first, today, file = present
    days = _then(todays)
    anew = timed(f"{THEN}, the first time", _gets(days, len(days)))
    yield anew
    yield ratio("Today: past beside present, both anew", anew, first, 2)
    again = timed(THEN, _gets(days, times))
    yield again
    yield ratio("Today: past beside present, both again", again, today, 2)
    pages = [each for each in _then(files) if each[0].get(each[1]).status_code == 200]
    known = timed("a file, as known yesterday", _gets(pages, times))
    yield known
    yield ratio("a file: past beside present", known, file, 2)


def _then(pages: Sequence[tuple[Client, str]]) -> list[tuple[Client, str]]:
    """Return the addresses of pages as they were known yesterday."""
    when = (clock.today() - A_PAST).isoformat()
    return [(client, past_address(when, address)) for client, address in pages]
