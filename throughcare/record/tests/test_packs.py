"""The rules in use are kept with their entry, and a past is seen by those it had."""

import shutil
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from throughcare import clock
from throughcare.packs import folders
from throughcare.packs.folders import PACKS, folder_of, is_of_then
from throughcare.packs.identity import pack_sha256, packed
from throughcare.packs.loading import load_kept, pack_of
from throughcare.record.asof import as_of
from throughcare.record.entries import System
from throughcare.record.models import Entry, KeptPack
from throughcare.record.packs import (
    RulesNotReadable,
    first_kept,
    keep_pack,
    kept_pack,
    pack_as_kept,
    unpacked,
)

pytestmark = pytest.mark.django_db
CODE = "ca_on"
ONCE_A_MONTH, TWICE_A_MONTH = "{ MEDIUM = 1,", "{ MEDIUM = 2,"


@pytest.fixture(autouse=True)
def kept_folder(settings, tmp_path):
    settings.KEPT_PACKS = tmp_path / "kept"
    return settings.KEPT_PACKS


@pytest.fixture
def ship(monkeypatch, tmp_path):
    """Return an act that lets the product ship a pack in which one number is another."""

    def shipped(old=ONCE_A_MONTH, new=TWICE_A_MONTH):
        home = tmp_path / f"version-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(folder_of(CODE), home / CODE)
        file = home / CODE / "standards.toml"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
        monkeypatch.setattr(folders, "PACKS", home)
        return home / CODE

    return shipped


def times_a_month():
    """Return how often the rules in use ask for a contact at the level Medium."""
    rules = {each.code: each for each in pack_of(CODE).standards.every}
    return rules["CONTACT_MONTHLY"].times("MEDIUM")


def asked_then(moment):
    first = first_kept(CODE)
    with as_of(moment), pack_as_kept(CODE, first):
        return times_a_month()


def last_moment():
    return Entry.objects.order_by("-number").first().recorded_at


@pytest.fixture
def loaded(monkeypatch):
    """Let packs be read from wherever they ship, worked examples left aside."""
    monkeypatch.setattr(
        "throughcare.packs.loading._shipped", lambda code: load_kept(folder_of(code))
    )


def test_the_pack_in_use_is_kept_in_an_entry():
    assert keep_pack(CODE)

    kept, said = KeptPack.objects.get(), Entry.objects.order_by("-number").first()
    assert (kept.code, kept.sha256) == (CODE, pack_sha256(PACKS / CODE))
    assert bytes(kept.files) == packed(PACKS / CODE)
    assert (said.act, said.reason, said.by_name) == ("record.pack_kept", CODE, System().full_name)


def test_the_same_pack_is_kept_once():
    assert [keep_pack(CODE) for _time in range(3)] == [True, False, False]
    assert KeptPack.objects.count() == 1


def test_each_jurisdiction_is_kept_apart():
    assert [keep_pack(code) for code in (CODE, "example", CODE)] == [True, True, False]


def test_a_changed_pack_is_kept_beside_the_old_one(ship):
    keep_pack(CODE)
    ship()

    assert keep_pack(CODE)
    assert len(set(KeptPack.objects.values_list("sha256", flat=True))) == 2


def test_a_pack_that_comes_back_is_kept_again(ship):
    keep_pack(CODE)
    ship()
    keep_pack(CODE)
    ship(TWICE_A_MONTH, ONCE_A_MONTH)

    assert keep_pack(CODE)
    assert KeptPack.objects.values("sha256").distinct().count() == 2


def test_a_past_is_seen_by_the_number_it_had(ship, loaded):
    keep_pack(CODE)
    before = last_moment()
    ship()
    keep_pack(CODE)
    after = last_moment()

    assert times_a_month() == 2
    assert (asked_then(before), asked_then(after)) == (1, 2)
    assert times_a_month() == 2


def test_the_answer_stays_when_the_number_changes_again(ship, loaded):
    keep_pack(CODE)
    before = last_moment()
    ship()
    keep_pack(CODE)
    between = last_moment()
    ship(TWICE_A_MONTH, "{ MEDIUM = 3,")
    keep_pack(CODE)

    assert [asked_then(each) for each in (before, between, last_moment())] == [1, 2, 3]


def test_before_the_first_was_kept_the_first_one_counts(ship, loaded):
    keep_pack(CODE)
    early = last_moment() - timedelta(days=400)
    ship()
    keep_pack(CODE)

    assert asked_then(early) == 1


def test_where_none_was_kept_the_one_that_ships_counts():
    with as_of(clock.wall()), pack_as_kept(CODE, None):
        assert not is_of_then(CODE)


def test_todays_pack_is_not_read_a_second_time(kept_folder):
    keep_pack(CODE)
    with as_of(last_moment()), pack_as_kept(CODE, first_kept(CODE)):
        assert not is_of_then(CODE)

    assert not kept_folder.exists()


def test_a_kept_pack_is_written_once(ship, loaded, kept_folder):
    keep_pack(CODE)
    before, sha256 = last_moment(), first_kept(CODE)
    ship()
    asked_then(before)
    written = (kept_folder / sha256 / CODE / "standards.toml").stat().st_mtime_ns
    asked_then(before)

    assert (kept_folder / sha256 / CODE / "standards.toml").stat().st_mtime_ns == written
    assert [path.name for path in (kept_folder / sha256).iterdir()] == [CODE]


def test_files_that_were_changed_on_disk_are_not_used(ship, kept_folder):
    keep_pack(CODE)
    sha256 = first_kept(CODE)
    file = unpacked(CODE, sha256) / "standards.toml"
    file.write_text(file.read_text("utf-8") + "# changed\n", "utf-8")
    pack_sha256.cache_clear()

    with pytest.raises(RulesNotReadable, match="were changed"):
        unpacked(CODE, sha256)
    pack_sha256.cache_clear()


@pytest.mark.parametrize("sha256", ["", "..", "../../../etc", "A" * 64, "0" * 63])
def test_what_is_no_hash_leads_to_no_folder(sha256, kept_folder):
    with pytest.raises(RulesNotReadable):
        unpacked(CODE, sha256)

    assert not kept_folder.exists()


def test_rules_that_this_version_cannot_read_are_not_replaced_by_others(ship, monkeypatch):
    broken = ship(ONCE_A_MONTH, "{ UNKNOWN_LEVEL = 1,")
    keep_pack(CODE)
    then = last_moment()
    monkeypatch.setattr(folders, "PACKS", PACKS)
    assert broken != PACKS / CODE

    with (
        pytest.raises(RulesNotReadable, match="cannot read them"),
        as_of(then),
        pack_as_kept(CODE, first_kept(CODE)),
    ):
        pytest.fail("read with other rules")

    assert pack_of(CODE).code == CODE


def test_a_pack_of_a_loaded_past_has_the_time_it_is_said_to_have():
    moment = clock.wall() - timedelta(days=900)
    one, same = (kept_pack(CODE, moment) for _time in range(2))

    assert (one.pk, one.kept_at) == (same.pk, moment)
    assert kept_pack(CODE, clock.wall()).pk != one.pk


def test_the_application_cannot_rewrite_kept_rules_without_an_entry():
    keep_pack(CODE)

    with pytest.raises(DatabaseError, match="needs an entry"), transaction.atomic():
        KeptPack.objects.update(sha256="0" * 64)


def test_kept_rules_have_a_history():
    keep_pack(CODE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sha256 FROM history.record_kept_pack")

        assert cursor.fetchall() == [(pack_sha256(PACKS / CODE),)]
