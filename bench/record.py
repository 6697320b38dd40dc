"""How many entries a second are chained, and verified value by value, on one core."""

import time

from django.db import connections, transaction

from throughcare.record.integrity.chain import LAST_LINK, chain
from throughcare.record.integrity.verifying import verify

MOST = 200_000


def measured() -> list[str]:
    """Chain what is not chained yet, up to a limit; verify the whole; say both in a line each."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        started = time.perf_counter()
        count = chain(cursor, MOST)
        seconds = time.perf_counter() - started
    said = [f"entries chained: {count:,} in {seconds:.1f} s, {count / seconds:,.0f} a second"]
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        started = time.perf_counter()
        found = verify(cursor)
        seconds = time.perf_counter() - started
        cursor.execute(LAST_LINK)
        chained = (cursor.fetchone() or (0,))[0]
    said.append(
        f"entries verified: {chained:,} with {found.versions:,} versions in {seconds:.1f} s, "
        f"{chained / seconds:,.0f} a second; differences: {len(found.findings)}"
    )
    return said
