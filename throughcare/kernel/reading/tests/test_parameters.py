"""What a condition says besides its code."""

import pytest

from throughcare.kernel.reading.parts import Part
from throughcare.kernel.reading.tests.samples import read, said


def value(text, name, **setting):
    """Return one parameter of a condition."""
    return said(text, **setting)[0].get(name)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("1. Perform 100 hours of community service.", "hours", 100),
        ("1. Complete fifty hours of community service.", "hours", 50),
        ("1. Perform 49.75 hours of community service.", "hours", 49.75),
        ("1. Perform one-hundred-and-twenty hours of community service.", "hours", 120),
        ("1. Perform 60 hours of community service at 10 hours per month.", "hours", 60),
        ("1. Perform up to 40 hours of community service.", "hours_max", 40),
        ("1. Perform up to 40 hours of community service.", "hours", None),
        ("1. He is sentenced to eight months conditionally.", "months", 8),
        ("1. He is sentenced to 90 days conditionally.", "months", None),
        ("1. Two months in jail, and he is sentenced to 8 months conditionally.", "months", 8),
        ("1. Perform community service as directed.", "hours", None),
        ("1. Effectuer 40 heures de service communautaire.", "hours", 40),
        (
            "1. Perform 60 hours of community service at 10 hours per month.",
            "rate",
            {"min_hours": 10, "per": "month"},
        ),
        (
            "1. Perform 60 hours of community service within 12 months.",
            "by",
            {"n": 12, "unit": "month", "from": "start"},
        ),
        ("1. Do not be within 100 metres of her home.", "distance_m", 100),
        ("1. Do not be within 100m of her home.", "distance_m", 100),
        ("1. Do not attend within two kilometres of her home.", "distance_m", 2000),
        ("1. Do not attend at her home.", "distance_m", None),
        ("1. Ne pas se trouver à moins de 50 mètres de sa résidence.", "distance_m", 50),
        ("1. You must pledge the sum of $1,500.", "amount", 1500),
        ("1. Pay restitution of $250.50 to the victim.", "amount", 250.5),
        ("1. Pay restitution to the victim.", "amount", None),
        (
            "1. Do not possess weapons as defined by the Criminal Code.",
            "definition",
            "Criminal Code s.2",
        ),
        ("1. Wear a GPS ankle bracelet.", "technology", "GPS"),
        ("1. Report by telephone to probation today.", "mode", "phone"),
        (
            "1. Se présenter à un agent, en personne ou par téléphone, dans les trois jours.",
            "mode",
            "phone or in person",
        ),
        ("1. Report in person within 2 days to your supervisor.", "to", "supervisor"),
        ("1. Attend counselling for anger management as directed.", "topics", ["anger management"]),
        (
            "1. Abstain from alcohol and from drugs except with a prescription.",
            "substances",
            ["alcohol", "non-prescribed drugs"],
        ),
    ],
)
def test_a_value_is_read(text, name, expected):
    assert value(text, name) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1. Be in your home between 10 p.m. and 6 a.m.", "22:00", "06:00"),
        ("1. A curfew from 9:30 p.m. to 5 a.m. daily.", "21:30", "05:00"),
        ("1. Remain in your residence from 22:00 to 06:00.", "22:00", "06:00"),
        ("1. Demeurer à votre domicile de 22 h à 6 h.", "22:00", "06:00"),
    ],
)
def test_the_window_of_a_curfew(text, start, end):
    window = value(text, "window")

    assert (window["start"], window["end"]) == (start, end)


def test_a_curfew_without_hours_says_so():
    assert value("1. Obey a curfew.", "window") == "not stated"


def test_house_arrest_has_no_window():
    assert value("1. Remain in your residence at all times.", "window") is None


def test_the_window_of_an_exception_is_not_the_curfew_s():
    text = "1. Obey a curfew except between 1 p.m. and 4 p.m. on Saturdays for necessities."

    assert value(text, "window") == "not stated"


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("1. Report to probation within three (4) days.", ("NUMBER_CONTRADICTED",)),
        ("1. Report within 2 days, that is, within 3 days.", ("DEADLINES_DIFFER",)),
        ("1. Perform 100 or 120 hours of community service.", ("NUMBER_UNCERTAIN",)),
        ("1. Perform 100 hours of community service, then 50 hours.", ("HOURS_DIFFER",)),
        ("1. Perform ten (12) hours of community service.", ("NUMBER_CONTRADICTED",)),
        (
            "1. Perform 9 hours of community service within 2 months or within 3 months.",
            ("DEADLINES_DIFFER",),
        ),
        (
            "1. Do not be within 50 metres of her home or 100 metres of her work.",
            ("DISTANCES_DIFFER",),
        ),
        ("1. Do not be within ten (20) metres of her home.", ("NUMBER_CONTRADICTED",)),
        ("1. Be in your home from 10 to 6 a.m.", ("TIME_UNCLEAR",)),
        ("1. A curfew from 9 to 6.", ("TIME_UNCLEAR",)),
        ("1. A curfew from 9 p.m. to 6 a.m. and from 11 p.m. to 7 a.m.", ("WINDOWS_DIFFER",)),
        ("1. Keep the peace.", ()),
    ],
)
def test_what_contradicts_is_in_doubt(text, doubts):
    assert said(text)[1] == doubts


