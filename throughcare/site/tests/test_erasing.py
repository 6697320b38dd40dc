"""What is erased by law is gone everywhere, and the record stays whole without it."""

import hashlib
import json
from uuid import UUID

import psycopg
import pytest
from django.db import connections

from conftest import _point
from throughcare import clock
from throughcare.cases.queries.erasing import hash_left
from throughcare.cases.tests.factories import a_case
from throughcare.documents.models import ContentText, Document
from throughcare.documents.store import path_of
from throughcare.people.models import Name
from throughcare.people.tests.factories import a_name, a_person
from throughcare.record.asof import as_of, one_snapshot
from throughcare.record.entries import entry
from throughcare.record.erasing.erasures import (
    ApprovedAlready,
    ApprovedByWhoAsked,
    Bare,
    Basis,
    HeldBack,
    NeedsReason,
    NotAsked,
    NotChainedYet,
    Subject,
    allow_erasure,
    ask_erasure,
)
from throughcare.record.erasing.holds import HoldIsLifted, lift_hold, place_hold
from throughcare.record.integrity.chain import chain
from throughcare.record.integrity.checkpoints import places, sign
from throughcare.record.integrity.exporting import export
from throughcare.record.integrity.tests.past import database_in
from throughcare.record.integrity.verifying import Verified, verify
from throughcare.record.integrity.witness import Witness
from throughcare.record.models import Erasure, Hold
from throughcare.record.verifier import verify_record
from throughcare.site.erasing import carry_out
from throughcare.site.erasing import waiting as waiting_at_the_machine
from throughcare.staff.tests.factories import a_member

WORD, OTHER_WORD = "Quennevillet", "Dragonflute"
CONTENT = f"{WORD} wrote this.".encode()
BASIS = Basis("RETENTION", "End of the retention period", "Fin de la période de conservation")
NOBODY = UUID(int=0)


@pytest.fixture
def committed(own_database, server_for_tests, django_db_blocker, settings, tmp_path):
    """Django works in a database of this test's own, and commits."""
    was = connections["default"].settings_dict["NAME"]
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"
    settings.RECORD_KEY = tmp_path / "keys" / "record.pem"
    settings.CHECKPOINTS = [tmp_path / "checkpoints"]
    with django_db_blocker.unblock():
        _point(server_for_tests, database_in(own_database.app))
        yield own_database
        connections.close_all()
        _point(server_for_tests, was)


@pytest.fixture
def office(committed):
    """One person with a file, a paper and a reason; another with a file beside it."""
    asks, approves = a_member("MANAGER"), a_member("MANAGER")
    person, other = a_person(), a_person()
    for each, word in ((person, WORD), (other, OTHER_WORD)):
        with entry("people.name_added", by=asks, person=each, reason=f"says {word}"):
            a_name(each, word)
    case, beside = a_case(person=person, holder=asks), a_case(person=other, holder=asks)
    paper(case, asks, CONTENT)
    with entry("cases.spoken_of", by=asks, case=case, reason=f"{WORD} came"):
        pass
    chained()
    return {"case": case, "beside": beside, "person": person, "asks": asks, "approves": approves}


