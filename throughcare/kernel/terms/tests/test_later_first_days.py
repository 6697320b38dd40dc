"""Orders that begin after their making: what counts from release, what stops before the start."""

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import BreachProcess, Custody, Extended, Imprisoned, Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.rules import Anchor
from throughcare.kernel.terms.tests.samples import RULES, cap, codes, day, rule, term

LIMITED = (
    rule("RELEASE_CAP", caps=(cap("anniversary", years=1, anchor=Anchor.RELEASE),)),
    rule("FIRST_CAP", anchor=Anchor.RELEASE, caps=(cap("anniversary", years=1),)),
    rule("SITTINGS", caps=(cap("anniversary", days=90, of_length=True),)),
    rule("RELEASE_LEAST", least=(cap("anniversary", years=1, anchor=Anchor.RELEASE),)),
    rule("FIRST_LEAST", anchor=Anchor.RELEASE, least=(cap("anniversary", years=1),)),
)


def limited(instrument, last, released):
    """Return the flags of an order made on January 15, 2026 to a stated last day."""
    custody = Custody(day(released)) if released else None
    made = Made(instrument, day("2026-01-15"), last_day=day(last), custody=custody)
    return term_of(LIMITED, made)


@pytest.mark.parametrize(
    ("instrument", "last", "released", "flags"),
    [
        ("RELEASE_CAP", "2027-06-01", "2026-06-01", []),
        ("RELEASE_CAP", "2027-06-02", "2026-06-01", ["TERM_OVER_CAP"]),
        ("RELEASE_CAP", "2027-01-15", None, []),
        ("RELEASE_CAP", "2027-01-16", None, ["TERM_OVER_CAP"]),
        ("FIRST_CAP", "2027-01-15", "2026-06-01", []),
        ("FIRST_CAP", "2027-01-16", "2026-06-01", ["TERM_OVER_CAP"]),
        ("RELEASE_LEAST", "2027-06-01", "2026-06-01", []),
        ("RELEASE_LEAST", "2027-05-31", "2026-06-01", ["TERM_UNDER_LEAST"]),
        ("FIRST_LEAST", "2027-01-15", "2026-06-01", []),
        ("FIRST_LEAST", "2027-01-14", "2026-06-01", ["TERM_UNDER_LEAST"]),
    ],
)
def test_a_limit_counts_from_its_own_day_not_from_the_length_s(instrument, last, released, flags):
    found = limited(instrument, last, released)

    assert (found.last.on, codes(found.flags)) == (day(last), flags)


@pytest.mark.parametrize(
    ("instrument", "released", "permitted"),
    [
        ("RELEASE_CAP", "2026-06-01", "2027-06-01"),
        ("RELEASE_CAP", None, "2027-01-15"),
        ("FIRST_CAP", "2026-06-01", "2027-01-15"),
    ],
)
def test_the_cap_shown_counts_from_its_own_day(instrument, released, permitted):
    assert limited(instrument, "2026-12-31", released).cap.on == day(permitted)


@pytest.mark.parametrize(("days", "flags"), [(89, []), (90, []), (91, ["TERM_OVER_CAP"])])
def test_a_bare_length_is_counted_as_its_limit_is(days, flags):
    found = term_of(LIMITED, Made("SITTINGS", day("2026-01-15"), Length(days=days)))

    assert codes(found.flags) == flags


@pytest.mark.parametrize("instrument", ["WATCH", "BOND"])
def test_an_order_with_a_stated_day_and_no_length_is_extended_from_its_last_day(instrument):
    extended = Extended(day("2026-06-01"), Length(months=2))

    found = term(instrument, last_day=day("2026-12-31"), changes=(extended,))

    assert [found.last.on, *found.last.others] == [day("2027-02-28")]


def test_a_limit_from_a_release_that_is_not_known_is_not_held_against_anything():
    made = Made("RELEASE_CAP", day("2026-01-15"), last_day=day("2030-01-01"), custody=Custody())

    found = term_of(LIMITED, made)

    assert (found.cap, found.flags) == (None, ())


def test_a_term_without_a_rule_keeps_the_name_of_its_instrument():
    found = term("NOWHERE", months=12)

    assert found.instrument == "NOWHERE"
    assert found.first == found.last == found.nominal
    assert dict(found.asks[0].facts) == {"instrument": "NOWHERE", "day": day("2026-01-15")}


@pytest.mark.parametrize(
    ("stop", "suspended", "last"),
    [
        (Imprisoned(day("2026-06-01"), day("2026-07-14")), 0, "2027-01-14"),
        (Imprisoned(day("2026-06-01"), day("2026-07-20")), 5, "2027-01-19"),
        (BreachProcess(day("2026-06-01"), determined_on=day("2026-07-14")), 0, "2027-01-14"),
        (BreachProcess(day("2026-06-01"), determined_on=day("2026-07-19")), 5, "2027-01-19"),
    ],
)
def test_a_sentence_after_another_is_stopped_from_its_own_first_day(stop, suspended, last):
    before = term("STAY", months=6)

    found = term("STAY", months=6, after=before, changes=(stop,))

    assert found.first.on == day("2026-07-15")
    assert (found.account.suspended, found.last.on) == (suspended, day(last))


def test_a_pending_process_begun_before_the_first_day_stops_from_the_first_day():
    before = term("STAY", months=6)
    pending = BreachProcess(warrant_on=day("2026-06-01"))

    found = term("STAY", months=6, after=before, changes=(pending,))

    assert found.stopped_since == day("2026-07-15")


def test_lengths_of_a_chain_count_from_its_first_sentence():
    made = Made("STAY", day("2026-01-15"), Length(months=6), after=term("STAY", months=6))

    found = term_of(RULES, made)

    assert (found.chain.first.on, found.chain.count) == (day("2026-01-15"), 2)
    assert found.chain.length == Length(months=12)
