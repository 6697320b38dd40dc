"""What the timeline says of each act: its words, its mark, what it was about, in a line."""

from decimal import Decimal

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases import acts, timeline
from throughcare.cases.file_parts import FilePart
from throughcare.cases.queries.past import entries_of_file
from throughcare.cases.tests import test_entries
from throughcare.cases.tests.test_entries import Scene
from throughcare.cases.tests.test_words import ACTS
from throughcare.cases.timeline import (
    FILTERS,
    SAID_AS,
    ChangedField,
    TimelineLine,
    newest_of,
    timeline_of,
)
from throughcare.pages.dates import full_day
from throughcare.people.tests.factories import an_address, plain
from throughcare.record.entries import entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(case, officer, manager, colleague, there):
    return Scene(case, officer, manager, colleague, there)


def newest_line(scene, language="en"):
    with translation.override(language):
        line = timeline_of(entries_of_file(scene.case)[:1])[0]
        return line, str(line.act), plain(line.gist)


@pytest.mark.parametrize("do_act", [each[:2] for each in test_entries.ENTRIES], ids=lambda x: x[1])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_line_says_the_act_and_who(scene, do_act, language):
    do, act = do_act
    do(scene)
    who = next(each[2] for each in test_entries.ENTRIES if each[1] == act)

    line, words, _gist = newest_line(scene, language)

    assert words == ACTS[act][language == "fr"]
    assert line.kind == acts.MARKS.get(act, "done")
    assert line.by == getattr(scene, who).full_name
    assert line.corrected is (act == "cases.closing_corrected")


@pytest.mark.parametrize(
    ("do", "english", "french"),
    [
        (test_entries.assign, "Julie Roy", "Julie Roy"),
        (test_entries.uncover, "Louise Tremblay", "Louise Tremblay"),
        (test_entries.cover_file, "Julie Roy", "Julie Roy"),
        (test_entries.confirm, "High", "Élevé"),
    ],
    ids=["assigned", "uncovered", "covered", "level"],
)
def test_a_line_says_what_it_was_about(scene, do, english, french):
    do(scene)

    assert newest_line(scene)[2] == english
    assert newest_line(scene, "fr")[2] == french


@pytest.mark.parametrize(
    ("do", "parts"),
    [
        (test_entries.go_away, {"Custody", "Sudbury Jail", "Police"}),
        (test_entries.accept, {"Accepted", "Colette Beaudry"}),
        (test_entries.close, {"Order ended"}),
    ],
    ids=["away", "accepted", "closed"],
)
def test_a_line_lists_what_was_written(scene, do, parts):
    do(scene)

    assert set(newest_line(scene)[2].split(", ")) == parts


def test_a_period_that_only_ends_where_the_next_begins_goes_unsaid(scene):
    test_entries.confirm(scene)

    line, _act, _gist = newest_line(scene)

    assert "ends_before" not in {change.name for change in line.changes}


def test_a_time_away_that_ends_says_its_last_day(scene):
    test_entries.come_back(scene)

    line, _act, _gist = newest_line(scene)

    assert [(change.name, change.after) for change in line.changes] == [
        ("ends_before", full_day(clock.today()))
    ]


def test_a_line_of_the_same_day_is_not_late(scene):
    test_entries.assign(scene)

    line, _act, _gist = newest_line(scene)

    assert (line.late, line.day) == ("", full_day(clock.today()))
    assert line.at == line.recorded_at.isoformat()


@pytest.mark.parametrize(
    ("days", "language", "said"),
    [
        (1, "en", "1 day later"),
        (3, "en", "3 days later"),
        (1, "fr", "1 jour plus tard"),
        (3, "fr", "3 jours plus tard"),
    ],
)
def test_a_late_line_says_by_how_much(scene, days, language, said):
    scene.made = clock.now() - days * test_entries.DAY
    test_entries.assign(scene)

    line, _act, _gist = newest_line(scene, language)

    assert line.late == said
    assert line.at == scene.made.isoformat()


@pytest.mark.parametrize(
    ("language", "role"), [("en", "Manager"), ("fr", "Gestionnaire")], ids=["en", "fr"]
)
def test_a_line_names_the_role_in_the_language_of_the_page(scene, language, role):
    test_entries.uncover(scene)

    with translation.override(language):
        line = timeline_of(entries_of_file(scene.case)[:1])[0]
        assert role.lower() in str(line.role).lower()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("all", {"cases.opened", "people.person_added", "people.address_added"}),
        ("file", {"cases.opened"}),
        ("person", {"people.person_added", "people.address_added"}),
        ("documents", set()),
        ("corrections", set()),
    ],
)
def test_a_filter_keeps_its_part_of_the_record(scene, code, found):
    an_address(scene.case.person)

    kept = entries_of_file(scene.case).filter(FILTERS[code].kept)

    assert {entry.act for entry in kept} == found


def test_a_closing_taken_back_is_a_correction(scene):
    test_entries.reopen(scene)

    kept = entries_of_file(scene.case).filter(FILTERS["corrections"].kept)

    assert [entry.act for entry in kept] == ["cases.closing_corrected"]


@pytest.mark.parametrize(
    ("hours", "language", "said"),
    [
        ("4.00", "en", "4\u00a0h"),
        ("7.50", "en", "7.5\u00a0h"),
        ("7.25", "fr", "7,25\u00a0h"),
        ("120.00", "fr", "120\u00a0h"),
    ],
)
def test_hours_are_said_as_a_person_writes_them(hours, language, said):
    with translation.override(language):
        assert SAID_AS["hours"](Decimal(hours)) == said


def test_an_empty_timeline_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert timeline_of([]) == []


@pytest.mark.parametrize(
    ("written", "gist"),
    [
        ([("kind", "Hospital"), ("place", "The ward")], "Hospital, The ward"),
        ([("kind", "home"), ("kind", "home"), ("city", "")], "home"),
        ([("written_language", "French"), ("level", "High")], "High"),
        (
            [
                ("kind", "home"),
                ("line1", "1 Elm Street"),
                ("city", "Hanmer"),
                ("source", "a letter"),
                ("kind", "legal name"),
                ("surname", "Osei"),
                ("given", "Grace"),
            ],
            "1 Elm Street, Hanmer, Osei, Grace",
        ),
    ],
    ids=["all_of_it", "once_each", "fields_of_the_gist", "who_and_where_of_much"],
)
def test_the_gist_of_an_act(written, gist):
    changes = [ChangedField(name, name, "", after) for name, after in written]
    line = TimelineLine("Act", "done", "A. Okafor", "", None, None, "", "", changes, False)

    assert line.gist == gist


def test_each_row_that_an_act_wrote_begins_apart(case):
    (person_added,) = [
        line for line in timeline_of(entries_of_file(case)) if str(line.act) == "Person added"
    ]

    assert [change.name for change in person_added.changes if change.begins_row] == ["number"]


def test_the_same_done_again_and_again_is_one_line_of_the_overview(scene, monkeypatch):
    test_entries.cover_file(scene)
    for _each in range(3):
        with entry("cases.note_written", by=scene.officer, case=scene.case):
            pass
    part = FilePart(repeated=frozenset({"cases.note_written"}))
    monkeypatch.setattr(timeline, "file_parts", lambda: (part,))

    newest, before, *_others = newest_of(entries_of_file(scene.case), 2)

    assert (newest.times, before.times) == (3, 1)
    assert plain(newest.title).endswith(" × 3")
