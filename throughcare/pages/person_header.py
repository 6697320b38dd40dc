"""What the header of a person's file shows, the same on every page of the file."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Tab:
    """One part of a file, or one entry of the menu."""

    label: str
    url: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class OrderInForce:
    """An order by name, with its first and last day in words."""

    name: str
    span: str


@dataclass(frozen=True)
class PersonHeader:
    """The two rows of the header; words, ready to be shown.

    `facts` stand beside each other: number, birth date and age, pronoun. What is not known
    is said in words by whoever fills this in.
    """

    surname: str
    first_names: str
    initials: str
    facts: Sequence[str]
    level: int | None = None
    level_word: str = ""
    level_note: str = ""
    safety: str = ""
    safety_note: str = ""
    file_label: str = ""
    file: str = ""
    file_note: str = ""
    orders: Sequence[OrderInForce] | None = ()
    language: str = ""
    language_note: str = ""
    officer_label: str = ""
    officer: str = ""
    officer_note: str = ""
    flags: Sequence[str] = ()
    all_flags_url: str = ""
    photo_url: str = ""
    tabs: Sequence[Tab] = ()
