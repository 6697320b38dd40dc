"""Each way PostgreSQL gives up is one sentence that says what to do."""

from pathlib import Path

import pytest

from throughcare.site.server.meanings import meaning

DATA = Path("/srv/office/data")
CASES = {
    "disk": ("No space left on device", "The disk is full: free some space where {} is"),
    "quota": ("Disk quota exceeded", "Your disk quota is used up: free some space"),
    "owner": ("data directory has wrong ownership", "{} belongs to another user; run"),
    "rights": ("Permission denied", "PostgreSQL may not read or write {}: look at who"),
    "lock": ('lock file "postmaster.pid" already exists', "Another PostgreSQL already uses {};"),
    "memory": ("could not resize shared memory", "This machine has too little shared memory left."),
    "damage": ("could not read file", "The data folder {} is damaged (could not read file)."),
    "unknown": ("the moon is full", "PostgreSQL did not start in {}: the moon is full."),
}


@pytest.mark.parametrize("level", ["FATAL", "PANIC"])
@pytest.mark.parametrize(("said", "begins"), CASES.values(), ids=CASES)
def test_a_failure_is_one_sentence(said: str, begins: str, level: str) -> None:
    assert meaning(f"12:00 UTC {level}:  {said}\n", DATA).startswith(begins.format(DATA))


def test_silence_is_said() -> None:
    assert meaning(" \n", DATA) == f"PostgreSQL did not start in {DATA}: it said nothing."
