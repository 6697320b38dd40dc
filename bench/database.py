"""How long the database has worked for this process, apart from what others ask of it."""

from pathlib import Path

from django.db import connections

NANOSECONDS = 1_000_000


def worked_ms(alias: str = "default") -> float:
    """Return how many milliseconds the server's process behind this connection has worked so far.

    0 where that cannot be known: the server is on another machine, or this one is no Linux.
    """
    connection = connections[alias].connection
    if connection is None:
        return 0
    told = Path(f"/proc/{connection.info.backend_pid}/schedstat")
    try:
        return int(told.read_text().split()[0]) / NANOSECONDS
    except (OSError, ValueError):
        return 0
