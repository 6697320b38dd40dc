"""The pages of checks, through HTTP."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.orders.tests.factories import an_order, condition_of
from throughcare.people.tests.factories import a_person, plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in
from throughcare.verification.links import condition_of as condition_in
from throughcare.verification.links import evidence_url
from throughcare.verification.models import Verification
from throughcare.verification.tests.factories import a_check, corrected

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
ODD_HOURS = ["nan", "inf", "-inf", "1e5000", "1e-5000", "٣", "፩", "sNaN", "1_0"]


def url(case, name="list", *more):
    return reverse(f"verification:{name}", args=[case.number, *more])


def sent(**said):
    usual = {
        "id": str(new_id()),
        "on": "today",
        "shows": "CHECKED",
        "method": "DOCUMENT_SEEN",
        "result": "AS_ORDERED",
    }
    return usual | said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_form_opens_from_an_obligation_with_what_closes_it(as_officer, case, service, language):
    as_officer.cookies["throughcare_language"] = language

    answer = as_officer.get(evidence_url(case.number, service.pk, "HOURS_WORKED"))

    form = answer.context["form"]
    assert answer.status_code == 200
    assert (form["shows"].value(), form["result"].value()) == ("HOURS_WORKED", "AS_ORDERED")
    assert [code for code, _words in form.fields["shows"].choices][:2] == [
        "CHECKED",
        "HOURS_WORKED",
    ]
    assert "Complete 60 hours of unpaid work" in answer.text


def test_without_an_obligation_nothing_is_found_beforehand(as_officer, case, service):
    form = as_officer.get(evidence_url(case.number, service.pk)).context["form"]

    assert (form["shows"].value(), form["result"].value()) == ("CHECKED", None)


def test_a_condition_that_asks_nothing_offers_all_evidence(as_officer, case, peace):
    form = as_officer.get(evidence_url(case.number, peace.pk)).context["form"]
    codes = [code for code, _words in form.fields["shows"].choices]

    assert {"CHECKED", "RELEASE_SIGNED", "PROOF_SHOWN", "ADDRESS_APPROVED"} <= set(codes)
    assert not {"REPORTED", "SEEN_OFFICE", "DIRECTED", "EXPLAINED"} & set(codes)


def test_ways_of_checking_stand_by_strength_the_librarys_first(as_officer, case, service):
    form = as_officer.get(evidence_url(case.number, service.pk)).context["form"]
    groups = dict(form.fields["method"].choices[1:])

    assert list(groups) == ["the person’s word", "document", "collateral", "observed", "official"]
    assert groups["document"][0][0] == "HOURS_LOG"


def test_hours_are_recorded_in_one_form(as_officer, case, service, officer):
    said = sent(shows="HOURS_WORKED", method="HOURS_LOG", hours="7,5", words="Food bank")

    answer = as_officer.post(
        evidence_url(case.number, service.pk, "HOURS_WORKED"), said, follow=True
    )

    row = Verification.objects.get()
    assert (row.hours, row.shows, row.recorded_by) == (Decimal("7.5"), "HOURS_WORKED", officer)
    assert "7.5" in plain(answer.text)
    assert "Food bank" in answer.text


def test_a_form_sent_twice_acts_once(as_officer, case, peace):
    said = sent()

    for _time in range(2):
        as_officer.post(evidence_url(case.number, peace.pk), said)

    assert Verification.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"method": ""}, "method", "Choose how it was checked."),
        ({"method": "GUESSED"}, "method", "Choose an answer from the list."),
        ({"result": ""}, "result", "Choose one of the three."),
        ({"on": "tomorrow"}, "on", "The check cannot be after today"),
        ({"on": "31 Nov 2026"}, "on", "November"),
        ({"shows": "HOURS_WORKED"}, "hours", "Write how many hours were worked."),
        ({"hours": "many"}, "hours", "Write hours such as 7.5."),
        ({"hours": "-2"}, "hours", "Write hours such as 7.5."),
        ({"hours": "0"}, "hours", "Write hours such as 7.5."),
        *(({"hours": odd}, "hours", "Write hours such as 7.5.") for odd in ODD_HOURS),
        ({"hours": "1000"}, "hours", "Write hours such as 7.5."),
        ({"hours": "1.125"}, "hours", "Write hours such as 7.5."),
        ({"hours": "3"}, "hours", "Hours are for unpaid work."),
    ],
)
def test_what_is_wrong_stands_beside_the_field(as_officer, case, service, said, field, sentence):
    answer = as_officer.post(evidence_url(case.number, service.pk), sent(words="Kept", **said))

    assert answer.status_code == 422
    assert sentence in plain(" ".join(answer.context["form"].errors[field]))
    assert "Kept" in answer.text
    assert not Verification.objects.exists()


@pytest.mark.parametrize("asked", ["", "x", "another"])
def test_a_condition_of_another_file_is_not_there(as_officer, case, officer, asked):
    if asked == "another":
        other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
        asked = str(condition_of(an_order(other, officer), 1).pk)

    assert as_officer.get(url(case, "record"), {"condition": asked}).status_code == 404


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_list_shows_method_strength_and_what_lies_outside(
    as_officer, case, peace, officer, language
):
    as_officer.cookies["throughcare_language"] = language
    a_check(peace, officer, method="HOME_VISIT")
    a_check(peace, officer, on=clock.today() - 40 * DAY)

    text = as_officer.get(url(case)).text

    assert {"en": "Home visited", "fr": "Visite à domicile"}[language] in text
    outside = {"en": "Outside the days of the condition", "fr": "Hors des jours de la condition"}
    assert text.count(outside[language]) == 1
    assert {"en": "40 days later", "fr": "40 jours plus tard"}[language] in text


def test_a_file_without_checks_offers_each_condition(as_officer, case, peace, service):
    text = as_officer.get(url(case)).text

    assert "No condition was checked yet." in text
    assert all(f"?condition={each.pk}" in text for each in (peace, service))


def test_a_check_is_corrected_and_both_are_shown(as_officer, case, peace, officer):
    row = a_check(peace, officer, words="A letter")
    form = as_officer.get(url(case, "correct", row.pk)).context["form"]
    assert (form["method"].value(), form["words"].value()) == ("DOCUMENT_SEEN", "A letter")

    said = sent(method="HOME_VISIT", words="A visit", reason="It was a visit")
    answer = as_officer.post(url(case, "correct", row.pk), said, follow=True)

    assert "A visit" in answer.text
    assert "Written before:" in answer.text
    assert url(case, "correct", row.pk) not in answer.text


def test_a_mistake_leaves_nothing_standing(as_officer, case, peace, officer):
    row = a_check(peace, officer)

    said = sent(by_mistake="on", reason="Wrong file")
    answer = as_officer.post(url(case, "correct", row.pk), said, follow=True)

    assert "Recorded by mistake" in answer.text
    assert not Verification.objects.standing().exists()


def test_a_correction_without_reason_is_asked_for_one(as_officer, case, peace, officer):
    row = a_check(peace, officer)

    answer = as_officer.post(url(case, "correct", row.pk), sent(words="b", reason=""))

    assert answer.status_code == 422
    assert answer.context["form"].errors["reason"]


def test_what_was_corrected_already_says_so(as_officer, case, peace, officer):
    row = a_check(peace, officer)
    corrected(row, officer, words="b")

    answer = as_officer.post(url(case, "correct", row.pk), sent(words="c", reason="Again"))

    assert answer.status_code == 422
    assert "was corrected already" in answer.text


def test_a_check_of_another_file_is_not_there(as_officer, case, officer):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    theirs = a_check(condition_of(an_order(other, officer), 1), officer, on=clock.today())

    assert as_officer.get(url(case, "correct", theirs.pk)).status_code == 404


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [("CLERK", 200, 200), ("REVIEWER", 200, 404), ("ANALYST", 404, 404)],
)
def test_who_may_read_and_who_may_write(client, office, case, peace, role, reads, writes):
    signed_in(client, a_member(role, office=office))

    assert client.get(url(case)).status_code == reads
    assert client.get(evidence_url(case.number, peace.pk)).status_code == writes


def test_an_absent_and_a_closed_file_answer_the_same(client, office, officer, case, peace):
    restricted(case, officer)
    signed_in(client, a_member("OFFICER", office=office))

    for number in (case.number, "C-1999-1"):
        assert client.get(reverse("verification:list", args=[number])).status_code == 404
        assert client.get(evidence_url(number, peace.pk)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_the_same_for_one_and_three(
    as_officer, case, peace, officer, count, django_assert_max_num_queries
):
    for each in range(count):
        a_check(peace, officer, words=str(each))
    as_officer.get(url(case))

    with django_assert_max_num_queries(27):
        assert as_officer.get(url(case)).status_code == 200


def test_checks_have_a_tab_and_words_on_the_timeline(as_officer, case, peace, officer):
    a_check(peace, officer, method="HOME_VISIT")

    text = as_officer.get(reverse("cases:record", args=[case.number])).text

    assert url(case) in text
    assert "Home visited" in text
    assert "As ordered" in text
    assert "An act of another kind" not in text


@pytest.mark.parametrize(
    ("requirement", "condition"),
    [
        ("condition:0190-a:COMMUNITY_SERVICE:HOURS", "0190-a"),
        ("direction:0190-a", ""),
        ("standard:0190-a:SEEN", ""),
        ("", ""),
    ],
)
def test_the_condition_is_read_from_a_requirement(requirement, condition):
    assert condition_in(requirement) == condition
