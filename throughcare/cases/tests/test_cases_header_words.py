"""What the header says of a file that stands in a given way: no database is asked."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from throughcare import clock
from throughcare.cases import header
from throughcare.cases.models import Assignment, Away, Case, Cover, LevelPeriod, Restriction
from throughcare.cases.queries.file import FileState
from throughcare.cases.queries.levels import supervised_at
from throughcare.people.tests.factories import plain
from throughcare.staff.models import StaffMember

NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)
NADIA = StaffMember(given_name="Nadia", surname="Quill")
OPENED = date(2026, 10, 3)


def a_state(*, case=None, **said):
    """How a file stands that was opened in October: nobody, no level, nothing else."""
    state = FileState(
        case or Case(number="C-1", kind="SUPERVISION", opened_on=OPENED), NADIA, OPENED
    )
    usual = dict.fromkeys(("held", "cover", "level", "transfer", "restriction"))
    vars(state).update(usual | {"away": [], "left": False, "own": False} | said)
    return state


def held(day=20, *, uncovered=False):
    return Assignment(
        holder=NADIA, uncovered=uncovered, starts_at=datetime(2026, 11, day, 15, tzinfo=UTC)
    )


def level(code, *, standard="", confirmed=None):
    return LevelPeriod(
        level=code, interim_standard=standard, confirmed_by=confirmed, starts_on=OPENED
    )


def said(words, language):
    """What a part of the header says at noon of 23 November, in a language."""
    with override(language), clock.frozen(NOON):
        return words()


@pytest.mark.parametrize(
    ("kind", "closed", "language", "line"),
    [
        ("SUPERVISION", None, "en", "Supervision, opened 3 Oct 2026"),
        (
            "SUPERVISION",
            date(2026, 11, 20),
            "en",
            "Supervision, opened 3 Oct 2026, closed 20 Nov 2026",
        ),
        ("SUPERVISION", None, "fr", "Surveillance, ouvert le 3 oct. 2026"),
        (
            "SUPERVISION",
            date(2026, 11, 20),
            "fr",
            "Surveillance, ouvert le 3 oct. 2026, fermé le 20 nov. 2026",
        ),
    ],
)
def test_a_file_says_what_it_is_and_since_when(kind, closed, language, line):
    case = Case(number="C-1", kind=kind, opened_on=OPENED, closed_on=closed)

    assert plain(said(lambda: header.kind_line(a_state(case=case)), language)) == line


HOLDERS = [
    ({}, "nobody: the file is closed", "personne : le dossier est fermé"),
    ({"held": held()}, "N. Quill, since 20 Nov 2026", "N. Quill, depuis le 20 nov. 2026"),
    (
        {"held": held(uncovered=True)},
        "Uncovered, held by N. Quill since 20 Nov 2026",
        "Sans agent, confié à N. Quill depuis le 20 nov. 2026",
    ),
    (
        {"held": held(), "left": True},
        "N. Quill, who no longer works here",
        "N. Quill, qui ne travaille plus ici",
    ),
    (
        {"held": held(uncovered=True), "left": True},
        "N. Quill, who no longer works here",
        "N. Quill, qui ne travaille plus ici",
    ),
]
HOLDER_IDS = ["nobody", "officer", "uncovered", "left", "uncovered_and_left"]


@pytest.mark.parametrize(("stands", "english", "french"), HOLDERS, ids=HOLDER_IDS)
def test_who_holds_a_file_is_said(stands, english, french):
    state = a_state(**stands)
    words = [plain(said(lambda: header._holder(state), each)) for each in ("en", "fr")]

    assert words == [english, french]


LEVELS = [
    (None, 0, "this kind of file has none", "cette nature de dossier n’en a pas"),
    (
        level("NOT_SET", standard="AS_MEDIUM"),
        0,
        "supervised as Medium until the first assessment (sample)",
        "surveillé comme Moyen jusqu’à la première évaluation (exemple)",
    ),
    (
        level("NOT_SET", standard="AS_HIGH"),
        0,
        "supervised as High until the first assessment (sample)",
        "surveillé comme Élevé jusqu’à la première évaluation (exemple)",
    ),
    (level("NOT_SET", standard="OF_OLD"), 0, "", ""),
    (
        level("VERY_LOW", confirmed=NADIA),
        1,
        "confirmed 3 Oct 2026, N. Quill",
        "confirmé le 3 oct. 2026, N. Quill",
    ),
    (
        level("VERY_HIGH", confirmed=NADIA),
        5,
        "confirmed 3 Oct 2026, N. Quill",
        "confirmé le 3 oct. 2026, N. Quill",
    ),
]
LEVEL_IDS = ["none", "as_medium", "as_high", "unknown_standard", "very_low", "very_high"]


@pytest.mark.parametrize(("stands", "bars", "english", "french"), LEVELS, ids=LEVEL_IDS)
def test_a_level_says_how_high_it_is_and_why(stands, bars, english, french):
    state = a_state(level=stands)
    shown, words = said(lambda: header._level(state), "en")
    _shown, mots = said(lambda: header._level(state), "fr")

    assert (shown.bars, plain(words), plain(mots)) == (bars, english, french)


FLAGS = [
    ({}, []),
    ({"held": held()}, []),
    ({"held": held(22, uncovered=True)}, ["Uncovered for 1 day"]),
    ({"held": held(20, uncovered=True)}, ["Uncovered for 3 days"]),
    ({"held": held(23, uncovered=True)}, ["Uncovered since today"]),
    (
        {"held": held(uncovered=True), "left": True},
        ["Uncovered: held by someone who no longer works here"],
    ),
    ({"restriction": Restriction()}, ["Restricted: named members only"]),
    (
        {
            "away": [Away(kind="CUSTODY", starts_on=OPENED)],
            "restriction": Restriction(),
            "held": held(20, uncovered=True),
        },
        ["Custody since 3 Oct 2026", "Restricted: named members only", "Uncovered for 3 days"],
    ),
]
FLAG_IDS = ["closed", "held", "one_day", "days", "today", "left", "restricted", "all"]


@pytest.mark.parametrize(("stands", "flags"), FLAGS, ids=FLAG_IDS)
def test_what_nobody_may_overlook_is_flagged(stands, flags):
    found = said(lambda: header._flags(a_state(**stands)), "en")

    assert [plain(each) for each in found] == flags


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Covered by N. Quill through 27 Nov 2026"),
        ("fr", "Remplacement : N. Quill, jusqu’au 27 nov. 2026"),
    ],
)
def test_a_cover_says_its_last_day(language, words):
    cover = Cover(covering=NADIA, starts_on=OPENED, ends_before=date(2026, 11, 28))

    assert plain(said(lambda: header._cover(a_state(cover=cover)), language)) == words


def test_a_file_that_nobody_covers_says_nothing_of_it():
    assert header._cover(a_state()) == ""


@pytest.mark.parametrize(
    ("code", "standard", "supervised"),
    [
        ("NOT_SET", "AS_MEDIUM", "MEDIUM"),
        ("NOT_SET", "AS_HIGH", "HIGH"),
        ("NOT_SET", "OF_OLD", "NOT_SET"),
        ("LOW", "", "LOW"),
        ("VERY_HIGH", "", "VERY_HIGH"),
    ],
)
def test_the_rules_that_apply_are_those_of_the_level_or_its_standard(code, standard, supervised):
    assert supervised_at(code, standard) == supervised
