"""What a clerk sees while keying a paper: each condition as it was read, with its two fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.orders import library
from throughcare.orders.flags import flags_of_reading
from throughcare.orders.forms.taking_in import TakeInForm
from throughcare.orders.making import ConditionMade
from throughcare.orders.sheets import made_on_form
from throughcare.pages.dates import language


@dataclass(frozen=True)
class KeyedRow:
    """One condition of a paper as a line, with its fields."""

    made: ConditionMade
    title: str
    plain: str
    kind: str
    word: str
    doubts: tuple[str, ...]
    mark: Any
    doubt: Any


def rows_for(form: TakeInForm) -> list[KeyedRow]:
    """Return the conditions of a paper as lines, in the court's order."""
    made_on = form.read.made_on or clock.today()
    return [_row(each.made, each.mark, each.doubt, made_on) for each in form.rows]


def flags_for(form: TakeInForm) -> Sequence[str]:
    """Return what a clerk must look at: what the reader saw, then what the paper leaves out."""
    read = [each.fr if language() == "fr" else each.en for each in form.read.flags]
    said = flags_of_reading(made_on_form(form), form.read.conditions)
    return list(dict.fromkeys([*read, *said]))


def _row(made: ConditionMade, mark: Any, doubt: Any, made_on: Any) -> KeyedRow:
    names = [library.name_of(code.code, made_on) for code in made.codes]
    unsure = any(code.unsure for code in made.codes)
    plain = [
        library.in_plain_words(code.code, code.parameters, made_on, language())
        for code in made.codes
    ]
    return KeyedRow(
        made=made,
        title=", ".join(dict.fromkeys(names)) or _("Not read: say what it means"),
        plain=" ".join(plain) or made.words,
        kind="with-court" if unsure or made.doubt else "to-confirm",
        word=_("Unsure: to decide") if unsure or made.doubt else _("To confirm"),
        doubts=(made.doubt,) if made.doubt else (),
        mark=mark,
        doubt=doubt,
    )
