"""Ids written out by the database: thousands of them cost the program more than their rows."""

from django.db.models import TextField
from django.db.models.functions import Cast


def as_texts(*columns: str) -> dict[str, Cast]:
    """Return columns of ids as texts, each under the name of its column with `_text` after it."""
    return {f"{column}_text": Cast(column, TextField()) for column in columns}
