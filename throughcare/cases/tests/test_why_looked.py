"""Why somebody looked at a file that is not theirs: asked on its page, said then or later."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare import clock
from throughcare.access.guards import set_viewer
from throughcare.cases.commands import covering
from throughcare.cases.commands.look_reason import NothingToExplain, explain_look
from throughcare.cases.commands.opening import WordsMissing
from throughcare.cases.looked import USES, lines_of, page_words
from throughcare.cases.models import LookReason
from throughcare.cases.queries.alerts import alerts_for
from throughcare.cases.queries.file import state_of
from throughcare.cases.queries.own_looks import days_to_explain, is_asked_why
from throughcare.cases.tests.factories import restricted
from throughcare.people.tests.factories import plain
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.record.tests.test_looks import a_look
from throughcare.staff.commands import days
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db
WORDS = "Answered the phone for a colleague"


def looked(member, case, hours=0):
    set_viewer(member.pk)
    return a_look(
        member.pk, hours=hours, case_id=case.pk, person_id=case.person_id, by_role=member.role
    )


def said_why(case, by, **said):
    usual = {"id": new_id(), "day": clock.today(), "words": WORDS}
    return explain_look(**usual | said, case=case, by=by)


def asks(case, member):
    set_viewer(member.pk)
    return is_asked_why(state_of(case, member, clock.today()), member)


def nothing(case, member, manager):
    pass


def covers(case, member, manager):
    today = clock.today()
    covering.cover_cases(
        id=new_id(), covering=member, cases=[case], by=manager, starts_on=today,
        ends_before=today + timedelta(days=1),
    )  # fmt: skip


def on_duty(case, member, manager):
    days.set_duty_officer(office=case.office, day=clock.today(), officer=member, by=manager)


def wrote(case, member, manager):
    with entry("contacts.recorded", by=member, case=case):
        pass


def said(case, member, manager):
    said_why(case, member)


@pytest.mark.parametrize(
    ("relation", "asked"),
    [(nothing, True), (covers, False), (on_duty, False), (wrote, False), (said, False)],
)
def test_an_officer_without_a_work_relation_is_asked(case, colleague, manager, relation, asked):
    relation(case, colleague, manager)

    assert asks(case, colleague) is asked


@pytest.mark.parametrize("role", ROLES)
def test_only_who_has_files_of_their_own_is_asked(case, office, role):
    member = a_member(role, office=office)

    assert asks(case, member) is (role in {"OFFICER", "TRAINEE"})


def test_the_holder_is_not_asked(case, officer):
    assert not asks(case, officer)


def test_what_was_said_stands_beside_the_alert_and_does_not_end_it(case, manager, colleague):
    looked(colleague, case)
    said_why(case, colleague)

    set_viewer(manager.pk)
    [alert] = alerts_for(manager)
    assert (alert.member, alert.count, alert.reasons) == (colleague, 1, (WORDS,))


def test_reasons_about_files_closed_to_the_reviewer_are_not_told(case, manager, colleague):
    looked(colleague, case)
    said_why(case, colleague)
    restricted(case)

    set_viewer(manager.pk)
    assert [each.reasons for each in alerts_for(manager)] == [()]


def test_it_is_said_afterwards_for_the_day_of_the_look(case, colleague):
    earlier = looked(colleague, case, hours=49)
    day = clock.day_of(earlier.at)
    assert days_to_explain(case, colleague) == [clock.today(), day]

    said_why(case, colleague, day=day)

    assert days_to_explain(case, colleague) == [clock.today()]


def test_a_day_is_explained_once_and_only_when_one_looked(case, colleague):
    sent = new_id()
    made = said_why(case, colleague, id=sent)

    assert said_why(case, colleague, id=sent) == made
    for day in (clock.today(), clock.today() - timedelta(days=3)):
        with pytest.raises(NothingToExplain):
            said_why(case, colleague, day=day)
    with pytest.raises(WordsMissing):
        said_why(case, colleague, words=" ")


def test_who_looked_says_it_beside_the_looks_of_that_day(case, manager, colleague):
    looked(colleague, case)
    looked(colleague, case, hours=49)
    said_why(case, colleague)

    set_viewer(manager.pk)
    lines = lines_of(case, manager, clock.wall(), named=False)
    assert [line.reason for line in lines] == [WORDS, ""]


# managers whom nobody of their office can review


@pytest.fixture
def alone():
    """A manager without another one beside them, who looked at many people."""
    member = a_member("MANAGER", office=an_office())
    set_viewer(member.pk)
    at = clock.wall().replace(minute=30, second=0, microsecond=0) - timedelta(hours=1)
    for _ in range(31):
        a_look(member.pk, at=at, person_id=new_id(), by_role="MANAGER")
    return member


def asked_about(reviewer):
    set_viewer(reviewer.pk)
    return [each.member for each in alerts_for(reviewer)]


@pytest.mark.parametrize("where", ["same", "other"])
def test_the_only_manager_of_an_office_is_reviewed_by_an_administrator(alone, where):
    office = alone.office if where == "same" else an_office()

    assert asked_about(a_member("ADMINISTRATOR", office=office)) == [alone]


@pytest.mark.parametrize("role", ["REVIEWER", "OFFICER", "CLERK"])
def test_nobody_under_a_manager_reviews_them_nor_do_they_themselves(alone, role):
    assert asked_about(a_member(role, office=alone.office)) == []
    assert asked_about(alone) == []


def test_a_second_manager_reviews_in_the_administrators_place(alone):
    second = a_member("MANAGER", office=alone.office)
    administrator = a_member("ADMINISTRATOR", office=alone.office)

    assert asked_about(second) == [alone]
    assert asked_about(administrator) == []


def test_an_administrator_reviews_nobody_else(case, office, manager, colleague):
    looked(colleague, case)

    assert asked_about(a_member("ADMINISTRATOR", office=office)) == []


# pages


def test_the_file_asks_and_the_form_keeps_it(client, case, colleague, manager):
    signed_in(client, colleague)
    there, form = (reverse(f"cases:{name}", args=[case.number]) for name in ("file", "why_looked"))
    assert form in client.get(there).text
    assert form not in client.get(f"/as-known-on/{clock.wall().isoformat()}{there}").text

    sent = {"id": str(new_id()), "day": clock.today().isoformat(), "words": WORDS}
    answer = client.post(form, sent, follow=True)

    assert answer.redirect_chain == [(there, 302)]
    assert form not in answer.text
    signed_in(client, manager)
    assert WORDS in client.get(reverse("cases:looked", args=[case.number])).text
    assert WORDS in client.get(reverse("cases:emergencies")).text
    query = {"member": colleague.pk, "day": clock.today().isoformat(), "why": "NO_REASON"}
    assert WORDS in client.get(reverse("cases:review_day", query=query)).text


@pytest.mark.parametrize("wrong", [{"day": "2020-01-01"}, {"day": ""}, {"words": ""}])
def test_what_is_missing_is_asked_again(client, case, colleague, wrong):
    signed_in(client, colleague)
    sent = {"id": str(new_id()), "day": clock.today().isoformat(), "words": WORDS} | wrong

    answer = client.post(reverse("cases:why_looked", args=[case.number]), sent)

    assert answer.status_code == 422
    assert not LookReason.objects.exists()


def test_in_french_a_page_is_named_by_nouns_that_agree_with_every_page():
    with translation.override("fr"):
        words = {str(each) for each in USES.values()}
        pages = {str(each) for each in page_words().values()}

    assert words == {"consultation", "recherche", "impression", "copie enregistrée"}
    assert {"Dossier", "Ordonnances", "Obligations mises de côté"} <= pages


def test_a_look_is_told_in_french_as_one_says_it(client, case, manager):
    signed_in(client, manager).cookies["throughcare_language"] = "fr"
    client.get(reverse("cases:file", args=[case.number]))

    text = plain(client.get(reverse("cases:looked", args=[case.number])).text)

    assert "Dossier, consultation" in text


def own_looks(client, member, language="en"):
    signed_in(client, member)
    answer = client.get(reverse("cases:own_looks"), headers={"accept-language": language})
    return plain(answer.text)


@pytest.mark.parametrize(
    ("language", "verb"), [("en", "Say why"), ("fr", "Dire pourquoi")], ids=["en", "fr"]
)
def test_members_see_what_they_looked_at_without_a_reason(client, case, colleague, language, verb):
    looked(colleague, case)

    shown = own_looks(client, colleague, language)

    assert case.number in shown
    assert f'href="{reverse("cases:why_looked", args=[case.number])}">{verb}' in shown


@pytest.mark.parametrize("relation", [covers, on_duty, wrote, said])
def test_what_had_a_reason_or_got_one_is_not_listed(client, case, colleague, manager, relation):
    looked(colleague, case)
    relation(case, colleague, manager)

    assert case.number not in own_looks(client, colleague)


def test_what_others_looked_at_is_not_listed(client, case, colleague, office):
    looked(a_member("OFFICER", office=office), case)

    assert "Nothing is left to explain." in own_looks(client, colleague)


def test_a_file_that_was_closed_to_the_member_since_is_not_listed(client, case, colleague, officer):
    looked(colleague, case)
    restricted(case, officer)

    assert case.number not in own_looks(client, colleague)


@pytest.mark.parametrize(("role", "leads"), [("OFFICER", True), ("ADMINISTRATOR", False)])
def test_the_own_account_leads_to_it_for_who_sees_files(client, office, role, leads):
    signed_in(client, a_member(role, office=office))

    shown = client.get(reverse("staff:account")).text

    assert (f'href="{reverse("cases:own_looks")}"' in shown) is leads
