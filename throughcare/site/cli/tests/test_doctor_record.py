"""Doctor says whether the record may be written, and who could change it unseen."""

import pytest
from django.db import connections

from throughcare.record.integrity.checkpoints import places, rotate
from throughcare.site.cli import doctor_record
from throughcare.site.cli.doctor_record import of_the_checkpoints, of_the_record


@pytest.fixture
def where(tmp_path):
    return places(tmp_path / "keys" / "record.pem", [tmp_path / "a", tmp_path / "b"])


@pytest.mark.django_db(databases=["default", "owner"])
@pytest.mark.parametrize(("stopped", "says"), [(False, "It may be written."), (True, "older copy")])
def test_a_stop_is_said(monkeypatch, where, stopped, says):
    monkeypatch.setattr(doctor_record, "configured_places", lambda: where)
    with connections["owner"].cursor() as cursor:
        if stopped:
            cursor.execute("INSERT INTO record_stop (since, why) VALUES (now(), 'NOT_THE_RECORD')")
        first, *_ = list(of_the_record())

    assert (first.ok, says in first.says) == (not stopped, True)


AHEAD = (
    "INSERT INTO record_entry (seq, number, top, late, loaded, act, by_name, by_role, for_name,"
    " reason, request_id, recorded_at) VALUES (1, 1, 1, false, false, 'a.b', '', '', '', '', '',"
    " now() + interval '1 day')"
)


@pytest.mark.django_db(databases=["default", "owner"])
@pytest.mark.parametrize("set_back", [False, True])
def test_a_clock_set_back_is_said(monkeypatch, where, set_back):
    monkeypatch.setattr(doctor_record, "configured_places", lambda: where)
    with connections["owner"].cursor() as cursor:
        if set_back:
            cursor.execute(AHEAD)
        _record, clock, *_ = list(of_the_record())

    assert (clock.name, clock.ok, "clock stands before" in clock.says) == (
        "clock", not set_back, set_back,
    )  # fmt: skip


def test_before_anything_is_signed_nothing_is_wrong(where):
    key, folders = of_the_checkpoints(where)

    assert (key.ok, key.says, folders.ok) == (True, "Nothing is signed yet.", True)


def test_a_key_that_is_gone_is_wrong(where):
    rotate(where)
    where.key.unlink()

    key, _ = of_the_checkpoints(where)
    assert (key.ok, f"bring {where.key} back" in key.says) == (False, True)


def test_a_key_that_is_gone_with_every_folder_is_wrong_too(where):
    where.tree.parent.mkdir()
    where.tree.write_text("{}")

    key, _ = of_the_checkpoints(where)
    assert (key.ok, f"bring {where.key} back" in key.says) == (False, True)


def test_folders_beside_the_record_are_called_so(where):
    _, folders = of_the_checkpoints(where)

    assert folders.says.startswith("0 of 2 folders lie on another disk than the record. None is")


def test_a_folder_elsewhere_is_counted(where, monkeypatch):
    monkeypatch.setattr(type(where), "not_independent", lambda self: [where.folders[0].path])

    _, folders = of_the_checkpoints(where)
    assert folders.says == "1 of 2 folders lie on another disk than the record."
