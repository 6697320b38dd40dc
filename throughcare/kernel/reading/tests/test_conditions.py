"""Units become conditions: lists under what they belong to, duties of their own apart."""

import pytest

from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.tests.samples import WORDING, conditions
from throughcare.kernel.reading.texts import folded

CONFINED = "1. Remain in your residence at all times except:\n"


def layout(text):
    """Return a text laid out."""
    return laid_out(WORDING, text, folded(text))


def words(units, text):
    """Return the words of units."""
    return [each.span.of(text) for each in units]


def test_each_item_is_a_condition():
    text = "1. Keep the peace.\n2. Do not possess any weapons.\n3. Sign any releases."

    assert conditions(text) == [("KPGB",), ("NO_WEAPON",), ("SIGN_RELEASES",)]


def test_an_item_with_two_obligations_has_both_codes():
    text = "1. Attend counselling as directed and sign any releases to monitor it."

    assert conditions(text) == [("COUNSELLING", "SIGN_RELEASES")]


@pytest.mark.parametrize(
    "items",
    [
        "(a) for medical emergencies;\n(b) while at work;",
        "(a) to attend work;\n(b) to attend counselling;",
        "(a) with the written approval of your supervisor;",
        "(a) employment;\n(b) counselling;",
        "(a) you must provide written justification within 72 hours;",
    ],
)
def test_exceptions_belong_to_their_condition(items):
    assert conditions(CONFINED + items) == [("HOUSE_ARREST",)]


def test_exceptions_on_the_level_of_their_condition_belong_to_it():
    text = (
        "• Remain in your residence except:\n• For work.\n• While at church.\n• Sign any releases."
    )

    assert conditions(text) == [("HOUSE_ARREST",), ("SIGN_RELEASES",)]


def test_a_sentence_after_a_list_is_no_exception():
    text = "• Remain in your residence except:\n• For work.\nHe must keep the peace at work."

    assert conditions(text) == [("HOUSE_ARREST",), ("KPGB",)]


def test_a_subject_on_the_level_of_its_condition_belongs_to_it():
    text = "• Attend counselling, including but not limited to:\n• Grief;\n• Grief counselling;"

    assert conditions(text) == [("COUNSELLING",)]


def test_an_obligation_inside_exceptions_is_apart_and_the_list_goes_on():
    found = layout(
        CONFINED + "(a) for work;\n(b) you must sign any releases;\n(c) for medical emergencies."
    ).conditions

    assert [each.codes for each in found] == [["HOUSE_ARREST"], ["SIGN_RELEASES"], ["HOUSE_ARREST"]]
    assert [each.is_embedded for each in found] == [False, True, False]
    assert [each.continues for each in found] == [False, False, True]


def test_an_obligation_among_exceptions_of_one_level_is_embedded():
    found = layout(
        "• Remain in your residence except:\n• For work.\n"
        "• You must sign any releases.\n• For church."
    ).conditions

    assert [each.is_embedded for each in found] == [False, True, False]


def test_exceptions_that_go_on_stay_together():
    text = CONFINED + "(a) you must sign releases;\n(b) for work;\n(c) for church."

    assert conditions(text) == [("HOUSE_ARREST",), ("SIGN_RELEASES",), ("HOUSE_ARREST",)]


def test_a_clause_of_its_own_family_stays_where_nothing_parts_it():
    text = "He will keep the peace, abstain from alcohol, and sign releases and provide proof."

    assert conditions(text)[-1] == ("SIGN_RELEASES", "PROOF_COMPLIANCE")


def test_hours_of_service_inside_exceptions_are_a_condition():
    text = CONFINED + "(a) for work;\n(b) to perform 100 hours of community service;"

    assert conditions(text) == [("HOUSE_ARREST",), ("COMMUNITY_SERVICE",)]


def test_going_to_community_service_is_an_exception():
    text = CONFINED + "(a) for going to and performing community service;"

    assert conditions(text) == [("HOUSE_ARREST",)]


def test_what_is_carried_joins_the_condition():
    text = CONFINED + "(a) with written approval, to be carried with you;"

    assert conditions(text) == [("HOUSE_ARREST", "CARRY_PERMISSION")]


def test_a_report_cut_into_items_is_one_condition():
    text = (
        "1. Report to a probation officer:\n(a) within two working days;\n(b) thereafter as told."
    )

    assert conditions(text) == [("REPORT_NEXT", "REPORT_FIRST")]


