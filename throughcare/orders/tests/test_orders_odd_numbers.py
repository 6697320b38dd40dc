"""Numbers and lengths that no court orders: refused in a sentence, at forms and at commands."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.checking import LengthTooLong, check_length
from throughcare.orders.commands import confirming, events
from throughcare.orders.counting import CannotBeCounted, check_stated
from throughcare.orders.forms.stated import editor_of
from throughcare.orders.lengths import is_too_long, read_length
from throughcare.orders.making import CodeMade
from throughcare.orders.models import Order, OrderEvent
from throughcare.orders.reading import read
from throughcare.orders.tests.factories import an_order, condition_of, made
from throughcare.packs.condition_rules import Kind
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

ODD = [
    "፩",
    "፩ months",
    "٣٣٣٣٣ days",
    "²",
    "1²",
    "9" * 400,
    "1e5000",
    "nan",
    "inf months",
    "-1",
    "½",
]
LONG = [Length(years=101), Length(months=1201), Length(weeks=5215), Length(days=36501)]
MOST = [Length(years=100), Length(months=1200), Length(weeks=5214), Length(days=36500)]


@pytest.mark.parametrize("typed", ODD)
def test_what_is_no_length_is_none(typed):
    assert read_length(typed) is None


@pytest.mark.parametrize(
    "typed", ["9999 years", "9999", "101 years", "9999 weeks", "99 ans 99 ans"]
)
def test_no_order_lasts_so_long(typed):
    assert read_length(typed) is None


@pytest.mark.parametrize("typed", ["9999 days", "100 years", "1200", "300 weeks"])
def test_long_lengths_that_could_be_are_read(typed):
    assert read_length(typed) is not None


@pytest.mark.parametrize("length", LONG)
def test_a_length_too_long_is_refused_by_the_command(length):
    with pytest.raises(LengthTooLong) as refused:
        check_length(length)

    assert refused.value.field == "length"


@pytest.mark.parametrize("length", [*MOST, None, Length()])
def test_the_longest_length_is_kept(length):
    check_length(length)

    assert length is None or not is_too_long(length)


@pytest.mark.parametrize("length", ["9999 years", "60000 days", "5000 months"])
def test_a_paper_that_states_such_a_length_proposes_none(length):
    found = read(f"PROBATION ORDER\n\nfor a period of {length}\n\n1. Keep the peace.")

    assert found.length is None or not is_too_long(found.length)


FIELDS = {
    "nan": "Write a number, such as 60 or 7.5.",
    "inf": "Write a number, such as 60 or 7.5.",
    "1e5000": "Write a number, such as 60 or 7.5.",
    "9999999999": "Write a number, such as 60 or 7.5.",
    "-1": "Write a number, such as 60 or 7.5.",
    "1.23456": "Write a number, such as 60 or 7.5.",
    "sixty": "Write a number, such as 60 or 7.5.",
}


@pytest.mark.parametrize("kind", [Kind.HOURS, Kind.NUMBER, Kind.DISTANCE, Kind.MONEY])
@pytest.mark.parametrize("typed", FIELDS)
def test_an_amount_that_no_court_states_is_refused(kind, typed):
    field = editor_of(kind).fields("hours", "Hours", None)["hours"]

    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages[0] == FIELDS[typed]


@pytest.mark.parametrize(("typed", "kept"), [("60", "60"), ("7.5", "7.5"), ("0", "0"), ("", None)])
def test_an_amount_is_read(typed, kept):
    field = editor_of(Kind.HOURS).fields("hours", "Hours", None)["hours"]
    value = field.clean(typed)

    assert (None if value is None else str(value)) == kept


@pytest.mark.parametrize("typed", ["nan", "99999", "-1", "1.5", "፩"])
def test_a_time_limit_counts_whole_units(typed):
    field = editor_of(Kind.DEADLINE).fields("within", "Within", None)["within_n"]

    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages[0] == "Write a whole number, such as 9."


@pytest.fixture
def order(case, officer):
    return an_order(case, officer)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["EXTENDED"])
def test_an_order_is_not_extended_by_centuries(order, officer, kind):
    with pytest.raises(LengthTooLong):
        events.record_event(
            id=new_id(),
            order=order,
            kind=kind,
            on=date(2026, 11, 2),
            facts={"by": {"years": 9999}},
            by=officer,
        )
    assert not OrderEvent.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["9999 years", "፩", "nan"])
def test_the_form_of_an_event_refuses_the_length(client, order, officer, typed):
    signed_in(client, officer)
    said = {"what": "extended", "on": "2 Nov 2026", "length": typed, "words": "Order of today"}
    answer = client.post(reverse("orders:event", args=[order.case.number, order.pk]), said)

    assert answer.status_code == 422
    assert "This is no length. Write it such as 6 months." in plain(answer.text)


@pytest.mark.parametrize(
    "parameters",
    [
        {"hours": 60, "months": 10**6},
        {"hours": 60, "months": 10**30},
    ],
)
def test_what_cannot_be_counted_is_refused_by_name(parameters):
    order = Order(**made().columns())

    with pytest.raises(CannotBeCounted, match="cannot be counted"):
        check_stated(order, [CodeMade("COMMUNITY_SERVICE", parameters)])


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"hours": 60, "months": 9},
        {"hours": 7.5},
        {"hours": "sixty"},
        {"unknown": [1, {"a": 2}]},
    ],
)
def test_what_can_be_counted_or_asked_is_let_through(parameters):
    order = Order(**made().columns())

    check_stated(order, [CodeMade("COMMUNITY_SERVICE", parameters), CodeMade("NOT_A_CODE")])


@pytest.mark.django_db
def test_a_meaning_that_cannot_be_counted_changes_nothing(order, officer):
    service = condition_of(order, 2)
    huge = [CodeMade("COMMUNITY_SERVICE", {"hours": 60, "months": 10**6})]

    with pytest.raises(CannotBeCounted):
        confirming.change_condition(condition=service, codes=huge, by=officer)
    assert service.codes.get().parameters == {"hours": 60, "months": 9}
