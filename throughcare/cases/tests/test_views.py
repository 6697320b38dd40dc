"""The pages of files, through HTTP."""

import pytest
from django.urls import reverse

from throughcare.cases.tests.factories import a_case
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db
PAGES = ["file", "summary", "identity", "documents", "record"]


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def manager(client, office):
    member = a_member("MANAGER", office=office)
    signed_in(client, member)
    return member


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_file_opens(client, manager, office, name, language):
    case = a_case(office=office)
    client.cookies["throughcare_language"] = language

    answer = client.get(reverse(f"cases:{name}", args=[case.number]))

    assert answer.status_code == 200
    assert case.person.surname in answer.text
    assert f'lang="{language}"' in answer.text


ACTS = [
    "assign",
    "uncovered",
    "cover",
    "level",
    "away",
    "propose_transfer",
    "accept_transfer",
    "refuse_transfer",
    "restrict",
    "name_member",
    "lift",
    "conflict",
    "close",
    "reopen",
]


@pytest.mark.parametrize("name", ACTS)
def test_every_form_opens_and_says_what_is_missing(client, manager, office, name):
    case = a_case(office=office)
    url = reverse(f"cases:{name}", args=[case.number])

    assert client.get(url).status_code == 200


@pytest.mark.parametrize("name", ["list", "office", "cover_officer", "counts"])
def test_every_list_opens(client, manager, office, name):
    a_case(office=office)

    assert client.get(reverse(f"cases:{name}")).status_code == 200