def test_an_item_that_says_nothing_known_is_not_lost():
    text = "1. Keep the peace.\n2. Paint the fence of the church in a colour of its choosing again."
    found = layout(text)

    assert words(found.unplaced, text) == [
        "Paint the fence of the church in a colour of its choosing again."
    ]


def test_an_item_under_a_condition_without_a_list_is_not_lost():
    text = "1. Keep the peace:\n(a) grief\n(b) stress"

    assert conditions(text) == [("KPGB",)]


@pytest.mark.parametrize(
    "heading",
    [
        "Probation Conditions",
        "The terms are as follows:",
        "Appendix A",
        "You shall:",
        "REPORTING:",
        "Mr. [Q.R.] is to",
    ],
)
def test_what_introduces_is_a_heading(heading):
    found = layout(f"{heading}\n1. Keep the peace.")

    assert [len(found.headings), len(found.conditions), len(found.unplaced)] == [1, 1, 0]


def test_a_beginning_that_forbids_forbids_what_its_list_says():
    text = "You are prohibited from:\n(a) attending a public park;\n(b) using the Internet."

    assert conditions(text) == [("NO_GO_CLASS",), ("INTERNET_RESTRICTION",)]


def test_reasons_are_no_conditions():
    text = "[ 9 ] A curfew protects the public. Counselling has helped him before."

    assert conditions(text) == []


def test_running_text_orders_where_it_says_so():
    text = "[ 9 ] He must obey a curfew. The curfew protects the public."

    assert conditions(text) == [("CURFEW",)]


@pytest.mark.parametrize(
    "text",
    [
        "While he was on bail he was required to obey a curfew.",
        "The Crown seeks a condition that he perform community service.",
        "His release order required that he keep the peace.",
    ],
)
def test_old_terms_and_what_was_asked_for_are_no_conditions(text):
    assert conditions(text) == []


def test_sentences_that_go_on_about_one_thing_are_one_condition():
    text = "[ 4 ] You must wear a GPS device. You must keep the GPS device charged."

    assert conditions(text) == [("EM_DEVICE",)]


def test_the_same_thing_in_another_paragraph_is_another_condition():
    text = "[ 4 ] You must keep the peace.\n[ 5 ] You must keep the peace."

    assert conditions(text) == [("KPGB",), ("KPGB",)]


def test_a_sentence_that_strings_obligations_is_cut_by_clauses():
    text = (
        "He will obey a curfew, make efforts to find work, and complete 40 hours of community work."
    )
    found = layout(text)

    assert conditions(text) == [("CURFEW",), ("SEEK_WORK_SCHOOL",), ("COMMUNITY_SERVICE",)]
    assert [each.span.of(text) for each in found.conditions][1] == "make efforts to find work, and "


def test_a_sentence_with_two_obligations_is_whole():
    assert conditions("He will keep the peace and abstain from alcohol.") == [("KPGB", "ABSTAIN")]


def test_house_arrest_and_then_a_curfew_are_two():
    text = "The first four months will be under house arrest and the next two under a curfew."

    assert conditions(text) == [("HOUSE_ARREST",), ("CURFEW",)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I recommend that you attend counselling.", ("RECOMMENDATION",)),
        ("I decline to order community service.", ("NOT_IMPOSED",)),
        (
            "Take counselling, with a recommendation that it be soon.",
            ("COUNSELLING", "RECOMMENDATION"),
        ),
    ],
)
def test_what_is_not_ordered_is_no_condition(text, codes):
    assert conditions("1. " + text) == [codes]


def test_a_subject_after_an_obligation_in_the_list_is_kept_unplaced():
    found = layout(
        "1. Attend counselling for:\n(a) grief;\n(b) you must sign any releases;\n(c) stress."
    )

    assert [each.codes for each in found.conditions] == [["COUNSELLING"], ["SIGN_RELEASES"]]
    assert len(found.unplaced) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[ 4 ] You must attend counselling. This may include anger management counselling.",
        "[ 4 ] You must attend counselling. Such counselling shall be weekly.",
        "[ 4 ] You must attend counselling. Including: a. grief; b. stress.",
    ],
)
def test_a_sentence_that_refers_back_belongs_to_the_condition_before(text):
    assert conditions(text) == [("COUNSELLING",)]


def test_a_sentence_about_them_belongs_to_the_condition_before():
    text = "[ 4 ] You must provide your phone number. You must not change it without leave."
    found = layout(text)

    assert len(found.conditions) == 1
    assert found.unplaced == []


