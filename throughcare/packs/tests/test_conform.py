import json
from pathlib import Path

import pytest

from throughcare.packs.conform import conform_dates, same


def case(category, inputs, expected, **more):
    """Return one case of a conformance file."""
    return {"id": "T-1", "category": category, "inputs": inputs, "expected": expected, **more}


GOOD = case(
    "term.recognizance", {"entered": "2026-03-10", "months": 12}, {"last_day": "2027-03-09"}
)


@pytest.fixture
def conform(tmp_path, capsys):
    """Run cases and return the exit code, the lines printed, and what was noted beside."""

    def run(content):
        path = tmp_path / "cases.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        code = conform_dates(path)
        printed = capsys.readouterr()
        return code, printed.out.splitlines(), printed.err

    return run


def test_agreement_prints_a_count_only(conform):
    assert conform({"vectors": [GOOD]}) == (0, ["1 passed, 0 failed"], "")


def test_a_mismatch_says_what_was_expected_and_got(conform):
    wrong = {**GOOD, "expected": {"last_day": "2027-03-10", "colour": "red"}}

    assert conform([GOOD, wrong]) == (
        1,
        [
            'T-1\tlast_day\t"2027-03-10"\t"2027-03-09"',
            'T-1\tcolour\t"red"\tno such field is computed',
            "1 passed, 1 failed",
        ],
        "",
    )


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({}, "no shape of 'term.recognizance' fits: it needs entered"),
        ({"entered": "March", "months": 12}, "entered = 'March' is not a day"),
        ({"entered": "2026-03-10"}, "months = None is not a whole number"),
        ({"entered": "2026-03-10", "months": "12"}, "months = '12' is not a whole number"),
        ({"entered": "2026-03-10", "months": -1}, "months = -1 is not a whole number"),
    ],
)
def test_a_case_that_cannot_be_read_says_why(conform, inputs, said):
    code, lines, _ = conform([GOOD, {**GOOD, "inputs": inputs}])

    assert (code, lines[-1]) == (1, "1 passed, 1 failed")
    assert f"cannot be read: {said}" in lines[0]


def test_a_day_that_leaves_the_calendar_is_no_day(conform):
    code, lines, _ = conform([{**GOOD, "inputs": {"entered": "9999-03-10", "months": 12}}])

    assert (code, lines[-1]) == (1, "0 passed, 1 failed")
    assert lines[0].endswith("\tnull")


@pytest.mark.parametrize(
    ("category", "inputs", "said"),
    [
        ("curfew", {"window": "late", "night_of": "2026-10-31"}, "is not a window"),
        ("parole.suspension", {"board": "Elsewhere", "referred": "2026-03-02"}, "is not a board"),
        ("parole.suspension", {"arrested_without_warrant": "noon"}, "is not a moment"),
        (
            "parole.suspension",
            {"arrested_without_warrant": "1990-01-01T10:00"},
            "no rule is known for PAROLE_WARRANT_AFTER_ARREST",
        ),
        (
            "term.probation",
            {"made": "2026-01-01", "released": "2026-02-01", "release_kind": "flight", "months": 6},
            "is not a word this pack knows",
        ),
        ("term.probation", {"months": 6}, "none of these inputs is a day: made, sentence_imposed"),
        (
            "condition.community_service",
            {"made": "1990-01-01", "hours": 1, "months": 1},
            "no ceiling is known",
        ),
        ("report.initial", {"made": "1990-01-01"}, "no rule is known for FIRST_REPORT_PROBATION"),
        (
            "term.consecutive",
            {"first_imposed": "1990-01-01", "first_months": 1, "second_months": 1},
            "no rule is known for CSO",
        ),
    ],
)
def test_what_a_method_cannot_read_is_said(conform, category, inputs, said):
    code, lines, _ = conform([GOOD, case(category, inputs, {"due": None})])

    assert code == 1
    assert said in lines[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "Expecting property name"),
        ("{}", 'no list of cases under "vectors"'),
        ("[]", 'no list of cases under "vectors"'),
        ('[{"id": "A"}]', "case 1: category, inputs, expected missing"),
        ('["A"]', "case 1: id, category, inputs, expected missing"),
        (json.dumps([{**GOOD, "category": "chess"}]), "no pack knows the categories"),
        (json.dumps({"vectors": [GOOD], "meta": "ca-on"}), '"meta" is not an object'),
        (json.dumps({"vectors": [GOOD], "meta": None}), '"meta" is not an object'),
        ("[" * 100_000, "recursion"),
        ("\ufeff[]", "BOM"),
        (json.dumps([GOOD, 7]), "case 2: id, category, inputs, expected missing"),
        (json.dumps([{**GOOD, "id": 7}]), "case 1: id missing or of the wrong kind"),
        (json.dumps([{**GOOD, "inputs": []}]), "case 1: inputs missing or of the wrong kind"),
        (json.dumps([{**GOOD, "expected": "x"}]), "case 1: expected missing"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(conform, content, said):
    code, lines, _ = conform(content)

    assert (code, lines[-1]) == (1, "0 passed, 1 failed")
    assert said in lines[0]


def test_an_absent_file_is_said(tmp_path, capsys):
    assert conform_dates(tmp_path / "absent.json") == 1
    assert "No such file" in capsys.readouterr().out


def test_inputs_nobody_reads_are_told_beside(conform):
    given = {**GOOD["inputs"], "mood": "good"}

    assert conform([{**GOOD, "inputs": given}]) == (
        0,
        ["1 passed, 0 failed"],
        "note: T-1: not read: mood\n",
    )


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({"confidence": "ambiguous"}, ["T-1\tconfidence\tambiguous\tone answer only"]),
        ({"confidence": "text", "alternative": {"other": {"last_day": "2027-03-10"}}}, []),
    ],
)
def test_an_ambiguous_case_must_be_answered_as_one(conform, more, lines):
    assert conform([{**GOOD, **more}])[1][:-1] == lines


