"""What is asked for one exception of several stands with that one, or is marked as in doubt.

Every sentence is invented.
"""

import pytest

from throughcare.kernel.reading.tests.samples import read, said

UNCLEAR = ("EXCEPTION_UNCLEAR",)
HOME = "1. Remain in your residence at all times, except "
MAISON = "1. Demeurer dans votre résidence en tout temps, sauf "
NO_CONTACT = "1. Have no contact with Ann Roy, except "


def asked(words):
    """Return what is asked for each exception, and the doubts."""
    values, doubts = said(words)
    told = [each if isinstance(each, dict) else {"code": each} for each in values["exceptions"]]
    return {each.pop("code"): each for each in map(dict, told)}, doubts


def window(start, end, days):
    """Return what is asked where an exception has a window."""
    return {"window": {"start": start, "end": end, "days": days}}


SATURDAY = window("12:00", "15:00", "Saturday")


@pytest.mark.parametrize(
    ("words", "code", "details"),
    [
        (
            "for work, to attend church, and on Saturdays from noon until 3 p.m. to do shopping.",
            "NECESSITIES",
            SATURDAY,
        ),
        (
            "on Saturdays from noon to 3 p.m. for groceries, and for work, and to go to school.",
            "NECESSITIES",
            SATURDAY,
        ),
        (
            "for work, to attend church on Sunday from 9 a.m. to noon, and for medical emergency.",
            "RELIGION",
            window("09:00", "12:00", "Sunday"),
        ),
        (
            "for school, and for up to 3 hours a week, for groceries on Sunday from 1 to 4 p.m.",
            "NECESSITIES",
            window("13:00", "16:00", "Sunday"),
        ),
        (
            "for:\n(a) work;\n(b) between 1:00 p.m. and 4:00 p.m. on Sundays, groceries;\n(c) court"
            " appearances.",
            "NECESSITIES",
            window("13:00", "16:00", "Sunday"),
        ),
    ],
)
def test_a_window_belongs_to_what_it_stands_with(words, code, details):
    found, _ = asked(HOME + words)

    assert found[code].items() >= details.items()
    assert [each for each in found if each != code and found[each]] == []


@pytest.mark.parametrize(
    "words",
    [
        "for work, school or shopping between noon and 3 p.m. on Saturdays.",
        "between noon and 3 p.m. on Saturdays, for work, school or shopping.",
        "for work and medical appointments from 9 a.m. to 5 p.m.",
        "on Saturdays from noon to 3 p.m. for shopping, school, and religious worship.",
        "for shopping on Saturday from noon to 3 p.m. and on Sunday from 1 p.m. to 2 p.m.",
        "for:\n(a) work;\n(b) work and on Saturday, from noon to 3 p.m., work.",
    ],
)
def test_a_window_that_may_be_of_several_is_in_doubt(words):
    assert asked(HOME + words)[1] == UNCLEAR


@pytest.mark.parametrize(
    ("words", "code", "details"),
    [
        (
            "pour le travail, pour le culte, et le samedi de 12 h à 15 h pour les courses.",
            "NECESSITIES",
            (("start", "12:00"), ("end", "15:00")),
        ),
        (
            "le dimanche de 9 h à 12 h pour le culte, et pour le travail.",
            "RELIGION",
            (("start", "09:00"), ("end", "12:00")),
        ),
    ],
)
def test_a_window_in_french(words, code, details):
    found, doubts = asked(MAISON + words)

    assert (doubts, found["WORK"]) == ((), {})
    assert found[code]["window"].items() >= dict(details).items()


@pytest.mark.parametrize(
    ("words", "details", "doubts"),
    [
        ("for 4 hours per week for groceries.", {"hours": 4, "frequency": "weekly"}, ()),
        ("for up to 4 hours, known in advance, for groceries.", {"hours": 4}, ()),
        ("for groceries, on 24 hours' notice.", {"notice_hours_before": 24}, ()),
        ("for groceries, with notice of at least 12 hours.", {"notice_hours_before": 12}, ()),
        ("for groceries, told in advance, by some 12 hours.", {"notice_hours_before": 12}, UNCLEAR),
        ("for groceries. Give 12 hours notice.", {"notice_hours_before": 12}, ()),
        ("for groceries; this lasts from 1 p.m. to 3 p.m.", {}, ("VALUE_UNREAD",)),
        ("for groceries; on 12 hours notice for:", {"notice_hours_before": 12}, UNCLEAR),
    ],
)
def test_hours_are_a_share_or_a_notice(words, details, doubts):
    found, marked = asked(HOME + words)

    assert (found["NECESSITIES"], marked) == (details, doubts)


