"""The office as it was known at an instant: histories of overlapping acts against a replay."""

import random
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from itertools import accumulate
from types import SimpleNamespace

import psycopg
import pytest
from django.db import connection, transaction

from throughcare import clock
from throughcare.record import asof
from throughcare.record.asof import AlreadyInThePast, NotYetPast, as_of, known_at
from throughcare.record.entries import entry
from throughcare.record.models import Entry
from throughcare.record.tests.test_replay import CLIENTS, Client
from throughcare.staff.models import Office
from throughcare.staff.tests.factories import a_member, an_office

ACTS_EACH, ASKED = 40, 60
NUMBERED = "SELECT seq, recorded_at FROM record_entry WHERE number > 0 ORDER BY number"


def names():
    return sorted(Office.objects.values_list("name", flat=True))


def renamed(office, name, by):
    with entry("tried.renamed", by=by) as opened:
        Office.objects.filter(pk=office.pk).update(name=name)
    return Entry.objects.get(seq=opened.seq)


@pytest.fixture
def three_names(db):
    """An office that had three names, with the moment of each entry."""
    office = an_office()
    by = a_member("OFFICER", office=office)
    entries = [renamed(office, name, by) for name in ("One", "Two", "Three")]
    return office, [each.recorded_at for each in entries]


@pytest.mark.parametrize(("place", "name"), [(0, "One"), (1, "Two"), (2, "Three")])
def test_a_row_is_seen_as_it_was_known(three_names, place, name):
    office, moments = three_names
    with as_of(moments[place]):
        assert Office.objects.get(pk=office.pk).name == name
    assert Office.objects.get(pk=office.pk).name == "Three"


def test_an_instant_between_two_entries_shows_the_earlier(three_names):
    office, moments = three_names
    with as_of(moments[1] - timedelta(microseconds=1)):
        assert Office.objects.get(pk=office.pk).name == "One"


def test_before_anything_was_known_nothing_is_there(three_names):
    _office, moments = three_names
    with as_of(moments[0] - timedelta(days=365)) as cut:
        assert (cut.number, cut.seq) == (0, 0)
        assert Office.objects.count() == 0
        assert Entry.objects.count() == 0


def test_entries_of_later_are_unknown(three_names):
    _office, moments = three_names
    with as_of(moments[1]) as cut:
        assert Entry.objects.filter(act="tried.renamed").count() == 2
        assert max(Entry.objects.values_list("number", flat=True)) == cut.number


def test_the_clock_is_that_instants_and_the_wall_is_not(three_names):
    _office, moments = three_names
    with as_of(moments[0]):
        assert clock.now() == moments[0]
        assert clock.wall() > moments[2]
    assert clock.now() > moments[2]


def test_the_cut_is_known_inside_only(three_names):
    _office, moments = three_names
    with as_of(moments[0]) as cut:
        assert known_at() == cut
    assert known_at() is None


def test_no_past_is_chosen_inside_a_past(three_names):
    _office, moments = three_names
    with as_of(moments[0]), pytest.raises(AlreadyInThePast), as_of(moments[1]):
        pass


def test_a_moment_to_come_is_refused(three_names):
    with (
        pytest.raises(NotYetPast, match="not come yet"),
        as_of(clock.wall() + timedelta(minutes=1)),
    ):
        pass
    assert known_at() is None


@pytest.mark.parametrize(
    "write",
    [
        "UPDATE staff_office SET name = 'x'",
        "DELETE FROM staff_office",
        "INSERT INTO staff_office (id) VALUES (gen_random_uuid())",
        "UPDATE asof.staff_office SET name = 'x'",
        "UPDATE asof.record_entry SET act = 'x'",
        "CREATE TABLE asof.x ()",
        "DROP VIEW asof.staff_office",
    ],
)
def test_nothing_is_written_through_a_view_of_the_past(three_names, write):
    _office, moments = three_names
    with (
        pytest.raises(Exception, match=r"denied|must be owner"),
        as_of(moments[0]),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(write)
    assert names().count("Three") == 1


def test_without_an_instant_every_view_is_empty(three_names):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM asof.staff_office")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM asof.record_entry")
        assert cursor.fetchone() == (0,)


