"""A file's orders, through HTTP: the register, deciding conditions, the acts, the papers."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare.cases.tests.factories import a_case
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.models import (
    Condition,
    Correction,
    Direction,
    Explained,
    OrderEvent,
    ProtectedPerson,
    Query,
    Variation,
)
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import PEACE, SERVICE, a_direction, an_order, condition_of
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
HOME = ConditionMade(
    3,
    "Be home each night from 10 to 6.",
    (CodeMade("CURFEW", {"window": {"start": "22:00", "end": "06:00"}}, unsure=True),),
)


@pytest.fixture
def order(case, clerk):
    return an_order(case, clerk, conditions=(PEACE, SERVICE, HOME))


@pytest.fixture
def as_officer(client, officer):
    return signed_in(client, officer)


@pytest.fixture
def page_of(as_officer, order):
    def shown(query=""):
        address = reverse("orders:order", args=[order.case.number, order.pk])
        return as_officer.get(f"{address}{query}").text

    return shown


@pytest.fixture
def decide(as_officer, order):
    def decided(act, number=0, **said):
        facts = {"act": act} | said
        if number:
            facts["condition"] = str(condition_of(order, number).pk)
        address = reverse("orders:order", args=[order.case.number, order.pk])
        return as_officer.post(address, facts)

    return decided


def standing(order, number):
    return condition_of(order, number).standing


@pytest.mark.parametrize(
    ("act", "number", "sentence", "leads_to"),
    [
        ("", 0, "Nothing was decided. Choose a condition", "condition-1"),
        ("burn", 0, "Nothing was decided. Choose a condition", "condition-1"),
        ("", 2, "Nothing was decided about condition 2.", "condition-2"),
        ("\x00ÿ", 3, "Nothing was decided about condition 3.", "condition-3"),
    ],
)
def test_nothing_decided_is_said_and_changes_nothing(
    decide, order, act, number, sentence, leads_to
):
    answer = decide(act, number)

    assert answer.status_code == 422
    assert f'<a href="#{leads_to}">{sentence}' in answer.text
    assert "<title>Error: " in answer.text
    assert {standing(order, each) for each in (1, 2, 3)} == {"proposed"}


def test_the_courts_words_stand_beside_their_meaning(page_of):
    shown = page_of()

    assert "Complete 60 hours of unpaid work within 9 months." in shown
    assert "Community service" in shown
    assert ">COMMUNITY_SERVICE<" not in shown


def test_the_days_stand_above_with_their_reasons(page_of):
    shown = page_of().replace("\u00a0", " ")

    assert "Tue 8 Sep 2026" in shown
    assert "Tue 7 Sep 2027" in shown
    assert "Criminal Code" in shown


def test_the_first_one_to_decide_is_open(page_of):
    shown = page_of()

    assert "Confirm 1" in shown
    assert "Confirm 2" not in shown


def test_one_asked_for_is_open_with_its_fields(page_of):
    shown = page_of("?open=2")

    assert "Confirm 2" in shown
    assert 'value="60"' in shown


def test_what_is_left_out_is_flagged_not_added(page_of):
    assert "The paper leaves out compulsory conditions" in page_of()


def test_the_order_is_confirmed_at_once_when_all_is_sure(decide, case, officer):
    sure = an_order(case, officer, information_number="26-1", conditions=(PEACE, SERVICE))
    decide("confirm_order")
    sure.refresh_from_db()

    assert sure.provisional


def test_what_is_unsure_is_decided_first(decide, order):
    answer = decide("confirm_order")

    assert answer.status_code == 422
    assert "Decide condition 3 first" in answer.text


def test_a_condition_is_confirmed_and_the_next_opens(decide, order):
    answer = decide("confirm", 1)

    assert standing(order, 1) == "confirmed"
    assert answer["Location"].endswith("?open=2#condition-2")


def test_a_changed_number_is_kept_beside_the_proposal(decide, order):
    said = {"c2-keep_COMMUNITY_SERVICE": "on", "c2-COMMUNITY_SERVICE_hours": "80"}
    decide("confirm", 2, **said)

    code = condition_of(order, 2).codes.get()
    assert code.parameters["hours"] == 80
    assert Correction.objects.get().proposed[0]["parameters"]["hours"] == 60


def test_a_window_is_changed(decide, order):
    said = {
        "c3-keep_CURFEW": "on",
        "c3-CURFEW_window_start": "23:00",
        "c3-CURFEW_window_end": "6 am",
    }
    decide("confirm", 3, **said)

    code = condition_of(order, 3).codes.get()
    assert code.parameters["window"] == {"start": "23:00", "end": "06:00"}
    assert not code.unsure


def test_a_wrong_number_is_said_and_kept(decide, order):
    said = {"c2-keep_COMMUNITY_SERVICE": "on", "c2-COMMUNITY_SERVICE_hours": "many"}
    answer = decide("confirm", 2, **said)

    assert answer.status_code == 422
    assert "Write a number, such as 60 or 7.5." in answer.text
    assert 'value="many"' in answer.text
    assert standing(order, 2) == "proposed"


def test_a_meaning_added_is_shown_before_it_is_kept(decide, order):
    said = {"c1-keep_KPGB": "on", "c1-another": "CURFEW"}
    answer = decide("confirm", 1, **said)

    assert answer.status_code == 422
    assert standing(order, 1) == "proposed"
    decide("confirm", 1, **said, **{"c1-keep_CURFEW": "on"})
    codes = condition_of(order, 1).codes.values_list("code", flat=True)
    assert set(codes) == {"KPGB", "CURFEW"}


def test_a_meaning_is_taken_away(decide, order):
    decide("confirm", 1, **{"c1-another": "CURFEW", "c1-keep_CURFEW": "on"})

    assert condition_of(order, 1).codes.get().code == "CURFEW"


def test_a_query_marks_it_unclear(decide, order):
    decide("ask", 2, **{"q2-to": "CROWN", "q2-words": "Sixty or six?"})

    assert standing(order, 2) == "unclear"
    assert Query.objects.get().words == "Sixty or six?"


def test_a_query_without_words_says_so(decide, order):
    answer = decide("ask", 2, **{"q2-to": "CROWN", "q2-words": ""})

    assert answer.status_code == 422
    assert not Query.objects.exists()


def test_what_is_no_condition_is_taken_off(decide, order):
    decide("none", 1, reason="Recited")

    assert standing(order, 1) == "withdrawn"


def test_taking_off_without_a_reason_says_so(decide, order):
    answer = decide("none", 1, reason="")

    assert answer.status_code == 422
    assert "Say why this is no condition." in answer.text


def test_a_clerk_reads_and_cannot_decide(client, clerk, order):
    signed_in(client, clerk)
    address = reverse("orders:order", args=[order.case.number, order.pk])

    shown = client.get(address).text
    answer = client.post(address, {"act": "confirm_order"})

    assert "Provisional: an officer confirms it." in shown
    assert answer.status_code == 422
    assert Condition.objects.filter(standing="confirmed").count() == 0


def test_an_order_of_another_file_is_not_there(as_officer, order, officer):
    other = a_case(holder=officer)

    address = reverse("orders:order", args=[other.number, order.pk])
    assert as_officer.get(address).status_code == 404


def test_a_file_of_another_office_is_not_there(client, order):
    signed_in(client, a_member("OFFICER"))

    for name in ("orders:register", "orders:direct"):
        assert client.get(reverse(name, args=[order.case.number])).status_code == 404


def test_the_register_names_orders_conditions_and_directions(as_officer, order, officer):
    a_direction(order.case, officer)
    shown = as_officer.get(reverse("orders:register", args=[order.case.number])).text

    assert "Probation order" in shown
    assert "Be home each night" in shown
    assert "Community service" in shown
    assert "Proposed" in shown
    assert "To report" in shown
    assert "Not explained and given yet" in shown


def test_a_file_without_an_order_says_so(as_officer, case):
    shown = as_officer.get(reverse("orders:register", args=[case.number])).text

    assert "No order on this file." in shown


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_sheet_says_it_in_plain_words_beside_the_courts(as_officer, order, language):
    address = reverse("orders:sheet", args=[order.case.number, order.pk, language])
    shown = as_officer.get(address).text

    assert "Complete 60 hours of unpaid work within 9 months." in shown
    with translation.override(language):
        assert translation.gettext("What your order asks") in shown
    assert (f'lang="{language}"') in shown


def test_a_translation_is_marked_unofficial(as_officer, order):
    address = reverse("orders:sheet", args=[order.case.number, order.pk, "fr"])

    assert "officiel" in as_officer.get(address).text


def test_a_sheet_in_another_language_is_not_there(as_officer, order):
    address = reverse("orders:sheet", args=[order.case.number, order.pk, "de"])

    assert as_officer.get(address).status_code == 404


def test_the_slip_says_when_and_where(as_officer, order, officer):
    direction = a_direction(order.case, officer, place="Room 2", words="Bring the lease")
    address = reverse("orders:slip", args=[order.case.number, direction.pk])
    shown = as_officer.get(address).text.replace("\u00a0", " ")

    assert "Room 2" in shown
    assert "Bring the lease" in shown
    assert "December 2026" in shown


SENT = {
    "explain": ({"given_on": "today", "language": "en", "copy_given": "on"}, Explained),
    "event": ({"what": "ended", "on": "2 Nov 2026", "words": "Order of the court"}, OrderEvent),
    "vary": (
        {"asked_by": "PERSON", "asked_on": "today", "after": "Be home by 11.", "words": "Shifts"},
        Variation,
    ),
    "protect": ({"names": "R. S.\nT. U."}, ProtectedPerson),
}


@pytest.mark.parametrize("name", SENT)
def test_an_act_on_an_order_is_done_and_leads_back(as_officer, order, name):
    said, model = SENT[name]
    address = reverse(f"orders:{name}", args=[order.case.number, order.pk])

    assert as_officer.get(address).status_code == 200
    answer = as_officer.post(address, said)

    assert answer["Location"] == reverse("orders:register", args=[order.case.number])
    assert model.objects.exists()


@pytest.mark.parametrize("name", SENT)
def test_an_act_sent_empty_says_what_is_missing(as_officer, order, name):
    address = reverse(f"orders:{name}", args=[order.case.number, order.pk])
    answer = as_officer.post(address, {})

    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.text


def test_each_condition_is_taught_back(as_officer, order):
    back = {f"back_{condition_of(order, 1).pk}": "on"}
    address = reverse("orders:explain", args=[order.case.number, order.pk])
    as_officer.post(address, {"given_on": "today", "language": "en"} | back)

    taught = Explained.objects.get().taught_back
    assert sorted(taught.values_list("condition__number", "understood")) == [
        (1, True),
        (2, False),
        (3, False),
    ]


def test_an_extension_is_read_in_the_courts_units(as_officer, order):
    address = reverse("orders:event", args=[order.case.number, order.pk])
    sent = {"what": "extended", "on": "2 Nov 2026", "words": "Order", "length": "3 months"}
    as_officer.post(address, sent)

    assert OrderEvent.objects.get().facts["by"]["months"] == 3


def test_a_direction_is_given_from_the_end_of_an_intake(as_officer, order):
    address = reverse("orders:taken_in", args=[order.case.number, order.pk])
    assert "First direction" in as_officer.get(address).text
    sent = {"kind": "REPORT", "due_on": "3 Dec 2026", "due_time": "10:30", "how_given": "IN_PERSON"}
    as_officer.post(address, sent)

    direction = Direction.objects.get()
    assert (direction.due_on, direction.due_time.hour) == (date(2026, 12, 3), 10)


def test_a_condition_is_added(as_officer, order):
    address = reverse("orders:add_condition", args=[order.case.number, order.pk])
    as_officer.post(address, {"words": "Stay in school.", "code": "CURFEW"})

    assert condition_of(order, 4).codes.get().code == "CURFEW"


@pytest.fixture
def acting(case, officer):
    return Acting(case, officer)


@pytest.mark.parametrize(
    ("name", "row", "said", "field", "value"),
    [
        ("met", "direction", {"on": "today"}, "met_on", date(2026, 11, 26)),
        ("take_back", "direction", {"reason": "Moved"}, "withdrawn_words", "Moved"),
        ("answer", "query", {"answer": "The first."}, "answer", "The first."),
        (
            "decide_variation",
            "variation",
            {"outcome": "REFUSED", "decided_on": "today"},
            "outcome",
            "REFUSED",
        ),
        (
            "decide_variation",
            "variation",
            {"outcome": "GRANTED", "decided_on": "today"},
            "takes_effect_on",
            date(2026, 11, 26),
        ),
    ],
)
def test_an_act_on_what_was_recorded(as_officer, acting, name, row, said, field, value):
    found = getattr(acting, row)
    address = reverse(f"orders:{name}", args=[acting.case.number, found.pk])
    assert as_officer.get(address).status_code == 200
    as_officer.post(address, said)
    found.refresh_from_db()

    assert getattr(found, field) == value
