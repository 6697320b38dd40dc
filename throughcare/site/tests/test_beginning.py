"""An empty database gets its first office and its first administrator, once."""

import pytest

from throughcare.site.beginning import FirstOffice, HasBegun, begin
from throughcare.staff.models import Office, StaffMember

pytestmark = pytest.mark.django_db

SUDBURY = FirstOffice("SUD", "Sudbury", "Sudbury", "1 Elm St", "Sudbury")
ALINE = {"username": "landry", "given_name": "Aline", "surname": "Landry"}


def test_the_first_administrator_can_sign_in():
    password = begin(office=SUDBURY, **ALINE)

    member = StaffMember.objects.get()
    assert member.check_password(password)
    assert member.must_change_password
    assert (member.full_name, member.role, member.posting.office) == (
        "Aline Landry",
        "ADMINISTRATOR",
        Office.objects.get(code="SUD"),
    )


def test_an_office_begins_once():
    begin(office=SUDBURY, **ALINE)

    with pytest.raises(HasBegun, match="has begun already"):
        begin(office=SUDBURY, **ALINE)
    assert StaffMember.objects.count() == 1
