"""How many entries a second the record takes, each committed to disk before the next."""

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import django
from django.db import connection

CLIENTS, EACH = 8, 150


def write_entries(client: int) -> tuple[float, float, list[float]]:
    """Rename an office of this client's own, again and again.

    Return when the first began and the last ended, on the machine's clock, and each one's ms.
    """
    django.setup()
    # Models can be imported only now: this process has just started.
    from throughcare.record.entries import System, entry
    from throughcare.staff.models import Office

    code = f"BENCH{client}"
    with entry("office.opened", by=System()):
        Office.objects.get_or_create(code=code, defaults={"name": code, "name_fr": code})
    times = []
    began = time.monotonic()
    for number in range(EACH):
        started = time.perf_counter()
        with entry("office.renamed", by=System()):
            Office.objects.filter(code=code).update(name=f"{code} {number}")
        times.append((time.perf_counter() - started) * 1000)
    ended = time.monotonic()
    connection.close()
    return began, ended, times


def measured() -> tuple[float, list[float]]:
    """Return entries a second of all clients together, and the time of each entry in ms."""
    with ProcessPoolExecutor(CLIENTS, mp_context=get_context("spawn")) as clients:
        worked = list(clients.map(write_entries, range(CLIENTS)))
    times = [each for _began, _ended, some in worked for each in some]
    seconds = max(ended for _, ended, _ in worked) - min(began for began, _, _ in worked)
    return len(times) / seconds, times
