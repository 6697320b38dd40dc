"""Row security of victims on one connection that two viewers use by turns, committed for real."""

import psycopg
import pytest

from throughcare.record.ids import new_id

OFFICE, CASES = "(SELECT id FROM staff_office)", "(SELECT id FROM cases_case)"
TOLD = "SELECT set_config('throughcare.viewer', %s, true)"
NAMES = "SELECT name FROM victims_victim"


@pytest.fixture
def world(own_database):
    """Two officers with a file and a registered victim each, both cards open; ids by officer."""
    officers = [new_id(), new_id()]
    with psycopg.connect(own_database.owner) as owner:
        owner.execute("SELECT record_open('a.world', NULL, 'x', 'SYSTEM', NULL, '', NULL, NULL, "
                      "'', NULL, '', NULL)")  # fmt: skip
        owner.execute(
            "INSERT INTO staff_office (id, code, name, name_fr, address, city, postal_code, phone, "
            "zone) VALUES (%s, 'S', 'S', 'S', '', '', '', '', 'America/Toronto')",
            [new_id()],
        )
        for serial, officer in enumerate(officers):
            _file(owner, serial, officer)
        owner.execute("SELECT record_close()")
    return own_database, officers


def _file(owner, serial, officer):
    person, case = new_id(), new_id()
    owner.execute(
        "INSERT INTO staff_staffmember (id, username, given_name, surname, email, language, speaks,"
        " is_active, must_change_password, password) VALUES (%s, %s, 'A', 'B', '', 'en', '{}', "
        "true, false, '!')",
        [officer, f"m{serial}"],
    )
    owner.execute(
        "INSERT INTO staff_posting (id, member_id, office_id, role, designated_french, acting, "
        f"starts_on) VALUES (%s, %s, {OFFICE}, 'OFFICER', false, false, '2020-01-01')",
        [new_id(), officer],
    )
    owner.execute(
        "INSERT INTO people_person (id, number, surname, given, family_first, sort_key, pronoun, "
        "pronoun_words, spoken_language, written_language, interpreter_language, service_language,"
        " death_source) VALUES (%s, %s, 'P', '', false, 'p', '', '', '', '', '', '', '')",
        [person, f"P-{serial:07}"],
    )
    owner.execute(
        "INSERT INTO cases_case (id, number, person_id, kind, office_id, opened_on, closing_words) "
        f"VALUES (%s, %s, %s, 'SUPERVISION', {OFFICE}, '2020-01-01', '')",
        [case, f"C-{serial}", person],
    )
    owner.execute(
        "INSERT INTO cases_assignment (id, case_id, holder_id, uncovered, starts_at) "
        "VALUES (%s, %s, %s, false, '2020-01-01')",
        [new_id(), case, officer],
    )
    owner.execute(
        "INSERT INTO victims_cardopening (id, case_id, member_id, reason, opened_at, ends_at) "
        "VALUES (%s, %s, %s, 'x', now(), now() + interval '1 hour')",
        [new_id(), case, officer],
    )
    owner.execute(
        "INSERT INTO victims_victim (id, case_id, name, phone, safe_contact, may_say, language, "
        "notice, notice_words, source) VALUES (%s, %s, %s, '', '', '', '', 'NOT_ASKED', '', '')",
        [new_id(), case, f"victim of {serial}"],
    )


def names(pooled, viewer=None):
    if viewer is not None:
        pooled.execute(TOLD, [str(viewer)])
    return [name for (name,) in pooled.execute(NAMES)]


def test_each_viewer_sees_their_own_by_turns_and_nobody_sees_nothing(world):
    database, (first, second) = world
    with psycopg.connect(database.app, autocommit=True) as pooled:
        for _ in range(3):
            with pooled.transaction():
                assert names(pooled, first) == ["victim of 0"]
            assert names(pooled) == []
            with pooled.transaction():
                assert names(pooled, second) == ["victim of 1"]
            with pooled.transaction():
                assert names(pooled) == []


def test_a_connection_that_comes_back_after_an_error_has_no_viewer(world):
    database, (first, second) = world
    with psycopg.connect(database.app, autocommit=True) as pooled:
        with pytest.raises(psycopg.errors.DivisionByZero), pooled.transaction():
            assert names(pooled, first) == ["victim of 0"]
            pooled.execute("SELECT 1/0")

        assert names(pooled) == []
        with pooled.transaction():
            assert names(pooled, second) == ["victim of 1"]


def test_a_statement_prepared_for_one_viewer_serves_the_next(world):
    """A plan that was kept must ask anew who looks."""
    database, (first, second) = world
    with psycopg.connect(database.app, autocommit=True, prepare_threshold=0) as pooled:
        for viewer, name in [(first, "victim of 0"), (second, "victim of 1")] * 4:
            with pooled.transaction():
                assert names(pooled, viewer) == [name]


def test_savepoints_and_a_viewer_who_is_nobody(world):
    database, (first, _second) = world
    with psycopg.connect(database.app) as pooled:
        assert names(pooled, first) == ["victim of 0"]
        with pooled.transaction():
            assert names(pooled, new_id()) == []
            raise psycopg.Rollback
        assert names(pooled) == ["victim of 0"]
