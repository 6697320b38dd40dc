"""What is sent about absences, working days and duty: kept, or refused in exact words."""

from datetime import date, time, timedelta

import pytest

from throughcare.staff.commands import days
from throughcare.staff.models import Absence, DutyDay
from throughcare.staff.tests.factories import a_member
from throughcare.staff.tests.test_form_accounts import NO_DAY, errors_of, in_language, values_in
from throughcare.staff.tests.test_page_routes import (
    a_tuesday,
    near,
    office,
    shown,
    state_of,
    viewed_by,
)

__all__ = ["a_tuesday", "near", "office", "viewed_by"]
pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
AWAY = {"kind": "VACATION", "starts_on": "2026-11-30", "last_on": "2026-12-04"}
WRITE_A_DAY = ("Write a day.", "Écrivez un jour.")
NO_TIME = ("Write a time such as 14:30.", "Écrivez une heure, par exemple 14\xa0h\xa030.")
BACKWARDS = ("The last day is before the first.", "Le dernier jour précède le premier.")
TWICE = (
    "An absence is recorded for one of these days.",
    "Une absence est déjà notée pour l’un de ces jours.",
)
WHY = ("Choose an answer to “Why”.", "Choisissez une réponse à «\xa0Pourquoi\xa0».")
NOT_LISTED = ("Choose an answer from the list.", "Choisissez une réponse de la liste.")
NO_TIMES = (
    "Say from when until when that day.",
    "Dites de quelle heure à quelle heure ce jour-là.",
)
ONE_DAY = (
    "A part of a day lies within one day.",
    "Une partie de journée tient en une seule journée.",
)
PART = {"kind": "PART_DAY", "last_on": "", "from_time": "13:00", "to_time": "16:00"}


def away(member, first=TODAY, nights=1, kind="VACATION", **more) -> Absence:
    ends = first + timedelta(days=nights)
    return days.record_absence(
        member=member, kind=kind, starts_on=first, ends_before=ends, by=member, **more
    )


ABSENCES = [
    pytest.param({"kind": ""}, "kind", WHY, id="no_kind"),
    pytest.param({"kind": "MOOD"}, "kind", NOT_LISTED, id="a_kind_that_is_not_there"),
    pytest.param({"starts_on": ""}, "starts_on", WRITE_A_DAY, id="no_first_day"),
    pytest.param({"starts_on": "someday"}, "starts_on", NO_DAY, id="no_day"),
    pytest.param({"last_on": "someday"}, "last_on", NO_DAY, id="no_last_day"),
    pytest.param({"last_on": "2026-11-29"}, "last_on", BACKWARDS, id="backwards"),
    pytest.param(PART | {"from_time": "noon"}, "from_time", NO_TIME, id="no_time"),
    pytest.param(PART | {"to_time": "25:00"}, "to_time", NO_TIME, id="no_such_hour"),
    pytest.param(PART | {"from_time": ""}, "from_time", NO_TIMES, id="no_beginning"),
    pytest.param(PART | {"to_time": ""}, "from_time", NO_TIMES, id="no_end"),
    pytest.param(PART | {"to_time": "12:00"}, "from_time", NO_TIMES, id="an_end_before"),
    pytest.param(PART | {"last_on": "2026-12-01"}, "last_on", ONE_DAY, id="a_part_of_two_days"),
]


