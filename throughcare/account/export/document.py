"""What an export holds, and the words that name its format."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from throughcare.kernel.accounting.computing import OnFile
from throughcare.kernel.obligations.facts import Period

FORMAT = "throughcare/account"
VERSION = 1


@dataclass(frozen=True)
class PackUsed:
    """The pack that the requirements were made with: its code, and the hash of its files."""

    code: str
    sha256: str


@dataclass(frozen=True)
class Exported:
    """The account of one case for a period, as at a day, with everything it rests on."""

    case: UUID
    number: str
    pack: PackUsed
    period: Period
    on: date
    on_file: OnFile
