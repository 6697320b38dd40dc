"""A query that is put together once answers just what it would answer put together anew."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.record.among import any_of
from throughcare.record.asof import as_of
from throughcare.record.composed import NotComposable, composed_once
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.models import Office, Posting, StaffMember
from throughcare.staff.tests.factories import a_member

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


@composed_once
def posted(office: UUID, on: date) -> QuerySet[Posting]:
    return Posting.objects.on(on).filter(office=office).select_related("member").order_by("pk")


@composed_once
def names(codes: Collection[UUID]) -> QuerySet[Office, tuple[str, str]]:
    return Office.objects.filter(any_of("pk", codes)).order_by("code").values_list("code", "name")


@composed_once
def usernames(given: str, *, backwards: bool) -> QuerySet[StaffMember, str]:
    found = StaffMember.objects.filter(given_name=given)
    order = "-username" if backwards else "username"
    return found.order_by(order).values_list("username", flat=True)


@composed_once
def nobody(member: UUID) -> QuerySet[StaffMember]:
    return StaffMember.objects.filter(pk=member).none()


@pytest.fixture
def members():
    return [a_member("OFFICER", username=name, given_name="Ada") for name in ("aa", "bb")]


def an_office(code: str) -> Office:
    with entry("office.opened", by=System()):
        return Office.objects.create(code=code, name=f"Office {code}")


def test_each_call_is_answered_for_its_own_values(members):
    for member in (*members, *members):
        office, on = member.posting.office_id, clock.today()
        assert posted(office, on) == list(posted.anew(office, on))
        assert member.pk in {each.member_id for each in posted(office, on)}
    assert posted(new_id(), clock.today()) == posted(members[0].posting.office_id, date.min) == []


def test_objects_are_as_the_database_gives_them_with_what_comes_along(members):
    office = members[0].posting.office_id
    [each] = posted(office, clock.today())

    with CaptureQueriesContext(connection) as queries:
        assert each.member.username == "aa"

    assert len(queries) == 0
    assert (each._state.db, each._state.adding) == ("default", False)


@pytest.mark.parametrize("how_many", [0, 1, 3])
def test_any_number_of_values_is_one_value(how_many):
    offices = [an_office(code) for code in ("A", "B", "C")][:how_many]

    assert names([each.pk for each in offices]) == [(each.code, each.name) for each in offices]


def test_what_is_named_shapes_the_query(members):
    assert usernames("Ada", backwards=False) == ["aa", "bb"]
    assert usernames("Ada", backwards=True) == ["bb", "aa"]


def test_words_are_values_and_nothing_more(members):
    assert usernames("Ada' OR '1'='1", backwards=False) == []


def test_every_call_is_one_query_that_is_counted(members):
    office = members[0].posting.office_id

    with CaptureQueriesContext(connection) as queries:
        posted(office, clock.today())
        nobody(members[0].pk)

    assert len(queries) == 1


def test_a_past_answers_after_the_present_and_before_it():
    office = an_office("SUD")
    opened = clock.wall()
    with entry("office.renamed", by=System()):
        Office.objects.filter(code="SUD").update(name="Greater Sudbury")

    for _again in range(2):
        assert names([office.pk]) == [("SUD", "Greater Sudbury")]
        with as_of(opened):
            assert names([office.pk]) == [("SUD", "Office SUD")]


def says_a_day(member: UUID) -> QuerySet[Posting]:
    return Posting.objects.filter(member=member, starts_on__lte=TODAY)


def says_a_moment(member: UUID) -> QuerySet[Entry]:
    return Entry.objects.filter(by_id=member, recorded_at__lte=clock.wall())


def says_an_id_within(member: UUID) -> QuerySet[StaffMember]:
    postings = Posting.objects.filter(member=OuterRef("pk"), office=new_id())
    return StaffMember.objects.filter(Exists(postings), pk=member)


def leaves_one_out(member: UUID, moment: datetime) -> QuerySet[StaffMember]:
    return StaffMember.objects.filter(pk=member)


def changes_one(name: str) -> QuerySet[StaffMember]:
    return StaffMember.objects.filter(given_name__contains=name)


def asks_for_each(ids: Collection[UUID]) -> QuerySet[StaffMember]:
    return StaffMember.objects.filter(pk__in=ids)


def fetches_more(member: UUID) -> QuerySet[StaffMember]:
    return StaffMember.objects.filter(pk=member).prefetch_related("postings")


@pytest.mark.parametrize(
    ("ask", "values"),
    [
        (says_a_day, [new_id()]),
        (says_a_moment, [new_id()]),
        (says_an_id_within, [new_id()]),
        (leaves_one_out, [new_id(), clock.wall()]),
        (changes_one, ["Ada"]),
        (asks_for_each, [[new_id()]]),
        (fetches_more, [new_id()]),
        (posted.anew, [None, TODAY]),
    ],
)
def test_a_query_that_would_be_answered_for_other_values_is_refused(ask, values):
    with pytest.raises(NotComposable):
        composed_once(ask)(*values)
