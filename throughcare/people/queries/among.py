"""A set of people given by their ids, as one value of the database."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Lookup, QuerySet, UUIDField

from throughcare.people.models import Person


class AnyOf(Lookup):
    """`column = ANY(array)`: hundreds of ids in one parameter, where IN has one for each."""

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, values = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", (*values, list(self.rhs))


UUIDField.register_lookup(AnyOf)


def people_among(ids: Collection[UUID]) -> QuerySet[Person]:
    """Return the people of these ids."""
    return Person.objects.filter(pk__any_of=list(ids))
