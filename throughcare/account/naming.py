"""What requirements, conditions and evidence are called, and where each can be read."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext

from throughcare.account.law import label_of, the_pack
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.orders.models import DirectionKind
from throughcare.orders.queries.conditions import StandingCode
from throughcare.packs.conditions import condition_rule
from throughcare.packs.plain import what_in_words
from throughcare.pages.dates import language


def what_of(requirement: Requirement) -> str:
    """Return what is asked, in the language of the page."""
    if requirement.id.startswith("direction:") and requirement.what in DirectionKind:
        return str(DirectionKind(requirement.what).label)
    words = what_in_words(the_pack(), requirement, language())
    return label_of(words) if words == requirement.what else words


def condition_title(codes: Iterable[StandingCode], made_on: date) -> str:
    """Return what a condition is called on the day its order was made; meanings are joined."""
    rules = [(each.code, condition_rule(the_pack(), each.code, made_on)) for each in codes]
    named = [rule.labels[language()] if rule else label_of(code) for code, rule in rules]
    return "; ".join(named) if named else gettext("A condition that no code covers")


# The page of a file that shows each source of evidence, and the place there: {id} is its own.
PAGES = {
    "contact": ("contacts:list", "contact-{id}"),
    "verification": ("verification:list", "verification-{id}"),
    "direction": ("orders:register", "directions"),
    "explained": ("orders:register", "content"),
    "confirmed": ("orders:register", "order-{id}"),
    "level": ("cases:file", "history"),
}


def evidence_page(evidence: str) -> tuple[str, str]:
    """Return the name of the page that shows a piece of evidence, and its place there."""
    source, _, rest = evidence.partition(":")
    page, place = PAGES.get(source, ("", ""))
    return page, place.format(id=rest.partition(":")[0])
