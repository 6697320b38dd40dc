"""What a condition says besides its codes: each parameter by the method of its name."""

from __future__ import annotations

from collections.abc import Callable

from throughcare.kernel.reading.exceptions import exceptions_in
from throughcare.kernel.reading.layout import Condition
from throughcare.kernel.reading.matching import named
from throughcare.kernel.reading.measures import distance, hours, report, time_for_hours, window
from throughcare.kernel.reading.parts import part_in
from throughcare.kernel.reading.persons import persons_in
from throughcare.kernel.reading.said import Said, Setting
from throughcare.kernel.reading.unread import has_unread, sums_in
from throughcare.kernel.reading.wording import Wording


def parameters_of(
    wording: Wording, setting: Setting, condition: Condition, text: str, plain: str
) -> Said:
    """Return what the words of a condition say, and what in them is in doubt."""
    span = condition.span
    said = Said(wording, setting, condition.codes, span.of(text), span.of(plain))
    said.start = span.start
    said.first = 0 if condition.continues else _head_end(condition, plain) - span.start
    for name in wording.asked_of(said.codes):
        METHODS[name](said)
    if condition.continues:
        said.set("continues", "exceptions")
    if condition.is_embedded:
        said.set("embedded_in", "list")
    said.doubt("VALUE_UNREAD" if not said.doubts and has_unread(said) else "")
    return said


def _head_end(condition: Condition, plain: str) -> int:
    """Return where the sentences that a condition begins with end; a list may stand under them."""
    first, *rest = condition.pieces
    end = first.span.end
    for piece in rest:
        if piece.is_item or piece.block != first.block or plain[end - 1] not in ".!?":
            break
        end = piece.span.end
    return end


def _part(said: Said) -> None:
    """Find the part of the order that the condition is for: its own words go before a heading."""
    setting = said.setting
    part = part_in(said.wording, setting.counting, said.main, setting.part) or setting.announced
    if part is None:
        return
    said.set("phase", part.as_value())
    said.setting.part = part


def _persons(said: Said) -> None:
    """Find the persons named."""
    found = persons_in(said.wording, said.text, said.plain)
    if not found and said.wording.turn("same_persons").search(said.plain):
        found = said.setting.persons
    said.set("persons", found)
    said.setting.persons = found or said.setting.persons


def _exceptions(said: Said) -> None:
    """Find the exceptions with what is asked for each."""
    found, are_certain = exceptions_in(said.wording, said.setting.counting, said.rest)
    said.set("exceptions", found)
    said.doubt("" if are_certain else "EXCEPTION_UNCLEAR")


def _amount(said: Said) -> None:
    """Find an amount of money: the largest, in doubt where another stands beside it."""
    found = {said.setting.counting.value(each) for each in sums_in(said)}
    if found:
        said.set("amount", max(found))
        said.set("currency", "CAD")
        said.doubt("AMOUNTS_DIFFER" if len(found) > 1 else "")


def _months(said: Said) -> None:
    """Find the months of a sentence that is only a term."""
    found = said.setting.counting.lengths(said.plain)
    beside = [
        length
        for length, span in found
        if said.wording.has("served_conditionally", said.plain[span.end : span.end + 20])
    ]
    said.set("months", next((each.whole_months for each in beside if each.whole_months), None))


METHODS: dict[str, Callable[[Said], None]] = {
    "report_within": report,
    "hours": hours,
    "by": time_for_hours,
    "distance_m": distance,
    "window": window,
    "phase": _part,
    "persons": _persons,
    "exceptions": _exceptions,
    "amount": _amount,
    "months": _months,
}


def _listed(name: str) -> Callable[[Said], None]:
    """Return the method that finds which words of a pack's list are said."""

    def find(said: Said) -> None:
        said.set(name, named(said.wording.lists.get(name, ()), said.plain))

    return find


def _single(name: str) -> Callable[[Said], None]:
    """Return the method that finds the first word of a pack's list."""

    def find(said: Said) -> None:
        found = named(said.wording.lists.get(name, ()), said.plain)
        said.set(name, found[0] if found else None)

    return find


METHODS |= {name: _listed(name) for name in ("places", "topics", "substances")}
METHODS |= {
    name: _single(name)
    for name in (
        "to",
        "mode",
        "channels",
        "definition",
        "activity",
        "class",
        "technology",
        "zone",
        "directed_by",
        "permission",
    )
}
