"""What an officer tells of a contact, in plain values."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from throughcare.contacts.models import Contact, Purpose, Said, Source
from throughcare.orders.models import Direction

KEPT_IN_COLUMNS = (
    *("way", "outcome", "purpose", "happened_at", "minutes", "line", "same_address", "same_job"),
    *("custody_checked", "joint", "others_present", "homework", "review_on"),
)


@dataclass(frozen=True)
class Told:
    """A contact as it is told: how, whether anyone was reached, when, and what was said."""

    way: str
    outcome: str
    happened_at: datetime
    purpose: str = Purpose.SUPERVISION
    line: str = ""
    minutes: int | None = None
    same_address: bool | None = None
    same_job: bool | None = None
    custody_checked: bool = False
    joint: bool = False
    others_present: str = ""
    homework: str = ""
    review_on: date | None = None
    answers: Direction | None = None
    talked: dict[UUID, str] = field(default_factory=dict)
    """What was said of each condition talked of, by the condition's id."""
    statements: dict[str, str] = field(default_factory=dict)
    """The words of each source."""

    @property
    def tidy(self) -> "Told":
        """The same without the space round words, and without statements that say nothing."""
        said = {source: words.strip() for source, words in self.statements.items()}
        return replace(
            self,
            line=self.line.strip(),
            homework=self.homework.strip(),
            others_present=self.others_present.strip(),
            statements={source: words for source, words in said.items() if words},
        )

    @property
    def columns(self) -> dict[str, Any]:
        """What stands in the contact's own row."""
        return {name: getattr(self, name) for name in KEPT_IN_COLUMNS}


@dataclass(frozen=True)
class NextAppointment:
    """When the person reports next: a direction, and how it is given."""

    due_on: date
    due_time: time | None = None
    how_given: str = "IN_PERSON"
    words: str = ""


def told_by(contact: Contact) -> Told:
    """Return a contact on file as it was told. Two queries."""
    return Told(
        **{name: getattr(contact, name) for name in KEPT_IN_COLUMNS},
        answers=contact.answers,
        talked={each.condition_id: Said(each.said) for each in contact.talked.all()},
        statements={Source(each.source): each.words for each in contact.statements.all()},
    )
