"""Jobs belong to their transaction, carry ids only, and say nothing of people."""

from types import SimpleNamespace
from uuid import UUID

import pytest
from django.db import transaction
from procrastinate.contrib.django import DjangoApp, app
from procrastinate.contrib.django.models import ProcrastinateJob
from structlog.testing import capture_logs

from throughcare import jobs
from throughcare.jobs import background
from throughcare.jobs.origin import request_id

pytestmark = pytest.mark.django_db
LETTER = UUID("0192f5e0-0000-7000-8000-000000000001")


@pytest.fixture
def seen(monkeypatch):
    """What a task saw while it ran, and the task; it is declared for this test alone."""
    monkeypatch.setattr(background, "app", DjangoApp(connector=app.connector))
    notes = []

    def send(*, letter_id):
        notes.append((letter_id, request_id.get(), transaction.get_connection().in_atomic_block))

    return SimpleNamespace(notes=notes, work=jobs.task(send))


def context(attempts=0):
    job = SimpleNamespace(id=7, task_name="letters.send", attempts=attempts)
    return SimpleNamespace(job=job)


def test_a_job_is_written_with_its_transaction(seen):
    token = request_id.set("r-1")
    number = jobs.defer(seen.work, letter_id=LETTER)
    request_id.reset(token)

    job = ProcrastinateJob.objects.get(id=number)
    assert job.args == {"letter_id": str(LETTER), "origin": "r-1"}
    assert job.status == "todo"


def test_a_job_is_undone_with_its_transaction(seen):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        jobs.defer(seen.work, letter_id=LETTER)
        raise ZeroDivisionError

    assert not ProcrastinateJob.objects.exists()


@pytest.mark.parametrize("value", ["Lavallée", 3, None, {"id": LETTER}])
def test_a_job_takes_ids_only(seen, value):
    with pytest.raises(TypeError, match="A job takes ids only; letter_id is"):
        jobs.defer(seen.work, letter_id=value)

    assert not ProcrastinateJob.objects.exists()


def test_work_gets_its_ids_its_request_and_a_transaction(seen):
    with capture_logs() as logs:
        seen.work.func(context(), letter_id=str(LETTER), origin="r-1")

    assert seen.notes == [(LETTER, "r-1", True)]
    assert request_id.get() == ""
    assert [(line["event"], line["job"], line["request"]) for line in logs] == [("done", 7, "r-1")]


def test_a_failure_is_logged_without_its_words(monkeypatch):
    monkeypatch.setattr(background, "app", DjangoApp(connector=app.connector))

    @jobs.task
    def send(*, letter_id):
        raise ValueError("Étienne Lavallée, 555-0100")

    with capture_logs() as logs, pytest.raises(ValueError, match="Lavallée"):
        send.func(context(), letter_id=str(LETTER))

    (line,) = logs
    assert (line["event"], line["error"], line["attempt"]) == ("failed", "builtins.ValueError", 1)
    assert "Lavallée" not in str(line)
    assert line["at"][-1].endswith("send")


def test_work_at_set_times_takes_nothing(monkeypatch):
    monkeypatch.setattr(background, "app", DjangoApp(connector=app.connector))
    notes = []

    jobs.every("17 3 * * *")(lambda: notes.append(request_id.get())).func(context(), timestamp=1)

    assert notes == ["job-7"]
