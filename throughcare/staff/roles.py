"""The roles of an office, a class each: what it is, in plain words, and what it may do."""

from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from throughcare.access.words import Permission as P  # noqa: N817 - read as a column of rights

EVERYONE = frozenset({P.OWN_ACCOUNT})
CASEWORK = EVERYONE | {P.FIND_PERSON, P.SEE_CASE, P.WRITE_CASE, P.KEEP_DOCUMENT, P.SEE_OFFICE}


class Role:
    """What a person does in the office. Subclasses are the roles; nothing else grants a right."""

    code: ClassVar[str]
    name: ClassVar[str | Promise]
    description: ClassVar[str | Promise]
    permissions: ClassVar[frozenset[P]]
    holds_cases: ClassVar[bool] = False
    sees_whole_office: ClassVar[bool] = False


class Officer(Role):
    """Supervises people."""

    code = "OFFICER"
    name = _("Probation and parole officer")
    description = _("Supervises people, writes reports, works with victims of own cases.")
    permissions = CASEWORK | {
        P.OWN_DAY,
        P.OPEN_CASE,
        P.TRANSFER_CASE,
        P.CONFIRM_ORDER,
        P.OPEN_IN_EMERGENCY,
    }
    holds_cases = True
    sees_whole_office = True


class Manager(Role):
    """Answers for an office."""

    code = "MANAGER"
    name = _("Area manager")
    description = _("Assigns and reviews work, covers for absence, holds uncovered files.")
    permissions = CASEWORK | {
        P.OWN_DAY,
        P.OPEN_CASE,
        P.CONFIRM_ORDER,
        P.ASSIGN_CASE,
        P.TRANSFER_CASE,
        P.RESTRICT_CASE,
        P.RUN_OFFICE,
        P.APPROVE_DECISION,
        P.SEE_STAFF,
        P.SEE_COUNTS,
        P.OPEN_IN_EMERGENCY,
        P.REVIEW_LOOKS,
        P.ASK_ERASURE,
        P.APPROVE_ERASURE,
    }
    holds_cases = True
    sees_whole_office = True


class Clerk(Role):
    """Opens files and books."""

    code = "CLERK"
    name = _("Clerk")
    description = _("Opens files, keys orders, books appointments; entries are provisional.")
    permissions = CASEWORK | {P.OPEN_CASE}
    sees_whole_office = True


class CourtLiaison(Role):
    """Stands between office and court."""

    code = "COURT_LIAISON"
    name = _("Court liaison")
    description = _("Attends court, brings results back, answers the court’s questions.")
    permissions = CASEWORK | {P.OPEN_CASE}
    sees_whole_office = True


class InstitutionLiaison(Role):
    """Stands between office and jail."""

    code = "INSTITUTION_LIAISON"
    name = _("Institution liaison")
    description = _("Plans releases from custody and prepares pre-parole investigations.")
    permissions = CASEWORK | {P.OPEN_CASE}
    sees_whole_office = True


class Facilitator(Role):
    """Runs groups."""

    code = "FACILITATOR"
    name = _("Program facilitator")
    description = _("Runs groups and records attendance of the people enrolled.")
    permissions = EVERYONE | {P.FIND_PERSON, P.SEE_CASE}
    sees_whole_office = True


class Reviewer(Role):
    """Reviews files."""

    code = "REVIEWER"
    name = _("Reviewer")
    description = _("Reads files for case management review; changes nothing in them.")
    permissions = EVERYONE | {
        P.FIND_PERSON,
        P.SEE_CASE,
        P.SEE_OFFICE,
        P.SEE_COUNTS,
        P.REVIEW_LOOKS,
    }
    sees_whole_office = True


class Analyst(Role):
    """Counts."""

    code = "ANALYST"
    name = _("Analyst")
    description = _("Works with counts; sees no person and no file.")
    permissions = EVERYONE | {P.SEE_COUNTS}


class Trainee(Role):
    """Learns the work."""

    code = "TRAINEE"
    name = _("Trainee")
    description = _("Works on the files given to them; an officer signs with them.")
    permissions = (CASEWORK | {P.OWN_DAY}) - {P.SEE_OFFICE}


class Administrator(Role):
    """Keeps accounts."""

    code = "ADMINISTRATOR"
    name = _("Administrator")
    description = _("Keeps accounts, offices and roles; sees no file.")
    # Reviews only managers whom nobody of their own office can review.
    permissions = EVERYONE | {P.SEE_STAFF, P.MANAGE_STAFF, P.REVIEW_LOOKS, P.APPROVE_ERASURE}


ROLES: dict[str, type[Role]] = {
    role.code: role
    for role in (
        Officer,
        Manager,
        Clerk,
        CourtLiaison,
        InstitutionLiaison,
        Facilitator,
        Reviewer,
        Analyst,
        Trainee,
        Administrator,
    )
}


IN_WORDS: dict[P, str | Promise] = {
    P.OWN_ACCOUNT: _("Sees and keeps their own account"),
    P.FIND_PERSON: _("Finds a person by name or number"),
    P.SEE_CASE: _("Reads files"),
    P.OWN_DAY: _("Has a day of their own: who comes, what is late, what waits"),
    P.OPEN_CASE: _("Opens a file"),
    P.WRITE_CASE: _("Writes in files"),
    P.ASSIGN_CASE: _("Assigns files to officers"),
    P.TRANSFER_CASE: _("Asks for and answers transfers"),
    P.RESTRICT_CASE: _("Restricts a file to named staff"),
    P.KEEP_DOCUMENT: _("Keeps papers in files"),
    P.APPROVE_DECISION: _("Approves or refuses what an officer decided"),
    P.CONFIRM_ORDER: _("Confirms what a court ordered"),
    P.OPEN_IN_EMERGENCY: _("Opens a closed file in an emergency, for a time and with a reason"),
    P.REVIEW_LOOKS: _("Reviews who looked at files, and why"),
    P.ASK_ERASURE: _("Asks for erasure by law; places and lifts holds"),
    P.APPROVE_ERASURE: _("Approves erasure by law that another asked for"),
    P.SEE_OFFICE: _("Sees who works in the office today"),
    P.RUN_OFFICE: _("Names the duty officer, records absences and working days"),
    P.SEE_STAFF: _("Sees the list of staff"),
    P.MANAGE_STAFF: _("Opens and closes accounts, gives roles"),
    P.SEE_COUNTS: _("Sees counts without names"),
}
"""What each permission allows, as the page of roles says it."""


def role_choices() -> list[tuple[str, Any]]:
    """Return code and name of every role, for forms."""
    return [(role.code, role.name) for role in ROLES.values()]
