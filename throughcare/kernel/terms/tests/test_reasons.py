"""Every reason of a term with all its facts, as one line each."""

from dataclasses import replace
from fractions import Fraction

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.tests.samples import told
from throughcare.kernel.terms.acts import (
    BreachProcess,
    Committed,
    Custody,
    Ended,
    Extended,
    Imprisoned,
    Made,
    Outcome,
    Shortened,
    Transferred,
    Varied,
)
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.phases import Phase, Side, phase_days, phases
from throughcare.kernel.terms.rules import Stop
from throughcare.kernel.terms.tests.samples import RULES, cap, day, made, rule, term

STRICT = rule("STRICT", extension=Length(years=1), after_conviction=True, rest_in_custody=True)
PERMIT = rule("PERMIT", "imported", "imported", unclear=frozenset({Stop.IMPRISONMENT}))
WARRANT = BreachProcess(warrant_on=day("2026-06-10"), determined_on=day("2026-07-15"))
DETAINED = replace(WARRANT, detained_on=day("2026-06-22"))
JAILED = Imprisoned(day("2026-09-01"), day("2026-10-30"))
YEAR = Length(months=12)


def after(before, **more):
    """Return a watch of a year that comes after another order."""
    return term(on="2026-01-05", months=12, after=before, **more)


def stay(*changes):
    """Return a twelve-month sentence from January 5, 2026, and what happened to it."""
    return term("STAY", "2026-01-05", months=12, changes=changes)


def watch(*changes, months=12):
    """Return a watch of a year from January 15, 2026, and what happened to it."""
    return term(months=months, changes=changes)


def strict(*changes):
    """Return an order that is extended or revoked only after a conviction."""
    return term_of((STRICT,), Made("STRICT", day("2026-01-15"), YEAR, changes=changes))


def permit(*changes):
    """Return an order whose days another authority certifies."""
    days = {"first_day": day("2026-01-05"), "last_day": day("2026-12-31")}
    return term_of((PERMIT,), Made("PERMIT", day("2026-01-05"), **days, changes=changes))


def part(side, length=None, of=None, **more):
    """Return the days of a part of a watch of a year."""
    return phase_days(of or watch(), Phase(side, length, **more), "Words")


