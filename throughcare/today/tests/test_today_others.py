"""What waits on others and whom a day is about, in both languages; the page and its print."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.commands import away, covering, levels, transfers
from throughcare.cases.tests.factories import a_case
from throughcare.decisions.commands import setting_aside
from throughcare.decisions.tests.factories import set_aside
from throughcare.orders.commands import asking
from throughcare.orders.tests.factories import an_order
from throughcare.people.tests.factories import a_person, plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, an_office, signed_in
from throughcare.today.file_part import FILE_PART
from throughcare.today.queries import others
from throughcare.today.queries.lines import Group
from throughcare.today.queries.people import people_of
from throughcare.today.views import EMPTY, TITLES

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def manager(officer):
    return a_member("MANAGER", office=officer.office, given_name="Louise", surname="Tremblay")


@pytest.fixture
def colleague(officer):
    return a_member("OFFICER", office=officer.office, given_name="Julie", surname="Roy")


def waiting(officer, on):
    return list(others.waiting_on_others(people_of(officer, on), on))


def asks_the_crown(case, officer):
    order = an_order(case, officer, confirmed=True)
    asking.ask_query(id=new_id(), order=order, to="CROWN", words="Which day?", by=officer)


def proposes_to_set_aside(case, officer):
    set_aside(case, officer, reason="UNSAFE", words="The road is out", what="See the person")


def proposes_a_transfer(case, officer):
    there = an_office(name="Timmins", name_fr="Timmins-Nord")
    transfers.propose_transfer(
        id=new_id(), case=case, to_office=there, summary="Moved north", by=officer
    )


WAITS = [
    pytest.param(asks_the_crown, ("Which day?", "Crown"), ("Which day?", "Couronne"), id="query"),
    pytest.param(
        proposes_to_set_aside,
        ("Set aside: See the person", "the manager"),
        ("Mettre de côté : See the person", "gestionnaire"),
        id="approval",
    ),
    pytest.param(
        proposes_a_transfer,
        ("Transfer of the file", "Timmins"),
        ("Transfert du dossier", "Timmins-Nord"),
        id="transfer",
    ),
]


@pytest.mark.parametrize(("do", "english", "french"), WAITS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_waits_says_what_and_on_whom(case, officer, on, do, english, french, language):
    do(case, officer)

    with translation.override(language):
        [thing] = waiting(officer, on)

    assert (plain(thing.what), thing.when) == (english if language == "en" else french)
    assert (thing.group, thing.mark, thing.rank) == (Group.WAITING, "with-court", 1)
    assert thing.url == f"/cases/{case.number}/"


@pytest.mark.parametrize(
    ("language", "days", "note", "short"),
    [
        ("en", 0, "0 days", "Asked Thu 26 Nov"),
        ("en", 1, "1 day", "Asked Wed 25 Nov"),
        ("en", 12, "12 days", "Asked Sat 14 Nov"),
        ("fr", 0, "0 jour", "Demandé le jeu. 26 nov."),
        ("fr", 1, "1 jour", "Demandé le mer. 25 nov."),
        ("fr", 12, "12 jours", "Demandé le sam. 14 nov."),
    ],
)
def test_how_long_it_waits_is_counted_from_the_day_it_was_asked(
    case, officer, on, language, days, note, short
):
    with clock.frozen(clock.now() - days * DAY):
        proposes_to_set_aside(case, officer)

    with translation.override(language):
        [thing] = waiting(officer, on)

    assert (plain(thing.note), plain(thing.short)) == (note, short)


def test_what_was_approved_or_refused_waits_no_more(case, officer, manager, on):
    decision = set_aside(case, officer, reason="UNSAFE", words="The road is out")
    setting_aside.approve_set_aside(decision=decision, by=manager)

    assert waiting(officer, on) == []


def test_a_refused_transfer_waits_no_more(case, officer, on):
    proposes_a_transfer(case, officer)
    transfer = case.transfers.get()
    there = a_member("MANAGER", office=transfer.to_office)
    transfers.refuse_transfer(transfer=transfer, reason="No room", by=there)

    assert waiting(officer, on) == []


def test_what_counts_at_once_waits_on_nobody(case, officer, on):
    set_aside(case, officer)

    assert waiting(officer, on) == []


def test_three_things_of_one_file_are_three_with_their_own_keys(case, officer, on):
    for do in (asks_the_crown, proposes_to_set_aside, proposes_a_transfer):
        do(case, officer)

    found = waiting(officer, on)

    assert len({each.key for each in found}) == len(found) == 3


@pytest.mark.parametrize("read", ["ending_orders", "orders_to_confirm", "waiting_on_others"])
def test_nobody_waits_where_there_is_no_file(read, on):
    assert list(getattr(others, read)({}, on)) == []


@pytest.mark.parametrize(("days", "listed"), [(0, True), (7, True), (8, False)])
def test_a_file_is_new_for_a_week(officer, on, days, listed):
    a_case(holder=officer, happened_at=clock.now() - days * DAY)

    found = list(others.new_files(officer, people_of(officer, on), on))

    assert [each.note for each in found] == (["Yours since"] if listed else [])


@pytest.mark.parametrize(
    ("language", "note", "what"),
    [("en", "Covered since", "Read the file"), ("fr", "Remplacement depuis", "Lire le dossier")],
)
def test_a_covered_file_is_new_to_who_covers_it(
    case, officer, colleague, manager, on, language, note, what
):
    cover(case, colleague, manager, on)

    with translation.override(language):
        [thing] = others.new_files(colleague, people_of(colleague, on), on)

    assert (thing.note, thing.what, thing.due_before) == (note, what, None)


def test_an_order_to_confirm_says_when_it_was_received(case, officer, on):
    order = an_order(case, officer, received_on=on - 2 * DAY)

    [thing] = others.orders_to_confirm(people_of(officer, on), on)

    assert (plain(thing.when), thing.note) == ("Tue 24 Nov", "order received")
    assert thing.what.startswith("Confirm the conditions: ")
    assert (thing.action, thing.mark) == ("Confirm", "to-confirm")
    assert thing.url == f"/cases/{case.number}/orders/{order.pk}/"


def cover(case, colleague, manager, on):
    covering.cover_cases(
        id=new_id(),
        covering=colleague,
        starts_on=on,
        ends_before=on + 5 * DAY,
        by=manager,
        cases=[case],
    )


def test_whom_a_plain_file_is_about(case, officer, on):
    who = people_of(officer, on)[case.pk]

    assert (who.case, who.number, who.surname, who.given) == (
        case.pk,
        case.number,
        "Lavallée",
        "Étienne",
    )
    assert (who.level, who.covered_for, who.away) == (0, "", "")


@pytest.mark.parametrize(
    ("language", "word", "absent"), [("en", "High", "Custody"), ("fr", "Élevé", "Détention")]
)
def test_level_and_absence_stand_beside_the_name(case, officer, on, language, word, absent):
    levels.set_level(id=new_id(), case=case, level="HIGH", reason="Assessed", by=officer)
    said = {"kind": "CUSTODY", "starts_on": on - DAY, "source": "Jail", "by": officer}
    away.record_away(id=new_id(), person=case.person, **said)

    with translation.override(language):
        who = people_of(officer, on)[case.pk]

    assert (who.level, who.level_word, who.away) == (4, word, absent)


def test_who_covers_sees_for_whom_and_the_holder_does_not(case, officer, colleague, manager, on):
    cover(case, colleague, manager, on)

    assert people_of(colleague, on)[case.pk].covered_for == "A. Okafor"
    assert people_of(officer, on)[case.pk].covered_for == ""


@pytest.mark.parametrize(
    ("speech", "french"),
    [
        ({"spoken_language": "fr"}, True),
        ({"spoken_language": "en"}, False),
        ({}, False),
    ],
    ids=["speaks_french", "speaks_english", "not_said"],
)
def test_who_speaks_french_and_chose_nothing_else_is_marked(officer, on, speech, french):
    case = a_case(holder=officer, person=a_person(**speech))

    assert people_of(officer, on)[case.pk].french is french


PAGE = {
    "en": [
        "Thursday 26 November",
        "People by the clock",
        "Nobody is booked today.",
        "We are late with nothing",
        "Mine, late or due today",
        "Nothing of yours is late or due today.",
        "Waiting on others",
        "Nobody is waited for.",
        "Later: 0 · Paused: 0 · Not done, no staff: 0",
        "Print day sheet",
    ],
    "fr": [
        "Jeudi 26 novembre",
        "Personnes selon l’heure",
        "Personne n’a de rendez-vous aujourd’hui.",
        "Nous n’avons aucun retard",
        "À moi : en retard ou pour aujourd’hui",
        "Rien de votre côté n’est en retard ni à faire aujourd’hui.",
        "En attente d’autrui",
        "Nous n’attendons personne.",
        "Plus tard : 0 · En suspens : 0 · Non fait, sans personnel : 0",
        "Imprimer la feuille du jour",
    ],
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_empty_day_says_so_in_the_language_of_the_page(client, officer, language):
    signed_in(client, officer)
    client.cookies["throughcare_language"] = language

    text = plain(client.get("/today/").text)

    assert [words for words in PAGE[language] if words not in text] == []


def test_the_button_that_prints_is_hidden_until_a_script_shows_it(client, officer):
    text = signed_in(client, officer).get("/today/").text

    assert text.count("data-prints hidden") == 1


@pytest.mark.parametrize("words", [TITLES, EMPTY], ids=["titles", "empty"])
def test_every_group_has_its_words_in_each_language(words):
    assert list(words) == list(Group)
    for language in ("en", "fr"):
        with translation.override(language):
            assert len({str(each) for each in words.values()}) == len(Group)


def test_the_day_adds_the_head_and_the_side_of_a_file():
    part = FILE_PART.overview

    assert (part.head, part.side) == ("today/_head.html", "today/_side.html")
