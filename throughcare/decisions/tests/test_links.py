"""Signed addresses: nobody changes on the way what is to be decided."""

from datetime import date

import pytest
from django.core import signing

from throughcare.decisions.commands.setting_aside import Aside
from throughcare.decisions.links import (
    Unreadable,
    no_staff_url,
    opened,
    opened_line,
    set_aside_url,
    signed,
)

ASIDE = Aside("standard:x:SEEN", date(2026, 11, 1), date(2026, 12, 1), "Vu « deux » fois & plus")


def test_what_was_signed_is_read_back():
    assert opened(signed("C-2026-00001", ASIDE)) == ("C-2026-00001", ASIDE)


@pytest.mark.parametrize("text", ["", "x", "a:b:c", "é", "\x00"])
def test_what_was_never_signed_is_refused(text):
    with pytest.raises(Unreadable):
        opened(text)


@pytest.mark.parametrize("at", [0, 5, -1])
def test_a_changed_sign_is_noticed(at):
    text = signed("C-2026-00001", ASIDE)
    changed = list(text)
    changed[at] = "A" if changed[at] != "A" else "B"

    with pytest.raises(Unreadable):
        opened("".join(changed))


def test_another_things_signature_is_refused():
    with pytest.raises(Unreadable):
        opened(signing.dumps(["C-1", "x", "2026-01-01", "2026-01-02", ""], salt="another"))


def test_a_signed_text_of_another_shape_is_refused():
    with pytest.raises(Unreadable):
        opened(signing.dumps(["C-1", "x"], salt="decisions.about"))


def test_addresses_carry_the_signed_text():
    assert set_aside_url("C-2026-00001", ASIDE).startswith(
        "/cases/C-2026-00001/set-aside/new/?about="
    )
    assert no_staff_url(("C-1", ASIDE), ("C-2", ASIDE)).count("line=") == 2


@pytest.mark.parametrize("specialized", [True, False])
def test_a_line_says_whether_its_file_is_of_specialized_supervision(specialized):
    text = signed("C-2026-00012", ASIDE, specialized=specialized)

    assert opened_line(text) == ("C-2026-00012", ASIDE, specialized)
    assert opened(text) == ("C-2026-00012", ASIDE)
