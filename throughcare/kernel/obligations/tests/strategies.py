"""Any requirement, any facts and any day, for the laws of obligations."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength

BEGIN = date(2026, 1, 1)
ONE_DAY = timedelta(days=1)
days = st.dates(BEGIN, date(2026, 6, 30))
lengths = st.builds(Length, days=st.integers(1, 40))
rates = st.lists(st.builds(Rate, days, st.integers(0, 3)), min_size=1, max_size=3)


@st.composite
def periods(draw, open_ended=True):
    first, last = sorted((draw(days), draw(days)))
    return Period(first, None if open_ended and draw(st.booleans()) else last + ONE_DAY)


@st.composite
def short_periods(draw):
    first = draw(days)
    return Period(first, first + ONE_DAY * draw(st.integers(1, 15)))


@st.composite
def spans(draw):
    first, last = sorted((draw(days), draw(days)))
    return first, last + ONE_DAY


rolling = st.builds(
    Rolling,
    lengths,
    st.lists(st.tuples(days, days), max_size=2).map(
        lambda pairs: tuple((last, max(last, other) + ONE_DAY) for last, other in pairs)
    ),
)


@st.composite
def cadences(draw):
    opens_on, due_before = draw(spans())
    safe = draw(st.none() | st.dates(opens_on, due_before - ONE_DAY))
    by_from = sorted(draw(rates), key=lambda rate: rate.from_day)
    return draw(
        st.sampled_from(
            [
                Once(opens_on, due_before, safe),
                Hours(Fraction(draw(st.integers(0, 20))), opens_on, due_before, safe),
                After("INTAKE", draw(lengths)),
                draw(rolling),
                Times(
                    tuple(by_from),
                    draw(st.sampled_from(Window)),
                    draw(st.sampled_from(PartWindow)),
                    draw(st.booleans()),
                ),
            ]
        )
    )


requirements = st.builds(
    Requirement,
    st.just("R"),
    st.just("what"),
    st.sampled_from(OwedBy),
    cadences(),
    st.just(frozenset({"CONTACT"})),
    st.just("Standard 1"),
    st.just(Period(BEGIN)) | periods(),
    st.sampled_from([Strength.SELF_REPORT, Strength.SELF_REPORT, Strength.COLLATERAL]),
)
pieces = st.builds(
    Evidence,
    st.uuids().map(str),
    st.sampled_from(["CONTACT", "CONTACT", "CONTACT", "CALL"]),
    days,
    st.sampled_from(Strength),
    st.integers(0, 5).map(Fraction),
)
decisions = st.builds(
    Decision,
    st.just("D"),
    st.just("R"),
    st.one_of(short_periods(), periods()),
    st.just("A. Okafor"),
    st.just("ill"),
)
pauses = st.builds(Pause, st.just("CUSTODY"), st.one_of(short_periods(), periods()))
events = st.builds(Event, st.just("INTAKE"), days) | st.builds(
    lambda on, after, until: Event(
        "INTAKE", on, on + timedelta(days=after + until), on + timedelta(days=after)
    ),
    days,
    st.integers(0, 9),
    st.integers(1, 30),
)


def tuples(of, most):
    return st.lists(of, max_size=most).map(tuple)


facts = st.builds(
    Facts,
    tuples(pieces, 8),
    tuples(events, 3),
    tuples(pauses, 2),
    tuples(decisions, 2),
    tuples(decisions, 1),
)