def test_a_first_report_counts_from_what_the_order_counts_from():
    text = "1. Report within 2 working days."

    assert value(text, "report_within", anchor="release") == {
        "n": 2,
        "unit": "working_day",
        "from": "release",
    }


def test_a_report_by_a_day_and_a_time():
    text = "1. Report to probation by 3 p.m. on March 4, 2026."

    assert read(text).proposed[0].parameters["report_by"] == {
        "date": "2026-03-04",
        "time": "15:00",
    }


def test_a_report_by_a_day_that_can_be_mistaken_is_in_doubt():
    found = read("1. Report to probation by 04/05/2026.").proposed[0]

    assert found.parameters["report_by"] == {"date": "2026-04-05"}
    assert found.doubts == ("DATE_AMBIGUOUS",)


def test_parts_follow_each_other():
    text = (
        "1. House arrest for the first four months.\n"
        "2. For the next three months, a curfew from 9 p.m. to 6 a.m.\n"
        "3. For the balance of the order, a curfew from 11 p.m. to 6 a.m."
    )
    phases = [each.parameters["phase"] for each in read(text).proposed]

    assert [(each["from"], each["to"]) for each in phases] == [(0, 4), (4, 7), (7, "end")]


def test_a_part_that_follows_nothing_is_not_guessed():
    assert value("1. For the next 3 months, a curfew from 9 p.m. to 6 a.m.", "phase") is None


def test_a_part_before_is_known():
    found = value("1. A curfew for the next 3 months.", "phase", part=Part(0, 2, "month"))

    assert found == {"from": 2, "to": 5, "unit": "month"}


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("1. No contact with [Q.R.] or [S.T.].", ["[Q.R.]", "[S.T.]"]),
        ("1. No contact with Ms. Anna Roy.", ["Ms. Anna Roy"]),
        ("1. No contact with Anna Roy.", ["Anna Roy"]),
        ("1. No contact with A.R. or B.S.", ["A.R.", "B.S."]),
        ("1. No contact with the complainant.", ["the complainant"]),
        ("1. No contact with her.", None),
        ("1. Mr. [Z.Z.] must have no contact with [Q.R.].", ["[Q.R.]"]),
    ],
)
def test_who_is_protected(text, persons):
    assert value(text, "persons") == persons


def test_persons_named_before_are_remembered():
    text = "1. No contact with [Q.R.].\n2. Do not be within 50 metres of the above named persons."

    assert read(text).proposed[1].parameters["persons"] == ["[Q.R.]"]


def exceptions(text):
    """Return the exceptions of a condition."""
    return value(text, "exceptions")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("for work or school", ["WORK", "SCHOOL"]),
        (
            "between 1 p.m. and 4 p.m. on Saturdays for the necessities of life",
            [
                {
                    "code": "NECESSITIES",
                    "window": {"start": "13:00", "end": "16:00", "days": "Saturday"},
                }
            ],
        ),
        (
            "once a week for four hours for necessities",
            [{"code": "NECESSITIES", "hours": 4, "frequency": "weekly"}],
        ),
        ("for necessities for up to 3 hours", [{"code": "NECESSITIES", "hours": 3}]),
        (
            "for a medical emergency of your family with written justification within 72 hours",
            [{"code": "MED_EMERG_FAMILY", "written_justification_after_hours": 72}],
        ),
        ("for work on 12 hours notice", [{"code": "WORK", "notice_hours_before": 12}]),
        ("for a walk within 3 days", []),
        ("for work within 3 days", ["WORK"]),
    ],
)
def test_exceptions_of_house_arrest(words, expected):
    found = exceptions(f"1. Remain in your residence at all times except {words}.") or []

    assert found == expected


def test_a_justification_belongs_to_the_exception_before_it():
    text = (
        "1. Remain in your residence except:\n(a) for a medical emergency;\n"
        "(b) you must provide written justification within 72 hours of any such absence."
    )

    assert exceptions(text) == [{"code": "MED_EMERG", "written_justification_after_hours": 72}]


def test_a_sentence_that_asks_nothing_adds_nothing():
    text = "1. Remain in your residence except:\n(a) for work;\n(b) when the sun shines."

    assert exceptions(text) == ["WORK"]


