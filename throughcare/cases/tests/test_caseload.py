"""Lists of files, the office and its officers: what stands in them, and how often they ask."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.commands import away, covering, holding, levels, transfers
from throughcare.cases.queries import caseload, my_cases
from throughcare.cases.queries.caseloads import caseloads, covers_of_office, file_covers
from throughcare.cases.queries.file import state_of, whereabouts
from throughcare.cases.queries.holders import (
    conflicted_ids,
    cover_of,
    manager_for,
    may_hold,
    roles_that_may,
    staff_of,
    standing_level,
)
from throughcare.cases.queries.office import restricted_files, waiting_transfers
from throughcare.cases.queries.past import aways_of, held_by, levels_of, transfers_of
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.people.tests.factories import a_person, an_address
from throughcare.record.ids import new_id
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def cover(manager, member, days=3, ahead=0, **what):
    first = clock.today() + ahead * DAY
    return covering.cover_cases(
        id=new_id(),
        covering=member,
        starts_on=first,
        ends_before=first + days * DAY,
        by=manager,
        **what,
    )


def lines(member, scope="office"):
    files = caseload.cases_of(member, scope, clock.today()).order_by("number")
    return caseload.case_lines(files, clock.today())


@pytest.mark.parametrize(
    ("role", "asked", "scope"),
    [
        ("OFFICER", "", "mine"),
        ("OFFICER", "office", "office"),
        ("OFFICER", "all", "mine"),
        ("MANAGER", "", "mine"),
        ("MANAGER", "office", "office"),
        ("CLERK", "", "office"),
        ("CLERK", "mine", "mine"),
        ("CLERK", "nonsense", "office"),
        ("TRAINEE", "office", "mine"),
        ("ANALYST", "office", "mine"),
        ("", "office", "mine"),
    ],
)
def test_whose_files_are_listed(role, asked, scope):
    assert caseload.scope_of(a_member(role), asked) == scope


def test_a_line_says_how_a_file_stands(case, officer, colleague, manager, there):
    levels.set_level(id=new_id(), case=case, level="HIGH", reason="Assessment", by=officer)
    since = clock.today() - 2 * DAY
    away.record_away(
        id=new_id(), person=case.person, kind="CUSTODY", starts_on=since, source="x", by=officer
    )
    transfers.propose_transfer(
        id=new_id(), case=case, to_office=there.office, summary="Moved", by=officer
    )
    cover(manager, colleague, cases=[case])

    [line] = lines(manager)

    assert (line.number, line.holder, line.covered_by) == (case.number, "A. Okafor", "J. Roy")
    assert (line.level, line.uncovered) == ("HIGH", False)
    assert ([str(each) for each in line.away], line.away_since) == (["Custody"], since)
    assert (line.transfer_to, line.french) == (there.office, False)


def test_a_cover_of_the_file_goes_before_the_officers(case, officer, colleague, manager):
    cover(manager, manager, officer=officer)
    assert [line.covered_by for line in lines(manager)] == ["L. Tremblay"]

    cover(manager, colleague, cases=[case])

    assert [line.covered_by for line in lines(manager)] == ["J. Roy"]
    assert cover_of(case, officer, clock.today()).covering == colleague
    assert cover_of(case, officer, clock.today() + 3 * DAY) is None


def test_an_uncovered_line_is_held_by_the_manager(case, manager):
    holding.mark_uncovered(id=new_id(), case=case, by=manager, reason="Vacant")

    [line] = lines(manager)

    assert (line.holder, line.uncovered) == ("L. Tremblay", True)


@pytest.mark.parametrize(
    ("said", "french"),
    [
        ({}, False),
        ({"spoken_language": "fr"}, True),
        ({"spoken_language": "en"}, False),
        ({"spoken_language": "cr"}, False),
    ],
    ids=["unasked", "speaks_french", "speaks_english", "speaks_cree"],
)
def test_who_is_served_in_french(officer, said, french):
    a_case(holder=officer, person=a_person(**said))

    assert [line.french for line in lines(officer)] == [french]


@pytest.fixture
def busy(office, officer, colleague, manager):
    """Four files of one office: plain, high, uncovered, away and in French."""
    plain, high, uncovered = (a_case(holder=officer) for _ in range(3))
    french = a_case(holder=colleague, person=a_person(spoken_language="fr"))
    levels.set_level(id=new_id(), case=high, level="VERY_HIGH", reason="x", by=officer)
    holding.mark_uncovered(id=new_id(), case=uncovered, by=manager, reason="Vacant")
    away.record_away(
        id=new_id(),
        person=french.person,
        kind="HOSPITAL",
        starts_on=clock.today(),
        source="x",
        by=colleague,
    )
    cover(manager, officer, cases=[french])
    return {"plain": plain, "high": high, "uncovered": uncovered, "french": french}


FILTERS = {
    "all": {"plain", "high", "uncovered", "french"},
    "high": {"high"},
    "french": {"french"},
    "uncovered": {"uncovered"},
    "covered": {"french"},
    "away": {"french"},
}


@pytest.mark.parametrize("code", FILTERS)
def test_a_filter_keeps_its_files(busy, officer, code):
    today = clock.today()
    kept = caseload.filters_of(officer, today)[code][1]

    found = set(caseload.cases_of(officer, "office", today).filter(kept))

    assert found == {busy[name] for name in FILTERS[code]}


@pytest.mark.parametrize("scope", ["mine", "office"])
def test_covered_files_are_the_same_among_ones_own_and_the_offices(busy, officer, scope):
    today = clock.today()
    kept = caseload.filters_of(officer, today, scope)["covered"][1]

    assert set(caseload.cases_of(officer, scope, today).filter(kept)) == {busy["french"]}


def test_filters_are_counted_in_one_query(busy, officer, django_assert_num_queries):
    today = clock.today()

    with django_assert_num_queries(1):
        counted = caseload.counted_filters(officer, today, chosen="high")

    assert {each.code: each.count for each in counted} == {
        code: len(names) for code, names in FILTERS.items()
    }
    assert [each.code for each in counted if each.current] == ["high"]


@pytest.mark.parametrize("scope", ["mine", "office"])
def test_a_member_who_sees_no_file_counts_none(busy, scope):
    administrator = a_member("ADMINISTRATOR")

    counted = caseload.counted_filters(administrator, clock.today(), chosen="all", scope=scope)

    assert [each.count for each in counted] == [0] * len(FILTERS)


def test_filters_speak_french(officer):
    with translation.override("fr"):
        words = {
            code: str(each[0]) for code, each in caseload.filters_of(officer, clock.today()).items()
        }

    assert words["all"] == "Tous"
    assert len(set(words.values())) == len(FILTERS)


@pytest.mark.parametrize("count", [1, 3])
def test_lines_ask_as_often_for_one_as_for_three(officer, count, django_assert_num_queries):
    for _ in range(count):
        a_case(holder=officer)
    files = my_cases(officer, clock.today())

    with django_assert_num_queries(7):
        assert len(caseload.case_lines(files, clock.today())) == count


def test_an_office_lists_its_officers_with_their_files(busy, manager, officer, colleague):
    cover(manager, manager, officer=colleague)

    found = [
        (each.name, each.files, each.high, each.covered_by)
        for each in caseloads(manager, clock.today())
    ]

    assert found == [
        ("Okafor, Adaeze", 2, 1, ""),
        ("Roy, Julie", 1, 0, "L. Tremblay"),
        ("Tremblay, Louise", 0, 0, ""),
    ]


def test_a_restricted_file_counts_for_nobody_who_may_not_see_it(case, manager, officer):
    restricted(case)

    assert [each.files for each in caseloads(manager, clock.today())] == [0, 0]
    assert restricted_files(manager, clock.today()) == []
    assert [number for number, _name in restricted_files(officer, clock.today())] == [case.number]


def test_covers_of_an_office_stand_soonest_first(manager, officer, colleague):
    later = cover(manager, colleague, ahead=9, officer=officer)
    sooner = cover(manager, officer, officer=colleague)

    assert covers_of_office(manager, clock.today()) == sooner + later
    assert covers_of_office(manager, clock.today() + 4 * DAY) == later


def test_covers_file_by_file_are_counted_by_holder(manager, officer, colleague):
    cover(manager, colleague, cases=[a_case(holder=officer) for _ in range(3)])
    cover(manager, manager, cases=[a_case(holder=officer)])

    found = [(each.covering, each.files) for each in file_covers(manager, clock.today())]

    assert found == [("Julie Roy", 3), ("Louise Tremblay", 1)]


def test_transfers_wait_at_both_offices_and_nowhere_else(case, manager, officer, there):
    transfers.propose_transfer(
        id=new_id(), case=case, to_office=there.office, summary="Moved", by=officer
    )

    today = clock.today()
    assert [each.number for each in waiting_transfers(manager, today)] == [case.number]
    assert [each.number for each in waiting_transfers(there, today)] == [case.number]
    assert waiting_transfers(a_member("MANAGER"), today) == []


@pytest.mark.parametrize("ask", [caseloads, covers_of_office], ids=lambda ask: ask.__name__)
def test_without_an_office_there_is_nothing(ask):
    assert ask(a_member(role=""), clock.today()) == []


def test_the_state_of_a_file_is_read_when_it_is_asked(case, officer, django_assert_num_queries):
    with django_assert_num_queries(0):
        state = state_of(case, officer, clock.today())

    with django_assert_num_queries(7):
        assert (state.held.holder, state.own, state.left) == (officer, True, False)
        assert (state.cover, state.away, state.transfer) == (None, [], None)
        assert (state.restriction, state.interim.code) == (None, "AS_MEDIUM")
    with django_assert_num_queries(0):
        assert state.level is state.been.levels[0]


def test_who_covers_a_file_has_it_as_their_own(case, manager, colleague):
    assert state_of(case, colleague, clock.today()).own is False

    cover(manager, colleague, cases=[case])

    assert state_of(case, colleague, clock.today()).own is True


@pytest.mark.parametrize("read", [held_by, levels_of, aways_of, transfers_of])
def test_a_past_is_read_in_one_query(case, read, django_assert_num_queries):
    with django_assert_num_queries(1):
        read(case.pk)


def test_a_past_stands_newest_first(case, officer, colleague, manager):
    holding.assign_officer(id=new_id(), case=case, holder=colleague, by=manager)
    levels.set_level(id=new_id(), case=case, level="LOW", reason="x", by=colleague)

    assert [each.holder for each in held_by(case.pk)] == [colleague, officer]
    assert [each.level for each in levels_of(case.pk)] == ["LOW", "NOT_SET"]


def test_where_a_person_is_reached(case, django_assert_num_queries):
    address = an_address(case.person)

    with django_assert_num_queries(2):
        found = whereabouts(case, clock.today())

    assert (found.addresses, found.phones) == ([address], [])


def test_staff_of_an_office_stand_by_name(office, manager, officer, colleague):
    a_member("OFFICER", office=office, until=clock.today())
    a_member("OFFICER", office=an_office())

    assert list(staff_of(office, clock.today())) == [officer, colleague, manager]
    assert list(staff_of(office, clock.today(), roles=["MANAGER"])) == [manager]
    assert list(staff_of(office, clock.today(), roles=[])) == []


def test_who_declared_a_conflict_may_not_hold(case, manager, officer, colleague):
    assert may_hold(case, clock.today()) == [officer, colleague, manager]

    a_conflict(case, colleague)

    assert conflicted_ids(case) == {colleague.pk}
    assert may_hold(case, clock.today()) == [officer, manager]


def test_the_manager_who_holds_has_no_conflict(case, manager, office):
    assert manager_for(case, clock.today()) == manager
    a_conflict(case, manager)
    assert manager_for(case, clock.today()) is None

    second = a_member("MANAGER", office=office)

    assert manager_for(case, clock.today()) == second


def test_roles_are_found_by_what_they_allow():
    for permission in {each for role in ROLES.values() for each in role.permissions}:
        assert roles_that_may(permission) == [
            code for code, role in ROLES.items() if permission in role.permissions
        ]


def test_the_level_of_a_day_is_the_one_that_stood_then(case, officer):
    levels.set_level(
        id=new_id(),
        case=case,
        level="LOW",
        reason="x",
        by=officer,
        starts_on=clock.today() - 2 * DAY,
    )

    found = [standing_level(case, clock.today() - ago * DAY).level for ago in (0, 2, 3)]

    assert found == ["LOW", "LOW", "NOT_SET"]
    assert standing_level(case, clock.today() - 30 * DAY) is None
