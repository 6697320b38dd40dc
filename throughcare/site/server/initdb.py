"""Making the data folder of the embedded server."""

import os
import shutil
import subprocess
from pathlib import Path

from throughcare.site.server.ground import Ground
from throughcare.site.server.home import kept_secret, make_private, write_secretly
from throughcare.site.server.meanings import meaning
from throughcare.site.server.trouble import Trouble

SUPERUSER = "postgres"


def superuser_password(home: Path) -> str:
    """Return the password of the embedded server's superuser, kept in the home."""
    return kept_secret(home / "superuser-password")


def make_data_folder(ground: Ground, home: Path, *, durable: bool) -> None:
    # Made under another name first: a folder called `data` is always whole.
    draft = ground.folder / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    ground.give(make_private(draft))
    password_file = ground.folder / "initdb-password"
    write_secretly(password_file, superuser_password(home))
    ground.give(password_file)
    try:
        run_initdb(ground, draft, password_file, durable=durable)
    finally:
        password_file.unlink()
    draft.rename(ground.data)


def run_initdb(ground: Ground, folder: Path, password_file: Path, *, durable: bool) -> None:
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


def server_environ() -> dict[str, str]:
    """Return this process's environment without what would steer PostgreSQL elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
