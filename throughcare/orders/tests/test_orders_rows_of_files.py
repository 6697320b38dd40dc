"""Files to bring in, as rows and back, and one row as values: no database."""

import json
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.importing import files
from throughcare.orders.importing.values import NEEDED, brought
from throughcare.people.facts import BirthFacts, NameFacts
from throughcare.people.words import NameKind

SAMPLE = dict(files.SAMPLE)
IN_FRENCH = [
    ({"court": ""}, "court manque"),
    ({"made_on": "x"}, "made_on n’est pas un jour tel que 2026-01-31"),
    ({"surname": ""}, "surname ou person manque"),
    ({"instrument": "Q"}, "instrument Q est inconnu"),
    ({"length": "x"}, "length ne peut pas être lu : écrivez par exemple 18 months"),
    ({"born": "x"}, "born n’est ni un jour tel que 1990-04-17, ni une année"),
    ({"language": "x"}, "language est en ou fr"),
    ({"hours_done": "x"}, "hours_done n’est pas un nombre"),
    ({"as_at": ""}, "as_at manque : dites quel jour les soldes étaient ainsi"),
    ({"as_at": "2027-11-01"}, "as_at n’est pas encore venu"),
    ({"conditions": "{"}, "conditions n’est pas une liste de mots avec leurs codes"),
]
LENGTHS = [
    ("18 months", Length(months=18)),
    ("18", Length(months=18)),
    ("deux ans moins un jour", Length(years=2, less_days=1)),
    ("", None),
    (None, None),
]
BORN = [
    ("", BirthFacts()),
    ("1990", BirthFacts(1990)),
    ("1990-04", BirthFacts(1990, 4)),
    (" 1990-04-17 ", BirthFacts(1990, 4, 17)),
]
BALANCES = [
    ({"hours_done": "0"}, {"hours_done": 0.0, "last_contact_on": "2026-10-27"}),
    ({"hours_done": ""}, {"last_contact_on": "2026-10-27"}),
    ({"hours_done": "", "last_contact_on": ""}, {}),
    (
        {"hours_done": "", "pending_breaches": "one"},
        {"last_contact_on": "2026-10-27", "pending_breaches": "one"},
    ),
]
WRONG_LISTS = ["{", '"words"', "[1]", '[{"codes": {}}]', '[{"words": "a", "codes": [1]}]', "7"]


@pytest.mark.parametrize(("said", "why"), IN_FRENCH)
def test_a_fault_is_told_in_french(said, why):
    with translation.override("fr"):
        (wrong,) = brought(SAMPLE | said).wrong

    assert wrong.replace("\u00a0", " ") == why


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("value", ["", "  ", None])
def test_what_is_needed_is_told_by_its_column(name, value):
    found = brought(SAMPLE | {name: value})

    assert found.wrong == [f"{name} is missing"]
    assert found.made is None


def test_an_empty_row_lacks_all_that_is_needed():
    assert len(brought({}).wrong) == len(NEEDED) + 1


@pytest.mark.parametrize(("typed", "length"), LENGTHS)
def test_a_length_is_read_as_clerks_type_it(typed, length):
    assert brought(SAMPLE | {"length": typed}).made.length == length


@pytest.mark.parametrize(("written", "birth"), BORN)
def test_as_much_of_a_birth_date_as_is_known(written, birth):
    assert brought(SAMPLE | {"born": written}).birth == birth


@pytest.mark.parametrize(("said", "balance"), BALANCES)
def test_balances_are_those_that_the_row_gives(said, balance):
    assert brought(SAMPLE | said).made.balance == balance


def test_without_the_day_of_receipt_it_was_received_when_made():
    made = brought(SAMPLE | {"received_on": ""}).made

    assert made.received_on == made.made_on == date(2026, 9, 8)


def test_days_and_names_come_as_the_row_has_them():
    said = {"first_day": "2026-09-10", "last_day": "2027-09-09", "judge": " N. Example "}
    found = brought(SAMPLE | said)

    days = (found.made.first_day_stated, found.made.last_day_stated, found.made.balance_on)
    assert days == (date(2026, 9, 10), date(2027, 9, 9), date(2026, 11, 1))
    assert found.made.judge == "N. Example"
    assert found.name == NameFacts(NameKind.LEGAL, "Sample", "Remy")


