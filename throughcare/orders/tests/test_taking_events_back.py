"""What was recorded of an order by mistake is taken back on its page; both stay, days are anew."""

from datetime import date

import pytest
from django.urls import reverse

from throughcare.cases.commands.closing import close_case
from throughcare.orders.commands import events
from throughcare.orders.models import EventKind, OrderEvent
from throughcare.orders.queries import terms_of
from throughcare.orders.tests.factories import an_order
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
REASON = "Another person’s order"


@pytest.fixture
def order(case, officer):
    return an_order(case, officer)


@pytest.fixture
def record(order, officer):
    """Record something done to the order on a day of November."""

    def recorded(kind, day=2, **more):
        said = {"kind": kind, "on": date(2026, 11, day), "words": f"Paper {day}"} | more
        return events.record_event(id=new_id(), order=order, by=officer, **said)

    return recorded


@pytest.fixture
def page(client, officer):
    """Ask for the page that takes an event back, or send its reason; return the answer."""
    signed_in(client, officer)

    def asked(event, reason=None, **more):
        address = reverse("orders:take_event_back", args=[event.order.case.number, event.pk])
        if reason is None:
            return client.get(address)
        return client.post(address, {"id": str(new_id()), "reason": reason} | more)

    return asked


@pytest.fixture
def register(client, case, officer):
    signed_in(client, officer)
    return lambda: plain(client.get(reverse("orders:register", args=[case.number])).text)


def last_day(case):
    [each] = terms_of([case.pk], TODAY)[case.pk]
    return each.term.last.on


def test_an_officer_takes_an_ending_back_from_the_list_of_the_orders(page, register, record, case):
    ending = record("ENDED")
    assert reverse("orders:take_event_back", args=[case.number, ending.pk]) in register()

    answer = page(ending, REASON)

    assert answer["Location"] == reverse("orders:register", args=[case.number])
    assert last_day(case) == date(2027, 9, 7)
    shown = register()
    assert "Taken back. It stays on file, and the days are computed anew." in shown
    assert "Ended early 2 Nov 2026" in shown
    assert f"Taken back: {REASON}" in shown
    assert "/take-back/" not in shown


def test_the_days_are_shown_as_they_would_be_before_it_is_done(page, record, case):
    shown = plain(page(record("ENDED")).text)

    assert "8 Sep 2026 to 2 Nov 2026" in shown
    assert "8 Sep 2026 to 7 Sep 2027" in shown
    assert "What is owed and late is computed anew by the new days." in shown
    assert last_day(case) == date(2026, 11, 2)
    assert not OrderEvent.objects.filter(kind=EventKind.TAKEN_BACK).exists()


def test_an_order_that_comes_after_is_shown_to_move_with_it(page, record, order, case, officer):
    an_order(case, officer, information_number="26-0500", follows_id=order.pk)
    ending = record("SHORTENED", facts={"last_day": "2026-12-01"})

    moved = page(ending).context["form"].moved

    assert [plain(each.now) for each in moved] == [
        "8 Sep 2026 to 1 Dec 2026, not yet confirmed",
        "2 Dec 2026 to 1 Dec 2027, not yet confirmed",
    ]
    assert [plain(each.then) for each in moved] == [
        "8 Sep 2026 to 7 Sep 2027, not yet confirmed",
        "8 Sep 2027 to 7 Sep 2028, not yet confirmed",
    ]


def test_where_no_day_moves_the_page_says_so(page, record):
    shown = plain(page(record("VARIED")).text)

    assert "The days of the order stay as they are." in shown
    assert "So do the conditions: only the line is taken back." in shown


def test_a_correction_that_is_taken_back_does_not_bring_back_what_it_corrected(page, record):
    first = record("ENDED", day=2)
    second = record("ENDED", day=3, replaces=first)

    [moved] = page(second).context["form"].moved

    assert plain(moved.then).startswith("8 Sep 2026 to 7 Sep 2027")


def test_the_list_folds_what_was_corrected_and_says_the_facts(register, record):
    first = record("EXTENDED", facts={"by": {"months": 3}})
    record("EXTENDED", day=3, facts={"by": {"months": 6}}, replaces=first)

    shown = register()

    assert "1 line corrected since" in shown
    assert shown.index("by 6 months") < shown.index("by 3 months")
    assert shown.count("/take-back/") == 1


@pytest.mark.parametrize("reason", ["", "  "])
def test_it_is_not_taken_back_without_a_reason(page, record, reason):
    event = record("ENDED")
    answer = page(event, reason)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])
    assert not event.replaced_by.exists()


def test_what_was_taken_back_already_is_refused_and_the_reason_stays(page, record):
    event = record("ENDED")
    page(event, REASON)

    again = page(event, "Once more")

    assert again.status_code == 422
    assert "This event was corrected already." in plain(again.text)
    assert "Once more</textarea>" in again.text
    assert event.replaced_by.count() == 1


def test_the_same_form_twice_takes_back_once(page, record):
    event, once = record("ENDED"), str(new_id())

    answers = [page(event, REASON, id=once).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert Entry.objects.filter(act="orders.event_corrected", reason=REASON).count() == 1


def test_a_taking_back_is_no_event_to_take_back(page, record):
    back = events.take_event_back(
        id=new_id(), event=record("ENDED"), reason=REASON, by=a_member("OFFICER")
    )

    assert page(back).status_code == 404


def test_an_event_of_another_file_is_not_there(client, record, officer, order):
    other = a_member("OFFICER")
    signed_in(client, other)
    address = reverse("orders:take_event_back", args=[order.case.number, record("ENDED").pk])

    assert client.post(address, {"reason": REASON}).status_code == 404


def test_on_a_closed_file_it_is_not_offered_and_refused(page, register, record, order, manager):
    event = record("ENDED")
    close_case(case=order.case, closing_words="Ended", by=manager)

    answer = page(event, REASON)

    assert answer.status_code == 422
    assert not event.replaced_by.exists()
    assert "/take-back/" not in register()
