"""Only the tables that entries touched are read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare.record.changes import changes_of, listed
from throughcare.record.entries import System, entry
from throughcare.record.models import Entry
from throughcare.record.queries import with_changes
from throughcare.staff.models import Office, Posting

pytestmark = pytest.mark.django_db


def an_office(code: str) -> Office:
    return Office.objects.create(code=code, name=code)


def two_entries() -> list[int]:
    with entry("office.opened", by=System()) as first:
        an_office("A")
    with entry("office.opened", by=System()) as second:
        an_office("B")
    return [first.seq, second.seq]


@pytest.mark.parametrize("how_many", [1, 2])
def test_one_query_finds_the_tables_and_one_reads_each(how_many):
    seqs = two_entries()[:how_many]

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = changes_of(seqs)

    assert len(queries) == 2
    assert set(found) == set(seqs)


def test_nothing_is_asked_of_no_entries():
    with CaptureQueriesContext(connection) as queries:
        assert changes_of([]) == {}

    assert len(queries) == 0


def test_an_entry_that_changed_nothing_costs_one_query():
    with entry("document.printed", by=System()) as opened:
        pass

    with CaptureQueriesContext(connection) as queries:
        assert changes_of([opened.seq]) == {}

    assert len(queries) == 1


def test_only_the_models_asked_for_are_read():
    seqs = two_entries()

    assert changes_of(seqs, models=[Posting]) == {}
    assert set(changes_of(seqs, models=[Office])) == set(seqs)
    assert changes_of(seqs, models=[]) == {}


def test_lines_come_in_the_order_of_the_entries():
    two_entries()

    lines = with_changes(Entry.objects.order_by("number"), models=[Office])

    codes = [
        change.after for line in lines for change in line.changes if change.field.name == "code"
    ]
    assert codes == ["A", "B"]


def test_a_row_changed_by_one_entry_and_removed_by_the_next():
    with entry("office.opened", by=System()):
        office = an_office("A")
    with entry("office.renamed", by=System()) as renamed:
        Office.objects.filter(pk=office.pk).update(name="Azilda")
    with entry("office.closed", by=System()) as closed:
        Office.objects.filter(pk=office.pk).delete()

    found = changes_of([renamed.seq, closed.seq])

    assert [(c.field.name, c.before, c.after) for c in found[renamed.seq]] == [
        ("name", "A", "Azilda")
    ]
    assert ("name", "Azilda", None) in [
        (c.field.name, c.before, c.after) for c in found[closed.seq]
    ]


def test_column_names_are_quoted():
    assert listed(["id", "order"]) == '"id", "order"'