@pytest.mark.parametrize(("typed", "field", "said"), ABSENCES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_field_of_an_absence(client, viewed_by, typed, field, said, language):
    own = viewed_by("OFFICER", language)

    refused = client.post(f"/staff/{own.pk}/absence/", AWAY | typed)

    assert refused.status_code == 422
    assert errors_of(refused) == {field: [in_language(said, language)]}
    assert own.absences.count() == 0


def test_a_refused_absence_keeps_every_word(client, viewed_by):
    own = viewed_by("OFFICER")
    typed = PART | {"starts_on": "next week", "last_on": "2 déc.", "from_time": "1 pm"}

    refused = client.post(f"/staff/{own.pk}/absence/", typed)

    found = [values_in(refused, name) for name in ("starts_on", "last_on", "from_time", "to_time")]
    assert found == [["next week"], ["2 déc."], ["1 pm"], ["16:00"]]
    assert 'value="PART_DAY"' in refused.content.decode()
    assert refused.context["form"]["kind"].value() == "PART_DAY"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_absence_sent_twice_is_one_absence(client, viewed_by, language):
    own = viewed_by("OFFICER", language)

    first, again = (client.post(f"/staff/{own.pk}/absence/", AWAY) for _ in range(2))

    assert (first.status_code, again.status_code) == (302, 422)
    assert errors_of(again) == {"starts_on": [in_language(TWICE, language)]}
    assert own.absences.get().ends_before == date(2026, 12, 5)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param({}, (date(2026, 12, 5), None, None), id="days"),
        pytest.param({"last_on": ""}, (date(2026, 12, 1), None, None), id="one_day"),
        pytest.param(
            {"from_time": "13:00", "to_time": "16:00"},
            (date(2026, 12, 5), None, None),
            id="times_count_for_a_part_only",
        ),
        pytest.param(PART, (date(2026, 12, 1), time(13), time(16)), id="a_part"),
        pytest.param(
            PART | {"from_time": "13 h 30", "to_time": "4:15 pm"},
            (date(2026, 12, 1), time(13, 30), time(16, 15)),
            id="times_as_people_write_them",
        ),
    ],
)
def test_what_an_absence_keeps(client, viewed_by, typed, kept):
    own = viewed_by("OFFICER")

    answer = client.post(f"/staff/{own.pk}/absence/", AWAY | typed)

    absence = own.absences.get()
    assert answer["Location"] == "/staff/account/"
    assert absence.starts_on == date(2026, 11, 30)
    assert (absence.ends_before, absence.from_time, absence.to_time) == kept


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        ("en", "Absence recorded.", "Vacation, Mon 30 Nov to Fri 4 Dec 2026"),
        ("fr", "Absence notée.", "Vacances, lun. 30 nov. au ven. 4 déc. 2026"),
    ],
)
def test_a_kept_absence_stands_on_the_account(client, viewed_by, language, said, line):
    own = viewed_by("OFFICER", language)

    kept = client.post(f"/staff/{own.pk}/absence/", AWAY, follow=True)

    assert said in shown(kept)
    assert line in shown(kept)


def test_a_manager_goes_back_to_the_office(client, viewed_by, near):
    viewed_by("MANAGER")

    kept = client.post(f"/staff/{near.pk}/absence/", AWAY)

    assert (kept.status_code, kept["Location"]) == (302, "/staff/office/")
    assert near.absences.get().kind == "VACATION"


CORRECTIONS = [
    pytest.param({"starts_on": "x"}, "starts_on", NO_DAY, id="no_day"),
    pytest.param({"last_on": ""}, "last_on", WRITE_A_DAY, id="no_last_day"),
    pytest.param({"last_on": "2026-11-23"}, "last_on", BACKWARDS, id="backwards"),
    pytest.param(
        {"reason": ""},
        "reason",
        ("Fill in “Why”.", "Remplissez «\xa0Pourquoi\xa0»."),
        id="no_reason",
    ),
    pytest.param({"last_on": "2026-12-01"}, "starts_on", TWICE, id="into_another_absence"),
]


