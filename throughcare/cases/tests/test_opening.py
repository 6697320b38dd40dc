"""A file opens with a holder and closes without one."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands import closing, opening, transfers
from throughcare.cases.models import Assignment, Case
from throughcare.cases.queries.holders import standing_assignment, standing_level
from throughcare.cases.supervised import SupervisedAlready
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.people.commands.keeping import SentBefore
from throughcare.people.tests.factories import a_person
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def manager(office):
    return a_member("MANAGER", office=office)


def open_file(person, by, **said):
    facts = {"id": new_id(), "kind": "SUPERVISION", "office": by.office}
    return opening.open_case(**facts | said, person=person, by=by)


def test_a_file_opens_with_number_holder_and_interim_standard(office):
    officer, person = a_member("OFFICER", office=office), a_person()

    case = open_file(person, officer, holder=officer)

    assert case.number.startswith(f"C-{clock.today().year}-")
    assert (case.person, case.office, case.opened_on) == (person, office, clock.today())
    held = standing_assignment(case)
    assert (held.holder, held.uncovered) == (officer, False)
    level = standing_level(case, clock.today())
    assert (level.level, level.interim_standard) == ("NOT_SET", "AS_MEDIUM")
    assert Entry.objects.get(case_id=case.pk).act == "cases.opened"


def test_without_a_holder_the_manager_holds_it_uncovered(office, manager):
    case = open_file(a_person(), a_member("CLERK", office=office))

    held = standing_assignment(case)
    assert (held.holder, held.uncovered) == (manager, True)


def test_a_report_has_no_level(office):
    officer = a_member("OFFICER", office=office)

    case = open_file(a_person(), officer, kind="REPORT_ONLY", holder=officer)

    assert standing_level(case, clock.today()) is None


def test_the_same_file_sent_twice_is_opened_once(office):
    officer, person, sent = a_member("OFFICER", office=office), a_person(), new_id()

    made = [open_file(person, officer, id=sent, holder=officer) for _ in range(2)]

    assert made[0] == made[1]
    assert Entry.objects.filter(act="cases.opened").count() == 1


def test_an_id_of_another_persons_file_is_refused(office):
    officer = a_member("OFFICER", office=office)
    case = open_file(a_person(), officer, holder=officer)

    with pytest.raises(SentBefore):
        open_file(a_person(), officer, id=case.pk, holder=officer)


def test_a_person_is_supervised_on_one_file(office):
    officer, person = a_member("OFFICER", office=office), a_person()
    case = open_file(person, officer, holder=officer)

    with pytest.raises(SupervisedAlready, match=case.number):
        open_file(person, officer, holder=officer)

    report = open_file(person, officer, holder=officer, kind="REPORT_ONLY")
    assert report != case


def test_a_file_one_may_not_see_is_not_spoken_of(office):
    case = a_case(office=office)
    restricted(case)
    clerk = a_member("OFFICER", office=office)

    second = open_file(case.person, clerk, holder=clerk)

    assert second.person == case.person


def test_a_file_opened_late_is_held_from_its_first_day(office):
    officer = a_member("OFFICER", office=office)
    then = clock.now() - timedelta(days=4)

    case = open_file(a_person(), officer, holder=officer, happened_at=then)

    assert case.opened_on == clock.day_of(then)
    assert standing_assignment(case).starts_at == then
    with pytest.raises(handover.NotYet):
        open_file(a_person(), officer, happened_at=clock.now() + timedelta(days=1))


def test_numbers_step_over_those_a_load_brought(office):
    officer = a_member("OFFICER", office=office)
    first = open_file(a_person(), officer, holder=officer)
    year, serial = first.number[:7], int(first.number[7:])
    with entry("cases.opened", by=officer):
        Case.objects.filter(pk=first.pk).update(number=f"{year}{serial + 1:05}")
    farther = open_file(a_person(), officer, holder=officer)
    with entry("cases.opened", by=officer):
        Case.objects.filter(pk=farther.pk).update(number=f"{year}{serial + 3:05}")

    assert open_file(a_person(), officer, holder=officer).number == f"{year}{serial + 4:05}"


def test_closing_ends_holder_and_level(office, manager):
    case = a_case(office=office)

    closed = closing.close_case(case=case, closing_words="Order ended", by=manager)
    again = closing.close_case(case=case, closing_words="Twice", by=manager)

    assert (closed.closed_on, again.closing_words) == (clock.today(), "Order ended")
    assert standing_assignment(case) is None
    assert standing_level(case, clock.today() + timedelta(days=1)) is None
    assert Entry.objects.filter(act="cases.closed").count() == 1


def test_closing_needs_words_and_no_waiting_transfer(office, manager):
    case = a_case(office=office)
    with pytest.raises(opening.WordsMissing):
        closing.close_case(case=case, closing_words=" ", by=manager)
    transfers.propose_transfer(
        id=new_id(), case=case, to_office=an_office(), summary="Moved", by=manager
    )

    with pytest.raises(opening.TransferWaits):
        closing.close_case(case=case, closing_words="Ended", by=manager)

    assert Case.objects.get(pk=case.pk).closed_on is None


def test_a_closing_by_mistake_is_taken_back_without_a_gap(office, manager):
    case = a_case(office=office)
    holder = standing_assignment(case).holder
    closing.close_case(case=case, closing_words="Wrong file", by=manager)

    closing.reopen_case(case=case, reason="Closed the wrong file", by=manager)

    assert standing_assignment(case).holder == holder
    assert Assignment.objects.filter(case=case).count() == 1
    assert standing_level(case, clock.today()).level == "NOT_SET"
    with pytest.raises(closing.NotClosed):
        closing.reopen_case(case=case, reason="Again", by=manager)
