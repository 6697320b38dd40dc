"""An order that a court may extend or revoke only after a conviction that is final."""

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import Custody, Ended, Extended, Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.tests.samples import cap, codes, day, rule

RULES = (
    rule(
        "PROMISE",
        caps=(cap("anniversary", years=3),),
        extension=Length(years=1),
        after_conviction=True,
    ),
    rule("LOOSE", extension=Length(years=1)),
)
HALF = Length(months=6)


def order(*changes, instrument="PROMISE"):
    """Return an order of 2026, a year long, and what courts did to it."""
    made = Made(instrument, day("2026-01-15"), Length(months=12), changes=changes)
    return term_of(RULES, made)


def extended(convicted=None, is_final=None, on="2026-09-01", by=HALF):
    return Extended(day(on), by, day(convicted), is_final)


def revoked(convicted=None, is_final=None, on="2026-09-01"):
    return Ended(day(on), True, day(convicted), is_final)


@pytest.mark.parametrize("act", [extended, revoked])
@pytest.mark.parametrize(
    ("convicted", "is_final", "flags"),
    [
        pytest.param(None, None, ["TERM_NO_CONVICTION"], id="no_conviction"),
        pytest.param(None, True, ["TERM_NO_CONVICTION"], id="final_but_no_day"),
        pytest.param("2026-05-04", True, [], id="final"),
        pytest.param("2026-05-04", None, ["TERM_CONVICTION_NOT_FINAL"], id="not_said"),
        pytest.param("2026-05-04", False, ["TERM_CONVICTION_NOT_FINAL"], id="under_appeal"),
        pytest.param("2026-09-01", True, [], id="on_the_day_of_the_act"),
        pytest.param("2026-09-02", True, ["TERM_CONVICTED_OUTSIDE"], id="after_the_act"),
        pytest.param(
            "2026-09-02",
            False,
            ["TERM_CONVICTED_OUTSIDE", "TERM_CONVICTION_NOT_FINAL"],
            id="both",
        ),
    ],
)
def test_what_is_missing_is_flagged(act, convicted, is_final, flags):
    assert codes(order(act(convicted, is_final)).flags) == flags


@pytest.mark.parametrize(
    ("convicted", "flags"),
    [
        ("2027-01-14", ["TERM_CHANGE_AFTER_END"]),
        ("2027-01-15", ["TERM_CHANGE_AFTER_END", "TERM_CONVICTED_OUTSIDE"]),
    ],
)
def test_a_conviction_after_the_last_day_is_outside_the_order(convicted, flags):
    late = extended(convicted, True, on="2027-03-01")

    assert codes(order(late).flags) == flags


def test_the_court_s_act_stands_all_the_same():
    assert order(extended()).last.on == day("2027-07-14")
    assert order(revoked()).last.on == day("2026-09-01")


def test_an_early_end_needs_no_conviction():
    assert order(Ended(day("2026-09-01"))).flags == ()


@pytest.mark.parametrize("change", [extended(), revoked()])
def test_where_the_law_asks_for_none_nothing_is_flagged(change):
    assert order(change, instrument="LOOSE").flags == ()


def test_the_flags_name_both_days():
    found = order(extended("2026-10-05", False))

    assert [dict(each.facts) for each in found.flags] == [
        {"day": day("2026-09-01"), "convicted": day("2026-10-05")},
        {"day": day("2026-09-01"), "convicted": day("2026-10-05")},
    ]
    assert dict(order(extended()).flags[0].facts) == {"day": day("2026-09-01")}


def test_too_long_and_without_a_conviction_are_two_flags():
    found = order(extended(by=Length(months=13)))

    assert codes(found.flags) == ["TERM_EXTENSION_OVER_CAP", "TERM_NO_CONVICTION"]


def test_a_stated_order_whose_first_day_is_not_known_is_extended_from_its_last():
    waiting = rule("WAITING", "after_sentence", extension=Length(years=1))
    made = Made(
        "WAITING",
        day("2026-01-15"),
        last_day=day("2026-12-31"),
        custody=Custody(),
        changes=(extended(),),
    )

    assert term_of((waiting,), made).last.on == day("2027-06-30")


def test_an_extension_may_pass_the_limit_of_the_order():
    made = Made(
        "PROMISE",
        day("2026-05-01"),
        Length(months=36),
        changes=(extended("2028-01-10", True, on="2028-06-01", by=Length(months=12)),),
    )
    found = term_of(RULES, made)

    assert (found.last.on, found.flags) == (day("2030-04-30"), ())