def test_a_sentence_that_refers_to_nothing_is_kept_unplaced():
    text = (
        "[ 4 ] Such permission is in writing.\n[ 5 ] You must keep the peace.\n[ 6 ] Such is life."
    )

    assert len(layout(text).unplaced) == 2


def test_one_sentence_with_the_statutory_terms_and_what_they_include_is_whole():
    text = "He will follow all the statutory terms, including reporting within two days."

    assert conditions(text) == [("STATUTORY_ALL", "REPORT_FIRST")]


def test_the_statutory_terms_and_another_thing_are_two():
    text = "In addition to the statutory terms, he will attend counselling."

    assert conditions(text) == [("STATUTORY_ALL",), ("COUNSELLING",)]


def test_no_contact_and_no_going_near_are_two_where_many_are_strung():
    text = (
        "He will have no contact with [Q.R.], he will not be within 50 metres of her home, "
        "he will attend counselling, and he will abstain from alcohol."
    )

    assert conditions(text) == [("NO_CONTACT",), ("NO_GO",), ("COUNSELLING",), ("ABSTAIN",)]


def test_a_curfew_after_house_arrest_on_its_level_is_another_condition():
    text = (
        "• Remain in your residence for the first month except:\n• For work.\n"
        "• For the last two months, obey a curfew."
    )

    assert conditions(text) == [("HOUSE_ARREST",), ("CURFEW",)]


def test_after_a_nested_list_of_exceptions_comes_another_condition():
    text = (
        "1. Remain in your residence except:\n(a) for work;\n"
        "2. For the hearing, bring this paper with you."
    )
    found = layout(text)

    assert len(found.conditions) == 1
    assert words(found.unplaced, text) == ["For the hearing, bring this paper with you."]


def test_a_curfew_spoken_of_after_house_arrest_is_another_condition():
    text = "He is under house arrest for a month. Thereafter he will be bound by a curfew."

    assert conditions(text) == [("HOUSE_ARREST",), ("CURFEW",)]


def test_hours_and_the_work_they_are_belong_together():
    text = "He must perform 30 hours of community service. The work must be done by May."

    assert conditions(text) == [("COMMUNITY_SERVICE",)]


def test_a_schedule_inside_exceptions_joins_their_condition():
    text = CONFINED + "(a) for work;\n(b) you will confirm your schedule in advance."

    assert conditions(text) == [("HOUSE_ARREST", "SCHEDULE_ADVANCE")]


def test_what_a_list_of_weapons_adds_joins_it():
    text = (
        "1. You must not possess any weapon:\n(a) a crossbow;\n"
        "(b) licences, and you must not apply for any."
    )

    assert conditions(text) == [("NO_WEAPON", "NO_FIREARM_LICENCE")]


def test_titles_of_a_picklist_stand_apart():
    text = (
        "COMPULSORY CONDITIONS 3001 You must keep the peace. You must appear before the court. "
        "NO ALCOHOL OR DRUGS 3400 You must not consume alcohol."
    )
    found = layout(text)

    assert conditions(text) == [("KPGB",), ("APPEAR",), ("ABSTAIN",)]
    assert [len(found.headings), len(found.unplaced)] == [2, 0]


def test_an_order_all_in_capitals_is_read():
    text = "YOU MUST KEEP THE PEACE AND BE OF GOOD BEHAVIOUR\nREPORT TO PROBATION WITHIN TWO DAYS"

    assert conditions(text) == [("KPGB",), ("REPORT_FIRST",)]


def test_endless_words_are_kept_unread():
    text = "1. Keep the peace.\n2. " + "no " * 2000

    assert [len(layout(text).conditions), len(layout(text).unplaced)] == [1, 1]


def test_titles_inside_a_list_close_what_is_open():
    text = CONFINED + "(a) for work. Counselling:\n2. Attend counselling as directed."

    assert conditions(text) == [("HOUSE_ARREST",), ("COUNSELLING",)]


def test_items_beside_one_with_the_same_exceptions_are_no_exceptions():
    text = (
        "- House arrest for the first 3 months, except for work.\n"
        "- Next 3 months: curfew from 9 p.m. to 7 a.m., same exceptions.\n"
        "- Last 3 months: curfew from 11 p.m. to 5 a.m.\n"
        "- No weapons."
    )

    assert conditions(text) == [("HOUSE_ARREST",), ("CURFEW",), ("CURFEW",), ("NO_WEAPON",)]
