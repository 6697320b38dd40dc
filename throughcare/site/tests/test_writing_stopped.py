"""Where the record may not be written, people read on and are told why, in their language."""

import pytest
from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from throughcare.access import open_page
from throughcare.record.entries import System, WritingStopped, entry
from throughcare.site import urls as site_urls
from throughcare.staff.second_factors import KeyIsMissing

STOP = "INSERT INTO record_stop (since, why) VALUES (now(), 'NOT_THE_RECORD')"
AHEAD = (
    "INSERT INTO record_entry (seq, number, top, late, loaded, act, by_name, by_role, for_name,"
    " reason, request_id, recorded_at) VALUES (1, 1, 1, false, %s, 'a.b', '', '', '', '', '',"
    " now() + interval '1 day')"
)
pytestmark = pytest.mark.django_db(databases=["default", "owner"])


@open_page("A page for this test alone.")
def writes(request: HttpRequest) -> HttpResponse:
    with entry("a.b", by=System()):
        return HttpResponse("written")


@open_page("A page for this test alone.")
def seals(request: HttpRequest) -> HttpResponse:
    raise KeyIsMissing("The key is gone.")


urlpatterns = [
    *site_urls.urlpatterns,
    path("writes/", writes, name="writes"),
    path("seals/", seals, name="seals"),
]
handler404, handler500 = site_urls.handler404, site_urls.handler500
with_this = override_settings(ROOT_URLCONF=__name__)


@pytest.fixture
def stopped():
    with connections["default"].cursor() as cursor:
        cursor.execute(STOP)


def acted() -> None:
    with entry("a.b", by=System()):
        pass


def test_an_entry_is_refused_in_plain_words(stopped):
    with pytest.raises(WritingStopped, match="an older copy, or was changed"):
        acted()


def test_the_application_cannot_lift_a_stop(stopped):
    with (
        connections["default"].cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
    ):
        cursor.execute("UPDATE record_stop SET lifted_at = now()")


@with_this
@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Nothing can be written now"), ("fr", "Rien ne peut être consigné pour l’instant")],
)
def test_the_page_says_so_in_both_languages(client, stopped, language, title):
    client.cookies["throughcare_language"] = language

    answer = client.get("/writes/")

    assert answer.status_code == 503
    assert title in answer.content.decode()


@with_this
def test_a_secret_that_cannot_be_sealed_is_told_of_in_its_words(client):
    answer = client.get("/seals/")

    assert (answer.status_code, "The key is gone." in answer.text) == (503, True)


@with_this
def test_what_is_not_written_is_answered_as_ever(client):
    assert client.get("/writes/").content == b"written"


@pytest.fixture
def ahead():
    """Put the last entry a day ahead of the clock; say so by whether it was loaded."""

    def put(*, loaded: bool) -> None:
        with connections["owner"].cursor() as cursor:
            cursor.execute(AHEAD, [loaded])

    return put


def clock_is_right() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT record_clock_is_right()")


def test_a_clock_set_far_back_is_refused(ahead):
    ahead(loaded=False)

    with pytest.raises(DatabaseError, match="clock stands before the last entry"):
        clock_is_right()


def test_a_loaded_past_may_end_later_today(ahead):
    ahead(loaded=True)

    assert clock_is_right() is None
