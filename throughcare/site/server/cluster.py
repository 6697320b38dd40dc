"""The data folder of the embedded server: made once, checked each time it is started."""

import os
import shutil
import subprocess
from pathlib import Path

from throughcare.site.server.ground import Ground
from throughcare.site.server.home import kept_secret, make_private, write_secretly
from throughcare.site.server.trouble import Trouble

SUPERUSER = "postgres"

# What PostgreSQL says, and what that means to the person at the keyboard.
MEANINGS = (
    (
        "no space left on device",
        "The disk is full: free some space where {data} is, and try again.",
    ),
    ("disk quota exceeded", "Your disk quota is used up: free some space, and try again."),
    ("wrong ownership", "{data} belongs to another user; run Throughcare as that user."),
    ("permission denied", "PostgreSQL may not read or write {data}: look at who owns it."),
    (
        "incompatible with server",
        "{data} was made by another build of PostgreSQL, or is damaged ({line}).",
    ),
    ("lock file", "Another PostgreSQL already uses {data}; stop it first."),
    ("could not create shared memory", "This machine has too little shared memory left."),
    ("could not resize shared memory", "This machine has too little shared memory left."),
    ("checkpoint", "{damaged}"),
    ("could not open file", "{damaged}"),
    ("could not open directory", "{damaged}"),
    ("could not read", "{damaged}"),
    ("could not access directory", "{damaged}"),
    ("invalid", "{damaged}"),
    ("does not exist", "{damaged}"),
)
DAMAGED = (
    "The data folder {data} is damaged ({line}). Put back a copy of it, or move it away to "
    "begin with an empty office."
)


def superuser_password(home: Path) -> str:
    """Return the password of the embedded server's superuser, kept in the home."""
    return kept_secret(home / "superuser-password")


def prepare(ground: Ground, home: Path, *, durable: bool) -> None:
    """Make the data folder if there is none; otherwise check that this server can use it.

    :raises Trouble: another version made it, another user owns it, or it holds something else.
    """
    if not ground.data.exists():
        _make(ground, home, durable=durable)
        return
    _check(ground)
    if not (home / "superuser-password").exists():
        raise Trouble(
            f"{home / 'superuser-password'} is missing, so nobody can enter the database in "
            f"{ground.data}. Put the file back, or move the data folder away."
        )


def _make(ground: Ground, home: Path, *, durable: bool) -> None:
    # Made under another name first: a folder called `data` is always whole.
    draft = ground.folder / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    ground.give(make_private(draft))
    password_file = ground.folder / "initdb-password"
    write_secretly(password_file, superuser_password(home))
    ground.give(password_file)
    try:
        _initdb(ground, draft, password_file, durable=durable)
    finally:
        password_file.unlink()
    draft.rename(ground.data)


def _initdb(ground: Ground, folder: Path, password_file: Path, *, durable: bool) -> None:
    command = ground.command(
        "initdb",
        f"--pgdata={folder}",
        f"--username={SUPERUSER}",
        f"--pwfile={password_file}",
        "--locale=C.UTF-8",
        "--encoding=UTF8",
        "--auth=scram-sha-256",
        *([] if durable else ["--no-sync"]),
    )
    done = subprocess.run(
        command, capture_output=True, text=True, env=server_environ(), cwd=ground.folder
    )
    if done.returncode:
        raise Trouble(meaning(done.stderr, folder))


def _check(ground: Ground) -> None:
    data = ground.data
    try:
        owner = data.stat().st_uid
        made_by = (data / "PG_VERSION").read_text().strip() if os.access(data, os.X_OK) else ""
    except OSError as error:
        raise Trouble(
            f"{data} is not a data folder of PostgreSQL. Move it away, or set THROUGHCARE_HOME."
        ) from error
    if owner != ground.uid:
        raise Trouble(f"{data} belongs to another user; run Throughcare as that user.")
    if made_by != str(ground.binaries.major):
        raise Trouble(
            f"{data} was made by PostgreSQL {made_by}, and the programs here are version "
            f"{ground.binaries.major}. Use the older programs to dump it and load the dump here, "
            "or move the folder away to begin with an empty office."
        )


def server_environ() -> dict[str, str]:
    """Return this process's environment without what would steer PostgreSQL elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def meaning(said: str, data: Path) -> str:
    """Return one sentence for what PostgreSQL said when it gave up."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    failures = [line for line in lines if any(word in line for word in ("FATAL", "PANIC", "error"))]
    for line in [*failures, *lines]:
        for words, sentence in MEANINGS:
            if words in line.lower():
                bare = _bare(line)
                damaged = DAMAGED.format(data=data, line=bare)
                return sentence.format(data=data, line=bare, damaged=damaged)
    last = _bare(lines[-1]) if lines else "it said nothing"
    return f"PostgreSQL did not start in {data}: {last}."


def _bare(line: str) -> str:
    """Return what a line of the server's log says, without its time and its level."""
    for level in ("FATAL:", "PANIC:", "ERROR:", "error:", "LOG:", "HINT:"):
        _, found, rest = line.partition(level)
        if found:
            return rest.strip().removeprefix("but ").rstrip(".")
    return line.rstrip(".")
