"""What is typed about days and staff, and what the commands are given for it."""

from datetime import date, time

import pytest

from throughcare import clock
from throughcare.staff.forms.days import AbsenceForm, CorrectAbsenceForm, DutyForm, WorkingDaysForm
from throughcare.staff.forms.staff import AccountForm, PostingForm
from throughcare.staff.tests.factories import a_member, an_office

FIRST = date(2026, 11, 24)


def absence(**typed) -> AbsenceForm:
    return AbsenceForm({"kind": "VACATION", "starts_on": "24 Nov 2026"} | typed)


def said(form) -> dict:
    assert form.is_valid(), form.errors
    return form.said()


@pytest.mark.parametrize(
    ("last_on", "ends_before"),
    [
        pytest.param("", date(2026, 11, 25), id="empty_is_the_same_day"),
        pytest.param("24 Nov 2026", date(2026, 11, 25), id="the_same_day"),
        pytest.param("31 déc. 2026", date(2027, 1, 1), id="the_last_day_of_a_year_in_french"),
    ],
)
def test_an_absence_ends_before_the_day_after_its_last(last_on, ends_before):
    given = said(absence(last_on=last_on))

    assert (given["starts_on"], given["ends_before"]) == (FIRST, ends_before)


def test_times_are_kept_for_a_part_of_a_day():
    given = said(absence(kind="PART_DAY", from_time="13 h", to_time="3:30 pm"))

    assert (given["from_time"], given["to_time"]) == (time(13), time(15, 30))


def test_times_of_a_whole_day_are_left_out():
    given = said(absence(from_time="13:00", to_time="15:00"))

    assert (given["from_time"], given["to_time"]) == (None, None)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"kind": "HOLIDAY"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "31 Nov 2026"}, "starts_on"),
        ({"last_on": "soon"}, "last_on"),
        ({"from_time": "25:00"}, "from_time"),
    ],
)
def test_an_absence_that_cannot_be_read_is_said_beside_its_field(typed, field):
    form = absence(**typed)

    assert not form.is_valid()
    assert list(form.errors) == [field]


def test_a_correction_says_why():
    form = CorrectAbsenceForm({"starts_on": "24 Nov 2026", "last_on": "25 Nov 2026"})

    assert list(form.errors) == ["reason"]


@pytest.mark.parametrize(
    ("weekdays", "kept"), [(["2", "4"], [2, 4]), (["1"], [1]), ([], None), (["8"], None)]
)
def test_weekdays_are_days_of_the_week(weekdays, kept):
    form = WorkingDaysForm({"weekdays": weekdays, "starts_on": "24 Nov 2026"})

    assert form.is_valid() is (kept is not None)
    assert kept is None or form.cleaned_data["weekdays"] == kept


@pytest.mark.django_db
def test_only_who_holds_files_here_can_be_chosen_for_duty():
    office = an_office()
    officer = a_member(office=office, surname="Officer")
    a_member("CLERK", office=office, surname="Clerk")
    a_member(surname="Elsewhere")

    form = DutyForm(office=office, on=clock.today())

    assert [key for key, _name in form.fields["officer"].choices if key] == [str(officer.pk)]


@pytest.mark.django_db
def test_someone_of_another_office_is_no_choice():
    office = an_office()
    other = a_member()
    form = DutyForm({"day": "today", "officer": other.pk}, office=office, on=clock.today())

    assert list(form.errors) == ["officer"]


@pytest.mark.django_db
def test_a_posting_names_an_office_and_a_role_that_exist():
    office = an_office()
    typed = {"office": office.pk, "role": "CLERK", "starts_on": "24 Nov 2026", "acting": "on"}

    given = said(PostingForm(typed))

    assert given == {
        "office": office,
        "role": "CLERK",
        "starts_on": FIRST,
        "designated_french": False,
        "acting": True,
    }
    assert list(PostingForm(typed | {"role": "KING", "office": "x"}).errors) == ["office", "role"]


@pytest.mark.parametrize(
    ("username", "fits"),
    [
        ("n.kim", True),
        ("N-Kim2", True),
        ("kim lee", False),
        ("-kim", False),
        ("kïm", False),
        ("k" * 61, False),
        ("", False),
    ],
)
def test_a_sign_in_name_is_easy_to_type(username, fits):
    typed = {"given_name": "Nari", "surname": "Kim", "username": username, "language": "fr"}

    assert AccountForm(typed).is_valid() is fits
