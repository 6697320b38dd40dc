"""A page of a past is made by the rules of its day; where they cannot be used, it says so."""

import shutil

import pytest

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.orders.tests.factories import an_order
from throughcare.packs import folders
from throughcare.packs.folders import PACKS
from throughcare.packs.loading import load_kept
from throughcare.people.tests.factories import a_person
from throughcare.record.models import Entry, KeptPack
from throughcare.record.packs import keep_rules
from throughcare.site.tests.test_past import at, seen
from throughcare.staff.tests.factories import a_member, signed_in

CODE = "ca_on"
THEN = '"Keep the peace and be of good behaviour"'
NOW = '"Keep the peace at all times"'


@pytest.fixture
def officer(db):
    return a_member("OFFICER", given_name="Adaeze", surname="Okafor")


@pytest.fixture
def case(officer):
    return a_case(holder=officer, person=a_person(surname="Lavallée", given="Étienne"))


@pytest.fixture
def before(case, officer, settings, tmp_path):
    """The instant at which the first rules had just been kept, as an address says it."""
    an_order(case, officer)
    settings.KEPT_PACKS = tmp_path / "kept"
    keep_rules()
    return at(Entry.objects.order_by("-number").first().recorded_at)


@pytest.fixture
def changed(before, monkeypatch, tmp_path):
    """The product ships other rules from now on, and they are kept."""
    home = tmp_path / "shipped"
    shutil.copytree(PACKS / CODE, home / CODE)
    file = home / CODE / "conditions" / "statutory.toml"
    text = file.read_text("utf-8")
    assert THEN in text
    file.write_text(text.replace(THEN, NOW), "utf-8")
    monkeypatch.setattr(folders, "PACKS", home)
    monkeypatch.setattr(
        "throughcare.packs.loading._shipped", lambda code: load_kept(folders.folder_of(code))
    )
    keep_rules()
    return before


def said(html):
    """Return how often a page says the old words and the new ones; the court's words are old."""
    return [html.count(words.strip('"')) for words in (THEN, NOW)]


def test_a_past_account_says_what_was_asked_then(client, officer, case, changed):
    address = f"/cases/{case.number}/account/"
    old, new = said(signed_in(client, officer).get(address).content.decode())
    then = seen(client, officer, changed, address).content.decode()

    assert new > 0
    assert said(then) == [old + new, 0]


def test_a_past_file_has_no_word_of_the_later_rules(client, officer, case, changed):
    address = f"/cases/{case.number}/"
    now = said(signed_in(client, officer).get(address).content.decode())

    assert now[1] > 0
    assert said(seen(client, officer, changed, address).content.decode())[1] == 0


def test_todays_page_is_made_by_todays_rules_after_a_past_one(client, officer, case, changed):
    address = f"/cases/{case.number}/account/"
    before = signed_in(client, officer).get(address).content.decode()
    seen(client, officer, changed, address)

    assert said(signed_in(client, officer).get(address).content.decode()) == said(before)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The rules of that day cannot be used"),
        ("fr", "Les règles de ce jour-là ne peuvent pas servir"),
    ],
)
def test_rules_that_were_changed_in_the_database_make_no_page(
    client, officer, case, changed, language, words
):
    kept = KeptPack.objects.order_by("kept_at").values_list("sha256", flat=True)[0]
    folder = folders.PACKS.parent / "kept" / kept / CODE
    folder.mkdir(parents=True)
    (folder / "standards.toml").write_text("", "utf-8")
    client.cookies["throughcare_language"] = language

    answer = seen(client, officer, changed, f"/cases/{case.number}/account/")

    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert f'href="/cases/{case.number}/account/"' in answer.content.decode()


def test_an_empty_record_stays_empty(db):
    assert not keep_rules()
    assert not Entry.objects.exists()


def test_rules_are_kept_once_and_again_when_they_change(changed):
    assert not keep_rules()
    assert KeptPack.objects.count() == 2
    assert clock.now() >= KeptPack.objects.latest("kept_at").kept_at
