"""What orders of Ontario come to: the lines of what is to be done, and what must be asked."""

from datetime import date
from uuid import UUID

import pytest

from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Facts, Period
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs.checking import check_pack
from throughcare.packs.conditions import compulsory
from throughcare.packs.loading import PACKS, pack_of
from throughcare.packs.plain import plain_words, what_in_words
from throughcare.packs.requirements import OrderedCondition, questions_of, requirements_of
from throughcare.packs.wording import say

MADE = date(2026, 11, 5)
"""A Thursday; the Wednesday after is a holiday."""
MADE_UNTIL = date(2028, 5, 4)

ORDERS = [
    (
        "REPORT_FIRST",
        "PROBATION",
        {"report_within": {"n": 24, "unit": "hour", "from": "order"}},
        ["Report for the first time · person · 2026-11-06"],
        [],
    ),
    (
        "REPORT_FIRST",
        "PROBATION",
        {"report_within": {"n": 2, "unit": "business_day", "from": "order"}},
        ["Report for the first time · person · 2026-11-09"],
        [],
    ),
    (
        "REPORT_FIRST",
        "PROBATION",
        {"report_within": {"n": 0, "unit": "today"}},
        ["Report for the first time · person · 2026-11-05"],
        [],
    ),
    (
        "REPORT_FIRST",
        "PROBATION",
        {"statutory": True},
        ["Report for the first time to the probation officer · person · 2026-11-09"],
        [],
    ),
    (
        "REPORT_FIRST",
        "CSO",
        {"statutory": True},
        ["Report for the first time to the supervisor · person · 2026-11-09"],
        [],
    ),
    (
        "REPORT_FIRST",
        "PROBATION",
        {},
        [],
        [
            "The order does not state this: Time limit to report. Ask the court office, then"
            " the Crown."
        ],
    ),
    (
        "REPORT_NEXT",
        "PROBATION",
        {},
        ["Give the first direction to report · office · 2026-11-13"],
        [],
    ),
    (
        "ORDER_ITSELF",
        "PROBATION",
        {},
        ["Explain the order, give a copy, check what was understood · office · 2026-11-19"],
        [],
    ),
    (
        "COMMUNITY_SERVICE",
        "PROBATION",
        {"hours": 100, "by": {"n": 12, "unit": "month", "from": "start"}},
        [
            "Community service: 100 hours · person · 2027-11-04",
            "Arrange a place for community service, direct the pace · office · 2026-12-05",
        ],
        [],
    ),
    (
        "COMMUNITY_SERVICE",
        "PROBATION",
        {"hours": 49.75, "by": {"at": "order_end"}},
        [
            "Community service: 49.75 hours · person · 2028-05-04",
            "Arrange a place for community service, direct the pace · office · 2026-12-05",
        ],
        [],
    ),
    (
        "COMMUNITY_SERVICE",
        "PROBATION",
        {"hours": 240},
        [
            "Community service: 240 hours · person · 2028-05-04",
            "Arrange a place for community service, direct the pace · office · 2026-12-05",
        ],
        [],
    ),
    (
        "COMMUNITY_SERVICE",
        "PROBATION",
        {},
        ["Arrange a place for community service, direct the pace · office · 2026-12-05"],
        ["The order does not state this: Number of hours. Ask the court office, then the Crown."],
    ),
    (
        "EM_DEVICE",
        "CSO",
        {"within": {"n": 3, "unit": "business_day", "from": "order"}},
        [
            "Enrol in electronic monitoring · person · 2026-11-10",
            "Refer to the electronic supervision program · office · 2026-11-09",
        ],
        [],
    ),
    (
        "RESTITUTION",
        "PROBATION",
        {"amount": 500, "by": {"n": 6, "unit": "month", "from": "order"}},
        [
            "Pay restitution: $500 · person · 2027-05-05",
            "See the record of payments · office · 2027-02-05",
        ],
        [],
    ),
    (
        "SURRENDER",
        "PROBATION",
        {"by": {"date": "2026-11-12"}},
        ["Hand in what the order names · person · 2026-11-12"],
        [],
    ),
    (
        "DISPOSE_ITEMS",
        "PROBATION",
        {"dispose_by": {"date": "2026-12-01"}},
        ["Get rid of what the order names · person · 2026-12-01"],
        [],
    ),
    (
        "NO_CONTACT",
        "PROBATION",
        {"persons": ["A. B."]},
        [],
        [],
    ),
    (
        "NO_WEAPON",
        "PROBATION",
        {},
        [
            "Ask about firearms and licences in the home; look for orders under ss. 109 and "
            "110 · office · 2026-12-05"
        ],
        [],
    ),
    (
        "KPGB",
        "PROBATION",
        {},
        [],
        [],
    ),
    (
        "NO_IMAGES",
        "PROBATION",
        {"dispose_by": {"date": "2026-11-20"}},
        [
            "Get rid of the images · person · 2026-11-20",
            "Ask whether such images are kept, and where · office · 2026-12-05",
        ],
        [],
    ),
    (
        "APOLOGY",
        "PROBATION",
        {"by": {"n": 30, "unit": "day", "from": "order"}},
        ["Direct when and how the letter is handed in · office · 2026-12-05"],
        [],
    ),
    (
        "RESIDE_APPROVED",
        "PROBATION",
        {},
        ["Approve the address, or say why not · office · 2026-11-13"],
        [],
    ),
    (
        "HOUSE_ARREST",
        "CSO",
        {"phase": {"from": 0, "to": 6, "unit": "month"}},
        ["Check that the person is at home · office · 2026-11-15"],
        [],
    ),
    (
        "HOUSE_ARREST",
        "CSO",
        {"phase": {"last": 6, "unit": "month"}},
        [],
        [],
    ),
    (
        "SCHEDULE_ADVANCE",
        "CSO",
        {},
        [
            "Direct how and by when the schedule is handed in each week · office · 2026-11-10",
            "Have this month's schedules on file · office · 2026-12-31",
        ],
        [],
    ),
    (
        "RESIDE_FACILITY",
        "PROBATION",
        {},
        ["Confirm the place at the facility and the day of arrival · office · 2026-11-13"],
        [],
    ),
    (
        "INTERNET_RESTRICTION",
        "PROBATION",
        {},
        [
            "List the devices and accounts in the home · office · 2026-12-05",
            "Check the use of internet and devices · office · 2027-02-05",
        ],
        [],
    ),
    (
        "DEVICE_INSPECTION",
        "PROBATION",
        {},
        ["Inspect, or record why not · office · 2027-02-05"],
        [],
    ),
    (
        "OTHER_REASONABLE",
        "PROBATION",
        {},
        [
            "Read the court's words and say what they ask: code it, direct it, or send a "
            "query · office · 2026-11-13"
        ],
        [],
    ),
    (
        "INCORPORATES",
        "PROBATION",
        {},
        [
            "Get the other order or schedule, attach it and enter its conditions · office · "
            "2026-11-13"
        ],
        [],
    ),
    (
        "COUNSELLING",
        "PROBATION",
        {"topics": ["anger"]},
        ["Direct or refer to counselling · office · 2026-12-05"],
        [],
    ),
    (
        "TREATMENT_ATTEND",
        "CSO",
        {},
        ["Refer to an approved treatment program · office · 2026-12-05"],
        [],
    ),
    (
        "SIGN_RELEASES",
        "PROBATION",
        {},
        ["Get the release signed, or direct a day for it · office · 2026-12-05"],
        [],
    ),
    (
        "PROOF_COMPLIANCE",
        "PROBATION",
        {},
        ["See proof, or direct a day for it · office · 2027-02-05"],
        [],
    ),
    (
        "SUPPORT_DEPENDANTS",
        "PROBATION",
        {"by": {"n": 1, "unit": "month", "from": "securing employment"}},
        ["See receipts for support, or direct what to bring · office · 2027-05-05"],
        [
            "Time limit: “1 month securing employment” gives no time or amount that can be"
            " counted. "
            "Ask the court office, then the Crown."
        ],
    ),
    (
        "DONATION",
        "PROBATION",
        {"amount": 200, "by": {"date": "2026-12-15"}},
        ["Make the payment: $200 · person · 2026-12-15"],
        [],
    ),
    (
        "TRANSFER_SUPERVISION",
        "PROBATION",
        {},
        [
            "Apply for the transfer of the order, or ask for courtesy supervision · office · "
            "2026-11-19"
        ],
        [],
    ),
    (
        "PASSPORT",
        "PEACE_BOND_81002",
        {"by": {"n": 2, "unit": "day", "from": "order"}},
        ["Hand in all passports · person · 2026-11-07"],
        [],
    ),
    (
        "SEEK_WORK_SCHOOL",
        "PROBATION",
        {},
        [
            "Review the search for work or school; see proof or direct what to bring · "
            "office · 2027-02-05"
        ],
        [],
    ),
    (
        "PAROLE_TRAVEL_HOME",
        "PAROLE",
        {},
        [],
        [
            "The time runs from the release from prison, whose day is not recorded. Ask the "
            "institution."
        ],
    ),
    (
        "CURFEW",
        "CSO",
        {"window": {"start": "22:00", "end": "06:00"}},
        ["Check that the person is at home · office · 2026-12-31"],
        [],
    ),
]


