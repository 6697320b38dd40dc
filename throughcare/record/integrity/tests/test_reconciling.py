"""An older copy is read and not written, until somebody answers for what is lost with it."""

from contextlib import contextmanager

import psycopg
import pytest

from throughcare.record.entries import System
from throughcare.record.integrity.checkpoints import (
    KeyIsNotTheOneThatSigned,
    NotTheRecordThatWasSigned,
    places,
    rotate,
    sign,
)
from throughcare.record.integrity.folders import NOTE
from throughcare.record.integrity.reconciling import (
    NeedsReason,
    NothingToReconcile,
    RecordWasChanged,
    answer_for_clock,
    is_stopped,
    reconcile,
    stop_if_older,
)
from throughcare.record.integrity.tests.past import (
    an_entry,
    chained,
    copy_of,
    database_in,
    lived,
    more,
)
from throughcare.record.integrity.verifying import verify
from throughcare.record.integrity.witness import Witness

WHY = "The disk broke."


@pytest.fixture
def paths(tmp_path):
    return tmp_path / "keys" / "record.pem", [tmp_path / "here", tmp_path / "there"]


@contextmanager
def cursor_in(address: str):
    with psycopg.connect(address) as connection:
        yield connection.cursor()


def signed_in(address: str, paths):
    with cursor_in(address) as cursor:
        return sign(cursor, places(*paths))


def reconciled(address: str, paths, why: str = WHY):
    with cursor_in(address) as cursor:
        return reconcile(cursor, places(*paths), by=System(), why=why)


def stopped(address: str, paths) -> bool:
    with cursor_in(address) as cursor:
        return stop_if_older(cursor, places(*paths))


def witnessed(address: str, paths) -> Witness:
    witness = Witness(places(*paths).folders)
    with cursor_in(address) as cursor:
        assert verify(cursor, witness.note).findings == []
    return witness


@pytest.fixture
def older(own_database, server_for_tests, paths):
    """A copy of a record of ten entries, of which twelve were signed after it was made."""
    lived(own_database.app)
    chained(own_database.app)
    signed_in(own_database.app, paths)
    name = database_in(own_database.app)
    with copy_of(server_for_tests, f"{name}_older", name) as address:
        more(own_database.app, "NEW")
        more(own_database.app, "NEWER")
        signed_in(own_database.app, paths)
        yield address


def test_an_older_copy_is_not_written(older, paths):
    assert stopped(older, paths)
    with (
        pytest.raises(psycopg.Error, match="until the record is reconciled") as refused,
        psycopg.connect(older, autocommit=True) as connection,
        an_entry(connection),
    ):
        pass
    assert refused.value.sqlstate == "TC006"


def test_it_stays_so_where_no_checkpoint_is_left_to_compare(older, paths, tmp_path):
    stopped(older, paths)

    assert stopped(older, (tmp_path / "other.pem", [tmp_path / "empty"]))


def test_a_record_that_goes_on_is_not_stopped(own_database, older, paths):
    assert not stopped(own_database.owner, paths)


def test_once_reconciled_it_is_written_and_signed_and_nothing_differs(older, paths):
    stopped(older, paths)

    found = reconciled(older, paths)
    more(older, "AFTER")

    assert (found.kept, found.signed) == (10, 12)
    assert signed_in(older, paths).size == 12
    witness = witnessed(older, paths)
    assert (witness.findings(), witness.reconciled()) == ([], [found])
    assert not stopped(older, paths)


def test_an_entry_says_who_answers_and_why(older, paths):
    reconciled(older, paths)

    with cursor_in(older) as cursor:
        cursor.execute("SELECT act, by_name, reason FROM record_entry ORDER BY number DESC LIMIT 1")
        assert cursor.fetchone() == ("record.reconciled", "Throughcare", f"{WHY} (11–12)")


def test_the_checkpoints_of_before_stay_where_they_are(older, paths):
    reconciled(older, paths)

    names = {"first-key.txt", "000000000010.checkpoint", "000000000012.checkpoint"}
    for folder in places(*paths).folders:
        assert folder.base.names() == names
        assert folder.names() == {"first-key.txt", NOTE}


