"""Each page for each role in each relation to a file; what it asks; French; paper."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.commands import closing, covering, holding, transfers
from throughcare.cases.queries.counts import counts_for_analysts, suppressed
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PAGES = ["file", "summary", "identity", "documents", "record"]
WHOLE_OFFICE = {code for code, role in ROLES.items() if role.sees_whole_office}
SEES = {code for code, role in ROLES.items() if Permission.SEE_CASE in role.permissions}


def propose(case, member):
    transfers.propose_transfer(
        id=new_id(), case=case, to_office=member.office, summary="Moved", by=member
    )


# (the relation, whether the member is of the file's office, how it comes about, who sees it)
RELATIONS = [
    ("colleague", True, None, SEES & WHOLE_OFFICE),
    ("other_office", False, None, set()),
    ("restricted", True, lambda case, _member: restricted(case), set()),
    (
        "named",
        True,
        restricted,
        SEES & WHOLE_OFFICE,
    ),
    ("conflict", True, a_conflict, set()),
    ("office_asked", False, propose, SEES & WHOLE_OFFICE),
]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("_relation", "of_office", "make", "sees"), RELATIONS, ids=[each[0] for each in RELATIONS]
)
def test_the_pages_of_a_file_open_by_role_and_relation(
    client, case, office, role, _relation, of_office, make, sees
):
    member = a_member(role, office=office if of_office else an_office())
    if make:
        make(case, member)
    signed_in(client, member)

    found = {client.get(reverse(f"cases:{name}", args=[case.number])).status_code for name in PAGES}

    assert found == {200 if role in sees else 404}


@pytest.mark.parametrize("role", ["OFFICER", "MANAGER"])
def test_a_holder_sees_their_file_at_whichever_office(client, case, manager, role, office):
    holder = a_member(role, office=office)
    holding.assign_officer(id=new_id(), case=case, holder=holder, by=manager)
    restricted(case)
    signed_in(client, holder)

    assert client.get(reverse("cases:file", args=[case.number])).status_code == 200


def test_who_covers_opens_the_file_while_it_lasts(client, case, office):
    trainee = a_member("TRAINEE", office=office)
    signed_in(client, trainee)
    url = reverse("cases:file", args=[case.number])
    assert client.get(url).status_code == 404
    officer = case.assignments.get().holder
    covering.cover_cases(
        id=new_id(),
        covering=trainee,
        officer=officer,
        starts_on=clock.today(),
        ends_before=clock.today() + DAY,
        by=officer,
    )

    assert client.get(url).status_code == 200


def test_who_is_not_signed_in_is_sent_to_sign_in(client, case):
    for name in PAGES:
        answer = client.get(reverse(f"cases:{name}", args=[case.number]))
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("name", "permission"),
    [
        ("list", Permission.SEE_CASE),
        ("office", Permission.SEE_OFFICE),
        ("counts", Permission.SEE_COUNTS),
        ("new_person", Permission.OPEN_CASE),
        ("cover_officer", Permission.ASSIGN_CASE),
    ],
)
def test_a_list_opens_by_permission(client, role, name, permission):
    signed_in(client, a_member(role))

    answer = client.get(reverse(f"cases:{name}"))

    assert answer.status_code == (200 if permission in ROLES[role].permissions else 404)


# --- how often a page asks ------------------------------------------------------------------


def asked(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", ["list", "office"])
def test_a_page_of_three_rows_asks_no_more_than_one_of_one(as_manager, officer, manager, name):
    url = reverse(f"cases:{name}") + "?whose=office"
    uncover(a_case(holder=officer), manager)
    a_case(holder=officer)
    one = asked(as_manager, url)

    for _ in range(2):
        uncover(a_case(holder=officer), manager)
        a_case(holder=officer)

    assert asked(as_manager, url) == one


def uncover(case, manager):
    holding.mark_uncovered(id=new_id(), case=case, by=manager, reason="Vacant")


@pytest.mark.parametrize("name", ["file", "summary", "record"])
def test_a_page_with_three_holders_asks_no_more_than_with_two(
    as_manager, case, colleague, officer, manager, name
):
    url = reverse(f"cases:{name}", args=[case.number])
    holding.assign_officer(id=new_id(), case=case, holder=colleague, by=manager)
    one = asked(as_manager, url)

    holding.assign_officer(id=new_id(), case=case, holder=officer, by=manager)

    assert asked(as_manager, url) == one


@pytest.mark.parametrize("name", ["list", "office", "counts"])
def test_an_empty_list_says_so(as_manager, name):
    answer = as_manager.get(reverse(f"cases:{name}"))

    said = {"list": "No file here.", "office": "No file is uncovered.", "counts": "Counts"}
    assert said[name] in answer.text


# --- French -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("list", ["Titulaire", "Niveau"]),
        ("office", ["Grand Sudbury", "Aucun transfert"]),
        ("counts", ["Dossiers ouverts"]),
        ("cover_officer", ["Prévoir un remplacement"]),
    ],
)
def test_a_list_speaks_french(as_manager, case, name, words):
    as_manager.cookies["throughcare_language"] = "fr"

    shown = as_manager.get(reverse(f"cases:{name}") + "?whose=office").text

    assert 'lang="fr"' in shown
    assert [word for word in words if word not in shown] == []


ENGLISH = ["Held by", "How the file stands", "Time away", "Arrange", "none today", "Uncovered"]


@pytest.mark.parametrize("name", ["file", "summary"])
def test_a_file_in_french_has_no_english_left(as_manager, case, name):
    as_manager.cookies["throughcare_language"] = "fr"

    shown = as_manager.get(reverse(f"cases:{name}", args=[case.number])).text

    assert [words for words in ENGLISH if f">{words}<" in shown] == []


# --- paper ------------------------------------------------------------------------------------


def text_of(answer):
    main = answer.text[answer.text.index("<main") : answer.text.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split()).replace("\u00a0", " ")


def test_the_summary_holds_all_of_the_file_and_no_link_to_act(as_manager, case, officer, manager):
    uncover(case, manager)

    answer = as_manager.get(reverse("cases:summary", args=[case.number]))

    shown = text_of(answer)
    for words in ("Summary of the file", case.number, "Adaeze Okafor", "(uncovered)", "Not set"):
        assert words in shown, words
    for name in ("assign", "cover", "level", "away"):
        assert reverse(f"cases:{name}", args=[case.number]) not in answer.text
    assert "data-prints" in answer.text


def test_the_summary_of_a_closed_file_says_why_it_closed(as_manager, case, manager):
    closing.close_case(case=case, closing_words="Order ended early", by=manager)

    shown = text_of(as_manager.get(reverse("cases:summary", args=[case.number])))

    assert "Order ended early" in shown
    assert "nobody: the file is closed" in shown


def test_the_list_prints(as_manager, case):
    answer = as_manager.get(reverse("cases:list") + "?whose=office")

    assert "data-prints" in answer.text
    assert answer.text.count('<th scope="row">') == 1


# --- what a page links to ---------------------------------------------------------------------

LINKS = ["assign", "cover", "level", "away", "uncovered", "propose_transfer", "restrict", "close"]


@pytest.mark.parametrize(
    ("role", "links"),
    [
        ("MANAGER", set(LINKS)),
        ("REVIEWER", set()),
    ],
)
def test_a_page_links_to_what_the_role_may(client, case, office, role, links):
    signed_in(client, a_member(role, office=office))

    shown = client.get(reverse("cases:file", args=[case.number])).text

    found = {name for name in LINKS if reverse(f"cases:{name}", args=[case.number]) in shown}
    assert found == links


def test_a_closed_file_offers_only_to_take_the_closing_back(as_manager, case, manager):
    closing.close_case(case=case, closing_words="Ended", by=manager)

    shown = as_manager.get(reverse("cases:file", args=[case.number])).text

    assert reverse("cases:reopen", args=[case.number]) in shown
    for name in ("assign", "cover", "uncovered", "propose_transfer", "restrict", "close"):
        assert f'"{reverse(f"cases:{name}", args=[case.number])}"' not in shown, name


# --- counts -----------------------------------------------------------------------------------


def counted(group):
    return {str(name): count for name, count in counts_for_analysts(clock.today())[group].items()}


def test_groups_under_five_are_suppressed_and_none_can_be_worked_out(officer):
    for kind, count in (("SUPERVISION", 6), ("COURTESY", 5), ("REPORT_ONLY", 2)):
        for _ in range(count):
            a_case(holder=officer, kind=kind, person=a_person())

    found = counted("kind")

    assert found == {
        "Supervision": 6,
        "Report only": None,
        "Investigation": 0,
        "Courtesy": None,
    }


def test_one_language_of_few_hides_the_other(officer):
    for language, count in (("fr", 2), ("en", 6)):
        for _ in range(count):
            a_case(holder=officer, person=a_person(spoken_language=language))

    assert set(counted("language").values()) == {None}


def test_closed_and_restricted_files_are_counted_alike(officer, manager):
    files = [a_case(holder=officer) for _ in range(7)]
    restricted(files[0])
    closing.close_case(case=files[1], closing_words="Ended", by=manager)

    assert counted("kind")["Supervision"] == 6


def test_counts_take_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        counts_for_analysts(clock.today())


def test_counts_name_no_person_and_no_file(as_manager, case):
    shown = as_manager.get(reverse("cases:counts")).text

    assert case.number not in shown
    assert case.person.surname not in shown
    assert "suppressed" in shown


@pytest.mark.parametrize(
    "counts",
    [
        {"a": 4, "b": 100},
        {"a": 1, "b": 5, "c": 6},
        {"a": 4, "b": 4, "c": 9},
        {"a": 3, "b": 0, "c": 50},
        {"a": 1, "b": 1, "c": 1},
    ],
    ids=str,
)
def test_the_total_less_what_is_shown_never_gives_a_small_group(counts):
    shown = suppressed(counts)
    hidden = [name for name, count in shown.items() if count is None]

    assert all(counts[name] > 0 for name in hidden)
    assert len(hidden) >= 2
    assert all(count == counts[name] for name, count in shown.items() if count is not None)
