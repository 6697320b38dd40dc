"""What the library says of a check: what may be shown, how, how strongly; its rows."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.facts import Event, Evidence, Period
from throughcare.kernel.obligations.words import Strength
from throughcare.packs import choices
from throughcare.packs.conditions import condition_rule
from throughcare.packs.loading import pack_of
from throughcare.people.tests.factories import plain
from throughcare.verification import account, library
from throughcare.verification.forms import DocumentChoice, HoursField
from throughcare.verification.links import condition_of, evidence_url
from throughcare.verification.models import Finding, Verification
from throughcare.verification.queries import CheckLine, outside

PACK = pack_of("ca_on")
ON = date(2026, 11, 26)
DAY = timedelta(days=1)
CONDITION = UUID(int=9)
FINDINGS = [each.value for each in Finding]
KINDS = sorted(PACK.evidence)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def rules(*codes):
    return [condition_rule(PACK, code, date(2026, 9, 8)) for code in codes]


def a_condition(*codes):
    """Return a condition of an order that stands for some codes of the library."""
    meant = [SimpleNamespace(code=code) for code in codes]
    return SimpleNamespace(
        order=SimpleNamespace(made_on=date(2026, 9, 8)), codes=SimpleNamespace(all=lambda: meant)
    )


def method(code):
    return choices.chosen(choices.methods("ca_on", ON), code)


@pytest.mark.parametrize(
    ("codes", "kinds"),
    [
        ((), ["CHECKED"]),
        (("KPGB",), ["CHECKED"]),
        (("CURFEW",), ["CHECKED"]),
        (("COMMUNITY_SERVICE",), ["CHECKED", "HOURS_WORKED", "REFERRED"]),
        (("COMMUNITY_SERVICE", "COMMUNITY_SERVICE"), ["CHECKED", "HOURS_WORKED", "REFERRED"]),
    ],
    ids=["none", "peace", "curfew", "service", "service_twice"],
)
def test_a_check_may_show_what_closes_what_is_asked(codes, kinds):
    assert [kind for kind, _words in library.evidence_of(rules(*codes))] == kinds


def test_what_a_contact_or_an_order_shows_is_never_offered():
    offered = {kind for kind, _words in library.every_evidence()}

    assert "CHECKED" in offered
    assert not {kind for kind in offered if kind.startswith(library.NOT_BY_A_CHECK)}
    assert offered < set(KINDS)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_ways_of_checking_stand_from_the_weakest_to_the_strongest(language):
    with translation.override(language):
        found = library.methods_of([], ON)

    words = [group for group, _methods in found]
    assert words[0] == {"en": "the person’s word", "fr": "sa parole"}[language]
    assert words[-1] == {"en": "official", "fr": "officielle"}[language]
    assert len(words) == len(Strength)


@pytest.mark.parametrize("codes", [(), ("CURFEW",), ("COMMUNITY_SERVICE",), ("NO_CONTACT",)])
def test_every_way_of_checking_is_offered_once(codes):
    offered = [
        code for _group, found in library.methods_of(rules(*codes), ON) for code, _words in found
    ]

    assert sorted(offered) == sorted(each.code for each in choices.methods("ca_on", ON))


@pytest.mark.parametrize(
    ("code", "strength", "first"),
    [
        ("COMMUNITY_SERVICE", "document", "HOURS_LOG"),
        ("COMMUNITY_SERVICE", "collateral", "PROVIDER_ASKED"),
        ("CURFEW", "observed", "DOOR_CHECK"),
    ],
)
def test_the_librarys_own_ways_stand_first_within_a_strength(code, strength, first):
    grouped = dict(library.methods_of(rules(code), ON))

    assert grouped[strength][0][0] == first


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["The hours log, signed by the agency."]),
        ("fr", ["La feuille d'heures, signée par l'organisme."]),
    ],
)
def test_how_it_is_known_is_said_in_the_language_of_the_page(language, sentences):
    with translation.override(language):
        assert library.expected_in_words(rules("COMMUNITY_SERVICE")) == sentences


def test_without_a_rule_nothing_is_expected():
    assert library.expected_in_words([]) == []


@pytest.mark.parametrize(
    ("codes", "way", "strength"),
    [
        ((), "ASKED", Strength.SELF_REPORT),
        (("CURFEW",), "DOOR_CHECK", Strength.OBSERVED),
        (("CURFEW",), "DOCUMENT_SEEN", Strength.DOCUMENT),
        (("NO_SUCH",), "HOURS_LOG", Strength.DOCUMENT),
        (("COMMUNITY_SERVICE",), "PROVIDER_ASKED", Strength.COLLATERAL),
    ],
)
def test_a_check_is_as_strong_as_the_library_or_the_method_says(codes, way, strength):
    assert library.strength_of(a_condition(*codes), method(way)) is strength


def test_a_code_of_no_library_has_no_rule():
    found = library.rules_of(a_condition("NO_SUCH", "CURFEW"))

    assert [each.code for each in found] == ["CURFEW"]


@pytest.mark.parametrize("shows", ["", "CHECKED", "HOURS_WORKED"])
@pytest.mark.parametrize("condition", [CONDITION, str(CONDITION)], ids=["id", "words"])
def test_an_address_carries_the_condition_and_what_is_proposed(condition, shows):
    address = urlsplit(evidence_url("C-1", condition, shows))

    assert address.path == "/cases/C-1/checks/new/"
    wanted = {"condition": [str(condition)]} | ({"shows": [shows]} if shows else {})
    assert parse_qs(address.query) == wanted


@given(st.uuids(version=4), st.text(max_size=20))
def test_a_condition_is_read_from_its_own_requirement_only(condition, rest):
    assert condition_of(f"condition:{condition}:{rest}") == str(condition)
    assert condition_of(f"standard:{condition}:{rest}") == ""


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("7", Decimal(7)),
        ("7.5", Decimal("7.5")),
        ("7,25", Decimal("7.25")),
        (" 0.01 ", Decimal("0.01")),
        ("999.99", Decimal("999.99")),
        ("", None),
        (None, None),
        (Decimal("3.5"), Decimal("3.5")),
    ],
    ids=["whole", "point", "comma", "least", "most", "empty", "none", "decimal"],
)
def test_hours_are_read_as_officers_write_them(typed, hours):
    assert HoursField(required=False).to_python(typed) == hours


@pytest.mark.parametrize("typed", ["0", "-1", "1000", "7.123", "x", "7:30", "1 000", "7,5,0"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Write hours such as 7.5."), ("fr", "Écrivez les heures ainsi : 7,5.")],
)
def test_hours_that_cannot_be_read_say_what_would_be_right(typed, language, sentence):
    with translation.override(language), pytest.raises(ValidationError) as refused:
        HoursField().to_python(typed)

    assert [plain(each) for each in refused.value.messages] == [sentence]


@given(st.decimals(Decimal("0.01"), Decimal("999.99"), places=2))
def test_hours_with_two_places_are_read_with_a_point_or_a_comma(hours):
    field, typed = HoursField(), f"{hours:f}"

    assert field.to_python(typed) == field.to_python(typed.replace(".", ",")) == hours


def test_a_paper_is_offered_by_its_title():
    label = DocumentChoice.label_from_instance(None, SimpleNamespace(title="Log of March"))

    assert label == "Log of March"


def a_row(**said):
    usual = {"on": ON, "result": "AS_ORDERED", "strength": "DOCUMENT", "shows": "CHECKED"}
    return Verification(id=UUID(int=1), condition_id=CONDITION, **usual | said)


@given(st.sampled_from(FINDINGS), st.sampled_from(KINDS), days)
def test_every_check_is_evidence_that_somebody_checked(result, shows, on):
    found = account._evidence(a_row(result=result, shows=shows, on=on))

    assert {"CHECKED", f"CHECKED@{CONDITION}"} <= {each.kind for each in found}
    assert {each.on for each in found} == {on}
    assert {each.id for each in found} == {f"verification:{UUID(int=1)}"}


@given(st.sampled_from(FINDINGS), st.sampled_from(KINDS))
def test_only_what_was_as_ordered_shows_more(result, shows):
    found = account._evidence(a_row(result=result, shows=shows))
    kinds = {each.kind.partition("@")[0] for each in found}

    assert kinds == ({"CHECKED", shows} if result == "AS_ORDERED" else {"CHECKED"})


@pytest.mark.parametrize(("hours", "amount"), [(None, 0), (Decimal("7.5"), Decimal("7.5"))])
def test_hours_are_the_amount_of_the_evidence(hours, amount):
    found = account._evidence(a_row(shows="HOURS_WORKED", hours=hours))

    assert {each.amount for each in found} == {amount}
    assert {each.strength for each in found} == {Strength.DOCUMENT}
    assert isinstance(found[0], Evidence)


@pytest.mark.parametrize(
    ("shows", "result", "kinds"),
    [
        ("ENROLLED", "AS_ORDERED", ["ENROLLED", f"ENROLLED@{CONDITION}"]),
        ("ENROLLED", "NOT_AS_ORDERED", []),
        ("HOURS_WORKED", "AS_ORDERED", []),
        ("CHECKED", "AS_ORDERED", []),
    ],
)
def test_only_having_enrolled_is_an_event(shows, result, kinds):
    found = account._events(a_row(shows=shows, result=result))

    assert found == [Event(kind, ON) for kind in kinds]


def test_each_finding_has_its_own_result():
    assert [account.RESULTS[each] for each in Finding] == [
        Result.CONFIRMED,
        Result.CONTRADICTED,
        Result.INCONCLUSIVE,
    ]


@pytest.mark.parametrize(
    ("in_force", "is_outside"),
    [
        (None, True),
        (Period(ON), False),
        (Period(ON, ON + DAY), False),
        (Period(ON - 9 * DAY, ON), True),
        (Period(ON + DAY), True),
    ],
    ids=["unknown", "first_day", "last_day", "ended", "not_begun"],
)
def test_a_check_outside_the_days_is_told(in_force, is_outside):
    assert outside(in_force, ON) is is_outside


@pytest.mark.parametrize(("by_mistake", "stands"), [(False, True), (True, False)])
@pytest.mark.django_db
def test_a_mistake_does_not_stand(by_mistake, stands):
    assert CheckLine(a_row(by_mistake=by_mistake), outside=False).stands is stands


@given(st.integers(0, 400))
def test_days_late_are_the_days_between(late):
    written = datetime(2026, 11, 26, 17, tzinfo=UTC)

    assert a_row(on=ON - late * DAY, recorded_at=written).days_late == late


def test_a_row_is_named_by_method_and_day_and_knows_its_strength():
    row = a_row(method="ASKED", strength="OFFICIAL")

    assert (str(row), row.level) == ("ASKED 2026-11-26", Strength.OFFICIAL)
