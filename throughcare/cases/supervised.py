"""One person is supervised on one file: what opening and reopening both check."""

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.models import Case, Kind
from throughcare.cases.queries import visible_cases
from throughcare.people.models import Person
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class SupervisedAlready(Refused): ...


def check_not_supervised(person: Person, by: StaffMember) -> None:
    """Check that no open supervision file of a person is known to the member.

    A file that they may not see is not spoken of: it stays absent to them.

    :raises SupervisedAlready:
    """
    running = Case.objects.open().filter(person=person, kind=Kind.SUPERVISION)
    # Nearly nobody has one: what the member may see is asked only where there is any.
    if not running.exists():
        return
    found = visible_cases(by, clock.today()).filter(pk__in=running.values("pk")).first()
    if found is not None:
        raise SupervisedAlready(
            _(
                "%(name)s has an open supervision file, %(number)s. Add the new order to that "
                "file, or choose another kind."
            )
            % {"name": person.name.full, "number": found.number},
            field="kind",
        )
