"""The accounts of the demo office, whose password and secrets everybody knows."""

import base64
import hashlib
from typing import NamedTuple

PASSWORD = "moose-river-crossing"  # noqa: S105 - printed on purpose, refused outside demo mode


class DemoAccount(NamedTuple):
    """Someone of the demo office."""

    username: str
    given_name: str
    surname: str
    role: str
    language: str = "en"
    speaks: tuple[str, ...] = ("en",)
    designated_french: bool = False
    acting: bool = False
    regional: bool = False
    """Works at the regional office, which holds no files."""


ACCOUNTS = (
    DemoAccount("okafor", "Adaeze", "Okafor", "OFFICER"),
    DemoAccount("roy", "Julie", "Roy", "OFFICER", "fr", ("fr", "en"), True),
    DemoAccount("nair", "Priya", "Nair", "OFFICER", "en", ("en", "ml")),
    DemoAccount("beaucage", "Daniel", "Beaucage", "OFFICER", "en", ("en", "oj")),
    DemoAccount("tremblay", "Louise", "Tremblay", "MANAGER", "fr", ("fr", "en"), True),
    DemoAccount("koski", "Eino", "Koski", "MANAGER", "en", ("en", "fi"), False, True),
    DemoAccount("gervais", "Chantal", "Gervais", "CLERK", "fr", ("fr", "en"), True),
    DemoAccount("whitfield", "Owen", "Whitfield", "COURT_LIAISON"),
    DemoAccount("pelletier", "Marc", "Pelletier", "INSTITUTION_LIAISON", "fr", ("fr", "en")),
    DemoAccount("singh", "Harleen", "Singh", "FACILITATOR", "en", ("en", "pa")),
    DemoAccount("mancini", "Rosa", "Mancini", "TRAINEE", "en", ("en", "it")),
    DemoAccount(
        "laframboise", "Denis", "Laframboise", "ADMINISTRATOR", "fr", ("fr", "en"), regional=True
    ),
    DemoAccount("hughes", "Bronwen", "Hughes", "REVIEWER", "en", ("en", "cy")),
    DemoAccount("zhang", "Min", "Zhang", "ANALYST", "en", ("en", "zh"), regional=True),
)


# The manager of the office that the demo's officers transfer files to.
NEIGHBOUR = DemoAccount("beaudry", "Colette", "Beaudry", "MANAGER", "fr", ("fr", "en"))
SIGN_INS = (*ACCOUNTS, NEIGHBOUR)


def secret_of(username: str) -> str:
    """Return the fixed TOTP secret of a demo account."""
    return base64.b32encode(hashlib.sha1(f"throughcare demo {username}".encode()).digest()).decode()  # noqa: S324


SECRETS = frozenset(secret_of(account.username) for account in SIGN_INS)
