"""What is said of a victim, as values: what the form gives, commands keep and pages compare."""

from dataclasses import dataclass


@dataclass(frozen=True)
class VictimFacts:
    """Who a victim is, how to reach them safely, what may be said, and what they wish to know."""

    name: str
    phone: str = ""
    safe_contact: str = ""
    may_say: str = ""
    language: str = ""
    notice: str = "NOT_ASKED"
    notice_words: str = ""
    source: str = ""
