"""Cases of obligations: what agrees is counted, and whatever does not is said in one line."""

import json
from copy import deepcopy
from pathlib import Path

import pytest

from throughcare.packs.obligation_cases import conform_obligations, mismatches_of

VECTORS = Path(__file__).parents[3] / "tests" / "vectors" / "obligations.json"
REQUIRED = {
    "id": "R1",
    "owed_by": "office",
    "cadence": {"kind": "once", "opens_on": "2026-03-02", "due_before": "2026-03-05"},
    "closed_by": ["CONTACT"],
    "in_force": {"starts_on": "2026-01-01"},
}
OPEN = {
    "requirement": "R1",
    "opens_on": "2026-03-02",
    "due_before": "2026-03-05",
    "state": "open",
}
GOOD = {"id": "T-1", "requirements": [REQUIRED], "on": "2026-03-03", "expected": [OPEN]}


@pytest.fixture
def conform(tmp_path, capsys):
    """Run a file and return the exit code and the lines printed."""

    def run(content):
        path = tmp_path / "cases.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        code = conform_obligations(path)
        return code, capsys.readouterr().out.splitlines()

    return run


def changed(*path, to):
    """Return the good case with one value put in place of another; `None` takes it out."""
    case = deepcopy(GOOD)
    *way, last = path
    inside = case
    for step in way:
        inside = inside[step]
    if to is None:
        del inside[last]
    else:
        inside[last] = to
    return case


def asking(**cadence):
    return changed("requirements", 0, "cadence", to=cadence)


def test_the_cases_worked_by_hand_all_agree(capsys):
    assert conform_obligations(VECTORS) == 0

    passed = len(json.loads(VECTORS.read_text())["cases"])
    assert passed >= 50
    assert capsys.readouterr().out == f"{passed} passed, 0 failed\n"


@pytest.mark.parametrize("kind", ["once", "after", "times", "rolling", "hours"])
def test_each_cadence_has_ten_cases_worked_by_hand(kind):
    cases = json.loads(VECTORS.read_text())["cases"]

    kinds = [each["cadence"]["kind"] for case in cases for each in case["requirements"]]
    assert kinds.count(kind) >= 10


def test_each_state_is_reached_by_a_case_worked_by_hand():
    cases = json.loads(VECTORS.read_text())["cases"]

    reached = {each["state"] for case in cases for each in case["expected"]}
    assert reached == {
        "ahead",
        "open",
        "done",
        "done_late",
        "overdue",
        "set_aside",
        "not_done_no_staff",
        "paused",
        "ended",
    }


def test_no_two_cases_worked_by_hand_have_one_name():
    names = [case["id"] for case in json.loads(VECTORS.read_text())["cases"]]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("content", [{"cases": [GOOD]}, [GOOD]], ids=["headed", "bare_list"])
def test_agreement_prints_a_count_only(conform, content):
    assert conform(content) == (0, ["1 passed, 0 failed"])


def test_a_failure_is_counted_once_however_many_lines_it_has(conform):
    wrong = changed("expected", 0, to={**OPEN, "due_before": "2026-03-06", "state": "done"})

    assert conform([GOOD, wrong, GOOD]) == (
        1,
        [
            "T-1\tR1 from 2026-03-02 due_before\t2026-03-06\t2026-03-05",
            "T-1\tR1 from 2026-03-02 state\tdone\topen",
            "2 passed, 1 failed",
        ],
    )


def test_an_obligation_that_is_not_computed_is_missed():
    wrong = changed("expected", to=[OPEN, {**OPEN, "opens_on": "2026-04-02"}])

    assert mismatches_of(wrong) == ["T-1\tR1 from 2026-04-02\topen\tno such obligation"]


def test_an_obligation_that_nobody_expected_is_told():
    assert mismatches_of(changed("expected", to=[])) == ["T-1\tR1 from 2026-03-02\tnothing\topen"]


def test_the_same_obligation_is_not_expected_twice():
    assert mismatches_of(changed("expected", to=[OPEN, OPEN])) == [
        "T-1\tR1 from 2026-03-02\topen\tno such obligation"
    ]


