"""Orders over their whole life: what binds on which day, told by the days of a story."""

from datetime import date

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.term import Standing, together
from throughcare.orders.commands import events, varying
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.queries import conditions_in_force, conditions_of, terms_of
from throughcare.orders.tests.factories import PEACE, an_order, condition_of
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
CURFEW = ConditionMade(
    2,
    "Be at home from 9 at night to 6 in the morning.",
    (CodeMade("CURFEW", {"window": {"start": "21:00", "end": "06:00"}}),),
)


def happens(order, officer, kind, on, **facts):
    return events.record_event(id=new_id(), order=order, kind=kind, on=on, by=officer, facts=facts)


def standings(case, *days):
    """Return how the first order of a file stands on each day."""
    (each, *_others) = terms_of([case.pk], TODAY)[case.pk]
    return [each.standing(day) for day in days]


def numbers(case, on):
    return [each.number for each in conditions_in_force([case.pk], on)[case.pk]]


def vary(order, officer, on, *parts):
    asked = varying.ask_variation(
        id=new_id(),
        order=order,
        asked_by="OFFICER",
        asked_on=on,
        words="As agreed",
        parts=parts,
        by=officer,
    )
    return varying.grant_variation(variation=asked, decided_on=on, takes_effect_on=on, by=officer)


def test_a_conditional_sentence_stops_and_goes_on(case, officer):
    order = an_order(case, officer, instrument="CSO", length=Length(months=6))
    happens(order, officer, "IMPRISONED", date(2026, 10, 1), released_on="2026-10-20")

    found = standings(
        case,
        date(2026, 9, 7),
        date(2026, 9, 8),
        date(2026, 10, 1),
        date(2026, 10, 25),
        date(2027, 3, 8),
    )

    assert found == [
        Standing.NOT_YET,
        Standing.IN_FORCE,
        Standing.STOPPED,
        Standing.IN_FORCE,
        Standing.IN_FORCE,
    ]


def test_a_stopped_sentence_ends_later(case, officer):
    order = an_order(case, officer, instrument="CSO", length=Length(months=6))
    before = terms_of([case.pk], TODAY)[case.pk][0].term.last.on
    happens(order, officer, "IMPRISONED", date(2026, 10, 1), released_on="2026-10-20")

    assert terms_of([case.pk], TODAY)[case.pk][0].term.last.on > before


def test_probation_is_not_stopped_by_prison(case, officer):
    order = an_order(case, officer)
    happens(order, officer, "IMPRISONED", date(2026, 10, 1), released_on="2026-10-20")

    assert standings(case, date(2026, 10, 5)) == [Standing.IN_FORCE]


def test_an_order_ended_early_is_over_the_day_after(case, officer):
    order = an_order(case, officer)
    happens(order, officer, "ENDED", date(2026, 11, 2))

    found = standings(case, date(2026, 11, 2), date(2026, 11, 3))
    assert found == [Standing.IN_FORCE, Standing.OVER]
    assert numbers(case, date(2026, 11, 2)) == [1, 2]
    assert numbers(case, date(2026, 11, 3)) == []


def test_two_orders_run_at_the_same_time_each_with_its_own_days(case, officer):
    an_order(case, officer)
    an_order(
        case,
        officer,
        information_number="26-0555",
        made_on=date(2026, 10, 12),
        length=Length(months=18),
    )

    terms = [each.term for each in terms_of([case.pk], TODAY)[case.pk]]
    assert [term.last.on for term in terms] == [date(2027, 9, 7), date(2028, 4, 11)]
    assert together(terms).on == date(2028, 4, 11)
    assert numbers(case, TODAY) == [1, 2, 1, 2]
    assert numbers(case, date(2027, 9, 8)) == [1, 2]


def test_orders_that_ride_along_stand_beside(case, officer):
    an_order(case, officer, conditions=(PEACE,))
    an_order(case, officer, instrument="S110_ORDER", length=Length(years=5), conditions=())
    an_order(case, officer, instrument="DNA_ORDER", length=None, conditions=())

    found = terms_of([case.pk], TODAY)[case.pk]
    assert [each.order.instrument for each in found] == ["PROBATION", "S110_ORDER", "DNA_ORDER"]
    assert all(each.binds(TODAY) for each in found)


