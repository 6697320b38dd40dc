"""Time limits as orders state them: the last day, its other reading, or what must be asked."""

from datetime import date

import pytest

from throughcare.kernel.calendar.answers import Day, NeedsPerson, NoEnd
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.working import OfficeCalendar
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.terms.term import Term
from throughcare.packs.condition_rules import Asked, Counts, CountsFrom, How, OwedBy, TimeLimit
from throughcare.packs.limits import due_day, first_counted, last_of, read_limit
from throughcare.packs.loading import load
from throughcare.packs.requirements import OrderedCondition
from throughcare.packs.tests.isle import written

MADE, FIRST, LAST = date(2026, 11, 5), date(2026, 11, 9), date(2027, 11, 8)
TERM = Term("PROBATION", Day(FIRST), Day(LAST), Day(LAST))


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """Load the small invented pack."""
    return load(written(tmp_path_factory.mktemp("packs") / "isle"))


def asked(within, **more):
    """Return something asked once."""
    words = {"en": "x", "fr": "x"}
    return Asked(
        "X", words, OwedBy.PERSON, How.ONCE, ("NOTICE_GIVEN",), "Act, 1", within=within, **more
    )


def ordered(parameters=None, *, made=MADE, term=TERM, first=FIRST, released=None):
    """Return a condition of an order made on a Thursday, in force on the Monday after."""
    return OrderedCondition(
        None, "GARDEN", parameters or {}, "PROBATION", made, term, Period(first, None), released
    )


@pytest.mark.parametrize(
    ("stated", "due"),
    [
        ({"n": 24, "unit": "hour", "from": "order"}, "2026-11-10"),
        ({"n": 48, "unit": "hour", "from": "order"}, "2026-11-11"),
        ({"n": 25, "unit": "hour", "from": "order"}, "2026-11-11"),
        ({"n": 3, "unit": "day", "from": "order"}, "2026-11-12"),
        ({"n": 3, "unit": "day"}, "2026-11-12"),
        ({"n": 0, "unit": "day"}, "2026-11-09"),
        ({"n": 2, "unit": "month", "from": "start"}, "2027-01-08"),
        ({"n": 5, "unit": "today"}, "2026-11-09"),
        ({"n": 2, "unit": "day", "from": "release"}, "2026-11-15"),
        ({"date": "2026-12-24", "time": "15:00"}, "2026-12-24"),
        (date(2026, 12, 24), "2026-12-24"),
        ({"at": "end"}, "2027-11-08"),
        ({"n": 5, "unit": "month"}, "2027-04-09"),
        ({"n": 13, "unit": "month"}, "2027-11-08"),
    ],
)
def test_a_stated_time_limit_ends_on_a_day(pack, stated, due):
    limit = asked(TimeLimit(("by",)), counts_from=CountsFrom.MADE)

    found = due_day(pack, ordered({"by": stated}, released=date(2026, 11, 13)), limit)

    assert found.latest.isoformat() == due


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ({"n": 1, "unit": "month", "from": "securing work"}, "ASK_CANNOT_COUNT"),
        ({"n": 1.5, "unit": "month"}, "ASK_CANNOT_COUNT"),
        ({"n": "some", "unit": "day"}, "ASK_CANNOT_COUNT"),
        ({"n": -1, "unit": "day"}, "ASK_CANNOT_COUNT"),
        ({"n": 1, "unit": "moon"}, "ASK_CANNOT_COUNT"),
        ({"unit": "day"}, "ASK_CANNOT_COUNT"),
        ({"at": "sunset"}, "ASK_CANNOT_COUNT"),
        ({"date": "[END DATE]"}, "ASK_CANNOT_COUNT"),
        ("as soon as it can be done", "ASK_CANNOT_COUNT"),
        (True, "ASK_CANNOT_COUNT"),
        ({"n": 2, "unit": "day", "from": "release"}, "ASK_NOT_RELEASED"),
        (None, "ASK_NOT_STATED"),
    ],
)
def test_what_cannot_be_counted_is_asked(pack, stated, code):
    limit = asked(TimeLimit(("by",)), of="GARDEN")

    found = due_day(pack, ordered({"by": stated}), limit)

    assert (found.code, found.authority) == (code, "Act, 1")


def test_a_question_names_the_parameter_and_its_words(pack):
    limit = asked(TimeLimit(("by",)), of="GARDEN")

    found = due_day(pack, ordered({"by": "soon"}), limit)

    assert dict(found.facts) == {"parameter": "GARDEN.by", "words": "soon"}


