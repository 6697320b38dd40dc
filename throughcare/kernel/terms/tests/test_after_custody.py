"""An order that waits for custody and for another sentence: nothing of either is lost."""

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import Custody
from throughcare.kernel.terms.tests.samples import codes, day, term

COUNTED = Custody(
    day("2026-10-01"), is_conditional=True, imposed_on=day("2026-08-31"), length=Length(months=6)
)


def after(months, custody, on="2026-08-31"):
    """Return a watch after a stay of so many months, with custody besides."""
    stay = term("STAY", on, months=months)
    return term(on=on, months=12, after=stay, custody=custody)


@pytest.mark.parametrize(
    ("months", "readings"),
    [
        (3, ["2027-02-28", "2027-03-01"]),
        (6, ["2027-02-28", "2027-03-01"]),
        (7, ["2027-03-31"]),
        (12, ["2027-08-31"]),
    ],
)
def test_every_reading_of_custody_meets_every_reading_of_the_sentence(months, readings):
    first = after(months, COUNTED).first

    assert [first.on, *first.others] == [day(each) for each in readings]


def test_the_reasons_of_custody_go_before_those_of_the_sentence():
    assert codes(after(3, COUNTED).first.reasons) == [
        "TERM_ENDS_PERIOD",
        "TERM_BEGINS_ON_EXPIRY",
        "TERM_ENDS_PERIOD",
        "TERM_NO_CORRESPONDING_DAY",
        "TERM_BEGINS_AFTER_SENTENCE",
    ]


def test_an_expiry_counted_here_is_still_to_be_confirmed():
    found = after(12, COUNTED)

    assert codes(found.flags) == ["TERM_CONFIRM_EXPIRY"]
    assert dict(found.flags[0].facts) == {"day": day("2027-02-27")}


@pytest.mark.parametrize(
    ("released", "first", "why"),
    [
        ("2026-01-10", "2026-09-01", ["TERM_ENDS_PERIOD", "TERM_BEGINS_AFTER_SENTENCE"]),
        (
            *("2026-07-01", "2026-09-01"),
            ["TERM_BEGINS_ON_RELEASE", "TERM_ENDS_PERIOD", "TERM_BEGINS_AFTER_SENTENCE"],
        ),
        (
            *("2026-10-01", "2026-10-01"),
            ["TERM_BEGINS_ON_RELEASE", "TERM_ENDS_PERIOD", "TERM_BEGINS_AFTER_SENTENCE"],
        ),
    ],
)
def test_custody_that_puts_nothing_off_explains_nothing(released, first, why):
    prison = Custody(day(released), is_conditional=False)
    found = after(6, prison, on="2026-03-01").first

    assert (found.on, found.others, found.flags) == (day(first), (), ())
    assert codes(found.reasons) == why


@pytest.mark.parametrize(
    ("custody", "ask"),
    [
        (Custody(), "TERM_ASK_RELEASE"),
        (Custody(day("2026-10-01")), "TERM_ASK_RELEASE_KIND"),
        (Custody(day("2026-10-01"), is_conditional=True), "TERM_ASK_EXPIRY"),
    ],
)
def test_what_custody_asks_goes_before_the_sentence(custody, ask):
    assert codes(after(6, custody).asks) == [ask]
