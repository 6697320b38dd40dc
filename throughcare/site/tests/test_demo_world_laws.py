"""The laws of a generated world, of any size and on any day; all of it is loaded."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from django.db import connections

from throughcare import clock
from throughcare.record.loading import DatabaseInUse
from throughcare.record.registry import recorded_models
from throughcare.site import demo
from throughcare.site.cli.demo import SIZES
from throughcare.site.demo import Size

pytestmark = pytest.mark.django_db(databases=["default", "owner"])

USUAL_DAY = date(2026, 11, 23)
DAYS = [
    pytest.param(USUAL_DAY, id="usual"),
    pytest.param(date(2028, 2, 29), id="leap_day"),
    pytest.param(date(2027, 3, 1), id="after_february"),
    pytest.param(date(2026, 12, 31), id="last_of_the_year"),
    pytest.param(date(2027, 1, 1), id="first_of_the_year"),
    pytest.param(date(2027, 3, 14), id="clocks_go_forward"),
    pytest.param(date(2026, 11, 1), id="clocks_go_back"),
]
NUMBERS = [1, 2, 3, 7, 13, 30, 50]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The folder of the papers' contents, empty."""
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"
    return settings.DOCUMENTS_FOLDER


@pytest.fixture
def load():
    """Loads a world of some people on a day, and returns its number of entries."""

    def loaded(people=30, day=USUAL_DAY, staff=12):
        with clock.frozen(datetime(day.year, day.month, day.day, 18, tzinfo=UTC)):
            return demo.load(Size(people=people, staff=staff))

    return loaded


