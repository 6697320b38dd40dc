"""The days of orders: computed from what was made and everything that was done since."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from throughcare.cases.tests.factories import a_case
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.term import Standing
from throughcare.orders.commands import events
from throughcare.orders.models import OrderEvent
from throughcare.orders.queries import terms_of
from throughcare.orders.tests.factories import an_order
from throughcare.people.commands.keeping import SentBefore
from throughcare.record.ids import new_id
from throughcare.refusal import Refused

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


def record(order, officer, kind, on, **facts):
    said = {"order": order, "kind": kind, "on": on, "by": officer, "facts": facts}
    return events.record_event(id=new_id(), **said)


def days_of(case):
    """Return the first day and the day after the last, of the only order of a file."""
    (each,) = terms_of([case.pk], TODAY)[case.pk]
    return each.term.starts_on, each.term.ends_before


def test_a_year_of_probation_ends_the_day_before_its_anniversary(case, clerk):
    an_order(case, clerk)

    assert days_of(case) == (date(2026, 9, 8), date(2027, 9, 8))


def test_probation_begins_on_release(case, clerk):
    an_order(case, clerk, custody={"released_on": "2026-10-05", "is_conditional": False})

    assert days_of(case) == (date(2026, 10, 5), date(2027, 10, 5))


def test_probation_after_a_conditional_sentence_begins_when_that_ends(case, clerk):
    sentence = an_order(case, clerk, instrument="CSO", length=Length(months=6))
    an_order(case, clerk, follows_id=sentence.pk)

    first, second = terms_of([case.pk], TODAY)[case.pk]
    assert first.term.ends_before == second.term.starts_on == date(2027, 3, 8)


@pytest.mark.parametrize(
    ("kind", "facts", "ends_before"),
    [
        ("SHORTENED", {"last_day": "2026-12-31"}, date(2027, 1, 1)),
        ("EXTENDED", {"by": {"months": 3}}, date(2027, 12, 8)),
        ("ENDED", {}, date(2026, 11, 3)),
        ("VARIED", {}, date(2027, 9, 8)),
        ("TRANSFERRED", {"to": "Timmins"}, date(2027, 9, 8)),
    ],
)
def test_what_a_court_did_moves_the_last_day(case, clerk, kind, facts, ends_before):
    order = an_order(case, clerk)
    record(order, clerk, kind, date(2026, 11, 2), **facts)

    assert days_of(case)[1] == ends_before


def test_a_breach_process_stops_a_conditional_sentence(case, clerk):
    order = an_order(case, clerk, instrument="CSO", length=Length(months=6))
    record(order, clerk, "BREACH_PROCESS", date(2026, 11, 2), warrant_on="2026-11-02")

    (each,) = terms_of([case.pk], TODAY)[case.pk]
    assert each.standing(TODAY) == Standing.STOPPED
    assert each.binds(TODAY)


def test_a_correction_replaces_and_both_stay(case, clerk):
    order = an_order(case, clerk)
    wrong = record(order, clerk, "SHORTENED", date(2026, 11, 2), last_day="2026-12-13")
    events.record_event(
        id=new_id(),
        order=order,
        kind="SHORTENED",
        on=date(2026, 11, 2),
        by=clerk,
        facts={"last_day": "2026-12-31"},
        replaces=wrong,
    )

    assert days_of(case)[1] == date(2027, 1, 1)
    assert OrderEvent.objects.count() == 2


def test_what_was_recorded_by_mistake_is_taken_back(case, clerk):
    order = an_order(case, clerk)
    wrong = record(order, clerk, "ENDED", date(2026, 11, 2))
    events.take_event_back(id=new_id(), event=wrong, reason="Another person’s order", by=clerk)

    assert days_of(case)[1] == date(2027, 9, 8)


def test_an_event_is_corrected_once(case, clerk):
    order = an_order(case, clerk)
    wrong = record(order, clerk, "ENDED", date(2026, 11, 2))
    events.take_event_back(id=new_id(), event=wrong, reason="Mistake", by=clerk)

    with pytest.raises(events.ReplacedAlready):
        events.take_event_back(id=new_id(), event=wrong, reason="Mistake", by=clerk)


@pytest.mark.parametrize("change", [{"words": "Other"}, None])
def test_the_database_itself_keeps_events_as_they_are(case, clerk, change):
    event = record(an_order(case, clerk), clerk, "ENDED", date(2026, 11, 2))
    rows = OrderEvent.objects.filter(pk=event.pk)

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        rows.update(**change) if change else rows.delete()


@pytest.mark.parametrize(
    ("kind", "on", "facts", "refusal"),
    [
        ("ENDED", date(2026, 11, 27), {}, "NotYet"),
        ("ENDED", date(2026, 9, 7), {}, "BeforeTheOrder"),
        ("SHORTENED", date(2026, 11, 2), {}, "FactsUnreadable"),
        ("SHORTENED", date(2026, 11, 2), {"last_day": "soon"}, "FactsUnreadable"),
        ("EXTENDED", date(2026, 11, 2), {"by": {"moons": 2}}, "FactsUnreadable"),
    ],
)
def test_an_event_that_cannot_be_is_refused(case, clerk, kind, on, facts, refusal):
    order = an_order(case, clerk)

    with pytest.raises(Refused) as refused:
        record(order, clerk, kind, on, **facts)

    assert type(refused.value).__name__ == refusal


def test_the_same_event_sent_twice_is_one(case, clerk):
    order = an_order(case, clerk)
    said = {"id": new_id(), "order": order, "kind": "ENDED", "on": date(2026, 11, 2), "by": clerk}

    assert events.record_event(**said) == events.record_event(**said)
    with pytest.raises(SentBefore):
        events.record_event(**said | {"kind": "REVOKED"})


def test_a_paper_that_contradicts_binds_nobody(case, clerk):
    an_order(case, clerk)
    an_order(case, clerk, length=Length(months=18))

    assert days_of(case)[1] == date(2027, 9, 8)


def test_an_order_of_a_later_day_is_not_there_yet(case, clerk):
    an_order(case, clerk)

    assert terms_of([case.pk], date(2026, 9, 7)) == {case.pk: []}


@pytest.mark.parametrize("count", [1, 3])
def test_terms_of_any_number_of_files_take_one_query(officer, count):
    cases = [a_case(holder=officer) for _each in range(count)]
    for case in cases:
        order = an_order(case, officer)
        record(order, officer, "VARIED", date(2026, 11, 2))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = terms_of([case.pk for case in cases], TODAY)

    assert [len(found[case.pk]) for case in cases] == [1] * count
    assert len(queries) == 1
