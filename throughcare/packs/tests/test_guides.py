"""Responses, incidents and ways to vary: what is offered on a day, and to whom."""

import re
from datetime import date

import pytest

from throughcare.packs.guide_rules import Hearing, Tell
from throughcare.packs.guides import incentives, incident_of, incidents, responses_to, routes_for
from throughcare.packs.loading import pack_of
from throughcare.packs.wording import authority_in_words

ISLAND, ONTARIO = pack_of("example"), pack_of("ca_on")
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("lapse", "on", "steps"),
    [
        ("NO_GREETING", "2026-01-01", ["Raise an eyebrow"]),
        ("BOAT_AT_SEA", "2026-01-01", ["Raise an eyebrow", "Ring the bell twice"]),
        ("BOAT_AT_SEA", "2024-12-31", ["Raise an eyebrow", "Ring the bell"]),
        ("BOAT_AT_SEA", "2019-12-31", []),
        ("ANOTHER", "2026-01-01", ["Raise an eyebrow"]),
    ],
)
def test_the_lightest_step_is_offered_first(lapse, on, steps):
    found = responses_to(ISLAND, lapse, date.fromisoformat(on))

    assert [each.labels["en"] for each in found] == steps


def test_an_incentive_answers_no_lapse():
    assert [each.labels["fr"] for each in incentives(ISLAND, TODAY)] == ["Offrir un coquillage"]
    assert not any(each.is_incentive for each in responses_to(ISLAND, "NO_GREETING", TODAY))


def test_some_steps_need_a_manager_and_a_reason():
    _, bell = responses_to(ISLAND, "BOAT_AT_SEA", date(2024, 1, 1))

    assert (bell.needs_approval, bell.needs_reason, bell.sample) == (True, True, False)


def test_whom_to_tell_of_an_incident_and_by_when():
    wreck = incident_of(ISLAND, "SHIPWRECK", TODAY)

    assert wreck.tell == (
        Tell({"en": "the lifeboat", "fr": "le canot de sauvetage"}, 0, None),
        Tell({"en": "the Harbour Court", "fr": "la Cour du Port"}, 12, None),
        Tell({"en": "the almanac", "fr": "l'almanach"}, None, 3),
    )


@pytest.mark.parametrize(("code", "on"), [("SONG", TODAY), ("SHIPWRECK", date(2019, 1, 1))])
def test_an_incident_that_is_not_known_is_none(code, on):
    assert incident_of(ISLAND, code, on) is None


@pytest.mark.parametrize(
    ("instrument", "applicant", "codes"),
    [
        ("WATCH", "", ["SOFTEN"]),
        ("WATCH", "WARDEN", ["SOFTEN"]),
        ("WATCH", "NEIGHBOUR", []),
        ("PLEDGE", "", []),
    ],
)
def test_the_ways_to_vary_an_instrument(instrument, applicant, codes):
    assert [each.code for each in routes_for(ISLAND, instrument, TODAY, applicant)] == codes


def test_a_way_to_vary_names_its_clocks_and_what_never_changes():
    (soften,) = routes_for(ISLAND, "WATCH", TODAY)

    assert (soften.clocks, soften.hearing) == (("ASK_AGAIN",), Hearing.ON_REQUEST)
    assert soften.never == {"en": "the greeting", "fr": "la salutation"}


ROUTES = [
    ("PROBATION", "OFFICER", ["PROBATION_CHANGE"]),
    ("PROBATION", "PROSECUTOR", ["PROBATION_CHANGE", "PROBATION_AFTER_CONVICTION"]),
    ("CONDITIONAL_DISCHARGE", "PERSON", ["PROBATION_CHANGE"]),
    ("CSO", "OFFICER", ["CONDITIONAL_SENTENCE_OFFICER"]),
    ("CSO", "PERSON", ["CONDITIONAL_SENTENCE_OTHERS"]),
    ("PEACE_BOND_810", "INFORMANT", ["PEACE_BOND_CHANGE"]),
    ("PEACE_BOND_810", "OFFICER", []),
    ("PEACE_BOND_8102", "ATTORNEY_GENERAL", ["PEACE_BOND_CHANGE_ATTORNEY"]),
    ("PEACE_BOND_81003", "PROTECTED_PERSON", ["PEACE_BOND_CHANGE_DOMESTIC"]),
    ("PAROLE", "BOARD", ["PAROLE_CHANGE"]),
    ("DNA_ORDER", "", []),
]


@pytest.mark.parametrize(("instrument", "applicant", "codes"), ROUTES)
def test_who_may_apply_to_vary_what_in_ontario(instrument, applicant, codes):
    assert [each.code for each in routes_for(ONTARIO, instrument, TODAY, applicant)] == codes


def test_a_conditional_sentence_is_varied_by_three_clocks():
    (route,) = routes_for(ONTARIO, "CSO", TODAY, "OFFICER")

    assert route.clocks == ("CSO_CHANGE_REQUEST", "CSO_CHANGE_HEARING", "CSO_CHANGE_EFFECT")
    assert route.hearing is Hearing.ON_REQUEST


def test_the_domestic_violence_bond_has_no_route_before_it_was_law():
    assert routes_for(ONTARIO, "PEACE_BOND_81003", date(2025, 4, 7)) == ()


@pytest.mark.parametrize(
    ("lapse", "first"),
    [
        ("MISSED_REPORT", "Check custody and hospital, then call"),
        ("CONTACT_FORBIDDEN", "Look to the safety of the protected person first"),
        ("HOURS_BEHIND", "Talk about it at the next meeting"),
    ],
)
def test_what_is_proposed_first_in_ontario(lapse, first):
    assert responses_to(ONTARIO, lapse, TODAY)[0].labels["en"] == first


@pytest.mark.parametrize("lapse", ONTARIO.guides.lapses)
def test_every_lapse_may_be_left_unenforced_by_a_decision_with_a_reason(lapse):
    last = responses_to(ONTARIO, lapse, TODAY)[-1]

    assert (last.code, last.needs_approval, last.needs_reason) == ("NO_ACTION", True, True)


def test_nothing_is_alleged_without_a_manager():
    alleging = [
        each for each in responses_to(ONTARIO, "NEW_CHARGE", TODAY) if each.code == "ALLEGE"
    ]

    assert [each.needs_approval for each in alleging] == [True]


def test_ontarios_guides_say_that_they_are_samples():
    assert all(each.sample for each in ONTARIO.guides.responses)
    assert all(each.sample for each in incidents(ONTARIO, TODAY))
    assert not any(each.sample for each in ONTARIO.guides.routes)


@pytest.mark.parametrize("incident", incidents(ONTARIO, TODAY), ids=lambda each: each.code)
def test_every_incident_is_told_at_once_to_somebody(incident):
    assert any(each.hours == 0 for each in incident.tell)


SAMPLES = [*ONTARIO.standards.every, *ONTARIO.guides.responses, *ONTARIO.guides.incidents]


@pytest.mark.parametrize("each", [*SAMPLES, *ONTARIO.guides.routes], ids=lambda each: each.code)
def test_every_authority_of_a_guide_reads_in_french(each):
    french = authority_in_words(ONTARIO, each.authority, "fr")

    assert french != each.authority
    assert not re.search(r"\b(?:Sample|Act|ss?\. |the|of)\b", french)
