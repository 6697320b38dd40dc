import pytest

from throughcare.kernel.calendar.answers import Day, NeedsPerson, NoEnd
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import Custody
from throughcare.kernel.terms.rules import rule_on
from throughcare.kernel.terms.tests.samples import codes, day, rule, term

PRISON = {"imposed_on": day("2026-01-12"), "length": Length(months=18)}


@pytest.mark.parametrize(
    ("custody", "first", "why"),
    [
        pytest.param(None, "2026-02-10", "TERM_BEGINS_ON_MAKING", id="on_making"),
        pytest.param(
            Custody(day("2026-06-10"), is_conditional=False),
            *("2026-06-10", "TERM_BEGINS_ON_RELEASE"),
            id="on_release",
        ),
        pytest.param(
            Custody(day("2026-01-05"), is_conditional=False),
            *("2026-02-10", "TERM_BEGINS_ON_RELEASE"),
            id="never_before_it_is_made",
        ),
        pytest.param(
            Custody(day("2026-07-12"), is_conditional=True, **PRISON),
            *("2027-07-12", "TERM_BEGINS_ON_EXPIRY"),
            id="when_the_sentence_of_a_paroled_person_expires",
        ),
        pytest.param(
            Custody(day("2026-07-12"), is_conditional=True, expires_on=day("2027-05-01")),
            *("2027-05-02", "TERM_BEGINS_ON_EXPIRY"),
            id="as_the_institution_says",
        ),
        pytest.param(
            Custody(is_intermittent=True),
            *("2026-02-10", "TERM_BEGINS_BETWEEN_SITTINGS"),
            id="between_sittings",
        ),
    ],
)
def test_the_first_day(custody, first, why):
    found = term(on="2026-02-10", months=12, custody=custody).first

    assert found.on == day(first)
    assert codes(found.reasons)[-1] == why


@pytest.mark.parametrize(
    ("custody", "ask", "suggested"),
    [
        (Custody(), "TERM_ASK_RELEASE", None),
        (Custody(day("2026-06-10")), "TERM_ASK_RELEASE_KIND", "2026-06-10"),
        (Custody(day("2026-06-10"), is_conditional=True), "TERM_ASK_EXPIRY", None),
        (
            Custody(day("2026-06-10"), is_conditional=True, imposed_on=day("2026-01-12")),
            *("TERM_ASK_EXPIRY", None),
        ),
    ],
)
def test_what_is_not_known_of_custody_is_asked(custody, ask, suggested):
    found = term(on="2026-02-10", months=12, custody=custody)

    assert codes(found.asks) == [ask]
    assert (found.first.suggested and found.first.suggested.on) == day(suggested)
    assert isinstance(found.last, NeedsPerson)


def test_a_counted_expiry_is_to_be_confirmed_and_keeps_its_readings():
    prison = Custody(
        day("2026-10-01"),
        is_conditional=True,
        imposed_on=day("2026-08-31"),
        length=Length(months=6),
    )
    found = term(on="2026-08-31", months=12, custody=prison)

    assert (found.first.on, found.first.others) == (day("2027-02-28"), (day("2027-03-01"),))
    assert (found.last.on, found.last.others) == (day("2028-02-27"), (day("2028-02-29"),))
    assert codes(found.flags) == ["TERM_CONFIRM_EXPIRY"]


@pytest.mark.parametrize(
    ("on", "months", "last", "outer"),
    [
        ("2026-01-15", 12, "2027-01-14", "2027-01-14"),
        ("2026-03-01", 24, "2028-02-29", "2028-02-29"),
        ("2024-02-29", 12, "2025-02-27", "2025-02-28"),
        ("2026-08-31", 6, "2027-02-27", "2027-02-28"),
    ],
)
def test_the_last_day(on, months, last, outer):
    found = term(on=on, months=months).last

    assert (found.on, found.latest) == (day(last), day(outer))
    why = ["TERM_ENDS_PERIOD"] + ["TERM_NO_CORRESPONDING_DAY"] * (last != outer)
    assert codes(found.reasons) == why


