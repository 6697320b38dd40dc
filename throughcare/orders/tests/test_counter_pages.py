"""The counter, through HTTP: a paper arrives, is read, matched, keyed and on file."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.orders.commands import expecting
from throughcare.orders.models import Expected, Order, Paper
from throughcare.orders.tests.papers import PROBATION
from throughcare.people.models import Person
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
KEYED = {
    "person": "new",
    "spoken": "en",
    "instrument": "PROBATION",
    "court": "Ontario Court of Justice, Sudbury",
    "information_number": "26-0417",
    "made_on": "8 Sep 2026",
    "length": "12 months",
    "received_on": "today",
    "language": "en",
    "signed": "yes",
}


@pytest.fixture
def at_counter(client, clerk, manager, settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path
    return signed_in(client, clerk)


@pytest.fixture
def arrive(at_counter):
    def arrived(**said):
        facts = {"surname": "Brazeau", "given": "Odile", "words": PROBATION}
        return at_counter.post(reverse("orders:arrive"), facts | said)

    return arrived


@pytest.fixture
def paper(arrive):
    arrive()
    return Paper.objects.get()


def key(client, paper, **said):
    return client.post(reverse("orders:paper", args=[paper.pk]), KEYED | said)


def test_a_paper_is_kept_from_the_minute_it_arrives(arrive):
    answer = arrive(born="1987")

    paper = Paper.objects.get()
    assert answer["Location"] == reverse("orders:paper", args=[paper.pk])
    assert (paper.words, paper.surname, paper.born) == (PROBATION, "Brazeau", "1987")


def test_without_words_or_file_nothing_is_kept(arrive):
    answer = arrive(words=" ")

    assert answer.status_code == 422
    assert "Paste the words of the order, or choose its file." in answer.text
    assert not Paper.objects.exists()


def test_a_text_file_is_read_and_kept_by_its_hash(arrive):
    answer = arrive(words="", file=SimpleUploadedFile("order.txt", PROBATION.encode()))

    assert answer.status_code == 302
    paper = Paper.objects.get()
    assert (paper.file_name, len(paper.sha256)) == ("order.txt", 64)
    assert "60 hours" in paper.words


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("order.pdf", b"not a pdf at all", "the content is something else"),
        ("order.pdf", b"", "This file is empty"),
        ("order.exe", b"MZ" + b"\0" * 400, "not kept here"),
    ],
)
def test_a_bad_file_is_refused_and_the_typed_words_stay(arrive, name, content, words):
    answer = arrive(surname="", file=SimpleUploadedFile(name, content))

    assert answer.status_code == 422
    assert words in answer.text
    assert "60 hours of community service" in answer.text


def test_the_page_shows_the_words_and_what_was_read(at_counter, paper):
    shown = at_counter.get(reverse("orders:paper", args=[paper.pk])).text

    assert "corner store on Birch Street" in shown
    assert "Condition 3" in shown
    assert "Someone new: Odile Brazeau" in shown


def test_saved_as_provisional_it_is_on_a_file(at_counter, paper):
    answer = key(at_counter, paper)

    order = Order.objects.get()
    assert answer["Location"] == reverse("orders:taken_in", args=[order.case.number, order.pk])
    assert (order.provisional, order.months, order.made_on) == (True, 12, date(2026, 9, 8))
    assert order.conditions.count() == 4
    assert order.words == PROBATION


def test_a_new_person_gets_a_file_held_by_the_manager(at_counter, paper, manager):
    key(at_counter, paper)

    case = Case.objects.get()
    held = case.assignments.get(ends_at=None)
    assert (held.holder, held.uncovered) == (manager, True)
    assert case.person.name.full == "Odile Brazeau"


def test_someone_on_record_is_proposed_with_reasons(at_counter, paper):
    a_person(surname="Brazeau", given="Odile")
    shown = at_counter.get(reverse("orders:paper", args=[paper.pk])).text

    assert "same name: Odile Brazeau" in shown


def test_the_person_is_chosen_by_hand(at_counter, paper):
    known = a_person(surname="Brazeau", given="Odile")
    key(at_counter, paper, person=known.number)

    assert Order.objects.get().person == known
    assert Person.objects.count() == 1


def test_nobody_is_chosen_for_the_clerk(at_counter, paper):
    a_person(surname="Brazeau", given="Odile")
    answer = key(at_counter, paper, person="")

    assert answer.status_code == 422
    assert "Choose the person, or say that the person is new." in answer.text
    assert not Order.objects.exists()


def test_looking_for_someone_else_keeps_what_was_typed(at_counter, paper):
    other = a_person(surname="Lachance", given="Rolande")
    answer = key(at_counter, paper, find="Lachance Rolande", look="1", court="Timmins court")

    assert answer.status_code == 200
    assert other.number in answer.text
    assert "Timmins court" in answer.text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"made_on": "31 Feb 2026"}, "31"),
        ({"made_on": "27 Nov 2026"}, "The order cannot be after today"),
        ({"length": "a while"}, "This is no length."),
        ({"received_on": "1 Sep 2026"}, "cannot have been received before it was made"),
        ({"last_day_stated": "1 Sep 2026"}, "The last day lies before the first."),
        ({"court": ""}, "Court"),
        ({"pages_expected": "many"}, "Write a number of pages."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(at_counter, paper, said, words):
    answer = key(at_counter, paper, judge="Justice N. Example", **said)

    assert answer.status_code == 422
    assert words in answer.text
    assert "Justice N. Example" in answer.text
    assert not Order.objects.exists()


def test_marks_of_the_clerk_are_kept(at_counter, paper):
    key(at_counter, paper, mark_4="unclear", doubt_4="Which store?", mark_2="none")

    rows = Order.objects.get().conditions.order_by("number")
    assert [(each.number, each.standing, each.doubt) for each in rows] == [
        (1, "proposed", ""),
        (3, "proposed", ""),
        (4, "unclear", "Which store?"),
    ]


def test_a_condition_that_was_missed_is_added(at_counter, paper):
    key(at_counter, paper, missed="Pay what is owed.\n\nStay in school.")

    last = Order.objects.get().conditions.order_by("number").values_list("number", "words")
    assert list(last)[-2:] == [(5, "Pay what is owed."), (6, "Stay in school.")]


def test_keyed_twice_it_is_one_order(at_counter, paper):
    first = key(at_counter, paper)
    again = key(at_counter, paper)

    assert Order.objects.count() == 1
    assert again.status_code == 302
    assert first.status_code == 302


def test_the_same_paper_twice_is_one_order(at_counter, arrive, paper):
    key(at_counter, paper)
    arrive()
    second = Paper.objects.get(order=None)
    key(at_counter, second, person=Person.objects.get().number)

    assert Order.objects.count() == 1
    assert Paper.objects.filter(standing="TAKEN_IN").count() == 2


def test_missing_pages_and_signature_stand_before_the_conditions(at_counter, paper):
    key(at_counter, paper, pages_expected="3", pages_present="2", signed="no")
    order = Order.objects.get()
    shown = at_counter.get(reverse("orders:order", args=[order.case.number, order.pk])).text

    assert "1 page is missing" in shown
    assert "The signature is missing." in shown
    assert shown.index("1 page is missing") < shown.index("tc-proposals")


def test_a_file_that_arrived_is_kept_on_the_case(at_counter, arrive):
    arrive(words="", file=SimpleUploadedFile("order.txt", PROBATION.encode()))
    key(at_counter, Paper.objects.get())

    order = Order.objects.get()
    assert order.document.case_id == order.case_id
    assert order.document.sha256 == Paper.objects.get().sha256


@pytest.mark.parametrize("page", ["intake", "arrive", "expect"])
def test_the_counter_is_closed_to_who_opens_no_files(client, office, page):
    signed_in(client, a_member("FACILITATOR", office=office))

    assert client.get(reverse(f"orders:{page}")).status_code == 404


def test_a_paper_of_another_office_is_not_there(client, paper):
    signed_in(client, a_member("CLERK"))

    assert client.get(reverse("orders:paper", args=[paper.pk])).status_code == 404


def test_someone_expected_is_shown_with_their_working_days(at_counter):
    sent = {"name": "Odile Brazeau", "sentenced_on": "20 Nov 2026", "court": "Sudbury"}
    at_counter.post(reverse("orders:expect"), sent)
    shown = at_counter.get(reverse("orders:intake")).text

    assert "Odile Brazeau" in shown
    assert "sentenced, not seen, 4 working days" in shown


def test_expected_seen_and_paper_arrived_end_the_wait(at_counter, clerk, office):
    line = expecting.expect_person(
        id=new_id(), office=office, name="Odile Brazeau", sentenced_on=clock.today(), by=clerk
    )
    at_counter.post(reverse("orders:seen", args=[line.pk]), {"seen_on": "today"})
    sent = {"surname": "Brazeau", "given": "Odile", "words": PROBATION}
    at_counter.post(f"{reverse('orders:arrive')}?expected={line.pk}", sent)
    key(at_counter, Paper.objects.get())

    assert Expected.objects.get().ending == "TAKEN_IN"


def test_the_form_begins_with_who_is_expected(at_counter, clerk, office):
    line = expecting.expect_person(
        id=new_id(), office=office, name="Odile Brazeau", sentenced_on=clock.today(), by=clerk
    )
    shown = at_counter.get(f"{reverse('orders:arrive')}?expected={line.pk}").text

    assert 'value="Brazeau"' in shown
    assert "For Odile Brazeau, who is expected." in shown


def test_someone_not_ours_is_taken_off(at_counter, clerk, office):
    line = expecting.expect_person(
        id=new_id(), office=office, name="Odile Brazeau", sentenced_on=clock.today(), by=clerk
    )
    at_counter.post(reverse("orders:not_expected", args=[line.pk]), {"reason": "Moved"})

    assert Expected.objects.get().ending == "NOT_OURS"


def test_a_youth_order_is_held_with_whom_to_call(at_counter, paper):
    sent = {"held_as": "YOUTH", "whom_to_call": "Youth justice, Sudbury"}
    at_counter.post(reverse("orders:hold", args=[paper.pk]), sent)
    shown = at_counter.get(reverse("orders:intake")).text

    assert "Youth sentence" in shown
    assert "Youth justice, Sudbury" in shown


def test_a_paper_set_aside_is_off_the_list(at_counter, paper):
    at_counter.post(reverse("orders:aside", args=[paper.pk]), {"reason": "Twice"})

    assert Paper.objects.get().standing == "SET_ASIDE"
    assert at_counter.get(reverse("orders:paper", args=[paper.pk])).status_code == 404
