"""What an administrator sends about accounts and postings: kept, or refused in exact words."""

import re
from datetime import date, timedelta

import pytest

from throughcare.staff.models import Posting, StaffMember
from throughcare.staff.tests.factories import a_member, an_office
from throughcare.staff.tests.test_page_routes import (
    a_tuesday,
    heading_of,
    near,
    office,
    shown,
    state_of,
    viewed_by,
)

__all__ = ["a_tuesday", "near", "office", "viewed_by"]
pytestmark = pytest.mark.django_db
# What an account offers, open or closed.
ACTS = ("New posting", "End the posting", "E-mail address")

TODAY = date(2026, 11, 24)
KIM = {"given_name": "Nari", "surname": "Kim", "username": "nari", "language": "fr"}
FILL_IN = {"en": "Fill in “{}”.", "fr": "Remplissez «\xa0{}\xa0»."}
NOT_LISTED = ("Choose an answer from the list.", "Choisissez une réponse de la liste.")
NO_DAY = (
    "Write a day such as 24\xa0Nov\xa02026.",
    "Écrivez un jour, par exemple 24\xa0nov.\xa02026.",
)
NO_SUCH_DAY = ("February 2026 has 28 days.", "Il y a 28 jours en février 2026.")
TOO_LONG = (
    "Shorten this to 200 characters; it has 201.",
    "Réduisez ceci à 200 caractères; il y en a 201.",
)
OWN_ACCOUNT = (
    "This is your own account. Ask another administrator.",
    "C’est votre propre compte. Demandez à une autre personne de l’administration.",
)
OWN_POSTING = (
    "This is your own posting. Ask another administrator.",
    "C’est votre propre affectation. Demandez à une autre personne de l’administration.",
)


def in_language(pair: tuple[str, str], language: str) -> str:
    return pair[1 if language == "fr" else 0]


def errors_of(answer) -> dict[str, list[str]]:
    return {name: list(said) for name, said in answer.context["form"].errors.items()}


