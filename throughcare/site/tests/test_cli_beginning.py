"""What a beginning leaves in the record, and that a refused one leaves nothing."""

import pytest

from throughcare import clock
from throughcare.record.models import Entry
from throughcare.site.beginning import FirstOffice, HasBegun, begin
from throughcare.staff.models import Office, Posting, StaffMember
from throughcare.staff.tests.factories import an_office

pytestmark = pytest.mark.django_db

TIMMINS = FirstOffice("TIM", "Timmins", "Timmins (fr)", "2 Oak St", "Timmins", "P4N 1A1")
ALINE = {"username": "landry", "given_name": "Aline", "surname": "Landry"}


@pytest.mark.parametrize("field", ["code", "name", "name_fr", "address", "city", "postal_code"])
def test_the_office_is_as_it_was_typed(field):
    begin(office=TIMMINS, **ALINE)

    assert getattr(Office.objects.get(), field) == getattr(TIMMINS, field)


def test_the_administrator_is_posted_there_from_today():
    begin(office=TIMMINS, **ALINE)

    posting = Posting.objects.get()
    assert (posting.role, posting.starts_on, posting.ends_before) == (
        "ADMINISTRATOR",
        clock.today(),
        None,
    )


def test_a_beginning_is_one_act_of_the_system():
    begin(office=TIMMINS, **ALINE)

    assert Entry.objects.order_by("seq").values_list("act", "by_id")[0] == (
        "staff.office_opened",
        None,
    )


def test_where_anything_is_recorded_nothing_begins():
    an_office("SUD")

    with pytest.raises(HasBegun):
        begin(office=TIMMINS, **ALINE)

    assert list(Office.objects.values_list("code", flat=True)) == ["SUD"]
    assert not StaffMember.objects.exists()
