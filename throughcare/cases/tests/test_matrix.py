"""Each act, each role: who may send what, and that a refused sending changes nothing."""

import pytest
from django.urls import reverse

from throughcare.access import Permission
from throughcare.cases.queries.holders import standing_assignment
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db

NEEDS = {
    "assign": Permission.ASSIGN_CASE,
    "uncovered": Permission.ASSIGN_CASE,
    "cover": Permission.ASSIGN_CASE,
    "level": Permission.WRITE_CASE,
    "away": Permission.WRITE_CASE,
    "propose_transfer": Permission.TRANSFER_CASE,
    "accept_transfer": Permission.TRANSFER_CASE,
    "refuse_transfer": Permission.TRANSFER_CASE,
    "restrict": Permission.RESTRICT_CASE,
    "name_member": Permission.RESTRICT_CASE,
    "lift": Permission.RESTRICT_CASE,
    "conflict": Permission.SEE_CASE,
    "close": Permission.WRITE_CASE,
    "reopen": Permission.WRITE_CASE,
}
# What every form asks for, so that nothing but the right to send it decides.
EVERYTHING = {
    "reason": "A reason",
    "since": "today",
    "words": "A cousin",
    "summary": "Moved",
    "closing_words": "Ended",
    "level": "HIGH",
    "kind": "CUSTODY",
    "starts_on": "today",
    "last_day": "2030-01-01",
    "source": "Police",
}


def entries():
    return Entry.objects.filter(act__startswith="cases.").count()


@pytest.mark.parametrize("role", ROLES)
def test_an_act_opens_to_the_roles_that_may_do_it(client, role):
    office = an_office()
    case = a_case(office=office)
    member = a_member(role, office=office)
    signed_in(client, member)
    sees = member.may(Permission.SEE_CASE) and role != "TRAINEE"

    for name, permission in NEEDS.items():
        answer = client.get(reverse(f"cases:{name}", args=[case.number]))
        expected = 200 if sees and member.may(permission) else 404
        assert answer.status_code == expected, name


@pytest.mark.parametrize("name", NEEDS)
@pytest.mark.parametrize("relation", ["other_office", "restricted", "conflict"])
def test_an_act_on_a_closed_file_is_absent_and_changes_nothing(client, name, relation):
    office = an_office()
    manager = a_member("MANAGER", office=office)
    case = a_case() if relation == "other_office" else a_case(office=office)
    if relation == "restricted":
        restricted(case)
    signed_in(client, manager)
    if relation == "conflict":
        url = reverse("cases:conflict", args=[case.number])
        client.post(url, {"id": str(new_id()), "words": "A cousin"})
    before, holder = entries(), standing_assignment(case).holder

    answer = client.post(
        reverse(f"cases:{name}", args=[case.number]),
        EVERYTHING | {"id": str(new_id()), "holder": str(manager.pk), "member": str(manager.pk)},
    )

    assert answer.status_code == 404
    assert (entries(), standing_assignment(case).holder) == (before, holder)


@pytest.mark.parametrize("name", sorted(NEEDS.keys() - {"accept_transfer"}))
def test_an_empty_form_says_what_is_missing(client, name):
    office = an_office()
    signed_in(client, a_member("MANAGER", office=office))
    case = a_case(office=office)
    before = entries()

    answer = client.post(reverse(f"cases:{name}", args=[case.number]), {})

    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.text
    assert entries() == before


@pytest.mark.parametrize("name", sorted(NEEDS))
def test_columns_that_no_form_offers_are_ignored(client, name):
    office = an_office()
    signed_in(client, a_member("MANAGER", office=office))
    case = a_case(office=office)
    other = a_case(office=office)
    smuggled = {
        "case": str(other.pk),
        "number": "C-1999-00001",
        "office": str(an_office().pk),
        "uncovered": "on",
        "lifted_at": "2020-01-01",
        "confirmed_by": str(standing_assignment(other).holder.pk),
    }

    client.post(reverse(f"cases:{name}", args=[case.number]), EVERYTHING | smuggled)

    number, at = case.number, case.office_id
    case.refresh_from_db()
    assert (case.number, case.office_id) == (number, at)
    assert other.assignments.count() == 1
    assert not other.restrictions.exists()
