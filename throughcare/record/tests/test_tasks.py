"""The work that the record does by itself."""

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from throughcare.jobs.tests.test_background import context
from throughcare.record import tasks
from throughcare.record.entries import System, entry

pytestmark = pytest.mark.django_db


def test_what_was_recorded_is_chained_every_minute():
    kept = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}

    assert kept["throughcare.record.tasks.chain_entries"] == "* * * * *"


def test_the_work_chains_as_the_applications_role():
    with entry("office.opened", by=System()):
        pass

    tasks.chain_entries(context(), timestamp=1)

    with connection.cursor() as cursor:
        cursor.execute("SELECT number, length(hash) FROM record_link")
        assert cursor.fetchall() == [(1, 32)]


def test_what_is_chained_is_signed_every_five_minutes(settings, tmp_path):
    kept = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}
    settings.RECORD_KEY, settings.CHECKPOINTS = tmp_path / "record.pem", [tmp_path / "kept"]
    with entry("office.opened", by=System()):
        pass
    tasks.chain_entries(context(), timestamp=1)

    tasks.sign_the_record(context(), timestamp=1)

    assert kept["throughcare.record.tasks.sign_the_record"] == "*/5 * * * *"
    assert (tmp_path / "kept" / "000000000001.checkpoint").read_text().splitlines()[1] == "1"


def test_without_its_key_nothing_is_signed_and_the_log_says_so(settings, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(tasks.log, "error", lambda *words, **more: said.append((words, more)))
    settings.RECORD_KEY, settings.CHECKPOINTS = tmp_path / "k" / "pem", [tmp_path / "kept"]
    with entry("office.opened", by=System()):
        pass
    tasks.chain_entries(context(), timestamp=1)
    tasks.sign_the_record(context(), timestamp=1)
    settings.RECORD_KEY.unlink()
    # Also where no folder is left that knows of a checkpoint, no other key is made.
    settings.CHECKPOINTS = [tmp_path / "new"]

    tasks.sign_the_record(context(), timestamp=2)

    [(words, more)] = said
    assert (words, "key is gone" in more["says"]) == (("not_signed",), True)
    assert not settings.RECORD_KEY.exists()
    assert not list((tmp_path / "new").glob("*.checkpoint"))
    with entry("office.opened", by=System()):
        pass


def test_the_months_of_looks_are_made_ahead_every_day():
    kept = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}

    tasks.make_months_of_looks(context(), timestamp=1)

    assert kept["throughcare.record.tasks.make_months_of_looks"] == "11 2 * * *"
