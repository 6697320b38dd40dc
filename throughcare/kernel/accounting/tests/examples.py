"""Requirements, conditions and readings that the tests of accounts share."""

from datetime import date
from fractions import Fraction

from throughcare.kernel.accounting.computing import Account, OnFile, account_of
from throughcare.kernel.accounting.conditions import ConditionLine
from throughcare.kernel.knowing.known import Expectation, Verification
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.obligations.facts import Decision, Evidence, Facts, Period
from throughcare.kernel.obligations.requirements import Cadence, Hours, Once, Requirement
from throughcare.kernel.obligations.words import OwedBy, Strength


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def span(first: str, after: str | None = None) -> Period:
    return Period(day(first), day(after) if after else None)


def once(first: str = "03-02", due: str = "03-09") -> Once:
    return Once(day(first), day(due))


def sixty_hours(due: str = "05-01") -> Hours:
    return Hours(Fraction(60), day("03-02"), day(due))


def asked(id: str = "R1", cadence: Cadence | None = None, **said) -> Requirement:
    given = {
        "what": "report",
        "owed_by": OwedBy.PERSON,
        "closed_by": frozenset({"REPORTED"}),
        "authority": "Rule 1",
        "in_force": span("03-01"),
    }
    return Requirement(id=id, cadence=cadence or once(), **(given | said))


def came(on: str, kind: str = "REPORTED", name: str = "e1", **said) -> Evidence:
    return Evidence(name, kind, day(on), **said)


def decided(first: str, after: str | None = None, requirement: str = "R1") -> Decision:
    return Decision("D1", requirement, span(first, after), "L. Tremblay", "in hospital")


def condition(*requirements: str, id: str = "C1", in_force: Period | None = None, **expected):
    term = in_force or span("03-01")
    return Condition(id, term, Expectation(**expected), frozenset(requirements))


def told(on: str, of: str = "C1", strength: Strength = Strength.SELF_REPORT, **said):
    return Verification(of, "ASKED", strength, day(on), **said)


def account(on: str, *requirements: Requirement, period: Period | None = None, **known) -> Account:
    on_file = OnFile(
        requirements,
        known.get("facts", Facts()),
        tuple(known.get("conditions", ())),
        tuple(known.get("verifications", ())),
    )
    return account_of(on_file, period or span("01-01"), day(on))


def the_condition(on: str, *requirements: Requirement, **known) -> ConditionLine:
    (found,) = account(on, *requirements, **known).conditions
    return found
