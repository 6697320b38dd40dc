"""Who finds whom: every role before every kind of file; somebody hidden answers as nobody."""

from datetime import date

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.commands import closing, holding
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.people.tests.factories import a_name, a_person, a_phone, an_identifier, plain
from throughcare.record.ids import new_id
from throughcare.site.search import Answer, Line, find
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db

WHOLE_OFFICE = (
    "OFFICER",
    "MANAGER",
    "CLERK",
    "COURT_LIAISON",
    "INSTITUTION_LIAISON",
    "FACILITATOR",
    "REVIEWER",
)
OTHERS = ("TRAINEE", "ANALYST", "ADMINISTRATOR")


@pytest.fixture
def office():
    """An office."""
    return an_office()


@pytest.fixture
def officer(office):
    """An officer there, who holds every file of these tests."""
    return a_member("OFFICER", office=office, given_name="Adaeze", surname="Okafor")


def look(words, by):
    return find(words, by=by, on=clock.today())


def names(words, by):
    return [line.hit.name.listed for line in look(words, by).lines]


def a_plain_file(officer, viewer):
    a_case(holder=officer, person=a_person())


def a_file_restricted_to_others(officer, viewer):
    restricted(a_case(holder=officer, person=a_person()))


def a_file_restricted_to_the_viewer_too(officer, viewer):
    restricted(a_case(holder=officer, person=a_person()), viewer)


def a_file_in_conflict(officer, viewer):
    a_conflict(a_case(holder=officer, person=a_person()), viewer)


def a_closed_file(officer, viewer):
    case = a_case(holder=officer, person=a_person())
    closing.close_case(case=case, closing_words="The order ended.", by=officer)


def nobodys_file(officer, viewer):
    a_person()


def a_file_elsewhere(officer, viewer):
    a_case(person=a_person())


def a_restricted_file_and_a_plain_one(officer, viewer):
    person = a_person()
    restricted(a_case(holder=officer, person=person, kind="INVESTIGATION"))
    a_case(holder=officer, person=person)


def a_conflict_and_a_plain_file(officer, viewer):
    person = a_person()
    a_conflict(a_case(holder=officer, person=person, kind="INVESTIGATION"), viewer)
    a_case(holder=officer, person=person)


SEEN_BY_THE_OFFICE = [
    a_plain_file,
    a_closed_file,
    nobodys_file,
    a_restricted_file_and_a_plain_one,
    a_conflict_and_a_plain_file,
    a_file_restricted_to_the_viewer_too,
]
SEEN_BY_NOBODY_ELSE = [
    a_file_restricted_to_others,
    a_file_in_conflict,
    a_file_elsewhere,
]


@pytest.mark.parametrize("role", WHOLE_OFFICE)
@pytest.mark.parametrize("situation", SEEN_BY_THE_OFFICE)
def test_who_sees_the_whole_office_finds_its_people(office, officer, role, situation):
    viewer = a_member(role, office=office)
    situation(officer, viewer)

    assert names("lavallée", viewer) == ["Lavallée, Étienne"]


@pytest.mark.parametrize("role", WHOLE_OFFICE)
@pytest.mark.parametrize("situation", SEEN_BY_NOBODY_ELSE)
def test_whoever_is_closed_to_the_viewer_answers_as_nobody(office, officer, role, situation):
    viewer = a_member(role, office=office)
    situation(officer, viewer)

    assert look("lavallée", viewer) == Answer("lavallée")


@pytest.mark.parametrize(
    "situation", [a_restricted_file_and_a_plain_one, a_conflict_and_a_plain_file]
)
def test_only_the_plain_file_is_shown_beside_a_hidden_one(office, officer, situation):
    viewer = a_member("OFFICER", office=office)
    situation(officer, viewer)

    [line] = look("lavallée", viewer).lines

    assert [file.kind for file in line.files] == ["Supervision"]


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("situation", [a_plain_file, a_closed_file, nobodys_file])
def test_other_roles_find_nobody(office, officer, role, situation):
    viewer = a_member(role, office=office)
    situation(officer, viewer)

    assert look("lavallée", viewer) == Answer("lavallée")