def ordered(code, instrument, stated):
    """Return a condition of an order of 18 months, in force the day it was made."""
    ontario = pack_of("ca_on")
    term = term_of(
        ontario.terms,
        Made(
            instrument,
            MADE,
            Length(months=18),
            MADE_UNTIL if instrument == "PAROLE" else None,
            MADE,
        ),
    )
    in_force = Period(MADE, term.ends_before)
    return OrderedCondition(UUID(int=1), code, stated, instrument, MADE, term, in_force)


def lines_of(given):
    """Return each obligation of the first day: what, of whom, until when."""
    ontario = pack_of("ca_on")
    return [
        " · ".join(
            (
                what_in_words(ontario, requirement, "en"),
                each.owed_by,
                str(each.due_before - ONE_DAY),
            )
        )
        for requirement in requirements_of(ontario, given)
        for each in obligations(requirement, Facts(), MADE)
    ]


@pytest.mark.parametrize(("code", "instrument", "stated", "lines", "asks"), ORDERS)
def test_what_an_order_comes_to(code, instrument, stated, lines, asks):
    given = ordered(code, instrument, stated)

    assert lines_of(given) == lines
    questions = questions_of(pack_of("ca_on"), given)
    assert [say(pack_of("ca_on"), each, "en") for each in questions] == asks


