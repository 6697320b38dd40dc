"""What was done to an order is asked first, and then only its own facts."""

import re
from datetime import date

import pytest
from django.urls import reverse

from throughcare.orders.forms.event_kinds import offered
from throughcare.orders.models import EventKind, OrderEvent
from throughcare.orders.queries import terms_of
from throughcare.orders.tests.factories import an_order
from throughcare.people.tests.factories import plain
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
EVERY = {"what", "id", "on", "words"}
# What each asks besides what all ask, on a probation order.
ASKED = {
    "extended": {"length", "convicted_on", "is_final"},
    "shortened": {"last_day"},
    "ended": set(),
    "revoked": {"convicted_on", "is_final"},
    "varied": set(),
    "transferred": {"to"},
    "custody": {"released_on", "is_conditional", "expires_on", "is_intermittent"},
    "imprisoned": {"released_on"},
    "committed": set(),
    "breach_process": set(),
    "happened": set(),
}
NEEDED = {"extended": "length", "shortened": "last_day", "transferred": "to"}
# What is sent besides the day and the words, and the facts that are kept of it.
SENT = {
    "shortened": ({"last_day": "5 Jan 2027"}, {"last_day": "2027-01-05"}),
    "transferred": ({"to": "Court at Timmins"}, {"to": "Court at Timmins"}),
    "imprisoned": ({"released_on": "5 Jan 2027"}, {"released_on": "2027-01-05"}),
    "revoked": (
        {"convicted_on": "12 Oct 2026", "is_final": "no", "to": "no such field"},
        {"convicted_on": "2026-10-12", "is_final": False},
    ),
    "varied": ({"length": "6 months", "last_day": "5 Jan 2027"}, {}),
}


@pytest.fixture
def order(case, officer):
    return an_order(case, officer)


@pytest.fixture
def page(client, officer, order):
    """Ask for the page of what was done, or send its form; return the answer."""
    signed_in(client, officer)
    address = reverse("orders:event", args=[order.case.number, order.pk])

    def asked(what="", said=None):
        if said is None:
            return client.get(address, {"what": what} if what else {})
        return client.post(address, {"what": what, "on": "2 Nov 2026", "words": "Paper"} | said)

    return asked


def offered_in(text):
    return set(re.findall(r'href="\?what=(\w+)"', text))


@pytest.mark.parametrize(
    ("instrument", "only"), [("CSO", "committed"), ("VICTIM_SURCHARGE", "happened")]
)
def test_what_the_law_of_one_instrument_knows_is_offered_there(case, officer, instrument, only):
    order = an_order(case, officer, instrument=instrument)

    slugs = {what.slug for _title, whats in offered(order) for what in whats}
    assert slugs & {"committed", "happened"} == {only}


def test_what_was_done_is_asked_first_and_names_the_order(page):
    text = plain(page().text)

    assert offered_in(text) == set(ASKED) - {"committed", "happened"}
    assert "Probation order 26-0417, made 8 Sep 2026." in text
    assert 'name="words"' not in text


def test_everything_that_can_happen_to_an_order_can_be_recorded():
    assert {kind.lower() for kind in EventKind} - {"taken_back"} == set(ASKED)


@pytest.mark.parametrize("what", ASKED)
def test_only_its_own_facts_are_asked(page, what):
    assert set(page(what).context["form"].fields) == EVERY | ASKED[what]


@pytest.mark.parametrize(("what", "field"), NEEDED.items())
def test_a_fact_without_which_it_means_nothing_is_required(page, what, field):
    answer = page(what, {})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "Paper</textarea>" in answer.text
    assert not OrderEvent.objects.exists()


@pytest.mark.parametrize("what", SENT)
def test_only_its_own_facts_are_kept(page, what):
    said, kept = SENT[what]

    assert page(what, said).status_code == 302
    event = OrderEvent.objects.get()
    assert (event.kind, event.facts) == (what.upper(), kept)


def test_a_day_that_is_refused_keeps_the_other_answers(page):
    answer = page("revoked", {"convicted_on": "31 Nov 2026", "is_final": "yes"})

    shown = plain(answer.text)
    assert 'value="31 Nov 2026"' in shown
    assert re.search(r'value="yes"[^>]* checked', shown)
    assert "2 Nov 2026" in shown


def first_day(order):
    [each] = terms_of([order.case_id], TODAY)[order.case_id]
    return getattr(each.term.first, "on", None)


def test_a_release_with_its_kind_brings_the_first_day(page, order):
    page("custody", {"on": "8 Sep 2026"})
    waiting = first_day(order)
    page("custody", {"on": "8 Sep 2026", "released_on": "1 Nov 2026", "is_conditional": "no"})

    assert (waiting, first_day(order)) == (None, date(2026, 11, 1))


def test_on_parole_the_first_day_waits_for_the_end_of_the_sentence(page, order):
    said = {"on": "8 Sep 2026", "released_on": "1 Nov 2026", "is_conditional": "yes"}
    page("custody", said | {"expires_on": "7 Jan 2027"})

    assert first_day(order) == date(2027, 1, 8)


def test_the_imprisonment_on_file_is_shown_and_put_right(page):
    page("custody", {"on": "8 Sep 2026", "released_on": "1 Nov 2026", "is_conditional": "no"})

    shown = page("custody").context["form"]
    page("custody", {"on": "8 Sep 2026", "released_on": "2 Nov 2026"})

    assert shown["released_on"].value() == "1 Nov 2026"
    assert shown["is_conditional"].value() == "no"
    standing = OrderEvent.objects.get(replaced_by=None)
    assert (standing.facts["released_on"], OrderEvent.objects.count()) == ("2026-11-02", 2)