def asked(statement):
    """The rows that the owner reads; the load is not committed, so that nobody else sees it."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def count(statement):
    return asked(f"SELECT count(*) FROM {statement}")[0][0]


def recorded_tables():
    return sorted(model._meta.db_table for model in recorded_models())


def mark_of(table):
    """A mark that differs when any value of a table does."""
    rows = f"SELECT t::text AS row FROM {table} AS t"
    return asked(f"SELECT md5(coalesce(string_agg(row, '|' ORDER BY row), '')) FROM ({rows}) x")


HELD_NOW = "SELECT FROM cases_assignment AS a WHERE a.case_id = c.id AND a.ends_at IS NULL"


def break_laws(day):
    """The laws that the loaded world breaks, with how often."""
    laws = {
        "open without exactly one holder": "cases_case AS c WHERE closed_on IS NULL AND (SELECT "
        "count(*) FROM cases_assignment a WHERE a.case_id = c.id AND a.ends_at IS NULL) <> 1",
        "closed and still held": "cases_case AS c WHERE closed_on IS NOT NULL AND EXISTS "
        f"({HELD_NOW})",
        "closed before it opened": "cases_case WHERE closed_on < opened_on",
        "opened tomorrow": f"cases_case WHERE opened_on > '{day}'",
        "closed tomorrow": f"cases_case WHERE closed_on > '{day}'",
        "held until before it began": "cases_assignment WHERE ends_at < starts_at",
        "posted in the future": f"staff_posting WHERE starts_on > '{day}'",
        "recorded tomorrow": f"record_entry WHERE recorded_at::date > '{day}'",
        "recorded before it happened": "record_entry WHERE happened_at > recorded_at",
        "born tomorrow": f"people_person WHERE born_year >= {day.year}",
        "a person without a file": "people_person AS p WHERE NOT EXISTS "
        "(SELECT FROM cases_case c WHERE c.person_id = p.id)",
    }
    found = {law: count(broken) for law, broken in laws.items()}
    return {law: times for law, times in found.items() if times}


@pytest.mark.parametrize("day", DAYS)
def test_a_world_of_any_day_keeps_the_laws(load, day):
    load(30, day)

    assert break_laws(day) == {}
    assert count("people_person") == 30


@pytest.mark.parametrize("people", NUMBERS)
def test_a_world_of_any_size_keeps_the_laws(load, people):
    load(people)

    assert break_laws(USUAL_DAY) == {}
    assert count("people_person") == people


@pytest.mark.parametrize("staff", [12, 25])
def test_as_many_staff_as_asked(load, staff):
    load(5, staff=staff)

    assert count("staff_staffmember") >= staff
    assert break_laws(USUAL_DAY) == {}


def test_every_entry_that_was_made_is_counted_and_numbered_in_order(load):
    entries = load()

    assert count("record_entry") == entries
    assert asked("SELECT min(seq), max(seq) FROM record_entry") == [(1, entries)]
    assert asked("SELECT last_value FROM record_entry_seq") == [(entries,)]
    assert count("record_entry WHERE NOT loaded") == 0


def test_history_equals_the_tables(load):
    load()
    assert count("cases_case") >= 30

    differing = {}
    for table in recorded_tables():
        columns = asked(f"SELECT to_jsonb(t) FROM {table} AS t")
        standing = asked(
            f"SELECT to_jsonb(h) - 'from_seq' - 'to_seq' FROM history.{table} AS h "
            "WHERE to_seq IS NULL"
        )
        if sorted(map(str, columns)) != sorted(map(str, standing)):
            differing[table] = (len(columns), len(standing))
    assert differing == {}


def test_every_version_belongs_to_an_entry_and_ends_after_it_began(load):
    load()

    for table in recorded_tables():
        history = f"history.{table} AS h"
        assert count(f"{history} WHERE from_seq IS NULL OR to_seq <= from_seq") == 0, table
        entry = "SELECT FROM record_entry e WHERE e.seq = h.from_seq"
        assert count(f"{history} WHERE NOT EXISTS ({entry})") == 0, table


def test_every_entry_wrote_something(load):
    load()

    versions = " UNION ALL ".join(
        f"SELECT from_seq, to_seq FROM history.{table}" for table in recorded_tables()
    )
    wrote = f"SELECT FROM ({versions}) v WHERE e.seq IN (v.from_seq, v.to_seq)"
    assert asked(f"SELECT act FROM record_entry e WHERE NOT EXISTS ({wrote})") == []


def test_the_numbers_of_files_are_given_once(load):
    load(50)

    numbers = Counter(number for (number,) in asked("SELECT number FROM cases_case"))
    assert set(numbers.values()) == {1}


def loaded_twice(load, settings, tmp_path, first, second):
    """The marks of all tables after each of two loads; the first is undone between them."""
    marks = []
    for number, (people, day) in enumerate((first, second)):
        settings.DOCUMENTS_FOLDER = tmp_path / str(number)
        connection = connections["owner"]
        point = connection.savepoint()
        load(people, day)
        marks.append({table: mark_of(table) for table in [*recorded_tables(), "record_entry"]})
        connection.savepoint_rollback(point)
    return marks


def test_the_same_size_and_day_make_the_same_world(load, settings, tmp_path):
    first, again = loaded_twice(load, settings, tmp_path, (20, USUAL_DAY), (20, USUAL_DAY))

    assert [table for table in first if first[table] != again[table]] == []


@pytest.mark.parametrize("other", [(21, USUAL_DAY), (20, date(2026, 11, 24))], ids=["size", "day"])
def test_another_size_or_day_makes_another_world(load, settings, tmp_path, other):
    first, second = loaded_twice(load, settings, tmp_path, (20, USUAL_DAY), other)

    assert first["people_person"] != second["people_person"]
    assert first["record_entry"] != second["record_entry"]


def test_a_database_in_use_takes_no_demo(load):
    load(1)

    with pytest.raises(DatabaseInUse, match="has a record already; nothing was loaded"):
        load(1)
    assert count("people_person") == 1


def test_an_empty_database_is_empty():
    assert demo.is_empty() is True


def test_the_sizes_are_those_that_the_command_names():
    assert set(demo.SIZES) == set(SIZES)
    assert demo.SIZES["office"] == Size(people=600, staff=12)
    assert demo.SIZES["province"] == Size(people=50_000, staff=800, contacts=5_000_000)
