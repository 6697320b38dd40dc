"""The labelled orders that tests read where they lie: none of their words is in this tree."""

import json
import os
from pathlib import Path
from typing import Any

from tests.tree import ROOT

SHARED = Path(os.environ.get("THROUGHCARE_SHARED", ROOT.parent / "shared"))
ORDERS = SHARED / "data" / "orders" / "orders_open.jsonl"


def labelled_orders() -> list[dict[str, Any]]:
    """Return the labelled orders; none where they are not there."""
    if not ORDERS.exists():
        return []
    return [json.loads(line) for line in ORDERS.read_text(encoding="utf-8").splitlines()]


def there_or_not() -> str:
    """Return what a run of tests says at its end: how many orders there are to be read, or none."""
    if found := len(labelled_orders()):
        return f"Labelled orders for the tests that read them: {found}, in {ORDERS}."
    return f"{ORDERS} is not there: the tests that read labelled orders tried none."