def test_probation_moves_with_the_sentence_it_follows(case, officer):
    sentence = an_order(case, officer, instrument="CSO", length=Length(months=6))
    an_order(case, officer, follows_id=sentence.pk)
    first = terms_of([case.pk], TODAY)[case.pk][1].term.first.on
    happens(sentence, officer, "IMPRISONED", date(2026, 10, 1), released_on="2026-10-20")

    assert terms_of([case.pk], TODAY)[case.pk][1].term.first.on > first


def test_a_curfew_is_changed_twice_and_lifted(case, officer):
    order = an_order(case, officer, conditions=(PEACE, CURFEW), confirmed=True)
    first = condition_of(order, 2)
    vary(order, officer, date(2026, 10, 1), {"before": first, "words": "Be home from 10."})
    second = order.conditions.get(replaces=first)
    vary(order, officer, date(2026, 10, 20), {"before": second, "words": "Be home from 11."})
    third = order.conditions.get(replaces=second)
    vary(order, officer, date(2026, 11, 10), {"before": third})

    found = {
        day: [each.words for each in conditions_in_force([case.pk], day)[case.pk][1:]]
        for day in (
            date(2026, 9, 30),
            date(2026, 10, 1),
            date(2026, 10, 19),
            date(2026, 10, 20),
            date(2026, 11, 9),
            date(2026, 11, 10),
        )
    }
    assert found == {
        date(2026, 9, 30): [CURFEW.words],
        date(2026, 10, 1): ["Be home from 10."],
        date(2026, 10, 19): ["Be home from 10."],
        date(2026, 10, 20): ["Be home from 11."],
        date(2026, 11, 9): ["Be home from 11."],
        date(2026, 11, 10): [],
    }


def test_every_version_stays_on_file(case, officer):
    order = an_order(case, officer, conditions=(PEACE, CURFEW), confirmed=True)
    first = condition_of(order, 2)
    vary(order, officer, date(2026, 10, 1), {"before": first, "words": "Be home from 10."})

    versions = [each for each in conditions_of([case.pk], TODAY)[case.pk] if each.number == 2]
    assert [each.words for each in versions] == [CURFEW.words, "Be home from 10."]
    assert versions[0].in_force.ends_before == versions[1].in_force.starts_on


def test_one_change_touches_several_conditions(case, officer):
    order = an_order(case, officer, conditions=(PEACE, CURFEW), confirmed=True)
    parts = [
        {"before": condition_of(order, 2)},
        {"before": None, "words": "Go to school each day."},
        {"before": None, "words": "Show the timetable on request."},
    ]
    vary(order, officer, date(2026, 10, 1), *parts)

    assert numbers(case, date(2026, 9, 30)) == [1, 2]
    assert numbers(case, date(2026, 10, 1)) == [1, 3, 4]


def test_a_change_is_an_event_that_moves_no_day(case, officer):
    order = an_order(case, officer, confirmed=True)
    before = terms_of([case.pk], TODAY)[case.pk][0].term.last.on
    vary(order, officer, date(2026, 10, 1), {"before": condition_of(order, 2)})

    assert order.events.get().kind == "VARIED"
    assert terms_of([case.pk], TODAY)[case.pk][0].term.last.on == before


def test_parole_with_the_days_of_the_board(case, officer):
    an_order(
        case,
        officer,
        instrument="PAROLE",
        court="Ontario Parole Board",
        length=None,
        first_day_stated=date(2026, 10, 1),
        last_day_stated=date(2027, 1, 14),
    )

    found = standings(case, date(2026, 9, 30), date(2026, 10, 1), date(2027, 1, 14))
    assert found == [Standing.NOT_YET, Standing.IN_FORCE, Standing.IN_FORCE]


def test_while_the_days_are_unknown_nothing_is_in_force(case, officer):
    an_order(case, officer, instrument="PAROLE", length=None)

    assert standings(case, TODAY) == [Standing.UNKNOWN]
    assert numbers(case, TODAY) == []
    assert [each.in_force for each in conditions_of([case.pk], TODAY)[case.pk]] == [None, None]


def test_february_29_has_two_readings(case, officer):
    an_order(case, officer, made_on=date(2024, 2, 29), length=Length(years=1))

    (each,) = terms_of([case.pk], TODAY)[case.pk]
    assert each.term.last.is_ambiguous
    assert each.standing(date(2025, 2, 27)) == Standing.IN_FORCE
    assert each.standing(each.term.last.latest) == Standing.DISPUTED