def test_the_other_reading_must_be_among_the_answers(conform):
    other = {"clear": {"next_sample_not_before": "2026-05-11"}, "odd": {"colour": "red"}}
    found = case(
        "condition.samples",
        {"first_sample_taken": "2026-05-02"},
        {"next_sample_not_before": "2026-05-10"},
        confidence="ambiguous",
        alternative=other,
    )

    assert conform([found])[1] == [
        'T-1\tclear.next_sample_not_before\t"2026-05-11"\tnot among the readings',
        'T-1\todd.colour\t"red"\tnot among the readings',
        "0 passed, 1 failed",
    ]


@pytest.mark.parametrize(
    ("category", "inputs", "expected"),
    [
        (
            "term.probation",
            {
                "made": "2026-01-01",
                "months": 6,
                "imprisoned_for_other_offence": [["2026-02-01"] * 2],
            },
            {"tolled_days": 0},
        ),
        (
            "term.probation",
            {"made": "2026-01-01", "released": "2026-02-01", "months": 6},
            {"first_day": None, "status": "needs_person"},
        ),
        ("term.probation", {"made": "2026-01-31", "months": 6}, {"outer_last_day": "2026-07-30"}),
        (
            "cso.suspension",
            {"imposed": "2026-01-05", "months": 12, "imprisoned_from": "2026-09-01"},
            {"last_day": None, "status": "needs_person"},
        ),
        (
            "term.probation",
            {"made": "2024-02-29", "months": 12, "extension_months": 12},
            {"last_day_before": "2025-02-27", "last_day_after": "2026-02-27"},
        ),
        ("soira", {"departure": "2020-01-01"}, {"notify_by": None, "status": "needs_person"}),
    ],
)
def test_further_answers(conform, category, inputs, expected):
    assert conform([case(category, inputs, expected)])[1] == ["1 passed, 0 failed"]


@pytest.mark.parametrize(
    ("category", "inputs", "field", "wrong", "shown"),
    [
        (
            "curfew",
            {"window": "21:00-06:00", "night_of": "2026-10-31"},
            *("utc_end", "noon", '"2026-11-01T11:00:00+00:00"'),
        ),
        (
            "parole.suspension",
            {"arrested_without_warrant": "2026-06-01T10:00"},
            *("warrant_must_be_executed_by", "2026-06-03T10:00-05:00", '"2026-06-03T10:00:00"'),
        ),
        (
            "condition.community_service",
            {"hours": 300, "months": 18},
            "violations",
            ["x"],
            '["hours"]',
        ),
        (
            "condition.community_service",
            {"hours": 300, "months": 18},
            "violations",
            "x",
            '["hours"]',
        ),
    ],
)
def test_other_kinds_of_values_are_shown(conform, category, inputs, field, wrong, shown):
    lines = conform([case(category, inputs, {field: wrong})])[1]

    assert lines[0] == f"T-1\t{field}\t{json.dumps(wrong)}\t{shown}"


def test_a_folder_or_a_picture_is_no_file_of_cases(tmp_path, capsys):
    picture = tmp_path / "cases.json"
    picture.write_bytes(b"\x89PNG\xff\xfe")

    assert (conform_dates(tmp_path), conform_dates(picture)) == (1, 1)
    lines = capsys.readouterr().out.splitlines()
    assert "Is a directory" in lines[0]
    assert "can't decode byte" in lines[2]
    assert lines[1] == lines[3] == "0 passed, 1 failed"


@pytest.mark.parametrize("alternative", [7, ["x"], {"reading": "2027-03-10"}, None])
def test_readings_of_the_wrong_shape_fail_their_case_alone(conform, alternative):
    code, lines, _ = conform([GOOD, {**GOOD, "alternative": alternative}])

    assert (code, lines[-1]) == (1, "1 passed, 1 failed")
    assert '"alternative" is not an object of objects' in lines[0]


def test_what_no_terminal_can_show_is_written_as_its_code(conform):
    odd = json.dumps([{**GOOD, "id": "?", "expected": {"last_day": "?"}}]).replace("?", "\\ud800")

    code, lines, _ = conform(odd)

    assert code == 1
    assert lines[0].startswith("\\ud800\tlast_day")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["hours over 240"], ["hours"]),
        (["HOURS_OVER_LIMIT"], ["hours"]),
        (["hour limit (240) within the period"], ["hours"]),
        (["months over 18"], ["months"]),
        (["The period is too long"], ["months"]),
        (["duration: 300 hours are too many as well"], ["months"]),
        (["hours", "months"], ["hours", "months"]),
        (["months", "hours"], ["hours", "months"]),
    ],
)
def test_a_violation_is_compared_by_the_input_it_names_first(words, named):
    assert same(words, named, "UTC")


@pytest.mark.parametrize("words", [["weeks"], [], ["hours", "months"], "hours", [7], None])
def test_a_violation_of_something_else_differs(words):
    assert not same(words, ["hours"], "UTC")


def test_the_example_of_the_page_agrees(conform):
    page = (Path(__file__).parents[3] / "tests" / "vectors" / "dates.md").read_text("utf-8")

    assert conform(page.partition("```json\n")[2].partition("```")[0])[:2] == (
        0,
        ["1 passed, 0 failed"],
    )
