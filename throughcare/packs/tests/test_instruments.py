"""Every instrument of the Ontario pack: its days, the steps to them, its limits."""

from datetime import date

import pytest

from throughcare.kernel.calendar.answers import NoEnd
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import Custody, Extended, Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs.loading import PACKS, load

ONTARIO = load(PACKS / "ca_on")
MADE_ON = date(2026, 1, 15)
PERIOD = ("TERM_BEGINS_ON_MAKING", "TERM_ENDS_PERIOD")
ANNIVERSARY = ("TERM_BEGINS_ON_MAKING", "TERM_ENDS_ANNIVERSARY")
PERIODS = [
    "PROBATION",
    "CONDITIONAL_DISCHARGE",
    "CSO",
    "PEACE_BOND_810",
    "PEACE_BOND_81001",
    "PEACE_BOND_810011",
    "PEACE_BOND_81002",
    "PEACE_BOND_81003",
    "PEACE_BOND_8101",
    "PEACE_BOND_8102",
    "PEACE_BOND_COMMON_LAW",
    "S161_PROHIBITION",
]
EVENTS = {
    "DNA_ORDER": "Criminal Code, ss. 487.051, 487.056: one event",
    "NO_COMMUNICATION_IN_CUSTODY": "Criminal Code, s. 743.21: the custodial part of the sentence",
    "RESTITUTION": "Criminal Code, s. 738: until paid",
    "VICTIM_SURCHARGE": "Criminal Code, s. 737: until paid",
    "NCR_DISPOSITION": "Criminal Code, s. 672.54: until the Review Board ends it",
}
BONDS_WITH_PRIOR = {
    "PEACE_BOND_81001": (2, "Criminal Code, s. 810.01(3.1)"),
    "PEACE_BOND_810011": (5, "Criminal Code, s. 810.011(4)"),
    "PEACE_BOND_81002": (2, "Criminal Code, s. 810.02(4)"),
    "PEACE_BOND_81003": (2, "Criminal Code, s. 810.03"),
    "PEACE_BOND_8101": (2, "Criminal Code, s. 810.1(3.01)"),
    "PEACE_BOND_8102": (2, "Criminal Code, s. 810.2(3.1)"),
}


def term(instrument, made_on=MADE_ON, circumstances=(), **more):
    """Return the term of an order by the pack's rules."""
    made = Made(instrument, made_on, circumstances=frozenset(circumstances), **more)
    return term_of(ONTARIO.terms, made)


def codes(reasons):
    """Return the codes of reasons, in order."""
    return tuple(reason.code for reason in reasons)


@pytest.mark.parametrize("instrument", PERIODS)
@pytest.mark.parametrize(
    ("made_on", "months", "last", "others"),
    [
        ("2026-01-15", 12, "2027-01-14", ()),
        ("2026-03-01", 12, "2027-02-28", ()),
        ("2027-03-01", 12, "2028-02-29", ()),
        ("2026-08-31", 6, "2027-02-27", ("2027-02-28",)),
        ("2028-02-29", 12, "2029-02-27", ("2029-02-28",)),
        ("2026-12-31", 2, "2027-02-27", ("2027-02-28",)),
    ],
)
def test_a_period_counts_its_first_day(instrument, made_on, months, last, others):
    found = term(instrument, date.fromisoformat(made_on), length=Length(months=months))

    assert found.first.on == date.fromisoformat(made_on)
    assert [found.last.on, *found.last.others] == [
        date.fromisoformat(each) for each in (last, *others)
    ]
    assert codes(found.reasons) == PERIOD + ("TERM_NO_CORRESPONDING_DAY",) * len(others)
    assert found.flags == ()


@pytest.mark.parametrize("instrument", PERIODS)
def test_an_order_without_a_length_is_asked_for_it(instrument):
    assert codes(term(instrument).asks) == ("TERM_ASK_LENGTH",)


@pytest.mark.parametrize("instrument", [*PERIODS, "SOIRA_ORDER"])
def test_a_last_day_the_order_gives_is_taken(instrument):
    found = term(instrument, last_day=date(2026, 7, 14))

    assert found.last.on == date(2026, 7, 14)
    assert codes(found.reasons) == ("TERM_BEGINS_ON_MAKING", "TERM_ENDS_STATED")


@pytest.mark.parametrize(
    ("instrument", "years", "last"),
    [
        ("S109_ORDER", 10, "2036-01-15"),
        ("S110_ORDER", 5, "2031-01-15"),
        ("SOIRA_ORDER", 10, "2036-01-15"),
        ("SOIRA_ORDER", 20, "2046-01-15"),
    ],
)
def test_the_anniversary_is_still_inside(instrument, years, last):
    found = term(instrument, length=Length(years=years))

    assert (found.last.on, found.last.others) == (date.fromisoformat(last), ())
    assert codes(found.reasons) == ANNIVERSARY
    assert found.flags == ()