@pytest.mark.parametrize(("typed", "field", "said"), CORRECTIONS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_field_of_a_correction(client, viewed_by, typed, field, said, language):
    own = viewed_by("OFFICER", language)
    absence = away(own)
    away(own, date(2026, 12, 1))
    given = {"starts_on": "2026-11-24", "last_on": "2026-11-25", "reason": "back late"}

    refused = client.post(f"/staff/absences/{absence.pk}/correct/", given | typed)

    absence.refresh_from_db()
    assert refused.status_code == 422
    assert errors_of(refused) == {field: [in_language(said, language)]}
    assert absence.ends_before == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("language", "state", "first"),
    [
        ("en", "Alex Roy. Recorded now: Vacation, Tue 24 Nov 2026", "24 Nov 2026"),
        ("fr", "Alex Roy. Inscrit actuellement : Vacances, mar. 24 nov. 2026", "24 nov. 2026"),
    ],
)
def test_a_correction_begins_with_what_is_recorded(client, viewed_by, language, state, first):
    own = viewed_by("OFFICER", language, surname="Roy")
    absence = away(own)

    answer = client.get(f"/staff/absences/{absence.pk}/correct/")

    assert state_of(answer) == state
    assert (values_in(answer, "starts_on"), values_in(answer, "last_on")) == ([first], [first])


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Absence corrected."), ("fr", "Absence corrigée.")]
)
def test_a_correction_is_kept(client, viewed_by, language, said):
    own = viewed_by("OFFICER", language)
    absence = away(own)
    given = {"starts_on": "2026-11-24", "last_on": "2026-11-26", "reason": "back late"}

    kept = client.post(f"/staff/absences/{absence.pk}/correct/", given, follow=True)

    absence.refresh_from_db()
    assert said in shown(kept)
    assert absence.ends_before == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        pytest.param(
            {"weekdays": []},
            "weekdays",
            ("Choose an answer to “Works on”.", "Choisissez une réponse à «\xa0Travaille le\xa0»."),
            id="none",
        ),
        pytest.param({"weekdays": ["8"]}, "weekdays", NOT_LISTED, id="no_such_weekday"),
        pytest.param({"starts_on": "soon"}, "starts_on", NO_DAY, id="no_day"),
        pytest.param({"starts_on": ""}, "starts_on", WRITE_A_DAY, id="an_empty_day"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_field_of_working_days(client, viewed_by, near, typed, field, said, language):
    viewed_by("MANAGER", language)
    given = {"weekdays": ["1", "2"], "starts_on": "2026-11-24"}

    refused = client.post(f"/staff/{near.pk}/working-days/", given | typed)

    assert refused.status_code == 422
    assert errors_of(refused) == {field: [in_language(said, language)]}
    assert near.working_days.count() == 0


def test_working_days_begin_with_those_of_now(client, viewed_by, near):
    viewed_by("MANAGER")
    address = f"/staff/{near.pk}/working-days/"
    client.post(address, {"weekdays": ["2", "3", "4", "5"], "starts_on": "2026-11-24"})

    answer = client.get(address)

    assert answer.context["form"]["weekdays"].value() == [2, 3, 4, 5]
    assert values_in(answer, "starts_on") == ["24 Nov 2026"]
    assert state_of(answer) == "Nari Kim"


def test_working_days_sent_twice_are_one_week(client, viewed_by, near):
    viewed_by("MANAGER")
    given = {"weekdays": ["1", "4"], "starts_on": "2026-11-24"}

    sent = [client.post(f"/staff/{near.pk}/working-days/", given).status_code for _ in range(2)]

    assert sent == [302, 302]
    assert near.working_days.on(TODAY).get().weekdays == [1, 4]


DUTY = [
    pytest.param({"day": "someday"}, "day", NO_DAY, id="no_day"),
    pytest.param({"day": ""}, "day", WRITE_A_DAY, id="an_empty_day"),
    pytest.param({"officer": "x"}, "officer", NOT_LISTED, id="nobody_of_the_office"),
    pytest.param(
        {"officer": ""},
        "officer",
        (
            "Choose an answer to “Duty officer”.",
            "Choisissez une réponse à «\xa0Personne de service\xa0».",
        ),
        id="nobody",
    ),
    pytest.param(
        {"day": "2026-11-28"},
        "officer",
        (
            "Nari Kim is not there on 28\xa0Nov\xa02026.",
            "Nari Kim n’est pas là le 28\xa0nov.\xa02026.",
        ),
        id="a_day_not_worked",
    ),
    pytest.param(
        {"day": "2025-11-03"},
        "officer",
        (
            "Nari Kim is no officer or manager of this office on 3\xa0Nov\xa02025.",
            "Nari Kim n’est ni agent ou agente ni gestionnaire de ce bureau le 3\xa0nov.\xa02025.",
        ),
        id="before_the_posting",
    ),
]


@pytest.mark.parametrize(("typed", "field", "said"), DUTY)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_field_of_duty(client, viewed_by, near, typed, field, said, language):
    viewed_by("MANAGER", language)
    given = {"day": "2026-11-26", "officer": near.pk}

    refused = client.post("/staff/office/duty/", given | typed)

    assert refused.status_code == 422
    assert errors_of(refused) == {field: [in_language(said, language)]}
    assert DutyDay.objects.count() == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Nari Kim is the duty officer on Thu 26 Nov 2026."),
        ("fr", "Nari Kim est de service le jeu. 26 nov. 2026."),
    ],
)
def test_a_duty_officer_is_named_once(client, viewed_by, near, language, said):
    viewed_by("MANAGER", language)
    given = {"day": "2026-11-26", "officer": near.pk}

    kept = [client.post("/staff/office/duty/", given, follow=True) for _ in range(2)]

    assert all(said in shown(each) for each in kept)
    assert DutyDay.objects.get().officer == near


def test_another_duty_officer_takes_the_place(client, viewed_by, near):
    own = viewed_by("MANAGER")
    for officer in (near, own):
        client.post("/staff/office/duty/", {"day": "2026-11-26", "officer": officer.pk})

    assert DutyDay.objects.get(day=date(2026, 11, 26)).officer == own


def test_only_who_holds_files_can_be_named(client, viewed_by, near, office):
    own = viewed_by("MANAGER", surname="Aalto")
    a_member("CLERK", office=office)
    a_member("OFFICER")

    form = client.get("/staff/office/duty/?day=2026-11-26").context["form"]

    assert form.fields["officer"].choices == [
        (str(own.pk), "Alex Aalto"),
        (str(near.pk), "Nari Kim"),
    ]
    assert form["day"].value() == "2026-11-26"
