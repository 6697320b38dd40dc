"""A set of people given by their ids, as one value of the database."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Lookup, Q, UUIDField


class AnyOf(Lookup):
    """`column = ANY(array)`: hundreds of ids in one parameter, where IN has one for each."""

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, values = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", (*values, list(self.rhs))


UUIDField.register_lookup(AnyOf)


def among(ids: Collection[UUID], person: str = "person__pk") -> Q:
    """Return the condition that a person is one of these; `person` leads to their id."""
    return Q((f"{person}__any_of", list(ids)))
