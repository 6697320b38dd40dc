"""Attacks on a record by a superuser whose triggers are off: (statements, where it must show).

The record is `past.lived`: numbers in the statements are its entries and places. A place is what
a finding must name: (kind, entry, table, column).
"""

OFFICE, ENTRY = "staff_office", "record_entry"
CHANGED = "id IN (SELECT id FROM staff_office WHERE code = 'CHANGED')"
STANDS = "code = 'STANDS'"
HISTORY = "history.staff_office"
COPIED = (
    "INSERT INTO history.staff_office (id, code, name, name_fr, address, city, postal_code, phone,"
    " zone, from_seq, to_seq) SELECT id, code, {name}, name_fr, address, city, postal_code, phone,"
    " zone, {from_seq}, {to_seq} FROM history.staff_office WHERE "
)

ATTACKS = {
    "a value of a version that stands": (
        [f"UPDATE {HISTORY} SET name = 'x' WHERE {STANDS}"],
        ("ALTERED", 1, OFFICE, "name"),
    ),
    "the same value in history and in the present": (
        [
            f"UPDATE {HISTORY} SET name = 'x' WHERE {STANDS}",
            f"UPDATE staff_office SET name = 'x' WHERE {STANDS}",
        ],
        ("ALTERED", 1, OFFICE, "name"),
    ),
    "a value of a version that ended": (
        [f"UPDATE {HISTORY} SET name = 'x' WHERE name = 'Chelmsford'"],
        ("ALTERED", 2, OFFICE, "name"),
    ),
    "a value of a version that ended within its entry": (
        [f"UPDATE {HISTORY} SET name = 'x' WHERE name = 'second'"],
        ("ALTERED", 7, OFFICE, "name"),
    ),
    "a value of a row that was deleted": (
        [f"UPDATE {HISTORY} SET city = 'x' WHERE code = 'GONE'"],
        ("ALTERED", 5, OFFICE, "city"),
    ),
    "two columns exchange their values": (
        [f"UPDATE {HISTORY} SET name = code, code = name WHERE {STANDS}"],
        ("ALTERED", 1, OFFICE, "code"),
    ),
    "a letter written in another form of Unicode": (
        [f"UPDATE {HISTORY} SET city = 'Sudbury' || chr(8203) WHERE {STANDS}"],
        ("ALTERED", 1, OFFICE, "city"),
    ),
    "a tab for two characters that look like it in the line": (
        [f"UPDATE {HISTORY} SET address = replace(address, chr(9), '\\t') WHERE {STANDS}"],
        ("ALTERED", 1, OFFICE, "address"),
    ),
    "an empty text for no text": (
        [f"UPDATE {HISTORY} SET phone = NULL WHERE {STANDS}"],
        ("ALTERED", 1, OFFICE, "phone"),
    ),
    "a version is deleted": (
        [f"DELETE FROM {HISTORY} WHERE name = 'Chelmsford'"],
        ("GONE", 2, OFFICE, ""),
    ),
    "a row is deleted everywhere": (
        [f"DELETE FROM {HISTORY} WHERE {STANDS}", f"DELETE FROM staff_office WHERE {STANDS}"],
        ("GONE", 1, OFFICE, ""),
    ),
    "a deleted row's versions are deleted": (
        [f"DELETE FROM {HISTORY} WHERE code = 'GONE'"],
        ("GONE", 5, OFFICE, ""),
    ),
    "a forged version under an old entry": (
        [COPIED.format(name="'x'", from_seq=3, to_seq=4) + STANDS],
        ("ADDED", 2, OFFICE, ""),
    ),
    "a forged row, in history and in the present": (
        [
            "CREATE TEMP TABLE forged AS SELECT * FROM staff_office WHERE code = 'STANDS'",
            "UPDATE forged SET id = gen_random_uuid(), code = 'FORGED'",
            "INSERT INTO staff_office SELECT * FROM forged",
            f"INSERT INTO {HISTORY} SELECT *, 2, NULL FROM forged",
        ],
        ("ADDED", 1, OFFICE, ""),
    ),
    "a version twice": (
        [
            "DROP INDEX history.staff_office_stands",
            COPIED.format(name="name", from_seq="from_seq", to_seq="to_seq") + STANDS,
        ],
        ("ADDED", 1, OFFICE, ""),
    ),
    "a version under an entry that was undone": (
        [COPIED.format(name="'x'", from_seq=900, to_seq=901) + STANDS],
        ("NO_ENTRY", None, OFFICE, "from_seq"),
    ),
    "a version under no entry": (
        [COPIED.format(name="'x'", from_seq="NULL", to_seq=900) + STANDS],
        ("NO_ENTRY", None, OFFICE, "from_seq"),
    ),
    "a version moved under another entry": (
        [f"UPDATE {HISTORY} SET from_seq = 3 WHERE {STANDS}"],
        ("GONE", 1, OFFICE, ""),
    ),
    "two versions exchange their entries": (
        [
            f"UPDATE {HISTORY} SET from_seq = CASE from_seq WHEN 3 THEN 4 ELSE 3 END"
            " WHERE code = 'CHANGED' AND from_seq IN (3, 4)"
        ],
        ("ALTERED", 2, OFFICE, "name"),
    ),
    "a deletion undone": (
        [
            f"UPDATE {HISTORY} SET to_seq = NULL WHERE code = 'GONE'",
            f"INSERT INTO staff_office SELECT {{columns}} FROM {HISTORY} WHERE code = 'GONE'",
        ],
        ("ENDED_OTHERWISE", 6, OFFICE, "to_seq"),
    ),
    "an end put earlier": (
        [f"UPDATE {HISTORY} SET to_seq = 3 WHERE code = 'CHANGED' AND to_seq = 4"],
        ("ENDED_OTHERWISE", 3, OFFICE, "to_seq"),
    ),
    "an end put where no entry is": (
        [f"UPDATE {HISTORY} SET to_seq = 900 WHERE code = 'CHANGED' AND to_seq = 4"],
        ("NO_ENTRY", None, OFFICE, "to_seq"),
    ),
    "a present value, the history intact": (
        ["UPDATE staff_office SET name = 'x' WHERE code = 'STANDS'"],
        ("PRESENT_DIFFERS", 1, OFFICE, "name"),
    ),
    "a present row deleted, the history intact": (
        ["DELETE FROM staff_office WHERE code = 'STANDS'"],
        ("PRESENT_GONE", 1, OFFICE, ""),
    ),
    "a present row of no history": (
        [
            "INSERT INTO staff_office SELECT gen_random_uuid(), 'FORGED', {rest} FROM staff_office"
            " WHERE code = 'STANDS'"
        ],
        ("PRESENT_ADDED", None, OFFICE, ""),
    ),
    "an entry's act": (
        ["UPDATE record_entry SET act = 'office.closed' WHERE number = 7"],
        ("ALTERED", 7, ENTRY, "act"),
    ),
    "an entry moved to another case": (
        ["UPDATE record_entry SET case_id = gen_random_uuid() WHERE number = 5"],
        ("ALTERED", 5, ENTRY, "case_id"),
    ),
    "an entry given to somebody else": (
        ["UPDATE record_entry SET by_name = 'Eve' WHERE number = 4"],
        ("ALTERED", 4, ENTRY, "by_name"),
    ),
    "an entry dated back": (
        [
            "UPDATE record_entry SET recorded_at = recorded_at - interval '1 microsecond'"
            " WHERE number = 8"
        ],
        ("ALTERED", 8, ENTRY, "recorded_at"),
    ),
    "the clock set back for the last entries": (
        ["UPDATE record_entry SET recorded_at = recorded_at - interval '1 day' WHERE number > 8"],
        ("OUT_OF_ORDER", 9, ENTRY, ""),
    ),
    "an entry is deleted": (
        ["DELETE FROM record_entry WHERE number = 8"],
        ("LINK_ADDED", 8, ENTRY, ""),
    ),
    "an entry is deleted with its hashes": (
        ["DELETE FROM record_entry WHERE number = 8", "DELETE FROM record_link WHERE number = 8"],
        ("OUT_OF_ORDER", 9, ENTRY, ""),
    ),
    "an entry is deleted and the others are numbered anew": (
        [
            "DELETE FROM record_entry WHERE number = 8",
            "DELETE FROM record_link WHERE number = 8",
            "UPDATE record_entry SET number = number - 1 WHERE number > 8",
            "UPDATE record_link SET number = number - 1 WHERE number > 8",
        ],
        ("ALTERED", 8, ENTRY, "number"),
    ),
    "all entries of a case are deleted with what they wrote": (
        [
            "DELETE FROM history.staff_office WHERE code = 'GONE'",
            "DELETE FROM record_link USING record_entry WHERE record_link.number ="
            " record_entry.number AND case_id = '00000000-0000-0000-0000-0000000000c2'",
            "DELETE FROM record_entry WHERE case_id = '00000000-0000-0000-0000-0000000000c2'",
        ],
        ("OUT_OF_ORDER", 7, ENTRY, ""),
    ),
    "two entries exchange their numbers": (
        [
            "UPDATE record_entry SET number = 1000 + number WHERE number IN (2, 3)",
            "UPDATE record_entry SET number = 1005 - number WHERE number > 1000",
        ],
        ("ALTERED", 2, ENTRY, "seq"),
    ),
    "an entry twice": (
        [
            "INSERT INTO record_entry SELECT seq + 500, number + 500, {entry} FROM record_entry"
            " WHERE number = 10"
        ],
        ("OUT_OF_ORDER", 510, ENTRY, ""),
    ),
    "an entry kept without a number": (
        [
            "INSERT INTO record_entry SELECT seq + 500, NULL, {entry} FROM record_entry"
            " WHERE number = 10"
        ],
        ("NOT_NUMBERED", None, ENTRY, ""),
    ),
    "a forged entry among the others": (
        [
            "UPDATE record_entry SET number = number + 1000 WHERE number > 5",
            "UPDATE record_entry SET number = number - 999 WHERE number > 1000",
            "INSERT INTO record_entry SELECT seq + 500, 6, {entry} FROM record_entry"
            " WHERE number = 5",
        ],
        ("OUT_OF_ORDER", 6, ENTRY, ""),
    ),
    "the hashes of an entry": (
        ["UPDATE record_link SET hash = sha256('x') WHERE number = 4"],
        ("LINK_ALTERED", 4, "", ""),
    ),
    "the hashes of an entry twice": (
        [
            "ALTER TABLE record_link DROP CONSTRAINT record_link_pkey",
            "INSERT INTO record_link SELECT * FROM record_link WHERE number = 4",
        ],
        ("LINK_ALTERED", 4, "", ""),
    ),
    "the salts of an entry": (
        ["UPDATE record_link SET salts = sha256('x') WHERE number = 5"],
        ("ALTERED", 5, ENTRY, ""),
    ),
    "the salts of two entries exchanged": (
        [
            "CREATE TEMP TABLE kept AS SELECT * FROM record_link WHERE number IN (2, 3)",
            "UPDATE record_link AS l SET salts = kept.salts FROM kept"
            " WHERE l.number = 5 - kept.number",
        ],
        ("ALTERED", 2, OFFICE, ""),
    ),
    "what an entry is said to have made": (
        ["UPDATE record_link SET made = '' WHERE number = 5"],
        ("LINK_ALTERED", 5, "", ""),
    ),
    "the hashes of an entry are gone": (
        ["DELETE FROM record_link WHERE number = 6"],
        ("LINK_GONE", 6, "", ""),
    ),
    "a column is left out of what is hashed": (
        [
            "UPDATE record_layout SET columns = replace(columns, 'name,', '')"
            " WHERE table_name = 'staff_office'",
            f"UPDATE {HISTORY} SET name = 'x' WHERE {STANDS}",
            "UPDATE staff_office SET name = 'x' WHERE code = 'STANDS'",
        ],
        ("ALTERED", 1, OFFICE, "city"),
    ),
    "a table is left out of what is hashed": (
        ["DELETE FROM record_layout WHERE table_name = 'staff_office'"],
        ("LINK_ALTERED", 1, "", ""),
    ),
    "a layout names a column that is not there": (
        [
            "UPDATE record_layout SET columns = replace(columns, 'name,', 'nowhere,')"
            " WHERE table_name = 'staff_office'"
        ],
        ("LAYOUT_ALTERED", 1, OFFICE, ""),
    ),
    "the entries' own layout is gone": (
        ["DELETE FROM record_layout WHERE table_name = 'record_entry'"],
        ("LAYOUT_ALTERED", 1, ENTRY, ""),
    ),
    "a history is dropped": (
        [f"DROP TABLE {HISTORY} CASCADE"],
        ("LAYOUT_ALTERED", 1, OFFICE, ""),
    ),
    "a column of a history is dropped": (
        [f"ALTER TABLE {HISTORY} DROP COLUMN name CASCADE"],
        ("LAYOUT_ALTERED", None, OFFICE, "name"),
    ),
    "what an entry is said to have ended is odd bytes": (
        ["UPDATE record_link SET ended = 'x' WHERE number = 3"],
        ("ENDED_OTHERWISE", 3, "x", "to_seq"),
    ),
    "a whole history is emptied": (
        [f"DELETE FROM {HISTORY}", "DELETE FROM staff_office"],
        ("GONE", 7, OFFICE, ""),
    ),
}
