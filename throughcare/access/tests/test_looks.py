"""Who looked is written in the page's own transaction, or the page is not answered."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from throughcare.access import DataClass, Permission, Relation, Use, looks, page_for
from throughcare.access.guards import declaration_of
from throughcare.access.tests.test_guards import Member
from throughcare.record.looks import Look

pytestmark = pytest.mark.django_db
CASE, PERSON, OTHER = uuid4(), uuid4(), uuid4()


def declared(view, data_class=DataClass.CASE, use=Use.READ):
    """Return a view declared for whoever may see files."""
    declare = page_for(
        Permission.SEE_CASE, relation=Relation.OFFICE, data_class=data_class, use=use
    )
    return declare(view)


def asked(view, member=None, method="get"):
    request = getattr(RequestFactory(), method)("/")
    request.user = member or Member(frozenset({Permission.SEE_CASE}))
    return view(request)


def a_file(request):
    looks.shows_case(CASE, PERSON)
    looks.lists([PERSON, OTHER])
    looks.searches("roy")
    looks.says_why("A threat was heard")
    return HttpResponse("a file")


def test_a_page_says_who_saw_whom_and_why():
    member = Member(frozenset({Permission.SEE_CASE}))
    asked(declared(a_file, use=Use.PRINT), member)

    look = Look.objects.get()
    assert (look.by_id, look.by_name, look.by_role) == (member.id, "Alex Roy", "OFFICER")
    assert (look.case_id, look.person_id, look.people) == (CASE, PERSON, [OTHER])
    assert (look.page, look.method, look.use, look.data_class) == ("a_file", "GET", "print", "case")
    assert (look.words, look.reason, look.known_at) == ("roy", "A threat was heard", None)


@pytest.mark.parametrize("data_class", sorted(looks.PERSONAL - {DataClass.VICTIM}))
def test_every_personal_class_is_written_down(data_class):
    asked(declared(a_file, data_class))

    assert Look.objects.get().data_class == data_class


@pytest.mark.parametrize("data_class", sorted(set(DataClass) - looks.PERSONAL))
def test_what_shows_nobody_is_not_written_down(data_class):
    view = declared(a_file, data_class)
    asked(view)

    assert not declaration_of(view).is_personal
    assert not Look.objects.filter(data_class=data_class).exists()


def test_a_redirect_shows_nothing():
    def led_on(request):
        looks.shows_case(CASE, PERSON)
        return HttpResponseRedirect("/")

    asked(declared(led_on), method="post")

    assert not Look.objects.exists()


def test_a_refused_form_shows_the_file_again():
    asked(declared(lambda request: HttpResponse("a form", status=422)), method="post")

    assert Look.objects.get().method == "POST"


def test_the_first_file_is_what_a_page_is_about():
    def two(request):
        looks.shows_case(CASE, PERSON)
        looks.shows_case(uuid4(), OTHER)
        looks.shows_person(OTHER)
        return HttpResponse("two")

    asked(declared(two))

    assert (Look.objects.get().case_id, Look.objects.get().person_id) == (CASE, PERSON)


def test_a_page_inside_a_page_is_written_once():
    moment = datetime(2026, 3, 14, tzinfo=UTC)
    inner = declared(a_file, DataClass.HEALTH)

    def outer(request):
        looks.shows_a_past(moment, "cases:file")
        return inner(request)

    asked(declared(outer))

    look = Look.objects.get()
    assert (look.page, look.data_class, look.known_at) == ("cases:file", "health", moment)


def test_a_long_search_is_kept_in_part():
    def long_search(request):
        looks.searches("x" * 900)
        return HttpResponse("nobody")

    asked(declared(long_search))

    assert len(Look.objects.get().words) == looks.LONGEST


def test_what_cannot_be_written_down_is_not_answered():
    nameless = Member(frozenset({Permission.SEE_CASE}), full_name="x" * 201)

    with pytest.raises(DatabaseError), transaction.atomic():
        asked(declared(a_file), nameless)

    assert not Look.objects.exists()


def test_a_failed_page_leaves_nothing_open():
    def broken(request):
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"), transaction.atomic():
        asked(declared(broken))

    assert looks.is_outermost()


def test_outside_a_page_nothing_is_noted():
    looks.shows_case(CASE, PERSON)
    looks.shows_person(PERSON)
    looks.lists([OTHER])
    looks.searches("roy")
    looks.says_why("x")
    looks.shows_a_past(datetime(2026, 3, 14, tzinfo=UTC), "cases:file")

    assert looks.is_outermost()


def test_nobody_writes_a_look_in_anothers_name():
    asked(declared(a_file))
    noted = looks.Looking("cases:file", "GET", Use.READ, DataClass.CASE)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        looks.write(noted, Member())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_look SET reason = ''",
        "DELETE FROM record_look",
        "TRUNCATE record_look",
        "SELECT * FROM looked.rest",
        "DELETE FROM looked.rest",
    ],
)
def test_the_application_only_adds_to_the_log(statement):
    asked(declared(a_file))

    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def viewed_by(viewer):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('throughcare.viewer', %s, true)", [viewer])
    return Look.objects.count()


def test_without_a_viewer_the_log_is_empty():
    asked(declared(a_file))

    assert viewed_by(str(uuid4())) == 1
    assert viewed_by("") == 0


def test_a_look_at_a_victims_data_is_seen_by_who_looked_alone():
    member = Member(frozenset({Permission.SEE_CASE}))
    asked(declared(a_file, DataClass.VICTIM), member)

    assert viewed_by(str(member.id)) == 1
    assert viewed_by(str(uuid4())) == 0
