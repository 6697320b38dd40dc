"""The work that keeps the house."""

from datetime import timedelta
from importlib import import_module

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from throughcare import clock, jobs
from throughcare.jobs import tasks
from throughcare.jobs.tests.test_background import context

pytestmark = pytest.mark.django_db


def a_running_job(*, heartbeat_seconds_ago, attempts=0):
    """A job that a worker took; the worker last gave a sign of life some seconds ago."""
    number = tasks.end_sessions.defer(timestamp=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - make_interval(secs => %s)) RETURNING id",
            [heartbeat_seconds_ago],
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s, attempts = %s"
            " WHERE id = %s",
            [worker, attempts, number],
        )
    return number


@pytest.mark.parametrize(
    ("job", "rescued", "status"),
    [
        ({"heartbeat_seconds_ago": 120}, 1, "todo"),
        ({"heartbeat_seconds_ago": 1}, 0, "doing"),
        ({"heartbeat_seconds_ago": 120, "attempts": 5}, 1, "failed"),
    ],
    ids=["stalled", "alive", "takes_workers_with_it"],
)
def test_a_stalled_job_is_rescued(job, rescued, status):
    number = a_running_job(**job)

    assert async_to_sync(tasks.rescue_stalled)(app) == rescued
    assert ProcrastinateJob.objects.get(id=number).status == status


def test_sessions_that_ended_are_taken_away():
    session_model = import_module(settings.SESSION_ENGINE).SessionStore.get_model_class()
    now = clock.wall()
    session_model.objects.create(session_key="old", expire_date=now - timedelta(days=1))
    session_model.objects.create(session_key="new", expire_date=now + timedelta(days=1))

    tasks.end_sessions.func(context(), timestamp=1)

    assert [session.session_key for session in session_model.objects.all()] == ["new"]


def test_the_house_is_kept_by_itself():
    kept = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}

    assert {name: cron for name, cron in kept.items() if name.startswith("throughcare.jobs.")} == {
        "throughcare.jobs.tasks.rescue": "* * * * *",
        "throughcare.jobs.tasks.end_sessions": "17 3 * * *",
        "throughcare.jobs.tasks.clear": "41 3 * * *",
    }
    assert jobs.__all__ == ["defer", "every", "task"]
