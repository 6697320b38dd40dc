"""Ontario's condition library: complete, and said in both languages."""

import re
from collections import Counter
from datetime import date

import pytest

from throughcare.kernel.obligations.words import OwedBy, Strength
from throughcare.packs.condition_rules import How
from throughcare.packs.conditions import condition_rule
from throughcare.packs.tests.ordered import ONTARIO

ON = date(2026, 11, 26)

# How often each code stands in the orders that were read by hand, all records (1,262 labels).
FREQUENCY = {
    "REPORT_NEXT": 93, "COUNSELLING": 85, "REPORT_FIRST": 80, "SIGN_RELEASES": 72,
    "NO_CONTACT": 70, "NO_WEAPON": 64, "NO_GO": 60, "HOUSE_ARREST": 45, "PROOF_COMPLIANCE": 43,
    "KPGB": 41, "RESIDE_APPROVED": 38, "NOTIFY_NAME_ADDR": 35, "NOTIFY_JOB": 33,
    "STATUTORY_ALL": 32, "APPEAR": 30, "EM_DEVICE": 28, "COMMUNITY_SERVICE": 26, "ABSTAIN": 25,
    "REMAIN_JURISDICTION": 24, "CURFEW": 24, "COOPERATE": 22, "CARRY_PERMISSION": 21,
    "NO_CONTACT_CLASS": 18, "EMPLOYMENT_RESTRICTION": 16, "INTERNET_RESTRICTION": 16,
    "CHECK_AT_DOOR": 14, "SEEK_WORK_SCHOOL": 14, "SCHEDULE_ADVANCE": 10, "NO_DRIVE": 10,
    "NO_GO_CLASS": 9, "INCORPORATES": 9, "TREATMENT_ATTEND": 8, "SAMPLE_ON_DEMAND": 7,
    "NO_KNIFE": 7, "OTHER_REASONABLE": 6, "NO_ASSOCIATE": 6, "SAMPLE_REGULAR": 5,
    "SUPPORT_DEPENDANTS": 5, "NO_FIREARM_LICENCE": 5, "NO_POST": 4, "RECOMMENDATION": 4,
    "ENTRY_PERMIT": 4, "NOTIFY_POLICE_CONTACT": 4, "PAROLE_REPORT_POLICE": 4, "HOME_VISITS": 4,
    "PASSPORT": 3, "REPORT_END": 3, "RESIDE_RESTRICTION": 3, "REPORT_EM": 3,
    "DEVICE_INSPECTION": 3, "BOND_AMOUNT": 3, "NO_GO_LICENSED": 3, "NOTIFY_CONTACT_DETAILS": 3,
    "PAROLE_TRAVEL_HOME": 3, "PAROLE_CARRY_CERTIFICATE": 3, "PAROLE_RETURN": 3, "INTERLOCK": 2,
    "INTERMITTENT_SCHEDULE": 2, "OTHER_ORDER_COMPLY": 2, "TAX_COMPLIANCE": 2,
    "TRANSFER_SUPERVISION": 2, "RESTITUTION": 2, "SURRENDER": 2, "APOLOGY": 2,
    "RESIDE_FACILITY": 2, "PAROLE_NOTIFY_SITUATION": 2, "TREATMENT_AGREED": 1,
    "CURATIVE_TREATMENT": 1, "VEHICLE_RESTRICTION": 1, "NO_IMAGES": 1, "DISPOSE_ITEMS": 1,
    "NO_VISITORS": 1, "INTERMITTENT_SOBER": 1, "NO_RESTRICTION": 1, "DISCLOSE_RECORD": 1,
    "POA_NO_OFFENCE": 1, "NOT_IMPOSED": 1, "RESIDE_RULES": 1, "SCHOOL_ATTEND": 1, "DONATION": 1,
    "NO_ANIMAL": 1, "CSO_TERM": 1, "SOIRA": 1, "DNA": 1, "S109_ORDER": 1, "US_VICTIM_NOTICE": 1,
    "DEPORTATION": 1, "SEARCH_CONSENT": 1, "DEVICE_RESTRICTION": 1, "DISCLOSE_VEHICLE": 1,
    "NOTIFY_RELATIONSHIP": 1, "NOTIFY_TRAVEL": 1, "GAMBLING_RESTRICTION": 1, "POLYGRAPH": 1,
    "FINANCIAL_RESTRICTION": 1,
}  # fmt: skip
COMMON = [code for code, count in FREQUENCY.items() if count >= 5]
RULES = [ONTARIO.conditions[code][0] for code in ONTARIO.condition_codes]
BRACES = re.compile(r"\{(\w+)\}")
VAGUE = re.compile(r"\b(tbd|todo|lorem|xxx)\b", re.IGNORECASE)