@pytest.mark.parametrize("situation", [a_plain_file, a_closed_file, nobodys_file])
def test_an_account_without_a_posting_finds_nobody(officer, situation):
    viewer = a_member("")
    situation(officer, viewer)

    assert look("lavallée", viewer) == Answer("lavallée")


@pytest.mark.parametrize("situation", [a_file_restricted_to_others, a_plain_file, a_closed_file])
def test_the_holder_finds_their_own(officer, situation):
    situation(officer, None)

    assert names("lavallée", officer) == ["Lavallée, Étienne"]


@pytest.mark.parametrize(
    "words",
    ["Lavallée", "+1 705 555-0142", "123456C", "Steve Tremblay", "lavale etienne"],
    ids=["name", "phone", "number", "alias", "misspelled"],
)
@pytest.mark.parametrize("situation", [restricted, None], ids=["restricted", "plain"])
def test_a_hidden_person_is_hidden_by_whatever_is_typed(office, officer, words, situation):
    person = a_person()
    a_phone(person)
    an_identifier(person)
    a_name(person, "Tremblay", "Steve")
    case = a_case(holder=officer, person=person)
    if situation:
        situation(case)
    viewer = a_member("OFFICER", office=office)

    assert names(words, viewer) == ([] if situation else ["Lavallée, Étienne"])


def test_a_hidden_persons_own_number_answers_as_one_never_given(office, officer):
    person = a_person()
    restricted(a_case(holder=officer, person=person))
    viewer = a_member("MANAGER", office=office)

    hidden = look(person.number, viewer)

    assert (hidden.lines, hidden.more, hidden.summary) == ((), False, "Nobody found.")


# What the answer says


@pytest.mark.parametrize(
    ("words", "matched"),
    [
        pytest.param("lavallée", "", id="the_name_shown"),
        pytest.param("etienne", "", id="the_given_name"),
        pytest.param("steve tremblay", "also known as: Steve Tremblay", id="an_alias"),
        pytest.param("tremblay", "also known as: Steve Tremblay", id="half_an_alias"),
        pytest.param("123456c", "fingerprint (FPS) number 123456C", id="a_number"),
        pytest.param("705 555 0142", "phone 705 555-0142", id="a_phone"),
        pytest.param("555-0142", "phone 705 555-0142", id="a_phone_without_its_area"),
        pytest.param("1 (705) 555-0142 x 3", "phone 705 555-0142", id="a_phone_as_dialled"),
        pytest.param("lavallée 1989", "", id="a_year_of_birth"),
    ],
)
def test_the_answer_says_why_the_name_does_not(officer, words, matched):
    person = a_person()
    a_name(person, "Tremblay", "Steve")
    an_identifier(person)
    a_phone(person)

    [line] = look(words, officer).lines

    assert (line.hit.person_id, plain(line.hit.matched)) == (person.pk, matched)


@pytest.mark.parametrize("words", ["lavallée 1990", "tremblay", "123457", "705 555 0143", "zzyzx"])
def test_what_does_not_match_finds_nobody(officer, words):
    person = a_person()
    an_identifier(person)
    a_phone(person)

    assert names(words, officer) == []


@pytest.mark.parametrize("write", [str, str.lower, lambda number: number[2:]])
def test_a_persons_number_is_found_however_it_is_written(officer, write):
    person = a_person()
    a_person(surname="Roy")

    assert names(write(person.number), officer) == ["Lavallée, Étienne"]


@pytest.mark.parametrize("words", ["l", "5", "é", " l ", "-", "?!", "l."])
def test_less_than_two_letters_or_digits_is_too_short(officer, words):
    answer = look(words, officer)

    assert (answer.too_short, answer.lines) == (True, ())
    assert answer.summary == "Type at least two letters or digits."


