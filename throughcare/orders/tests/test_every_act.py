"""What holds for every act on an order: it stands in the record, and a closed file refuses it."""

import pytest

from throughcare.cases.commands.closing import close_case
from throughcare.cases.handover import CaseIsClosed
from throughcare.cases.timeline import timeline_of
from throughcare.orders import acts
from throughcare.orders.tests.acting import ACTS, Acting
from throughcare.record.models import Entry
from throughcare.record.queries import with_changes

pytestmark = pytest.mark.django_db

REASONS = {
    "change_condition": "Read again",
    "mark_unclear": "Which?",
    "withdraw_condition": "Recited",
    "record_event": "Early",
    "take_event_back": "Twice",
    "withdraw_direction": "Moved",
}
WRITES = {
    "receive_order": {"Order"},
    "confirm_order": {"Order", "Condition", "ConditionCode"},
    "confirm_condition": {"Condition", "ConditionCode"},
    "change_condition": {"Condition", "ConditionCode", "Correction"},
    "mark_unclear": {"Condition"},
    "withdraw_condition": {"Condition", "Correction"},
    "add_condition": {"Condition", "ConditionCode", "Correction"},
    "record_event": {"OrderEvent"},
    "take_event_back": {"OrderEvent"},
    "give_direction": {"Direction"},
    "acknowledge_direction": {"Direction"},
    "record_direction_met": {"Direction"},
    "withdraw_direction": {"Direction"},
    "explain_order": {"Explained"},
    "ask_query": {"Query"},
    "record_answer": {"Query"},
    "ask_variation": {"Variation", "VariationPart"},
    "grant_variation": {"Variation", "Condition", "OrderEvent"},
    "end_variation": {"Variation"},
    "name_protected": {"ProtectedPerson"},
}


@pytest.fixture
def acting(case, officer):
    return Acting(case, officer)


def last_entry():
    return Entry.objects.order_by("-seq").first()


@pytest.mark.parametrize("name", ACTS)
def test_it_stands_in_the_record(acting, name):
    getattr(acting, name)()

    entry = last_entry()
    assert (entry.act, entry.by_id) == (ACTS[name], acting.by.pk)
    assert (entry.case_id, entry.person_id) == (acting.case.pk, acting.case.person_id)


@pytest.mark.parametrize("name", ACTS)
def test_it_is_one_entry(acting, name):
    before = Entry.objects.count()
    getattr(acting, name)()

    assert Entry.objects.count() == before + 1


@pytest.mark.parametrize("name", ACTS)
def test_the_reason_given_is_the_entrys(acting, name):
    getattr(acting, name)()

    assert last_entry().reason == REASONS.get(name, "")


@pytest.mark.parametrize("name", ACTS)
def test_it_changes_what_it_says_and_nothing_else(acting, name):
    getattr(acting, name)()

    (line,) = with_changes([last_entry()])
    changed = {change.model.__name__ for change in line.changes}
    assert changed <= WRITES[name]
    assert changed


@pytest.mark.parametrize("name", ACTS)
def test_the_timeline_says_it_in_words(acting, name):
    getattr(acting, name)()

    (line,) = timeline_of([last_entry()])
    assert line.act == acts.WORDS[ACTS[name]]
    assert line.by == "Adaeze Okafor"


@pytest.mark.parametrize("name", ACTS)
def test_a_closed_file_refuses_it(acting, name):
    close_case(case=acting.case, by=acting.by, closing_words="Order ended")
    before = Entry.objects.count()

    with pytest.raises(CaseIsClosed):
        getattr(acting, name)()

    assert Entry.objects.count() == before


def test_no_act_is_forgotten_here():
    at_the_counter = {
        "orders.expected",
        "orders.expected_seen",
        "orders.expected_paper",
        "orders.expected_ended",
        "orders.paper_arrived",
        "orders.paper_held",
        "orders.paper_set_aside",
    }

    assert set(ACTS.values()) | at_the_counter == set(acts.WORDS)
    assert set(ACTS) == set(WRITES)
