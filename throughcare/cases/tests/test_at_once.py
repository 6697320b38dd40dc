"""What two people send in the same instant: one is done, the other is told why not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections
from psycopg.conninfo import conninfo_to_dict

from throughcare import clock
from throughcare.cases.commands import (
    away,
    conflict,
    covering,
    holding,
    levels,
    restriction,
    transfers,
)
from throughcare.cases.handover import ChangedMeanwhile
from throughcare.cases.models import (
    Assignment,
    Away,
    Conflict,
    Cover,
    LevelPeriod,
    Restriction,
    Transfer,
)
from throughcare.cases.queries.holders import standing_assignment
from throughcare.cases.tests.factories import a_case
from throughcare.people.commands import keeping
from throughcare.record.ids import new_id
from throughcare.refusal import Refused
from throughcare.staff.tests.factories import a_member, an_office

DAY = timedelta(days=1)


@pytest.fixture
def committed(own_database, django_db_setup, django_db_blocker):
    """A database of the test's own, where what one thread does is seen by the other."""
    settings = connections["default"].settings_dict
    before = dict(settings)
    connections["default"].close()
    given = conninfo_to_dict(own_database.app)
    settings.update(NAME=given["dbname"], USER=given["user"], PASSWORD=given["password"])
    with django_db_blocker.unblock():
        yield
        connections["default"].close()
    settings.update(before)


class Staff:
    """A file with its officer, its manager and a colleague, all committed."""

    def __init__(self) -> None:
        self.office = an_office()
        self.manager = a_member("MANAGER", office=self.office)
        self.officer, self.one, self.other = (
            a_member("OFFICER", office=self.office) for _ in range(3)
        )
        self.case = a_case(holder=self.officer, happened_at=clock.now() - 9 * DAY)


@pytest.fixture
def staff(committed):
    return Staff()


def at_once(*acts):
    """Return what became of each act: the name of its refusal, or "done"."""
    together = Barrier(len(acts))

    def sent(act):
        together.wait()
        try:
            act()
        except Refused as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as threads:
        return sorted(threads.map(sent, acts))


def cover(staff, member, **said):
    today = clock.today()
    facts = {"id": new_id(), "starts_on": today, "ends_before": today + 5 * DAY}
    return covering.cover_cases(**facts | said, covering=member, by=staff.manager)


def test_two_covers_of_one_officer(staff):
    found = at_once(
        lambda: cover(staff, staff.one, officer=staff.officer),
        lambda: cover(staff, staff.other, officer=staff.officer),
    )

    assert found == ["CoveredAlready", "done"]
    assert Cover.objects.count() == 1


def test_two_covers_of_one_file(staff):
    found = at_once(
        lambda: cover(staff, staff.one, cases=[staff.case]),
        lambda: cover(staff, staff.other, cases=[staff.case]),
    )

    assert found == ["CoveredAlready", "done"]
    assert Cover.objects.count() == 1


@pytest.mark.parametrize("of", ["officer", "case"])
def test_one_cover_sent_twice(staff, of):
    what = {"officer": staff.officer} if of == "officer" else {"cases": [staff.case]}
    sent = new_id()

    assert at_once(*[lambda: cover(staff, staff.one, id=sent, **what)] * 2) == ["done", "done"]
    assert Cover.objects.count() == 1


def test_two_files_covered_in_either_order_do_not_wait_for_each_other(staff):
    cases = [staff.case, a_case(holder=staff.officer)]

    found = at_once(
        lambda: cover(staff, staff.one, cases=cases),
        lambda: cover(staff, staff.other, cases=cases[::-1]),
    )

    assert found == ["CoveredAlready", "done"]
    assert Cover.objects.count() == 2


def test_two_assignments_from_what_both_saw(staff):
    seen = standing_assignment(staff.case).pk

    def assign(member):
        holding.assign_officer(
            id=new_id(), case=staff.case, holder=member, by=staff.manager, instead_of=seen
        )

    found = at_once(lambda: assign(staff.one), lambda: assign(staff.other))

    assert found == ["ChangedMeanwhile", "done"]
    assert Assignment.objects.filter(case=staff.case).count() == 2
    assert Assignment.objects.filter(case=staff.case, ends_at=None).count() == 1


def test_one_assignment_sent_twice(staff):
    sent = new_id()

    def assign():
        holding.assign_officer(id=sent, case=staff.case, holder=staff.one, by=staff.manager)

    assert at_once(assign, assign) == ["done", "done"]
    assert Assignment.objects.filter(case=staff.case).count() == 2


