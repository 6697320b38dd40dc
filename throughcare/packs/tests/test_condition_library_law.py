"""What the law says of conditions, and that no sample passes for law."""

import re
from datetime import date

import pytest

from throughcare.kernel.obligations.words import OwedBy
from throughcare.packs.conditions import compulsory, condition_rule, over_ceilings
from throughcare.packs.tests.ordered import ONTARIO

ON = date(2026, 11, 26)
RULES = [ONTARIO.conditions[code][0] for code in ONTARIO.condition_codes]
PROBATION_SET = ["APPEAR", "KPGB", "NOTIFY_JOB", "NOTIFY_NAME_ADDR"]
SENTENCE_SET = sorted([*PROBATION_SET, "REMAIN_JURISDICTION", "REPORT_FIRST", "REPORT_NEXT"])
BONDS = [
    "PEACE_BOND_810",
    "PEACE_BOND_81001",
    "PEACE_BOND_810011",
    "PEACE_BOND_81002",
    "PEACE_BOND_81003",
    "PEACE_BOND_8101",
    "PEACE_BOND_8102",
    "PEACE_BOND_COMMON_LAW",
]
COMPULSORY = {
    "PROBATION": PROBATION_SET,
    "CONDITIONAL_DISCHARGE": PROBATION_SET,
    "CSO": SENTENCE_SET,
    **{bond: ["KPGB"] for bond in BONDS},
    "INTERMITTENT": [],
    "PAROLE": [],
    "TEMPORARY_ABSENCE": [],
    "S161_PROHIBITION": [],
    "NCR_DISPOSITION": [],
}


def by_code(rule):
    """Return the name of a rule for the test report."""
    return rule.code


def rule_of(code):
    """Return the rule in force today."""
    return condition_rule(ONTARIO, code, ON)


@pytest.mark.parametrize(("instrument", "codes"), COMPULSORY.items())
@pytest.mark.parametrize("on", [date(2015, 1, 1), date(2020, 1, 1), ON])
def test_the_compulsory_set_of_an_instrument_is_the_laws(instrument, codes, on):
    assert sorted(rule.code for rule in compulsory(ONTARIO, instrument, on)) == codes


def test_reporting_is_not_compulsory_on_probation():
    codes = {rule.code for rule in compulsory(ONTARIO, "PROBATION", ON)}

    assert codes.isdisjoint({"REPORT_FIRST", "REPORT_NEXT"})


SECTIONS = [
    ("KPGB", "732.1(2)(a)", "742.3(1)(a)"),
    ("APPEAR", "732.1(2)(b)", "742.3(1)(b)"),
    ("NOTIFY_NAME_ADDR", "732.1(2)(c)", "742.3(1)(e)"),
    ("NOTIFY_JOB", "732.1(2)(c)", "742.3(1)(e)"),
    ("REPORT_FIRST", "732.1(3)(a)(i)", "742.3(1)(c)(i)"),
    ("REPORT_NEXT", "732.1(3)(a)(ii)", "742.3(1)(c)(ii)"),
    ("REMAIN_JURISDICTION", "732.1(3)(b)", "742.3(1)(d)"),
    ("NO_CONTACT", "732.1(3)(a.1)", "742.3(2)(a.3)"),
    ("NO_GO", "732.1(3)(a.1)", "742.3(2)(a.3)"),
    ("ABSTAIN", "732.1(3)(c)", "742.3(2)(a)"),
    ("SAMPLE_ON_DEMAND", "732.1(3)(c.1)", "742.3(2)(a.1)"),
    ("SAMPLE_REGULAR", "732.1(3)(c.2)", "742.3(2)(a.2)"),
    ("NO_WEAPON", "732.1(3)(d)", "742.3(2)(b)"),
    ("SUPPORT_DEPENDANTS", "732.1(3)(e)", "742.3(2)(c)"),
    ("COMMUNITY_SERVICE", "732.1(3)(f)", "742.3(2)(d)"),
    ("OTHER_REASONABLE", "732.1(3)(h)", "742.3(2)(f)"),
    ("COUNSELLING", "732.1(3)(h)", "742.3(2)(f)"),
]


@pytest.mark.parametrize(("code", "probation", "sentence"), SECTIONS)
def test_both_sections_stand_in_the_authority(code, probation, sentence):
    assert probation in rule_of(code).authority
    assert sentence in rule_of(code).authority


@pytest.mark.parametrize(
    ("code", "section"),
    [
        ("TREATMENT_AGREED", "732.1(3)(g)"),
        ("CURATIVE_TREATMENT", "732.1(3)(g.1)"),
        ("INTERLOCK", "732.1(3)(g.2)"),
        ("TREATMENT_ATTEND", "742.3(2)(e)"),
        ("PASSPORT", "810.011(9)"),
        ("INTERMITTENT_SCHEDULE", "732(1)"),
        ("ORG_POLICIES", "732.1(3.1)"),
        ("ORDER_ITSELF", "732.1(5)"),
        ("ORDER_ITSELF", "742.3(3)"),
    ],
)
def test_the_section_of_one_instrument_stands_in_the_authority(code, section):
    assert section in rule_of(code).authority


