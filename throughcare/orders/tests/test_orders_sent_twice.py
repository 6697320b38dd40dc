"""The same form sent twice through its page is one act; what was decided is not decided again."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.orders.commands import papers
from throughcare.orders.models import (
    Condition,
    Direction,
    Expected,
    Explained,
    OrderEvent,
    Paper,
    Variation,
)
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import a_direction, an_order
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
FRENCH = {"accept-language": "fr"}
DIRECTED = {"kind": "REPORT", "due_on": "3 Dec 2026", "how_given": "IN_PERSON"}
# A form of a file with an id of its own, and what it makes.
ONCE = {
    "direct": (DIRECTED, Direction),
    "taken_in": (DIRECTED, Direction),
    "explain": ({"given_on": "today", "language": "en"}, Explained),
    "event": ({"what": "ended", "on": "2 Nov 2026", "words": "Order"}, OrderEvent),
    "vary": (
        {"asked_by": "PERSON", "asked_on": "today", "after": "Be home by 11.", "words": "Shifts"},
        Variation,
    ),
    "add_condition": ({"words": "Stay in school."}, Condition),
}
AT_COUNTER = {
    "arrive": ({"surname": "Brazeau", "words": "1. Keep the peace."}, Paper),
    "expect": ({"name": "Odile Brazeau", "sentenced_on": "23 Nov 2026"}, Expected),
}
# What is decided once: the act, another decision sent after it, and the sentence it gets.
DECIDED = {
    "answer": (
        "query",
        {"answer": "The first."},
        {"answer": "The second."},
        "This query has its answer. Ask a new one if it is not clear.",
        "Cette question a sa réponse. Posez-en une nouvelle si ce n’est pas clair.",
    ),
    "decide_variation": (
        "variation",
        {"outcome": "GRANTED", "decided_on": "today"},
        {"outcome": "REFUSED", "decided_on": "today"},
        "This change was decided already. Nothing was changed.",
        "Cette modification est déjà décidée. Rien n’a été changé.",
    ),
    "take_back": (
        "direction",
        {"reason": "Moved"},
        {"reason": "Never said"},
        "This direction no longer stands: it was taken back or replaced. Give a new one.",
        "Cette directive ne vaut plus : elle a été retirée ou remplacée. Donnez-en une nouvelle.",
    ),
    "protect": (
        "order",
        {"names": "R. S."},
        {"names": "B. T.\nR. S."},
        "The order names R. S. already. Take the line out.",
        "L’ordonnance nomme déjà R. S. : enlevez cette ligne.",
    ),
}


@pytest.fixture
def send(client, officer, case):
    """Send a form about the file's order; return the answer."""
    signed_in(client, officer)
    order = an_order(case, officer)

    def sent(name, said):
        row = [] if name == "direct" else [order.pk]
        return client.post(reverse(f"orders:{name}", args=[case.number, *row]), said)

    return sent


@pytest.fixture
def at_counter(client, clerk):
    signed_in(client, clerk)
    return lambda name, said: client.post(reverse(f"orders:{name}"), said)


