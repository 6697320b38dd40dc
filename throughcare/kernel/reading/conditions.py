"""Put units together into conditions: lists under what they belong to, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass

from throughcare.kernel.reading.clauses import parts_of
from throughcare.kernel.reading.excepting import repeated
from throughcare.kernel.reading.layout import Condition, Layout
from throughcare.kernel.reading.matching import Hit, hits_in, without_asides
from throughcare.kernel.reading.reciting import SHORT, imposed_of, ordered_of
from throughcare.kernel.reading.texts import is_readable
from throughcare.kernel.reading.units import Unit, units
from throughcare.kernel.reading.wording import FORBIDDING, NO_FAMILY, Family, Wording


def laid_out(wording: Wording, text: str, plain: str) -> Layout:
    """Return the conditions of a text; `plain` is the same text folded."""
    assembling = _Assembling(wording.narrowed(plain), plain)
    found = units(text)
    is_form = any(unit.tick for unit in found)
    for unit in found:
        if is_form and unit.tick is False:
            assembling.leave_out(unit)
        else:
            assembling.add(unit)
    return assembling.layout


@dataclass
class _Level:
    """A depth of the lists above the next unit: what it began with."""

    depth: int
    condition: Condition | None
    lead: str


class _Assembling:
    """Goes through the units once and remembers which lists are open."""

    def __init__(self, wording: Wording, plain: str) -> None:
        self.wording, self.plain = wording, plain
        self.layout = Layout()
        self.levels: list[_Level] = []
        self.before: Unit | None = None
        self.list_of: Condition | None = None  # whose list may go on at its own level

    def add(self, unit: Unit) -> None:
        """Put one unit where it belongs."""
        words = unit.span.of(self.plain)
        self.levels = [each for each in self.levels if each.depth < unit.level]
        parent = None if unit.is_title else self._parent(unit)
        hits = self._hits(unit, words, parent) if is_readable(words) else []
        if parent is not None and self._belongs(unit, words, parent, hits):
            self._absorb(unit, parent, hits)
        else:
            self._on_its_own(unit, words, hits, parent)
        self.before = unit

    def leave_out(self, unit: Unit) -> None:
        """Keep an item whose box is empty among the words that order nothing."""
        self.levels = [each for each in self.levels if each.depth < unit.level]
        self._unplaced(unit)
        self.before = unit

    def _on_its_own(
        self, unit: Unit, words: str, hits: list[Hit], parent: Condition | None
    ) -> None:
        """Put a unit that belongs to no list."""
        if again := repeated(self.wording, self.layout, unit, words, hits):
            self._except(unit, again, hits)
        elif self._refers_back(unit, words, hits):
            self._go_on(unit, words, hits)
        elif self._in_row(unit) and self._excepts(words):
            self._go_on(unit, words, self._kept(hits, self._family(self.layout.last)))
        elif hits and not unit.is_title:
            self._condition(unit, hits, parent)
        else:
            self._without_codes(unit, words)

    # What a unit says ---------------------------------------------------------------------------

    def _hits(self, unit: Unit, words: str, parent: Condition | None) -> list[Hit]:
        """Return the codes of a unit; in running text only where it orders something."""
        lead = self._lead(parent)
        found = hits_in(self.wording, self.plain, unit.span, lead)
        hits = ordered_of(self.wording, self.plain, unit, found)
        if unit.is_item or not hits:
            return hits
        goes_on = bool(lead) or (self._in_row(unit) and not self.wording.has("tells", words))
        return imposed_of(self.wording, self.plain, unit, hits, goes_on)

    def _in_row(self, unit: Unit) -> bool:
        """Say whether a clause goes on, after a semicolon, with what orders something."""
        last = self.layout.last
        if last is None or self.before is None or not self._is_next(unit, last):
            return False
        return self.plain[self.before.span.end - 1] == ";"

    def _lead(self, parent: Condition | None) -> str:
        """Return what the list a unit stands in began with."""
        inherited = next((each.lead for each in reversed(self.levels) if each.lead), "")
        return self._family(parent).lead or inherited

    # Where a unit belongs -----------------------------------------------------------------------

    def _parent(self, unit: Unit) -> Condition | None:
        """Return the condition in whose list a unit stands, if there is one."""
        above = self.levels[-1].condition if self.levels and unit.is_item else None
        return above or self.list_of

    def _is_child(self, parent: Condition | None) -> bool:
        """Say whether the next unit stands under a condition, not beside it."""
        return bool(self.levels) and self.levels[-1].condition is parent

    def _family(self, condition: Condition | None) -> Family:
        """Return the family that the list of a condition belongs to."""
        families = [self.wording.family(code) for code in (condition.codes if condition else ())]
        known = [each for each in families if each.codes and not (each.rides or each.is_announced)]
        return max(known, key=lambda each: each.has_exceptions, default=NO_FAMILY)

    def _belongs(self, unit: Unit, words: str, parent: Condition, hits: list[Hit]) -> bool:
        """Say whether a unit is an item of its parent's list and no obligation of its own."""
        family = self._family(parent)
        kept = self._kept(hits, family)
        if len(kept) < len(hits) and self._stands_apart(words, family):
            return False
        if not self._is_child(parent) and self._is_another(parent, family, kept):
            return False
        if not (self._is_child(parent) or self._goes_on(unit, words)):
            return False
        return not hits or self._joins(parent, family, hits) or not self._opens(words, family)

    def _is_another(self, parent: Condition, family: Family, kept: list[Hit]) -> bool:
        """Say whether a unit beside a condition orders another thing of its kind: a curfew then."""
        own = [hit for hit in kept if hit.code in family.codes and hit.code not in parent.codes]
        return family.has_exceptions and bool(own)

    def _joins(self, parent: Condition, family: Family, hits: list[Hit]) -> bool:
        """Say whether all that an item under a condition orders is of that condition's kind."""
        if not self._is_child(parent):
            return False
        ride = all(self.wording.family(hit.code).rides for hit in hits)
        return ride or (not family.has_exceptions and self._kept(hits, family) == hits)

    def _refers_back(self, unit: Unit, words: str, hits: list[Hit]) -> bool:
        """Say whether a sentence only goes on about the condition just before it: *such …*."""
        last = self.layout.last
        if last is None or unit.is_item or not self._is_next(unit, last):
            return False
        is_kin = all(self._is_kin(last, hit) for hit in hits)
        return self.wording.has("refers_back" if is_kin else "refers_back_anyway", words)

    def _is_kin(self, last: Condition, hit: Hit) -> bool:
        """Say whether a code only goes on about a condition: *after that, report as directed*."""
        family = self.wording.family(hit.code)
        same = any(code in family.codes for code in last.codes)
        return hit.code in last.codes or (same and not family.has_exceptions)

    def _is_next(self, unit: Unit, last: Condition) -> bool:
        """Say whether a unit comes right after a condition, in the same paragraph."""
        before = self.before
        if before is None or before.block != unit.block:
            return False
        return last.pieces[-1].span == before.span

    def _stands_apart(self, words: str, family: Family) -> bool:
        """Say whether words with a code of their own never belong to a list."""
        return not family.codes or self.wording.has("always_apart", words)

    def _kept(self, hits: list[Hit], family: Family) -> list[Hit]:
        """Return the hits that join a condition: those of its family, and those that ride."""
        return [
            hit for hit in hits if hit.code in family.codes or self.wording.family(hit.code).rides
        ]

    def _opens(self, words: str, family: Family) -> bool:
        """Say whether words begin an obligation; in a list of exceptions *to attend* does not."""
        if family.has_exceptions and self.wording.has("bare_infinitive", words):
            return False
        return self.wording.has("obligation_opens", without_asides(self.wording, words))

    def _goes_on(self, unit: Unit, words: str) -> bool:
        """Say whether a unit on the level of a list's beginning reads like one of its items."""
        if not unit.is_item or self.list_of is None:
            return False
        if self._is_nested(self.list_of):
            return False
        if self.wording.has("exception_opens", words):
            return True
        is_short = len(words.split()) <= SHORT and self.layout.last is self.list_of
        return is_short and not self.wording.has("obligation_opens", words)

    def _is_nested(self, parent: Condition) -> bool:
        """Say whether the list of a condition stands deeper than it does: then it ended there."""
        first, *rest = parent.pieces
        return bool(rest) and rest[0].level > first.level

    # Putting it there ---------------------------------------------------------------------------

    def _absorb(self, unit: Unit, parent: Condition, hits: list[Hit]) -> None:
        """Add an item to the condition of its list, or begin again after one put between."""
        family, last = self._family(parent), self.layout.conditions[-1]
        kept = self._kept(hits, family)
        if parent is last or last.continues:
            last.take(unit, kept)
            self._open(unit, parent if last.continues else last)
        elif family.has_exceptions:
            self.layout.embed_since(parent)
            first = next(hit.pattern for hit in parent.hits if hit.code in family.codes)
            code = first.rpartition(" ")[0]
            again = Condition([unit], [Hit(code, first, unit.span), *kept], continues=True)
            self.layout.conditions.append(again)
            self._open(unit, parent)
        elif hits:
            self._condition(unit, hits, parent)
        else:
            self._unplaced(unit)

    def _condition(self, unit: Unit, hits: list[Hit], parent: Condition | None) -> None:
        """Begin a condition; one in the list of another is embedded there."""
        last = self.layout.last
        if last is not None and self._repeats(unit, hits, last):
            last.take(unit, hits)
        else:
            embedded = self._is_child(parent) and self._family(parent) is not NO_FAMILY
            for part, said in parts_of(self.wording, self.plain, unit, hits):
                self.layout.conditions.append(Condition([part], said, is_embedded=embedded))
        self._open_list(unit, parent)

    def _open_list(self, unit: Unit, parent: Condition | None) -> None:
        """Remember the last condition as what a list under it, or beside it, belongs to."""
        last = self.layout.conditions[-1]
        invites = self.wording.has("invites_list", unit.span.of(self.plain))
        if invites or parent is None or not unit.is_item:
            self.list_of = last if invites and self._family(last).codes else None
        self._open(unit, last)

    def _repeats(self, unit: Unit, hits: list[Hit], last: Condition) -> bool:
        """Say whether a sentence goes on about what the one before it ordered."""
        is_next = not unit.is_item and self._is_next(unit, last)
        return is_next and {hit.code for hit in hits} <= set(last.codes)

    def _go_on(self, unit: Unit, words: str, hits: list[Hit]) -> None:
        """Add a sentence to the condition before it; a list under it is that condition's."""
        last = self.layout.conditions[-1]
        last.take(unit, hits)
        self.list_of = last if self.wording.has("invites_list", words) else None
        self._open(unit, last)

    def _excepts(self, words: str) -> bool:
        """Say whether a clause is one of the exceptions that the condition before it began."""
        last = self.layout.conditions[-1]
        said, family = last.span.of(self.plain), self._family(last)
        has_begun = self.wording.has("exception_begins", said) or ":" in said
        return family.has_exceptions and has_begun and not self._opens(words, family)

    def _except(self, unit: Unit, again: list[Hit], hits: list[Hit]) -> None:
        """Let a sentence of exceptions go on with the conditions it makes them from."""
        ride = [hit for hit in hits if self.wording.family(hit.code).rides]
        self.layout.conditions.append(Condition([unit], [*again, *ride], continues=True))
        self._open(unit, None)

    def _without_codes(self, unit: Unit, words: str) -> None:
        """Keep a unit that orders nothing known: a heading, or words that are not placed."""
        is_title = unit.is_title or (not unit.is_item and self.wording.has("title", words))
        if is_readable(words) and (is_title or self.wording.has("introduces", words)):
            self.layout.headings.append(unit)
            self.list_of = None
            self._open(unit, None)
        else:
            self._unplaced(unit)

    def _unplaced(self, unit: Unit) -> None:
        """Keep words that nothing stands for."""
        self.layout.unplaced.append(unit)
        self._open(unit, None)

    def _open(self, unit: Unit, condition: Condition | None) -> None:
        """Remember a unit as the beginning of the list under it."""
        words = unit.span.of(self.plain)
        turns = FORBIDDING if is_readable(words) else ()
        forbids = (FORBIDDING[turn] for turn in turns if self.wording.has(turn, words))
        self.levels.append(_Level(unit.level, condition, next(forbids, "")))
