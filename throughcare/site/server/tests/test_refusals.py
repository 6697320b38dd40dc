"""Each way a server turns Throughcare away becomes one sentence, which holds no password."""

from collections.abc import Mapping
from typing import NoReturn

import psycopg
import pytest

from throughcare.site.server import connecting
from throughcare.site.server.trouble import Trouble

PARTS = {"host": "db", "port": "6", "user": "ann", "password": "hidden", "dbname": "office"}
SILENT = "Nothing answers at db:6: is PostgreSQL running there?"
UNKNOWN = "There is no server called db:6."
UNREACHABLE = "db:6 cannot be reached from this machine."
SAID = {
    "password": (
        'FATAL:  password authentication failed for user "ann"',
        "db:6 refuses the password of ann.",
    ),
    "no-password": (
        "fe_sendauth: no password supplied",
        "db:6 asks for a password, and the address has none.",
    ),
    "hba": (
        'FATAL:  no pg_hba.conf entry for host "10.0.0.1", no SSL',
        "db:6 does not let ann in from this machine (pg_hba.conf).",
    ),
    "full": (
        "FATAL:  sorry, too many clients already",
        "db:6 has no connection left; try again or raise max_connections.",
    ),
    "translate": ("could not translate host name", UNKNOWN),
    "name": ("Name or service not known", UNKNOWN),
    "resolution": ("Temporary failure in name resolution", UNKNOWN),
    "refused": ("connection failed: Connection refused", SILENT),
    "socket": ("No such file or directory", SILENT),
    "timeout": ("connection timeout expired", "db:6 does not answer."),
    "route": ("No route to host", UNREACHABLE),
    "network": ("Network is unreachable", UNREACHABLE),
    "starting": (
        "FATAL:  the database system is starting up",
        "db:6 is still starting; try again in a moment.",
    ),
    "stopping": ("FATAL:  the database system is shutting down", "db:6 is shutting down."),
    "ssl": (
        "server does not support SSL, but SSL was required",
        "db:6 and the address do not agree about SSL; see sslmode in the address.",
    ),
    "other": ("FATAL:  the moon is full", "db:6 cannot be used: the moon is full"),
    "no-level": ("the moon is full", "db:6 cannot be used: the moon is full"),
}


def refusing(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every connection fail with these words."""

    def refuse(parts: Mapping[str, str]) -> NoReturn:
        raise psycopg.OperationalError(said)

    monkeypatch.setattr(connecting, "connect", refuse)


@pytest.mark.parametrize("opening", [connecting.connected, connecting.entered])
@pytest.mark.parametrize(("said", "sentence"), SAID.values(), ids=SAID)
def test_a_refusal_is_one_sentence(opening, said, sentence, monkeypatch) -> None:
    refusing(said, monkeypatch)
    with pytest.raises(Trouble) as refused, opening(PARTS):
        pass
    assert str(refused.value) == sentence


def test_a_user_that_is_not_named_is_this_user(monkeypatch) -> None:
    refusing("password authentication failed", monkeypatch)
    with pytest.raises(Trouble) as refused, connecting.connected({}):
        pass
    assert str(refused.value) == "this machine refuses the password of this user."


@pytest.mark.parametrize("version", [150_000, 150_004, 180_001])
def test_a_new_enough_server_is_accepted(version: int) -> None:
    assert connecting.demand_new_enough(version, PARTS) is None


@pytest.mark.parametrize(("version", "major"), [(149_999, 14), (140_010, 14), (90_624, 9)])
def test_an_old_server_is_refused(version: int, major: int) -> None:
    with pytest.raises(Trouble) as refused:
        connecting.demand_new_enough(version, PARTS)
    said = f"db:6 runs PostgreSQL {major}; Throughcare needs 15 or later."
    assert str(refused.value) == said