@pytest.mark.parametrize("words", ["", " ", "\t\n"])
def test_nothing_typed_says_nothing(officer, words):
    assert look(words, officer) == Answer("")
    assert look(words, officer).summary == ""


def test_the_words_are_given_back_without_their_spare_spaces(officer):
    assert look("  jean \t paul\n roy ", officer).words == "jean paul roy"


@pytest.mark.parametrize(
    ("people", "shown", "more"),
    [(1, 1, False), (19, 19, False), (20, 20, False), (21, 20, True), (23, 20, True)],
)
def test_twenty_are_shown_and_more_are_said_to_be_more(officer, people, shown, more):
    for number in range(people):
        a_person(given=f"Étienne {number}")

    answer = look("lavallée", officer)

    assert (len(answer.lines), answer.more) == (shown, more)


LINE = Line(None)
SENTENCES = [
    pytest.param(Answer(""), "", "", id="nothing_asked"),
    pytest.param(
        Answer("l", too_short=True),
        "Type at least two letters or digits.",
        "Tapez au moins deux lettres ou chiffres.",
        id="too_short",
    ),
    pytest.param(Answer("la"), "Nobody found.", "Personne n’a été trouvé.", id="nobody"),
    pytest.param(Answer("la", (LINE,)), "1 person.", "1 personne.", id="one"),
    pytest.param(Answer("la", (LINE,) * 2), "2 people.", "2 personnes.", id="two"),
    pytest.param(Answer("la", (LINE,) * 20), "20 people.", "20 personnes.", id="twenty"),
    pytest.param(
        Answer("la", (LINE,) * 20, more=True),
        "More than 20 people: the likeliest are shown.",
        "Plus de 20 personnes : les plus probables sont affichées.",
        id="more",
    ),
]


@pytest.mark.parametrize(("answer", "english", "french"), SENTENCES)
def test_the_answer_is_a_sentence_in_both_languages(answer, english, french):
    said = {}
    for language in ("en", "fr"):
        with translation.override(language):
            said[language] = plain(answer.summary)

    assert said == {"en": english, "fr": french}


def test_a_person_without_a_file_has_none_to_lead_to(officer):
    a_person()

    [line] = look("lavallée", officer).lines

    assert (line.files, line.first) == ((), None)


def test_an_open_file_comes_before_a_closed_one(officer):
    person = a_person()
    closed = a_case(holder=officer, person=person, kind="INVESTIGATION")
    closing.close_case(case=closed, closing_words="Written.", by=officer)
    standing = a_case(holder=officer, person=person)

    [line] = look("lavallée", officer).lines

    assert [file.number for file in line.files] == [standing.number, closed.number]
    assert line.first.number == standing.number
    assert [file.closed_on for file in line.files] == [None, clock.today()]


def test_a_closed_file_is_held_by_nobody(officer):
    a_closed_file(officer, None)

    [line] = look("lavallée", officer).lines

    assert line.first.holder == ""


@pytest.mark.parametrize(
    ("language", "held", "uncovered"),
    [
        ("en", "held by A. Okafor", "uncovered, held by J. Roy"),
        ("fr", "tenu par A. Okafor", "non attribué, tenu par J. Roy"),
    ],
)
def test_who_holds_the_file_in_both_languages(office, officer, language, held, uncovered):
    manager = a_member("MANAGER", office=office, given_name="Julie", surname="Roy")
    a_case(holder=officer, person=a_person())
    left = a_case(holder=officer, person=a_person(surname="Lavallière"))
    holding.mark_uncovered(id=new_id(), case=left, reason="On leave", by=manager)

    with translation.override(language):
        lines = look("lavall", officer).lines

    assert {plain(line.first.holder) for line in lines} == {held, uncovered}


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2020, 1, 1)])
def test_who_has_no_file_is_found_on_any_day(officer, day):
    a_person()

    assert len(find("lavallée", by=officer, on=day).lines) == 1
