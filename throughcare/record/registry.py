"""Which tables have a history, and why the others have none."""

from collections.abc import Callable
from typing import TypeVar

from django.db.models import Model

M = TypeVar("M", bound=type[Model])

_recorded: dict[str, type[Model]] = {}
_not_recorded: dict[str, str] = {}
_guarded: dict[str, str] = {}


def recorded(model: M) -> M:
    """Give a model's table a history: it can then be written only inside an entry."""
    _recorded[model._meta.label] = model
    return model


def not_recorded(why: str) -> Callable[[M], M]:
    """Declare that a model's table has no history, and why that is right."""

    def declare(model: M) -> M:
        _not_recorded[model._meta.label] = why
        return model

    return declare


def guarded_rows(condition: str) -> Callable[[M], M]:
    """Let the application see and write rows of a table, and of its history, on a condition only.

    :param condition: SQL over the row, which the database's row security asks of each.
    """

    def declare(model: M) -> M:
        _guarded[model._meta.db_table] = condition
        return model

    return declare


def guards() -> dict[str, str]:
    """Return the condition of each table whose rows are guarded."""
    return dict(_guarded)


def recorded_models() -> list[type[Model]]:
    """Return the models whose tables have a history, by table name."""
    return sorted(_recorded.values(), key=lambda model: model._meta.db_table)


def columns_of(model: type[Model]) -> list[str]:
    """Return the columns of a model's table, in the model's order."""
    return [str(each.column) for each in model._meta.concrete_fields]


def reason_without_history(model: type[Model]) -> str | None:
    """Return why a model has no history, or None when it was not declared."""
    return _not_recorded.get(model._meta.label)
