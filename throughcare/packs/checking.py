"""Everything that is wrong with the pack of a folder, and how much there is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from throughcare.packs.choices import guard_entry, reason_entry
from throughcare.packs.entries import PackError
from throughcare.packs.examples import examples_of, failing_examples
from throughcare.packs.files import optional_file
from throughcare.packs.loading import read_pack
from throughcare.packs.pack import Pack
from throughcare.packs.problems import Problems


@dataclass(frozen=True)
class Checked:
    """What was found: a sentence for each error, and the counts of a pack that could be read."""

    errors: tuple[str, ...]
    counts: Mapping[str, int]
    without_example: tuple[str, ...] = ()


def check_pack(folder: Path) -> Checked:
    """Return every error of a folder's pack, its worked examples run, and what it holds."""
    problems = Problems()
    try:
        pack = read_pack(folder, problems)
    except PackError as error:
        return Checked(tuple(str(error).split("\n")), {})
    problems += failing_examples(pack)
    reasons = optional_file(folder, "reasons")
    found = problems.each(reasons.each("reason"), reason_entry)
    problems.each(reasons.each("guarded"), guard_entry)
    counts = {**_counts(pack), "reasons to set aside": len(found)}
    return Checked(tuple(dict.fromkeys(problems)), counts, _without_example(pack))


def _counts(pack: Pack) -> dict[str, int]:
    rules = [rule for code in pack.condition_codes for rule in pack.conditions[code]]
    return {
        "instruments": len({term.instrument for term in pack.terms}),
        "clocks": len(pack.clocks) + len(pack.hours) + len(pack.working),
        "conditions": len(pack.condition_codes),
        "versions of conditions": len(rules),
        "aliases": sum(len(rule.aliases) for rule in rules),
        "parameters": sum(len(rule.parameters) for rule in rules),
        "requirements": sum(len(rule.requirements) for rule in rules),
        "conditions that owe nothing, and say why": sum(bool(x.nothing_owed) for x in rules),
        "worked examples, run": len(list(examples_of(pack))),
        "methods of checking": len(pack.methods),
        "kinds of evidence": len(pack.evidence),
        "standards": len(pack.standards.every),
        "responses": len(pack.guides.responses),
        "incidents": len(pack.guides.incidents),
        "ways to vary an order": len(pack.guides.routes),
    }


def _without_example(pack: Pack) -> tuple[str, ...]:
    """Return the conditions that ask something and have no worked example yet."""
    with_one = {rule.code for rule, _ in examples_of(pack)}
    asking = (code for code in pack.condition_codes if pack.conditions[code][0].requirements)
    return tuple(code for code in asking if code not in with_one)