def test_a_person_on_file_needs_no_name():
    found = brought(SAMPLE | {"surname": "", "given": "", "person": "P-7"})

    assert (found.wrong, found.name, found.person) == ([], None, "P-7")


@pytest.mark.parametrize("given", WRONG_LISTS)
def test_conditions_that_are_no_list_are_told(given):
    found = brought(SAMPLE | {"conditions": given})

    assert found.wrong == ["conditions is not a list of words with their codes"]
    assert found.conditions == ()


def test_conditions_given_are_numbered_in_their_order():
    given = [{"words": "Be.", "codes": {}}, {"words": "Go.", "codes": {"KPGB": {}, "APPEAR": {}}}]
    first, second = brought(SAMPLE | {"conditions": given}).conditions

    assert (first.number, first.words, first.codes) == (1, "Be.", ())
    assert [code.code for code in second.codes] == ["KPGB", "APPEAR"]


def test_the_ids_of_a_row_are_the_same_each_time_and_each_its_own():
    one, again, other = (brought(SAMPLE | {"id": name}) for name in ("A", " A ", "B"))

    assert one.id_of("order") == again.id_of("order")
    assert len({one.id_of("order"), one.id_of("case"), other.id_of("order")}) == 3


@given(
    st.dictionaries(
        st.sampled_from(files.CASELOAD), st.text(st.characters(codec="cp1252"), max_size=12)
    )
)
def test_no_row_of_text_breaks_it(row):
    found = brought(row)

    assert (found.made is None) == bool(found.wrong)


@pytest.mark.parametrize("kind", files.KINDS)
@pytest.mark.parametrize("value", ["a,b", 'say "so"', "two\nlines", "Éloïse", " spaced ", "=1+1"])
def test_what_is_written_is_read_back(tmp_path, kind, value):
    row = dict.fromkeys(files.KINDS[kind], "") | {"words": value}
    path = tmp_path / "rows.csv"
    path.write_text(files.written([row], kind), encoding="utf-8", newline="")

    assert files.rows_of(path, kind) == [row]


def test_a_file_may_begin_with_the_mark_that_spreadsheets_write(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("id,surname\nA,Sample\n", encoding="utf-8-sig")

    assert files.rows_of(path, "orders") == [{"id": "A", "surname": "Sample"}]


def test_a_short_line_leaves_its_columns_out(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("id,surname,given\nA\n", encoding="utf-8")

    assert files.rows_of(path, "orders") == [{"id": "A"}]


def test_balances_are_columns_of_a_caseload_alone(tmp_path):
    path = tmp_path / "rows.json"
    path.write_text(json.dumps([{"id": "A", "as_at": "2026-11-01"}]), encoding="utf-8")

    assert files.rows_of(path, "caseload")[0]["as_at"] == "2026-11-01"
    with pytest.raises(files.UnreadableFile, match="not known: as_at"):
        files.rows_of(path, "orders")


@pytest.mark.parametrize("kind", files.KINDS)
def test_both_templates_have_the_same_row(tmp_path, kind):
    found = []
    for form in ("csv", "json"):
        path = tmp_path / f"template.{form}"
        path.write_text(files.template(kind, form), encoding="utf-8", newline="")
        found += [files.rows_of(path, kind)]

    assert found[0] == found[1]
    assert list(found[0][0]) == list(files.KINDS[kind])


def test_a_file_in_another_encoding_is_refused_in_words(tmp_path):
    path = tmp_path / "caseload.csv"
    path.write_bytes("id,court\n1,Québec\n".encode("latin-1"))

    with pytest.raises(files.UnreadableFile, match=r"caseload\.csv cannot be read"):
        files.rows_of(path, "caseload")


@pytest.mark.parametrize("hours", ["nan", "inf", "1e400", "-5", "12,5", "123456", "1.234"])
def test_hours_done_must_be_a_number_of_hours(hours):
    assert "hours_done is not a number" in brought({"hours_done": hours}).wrong


@pytest.mark.parametrize("hours", ["0", "12", "12.5", "99999.25"])
def test_hours_done_are_taken_as_written(hours):
    assert "hours_done is not a number" not in brought({"hours_done": hours}).wrong
