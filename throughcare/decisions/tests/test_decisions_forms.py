"""The forms of decisions, what is guarded, and signed links: no file is read here."""

from datetime import date, timedelta
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare import clock
from throughcare.decisions import account
from throughcare.decisions.commands import no_staff, setting_aside
from throughcare.decisions.commands.no_staff import Undone
from throughcare.decisions.commands.setting_aside import Aside
from throughcare.decisions.forms.deciding import (
    AnswerForm,
    NoStaffForm,
    SetAsideForm,
    WithdrawForm,
)
from throughcare.decisions.links import no_staff_url, opened, signed
from throughcare.decisions.models import NoStaff, SetAside
from throughcare.kernel.obligations.facts import Decision, Period
from throughcare.packs import choices
from throughcare.people.tests.factories import plain

FIRST, BEFORE = date(2026, 11, 2), date(2026, 11, 9)
DAY = timedelta(days=1)
SENT = "0190c0de-0000-4000-8000-000000000001"
FILE = SimpleNamespace(case=SimpleNamespace(pk=UUID(int=3), number="C-1"))
# The pack is read here, once, not in the time of a first example.
SET_ASIDE = [each.code for each in choices.reasons("ca_on", "set_aside", FIRST)]
NO_STAFF = [each.code for each in choices.reasons("ca_on", "no_staff", FIRST)]
GUARDED = [
    pytest.param("court:x:APPEAR", "court dates", "dates au tribunal", id="court"),
    pytest.param("condition:x:APPEAR:ONCE", "court dates", "dates au tribunal", id="appear"),
    pytest.param(
        "victim:x:TOLD",
        "work for victims and protected persons",
        "travail pour les victimes et les personnes protégées",
        id="victim",
    ),
    pytest.param(
        "condition:x:NO_CONTACT:CHECK",
        "work for victims and protected persons",
        "travail pour les victimes et les personnes protégées",
        id="no_contact",
    ),
    pytest.param(
        "condition:x:PARTNER_ASSAULT_PROGRAM:ENROL",
        "domestic violence work",
        "dossiers de violence conjugale",
        id="domestic_violence",
    ),
    pytest.param(
        "condition:x:SOIRA:CHECK",
        "sexual offending work",
        "dossiers d’infractions sexuelles",
        id="sexual_offending",
    ),
]
asides = st.builds(
    Aside,
    requirement=st.text(max_size=40),
    starts_on=st.dates(),
    ends_before=st.dates(),
    what=st.text(max_size=60),
)


def an_aside(requirement="standard:x:SEEN"):
    return Aside(requirement, FIRST, BEFORE, "Seen twice a month")


def a_form(kind, said=None, **also):
    return kind(said, state=FILE, member=None, **also)


def aside_said(**said):
    usual = {"id": SENT, "reason_code": "SICK", "starts_on": "2026-11-02"}
    return usual | {"last_day": "2026-11-08"} | said


def problems(form):
    return {name: [plain(each) for each in found] for name, found in form.errors.items()}


@given(st.text(max_size=20), asides)
def test_whatever_is_signed_is_read_back(number, aside):
    assert opened(signed(number, aside)) == (number, aside)


def test_each_line_of_the_boxes_is_carried_by_itself():
    lines = [("C-1", an_aside()), ("C-2", an_aside("standard:y:SEEN"))]
    carried = parse_qs(urlsplit(no_staff_url(*lines)).query)["line"]

    assert [opened(each) for each in carried] == lines


def test_no_line_is_carried_by_no_text():
    assert urlsplit(no_staff_url()).query == ""


def test_the_days_of_the_obligation_are_proposed():
    form = a_form(SetAsideForm, aside=an_aside())

    assert form.fields["starts_on"].initial == FIRST
    assert form.fields["last_day"].initial == BEFORE - DAY


@pytest.mark.parametrize(
    ("language", "plain_one", "asks_how", "asks_why"),
    [
        (
            "en",
            "Sick, or caring for someone who was",
            "Met in another way (say how)",
            "It cannot be done safely (say why; a manager approves)",
        ),
        (
            "fr",
            "Malade, ou au chevet d’un proche malade",
            "Satisfait d’une autre façon (dites comment)",
            "Ne peut se faire en sécurité (dites pourquoi; un gestionnaire approuve)",
        ),
    ],
)
def test_a_reason_says_what_it_asks_for(language, plain_one, asks_how, asks_why):
    with translation.override(language):
        offered = dict(a_form(SetAsideForm, aside=an_aside()).fields["reason_code"].choices)

    assert offered["SICK"] == plain_one
    assert offered["DONE_OTHERWISE"] == asks_how
    assert offered["UNSAFE"] == asks_why


def test_each_form_offers_the_reasons_of_its_own_list():
    aside = a_form(SetAsideForm, aside=an_aside()).fields["reason_code"].choices

    assert [code for code, _words in aside] == SET_ASIDE
    assert [code for code, _words in NoStaffForm().fields["reason_code"].choices] == NO_STAFF
    assert not set(SET_ASIDE) & set(NO_STAFF)


