"""What holds of accounts and postings, whatever wrote them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from throughcare import clock
from throughcare.access import Permission
from throughcare.record.entries import System, entry
from throughcare.staff.models import Posting, StaffMember
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db


def test_a_member_has_the_role_and_office_of_the_posting_that_holds():
    office = an_office()
    member = a_member("CLERK", office=office)

    assert (member.role, member.office) == ("CLERK", office)
    assert member.may(Permission.OPEN_CASE)
    assert not member.may(Permission.ASSIGN_CASE)


def test_without_a_posting_nothing_is_allowed():
    member = a_member(since=date(2020, 1, 1), until=clock.today())

    assert (member.role, member.office, member.posting) == ("", None, None)
    assert not any(member.may(permission) for permission in Permission)


def test_the_posting_comes_with_the_account(django_assert_num_queries):
    office = an_office()
    known = a_member(office=office)

    with django_assert_num_queries(2):
        found = StaffMember.objects.with_posting(clock.today()).get(pk=known.pk)
        assert found.office == office


def test_two_postings_at_a_time_are_impossible():
    member = a_member()

    with pytest.raises(IntegrityError, match="one_posting_at_a_time"), transaction.atomic():
        _post_again(member)


def _post_again(member):
    with entry("staff.posted", by=System()):
        Posting.objects.create(
            member=member, office=an_office(), role="CLERK", starts_on=clock.today()
        )