@pytest.mark.parametrize(
    ("case", "said"),
    [
        pytest.param(changed("on", to=None), "'on' is missing", id="no_day"),
        pytest.param(changed("expected", to=None), "'expected' is missing", id="no_answer"),
        pytest.param(changed("requirements", to=None), "'requirements' is missing", id="no_rule"),
        pytest.param(changed("on", to="March"), "Invalid isoformat string: 'March'", id="no_date"),
        pytest.param(changed("on", to="2026-02-30"), "day is out of range", id="no_such_day"),
        pytest.param(changed("expected", 0, "state", to=None), "'state' is missing", id="no_state"),
        pytest.param(
            changed("requirements", 0, "owed_by", to="court"),
            "'court' is not a valid",
            id="owed_by",
        ),
        pytest.param(
            changed("requirements", 0, "closed_by", to="CONTACT"),
            "closed_by = 'CONTACT' is not a list of kinds",
            id="closed_by_a_bare_word",
        ),
        pytest.param(
            {**GOOD, "requirements": [{**REQUIRED, "at_least": "rumour"}]},
            "'RUMOUR' is missing or unknown",
            id="strength",
        ),
        pytest.param(
            changed("requirements", 0, "in_force", to={}), "'starts_on' is missing", id="in_force"
        ),
        pytest.param(changed("requirements", 0, to="R1"), "string indices must be", id="a_word"),
    ],
)
def test_a_case_that_cannot_be_read_says_what_is_wrong(case, said):
    (line,) = mismatches_of(case)

    name, field, given, sentence = line.split("\t")
    assert (name, field, json.loads(given)) == ("T-1", "inputs", case)
    assert sentence.startswith(f"cannot be read: {said}")


@pytest.mark.parametrize(
    ("cadence", "said"),
    [
        ({"kind": "weekly"}, "'weekly' is missing or unknown"),
        ({}, "'kind' is missing or unknown"),
        ({"kind": "once", "opens_on": "2026-03-02"}, "'due_before' is missing or unknown"),
        ({"kind": "after", "within": {"days": 1}}, "'event' is missing or unknown"),
        ({"kind": "rolling"}, "'within' is missing or unknown"),
        ({"kind": "rolling", "within": {"hours": 3}}, "Length.__init__() got an unexpected"),
        ({"kind": "rolling", "within": {"days": "few"}}, "invalid literal for int()"),
        ({"kind": "hours", "hours": "1/0"}, "Fraction(1, 0)"),
        ({"kind": "hours", "hours": "some"}, "Invalid literal for Fraction: 'some'"),
        (
            {"kind": "times", "window": "moon", "part_window": "owed", "rates": []},
            "'moon' is not a valid Window",
        ),
        (
            {"kind": "times", "window": "week", "part_window": "half", "rates": []},
            "'half' is not a valid PartWindow",
        ),
        (
            {"kind": "times", "window": "week", "part_window": "owed", "rates": [{"times": 1}]},
            "'from' is missing or unknown",
        ),
    ],
)
def test_a_cadence_that_cannot_be_read_says_what_is_wrong(cadence, said):
    (line,) = mismatches_of(asking(**cadence))

    assert line.rpartition("\t")[2].startswith(f"cannot be read: {said}")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"evidence": [{"kind": "CONTACT", "on": "2026-03-03"}]}, "'id' is missing or unknown"),
        ({"evidence": [{"id": "1", "on": "2026-03-03"}]}, "'kind' is missing or unknown"),
        ({"events": [{"kind": "INTAKE"}]}, "'on' is missing or unknown"),
        ({"pauses": [{"kind": "CUSTODY"}]}, "'starts_on' is missing or unknown"),
        (
            {"set_aside": [{"requirement": "R1", "starts_on": "2026-03-01", "by": "A. Okafor"}]},
            "'why' is missing or unknown",
        ),
        (
            {"no_staff": [{"requirement": "R1", "starts_on": "2026-03-01", "why": "ill"}]},
            "'by' is missing or unknown",
        ),
        (["nothing"], "'list' object has no attribute 'get'"),
    ],
)
def test_facts_that_cannot_be_read_say_what_is_wrong(facts, said):
    (line,) = mismatches_of({**GOOD, "facts": facts})

    assert line.rpartition("\t")[2] == f"cannot be read: {said}"


def test_a_case_that_cannot_be_read_does_not_stop_the_others(conform):
    code, lines = conform([changed("on", to="March"), "not a case", GOOD])

    assert code == 1
    assert [line.partition("\t")[0] for line in lines] == [
        "T-1",
        "not a case",
        "1 passed, 2 failed",
    ]


