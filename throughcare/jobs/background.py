"""Declaring background work and asking for it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import structlog
from django.db import transaction
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

from throughcare.jobs.failures import place_of
from throughcare.jobs.origin import request_id

log = structlog.get_logger("job")
AGAIN = RetryStrategy(max_attempts=5, exponential_wait=4)
"""A job that fails is tried again after 4, 16, 64 and 256 seconds, then left as failed."""

Work = Callable[..., None]


def task(function: Work) -> Task[..., None, ...]:
    """Declare a function as background work; it takes ids by name, and nothing else.

    It runs in one transaction, under the id of the request that asked for it. Whatever it
    writes to the record it writes as the system (`by=System()`), never in somebody's name. It
    may run twice: what it does must come out the same.
    """

    def run(context: JobContext, *, origin: str = "", **ids: str) -> None:
        with _told(context, origin), transaction.atomic():
            function(**{name: UUID(value) for name, value in ids.items()})

    return app.task(name=_name_of(function), pass_context=True, retry=AGAIN)(run)


def every(cron: str) -> Callable[[Work], Task[..., None, ...]]:
    """Declare a function as work that the office does by itself at set times (a cron line)."""

    def declare(function: Work) -> Task[..., None, ...]:
        def run(context: JobContext, timestamp: int) -> None:
            with _told(context, f"job-{context.job.id}"), transaction.atomic():
                function()

        name = _name_of(function)
        declared = app.task(name=name, queueing_lock=name, pass_context=True)(run)
        return app.periodic(cron=cron)(declared)

    return declare


def defer(work: Task[..., None, ...], **ids: UUID) -> int:
    """Ask for background work and return the job's number.

    The job is written in the current transaction: it exists exactly when that commits.

    :raises TypeError: for anything but ids, because arguments are kept and logged.
    """
    for name, value in ids.items():
        if not isinstance(value, UUID):
            raise TypeError(f"A job takes ids only; {name} is {type(value).__name__}.")
    sent = {name: str(value) for name, value in ids.items()}
    return work.defer(origin=request_id.get(), **sent)


def _name_of(function: Work) -> str:
    return f"{function.__module__}.{function.__qualname__}"


@contextmanager
def _told(context: JobContext, origin: str) -> Iterator[None]:
    """Run work under its request's id, and log how it ended."""
    token = request_id.set(origin)
    said: dict[str, Any] = {"job": context.job.id, "task": context.job.task_name, "request": origin}
    started = time.monotonic()
    try:
        yield
    except Exception as error:
        log.error("failed", **said, attempt=context.job.attempts + 1, **place_of(error))
        raise
    else:
        log.info("done", **said, ms=round((time.monotonic() - started) * 1000, 1))
    finally:
        request_id.reset(token)