@pytest.mark.parametrize(("instrument", "authority"), EVENTS.items())
def test_an_order_that_waits_for_an_event(instrument, authority):
    found = term(instrument)

    assert isinstance(found.last, NoEnd)
    assert [(each.code, each.authority) for each in found.last.reasons] == [
        ("TERM_ENDS_ON_EVENT", authority)
    ]


@pytest.mark.parametrize("instrument", EVENTS)
def test_the_event_is_the_last_day(instrument):
    found = term(instrument, ended_on=date(2026, 9, 9))

    assert (found.last.on, found.ends_before) == (date(2026, 9, 9), date(2026, 9, 10))


@pytest.mark.parametrize("instrument", ["PAROLE", "TEMPORARY_ABSENCE"])
def test_certified_days_are_taken_over_and_never_computed(instrument):
    days = {"first_day": date(2026, 2, 1), "last_day": date(2026, 3, 1)}

    assert codes(term(instrument, **days).reasons) == ("TERM_IMPORTED", "TERM_IMPORTED")
    assert codes(term(instrument, length=Length(days=30)).asks) == ("TERM_ASK_IMPORT",)


def test_an_intermittent_sentence_is_in_force_at_once_and_ends_as_certified():
    found = term("INTERMITTENT", length=Length(days=90), last_day=date(2026, 10, 4))

    assert (found.first.on, found.last.on, found.flags) == (MADE_ON, date(2026, 10, 4), ())
    assert codes(found.reasons) == ("TERM_BEGINS_ON_MAKING", "TERM_IMPORTED")


CAPS = [
    ("PROBATION", Length(years=3), "2029-01-15", "Criminal Code, s. 732.2(2)(b)"),
    ("CONDITIONAL_DISCHARGE", Length(years=3), "2029-01-15", "Criminal Code, s. 732.2(2)(b)"),
    (
        *("CSO", Length(years=2, less_days=1), "2028-01-13"),
        "Criminal Code, s. 742.1: less than two years",
    ),
    ("PEACE_BOND_810", Length(months=12), "2027-01-14", "Criminal Code, s. 810(3)(a)"),
    ("PEACE_BOND_81001", Length(months=12), "2027-01-14", "Criminal Code, s. 810.01(3)"),
    ("PEACE_BOND_810011", Length(months=12), "2027-01-14", "Criminal Code, s. 810.011(3)"),
    ("PEACE_BOND_81002", Length(months=12), "2027-01-14", "Criminal Code, s. 810.02(3)"),
    ("PEACE_BOND_81003", Length(months=12), "2027-01-14", "Criminal Code, s. 810.03"),
    ("PEACE_BOND_8101", Length(months=12), "2027-01-14", "Criminal Code, s. 810.1(3)"),
    ("PEACE_BOND_8102", Length(months=12), "2027-01-14", "Criminal Code, s. 810.2(3)"),
    ("S110_ORDER", Length(years=10), "2036-01-15", "Criminal Code, s. 110(2)"),
]


@pytest.mark.parametrize(("instrument", "longest", "permitted", "authority"), CAPS)
def test_the_longest_order_is_not_flagged(instrument, longest, permitted, authority):
    found = term(instrument, length=longest)

    assert (found.cap.on, found.flags) == (date.fromisoformat(permitted), ())


@pytest.mark.parametrize(("instrument", "longest", "permitted", "authority"), CAPS)
def test_a_longer_order_is_flagged_and_keeps_its_days(instrument, longest, permitted, authority):
    found = term(instrument, length=Length(years=11))

    assert [(each.code, each.authority) for each in found.flags] == [("TERM_OVER_CAP", authority)]
    assert dict(found.flags[0].facts) == {"permitted": date.fromisoformat(permitted)}
    assert found.last.on == date(2037, 1, 15 if instrument == "S110_ORDER" else 14)


@pytest.mark.parametrize(("instrument", "more"), BONDS_WITH_PRIOR.items())
def test_a_prior_conviction_raises_the_limit_of_a_bond(instrument, more):
    years, authority = more
    longest = term(instrument, circumstances=["PRIOR_CONVICTION"], length=Length(years=years))
    longer = Length(years=years, days=1)
    over = term(instrument, circumstances=["PRIOR_CONVICTION"], length=longer)

    assert longest.flags == ()
    assert [(each.code, each.authority) for each in over.flags] == [("TERM_OVER_CAP", authority)]
    assert over.last.on == date(2026 + years, 1, 15)


