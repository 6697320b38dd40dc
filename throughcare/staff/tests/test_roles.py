"""The table of roles: what each may do, in one place to read and to change."""

import pytest

from throughcare.access import Permission
from throughcare.staff.homes import home_url_name
from throughcare.staff.models import StaffMember
from throughcare.staff.roles import IN_WORDS, ROLES

MAY = {
    "OFFICER": "own_day own_account find_person see_case open_case write_case transfer_case "
    "see_office keep_document confirm_order open_in_emergency",
    "MANAGER": "own_day own_account find_person see_case open_case write_case assign_case "
    "transfer_case restrict_case see_office run_office see_staff see_counts keep_document "
    "confirm_order approve_decision open_in_emergency review_looks ask_erasure approve_erasure",
    "CLERK": "own_account find_person see_case open_case write_case see_office keep_document",
    "COURT_LIAISON": "own_account find_person see_case open_case write_case see_office "
    "keep_document",
    "INSTITUTION_LIAISON": "own_account find_person see_case open_case write_case see_office "
    "keep_document",
    "FACILITATOR": "own_account find_person see_case",
    "REVIEWER": "own_account find_person see_case see_office see_counts review_looks",
    "ANALYST": "own_account see_counts",
    "TRAINEE": "own_day own_account find_person see_case write_case keep_document",
    "ADMINISTRATOR": "own_account see_staff manage_staff review_looks approve_erasure",
}


@pytest.mark.parametrize("code", ROLES)
def test_what_a_role_may_do(code):
    assert {str(each) for each in ROLES[code].permissions} == set(MAY[code].split())


def test_every_permission_has_words():
    assert set(IN_WORDS) == set(Permission)


@pytest.mark.parametrize("code", ROLES)
def test_every_role_is_described(code):
    role = ROLES[code]

    assert role.code == code
    assert str(role.name)
    assert str(role.description).endswith(".")


@pytest.mark.parametrize(
    ("code", "home"),
    [
        ("OFFICER", "today:today"),
        ("TRAINEE", "today:today"),
        ("CLERK", "cases:list"),
        ("MANAGER", "cases:office"),
        ("REVIEWER", "cases:list"),
        ("ANALYST", "cases:counts"),
        ("ADMINISTRATOR", "staff:list"),
    ],
)
def test_each_role_has_a_home(code, home, monkeypatch):
    monkeypatch.setattr(StaffMember, "role", code)

    assert home_url_name(StaffMember()) == home
