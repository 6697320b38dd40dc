"""Rows whose column is among many values, given as one value of the database."""

from collections.abc import Collection
from typing import Any

from django.db.models import BooleanField, F, Lookup


class AnyOf(Lookup):
    """`column = ANY(array)`: hundreds of ids in one parameter, where IN has one for each."""

    lookup_name = "any_of"
    prepare_rhs = False
    output_field = BooleanField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, said = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", (*said, self.rhs)


def any_of(column: str, values: Collection[Any]) -> AnyOf:
    """Return what keeps the rows whose column is among values; their number changes no words."""
    return AnyOf(F(column), list(values))