@pytest.mark.parametrize(
    ("code", "never"),
    [
        ("TREATMENT_AGREED", "CSO"),
        ("TREATMENT_ATTEND", "PROBATION"),
        ("INTERLOCK", "CSO"),
        ("HOUSE_ARREST", "PROBATION"),
        ("SAMPLE_REGULAR", "PEACE_BOND_81002"),
        ("SAMPLE_ON_DEMAND", "PEACE_BOND_81002"),
        ("BOND_AMOUNT", "PROBATION"),
        ("PAROLE_RETURN", "PROBATION"),
    ],
)
def test_a_condition_is_flagged_on_an_instrument_that_does_not_carry_it(code, never):
    assert never not in rule_of(code).instruments


@pytest.mark.parametrize("instrument", ["PROBATION", "CSO", *BONDS])
def test_the_explanation_of_an_order_is_asked_once_for_each_instrument(instrument):
    asked = [each for each in rule_of("ORDER_ITSELF").requirements if instrument in each.only_on]

    assert len(asked) == 1
    assert asked[0].owed_by is OwedBy.OFFICE


CEILINGS = [
    ({"hours": 240, "months": 18}, []),
    ({"hours": 240.5}, ["hours"]),
    ({"hours": 300, "months": 24}, ["hours", "months"]),
    ({"hours": 50, "months": 23}, ["months"]),
    ({"hours": 0.5}, []),
    ({}, []),
    ({"hours": "many"}, []),
    # The data states the time as so many months from the start.
    ({"hours": 50, "by": {"n": 23, "unit": "month", "from": "start"}}, ["by"]),
    ({"hours": 50, "by": {"n": 18, "unit": "month", "from": "start"}}, []),
    ({"hours": 50, "by": {"n": 2, "unit": "year", "from": "start"}}, ["by"]),
    ({"hours": 50, "by": {"n": 1, "unit": "year", "from": "start"}}, []),
    ({"hours": 50, "by": {"at": "order_end"}}, []),
    ({"hours": 50, "by": {"date": "2030-01-01"}}, []),
]


@pytest.mark.parametrize(("stated", "over"), CEILINGS)
def test_a_value_over_the_ceiling_is_named(stated, over):
    found = over_ceilings(ONTARIO, rule_of("COMMUNITY_SERVICE"), stated, ON)

    assert [each.parameter for each in found] == over


def test_a_ceiling_says_how_much_the_law_allows_and_where():
    (found,) = over_ceilings(ONTARIO, rule_of("COMMUNITY_SERVICE"), {"hours": 300}, ON)

    assert (found.stated, found.most) == (300, 240)
    assert "732.1(3)(f)" in found.authority


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_what_was_not_read_in_an_act_never_stands_in_the_authority(rule):
    assert not re.search(r"\[(W|GK)\]", rule.authority + rule.source)


DOUBTS = {
    "REPORT_FIRST": "not defined in the Code",
    "KPGB": "Only a court finds",
    "NOTIFY_JOB": "not a number of days",
    "NO_CONTACT": "repealed in 2019",
    "HOUSE_ARREST": "disputed between judges",
    "COMMUNITY_SERVICE": "not the court's words",
    "SAMPLE_REGULAR": "not settled",
    "REMAIN_JURISDICTION": "[GK]",
    "PASSPORT": "[GK]",
    "EM_DEVICE": "[GK]",
    "PARTNER_ASSAULT_PROGRAM": "[W]",
    "PAROLE_TRAVEL_HOME": "Reg. 778",
    "PAROLE_NOTIFY_SITUATION": "Reg. 778",
    "SOIRA": "never recorded",
    "ORDER_ITSELF": "[GK: addressee]",
    "POA_NO_OFFENCE": "[GK]",
}


@pytest.mark.parametrize(("code", "words"), DOUBTS.items())
def test_a_doubt_is_shown_beside_the_rule(code, words):
    assert words in rule_of(code).note


NUMBERS_OF_THE_LAW = {
    ("REPORT_FIRST", "REPORT_STATUTORY"),
    ("REPORT_FIRST", "REPORT_STATUTORY_SUPERVISOR"),
    ("COMMUNITY_SERVICE", "HOURS"),
}


def fixed(asked):
    """Say whether a requirement rests on a number that the pack sets."""
    length = asked.within.length
    is_some = length is not None and (length.whole_months or length.loose_days)
    return bool(is_some or asked.within.working_days or asked.times)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_number_that_no_law_sets_is_marked_as_a_sample(rule):
    for asked in rule.requirements:
        if fixed(asked) and (rule.code, asked.code) not in NUMBERS_OF_THE_LAW:
            assert asked.sample, asked.code


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_the_office_and_the_person_never_stand_in_one_requirement(rule):
    owed = {asked.code: asked.owed_by for asked in rule.requirements}

    assert len(owed) == len(rule.requirements)
    assert set(owed.values()) <= {OwedBy.PERSON, OwedBy.OFFICE}


def test_the_registry_of_sex_offenders_is_never_asked_about():
    rule = rule_of("SOIRA")

    assert rule.requirements == ()
    assert rule.knowing is None
