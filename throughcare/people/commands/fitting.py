"""What a table can hold: an answer that is too long or too large is refused with a sentence."""

from typing import Any, TypeVar

from django.db import connection
from django.db.models import CharField, Field, IntegerField, Model
from django.utils.translation import gettext as _

from throughcare.refusal import Refused

M = TypeVar("M", bound=Model)


class TooLong(Refused): ...


class TooLarge(Refused): ...


def fitting(row: M) -> M:
    """Return a row whose answers its table can hold.

    :raises TooLong, TooLarge: which name the answer that does not fit.
    """
    for field in row._meta.concrete_fields:
        _check(field, getattr(row, field.attname))
    return row


def kept(model: type[M], **said: Any) -> M:
    """Return a new row that holds these answers.

    :raises TooLong, TooLarge:
    """
    row = fitting(model(**said))
    row.save(force_insert=True)
    return row


def _check(field: "Field[Any, Any]", value: Any) -> None:
    if isinstance(field, CharField) and isinstance(value, str) and field.max_length:
        _check_length(field.name, value, field.max_length)
    elif isinstance(field, IntegerField) and isinstance(value, int):
        _check_size(field, value)


def _check_length(name: str, value: str, most: int) -> None:
    if len(value) > most:
        raise TooLong(
            _("Shorten this to %(most)d characters; it has %(length)d.")
            % {"length": len(value), "most": most},
            field=name,
        )


def _check_size(field: "Field[Any, Any]", value: int) -> None:
    least, most = connection.ops.integer_field_range(field.get_internal_type())
    if (least is not None and value < least) or (most is not None and value > most):
        raise TooLarge(_("This number is out of range. Look at it again."), field=field.name)