def test_the_present_comes_back_after_an_error(three_names):
    office, moments = three_names
    with pytest.raises(ZeroDivisionError), as_of(moments[0]):
        raise ZeroDivisionError
    assert Office.objects.get(pk=office.pk).name == "Three"


def test_a_past_needs_a_transaction(monkeypatch, three_names):
    monkeypatch.setattr(asof, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="transaction"), as_of(three_names[1][0]):
        pass


# Random histories: what was known at an instant never changes, and is what a replay says.


class Asker:
    """Asks the same questions again and again while others write."""

    def __init__(self, address: str) -> None:
        self.connection = psycopg.connect(address, autocommit=True)
        self.answers: dict[datetime, list[list]] = defaultdict(list)

    def ask(self, moment: datetime) -> None:
        with self.connection.transaction():
            self.connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            for statement in asof.WAIT.strip().split(";")[:-1]:
                self.connection.execute(statement)
            number, top = self.connection.execute(asof.LAST, [moment]).fetchone() or (0, 0)
            late = self.connection.execute(asof.LATE, [number, top]).fetchone()[0] or []
            for name, value in (("cut", top), ("number", number), ("not_yet", late)):
                said = f"{{{','.join(map(str, value))}}}" if name == "not_yet" else str(value)
                self.connection.execute(
                    "SELECT set_config(%s, %s, true)", [f"throughcare.asof_{name}", said]
                )
            found = self.connection.execute("SELECT id, name FROM asof.staff_office ORDER BY id")
            self.answers[moment].append(found.fetchall())


def acting_and_asking(address):
    clients = [Client(address, seed) for seed in range(CLIENTS)]
    askers = [Asker(address) for _each in range(2)]

    def act(client):
        for _each in range(ACTS_EACH):
            client.act()

    def ask(asker):
        chance = random.Random(len(asker.answers))
        for _each in range(ASKED):
            asker.ask(clock.wall() - timedelta(milliseconds=chance.choice([0, 1, 5, 40])))

    with ThreadPoolExecutor(CLIENTS + 2) as pool:
        for future in [
            *(pool.submit(act, each) for each in clients),
            *(pool.submit(ask, each) for each in askers),
        ]:
            future.result()
    return clients, askers


def replayed(entries, effects, moment):
    """What was known at a moment, by doing again whatever was numbered by then, in that order."""
    rows: dict = {}
    for seq, recorded_at in entries:
        if recorded_at > moment:
            break
        for kind, touched, name in effects.get(seq, []):
            for row in touched:
                rows.pop(row, None) if kind == "gone" else rows.__setitem__(row, name)
    return sorted(rows.items())


def test_what_was_known_equals_a_replay_and_never_changes(own_database, capsys):
    clients, askers = acting_and_asking(own_database.app)
    effects = {seq: each for client in clients for seq, each in client.committed.items()}
    with closing(psycopg.connect(own_database.app)) as reading:
        entries = reading.execute(NUMBERED).fetchall()

    for asker in askers:
        for moment in list(asker.answers):
            asker.ask(moment)
    for each in (*clients, *askers):
        each.connection.close()
    answers = [pair for asker in askers for pair in asker.answers.items()]
    for moment, (first, again) in answers:
        assert first == again == replayed(entries, effects, moment)

    tops = accumulate((seq for seq, _at in entries), max)
    late = sum(seq < top for (seq, _at), top in zip(entries, tops, strict=True))
    with capsys.disabled():
        print(f"\n{len(entries)} entries, {late} late; {len(answers)} instants asked twice")
    assert len(answers) == 2 * ASKED
