"""What waits at a counter: for how long, what is missing, in which order, and for whose eyes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.cases.tests.factories import a_case, restricted
from throughcare.orders.commands import confirming, counter, expecting, papers
from throughcare.orders.models import Order, Paper
from throughcare.orders.queries.counter import expected_at, waiting_at, working_days_between
from throughcare.orders.tests.factories import PEACE, an_order, made
from throughcare.people.facts import BirthFacts, NameFacts, SpeechFacts
from throughcare.people.models import Person
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, an_office

TODAY = date(2026, 11, 26)
ONE = timedelta(days=1)
DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 12, 31))


def expect(office, by, name="Odile Brazeau", **said):
    usual = {} if said else {"sentenced_on": date(2026, 11, 23)}
    return expecting.expect_person(id=new_id(), office=office, name=name, by=by, **usual | said)


def a_paper(office, by, **said):
    usual = {"words": "1. Keep the peace."}
    return papers.keep_paper(id=new_id(), office=office, by=by, **usual | said)


def take_in(paper, by, conditions=(PEACE,), **whose):
    return counter.take_in_paper(
        id=new_id(),
        paper=paper,
        whose=counter.Whose(**whose),
        made=made(),
        conditions=conditions,
        by=by,
    )


def someone_new():
    name = NameFacts("LEGAL", "Brazeau", "Odile")
    return counter.NewPerson(new_id(), name, BirthFacts(1987), SpeechFacts())


@given(first=DAYS, more=st.integers(0, 60), then=st.integers(0, 60))
def test_working_days_add_up(first, more, then):
    between, last = first + ONE * more, first + ONE * (more + then)

    assert working_days_between(first, last) == (
        working_days_between(first, between) + working_days_between(between, last)
    )


@given(first=DAYS, count=st.integers(0, 120))
def test_there_are_never_more_working_days_than_weekdays(first, count):
    weekdays = sum((first + ONE * n).weekday() < 5 for n in range(1, count + 1))

    assert 0 <= working_days_between(first, first + ONE * count) <= weekdays


@given(first=DAYS, count=st.integers(0, 30))
def test_a_day_that_has_not_come_has_waited_for_nothing(first, count):
    assert working_days_between(first, first - ONE * count) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "since"),
    [
        ({"sentenced_on": date(2026, 11, 20)}, 4),
        ({"seen_on": date(2026, 11, 25)}, 1),
        ({"seen_on": TODAY}, 0),
        ({"sentenced_on": date(2026, 11, 24), "seen_on": date(2026, 11, 25)}, 2),
        ({"sentenced_on": date(2026, 11, 25), "seen_on": date(2026, 11, 24)}, 2),
    ],
    ids=["sentenced", "seen", "seen today", "sentenced, then seen", "seen, then sentenced"],
)
def test_a_line_waits_since_the_first_day_that_is_known(office, clerk, days, since):
    expect(office, clerk, **days)

    (line,) = expected_at(office, TODAY)
    assert line.days == since


@pytest.mark.django_db
def test_who_waits_longest_stands_first_and_then_by_name(office, clerk):
    expect(office, clerk, "Noé Gatien", seen_on=date(2026, 11, 25))
    expect(office, clerk, "Zoé Aubin", sentenced_on=date(2026, 11, 18))
    expect(office, clerk, "Alma Roy", seen_on=date(2026, 11, 25))

    names = [line.row.name for line in expected_at(office, TODAY)]
    assert names == ["Zoé Aubin", "Alma Roy", "Noé Gatien"]


@pytest.mark.django_db
@pytest.mark.parametrize("seen", [False, True], ids=["not seen", "seen"])
@pytest.mark.parametrize("paper", [False, True], ids=["no paper", "paper"])
def test_what_is_missing_is_named_until_nothing_is(office, clerk, case, seen, paper):
    line = expect(office, clerk)
    if seen:
        expecting.record_seen(expected=line, by=clerk)
    if paper:
        expecting.paper_arrived_for(expected=line, order=an_order(case, clerk), by=clerk)

    said = {
        (False, False): ["sentenced, not seen"],
        (True, False): ["seen, no paper"],
        (False, True): ["paper here, not seen"],
        (True, True): [],
    }
    assert [each.missing for each in expected_at(office, TODAY)] == said[(seen, paper)]


@pytest.mark.django_db
def test_each_office_has_its_own_counter(office, clerk, case):
    expect(office, clerk)
    a_paper(office, clerk)
    an_order(case, clerk)
    elsewhere = an_office()

    found = waiting_at(elsewhere, a_member("CLERK", office=elsewhere), TODAY)
    assert (found.expected, found.papers, found.held, found.to_confirm) == ([], [], [], [])


@pytest.mark.django_db
def test_papers_stand_apart_by_what_became_of_them(office, clerk, case):
    waits, held, aside, taken = (a_paper(office, clerk) for _each in range(4))
    papers.hold_paper(paper=held, held_as="YOUTH", whom_to_call="Youth justice", by=clerk)
    papers.set_paper_aside(paper=aside, reason="Blank", by=clerk)
    take_in(taken, clerk, case=case)

    found = waiting_at(office, clerk, TODAY)
    assert (found.papers, found.held) == ([waits], [held])


@pytest.mark.django_db
def test_orders_wait_by_the_day_they_were_received(office, clerk, case):
    days = [date(2026, 11, 2), date(2026, 9, 9), date(2026, 10, 1)]
    for number, day in enumerate(days):
        an_order(case, clerk, received_on=day, information_number=f"26-{number}")

    waiting = waiting_at(office, clerk, TODAY).to_confirm
    assert [order.received_on for order in waiting] == sorted(days)


@pytest.mark.django_db
def test_an_order_confirmed_waits_no_more(office, officer, case):
    order = an_order(case, officer)
    assert list(waiting_at(office, officer, TODAY).to_confirm) == [order]
    confirming.confirm_order(order=order, by=officer)

    assert waiting_at(office, officer, TODAY).to_confirm == []


@pytest.mark.django_db
def test_an_order_on_a_restricted_file_is_not_named_to_others(office, officer, clerk, case):
    order = an_order(case, officer)
    restricted(case, officer)

    assert waiting_at(office, clerk, TODAY).to_confirm == []
    assert waiting_at(office, officer, TODAY).to_confirm == [order]


@pytest.mark.django_db
def test_a_paper_of_nobody_is_refused_and_stays(office, clerk):
    with pytest.raises(counter.NobodyChosen) as refused:
        take_in(a_paper(office, clerk), clerk)

    assert str(refused.value) == "Choose whose order this is, or say that the person is new."
    assert refused.value.field == "person"
    assert Paper.objects.get().standing == "WAITS"


@pytest.mark.django_db
def test_what_is_refused_leaves_neither_person_nor_file(office, clerk, manager):
    paper = a_paper(office, clerk)
    papers.set_paper_aside(paper=paper, reason="Blank", by=clerk)

    with pytest.raises(papers.DecidedAlready):
        take_in(paper, clerk, new=someone_new())

    assert (Person.objects.count(), Order.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_someone_known_without_a_file_gets_one_held_by_whom_was_chosen(office, clerk, officer):
    person = a_person()
    order = counter.take_in_paper(
        id=new_id(),
        paper=a_paper(office, clerk),
        whose=counter.Whose(person=person),
        made=made(),
        conditions=(PEACE,),
        by=clerk,
        holder=officer,
    )

    held = order.case.assignments.get(ends_at=None)
    assert (order.person, held.holder, held.uncovered) == (person, officer, False)


@pytest.mark.django_db
def test_someone_known_with_an_open_file_keeps_it(office, clerk, officer):
    case = a_case(holder=officer)

    assert take_in(a_paper(office, clerk), clerk, person=case.person).case == case


@pytest.mark.django_db
def test_a_paper_taken_in_twice_is_the_first_order(office, clerk, case):
    paper = a_paper(office, clerk)
    first = take_in(paper, clerk, case=case)

    assert take_in(paper, clerk, new=someone_new()) == first
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_the_paper_ends_the_wait_of_someone_who_was_seen(office, clerk, case):
    line = expecting.record_seen(expected=expect(office, clerk), by=clerk)
    take_in(a_paper(office, clerk, expected=line), clerk, case=case)
    line.refresh_from_db()

    assert (line.ending, line.case, line.paper_on) == ("TAKEN_IN", case, date(2026, 9, 8))
