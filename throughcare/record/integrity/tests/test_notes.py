"""A note says who signed it; whatever was changed in it, it no longer opens."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from throughcare.record.integrity.notes import (
    Checkpoint,
    NotANote,
    checkpoint_from,
    key_from,
    key_of,
    opened,
    signed,
)

# The key of the C2SP document on signed notes, and what it signed there.
PUBLISHED = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6"
    "KE6RyyBwJnAM=\n"
)
PRIVATE, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
KEY = key_of(PRIVATE, "office")


def test_the_published_note_opens():
    assert opened(NOTE, [key_from(PUBLISHED)]).startswith("If you think")
    assert str(key_from(PUBLISHED)) == PUBLISHED


@pytest.mark.parametrize(
    "changed",
    [
        NOTE.replace("answer", "Answer"),
        NOTE.replace("PeterNeumann", "PeterNewmann"),
        NOTE.replace("x08go/", "x08go+"),
        NOTE.replace("x08go/Z", "x18go/Z"),
        NOTE.replace("x08go/", "!"),
        NOTE.replace("\n\n", "\n"),
        "",
    ],
)
def test_a_changed_note_does_not_open(changed):
    with pytest.raises(NotANote):
        opened(changed, [key_from(PUBLISHED)])


def test_every_key_must_have_signed():
    second = key_of(OTHER, "office")
    both = signed("said\n", [(PRIVATE, KEY), (OTHER, second)])

    assert opened(both, [KEY, second]) == "said\n"
    with pytest.raises(NotANote, match="did not sign"):
        opened(signed("said\n", [(PRIVATE, KEY)]), [KEY, second])


def test_a_key_written_down_is_read_again():
    assert key_from(f"{KEY}\n") == KEY


@pytest.mark.parametrize(
    "written",
    [
        "",
        "office",
        pytest.param(str(KEY).replace("office", "others"), id="another_name"),
        f"office+00000000+{base64.b64encode(b'1').decode()}",
        "office+zz+!!",
    ],
)
def test_what_is_no_key_is_refused(written):
    with pytest.raises(NotANote):
        key_from(written)


def test_a_checkpoint_is_three_lines():
    one = Checkpoint("office", 7, b"r" * 32)

    assert one.text() == f"office\n7\n{base64.b64encode(b'r' * 32).decode()}\n"
    assert checkpoint_from(one.text()) == one


@pytest.mark.parametrize("text", ["", "office\n7\n", "office\nseven\ncg==\n", "office\n7\n!!!\n"])
def test_what_is_no_checkpoint_is_refused(text):
    with pytest.raises(NotANote):
        checkpoint_from(text)