@pytest.mark.parametrize(
    "words",
    [
        "for not more than four hours per week, approved in advance by your supervisor, to look"
        " after personal needs.",
        "for 3 hours a week, with prior approval, for groceries.",
        "for up to two hours on Sunday, approved in advance by your supervisor, for worship.",
    ],
)
def test_hours_that_are_approved_before_are_no_notice(words):
    found, _ = asked(HOME + words)

    assert [each for each in found.values() if "notice_hours_before" in each] == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("for an appointment with your lawyer.", {"LEGAL_APPT"}),
        (
            "for a scheduled appointment with your lawyer, your supervisor or a counsellor.",
            {"LEGAL_APPT", "REPORTING", "COUNSEL"},
        ),
        ("for meetings with her probation officer or her therapist.", {"REPORTING", "COUNSEL"}),
        ("for medical appointments with the permission of your supervisor.", {"MED_APPT"}),
        ("to attend school.", {"SCHOOL"}),
        ("to take the children to and from school.", {"CHILD_ACTIVITY"}),
        ("to drive your daughter to daycare, and to attend school.", {"CHILD_ACTIVITY", "SCHOOL"}),
    ],
)
def test_whom_an_exception_is_for(words, codes):
    assert asked(HOME + words)[0].keys() - {"PRIOR_PERMISSION", "WITH_COUNSEL"} == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("pour conduire les enfants à l'école.", {"CHILD_ACTIVITY"}),
        ("pour un rendez-vous avec son avocat ou avec l'agent.", {"LEGAL_APPT", "REPORTING"}),
        ("pour faire de l'exercice.", {"EXERCISE"}),
        ("pour un rendez-vous chez une conseillère.", {"MED_APPT", "COUNSEL"}),
    ],
)
def test_whom_an_exception_is_for_in_french(words, codes):
    assert asked(MAISON + words)[0].keys() == codes


@pytest.mark.parametrize(
    ("words", "exceptions"),
    [
        (
            "through legal counsel or as permitted by an order of a family court.",
            {"WITH_COUNSEL": {}, "FAMILY_COURT_ORDER": {"other_order": True}},
        ),
        (
            "to exercise access under a family court order.",
            {"FAMILY_COURT_ORDER": {"other_order": True}},
        ),
        (
            "with her written consent filed with probation, or through a lawyer.",
            {"WRITTEN_REVOCABLE_CONSENT": {"filed_with": "probation"}, "WITH_COUNSEL": {}},
        ),
    ],
)
def test_exceptions_to_no_contact(words, exceptions):
    assert asked(NO_CONTACT + words) == (exceptions, ())


@pytest.mark.parametrize(
    "words",
    [
        "pour l'exercice des droits d'accès prévus à un jugement de la Cour supérieure.",
        "pour l'exercice de son droit de visite selon une ordonnance du tribunal de la famille.",
        "dans l'exercice d'un droit reconnu par une ordonnance de la Cour supérieure.",
    ],
)
def test_a_right_is_no_exercise(words):
    found, _ = asked("1. Ne pas communiquer avec Ann Roy, sauf " + words)

    assert "FAMILY_COURT_ORDER" in found
    assert "EXERCISE" not in found


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("Mr. and Mrs. Dyck", ["Mr. Dyck", "Mrs. Dyck"]),
        ("Mr. or Ms. J. Poe", ["Mr. J. Poe", "Ms. J. Poe"]),
        ("Dr. and Mrs. Ann Roy", ["Dr. Ann Roy", "Mrs. Ann Roy"]),
        ("Mr. Roy and Mrs. Poe", ["Mr. Roy", "Mrs. Poe"]),
    ],
)
def test_two_persons_with_one_name(words, persons):
    assert said(f"1. Have no contact with {words}.")[0]["persons"] == persons


