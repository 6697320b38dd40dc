"""The instrument, its length, and days as they are written."""

from datetime import date

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.orders import imposed, instruments_in
from throughcare.kernel.reading.tests.samples import LAW, MADE_ON, flags, read
from throughcare.kernel.reading.texts import folded
from throughcare.kernel.reading.written_days import dates_in


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Probation for 18 months.", "PROBATION"),
        ("You will be placed on probation.", "PROBATION"),
        ("Report to your probation officer.", "PROBATION"),
        ("A conditional sentence of 6 months.", "CSO"),
        ("Report to your supervisor within 2 days.", "CSO"),
        ("You will receive a conditional discharge with probation.", "CONDITIONAL_DISCHARGE"),
        ("After your conditional sentence you are placed on probation.", "PROBATION"),
        ("A peace bond under section 810 for 12 months.", "PEACE_BOND_810"),
        ("A recognizance under s. 810.1.", "PEACE_BOND_8101"),
        ("A recognizance under s. 810.2.", "PEACE_BOND_8102"),
        ("A recognizance under s. 810.01.", "PEACE_BOND_81001"),
        ("A recognizance under s. 810.011.", "PEACE_BOND_810011"),
        ("A recognizance under s. 810.02.", "PEACE_BOND_81002"),
        ("A recognizance under s. 810.03.", "PEACE_BOND_81003"),
        ("A common law peace bond.", "PEACE_BOND_COMMON_LAW"),
        ("A sentence under the Youth Criminal Justice Act with probation.", "YOUTH_PROBATION"),
        ("Deferred custody under the YCJA.", "YOUTH_DCSO"),
        ("Probation under the Provincial Offences Act.", "POA_PROBATION"),
        ("A long-term supervision order.", "LTSO"),
        ("Released on an undertaking.", "RELEASE_UNDERTAKING"),
        ("He is released on parole; report to your parole supervisor.", "PAROLE"),
        ("The absence permit says so.", "TEMPORARY_ABSENCE"),
        ("A prohibition order pursuant to section 161.", "S161_PROHIBITION"),
        ("Found not criminally responsible.", "NCR_DISPOSITION"),
        ("Ordonnance de probation de deux ans.", "PROBATION"),
        ("Ordonnance de sursis de six mois.", "CSO"),
        ("Keep the peace.", None),
    ],
)
def test_the_instrument_of_a_text(text, code):
    assert read(text).order_type == code


@pytest.mark.parametrize(
    ("text", "handling"),
    [
        ("Probation for 18 months.", "supervise"),
        ("Keep the peace.", "supervise"),
        ("Probation under the YCJA.", "hold_youth"),
        ("Probation under the Provincial Offences Act.", "hold_other_law"),
        ("Released on an undertaking.", "information_only"),
        ("An order prohibiting the offender from using the Internet: s. 161.", "information_only"),
    ],
)
def test_who_holds_it(text, handling):
    assert read(text).handling == handling


def test_what_is_imposed_stands_in_the_order_of_the_text():
    text = folded("A conditional sentence of 6 months, then probation for a year.")

    assert [each.code for each in imposed(LAW.instruments, text)] == ["CSO", "PROBATION"]


def test_what_is_imposed_goes_before_what_is_named_often():
    text = folded("CSO, CSO, CSO. Probation for a year.")

    assert [each.code for each in instruments_in(LAW.instruments, text)] == ["PROBATION", "CSO"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Probation for 18 months.", Length(months=18)),
        ("A two-year probation order.", Length(years=2)),
        ("A conditional sentence of two years less a day.", Length(years=2, less_days=1)),
        ("Terms of the 15-month conditional sentence", Length(months=15)),
        ("Twelve months in jail, then probation for 2 years.", Length(years=2)),
        ("Probation. It will be for three years.", Length(years=3)),
        ("Probation, with house arrest for the first 6 months.", None),
        ("Probation.\n1. Report within 2 days.", None),
        ("Probation.\n1. A curfew for 3 months.", None),
        ("Probation. Then 2 years. Then 3 years.", None),
        ("A 20-day credit. A conditional sentence of 17 months.", Length(months=17)),
        (
            "A sentence of 6 months served in the community, in addition to the statutory terms:",
            Length(months=6),
        ),
        ("Ordonnance de probation de dix-huit mois.", Length(months=18)),
        ("Keep the peace for 3 years.", None),
    ],
)
def test_the_length_of_the_order(text, length):
    assert read(text).length == length


def test_a_length_in_two_ways_that_differ_is_flagged():
    assert "LENGTH_CONTRADICTED" in flags("Probation for two months (60 days).")


def test_a_length_in_two_ways_that_agree_is_not():
    assert "LENGTH_CONTRADICTED" not in flags("Probation for two months (2 months).")


def test_a_length_of_another_thing_beside_is_not():
    assert "LENGTH_CONTRADICTED" not in flags("Probation for 2 months and 3 days in jail.")


@pytest.mark.parametrize(
    ("text", "on", "other"),
    [
        ("March 4, 2026", date(2026, 3, 4), None),
        ("4 March 2026", date(2026, 3, 4), None),
        ("the 4th day of March, 2026", date(2026, 3, 4), None),
        ("March 4", date(2026, 3, 4), None),
        ("March 1st", date(2027, 3, 1), None),
        ("2026-03-14", date(2026, 3, 14), None),
        ("2025 11 04", date(2025, 11, 4), date(2025, 4, 11)),
        ("04/05/2026", date(2026, 4, 5), date(2026, 5, 4)),
        ("14/05/2026", date(2026, 5, 14), None),
        ("05/05/2026", date(2026, 5, 5), None),
        ("1er mars 2026", date(2026, 3, 1), None),
        ("le 4 août 2026", date(2026, 8, 4), None),
    ],
)
def test_a_written_day(text, on, other):
    found = dates_in(folded(text), LAW.months, MADE_ON)

    assert [(each.on, each.other) for each in found] == [(on, other)]


@pytest.mark.parametrize(
    "text", ["February 30, 2026", "40/40/2026", "February 30", "10:30 on 3", "may 5:30"]
)
def test_no_day_is_made_up(text):
    assert dates_in(folded(text), LAW.months, MADE_ON) == []


def test_a_day_without_a_year_needs_a_day_to_start_from():
    assert dates_in("march 4", LAW.months) == []


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Probation order.\nTerm: 15 months, with a fine of $50.", Length(months=15)),
        ("Ordonnance de probation.\nDurée : 9 mois, avec une amende (fine).", Length(months=9)),
        ("Probation.\nTerm: 1 month.\nTerm: 2 months.", None),
        (
            "In 2019 he was placed on probation for 9 months. Today, probation for 2 years.",
            Length(years=2),
        ),
        ("In 2019 he was placed on probation for 9 months.", None),
    ],
)
def test_the_length_that_a_text_names_as_its_own(text, length):
    assert read(text).length == length


@pytest.mark.parametrize(
    ("text", "is_flagged"),
    [
        ("Probation for 12 months. Report today.", True),
        ("Probation for 12 months. Keep the peace.", False),
        ("Probation for 12 months. No weapons as defined by the Criminal Code.", False),
        ("A conditional sentence of 6 months. Report today.", False),
    ],
)
def test_a_limit_is_uncertain_where_the_words_name_no_law(text, is_flagged):
    assert ("LAW_NOT_SAID" in flags(text)) is is_flagged