@pytest.mark.parametrize("name", ONCE)
def test_the_same_form_twice_makes_one_row(send, name):
    said, model = ONCE[name]
    before, twice = model.objects.count(), said | {"id": str(new_id())}

    answers = [send(name, twice).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert model.objects.count() == before + 1


@pytest.mark.parametrize("name", ONCE)
def test_the_same_form_twice_is_one_entry(send, name):
    twice = ONCE[name][0] | {"id": str(new_id())}
    send(name, twice)
    before = Entry.objects.count()
    send(name, twice)

    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", ONCE)
def test_the_form_opened_anew_makes_another_row(send, name):
    said, model = ONCE[name]
    before = model.objects.count()
    for _time in range(2):
        send(name, said | {"id": str(new_id())})

    assert model.objects.count() == before + 2


@pytest.mark.parametrize("typed", ["", "1", "not-an-id"])
def test_a_form_without_a_readable_id_is_kept_all_the_same(send, typed):
    answer = send("direct", DIRECTED | {"id": typed})

    assert answer.status_code == 302
    assert Direction.objects.get().due_on == date(2026, 12, 3)


def test_one_id_for_another_kind_of_direction_is_refused(send):
    one = {"id": str(new_id())}
    send("direct", DIRECTED | one)
    answer = send("direct", DIRECTED | one | {"kind": "BRING"})

    assert answer.status_code == 422
    assert Direction.objects.get().kind == "REPORT"


@pytest.mark.parametrize("name", AT_COUNTER)
def test_the_same_form_twice_at_the_counter_makes_one_row(at_counter, name):
    said, model = AT_COUNTER[name]
    twice = said | {"id": str(new_id())}

    first, second = at_counter(name, twice), at_counter(name, twice)

    assert first["Location"] == second["Location"]
    assert model.objects.count() == 1


@pytest.mark.parametrize("name", AT_COUNTER)
def test_the_form_of_the_counter_opened_anew_makes_another_row(at_counter, name):
    said, model = AT_COUNTER[name]
    for _time in range(2):
        at_counter(name, said | {"id": str(new_id())})

    assert model.objects.count() == 2


@pytest.fixture
def again(client, officer, case):
    """Decide otherwise, or the same again, after an act; return what the second sending answers."""
    acting = Acting(case, officer)
    signed_in(client, officer)

    def sent(name, *, same=False, **headers):
        row, said, other = DECIDED[name][:3]
        once = {"id": str(new_id())}
        address = reverse(f"orders:{name}", args=[case.number, getattr(acting, row).pk])
        client.post(address, said | once)
        return client.post(address, said | once if same else other, headers=headers)

    return sent


@pytest.mark.parametrize("name", DECIDED)
def test_what_was_decided_says_so(again, name):
    answer = again(name)

    assert answer.status_code == 422
    assert DECIDED[name][3] in plain(answer.text)


@pytest.mark.parametrize("name", DECIDED)
def test_what_was_decided_says_so_in_french(again, name):
    answer = again(name, **FRENCH)

    assert answer.status_code == 422
    assert DECIDED[name][4] in plain(answer.text)


@pytest.mark.parametrize("name", DECIDED)
def test_what_was_decided_is_one_entry(again, name):
    before = Entry.objects.count()
    again(name)

    assert Entry.objects.count() == before + 1


@pytest.mark.parametrize("name", DECIDED)
def test_the_same_decision_twice_is_one_entry_and_leads_back(again, name):
    before = Entry.objects.count()

    assert again(name, same=True).status_code == 302
    assert Entry.objects.count() == before + 1


def test_a_direction_followed_can_have_its_day_corrected(client, officer, case):
    direction = a_direction(case, officer, given_at=clock.now() - timedelta(days=3))
    signed_in(client, officer)
    address = reverse("orders:met", args=[case.number, direction.pk])
    client.post(address, {"on": "today"})
    client.post(address, {"on": "25 Nov 2026", "seen": "today"})
    direction.refresh_from_db()

    assert direction.met_on == date(2026, 11, 25)


def test_an_order_confirmed_twice_leads_back_twice_and_is_confirmed_once(client, officer, case):
    order = an_order(case, officer)
    signed_in(client, officer)
    address = reverse("orders:order", args=[case.number, order.pk])

    answers = [client.post(address, {"act": "confirm_order"}) for _time in range(2)]

    assert [answer["Location"] for answer in answers] == [address, address]
    assert Entry.objects.filter(act="orders.confirmed").count() == 1


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("hold", {"held_as": "OTHER_LAW", "whom_to_call": "The clerk of that court"}),
        ("aside", {"reason": "Twice"}),
    ],
)
def test_a_paper_is_decided_once(client, clerk, office, act, said):
    paper = papers.keep_paper(id=new_id(), office=office, by=clerk, words="Order")
    signed_in(client, clerk)
    address = reverse(f"orders:{act}", args=[paper.pk])

    assert [client.post(address, said).status_code for _time in range(2)] == [302, 302]
    assert client.get(address).status_code == 404
    assert (
        Entry.objects.filter(act__in=["orders.paper_held", "orders.paper_set_aside"]).count() == 1
    )
