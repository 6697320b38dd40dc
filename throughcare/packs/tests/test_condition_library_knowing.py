"""How a condition is known to be kept: what the library expects, by level and by instrument."""

from datetime import date

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.words import Strength
from throughcare.packs.conditions import condition_rule
from throughcare.packs.tests.ordered import ONTARIO

ON = date(2026, 11, 26)
SELF, PAPER = Strength.SELF_REPORT, Strength.DOCUMENT
OTHERS, SEEN, OFFICIAL = Strength.COLLATERAL, Strength.OBSERVED, Strength.OFFICIAL
P, C = "PROBATION", "CSO"

EXPECTED = [
    # code, level, instrument, at least, how often
    ("NO_CONTACT", "LOW", P, SELF, None),
    ("NO_CONTACT", "MEDIUM", C, SELF, None),
    ("NO_CONTACT", "HIGH", P, OTHERS, Length(months=3)),
    ("NO_CONTACT", "VERY_HIGH", C, OTHERS, Length(months=3)),
    ("NO_GO", "MEDIUM", P, SELF, None),
    ("NO_GO", "HIGH", P, OTHERS, Length(months=3)),
    ("NO_GO_CLASS", "VERY_HIGH", P, OTHERS, Length(months=3)),
    ("NO_CONTACT_CLASS", "HIGH", P, OTHERS, Length(months=3)),
    ("ABSTAIN", "VERY_HIGH", C, SELF, None),
    ("KPGB", "VERY_HIGH", P, SELF, None),
    ("NOTIFY_NAME_ADDR", "LOW", P, SELF, None),
    ("NOTIFY_NAME_ADDR", "MEDIUM", P, PAPER, Length(months=6)),
    ("RESIDE_APPROVED", "LOW", P, PAPER, Length(months=6)),
    ("RESIDE_APPROVED", "HIGH", C, OTHERS, Length(months=3)),
    # The home is the place of a conditional sentence: more is expected than on other orders.
    ("HOUSE_ARREST", "LOW", C, OTHERS, Length(weeks=1)),
    ("HOUSE_ARREST", "HIGH", C, SEEN, Length(weeks=2)),
    ("HOUSE_ARREST", "LOW", P, OTHERS, Length(months=1)),
    ("HOUSE_ARREST", "VERY_HIGH", P, SEEN, Length(months=1)),
    ("CURFEW", "MEDIUM", C, OTHERS, Length(weeks=2)),
    ("CURFEW", "MEDIUM", P, OTHERS, Length(months=1)),
    ("EM_DEVICE", "MEDIUM", C, OFFICIAL, Length(weeks=2)),
    ("EM_DEVICE", "MEDIUM", "PEACE_BOND_8102", OFFICIAL, Length(months=1)),
    # An audit found "monitor by self-report": more than the person's own word at every level.
    ("INTERNET_RESTRICTION", "VERY_LOW", P, OTHERS, Length(months=3)),
    ("INTERNET_RESTRICTION", "HIGH", P, SEEN, Length(months=2)),
    ("EMPLOYMENT_RESTRICTION", "LOW", P, PAPER, Length(months=3)),
    ("EMPLOYMENT_RESTRICTION", "HIGH", P, OTHERS, Length(months=3)),
    ("COUNSELLING", "LOW", P, PAPER, Length(months=3)),
    ("COUNSELLING", "HIGH", C, OTHERS, Length(months=2)),
    ("COMMUNITY_SERVICE", "LOW", P, PAPER, Length(months=1)),
    ("PARTNER_ASSAULT_PROGRAM", "LOW", P, OTHERS, Length(months=1)),
    ("NO_WEAPON", "HIGH", P, SELF, None),
]


@pytest.mark.parametrize(("code", "level", "instrument", "least", "every"), EXPECTED)
def test_what_is_expected_depends_on_level_and_instrument(code, level, instrument, least, every):
    expected = condition_rule(ONTARIO, code, ON).knowing.at(level, instrument)

    assert (expected.at_least, expected.every) == (least, every)


METHODS = [
    ("NO_CONTACT", ["ASKED", "PROTECTED_PERSON_ASKED", "COURT_RECORD", "POLICE_ASKED"]),
    ("COMMUNITY_SERVICE", ["HOURS_LOG", "PROVIDER_ASKED", "ASKED"]),
    ("SAMPLE_ON_DEMAND", ["TEST_RESULT"]),
    ("EM_DEVICE", ["DEVICE_LOG", "DOOR_CHECK", "ASKED"]),
    ("PASSPORT", ["DOCUMENT_SEEN", "SURRENDER_RECEIPT", "ASKED"]),
]


@pytest.mark.parametrize(("code", "methods"), METHODS)
def test_the_ways_to_check_are_offered_in_this_order(code, methods):
    knowing = condition_rule(ONTARIO, code, ON).knowing

    assert [each.code for each in knowing.methods] == methods


@pytest.mark.parametrize("code", ["NO_CONTACT", "NO_GO", "ABSTAIN", "CURFEW", "REPORT_NEXT"])
def test_the_person_can_always_be_asked(code):
    methods = condition_rule(ONTARIO, code, ON).knowing.methods

    assert "ASKED" in {each.code for each in methods}


def test_devices_are_inspected_only_where_a_condition_allows_it():
    note = condition_rule(ONTARIO, "INTERNET_RESTRICTION", ON).note

    assert "no right to look into a device" in note


# Duties of the office, orders of their own, words that bind nobody, foreign law.
NOTHING_TO_CHECK = {
    "CSO_TERM",
    "DEPORTATION",
    "DNA",
    "NOT_IMPOSED",
    "NO_RESTRICTION",
    "ORDER_ITSELF",
    "POA_NO_OFFENCE",
    "POLYGRAPH",
    "RECOMMENDATION",
    "SEARCH_CONSENT",
    "SOIRA",
    "TRANSFER_SUPERVISION",
    "US_VICTIM_NOTICE",
}


def test_every_condition_that_binds_a_person_says_how_it_is_known():
    rules = [ONTARIO.conditions[code][0] for code in ONTARIO.condition_codes]

    assert {rule.code for rule in rules if rule.knowing is None} == NOTHING_TO_CHECK
