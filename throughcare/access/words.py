"""The words that a page declares itself with."""

from enum import StrEnum


class Permission(StrEnum):
    """Something that a role may do. Roles list these (staff/roles.py)."""

    OWN_ACCOUNT = "own_account"
    FIND_PERSON = "find_person"
    SEE_CASE = "see_case"
    OWN_DAY = "own_day"
    OPEN_CASE = "open_case"
    WRITE_CASE = "write_case"
    ASSIGN_CASE = "assign_case"
    TRANSFER_CASE = "transfer_case"
    RESTRICT_CASE = "restrict_case"
    SEE_OFFICE = "see_office"
    RUN_OFFICE = "run_office"
    SEE_STAFF = "see_staff"
    MANAGE_STAFF = "manage_staff"
    SEE_COUNTS = "see_counts"
    KEEP_DOCUMENT = "keep_document"
    APPROVE_DECISION = "approve_decision"
    CONFIRM_ORDER = "confirm_order"
    OPEN_IN_EMERGENCY = "open_in_emergency"
    REVIEW_LOOKS = "review_looks"
    ASK_ERASURE = "ask_erasure"
    APPROVE_ERASURE = "approve_erasure"


READING = frozenset(
    {
        Permission.OWN_ACCOUNT,
        Permission.FIND_PERSON,
        Permission.SEE_CASE,
        Permission.OWN_DAY,
        Permission.SEE_OFFICE,
        Permission.SEE_STAFF,
        Permission.SEE_COUNTS,
    }
)
"""What changes nothing: all that is left of a role while a past is looked at."""


class Relation(StrEnum):
    """How the viewer must stand to the case that a page shows."""

    NONE = "none"
    OFFICE = "office"
    TEAM = "team"
    MINE = "mine"


class DataClass(StrEnum):
    """The most protected kind of data that a page shows."""

    NONE = "none"
    CASE = "case"
    VICTIM = "victim"
    HEALTH = "health"
    STAFF = "staff"
    SEALED = "sealed"


class Use(StrEnum):
    """What a page lets its viewer do with what it shows."""

    READ = "read"
    SEARCH = "search"
    PRINT = "print"
    EXPORT = "export"
