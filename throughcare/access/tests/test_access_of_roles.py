"""Which permissions only read, which write, and that no role has more than its work asks."""

import pytest
from django.utils.translation import override

from throughcare.access.words import READING, DataClass, Permission, Relation
from throughcare.staff.homes import HOMES
from throughcare.staff.roles import IN_WORDS, ROLES

P = Permission
WRITERS = {
    P.OPEN_CASE: "OFFICER MANAGER CLERK COURT_LIAISON INSTITUTION_LIAISON",
    P.WRITE_CASE: "OFFICER MANAGER CLERK COURT_LIAISON INSTITUTION_LIAISON TRAINEE",
    P.ASSIGN_CASE: "MANAGER",
    P.TRANSFER_CASE: "OFFICER MANAGER",
    P.RESTRICT_CASE: "MANAGER",
    P.KEEP_DOCUMENT: "OFFICER MANAGER CLERK COURT_LIAISON INSTITUTION_LIAISON TRAINEE",
    P.APPROVE_DECISION: "MANAGER",
    P.CONFIRM_ORDER: "OFFICER MANAGER",
    P.RUN_OFFICE: "MANAGER",
    P.MANAGE_STAFF: "ADMINISTRATOR",
    P.OPEN_IN_EMERGENCY: "OFFICER MANAGER",
    P.REVIEW_LOOKS: "MANAGER REVIEWER ADMINISTRATOR",
    P.ASK_ERASURE: "MANAGER",
    P.APPROVE_ERASURE: "MANAGER ADMINISTRATOR",
}
READERS = {
    P.FIND_PERSON: set(ROLES) - {"ANALYST", "ADMINISTRATOR"},
    P.SEE_CASE: set(ROLES) - {"ANALYST", "ADMINISTRATOR"},
    P.OWN_ACCOUNT: set(ROLES),
    P.OWN_DAY: {"OFFICER", "MANAGER", "TRAINEE"},
    P.SEE_OFFICE: set(ROLES) - {"ANALYST", "ADMINISTRATOR", "FACILITATOR", "TRAINEE"},
    P.SEE_STAFF: {"MANAGER", "ADMINISTRATOR"},
    P.SEE_COUNTS: {"MANAGER", "REVIEWER", "ANALYST"},
}
REQUIRED = [
    (P.WRITE_CASE, P.SEE_CASE),
    (P.OPEN_CASE, P.FIND_PERSON),
    (P.ASSIGN_CASE, P.SEE_OFFICE),
    (P.TRANSFER_CASE, P.SEE_CASE),
    (P.RESTRICT_CASE, P.SEE_CASE),
    (P.KEEP_DOCUMENT, P.SEE_CASE),
    (P.CONFIRM_ORDER, P.WRITE_CASE),
    (P.APPROVE_DECISION, P.SEE_OFFICE),
    (P.MANAGE_STAFF, P.SEE_STAFF),
    (P.RUN_OFFICE, P.SEE_OFFICE),
    (P.OWN_DAY, P.SEE_CASE),
    (P.OPEN_IN_EMERGENCY, P.WRITE_CASE),
]


def who_may(permission):
    return {code for code, role in ROLES.items() if permission in role.permissions}


@pytest.mark.parametrize("permission", list(WRITERS), ids=str)
def test_who_may_write_what(permission):
    assert who_may(permission) == set(WRITERS[permission].split())


@pytest.mark.parametrize("permission", list(READERS), ids=str)
def test_who_may_read_what(permission):
    assert who_may(permission) == READERS[permission]


def test_every_permission_either_reads_or_writes():
    assert set(READERS) == READING
    assert set(WRITERS) == set(Permission) - READING


@pytest.mark.parametrize(("more", "less"), REQUIRED, ids=str)
def test_who_may_do_more_may_do_what_it_needs(more, less):
    assert who_may(more) <= who_may(less)


@pytest.mark.parametrize("role", ["FACILITATOR", "ANALYST"])
def test_a_role_that_only_reads_loses_nothing_in_the_past(role):
    assert ROLES[role].permissions <= READING


@pytest.mark.parametrize("role", ["ANALYST", "ADMINISTRATOR"])
def test_a_role_without_files_neither_holds_nor_sees_any(role):
    assert (ROLES[role].holds_cases, ROLES[role].sees_whole_office) == (False, False)
    assert not ROLES[role].permissions & {P.SEE_CASE, P.FIND_PERSON, P.SEE_OFFICE}


def test_only_officers_and_managers_hold_files():
    assert {code for code, role in ROLES.items() if role.holds_cases} == {"OFFICER", "MANAGER"}


def test_a_trainee_sees_their_own_files_only():
    sees = {code for code, role in ROLES.items() if role.sees_whole_office}

    assert who_may(P.SEE_CASE) - sees == {"TRAINEE"}


def test_the_day_of_a_role_starts_on_a_page_it_may_open():
    opens = {
        "cases:office": P.SEE_OFFICE,
        "cases:counts": P.SEE_COUNTS,
        "staff:list": P.SEE_STAFF,
        "today:today": P.OWN_DAY,
    }

    assert {role for role, home in HOMES.items() if role not in who_may(opens[home])} == set()


def test_a_role_without_a_home_of_its_own_may_see_the_list_of_files():
    assert set(ROLES) - set(HOMES) <= who_may(P.SEE_CASE)


@pytest.mark.parametrize("permission", list(Permission), ids=str)
def test_a_permission_is_a_sentence_of_its_own_in_each_language(permission):
    english = {each: str(words) for each, words in IN_WORDS.items()}
    with override("fr"):
        french = str(IN_WORDS[permission])

    assert list(english.values()).count(english[permission]) == 1
    assert french != english[permission]
    assert french[:1].isupper()


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (Relation, ["none", "office", "team", "mine"]),
        (DataClass, ["none", "case", "victim", "health", "staff", "sealed"]),
    ],
    ids=["relation", "data_class"],
)
def test_pages_declare_themselves_by_these_codes(words, codes):
    assert [each.value for each in words] == codes