def by_code(rule):
    """Return the name of a rule for the test report."""
    return rule.code


def texts_of(rule):
    """Return every text that people read, as (what, English, French)."""
    pairs = [("label", rule.labels), ("plain", rule.plain), ("open", rule.plain_open)]
    pairs += [(each.name, each.labels) for each in rule.parameters]
    pairs += [(each.code, each.labels) for each in rule.requirements]
    if rule.nothing_owed:
        pairs.append(("nothing owed", rule.nothing_owed))
    if rule.knowing and rule.knowing.texts:
        pairs.append(("knowing", rule.knowing.texts))
    return [(what, each["en"], each["fr"]) for what, each in pairs]


def test_thirty_nine_codes_make_up_more_than_nine_tenths_of_the_labels():
    assert len(FREQUENCY) == 95
    assert len(COMMON) == 39
    assert sum(FREQUENCY[code] for code in COMMON) / sum(FREQUENCY.values()) > 0.9


@pytest.mark.parametrize("code", FREQUENCY)
def test_every_code_of_the_data_has_a_rule(code):
    assert condition_rule(ONTARIO, code, ON) is not None


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_every_text_is_there_in_both_languages_and_they_differ(rule):
    for what, english, french in texts_of(rule):
        assert english.strip(), what
        assert french.strip(), what
        assert not VAGUE.search(english + french), what
    assert rule.plain["en"] != rule.plain["fr"]
    assert rule.labels["en"] != rule.labels["fr"]


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_every_brace_is_a_parameter_and_both_languages_name_the_same(rule):
    names = {each.name for each in rule.parameters}
    for what, english, french in texts_of(rule):
        assert set(BRACES.findall(english)) == set(BRACES.findall(french)), what
        assert set(BRACES.findall(english)) <= names, what


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_the_open_words_need_nothing(rule):
    assert not BRACES.findall(rule.plain_open["en"] + rule.plain_open["fr"])


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_rule_says_what_is_owed_or_why_nothing_is(rule):
    assert bool(rule.requirements) != bool(rule.nothing_owed)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_rule_says_where_it_was_read_and_when(rule):
    assert rule.authority
    assert rule.source
    assert rule.checked_on == date(2026, 11, 21)


@pytest.mark.parametrize("code", COMMON)
def test_a_common_condition_says_how_it_is_known(code):
    rule = condition_rule(ONTARIO, code, ON)

    assert rule.knowing is not None
    assert rule.knowing.methods
    assert rule.knowing.texts


@pytest.mark.parametrize("code", COMMON)
def test_a_common_condition_has_worked_examples(code):
    assert condition_rule(ONTARIO, code, ON).examples


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_condition_can_be_known_as_strongly_as_is_expected(rule):
    if rule.knowing:
        strongest = max(each.strength for each in rule.knowing.methods)
        expected = [rule.knowing.at_least, *(each.at_least for each in rule.knowing.at_levels)]
        assert strongest >= max(expected)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_evidence_and_events_are_kinds_of_the_pack(rule):
    for asked in rule.requirements:
        assert set(asked.closed_by) <= set(ONTARIO.evidence)
        if asked.how is How.AFTER:
            assert asked.event in ONTARIO.events


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_method_has_the_strength_of_the_list_of_methods(rule):
    if rule.knowing:
        for each in rule.knowing.methods:
            assert each.strength is ONTARIO.methods[each.code].strength


