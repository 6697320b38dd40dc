"""A file closed to all but named members."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands.opening import WordsMissing
from throughcare.cases.models import Case, RestrictedMember, Restriction
from throughcare.cases.queries.holders import (
    conflicted_ids,
    standing_assignment,
    standing_restriction,
)
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class RestrictedAlready(Refused): ...


class NotRestricted(Refused): ...


class CannotBeNamed(Refused): ...


def restrict_case(
    *, id: UUID, case: Case, members: Iterable[StaffMember], reason: str, by: StaffMember
) -> Restriction:
    """Close a file to all but the members named, its holder, and who restricts it.

    Sending the same id again returns the restriction it made.

    :raises SentBefore, RestrictedAlready, CannotBeNamed, WordsMissing, CaseIsClosed:
    """
    if not reason.strip():
        raise WordsMissing(_("Say why the file is restricted."), field="reason")
    with transaction.atomic():
        file = handover.lock_open(case)
        if made := handover.already(Restriction, id, case_id=file.pk, reason=reason.strip()):
            return made
        if standing_restriction(file):
            raise RestrictedAlready(_("This file is restricted already. Nothing was changed."))
        standing = standing_assignment(file)
        holder = [standing.holder] if standing else []
        named = {member.pk: member for member in [*members, *holder, by]}
        _check_nameable(file, named.values())
        with entry("cases.restricted", by=by, case=file, person=file.person, reason=reason):
            restriction = Restriction.objects.create(id=id, case=file, reason=reason.strip())
            RestrictedMember.objects.bulk_create(
                RestrictedMember(restriction=restriction, member=member)
                for member in named.values()
            )
    return restriction


def name_on_restriction(*, case: Case, member: StaffMember, reason: str, by: StaffMember) -> None:
    """Let one more member see a restricted file. Naming them again changes nothing.

    :raises NotRestricted, CannotBeNamed, CaseIsClosed:
    """
    with transaction.atomic():
        file = handover.lock_open(case)
        restriction = _standing(file)
        if restriction.named.filter(member=member).exists():
            return
        _check_nameable(file, [member])
        with entry(
            "cases.named_on_restriction", by=by, case=file, person=file.person, reason=reason
        ):
            RestrictedMember.objects.create(restriction=restriction, member=member)


def lift_restriction(*, case: Case, reason: str, by: StaffMember) -> Restriction:
    """Open a restricted file to the office again.

    :raises NotRestricted, WordsMissing:
    """
    if not reason.strip():
        raise WordsMissing(_("Say why the restriction is lifted."), field="reason")
    with transaction.atomic():
        file = handover.lock(case)
        restriction = _standing(file)
        with entry("cases.restriction_lifted", by=by, case=file, person=file.person, reason=reason):
            restriction.lifted_at = clock.now()
            restriction.save(update_fields=["lifted_at"])
    return restriction


def _standing(file: Case) -> Restriction:
    restriction = standing_restriction(file)
    if restriction is None:
        raise NotRestricted(_("This file is not restricted. Nothing was changed."))
    return restriction


def _check_nameable(file: Case, members: Iterable[StaffMember]) -> None:
    barred = conflicted_ids(file)
    for member in members:
        if member.pk in barred:
            raise CannotBeNamed(
                _("%(name)s cannot be named on this file. Leave them out.")
                % {"name": member.full_name},
                field="members",
            )
