"""Search finds who may be seen, and answers for the rest as for nobody."""

import pytest

from throughcare import clock
from throughcare.cases.commands import closing, holding
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.pages.dates import full_day
from throughcare.people.tests.factories import a_name, a_person
from throughcare.record.ids import new_id
from throughcare.site.search import find
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    """An office."""
    return an_office()


@pytest.fixture
def officer(office):
    """An officer there."""
    return a_member("OFFICER", office=office, given_name="Adaeze", surname="Okafor")


def look(words, officer):
    answer = find(words, by=officer, on=clock.today())
    return [(line.hit.name.listed, [file.holder for file in line.files]) for line in answer.lines]


def test_a_misspelled_name_finds_the_person_and_who_holds_the_file(officer):
    a_case(holder=officer, person=a_person())

    assert look("etiene lavallee", officer) == [("Lavallée, Étienne", ["held by A. Okafor"])]


def test_nothing_asked_is_nothing_answered(officer):
    answer = find("  ", by=officer, on=clock.today())

    assert (answer.lines, answer.summary) == ((), "")


def test_one_letter_is_too_short(officer):
    answer = find("l", by=officer, on=clock.today())

    assert (answer.lines, answer.summary) == ((), "Type at least two letters or digits.")


def test_more_than_twenty_are_said_to_be_more(officer):
    for number in range(21):
        a_person(given=f"Étienne {number}")

    answer = find("lavallée", by=officer, on=clock.today())

    assert len(answer.lines) == 20
    assert answer.summary == "More than 20 people: the likeliest are shown."


def test_a_file_that_is_closed_to_the_viewer_answers_as_nobody(office, officer):
    hidden = a_case(office=office, person=a_person())
    restricted(hidden)
    barred = a_case(office=office, person=a_person(surname="Lavallière"))
    a_conflict(barred, officer)
    a_case(office=an_office(), person=a_person(surname="Lavalin"))

    nobody = find("lavall", by=officer, on=clock.today())

    assert (nobody.lines, nobody.more, nobody.summary) == ((), False, "Nobody found.")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_the_same_whatever_its_length(officer, django_assert_max_num_queries, rows):
    for number in range(rows):
        a_case(holder=officer, person=a_person(given=f"Étienne {number}"))

    with django_assert_max_num_queries(9):
        assert len(look("lavallée", officer)) == rows


def test_the_page_works_without_script(client, officer):
    case = a_case(holder=officer, person=a_person())

    answer = signed_in(client, officer).get("/find/", {"q": "lavale"})

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert f'<a href="/cases/{case.number}/"><bdi><b>Lavallée</b>, Étienne</bdi>' in shown
    assert "1 person." in shown


def test_suggestions_are_a_part_of_a_page(client, officer):
    case = a_case(holder=officer, person=a_person())

    answer = signed_in(client, officer).get(
        "/find/as-typed/", {"q": "lavale"}, headers={"HX-Request": "true"}
    )

    shown = answer.content.decode()
    assert "<html" not in shown
    assert f'href="/cases/{case.number}/"' in shown
    assert "held by A. Okafor" in shown


def test_suggestions_without_script_are_the_page(client, officer):
    answer = signed_in(client, officer).get("/find/as-typed/", {"q": "lavallée & co"})

    assert (answer.status_code, answer.url) == (302, "/find/?q=lavall%C3%A9e+%26+co")


def test_a_person_without_a_file_can_be_given_one(client, officer):
    person = a_person()

    shown = signed_in(client, officer).get("/find/", {"q": person.number}).content.decode()

    assert f'href="/people/{person.number}/open/"' in shown


def test_words_are_shown_as_text(client, officer):
    shown = signed_in(client, officer).get("/find/", {"q": '"><script>x'}).content.decode()

    assert "<script>x" not in shown
    assert "Nobody you may see answers to that." in shown


def test_who_may_not_find_people_finds_no_page(client):
    assert signed_in(client, a_member("ANALYST")).get("/find/?q=la").status_code == 404


def shown_to(client, member, words, language="en"):
    """The words of the search page, as a member sees them."""
    signed_in(client, member).cookies["throughcare_language"] = language
    shown = client.get("/find/", {"q": words}).content.decode()
    return " ".join(shown.replace("\u00a0", " ").split())


def test_a_closed_file_says_so_and_since_when(client, office, officer):
    case = a_case(holder=officer, person=a_person())
    closing.close_case(case=case, closing_words="The order ended.", by=officer)

    day = full_day(clock.today()).replace("\u00a0", " ")
    assert f"Supervision, closed {day}" in shown_to(client, officer, "lavallée")


def test_an_uncovered_file_names_the_manager_who_holds_it(client, office, officer):
    manager = a_member("MANAGER", office=office, given_name="Julie", surname="Roy")
    case = a_case(holder=officer, person=a_person())
    holding.mark_uncovered(id=new_id(), case=case, reason="On leave", by=manager)

    assert "uncovered, held by J. Roy" in shown_to(client, officer, "lavallée")


def test_another_name_says_why_the_person_was_found(client, officer):
    person = a_person()
    a_name(person, "Tremblay", "Steve")

    shown = shown_to(client, officer, "steve tremblay")

    assert "<b>Lavallée</b>, Étienne" in shown
    assert "Steve Tremblay</bdi>" in shown


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 person.", "born 3 Aug 1989", "No file", "Open a file"]),
        ("fr", ["1 personne.", "naissance : 3 août 1989", "Aucun dossier", "Ouvrir un dossier"]),
    ],
)
def test_the_page_speaks_both_languages(client, officer, language, said):
    a_person()

    shown = shown_to(client, officer, "lavallée", language)

    assert [words for words in said if words not in shown] == []


def test_who_may_open_no_file_is_offered_none(client, office):
    a_person()

    shown = shown_to(client, a_member("REVIEWER", office=office), "lavallée")

    assert "No file" in shown
    assert "Open a file" not in shown


def test_a_trainee_finds_only_those_whose_file_they_hold(office, officer):
    trainee = a_member("TRAINEE", office=office)
    a_case(holder=officer, person=a_person())
    a_person(surname="Lavallière")

    assert look("lavall", trainee) == []


def test_only_the_files_one_may_see_are_shown_of_a_person(office, officer):
    person = a_person()
    seen = a_case(holder=officer, person=person, kind="REPORT_ONLY")
    restricted(a_case(office=office, person=person, kind="INVESTIGATION"))

    answer = find("lavallée", by=officer, on=clock.today())

    assert [file.number for file in answer.lines[0].files] == [seen.number]


@pytest.mark.parametrize("words", ["' OR 1=1 --", "lavallée%", "\x00", "a" * 5_000, "(((", "\\"])
def test_no_words_break_the_search(client, officer, words):
    assert signed_in(client, officer).get("/find/", {"q": words}).status_code == 200