@pytest.mark.parametrize("instrument", ["PEACE_BOND_COMMON_LAW", "S161_PROHIBITION", "SOIRA_ORDER"])
def test_an_instrument_without_a_limit_is_never_flagged(instrument):
    assert term(instrument, length=Length(years=50)).flags == ()
    assert term(instrument, is_for_life=True).flags == ()


@pytest.mark.parametrize(
    ("instrument", "circumstances", "flags"),
    [
        ("S110_ORDER", (), ("TERM_OVER_CAP",)),
        ("S110_ORDER", ("DOMESTIC_VIOLENCE",), ()),
        ("S109_ORDER", (), ()),
        ("PROBATION", (), ("TERM_OVER_CAP",)),
    ],
)
def test_an_order_for_life(instrument, circumstances, flags):
    found = term(instrument, circumstances=circumstances, is_for_life=True)

    assert codes(found.flags) == flags
    assert codes(found.last.reasons) == ("TERM_FOR_LIFE",)


@pytest.mark.parametrize(
    ("length", "flags"),
    [(Length(years=10), ()), (Length(years=10, less_days=1), ("TERM_UNDER_LEAST",))],
)
def test_a_mandatory_prohibition_has_a_least(length, flags):
    assert codes(term("S109_ORDER", length=length).flags) == flags


@pytest.mark.parametrize(
    ("last", "circumstances", "flags"),
    [
        ("2026-04-01", (), ()),
        ("2026-04-02", (), ("TERM_OVER_CAP",)),
        ("2026-12-31", ("MEDICAL",), ()),
    ],
)
def test_a_temporary_absence_is_sixty_days_but_for_medical_reasons(last, circumstances, flags):
    days = {"first_day": date(2026, 2, 1), "last_day": date.fromisoformat(last)}
    found = term("TEMPORARY_ABSENCE", circumstances=circumstances, **days)

    assert codes(found.flags) == flags
    assert found.last.on == date.fromisoformat(last)


@pytest.mark.parametrize(("days", "flags"), [(90, ()), (91, ("TERM_OVER_CAP",))])
def test_an_intermittent_sentence_is_held_to_its_length(days, flags):
    found = term("INTERMITTENT", length=Length(days=days), last_day=date(2027, 6, 1))

    assert codes(found.flags) == flags


@pytest.mark.parametrize(
    ("instrument", "is_conditional", "first"),
    [
        ("PROBATION", False, "2026-05-01"),
        ("PROBATION", True, "2026-09-02"),
        ("CONDITIONAL_DISCHARGE", True, "2026-09-02"),
        ("CSO", False, "2026-05-01"),
        ("CSO", True, "2026-09-02"),
        ("S161_PROHIBITION", True, "2026-05-01"),
        ("PEACE_BOND_810", True, "2026-01-15"),
        ("S109_ORDER", False, "2026-01-15"),
        ("SOIRA_ORDER", False, "2026-01-15"),
    ],
)
def test_what_custody_puts_off(instrument, is_conditional, first):
    custody = Custody(date(2026, 5, 1), is_conditional, expires_on=date(2026, 9, 1))
    found = term(instrument, length=Length(months=12), custody=custody)

    assert found.first.on == date.fromisoformat(first)


@pytest.mark.parametrize("instrument", ["S109_ORDER", "S110_ORDER"])
def test_a_weapons_prohibition_is_counted_from_release(instrument):
    custody = Custody(date(2026, 5, 1), is_conditional=False)
    found = term(instrument, length=Length(years=10), custody=custody)

    assert (found.first.on, found.last.on) == (MADE_ON, date(2036, 5, 1))
    assert found.flags == ()


@pytest.mark.parametrize(
    ("instrument", "by", "last", "flags"),
    [
        ("PROBATION", Length(months=12), "2028-01-14", ()),
        ("PROBATION", Length(months=13), "2028-02-14", ("TERM_EXTENSION_OVER_CAP",)),
        ("CONDITIONAL_DISCHARGE", Length(months=6), "2027-07-14", ()),
        ("CSO", Length(months=1), "2027-02-14", ("TERM_EXTENSION_NOT_PROVIDED",)),
        ("PEACE_BOND_810", Length(days=1), "2027-01-15", ("TERM_EXTENSION_NOT_PROVIDED",)),
    ],
)
def test_extensions_stand_and_are_flagged(instrument, by, last, flags):
    extended = Extended(date(2026, 6, 1), by, convicted_on=date(2026, 3, 2), is_final=True)
    found = term(instrument, length=Length(months=12), changes=(extended,))

    assert found.last.on == date.fromisoformat(last)
    assert codes(found.flags) == flags
