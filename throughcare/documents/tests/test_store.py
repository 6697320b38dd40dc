"""Contents lie under their hash, once, for their owner alone."""

import hashlib
import io
import os
import stat

import pytest

from throughcare import clock
from throughcare.documents.store import arriving, contents_amiss, keep, path_of, sweep
from throughcare.documents.tasks import sweep_arrivals

SHA = hashlib.sha256(b"Order").hexdigest()


def files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def store(content=b"Order"):
    with arriving(io.BytesIO(content), most=100) as arrival:
        keep(arrival)
    return arrival


def test_a_content_lies_two_folders_deep_under_its_hash(documents_folder):
    arrival = store()

    assert (arrival.sha256, arrival.size) == (SHA, 5)
    assert path_of(SHA) == documents_folder / SHA[:2] / SHA[2:4] / SHA
    assert path_of(SHA).read_bytes() == b"Order"


def test_nobody_else_reads_a_content(documents_folder):
    store()

    modes = {stat.S_IMODE(path.stat().st_mode) for path in documents_folder.rglob("*")}
    assert modes == {0o600, 0o700}
    assert stat.S_IMODE(path_of(SHA).stat().st_mode) == 0o600


def test_the_same_content_is_kept_once(documents_folder):
    store()
    store()

    assert files(documents_folder) == [SHA]


def test_what_was_not_kept_is_gone_after_the_block(documents_folder):
    with arriving(io.BytesIO(b"Order"), most=100):
        assert len(files(documents_folder)) == 1

    assert files(documents_folder) == []


def test_a_failure_in_the_block_leaves_nothing(documents_folder):
    with pytest.raises(ZeroDivisionError), arriving(io.BytesIO(b"Order"), most=100):
        raise ZeroDivisionError

    assert files(documents_folder) == []


@pytest.mark.parametrize(("size", "taken"), [(0, 0), (99, 99), (100, 100), (5_000, 101)])
def test_no_more_is_taken_than_shows_it_is_too_much(size, taken):
    with arriving(io.BytesIO(bytes(size)), most=100) as arrival:
        assert (arrival.size, arrival.path.stat().st_size) == (taken, taken)


def test_a_content_larger_than_a_piece_arrives_whole():
    content = bytes(range(256)) * 1_000
    with arriving(io.BytesIO(content), most=len(content)) as arrival:
        keep(arrival)

    assert path_of(hashlib.sha256(content).hexdigest()).read_bytes() == content


def leave_behind(folder, name, hours):
    """An arrival that a crash left some hours ago."""
    path = folder / "arriving" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"half")
    then = clock.wall().timestamp() - hours * 3600
    os.utime(path, (then, then))


def test_what_a_crash_left_behind_is_swept_after_a_day(documents_folder):
    store()
    leave_behind(documents_folder, "old", hours=25)
    leave_behind(documents_folder, "arriving_now", hours=1)

    assert sweep() == 1
    assert files(documents_folder) == sorted([SHA, "arriving_now"])


def test_an_empty_house_has_nothing_to_sweep():
    assert sweep() == 0


def test_the_sweep_is_done_by_itself():
    assert sweep_arrivals.name == "throughcare.documents.tasks.sweep_arrivals"


def test_a_content_that_is_whole_is_not_amiss(documents_folder):
    store()

    assert list(contents_amiss([SHA])) == []


def test_a_content_with_one_bit_flipped_and_one_that_is_gone_are_named(documents_folder):
    store()
    whole = path_of(SHA).read_bytes()
    path_of(SHA).chmod(0o600)
    path_of(SHA).write_bytes(bytes([whole[0] ^ 1]) + whole[1:])

    gone = "0" * 64
    assert list(contents_amiss([SHA, gone])) == [(SHA, "changed"), (gone, "gone")]
