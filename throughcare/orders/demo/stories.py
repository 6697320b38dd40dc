"""What waits for an answer about the order of a person with a story: a question, and a change."""

from datetime import datetime
from uuid import uuid5

from throughcare.orders.demo.telling import ToldOrder
from throughcare.orders.models import Query, Variation, VariationPart
from throughcare.staff.models import StaffMember

# He lives in Winnipeg now; his order is still one of this province.
MOVED = "moved_province"
ASKED_DAYS_AGO = 12
QUESTION = "Does the Crown agree that the order goes to Manitoba, where he lives since October?"
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
    told: ToldOrder, at: datetime, act: str, rows: list[Query | Variation | VariationPart]
) -> None:
    past = told.past
    entry = past.world.loader.entry(
        act, by=past.holder, recorded_at=at, case=past.case, person=past.person.row
    )
    for row in rows:
        entry.add(row)