def values_in(answer, name: str) -> list[str]:
    return re.findall(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', answer.content.decode())


@pytest.fixture
def administrator(viewed_by):
    return viewed_by("ADMINISTRATOR")


@pytest.mark.parametrize(
    ("typed", "field", "english", "french"),
    [
        pytest.param(
            {"given_name": ""},
            "given_name",
            "Fill in “Given name”.",
            "Remplissez «\xa0Prénom\xa0».",
            id="no_given_name",
        ),
        pytest.param(
            {"surname": " "},
            "surname",
            "Fill in “Surname”.",
            "Remplissez «\xa0Nom de famille\xa0».",
            id="no_surname",
        ),
        pytest.param(
            {"username": ""},
            "username",
            "Fill in “Sign-in name”.",
            "Remplissez «\xa0Nom d’utilisateur\xa0».",
            id="no_sign_in_name",
        ),
        pytest.param(
            {"username": "lavallée"},
            "username",
            "Use letters without accents, figures, dots and hyphens.",
            "Utilisez des lettres sans accents, des chiffres, des points et des traits d’union.",
            id="an_accent_in_the_sign_in_name",
        ),
        pytest.param(
            {"username": "KIM"},
            "username",
            "This sign-in name is taken. Choose another.",
            "Ce nom d’utilisateur est pris. Choisissez-en un autre.",
            id="taken_whatever_its_capitals",
        ),
        pytest.param({"language": "de"}, "language", *NOT_LISTED, id="no_such_language"),
        pytest.param(
            {"surname": "x" * 81},
            "surname",
            "Shorten this to 80 characters; it has 81.",
            "Réduisez ceci à 80 caractères; il y en a 81.",
            id="a_surname_too_long",
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_field_of_an_account(
    client, viewed_by, near, typed, field, english, french, language
):
    viewed_by("ADMINISTRATOR", language)

    refused = client.post("/staff/open/", KIM | typed)

    assert refused.status_code == 422
    assert errors_of(refused) == {field: [in_language((english, french), language)]}
    assert not StaffMember.objects.filter(username="nari").exists()


def test_a_refused_account_keeps_every_word(client, administrator, near):
    refused = client.post("/staff/open/", KIM | {"username": "kim", "surname": "O’Brien"})

    assert values_in(refused, "given_name") == ["Nari"]
    assert values_in(refused, "surname") == ["O’Brien"]
    assert values_in(refused, "username") == ["kim"]
    assert '<option value="fr" selected>' in refused.content.decode()


def test_an_account_sent_twice_is_one_account(client, administrator):
    first, second = (client.post("/staff/open/", KIM) for _ in range(2))

    assert (first.status_code, second.status_code) == (200, 422)
    assert StaffMember.objects.filter(username="nari").count() == 1


@pytest.mark.parametrize(
    ("language", "heading", "state", "onward"),
    [
        ("en", "First password", "For Nari Kim, sign-in name nari.", "Go on to the posting"),
        (
            "fr",
            "Premier mot de passe",
            "Pour Nari Kim, nom d’utilisateur nari.",
            "Poursuivre vers l’affectation",
        ),
    ],
)
def test_a_new_account_shows_its_first_password(
    client, viewed_by, language, heading, state, onward
):
    viewed_by("ADMINISTRATOR", language)

    answer = client.post("/staff/open/", KIM)

    password = re.search(r'translate="no">([^<]+)<', answer.content.decode())[1]
    opened = StaffMember.objects.get(username="nari")
    assert (heading_of(answer), state_of(answer)) == (heading, state)
    assert (opened.check_password(password), opened.must_change_password) == (True, True)
    assert (opened.language, onward in shown(answer)) == ("fr", True)


POSTINGS = [
    pytest.param({"office": ""}, "office", None, id="no_office"),
    pytest.param({"office": "x"}, "office", NOT_LISTED, id="an_office_that_is_not_there"),
    pytest.param({"role": "KING"}, "role", NOT_LISTED, id="a_role_that_is_not_there"),
    pytest.param({"starts_on": "never"}, "starts_on", NO_DAY, id="no_day"),
    pytest.param({"starts_on": "30 Feb 2026"}, "starts_on", NO_SUCH_DAY, id="a_day_that_is_none"),
    pytest.param(
        {"starts_on": ""}, "starts_on", ("Write a day.", "Écrivez un jour."), id="an_empty_day"
    ),
]


@pytest.mark.parametrize(("typed", "field", "said"), POSTINGS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_field_of_a_posting(client, viewed_by, near, office, typed, field, said, language):
    viewed_by("ADMINISTRATOR", language)
    given = {"office": office.pk, "role": "CLERK", "starts_on": "2026-12-01"}

    refused = client.post(f"/staff/{near.pk}/posting/", given | typed)

    said = said or ("Choose an answer to “Office”.", "Choisissez une réponse à «\xa0Bureau\xa0».")
    assert refused.status_code == 422
    assert errors_of(refused) == {field: [in_language(said, language)]}
    assert near.postings.get().role == "OFFICER"


def test_a_refused_posting_keeps_what_was_chosen(client, administrator, near, office):
    given = {"office": office.pk, "role": "CLERK", "starts_on": "1 Sept", "acting": "on"}

    refused = client.post(f"/staff/{near.pk}/posting/", given)

    body = refused.content.decode()
    assert refused.status_code == 422
    assert values_in(refused, "starts_on") == ["1 Sept"]
    assert f'<option value="{office.pk}" selected>' in body
    assert '<option value="CLERK" selected>' in body
    assert re.search(r'name="acting"[^>]*checked', body)


def test_a_posting_begins_where_the_one_before_ends(client, administrator, near):
    place = an_office(name="Elliot Lake")
    said = {"office": place.pk, "role": "CLERK", "starts_on": "1 Dec 2026", "acting": "on"}

    kept = client.post(f"/staff/{near.pk}/posting/", said, follow=True)

    old, new = near.postings.order_by("starts_on")
    assert kept.redirect_chain == [(f"/staff/{near.pk}/", 302)]
    assert "Posting kept." in shown(kept)
    assert (old.ends_before, new.starts_on) == (date(2026, 12, 1), date(2026, 12, 1))
    assert (new.role, new.office, new.acting, new.designated_french) == (
        "CLERK",
        place,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Nari Kim has a posting from 1\xa0Dec\xa02026. Choose a later day."),
        (
            "fr",
            (
                "Nari Kim a une affectation à partir du 1er\xa0déc.\xa02026. Choisissez un jour"
                " plus tardif."
            ),
        ),
    ],
)
def test_a_posting_sent_twice_is_one_posting(client, viewed_by, near, office, language, said):
    viewed_by("ADMINISTRATOR", language)
    given = {"office": office.pk, "role": "CLERK", "starts_on": "2026-12-01"}

    client.post(f"/staff/{near.pk}/posting/", given)
    again = client.post(f"/staff/{near.pk}/posting/", given)

    assert again.status_code == 422
    assert errors_of(again) == {"starts_on": [said]}
    assert near.postings.count() == 2


@pytest.mark.parametrize(
    ("ends_before", "english", "french"),
    [
        pytest.param("never", *NO_DAY, id="no_day"),
        pytest.param("", "Write a day.", "Écrivez un jour.", id="empty"),
        pytest.param(
            "2025-11-24",
            "This posting began on 24\xa0Nov\xa02025. Choose a later day.",
            "Cette affectation a commencé le 24\xa0nov.\xa02025. Choisissez un jour plus tardif.",
            id="the_day_it_began",
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_end_of_a_posting(client, viewed_by, near, ends_before, english, french, language):
    viewed_by("ADMINISTRATOR", language)

    refused = client.post(f"/staff/{near.pk}/posting/end/", {"ends_before": ends_before})

    assert refused.status_code == 422
    assert errors_of(refused) == {"ends_before": [in_language((english, french), language)]}
    assert near.postings.get().ends_before is None


def test_an_end_does_not_run_into_the_next_posting(client, administrator, near, office):
    given = {"office": office.pk, "role": "CLERK", "starts_on": "2026-12-01"}
    client.post(f"/staff/{near.pk}/posting/", given)

    refused = client.post(f"/staff/{near.pk}/posting/end/", {"ends_before": "2026-12-02"})

    said = "Another posting begins on 1\xa0Dec\xa02026. Choose that day or an earlier one."
    assert errors_of(refused) == {"ends_before": [said]}


@pytest.mark.parametrize(
    ("language", "said"), [("en", "The posting ends."), ("fr", "L’affectation prend fin.")]
)
def test_an_ended_posting_is_stale_for_a_second_sending(client, viewed_by, near, language, said):
    viewed_by("ADMINISTRATOR", language)
    address = f"/staff/{near.pk}/posting/end/"

    kept = client.post(address, {"ends_before": "2026-11-24"}, follow=True)
    again = client.post(address, {"ends_before": "2026-11-24"})

    assert said in shown(kept)
    assert near.postings.get().ends_before == TODAY
    assert again.status_code == 404


@pytest.mark.parametrize("act", ["close", "open", "reset"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_reason_is_asked_for(client, viewed_by, near, act, language):
    viewed_by("ADMINISTRATOR", language)

    refused = client.post(f"/staff/{near.pk}/{act}/", {"reason": "  "})

    label = {"en": "Why", "fr": "Pourquoi"}[language]
    assert refused.status_code == 422
    assert errors_of(refused) == {"reason": [FILL_IN[language].format(label)]}


@pytest.mark.parametrize("act", ["close", "open", "reset"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_reason_too_long_is_kept_in_its_field(client, viewed_by, near, act, language):
    viewed_by("ADMINISTRATOR", language)

    refused = client.post(f"/staff/{near.pk}/{act}/", {"reason": "x" * 201})

    near.refresh_from_db()
    assert errors_of(refused) == {"reason": [in_language(TOO_LONG, language)]}
    assert values_in(refused, "reason") == ["x" * 201]
    assert (near.is_active, near.must_change_password) == (True, False)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("close/", OWN_ACCOUNT),
        ("reset/", OWN_ACCOUNT),
        ("posting/end/", OWN_POSTING),
        ("posting/", OWN_POSTING),
    ],
)
def test_nobody_keeps_their_own_account(client, viewed_by, office, act, said, language):
    own = viewed_by("ADMINISTRATOR", language)
    given = {"reason": "x", "ends_before": "2026-12-01", "starts_on": "2026-12-01"}

    refused = client.post(f"/staff/{own.pk}/{act}", given | {"office": office.pk, "role": "CLERK"})

    assert refused.status_code == 422
    assert errors_of(refused) == {"__all__": [in_language(said, language)]}
    assert Posting.objects.get(member=own).ends_before is None


@pytest.mark.parametrize(
    ("language", "said", "state"),
    [
        ("en", "The account is closed and its sessions have ended.", "account closed"),
        ("fr", "Le compte est fermé et ses sessions ont pris fin.", "compte fermé"),
    ],
)
def test_a_closed_account_says_so(client, viewed_by, near, language, said, state):
    viewed_by("ADMINISTRATOR", language)

    kept = client.post(f"/staff/{near.pk}/close/", {"reason": "left"}, follow=True)

    near.refresh_from_db()
    assert near.is_active is False
    assert said in shown(kept)
    assert state_of(kept).endswith(f"· {state}")


@pytest.mark.parametrize(("act", "active"), [("reset", True), ("open", True)])
def test_a_first_password_replaces_the_one_before(client, administrator, near, act, active):
    answer = client.post(f"/staff/{near.pk}/{act}/", {"reason": "lost phone"})

    near.refresh_from_db()
    password = re.search(r'translate="no">([^<]+)<', answer.content.decode())[1]
    assert near.check_password(password)
    assert (near.is_active, near.must_change_password) == (active, True)
    assert "Shown this one time. Tell it in person or by phone" in shown(answer)
    assert "Go on to the posting" not in shown(answer)


def test_a_member_page_lists_postings_newest_first(client, administrator, near, office):
    later = (TODAY + timedelta(days=7)).isoformat()
    given = {"office": office.pk, "role": "REVIEWER", "starts_on": later}
    client.post(f"/staff/{near.pk}/posting/", given)

    words = shown(client.get(f"/staff/{near.pk}/"))

    assert words.index("1 Dec 2026") < words.index("24 Nov 2025")
    assert words.index("Reviewer") < words.rindex("Probation and parole officer")


@pytest.mark.parametrize(
    ("active", "acts"),
    [
        (True, [*ACTS, "New first password", "Close the account"]),
        (False, [*ACTS, "Open the account again"]),
    ],
    ids=["open", "closed"],
)
def test_the_acts_that_an_account_offers(client, administrator, office, active, acts):
    member = a_member(office=office, is_active=active)

    body = client.get(f"/staff/{member.pk}/").content.decode()

    assert re.findall(r'tc-button-small" href="/staff/[^"]+">([^<]+)<', body) == acts
