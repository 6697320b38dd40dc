"""The library against the labelled conditions of published orders, where that data is there."""

from datetime import date

import pytest

from tests.shared import labelled_orders
from throughcare.packs.conditions import condition_rule
from throughcare.packs.plain import plain_words
from throughcare.packs.requirements import questions_of, requirements_of
from throughcare.packs.tests.ordered import ONTARIO, ordered

ON = date(2026, 1, 12)
INSTRUMENTS = {"PROBATION", "CSO", "CONDITIONAL_DISCHARGE"}


@pytest.fixture(scope="module")
def labels():
    """Return every code of every labelled condition with its parameters and its order's kind."""
    return [
        (code, each.get("parameters", {}), record["order_type"])
        for record in labelled_orders()
        for each in record["expected"]
        for code in each["codes"]
    ]


def test_every_label_has_a_rule(labels):
    assert [code for code, _, _ in labels if condition_rule(ONTARIO, code, ON) is None] == []


def test_every_label_is_said_in_both_languages(labels):
    for code, stated, _ in labels:
        rule = condition_rule(ONTARIO, code, ON)
        english, french = (plain_words(ONTARIO, rule, stated, each) for each in ("en", "fr"))
        assert english.endswith(".")
        assert french.endswith(".")
        assert "{" not in english + french


def test_whatever_a_court_stated_is_computed_or_asked_about(labels):
    for code, stated, kind in labels:
        instrument = kind if kind in INSTRUMENTS else "PROBATION"
        condition = ordered(instrument, "2026-01-12", "18m", code, stated)
        asked = len(requirements_of(ONTARIO, condition)) + len(questions_of(ONTARIO, condition))
        rule = condition_rule(ONTARIO, code, ON)
        is_quiet = rule.nothing_owed or all(
            each.only_on or each.only_with or each.only_without for each in rule.requirements
        )
        assert asked or is_quiet, (code, stated)


def test_first_reports_that_say_a_time_are_counted(labels):
    stated = [
        each for code, each, _ in labels if code == "REPORT_FIRST" and each.get("report_within")
    ]
    conditions = [
        ordered("PROBATION", "2026-01-12", "18m", "REPORT_FIRST", each, released="2026-02-13")
        for each in stated
    ]

    assert all(len(requirements_of(ONTARIO, each)) == 1 for each in conditions)


def test_hours_that_are_stated_are_counted(labels):
    stated = [each for code, each, _ in labels if code == "COMMUNITY_SERVICE" and each.get("hours")]
    conditions = [
        ordered("CSO", "2026-01-12", "2y1-", "COMMUNITY_SERVICE", each) for each in stated
    ]

    assert all(len(requirements_of(ONTARIO, each)) == 2 for each in conditions)
