"""What a column of this app holds, in words."""

from datetime import date
from typing import Any

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from throughcare.pages.dates import full_day
from throughcare.people.facts import Facts, values_of
from throughcare.people.words import FIELD_WORDS


def label_of(field: "Field[Any, Any]") -> str:
    """Return what pages call a column."""
    return str(FIELD_WORDS.get(field.name, field.verbose_name))


def value_words(field: "Field[Any, Any]", value: Any) -> str:
    """Return a value of a column in words; an empty one is said to be nothing."""
    if value in (None, ""):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return full_day(value)
    return str(dict(field.flatchoices).get(value, value))


def facts_in_words(model: type[Model], facts: Facts, unlike: Facts) -> list[tuple[str, str]]:
    """Return label and value of each fact that is unlike the same fact of the other."""
    other = values_of(unlike)
    said = []
    for name, value in values_of(facts).items():
        if value != other[name]:
            field: Field[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]
            said.append((label_of(field), value_words(field, value)))
    return said
