"""The same form sent again changes nothing; the same id with other answers is refused."""

from datetime import date

import pytest

from throughcare.cases.tests.factories import a_case
from throughcare.orders.commands import (
    asking,
    confirming,
    directing,
    events,
    expecting,
    explaining,
    intake,
    papers,
    protecting,
    varying,
)
from throughcare.orders.making import ConditionMade
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import an_order, made
from throughcare.people.commands.keeping import SentBefore
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)
DUE = date(2026, 12, 3)


@pytest.fixture
def acting(case, officer):
    return Acting(case, officer)


# What is sent, and which answer would be another one: made for a file and its order.
SENT = {
    "receive_order": (
        intake.receive_order,
        lambda a: {
            "case": a.case,
            "made": made(information_number="26-0999"),
            "conditions": [],
        },
        lambda a: {"case": a.other.case},
    ),
    "add_condition": (
        confirming.add_condition,
        lambda a: {
            "order": a.order,
            "made": ConditionMade(9, "Attend."),
        },
        lambda a: {"order": a.other},
    ),
    "record_event": (
        events.record_event,
        lambda a: {
            "order": a.order,
            "kind": "ENDED",
            "on": DAY,
        },
        lambda a: {"kind": "REVOKED"},
    ),
    "give_direction": (
        directing.give_direction,
        lambda a: {
            "case": a.case,
            "kind": "REPORT",
            "how_given": "PHONE",
            "due_on": DUE,
        },
        lambda a: {"kind": "BRING"},
    ),
    "explain_order": (
        explaining.explain_order,
        lambda a: {
            "order": a.order,
            "given_on": DAY,
            "language": "en",
        },
        lambda a: {"order": a.other},
    ),
    "ask_query": (
        asking.ask_query,
        lambda a: {
            "order": a.order,
            "to": "CROWN",
            "words": "Which?",
        },
        lambda a: {"to": "COURT_OFFICE"},
    ),
    "ask_variation": (
        varying.ask_variation,
        lambda a: {
            "order": a.order,
            "asked_by": "PERSON",
            "asked_on": DAY,
            "words": "Shifts",
            "parts": [{"before": None, "words": "Be home by 11."}],
        },
        lambda a: {"order": a.other},
    ),
    "name_protected": (
        protecting.name_protected,
        lambda a: {
            "order": a.order,
            "names": ["R. S.", "B. T."],
        },
        lambda a: {"order": a.other},
    ),
    "expect_person": (
        expecting.expect_person,
        lambda a: {
            "office": a.case.office,
            "name": "Odile Brazeau",
            "seen_on": DAY,
        },
        lambda a: {"name": "Noé Gatien"},
    ),
    "keep_paper": (
        papers.keep_paper,
        lambda a: {
            "office": a.case.office,
            "words": "1. Keep the peace.",
        },
        lambda a: {"office": a.other.case.office},
    ),
}


@pytest.fixture
def sent(acting, office):
    """Send a form under an id; `other` is an order on a file of another office."""
    acting.other = an_order(a_case(), acting.by)

    def send(form, id, **said):
        command, facts, _other = SENT[form]
        return command(**{"id": id, "by": acting.by} | facts(acting) | said)

    return send


@pytest.mark.parametrize("name", SENT)
def test_sent_twice_it_is_once(sent, name):
    one = new_id()
    first = sent(name, one)
    before = Entry.objects.count()

    assert sent(name, one) == first
    assert Entry.objects.count() == before


# The same paper, and the same name, are one by what they say.
@pytest.mark.parametrize("name", sorted(SENT.keys() - {"receive_order", "name_protected"}))
def test_another_id_is_another_row(sent, name):
    first, second = sent(name, new_id()), sent(name, new_id())

    assert first.pk != second.pk


@pytest.mark.parametrize("name", SENT)
def test_the_same_id_with_other_answers_is_refused(sent, acting, name):
    one = new_id()
    sent(name, one)

    with pytest.raises(SentBefore):
        sent(name, one, **SENT[name][2](acting))
