"""Who is protected by an order, as the order names them."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.cases import handover
from throughcare.orders.models import Order, ProtectedPerson
from throughcare.people.commands.fitting import kept
from throughcare.people.commands.keeping import sent_with_other_answers
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class NobodyNamed(Refused): ...


class NamedAlready(Refused): ...


def name_protected(
    *, id: UUID, order: Order, names: Sequence[str], by: StaffMember
) -> list[ProtectedPerson]:
    """Add those whom an order protects, in the order's own words; return them. All or none.

    The same id with the same names again returns what it made.

    :raises SentBefore, CaseIsClosed, NobodyNamed, NamedAlready, TooLong:
    """
    named = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not named:
        raise NobodyNamed(_("Write the name or initials as the order has them."), field="names")
    wanted = {uuid5(id, str(place)): name for place, name in enumerate(named)}
    with transaction.atomic():
        file = handover.lock_open(order.case)
        if sent := _sent_before(order, wanted):
            return sent
        _check_new(list(order.protected.filter(named_as__in=named)))
        with entry("orders.protected_named", by=by, case=file, person=file.person):
            return [
                kept(ProtectedPerson, id=own, order=order, named_as=name)
                for own, name in wanted.items()
            ]


def _sent_before(order: Order, wanted: Mapping[UUID, str]) -> list[ProtectedPerson]:
    """Return what an earlier sending of the same form made; nothing where it is the first."""
    made = ProtectedPerson.objects.in_bulk(list(wanted))
    said = {own: each.named_as for own, each in made.items() if each.order_id == order.pk}
    if made and said != wanted:
        raise sent_with_other_answers()
    return [made[own] for own in wanted if made]


def _check_new(standing: Sequence[ProtectedPerson]) -> None:
    if standing:
        names = ", ".join(each.named_as for each in standing)
        raise NamedAlready(
            _("The order names %(names)s already. Take the line out.") % {"names": names},
            field="names",
        )
