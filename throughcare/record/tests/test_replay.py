"""The history equals a naive replay of what overlapping, nested, half-undone acts did."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest

CLIENTS, ACTS_EACH = 8, 120
OPEN = "SELECT record_open(%s, NULL, 'x', 'x', NULL, '', NULL, NULL, '', NULL, '', NULL)"
INSERT = (
    "INSERT INTO staff_office (id, code, name, name_fr, address, city, postal_code, phone, zone)"
    " VALUES (%s, %s, %s, '', '', '', '', '', '')"
)


class Client:
    """One connection of the application that acts at random, and notes what it committed."""

    def __init__(self, address: str, seed: int) -> None:
        self.chance = random.Random(seed)
        self.connection = psycopg.connect(address)
        self.committed: dict[int, list[tuple]] = {}
        self.connection.execute("SET lock_timeout = '100ms'")
        self.connection.commit()

    def act(self) -> None:
        """Make one entry with some effects, or undo it all; so does a lock waited for too long."""
        try:
            with self.connection.transaction():
                seq = self.connection.execute(OPEN, ["tried"]).fetchone()[0]
                effects = list(self.effects(depth=0))
                self.connection.execute("SELECT record_close()")
                if self.chance.random() < 0.2:
                    raise psycopg.Rollback
                self.committed[seq] = effects
        except (psycopg.errors.DeadlockDetected, psycopg.errors.LockNotAvailable):
            self.committed.pop(seq, None)

    def effects(self, depth: int) -> Iterator[tuple]:
        for _ in range(self.chance.randint(1, 3)):
            if depth < 2 and self.chance.random() < 0.3:
                yield from self.in_savepoint(depth)
            else:
                yield self.effect()

    def in_savepoint(self, depth: int) -> list[tuple]:
        with self.connection.transaction() as savepoint:
            effects = list(self.effects(depth + 1))
            if self.chance.random() < 0.4:
                raise psycopg.Rollback(savepoint)
            return effects
        return []

    def effect(self) -> tuple:
        """Insert, rename or delete an office; say which rows it really touched."""
        rows = self.connection.execute("SELECT id FROM staff_office ORDER BY id").fetchall()
        name = str(self.chance.random())
        if len(rows) < 60 or self.chance.random() < 0.2:
            identity = uuid4()
            self.connection.execute(INSERT, [identity, identity.hex[:12], name])
            return ("set", [identity], name)
        chosen = [row[0] for row in self.chance.sample(rows, self.chance.randint(1, 3))]
        if self.chance.random() < 0.3:
            sql, values = "DELETE FROM staff_office WHERE id = ANY(%s)", [chosen]
        else:
            sql, values = "UPDATE staff_office SET name = %s WHERE id = ANY(%s)", [name, chosen]
        touched = self.connection.execute(f"{sql} RETURNING id", values).fetchall()
        kind = "gone" if sql.startswith("DELETE") else "set"
        return (kind, [row[0] for row in touched], name)


def acted(address: str) -> dict[int, list[tuple]]:
    """Let all clients act at once and return the effects of each committed entry."""
    clients = [Client(address, seed) for seed in range(CLIENTS)]

    def run(client: Client) -> None:
        for _ in range(ACTS_EACH):
            client.act()
        client.connection.close()

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(run, clients))
    return {seq: effects for client in clients for seq, effects in client.committed.items()}


def replayed(state: dict, effects: list[tuple]) -> dict:
    after = dict(state)
    for kind, ids, name in effects:
        for identity in ids:
            if kind == "gone":
                del after[identity]
            else:
                after[identity] = name
    return after


def known_after(history: list[tuple], entries: list[tuple], at: int) -> dict:
    """Read the history as of the entry at a place, by its `top` and the late ones after it."""
    cut = entries[at][1]
    not_yet = {seq for seq, _top, late in entries[at + 1 :] if late and seq <= cut}

    def was_known(seq: int | None) -> bool:
        return seq is not None and seq <= cut and seq not in not_yet

    return {
        identity: name
        for identity, name, begun, ended in history
        if was_known(begun) and not was_known(ended)
    }


@pytest.mark.django_db
def test_history_equals_a_naive_replay(own_database):
    effects = acted(own_database.app)

    with psycopg.connect(own_database.app) as reader:
        entries = reader.execute(
            "SELECT seq, top, late FROM record_entry ORDER BY number"
        ).fetchall()
        numbers = reader.execute("SELECT number FROM record_entry ORDER BY number").fetchall()
        history = reader.execute(
            "SELECT id, name, from_seq, to_seq FROM history.staff_office"
        ).fetchall()
        present = dict(reader.execute("SELECT id, name FROM staff_office").fetchall())

    assert {seq for seq, _, _ in entries} == set(effects)
    assert [number for (number,) in numbers] == list(range(1, len(entries) + 1))
    assert len(entries) >= 500
    assert any(late for _, _, late in entries)
    state: dict = {}
    for at, (seq, _top, _late) in enumerate(entries):
        state = replayed(state, effects[seq])
        assert known_after(history, entries, at) == state
    assert present == state
    print(f"{len(entries)} entries replayed, {sum(late for *_, late in entries)} of them late")


def test_stamps_never_go_back(own_database):
    acted(own_database.app)

    with psycopg.connect(own_database.app) as reader:
        stamps = reader.execute("SELECT recorded_at FROM record_entry ORDER BY number").fetchall()

    assert stamps == sorted(stamps)