def test_a_case_without_a_name_is_called_that():
    (line,) = mismatches_of({})

    assert line == "a case without an id\tinputs\t{}\tcannot be read: 'on' is missing or unknown"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "Expecting property name enclosed in double quotes"),
        ("[]", 'the file has no list of cases under "cases"'),
        ('{"cases": {}}', 'the file has no list of cases under "cases"'),
        ('{"vectors": [1]}', 'the file has no list of cases under "cases"'),
        ("7", 'the file has no list of cases under "cases"'),
        ("[" * 100_000, "maximum recursion depth exceeded"),
    ],
)
def test_a_file_without_cases_says_so(conform, content, said):
    code, (line, count) = conform(content)

    assert (code, count) == (1, "0 passed, 1 failed")
    assert line.partition(".json: ")[2].startswith(said)


def test_a_file_that_is_not_there_says_so(tmp_path, capsys):
    assert conform_obligations(tmp_path / "absent.json") == 1
    assert "No such file or directory" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"evidence": [{"id": "1", "kind": "CONTACT", "on": "2026-03-02"}]}, "done"),
        ({"pauses": [{"kind": "CUSTODY", "starts_on": "2026-03-03"}]}, "paused"),
        (
            {
                "set_aside": [
                    {"requirement": "R1", "starts_on": "2026-03-01", "by": "A", "why": "ill"}
                ]
            },
            "set_aside",
        ),
        (
            {
                "no_staff": [
                    {"requirement": "R1", "starts_on": "2026-03-01", "by": "A", "why": "ill"}
                ]
            },
            "not_done_no_staff",
        ),
    ],
    ids=["evidence", "pauses", "set_aside", "no_staff"],
)
def test_each_kind_of_fact_is_read(facts, state):
    due = {"paused": "2026-03-06"}.get(state, "2026-03-05")
    expected = [{**OPEN, "state": state, "due_before": due}]

    assert mismatches_of({**GOOD, "facts": facts, "expected": expected}) == []


@pytest.mark.parametrize("name", ["requirement", "opens_on", "due_before", "state"])
@pytest.mark.parametrize("value", [7, None, ["open"], {"is": "open"}])
def test_an_expected_obligation_that_is_no_row_of_texts_is_said(name, value):
    (line,) = mismatches_of(changed("expected", 0, to={**OPEN, name: value}))

    assert line.rpartition("\t")[2] == f"cannot be read: {name} = {value!r} is not a text"


@pytest.mark.parametrize(
    ("cadence", "facts", "expected"),
    [
        pytest.param(
            {
                "kind": "rolling",
                "within": {"days": 14},
                "counted": [{"last": "2026-01-01", "before": "2026-01-12"}],
            },
            {},
            {"opens_on": "2026-01-01", "due_before": "2026-01-12", "state": "open"},
            id="counted",
        ),
        pytest.param(
            {"kind": "after", "event": "NOTICE", "within": {"days": 14}},
            {"events": [{"kind": "NOTICE", "on": "2026-01-02", "opens_on": "2026-01-04"}]},
            {"opens_on": "2026-01-04", "due_before": "2026-01-17", "state": "open"},
            id="opens_on",
        ),
        pytest.param(
            {"kind": "after", "event": "NOTICE", "within": {"days": 14}},
            {"events": [{"kind": "NOTICE", "on": "2026-01-02", "due_before": "2026-01-09"}]},
            {"opens_on": "2026-01-02", "due_before": "2026-01-09", "state": "open"},
            id="due_before",
        ),
    ],
)
def test_days_that_a_calendar_counted_are_read(cadence, facts, expected):
    case = {**asking(**cadence), "on": "2026-01-05", "facts": facts}

    assert mismatches_of({**case, "expected": [{"requirement": "R1", **expected}]}) == []


def test_what_no_terminal_can_show_is_written_as_its_code(conform):
    odd = json.dumps([{**GOOD, "id": "?", "on": "?"}]).replace("?", "\\ud800")

    code, lines = conform(odd)

    assert code == 1
    assert lines[0].startswith("\\ud800\tinputs")


def test_the_example_of_the_page_agrees():
    page = VECTORS.with_suffix(".md").read_text(encoding="utf-8")
    example = json.loads(page.partition("```json\n")[2].partition("```")[0])

    assert [mismatches_of(case) for case in example["cases"]] == [[]]
