"""Whether requests can be served, asked by a machine: answers in bounded time."""

from functools import cache

from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

WORKER_SILENT_AFTER_SECONDS = 60
AT_MOST = "2s"


def state() -> dict[str, str]:
    """Return the state of database, migrations and worker, each in a word.

    A silent worker does not make the web unready: pages work, and jobs wait.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [AT_MOST])
            cursor.execute(
                "SELECT EXISTS (SELECT FROM procrastinate_workers"
                " WHERE last_heartbeat > now() - make_interval(secs => %s))",
                [WORKER_SILENT_AFTER_SECONDS],
            )
            worker = "alive" if cursor.fetchone()[0] else "silent"
            migrated = "done" if _is_migrated() else "missing"
    except DatabaseError:
        return {"status": "not ready", "database": "no answer"}
    status = "ready" if migrated == "done" else "not ready"
    return {"status": status, "database": "answers", "migrations": migrated, "worker": worker}


def _is_migrated() -> bool:
    """Say whether every migration has run; once it has, it is not asked again."""
    try:
        return _check_migrated()
    except _Unmigrated:
        return False


class _Unmigrated(Exception):
    """Some migration has not run yet. An exception, because `cache` must not keep it."""


@cache
def _check_migrated() -> bool:
    loader = MigrationLoader(connection)
    if loader.graph.nodes.keys() - loader.applied_migrations.keys():
        raise _Unmigrated
    return True
