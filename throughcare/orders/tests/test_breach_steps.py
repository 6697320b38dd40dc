"""The steps of an alleged breach: each recorded when it happens, and what they do to the days."""

from datetime import date

import pytest
from django.urls import reverse

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.models import OrderEvent
from throughcare.orders.queries import terms_of
from throughcare.orders.tests.factories import an_order
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
MADE_ON = date(2026, 3, 2)
LAST = date(2027, 3, 1)
ON = {
    "warrant_on": "4 May 2026",
    "arrested_on": "6 May 2026",
    "appearance_on": "7 May 2026",
    "detained_on": "11 May 2026",
    "detention_ended_on": "20 May 2026",
    "determined_on": "1 Jun 2026",
}
FOUND, DISMISSED = {"outcome": "breach_found"}, {"outcome": "dismissed"}


@pytest.fixture
def order(case, officer):
    return an_order(case, officer, instrument="CSO", made_on=MADE_ON, length=Length(months=12))


@pytest.fixture
def send(client, officer, case, order):
    """Record steps of an alleged breach through the page, and return the last answer."""
    signed_in(client, officer)
    address = reverse("orders:event", args=[case.number, order.pk])

    def sent(*steps, **more):
        for step in steps:
            said = {"id": str(new_id()), "what": step, "words": "Docket"}
            answer = client.post(address, said | {"on": ON.get(step, "4 May 2026")} | more)
        return answer

    return sent


def standing():
    return OrderEvent.objects.filter(replaced_by=None).order_by("happened_on")


def added(case):
    """Return how many days were added to the sentence, by the reading that ends last."""
    [each] = terms_of([case.pk], TODAY)[case.pk]
    return (each.term.last.latest - LAST).days


def test_each_step_goes_on_from_those_before(send, order):
    send("warrant_on", "arrested_on", "detained_on", "detention_ended_on")
    send("determined_on", **FOUND, credit_days="5")

    event = standing().get()
    assert event.happened_on == date(2026, 5, 4)
    assert event.facts == {
        "warrant_on": "2026-05-04",
        "arrested_on": "2026-05-06",
        "detained_on": "2026-05-11",
        "detention_ended_on": "2026-05-20",
        "determined_on": "2026-06-01",
        "outcome": "breach_found",
        "credit_days": 5,
    }
    assert OrderEvent.objects.count() == 5


@pytest.mark.parametrize(
    ("steps", "decided", "days"),
    [
        # 4 May through 1 June stood still: 29 days.
        (["warrant_on"], FOUND, 29),
        (["warrant_on"], FOUND | {"credit_days": "9"}, 20),
        (["warrant_on"], DISMISSED, 0),
        # The earliest beginning counts, whichever was written first.
        (["appearance_on", "warrant_on"], FOUND, 29),
        (["arrested_on"], FOUND, 27),
        (["appearance_on"], FOUND, 26),
        # Detained from 11 May the sentence runs again: 7 days stood still.
        (["warrant_on", "detained_on"], FOUND, 7),
        # Released on 20 May it stands still again, 13 days more.
        (["warrant_on", "detained_on", "detention_ended_on"], FOUND, 20),
    ],
)
def test_the_last_day_moves_as_the_law_says(send, case, order, steps, decided, days):
    send(*steps)
    send("determined_on", **decided)

    assert added(case) == days


def test_the_same_step_again_corrects_its_day(send, case, order):
    send("warrant_on")
    send("warrant_on", on="5 May 2026")
    send("determined_on", **FOUND)

    assert standing().get().happened_on == date(2026, 5, 5)
    assert added(case) == 28


def test_a_decision_is_corrected_by_another(send, case, order):
    send("warrant_on")
    send("determined_on", **FOUND, credit_days="9")
    send("determined_on", **DISMISSED)

    assert "credit_days" not in standing().get().facts
    assert added(case) == 0


def test_a_beginning_after_a_decision_is_another_process(send, order):
    send("warrant_on")
    send("determined_on", **DISMISSED)
    send("arrested_on", on="10 Aug 2026")

    first, second = standing()
    assert (first.facts["outcome"], second.facts) == ("dismissed", {"arrested_on": "2026-08-10"})


@pytest.mark.parametrize(
    ("step", "sent", "field", "words"),
    [
        ("detained_on", {}, "on", "Record first how the process began"),
        ("warrant_on", {"on": "1 Mar 2026"}, "on", "The order was not made yet"),
        ("determined_on", FOUND | {"credit_days": "some"}, "credit_days", "Write whole days"),
    ],
)
def test_a_step_that_cannot_be_is_refused_and_stays_typed(send, step, sent, field, words):
    answer = send(step, **({"on": ON[step]} | sent))

    form = answer.context["form"]
    assert answer.status_code == 422
    assert words in plain(form.errors[field][0])
    assert "Docket" in answer.text
    assert not OrderEvent.objects.exists()


def test_a_step_before_the_process_began_names_the_day_it_began(send):
    send("warrant_on")

    answer = send("detained_on", on="3 May 2026")

    assert answer.status_code == 422
    assert "The process began on 4 May 2026" in plain(answer.context["form"].errors["on"][0])


@pytest.mark.parametrize(
    ("said", "field"),
    [({}, "outcome"), ({"outcome": "dismissed", "credit_days": "4"}, "credit_days")],
)
def test_a_decision_says_what_and_credits_only_a_breach(send, said, field):
    send("warrant_on")
    answer = send("determined_on", **said)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_only_a_beginning_is_offered_before_one_is_on_file(client, send, case, order):
    address = reverse("orders:event", args=[case.number, order.pk])

    before = client.get(address).text
    send("arrested_on")
    after = client.get(address).text

    assert "?what=warrant_on" in before
    assert "?what=determined_on" not in before
    assert "?what=determined_on" in after


def test_the_page_lists_the_steps_on_file(client, send, case, order):
    send("arrested_on", "warrant_on")

    text = plain(client.get(reverse("orders:event", args=[case.number, order.pk])).text)

    assert "The alleged breach, as far as it is on file" in text
    assert text.index("4 May 2026") < text.index("6 May 2026")


def test_an_order_whose_clock_never_stops_asks_for_no_step(client, case, officer):
    probation = an_order(case, officer, information_number="26-0999")
    signed_in(client, officer)
    address = reverse("orders:event", args=[case.number, probation.pk])
    said = {"what": "breach_process", "on": "2 Nov 2026", "words": "Charge"}

    assert client.post(address, said | {"what": "warrant_on"}).status_code == 422
    assert client.post(address, said).status_code == 302
    assert standing().get().facts == {"warrant_on": "2026-11-02"}
