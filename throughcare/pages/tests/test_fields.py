"""Fields of days, times and ids sent once."""

from datetime import date, time
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from throughcare import clock
from throughcare.pages.dates import PartialDate
from throughcare.pages.fields import DateField, OnceField, PartialDateField, TimeField


def refusal(field, value) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return refused.value.messages[0].replace("\u00a0", " ")


def test_a_day_is_read():
    assert DateField().clean("24 nov. 2026") == date(2026, 11, 24)
    assert DateField().clean(date(2026, 11, 24)) == date(2026, 11, 24)
    assert DateField(required=False).clean("") is None


@pytest.mark.parametrize(("language", "said"), [("en", "Choose in a"), ("fr", "Choisir dans un")])
def test_a_day_names_the_button_that_opens_a_calendar(language, said):
    attributes = DateField().widget_attrs(None)
    with override(language):
        assert str(attributes["data-day"]).startswith(said)


def test_a_day_known_in_part_has_no_calendar():
    assert "data-day" not in PartialDateField().widget_attrs(None)


def test_a_missing_day_is_asked_for():
    assert refusal(DateField(), "") == "Write a day."


def test_a_day_after_its_limit_names_the_limit():
    field = DateField(not_after=clock.today, subject="The contact")
    assert field.clean("today") == date(2026, 11, 24)
    assert refusal(field, "25 Nov 2026") == "The contact cannot be after today, 24 Nov 2026."


def test_a_day_outside_fixed_limits():
    field = DateField(not_before=date(2026, 1, 1), not_after=date(2026, 6, 30))
    assert field.clean("1 Jan 2026") == date(2026, 1, 1)
    assert refusal(field, "31 Dec 2025") == "The day cannot be before 1 Jan 2026."
    assert refusal(field, "1 Jul 2026") == "The day cannot be after 30 Jun 2026."


def test_a_limit_in_french(french):
    field = DateField(not_after=clock.today)
    assert refusal(field, "demain") == ("Le jour ne peut pas être après aujourd’hui, 24 nov. 2026.")


def test_an_unreadable_day_says_what_would_be_right():
    assert refusal(DateField(), "soon") == "Write a day such as 24 Nov 2026."


def test_a_day_is_shown_as_the_page_writes_it(french):
    assert DateField().prepare_value(date(2026, 4, 1)) == "1er avril 2026"
    assert DateField().prepare_value("1/4/26") == "1/4/26"


def test_what_is_shown_can_be_read_again(french):
    field = DateField()
    for month in range(1, 13):
        day = date(2026, month, 1)
        assert field.clean(field.prepare_value(day)) == day


def test_a_day_changes_only_when_it_is_another_day():
    assert not DateField().has_changed(date(2026, 11, 24), "24 nov. 2026")
    assert DateField().has_changed(date(2026, 11, 24), "25 Nov 2026")
    assert DateField().has_changed(date(2026, 11, 24), "soon")


def test_a_partial_day():
    field = PartialDateField(not_after=clock.today, subject="The birth date")
    assert field.clean("Aug 1989") == PartialDate(1989, 8)
    assert field.clean(PartialDate(1989)) == PartialDate(1989)
    assert field.clean("2026") == PartialDate(2026)
    assert refusal(field, "2027") == "The birth date cannot be after today, 24 Nov 2026."
    assert refusal(field, "") == "Write a day, a month or a year."
    assert refusal(field, "old").startswith("Write a day, a month or a year, such as")


def test_a_partial_day_wholly_before_its_limit():
    field = PartialDateField(not_before=date(1989, 8, 3))
    assert field.clean("Aug 1989") == PartialDate(1989, 8)
    assert refusal(field, "1988") == "The day cannot be before 3 Aug 1989."


def test_a_partial_day_is_shown_as_it_is_known():
    assert PartialDateField().prepare_value(PartialDate(1989, 8)) == "Aug 1989"
    assert PartialDateField().prepare_value("Aug 89") == "Aug 89"
    assert PartialDateField(required=False).clean("") is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("14:30", time(14, 30)),
        ("14 h 30", time(14, 30)),
        ("14h30", time(14, 30)),
        ("9 h", time(9)),
        ("9h", time(9)),
        ("9", time(9)),
        ("2:30 pm", time(14, 30)),
        ("2:30 p.m.", time(14, 30)),
        ("12 am", time(0)),
        ("12:05 pm", time(12, 5)),
        ("00:00", time(0)),
    ],
)
def test_a_time_however_it_is_written(written, expected):
    assert TimeField().clean(written) == expected


@pytest.mark.parametrize("written", ["25:00", "14:60", "13 pm", "0 am", "noon", "1430", "14:3"])
def test_what_is_no_time(written):
    assert refusal(TimeField(), written) == "Write a time such as 14:30."


def test_a_time_is_shown_as_the_page_writes_it(french):
    assert TimeField().prepare_value(time(17, 30)) == "17 h 30"
    assert TimeField().prepare_value("17") == "17"
    assert TimeField().clean(time(17, 30)) == time(17, 30)
    assert TimeField(required=False).clean("") is None


def test_an_id_sent_once_is_kept():
    sent = uuid4()
    assert OnceField().clean(str(sent)) == sent


@pytest.mark.parametrize("sent", ["", None, "not an id"])
def test_without_an_id_a_new_one_is_made(sent):
    made = OnceField().clean(sent)
    assert isinstance(made, UUID)
    assert made != OnceField().clean(sent)
