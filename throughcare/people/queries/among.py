"""A set of people given by their ids, as one value of the database."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, UUIDField

from throughcare.record.among import AnyOf

UUIDField.register_lookup(AnyOf)


def among(ids: Collection[UUID], person: str = "person__pk") -> Q:
    """Return the condition that a person is one of these; `person` leads to their id."""
    return Q((f"{person}__any_of", list(ids)))
