"""Whatever is done to a file, in whatever order, it has one holder at every instant."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughcare import clock
from throughcare.cases.commands import closing, conflict, holding, opening, transfers
from throughcare.cases.models import Assignment, Case, Transfer
from throughcare.cases.tests.factories import a_case
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.record.queries import with_changes
from throughcare.refusal import Refused
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db
START = clock.now() - timedelta(days=60)
STEPS = st.tuples(
    st.sampled_from(["assign", "uncover", "propose", "accept", "refuse", "close", "reopen"]),
    st.integers(0, 3),
    st.booleans(),
)


class Office:
    """An office with a manager and two officers."""

    def __init__(self) -> None:
        self.office = an_office()
        self.manager = a_member("MANAGER", office=self.office)
        self.staff = [self.manager, *(a_member("OFFICER", office=self.office) for _ in range(2))]


class Life:
    """A file, and what was done to it step by step at moments that go forward."""

    def __init__(self, offices) -> None:
        self.offices = offices
        self.case = a_case(holder=offices[0].staff[1], happened_at=START)
        self.at = START

    def step(self, act, who, late):
        """Do one act; what is refused changes nothing. Say whether it was done."""
        self.case.refresh_from_db()
        here = next(each for each in self.offices if each.office == self.case.office)
        self.at += timedelta(hours=7)
        happened = {"happened_at": self.at} if late else {}
        try:
            getattr(self, act)(here, here.staff[who % 3], happened)
        except Refused:
            return False
        return True

    def assign(self, here, member, happened):
        holding.assign_officer(
            id=new_id(), case=self.case, holder=member, by=here.manager, **happened
        )

    def uncover(self, here, _member, happened):
        holding.mark_uncovered(
            id=new_id(), case=self.case, by=here.manager, reason="Vacant", **happened
        )

    def propose(self, here, member, _happened):
        other = next(each for each in self.offices if each is not here)
        transfers.propose_transfer(
            id=new_id(), case=self.case, to_office=other.office, summary="Moved", by=member
        )

    def waiting(self, here):
        found = Transfer.objects.filter(case=self.case).order_by("-proposed_at").first()
        if found is None:
            raise Refused("There is none.")
        return found, next(each for each in self.offices if each is not here)

    def accept(self, here, _member, _happened):
        transfer, other = self.waiting(here)
        transfers.accept_transfer(id=new_id(), transfer=transfer, by=other.manager)

    def refuse(self, here, _member, _happened):
        transfer, other = self.waiting(here)
        transfers.refuse_transfer(transfer=transfer, reason="No", by=other.manager)

    def close(self, here, _member, happened):
        closing.close_case(case=self.case, closing_words="Ended", by=here.manager, **happened)

    def reopen(self, here, _member, _happened):
        closing.reopen_case(case=self.case, reason="Wrong file", by=here.manager)


@pytest.fixture
def offices():
    return [Office(), Office()]


def check_whole(case):
    """Check that the holders of a file follow each other without a gap or an overlap."""
    case = Case.objects.get(pk=case.pk)
    spans = list(Assignment.objects.filter(case=case).order_by("starts_at"))
    assert [one.ends_at for one in spans[:-1]] == [next_one.starts_at for next_one in spans[1:]]
    assert all(one.starts_at < other.starts_at for one, other in pairwise(spans))
    assert (spans[-1].ends_at is None) is (case.closed_on is None)
    assert spans[0].starts_at == START


def replayed(case):
    """Return the holders of a file from the record alone: {assignment: (holder, its end)}."""
    found = {}
    for line in with_changes(Entry.objects.filter(case_id=case.pk).order_by("number")):
        for change in line.changes:
            if change.model is Assignment and change.field.name in ("holder", "ends_at"):
                row = found.setdefault(change.row_id, {"holder": None, "ends_at": None})
                row[change.field.name] = change.after
    return {pk: (row["holder"], row["ends_at"]) for pk, row in found.items()}


LIFE = settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@LIFE
@given(steps=st.lists(STEPS, min_size=1, max_size=9))
def test_an_open_file_has_one_holder_at_every_instant(offices, steps):
    life = Life(offices)

    for step in steps:
        life.step(*step)
        check_whole(life.case)


@LIFE
@given(steps=st.lists(STEPS, min_size=1, max_size=9))
def test_each_act_that_is_done_is_one_entry_and_a_refused_one_none(offices, steps):
    life = Life(offices)
    opened = Entry.objects.filter(case_id=life.case.pk).count()
    closed_twice = 0

    done = 0
    for act, who, late in steps:
        closed = Case.objects.get(pk=life.case.pk).closed_on is not None
        done += life.step(act, who, late)
        closed_twice += act == "close" and closed

    assert Entry.objects.filter(case_id=life.case.pk).count() == opened + done - closed_twice


@LIFE
@given(steps=st.lists(STEPS, min_size=1, max_size=9))
def test_the_record_replays_the_holders(offices, steps):
    life = Life(offices)
    for step in steps:
        life.step(*step)

    rows = Assignment.objects.filter(case=life.case)
    assert replayed(life.case) == {row.pk: (row.holder_id, row.ends_at) for row in rows}


@pytest.mark.parametrize(
    "acts",
    [
        ["assign", "uncover", "assign"],
        ["close", "reopen", "close", "reopen"],
        ["propose", "accept", "propose", "accept"],
        ["propose", "refuse", "propose", "accept", "close", "reopen"],
        ["uncover", "close", "reopen", "assign"],
    ],
    ids=" ".join,
)
def test_a_file_goes_through(offices, acts):
    life = Life(offices)

    assert [life.step(act, 2, False) for act in acts] == [True] * len(acts)
    check_whole(life.case)


def test_declaring_a_conflict_hands_over_without_a_gap(offices):
    life = Life(offices)

    conflict.declare_conflict(id=new_id(), case=life.case, words="A cousin", by=offices[0].staff[1])

    check_whole(life.case)
    assert life.case.assignments.get(ends_at=None).holder == offices[0].manager


def test_a_file_opened_uncovered_is_whole_from_its_first_instant(offices):
    office = offices[0]
    opened = opening.open_case(
        id=new_id(),
        person=Life(offices).case.person,
        kind="REPORT_ONLY",
        office=office.office,
        by=office.manager,
        happened_at=START,
    )

    check_whole(opened)
    assert opened.assignments.get().holder == office.manager
