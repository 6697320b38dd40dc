"""What orders of Ontario come to: the lines of what is to be done, and what must be asked."""

from datetime import date
from uuid import UUID

import pytest

from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Facts, Period
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs.conditions import compulsory
from throughcare.packs.loading import pack_of
from throughcare.packs.plain import plain_words, what_in_words
from throughcare.packs.requirements import OrderedCondition, questions_of, requirements_of
from throughcare.packs.wording import say

MADE = date(2026, 11, 5)
"""A Thursday; the Wednesday after is a holiday."""

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
        ["The order does not state this: Within. Ask the court office, then the Crown."],
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
        ["The order does not state this: Hours. Ask the court office, then the Crown."],
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
            "Ask about firearms and licences in the home; look for orders under ss. 109 and 110"
            " · office · 2026-12-05"
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
    term = term_of(ontario.terms, Made(instrument, MADE, Length(months=18)))
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