@pytest.mark.parametrize("code", pack_of("ca_on").condition_codes)
def test_every_condition_reads_in_both_languages_whatever_the_order_leaves_out(code):
    ontario = pack_of("ca_on")
    (rule, *_) = ontario.conditions[code]

    for language in ("en", "fr"):
        assert rule.labels[language]
        assert "{" not in plain_words(ontario, rule, {}, language)


@pytest.mark.parametrize(
    ("instrument", "codes"),
    [
        ("PROBATION", ["KPGB", "APPEAR", "NOTIFY_NAME_ADDR", "NOTIFY_JOB"]),
        ("CONDITIONAL_DISCHARGE", ["KPGB", "APPEAR", "NOTIFY_NAME_ADDR", "NOTIFY_JOB"]),
        (
            "CSO",
            [
                "REPORT_FIRST",
                "REPORT_NEXT",
                "KPGB",
                "APPEAR",
                "NOTIFY_NAME_ADDR",
                "NOTIFY_JOB",
                "REMAIN_JURISDICTION",
            ],
        ),
        ("PEACE_BOND_810", ["KPGB"]),
        ("PAROLE", []),
        ("TEMPORARY_ABSENCE", []),
        ("INTERMITTENT", []),
    ],
)
def test_what_the_law_makes_compulsory(instrument, codes):
    found = compulsory(pack_of("ca_on"), instrument, MADE)

    assert [rule.code for rule in found] == codes


def test_every_condition_that_asks_something_has_a_worked_example():
    found = check_pack(PACKS / "ca_on")

    assert (found.errors, found.without_example) == ((), ())