def test_the_limit_excludes_the_first_day():
    assert term(months=36).cap.on == day("2029-01-15")
    assert term(months=36).flags == ()
    assert codes(term(length=Length(months=36, days=2)).flags) == ["TERM_OVER_CAP"]
    assert term(length=Length(months=36, days=1)).flags == ()


def test_an_order_over_the_limit_keeps_its_days():
    found = term(months=48)

    assert found.last.on == day("2030-01-14")
    assert dict(found.flags[0].facts) == {"permitted": day("2029-01-15")}
    assert found.flags[0].authority == "Orders Act, limits"


def test_an_order_after_a_sentence_begins_the_day_after_every_reading_of_it():
    stay = term("STAY", "2026-08-31", months=6)
    found = term(on="2026-08-31", months=12, after=stay)

    assert (found.first.on, found.first.latest) == (day("2027-02-28"), day("2027-03-01"))
    assert (found.last.on, found.last.latest) == (day("2028-02-27"), day("2028-02-29"))
    assert codes(found.first.reasons)[-1] == "TERM_BEGINS_AFTER_SENTENCE"


@pytest.mark.parametrize(("released", "first"), [("2026-07-01", "2026-09-01"), ("2026-10-01",) * 2])
def test_after_a_sentence_and_custody_the_later_counts(released, first):
    stay = term("STAY", "2026-03-01", months=6)
    prison = Custody(day(released), is_conditional=False)

    assert term(on="2026-03-01", months=12, after=stay, custody=prison).first.on == day(first)


def test_the_order_after_a_sentence_without_a_last_day_needs_a_person():
    waiting = term("STAY", "2026-03-01")
    found = term(on="2026-03-01", months=12, after=waiting)

    assert codes(waiting.asks) == ["TERM_ASK_LENGTH"]
    assert codes(found.asks) == ["TERM_ASK_PRIOR_TERM"]
    prison = term(on="2026-03-01", months=12, after=waiting, custody=Custody())
    assert codes(prison.asks) == ["TERM_ASK_RELEASE"]


@pytest.mark.parametrize(
    ("circumstances", "months", "flags"),
    [
        ((), 12, []),
        ((), 13, ["TERM_OVER_CAP"]),
        (("PRIOR",), 24, []),
        (("PRIOR",), 25, ["TERM_OVER_CAP"]),
        (("GRAVE",), 90, []),
        (("OTHER",), 13, ["TERM_OVER_CAP"]),
    ],
)
def test_a_circumstance_raises_the_limit(circumstances, months, flags):
    found = term("BOND", months=months, circumstances=frozenset(circumstances))

    assert codes(found.flags) == flags


def test_a_term_on_the_disputed_day_of_its_limit_is_not_over_it():
    assert term("BOND", "2024-02-29", months=12).flags == ()


def test_an_order_that_begins_on_any_release_waits_for_it():
    parole = Custody(day("2026-07-12"), is_conditional=True)

    assert term("BAN", months=60, custody=parole).first.on == day("2026-07-12")
    assert term("BAN", months=60).first.on == day("2026-01-15")
    assert codes(term("BAN", months=60, custody=Custody()).asks) == ["TERM_ASK_RELEASE"]


def test_a_length_after_release_ends_on_the_anniversary():
    prison = Custody(day("2026-07-12"), is_conditional=True)
    found = term("ARMS", length=Length(years=10), custody=prison)

    assert (found.first.on, found.last.on) == (day("2026-01-15"), day("2036-07-12"))
    assert codes(found.last.reasons) == ["TERM_ENDS_ANNIVERSARY"]
    assert found.flags == ()


def test_a_length_after_release_without_release_is_asked():
    found = term("ARMS", length=Length(years=10), custody=Custody())

    assert codes(found.asks) == ["TERM_ASK_RELEASE"]
    assert found.first.on == day("2026-01-15")


