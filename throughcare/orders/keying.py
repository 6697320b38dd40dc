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
    held = (
        []
        if form.read.is_ours
        else [_("This order is not ours to supervise. Hold it and say whom to call.")]
    )
    return list(dict.fromkeys([*held, *read, *said]))


def _row(made: ConditionMade, mark: Any, doubt: Any, made_on: Any) -> KeyedRow:
    unsure = bool(made.doubt) or any(code.unsure for code in made.codes)
    return KeyedRow(
        made=made,
        title=_title(made, made_on),
        plain=_plain(made, made_on) or made.words,
        kind="with-court" if unsure else "to-confirm",
        word=_("Unsure: to decide") if unsure else _("To confirm"),
        doubts=_doubts(made),
        mark=mark,
        doubt=doubt,
    )


def _title(made: ConditionMade, made_on: Any) -> str:
    names = [library.name_of(code.code, made_on) for code in made.codes]
    return ", ".join(dict.fromkeys(names)) or _("Not read: say what it means")


def _plain(made: ConditionMade, made_on: Any) -> str:
    said = [
        library.in_plain_words(code.code, code.parameters, made_on, language())
        for code in made.codes
    ]
    return " ".join(said)


def _doubts(made: ConditionMade) -> tuple[str, ...]:
    said = [words for code in made.codes for words in code.why.get(language(), [])]
    return tuple(dict.fromkeys([*([made.doubt] if made.doubt else []), *said]))
