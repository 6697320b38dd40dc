"""What else a day holds: orders that end, new and covered files, and what waits on others."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from throughcare import clock
from throughcare.access import Permission
from throughcare.account.law import authority_of, label_of
from throughcare.account.remembering import remembered
from throughcare.cases.models import Assignment, Cover, Outcome, Transfer
from throughcare.contacts.models import Contact
from throughcare.contacts.queries import to_confirm
from throughcare.decisions.models import SetAside
from throughcare.orders.models import Order, Query
from throughcare.orders.queries import OrderTerm, whole_orders_of
from throughcare.pages import dates
from throughcare.record.among import any_of
from throughcare.record.composed import composed_once
from throughcare.staff.models import StaffMember
from throughcare.today.queries.lines import Group, Thing, Who

People = Mapping[UUID, Who]
Waits = Iterator[tuple[UUID, str, str, datetime]]
ONE_DAY = timedelta(days=1)
SOON = timedelta(days=14)
NEW_FOR = timedelta(days=7)


def ending_orders(people: People, on: date) -> Iterator[Thing]:
    """Yield the orders whose last day is near. One query, none where nothing was written since."""
    for case, ending in _ending_of(list(people), on).items():
        for each in ending:
            yield _ending(each, people[case], on)


@dataclass(frozen=True, slots=True)
class _Ending:
    """What a line needs of an order that ends soon."""

    order: UUID
    instrument: str
    last_day: date
    authorities: tuple[str, ...]


@remembered
def _ending_of(cases: Collection[UUID], on: date) -> dict[UUID, list[_Ending]]:
    orders = whole_orders_of(cases, on).items()
    return {case: [*_ending_among(terms, on)] for case, terms in orders}


def _ending_among(terms: Iterable[OrderTerm], on: date) -> Iterator[_Ending]:
    for each in terms:
        ends_before = each.term.ends_before
        if each.binds(on) and ends_before and ends_before - ONE_DAY <= on + SOON:
            authorities = dict.fromkeys(reason.authority for reason in each.term.reasons)
            last_day, order = ends_before - ONE_DAY, each.order
            yield _Ending(order.pk, order.instrument, last_day, tuple(authorities))


def _ending(each: _Ending, who: Who, on: date) -> Thing:
    last_day = each.last_day
    days = (last_day - on).days
    return Thing(
        key=f"order {each.order}",
        group=Group.DATES,
        who=who,
        what=_("%(order)s ends") % {"order": label_of(each.instrument).capitalize()},
        due_before=last_day + ONE_DAY,
        when=dates.week_day(last_day),
        note=ngettext("in %(days)s day", "in %(days)s days", days) % {"days": dates.number(days)}
        if days
        else _("today"),
        closed_by=_("Closed by: closing the file, or an order that goes on"),
        short=_("Last day of the order"),
        why=tuple(dict.fromkeys(map(authority_of, each.authorities))),
        action=pgettext("verb of a line", "Open"),
        url=reverse("account:account", args=[who.number]),
        mark="ahead" if days else "now",
        rank=0,
    )


def new_files(member: StaffMember, people: People, on: date) -> Iterator[Thing]:
    """Yield the files that the member holds or covers since a few days. Two queries."""
    cases, since = list(people), on - NEW_FOR
    for case, starts_at in _held_since(member.pk, cases, since):
        yield _new(people[case], clock.day_of(starts_at), pgettext("of a file", "Yours since"))
    for case, starts_on in _covered_since(member.pk, cases, on, since):
        yield _new(people[case], starts_on, pgettext("of a file", "Covered since"))


@composed_once
def _held_since(
    member: UUID, cases: Collection[UUID], since: date
) -> QuerySet[Assignment, tuple[UUID, datetime]]:
    held = Assignment.objects.filter(any_of("case", cases), holder=member, ends_at=None)
    return held.filter(starts_at__date__gte=since).values_list("case", "starts_at")


@composed_once
def _covered_since(
    member: UUID, cases: Collection[UUID], on: date, since: date
) -> QuerySet[Cover, tuple[UUID, date]]:
    covers = Cover.objects.on(on).filter(any_of("case", cases), covering=member)
    return covers.filter(starts_on__gte=since).values_list("case", "starts_on")


def orders_to_confirm(people: People, on: date) -> Iterator[Thing]:
    """Yield the orders that a clerk took in and an officer has still to confirm. One query."""
    for order in _provisional_orders(list(people)):
        who, received = people[order.case_id], order.received_on
        yield Thing(
            key=f"confirm {order.pk}",
            group=Group.NEW,
            who=who,
            what=_("Confirm the conditions: %(order)s") % {"order": label_of(order.instrument)},
            due_before=received,
            when=dates.week_day(received),
            note=_("order received"),
            closed_by=_("Closed by: your confirmation, condition by condition"),
            short=_("Nothing is asked of the person before"),
            action=pgettext("verb of a line", "Confirm"),
            url=reverse("orders:order", args=[who.number, order.pk]),
            mark="to-confirm",
            rank=0,
        )


@composed_once
def _provisional_orders(cases: Collection[UUID]) -> QuerySet[Order]:
    waiting = Order.objects.filter(any_of("case", cases), provisional=True, contradicts=None)
    return waiting.order_by("received_on")


def contacts_to_confirm(member: StaffMember, people: People) -> Iterator[Thing]:
    """Yield the contacts that somebody else wrote down and this member has still to confirm.

    One query; none for whoever does not confirm.
    """
    if member.may(Permission.CONFIRM_ORDER):
        for contact in to_confirm(list(people)):
            yield _to_confirm(contact, people[contact.case_id])


def _to_confirm(contact: Contact, who: Who) -> Thing:
    said = {"day": dates.week_day(contact.day), "way": contact.get_way_display()}
    return Thing(
        key=f"confirm contact {contact.pk}",
        group=Group.NEW,
        who=who,
        what=_("Confirm the contact of %(day)s: %(way)s") % said,
        due_before=contact.day,
        when=dates.week_day(clock.day_of(contact.recorded_at)),
        note=_("written by %(name)s") % {"name": contact.recorded_by.short_name},
        closed_by=_("Closed by: your confirmation, or a correction"),
        short=_("Provisional until an officer confirms it"),
        action=pgettext("verb of a line", "Confirm"),
        url=reverse("contacts:confirm", args=[who.number, contact.pk]),
        mark="to-confirm",
        rank=1,
    )


def _new(who: Who, since: date, words: str) -> Thing:
    return Thing(
        key=f"new {who.number}",
        group=Group.NEW,
        who=who,
        what=_("Read the file"),
        due_before=None,
        when=dates.week_day(since),
        note=words,
        closed_by=_("Leaves this list after a week"),
        action=pgettext("verb of a line", "Read"),
        url=reverse("cases:file", args=[who.number]),
        mark="to-confirm",
        rank=1,
    )


def waiting_on_others(people: People, on: date) -> Iterator[Thing]:
    """Yield what others must answer: queries, approvals, transfers. Three queries."""
    cases = list(people)
    for case, what, on_whom, asked_at in (*_asked(cases), *_to_approve(cases), *_moving(cases)):
        yield _waits(people[case], what, on_whom, clock.day_of(asked_at), on)


def _asked(cases: list[UUID]) -> Waits:
    for query in _queries_asked(cases):
        yield query.order.case_id, query.words, str(query.get_to_display()), query.asked_at


def _to_approve(cases: list[UUID]) -> Waits:
    for aside in _asides_waiting(cases):
        what = _("Set aside: %(what)s") % {"what": aside.what}
        yield aside.case_id, what, _("the manager"), aside.decided_at


def _moving(cases: list[UUID]) -> Waits:
    for each in _transfers_waiting(cases):
        name = each.to_office.name_fr if dates.language() == "fr" else each.to_office.name
        yield each.case_id, _("Transfer of the file"), name, each.proposed_at


@composed_once
def _queries_asked(cases: Collection[UUID]) -> QuerySet[Query]:
    queries = Query.objects.filter(any_of("order__case", cases), answered_at=None)
    return queries.select_related("order")


@composed_once
def _asides_waiting(cases: Collection[UUID]) -> QuerySet[SetAside]:
    return SetAside.objects.waiting().filter(any_of("case", cases))


@composed_once
def _transfers_waiting(cases: Collection[UUID]) -> QuerySet[Transfer]:
    moving = Transfer.objects.filter(any_of("case", cases), outcome=Outcome.WAITING)
    return moving.select_related("to_office")


def _waits(who: Who, what: str, on_whom: str, asked: date, on: date) -> Thing:
    days = (on - asked).days
    return Thing(
        key=f"waits {who.number} {what}",
        group=Group.WAITING,
        who=who,
        what=what,
        due_before=asked,
        when=on_whom,
        note=ngettext("%(days)s day", "%(days)s days", days) % {"days": dates.number(days)},
        short=_("Asked %(day)s") % {"day": dates.week_day(asked)},
        action=pgettext("verb of a line", "Open"),
        url=reverse("cases:file", args=[who.number]),
        mark="with-court",
        rank=1,
    )