def test_more_is_asked_for_an_exception_that_asks_already():
    text = (
        "1. Remain in your residence except:\n(a) once a week for 4 hours for necessities;\n"
        "(b) you must provide written notice 12 hours in advance."
    )

    assert exceptions(text) == [
        {"code": "NECESSITIES", "hours": 4, "frequency": "weekly", "notice_hours_before": 12}
    ]


def test_a_consent_that_is_filed_and_may_be_taken_back():
    text = (
        "1. No contact with [Q.R.] except with her written revocable consent "
        "filed with your probation officer."
    )

    assert exceptions(text) == [
        {"code": "WRITTEN_REVOCABLE_CONSENT", "filed_with": "probation", "revocable": "any manner"}
    ]


def test_another_court_s_order():
    text = "1. No contact with [Q.R.] except pursuant to a family court order."

    assert exceptions(text) == [{"code": "FAMILY_COURT_ORDER", "other_order": True}]


def test_what_is_embedded_says_so():
    text = (
        "1. Remain in your home except:\n(a) for work;\n"
        "(b) you must sign releases;\n(c) for church."
    )
    found = [each.parameters for each in read(text).proposed]

    assert [each.get("embedded_in") for each in found] == [None, "list", None]
    assert [each.get("continues") for each in found] == [None, None, "exceptions"]


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("with J. K. Smith", ["J. K. Smith"]),
        ("with J.K. Smith", ["J.K. Smith"]),
        ("with Mr. A.B.", ["Mr. A.B."]),
        ("with Mr. A. B. or his family", ["Mr. A. B.", "his family"]),
        ("with Ms. C. D. Roe at any time", ["Ms. C. D. Roe"]),
        ("with Mary J. Poole", ["Mary J. Poole"]),
        ("with Jean-Guy St. Pierre", ["Jean-Guy St. Pierre"]),
        ("with Siobhan O'Dell-Marsh", ["Siobhan O'Dell-Marsh"]),
        ("with Ann Roy, Jo Poe and Mr. Lum", ["Ann Roy", "Jo Poe", "Mr. Lum"]),
        ("or be at Ms. Roe's home", ["Ms. Roe"]),
        ("with A.B. or C.D.", ["A.B.", "C.D."]),
        ("with [A.B.]", ["[A.B.]"]),
        ("with the victims, Ruby Sands and Owen Sands", ["Ruby Sands", "Owen Sands"]),
        ("with the complainant or her mother", ["the complainant", "her mother"]),
        ("with Dr. Noor van der Meer", ["Dr. Noor van der Meer"]),
    ],
)
def test_names_are_whole(words, persons):
    assert said(f"1. Have no contact {words}.")[0]["persons"] == persons


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Report today and notify your officer forthwith of any change.", (0, "today")),
        ("Within 24 hours of your release, report to probation.", (24, "hour")),
        ("Report within 3 days to give your address.", (3, "day")),
        ("Se présenter à l'agent d'ici 72 heures.", (72, "hour")),
        ("Se présenter à l'agent dans les deux jours suivant aujourd'hui.", (2, "day")),
        ("Se présenter à l'agent aujourd'hui.", (0, "today")),
    ],
)
def test_a_time_belongs_to_the_verb_it_stands_with(text, within):
    found, doubts = said(f"1. {text}")

    assert (found["report_within"]["n"], found["report_within"]["unit"]) == within
    assert doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Report within 2 days and advise of any change within 24 hours.",
        "Report within 2 days and within 24 hours advise of any change.",
    ],
)
def test_the_time_of_another_verb_is_no_second_deadline(text):
    found, doubts = said(f"1. {text}")

    assert (found["report_within"]["n"], found["report_within"]["unit"]) == (2, "day")
    assert doubts == ("VALUE_UNREAD",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("1. Provide a sample of your DNA.", ("DNA",)),
        ("1. Do not have care or control of any animal.", ("NO_ANIMAL",)),
        ("1. Do not have care or control of a motor vehicle.", ("NO_DRIVE",)),
        ("1. You shall not drive.", ("NO_DRIVE",)),
    ],
)
def test_one_sentence_has_only_the_codes_that_it_says(text, codes):
    assert read(text).proposed[0].codes == codes


def test_a_curfew_told_in_two_sentences_begins_after_the_part_before_it():
    words = (
        "[5] After the first six months you will be under a curfew. You must be in your residence "
        "between 9 p.m. and 5 a.m., unless you are at work."
    )
    found = read(words).proposed[0].parameters

    assert found["phase"] == {"from": 6, "to": "end", "unit": "month"}
    assert (found["window"]["start"], found["window"]["end"]) == ("21:00", "05:00")


def test_hours_of_service_that_must_begin_by_a_time_need_not_end_then():
    found, _ = said("1. Perform 40 hours of community service, starting within 30 days.")

    assert "by" not in found
