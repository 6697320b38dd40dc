"""The order of a person with a story: a question and a change that wait, what was done to it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid5

from django.db.models import Model

from throughcare.orders.demo.telling import ToldOrder
from throughcare.orders.models import OrderEvent, Query, Variation, VariationPart
from throughcare.staff.models import StaffMember

# He lives in Winnipeg now; his order is still one of this province.
MOVED = "moved_province"
ASKED_DAYS_AGO = 12
QUESTION = "Does the Crown agree that the order goes to Manitoba, where he lives since October?"
CHANGED_DAYS_AGO, MISTAKEN_DAYS_AGO, TAKEN_BACK_DAYS_AGO = 48, 20, 19
CHANGED = "Order of the court: he may leave the province to work."
MISTAKEN = "Order of the court: six months more"
WHY_TAKEN_BACK = "That order is about somebody else with a similar name."
WISH = "To report by telephone until the order is transferred: he works shifts in Winnipeg."
WOULD_BE = "Report by telephone once each month, as your probation officer directs."


def tell_what_waits(told: ToldOrder) -> None:
    """Ask the Crown a question about his order, and the court for a change of it.

    Ids follow from the order's, so that nothing else of the world is drawn otherwise.
    """
    at = told.past.world.moment(told.past.day(ASKED_DAYS_AGO), 10, 20)
    change = _change(told, at)
    part = VariationPart(
        id=uuid5(change.id, "part"), variation=change, before=None, words=WOULD_BE, codes=[]
    )
    _add(told, at, "orders.query_asked", [_question(told, told.past.holder, at)])
    _add(told, at, "orders.variation_asked", [change, part])


def tell_what_was_done(told: ToldOrder) -> None:
    """Tell one act of the court that stands, and one that was recorded by mistake and taken back.

    Neither moves a day of his order.
    """
    changed = _event(told, "VARIED", CHANGED_DAYS_AGO, words=CHANGED)
    mistaken = _event(told, "EXTENDED", MISTAKEN_DAYS_AGO, words=MISTAKEN)
    mistaken.facts = {"by": {"months": 6}}
    back = _event(told, "TAKEN_BACK", TAKEN_BACK_DAYS_AGO, words=WHY_TAKEN_BACK)
    back.replaces, back.happened_on = mistaken, mistaken.happened_on
    for each, days_ago in ((changed, CHANGED_DAYS_AGO), (mistaken, MISTAKEN_DAYS_AGO)):
        _add(told, _moment(told, days_ago), "orders.event_recorded", [each])
    at = _moment(told, TAKEN_BACK_DAYS_AGO)
    _add(told, at, "orders.event_corrected", [back], reason=WHY_TAKEN_BACK)


def _event(told: ToldOrder, kind: str, days_ago: int, *, words: str) -> OrderEvent:
    return OrderEvent(
        id=uuid5(told.order.id, kind),
        order=told.order,
        kind=kind,
        happened_on=told.past.day(days_ago),
        words=words,
    )


def _moment(told: ToldOrder, days_ago: int) -> datetime:
    return told.past.world.moment(told.past.day(days_ago), 15, 40)


def _question(told: ToldOrder, officer: StaffMember, at: datetime) -> Query:
    return Query(
        id=uuid5(told.order.id, "question"),
        order=told.order,
        to="CROWN",
        words=QUESTION,
        asked_by=officer,
        asked_at=at,
    )


def _change(told: ToldOrder, at: datetime) -> Variation:
    return Variation(
        id=uuid5(told.order.id, "change"),
        order=told.order,
        asked_by="PERSON",
        asked_on=at.date(),
        words=WISH,
    )


def _add(
    told: ToldOrder, at: datetime, act: str, rows: Sequence[Model], *, reason: str = ""
) -> None:
    past = told.past
    entry = past.world.loader.entry(
        act,
        by=past.holder,
        recorded_at=at,
        case=past.case,
        person=past.person.row,
        reason=reason,
    )
    for row in rows:
        entry.add(row)