def test_two_persons_with_one_name_in_french():
    values, _ = said("1. Ne pas communiquer avec M. et Mme Roy.")

    assert values["persons"] == ["M. Roy", "Mme Roy"]


@pytest.mark.parametrize(
    "words",
    [
        "The one exception is that you may go there once, with an officer.",
        "There is an exception for mediation that both sides have agreed to.",
        "You may, however, speak to her through a lawyer.",
        "These terms do not apply while you are both in court.",
        "Except with her written consent, filed with probation.",
        "Nothing in this order stops you from meeting her before a mediator.",
    ],
)
def test_an_exception_in_its_own_sentence_goes_on_with_both_conditions_before_it(words):
    found = read(f"[5] Have no contact with Ann Roy. Do not go to her home. {words}").proposed

    assert found[2].codes == ("NO_GO", "NO_CONTACT")
    assert found[2].parameters["continues"] == "exceptions"


def test_an_exception_from_that_speaks_of_the_last_condition_alone():
    words = "Have no contact with Ann Roy. Do not go to her home. That does not apply on Sundays."

    assert read(f"[5] {words}").proposed[2].codes == ("NO_GO",)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Keep the peace.", "The one exception is that you may see him at work."),
        ("Have no contact with Ann Roy.", "You may leave now."),
        ("Have no contact with Ann Roy.\nReasons follow.\nMore of them.", "It does not apply."),
        ("Be in your home from 9 p.m. to 6 a.m.", "The exception is when you are with them."),
    ],
)
def test_what_makes_no_exception_from_contact_adds_no_condition(before, words):
    assert len(read(f"[5] {before} {words}").proposed) == 1


def test_permission_for_other_people_beside_a_ban_of_its_own_is_one_condition():
    words = "Have no contact with Ann Roy. You may see her son, but you must not go to her home."

    assert [each.codes for each in read(f"[5] {words}").proposed] == [("NO_CONTACT",), ("NO_GO",)]


def test_a_paper_to_carry_rides_with_an_exception_in_its_own_sentence():
    words = "The exception is with written permission, which must be carried on your person."
    found = read(f"[5] Have no contact with Ann Roy. {words}").proposed

    assert found[1].codes == ("NO_CONTACT", "CARRY_PERMISSION")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("The Crown sought a DNA order. I decline to make one.", ("NOT_IMPOSED",)),
        (
            "He was on bail and attended counselling. He shall pay $50 to the court.",
            ("RESTITUTION",),
        ),
        ("The Crown sought house arrest; take counselling.", ("HOUSE_ARREST", "COUNSELLING")),
    ],
)
def test_a_sentence_of_an_item_that_only_tells_orders_nothing(words, codes):
    assert read(f"1. {words}").proposed[0].codes == codes


SERIES = (
    "[5] For the first six months you must stay inside your residence. You may be out of your "
    "residence for the following purposes: going to and from your place of employment; attending "
    "medical appointments; counselling; and shopping on Saturdays from 9 a.m. to noon. You must "
    "keep the peace."
)


def test_clauses_after_a_semicolon_go_on_with_the_exceptions_that_a_sentence_began():
    house, peace = read(SERIES).proposed
    codes = [
        each if isinstance(each, str) else each["code"] for each in house.parameters["exceptions"]
    ]

    assert (house.codes, peace.codes) == (("HOUSE_ARREST",), ("KPGB",))
    assert codes == ["WORK", "MED_APPT", "COUNSEL", "NECESSITIES"]


def test_a_clause_after_a_semicolon_without_a_verb_is_ordered_with_the_one_before_it():
    found = read("[5] You must keep the peace; and a DNA order for the offence.").proposed

    assert [each.codes for each in found] == [("KPGB",), ("DNA",)]


def test_a_clause_that_tells_orders_nothing_after_a_semicolon():
    found = read("[5] You must keep the peace; his curfew was strict enough.").proposed

    assert [each.codes for each in found] == [("KPGB",)]
