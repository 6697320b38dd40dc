"""Papers and acts for tests."""

import io
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from throughcare.documents import commands
from throughcare.documents.models import Document, Kind
from throughcare.record.ids import new_id


@dataclass
class Someone:
    """A staff member, a case or a person, by what an entry asks of them."""

    id: UUID = field(default_factory=new_id)
    full_name: str = "Adaeze Okafor"
    role: str = "OFFICER"


def keep(content: bytes = b"Order of 3 March", **said: Any) -> Document:
    """Keep a paper on a case, with what a test does not name filled in."""
    if not said.keys() & {"case", "person"}:
        said["case"] = Someone()
    usual = {
        "id": new_id(),
        "file_name": "order.txt",
        "title": "Order",
        "kind": Kind.COURT_PAPER,
        "by": Someone(),
    }
    return commands.keep_document(content=io.BytesIO(content), **(usual | said))
