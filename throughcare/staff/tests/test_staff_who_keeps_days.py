"""Who keeps whose days, what a manager's code opens, and the invented names of the demo."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from throughcare.staff import acts, demo_names
from throughcare.staff.codes import code_at, step_now, step_of
from throughcare.staff.forms.days import WEEKDAYS
from throughcare.staff.homes import home_url_name
from throughcare.staff.permissions import may_keep_days_of
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import SECRET

HERE, THERE = "Sudbury", "Kenora"


def someone(pk, office, role="OFFICER"):
    rights = ROLES[role].permissions if role else frozenset()
    return SimpleNamespace(pk=pk, office=office, role=role, may=rights.__contains__)


@pytest.mark.parametrize("role", ROLES)
def test_everyone_keeps_their_own_days(role):
    assert may_keep_days_of(someone(1, HERE, role), someone(1, HERE, role))


def test_who_has_no_posting_keeps_their_own_days():
    assert may_keep_days_of(someone(1, None, ""), someone(1, None, ""))


@pytest.mark.parametrize("role", ROLES)
def test_only_a_manager_keeps_the_days_of_a_colleague(role):
    assert may_keep_days_of(someone(1, HERE, role), someone(2, HERE)) is (role == "MANAGER")


@pytest.mark.parametrize(
    ("mine", "theirs"), [(HERE, THERE), (HERE, None), (None, HERE), (None, None)]
)
def test_a_manager_keeps_no_days_of_another_office(mine, theirs):
    assert not may_keep_days_of(someone(1, mine, "MANAGER"), someone(2, theirs))


@pytest.mark.parametrize(
    ("role", "home"),
    [
        ("OFFICER", "today:today"),
        ("TRAINEE", "today:today"),
        ("MANAGER", "cases:office"),
        ("ANALYST", "cases:counts"),
        ("ADMINISTRATOR", "staff:list"),
        ("CLERK", "cases:list"),
        ("COURT_LIAISON", "cases:list"),
        ("INSTITUTION_LIAISON", "cases:list"),
        ("FACILITATOR", "cases:list"),
        ("REVIEWER", "cases:list"),
        ("", "cases:list"),
    ],
)
def test_the_day_of_a_role_starts_on_its_page(role, home):
    assert home_url_name(someone(1, HERE, role)) == home


@given(st.integers(0, 2**31))
def test_a_code_is_six_figures_and_the_same_each_time(step):
    code = code_at(SECRET, step)

    assert code == code_at(SECRET, step)
    assert (len(code), code.isdigit()) == (6, True)


@pytest.mark.parametrize("off", [-1, 0, 1])
def test_a_phone_may_be_half_a_minute_off(monkeypatch, off):
    monkeypatch.setattr("throughcare.staff.codes.step_now", lambda: 59_000_000)

    assert step_of(SECRET, code_at(SECRET, 59_000_000 + off)) == 59_000_000 + off


@pytest.mark.parametrize("off", [-3, -2, 2, 3, 2880])
def test_a_phone_that_is_a_minute_off_is_not_right(monkeypatch, off):
    monkeypatch.setattr("throughcare.staff.codes.step_now", lambda: 59_000_000)

    assert step_of(SECRET, code_at(SECRET, 59_000_000 + off)) is None


@pytest.mark.parametrize("code", ["", "0", "abcdef", "1234567", "12 34 5", "١٢٣٤٥٦"])
def test_what_is_no_code_belongs_to_no_moment(code):
    assert step_of(SECRET, code) is None


def test_a_step_is_half_a_minute(monkeypatch):
    moment = SimpleNamespace(timestamp=lambda: 1_800_000_059.9)
    monkeypatch.setattr("throughcare.staff.codes.clock.wall", lambda: moment)

    assert step_now() == 60_000_001


@pytest.mark.parametrize("act", sorted(acts.WORDS))
def test_an_act_of_staff_has_words_of_its_own_in_each_language(act):
    english = [str(words) for words in acts.WORDS.values()]
    with override("fr"):
        french = str(acts.WORDS[act])

    assert english.count(str(acts.WORDS[act])) == 1
    assert french not in english


def test_weekdays_are_offered_from_monday_in_both_languages():
    with override("fr"):
        french = [str(name).lower() for _day, name in WEEKDAYS]

    assert [day for day, _name in WEEKDAYS] == [1, 2, 3, 4, 5, 6, 7]
    assert french == ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


@pytest.mark.parametrize(
    "names",
    [
        demo_names.ENGLISH,
        demo_names.FRENCH,
        demo_names.OTHER,
        demo_names.ENGLISH_SURNAMES,
        demo_names.FRENCH_SURNAMES,
        demo_names.OTHER_SURNAMES,
    ],
    ids=["english", "french", "other", "english_surnames", "french_surnames", "other_surnames"],
)
def test_the_invented_names_of_a_kind_differ_and_stand_in_order_of_their_first_letter(names):
    plain = [name.replace("É", "E")[:1] for name in names]

    assert len(set(names)) == len(names) > 30
    assert plain == sorted(plain)


def test_every_place_that_keeps_central_time_is_a_place():
    assert {name for name, _french, _in_french in demo_names.PLACES} >= demo_names.CENTRAL


def test_a_place_is_named_once_and_in_french_only_where_that_differs():
    places = demo_names.PLACES

    assert len({name for name, _french, _lives in places}) == len(places)
    assert [name for name, french, _lives in places if french == name] == []
