"""A page is guarded by what it declares; whoever may not see it learns nothing."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from throughcare.access import DataClass, Permission, Relation, open_page, page_for
from throughcare.access.guards import Declaration, declaration_of, set_viewer


@dataclass
class Member:
    """Someone who looks, with the permissions that the test gives."""

    may_do: frozenset[Permission] = frozenset()
    is_authenticated: bool = True
    id: UUID = field(default_factory=uuid4)
    full_name: str = "Alex Roy"
    role: str = "OFFICER"

    def may(self, permission: Permission) -> bool:
        return permission in self.may_do


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
def a_page(request: HttpRequest, number: str = "") -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('throughcare.viewer', true)")
        return HttpResponse(f"{cursor.fetchone()[0]} {number}".strip())


@open_page("A monitor asks.")
def an_open_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("alive")


def asked(member: Member) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = member
    return request


def test_a_page_keeps_what_it_declared():
    assert declaration_of(a_page) == Declaration(
        Permission.SEE_CASE, Relation.OFFICE, DataClass.CASE
    )


def test_an_open_page_says_why_it_is_open():
    assert declaration_of(an_open_page) == Declaration(
        None, Relation.NONE, DataClass.NONE, "A monitor asks."
    )


def test_a_view_that_declares_nothing_has_no_declaration():
    def silent(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert declaration_of(silent) is None


def test_a_guarded_view_keeps_its_name_for_the_logs():
    assert (a_page.__name__, an_open_page.__name__) == ("a_page", "an_open_page")


@pytest.mark.django_db
def test_the_database_knows_who_looks():
    member = Member(frozenset({Permission.SEE_CASE}))

    response = a_page(asked(member), number="C-1")

    assert response.content.decode() == f"{member.id} C-1"


@pytest.mark.parametrize(
    "member",
    [
        pytest.param(Member(), id="no_permission_at_all"),
        pytest.param(Member(frozenset(Permission) - {Permission.SEE_CASE}), id="all_but_this_one"),
        pytest.param(
            Member(frozenset({Permission.SEE_CASE}), is_authenticated=False), id="not_signed_in"
        ),
    ],
)
def test_whoever_may_not_see_it_is_told_it_is_not_there(member):
    with pytest.raises(Http404) as refused:
        a_page(asked(member))

    assert str(refused.value) == ""


def test_an_open_page_is_for_everyone():
    assert an_open_page(asked(Member(is_authenticated=False))).content == b"alive"


@pytest.mark.django_db(transaction=False)
def test_the_viewer_is_forgotten_with_the_transaction(own_database):

    with psycopg.connect(own_database.app) as first:
        first.execute("SELECT set_config('throughcare.viewer', 'someone', true)")
        first.commit()
        left = first.execute("SELECT current_setting('throughcare.viewer', true)").fetchone()

    assert left == ("",)


@pytest.mark.django_db
def test_a_later_viewer_takes_the_place_of_the_one_before():
    first, second = uuid4(), uuid4()
    set_viewer(first)
    set_viewer(second)

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('throughcare.viewer')")
        assert cursor.fetchone() == (str(second),)


@pytest.mark.parametrize("words", [Permission, Relation, DataClass])
def test_codes_are_lower_case_and_differ(words):
    codes = [each.value for each in words]

    assert len(set(codes)) == len(codes)
    assert codes == [each.name.lower() for each in words]
