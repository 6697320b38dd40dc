"""The slip of a direction: in the language of the person, whatever the page is in."""

import re
from datetime import date, time

import pytest
from django.urls import reverse

from throughcare.cases.tests.factories import a_case
from throughcare.orders.commands import directing
from throughcare.orders.tests.factories import a_direction
from throughcare.people.tests.factories import a_person, plain
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
# Each kind as the slip names it.
KINDS = {
    "REPORT": ("To report", "Se présenter"),
    "ATTEND": (
        "To attend a program or assessment",
        "Se présenter à un programme ou à une évaluation",
    ),
    "BRING": ("To bring proof", "Apporter une preuve"),
    "SIGN": ("To sign releases", "Signer des autorisations"),
    "OTHER": ("Something else", "Autre chose"),
}
DAYS = {
    date(2026, 11, 26): ("Thursday 26 November 2026", "jeudi 26 novembre 2026"),
    date(2026, 12, 1): ("Tuesday 1 December 2026", "mardi 1<sup>er</sup> décembre 2026"),
    date(2026, 12, 31): ("Thursday 31 December 2026", "jeudi 31 décembre 2026"),
    date(2028, 2, 29): ("Tuesday 29 February 2028", "mardi 29 février 2028"),
}
TIMES = {
    time(9): ("09:00", "9 h"),
    time(10, 30): ("10:30", "10 h 30"),
    time(13, 5): ("13:05", "13 h 05"),
}
FIXED = {
    "en": (
        "What you were told to do",
        "Told by Adaeze Okafor.",
        "If you cannot come, call us before that day.",
    ),
    "fr": (
        "Ce qu’on vous a dit de faire",
        "Dit par Adaeze Okafor.",
        "Si vous ne pouvez pas venir, appelez-nous avant ce jour.",
    ),
}
TONGUES = ("en", "fr")


@pytest.fixture
def slip(client, officer):
    """Return the paper itself, without the page around it, for someone who speaks a language."""
    signed_in(client, officer)

    def shown(tongue, page="en", **said):
        case = a_case(holder=officer, person=a_person(spoken_language=tongue))
        direction = a_direction(case, officer, **said)
        address = reverse("orders:slip", args=[case.number, direction.pk])
        text = plain(client.get(address, headers={"accept-language": page}).text)
        return re.search(r"<article.*?</article>", text, re.DOTALL)[0]

    return shown


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("words", range(3))
def test_the_lines_that_every_slip_has(slip, tongue, words):
    assert FIXED[tongue][words] in slip(tongue)


@pytest.mark.parametrize("page", TONGUES)
@pytest.mark.parametrize("tongue", TONGUES)
def test_the_language_of_the_person_counts_and_not_that_of_the_page(slip, tongue, page):
    shown = slip(tongue, page)

    assert f'lang="{tongue}"' in shown
    assert FIXED[tongue][0] in shown
    assert FIXED["fr" if tongue == "en" else "en"][0] not in shown


@pytest.mark.parametrize(("tongue", "name"), [("en", "Sudbury<br>"), ("fr", "Grand Sudbury<br>")])
def test_the_office_stands_at_the_foot(slip, tongue, name):
    foot = re.search(r"<footer.*?>(.*?)</footer>", slip(tongue), re.DOTALL)[1]

    assert foot.startswith(name)
    assert "1 Elm Street, Sudbury P3E 1A1" in foot
    assert "705 555-0100" in foot


@pytest.mark.parametrize("at", [0, 1], ids=TONGUES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_to_be_done(slip, kind, at):
    assert f">{KINDS[kind][at]}<" in slip(TONGUES[at], kind=kind)


@pytest.mark.parametrize("at", [0, 1], ids=TONGUES)
@pytest.mark.parametrize("kind", KINDS)
def test_where_it_is_to_be_done_follows_it(slip, kind, at):
    colon = (": ", " : ")[at]

    assert f">{KINDS[kind][at]}{colon}Room 2<" in slip(TONGUES[at], kind=kind, place="Room 2")


@pytest.mark.parametrize("at", [0, 1], ids=TONGUES)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_day_is_written_out(slip, day, at):
    assert f"{DAYS[day][at]}</p>" in slip(TONGUES[at], due_on=day)


@pytest.mark.parametrize("at", [0, 1], ids=TONGUES)
@pytest.mark.parametrize("moment", TIMES, ids=str)
def test_the_time_follows_the_day(slip, moment, at):
    shown = slip(TONGUES[at], due_time=moment)

    assert f" 2026, {TIMES[moment][at]}</p>" in shown


def test_the_words_for_the_person_stand_as_they_were_written(slip):
    assert ">Bring the lease &amp; a pay slip</p>" in slip(
        "fr", words="Bring the lease & a pay slip"
    )


def test_words_that_look_like_markup_are_words(slip):
    assert "&lt;b&gt;now&lt;/b&gt;" in slip("en", words="<b>now</b>")


def test_the_slip_says_no_more_than_it_must(slip):
    shown = slip("en", place="Room 2", words="Bring the lease")

    assert shown.count('class="tc-paper__line"') == 5
    assert "Probation" not in shown


@pytest.mark.parametrize(
    ("said", "tongue"),
    [
        ({}, "en"),
        ({"spoken_language": "fr"}, "fr"),
        ({"spoken_language": "oj"}, "en"),
        ({"spoken_language": "en", "written_language": "fr"}, "en"),
    ],
    ids=["nothing known", "French", "another language", "reads French, speaks English"],
)
def test_a_person_who_did_not_choose_is_told_in_what_they_speak(client, officer, said, tongue):
    case = a_case(holder=officer, person=a_person(**said))
    address = reverse("orders:slip", args=[case.number, a_direction(case, officer).pk])

    assert FIXED[tongue][0] in signed_in(client, officer).get(address).text


def test_a_direction_that_was_taken_back_keeps_its_slip(client, officer, case):
    direction = a_direction(case, officer, words="Bring the lease")
    directing.withdraw_direction(direction=direction, reason="Moved", by=officer)
    address = reverse("orders:slip", args=[case.number, direction.pk])

    assert "Bring the lease" in signed_in(client, officer).get(address).text


@pytest.mark.parametrize("role", ["REVIEWER", "FACILITATOR"])
def test_who_reads_a_file_reads_its_slip_and_directs_nobody(client, office, officer, case, role):
    signed_in(client, a_member(role, office=office))
    direction = a_direction(case, officer)
    before = Entry.objects.filter(act__startswith="orders.").count()

    slip = client.get(reverse("orders:slip", args=[case.number, direction.pk]))
    met = client.post(reverse("orders:met", args=[case.number, direction.pk]), {"on": "today"})

    assert (slip.status_code, met.status_code) == (200, 404)
    assert Entry.objects.filter(act__startswith="orders.").count() == before
