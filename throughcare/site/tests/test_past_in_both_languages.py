"""What the pages of the past say around a file, in English and French."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from throughcare import clock
from throughcare.cases.commands.levels import set_level
from throughcare.cases.tests.factories import a_case
from throughcare.people.tests.factories import a_person, plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.site.past import left_out_in_words
from throughcare.staff.tests.factories import a_member, signed_in

LANGUAGES = ("en", "fr")
BANNER = {
    "en": ["Past and read-only.", "1 later entry is left out.", "What came later", "Back to today"],
    "fr": [
        "Passé, en lecture seule.",
        "1 inscription ultérieure n’y figure pas.",
        "Ce qui est venu ensuite",
        "Retour à aujourd’hui",
    ],
}
REFUSED = {
    "en": ["The past is read-only", "Nothing was changed.", "Back to today"],
    "fr": ["Le passé est en lecture seule", "Rien n’a été modifié.", "Retour à aujourd’hui"],
}
NOTHING_LATER = {"en": "Nothing came later.", "fr": "Rien n’est venu ensuite."}
LEFT_OUT = [
    ("en", 0, "0 later entries are left out."),
    ("en", 1, "1 later entry is left out."),
    ("en", 2, "2 later entries are left out."),
    ("en", 1200, "1,200 later entries are left out."),
    ("fr", 0, "0 inscription ultérieure n’y figure pas."),
    ("fr", 1, "1 inscription ultérieure n’y figure pas."),
    ("fr", 2, "2 inscriptions ultérieures n’y figurent pas."),
]


@pytest.fixture
def officer(db):
    """An officer."""
    return a_member("OFFICER", given_name="Adaeze", surname="Okafor")


@pytest.fixture
def case(officer):
    """A file whose level was confirmed after it was opened."""
    return a_case(holder=officer, person=a_person())


@pytest.fixture
def before(case, officer):
    """The instant before the level was confirmed."""
    opened = Entry.objects.order_by("-number").first()
    set_level(id=new_id(), case=case, level="HIGH", reason="Scored 29.", by=officer)
    return opened.recorded_at.isoformat().replace("+00:00", "Z")


def shown(answer):
    """The words of a page, spaces made plain."""
    return " ".join(plain(answer.content.decode()).replace("\u202f", " ").split())


def speaking(client, officer, language):
    """The client, signed in, with a language chosen."""
    signed_in(client, officer).cookies["throughcare_language"] = language
    return client


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_banner_of_a_past_file_speaks_the_language(client, officer, case, before, language):
    page = f"/as-known-on/{before}/cases/{case.number}/"

    words = shown(speaking(client, officer, language).get(page))

    assert [each for each in BANNER[language] if each not in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["cases/", "office/", "today/", "find/?q=lavallee"])
def test_a_page_beside_a_file_neither_counts_nor_leads_to_later_acts(
    client, officer, before, language, part
):
    words = shown(speaking(client, officer, language).get(f"/as-known-on/{before}/{part}"))

    assert BANNER[language][0] in words
    assert BANNER[language][1] not in words
    assert "/what-came-later" not in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sent_to_the_past_is_refused_in_the_language(
    client, officer, case, before, language
):
    page = f"/as-known-on/{before}/cases/{case.number}/level/"

    words = shown(speaking(client, officer, language).post(page, {"level": "LOW"}))

    assert [each for each in REFUSED[language] if each not in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_about_which_nothing_came_later_says_so(client, officer, case, language):
    today = clock.today().isoformat()
    page = f"/as-known-on/{today}/what-came-later/{case.number}/"

    assert NOTHING_LATER[language] in shown(speaking(client, officer, language).get(page))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Lavallée, Étienne: 1 act recorded after"),
        ("fr", "Lavallée, Étienne : 1 acte"),
    ],
)
def test_later_acts_are_counted_in_the_language(client, officer, case, before, language, said):
    page = f"/as-known-on/{before}/what-came-later/{case.number}/"

    assert said in shown(speaking(client, officer, language).get(page))


@pytest.mark.parametrize(
    ("language", "asked", "why"),
    [
        ("en", "As known on which day?", "That day has not come yet."),
        ("fr", "Tel que connu quel jour?", "Ce jour n’est pas encore venu."),
    ],
)
def test_a_day_to_come_is_refused_in_the_language(client, officer, language, asked, why):
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()

    answer = speaking(client, officer, language).get("/as-known-on/", {"on": tomorrow})

    assert answer.status_code == 422
    assert asked in shown(answer)
    assert why in shown(answer)


@pytest.mark.parametrize(("language", "count", "sentence"), LEFT_OUT)
def test_what_is_left_out_is_a_sentence(language, count, sentence):
    with override(language):
        assert plain(left_out_in_words(count)) == sentence