def test_the_keys_are_carried_over(older, paths):
    rotate(places(*paths))
    reconciled(older, paths)

    assert places(*paths).folders[0].names() == {"first-key.txt", NOTE, "rotation-0001.note"}
    assert len(places(*paths).folders[0].read().keys) == 2


def test_a_folder_that_was_away_learns_of_it(older, paths):
    key, folders = paths
    reconciled(older, (key, folders[:1]))
    chained(older)

    signed_in(older, paths)

    assert [each.names() for each in places(*paths).folders] == [
        {"first-key.txt", NOTE, "000000000011.checkpoint"}
    ] * 2
    assert witnessed(older, paths).findings() == []


FORGED = "throughcare record reconciled\n1\nAA==\n12\n\n— x AA==\n"


@pytest.mark.parametrize("note", ["", "x", FORGED])
def test_a_note_that_the_key_did_not_sign_excuses_nothing(older, paths, note):
    reconciled(older, paths)
    for folder in places(*paths).folders:
        (folder.path / NOTE).write_text(note)

    kinds = {each.kind.value for each in witnessed(older, paths).findings()}
    assert kinds == {"RECORD_SHORTER", "CHECKPOINT_FORGED"}


def test_without_the_key_nothing_is_reconciled(older, paths):
    paths[0].unlink()

    with pytest.raises(KeyIsNotTheOneThatSigned, match="is gone"):
        reconciled(older, paths)


def test_a_record_that_was_changed_is_no_older_copy(older, paths):
    with psycopg.connect(older) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE record_link SET hash = sha256(hash) WHERE number = 9")

    with pytest.raises(RecordWasChanged, match="differs from what was signed"):
        reconciled(older, paths)


def test_another_office_is_no_older_copy(own_database, server_for_tests, template_database, paths):
    lived(own_database.app)
    chained(own_database.app)
    signed_in(own_database.app, paths)
    name = f"{database_in(own_database.app)}_other"
    with copy_of(server_for_tests, name, template_database) as address:
        lived(address, "OTHER")
        chained(address)
        assert stopped(address, paths)
        with pytest.raises(RecordWasChanged):
            reconciled(address, paths)


def test_where_nothing_is_wrong_nothing_is_reconciled(own_database, older, paths):
    with pytest.raises(NothingToReconcile):
        reconciled(own_database.owner, paths)


@pytest.mark.parametrize("why", ["", "  "])
def test_reconciling_needs_a_reason(older, paths, why):
    with pytest.raises(NeedsReason):
        reconciled(older, paths, why=why)


def test_an_older_copy_is_not_signed(older, paths):
    with pytest.raises(NotTheRecordThatWasSigned):
        signed_in(older, paths)


def verified_entries(address: str) -> int:
    with cursor_in(address) as cursor:
        return verify(cursor).entries


AHEAD = "UPDATE record_entry SET recorded_at = clock_timestamp() + interval '{}' WHERE number = 10"


def with_a_clock(address: str, ahead: str) -> None:
    """The last entry stands so far ahead of the clock as it is now."""
    with psycopg.connect(address) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(AHEAD.format(ahead))


def test_a_clock_that_stepped_a_little_stops_nobody(older):
    with_a_clock(older, "1 minute")
    more(older, "ON")

    assert verified_entries(older) == 11


def test_a_clock_set_back_stops_writing_until_it_is_answered_for(older):
    with_a_clock(older, "1 day")
    with pytest.raises(psycopg.Error, match="clock stands before") as refused:
        more(older, "ON")
    assert refused.value.sqlstate == "TC007"

    with cursor_in(older) as cursor:
        answer_for_clock(cursor, by=System(), why="It ran ahead.")
    more(older, "ON")

    with cursor_in(older) as cursor:
        cursor.execute("SELECT count(DISTINCT recorded_at) FROM record_entry WHERE number >= 10")
        assert cursor.fetchone() == (1,)
        assert not is_stopped(cursor)


def test_a_clock_that_is_right_needs_no_excuse(older):
    with cursor_in(older) as cursor, pytest.raises(NothingToReconcile):
        answer_for_clock(cursor, by=System(), why="It ran ahead.")


def test_an_excuse_of_the_clock_needs_a_reason(older):
    with cursor_in(older) as cursor, pytest.raises(NeedsReason):
        answer_for_clock(cursor, by=System(), why=" ")
