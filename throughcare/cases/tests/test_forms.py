"""Each form about a file: what it asks, what each wrong field is told, and that typing stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare import clock
from throughcare.cases.forms.away import AwayForm, EndAwayForm
from throughcare.cases.forms.conflict import ConflictForm
from throughcare.cases.forms.covering import CoverForm, CoverOfficerForm
from throughcare.cases.forms.holding import AssignForm, UncoveredForm
from throughcare.cases.forms.levels import LevelForm
from throughcare.cases.forms.opening import CloseForm, OpenForm, ReopenForm
from throughcare.cases.forms.restriction import LiftForm, NameForm, RestrictForm
from throughcare.cases.forms.transfers import (
    AcceptTransferForm,
    ProposeTransferForm,
    RefuseTransferForm,
)
from throughcare.cases.queries.file import state_of
from throughcare.cases.tests.factories import a_conflict
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def form_of(case, manager):
    """Return a form about the file, filled in as given."""

    def made(form_class, **said):
        return form_class(said, state=state_of(case, manager, clock.today()), member=manager)

    return made


def told(form, language="en"):
    """Return what a form says of each wrong field, in a language."""
    with translation.override(language):
        return {name: plain(errors[0]) for name, errors in form.errors.items()}


WHY = "Say why, in a sentence that a stranger understands."
FR_WHY = "Dites pourquoi, en une phrase qu’un inconnu comprendrait."
NEEDED = [
    (AssignForm, {"holder": "Choose who holds the file.", "since": None}),
    (UncoveredForm, {"since": None, "reason": WHY}),
    (CoverForm, {"covering": "Choose who covers.", "starts_on": None, "last_day": None}),
    (LevelForm, {"level": "Choose a level.", "starts_on": None, "reason": WHY}),
    (
        AwayForm,
        {
            "kind": "Choose one of the four.",
            "starts_on": None,
            "source": "Say who or what told you.",
        },
    ),
    (EndAwayForm, {"last_day": None}),
    (ProposeTransferForm, {"to_office": "Choose an office.", "summary": WHY}),
    (AcceptTransferForm, {}),
    (RefuseTransferForm, {"reason": WHY}),
    (RestrictForm, {"reason": WHY}),
    (NameForm, {"member": None}),
    (LiftForm, {"reason": WHY}),
    (ConflictForm, {"words": WHY}),
    (CloseForm, {"since": None, "closing_words": WHY}),
    (ReopenForm, {"reason": WHY}),
]
NAMES = [each[0].__name__ for each in NEEDED]


@pytest.mark.parametrize(("form_class", "wrong"), NEEDED, ids=NAMES)
def test_an_empty_form_names_each_field_that_is_missing(form_of, form_class, wrong):
    found = told(form_of(form_class))

    assert set(found) == set(wrong)
    assert {name: found[name] for name in wrong if wrong[name]} == {
        name: words for name, words in wrong.items() if words
    }


@pytest.mark.parametrize(("form_class", "wrong"), NEEDED, ids=NAMES)
def test_an_empty_form_speaks_french(form_of, form_class, wrong):
    english = told(form_of(form_class))
    with translation.override("fr"):
        french = told(form_of(form_class), "fr")

    assert set(french) == set(wrong)
    assert {name for name in wrong if french[name] == english[name]} == set(), french


@pytest.mark.parametrize("form_class", [each[0] for each in NEEDED], ids=NAMES)
@pytest.mark.parametrize("words", ["title", "verb", "done"])
def test_a_form_says_what_it_does_in_both_languages(form_class, words):
    with translation.override("en"):
        english = str(getattr(form_class, words))
    with translation.override("fr"):
        french = str(getattr(form_class, words))

    assert english
    assert french not in ("", english)


AHEAD = "2031-01-05"
WRONG_DAYS = [
    (AssignForm, "since"),
    (UncoveredForm, "since"),
    (CloseForm, "since"),
    (LevelForm, "starts_on"),
    (AwayForm, "starts_on"),
    (EndAwayForm, "last_day"),
]


@pytest.mark.parametrize(
    ("form_class", "field"), WRONG_DAYS, ids=[each[0].__name__ for each in WRONG_DAYS]
)
@pytest.mark.parametrize("typed", ["31 Feb 2026", "soon", AHEAD])
def test_a_day_that_is_none_or_has_not_come_is_told(form_of, form_class, field, typed):
    form = form_of(form_class, **{field: typed})

    assert field in told(form)
    assert f'value="{typed}"' in str(form[field])


@pytest.mark.parametrize(
    "form_class", [UncoveredForm, LevelForm, RestrictForm, LiftForm, ReopenForm, RefuseTransferForm]
)
def test_a_reason_has_a_longest_length(form_of, form_class):
    long, fits = (form_of(form_class, reason="x" * size) for size in (2001, 2000))

    assert told(long)["reason"] == "Shorten this to 2000 characters; it has 2001."
    assert "reason" not in told(fits)


@pytest.mark.parametrize(("field", "size"), [("place", 120), ("source", 200)])
def test_time_away_has_short_words(form_of, field, size):
    form = form_of(AwayForm, **{field: "x" * (size + 1)})

    assert told(form)[field] == f"Shorten this to {size} characters; it has {size + 1}."


# --- what a form offers ---------------------------------------------------------------------


def offered(form, field):
    return {str(row) for row in form.fields[field].queryset}


HOLDERS = {"Louise Tremblay", "Adaeze Okafor", "Julie Roy"}


@pytest.mark.parametrize(
    ("form_class", "field", "others"),
    [
        (AssignForm, "holder", set()),
        (CoverForm, "covering", {"Kim Clerk"}),
        (RestrictForm, "members", {"Kim Clerk", "Ira Reviewer"}),
        (NameForm, "member", {"Kim Clerk", "Ira Reviewer"}),
    ],
)
def test_a_form_offers_who_may(form_of, office, colleague, there, form_class, field, others):
    for role, given in (("CLERK", "Kim"), ("REVIEWER", "Ira"), ("ANALYST", "Ana")):
        a_member(role, office=office, given_name=given, surname=role.title())

    form = form_of(form_class)

    assert offered(form, field) == HOLDERS | others


@pytest.mark.parametrize(
    ("form_class", "field"),
    [(AssignForm, "holder"), (CoverForm, "covering"), (RestrictForm, "members")],
)
def test_who_declared_a_conflict_is_not_offered(form_of, case, colleague, form_class, field):
    a_conflict(case, colleague)

    assert offered(form_of(form_class), field) == HOLDERS - {"Julie Roy"}


def test_the_receiving_office_offers_its_own(case, there):
    a_member("OFFICER", office=there.office, given_name="Guy", surname="Morin")

    form = AcceptTransferForm({}, state=state_of(case, there, clock.today()), member=there)

    assert offered(form, "holder") == {"Colette Beaudry", "Guy Morin"}


@pytest.mark.parametrize(("language", "name"), [("en", "North Bay"), ("fr", "Baie du Nord")])
def test_offices_are_named_in_the_language_of_the_page(form_of, language, name):
    other = an_office(name="North Bay", name_fr="Baie du Nord")

    with translation.override(language):
        choices = dict(form_of(ProposeTransferForm).fields["to_office"].choices)

    assert {str(pk): label for pk, label in choices.items()}[str(other.pk)] == name


def test_the_files_own_office_is_not_offered(form_of, office):
    other = an_office()

    offices = set(form_of(ProposeTransferForm).fields["to_office"].queryset)

    assert other in offices
    assert office not in offices


# --- what a form says to its command ----------------------------------------------------------


def said(form):
    assert told(form) == {}
    return {name: value for name, value in form.said.items() if name != "id"}


def test_assigning_says_who_why_and_that_it_is_of_now(form_of, colleague):
    form = form_of(AssignForm, holder=str(colleague.pk), since="today", reason=" Caseload ")

    assert said(form) == {
        "holder": colleague,
        "instead_of": None,
        "reason": "Caseload",
        "happened_at": None,
    }


def test_an_earlier_day_is_a_moment_of_that_day(form_of, colleague):
    form = form_of(AssignForm, holder=str(colleague.pk), since="yesterday")

    assert clock.day_of(said(form)["happened_at"]) == clock.today() - DAY


def test_a_cover_ends_before_the_day_after_its_last(form_of, colleague):
    days = {"starts_on": "today", "last_day": "2030-01-31"}

    found = said(form_of(CoverForm, covering=str(colleague.pk), **days))

    assert (found["starts_on"], str(found["ends_before"])) == (clock.today(), "2030-02-01")
    assert "last_day" not in found


def test_an_officers_cover_says_whose_files(manager, officer, colleague):
    sent = {"officer": str(officer.pk), "covering": str(colleague.pk), "starts_on": "today"}

    form = CoverOfficerForm(sent | {"last_day": "2030-01-31"}, member=manager)

    found = said(form)
    assert (found["officer"], found["covering"]) == (officer, colleague)
    assert str(found["ends_before"]) == "2030-02-01"


@pytest.mark.parametrize(("typed", "ends"), [("", None), ("yesterday", 0)])
def test_time_away_may_last(form_of, typed, ends):
    sent = {"kind": "CUSTODY", "starts_on": "yesterday", "source": "Police", "last_day": typed}

    found = said(form_of(AwayForm, **sent))

    assert found["ends_before"] == (clock.today() if ends == 0 else None)


@pytest.mark.parametrize(("ticked", "about"), [({}, "case"), ({"with_person": "on"}, "person")])
def test_a_conflict_is_with_the_file_or_the_person(form_of, case, ticked, about):
    found = said(form_of(ConflictForm, words="A cousin", **ticked))

    assert found == {"words": "A cousin", about: case if about == "case" else case.person}


@pytest.mark.parametrize(
    ("role", "initial"), [("OFFICER", True), ("MANAGER", True), ("CLERK", False)]
)
def test_who_holds_files_is_offered_a_new_one_first(office, role, initial):
    member = a_member(role, office=office)

    form = OpenForm(None, member=member)

    assert (form.fields["holder"].initial == member.pk) is initial


def test_opening_without_an_officer_is_allowed(manager):
    found = said(OpenForm({"kind": "COURTESY", "since": "today"}, member=manager))

    assert found == {"kind": "COURTESY", "holder": None, "reason": "", "happened_at": None}


def test_opening_needs_a_kind_and_a_day(manager):
    assert told(OpenForm({}, member=manager))["kind"] == "Choose the kind of file."
    assert set(told(OpenForm({}, member=manager))) == {"kind", "since"}


@pytest.mark.parametrize("form_class", [AssignForm, UncoveredForm, LevelForm])
def test_a_form_remembers_what_stood_when_it_was_opened(case, manager, form_class):
    state = state_of(case, manager, clock.today())

    form = form_class(None, state=state, member=manager)

    seen = state.level if form_class is LevelForm else state.held
    assert form.fields["instead_of"].initial == seen.pk


# --- sent through HTTP ----------------------------------------------------------------------


@pytest.fixture
def facts(colleague, there, office):
    """What makes each form whole."""
    return {
        "assign": {"holder": str(colleague.pk), "since": "today", "reason": "Caseload"},
        "uncovered": {"since": "today", "reason": "Post is vacant"},
        "cover": {
            "covering": str(colleague.pk),
            "starts_on": "today",
            "last_day": "2030-01-31",
            "reason": "Vacation",
        },
        "level": {"level": "HIGH", "starts_on": "today", "reason": "Assessment of today"},
        "away": {"kind": "CUSTODY", "starts_on": "today", "source": "Police, by phone"},
        "propose_transfer": {"to_office": str(there.office.pk), "summary": "Moved for work"},
        "restrict": {"reason": "Related to a colleague"},
        "conflict": {"words": "A cousin of mine"},
        "close": {"since": "today", "closing_words": "Order ended early"},
    }


POSTED = [
    "assign",
    "uncovered",
    "cover",
    "level",
    "away",
    "propose_transfer",
    "restrict",
    "conflict",
    "close",
]
# A field that is wrong, and words that must still stand in the form afterwards.
SPOILT = {
    "assign": ("holder", "Caseload"),
    "uncovered": ("since", "Post is vacant"),
    "cover": ("last_day", "Vacation"),
    "level": ("level", "Assessment of today"),
    "away": ("kind", "Police, by phone"),
    "propose_transfer": ("to_office", "Moved for work"),
    "close": ("since", "Order ended early"),
}


def post(client, case, name, sent):
    return client.post(reverse(f"cases:{name}", args=[case.number]), sent)


@pytest.mark.parametrize("name", POSTED)
def test_a_whole_form_is_done_and_leads_on(as_manager, case, facts, name):
    answer = post(as_manager, case, name, facts[name] | {"id": str(new_id())})

    gone = reverse("cases:list") if name == "conflict" else None
    assert answer.status_code == 302
    assert answer["Location"] == (gone or reverse("cases:file", args=[case.number]))


@pytest.mark.parametrize("name", [each for each in POSTED if each != "conflict"])
def test_a_form_posted_twice_is_done_once(as_manager, case, facts, name):
    sent = facts[name] | {"id": str(new_id())}
    first = post(as_manager, case, name, sent)
    entries = Entry.objects.count()

    second = post(as_manager, case, name, sent)

    assert (first.status_code, second.status_code) in {(302, 302), (302, 422)}
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("name", SPOILT)
def test_one_wrong_field_keeps_the_rest(as_manager, case, facts, name):
    field, kept = SPOILT[name]
    before = Entry.objects.count()

    answer = post(as_manager, case, name, facts[name] | {field: "nonsense"})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert kept in answer.text
    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", ["assign", "uncovered", "level"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Someone changed this since you opened the page."),
        ("fr", "Quelqu’un a changé ceci depuis que vous avez ouvert la page."),
    ],
)
def test_a_stale_form_says_so_and_shows_what_stands(
    as_manager, case, facts, name, language, sentence
):
    as_manager.cookies["throughcare_language"] = language

    stale = post(as_manager, case, name, facts[name] | {"instead_of": str(new_id())})

    assert stale.status_code == 422
    assert sentence in stale.text
    assert facts[name]["reason"] in stale.text
    fresh = stale.context["form"]["instead_of"].value()
    assert post(as_manager, case, name, facts[name] | {"instead_of": fresh}).status_code == 302
