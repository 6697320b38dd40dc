"""Several orders: consecutive, concurrent, and what follows one that was ended."""

import pytest

from throughcare.kernel.calendar.answers import Day, NeedsPerson
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import Committed, Custody, Ended, Imprisoned, Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.term import Standing, together
from throughcare.kernel.terms.tests.samples import RULES, cap, codes, day, made, rule, term

COMMITS = rule("STRICT", total=cap(years=2, less_days=1), rest_in_custody=True)
STRICT_RULES = (*RULES, COMMITS)


def in_a_row(*months, instrument="STAY", on="2026-01-05"):
    """Return consecutive sentences made on one day."""
    found, before = [], None
    for each in months:
        before = term_of(RULES, made(instrument, on, months=each, after=before))
        found.append(before)
    return found


@pytest.mark.parametrize(
    ("months", "flags"),
    [
        ((12, 11), [[], []]),
        ((12, 12), [[], ["TERM_OVER_TOTAL"]]),
        ((8, 8, 7), [[], [], []]),
        ((8, 8, 8), [[], [], ["TERM_OVER_TOTAL"]]),
        ((24,), [["TERM_OVER_CAP"]]),
        ((24, 1), [["TERM_OVER_CAP"], ["TERM_OVER_TOTAL"]]),
    ],
)
def test_consecutive_sentences_are_held_against_their_total(months, flags):
    assert [codes(each.flags) for each in in_a_row(*months)] == flags


def test_less_a_day_of_each_counts():
    less = Length(years=1, less_days=1)
    first = term("STAY", "2026-01-05", length=less)

    second = term("STAY", "2026-01-05", length=Length(years=1), after=first)

    assert second.flags == ()
    assert second.chain.length == Length(years=2, less_days=1)


def test_a_total_counted_to_its_anniversary_has_a_day_more():
    ample = rule("AMPLE", total=cap("anniversary", years=2))
    first = term_of((ample,), made("AMPLE", "2026-01-05", months=12))
    order = made("AMPLE", "2026-01-05", length=Length(months=12, days=1), after=first)

    assert term_of((ample,), order).flags == ()


def test_time_that_stood_still_makes_no_sentence_longer():
    jailed = Imprisoned(day("2026-06-01"), day("2026-09-01"))
    first = term("STAY", "2026-01-05", months=12, changes=(jailed,))

    second = term("STAY", "2026-01-05", months=11, after=first)

    assert second.last.on == day("2028-03-06")
    assert second.flags == ()


def test_an_order_after_a_sentence_of_another_kind_begins_its_own_chain():
    first = term("STAY", "2026-01-05", months=23)

    assert term("WATCH", "2026-01-05", months=24, after=first).chain is None
    assert term("STAY", months=12, after=term("WATCH", months=24)).chain.count == 1


def test_a_chain_whose_beginning_is_not_known_says_nothing():
    waiting = rule("LATE", "after_sentence", total=cap(years=2, less_days=1))
    first = term_of((waiting,), Made("LATE", day("2026-01-05"), Length(2), custody=Custody()))

    second = term_of((waiting,), Made("LATE", day("2026-01-05"), Length(2), after=first))

    assert codes(second.flags) == []


def strict(*changes, instrument="STRICT"):
    return term_of(
        STRICT_RULES, Made(instrument, day("2026-01-05"), Length(months=12), changes=changes)
    )


def watch_after(before, custody=None):
    order = Made("WATCH", day("2026-01-05"), Length(months=12), after=before, custody=custody)
    return term_of(STRICT_RULES, order)


def test_what_follows_a_sentence_ended_into_custody_waits_for_release():
    before = strict(Ended(day("2026-07-01")))
    found = watch_after(before)

    assert before.rest_in_custody
    assert codes(before.notes) == ["TERM_REST_IN_CUSTODY"]
    assert isinstance(found.first, NeedsPerson)
    assert codes(found.asks) == ["TERM_ASK_RELEASE"]


@pytest.mark.parametrize(
    ("custody", "first"),
    [
        (Custody(day("2026-10-20"), is_conditional=False), "2026-10-20"),
        (Custody(day("2026-10-20"), True, expires_on=day("2026-12-20")), "2026-12-21"),
    ],
    ids=["released", "paroled"],
)
def test_once_released_it_begins(custody, first):
    assert watch_after(strict(Ended(day("2026-07-01"))), custody).first.on == day(first)


@pytest.mark.parametrize("changes", [(), (Committed(day("2026-07-01")),)])
def test_a_sentence_that_goes_on_holds_what_follows_to_its_last_day(changes):
    assert watch_after(strict(*changes)).first.on == day("2027-01-05")


def test_elsewhere_an_order_that_was_ended_is_followed_at_once():
    ended = strict(Ended(day("2026-07-01")), instrument="STAY")

    assert not ended.rest_in_custody
    assert ended.notes == ()
    assert watch_after(ended).first.on == day("2026-07-02")


def test_an_end_too_late_leaves_the_sentence_as_it_was():
    found = strict(Ended(day("2027-02-01")))

    assert not found.rest_in_custody
    assert found.standing(day("2027-01-04")) is Standing.IN_FORCE


def ending(last, *others):
    """Return a term that ends on a day, with other readings of it."""
    base = term(months=12)
    return type(base)("WATCH", base.first, Day(day(last), tuple(map(day, others))), base.nominal)


@pytest.mark.parametrize(
    ("terms", "last", "others"),
    [
        ([("2027-01-10",), ("2027-01-11",)], "2027-01-11", []),
        ([("2027-01-10", "2027-01-12"), ("2027-01-11",)], "2027-01-11", ["2027-01-12"]),
        ([("2027-01-10", "2027-01-11"), ("2027-01-11",)], "2027-01-11", []),
        ([("2027-01-10",), ("2027-01-10", "2027-01-11")], "2027-01-10", ["2027-01-11"]),
        (
            [("2027-01-10", "2027-01-13"), ("2027-01-11", "2027-01-12")],
            "2027-01-11",
            ["2027-01-12", "2027-01-13"],
        ),
        (
            [("2027-01-11", "2027-01-10"), ("2026-01-11", "2026-01-12")],
            "2027-01-11",
            ["2027-01-10"],
        ),
    ],
)
def test_orders_together_end_on_each_day_that_some_reading_gives(terms, last, others):
    found = [ending(*each) for each in terms]

    for order in (found, found[::-1]):
        answer = together(order)
        assert (answer.on, answer.others) == (day(last), tuple(map(day, others)))


def test_no_order_at_all_has_no_last_day():
    assert together([]) is None
