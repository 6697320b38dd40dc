"""Two members at one condition, direction or line: the second is told, nothing is overwritten."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.cases.handover import ChangedMeanwhile
from throughcare.orders.commands import asking, confirming, directing, expecting
from throughcare.orders.commands.holding import TakenOffAlready, said_codes, standing_mark
from throughcare.orders.making import CodeMade
from throughcare.orders.models import Correction, Query
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
CURFEW = [CodeMade("CURFEW", {"window": {"start": "22:00", "end": "06:00"}})]


@pytest.fixture
def order(case, officer):
    return an_order(case, officer)


@pytest.fixture
def other(office):
    return a_member("OFFICER", office=office, given_name="Idris", surname="Bello")


@pytest.fixture
def service(order):
    return condition_of(order, 2)


def seen(condition):
    """Return the mark that the page of whoever opened it carries."""
    return standing_mark(condition, said_codes(condition))


def means(condition):
    return [each["code"] for each in said_codes(condition)]


def test_a_changed_meaning_is_not_confirmed_by_who_saw_the_old_one(service, officer, other):
    old = seen(service)
    confirming.change_condition(condition=service, codes=CURFEW, by=officer, seen=old)

    with pytest.raises(ChangedMeanwhile):
        confirming.confirm_condition(condition=service, by=other, seen=old)
    assert means(service) == ["CURFEW"]


def test_a_changed_meaning_is_not_overwritten_by_who_saw_the_old_one(service, officer, other):
    old = seen(service)
    confirming.change_condition(condition=service, codes=CURFEW, by=officer, seen=old)

    with pytest.raises(ChangedMeanwhile):
        confirming.change_condition(condition=service, codes=[CodeMade("KPGB")], by=other, seen=old)
    assert means(service) == ["CURFEW"]
    assert Correction.objects.filter(condition=service).count() == 1


def test_who_saw_what_stands_now_may_change_it(service, officer, other):
    confirming.change_condition(condition=service, codes=CURFEW, by=officer, seen=seen(service))
    service.refresh_from_db()
    confirming.change_condition(
        condition=service, codes=[CodeMade("KPGB")], by=other, seen=seen(service)
    )

    assert means(service) == ["KPGB"]


def test_two_who_confirm_the_same_meaning_agree_and_it_is_one_act(service, officer, other):
    old = seen(service)
    for member in (officer, other):
        confirming.confirm_condition(condition=service, by=member, seen=old)

    assert Entry.objects.filter(act="orders.condition_confirmed").count() == 1
    assert service.codes.get().confirmed_by == officer


def test_a_condition_taken_off_is_not_revived(service, officer, other):
    confirming.withdraw_condition(condition=service, reason="Recited", by=officer)

    with pytest.raises(TakenOffAlready):
        confirming.confirm_condition(condition=service, by=other)
    service.refresh_from_db()
    assert service.standing == "withdrawn"


@pytest.mark.parametrize(
    "act",
    [
        lambda one, by: confirming.change_condition(condition=one, codes=CURFEW, by=by),
        lambda one, by: confirming.mark_unclear(condition=one, doubt="Which?", by=by),
        lambda one, by: asking.ask_query(
            id=new_id(), order=one.order, condition=one, to="CROWN", words="Which?", by=by
        ),
    ],
)
def test_nothing_is_decided_about_what_was_taken_off(service, officer, other, act):
    confirming.withdraw_condition(condition=service, reason="Recited", by=officer)

    with pytest.raises(TakenOffAlready):
        act(service, other)
    assert not Query.objects.exists()


def test_a_query_is_not_asked_about_what_was_confirmed_meanwhile(service, officer, other):
    old = seen(service)
    confirming.confirm_condition(condition=service, by=officer)

    with pytest.raises(ChangedMeanwhile):
        asking.ask_query(
            id=new_id(),
            order=service.order,
            condition=service,
            to="CROWN",
            words="Which?",
            by=other,
            seen=old,
        )
    service.refresh_from_db()
    assert service.standing == "confirmed"


def test_a_condition_confirmed_meanwhile_is_not_taken_off(service, officer, other):
    old = seen(service)
    confirming.confirm_condition(condition=service, by=officer)

    with pytest.raises(ChangedMeanwhile):
        confirming.withdraw_condition(condition=service, reason="Recited", by=other, seen=old)


def test_the_mark_is_another_for_each_standing_and_meaning(service, officer):
    marks = [seen(service)]
    confirming.mark_unclear(condition=service, doubt="Which?", by=officer)
    service.refresh_from_db()
    marks.append(seen(service))
    confirming.change_condition(condition=service, codes=CURFEW, by=officer)
    service.refresh_from_db()
    marks.append(seen(service))

    assert len(set(marks)) == 3
    assert seen(service) == marks[-1]


@pytest.mark.parametrize("act", ["confirm", "ask", "none"])
def test_the_page_of_the_second_says_so_and_shows_what_stands(client, order, officer, other, act):
    service = condition_of(order, 2)
    sent = {
        "act": act,
        "condition": service.pk,
        "seen": seen(service),
        "reason": "Recited",
        "c2-keep_KPGB": "on",
        "q2-to": "CROWN",
        "q2-words": "Which?",
    }
    confirming.change_condition(condition=service, codes=CURFEW, by=officer)
    signed_in(client, other)
    answer = client.post(reverse("orders:order", args=[order.case.number, order.pk]), sent)

    assert answer.status_code == 422
    assert "Someone changed this since you opened the page." in plain(answer.text)
    assert means(service) == ["CURFEW"]


def test_the_query_form_sent_twice_is_one_query(client, order, officer):
    service = condition_of(order, 2)
    sent = {
        "act": "ask",
        "condition": service.pk,
        "seen": seen(service),
        "q2-id": str(new_id()),
        "q2-to": "CROWN",
        "q2-words": "Which shop?",
    }
    signed_in(client, officer)
    address = reverse("orders:order", args=[order.case.number, order.pk])

    assert [client.post(address, sent).status_code for _time in range(2)] == [302, 302]
    assert Query.objects.count() == 1


def test_taking_a_condition_off_twice_leads_back_twice(client, order, officer):
    service = condition_of(order, 2)
    sent = {"act": "none", "condition": service.pk, "seen": seen(service), "reason": "Recited"}
    signed_in(client, officer)
    address = reverse("orders:order", args=[order.case.number, order.pk])

    assert [client.post(address, sent).status_code for _time in range(2)] == [302, 302]
    assert Correction.objects.filter(condition=service).count() == 1


def test_the_page_carries_the_mark_of_what_it_shows(client, order, officer):
    signed_in(client, officer)
    answer = client.get(reverse("orders:order", args=[order.case.number, order.pk]) + "?open=2")

    assert f'name="seen" value="{seen(condition_of(order, 2))}"' in answer.text


@pytest.fixture
def direction(case, officer):
    return a_direction(case, officer, given_at=clock.now() - timedelta(days=3))


def test_a_second_day_on_which_a_direction_was_followed_is_told(direction, officer, other):
    directing.record_direction_met(direction=direction, on=TODAY, by=officer)

    with pytest.raises(directing.MetAlready) as told:
        directing.record_direction_met(direction=direction, on=date(2026, 11, 25), by=other)
    assert plain(told.value) == (
        "It is on file that this direction was followed on 26 Nov 2026. Nothing was changed."
    )


def test_a_direction_is_not_followed_before_it_was_given(direction, officer):
    with pytest.raises(directing.MetBeforeGiven) as told:
        directing.record_direction_met(direction=direction, on=date(2026, 11, 22), by=officer)

    assert told.value.field == "on"


def test_the_day_a_direction_was_given_counts(direction, officer):
    met = directing.record_direction_met(direction=direction, on=date(2026, 11, 23), by=officer)

    assert met.met_on == date(2026, 11, 23)


@pytest.fixture
def line(office, clerk):
    return expecting.expect_person(
        id=new_id(), office=office, name="Odile Brazeau", by=clerk, sentenced_on=date(2026, 11, 23)
    )


def test_two_at_the_counter_say_two_days(line, clerk, officer):
    expecting.record_seen(expected=line, by=clerk, on=TODAY)

    with pytest.raises(expecting.SeenAlready):
        expecting.record_seen(expected=line, by=officer, on=date(2026, 11, 25))
    line.refresh_from_db()
    assert line.seen_on == TODAY


def test_the_wait_is_over_when_the_person_comes_after_the_paper(line, clerk, case, order):
    expecting.paper_arrived_for(expected=line, order=order, by=clerk)
    ended = expecting.record_seen(expected=line, by=clerk, on=TODAY)

    assert ended.ending == "TAKEN_IN"
