"""Who is protected by an order, as the order names them."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.cases import handover
from throughcare.orders.models import Order, ProtectedPerson
from throughcare.people.commands.keeping import refusing
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class NobodyNamed(Refused): ...


class NamedAlready(Refused): ...


def name_protected(*, id: UUID, order: Order, named_as: str, by: StaffMember) -> ProtectedPerson:
    """Add someone whom an order protects, in the order's own words; return that.

    :raises SentBefore, CaseIsClosed, NobodyNamed, NamedAlready:
    """
    if not named_as.strip():
        raise NobodyNamed(_("Write the name or initials as the order has them."), field="named_as")
    with transaction.atomic():
        file = handover.lock_open(order.case)
        if named := handover.already(ProtectedPerson, id, order_id=order.pk):
            return named
        said = NamedAlready(_("The order names this person already."), field="named_as")
        with (
            refusing({"order_names_a_protected_person_once": said}),
            entry("orders.protected_named", by=by, case=file, person=file.person),
        ):
            return ProtectedPerson.objects.create(id=id, order=order, named_as=named_as.strip())
