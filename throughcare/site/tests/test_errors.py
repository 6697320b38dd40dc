"""What is said when a page cannot be shown, in both languages and without a database."""

import pytest
from django.http import Http404, HttpRequest
from django.test import Client, override_settings
from django.urls import path

from throughcare.access import DataClass, Permission, Relation, open_page, page_for
from throughcare.site import urls as site_urls
from throughcare.staff.tests.factories import a_member, signed_in

NAME = "Étienne Lavallée"


@open_page("A page for this test alone.")
def breaks(request: HttpRequest, name: str):
    raise ValueError(f"{NAME} 555-0100")


@open_page("A page for this test alone.")
def gone(request: HttpRequest):
    raise Http404(NAME)


@page_for(Permission.MANAGE_STAFF, relation=Relation.NONE, data_class=DataClass.NONE)
def forbidden(request: HttpRequest):
    raise AssertionError("The guard lets nobody in here.")


urlpatterns = [
    *site_urls.urlpatterns,
    path("breaks/<str:name>/", breaks, name="breaks"),
    path("gone/", gone, name="gone"),
    path("forbidden/", forbidden, name="forbidden"),
]
handler400, handler403 = site_urls.handler400, site_urls.handler403
handler404, handler500 = site_urls.handler404, site_urls.handler500
with_these = override_settings(ROOT_URLCONF=__name__)


@pytest.fixture
def client():
    """A client that shows failures as a browser would."""
    return Client(raise_request_exception=False)


def text_of(answer):
    return " ".join(answer.content.decode().split())


@with_these
def test_a_failure_needs_no_database(client):
    answer = client.get("/breaks/x/")

    assert answer.status_code == 500
    assert "The page failed, and it is not your doing" in text_of(answer)
    assert f"reference {answer['X-Request-Id'][:8].upper()}" in text_of(answer)
    assert NAME not in text_of(answer)
    assert "<form" not in text_of(answer)


@with_these
def test_a_failure_speaks_the_language_of_the_cookie(client):
    client.cookies["throughcare_language"] = "fr"

    answer = client.get("/breaks/x/")

    assert '<html lang="fr"' in text_of(answer)
    assert answer["Content-Language"] == "fr"


@with_these
@pytest.mark.django_db
def test_a_forbidden_page_and_an_absent_page_answer_the_same(client):
    signed_in(client, a_member("OFFICER"))

    forbidden, absent, gone = (
        client.get(address) for address in ("/forbidden/", "/nothing-here/", "/gone/")
    )

    assert (forbidden.status_code, absent.status_code, gone.status_code) == (404, 404, 404)
    assert "No such page, or none that is open to you" in text_of(absent)
    pages = [
        text_of(answer).replace(address, "").replace(token_of(answer), "")
        for answer, address in [
            (forbidden, "/forbidden/"),
            (absent, "/nothing-here/"),
            (gone, "/gone/"),
        ]
    ]
    assert pages[0] == pages[1] == pages[2]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/cases/%00/", "/people/P-1%00/", "/people/%00/open/"])
def test_an_address_with_a_nul_is_an_absent_page(client, address):
    signed_in(client, a_member("CLERK"))

    answer = client.get(address)

    assert answer.status_code == 404
    assert "No such page, or none that is open to you" in text_of(answer)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "address", "allowed", "sentence"),
    [
        ("post", "/help/", "GET, HEAD", "This page is only read, and takes nothing"),
        ("put", "/cases/", "GET, HEAD", "This page is only read, and takes nothing"),
        ("get", "/language/", "POST", "There is nothing to read at this address"),
    ],
)
def test_what_an_address_does_not_take_is_said(client, method, address, allowed, sentence):
    signed_in(client, a_member("OFFICER"))

    answer = getattr(client, method)(address)

    assert (answer.status_code, answer["Allow"]) == (405, allowed)
    assert f'<h1 class="tc-title">{sentence}</h1>' in text_of(answer)


def token_of(answer):
    return answer.content.decode().partition('name="csrfmiddlewaretoken" value="')[2][:64]


@pytest.mark.django_db
def test_a_form_open_too_long_says_where_the_words_are():
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post("/language/", {"language": "fr"})

    assert answer.status_code == 403
    assert "Your words are still in the browser" in text_of(answer)


@pytest.mark.django_db
def test_a_request_that_is_not_understood(client):
    answer = client.get("/find/", headers={"host": "elsewhere.example"})

    assert answer.status_code == 400
    assert "This request was not understood" in text_of(answer)
