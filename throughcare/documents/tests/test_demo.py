"""The papers of the demo office are the same each time."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from types import SimpleNamespace
from uuid import UUID

import pytest

from throughcare.documents import demo
from throughcare.documents.models import Document
from throughcare.documents.store import path_of
from throughcare.documents.tests.factories import Someone
from throughcare.record.loading import Loader

OFFICE = UUID(int=1)
TODAY = date(2026, 11, 23)


@dataclass
class World:
    """A small world with one member, posted long ago."""

    chance: Random = field(default_factory=lambda: Random(1))
    loader: Loader = field(default_factory=Loader)
    today: date = TODAY

    @property
    def members(self):
        member = Someone()
        member.posting = SimpleNamespace(office_id=OFFICE, starts_on=date(2020, 1, 1))
        return [member]

    def new_id(self):
        return UUID(int=self.chance.getrandbits(128), version=4)

    def moment(self, day, hour=9, minute=0):
        return datetime.combine(day, time(hour, minute), UTC)


def cases(count, *, days_open=200, office=OFFICE):
    opened = TODAY - timedelta(days=days_open)
    return [
        SimpleNamespace(id=UUID(int=at), number=f"C-{at}", opened_on=opened, office_id=office)
        for at in range(count)
    ]


def papers(files):
    world = World()
    demo.populate(world, files)
    return [version.row for version in world.loader.table_of(Document).versions()]


def test_every_twelfth_file_has_a_paper_whose_content_is_there(documents_folder):
    rows = papers(cases(30))

    column = [field.attname for field in Document._meta.concrete_fields].index("sha256")
    assert len(rows) == 3
    assert all(path_of(row[column]).is_file() for row in rows)
    assert b"C-0" in path_of(rows[0][column]).read_bytes()


def test_the_same_world_has_the_same_papers():
    first, second = papers(cases(24)), papers(cases(24))

    assert [row[:8] for row in first] == [row[:8] for row in second]


def test_a_province_has_no_more_than_sixty():
    assert len(papers(cases(2000))) == 60


def test_new_files_and_offices_without_staff_have_none():
    assert papers([*cases(12, days_open=10), *cases(12, office=UUID(int=2))]) == []


def said_of(row, *names):
    """Return some values of a row of documents."""
    columns = [each.attname for each in Document._meta.concrete_fields]
    return tuple(row[columns.index(name)] for name in names)


def test_each_paper_of_the_three_is_kept_in_turn():
    titles = [said_of(row, "title")[0] for row in papers(cases(48))]

    assert titles == [paper.title for paper in (*demo.PAPERS, demo.PAPERS[0])]


def test_a_paper_is_what_a_kept_paper_would_be():
    (row,) = papers(cases(1))

    sha256, size = said_of(row, "sha256", "size")
    content = path_of(sha256).read_bytes()
    assert (hashlib.sha256(content).hexdigest(), len(content)) == (sha256, size)
    assert said_of(row, "media_type", "state", "file_name") == (
        "text/plain",
        "KEPT",
        "employer-letter.txt",
    )


def test_a_paper_is_kept_one_to_four_weeks_after_its_file_was_opened():
    opened = TODAY - timedelta(days=200)
    days = [(said_of(row, "kept_at")[0].date() - opened).days for row in papers(cases(720))]

    assert len(days) == 60
    assert min(days) >= 7
    assert max(days) <= 28


@pytest.mark.parametrize(("days_open", "count"), [(30, 0), (31, 1)])
def test_a_file_has_been_open_for_a_while(days_open, count):
    assert len(papers(cases(1, days_open=days_open))) == count


def test_nobody_keeps_a_paper_before_being_posted(monkeypatch):
    member = Someone()
    member.posting = SimpleNamespace(office_id=OFFICE, starts_on=TODAY)
    monkeypatch.setattr(World, "members", [member])

    assert papers(cases(12)) == []


def test_somebody_without_a_posting_keeps_nothing(monkeypatch):
    member = Someone()
    member.posting = None
    monkeypatch.setattr(World, "members", [member])

    assert papers(cases(12)) == []
