"""Keys as they are written down and kept: what is not one is refused, in plain words."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.record.integrity.keys import KeyNotReadable, KeyNotSafe, kept_key, new_key
from throughcare.record.integrity.notes import (
    Checkpoint,
    Key,
    NotANote,
    checkpoint_from,
    key_from,
    key_of,
    opened,
    signed,
)
from throughcare.record.verifier.verify_record import Unreadable, is_signed, key_in

PRIVATES = [Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2)]
KEY, OTHER = (key_of(each, "office") for each in PRIVATES)
NOTE = signed("said\n", [(PRIVATES[0], KEY)])
NAME, IDENTITY, ENCODED = str(KEY).split("+", 2)
MODES = [0o644, 0o640, 0o604, 0o620, 0o602, 0o610, 0o677]


OF_ANOTHER_KIND = base64.b64encode(b"\x02" + KEY.public).decode()
MALFORMED = {
    "no_id": f"{NAME}+{ENCODED}",
    "another_id": f"{NAME}+{OTHER.id.hex()}+{ENCODED}",
    "id_in_capitals": f"{NAME}+{IDENTITY.upper()}+{ENCODED}",
    "another_name": f"offices+{IDENTITY}+{ENCODED}",
    "another_kind": f"{NAME}+{IDENTITY}+{OF_ANOTHER_KIND}",
    "no_base64": f"{NAME}+{IDENTITY}+{ENCODED[:-1]}",
    "a_key_too_short": str(Key("office", KEY.public[:-1])),
    "a_key_too_long": str(Key("office", KEY.public + b"x")),
    "not_ascii": f"{NAME}+{IDENTITY}+é",
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_key_is_refused(text):
    with pytest.raises(NotANote):
        key_from(text)


@pytest.mark.parametrize("name", ["another_id", "id_in_capitals", "another_name", "another_kind"])
def test_the_second_verifier_refuses_a_key_without_its_own_id(name):
    with pytest.raises(Unreadable, match="not its own id"):
        key_in(MALFORMED[name])


def test_both_programs_read_a_key_alike():
    assert key_in(f" {KEY}\n") == ("office", KEY.id, KEY.public)
    assert key_from(f" {KEY}\n") == KEY


@given(st.text("abc-./é", min_size=1), st.binary(min_size=32, max_size=32))
def test_any_key_is_read_again_as_it_was_written(name, seed):
    key = key_of(Ed25519PrivateKey.from_private_bytes(seed), name)

    assert key_from(str(key)) == key
    assert key_in(str(key)) == (name, key.id, key.public)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_that_was_signed_opens_to_itself(text):
    note = signed(f"{text}\n", [(PRIVATES[0], KEY)])

    assert opened(note, [KEY]) == f"{text}\n"
    assert is_signed(note, str(KEY))


@pytest.mark.parametrize(
    "note",
    [
        NOTE.replace("said", "sayd"),
        NOTE.replace("said\n", "said\n\n"),
        NOTE.replace("said\n", ""),
        NOTE.replace("— office", "— other"),
        signed("said\n", [(PRIVATES[1], KEY)]),
        signed("said\n", [(PRIVATES[1], OTHER)]),
        "said\n\n",
    ],
    ids=["letter", "blank_line", "nothing", "name", "false", "another_key", "unsigned"],
)
def test_neither_program_takes_a_forged_note(note):
    assert not is_signed(note, str(KEY))
    with pytest.raises(NotANote):
        opened(note, [KEY])


def test_a_signature_is_of_the_key_whose_id_it_bears():
    both = signed("said\n", [(PRIVATES[1], OTHER), (PRIVATES[0], KEY)])

    assert is_signed(both, str(KEY))
    assert is_signed(both, str(OTHER))
    assert opened(both, [OTHER, KEY]) == "said\n"


def test_who_did_not_sign_is_named():
    with pytest.raises(NotANote, match=f"office.{OTHER.id.hex()} did not sign this"):
        opened(NOTE, [OTHER])


@given(st.integers(0, 10**12), st.binary(min_size=32, max_size=32))
def test_any_checkpoint_is_read_again_as_it_was_written(size, root):
    checkpoint = Checkpoint("office", size, root)

    assert checkpoint_from(checkpoint.text()) == checkpoint


@pytest.mark.parametrize(
    "text",
    ["office\n", "office\n\ncg==\n", "office\n1.0\ncg==\n", "office\n7\ncg=\n", "office\n7\né\n"],
    ids=["cut", "no_size", "a_fraction", "no_padding", "not_ascii"],
)
def test_a_malformed_checkpoint_is_refused(text):
    with pytest.raises(NotANote, match="not a checkpoint"):
        checkpoint_from(text)


@pytest.mark.parametrize("mode", MODES, ids=[f"{each:o}" for each in MODES])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Others may read the record's key. Give the file the mode 600."),
        ("fr", "D’autres peuvent lire la clé du registre. Donnez au fichier le mode 600."),
    ],
    ids=["en", "fr"],
)
def test_a_key_that_others_reach_is_refused_in_words(tmp_path, mode, language, said):
    new_key(tmp_path / "key.pem")
    (tmp_path / "key.pem").chmod(mode)

    with translation.override(language), pytest.raises(KeyNotSafe) as refused:
        kept_key(tmp_path / "key.pem")
    assert str(refused.value) == said


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_key_for_its_owner_alone_is_taken(tmp_path, mode):
    made = new_key(tmp_path / "key.pem").private_bytes_raw()
    (tmp_path / "key.pem").chmod(mode)

    assert kept_key(tmp_path / "key.pem").private_bytes_raw() == made


def of_another_kind() -> bytes:
    key = generate_private_key(SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize(
    "content", [bytes, of_another_kind, lambda: b"-----BEGIN PRIVATE KEY-----"]
)
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The record's key cannot be read. Bring it back."),
        ("fr", "La clé du registre est illisible. Remettez la bonne clé en place."),
    ],
    ids=["en", "fr"],
)
def test_what_is_no_key_of_this_kind_is_refused_in_words(tmp_path, content, language, said):
    (tmp_path / "key.pem").write_bytes(content())
    (tmp_path / "key.pem").chmod(0o600)

    with translation.override(language), pytest.raises(KeyNotReadable) as refused:
        kept_key(tmp_path / "key.pem")
    assert str(refused.value) == said


def test_a_key_is_never_written_over(tmp_path):
    first = new_key(tmp_path / "key.pem").private_bytes_raw()

    with pytest.raises(FileExistsError):
        new_key(tmp_path / "key.pem")
    assert kept_key(tmp_path / "key.pem").private_bytes_raw() == first
