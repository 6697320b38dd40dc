"""The lists an officer picks from."""

from datetime import date

import pytest

from throughcare.kernel.obligations.words import Strength
from throughcare.packs import choices, folders
from throughcare.packs.entries import PackError

DAY = date(2026, 11, 26)
PACK = "ca_on"


def test_reasons_are_offered_by_purpose_in_the_packs_order():
    offered = [each.code for each in choices.reasons(PACK, "set_aside", DAY)]

    assert offered[:3] == ["SICK", "FAMILY", "WORK_OR_SCHOOL"]
    assert offered[-1] == "OTHER"
    assert [each.code for each in choices.reasons(PACK, "no_staff", DAY)] == [
        "VACANT_POST",
        "STAFF_AWAY",
        "EMERGENCY_DAY",
    ]


@pytest.mark.parametrize(
    ("code", "asks_words", "needs_approval"),
    [
        ("SICK", False, False),
        ("DONE_OTHERWISE", True, False),
        ("NOT_ENFORCED", True, True),
        ("UNSAFE", True, True),
    ],
)
def test_a_reason_says_what_it_asks_for(code, asks_words, needs_approval):
    reason = choices.chosen(choices.reasons(PACK, "set_aside", DAY), code)

    assert (reason.asks_words, reason.needs_approval) == (asks_words, needs_approval)


def test_every_list_speaks_both_languages_and_names_its_source():
    offered = [
        *choices.reasons(PACK, "set_aside", DAY),
        *choices.reasons(PACK, "no_staff", DAY),
        *choices.methods(PACK, DAY),
    ]

    assert len(offered) == 37
    assert all(each.label("en") != each.label("fr") for each in offered)
    assert all(each.authority for each in offered)


def test_reasons_stand_for_what_an_agency_supplies():
    assert all(each.sample for each in choices.reasons(PACK, "set_aside", DAY))


@pytest.mark.parametrize(
    ("requirement", "work"),
    [
        ("court:7a:DATE", "COURT_DATES"),
        ("victim:7a:NOTICE", "VICTIMS"),
        ("condition:7a:NO_CONTACT:CHECK", "VICTIMS"),
        ("condition:7a:PARTNER_ASSAULT_PROGRAM:ENROL", "DOMESTIC_VIOLENCE"),
        ("standard:7a:DOMESTIC_VIOLENCE", "DOMESTIC_VIOLENCE"),
        ("condition:7a:SOIRA:NOTICE", "SEXUAL_OFFENDING"),
        ("standard:7a:SEXUAL_OFFENDING", "SEXUAL_OFFENDING"),
    ],
)
def test_guarded_work_is_known_by_kind_or_code(requirement, work):
    assert choices.guarded(PACK, requirement, DAY).code == work


@pytest.mark.parametrize(
    "requirement", ["standard:7a:SEEN", "condition:7a:COMMUNITY_SERVICE:HOURS", "direction:7a", ""]
)
def test_other_work_is_not_guarded(requirement):
    assert choices.guarded(PACK, requirement, DAY) is None


def test_methods_have_a_strength_and_the_weakest_stands_first():
    strengths = [each.strength for each in choices.methods(PACK, DAY)]

    assert strengths == sorted(strengths)
    assert set(strengths) == set(Strength)


def test_words_outlive_the_offer():
    reasons = dict(choices.every_reason(PACK, "en"))

    assert reasons["SICK"] == "Sick, or caring for someone who was"
    assert reasons["VACANT_POST"] == "A post is vacant"
    assert dict(choices.every_method(PACK, "fr"))["ASKED"].startswith("Demandé")


def test_a_pack_without_lists_offers_nothing():
    assert choices.methods("nowhere", DAY) == ()
    assert choices.guarded("nowhere", "court:1", DAY) is None


ENTRY = """
[[{name}]]
code = "A"
from = {day}
en = "a"
fr = "b"
authority = "x"
{more}
"""


def a_pack(tmp_path, monkeypatch, files):
    monkeypatch.setattr(folders, "PACKS", tmp_path)
    folder = tmp_path / tmp_path.name
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path.name


def method(day="2020-01-01", strength="document"):
    return ENTRY.format(name="method", day=day, more=f'strength = "{strength}"')


@pytest.mark.parametrize(
    ("on", "strength"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), Strength.DOCUMENT),
        (date(2023, 12, 31), Strength.DOCUMENT),
        (date(2024, 1, 1), Strength.OBSERVED),
    ],
)
def test_the_latest_edition_counts(tmp_path, monkeypatch, on, strength):
    text = method("2024-01-01", "observed") + method()
    pack = a_pack(tmp_path, monkeypatch, {"methods": text})

    assert [each.strength for each in choices.methods(pack, on)] == ([strength] if strength else [])


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("reason", 'words = "none"\napproval = "none"\nfor = []', "write for ="),
        ("reason", 'words = "none"\napproval = "none"\nfor = ["x"]', "write for ="),
        ("reason", 'words = "long"\napproval = "none"\nfor = ["no_staff"]', "Choose one of: none"),
        ("reason", 'words = "none"\napproval = "x"\nfor = ["no_staff"]', "none, manager"),
        ("guarded", "kinds = []\ncodes = []", "name the kinds or the codes"),
        ("guarded", "codez = []", "Did you mean codes?"),
    ],
)
def test_a_list_that_cannot_be_used_says_what_to_mend(tmp_path, monkeypatch, name, more, said):
    text = ENTRY.format(name=name, day="2020-01-01", more=more)
    pack = a_pack(tmp_path, monkeypatch, {"reasons": text})

    with pytest.raises(PackError, match=said):
        (*choices.reasons(pack, "no_staff", DAY), choices.guarded(pack, "x", DAY))


def test_a_file_that_is_no_toml_is_named(tmp_path, monkeypatch):
    pack = a_pack(tmp_path, monkeypatch, {"methods": "[[method"})

    with pytest.raises(PackError, match=r"methods\.toml"):
        choices.methods(pack, DAY)
