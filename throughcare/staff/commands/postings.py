"""Postings: who does what at which office, from when until when."""

from datetime import date

from django.utils.translation import gettext as _

from throughcare.pages.dates import full_day
from throughcare.record.entries import Actor, entry
from throughcare.refusal import Refused
from throughcare.staff.models import Office, Posting, StaffMember
from throughcare.staff.roles import ROLES


class OwnPosting(Refused): ...


class NoSuchRole(Refused): ...


class PostedLaterAlready(Refused): ...


class EndsBeforeItStarts(Refused): ...


class RunsIntoTheNext(Refused): ...


def post_member(
    *,
    member: StaffMember,
    office: Office,
    role: str,
    starts_on: date,
    by: Actor,
    designated_french: bool = False,
    acting: bool = False,
) -> Posting:
    """Give a member a role at an office from a day on; a posting that runs then ends.

    :raises OwnPosting: nobody gives themselves a role.
    :raises NoSuchRole, PostedLaterAlready: the second when a posting begins that day or later.
    """
    _refuse_own(member, by)
    if role not in ROLES:
        raise NoSuchRole(_("Choose one of the roles."), field="role")
    later = member.postings.filter(starts_on__gte=starts_on).order_by("starts_on").first()
    if later:
        raise PostedLaterAlready(
            _("%(name)s has a posting from %(day)s. Choose a later day.")
            % {"name": member.full_name, "day": full_day(later.starts_on)},
            field="starts_on",
        )
    with entry("staff.posted", by=by):
        member.postings.on(starts_on).update(ends_before=starts_on)
        return Posting.objects.create(
            member=member,
            office=office,
            role=role,
            starts_on=starts_on,
            designated_french=designated_french,
            acting=acting,
        )


def end_posting(*, posting: Posting, ends_before: date, by: Actor, reason: str = "") -> Posting:
    """End a posting: from `ends_before` on the member may do nothing here.

    Files still held are then *uncovered*; the office's manager sees them.

    :raises OwnPosting: nobody ends the posting they work by.
    :raises EndsBeforeItStarts, RunsIntoTheNext: the second when another posting begins before.
    """
    _refuse_own(posting.member, by)
    if ends_before <= posting.starts_on:
        raise EndsBeforeItStarts(
            _("This posting began on %(day)s. Choose a later day.")
            % {"day": full_day(posting.starts_on)},
            field="ends_before",
        )
    following = posting.member.postings.filter(starts_on__gt=posting.starts_on)
    next_one = following.order_by("starts_on").first()
    if next_one and next_one.starts_on < ends_before:
        raise RunsIntoTheNext(
            _("Another posting begins on %(day)s. Choose that day or an earlier one.")
            % {"day": full_day(next_one.starts_on)},
            field="ends_before",
        )
    with entry("staff.posting_ended", by=by, reason=reason):
        posting.ends_before = ends_before
        posting.save(update_fields=["ends_before"])
    return posting


def _refuse_own(member: StaffMember, by: Actor) -> None:
    if member.pk == by.id:
        raise OwnPosting(_("This is your own posting. Ask another administrator."))