def paper(case, by, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    path_of(digest).parent.mkdir(parents=True, exist_ok=True)
    path_of(digest).write_bytes(content)
    said = {"title": WORD, "kind": "LETTER", "file_name": "x.txt", "media_type": "text/plain"}
    with entry("documents.kept", by=by, case=case):
        Document.objects.create(
            case_id=case.id, sha256=digest, size=len(content), state="KEPT",
            kept_at="2026-01-02T09:00:00Z", kept_by_name="x", **said,
        )  # fmt: skip
        ContentText.objects.update_or_create(sha256=digest, defaults={"text": content.decode()})
    return digest


def chained() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("BEGIN")
        chain(cursor)
        cursor.execute("COMMIT")


def subject(case=None, person=None) -> Subject:
    return Subject(Bare(case.id) if case else None, Bare(person.id) if person else None)


def asked(office, **of) -> Erasure:
    found = ask_erasure(of=subject(**of), basis=BASIS, why="It ended.", by=office["asks"])
    chained()
    return found


def erased(office, **of):
    done = carry_out(asked(office, **of).id, by=office["approves"])
    chained()
    return done


def verified(address: str) -> Verified:
    with psycopg.connect(address) as connection:
        return verify(connection.cursor())


def where_found(address: str, word: str) -> list[str]:
    """Every table of every schema in which a word still stands, as text or as bytes."""
    with psycopg.connect(address) as connection:
        tables = connection.execute(
            "SELECT schemaname || '.' || tablename FROM pg_tables"
            " WHERE schemaname IN ('public', 'history')"
        ).fetchall()
        return [
            table
            for (table,) in tables
            if connection.execute(
                f"SELECT EXISTS (SELECT FROM {table} AS t WHERE t::text ILIKE %s)", [f"%{word}%"]
            ).fetchone()[0]
        ]


def test_a_person_is_gone_from_every_table(committed, office):
    assert len(where_found(committed.owner, WORD)) >= 5

    erased(office, person=office["person"])

    assert where_found(committed.owner, WORD) == []
    assert where_found(committed.owner, OTHER_WORD) != []


def test_a_page_of_the_past_shows_it_no_more(office):
    before = clock.wall()
    with one_snapshot(), as_of(before):
        assert Name.objects.filter(surname=WORD).exists()
    erased(office, person=office["person"])

    with one_snapshot(), as_of(before):
        surnames = set(Name.objects.values_list("surname", flat=True))
    assert (WORD in surnames, OTHER_WORD in surnames) == (False, True)


def test_the_record_stays_whole(committed, office):
    gone = erased(office, person=office["person"])

    found = verified(committed.owner)
    assert (found.findings, found.erased) == ([], gone.done.versions)
    assert gone.done.versions > 5
    assert gone.done.reasons == 2


def test_checkpoints_of_before_still_agree(committed, office, settings):
    where = places(settings.RECORD_KEY, settings.CHECKPOINTS)
    with psycopg.connect(committed.owner) as connection:
        sign(connection.cursor(), where)
    erased(office, person=office["person"])

    witness = Witness(where.folders)
    with psycopg.connect(committed.owner) as connection:
        verify(connection.cursor(), witness.note)
    assert witness.findings() == []
    assert len(witness.agreed()) == 1


def test_a_case_goes_and_its_person_and_other_files_stay(committed, office):
    erased(office, case=office["case"])

    with psycopg.connect(committed.owner) as connection:
        cases = [key for (key,) in connection.execute("SELECT id FROM cases_case")]
        people = connection.execute("SELECT count(*) FROM people_person").fetchone()
    assert (cases, people) == ([office["beside"].id], (2,))


def test_papers_lose_their_content_and_their_words(office):
    digest = hashlib.sha256(CONTENT).hexdigest()
    assert path_of(digest).exists()

    gone = erased(office, case=office["case"])

    assert gone.contents == 1
    assert not path_of(digest).exists()
    assert not ContentText.objects.exists()


def test_a_content_that_another_file_holds_too_stays(office):
    digest = paper(office["beside"], office["asks"], CONTENT)
    chained()

    assert erased(office, case=office["case"]).contents == 0
    assert path_of(digest).exists()


def test_the_export_verifies_and_says_under_what_it_was_erased(committed, office, settings):
    erased(office, person=office["person"])
    where = places(settings.RECORD_KEY, settings.CHECKPOINTS)
    with psycopg.connect(committed.owner) as connection:
        cursor = connection.cursor()
        said = export(cursor, (str(office["case"].id), "C-1"), sign(cursor, where), where)

    verify_record.demand(said, verify_record.EXPORT, "record.json")
    assert list(verify_record.problems(said)) == []
    assert WORD not in json.dumps(said, ensure_ascii=False)
    [line] = [each for each in verify_record.summary_of(said) if each.startswith("Erased")]
    assert line.startswith("Erased under 'End of the retention period' in entry ")


def test_an_erasure_that_no_entry_tells_of_is_found_in_an_export(committed, office, settings):
    erased(office, person=office["person"])
    where = places(settings.RECORD_KEY, settings.CHECKPOINTS)
    with psycopg.connect(committed.owner) as connection:
        cursor = connection.cursor()
        said = export(cursor, (str(office["case"].id), "C-1"), sign(cursor, where), where)
    row = next(row for each in said["entries"] for row in each["rows"] if "erased" in row)
    row["by"] = 1

    assert any("no erasure names a row" in each for each in verify_record.problems(said))


FORGED = {
    "a row put back": "INSERT INTO history.people_name (id, surname, from_seq) SELECT"
    " split_part(line, E'\\t', 2)::uuid, 'x', split_part(line, E'\\t', 3)::bigint FROM"
    " history.record_erasure, regexp_split_to_table(versions, E'\\n') AS line"
    " WHERE line LIKE 'people_name%' LIMIT 1",
    "one more version named": "UPDATE history.record_erasure SET versions = versions ||"
    " E'staff_office\\tx\\t1\\t\\t\\n'",
    "an erasure deleted": "DELETE FROM history.record_erasure",
    "another basis": "UPDATE history.record_erasure SET basis_en = 'x'",
    "another approver": "UPDATE history.record_erasure SET approved_by_name = 'x'",
    "an act whose reason is gone changed": "UPDATE record_entry SET by_name = 'x'"
    " WHERE act = 'cases.spoken_of'",
    "a reason written anew": "UPDATE record_entry SET reason = 'x' WHERE act = 'cases.spoken_of'",
}


@pytest.mark.parametrize("statement", FORGED.values(), ids=FORGED)
def test_a_forged_erasure_is_found(committed, server_for_tests, office, statement):
    erased(office, person=office["person"])
    admin = psycopg.conninfo.make_conninfo(server_for_tests, dbname=database_in(committed.app))
    with psycopg.connect(admin) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(statement)
        assert verify(connection.cursor()).findings != []
        connection.rollback()


def test_whoever_asks_does_not_approve(office):
    one = asked(office, case=office["case"])

    with pytest.raises(ApprovedByWhoAsked):
        carry_out(one.id, by=office["asks"])


@pytest.mark.parametrize(
    ("hold_on", "erase"),
    [("case", "person"), ("person", "person"), ("case", "case"), ("person", "case")],
)
def test_a_hold_wins_and_lets_go_when_it_is_lifted(office, hold_on, erase):
    one = asked(office, **{erase: office[erase]})
    held = place_hold(of=subject(**{hold_on: office[hold_on]}), why="A claim.", by=office["asks"])
    chained()
    with pytest.raises(HeldBack, match="A claim"):
        carry_out(one.id, by=office["approves"])

    lift_hold(id=held.id, why="Dismissed.", by=office["approves"])
    chained()

    assert carry_out(one.id, by=office["approves"]).done.versions > 0


def test_what_two_people_said_on_pages_is_carried_out_at_the_machine(committed, office):
    one = asked(office, case=office["case"])
    waiting = asked(office, case=office["beside"])
    allow_erasure(id=one.id, by=office["approves"])
    keeper = a_member("ADMINISTRATOR")
    chained()

    assert waiting_at_the_machine() == [one.id]
    assert carry_out(one.id, by=keeper).done.versions > 0
    chained()

    assert Erasure.objects.get(pk=one.id).approved_by_id == office["approves"].id
    assert Erasure.objects.get(pk=waiting.id).versions == ""
    assert waiting_at_the_machine() == []
    assert verified(committed.owner).findings == []
    assert hash_left(Erasure.objects.get(pk=one.id)) is not None


def test_an_erasure_is_carried_out_once(office):
    one = asked(office, case=office["case"])
    carry_out(one.id, by=office["approves"])
    chained()

    with pytest.raises(ApprovedAlready):
        carry_out(one.id, by=office["approves"])


def test_what_nobody_asked_is_not_erased(office):
    with pytest.raises(NotAsked):
        carry_out(NOBODY, by=office["approves"])


def test_what_is_not_chained_has_no_hash_to_leave(committed, office):
    one = asked(office, case=office["case"])
    paper(office["case"], office["asks"], b"More.")

    with pytest.raises(NotChainedYet):
        carry_out(one.id, by=office["approves"])
    assert verified(committed.owner).erased == 0


def test_reasons_are_asked_for(office):
    said = {"of": subject(case=office["case"]), "by": office["asks"]}
    held = place_hold(why="A claim.", **said)

    with pytest.raises(NeedsReason):
        ask_erasure(basis=BASIS, why=" ", **said)
    with pytest.raises(NeedsReason):
        place_hold(why="", **said)
    with pytest.raises(NeedsReason):
        lift_hold(id=held.id, why="", by=office["asks"])


def test_a_hold_is_lifted_once(office):
    held = place_hold(of=subject(case=office["case"]), why="A claim.", by=office["asks"])
    lift_hold(id=held.id, why="Over.", by=office["asks"])

    with pytest.raises(HoldIsLifted):
        lift_hold(id=held.id, why="Over.", by=office["asks"])
    assert Hold.objects.get().lifted_why == "Over."


def test_the_folders_for_checkpoints_say_what_was_erased_and_nothing_of_it(office, settings):
    one = asked(office, person=office["person"])
    carry_out(one.id, by=office["approves"])

    said = (settings.CHECKPOINTS[0] / f"erased-{one.id}.txt").read_text()
    assert said.splitlines()[1:] == [
        "basis RETENTION",
        "case None",
        f"person {office['person'].id}",
    ]


def test_the_application_deletes_no_history(committed):
    with psycopg.connect(committed.app) as connection:
        connection.execute("SELECT set_config('throughcare.erasing', 'on', true)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("DELETE FROM history.people_name")