def test_codes_and_aliases_name_one_condition_each():
    names = Counter(name for rule in RULES for name in (rule.code, *rule.aliases))

    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("REPORT", "REPORT_NEXT"),
        ("NOTIFY_ADDRESS", "NOTIFY_NAME_ADDR"),
        ("NOTIFY_EMPLOYMENT", "NOTIFY_JOB"),
        ("HOME_CONFINEMENT", "HOUSE_ARREST"),
        ("ELECTRONIC_MONITORING", "EM_DEVICE"),
        ("OTHER", "OTHER_REASONABLE"),
    ],
)
def test_an_alias_leads_to_the_packs_own_code(alias, code):
    assert condition_rule(ONTARIO, alias, ON).code == code


def test_parole_and_the_partner_assault_program_are_not_mixed_up():
    parole = [rule.code for rule in RULES if rule.code.startswith("PAROLE_")]
    program = condition_rule(ONTARIO, "PARTNER_ASSAULT_PROGRAM", ON)

    assert len(parole) == 5
    assert not [rule.code for rule in RULES if rule.code.startswith("PAR_")]
    assert "parole" not in (program.labels["en"] + program.plain["en"]).lower()


NOTHING_TO_DO = [
    "NO_CONTACT", "NO_CONTACT_CLASS", "NO_GO", "NO_GO_CLASS", "NO_ASSOCIATE", "ABSTAIN", "KPGB",
    "NO_KNIFE", "NO_DRIVE", "NO_FIREARM_LICENCE", "NO_POST", "REMAIN_JURISDICTION", "COOPERATE",
    "STATUTORY_ALL", "CHECK_AT_DOOR", "RECOMMENDATION", "NOT_IMPOSED",
]  # fmt: skip


@pytest.mark.parametrize("code", NOTHING_TO_DO)
def test_what_only_forbids_or_suggests_asks_nothing_by_a_day(code):
    assert condition_rule(ONTARIO, code, ON).requirements == ()


@pytest.mark.parametrize("code", ["NO_CONTACT", "ABSTAIN", "KPGB", "NO_GO", "NO_DRIVE"])
def test_the_persons_own_word_is_enough_where_no_stronger_check_is_expected(code):
    knowing = condition_rule(ONTARIO, code, ON).knowing

    assert knowing.at_least is Strength.SELF_REPORT
    assert knowing.at("LOW").at_least is Strength.SELF_REPORT


@pytest.mark.parametrize(
    ("code", "least"),
    [
        ("HOUSE_ARREST", Strength.COLLATERAL),
        ("CURFEW", Strength.COLLATERAL),
        ("INTERNET_RESTRICTION", Strength.COLLATERAL),
        ("EM_DEVICE", Strength.OFFICIAL),
        ("EMPLOYMENT_RESTRICTION", Strength.DOCUMENT),
        ("COMMUNITY_SERVICE", Strength.DOCUMENT),
        ("COUNSELLING", Strength.DOCUMENT),
        ("RESIDE_APPROVED", Strength.DOCUMENT),
    ],
)
def test_more_than_the_persons_own_word_is_expected(code, least):
    assert condition_rule(ONTARIO, code, ON).knowing.at_least is least


@pytest.mark.parametrize("code", ["REPORT_NEXT", "COUNSELLING", "SIGN_RELEASES", "COOPERATE"])
def test_as_directed_asks_nothing_of_the_person_until_an_officer_directs(code):
    without_a_day = [
        each
        for each in condition_rule(ONTARIO, code, ON).requirements
        if each.owed_by is OwedBy.PERSON and not each.only_with
    ]

    assert without_a_day == []
