"""Files to bring in as they really come: from spreadsheets, twice, broken off, and wrong."""

import json
from datetime import date

import pytest
from django.urls import reverse

from throughcare.orders.commands import importing
from throughcare.orders.commands.importing import import_orders
from throughcare.orders.importing import files
from throughcare.orders.importing.values import brought
from throughcare.orders.models import Order
from throughcare.people.models import Person
from throughcare.people.tests.factories import plain
from throughcare.staff.tests.factories import signed_in

ROW = {key: value for key, value in files.SAMPLE.items() if key in files.ORDERS}
HEAD = "id{0}surname{0}instrument{0}court{0}information_number{0}made_on"
LINE = "{1}{0}Sample{0}PROBATION{0}Ontario Court of Justice{0}26-041{1}{0}2026-09-08"


def rows(tmp_path, content, name="file.csv", kind="orders"):
    """Return the rows of a file with this content."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return files.rows_of(path, kind)


def table(separator=",", end="\n", count=2):
    lines = [HEAD.format(separator), *(LINE.format(separator, n) for n in range(count))]
    return end.join(lines) + end


@pytest.mark.parametrize("begins", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_is_read_however_a_spreadsheet_saved_it(tmp_path, separator, end, begins):
    found = rows(tmp_path, begins + table(separator, end).encode())

    assert [row["id"] for row in found] == ["0", "1"]
    assert found[0]["court"] == "Ontario Court of Justice"
    assert brought(found[0]).wrong == []


def test_the_words_of_a_cell_keep_their_lines_and_separators(tmp_path):
    text = 'id;words\r\n1;"1. Keep the peace;\r\n2. Say ""yes""."\r\n'

    assert rows(tmp_path, text)[0]["words"] == '1. Keep the peace;\n2. Say "yes".'


def test_names_of_columns_may_be_written_with_capitals_and_spaces(tmp_path):
    assert rows(tmp_path, "ID, Surname \n1,Sample\n") == [{"id": "1", "surname": "Sample"}]


def test_lines_without_anything_are_no_rows(tmp_path):
    assert len(rows(tmp_path, table(";") + ";;;;;\r\n\r\n  ;\r\n")) == 2


def test_an_empty_file_has_no_rows(tmp_path):
    assert rows(tmp_path, "") == []
    assert rows(tmp_path, "id,surname\n") == []


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"PK\x03\x04rest", "file.xlsx", "is a workbook"),
        ("id,surname\n1,Ren\u00e9\n".encode("cp1252"), "file.csv", "it is not UTF-8"),
        ("id,surname\n1,x\n".encode("utf-16"), "file.csv", "it is not UTF-8"),
        (b"\xff\xfe\x00\x01", "file.json", "it is not UTF-8"),
        ('id,surname\n1,"open\n2,lost\n', "file.csv", "cannot be read"),
        ("id,surname,ID\n1,x,2\n", "file.csv", "names twice: id"),
        ("id,words\n1," + "x" * 1_000_001 + "\n", "file.csv", "cannot be read"),
        ("[" * 200_000, "file.json", "cannot be read"),
        ('[{"id": ' + "9" * 5000 + "}]", "file.json", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole_says_why(tmp_path, content, name, why):
    with pytest.raises(files.UnreadableFile, match=why):
        rows(tmp_path, content, name)


def test_a_line_with_more_cells_than_the_heading_is_its_own_fault(tmp_path):
    first, second = rows(tmp_path, "id,surname\n1,Sample,lost,more\n2,Gatien\n")

    assert "more columns than the heading: lost; more" in brought(first).wrong[0]
    assert files.FAULT not in second


def test_json_lines_are_read_one_by_one(tmp_path):
    lines = [json.dumps(ROW), "{broken", "[1]", "", json.dumps(ROW | {"id": "OLD-2"})]
    found = rows(tmp_path, "\n".join(lines), "file.jsonl")

    assert [row.get("id", "-") for row in found] == ["OLD-1", "-", "-", "OLD-2"]
    assert brought(found[1]).wrong[0].startswith("the line is no JSON: ")
    assert found[1]["words"] == "{broken"
    assert brought(found[2]).wrong[0] == "the line holds no object"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e5000"])
def test_a_number_without_end_is_the_fault_of_its_row(tmp_path, number):
    codes = f'{{"KPGB": {{"n": {number}}}}}'
    given = f'{{"id": "1", "conditions": [{{"words": "Work.", "codes": {codes}}}]}}'
    for name, text in (("a.jsonl", given), ("a.json", f"[{given}]")):
        (row,) = rows(tmp_path, text, name)

        assert "a number is too large, or none" in brought(row).wrong


DAYS = [
    ("2026-09-08", date(2026, 9, 8)),
    ("24/11/2026", date(2026, 11, 24)),
    ("11/24/2026", date(2026, 11, 24)),
    ("04/04/2026", date(2026, 4, 4)),
    ("24-11-2026", date(2026, 11, 24)),
]
NO_DAYS = [
    ("03/04/2026", "made_on: This can be read two ways: 3 Apr 2026 or 4 Mar 2026."),
    ("3/4/2026", "made_on: This can be read two ways: 3 Apr 2026 or 4 Mar 2026."),
    ("24/11/26", "made_on: Write the year with four figures."),
    ("30/02/2026", "made_on: February 2026 has 28 days."),
    ("2026-13-01", "made_on: There is no month 13."),
    ("0001-01-01", "made_on: Check the year, 1."),
    ("9999-12-31", "made_on: Check the year, 9999."),
    ("20260908", "made_on is not a day such as 2026-01-31"),
    ("2026-W14-5", "made_on is not a day such as 2026-01-31"),
    ("45908", "made_on is not a day such as 2026-01-31"),
    ("today", "made_on is not a day such as 2026-01-31"),
    ("٢٠٢٦-٠٩-٠٨", "made_on is not a day such as 2026-01-31"),
    ("2026-09-08 00:00:00", "made_on is not a day such as 2026-01-31"),
]


@pytest.mark.parametrize(("typed", "day"), DAYS)
def test_a_day_as_a_spreadsheet_writes_it_is_read(typed, day):
    assert brought(ROW | {"made_on": typed, "received_on": ""}).made.made_on == day


@pytest.mark.parametrize(("typed", "why"), NO_DAYS)
def test_a_day_that_is_none_or_two_is_refused(typed, why):
    (told,) = brought(ROW | {"made_on": typed}).wrong

    assert plain(told).startswith(why)


def test_a_birth_date_that_can_be_read_two_ways_is_refused():
    (told,) = brought(ROW | {"born": "03/04/1990"}).wrong

    assert plain(told).startswith("born: This can be read two ways")
    assert brought(ROW | {"born": "24/04/1990"}).birth.born_day == 24


@pytest.mark.parametrize("value", ["a\0b", "\ud800", {"a": "\0"}, ["\udfff"]])
@pytest.mark.parametrize("column", ["id", "words", "court", "conditions"])
def test_a_sign_that_no_text_holds_is_told(column, value):
    assert f"{column}: a sign that no text holds" in brought(ROW | {column: value}).wrong


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ([{"words": " ", "codes": {}}], "conditions is not a list of words with their codes"),
        ([{"words": 5, "codes": {}}], "conditions is not a list of words with their codes"),
        ([{"words": "Be.", "codes": {"MOON": {}}}], "conditions: not known are MOON"),
        ("[" * 100_000, "conditions is not a list of words with their codes"),
    ],
)
def test_conditions_that_nobody_can_read_are_told(given, why):
    assert why in brought(ROW | {"conditions": given}).wrong


@pytest.fixture
def bring(clerk, manager):
    def brings(*rows, **said):
        return import_orders(rows=list(rows), by=clerk, **said)

    return brings


def someone(number, **said):
    return ROW | {
        "id": f"OLD-{number}",
        "surname": f"Sample{number}",
        "born": f"19{50 + number % 50}-04-17",
        "information_number": f"26-{number:04}",
        **said,
    }


@pytest.mark.django_db
def test_the_same_row_twice_in_a_file_comes_in_once(bring):
    outcome = bring(someone(1), someone(2), someone(1))

    assert (outcome.made, outcome.already, outcome.wrong) == (2, 1, [])


@pytest.mark.django_db
def test_an_id_that_stands_for_two_orders_loses_neither(bring):
    outcome = bring(someone(1), someone(1, length="6 months"), someone(2))

    assert outcome.made == 2
    assert [(row["row"], row["why"]) for row in outcome.wrong] == [
        (2, "row 1 has this id and says something else")
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("said", [{"length": "6 months"}, {"court": "Elsewhere"}])
def test_a_row_changed_since_it_came_in_is_told(bring, said):
    bring(someone(1))
    outcome = bring(someone(1, **said))

    assert outcome.wrong[0]["why"] == (
        "an order with this id is on file and says something else: change it there"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"holder": "nobody.here"}, "holder: nobody signs in as nobody.here"),
        ({"court": "x" * 161}, "court: Shorten this to 160 characters; it has 161."),
        ({"judge": "x" * 900}, "judge: Shorten this to 160 characters; it has 900."),
        ({"length": "9999 years"}, "length cannot be read: write it such as 18 months"),
        ({"received_on": "2026-09-01"}, "received_on: The order cannot have been received"),
        (
            {
                "conditions": [
                    {"words": "Work.", "codes": {"COMMUNITY_SERVICE": {"months": 10**30}}}
                ]
            },
            "Community service: what is stated cannot be counted.",
        ),
    ],
)
def test_what_cannot_be_kept_is_told_by_its_column(bring, said, why):
    outcome = bring(someone(1, **said), someone(2))

    assert outcome.made == 1
    assert outcome.wrong[0]["why"].startswith(why)
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_a_name_longer_than_any_stops_only_its_row(bring):
    outcome = bring(someone(1, surname="x" * 900), someone(2))

    assert (outcome.made, len(outcome.wrong)) == (1, 1)
    assert outcome.wrong[0]["why"]


@pytest.mark.django_db
def test_a_run_that_was_broken_off_goes_on_where_it_was(bring):
    wanted = [someone(number) for number in range(6)]

    def until_the_fourth(rows):
        yield from rows[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring(*wanted, progress=until_the_fourth)
    assert Order.objects.count() == 3

    outcome = bring(*wanted)
    assert (outcome.made, outcome.already, outcome.wrong) == (3, 3, [])


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_rows_come_in_alike_however_many_are_asked_about_at_once(bring, monkeypatch, size):
    monkeypatch.setattr(importing, "BATCH", size)
    bring(someone(4))
    like_the_first = someone(3, surname="Sample1", born="1951-04-17")
    some = [someone(1), someone(2, born="x"), someone(1), like_the_first, someone(4)]

    outcome = bring(*some, someone(1, court="Elsewhere"), someone(5))

    assert (outcome.made, outcome.already) == (2, 2)
    assert [row["row"] for row in outcome.wrong] == [2, 4, 6]


@pytest.mark.django_db
def test_of_more_rows_no_more_is_asked_together(bring, django_assert_num_queries):
    bring(*(someone(number) for number in range(5)))

    with django_assert_num_queries(2):
        outcome = bring(*(someone(number) for number in range(5)))
    assert outcome.already == 5


@pytest.mark.django_db
def test_every_row_is_made_on_file_or_wrong(tmp_path, bring):
    lines = [json.dumps(someone(n, **({"made_on": "?"} if n % 5 == 0 else {}))) for n in range(20)]
    found = rows(tmp_path, "\n".join([*lines, "broken", lines[1]]), "file.jsonl")
    outcome = bring(*found)

    assert (outcome.made, outcome.already, len(outcome.wrong)) == (16, 1, 5)
    assert outcome.made + outcome.already + len(outcome.wrong) == len(found)


@pytest.mark.django_db
def test_the_file_of_errors_is_mended_and_brought_in(tmp_path, bring):
    given = [{"words": "Be home by 10.", "codes": {"CURFEW": {"window": {"start": "22:00"}}}}]
    outcome = bring(someone(1, made_on="03/04/2026", conditions=given))
    text = files.written(outcome.wrong, "orders", "row", "why")
    (row,) = rows(tmp_path, text.replace("03/04/2026", "2026-04-03"))

    assert bring(row).made == 1
    assert Order.objects.get().conditions.get().codes.get().code == "CURFEW"


@pytest.fixture
def as_clerk(client, clerk):
    signed_in(client, clerk)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("kind", files.KINDS)
@pytest.mark.parametrize("form", files.FORMS)
def test_a_file_to_begin_with_can_be_fetched_and_brought_in(tmp_path, as_clerk, bring, kind, form):
    answer = as_clerk.get(reverse("orders:template", args=[kind, form]))

    assert answer["Content-Disposition"] == f'attachment; filename="{kind}.{form}"'
    assert bring(*rows(tmp_path, answer.content, f"file.{form}", kind)).made == 1


@pytest.mark.django_db
def test_the_page_of_files_leads_to_each(as_clerk):
    text = as_clerk.get(reverse("orders:bringing")).text

    for kind in files.KINDS:
        for form in files.FORMS:
            assert reverse("orders:template", args=[kind, form]) in text
    assert reverse("orders:bringing") in as_clerk.get(reverse("orders:intake")).text


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "form"), [("orders", "xlsx"), ("people", "csv"), ("", "csv")])
def test_no_other_file_is_there(as_clerk, kind, form):
    assert as_clerk.get(f"/intake/files/{kind}.{form}").status_code == 404
