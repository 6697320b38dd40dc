"""Invented cases as exports."""

import json
from random import Random
from uuid import UUID

from throughcare.account.export.document import Exported, PackUsed
from throughcare.account.export.writing import as_values
from throughcare.kernel.accounting.tests.planting import Gap, a_case
from throughcare.kernel.obligations.facts import Period

CASE = UUID("01930000-0000-7000-8000-000000000001")
PACK = PackUsed("ca_on", "0" * 64)


def exported(seed: int = 3) -> Exported:
    """Return the account of an invented case with every kind of gap in it."""
    draft = a_case(Random(seed), set(Gap))
    earliest = min(each.in_force.starts_on for each in draft.requirements)
    return Exported(CASE, "C-1", PACK, Period(earliest), draft.on, draft.on_file())


def values(seed: int = 3) -> dict:
    return as_values(exported(seed))


def written(path, said) -> None:
    """Write values, or a text that need not be JSON, as a file."""
    content = said if isinstance(said, str) else json.dumps(said)
    path.write_text(content, encoding="utf-8", errors="surrogatepass")
