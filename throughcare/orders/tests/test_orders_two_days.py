"""A last day that has two readings: what the person is told, what staff see."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.requirements import Hours, Once
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.queries import conditions_of
from throughcare.orders.rows import rows_of
from throughcare.orders.tests.factories import PEACE, an_order
from throughcare.orders.two_days import days_told_twice, last_day_in_words
from throughcare.staff.tests.factories import signed_in

# Two working days after Tuesday, September 29 meet September 30: a holiday in one list only.
DISPUTED = date(2026, 9, 29)
REPORT = ConditionMade(
    2, "Report within two working days.", (CodeMade("REPORT_FIRST", {"statutory": True}),)
)
PLAIN = Once(date(2026, 9, 8), date(2026, 9, 11))
TWICE = (date(2026, 9, 29), date(2026, 10, 3), date(2026, 10, 2))


@pytest.fixture
def as_officer(client, officer):
    return signed_in(client, officer)


def conditions(case):
    return conditions_of([case.pk], date(2026, 11, 26))[case.pk]


def sheet(client, order, language):
    address = reverse("orders:sheet", args=[order.case.number, order.pk, language])
    return client.get(address).text.replace("\u00a0", " ")


def test_a_day_with_one_reading_is_told_as_it_is():
    assert last_day_in_words(PLAIN) == "10\u00a0Sep\u00a02026"


@pytest.mark.parametrize("cadence", [Once(*TWICE), Hours(40, *TWICE)])
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "at the latest on 2 Oct 2026; to be safe, by 1 Oct 2026: the two ways of counting"),
        ("fr", "au plus tard le 2 oct. 2026; pour être en sûreté, au plus tard le 1er oct. 2026 :"),
    ],
)
def test_a_day_with_two_is_told_as_both(cadence, language, told):
    with translation.override(language):
        said = last_day_in_words(cadence)

    assert said.replace("\u00a0", " ").startswith(told)


@pytest.mark.django_db
def test_only_what_has_two_readings_is_told_twice(case, officer):
    an_order(case, officer, made_on=DISPUTED, conditions=(PEACE, REPORT))
    peace, report = conditions(case)

    assert days_told_twice(peace) == []
    (told,) = days_told_twice(report)
    assert "to be safe, by Thursday 1 October" in told.replace("\u00a0", " ")


@pytest.mark.django_db
def test_a_day_that_nobody_disputes_is_not_told_twice(case, officer):
    an_order(case, officer, conditions=(REPORT,), made_on=date(2026, 9, 8))

    assert days_told_twice(conditions(case)[0]) == []


@pytest.mark.django_db
def test_staff_see_both_days_on_the_line_of_the_condition(case, officer):
    an_order(case, officer, made_on=DISPUTED, conditions=(REPORT,))

    (report,) = conditions(case)
    (row,) = rows_of([report], [], report.id)

    assert ["to be safe" in each.by for each in row.dues].count(True) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "to be safe, by Thursday 1 October"), ("fr", "au plus tard le vendredi 2 octobre")],
)
def test_the_sheet_tells_the_person_both_days(as_officer, case, officer, language, told):
    order = an_order(case, officer, made_on=DISPUTED, conditions=(REPORT,))

    assert told in sheet(as_officer, order, language)


@pytest.mark.django_db
@pytest.mark.parametrize(("length", "told"), [(Length(months=6), True), (Length(months=7), False)])
def test_the_sheet_says_which_last_day_of_an_order_is_safe(as_officer, case, officer, length, told):
    """Six months from August 31 end on one day or the next: February has no 31st."""
    order = an_order(case, officer, made_on=date(2026, 8, 31), length=length)

    assert ("keep to this order through the later day" in sheet(as_officer, order, "en")) is told
