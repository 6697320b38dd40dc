"""Fields for what a court stated: hours, windows, time limits, names, amounts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.orders.law import said_of
from throughcare.packs.condition_rules import Kind
from throughcare.pages.fields import DateField, TimeField

Fields = dict[str, forms.Field]
NARROW = {"class": "tc-wide-5", "inputmode": "decimal"}
UNITS = [
    ("", ""),
    ("hour", _("hours")),
    ("day", _("days")),
    ("working_day", _("working days")),
    ("week", _("weeks")),
    ("month", _("months")),
    ("year", _("years")),
    ("today", _("the same day")),
    ("immediately", _("immediately")),
]
AT_ONCE = ("today", "immediately")
MOST, DECIMALS = 1_000_000_000, 3
"""The largest amount that an order states, in dollars, metres or hours."""
MOST_UNITS = 9_999
NUMBER_FAULTS = ("invalid", "min_value", "max_value", "max_decimal_places")
LONGEST_LIST, LONGEST_LINE = 4000, 400


@dataclass(frozen=True)
class Editor:
    """How one kind of value is shown as fields, and read back from them."""

    fields: Callable[[str, str, Any], Fields]
    read: Callable[[Mapping[str, Any], str, Any], Any]


def editor_of(kind: Kind) -> Editor | None:
    """Return the editor of a kind of value; None for what can only be kept as it is."""
    return EDITORS.get(kind)


def _number_fields(name: str, label: str, value: Any) -> Fields:
    plain = value if isinstance(value, int | float | str) else None
    return {
        name: forms.DecimalField(
            label=label,
            required=False,
            min_value=0,
            max_value=MOST,
            decimal_places=DECIMALS,
            initial=plain,
            widget=forms.TextInput(attrs=NARROW),
            error_messages=dict.fromkeys(NUMBER_FAULTS, _("Write a number, such as 60 or 7.5.")),
        )
    }


def _read_number(said: Mapping[str, Any], name: str, before: Any) -> Any:
    value: Decimal | None = said.get(name)
    if value is None:
        return before if isinstance(before, dict | list) else None
    return int(value) if value == value.to_integral_value() else float(value)


def _window_fields(name: str, label: str, value: Any) -> Fields:
    window = value if isinstance(value, dict) else {}
    return {
        f"{name}_start": TimeField(
            label=_("%(label)s, from") % {"label": label},
            required=False,
            initial=_time(window.get("start")),
        ),
        f"{name}_end": TimeField(
            label=_("%(label)s, to") % {"label": label},
            required=False,
            initial=_time(window.get("end")),
        ),
    }


def _read_window(said: Mapping[str, Any], name: str, before: Any) -> Any:
    start, end = said.get(f"{name}_start"), said.get(f"{name}_end")
    kept = dict(before) if isinstance(before, dict) else {}
    if start is None and end is None:
        return None if "start" in kept else before
    return kept | {"start": _written(start), "end": _written(end)}


def _time(text: Any) -> time | None:
    try:
        return time.fromisoformat(str(text))
    except ValueError:
        return None


def _written(moment: time | None) -> str | None:
    return moment.strftime("%H:%M") if moment else None


def _limit_fields(name: str, label: str, value: Any) -> Fields:
    limit = value if isinstance(value, dict) else {}
    day = date.fromisoformat(limit["date"]) if "date" in limit else None
    return {
        f"{name}_n": forms.IntegerField(
            label=label,
            required=False,
            min_value=0,
            max_value=MOST_UNITS,
            initial=limit.get("n"),
            widget=forms.TextInput(attrs=NARROW),
            error_messages=dict.fromkeys(NUMBER_FAULTS, _("Write a whole number, such as 9.")),
        ),
        f"{name}_unit": forms.ChoiceField(
            label=_("%(label)s, counted in") % {"label": label},
            required=False,
            choices=_units(limit.get("unit")),
            initial=limit.get("unit"),
        ),
        f"{name}_day": DateField(
            label=_("%(label)s, or a day") % {"label": label}, required=False, initial=day
        ),
    }


def _units(known: Any) -> list[tuple[str, Any]]:
    """Return the units to choose from; one that the court used in other words stays as it is."""
    offered = {code for code, _words in UNITS}
    return UNITS if known is None or known in offered else [*UNITS, (known, _unit(known))]


def _unit(known: str) -> Any:
    return _("working days") if known == "business_day" else known.replace("_", " ")


def _read_limit(said: Mapping[str, Any], name: str, before: Any) -> Any:
    count, unit, day = (said.get(f"{name}_{part}") for part in ("n", "unit", "day"))
    kept = dict(before) if isinstance(before, dict) else {}
    if day is not None:
        on = {"date": day.isoformat()}
        return kept if on.items() <= kept.items() else on
    if unit in AT_ONCE:
        return {"n": 0, "unit": unit} | _from(kept)
    if count is None or not unit:
        return before if kept.keys() & {"at"} else None
    return {"n": count, "unit": unit} | _from(kept)


def _from(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {"from": kept["from"]} if "from" in kept else {}


def _list_fields(name: str, label: str, value: Any) -> Fields:
    listed = value if isinstance(value, list) else ([value] if value else [])
    if not all(isinstance(each, str) for each in listed):
        return {}
    return {
        name: forms.CharField(
            label=_("%(label)s, one a line") % {"label": label},
            required=False,
            max_length=LONGEST_LIST,
            initial="\n".join(map(said_of, listed)),
            widget=forms.Textarea(attrs={"rows": max(2, len(listed))}),
        )
    }


def _read_list(said: Mapping[str, Any], name: str, before: Any) -> Any:
    if name not in said:
        return before
    lines = [line.strip() for line in str(said[name]).splitlines() if line.strip()]
    stood = before if isinstance(before, list) else [before]
    codes = {said_of(each): each for each in stood if isinstance(each, str)}
    return [codes.get(line, line) for line in lines] or None


def _text_fields(name: str, label: str, value: Any) -> Fields:
    if isinstance(value, dict | list):
        return {}
    words = said_of(value) if isinstance(value, str) else value
    return {
        name: forms.CharField(label=label, required=False, initial=words, max_length=LONGEST_LINE)
    }


def _read_text(said: Mapping[str, Any], name: str, before: Any) -> Any:
    """Return what was typed; words that stand for a code are that code, as it was."""
    if name not in said:
        return before
    typed = said[name].strip()
    is_as_it_was = isinstance(before, str) and typed == said_of(before)
    return before if is_as_it_was else (typed or None)


def _flag_fields(name: str, label: str, value: Any) -> Fields:
    return {name: forms.BooleanField(label=label, required=False, initial=bool(value))}


def _read_flag(said: Mapping[str, Any], name: str, before: Any) -> Any:
    return (before or True) if said.get(name) else None


NUMBERS = Editor(_number_fields, _read_number)
LIMITS = Editor(_limit_fields, _read_limit)
LISTS = Editor(_list_fields, _read_list)
EDITORS = {
    Kind.HOURS: NUMBERS,
    Kind.NUMBER: NUMBERS,
    Kind.LENGTH: NUMBERS,
    Kind.DISTANCE: NUMBERS,
    Kind.MONEY: NUMBERS,
    Kind.WINDOW: Editor(_window_fields, _read_window),
    Kind.REPORT_WITHIN: LIMITS,
    Kind.DAY: LIMITS,
    Kind.DEADLINE: LIMITS,
    Kind.PERSONS: LISTS,
    Kind.PLACES: LISTS,
    Kind.TEXT: Editor(_text_fields, _read_text),
    Kind.FLAG: Editor(_flag_fields, _read_flag),
}