def test_two_levels_from_what_both_saw(staff):
    seen = LevelPeriod.objects.get(case=staff.case).pk

    def confirm(level):
        levels.set_level(
            id=new_id(),
            case=staff.case,
            level=level,
            reason="Assessment",
            by=staff.officer,
            instead_of=seen,
        )

    assert at_once(lambda: confirm("HIGH"), lambda: confirm("LOW")) == ["ChangedMeanwhile", "done"]
    assert LevelPeriod.objects.filter(case=staff.case, ends_before=None).count() == 1


def test_two_times_away_of_one_kind(staff):
    def go():
        away.record_away(
            id=new_id(),
            person=staff.case.person,
            kind="CUSTODY",
            starts_on=clock.today(),
            source="Police",
            by=staff.officer,
        )

    assert at_once(go, go) == ["AwayAlready", "done"]
    assert Away.objects.count() == 1


def test_two_transfers_of_one_file(staff):
    def propose(office):
        transfers.propose_transfer(
            id=new_id(), case=staff.case, to_office=office, summary="Moved", by=staff.officer
        )

    one, other = an_office(), an_office()

    assert at_once(lambda: propose(one), lambda: propose(other)) == ["TransferWaits", "done"]
    assert Transfer.objects.count() == 1


def test_two_restrictions_of_one_file(staff):
    def restrict():
        restriction.restrict_case(
            id=new_id(), case=staff.case, members=[], reason="Related", by=staff.manager
        )

    assert at_once(restrict, restrict) == ["RestrictedAlready", "done"]
    assert Restriction.objects.count() == 1


@pytest.mark.parametrize("about", ["case", "person"])
def test_one_conflict_declared_twice(staff, about):
    subject = {"case": staff.case} if about == "case" else {"person": staff.case.person}

    def declare():
        conflict.declare_conflict(id=new_id(), words="A cousin", by=staff.one, **subject)

    assert at_once(declare, declare) == ["done", "done"]
    assert Conflict.objects.count() == 1


@pytest.mark.parametrize(
    ("module", "check", "act", "refusal"),
    [
        pytest.param(
            covering,
            "_check_cover",
            lambda staff: [cover(staff, who, officer=staff.officer) for who in (staff.one,) * 2],
            covering.CoveredAlready,
            id="officer_has_one_cover_at_a_time",
        ),
        pytest.param(
            covering,
            "_check_cover",
            lambda staff: [cover(staff, who, cases=[staff.case]) for who in (staff.one,) * 2],
            covering.CoveredAlready,
            id="case_has_one_cover_at_a_time",
        ),
        pytest.param(
            away,
            "_check_not_away",
            lambda staff: [
                away.record_away(
                    id=new_id(),
                    person=staff.case.person,
                    kind="HOSPITAL",
                    starts_on=clock.today(),
                    source="x",
                    by=staff.officer,
                )
                for _ in range(2)
            ],
            away.AwayAlready,
            id="person_is_away_once_of_a_kind",
        ),
        pytest.param(
            levels,
            "_check_follows",
            lambda staff: [
                levels.set_level(
                    id=new_id(),
                    case=staff.case,
                    level="HIGH",
                    reason="x",
                    by=staff.officer,
                    starts_on=clock.today() - ago * DAY,
                )
                for ago in (1, 9, 30)
            ],
            levels.BeforeLastLevel,
            id="level_before_the_last",
        ),
    ],
)
def test_what_slips_past_a_check_is_refused_by_the_tables(
    db, monkeypatch, module, check, act, refusal
):
    monkeypatch.setattr(module, check, lambda *_given: None)

    with pytest.raises(refusal) as refused:
        act(Staff())

    assert refused.value.field == "starts_on"


def test_a_holder_who_begins_in_the_same_instant_is_refused(db):
    staff, sent = Staff(), clock.now()
    say = {"case": staff.case, "by": staff.manager, "happened_at": sent}
    holding.assign_officer(id=new_id(), holder=staff.one, **say)

    with pytest.raises(Refused, match="began to hold the file later"):
        holding.assign_officer(id=new_id(), holder=staff.other, **say)

    assert standing_assignment(staff.case).holder == staff.one


def test_a_breach_of_another_rule_is_a_bug_and_loud(db):
    staff = Staff()
    with (
        pytest.raises(Exception, match="nobody_covers_for_themselves"),
        keeping.refusing({"case_has_one_cover_at_a_time": ChangedMeanwhile("x")}),
    ):
        Cover.objects.create(
            officer=staff.one,
            covering=staff.one,
            starts_on=clock.today(),
            ends_before=clock.today() + DAY,
        )
