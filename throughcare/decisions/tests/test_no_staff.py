"""Not done: no staff. In bulk, dated, never for guarded work."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.decisions.commands import no_staff
from throughcare.decisions.commands.setting_aside import ReasonNotOffered, WordsMissing
from throughcare.decisions.models import NoStaff
from throughcare.decisions.tests.factories import mark, undone
from throughcare.people.commands.keeping import SentBefore
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(officer):
    return a_case(holder=officer, person=a_person(surname="Whiteduck"))


def test_one_reason_marks_many_lines_in_one_entry(case, other, manager):
    entries = Entry.objects.count()

    marked = mark(manager, undone(case), undone(other), undone(other, "standard:x:HOME"))

    assert Entry.objects.count() == entries + 1
    assert {row.batch for row in marked} == {marked[0].batch}
    assert {(row.case_id, row.requirement) for row in NoStaff.objects.all()} == {
        (case.pk, "standard:x:SEEN"),
        (other.pk, "standard:x:SEEN"),
        (other.pk, "standard:x:HOME"),
    }
    kept = Entry.objects.latest("number")
    assert (kept.act, kept.case_id) == ("decisions.no_staff_marked", None)


def test_lines_of_one_file_stand_in_its_record(case, manager):
    mark(manager, undone(case))

    kept = Entry.objects.latest("number")
    assert (kept.case_id, kept.person_id) == (case.pk, case.person_id)


def test_a_mark_is_dated_and_says_who(case, manager):
    row = mark(manager, undone(case, what="Seen twice a month"))[0]

    assert (row.decided_by, clock.day_of(row.decided_at)) == (manager, clock.today())
    assert (row.what, row.reason_code) == ("Seen twice a month", "VACANT_POST")


@pytest.mark.parametrize(
    ("requirement", "work"),
    [
        ("court:x:DATE", "court dates"),
        ("condition:x:NO_CONTACT:CHECK", "work for victims"),
        ("condition:x:PARTNER_ASSAULT_PROGRAM:ENROL", "domestic violence"),
        ("condition:x:SOIRA:NOTICE", "sexual offending"),
    ],
)
def test_guarded_work_is_refused_and_nothing_is_marked(case, other, manager, requirement, work):
    with pytest.raises(no_staff.GuardedWork, match=work) as refused:
        mark(manager, undone(other), undone(case, requirement))

    assert case.number in str(refused.value)
    assert not NoStaff.objects.exists()


def test_every_line_of_a_specialized_file_is_refused(case, other, manager):
    with pytest.raises(no_staff.GuardedWork, match=case.number):
        mark(manager, undone(other), undone(case), specialized=[case.pk])

    assert no_staff.refusal_of(undone(case), [case.pk]) == "specialized supervision"
    assert no_staff.refusal_of(undone(other), [case.pk]) == ""


def test_only_a_manager_marks(case, officer):
    with pytest.raises(no_staff.OnlyForManagers):
        mark(officer, undone(case))


def test_nothing_chosen_is_said(manager):
    with pytest.raises(no_staff.NothingToMark) as refused:
        mark(manager)

    assert refused.value.field == "lines"


def test_work_that_was_not_open_yet_is_refused(case, manager):
    tomorrow = clock.today() + timedelta(days=1)

    with pytest.raises(no_staff.NotOpenYet, match=case.number):
        mark(manager, undone(case, starts_on=tomorrow))


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"reason": "SICK"}, ReasonNotOffered),
        ({"reason": "EMERGENCY_DAY"}, WordsMissing),
    ],
)
def test_a_reason_of_its_own_list_is_asked(case, manager, said, refusal):
    with pytest.raises(refusal):
        mark(manager, undone(case), **said)


def test_the_same_sending_marks_once(case, other, manager):
    sent = new_id()
    lines = [undone(case), undone(other)]

    first, second = mark(manager, *lines, id=sent), mark(manager, *lines, id=sent)

    assert {row.pk for row in first} == {row.pk for row in second}
    assert NoStaff.objects.count() == 2
    with pytest.raises(SentBefore):
        mark(manager, lines[0], id=sent)


def test_a_line_marked_before_is_named(case, other, manager):
    mark(manager, undone(case))

    with pytest.raises(no_staff.MarkedAlready, match=case.number):
        mark(manager, undone(other), undone(case))

    after = clock.today() + timedelta(days=2)
    past = undone(case, starts_on=clock.today() - timedelta(days=3), ends_before=clock.today())
    assert mark(manager, past)[0].ends_before == clock.today()
    assert NoStaff.objects.filter(case=case, ends_before=after).count() == 1