def test_the_last_day_is_inside_what_is_set_aside():
    form = a_form(SetAsideForm, aside_said(words="  Flu "), aside=an_aside())

    assert form.is_valid()
    assert form.said == {
        "id": UUID(SENT),
        "reason_code": "SICK",
        "words": "Flu",
        "aside": an_aside(),
    }


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"reason_code": ""}, "reason_code", "Choose a reason from the list."),
        ({"starts_on": ""}, "starts_on", "Write a day."),
        ({"last_day": ""}, "last_day", "Write a day."),
    ],
    ids=["no_reason", "no_first_day", "no_last_day"],
)
def test_what_is_missing_is_said_beside_its_field(said, field, sentence):
    form = a_form(SetAsideForm, aside_said(**said), aside=an_aside())

    assert problems(form) == {field: [sentence]}


@pytest.mark.parametrize("code", ["VACANT_POST", "BECAUSE"])
def test_a_reason_of_another_list_is_not_taken(code):
    form = a_form(SetAsideForm, aside_said(reason_code=code), aside=an_aside())

    assert set(problems(form)) == {"reason_code"}


def test_open_work_is_hinted_by_its_words_alone():
    assert a_form(SetAsideForm, aside=an_aside()).hint == "Seen twice a month"


@pytest.mark.parametrize(("requirement", "english", "french"), GUARDED)
def test_guarded_work_says_who_approves_and_why(requirement, english, french):
    form = a_form(SetAsideForm, aside=an_aside(requirement))

    assert form.hint == f"Seen twice a month. A manager approves: {english}."
    with translation.override("fr"):
        assert plain(form.hint) == f"Seen twice a month. Un gestionnaire approuve : {french}."


@pytest.mark.parametrize(("requirement", "english", "french"), GUARDED)
def test_guarded_work_is_named_and_never_left(requirement, english, french):
    line = Undone(FILE.case, an_aside(requirement))

    assert no_staff.refusal_of(line) == english
    with translation.override("fr"):
        assert no_staff.refusal_of(line) == french


@pytest.mark.parametrize(
    ("specialized", "english", "french"),
    [
        ((), "", ""),
        ((UUID(int=4),), "", ""),
        ((UUID(int=3),), "specialized supervision", "surveillance spécialisée"),
    ],
    ids=["none", "another", "this"],
)
def test_other_work_is_left_but_in_specialized_files(specialized, english, french):
    line = Undone(FILE.case, an_aside())

    assert no_staff.refusal_of(line, specialized) == english
    with translation.override("fr"):
        assert no_staff.refusal_of(line, specialized) == french


@pytest.mark.parametrize("code", SET_ASIDE)
def test_guarded_work_asks_approval_whatever_the_reason(code):
    reason = setting_aside.offered(code, "set_aside", "Because of the flood")

    assert setting_aside.asks_approval("condition:x:NO_CONTACT:CHECK", reason)
    assert setting_aside.asks_approval("standard:x:SEEN", reason) is reason.needs_approval


@pytest.mark.parametrize("code", ["DONE_OTHERWISE", "UNSAFE", "OTHER"])
@pytest.mark.parametrize("words", ["", "  ", "\n"], ids=["none", "spaces", "line"])
def test_a_reason_that_asks_words_is_refused_without(code, words):
    with pytest.raises(setting_aside.WordsMissing) as refused:
        setting_aside.offered(code, "set_aside", words)

    assert refused.value.field == "words"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Approve: it is set aside", "Refuse: it stays owed", "Approve or refuse."]),
        (
            "fr",
            ["Approuver : c’est mis de côté", "Refuser : cela reste dû", "Approuvez ou refusez."],
        ),
    ],
)
def test_an_answer_is_one_of_two(language, said):
    with translation.override(language):
        form = a_form(AnswerForm, {"answer": ""})
        words = [plain(each) for _code, each in form.fields["answer"].choices]

        assert [*words, *problems(form)["answer"]] == said


def test_taking_back_asks_why():
    assert set(problems(a_form(WithdrawForm, {"words": " "}))) == {"words"}
    assert a_form(WithdrawForm, {"words": "Came after all"}).is_valid()


def test_a_row_is_told_to_the_kernel_as_it_stands():
    row = ("R", FIRST, BEFORE, "Adaeze", "Okafor", "OTHER", "Flood")

    assert account._decision("set_aside:5", *row) == Decision(
        "set_aside:5", "R", Period(FIRST, BEFORE), "Adaeze Okafor", "Another reason. Flood"
    )


@pytest.mark.parametrize("model", [SetAside, NoStaff])
def test_a_row_is_named_by_what_and_when_and_knows_its_last_day(model):
    row = model(requirement="standard:x:SEEN", starts_on=FIRST, ends_before=BEFORE)

    assert (str(row), row.last_day) == ("standard:x:SEEN 2026-11-02", date(2026, 11, 8))


def test_only_work_that_was_open_is_left():
    later = Aside("standard:x:SEEN", clock.today() + DAY, clock.today() + 9 * DAY)

    with pytest.raises(no_staff.NotOpenYet) as refused:
        no_staff._check_line(Undone(FILE.case, later), ())

    assert refused.value.field == "lines"
    assert plain(refused.value).startswith("C-1: this opens on ")
