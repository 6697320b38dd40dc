"""Another password: what is refused is said in exact words, in both languages."""

import pytest

from throughcare.staff.tests.factories import PASSWORD, signed_in, with_sign_in
from throughcare.staff.tests.test_form_accounts import errors_of, in_language, values_in
from throughcare.staff.tests.test_page_routes import office, viewed_by

__all__ = ["office", "viewed_by"]
pytestmark = pytest.mark.django_db

NEXT = "amber-otter-evening"
TYPED = {"password": PASSWORD, "new_password": NEXT, "again": NEXT}
WRONG = [
    pytest.param(
        {"password": "not-this-one"},
        "password",
        ("This is not your password.", "Ce n’est pas votre mot de passe."),
        id="a_wrong_password",
    ),
    pytest.param(
        {"new_password": PASSWORD, "again": PASSWORD},
        "new_password",
        (
            "Choose another password than the one of now.",
            "Choisissez un autre mot de passe que l’actuel.",
        ),
        id="the_same_one",
    ),
    pytest.param(
        {"again": "amber-otter-evenign"},
        "again",
        (
            "The two new passwords are not the same.",
            "Les deux nouveaux mots de passe ne sont pas identiques.",
        ),
        id="a_slip",
    ),
    pytest.param(
        {"password": ""},
        "password",
        ("Fill in “Password”.", "Remplissez «\xa0Mot de passe\xa0»."),
        id="no_password",
    ),
]


@pytest.mark.parametrize(("typed", "field", "said"), WRONG)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_field_of_a_new_password(client, viewed_by, typed, field, said, language):
    own = with_sign_in(viewed_by("OFFICER", language))
    signed_in(client, own)

    refused = client.post("/account/password/", TYPED | typed)

    own.refresh_from_db()
    assert refused.status_code == 422
    assert errors_of(refused) == {field: [in_language(said, language)]}
    assert own.check_password(PASSWORD)
    assert values_in(refused, "new_password") == []
