"""A file: its kind, who holds it, cover, level, periods away, transfer, restriction, conflict."""

from throughcare.cases.models.assignment import Assignment
from throughcare.cases.models.away import Away, AwayKind
from throughcare.cases.models.case import Case, Kind
from throughcare.cases.models.conflict import Conflict
from throughcare.cases.models.cover import Cover
from throughcare.cases.models.emergency import EmergencyAccess
from throughcare.cases.models.level import Level, LevelPeriod
from throughcare.cases.models.look_reason import LookReason
from throughcare.cases.models.look_review import LookReview
from throughcare.cases.models.periods import MomentRange
from throughcare.cases.models.restriction import RestrictedMember, Restriction
from throughcare.cases.models.transfer import Outcome, Transfer

__all__ = [
    "Assignment",
    "Away",
    "AwayKind",
    "Case",
    "Conflict",
    "Cover",
    "EmergencyAccess",
    "Kind",
    "Level",
    "LevelPeriod",
    "LookReason",
    "LookReview",
    "MomentRange",
    "Outcome",
    "RestrictedMember",
    "Restriction",
    "Transfer",
]
