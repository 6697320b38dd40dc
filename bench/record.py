"""How many entries a second are chained, and verified value by value, on one core."""

import time
from typing import Any

from django.db import connections, transaction

from bench.database import worked_ms
from throughcare.record.integrity.chain import LAST_LINK, chain
from throughcare.record.integrity.verifying import verify

AT_ONCE = 200_000


def measured() -> list[str]:
    """Chain what is not chained yet; verify the whole; say both in a line each."""
    connections["owner"].ensure_connection()
    said, started = [], _clocks()
    count = _chain_all()
    said.append(f"entries chained: {count:,}{_rate(count, started)}")
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        _in_one_process(cursor)
        started = _clocks()
        found = verify(cursor)
        cursor.execute(LAST_LINK)
        chained = (cursor.fetchone() or (0,))[0]
    versions, rate = f"{found.versions:,} versions", _rate(chained, started)
    said.append(
        f"entries verified: {chained:,} with {versions}{rate}; differences: {len(found.findings)}"
    )
    return said


def _chain_all() -> int:
    """Chain some at a time, as the worker does, and return how many were chained."""
    counts = [AT_ONCE]
    while counts[-1] == AT_ONCE:
        with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
            _in_one_process(cursor)
            counts.append(chain(cursor, AT_ONCE))
    return sum(counts[1:])


def _in_one_process(cursor: Any) -> None:
    """Let the database work for this transaction in one process, so that its work can be told."""
    cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")


def _clocks() -> tuple[float, float, float]:
    """Return seconds: by the clock, at work in this process, at work in the database's."""
    return time.perf_counter(), time.process_time(), worked_ms("owner") / 1000


def _rate(count: int, started: tuple[float, float, float]) -> str:
    """Say how long it took since; one core is what both processes worked together."""
    clock, here, there = (now - was for was, now in zip(started, _clocks(), strict=True))
    core = f"{count / (here + there):,.0f} a second of one core"
    return f" in {clock:.1f} s (at work {here:.1f} s, database {there:.1f} s): {core}"