def test_a_term_under_the_least_is_flagged():
    assert codes(term("ARMS", length=Length(years=9)).flags) == ["TERM_UNDER_LEAST"]
    assert term("ARMS", is_for_life=True).flags == ()


def test_an_order_for_life_has_no_end():
    found = term("BOND", is_for_life=True)

    assert isinstance(found.last, NoEnd)
    assert codes(found.flags) == ["TERM_OVER_CAP"]


def test_certified_days_are_taken_over():
    found = term("LEAVE", first_day=day("2026-05-01"), last_day=day("2026-06-29"))

    assert (found.first.on, found.last.on) == (day("2026-05-01"), day("2026-06-29"))
    assert codes(found.reasons) == ["TERM_IMPORTED", "TERM_IMPORTED"]
    assert found.flags == ()


def test_certified_days_are_never_computed():
    found = term("LEAVE", length=Length(days=60))

    assert codes(found.asks) == ["TERM_ASK_IMPORT"]
    assert isinstance(found.first, NeedsPerson)


def test_certified_days_over_the_limit_are_flagged():
    found = term("LEAVE", first_day=day("2026-05-01"), last_day=day("2026-06-30"))

    assert codes(found.flags) == ["TERM_OVER_CAP"]


@pytest.mark.parametrize(
    ("length", "flags"),
    [(None, []), (Length(days=90), []), (Length(days=91), ["TERM_OVER_CAP"])],
)
def test_a_limit_of_the_length_is_not_held_against_the_span(length, flags):
    found = term("WEEKENDS", length=length, last_day=day("2026-12-31"))

    assert found.last.on == day("2026-12-31")
    assert codes(found.flags) == flags


def test_an_order_until_an_event_has_no_end_before_it():
    assert isinstance(term("DEBT").last, NoEnd)
    assert term("DEBT", ended_on=day("2026-09-01")).last.on == day("2026-09-01")


def test_a_stated_last_day_is_taken_where_no_length_is_given():
    found = term(last_day=day("2027-03-31")).last

    assert found == Day(day("2027-03-31"), (), found.reasons)
    assert codes(found.reasons) == ["TERM_ENDS_STATED"]


@pytest.mark.parametrize(
    ("stated", "last", "others", "flags"),
    [
        ("2027-01-14", "2027-01-14", [], []),
        ("2027-01-16", "2027-01-14", ["2027-01-16"], ["TERM_STATED_DAY_DIFFERS"]),
        ("2027-01-12", "2027-01-12", ["2027-01-14"], ["TERM_STATED_DAY_DIFFERS"]),
    ],
)
def test_a_stated_day_that_differs_from_the_count_is_kept_beside_it(stated, last, others, flags):
    found = term(months=12, last_day=day(stated))

    assert (found.last.on, found.last.others) == (day(last), tuple(map(day, others)))
    assert codes(found.flags) == flags


@pytest.mark.parametrize(
    ("on", "since"),
    [("1999-12-31", None), ("2000-01-01", 2000), ("2009-12-31", 2000), ("2010-01-01", 2010)],
)
def test_the_rule_in_force_on_the_day_of_the_order_applies(on, since):
    dated = [rule("WATCH"), rule("WATCH", starts_on=day("2010-01-01")), rule("BOND")]
    for rules in (dated, dated[::-1]):
        found = rule_on(rules, "WATCH", day(on))
        assert (found and found.starts_on.year) == since


@pytest.mark.parametrize(("instrument", "on"), [("NONE", "2026-01-15"), ("OLD_STAY", "2020-01-01")])
def test_an_instrument_without_a_rule_needs_a_person(instrument, on):
    found = term(instrument, on, months=6)

    assert codes(found.asks) == ["TERM_RULE_NOT_KNOWN"]
    assert isinstance(found.last, NeedsPerson)
