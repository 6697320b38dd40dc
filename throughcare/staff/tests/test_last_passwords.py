"""A password may not be short, common, or made of the name of whoever chooses it."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from throughcare.staff.models import StaffMember

MEMBER = StaffMember(username="bbouchardson", given_name="Bartholomew", surname="Bouchardson")


def codes_for(password: str) -> list[str]:
    try:
        validate_password(password, MEMBER)
    except ValidationError as refused:
        return [each.code for each in refused.error_list]
    return []


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        pytest.param("granite-heron-morning", [], id="three_words"),
        pytest.param("héron gris du matin", [], id="accents_and_spaces"),
        pytest.param("heron-gris1", ["password_too_short"], id="eleven_signs"),
        pytest.param("heron-gris12", [], id="twelve_signs"),
        pytest.param("qwerty123456", ["password_too_common"], id="common"),
        pytest.param("Bouchardson1", ["password_too_similar"], id="surname"),
        pytest.param("bartholomew!", ["password_too_similar"], id="given_name"),
        pytest.param("bbouchardson", ["password_too_similar"], id="username"),
        pytest.param("short", ["password_too_short"], id="short"),
    ],
)
def test_what_a_password_may_not_be(password, codes):
    assert codes_for(password) == codes
