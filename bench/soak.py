"""Long work under load: officers read and write at once, and afterwards nothing may be amiss."""

import resource
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random
from uuid import uuid4

import django
from django.db import connection

OFFICERS = 4


def soaked(minutes: float) -> int:
    """Let officers work for some minutes; print what they did and what is amiss.

    Return 1 when anything is: an answer that failed, a file without a holder, an entry without
    its number, a history that differs from its table, or memory that keeps growing.
    """
    with ProcessPoolExecutor(OFFICERS, mp_context=get_context("spawn")) as officers:
        done: Counter[str] = sum(
            officers.map(work, range(OFFICERS), [minutes] * OFFICERS), Counter()
        )
    for act, times in sorted(done.items()):
        print(f"{act:<32} {times:>8,}")
    amiss = [*_record_amiss(), *_files_amiss()]
    amiss += [f"{times} {act}" for act, times in done.items() if act.startswith("failed")]
    print("\n".join(amiss) if amiss else "Nothing is amiss.")
    return 1 if amiss else 0


def work(number: int, minutes: float) -> Counter[str]:
    """Be one officer for some minutes; count what was done, refused and failed."""
    django.setup()
    # Models can be imported only now: this process has just started.
    from bench import world

    chance = Random(number)
    officer = world.busiest_officers(OFFICERS)[number]
    client = world.signed_in(officer)
    names = world.misspelled_names(200, seed=number)
    done: Counter[str] = Counter()
    until = time.monotonic() + minutes * 60
    memory_early = 0
    while time.monotonic() < until:
        done.update([_one_act(chance, officer, client, names)])
        if done.total() == 200:
            memory_early = _memory()
    if memory_early and _memory() > 1.5 * memory_early:
        done["failed: memory grew by half"] += 1
    connection.close()
    return done


def _one_act(chance: Random, officer, client, names: list[str]) -> str:
    from throughcare import clock
    from throughcare.cases.queries.visibility import my_cases

    case = my_cases(officer, clock.today()).order_by("?").select_related("person").first()
    if case is None or chance.random() < 0.6:
        return _read(client, chance, names, case)
    return _write(chance, officer, case)


def _read(client, chance: Random, names: list[str], case) -> str:
    from django.urls import reverse

    pages = [reverse("cases:list"), f"{reverse('site:suggest')}?q={chance.choice(names)}"]
    if case is not None:
        pages.append(reverse("cases:file", args=[case.number]))
        pages.append(reverse("cases:record", args=[case.number]))
    status = client.get(chance.choice(pages), headers={"HX-Request": "true"}).status_code
    return "read" if status == 200 else f"failed: a page answered {status}"


def _write(chance: Random, officer, case) -> str:
    from throughcare import clock
    from throughcare.cases.commands.away import record_away
    from throughcare.cases.commands.holding import assign_officer, mark_uncovered
    from throughcare.cases.commands.levels import set_level
    from throughcare.cases.models import AwayKind, Level
    from throughcare.cases.queries.holders import may_hold
    from throughcare.refusal import Refused

    today = clock.today()
    act = chance.choice(["level", "away", "assign", "uncovered"])
    try:
        if act == "level":
            level = chance.choice([each.value for each in Level if each.bars])
            set_level(id=uuid4(), case=case, level=level, reason="soak", by=officer)
        elif act == "away":
            day = today - timedelta(days=chance.randint(1, 400))
            kind = chance.choice(AwayKind.values)
            record_away(
                id=uuid4(),
                person=case.person,
                kind=kind,
                starts_on=day,
                source="soak",
                by=officer,
                ends_before=day + timedelta(days=1),
            )
        elif act == "assign":
            holder = chance.choice(may_hold(case, today))
            assign_officer(id=uuid4(), case=case, holder=holder, by=officer, reason="soak")
        else:
            mark_uncovered(id=uuid4(), case=case, by=officer, reason="soak")
    except Refused as refusal:
        return f"refused: {type(refusal).__name__}"
    return f"written: {act}"


def _memory() -> int:
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * resource.getpagesize()


def _files_amiss() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number FROM cases_case AS c WHERE closed_on IS NULL AND 1 <> ("
            "SELECT count(*) FROM cases_assignment AS a WHERE a.case_id = c.id AND ends_at IS NULL)"
        )
        return [f"{number} does not have one holder" for (number,) in cursor.fetchall()]


def _record_amiss() -> list[str]:
    from throughcare.record.registry import columns_of, recorded_models

    amiss = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(number), max(number) FROM record_entry")
        rows, numbered, highest = cursor.fetchone()
        if not rows == numbered == highest:
            amiss.append(f"{rows} entries, {numbered} of them numbered, the last one {highest}")
        for model in recorded_models():
            table = model._meta.db_table
            columns = ", ".join(f'"{column}"' for column in columns_of(model))
            present = f"SELECT {columns} FROM public.{table}"
            standing = f"SELECT {columns} FROM history.{table} WHERE to_seq IS NULL"
            cursor.execute(
                f"SELECT count(*) FROM ((({present}) EXCEPT ({standing}))"
                f" UNION ALL (({standing}) EXCEPT ({present}))) AS differing"
            )
            if differing := cursor.fetchone()[0]:
                amiss.append(f"{differing} rows of {table} differ from their history")
    return amiss
