"""The data folder of the embedded server: made once, checked each time it is started."""

import os
from pathlib import Path

from throughcare.site.server.ground import Ground
from throughcare.site.server.initdb import make_data_folder
from throughcare.site.server.trouble import Trouble


def prepare(ground: Ground, home: Path, *, durable: bool) -> None:
    """Make the data folder if there is none; otherwise check that this server can use it.

    :raises Trouble: another version made it, another user owns it, or it holds something else.
    """
    if not ground.data.exists():
        make_data_folder(ground, home, durable=durable)
        return
    _check(ground)
    if not (home / "superuser-password").exists():
        raise Trouble(
            f"{home / 'superuser-password'} is missing, so nobody can enter the database in "
            f"{ground.data}. Put the file back, or move the data folder away."
        )


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
