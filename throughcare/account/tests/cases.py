"""An invented case whose duties answer, without their tables."""

from collections.abc import Collection
from datetime import date

from throughcare.account import queries
from throughcare.account.gather import Part
from throughcare.account.grouping import ConditionHead, Heads, OrderHead
from throughcare.kernel.accounting.computing import OnFile


def answering(on_file: OnFile) -> Part:
    """Return a duty that answers for every case with the same values."""

    def of(values):
        def ask(cases: Collection, on: date):
            return dict.fromkeys(cases, values)

        return ask

    return Part(
        requirements=of(list(on_file.requirements)),
        facts=of(on_file.facts),
        verifications=of(list(on_file.verifications)),
    )


def heads_for(on_file: OnFile) -> Heads:
    """Return headings for the orders and conditions of an invented case."""
    names = [each.id.partition(":") for each in on_file.conditions]
    orders = [
        OrderHead(each, f"Probation {each}", "") for each in dict.fromkeys(n[0] for n in names)
    ]
    conditions = [
        ConditionHead("".join(name), name[0], number, name[2].replace("_", " ").capitalize())
        for number, name in enumerate(names, start=1)
    ]
    return Heads(orders, conditions)


def answer_with(monkeypatch, on_file: OnFile) -> None:
    """Have these values on file for every case, for the length of a test."""
    for name in ("on_file", "owed_of"):
        monkeypatch.setattr(queries, name, lambda cases, on: dict.fromkeys(cases, on_file))
    monkeypatch.setattr(queries, "heads_of", lambda case, on: heads_for(on_file))