SAID = {
    "made": (
        lambda: watch().reasons,
        [
            "TERM_BEGINS_ON_MAKING [Orders Act, WATCH] day=2026-01-15",
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-01-15 length=12m day=2027-01-14",
        ],
    ),
    "no_corresponding_day": (
        lambda: term(on="2024-02-29", months=12).reasons,
        [
            "TERM_BEGINS_ON_MAKING [Orders Act, WATCH] day=2024-02-29",
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2024-02-29 length=12m day=2025-02-27",
            (
                "TERM_NO_CORRESPONDING_DAY [Orders Act, WATCH] first=2024-02-29 day=2025-02-27 "
                "other=2025-02-28"
            ),
        ],
    ),
    "released": (
        lambda: term(months=12, custody=Custody(day("2026-06-10"), False)).reasons,
        [
            "TERM_BEGINS_ON_RELEASE [Orders Act, WATCH] day=2026-06-10",
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-06-10 length=12m day=2027-06-09",
        ],
    ),
    "expiry_given": (
        lambda: (
            term(months=12, custody=Custody(day("2026-06-10"), True, day("2026-09-09"))).reasons
        ),
        [
            "TERM_SENTENCE_EXPIRES [Orders Act, WATCH] day=2026-09-09",
            "TERM_BEGINS_ON_EXPIRY [Orders Act, WATCH] last=2026-09-09 day=2026-09-10",
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-09-10 length=12m day=2027-09-09",
        ],
    ),
    "expiry_counted": (
        lambda: (
            term(
                months=12,
                custody=Custody(day("2026-06-10"), True, None, day("2026-01-10"), Length(months=8)),
            ).reasons
        ),
        [
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-01-10 length=8m day=2026-09-09",
            "TERM_BEGINS_ON_EXPIRY [Orders Act, WATCH] last=2026-09-09 day=2026-09-10",
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-09-10 length=12m day=2027-09-09",
        ],
    ),
    "expiry_to_be_confirmed": (
        lambda: (
            term(
                months=12,
                custody=Custody(day("2026-06-10"), True, None, day("2026-01-10"), Length(months=8)),
            ).flags
        ),
        [
            "TERM_CONFIRM_EXPIRY [Orders Act, WATCH] day=2026-09-09",
        ],
    ),
    "between_sittings": (
        lambda: term(months=12, custody=Custody(is_intermittent=True)).first.reasons,
        [
            "TERM_BEGINS_BETWEEN_SITTINGS [Orders Act, WATCH] day=2026-01-15",
        ],
    ),
    "release_asked": (
        lambda: term(months=12, custody=Custody()).asks,
        [
            "TERM_ASK_RELEASE [Orders Act, WATCH]",
        ],
    ),
    "kind_of_release_asked": (
        lambda: term(months=12, custody=Custody(day("2026-06-10"))).asks,
        [
            "TERM_ASK_RELEASE_KIND [Orders Act, WATCH] day=2026-06-10",
        ],
    ),
    "kind_of_release_suggests": (
        lambda: term(months=12, custody=Custody(day("2026-06-10"))).first.suggested.reasons,
        [
            "TERM_BEGINS_ON_RELEASE [Orders Act, WATCH] day=2026-06-10",
        ],
    ),
    "expiry_asked": (
        lambda: term(months=12, custody=Custody(day("2026-06-10"), True)).asks,
        [
            "TERM_ASK_EXPIRY [Orders Act, WATCH]",
        ],
    ),
    "after_a_sentence": (
        lambda: after(stay()).reasons,
        [
            "TERM_ENDS_PERIOD [Orders Act, STAY] first=2026-01-05 length=12m day=2027-01-04",
            (
                "TERM_BEGINS_AFTER_SENTENCE [Orders Act, WATCH] instrument=STAY last=2027-01-04 "
                "day=2027-01-05"
            ),
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2027-01-05 length=12m day=2028-01-04",
        ],
    ),
    "after_an_unknown_sentence": (
        lambda: after(stay(Imprisoned(day("2026-02-01")))).asks,
        [
            "TERM_ASK_PRIOR_TERM [Orders Act, WATCH] instrument=STAY",
        ],
    ),
    "after_one_served_in_custody": (
        lambda: after(strict(Ended(day("2026-05-01")))).asks,
        [
            "TERM_ASK_RELEASE [Orders Act, WATCH]",
        ],
    ),
    "on_any_release": (
        lambda: term("BAN", months=12, custody=Custody(day("2026-06-10"))).first.reasons,
        [
            "TERM_BEGINS_ON_RELEASE [Orders Act, BAN] day=2026-06-10",
        ],
    ),
    "imported": (
        lambda: permit().reasons,
        [
            "TERM_IMPORTED [Orders Act, PERMIT] day=2026-01-05",
            "TERM_IMPORTED [Orders Act, PERMIT] day=2026-12-31",
        ],
    ),
    "import_asked": (
        lambda: term("LEAVE").asks,
        [
            "TERM_ASK_IMPORT [Orders Act, LEAVE]",
        ],
    ),
    "anniversary": (
        lambda: term("ARMS", months=120).last.reasons,
        [
            "TERM_ENDS_ANNIVERSARY [Orders Act, ARMS] first=2026-01-15 length=120m day=2036-01-15",
        ],
    ),
    "release_asked_for_the_end": (
        lambda: term("ARMS", months=120, custody=Custody()).last.asks,
        [
            "TERM_ASK_RELEASE [Orders Act, ARMS]",
        ],
    ),
    "on_event": (
        lambda: term("DEBT").last.reasons,
        [
            "TERM_ENDS_ON_EVENT [Orders Act, DEBT]",
        ],
    ),
    "event_has_come": (
        lambda: term("DEBT", ended_on=day("2026-05-01")).last.reasons,
        [
            "TERM_ENDS_ON_EVENT [Orders Act, DEBT]",
        ],
    ),
    "stated": (
        lambda: term(last_day=day("2026-12-01")).last.reasons,
        [
            "TERM_ENDS_STATED [Orders Act, WATCH] day=2026-12-01",
        ],
    ),
    "stated_otherwise": (
        lambda: term(months=12, last_day=day("2027-01-15")).flags,
        [
            "TERM_STATED_DAY_DIFFERS [Orders Act, WATCH] stated=2027-01-15 counted=2027-01-14",
        ],
    ),
    "length_asked": (
        lambda: term().asks,
        [
            "TERM_ASK_LENGTH [Orders Act, WATCH]",
        ],
    ),
    "for_life": (
        lambda: term(is_for_life=True).last.reasons,
        [
            "TERM_FOR_LIFE [Orders Act, WATCH]",
        ],
    ),
    "no_rule": (
        lambda: term("SWORD").asks,
        [
            "TERM_RULE_NOT_KNOWN [] instrument=SWORD day=2026-01-15",
        ],
    ),
    "over_the_limit": (
        lambda: watch(months=37).flags,
        [
            "TERM_OVER_CAP [Orders Act, limits] permitted=2029-01-15",
        ],
    ),
    "under_the_least": (
        lambda: term("ARMS", months=12).flags,
        [
            "TERM_UNDER_LEAST [Orders Act, limits] permitted=2036-01-15",
        ],
    ),
    "over_the_total": (
        lambda: term("STAY", "2026-01-05", months=12, after=stay()).flags,
        [
            "TERM_OVER_TOTAL [Orders Act, limits] permitted=2028-01-03",
        ],
    ),
    "extended": (
        lambda: watch(Extended(day("2026-06-01"), Length(months=6))).last.reasons,
        [
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-01-15 length=12m day=2027-01-14",
            (
                "TERM_EXTENDED [Orders Act, extension] day=2026-06-01 length=6m "
                "before=2027-01-14 last=2027-07-14"
            ),
        ],
    ),
    "extended_too_far": (
        lambda: watch(Extended(day("2026-06-01"), Length(months=13))).flags,
        [
            "TERM_EXTENSION_OVER_CAP [Orders Act, WATCH] length=13m limit=1y",
        ],
    ),
    "extended_after_its_end": (
        lambda: watch(Extended(day("2027-02-01"), YEAR)).flags,
        [
            "TERM_CHANGE_AFTER_END [Orders Act, WATCH] day=2027-02-01 last=2027-01-14",
        ],
    ),
    "extension_not_provided": (
        lambda: term("BOND", months=6, changes=(Extended(day("2026-06-01"), YEAR),)).flags,
        [
            "TERM_EXTENSION_NOT_PROVIDED [Orders Act, BOND] length=12m",
        ],
    ),
    "extended_without_conviction": (
        lambda: strict(Extended(day("2026-06-01"), YEAR)).flags,
        [
            "TERM_NO_CONVICTION [Orders Act, STRICT] day=2026-06-01",
        ],
    ),
    "convicted_after_the_act": (
        lambda: strict(Extended(day("2026-06-01"), YEAR, day("2026-07-02"))).flags,
        [
            "TERM_CONVICTED_OUTSIDE [Orders Act, STRICT] day=2026-06-01 convicted=2026-07-02",
            "TERM_CONVICTION_NOT_FINAL [Orders Act, STRICT] day=2026-06-01 convicted=2026-07-02",
        ],
    ),
    "shortened": (
        lambda: watch(Shortened(day("2026-06-01"), day("2026-08-31"))).last.reasons,
        [
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-01-15 length=12m day=2027-01-14",
            "TERM_SHORTENED [Orders Act, WATCH] day=2026-06-01 last=2026-08-31",
        ],
    ),
    "shortened_to_later": (
        lambda: watch(Shortened(day("2026-06-01"), day("2027-08-31"))).flags,
        [
            "TERM_SHORTENED_BUT_LATER [Orders Act, WATCH] day=2027-08-31 last=2027-01-14",
        ],
    ),
    "shortening_not_provided": (
        lambda: (
            term("BOND", months=6, changes=(Shortened(day("2026-03-01"), day("2026-04-30")),)).flags
        ),
        [
            "TERM_SHORTENING_NOT_PROVIDED [Orders Act, BOND] last=2026-04-30",
        ],
    ),
    "shortened_when_over": (
        lambda: watch(Shortened(day("2027-06-01"), day("2026-08-31"))).flags,
        [
            "TERM_CHANGE_AFTER_END [Orders Act, WATCH] day=2027-06-01 last=2027-01-14",
        ],
    ),
    "ended": (
        lambda: watch(Ended(day("2026-06-01"))).last.reasons,
        [
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-01-15 length=12m day=2027-01-14",
            "TERM_ENDED_EARLY [Orders Act, WATCH] day=2026-06-01",
        ],
    ),
    "ended_when_over": (
        lambda: watch(Ended(day("2027-06-01"))).flags,
        [
            "TERM_CHANGE_AFTER_END [Orders Act, WATCH] day=2027-06-01 last=2027-01-14",
        ],
    ),
    "revoked": (
        lambda: watch(Ended(day("2026-06-01"), is_revoked=True)).last.reasons,
        [
            "TERM_ENDS_PERIOD [Orders Act, WATCH] first=2026-01-15 length=12m day=2027-01-14",
            "TERM_REVOKED [Orders Act, WATCH] day=2026-06-01",
        ],
    ),
    "ended_into_custody": (
        lambda: strict(Ended(day("2026-06-01"))).notes,
        [
            "TERM_REST_IN_CUSTODY [Orders Act, STRICT] day=2026-06-01",
        ],
    ),
    "varied_and_transferred": (
        lambda: watch(Varied(day("2026-03-01")), Transferred(day("2026-04-01"), "Kenora")).notes,
        [
            "TERM_VARIED [Orders Act, WATCH] day=2026-03-01",
            "TERM_TRANSFERRED [Orders Act, WATCH] day=2026-04-01 to=Kenora",
        ],
    ),
    "committed": (
        lambda: watch(Committed(day("2026-05-01"))).flags,
        [
            "TERM_COMMITTED [Orders Act, WATCH] day=2026-05-01",
        ],
    ),
    "suspended": (
        lambda: stay(WARRANT).notes,
        [
            "TERM_SUSPENDED [Orders Act, STAY] since=2026-06-10 until=2026-07-15 count=36d",
            "TERM_SUSPENDED_ONE_END [Orders Act, STAY] count=35d",
            "TERM_MOVED [Orders Act, STAY] before=2027-01-04 last=2027-02-09",
        ],
    ),
    "dismissed": (
        lambda: stay(replace(WARRANT, outcome=Outcome.DISMISSED)).notes,
        [
            "TERM_SUSPENDED [Orders Act, STAY] since=2026-06-10 until=2026-07-15 count=36d",
            "TERM_DEEMED_SERVED [Orders Act, STAY] count=36d",
        ],
    ),
    "withdrawn_after_detention": (
        lambda: stay(replace(DETAINED, outcome=Outcome.WITHDRAWN)).notes,
        [
            (
                "TERM_SUSPENDED_TO_DETENTION [Orders Act, STAY] since=2026-06-10 "
                "detained=2026-06-22 count=12d"
            ),
            "TERM_DEEMED_SERVED [Orders Act, STAY] count=12d",
            "TERM_DETENTION_CREDIT [Orders Act, STAY] count=24d credit=12d",
            "TERM_MOVED [Orders Act, STAY] before=2027-01-04 last=2026-12-23",
        ],
    ),
    "half_a_day": (
        lambda: (
            stay(
                replace(DETAINED, outcome=Outcome.WITHDRAWN, determined_on=day("2026-07-16"))
            ).flags
        ),
        [
            "TERM_CREDIT_HALF_DAY [Orders Act, STAY] credit=13d other=12d",
        ],
    ),
    "credit": (
        lambda: stay(replace(WARRANT, credit_days=20)).notes,
        [
            "TERM_SUSPENDED [Orders Act, STAY] since=2026-06-10 until=2026-07-15 count=36d",
            "TERM_SUSPENDED_ONE_END [Orders Act, STAY] count=35d",
            "TERM_COURT_CREDIT [Orders Act, STAY] credit=20d",
            "TERM_MOVED [Orders Act, STAY] before=2027-01-04 last=2027-01-20",
        ],
    ),
    "credit_over": (
        lambda: stay(replace(WARRANT, credit_days=40)).flags,
        [
            "TERM_CREDIT_OVER [Orders Act, STAY] credit=40d count=36d",
        ],
    ),
    "jailed": (
        lambda: stay(JAILED).notes,
        [
            "TERM_IMPRISONED [Orders Act, STAY] since=2026-09-01 released=2026-10-30 count=59d",
            "TERM_MOVED [Orders Act, STAY] before=2027-01-04 last=2027-03-04",
        ],
    ),
    "jailed_under_a_watch": (
        lambda: watch(JAILED).notes,
        [
            "TERM_NOT_TOLLED [Orders Act, WATCH] since=2026-09-01",
        ],
    ),
    "jailed_on_a_permit": (
        lambda: permit(JAILED).flags,
        [
            "TERM_ASK_EFFECT [Orders Act, PERMIT] since=2026-09-01",
        ],
    ),
    "a_process_under_a_watch": (
        lambda: watch(WARRANT).notes,
        [
            "TERM_NOT_SUSPENDED [Orders Act, WATCH]",
        ],
    ),
    "jailed_when_over": (
        lambda: stay(Imprisoned(day("2027-03-01"), day("2027-03-09"))).flags,
        [
            "TERM_STOP_AFTER_END [Orders Act, STAY] since=2027-03-01 last=2027-01-04",
        ],
    ),
    "a_process_when_over": (
        lambda: stay(BreachProcess(day("2027-03-01"), determined_on=day("2027-03-09"))).flags,
        [
            "TERM_STOP_AFTER_END [Orders Act, STAY] since=2027-03-01 last=2027-01-04",
        ],
    ),
    "determination_asked": (
        lambda: stay(BreachProcess(day("2026-06-10"))).asks,
        [
            "TERM_ASK_DETERMINATION [Orders Act, STAY] since=2026-06-10",
        ],
    ),
    "determination_asked_in_detention": (
        lambda: stay(replace(DETAINED, determined_on=None)).asks,
        [
            "TERM_ASK_DETERMINATION [Orders Act, STAY] since=2026-06-10",
        ],
    ),
    "suspended_so_far": (
        lambda: stay(replace(DETAINED, determined_on=None)).notes,
        [
            (
                "TERM_SUSPENDED_TO_DETENTION [Orders Act, STAY] since=2026-06-10 "
                "detained=2026-06-22 count=12d"
            ),
        ],
    ),
    "start_of_a_process_asked": (
        lambda: stay(BreachProcess()).asks,
        [
            "TERM_ASK_PROCESS_START [Orders Act, STAY]",
        ],
    ),
    "end_of_prison_asked": (
        lambda: stay(Imprisoned(day("2026-09-01"))).asks,
        [
            "TERM_ASK_IMPRISONMENT_END [Orders Act, STAY] since=2026-09-01",
        ],
    ),
    "first_part": (
        lambda: part(Side.FROM_START, Length(months=6)).last.reasons,
        [
            "TERM_PHASE [Words] length=6m first=2026-01-15 day=2026-07-14",
        ],
    ),
    "last_part": (
        lambda: part(Side.FROM_END, Length(days=50)).first.reasons,
        [
            "TERM_PHASE [Words] length=50d first=2026-11-26 day=2027-01-14",
        ],
    ),
    "half": (
        lambda: part(Side.FROM_START, share=Fraction(1, 2)).first.reasons,
        [
            "TERM_PHASE_SHARE [Words] count=182d first=2026-01-15 day=2026-07-15",
        ],
    ),
    "half_of_an_odd_number": (
        lambda: part(Side.FROM_END, share=Fraction(1, 2)).flags,
        [
            "TERM_PHASE_HALF_DAY [Words] count=182d other=183d",
        ],
    ),
    "balance": (
        lambda: part(Side.FROM_START, skipped=Length(months=6)).first.reasons,
        [
            "TERM_PHASE_REST [Words] first=2026-07-15 day=2027-01-14",
        ],
    ),
    "balance_before_the_end": (
        lambda: part(Side.FROM_END, skipped=Length(months=2)).last.reasons,
        [
            "TERM_PHASE_REST [Words] first=2026-01-15 day=2026-11-14",
        ],
    ),
    "part_outside": (
        lambda: part(Side.FROM_START, Length(months=13)).flags,
        [
            "TERM_PHASE_PAST_END [Words] first=2026-01-15 day=2027-02-14",
        ],
    ),
    "part_of_a_stopped_sentence": (
        lambda: part(Side.FROM_START, Length(months=10), of=stay(JAILED)).flags,
        [
            "TERM_PHASE_WHILE_STOPPED [Words] day=2026-11-04",
        ],
    ),
    "part_of_no_end_asked": (
        lambda: part(Side.FROM_END, Length(days=5), of=term(is_for_life=True)).asks,
        [
            "TERM_ASK_LENGTH [Words]",
        ],
    ),
    "parts_overlap": (
        lambda: (
            phases(
                watch(),
                [Phase(Side.FROM_START, Length(months=7)), Phase(Side.FROM_END, Length(months=6))],
                "Words",
            )[1].flags
        ),
        [
            "TERM_PHASES_OVERLAP [Words] count=31d day=2026-07-15",
        ],
    ),
    "parts_leave_days": (
        lambda: (
            phases(
                watch(),
                [Phase(Side.FROM_START, Length(months=5)), Phase(Side.FROM_END, Length(months=6))],
                "Words",
            )[1].flags
        ),
        [
            "TERM_PHASES_LEAVE_DAYS [Words] count=30d day=2026-07-15",
        ],
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_every_reason_with_its_facts(name):
    reasons, lines = SAID[name]

    assert told(reasons()) == lines


def test_each_end_of_a_part_says_why():
    (found,) = phases(watch(), [Phase(Side.FROM_START, Length(months=6))], "Words, 7")

    line = "TERM_PHASE [Words, 7] length=6m first=2026-01-15 day=2026-07-14"
    assert told(found.first.reasons) == told(found.last.reasons) == [line]


def test_an_extension_keeps_what_must_be_looked_at():
    extended = (Extended(day("2026-06-01"), Length(months=6)),)
    found = term(months=12, last_day=day("2027-01-15"), changes=extended)

    assert told(found.last.flags) == [
        "TERM_STATED_DAY_DIFFERS [Orders Act, WATCH] stated=2027-01-15 counted=2027-01-14"
    ]


@pytest.mark.parametrize(
    ("on", "last", "flags"), [("2027-01-14", "2026-08-31", 0), ("2027-01-15", "2027-01-14", 1)]
)
def test_an_order_may_be_shortened_up_to_its_last_day(on, last, flags):
    found = watch(Shortened(day(on), day("2026-08-31")))

    assert (found.last.on, len(found.flags)) == (day(last), flags)


def test_a_limit_of_the_law_names_its_own_section():
    order = rule("SHORT", caps=(replace(cap(months=6), authority="Limits Act, 3"),))

    found = term_of((order,), made("SHORT", months=7))

    assert told(found.flags) == ["TERM_OVER_CAP [Limits Act, 3] permitted=2026-07-14"]


def test_a_section_named_for_a_sentence_goes_before_that_of_the_rule():
    extended = watch(Extended(day("2026-06-01"), Length(months=6)))

    assert extended.last.reasons[-1].authority == "Orders Act, extension"
    assert extended.first.reasons[0].authority == "Orders Act, WATCH"


def test_no_rule_is_found_in_an_empty_pack():
    found = term_of((), made())

    assert told(found.first.asks) == told(found.last.asks) == told(found.nominal.asks)
    assert RULES
