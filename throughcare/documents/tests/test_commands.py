"""Keeping, renaming and setting aside."""

import hashlib
import io
import stat

import pytest

from throughcare.documents import commands
from throughcare.documents.models import Document
from throughcare.documents.store import path_of
from throughcare.documents.tests.factories import Someone, keep
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db


def contents(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_paper_is_kept_under_the_hash_of_its_content(documents_folder):
    officer, case = Someone(), Someone()
    kept = keep(b"Order", case=case, by=officer, title="  Probation   order ")

    path = path_of(kept.sha256)
    assert kept.sha256 == hashlib.sha256(b"Order").hexdigest()
    assert path == documents_folder / kept.sha256[:2] / kept.sha256[2:4] / kept.sha256
    assert path.read_bytes() == b"Order"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (kept.title, kept.case_id, kept.kept_by_name) == (
        "Probation order",
        case.id,
        "Adaeze Okafor",
    )
    written = Entry.objects.latest("seq")
    assert (written.act, written.case_id, written.by_id) == ("documents.kept", case.id, officer.id)


def test_the_same_content_is_kept_once(documents_folder):
    first, second = keep(b"Order"), keep(b"Order", title="Copy")

    assert first.sha256 == second.sha256
    assert contents(documents_folder) == [path_of(first.sha256)]


def test_the_same_form_sent_again_changes_nothing():
    form = new_id()
    first = keep(id=form, title="Order")
    entries = Entry.objects.count()

    assert keep(id=form, title="Order") == first
    assert (Document.objects.count(), Entry.objects.count()) == (1, entries)


def test_a_form_that_kept_a_file_keeps_no_other(documents_folder):
    form = new_id()
    keep(b"first", id=form, title="Order")

    with pytest.raises(commands.FormUsedAlready, match="kept a file already: Order"):
        keep(b"second", id=form)
    assert len(contents(documents_folder)) == 1


@pytest.mark.parametrize("title", ["   ", "t" * 151])
def test_a_title_is_asked_for(title):
    with pytest.raises(commands.NeedsTitle) as refused:
        keep(title=title)

    assert refused.value.field == "title"


def test_content_that_stops_arriving_leaves_nothing(documents_folder):
    class Broken(io.BytesIO):
        def read(self, size=-1):
            raise ConnectionError

    with pytest.raises(ConnectionError):
        commands.keep_document(
            id=new_id(),
            content=Broken(),
            file_name="a.txt",
            title="A",
            kind="OTHER",
            by=Someone(),
            case=Someone(),
        )
    assert contents(documents_folder) == []


def test_a_title_can_be_bettered():
    kept = keep(title="Scan 3")

    commands.retitle(document=kept, title="Probation order", by=Someone())

    assert Document.objects.get().title == "Probation order"
    assert Entry.objects.latest("seq").act == "documents.retitled"


def test_a_misfiled_paper_is_set_aside_with_its_reason():
    kept = keep(person=Someone())

    aside = commands.mark_misfiled(document=kept, reason=" Another person's ", by=Someone())

    assert aside.misfiled
    assert (aside.misfiled_by_name, aside.misfiled_reason) == ("Adaeze Okafor", "Another person's")
    assert Entry.objects.latest("seq").person_id == kept.person_id
    assert path_of(kept.sha256).exists()


def test_setting_aside_needs_a_reason():
    with pytest.raises(commands.NeedsReason) as refused:
        commands.mark_misfiled(document=keep(), reason=" ", by=Someone())

    assert refused.value.field == "reason"


def test_what_was_set_aside_is_not_touched_again():
    kept = keep()
    commands.mark_misfiled(document=kept, reason="Wrong file", by=Someone())

    with pytest.raises(commands.Misfiled, match="Adaeze Okafor has set this document aside"):
        commands.retitle(document=kept, title="New", by=Someone())
    with pytest.raises(commands.Misfiled):
        commands.mark_misfiled(document=kept, reason="Again", by=Someone())


@pytest.mark.parametrize(
    ("file_name", "kept_as"),
    [
        ("order.txt", "order.txt"),
        ("scan", "scan.txt"),
        ("C:\\letters\\a<b>.TXT", "a_b_.TXT"),
        ("n" * 150, "n" * 150 + ".txt"),
    ],
)
def test_a_paper_is_kept_under_a_name_that_says_its_kind(file_name, kept_as):
    assert keep(file_name=file_name).file_name == kept_as


def test_a_paper_whose_name_is_nothing_is_named_by_its_id():
    kept = keep(file_name="...")

    assert kept.file_name == f"{kept.id}.txt"


@pytest.mark.parametrize("owners", [("case",), ("person",), ("case", "person")])
def test_a_paper_stands_on_its_owners_and_so_does_its_entry(owners):
    someone = {owner: Someone() for owner in owners}
    kept = keep(**someone)

    expected = tuple(someone[name].id if name in someone else None for name in ("case", "person"))
    assert (kept.case_id, kept.person_id) == expected
    written = Entry.objects.latest("seq")
    assert (written.case_id, written.person_id) == expected


def test_the_same_form_after_the_paper_was_set_aside_brings_nothing_back():
    form = new_id()
    commands.mark_misfiled(document=keep(id=form), reason="Wrong file", by=Someone())

    again = keep(id=form)

    assert again.misfiled_reason == "Wrong file"
    assert Document.objects.count() == 1


def test_a_refused_title_leaves_no_content(documents_folder):
    with pytest.raises(commands.NeedsTitle):
        keep(title=" ")

    assert contents(documents_folder) == []


@pytest.mark.parametrize("title", [" ", "t" * 151])
def test_a_title_is_not_bettered_by_nothing_or_by_too_much(title):
    kept = keep(title="Scan 3")
    entries = Entry.objects.count()

    with pytest.raises(commands.NeedsTitle) as refused:
        commands.retitle(document=kept, title=title, by=Someone())

    assert refused.value.field == "title"
    assert (Document.objects.get().title, Entry.objects.count()) == ("Scan 3", entries)


def test_what_was_set_aside_tells_the_record_why():
    kept = keep()

    commands.mark_misfiled(document=kept, reason=" Another file ", by=Someone())

    written = Entry.objects.latest("seq")
    assert (written.act, written.reason) == ("documents.misfiled", "Another file")
    assert written.case_id == kept.case_id