@pytest.mark.parametrize(
    ("name", "value", "length"),
    [
        ("months", 6, Length(months=6)),
        ("months", "6", Length(months=6)),
        ("weeks", 2, Length(weeks=2)),
        ("hours", 24, Length(days=1)),
        ("months", 3.5, None),
        ("distance_m", 50, None),
    ],
)
def test_a_bare_number_is_read_by_the_name_of_its_parameter(pack, name, value, length):
    found = read_limit(pack, name, value)

    assert (found and found.length) == length


@pytest.mark.parametrize(
    ("within", "counts", "due"),
    [
        (TimeLimit(length=Length(days=2)), Counts.AFTER, ["2026-11-11"]),
        (TimeLimit(length=Length(months=1)), Counts.AFTER, ["2026-12-09"]),
        (TimeLimit(length=Length(months=1)), Counts.PERIOD, ["2026-12-08"]),
        (TimeLimit(working_days=1), Counts.AFTER, ["2026-11-10"]),
        (TimeLimit(to_the_end=True), Counts.AFTER, ["2027-11-08"]),
    ],
)
def test_a_fixed_time_limit_ends_on_a_day(pack, within, counts, due):
    found = due_day(pack, ordered(), asked(within, counts=counts))

    assert [str(day) for day in (found.on, *found.others)] == due


def test_a_disputed_working_day_gives_both_readings(pack):
    """September 30 is a holiday in federal law only."""
    first = date(2026, 9, 29)
    term = Term("PROBATION", Day(first), Day(LAST), Day(LAST))

    found = due_day(pack, ordered(term=term, first=first), asked(TimeLimit(working_days=1)))

    assert [str(day) for day in (found.on, *found.others)] == ["2026-09-30", "2026-10-01"]


def test_a_period_whose_month_has_no_such_day_gives_both_readings(pack):
    first = date(2026, 12, 31)
    term = Term("PROBATION", Day(first), Day(LAST), Day(LAST))
    limit = asked(TimeLimit(length=Length(months=2)), counts=Counts.PERIOD)

    found = due_day(pack, ordered(term=term, first=first), limit)

    assert [str(day) for day in (found.on, *found.others)] == ["2027-02-27", "2027-02-28"]


def test_the_closing_days_of_an_office_put_the_day_off(pack):
    shut = OfficeCalendar(
        pack.office.weekend, pack.office.own, pack.office.others, frozenset({date(2026, 11, 10)})
    )

    found = due_day(pack, ordered(), asked(TimeLimit(working_days=1)), shut)

    assert found.latest == date(2026, 11, 12)


@pytest.mark.parametrize(
    ("nominal", "last", "end"),
    [
        (Day(LAST), Day(LAST), LAST),
        (Day(LAST), Day(date(2028, 1, 1)), date(2028, 1, 1)),
        (Day(LAST), Day(date(2027, 1, 1)), LAST),
        (Day(LAST, (date(2027, 11, 9),)), Day(LAST), LAST),
        (NoEnd(()), NoEnd(()), None),
        (NeedsPerson(()), Day(LAST), LAST),
    ],
)
def test_the_last_day_anything_may_fall_due(nominal, last, end):
    assert last_of(Term("X", Day(FIRST), last, nominal)) == end


def test_the_end_of_an_order_without_an_end_is_asked(pack):
    endless = Term("X", Day(FIRST), NoEnd(()), NoEnd(()))

    found = due_day(pack, ordered(term=endless), asked(TimeLimit(to_the_end=True)))

    assert found.code == "ASK_NO_LAST_DAY"


@pytest.mark.parametrize(
    ("counts_from", "made", "since"),
    [
        (CountsFrom.MADE, MADE, FIRST),
        (CountsFrom.MADE, date(2026, 11, 20), date(2026, 11, 20)),
        (CountsFrom.FIRST_DAY, MADE, FIRST),
        (CountsFrom.RELEASED, MADE, date(2026, 11, 13)),
    ],
)
def test_the_day_a_time_limit_is_counted_from(counts_from, made, since):
    given = ordered(made=made, released=date(2026, 11, 13))

    assert first_counted(given, counts_from) == since


def test_a_term_whose_first_day_is_not_known_counts_from_the_condition():
    unknown = Term("X", NeedsPerson(()), NeedsPerson(()), NeedsPerson(()))

    assert first_counted(ordered(term=unknown), CountsFrom.FIRST_DAY) == FIRST
