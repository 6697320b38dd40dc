"""What can be asked of the whole record at once: its order, and that nothing stands alone."""

from collections.abc import Iterator
from typing import Any

from throughcare.record.integrity.findings import Finding, Kind
from throughcare.record.integrity.layouts import ENTRIES, Layout

MOST = 100
"""How many differences of one kind in one table are named."""

OUT_OF_ORDER = f"""
SELECT number FROM (
    SELECT number, seq, recorded_at, top, late,
        coalesce(lag(number) OVER w, 0) AS number_before,
        coalesce(lag(top) OVER w, 0) AS top_before,
        coalesce(lag(recorded_at) OVER w, '-infinity') AS recorded_before
    FROM public.record_entry WHERE number > 0 WINDOW w AS (ORDER BY number)
) AS entry
WHERE number <> number_before + 1 OR recorded_at IS NULL OR recorded_at < recorded_before
    OR top IS DISTINCT FROM greatest(top_before, seq) OR late IS DISTINCT FROM (seq < top_before)
ORDER BY number LIMIT {MOST}
"""
TIME_TO_COME = f"""
SELECT number FROM public.record_entry
WHERE recorded_at > statement_timestamp() + interval '1 minute' ORDER BY recorded_at LIMIT {MOST}
"""
NOT_NUMBERED = f"""
SELECT seq FROM public.record_entry WHERE number IS NULL OR number < 1 ORDER BY seq LIMIT {MOST}
"""
LINK_ADDED = f"""
SELECT number FROM public.record_link AS l
WHERE NOT EXISTS (SELECT FROM public.record_entry AS e WHERE e.number = l.number)
ORDER BY number LIMIT {MOST}
"""
# Materialized, because all of it has to be looked at before it is known that none is astray.
ASTRAY = """
WITH astray AS MATERIALIZED (
    SELECT FROM ({seqs}) AS h LEFT JOIN public.record_entry AS e ON e.seq = h.seq
    WHERE e.seq IS NULL
) SELECT EXISTS (SELECT FROM astray)
"""
SEQS = "SELECT h.{seq} AS seq FROM history.{table} AS h WHERE {asked}"
NO_ENTRY = f"""
SELECT h.{{key}}::text, h.{{seq}} FROM history.{{table}} AS h
LEFT JOIN public.record_entry AS e ON e.seq = h.{{seq}}
WHERE e.seq IS NULL AND {{asked}} LIMIT {MOST}
"""
ENTRIES_ASKED = (
    (OUT_OF_ORDER, Kind.OUT_OF_ORDER),
    (TIME_TO_COME, Kind.OUT_OF_ORDER),
    (LINK_ADDED, Kind.LINK_ADDED),
)
BEGUN, ENDED = ("from_seq", "true"), ("to_seq", "h.to_seq IS NOT NULL")


def order_findings(cursor: Any) -> Iterator[Finding]:
    """Yield what is wrong with the order of the entries, and with links that hold nothing."""
    for statement, kind in ENTRIES_ASKED:
        cursor.execute(statement)
        for (number,) in cursor.fetchall():
            yield Finding(kind, number, ENTRIES)
    cursor.execute(NOT_NUMBERED)
    for (seq,) in cursor.fetchall():
        yield Finding(Kind.NOT_NUMBERED, table=ENTRIES, seq=seq)


def stray_findings(cursor: Any, layouts: list[Layout]) -> Iterator[Finding]:
    """Yield the row versions that an entry which is not there is said to have made or ended."""
    asked = [_asked(layout, *each) for layout in layouts for each in (BEGUN, ENDED)]
    if not asked:
        return
    cursor.execute(ASTRAY.format(seqs=" UNION ALL ".join(SEQS.format(**each) for each in asked)))
    if cursor.fetchone()[0]:
        for each in asked:
            cursor.execute(NO_ENTRY.format(**each))
            for row, seq in cursor.fetchall():
                yield Finding(Kind.NO_ENTRY, None, each["table"], row, each["seq"], seq)


def _asked(layout: Layout, seq: str, asked: str) -> dict[str, str]:
    return {"table": layout.table, "key": layout.key, "seq": seq, "asked": asked}
